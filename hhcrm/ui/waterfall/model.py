"""The cards of the board as a list model, row after row; a refresh changes, moves, adds and takes away what differs."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hhcrm.compat import override
from hhcrm.queries.waterfall_models import Card, CohortRow, WaterfallBoard
from hhcrm.ui.waterfall import cells

Index = QModelIndex | QPersistentModelIndex

CARD = "application/x-hhcrm-prospect"
"""What is carried when a card is dragged: the id of its place in the cohort and nothing else."""

CardRole = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class BoardModel(QAbstractListModel):
    """Cards are told apart by their places in the cohorts: what stays keeps its selection."""

    laid = Signal()
    """The cohorts are others than before, or hold other cards."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board: WaterfallBoard | None = None
        self._cards: list[Card] = []

    @property
    def rows(self) -> tuple[CohortRow, ...]:
        """The cohorts, the oldest first."""
        return self.board.rows if self.board is not None else ()

    def card(self, number: int) -> Card | None:
        """The card at a place of the list."""
        return self._cards[number] if 0 <= number < len(self._cards) else None

    def number_of(self, member_id: int) -> int:
        """Where a card stands in the list; -1 where it does not."""
        return next((n for n, card in enumerate(self._cards) if card.member_id == member_id), -1)

    def number_of_source(self, source_id: int) -> int:
        """The same by its source."""
        return next((n for n, card in enumerate(self._cards) if card.source_id == source_id), -1)

    def row_of(self, card: Card) -> CohortRow | None:
        """The cohort that a card is in."""
        return next((row for row in self.rows if row.cohort_id == card.cohort_id), None)

    def show_board(self, board: WaterfallBoard) -> None:
        """Show another answer."""
        self.board = board
        wanted = [card for row in board.rows for card in row.cards]
        ids = {card.member_id for card in wanted}
        for number in reversed(range(len(self._cards))):
            if self._cards[number].member_id not in ids:
                self.beginRemoveRows(_NOWHERE, number, number)
                del self._cards[number]
                self.endRemoveRows()
        for number, card in enumerate(wanted):
            self._bring(number, card)
        if self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))
        self.laid.emit()

    def _bring(self, number: int, card: Card) -> None:
        at = self.number_of(card.member_id)
        if at < 0:
            self.beginInsertRows(_NOWHERE, number, number)
            self._cards.insert(number, card)
            self.endInsertRows()
        elif at != number:
            self.beginMoveRows(_NOWHERE, at, at, _NOWHERE, number)
            self._cards.insert(number, self._cards.pop(at))
            self.endMoveRows()
        self._cards[number] = card

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        if role == CardRole:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        row = self.row_of(card)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and row is not None:
            assert self.board is not None
            return cells.card_words(card, row, self.board.today)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        card = self.card(index.row()) if index.isValid() else None
        return flags | Qt.ItemFlag.ItemIsDragEnabled if card is not None and card.is_open else flags

    @override
    def mimeTypes(self) -> list[str]:
        return [CARD]

    def mime_of(self, card: Card) -> QMimeData:
        """A card on its way."""
        data = QMimeData()
        data.setData(CARD, str(card.member_id).encode())
        return data
