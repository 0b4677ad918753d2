"""Waterfall: is the pipeline steady? Cohorts of prospects by visit, beside what fills and follows them."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.waterfall import cohort_of
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import Choices
from hhcrm.queries.waterfall_models import Filling, WaterfallBoard, WaterfallFilter
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.list_place import ListSplit, single_shot
from hhcrm.ui.shared.newest import Newest
from hhcrm.ui.shared.panel import Panel, PlaceHead
from hhcrm.ui.shared.steady import Steady
from hhcrm.ui.shared.text import Text
from hhcrm.ui.waterfall import cells
from hhcrm.ui.waterfall.acting import Acting
from hhcrm.ui.waterfall.board import BoardView
from hhcrm.ui.waterfall.capacity_panel import CapacityPanel
from hhcrm.ui.waterfall.decide_panel import DecidePanel
from hhcrm.ui.waterfall.fill_panel import FillPanel
from hhcrm.ui.waterfall.forecast_panel import ForecastPanel
from hhcrm.ui.waterfall.kit import WaterfallKit
from hhcrm.ui.waterfall.side import SideColumn

SIDE_BY_SIDE = 720
"""From how many pixels at 100 per cent text the column stands beside the board."""

_MOST_PLACES = 12
_MORE = 20
_LISTS = ("source_type", "app_user", "territory")
_SHOWN = (
    "referral_source", "cohort", "cohort_member", "visit", "referral", "source_type", "setting", "app_user", "holiday",
)  # fmt: skip


class WaterfallPlace(QWidget):
    """Holds whose cohorts are shown; `liaison_id` is None for everybody's."""

    def __init__(self, desk: Desk, frame: Frame, kit: WaterfallKit | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._frame = frame
        self._kit = kit or WaterfallKit()
        self._context = FormContext(desk, frame, self._kit.drafts)
        self._listed = self._scope_known = self._placing = False
        self._month: date | None = None
        self._candidates = 0
        self._wanted: int | None = None
        self._unseen: set[QWidget | None] = set()
        self._boards, self._fillings = Newest(desk, self), Newest(desk, self)
        self.setObjectName("place_waterfall")
        self.setAccessibleName(translate("waterfall", "Waterfall"))
        self._again = single_shot(self, 0)
        self._put_together()
        self.acting = Acting(self._context, self.board.cards, self.ask, self.decide, self)
        self._connect()

    # What the frame asks

    def refresh(self) -> None:
        """Ask again for what is shown; what is there stays until the answers come."""
        self._again.start()

    def show_where(
        self,
        source_id: int | None = None,
        decide: int | None = None,
        *,
        capacity: bool = False,
        liaison_id: int | None = None,
    ) -> None:
        """Go to the card of a source; with `decide` show what is offered for one; go to a liaison's `capacity`."""
        if capacity:
            self._show_capacity(liaison_id)
            return
        wanted = decide if decide is not None else source_id
        if wanted is not None and not self.board.choose_source(wanted):
            self._wanted = wanted
        if decide is not None:
            self.acting.decide(decide)

    def _show_capacity(self, liaison_id: int | None) -> None:
        """Capacity, of a liaison or of everybody."""
        if self.capacity is None:
            return
        self._scope_known = True
        self.liaison.set_value(str(liaison_id) if liaison_id is not None else "")
        self._unseen = {self.capacity, self.forecast}
        self._ask_board()

    def _on_filled(self, panel: QWidget) -> None:
        """Who came for capacity sees it once it is there; what is filled above it moves it down once more."""
        if self.capacity is None or not self._unseen:
            return
        self._unseen.discard(panel)
        self.side.show_top(self.capacity)
        if panel is self.capacity:
            self.capacity.as_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def source_in_sight(self) -> int | None:
        """The source of the card in hand: Ctrl+L logs a visit there."""
        card = self.board.card
        return card.source_id if card is not None else None

    @property
    def liaison_id(self) -> int | None:
        """Whose cohorts are shown."""
        return _id(self.liaison)

    # Making

    def _put_together(self) -> None:
        self._make_head()
        self.board = BoardView()
        self.ask = AskBar("waterfall_ask", self._context)
        self.thresholds = Text("", "small", "muted", wrap=True)
        self.decide, self.fill = DecidePanel(), FillPanel()
        self.side = SideColumn()
        self.side.add(self.decide)
        self.side.add(self.fill)
        self.forecast, self.capacity = self._ahead()
        self.side.setMinimumSize(scaled(230), scaled(200))
        self.split = ListSplit(
            "waterfall_split", self._board_panel(), self.side, sizes=(800, 254), enough=SIDE_BY_SIDE, stretch=(1, 0)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(18), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(self.head)
        column.addWidget(Steady(self._chips(), self.ask, gap=scaled(10)))
        column.addWidget(self.split, 1)

    def _ahead(self) -> tuple[ForecastPanel | None, CapacityPanel | None]:
        """What lies ahead, below the candidates; without a painter of charts there is nothing to see of it."""
        painter = self._kit.painter
        if painter is None:
            return None, None
        forecast = ForecastPanel(self._desk, self._frame, painter)
        capacity = CapacityPanel(self._desk, self._frame, painter)
        for panel in (forecast, capacity):
            self.side.add(panel)
            panel.filled.connect(partial(self._on_filled, panel))
        return forecast, capacity

    def _make_head(self) -> None:
        anyone = (("", translate("waterfall", "everybody")),)
        anything = (("", translate("waterfall", "any")),)
        self.head = PlaceHead(translate("waterfall", "Waterfall"), translate("waterfall", "Is the pipeline steady?"))
        self.liaison = FilterChip(translate("waterfall", "Liaison"), anyone, "waterfall_liaison", filters=False)
        self.type = FilterChip(translate("waterfall", "Type"), anything, "waterfall_type")
        self.territory = FilterChip(translate("waterfall", "Territory"), anything, "waterfall_territory")
        self.places = FilterChip(translate("waterfall", "Cohort of"), _sizes(5), "waterfall_size", filters=False)
        self.add_button = Button(translate("waterfall", "Prospect"), icon="plus", size="small", name="waterfall_add")
        self.add_button.setToolTip(translate("waterfall", "Add a new source straight into the cohort of this month"))
        self.head.add(self.add_button)

    def _chips(self) -> QWidget:
        chips = QWidget()
        row = FlowLayout(chips, scaled(8))
        for chip in (self.liaison, self.places, self.type, self.territory):
            row.addWidget(chip)
        return chips

    def _board_panel(self) -> Panel:
        panel = Panel(0, 0)
        add = Button(translate("waterfall", "Add a prospect"), "primary", name="waterfall_empty_add")
        add.clicked.connect(self._add_prospect)
        sentence = translate(
            "waterfall",
            "Each month a liaison takes on a few new prospects and sees each of them once a month: here they go from "
            "visit to visit until they are active.",
        )
        self.empty = EmptyPlace(translate("waterfall", "Nobody is on the way yet"), sentence, add)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.empty)
        panel.body.addWidget(holder, 1)
        self.thresholds.setContentsMargins(scaled(12), scaled(7), scaled(12), scaled(5))
        panel.body.addWidget(self.thresholds)
        return panel

    def _connect(self) -> None:
        self.board.wanted.connect(self._on_wanted)
        self.board.moved.connect(self.acting.move)
        self.board.row_menu.connect(self.acting.pop_up_row)
        self.liaison.chosen.connect(lambda _value: self._on_liaison())
        self.type.chosen.connect(lambda _value: self._ask_board())
        self.territory.chosen.connect(lambda _value: self._ask_board())
        self.places.chosen.connect(self._on_size)
        self.add_button.clicked.connect(self._add_prospect)
        self.fill.add_asked.connect(self.acting.add)
        self.fill.opened.connect(lambda source_id: self._frame.go("sources", source_id=source_id))
        self.fill.month_asked.connect(self._on_month)
        self.fill.more_asked.connect(self._on_more)
        self.decide.left.connect(lambda: self.board.setFocus(Qt.FocusReason.OtherFocusReason))
        self._again.timeout.connect(self._on_again)
        self._desk.changed.connect(self._on_changed)

    # Asking

    def _on_again(self) -> None:
        if self._listed:
            self._ask_board()
        else:
            self._ask_lists()

    def _ask_lists(self) -> None:
        self._desk.read(lambda ask: (ask.choices(), ask.calendar_scope()), self._on_choices, owner=self)

    def _on_choices(self, found: tuple[Choices, int | None]) -> None:
        choices, own = found
        self._placing = True
        anyone, anything = ("", translate("waterfall", "everybody")), ("", translate("waterfall", "any"))
        self.liaison.set_choices((anyone, *((str(each.id), each.name) for each in choices.users)))
        self.type.set_choices((anything, *((str(each.id), each.name) for each in choices.types)))
        self.territory.set_choices((anything, *((str(each.id), each.name) for each in choices.territories)))
        if not self._scope_known:
            self._scope_known = True
            self.liaison.set_value(str(own) if own is not None else "")
        self._placing, self._listed = False, True
        self._ask_board()

    def _ask_board(self) -> None:
        """Ask for the board and, behind it, for the candidates of the liaison chosen."""
        if self._placing:
            return
        asked = WaterfallFilter(self.liaison_id, _id(self.type), _id(self.territory))
        self._boards.ask(lambda q: q.waterfall_board(asked), self._show_board)
        self._ask_filling()
        for panel in (self.forecast, self.capacity):
            if panel is not None:
                panel.ask(self.liaison_id)

    def _ask_filling(self) -> None:
        liaison_id, month = self.liaison_id, self._month or cohort_of(self._desk.today())
        if liaison_id is None:
            self.fill.show_nobody()
            return
        limit = _MORE * self._candidates
        self._fillings.ask(
            lambda q: q.cohort_filling(liaison_id, month, limit) if limit else q.cohort_filling(liaison_id, month),
            self._show_filling,
        )

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_LISTS) and self._listed:
            self._ask_lists()
        elif changes.touches(*_SHOWN):
            self.refresh()

    # Showing

    def _show_board(self, board: WaterfallBoard) -> None:
        shows = board.any or not (self.type.value == self.territory.value == "")
        self._stack.setCurrentWidget(self.board if shows or (self.liaison_id is not None and board.any) else self.empty)
        self.board.show_board(board, self.liaison_id is None)
        self.thresholds.setText(cells.thresholds_line(board.thresholds))
        self.thresholds.setToolTip("\n".join(filter(None, dict.fromkeys(each.words for each in board.thresholds))))
        self.thresholds.setVisible(bool(board.thresholds))
        self._show_size(board)
        if self._wanted is not None and self.board.choose_source(self._wanted):
            self._wanted = None
        if self.hasFocus():
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_size(self, board: WaterfallBoard) -> None:
        """How large the cohort of the present month is, where one liaison's is shown."""
        month = cohort_of(board.today)
        here = next((row for row in board.rows if row.month == month and row.liaison_id == self.liaison_id), None)
        self.places.setVisible(here is not None)
        if here is not None:
            self._placing = True
            self.places.set_choices(_sizes(here.size))
            self.places.set_value(str(here.size))
            self._placing = False

    def _show_filling(self, filling: Filling) -> None:
        if filling.liaison_id == self.liaison_id:
            self.fill.show_filling(filling, cohort_of(self._desk.today()))

    # What the person does

    def _on_wanted(self, what: str, card: object, where: QPoint) -> None:
        # After what is going on, for example a drag: what follows may open a dialog.
        QTimer.singleShot(0, self, lambda: self.acting.act(what, card, where))  # type: ignore[arg-type]  # a Card, by way of a signal

    def _on_liaison(self) -> None:
        self._month, self._candidates = None, 0
        self.board.forget_place()
        self._ask_board()

    def _on_size(self, value: str) -> None:
        if not self._placing and self.liaison_id is not None:
            self.acting.resize(self.liaison_id, cohort_of(self._desk.today()), int(value))

    def _on_month(self, month: date) -> None:
        self._month = month
        self._ask_filling()

    def _on_more(self) -> None:
        self._candidates += 1
        self._ask_filling()

    def _add_prospect(self) -> None:
        if self.liaison_id is not None:
            self._frame.go("sources", new_of=self.liaison_id)
        else:
            self._frame.toast(translate("waterfall", "Choose a liaison first: a cohort is one liaison's."))
            self.liaison.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's side

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard belongs to the cards, not on the ground around them."""
        super().focusInEvent(event)
        if self._stack.currentWidget() is self.board:
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.liaison.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for both, else the column below."""
        super().resizeEvent(event)
        self.split.fit(self.width())


def _id(chip: FilterChip) -> int | None:
    return int(chip.value) if chip.value else None


def _sizes(present: int) -> tuple[tuple[str, str], ...]:
    """The sizes that are offered, and the one there is."""
    sizes = sorted({*range(1, _MOST_PLACES + 1), present})
    return tuple((str(size), translate("waterfall", "{size} a month").format(size=size)) for size in sizes)
