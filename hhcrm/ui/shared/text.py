"""Words on the screen: a label by its role, which follows text size and palette."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hhcrm.compat import override
from hhcrm.domain.text import unturned
from hhcrm.ui.shared.fonts import Role, role_font
from hhcrm.ui.shared.palette import Colors, colors_for

Tone = Literal["text", "muted", "accent", "overdue", "due", "good"]

# `Look` sends StyleChange to every widget: Qt tells of a new application font only those without one of their own.
_LOOK_EVENTS = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange)


def is_look_change(event: QEvent) -> bool:
    """Whether an event says that text size or colours have changed."""
    return event.type() in _LOOK_EVENTS


class Text(QLabel):
    """A label in one of the roles of the look; `wrap` lets it take several lines."""

    def __init__(
        self,
        words: str = "",
        role: Role = "body",
        tone: Tone = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(unturned(words), parent)
        self._role = role
        self._tone = tone
        self._dressing = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._dress()

    @override
    def setText(self, words: str) -> None:
        """A name among the words does not turn the others around."""
        super().setText(unturned(words))

    def set_tone(self, tone: Tone) -> None:
        """Take another colour."""
        self._tone = tone
        self._dress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._dress()

    def _dress(self) -> None:
        if self._dressing:  # setting font and palette sends the very events we answer
            return
        self._dressing = True
        self.setFont(role_font(self._role))
        colors: Colors = colors_for(QApplication.palette())
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(getattr(colors, self._tone)))
        self.setPalette(palette)
        self._dressing = False


def set_ground(widget: QWidget, ground: Literal["page", "panel", "rail"]) -> None:
    """Let a plain widget fill itself with one of the three quiet layers (again after each palette change)."""
    colors = colors_for(QApplication.palette())
    wanted = QColor(getattr(colors, ground))
    if widget.autoFillBackground() and widget.palette().color(QPalette.ColorRole.Window) == wanted:
        return
    palette = QPalette(QApplication.palette())
    palette.setColor(QPalette.ColorRole.Window, wanted)
    widget.setAutoFillBackground(True)
    widget.setPalette(palette)
