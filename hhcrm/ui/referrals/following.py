"""From the card or row that is chosen to the pane, and from the pane back to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import translate
from hhcrm.queries.referral_models import ReferralRow
from hhcrm.ui.referrals.board import Board
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.referrals.filters import ReferralFilterBar
from hhcrm.ui.referrals.loop_tab import LoopTab
from hhcrm.ui.referrals.pane import ReferralPane
from hhcrm.ui.referrals.top import BOARD, TABLE
from hhcrm.ui.shared.list_place import FOLLOW_MS, ListSplit, single_shot
from hhcrm.ui.shared.table import TableView


class Sides(Protocol):
    """The parts of the place between which it goes."""

    board: Board
    table: TableView[ReferralRow]
    pane: ReferralPane
    filters: ReferralFilterBar
    split: ListSplit

    @property
    def view(self) -> str:
        """Whether the board or the table is shown."""


class Follower(QObject):
    """Shows in the pane what rests under the mark. `wanted` is the referral somebody was sent to."""

    def __init__(self, place: QWidget, sides: Sides, context: ReferralContext, form_comes: Callable[[], bool]) -> None:
        super().__init__(place)
        self._sides = sides
        self._context = context
        self._form_comes = form_comes
        self.wanted: int | None = None
        self._put_away: int | None = None
        self._rest = single_shot(place, FOLLOW_MS)
        self._rest.timeout.connect(self._on_rested)

    def follow(self, referral_id: int | None) -> None:
        """A card or row was chosen: once it rests, it is shown."""
        if referral_id is not None and not self._form_comes():
            self._rest.start()

    def stop(self) -> None:
        """Do not show what was chosen just now."""
        self._rest.stop()

    def go_to(self, referral_id: int, tab: str = "") -> None:
        """Show a referral, or a tab of it, and mark its card or row."""
        sides = self._sides
        self.wanted = referral_id
        self.stop()
        if tab:
            sides.pane.tabs.open(tab)
        sides.pane.show_referral(referral_id)
        loop = sides.pane.tabs.page("loop") if tab == "loop" else None
        if isinstance(loop, LoopTab):
            loop.begin(referral_id)
        (sides.board if sides.view == BOARD else sides.table).select_id(referral_id)
        sides.split.reveal()

    def open(self, referral_id: int) -> None:
        """Enter: on to the facts."""
        pane = self._sides.pane
        if referral_id != pane.referral_id or pane.form is not None:
            self.stop()
            pane.show_referral(referral_id)
            return
        pane.tabs.open("facts")
        if pane.facts is not None:
            pane.facts.form.focus_first()

    def put_away(self) -> None:
        """The referral shown was just archived or restored."""
        detail = self._sides.pane.detail
        if detail is None or detail.row.archived == self._sides.filters.filter().archived:
            return  # it belongs to the rows that are listed now, or comes back to them
        self._put_away, self.wanted = self._sides.pane.referral_id, None
        self.leave_put_away()

    def leave_put_away(self) -> None:
        """In the table go from a referral just put away to the one whose row is marked, once its own row is gone."""
        table, pane = self._sides.table, self._sides.pane
        if self._sides.view != TABLE or self._put_away is None or table.current_id() in (None, self._put_away):
            return
        if self._put_away == pane.referral_id and not pane.is_recording and not pane.is_typing():
            table.keep_marked()
            self._rest.start()
        self._put_away = None

    # Inside

    def _on_rested(self) -> None:
        sides, pane = self._sides, self._sides.pane
        referral_id = sides.board.current_id() if sides.view == BOARD else sides.table.current_id()
        if referral_id is None or referral_id == pane.referral_id:
            return
        self.wanted = None
        typing, new, left = pane.is_typing(), pane.form is not None, pane.referral_id
        pane.show_referral(referral_id)
        if typing and self._context.drafts is not None:
            self._say_kept(None if new else left)

    def _say_kept(self, left: int | None) -> None:
        words = translate("referrals", "What you typed is kept as a draft")

        def go_back() -> None:
            if left is None:
                self._sides.pane.resume()
            else:
                self.go_to(left)

        self._context.frame.toast(words, action=(translate("referrals", "Go back"), go_back))
