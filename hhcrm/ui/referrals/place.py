"""The place of referrals: a board of the open ones or a table of all, beside one referral in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.read_models import SavedViewLine
from hhcrm.queries.referral_models import (
    ReferralBoard,
    ReferralChoices,
    ReferralCounts,
    ReferralFilter,
    ReferralQuestion,
)
from hhcrm.ui.referrals import cells
from hhcrm.ui.referrals.board import Board
from hhcrm.ui.referrals.bulk import ReferralBulkBar
from hhcrm.ui.referrals.context import ReferralContext, ReferralsKit
from hhcrm.ui.referrals.filters import ReferralFilterBar
from hhcrm.ui.referrals.form import KIND, NEW
from hhcrm.ui.referrals.left import LeftSide
from hhcrm.ui.referrals.model import ReferralTable
from hhcrm.ui.referrals.moving import Mover
from hhcrm.ui.referrals.pane import ReferralPane
from hhcrm.ui.referrals.privacy import Privacy
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.list_place import (
    FOLLOW_MS,
    KEEP_MS,
    ListSplit,
    choose_columns,
    find_keys,
    select_current_only,
    single_shot,
)
from hhcrm.ui.shared.panel import PlaceHead
from hhcrm.ui.shared.saved_views import SavedViews
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.steady import Steady
from hhcrm.ui.shared.table import TableView

PLACE = "referrals"
TABLE_KEY = "referrals.table"
SPLIT_KEY = "referrals.split"
VIEW_KEY = "referrals.view"
BOARD, TABLE = "board", "table"
SIDE_BY_SIDE = 720
"""From how many pixels at 100 per cent text the pane stands beside board or table."""

_LISTS = (
    "source_type", "app_user", "service_line", "payer", "clinical_group", "discipline", "decline_reason", "saved_view",
    "setting",
)  # fmt: skip
_SHOWN = (
    "referral", "referral_stage_entry", "referral_patient", "referral_discipline", "loop_update", "commitment",
    "referral_source", "contact", "setting",
)  # fmt: skip


class ReferralsPlace(QWidget):
    """What came in and what became of it?"""

    def __init__(self, desk: Desk, frame: Frame, kit: ReferralsKit | None = None) -> None:
        super().__init__()
        self.title = translate("referrals", "Referrals")
        self.question = translate("referrals", "What came in and what became of it?")
        self.setObjectName("place_referrals")
        self.setAccessibleName(self.title)
        self._desk = desk
        self._frame = frame
        self._kit = kit or ReferralsKit()
        self._context = ReferralContext(desk, frame, self._kit)
        self._counts: ReferralCounts | None = None
        self._board_asked = 0
        self._begun = False
        self._wanted: int | None = None
        self._put_away: int | None = None
        self._filter_to_come: ReferralFilter | None = None
        self._record_to_come: Callable[[], None] | None = None
        self._listed = False
        self.rows = ReferralTable(desk, self)
        self.table = TableView(self.rows.model, "referrals_table", self.title)
        self.board = Board(lambda: (desk.now(), desk.zone()))
        self.left = LeftSide(self.board, self.table)
        self.filters = ReferralFilterBar(desk.today)
        self.mover = Mover(self._context, self)
        self.ask = AskBar("referrals_ask", self._context)
        self.saved_views = SavedViews(self._context, PLACE, self.filters, self.table.kept_state, self.ask, self)
        self.bulk = ReferralBulkBar(self._context, self.table, self.filters.filter, self.ask, self.mover)
        self.pane = ReferralPane(self._context)
        self.privacy = Privacy(self, desk.now, lambda: self._context.choices.hide_patient_minutes)
        self._follow = single_shot(self, FOLLOW_MS)
        self._again = single_shot(self, 0)
        self._keep = single_shot(self, KEEP_MS)
        self._put_together()
        self._connect()
        self._restore()

    # What the frame asks

    def refresh(self) -> None:
        """Ask again for what is shown; what is there stays until the answers come."""
        self._again.start()

    def show_where(
        self,
        referral_id: int | None = None,
        filter: ReferralFilter | None = None,  # noqa: A002  # the word of whoever sends people here
        record: bool = False,
        source_id: int | None = None,
        tab: str = "",
    ) -> None:
        """Go to a referral (and a tab of it), to those of a filter, or to the form of a new one (`record`)."""
        if filter is not None:
            self._show_filter(filter)
        if record:
            self.record(source_id)
        elif referral_id is not None:
            self._wanted = referral_id
            self._follow.stop()
            if tab:
                self.pane.tabs.open(tab)
            self.pane.show_referral(referral_id)
            self._select(referral_id)
            self._split.reveal()

    def source_in_sight(self) -> int | None:
        """The source of the referral in the pane, for what is done from anywhere about it."""
        if self.pane.form is not None:
            return self.pane.form.source_id
        detail = self.pane.detail
        return detail.row.source_id if detail is not None and not detail.source_archived else None

    def record(self, source_id: int | None = None) -> None:
        """Open the form of a new referral in the pane."""
        self._follow.stop()  # a card chosen just before must not take the form's place
        if not self._listed:  # without the lists there is nothing to choose from
            self._record_to_come = lambda: self.record(source_id)
            return
        self.pane.show()
        self.pane.record(source_id)
        self._split.reveal()

    @property
    def view(self) -> str:
        """Whether the board or the table is shown."""
        return self.views.value

    # Making

    def _put_together(self) -> None:
        self.head = PlaceHead(self.title, self.question)
        self.views = Segmented(
            ((BOARD, "B", translate("referrals", "Board")), (TABLE, "T", translate("referrals", "Table"))),
            "referrals_views",
            translate("referrals", "Show as"),
            show_keys=False,
        )
        self.views.set_value(BOARD)
        words = translate("referrals", "Import")
        self.import_button = Button(words, size="small", name="referrals_import")
        words = translate("referrals", "Export")
        self.export_button = Button(words, size="small", name="referrals_export")
        for widget in (self.views, self.import_button, self.export_button):
            self.head.add(widget)
        self.import_button.setHidden(self._kit.import_list is None)
        self._split = ListSplit(
            "referrals_split", self.left, self.pane, sizes=(700, 348), enough=SIDE_BY_SIDE, stretch=(3, 1)
        )
        self.pane.setMinimumSize(scaled(290), scaled(360))
        column = QVBoxLayout(self)
        edge = scaled(24)
        column.setContentsMargins(edge, scaled(18), edge, scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(self.head)
        column.addWidget(Steady(self.filters, self.bulk, self.ask, gap=scaled(12)))
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self._on_view_kind)
        self.filters.changed.connect(self._on_filter_changed)
        self.filters.field.went_down.connect(self._on_down)
        self.filters.columns_asked.connect(partial(choose_columns, self.table))
        self.filters.view_chosen.connect(self._on_view)
        self.rows.counted.connect(self._on_counted)
        # Later: the table first puts its selection back where the rows now stand.
        self.rows.arrived.connect(lambda: QTimer.singleShot(0, self, self._on_arrived))
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(self._on_opened)
        self.table.state_changed.connect(self._keep.start)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_bulk())
        self.board.chosen.connect(self._on_current)
        self.board.opened.connect(self._on_opened)
        self.board.move_asked.connect(self.mover.move)
        self.board.rest_asked.connect(self._on_rest)
        self.pane.move_asked.connect(self.mover.move)
        self.pane.weigh_asked.connect(self.mover.accept_weighed)
        self.pane.saved.connect(self._on_saved)
        self.pane.put_away.connect(self._on_put_away)
        self.pane.left_form.connect(self.left.focus_in)
        self.pane.uncover.clicked.connect(self.privacy.show)
        self.privacy.covered.connect(self.pane.cover)
        self.bulk.none_asked.connect(partial(select_current_only, self.table))
        self._split.splitterMoved.connect(lambda *_: self._keep.start())
        self._follow.timeout.connect(self._on_follow)
        self._again.timeout.connect(self._on_again)
        self._keep.timeout.connect(self._on_keep)
        self._desk.changed.connect(self._on_changed)
        self.left.record_asked.connect(lambda: self.record())
        self.left.clear_asked.connect(self._on_clear_first)
        self.import_button.clicked.connect(lambda: self._kit.import_list and self._kit.import_list())
        self.export_button.clicked.connect(lambda: self._kit.export and self._kit.export(self.filters.filter(), None))
        find_keys(self, self.filters.field)

    def _restore(self) -> None:
        state: dict[str, Any] = self._kit.memory.get(TABLE_KEY, {})
        self.table.restore(state or {"sort": ["received", True]})
        self._split.put_back(self._kit.memory.get(SPLIT_KEY, []))
        self.views.set_value(TABLE if self._kit.memory.get(VIEW_KEY, BOARD) == TABLE else BOARD)
        self._on_view_kind(self.view)

    # Asking

    def _show_filter(self, which: ReferralFilter) -> None:
        """Whoever comes with a filter wants the rows behind it."""
        if not self._listed:  # a payer or a type can only be shown once its name is known
            self._filter_to_come = which
            return
        self._filter_to_come = None
        self.views.set_value(TABLE)
        self.filters.show_filter(which)

    def _on_filter_changed(self) -> None:
        self._wanted = None  # whoever filters looks for another referral than the one gone to before
        self._ask_rows()

    def _ask_rows(self) -> None:
        which = self.filters.filter()
        if self.view == BOARD:
            self._ask_board(which)
            return
        key, down = self.rows.model.sort_by
        self.rows.ask(ReferralQuestion(which, key or "received", down if key else True))

    def _ask_board(self, which: ReferralFilter) -> None:
        self._board_asked += 1
        mine = self._board_asked
        asked = _of_board(which)
        self._desk.read(
            lambda q: q.referral_board(asked),
            lambda board: self._on_board(board) if mine == self._board_asked else None,
            owner=self,
        )

    def _on_again(self) -> None:
        if not self._begun:
            self._begun = True
            self._ask_lists()
            self._look_for_draft()
            self._ask_rows()
        elif self.view == BOARD:
            self._ask_board(self.filters.filter())
        else:
            self.rows.ask_again()
        self.pane.refresh()

    def _ask_lists(self) -> None:
        self._desk.read(lambda q: q.referral_choices(), self._on_choices, owner=self)
        self.saved_views.look()

    def _on_choices(self, choices: ReferralChoices) -> None:
        self._context.choices = choices
        self._listed = True
        self.filters.offer(choices)
        if self._filter_to_come is not None:
            self._show_filter(self._filter_to_come)
        later, self._record_to_come = self._record_to_come, None
        if later is not None:
            later()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_LISTS):
            self._ask_lists()
        if changes.touches(*_SHOWN):
            self.refresh()

    # Showing

    def _on_view_kind(self, value: str) -> None:
        is_board = value == BOARD
        self.filters.show_board(is_board)
        self.export_button.setHidden(is_board or self._kit.export is None)
        self.head.say(self.question)
        self.bulk.setVisible(False)
        if is_board:
            self.left.show_board()
        else:
            self.left.show_table()
        if self._begun:
            self._ask_rows()
        self._keep.start()

    def _on_board(self, board: ReferralBoard) -> None:
        if self.view != BOARD:
            return
        self.board.show_board(board)
        self.head.say(self.question)
        self.left.show_board(board.any)
        shown = self._wanted or self.pane.referral_id
        if shown is not None:
            if self.board.select_id(shown) and self.pane.referral_id is None and not self.pane.is_recording:
                self.pane.show_referral(shown)  # it came back, for example by Redo
        elif not self.pane.is_recording and not self._form_comes() and not self.pane.is_typing():
            self._choose_first_card()

    def _form_comes(self) -> bool:
        """Whether the form of a new referral is on its way: what is chosen by arriving must not take its place."""
        return self._record_to_come is not None or (self.pane.is_recording and self.pane.form is None)

    def _choose_first_card(self) -> None:
        for column in self.board.columns:
            if column.list.choose(0):
                return

    def _on_counted(self, counts: ReferralCounts) -> None:
        self._counts = counts
        if self.view != TABLE:
            return
        self.head.say(cells.counts_words(counts, self.filters.filter().archived))
        self.left.show_table(counts.shown, counts.any or not self.filters.is_empty)
        self._show_bulk()

    def _on_arrived(self) -> None:
        """Rows stand in the table: one of them is chosen, the same as before where it is still there."""
        self._leave_put_away()
        if self.rows.model.total == 0 or self.table.currentIndex().isValid() or self.pane.is_recording:
            return
        shown = self._wanted or self.pane.referral_id
        if shown is not None and (self.table.select_id(shown) or self._wanted is not None):
            return
        self.table.selectRow(0)

    def _on_put_away(self) -> None:
        detail = self.pane.detail
        if detail is None or detail.row.archived == self.filters.filter().archived:
            return  # it belongs to the rows that are listed now, or comes back to them
        self._put_away, self._wanted = self.pane.referral_id, None
        self._leave_put_away()

    def _leave_put_away(self) -> None:
        """In the table go from a referral just put away to the one whose row is marked, once its own row is gone."""
        if self.view != TABLE or self._put_away is None or self.table.current_id() in (None, self._put_away):
            return
        if self._put_away == self.pane.referral_id and not self.pane.is_recording and not self.pane.is_typing():
            self.table.keep_marked()
            self._follow.start()
        self._put_away = None

    def _show_bulk(self) -> None:
        if self.view == TABLE:
            self.bulk.show_selection(self._counts.shown if self._counts is not None else self.rows.model.total)

    def _select(self, referral_id: int) -> None:
        if self.view == BOARD:
            self.board.select_id(referral_id)
        else:
            self.table.select_id(referral_id)

    def _current_id(self) -> int | None:
        return self.board.current_id() if self.view == BOARD else self.table.current_id()

    def _on_current(self, referral_id: int | None) -> None:
        if referral_id is not None and not self._form_comes():
            self._follow.start()

    def _on_follow(self) -> None:
        referral_id = self._current_id()
        if referral_id is None or referral_id == self.pane.referral_id:
            return
        self._wanted = None
        typing, new = self.pane.is_typing(), self.pane.form is not None
        left = self.pane.referral_id
        self.pane.show_referral(referral_id)
        if typing and self._context.drafts is not None:
            self._say_kept(None if new else left)

    def _say_kept(self, left: int | None) -> None:
        words = translate("referrals", "What you typed is kept as a draft")

        def go_back() -> None:
            if left is None:
                self.pane.resume()
            else:
                self.show_where(left)

        self._frame.toast(words, action=(translate("referrals", "Go back"), go_back))

    def _on_opened(self, referral_id: int) -> None:
        """Enter: on to the facts."""
        if referral_id != self.pane.referral_id or self.pane.form is not None:
            self._follow.stop()
            self.pane.show_referral(referral_id)
            return
        self.pane.tabs.open("facts")
        if self.pane.facts is not None:
            self.pane.facts.form.focus_first()

    def _on_saved(self, referral_id: int) -> None:
        self._wanted = referral_id
        self.left.focus_in()

    def _on_rest(self, stages: tuple[ReferralStage, ...]) -> None:
        """A column holds more than its cards: the table shows all."""
        self._show_filter(replace(_of_board(self.filters.filter()), stages=stages))

    def _on_down(self) -> None:
        """From the filter to the rows or cards: one is chosen there, so that Enter opens it."""
        self.left.focus_in()
        if self.view == TABLE and not self.table.currentIndex().isValid() and self.rows.model.total:
            self.table.selectRow(0)

    def _on_clear_first(self) -> None:
        self.filters.clear_all()
        self.filters.field.setFocus()

    # Drafts

    def _look_for_draft(self) -> None:
        """A new referral that was left half-filled is offered again."""
        drafts = self._context.drafts
        if drafts is not None:
            self._desk.read(lambda _questions: drafts.get(KIND, NEW), self._offer_draft, owner=self)

    def _offer_draft(self, draft: object | None) -> None:
        if draft is not None and self.pane.form is None:
            words = translate("referrals", "A new referral was left half-filled.")
            self._frame.toast(words, action=(translate("referrals", "Go on with it"), self.pane.resume))

    # Views and columns

    def _on_view(self, view: SavedViewLine) -> None:
        state = view.spec.get("table")
        if isinstance(state, dict):
            self.table.restore(state)

    def _on_keep(self) -> None:
        """How the place is arranged, for the next start."""
        try:
            self._kit.memory.set(TABLE_KEY, self.table.kept_state())
            self._kit.memory.set(VIEW_KEY, self.view)
            sizes = self._split.kept_sizes()
            if sizes is not None:
                self._kit.memory.set(SPLIT_KEY, sizes)
        except KnownFault as fault:
            self._frame.fault(fault)

    # Qt's side

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Who comes here can use the arrows at once."""
        super().showEvent(event)
        self.privacy.watch()
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.left.focus_in()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard belongs to the cards or rows, not on the ground around them."""
        super().focusInEvent(event)
        if self.pane.form is None:
            self.left.focus_in()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for both, else the pane below."""
        super().resizeEvent(event)
        self._split.fit(self.width())


def _of_board(which: ReferralFilter) -> ReferralFilter:
    """The board knows fewer filters: those by stage and day belong to the table."""
    return ReferralFilter(
        typed=which.typed,
        liaison_id=which.liaison_id,
        unassigned=which.unassigned,
        service_line_id=which.service_line_id,
    )
