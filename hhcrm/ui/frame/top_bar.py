"""The bar above every place: search at the left, the one primary button at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.ui.frame.search import SearchBox
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.text import is_look_change


class TopBar(QWidget):
    """Search and Log visit."""

    def __init__(self, search: SearchBox, log_visit: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(search, 4)
        self._row.addStretch(1)
        self.log_visit = Button.of_action(log_visit, "primary", icon="plus", size="big")
        self.log_visit.setAutoDefault(False)
        self.log_visit.setVisible(log_visit.isVisible())
        self._row.addWidget(self.log_visit)
        self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        painter.fillRect(self.rect(), QColor(colors.panel))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colors.line))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._measure()

    def _measure(self) -> None:
        self._row.setContentsMargins(scaled(24), scaled(9), scaled(24), scaled(10))
        self._row.setSpacing(scaled(8))
