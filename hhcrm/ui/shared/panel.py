"""A white panel with a one-pixel line, and the head that stands above a place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import PANEL_RADIUS, draw_box
from hhcrm.ui.shared.text import Text, is_look_change

_LEAST = 60
"""How narrow words may become that end in …"""


class Panel(QFrame):
    """A quiet layer above the page. Put things into `body`; `margin` is in pixels at 100 per cent text."""

    def __init__(self, margin: int = 16, spacing: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margin = margin
        self._spacing = spacing
        self.body = QVBoxLayout(self)
        self._space()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._space()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Colors.of(self)
        draw_box(QPainter(self), self.rect(), colors.panel, colors.line, PANEL_RADIUS)

    def _space(self) -> None:
        # A table with no margin of its own must still leave the line and the round corners free.
        across = scaled(self._margin) if self._margin else 1
        down = scaled(self._margin) if self._margin else 4
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(scaled(self._spacing))


class Rule(QWidget):
    """A one-pixel line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), self.rect(), Colors.of(self).line, None, 0.0)


class Elided(Text):
    """Words that end in … where there is no room for them; the tooltip has them whole then."""

    def say(self, words: str) -> None:
        """Show other words."""
        self.setText(words)
        self._tell()

    def _tell(self) -> None:
        self.setToolTip("" if self._fits() else self.text())

    @override
    def minimumSizeHint(self) -> QSize:
        """It may be narrow: what does not fit is in the tooltip."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), scaled(_LEAST)), hint.height())

    def _fits(self) -> bool:
        return self.width() >= self.sizeHint().width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._fits():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()


class PlaceHead(QWidget):
    """The head of a place: its title, beside it its question or count, at the right its own buttons."""

    def __init__(self, title: str, beside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(title, "head")
        self.beside = Elided(beside, "body", "muted")
        self.beside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scaled(12))
        baseline = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self.title, 0, baseline)
        self._row.addWidget(self.beside, 1, baseline)

    def add(self, widget: QWidget) -> None:
        """Put a button at the right."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, beside: str) -> None:
        """Change the words beside the title."""
        self.beside.say(beside)
