"""What forms share: fields that scroll when they must, Enter that moves on, a close that keeps the draft."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import is_look_change, set_ground

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormDialog(QDialog):
    """A dialog around `inside`, its fields. It is as high as they need, as far as the window below it goes."""

    def __init__(self, name: str, title: str, inside: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._inside = inside
        self._wanted_width = width
        self.area = self._scrolled(inside)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        self.column.setSpacing(scaled(12))
        set_ground(self, "panel")
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def arrange(self, width: int) -> None:
        """Stand in this width, before the height is measured."""

    def fit(self) -> None:
        """Take the height that the fields need; beyond the window they scroll."""
        over = self.parentWidget()
        room = over.window().size() if over is not None else self.screen().availableSize()
        width = min(scaled(self._wanted_width), room.width() - scaled(16))
        margins = self.column.contentsMargins()
        inner = width - margins.left() - margins.right()
        self.arrange(inner)
        fields = self._inside.layout()
        assert fields is not None
        fields.activate()
        high = fields.totalHeightForWidth(inner) if fields.hasHeightForWidth() else fields.totalSizeHint().height()
        whole = self.column
        whole.activate()
        hint = whole.totalHeightForWidth(width) if whole.hasHeightForWidth() else whole.totalSizeHint().height()
        around = hint - self.area.sizeHint().expandedTo(self.area.minimumSizeHint()).height()
        needed = around + high + 2
        self.resize(width, min(needed, room.height() - scaled(8)))

    def on_keys(self, act: Callable[[], object], *keys: str) -> None:
        """Carry something out by keys, from every field."""
        for each in keys:
            QShortcut(QKeySequence(each), self).activated.connect(act)

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setObjectName("form_area")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)
        return area

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, scaled(28))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self.fit)
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "column"):
            set_ground(self, "panel")
            QTimer.singleShot(0, self, self.fit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is what Esc does: it may refuse."""
        event.ignore()
        self.reject()
        if not self.isVisible():
            event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on to the next field and presses a button."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            focus = self.focusWidget()
            if isinstance(focus, QAbstractButton):
                focus.click()
            else:
                self.focusNextChild()
        else:
            super().keyPressEvent(event)


def size_within(dialog: QDialog, width: int, height: int) -> QSize:
    """A size in pixels at 100 per cent text, as far as the window below the dialog goes."""
    over = dialog.parentWidget()
    room = over.window().size() if over is not None else dialog.screen().availableSize()
    return QSize(min(scaled(width), room.width() - scaled(16)), min(scaled(height), room.height() - scaled(16)))
