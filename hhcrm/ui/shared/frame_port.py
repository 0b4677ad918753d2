"""What a place may ask of the window around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Frame(Protocol):
    """The window, as far as a place knows it."""

    def toast(self, words: str, *, undo: bool = False, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Say what was done, with Undo or another way on."""

    def go(self, place: str, **where: object) -> None:
        """Show a place by its name; `where` goes to its `show_where(**where)`, if it has one.

        What places understand: `sources` source_id, kind and item_id, filter, new_of; `calendar` day, visit_id,
        plan_source, new, time_off, plan_week, draft; `waterfall` source_id, decide, capacity, liaison_id; `referrals`
        referral_id, filter (a `ReferralFilter`); `measure` page, and what its
        pages understand: chart; `settings` page.
        """

    def log_visit(self, source_id: int | None = None, visit_id: int | None = None) -> None:
        """Open the log, for a source or a planned visit when given."""

    def new_referral(self, source_id: int | None = None) -> None:
        """Open the form of a new referral, for a source when given."""

    def badge(self, place: str, count: int) -> None:
        """Show how much waits in a place; 0 shows nothing."""

    def fault(self, error: Exception) -> None:
        """Say a fault in words."""
