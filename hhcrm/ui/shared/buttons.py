"""Buttons: one primary in sight, the others quiet; an icon before the words, the shortcut behind them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box, draw_focus_ring
from hhcrm.ui.shared.text import is_look_change

ButtonKind = Literal["primary", "quiet", "bare"]
ButtonSize = Literal["big", "normal", "small"]

_HEIGHTS = {"big": 32, "normal": 28, "small": 26}


class Button(QPushButton):
    """A push button in our look. `small` is for rows, `big` for the bar above; `bare` has no line."""

    def __init__(
        self,
        words: str,
        kind: ButtonKind = "quiet",
        *,
        icon: str | None = None,
        hint: str = "",
        size: ButtonSize = "normal",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._kind = kind
        self._icon = icon
        self._hint = self._whole_hint = hint
        self._size = size
        if name:
            self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(kind == "primary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @classmethod
    def of_action(
        cls,
        action: QAction,
        kind: ButtonKind = "quiet",
        *,
        icon: str | None = None,
        size: ButtonSize = "normal",
        parent: QWidget | None = None,
    ) -> Button:
        """A button that triggers an action and shows its shortcut."""
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        words = action.text().replace("&", "").rstrip("…")
        button = cls(words, kind, icon=icon, hint=keys, size=size, parent=parent)
        button.setObjectName(action.objectName().replace("action_", "button_", 1))
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def show_hint(self, shown: bool) -> None:
        """Show the shortcut, or leave it to the tooltip where there is little room."""
        wanted = self._whole_hint if shown else ""
        if wanted != self._hint:
            self._hint = wanted
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self._words()) + 2 * self._padding()
        if self._icon:
            width += self._icon_size() + (scaled(8) if self._words() else 0)
        if self._hint:
            width += self._hint_width() + scaled(9)
        return QSize(width, max(scaled(_HEIGHTS[self._size]), metrics.height() + scaled(8)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.updateGeometry()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        ink = self._draw_ground(painter, colors)
        room = self.rect().adjusted(self._padding(), 0, -self._padding(), 0)
        if self._icon:
            room = self._draw_icon(painter, room, ink)
        if self._hint:
            room = self._draw_hint(painter, room, ink, colors)
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        side = Qt.AlignmentFlag.AlignLeft if self._icon or self._hint else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, self._words())

    def _draw_ground(self, painter: QPainter, colors: Colors) -> str:
        """Draw the box; what is written on it takes the colour that comes back."""
        over = self.underMouse() and self.isEnabled()
        down = self.isDown() or self.isChecked()
        if self._kind == "primary" and self.isEnabled():
            fill = colors.accent if not (over or down) else _shifted(colors)
            draw_box(painter, self.rect(), fill, None, CONTROL_RADIUS)
            if self.hasFocus():
                inner = self.rect().adjusted(2, 2, -2, -2)
                draw_box(painter, inner, "", colors.on_accent, CONTROL_RADIUS - 2, 1.5)
            return colors.on_accent
        fill = colors.selection if down else colors.hover if over else colors.panel
        if self._kind != "bare":
            draw_box(painter, self.rect(), fill, colors.line_strong if over else colors.line, CONTROL_RADIUS)
        elif over or down:
            draw_box(painter, self.rect(), fill, None, CONTROL_RADIUS)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, CONTROL_RADIUS)
        return colors.text if self.isEnabled() else colors.faint

    def _draw_icon(self, painter: QPainter, room: QRect, ink: str) -> QRect:
        size = self._icon_size()
        picture = app_icons().pixmap(self._icon or "", ink, size, self.devicePixelRatioF())
        painter.drawPixmap(room.left(), room.top() + (room.height() - size) // 2, picture)
        return room.adjusted(size + scaled(8), 0, 0, 0)

    def _draw_hint(self, painter: QPainter, room: QRect, ink: str, colors: Colors) -> QRect:
        font = role_font("small")
        height = QFontMetrics(font).height() + scaled(2)
        width = self._hint_width()
        box = QRect(room.right() - width + 1, room.center().y() - height // 2, width, height)
        line = ink if self._kind == "primary" else colors.line_strong
        draw_box(painter, box, "", line, 4.0)
        painter.setFont(font)
        painter.setPen(QColor(ink if self._kind == "primary" else colors.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._hint)
        return room.adjusted(0, 0, -width - scaled(9), 0)

    def _words(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _font(self) -> QFont:
        font = role_font("small" if self._size == "small" else "body")
        font.setWeight(QFont.Weight.Medium)
        return font

    def _padding(self) -> int:
        return scaled({"big": 14, "normal": 11, "small": 9}[self._size])

    def _icon_size(self) -> int:
        return scaled(16)

    def _hint_width(self) -> int:
        return QFontMetrics(role_font("small")).horizontalAdvance(self._hint) + scaled(12)


def _shifted(colors: Colors) -> str:
    accent = QColor(colors.accent)
    return (accent.lighter(108) if colors.dark else accent.darker(112)).name()
