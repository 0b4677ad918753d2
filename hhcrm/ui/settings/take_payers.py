"""What we take: which payer is accepted for which service line from today on, and what is said beside or for later."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day, say_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.queries.settings_models import Acceptance, PayerGrid
from hhcrm.services.settings_commands import SetAcceptance
from hhcrm.ui.settings.entry_section import Act, EntrySection, Ways, when_quiet
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Section, forget
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import Blank, named
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.said import joined
from hhcrm.ui.shared.tags import TagKind
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

_ACCEPTED, _NOT, _UNSAID = "yes", "no", ""
_LEAST, _PAYER = 300, 130
"""Pixels at 100 per cent text: of the whole grid, of the names of payers in it."""

_AT_ONCE = 3
"""So many payers are put down in one turn."""

_MOST = 1_000_000
"""More payers, lines or days there are not: three numbers make one key."""


class PayersSection(Section):
    """One choice for each pair; it holds from today, what was said before stays in the past."""

    filled = Signal()
    """Every payer stands there and is drawn."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(translate("take", "Payers"), "")
        self._context = context
        self._grid = PayerGrid()
        self._due: deque[tuple[int, tuple[int, str]]] = deque()
        self.choices: dict[tuple[int, int], QComboBox] = {}
        self.line = _Quiet("settings_payers_lines", translate("take", "Service lines"))
        self.line.setObjectName("settings_payers_line")
        self.line.setAccessibleName(translate("take", "Service line"))
        self.line.hide()
        self._cells = _Cells(self.line)
        self.body.addWidget(self.line)
        self.body.addWidget(self._cells)

    def show_grid(self, grid: PayerGrid) -> None:
        """Show what is said of each pair today."""
        same = (grid.payers, grid.lines) == (self._grid.payers, self._grid.lines)
        self._grid = grid
        if not same or not self.choices:
            self._lay_out()
        elif not self._due:
            when_quiet(self, self.filled.emit)
        for pair, choice in self.choices.items():
            self._mark(choice, grid.accepted.get(pair))
        words = translate("settings", "Said of {said} of {all} pairs. What is not said is asked at each referral.")
        pairs = _pairs(grid)
        self.say(words.format(said=sum(pair in grid.accepted for pair in pairs), all=len(pairs)))

    @property
    def is_whole(self) -> bool:
        """Whether every payer stands there."""
        return bool(self.choices) and not self._due

    def _lay_out(self) -> None:
        self._cells.empty()
        self.choices = {}
        self._cells.name_columns([name for _line_id, name in self._grid.lines])
        for place, (_line_id, name) in enumerate(self._grid.lines, start=1):
            self._cells.put(Text(name, "small", "muted", wrap=True), 0, place)
        self._due = deque(enumerate(self._grid.payers, start=1))
        self._put_rows()

    def _put_rows(self) -> None:
        """A few rows in each turn: all of them at once would hold the window up."""
        for _ in range(min(_AT_ONCE, len(self._due))):
            row, (payer_id, payer) = self._due.popleft()
            self._cells.put(Text(payer, "body", wrap=True), row, 0)
            for place, (line_id, line) in enumerate(self._grid.lines, start=1):
                choice = self._make_choice(payer_id, payer, line_id, line)
                self._mark(choice, self._grid.accepted.get((payer_id, line_id)))
                self._cells.put(choice, row, place)
        if self._due:
            due = self._due
            when_quiet(self, lambda: self._put_rows() if due is self._due else None)
        else:
            when_quiet(self, self.filled.emit)

    def _make_choice(self, payer_id: int, payer: str, line_id: int, line: str) -> QComboBox:
        choice = _Quiet("settings_payer_choices", translate("settings", "Choices"))
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
            day = say_day(held.from_on, self._context.desk.today())
            since = translate("settings", "since {day}").format(day=day)
        choice.setToolTip(since)
        choice.setAccessibleDescription(since)

    def _on_chosen(self, pair: tuple[int, int], index: int) -> None:
        held = self._grid.accepted.get(pair)
        value = self.choices[pair].itemData(index)
        today = self._context.desk.today()
        wanted = {_ACCEPTED: True, _NOT: False}.get(value)
        if wanted == (None if held is None else held.accepted):
            return
        if wanted is None and held is not None and held.from_on != today:
            # What has held cannot be unsaid for the past: from today on it is not accepted.
            self._mark(self.choices[pair], held)
            self._context.frame.toast(translate("settings", "What has held stays said. Choose not accepted to end it."))
            return
        command = SetAcceptance(pair[0], pair[1], wanted, today, seen=None if held is None else held.accepted)
        said = translate("settings", "What you accept is changed from today on.")
        if wanted is False:
            said = " ".join(part for part in (said, _used(self._grid.used.get(pair, 0))) if part)
        self._context.do(lambda actions: actions.set_acceptance(command), said, None, self._on_refused, owner=self)

    def _on_refused(self, error: Exception) -> None:
        self._context.frame.fault(error)
        self._context.desk.read(lambda q: q.payer_grid(), self.show_grid, owner=self)


