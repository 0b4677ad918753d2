"""What the place asks the database for: cards or rows, lists to choose from, how many are nobody's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hhcrm.queries.referral_models import UNASSIGNED, ReferralFilter, ReferralQuestion
from hhcrm.ui.referrals.model import ReferralTable
from hhcrm.ui.referrals.top import BOARD
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.newest import Newest


class Feed(QObject):
    """Asks on readers; of several answers to the same kind of question only the newest comes."""

    board_came = Signal(object)
    """A ReferralBoard."""

    choices_came = Signal(object)
    """ReferralChoices."""

    unassigned_counted = Signal(int)

    def __init__(self, desk: Desk, rows: ReferralTable, over: QWidget) -> None:
        super().__init__(over)
        self._rows = rows
        self._boards, self._lists, self._counts = (Newest(desk, self) for _ in range(3))

    def ask(self, view: str, which: ReferralFilter) -> None:
        """Ask for what a filter leaves, as board or table."""
        if view == BOARD:
            self._ask_board(which)
            return
        key, down = self._rows.model.sort_by
        self._rows.ask(ReferralQuestion(which, key or "received", down if key else True))

    def ask_again(self, view: str, which: ReferralFilter) -> None:
        """Something changed: ask for the same once more."""
        if view == BOARD:
            self._ask_board(which)
        else:
            self._rows.ask_again()
        self.ask_unassigned()

    def ask_lists(self) -> None:
        """Ask for what forms and filters let one choose from."""
        self._lists.ask(lambda q: q.referral_choices(), self.choices_came.emit)
        self.ask_unassigned()

    def ask_unassigned(self) -> None:
        """Ask how many open referrals are nobody's."""
        self._counts.ask(
            lambda q: q.referral_counts(UNASSIGNED), lambda counts: self.unassigned_counted.emit(counts.shown)
        )

    def _ask_board(self, which: ReferralFilter) -> None:
        asked = of_board(which)
        self._boards.ask(lambda q: q.referral_board(asked), self.board_came.emit)


def of_board(which: ReferralFilter) -> ReferralFilter:
    """The board knows fewer filters: those by stage and day belong to the table."""
    return ReferralFilter(
        typed=which.typed,
        liaison_id=which.liaison_id,
        unassigned=which.unassigned,
        service_line_id=which.service_line_id,
        clock=which.clock,
    )
