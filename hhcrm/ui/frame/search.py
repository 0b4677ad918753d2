"""The search box above every place, and the list of what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors, colors_for
from hhcrm.ui.shared.style import CONTROL_RADIUS, PANEL_RADIUS, draw_box, draw_focus_ring
from hhcrm.ui.shared.text import Text, is_look_change

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

Index = QModelIndex | QPersistentModelIndex

PLACEHOLDER = "Search sources, people, referrals, notes"
SHOWN_AT_ONCE = 12
_PAUSE_MS = 120
_NOWHERE = QModelIndex()
_ICONS = {
    "source": "building-2",
    "contact": "user",
    "person": "user",
    "visit": "calendar-check",
    "referral": "inbox",
    "note": "message-square",
    "file": "file-text",
    "commitment": "handshake",
}


class FoundLine(Protocol):
    """One thing found; `source_id` is the source it belongs to."""

    @property
    def kind(self) -> str:
        """source, contact, visit, referral, note."""

    @property
    def id(self) -> int:
        """Its id among its kind."""

    @property
    def source_id(self) -> int | None:
        """The source it belongs to."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def detail(self) -> str:
        """What else tells it apart."""


class FoundModel(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[FoundLine] = ()

    def show_lines(self, lines: Sequence[FoundLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> FoundLine | None:
        """The line at a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.kind} {line.title}, {line.detail}"
        return line if role == Qt.ItemDataRole.UserRole else None


class _FoundDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(200), max(scaled(34), QFontMetrics(role_font("body")).height() + scaled(16)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        colors = colors_for(option.palette)
        painter.save()
        box = option.rect.adjusted(scaled(4), 0, -scaled(4), 0)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_box(painter, box, colors.selection, None, CONTROL_RADIUS)
        room = box.adjusted(scaled(10), 0, -scaled(10), 0)
        size = scaled(16)
        icon = app_icons().pixmap(_ICONS.get(line.kind, "search"), colors.muted, size)
        painter.drawPixmap(room.left(), room.center().y() - size // 2 + 1, icon)
        room.setLeft(room.left() + size + scaled(10))
        self._draw_words(painter, room, line, colors)
        painter.restore()

    def _draw_words(self, painter: QPainter, room: QRect, line: FoundLine, colors: Colors) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        right = Qt.TextElideMode.ElideRight
        strong = QFontMetrics(role_font("strong"))
        title = strong.elidedText(line.title, right, room.width() * 2 // 3)
        painter.setFont(role_font("strong"))
        painter.setPen(QColor(colors.text))
        painter.drawText(room, middle, title)
        room = room.adjusted(strong.horizontalAdvance(title) + scaled(8), 0, 0, 0)
        painter.setFont(role_font("body"))
        painter.setPen(QColor(colors.muted))
        painter.drawText(room, middle, painter.fontMetrics().elidedText(line.detail, right, room.width()))


class FoundList(QFrame):
    """The list under the search box. It never takes the focus: keys stay with the box."""

    opened = Signal(object)
    """A FoundLine."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search_found")
        self.found = FoundModel(self)
        self._list = QListView()
        self._list.setObjectName("search_results")
        self._list.setAccessibleName("Search results")
        self._list.setModel(self.found)
        self._list.setItemDelegate(_FoundDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda index: self._open(index.row()))
        self._list.entered.connect(self._list.setCurrentIndex)
        self._nothing = Text("", "body", "muted", wrap=True)
        self._nothing.setObjectName("search_nothing")
        self._nothing.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, scaled(5), 1, scaled(5))
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self.hide()

    def show_found(self, lines: Sequence[FoundLine], asked: str) -> None:
        """Show what was found, or that nothing was; the first line is marked."""
        self.found.show_lines(lines)
        self._list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._nothing.setText(f"Nothing found for “{asked}”. Try part of a name, a phone number or a ZIP.")
        if lines:
            self._list.setCurrentIndex(self.found.index(0, 0))
            self._list.setFixedHeight(self._list.sizeHintForRow(0) * len(lines) + 2)

    def move_mark(self, step: int) -> None:
        """Mark the line above or below."""
        row = self._list.currentIndex().row() + step
        if 0 <= row < self.found.rowCount():
            self._list.setCurrentIndex(self.found.index(row, 0))

    def open_marked(self) -> None:
        """Open the marked line."""
        self._open(self._list.currentIndex().row())

    def _open(self, row: int) -> None:
        line = self.found.line(row)
        if line is not None:
            self.opened.emit(line)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Colors.of(self)
        draw_box(QPainter(self), self.rect(), colors.panel, colors.line_strong, PANEL_RADIUS)


class SearchBox(QLineEdit):
    """Finds as one types; arrows choose, Enter opens, Escape leaves."""

    opened = Signal(object)
    """A FoundLine the person wants to see."""

    def __init__(self, desk: Desk, keys: str, over: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._keys = keys
        self._over = over
        self._asked = 0
        self._list = FoundList(over)
        self._list.opened.connect(self._on_opened)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.setObjectName("search_box")
        self.setAccessibleName("Search")
        self.setAccessibleDescription(PLACEHOLDER)
        self.setPlaceholderText(PLACEHOLDER)
        self.setToolTip(f"{PLACEHOLDER} ({keys})")
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_typed)
        self._measure()

    @property
    def found_list(self) -> FoundList:
        """The list of what was found."""
        return self._list

    def begin(self) -> None:
        """Take the keyboard, with what stands there selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.isVisible():
            self._list.move_mark(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.isVisible():
            self._list.open_marked()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._list.hide()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        draw_box(painter, self.rect(), colors.field, colors.line_strong, CONTROL_RADIUS)
        size = scaled(15)
        glass = app_icons().pixmap("search", colors.muted, size, self.devicePixelRatioF())
        painter.drawPixmap(scaled(12), (self.height() - size) // 2, glass)
        if not self.text():
            self._draw_keys(painter, colors)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, CONTROL_RADIUS)
        painter.end()
        super().paintEvent(event)

    def _draw_keys(self, painter: QPainter, colors: Colors) -> None:
        painter.setFont(role_font("small"))
        metrics = painter.fontMetrics()
        words = self._keys.replace("+", " ")
        width = metrics.horizontalAdvance(words) + scaled(12)
        height = metrics.height() + scaled(2)
        box = QRect(self.width() - width - scaled(10), (self.height() - height) // 2, width, height)
        draw_box(painter, box, "", colors.line_strong, 4.0)
        painter.setPen(QColor(colors.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _measure(self) -> None:
        keys = QFontMetrics(role_font("small")).horizontalAdvance(self._keys) + scaled(24)
        self.setTextMargins(scaled(32), 0, keys, 0)
        self.setFixedHeight(max(scaled(32), QFontMetrics(role_font("body")).height() + scaled(14)))
        self.setMinimumWidth(scaled(180))
        self.setMaximumWidth(scaled(430))

    def _on_typed(self, _text: str) -> None:
        self._asked += 1
        if self.text().strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._list.hide()

    def _ask(self) -> None:
        self._asked += 1
        mine, asked = self._asked, self.text().strip()

        def look(questions: Questions) -> Sequence[FoundLine]:
            found: Sequence[FoundLine] = questions.find(asked, SHOWN_AT_ONCE)
            return found

        def show(lines: Sequence[FoundLine]) -> None:
            if mine == self._asked and self.hasFocus():
                self._list.show_found(lines, asked)
                self._place()

        self._desk.read(look, show, owner=self)

    def _place(self) -> None:
        corner = self.mapTo(self._over, QPoint(0, self.height() + scaled(4)))
        width = max(self.width(), min(scaled(560), self._over.width() - corner.x() - scaled(16)))
        self._list.setFixedWidth(width)
        self._list.adjustSize()
        self._list.move(corner)
        self._list.show()
        self._list.raise_()

    def _on_opened(self, line: FoundLine) -> None:
        self._leave()
        self.opened.emit(line)

    def _leave(self) -> None:
        self._asked += 1
        self._pause.stop()
        self._list.hide()
        self.clear()
        self.clearFocus()
