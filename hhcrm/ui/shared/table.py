"""The table view of every place: sort, choose and order columns, widths kept, copy as a spreadsheet range."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.columns import Cell, CellKind, Column, spreadsheet_range
from hhcrm.ui.shared.delegates import CellDelegate, row_height
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import colors_for
from hhcrm.ui.shared.table_model import CellRole, LineRole, WindowedTableModel
from hhcrm.ui.shared.text import is_look_change

__all__ = [
    "Cell",
    "CellKind",
    "CellRole",
    "Column",
    "LineRole",
    "TableHeader",
    "TableView",
    "WindowedTableModel",
]

L = TypeVar("L")


class TableHeader(QHeaderView):
    """Quiet column heads with a small arrow on the one that sorts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.sorted_section = -1
        self.sorted_down = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumSectionSize(scaled(40))
        self.setAccessibleName(translate("shared", "Column heads"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(scaled(32), QFontMetrics(role_font("small")).height() + 14))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colors = colors_for(self.palette())
        model = self.model()
        painter.save()
        painter.fillRect(rect, QColor(colors.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colors.line))
        painter.setFont(role_font("small"))
        painter.setPen(QColor(colors.muted))
        across = Qt.Orientation.Horizontal
        words = str(model.headerData(section, across) or "")
        side = model.headerData(section, across, Qt.ItemDataRole.TextAlignmentRole)
        right = bool(side is not None and Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight)
        room = rect.adjusted(scaled(10), 0, -scaled(10), 0)
        if section == self.sorted_section:
            room = self._draw_arrow(painter, room, words, right)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, edge | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _draw_arrow(self, painter: QPainter, room: QRect, words: str, right: bool) -> QRect:
        size = scaled(12)
        colors = colors_for(self.palette())
        name = "arrow-down" if self.sorted_down else "arrow-up"
        arrow = app_icons().pixmap(name, colors.accent, size, self.devicePixelRatioF())
        width = min(painter.fontMetrics().horizontalAdvance(words), room.width() - size - 4)
        left = room.right() - size + 1 if right else room.left() + width + 4
        painter.drawPixmap(left, room.center().y() - size // 2 + 1, arrow)
        painter.setPen(QColor(colors.text))
        return room.adjusted(0, 0, -size - 4, 0)


class TableView(QTableView, Generic[L]):
    """A table over a `WindowedTableModel`, complete by keyboard."""

    opened = Signal(int)
    """Enter or double click: the id of the line."""

    current_changed = Signal(object)
    """The id of the current line, None where there is none."""

    state_changed = Signal()
    """Columns or sort are no longer as they were: `kept_state()` is worth keeping."""

    def __init__(self, model: WindowedTableModel[L], name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._lines = model
        self._widths = {column.key: column.width for column in model.columns}
        self._placing = False
        self._kept_ids: set[int] = set()
        self._kept_current: int | None = None
        self._delegates = [CellDelegate(_kind(column), self) for column in model.columns]
        self._head = TableHeader(self)
        self.setHorizontalHeader(self._head)
        self.setModel(model)
        self._set_manners()
        for section, delegate in enumerate(self._delegates):
            self.setItemDelegateForColumn(section, delegate)
            self.setColumnHidden(section, not model.columns[section].shown)
        self.copy_action = self._make_copy_action()
        self._connect()
        self._lay_out()

    # What others use

    @property
    def lines(self) -> WindowedTableModel[L]:
        """The model."""
        return self._lines

    def current_id(self) -> int | None:
        """The id of the current line."""
        return self._lines.id_at(self.currentIndex().row())

    def selected_rows(self) -> list[int]:
        """The selected rows from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def with_selected(self, done: Callable[[list[L]], None]) -> None:
        """Call `done` with the selected lines, fetching those that are not in memory."""
        self._lines.gather(self.selected_rows(), done)

    def select_id(self, line_id: int) -> bool:
        """Make a line current and visible, if it is in memory."""
        row = self._lines.row_of(line_id)
        if row is None:
            return False
        self.selectRow(row)
        self.scrollTo(self._lines.index(row, 0))
        return True

    def keep_marked(self) -> None:
        """What is marked now stays so: the row that was chosen before is gone, and may come back elsewhere."""
        self._on_selection()
        self._kept_current = self.current_id()

    def kept_state(self) -> dict[str, Any]:
        """Columns, their order and widths, and the sort: JSON-able."""
        order = [self._head.logicalIndex(place) for place in range(self._head.count())]
        columns = self._lines.columns
        return {
            "order": [columns[section].key for section in order],
            "hidden": [c.key for section, c in enumerate(columns) if self.isColumnHidden(section)],
            "widths": dict(self._widths),
            "sort": list(self._lines.sort_by),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Put columns and sort back; what is unknown or missing stays as it is."""
        sections = {column.key: section for section, column in enumerate(self._lines.columns)}
        self._placing = True
        known = [key for key in state.get("order", ()) if key in sections]
        for place, key in enumerate(known):
            self._head.moveSection(self._head.visualIndex(sections[key]), place)
        if "hidden" in state and len(set(state["hidden"]) & set(sections)) < len(sections):
            for key, section in sections.items():
                self.setColumnHidden(section, key in state["hidden"])
        for key, width in dict(state.get("widths", {})).items():
            if key in self._widths and isinstance(width, int) and 20 <= width <= 2000:
                self._widths[key] = width
        self._placing = False
        key, down = (state.get("sort") or ["", False])[:2]
        if key and any(column.sort == key for column in self._lines.columns):
            self._lines.set_sort(str(key), bool(down))
        self._lay_out()

    def columns_menu(self, parent: QWidget | None = None) -> QMenu:
        """The columns to choose from."""
        menu = QMenu(translate("shared", "Columns"), parent or self)
        menu.setObjectName(f"{self.objectName()}_columns")
        for section, column in enumerate(self._lines.columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(section))
            action.setObjectName(f"{self.objectName()}_column_{column.key}")
            action.toggled.connect(partial(self._show_column, section))
        return menu

    def copy(self) -> None:
        """Copy the selected rows, as columns are shown, with their heads."""
        self.with_selected(self._copy_lines)

    # Inside

    def _set_manners(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _make_copy_action(self) -> QAction:
        action = QAction(translate("shared", "Copy rows"), self)
        action.setObjectName(f"{self.objectName()}_copy")
        # As words only: the window's own Copy has the shortcut, and two of a kind would silence each other.
        keys = QKeySequence(QKeySequence.StandardKey.Copy)
        action.setText(f"{action.text()}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}")
        action.triggered.connect(self.copy)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self._head.sectionClicked.connect(self._on_section_clicked)
        self._head.sectionResized.connect(self._on_section_resized)
        self._head.sectionMoved.connect(self._on_arranged)
        self._head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._head.customContextMenuRequested.connect(self._on_head_menu)
        self._lines.sort_changed.connect(self._on_sorted)
        self._lines.refreshed.connect(self._on_refreshed)
        self.doubleClicked.connect(lambda index: self._open_row(index.row()))
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def _lay_out(self) -> None:
        """Row height and column widths for the present text size."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.verticalScrollBar().setSingleStep(row_height())
        self._placing = True
        for section, column in enumerate(self._lines.columns):
            self.setColumnWidth(section, scaled(self._widths[column.key]))
        self._placing = False
        self._fill()

    def _fill(self) -> None:
        """Let the column that fills take the room the others leave."""
        sections = [s for s in range(len(self._lines.columns)) if not self.isColumnHidden(s)]
        filling = next((s for s in sections if self._lines.columns[s].fills), None)
        if filling is None:
            return
        others = sum(self.columnWidth(section) for section in sections if section != filling)
        own = scaled(self._widths[self._lines.columns[filling].key])
        self._placing = True
        self.setColumnWidth(filling, max(own, self.viewport().width() - others))
        self._placing = False

    def _show_column(self, section: int, shown: bool) -> None:
        visible = sum(not self.isColumnHidden(s) for s in range(len(self._lines.columns)))
        if not shown and visible == 1:  # a table without a column could not be brought back by mouse
            return
        self.setColumnHidden(section, not shown)
        self._on_arranged()

    def _copy_lines(self, lines: list[L]) -> None:
        order = [self._head.logicalIndex(place) for place in range(self._head.count())]
        columns = [self._lines.columns[section] for section in order if not self.isColumnHidden(section)]
        rows = [[column.title for column in columns]]
        rows += [[_copied(column.cell(line)) for column in columns] for line in lines]
        QGuiApplication.clipboard().setText(spreadsheet_range(rows))

    def _open_row(self, row: int) -> None:
        line_id = self._lines.id_at(row)
        if line_id is not None:
            self.opened.emit(line_id)

    def _on_section_clicked(self, section: int) -> None:
        column = self._lines.columns[section]
        if column.sort is None:
            return
        key, down = self._lines.sort_by
        self._lines.set_sort(column.sort, not down if key == column.sort else column.sort_down_first)

    def _on_sorted(self, key: str, down: bool) -> None:
        columns = self._lines.columns
        self._head.sorted_section = next((s for s, c in enumerate(columns) if c.sort == key), -1)
        self._head.sorted_down = down
        self._head.viewport().update()
        self.state_changed.emit()

    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        if self._placing or new == 0:
            return
        self._widths[self._lines.columns[section].key] = max(24, round(new * 100 / scaled(100)))
        self.state_changed.emit()

    def _on_arranged(self, *_places: int) -> None:
        if not self._placing:
            self._fill()
            self.state_changed.emit()

    def _on_head_menu(self, where: QPoint) -> None:
        section = self._head.logicalIndexAt(where)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if section >= 0 and self._lines.columns[section].sort is not None:
            menu.addAction(translate("shared", "Sort by this column"), partial(self._on_section_clicked, section))
        if section >= 0:
            menu.addAction(translate("shared", "Hide this column"), partial(self._show_column, section, False))
        menu.addMenu(self.columns_menu(menu))
        menu.popup(self._head.viewport().mapToGlobal(where))

    def _on_current(self, *_indexes: object) -> None:
        self._kept_current = self.current_id()
        self.current_changed.emit(self._kept_current)

    def _on_selection(self, *_selections: object) -> None:
        ids = (self._lines.id_at(row) for row in self.selected_rows())
        self._kept_ids = {line_id for line_id in ids if line_id is not None}

    def _on_refreshed(self) -> None:
        """Rows may have moved: what was selected stays selected where it now stands."""
        kept, current = self._kept_ids, self._kept_current
        rows = {line_id: self._lines.row_of(line_id) for line_id in kept}
        wrong = any(row is not None and not self.selectionModel().isRowSelected(row) for row in rows.values())
        if wrong:
            self._select_rows([row for row in rows.values() if row is not None])
        row = self._lines.row_of(current) if current is not None else None
        if row is not None and row != self.currentIndex().row():
            index = self._lines.index(row, max(0, self.currentIndex().column()))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _select_rows(self, rows: list[int]) -> None:
        last = len(self._lines.columns) - 1
        selection = QItemSelection()
        for row in rows:
            selection.select(self._lines.index(row, 0), self._lines.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # Qt's side

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_copy(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_copy(event):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open_row(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.addMenu(self.columns_menu(menu))
        menu.popup(event.globalPos())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_delegates"):
            for delegate in self._delegates:
                delegate.forget_look()
            self._lay_out()
            self._head.updateGeometry()


def _is_copy(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy)


def _kind(column: Column[Any]) -> str:
    return "number" if column.align == "right" else column.kind


def _copied(cell: Cell) -> str:
    return " ".join(part for part in (cell.text, cell.second) if part)
