"""The place of referrals: a board of the open ones or a table of all, beside one referral in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
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
)
from hhcrm.ui.referrals import cells
from hhcrm.ui.referrals.arrangement import Arrangement
from hhcrm.ui.referrals.board import Board
from hhcrm.ui.referrals.bulk import ReferralBulkBar
from hhcrm.ui.referrals.context import ReferralContext, ReferralsKit
from hhcrm.ui.referrals.feed import Feed, of_board
from hhcrm.ui.referrals.filters import ReferralFilterBar
from hhcrm.ui.referrals.following import Follower
from hhcrm.ui.referrals.form import KIND, NEW
from hhcrm.ui.referrals.left import LeftSide
from hhcrm.ui.referrals.model import ReferralTable
from hhcrm.ui.referrals.moving import Mover
from hhcrm.ui.referrals.pane import ReferralPane
from hhcrm.ui.referrals.privacy import Privacy
from hhcrm.ui.referrals.top import BOARD, TABLE, ReferralsTop
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.list_place import (
    KEEP_MS,
    ListSplit,
    choose_columns,
    find_keys,
    select_current_only,
    single_shot,
)
from hhcrm.ui.shared.saved_views import SavedViews
from hhcrm.ui.shared.steady import Steady
from hhcrm.ui.shared.table import TableView

PLACE = "referrals"
MINUTE_MS = 60_000
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
        self._begun = False
        self._filter_to_come: ReferralFilter | None = None
        self._record_to_come: Callable[[], None] | None = None
        self._listed = False
        self.rows = ReferralTable(desk, self._context.moment, self)
        self.feed = Feed(desk, self.rows, self)
        self.table = TableView(self.rows.model, "referrals_table", self.title)
        self.board = Board(self._context.moment)
        self.left = LeftSide(self.board, self.table)
        self.filters = ReferralFilterBar(desk.today)
        self.mover = Mover(self._context, self)
        self.ask = AskBar("referrals_ask", self._context)
        self.saved_views = SavedViews(self._context, PLACE, self.filters, self.table.kept_state, self.ask, self)
        self.bulk = ReferralBulkBar(self._context, self.table, self.filters.filter, self.ask, self.mover)
        self.pane = ReferralPane(self._context)
        self.privacy = Privacy(self, desk.now, lambda: self._context.choices.hide_patient_minutes)
        self._again = single_shot(self, 0)
        self._keep = single_shot(self, KEEP_MS)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._put_together()
        self.follower = Follower(self, self, self._context, self._form_comes)
        self._connect()
        self.arrangement = Arrangement(self._kit.memory, self.table, self.split, self.head.views)
        self.arrangement.put_back()
        self._on_view_kind(self.view)

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
            self.follower.go_to(referral_id, tab)

    def source_in_sight(self) -> int | None:
        """The source of the referral in the pane, for what is done from anywhere about it."""
        if self.pane.form is not None:
            return self.pane.form.source_id
        detail = self.pane.detail
        return detail.row.source_id if detail is not None and not detail.source_archived else None

    def record(self, source_id: int | None = None) -> None:
        """Open the form of a new referral in the pane."""
        self.follower.stop()  # a card chosen just before must not take the form's place
        if not self._listed:  # without the lists there is nothing to choose from
            self._record_to_come = lambda: self.record(source_id)
            return
        self.pane.show()
        self.pane.record(source_id)
        self.split.reveal()

    @property
    def view(self) -> str:
        """Whether the board or the table is shown."""
        return self.head.views.value

    # Making

    def _put_together(self) -> None:
        self.head = ReferralsTop(self.title, self.question, self._kit)
        self.split = ListSplit(
            "referrals_split", self.left, self.pane, sizes=(700, 348), enough=SIDE_BY_SIDE, stretch=(3, 1)
        )
        self.pane.setMinimumSize(scaled(290), scaled(420))
        column = QVBoxLayout(self)
        edge = scaled(24)
        column.setContentsMargins(edge, scaled(18), edge, scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(self.head)
        column.addWidget(Steady(self.filters, self.bulk, self.ask, gap=scaled(12)))
        column.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.head.views.chosen.connect(self._on_view_kind)
        self.head.unassigned_asked.connect(self._show_filter)
        self.filters.changed.connect(self._on_filter_changed)
        self.filters.field.went_down.connect(self._on_down)
        self.filters.columns_asked.connect(partial(choose_columns, self.table))
        self.filters.view_chosen.connect(self._on_view)
        self.rows.counted.connect(self._on_counted)
        self.feed.board_came.connect(self._on_board)
        self.feed.choices_came.connect(self._on_choices)
        self.feed.unassigned_counted.connect(self.head.show_unassigned)
        # Later: the table first puts its selection back where the rows now stand.
        self.rows.arrived.connect(lambda: QTimer.singleShot(0, self, self._on_arrived))
        self.table.current_changed.connect(self.follower.follow)
        self.table.opened.connect(self.follower.open)
        self.table.state_changed.connect(self._keep.start)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_bulk())
        self.board.chosen.connect(self.follower.follow)
        self.board.opened.connect(self.follower.open)
        self.board.move_asked.connect(lambda key, stage: self.mover.move(key, stage, seen=self.board.stage_of(key)))
        self.mover.outdated.connect(self.refresh)
        self.board.rest_asked.connect(self._on_rest)
        self.pane.move_asked.connect(lambda key, stage: self.mover.move(key, stage, seen=self.pane.stage))
        self.pane.weigh_asked.connect(self.mover.accept_weighed)
        self.pane.saved.connect(self._on_saved)
        self.pane.put_away.connect(self.follower.put_away)
        self.pane.left_form.connect(self.left.focus_in)
        self.pane.uncover.clicked.connect(self.privacy.show)
        self.privacy.covered.connect(self.pane.cover)
        self.bulk.none_asked.connect(partial(select_current_only, self.table))
        self.split.splitterMoved.connect(lambda *_: self._keep.start())
        self._again.timeout.connect(self._on_again)
        self._keep.timeout.connect(self._on_keep)
        self._minute.timeout.connect(self._on_minute)
        self._desk.changed.connect(self._on_changed)
        self.left.record_asked.connect(lambda: self.record())
        self.left.clear_asked.connect(self._on_clear_first)
        self.head.export_asked.connect(lambda: self._kit.export and self._kit.export(self.filters.filter(), None))
        find_keys(self, self.filters.field)

    # Asking

    def _show_filter(self, which: ReferralFilter) -> None:
        """Whoever comes with a filter wants the rows behind it."""
        if not self._listed:  # a payer or a type can only be shown once its name is known
            self._filter_to_come = which
            return
        self._filter_to_come = None
        self.head.views.set_value(TABLE)
        self.filters.show_filter(which)

    def _on_filter_changed(self) -> None:
        self.follower.wanted = None  # whoever filters looks for another referral than the one gone to before
        self._ask_rows()

    def _on_again(self) -> None:
        if not self._begun:
            self._begun = True
            self.feed.ask_lists()
            self.saved_views.look()
            self._look_for_draft()
            self._ask_rows()
        else:
            self.feed.ask_again(self.view, self.filters.filter())
        self.pane.refresh()

    def _ask_rows(self) -> None:
        self.feed.ask(self.view, self.filters.filter())

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
            self.feed.ask_lists()
            self.saved_views.look()
        if changes.touches(*_SHOWN):
            self.refresh()

    def _on_minute(self) -> None:
        """The clocks went on: what is shown says so, and what is filtered or sorted by them is asked for again."""
        self.board.tick()
        self.table.viewport().update()
        if self.filters.filter().clock is not None or (self.view == TABLE and self.rows.model.sort_by[0] == "clock"):
            self.feed.ask_again(self.view, self.filters.filter())

    # Showing

    def _on_view_kind(self, value: str) -> None:
        is_board = value == BOARD
        self.filters.show_board(is_board)
        self.head.offer_export(not is_board)
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
        shown = self.follower.wanted or self.pane.referral_id
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
        self.follower.leave_put_away()
        if self.rows.model.total == 0 or self.table.currentIndex().isValid() or self.pane.is_recording:
            return
        shown = self.follower.wanted or self.pane.referral_id
        if shown is not None and (self.table.select_id(shown) or self.follower.wanted is not None):
            return
        self.table.selectRow(0)

    def _show_bulk(self) -> None:
        if self.view == TABLE:
            self.bulk.show_selection(self._counts.shown if self._counts is not None else self.rows.model.total)

    def _on_saved(self, referral_id: int) -> None:
        self.follower.wanted = referral_id
        self.left.focus_in()

    def _on_rest(self, stages: tuple[ReferralStage, ...]) -> None:
        """A column holds more than its cards: the table shows all."""
        self._show_filter(replace(of_board(self.filters.filter()), stages=stages))

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
            self.arrangement.keep()
        except KnownFault as fault:
            self._frame.fault(fault)

    # Qt's side

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Who comes here can use the arrows at once."""
        super().showEvent(event)
        self._minute.start()
        self.privacy.watch()
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.left.focus_in()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight no clock goes on."""
        super().hideEvent(event)
        self._minute.stop()

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
        self.split.fit(self.width())
