"""The lists that follow from the worth board, one at a time, with what can be done about a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.worth import Quadrant
from hhcrm.queries.worth_models import WorthAsk, WorthBoard, WorthLine
from hhcrm.ui.measure.pages import PageKit
from hhcrm.ui.measure.worth.lines import LineTable, board_columns
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.potential_dialog import ask_potential
from hhcrm.ui.shared.tabs import FlatTabBar
from hhcrm.ui.shared.text import Text

GUESSED, NONE = "guessed", "none"
"""Beside the four quadrants: what rests on our guess, and what has no potential at all."""

OpenRows = Callable[[WorthLine], None]


class GroupPanel(Panel):
    """One list at a time: grow, keep, thank, rethink, and what nobody knows the potential of."""

    def __init__(self, kit: PageKit, context: FormContext, open_rows: OpenRows) -> None:
        super().__init__()
        self.setObjectName("measure_worth_lists")
        self._kit = kit
        self._context = context
        self._open_rows = open_rows
        self._board: WorthBoard | None = None
        self._lines: dict[str, tuple[WorthLine, ...]] = {}
        self._asked_of: int | None = None
        self.bar = FlatTabBar()
        self.bar.setObjectName("measure_worth_list")
        self.bar.setAccessibleName(translate("worth", "List"))
        for words in _titles().values():
            self.bar.addTab(words)
        self.words = Text("", "body", "muted", wrap=True)
        self.table = LineTable(board_columns(self._rates), "measure_worth_sources", translate("worth", "Sources"))
        self.change = Text("", "body", wrap=True)
        self.change.setObjectName("measure_worth_change")
        self.change.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = Button(translate("worth", "Open source"), size="small", name="measure_worth_open")
        self.rows = Button(translate("worth", "Referrals"), size="small", name="measure_worth_rows")
        self.potential = Button(translate("worth", "Set potential…"), size="small", name="measure_worth_potential")
        self._put_together()
        self._connect()

    @property
    def group(self) -> str:
        """The key of the list that is shown."""
        return tuple(_titles())[max(self.bar.currentIndex(), 0)]

    def show_board(self, board: WorthBoard, lists: Mapping[str, tuple[WorthLine, ...]]) -> None:
        """Show another board with its lists by their keys; the list that is chosen stays."""
        self._board = board
        self._lines = dict(lists)
        for place, (group, words) in enumerate(_titles().items()):
            self.bar.setTabText(place, f"{words} {len(self._lines[group]):,}")
        self._show()

    def choose(self, group: str) -> None:
        """Show a list by its key."""
        if group in self._lines:
            self.bar.setCurrentIndex(tuple(_titles()).index(group))
            self._show()

    def show_line(self, line: WorthLine) -> None:
        """Show the list that a source stands in, with the source chosen."""
        self.choose(NONE if line.group is None else str(line.group))
        self.table.go_to(line.source_id)

    def set_potential_of(self, which: Callable[[], WorthLine | None]) -> None:
        """Say what a source could send."""
        line = which()
        if line is not None:
            ask_potential(self._context, line.source_id, self)

    # Showing

    def _show(self) -> None:
        group = self.group
        lines = self._lines.get(group, ())
        self.table.show_lines(lines)
        self.words.setText(_words(group, len(lines)))
        self._on_current()

    def _rates(self) -> Mapping[str, float]:
        return {} if self._board is None else self._board.rates

    def _on_current(self, *_ids: object) -> None:
        line = self.table.current_line()
        for button in (self.open, self.rows, self.potential):
            button.setEnabled(line is not None)
        self._ask_change(line)

    def _ask_change(self, line: WorthLine | None) -> None:
        """What could change, of a source that calls for a rethink."""
        board = self._board
        if line is None or board is None or self.group != Quadrant.RETHINK or not line.half_year[0]:
            self._asked_of = None
            self.change.setText("")
            self.change.hide()
            return
        if self._asked_of == line.source_id:
            return
        self._asked_of = line.source_id
        until, ask = board.ask.asked.until_on, board.ask
        self._kit.desk.read(
            lambda q: q.what_could_change(line, until), partial(self._say_change, line.source_id, ask), owner=self
        )

    def _say_change(self, source_id: int, ask: WorthAsk, words: tuple[str, ...]) -> None:
        if self._board is not None and self._board.ask == ask and self._asked_of == source_id:
            self.change.setText("\n".join(words))
            self.change.setVisible(bool(words))

    # What the person does

    def _open(self) -> None:
        line = self.table.current_line()
        if line is not None:
            self._kit.frame.go("sources", source_id=line.source_id)

    def _open_referrals(self) -> None:
        line = self.table.current_line()
        if line is not None:
            self._open_rows(line)

    # Making

    def _put_together(self) -> None:
        foot = QWidget()
        below = FlowLayout(foot, scaled(8))
        for button in (self.open, self.rows, self.potential):
            below.addWidget(button)
            button.setEnabled(False)
        self.table.setMinimumHeight(scaled(250))
        self.change.hide()
        above: tuple[QWidget, ...] = (self.bar, self.words)
        for widget in above:
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.change)
        self.body.addWidget(foot)
        self.open.setToolTip(translate("worth", "Open this source (Enter in the table)"))
        self.rows.setToolTip(translate("worth", "The referrals of 12 months that its share is made of"))
        self.potential.setToolTip(translate("worth", "Say what this source could send (P in the table)"))

    def _connect(self) -> None:
        self.bar.currentChanged.connect(lambda _place: self._show())
        self.table.opened.connect(lambda _id: self._open())
        self.table.current_changed.connect(self._on_current)
        self.open.clicked.connect(self._open)
        self.rows.clicked.connect(self._open_referrals)
        self.potential.clicked.connect(partial(self.set_potential_of, self.table.current_line))
        shortcut = QShortcut(QKeySequence("P"), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(partial(self.set_potential_of, self.table.current_line))


def lists_of(board: WorthBoard) -> dict[str, tuple[WorthLine, ...]]:
    """The lists of a board by their keys, made on a worker: there may be twenty thousand sources."""
    guessed = tuple(line for line in board.lines if line.potential is not None and line.is_guess)
    unknown = tuple(line for line in board.lines if line.potential is None)
    return {**{str(group): board.of(group) for group in Quadrant}, GUESSED: guessed, NONE: unknown}


def _titles() -> dict[str, str]:
    """The lists by their keys, in the order of their tabs."""
    return {
        **{str(group): shown(group).capitalize() for group in Quadrant},
        GUESSED: translate("worth", "Guessed"),
        NONE: translate("worth", "No potential"),
    }


def _words(group: str, count: int) -> str:
    """How many there are, and what it means that they stand here."""
    said = {
        str(Quadrant.GROW): translate("worth", "much potential, little of it comes. Here a visit can bring most."),
        str(Quadrant.KEEP): translate("worth", "much potential, much of it comes. Keep the rhythm."),
        str(Quadrant.THANK): translate("worth", "little potential, much of it comes. They give what they have."),
        str(Quadrant.RETHINK): translate(
            "worth",
            "little of little comes; first those whose visits brought neither referral nor advance.",
        ),
        GUESSED: translate("worth", "potential is the median of their type. Ask them, or count their providers."),
        NONE: translate("worth", "no potential, not even a guess: no source of their type has one. Set one with P."),
    }
    counted = translate("worth", "{count} source") if count == 1 else translate("worth", "{count} sources")
    return f"{counted.format(count=f'{count:,}')}: {said.get(group, '')}"
