"""Settings > Payers and lines: which payer is accepted for which service line from today on, and where you serve."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_day
from hhcrm.domain.wording import translate
from hhcrm.domain.zip_lists import read_zips, zips_in_lines
from hhcrm.queries.settings_models import Acceptance, PayerGrid
from hhcrm.services.settings_commands import SetAcceptance, SetServedZips
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Page, Section
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

_ACCEPTED, _NOT, _UNSAID = "yes", "no", ""


class PayersPage(Page):
    """One choice for each pair; it holds from today, what was said before stays in the past."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(
            "payers",
            translate("settings", "Payers and lines"),
            translate("settings", "What you can take. A change holds from today on; what was before stays."),
            context,
            wide=True,
        )
        self._grid = PayerGrid()
        self.choices: dict[tuple[int, int], QComboBox] = {}
        self._section = Section(translate("settings", "Accepted"), "")
        self._cells = QGridLayout()
        self._cells.setHorizontalSpacing(scaled(12))
        self._cells.setVerticalSpacing(scaled(6))
        self._section.body.addLayout(self._cells)
        self.column.addWidget(self._section)
        self._served = Section(
            translate("settings", "Where"),
            translate("settings", "ZIP codes that you serve with every line. Referrals from elsewhere stand out."),
        )
        self.form: Form | None = None
        self.column.addWidget(self._served)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Ask again."""
        self.context.desk.read(lambda q: q.payer_grid(), self._show, owner=self)

    def _show(self, grid: PayerGrid) -> None:
        same = (grid.payers, grid.lines) == (self._grid.payers, self._grid.lines)
        self._grid = grid
        if not same or not self.choices:
            self._lay_out()
        for pair, choice in self.choices.items():
            self._mark(choice, grid.accepted.get(pair))
        if self.form is None or not (self.form.changed() or self.form.offers_draft):
            self._make_form()
        said = len(grid.accepted)
        words = translate("settings", "Said of {said} of {all} pairs. What is not said is asked at each referral.")
        self._section.say(words.format(said=said, all=len(self.choices)))

    def _make_form(self) -> None:
        self.form = Form(
            "settings_served_form",
            (_zips_blank(),),
            {"zips": zips_in_lines(self._grid.served)},
            self.context.desk,
            self.context.drafts,
            ("settings", "served"),
            {"name": translate("settings", "the ZIP codes served")},
            inset=True,
        )
        self.form.left.connect(self._make_form)
        Editing(
            self.form,
            self.context,
            self._order,
            lambda: translate("settings", "The ZIP codes that you serve are saved."),
            self._on_saved,
            reread=lambda q: (0, {"zips": zips_in_lines(q.payer_grid().served)}),
        )
        self.put_form(self.form, self._served.body)

    def _order(self, form: Form, _version: int) -> Callable[[Actions], ChangeSet]:
        command = SetServedZips(read_zips((form.texts()["zips"],)), read_zips((form.read("zips"),)))
        return lambda actions: actions.set_served_zips(command)

    def _on_saved(self, _changes: ChangeSet) -> None:
        self.put_form(None, self._served.body)
        self.form = None
        self.refresh()

    def _lay_out(self) -> None:
        while (item := self._cells.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        for place, (_line_id, name) in enumerate(self._grid.lines, start=1):
            self._cells.addWidget(Text(name, "small", "muted", wrap=True), 0, place)
            self._cells.setColumnStretch(place, 2)
        for row, (payer_id, payer) in enumerate(self._grid.payers, start=1):
            self._cells.addWidget(Text(payer, "body", wrap=True), row, 0)
            for place, (line_id, line) in enumerate(self._grid.lines, start=1):
                choice = self._make_choice(payer_id, payer, line_id, line)
                self._cells.addWidget(choice, row, place)
        self._cells.setColumnStretch(0, 3)

    def _make_choice(self, payer_id: int, payer: str, line_id: int, line: str) -> QComboBox:
        choice = _Quiet()
        choice.addItem("-", _UNSAID)
        choice.addItem(translate("settings", "accepted"), _ACCEPTED)
        choice.addItem(translate("settings", "not accepted"), _NOT)
        choice.setObjectName(f"settings_payer_{payer_id}_line_{line_id}")
        words = translate("settings", "{payer} for {line}")
        choice.setAccessibleName(words.format(payer=payer, line=line))
        choice.activated.connect(partial(self._on_chosen, (payer_id, line_id)))
        self.choices[(payer_id, line_id)] = choice
        return choice

    def _mark(self, choice: QComboBox, held: Acceptance | None) -> None:
        value = _UNSAID if held is None else (_ACCEPTED if held.accepted else _NOT)
        choice.setCurrentIndex(choice.findData(value))
        since = ""
        if held is not None:
            day = say_day(held.from_on, self.context.desk.today())
            since = translate("settings", "since {day}").format(day=day)
        choice.setToolTip(since)
        choice.setAccessibleDescription(since)

    def _on_chosen(self, pair: tuple[int, int], index: int) -> None:
        held = self._grid.accepted.get(pair)
        value = self.choices[pair].itemData(index)
        today = self.context.desk.today()
        wanted = {_ACCEPTED: True, _NOT: False}.get(value)
        if wanted == (None if held is None else held.accepted):
            return
        if wanted is None and held is not None and held.from_on != today:
            # What has held cannot be unsaid for the past: from today on it is not accepted.
            self._mark(self.choices[pair], held)
            self.context.frame.toast(translate("settings", "What has held stays said. Choose not accepted to end it."))
            return
        command = SetAcceptance(pair[0], pair[1], wanted, today, seen=None if held is None else held.accepted)
        said = translate("settings", "What you accept is changed from today on.")
        self.context.do(lambda actions: actions.set_acceptance(command), said, None, self._on_refused, owner=self)

    def _on_refused(self, error: Exception) -> None:
        self.context.frame.fault(error)
        self.refresh()


def _zips_blank() -> Blank:
    hint = translate("settings", "Paste a list, parted by commas, spaces or lines")
    return Blank("zips", translate("settings", "ZIP codes"), "text", wide=True, hint=hint)


class _Quiet(QComboBox):
    """Scrolling over the grid must not change it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @override
    def showPopup(self) -> None:
        """The list is made when it is first wanted: those of a whole grid at once would hold the window up."""
        self.view().setObjectName("settings_payer_choices")
        self.view().setAccessibleName(translate("settings", "Choices"))
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
