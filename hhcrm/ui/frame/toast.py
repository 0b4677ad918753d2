"""Toasts: what was done, said at the window's foot for a while, with the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.text import unturned
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, PANEL_RADIUS, draw_box

STAYS_MS = 8_000
FAULT_STAYS_MS = 20_000
_AT_ONCE = 4


class ToastButton(QAbstractButton):
    """A word, or a cross, on the dark ground of a toast."""

    def __init__(self, words: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words if icon else "")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(role_font("strong"))
        width = scaled(16) if self._icon else metrics.horizontalAdvance(self.text())
        return QSize(width + scaled(16), metrics.height() + scaled(10))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        if self.hasFocus() or self.underMouse():
            draw_box(painter, self.rect(), "", colors.panel, CONTROL_RADIUS, 2.0 if self.hasFocus() else 1.0)
        if self._icon:
            size = scaled(16)
            picture = app_icons().pixmap(self._icon, colors.panel, size, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, picture)
            return
        font = role_font("strong")
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(colors.panel))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Toast(QFrame):
    """One message. It goes after its time, but not while the pointer or the focus is on it."""

    gone = Signal()

    def __init__(
        self,
        words: str,
        way_on: tuple[str, Callable[[], None]] | None,
        stays: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        words = unturned(words)
        self.words = words
        self.setObjectName("toast")
        self._label = QLabel(words)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setObjectName("toast_words")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), scaled(8), scaled(8), scaled(8))
        row.setSpacing(scaled(8))
        row.addWidget(self._label, 1)
        if way_on is not None:
            row.addWidget(self._way_button(*way_on))
        close = ToastButton(translate("frame", "Close message"), "x")
        close.setObjectName("toast_close")
        close.clicked.connect(self.leave)
        row.addWidget(close)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(stays)
        self._clock.timeout.connect(self._on_time)
        self._clock.start()
        self._dress()

    @property
    def running(self) -> bool:
        """Whether its time is passing."""
        return self._clock.isActive()

    def leave(self) -> None:
        """Go now."""
        self._clock.stop()
        self.hide()
        self.gone.emit()

    def fitting_width(self, room: int) -> int:
        """Wide enough for its words on one line, if there is that much room."""
        words = QFontMetrics(self._label.font()).horizontalAdvance(self.words)
        buttons = sum(button.sizeHint().width() + scaled(8) for button in self.findChildren(ToastButton))
        return min(room, words + buttons + scaled(32))

    def _way_button(self, words: str, go: Callable[[], None]) -> ToastButton:
        button = ToastButton(words)
        button.setObjectName("toast_undo" if words == translate("frame", "Undo") else "toast_action")

        def act() -> None:
            self.leave()
            go()

        button.clicked.connect(act)
        return button

    def _on_time(self) -> None:
        focus = self.focusWidget()
        if self.underMouse() or (focus is not None and focus.hasFocus()):
            self._clock.start(1_000)
        else:
            self.leave()

    def _dress(self) -> None:
        self._label.setFont(role_font("body"))
        palette = QPalette(self._label.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(Colors.of(self).panel))
        self._label.setPalette(palette)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._clock.start()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), self.rect(), Colors.of(self).text, None, PANEL_RADIUS)


class Toasts(QWidget):
    """The stack of toasts over the foot of a window, the newest at the bottom."""

    def __init__(self, over: QWidget, lift: Callable[[], int]) -> None:
        super().__init__(over)
        self.setObjectName("toasts")
        self._over = over
        self._lift = lift
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(8))
        self._toasts: list[tuple[Toast, bool]] = []
        over.installEventFilter(self)
        self.hide()

    @property
    def shown(self) -> list[Toast]:
        """What is being said, the oldest first."""
        return [toast for toast, _undo in self._toasts]

    def say(
        self,
        words: str,
        way_on: tuple[str, Callable[[], None]] | None = None,
        *,
        undo: bool = False,
        stays: int = STAYS_MS,
    ) -> Toast:
        """Show one more; with `undo` the older ones that could be undone go, as Undo means the last act."""
        if undo:
            self.drop_undo()
        while len(self._toasts) >= _AT_ONCE:
            self._toasts[0][0].leave()
        toast = Toast(words, way_on, stays, self)
        toast.gone.connect(lambda: self._on_gone(toast))
        self._toasts.append((toast, undo))
        self._column.addWidget(toast, 0, Qt.AlignmentFlag.AlignHCenter)
        toast.show()
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, toast.words))
        return toast

    def drop_undo(self) -> None:
        """What was done last is no longer what these toasts speak of."""
        for toast in [toast for toast, undo in self._toasts if undo]:
            toast.leave()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and isinstance(event, QResizeEvent):
            self._place()
        return False

    def _on_gone(self, toast: Toast) -> None:
        self._toasts = [(other, undo) for other, undo in self._toasts if other is not toast]
        self._column.removeWidget(toast)
        toast.deleteLater()
        self._place()

    def _place(self) -> None:
        if not self._toasts:
            self.hide()
            return
        room = min(self._over.width() - scaled(48), scaled(640))
        for toast in self.shown:
            toast.setFixedWidth(toast.fitting_width(room))
        width = max(toast.width() for toast in self.shown)
        height = sum(
            max(toast.heightForWidth(toast.width()), toast.sizeHint().height()) for toast in self.shown
        ) + self._column.spacing() * (len(self._toasts) - 1)
        left = (self._over.width() - width) // 2
        self.setGeometry(left, self._over.height() - self._lift() - height - scaled(16), width, height)
        self.show()
        self.raise_()
