"""The table of a list: its values in the agency's order, moved by Alt+Up, Alt+Down and by dragging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.table_model import WindowedTableModel

L = TypeVar("L")


class LinesModel(WindowedTableModel[L]):
    """Lines that are all here already; with `ordered` they can be dragged."""

    def __init__(
        self,
        columns: Sequence[Column[L]],
        id_of: Callable[[L], int],
        *,
        ordered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(columns, self._answer, id_of, parent=parent)
        self._all: Sequence[L] = ()
        self._ordered = ordered

    @property
    def all_lines(self) -> Sequence[L]:
        """Every line."""
        return self._all

    def show_lines(self, lines: Sequence[L]) -> None:
        """Show these; scroll and selection stay."""
        self._all = lines
        self.ask_again()

    def _answer(self, offset: int, limit: int, token: int) -> None:
        self.take(token, offset, self._all[offset : offset + limit], len(self._all))

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self._ordered:
            return flags
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class LinesTable(TableView[L]):
    """A table over `LinesModel`. `move_asked` says (id, the row it should stand at)."""

    move_asked = Signal(int, int)

    def __init__(
        self, model: LinesModel[L], name: str, words: str, *, ordered: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, name, words, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        if ordered:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDragDropOverwriteMode(False)
            self.setDropIndicatorShown(True)

    def move_current(self, by: int) -> None:
        """Ask for the current line to stand so many rows further down."""
        row, line_id = self.currentIndex().row(), self.current_id()
        if line_id is not None and 0 <= row + by < self.lines.total:
            self.move_asked.emit(line_id, row + by)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        ordered = self.dragDropMode() == QAbstractItemView.DragDropMode.InternalMove
        if ordered and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        line_id = self.current_id()
        if event.source() is not self or line_id is None:
            event.ignore()
            return
        target = self._row_between(event)
        row = self.currentIndex().row()
        # We move nothing ourselves: the new order comes back from the database.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.move_asked.emit(line_id, target - 1 if target > row else target)

    def _row_between(self, event: QDropEvent) -> int:
        """Before which row it was dropped."""
        where = event.position().toPoint()
        index = self.indexAt(where)
        if not index.isValid():
            return self.lines.total
        below = where.y() > self.visualRect(index).center().y()
        return index.row() + (1 if below else 0)
