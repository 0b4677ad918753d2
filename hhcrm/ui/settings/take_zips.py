"""What we take: the ZIP codes served, with all service lines or with one, and the editor that fills such a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QListView, QVBoxLayout, QWidget

from hhcrm.domain.capability import added_and_removed
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.zip_lists import read_zips, zips_in_lines
from hhcrm.queries.capability_models import TakePage
from hhcrm.services.settings_commands import SetServedZips
from hhcrm.ui.settings.entry_section import EntrySection, Ways
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.editors import LineEditor, TextEditor
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

_ROWS = 6
_NAMED = 8

ServedList = tuple[int | None, str, tuple[str, ...]]
"""A service line (None: all of them), what it is called, and the ZIP codes of its list."""


def served_section(context: SettingsContext) -> EntrySection[ServedList]:
    """One list for all lines, and one for each line."""
    return EntrySection(
        translate("take", "Where"),
        translate("take", "ZIP codes served with every line, and those served with one line only."),
        _ways(context.desk),
        context,
    )


def served_lists(page: TakePage) -> list[ServedList]:
    """The lists of ZIP codes, that for all lines first."""
    everywhere: ServedList = (None, translate("take", "All lines"), page.zips_of(None))
    return [everywhere, *((one.service_line_id, one.name, page.zips_of(one.service_line_id)) for one in page.lines)]


def _ways(desk: Desk) -> Ways[ServedList]:
    return Ways(
        name="served",
        key=lambda one: 1 if one[0] is None else one[0] + 1,
        version=lambda _one: 0,
        title=lambda one: one[1],
        beside=_beside,
        blanks=lambda one: (
            Blank(
                "zips",
                translate("settings", "ZIP codes"),
                wide=True,
                section="" if one is None else one[1],
                make=lambda name: ZipsEditor(name, () if one is None else one[2], desk),
            ),
        ),
        texts=lambda one: {} if one is None else {"zips": zips_in_lines(one[2])},
        order=_order,
        said=_said,
        ask=lambda q: served_lists(q.take_page()),
        suffix=lambda one: "" if one[0] is None else f"_{one[0]}",
    )


def _beside(one: ServedList) -> str:
    line_id, _name, zips = one
    if zips:
        words = translate("take", "{count:,} ZIP codes: {zips}")
        return words.format(count=len(zips), zips=some(zips))
    if line_id is None:
        return translate("take", "none yet: nothing is said of any ZIP code at intake")
    return translate("take", "no others than those of all lines")


def _order(form: Form, one: ServedList | None, _version: int) -> Callable[[Actions], ChangeSet]:
    assert one is not None
    command = SetServedZips(read_zips((form.texts()["zips"],)), read_zips((form.read("zips"),)), one[0])
    return lambda actions: actions.set_served_zips(command)


def _said(_texts: Mapping[str, str], one: ServedList | None) -> str:
    line = "" if one is None else one[1]
    return translate("take", "The ZIP codes are saved: {line}.").format(line=line)


def some(zips: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    named = ", ".join(zips[:_NAMED])
    if len(zips) <= _NAMED:
        return named
    return translate("take", "{zips} and {count:,} more").format(zips=named, count=len(zips) - _NAMED)


class ZipsEditor(QWidget):
    """A list to paste into, with what saving adds and removes; counties and a radius add to it."""

    edited = Signal()

    def __init__(self, name: str, there: Sequence[str], desk: Desk) -> None:
        super().__init__()
        self._there = tuple(there)
        self._desk = desk
        self._wanted = False
        self.text = TextEditor(_ROWS)
        self.text.setObjectName(name)
        self.text.setAccessibleName(translate("settings", "ZIP codes"))
        self.text.setPlaceholderText(translate("settings", "Paste a list, parted by commas, spaces or lines"))
        self.preview = Text("", "small", "muted", wrap=True)
        self.preview.setObjectName(f"{name}_preview")
        self.fault = Text("", "small", "overdue", wrap=True)
        self.fault.hide()
        self._make_tools(name)
        self._put_together()
        self.setFocusProxy(self.text)
        self.text.edited.connect(self._on_edited)
        self._say_preview()

    def typed(self) -> str:
        """What stands in it."""
        return self.text.typed()

    def put(self, text: str) -> None:
        """Let a list stand in it."""
        self.text.put(text)
        self._say_preview()

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def _make_tools(self, name: str) -> None:
        self.county = _line(f"{name}_county", translate("take", "County, such as Davidson County, TN"), 300)
        self.around = _line(f"{name}_around", translate("take", "ZIP code"), 84)
        self.miles = _line(f"{name}_miles", translate("take", "Miles"), 64)
        self.add_county = Button(translate("take", "Add county"), size="small", icon="plus", name=f"{name}_add_county")
        self.add_around = Button(translate("take", "Add radius"), size="small", icon="plus", name=f"{name}_add_around")
        self.county.textEdited.connect(self._want_counties)
        self.county.returnPressed.connect(self._on_county)
        self.miles.returnPressed.connect(self._on_around)
        self.add_county.clicked.connect(self._on_county)
        self.add_around.clicked.connect(self._on_around)

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        for widget in (self.text, self.preview):
            column.addWidget(widget)
        within = Text(translate("take", "miles around"), "body", "muted")
        for widgets in ((self.county, self.add_county), (self.miles, within, self.around, self.add_around)):
            row = QHBoxLayout()
            row.setSpacing(scaled(8))
            for one in widgets:
                row.addWidget(one)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.fault)

    def _want_counties(self) -> None:
        """The list of counties is read once somebody types one: not everybody does, and it takes a moment."""
        if not self._wanted:
            self._wanted = True
            self._desk.read(lambda q: q.county_names(), self._offer_counties, owner=self)

    def _offer_counties(self, names: Sequence[str]) -> None:
        completer = QCompleter(QStringListModel(list(names), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = QListView()
        offered.setObjectName("settings_served_counties")
        offered.setAccessibleName(translate("take", "Counties"))
        completer.setPopup(offered)
        self.county.setCompleter(completer)
        if self.county.hasFocus():
            completer.setCompletionPrefix(self.county.text())
            completer.complete()

    def _on_county(self) -> None:
        name = self.county.text()
        self._ask(lambda q: q.zips_of_county(name))

    def _on_around(self) -> None:
        code, typed = self.around.text(), self.miles.text().strip()
        try:
            miles = float(typed)
        except ValueError:
            self._say_fault(RuleBroken(translate("take", "Give 1 to 150 miles."), "miles"))
            return
        self._ask(lambda q: q.zips_around(code, miles))

    def _ask(self, question: Callable[[Questions], tuple[str, ...]]) -> None:
        self.fault.hide()
        self._desk.read(question, self._add, self._say_fault, owner=self)

    def _say_fault(self, error: Exception) -> None:
        self.fault.setText(str(error))
        self.fault.show()
        if isinstance(error, RuleBroken):
            wrong = {"county": self.county, "around": self.around, "miles": self.miles}.get(
                error.field or "", self.text
            )
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, found: tuple[str, ...]) -> None:
        """Put what was found among what stands there; what is no list of ZIP codes is said first."""
        try:
            there = read_zips((self.typed(),))
        except RuleBroken as fault:
            self._say_fault(fault)
            return
        new, _gone = added_and_removed(there, (*there, *found))
        self.county.clear()
        self.text.put(zips_in_lines(sorted({*there, *found})))
        words = translate("take", "{count:,} found, {new:,} of them new.")
        self._on_edited()
        self.preview.setText(f"{words.format(count=len(found), new=len(new))} {self.preview.text()}")

    def _on_edited(self) -> None:
        self._say_preview()
        self.edited.emit()

    def _say_preview(self) -> None:
        try:
            wanted = read_zips((self.typed(),))
        except RuleBroken as fault:
            self.preview.setText(str(fault))
            return
        added, removed = added_and_removed(self._there, wanted)
        parts = [translate("take", "{count:,} ZIP codes.").format(count=len(wanted))]
        if added:
            words = translate("take", "Added when saved, {count:,}: {zips}.")
            parts.append(words.format(count=len(added), zips=some(added)))
        if removed:
            words = translate("take", "Removed when saved, {count:,}: {zips}.")
            parts.append(words.format(count=len(removed), zips=some(removed)))
        self.preview.setText(" ".join(parts))


def _line(name: str, words: str, width: int) -> LineEditor:
    line = LineEditor()
    line.setObjectName(name)
    line.setAccessibleName(words)
    line.setPlaceholderText(words)
    line.setFixedWidth(scaled(width))
    return line
