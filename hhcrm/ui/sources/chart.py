"""A small drawing: what a source sends of what it could."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box


class ShareBar(QWidget):
    """How much of what a source could send it sends, as a thin bar; words stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None, words: str) -> None:
        """Show a share of 0 to 1 (more is full); None hides the bar."""
        self._share = min(max(share or 0.0, 0.0), 1.0)
        self.setVisible(share is not None)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(16))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(48), scaled(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        height = scaled(6)
        track = QRect(0, (self.height() - height) // 2, self.width(), height)
        if colors.contrast:  # the part must stand out from the whole: an outline, not two dark colours
            draw_box(painter, track, colors.panel, colors.line, height / 2)
        else:
            draw_box(painter, track, colors.line, None, height / 2)
        if self._share > 0:
            track.setWidth(max(height, round(track.width() * self._share)))
            draw_box(painter, track, colors.accent, None, height / 2)
