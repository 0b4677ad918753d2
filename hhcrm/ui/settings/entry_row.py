"""One line of a short list: what, muted words, a tag, and its few acts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box
from hhcrm.ui.shared.tags import Tag, TagKind
from hhcrm.ui.shared.text import Text

_READABLE = 190
"""Muted words are not broken into lines narrower than this (pixels at 100 per cent text)."""


class Row(QFrame):
    """One line: what, muted words after it, a tag, and its few acts at the right.

    Where there is little room the muted words stand below.
    """

    def __init__(self, title: str, beside: str = "", tag: tuple[str, TagKind] | None = None) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, scaled(4), 0, scaled(5))
        self._row.setSpacing(scaled(8))
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(scaled(8))
        self._head = QHBoxLayout()
        self._head.setSpacing(scaled(8))
        self._head.addWidget(Text(title, "body", wrap=tag is None), 0 if tag is not None else 1)
        if tag is not None:
            self._head.addWidget(Tag(*tag))
            self._head.addStretch(1)
        self._beside = Text(beside, "body", "muted", wrap=True)
        self._words.addLayout(self._head, 2)
        self._words.addWidget(self._beside, 3)
        self._row.addLayout(self._words, 1)

    def add(self, widget: QWidget) -> None:
        """Put a button at the right."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as it is with the muted words below."""
        least = super().minimumSizeHint()
        return least if self._stands else QSize(least.width() - self._needed_beside(), least.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = super().minimumSizeHint().width() + (self._needed_beside() if self._stands else 0)
        text, least = self._beside, self._beside.minimumSizeHint().width()
        wanted = min(text.fontMetrics().horizontalAdvance(text.text()), scaled(_READABLE))
        stands = text.text() != "" and self.width() < whole + max(0, wanted - least)
        if stands != self._stands:
            way = QBoxLayout.Direction
            self._words.setDirection(way.TopToBottom if stands else way.LeftToRight)
            self._words.setSpacing(scaled(2 if stands else 8))

    @property
    def _stands(self) -> bool:
        return self._words.direction() is QBoxLayout.Direction.TopToBottom

    def _needed_beside(self) -> int:
        """What the muted words take at the side of the others."""
        return min(self._beside.minimumSizeHint().width(), self._head.minimumSize().width()) + scaled(8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        line = self.rect().adjusted(0, self.height() - 1, 0, 0)
        draw_box(QPainter(self), line, Colors.of(self).line, None, 0.0)
