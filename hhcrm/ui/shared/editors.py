"""Editors that Qt's own do not match: a quiet choice, notes that grow, a line that says its day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box, draw_focus_ring
from hhcrm.ui.shared.text import is_look_change


def line_height() -> int:
    """How high a field of one line is."""
    return scaled(33)


class LineEditor(QLineEdit):
    """One line of text; all of it is selected when the keyboard comes in, so that typing replaces the guess."""

    left = Signal()
    """The keyboard has gone elsewhere."""

    def __init__(self, name: str, words: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(line_height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.setMinimumHeight(line_height())


class ChoiceBox(QComboBox):
    """A choice that looks like a field. Letters choose; the wheel does not, as it would while scrolling past."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(116), line_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(90), line_height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        draw_box(painter, self.rect(), colors.field, colors.line_strong, CONTROL_RADIUS)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, CONTROL_RADIUS)
        size = scaled(14)
        room = self.rect().adjusted(scaled(8), 0, -scaled(8) - size, 0)
        painter.setFont(role_font("body"))
        painter.setPen(QColor(colors.text))
        words = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        arrow = app_icons().pixmap("chevron-down", colors.muted, size, self.devicePixelRatioF())
        painter.drawPixmap(room.right() + scaled(2), room.center().y() - size // 2 + 1, arrow)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.updateGeometry()


class NotesEditor(QPlainTextEdit):
    """Notes that grow with what is typed. Enter moves on, Shift+Enter begins a line."""

    _MOST_LINES = 5

    def __init__(self, name: str, words: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)
        self._grow()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._grow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        side, above = scaled(7), scaled(8)
        self.setViewportMargins(side, above, side, above)
        lines = max(1, min(int(self.document().size().height()), self._MOST_LINES))
        height = max(line_height(), self.fontMetrics().lineSpacing() * lines + 2 * above)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


class Framed(QWidget):
    """The box of a field around an editor that has none of its own."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(editor)
        self.setFocusProxy(editor)
        editor.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        draw_box(painter, self.rect(), colors.field, colors.line_strong, CONTROL_RADIUS)
        if self._editor.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, CONTROL_RADIUS)