def _used(count: int) -> str:
    """That referrals which are open have what is accepted no more."""
    if not count:
        return ""
    if count == 1:
        return translate("take", "1 open referral has this payer: tell its source.")
    return translate("take", "{count:,} open referrals have this payer: tell their sources.").format(count=count)


class PayerWords(EntrySection[Acceptance]):
    """Each pair that is not accepted, with who takes it instead, and each word that begins on a later day."""

    def __init__(self, context: SettingsContext, owner: QObject) -> None:
        self._rows_of = _Words(context, owner)
        super().__init__(
            translate("take", "Not accepted, and what is to come"),
            translate("take", "Say who takes a patient when you do not: the caller gets a name instead of a no."),
            self._rows_of.ways(),
            context,
        )

    def show_grid(self, grid: PayerGrid) -> None:
        """Show what the grid cannot."""
        self._rows_of.grid = grid
        self.show_lines(_worded(grid))


class _Words:
    def __init__(self, context: SettingsContext, owner: QObject) -> None:
        self._context = context
        self._owner = owner
        self.grid = PayerGrid()

    def ways(self) -> Ways[Acceptance]:
        """How a word on a pair is shown and changed."""
        return Ways(
            name="payer_words",
            key=lambda word: (word.payer_id * _MOST + word.service_line_id) * _MOST + word.from_on.toordinal(),
            version=lambda _word: 0,
            title=self._title,
            beside=self._beside,
            blanks=self._blanks,
            texts=_texts,
            order=self._order,
            said=lambda _texts, _word: translate("take", "What you accept is changed."),
            ask=lambda q: _worded(q.payer_grid()),
            acts=self._acts,
            tag=self._tag,
            add=translate("take", "Say it from a day on"),
            empty=translate("take", "Nothing is refused, and nothing changes on a later day."),
        )

    def _title(self, word: Acceptance) -> str:
        names = translate("settings", "{payer} for {line}")
        payers, lines = dict(self.grid.payers), dict(self.grid.lines)
        return names.format(payer=payers.get(word.payer_id, ""), line=lines.get(word.service_line_id, ""))

    def _ahead(self, word: Acceptance) -> bool:
        return word.from_on > self._context.desk.today()

    def _beside(self, word: Acceptance) -> str:
        day = say_day(word.from_on, self._context.desk.today())
        when = translate("take", "from {day}") if self._ahead(word) else translate("settings", "since {day}")
        other = word.alternative
        if not word.accepted and not other:
            other = translate("take", "nobody named instead")
        return joined(other, when.format(day=day))

    def _tag(self, word: Acceptance) -> tuple[str, TagKind]:
        if word.accepted:
            return translate("settings", "accepted"), "good"
        return translate("settings", "not accepted"), "overdue"

    def _acts(self, word: Acceptance) -> Sequence[Act]:
        if not self._ahead(word):
            return ()
        return (Act("back", translate("settings", "Take back"), partial(self._take_back, word)),)

    def _take_back(self, word: Acceptance) -> None:
        command = self._command(word, None, "")
        said = translate("settings", "The coming change is taken back.")
        self._context.do(lambda actions: actions.set_acceptance(command), said, owner=self._owner)

    def _command(self, word: Acceptance, accepted: bool | None, alternative: str) -> SetAcceptance:
        held = self.grid.accepted.get((word.payer_id, word.service_line_id))
        seen = None if held is None else held.accepted
        return SetAcceptance(word.payer_id, word.service_line_id, accepted, word.from_on, alternative, seen)

    def _blanks(self, word: Acceptance | None) -> Sequence[Blank]:
        other = Blank(
            "alternative",
            translate("take", "Who takes it instead"),
            wide=True,
            hint=translate("take", "An agency and its phone number, told to whoever calls"),
            section="" if word is None else self._title(word),
        )
        if word is not None:
            return (other,)
        none = translate("settings", "choose")
        answers = ((_ACCEPTED, translate("settings", "accepted")), (_NOT, translate("settings", "not accepted")))
        return (
            Blank("payer", translate("take", "Payer"), "choice", named(_choices(self.grid.payers), none), True),
            Blank("line", translate("take", "Service line"), "choice", named(_choices(self.grid.lines), none), True),
            Blank("accepted", translate("take", "From then on"), "choice", answers, True),
            Blank("from_on", translate("take", "From"), required=True, hint=translate("take", "Such as Jan 1")),
            other,
        )

    def _order(self, form: Form, word: Acceptance | None, _version: int) -> Callable[[Actions], ChangeSet]:
        texts = form.texts()
        said = self._read(texts) if word is None else word
        command = self._command(said, said.accepted, texts["alternative"])
        if word is not None:
            command = replace(command, seen_alternative=form.read("alternative"))
        return lambda actions: actions.set_acceptance(command)

    def _read(self, texts: Mapping[str, str]) -> Acceptance:
        for field in ("payer", "line"):
            if not texts[field]:
                raise RuleBroken(translate("take", "Choose one."), field)
        try:
            day = read_day(texts["from_on"], self._context.desk.today())
        except RuleBroken as fault:
            raise RuleBroken(str(fault), "from_on") from fault
        return Acceptance(int(texts["payer"]), int(texts["line"]), texts["accepted"] == _ACCEPTED, day)


