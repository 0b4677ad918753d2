"""The list under the search box: its model, how a row is painted, and the panel that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.frame.found_rows import Row
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors, colors_for
from hhcrm.ui.shared.style import CONTROL_RADIUS, PANEL_RADIUS, draw_box
from hhcrm.ui.shared.text import Text

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_PAGE = 8
_ICONS = {
    "source": "building-2",
    "person": "user",
    "visit": "calendar-check",
    "referral": "inbox",
    "commitment": "handshake",
    "file": "file-text",
    "action": "sparkles",
    "place": "arrow-right",
}


class FoundModel(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, row: int) -> Row | None:
        """The row at a place."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def next_choice(self, row: int, step: int) -> int:
        """The row that can be chosen at or after `row` in the step's direction; -1 where there is none."""
        while 0 <= row < len(self._rows):
            if self._rows[row].role != "head":
                return row
            row += step
        return -1

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index.row())
        if row is None or row.role == "head":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said
        return row if role == Qt.ItemDataRole.UserRole else None


class _FoundDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        small = index.data(Qt.ItemDataRole.UserRole).role == "head"
        letters = QFontMetrics(role_font("small" if small else "body")).height()
        return QSize(scaled(200), letters + scaled(12 if small else 14))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        colors = colors_for(option.palette)
        painter.save()
        box = option.rect.adjusted(scaled(4), 0, -scaled(4), 0)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_box(painter, box, colors.selection, colors.accent if colors.contrast else None, CONTROL_RADIUS)
        room = box.adjusted(scaled(10), 0, -scaled(10), 0)
        if row.role == "head":
            self._draw_head(painter, room, row, colors)
        elif row.role == "all":
            painter.setFont(role_font("body"))
            painter.setPen(QColor(colors.accent))
            painter.drawText(room.adjusted(scaled(26), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, row.words)
        else:
            self._draw_line(painter, room, row, colors)
        painter.restore()

    def _draw_head(self, painter: QPainter, room: QRect, row: Row, colors: Colors) -> None:
        painter.setFont(role_font("small"))
        painter.setPen(QColor(colors.muted))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(room.adjusted(0, 0, 0, -scaled(3)), bottom, row.words)
        painter.drawText(room.adjusted(0, 0, 0, -scaled(3)), bottom | Qt.AlignmentFlag.AlignRight, row.detail)

    def _draw_line(self, painter: QPainter, room: QRect, row: Row, colors: Colors) -> None:
        assert row.line is not None
        size = scaled(16)
        ratio = painter.device().devicePixelRatio()
        icon = app_icons().pixmap(_ICONS[row.line.kind], colors.muted, size, ratio)
        painter.drawPixmap(room.left(), room.center().y() - size // 2 + 1, icon)
        room.setLeft(room.left() + size + scaled(10))
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
        strong = QFontMetrics(role_font("strong"))
        title = strong.elidedText(row.words, right, room.width() * 2 // 3)
        painter.setFont(role_font("strong"))
        painter.setPen(QColor(colors.muted if row.line.archived else colors.text))
        painter.drawText(room, middle, title)
        room = room.adjusted(strong.horizontalAdvance(title) + scaled(8), 0, 0, 0)
        painter.setFont(role_font("body"))
        painter.setPen(QColor(colors.muted))
        painter.drawText(room, middle, painter.fontMetrics().elidedText(row.detail, right, room.width()))


class FoundList(QFrame):
    """The list under the search box. It never takes the focus: keys stay with the box."""

    chosen = Signal(object)
    """A Row that a person wants."""

    marked = Signal(str)
    """What a screen reader says of the row that is marked now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search_found")
        self.found = FoundModel(self)
        self._list = QListView()
        self._list.setObjectName("search_results")
        self._list.setAccessibleName(translate("search", "Search results"))
        self._list.setModel(self.found)
        self._list.setItemDelegate(_FoundDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.clicked.connect(lambda index: self._choose(index.row()))
        self._list.entered.connect(self._on_entered)
        self._note = Text("", "small", "muted", wrap=True)
        self._note.setObjectName("search_nothing")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, scaled(5), 1, scaled(5))
        column.setSpacing(0)
        column.addWidget(self._list)
        column.addWidget(self._note)
        self.hide()

    def show_rows(self, rows: Sequence[Row], note: str = "") -> None:
        """Show what was found, with a note under it; the first row that can be chosen is marked."""
        self.found.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._note.setContentsMargins(scaled(14), scaled(6), scaled(14), scaled(6))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._mark(self.found.next_choice(0, 1))

    def fit(self, width: int, most: int) -> None:
        """Take a width and as much height as the rows need, `most` at most; what is more is scrolled."""
        self.setFixedWidth(width)
        rows = sum(self._list.sizeHintForRow(row) for row in range(self.found.rowCount()))
        note = self._note.heightForWidth(width - 2) if not self._note.isHidden() else 0
        edges = scaled(5) * 2
        self._list.setFixedHeight(max(0, min(rows + 2, most - note - edges)))
        self.setFixedHeight(edges + note + (self._list.height() if rows else 0))

    def move_mark(self, step: int) -> None:
        """Mark the row above or below; a page of them with `step` beyond one."""
        way = 1 if step > 0 else -1
        last = self.found.rowCount() - 1
        row = self.found.next_choice(min(max(self._list.currentIndex().row() + step, 0), last), way)
        if row < 0:  # over the head at an end
            row = self.found.next_choice(last if way > 0 else 0, -way)
        if row >= 0:
            self._mark(row)
        if row == self.found.next_choice(0, 1):
            self._list.scrollToTop()  # its head, too

    def move_page(self, way: int) -> None:
        """Mark the row a page up (-1) or down (1)."""
        self.move_mark(way * _PAGE)

    def choose_marked(self) -> None:
        """The person wants the marked row."""
        self._choose(self._list.currentIndex().row())

    @property
    def marked_row(self) -> Row | None:
        """The row that is marked."""
        return self.found.row(self._list.currentIndex().row())

    def _mark(self, row: int) -> None:
        self._list.setCurrentIndex(self.found.index(row, 0))
        marked = self.found.row(row)
        self.marked.emit(marked.said if marked is not None else self._note.text())

    def _choose(self, row: int) -> None:
        chosen = self.found.row(row)
        if chosen is not None and chosen.role != "head":
            self.chosen.emit(chosen)

    def _on_entered(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self._list.setCurrentIndex(index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Colors.of(self)
        draw_box(QPainter(self), self.rect(), colors.panel, colors.line_strong, PANEL_RADIUS)
