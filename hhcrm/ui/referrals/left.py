"""The left side of the place: the board, the table, or what teaches where there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hhcrm.domain.wording import translate
from hhcrm.queries.referral_models import ReferralRow
from hhcrm.ui.referrals.board import Board
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.table import TableView


class LeftSide(QStackedWidget):
    """One of its pages at a time."""

    record_asked = Signal()
    clear_asked = Signal()

    def __init__(self, board: Board, table: TableView[ReferralRow]) -> None:
        super().__init__()
        self._board = board
        self._table = table
        self._panel = Panel(margin=0)
        self._panel.body.addWidget(table)
        self.record_first = Button(translate("referrals", "New referral"), "primary", name="referrals_record_first")
        self.clear_first = Button(translate("referrals", "Clear filter"), name="referrals_clear_first")
        self._empty = EmptyPlace(
            translate("referrals", "No referrals yet"),
            translate("referrals", "Write down the first one while the caller is still on the phone."),
            self.record_first,
        )
        self._nothing = EmptyPlace(
            translate("referrals", "Nothing found"),
            translate("referrals", "No referral goes with this filter."),
            self.clear_first,
        )
        for widget in (board, self._panel, self._empty, self._nothing):
            self.addWidget(widget)
        self.setMinimumSize(scaled(280), scaled(240))
        self.record_first.clicked.connect(self.record_asked)
        self.clear_first.clicked.connect(self.clear_asked)

    def show_board(self, there: bool = True) -> None:
        """The board; where there is no referral at all, how to record the first."""
        self.setCurrentWidget(self._board if there else self._empty)

    def show_table(self, shown: int = 1, there: bool = True) -> None:
        """The table; where it has no rows, why."""
        self.setCurrentWidget(self._panel if shown else self._nothing if there else self._empty)

    def focus_in(self) -> None:
        """Let the keyboard in: at the cards or the rows, or at what can be done where there are none."""
        if self.currentWidget() is self._board:
            self._board.focus_cards()
            return
        instead: dict[QWidget, QWidget] = {self._empty: self.record_first, self._nothing: self.clear_first}
        shown = self.currentWidget()
        at = instead.get(shown, self._table) if shown is not None else self._table
        at.setFocus(Qt.FocusReason.OtherFocusReason)