def _worded(grid: PayerGrid) -> tuple[Acceptance, ...]:
    """What is not accepted today, in the order of the payers, then what begins later."""
    pairs = _pairs(grid)
    held = [grid.accepted[pair] for pair in pairs if pair in grid.accepted]
    ahead = (word for word in grid.ahead if (word.payer_id, word.service_line_id) in set(pairs))
    return (*(word for word in held if not word.accepted), *ahead)


def _pairs(grid: PayerGrid) -> list[tuple[int, int]]:
    return [(payer_id, line_id) for payer_id, _ in grid.payers for line_id, _ in grid.lines]


def _choices(rows: Sequence[tuple[int, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(key), name) for key, name in rows)


def _texts(word: Acceptance | None) -> Mapping[str, str]:
    return {"accepted": _ACCEPTED} if word is None else {"alternative": word.alternative}


class _Cells(QWidget):
    """Payers down, service lines across; where there is no room for all of them, the one that is chosen above."""

    def __init__(self, chosen: QComboBox) -> None:
        super().__init__()
        self._chosen = chosen
        self._columns: list[list[QWidget]] = []
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(12))
        self._grid.setVerticalSpacing(scaled(6))
        self._grid.setColumnStretch(0, 3)
        chosen.activated.connect(lambda _index: self._show_columns())

    def empty(self) -> None:
        """Take everything out."""
        while (item := self._grid.takeAt(0)) is not None:
            forget(item.widget())
        self._columns = []

    def put(self, widget: QWidget, row: int, column: int) -> None:
        """Put something into a cell; the first column is that of the payers."""
        if not self._shows(column):
            widget.hide()
        self._grid.addWidget(widget, row, column)
        while len(self._columns) <= column:
            self._columns.append([])
        self._columns[column].append(widget)

    def name_columns(self, names: Sequence[str]) -> None:
        """What can be chosen above where there is little room."""
        kept = max(self._chosen.currentIndex(), 0)
        self._chosen.clear()
        self._chosen.addItems(list(names))
        self._chosen.setCurrentIndex(min(kept, len(names) - 1))
        self._show_columns()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_LEAST), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max((cell.minimumSizeHint().width() for column in self._columns[1:] for cell in column), default=0)
        narrow = self.width() < scaled(_PAYER) + (len(self._columns) - 1) * (widest + self._grid.horizontalSpacing())
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_columns()

    def _shows(self, column: int) -> bool:
        return not self._narrow or column in (0, self._chosen.currentIndex() + 1)

    def _show_columns(self) -> None:
        self._chosen.setVisible(self._narrow)
        for place in range(1, self._chosen.count() + 1):
            self._grid.setColumnStretch(place, 2 if self._shows(place) else 0)
        for place, column in enumerate(self._columns):
            for cell in column:
                cell.setVisible(self._shows(place))


class _Quiet(QComboBox):
    """Scrolling over the grid must not change it."""

    def __init__(self, listed: str, words: str) -> None:
        super().__init__()
        self._listed, self._words = listed, words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @override
    def showPopup(self) -> None:
        """The list is made when it is first wanted: those of a whole grid at once would hold the window up."""
        self.view().setObjectName(self._listed)
        self.view().setAccessibleName(self._words)
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
