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

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_READABLE = 190
"""Muted words are not broken into lines narrower than this (pixels at 100 per cent text)."""


class Row(QFrame):
    """One line: what, muted words after it, a tag, and its few acts at the right.

    Where there is little room the muted words stand below, and where there is less the acts below them.
    """

    def __init__(self, title: str, beside: str = "", tag: tuple[str, TagKind] | None = None) -> None:
        super().__init__()
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, scaled(4), 0, scaled(5))
        self._row.setSpacing(scaled(8))
        self._words = QBoxLayout(_BESIDE)
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
        self._acts = QHBoxLayout()
        self._acts.setSpacing(scaled(8))
        self._acts.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._acts)

    def add(self, widget: QWidget) -> None:
        """Put a button at the right."""
        self._acts.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as it is with everything below each other."""
        return QSize(max(self._least_words(), self._least_acts()), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        acts = self._least_acts()
        room = self.width() - (acts + scaled(8) if acts else 0)
        readable = min(self._beside.fontMetrics().horizontalAdvance(self._beside.text()), scaled(_READABLE))
        wanted = max(self._beside.minimumSizeHint().width(), readable)
        stands = self._beside.text() != "" and room < self._head.minimumSize().width() + scaled(8) + wanted
        self._words.setDirection(_BELOW if stands else _BESIDE)
        self._words.setSpacing(scaled(2 if stands else 8))
        folds = room < self._least_words()
        self._row.setDirection(_BELOW if folds else _BESIDE)
        self._row.setSpacing(scaled(2 if folds else 8))

    def _least_words(self) -> int:
        """What the words need below each other."""
        beside = self._beside.minimumSizeHint().width() if self._beside.text() else 0
        return max(self._head.minimumSize().width(), beside)

    def _least_acts(self) -> int:
        return self._acts.minimumSize().width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        line = self.rect().adjusted(0, self.height() - 1, 0, 0)
        draw_box(QPainter(self), line, Colors.of(self).line, None, 0.0)
