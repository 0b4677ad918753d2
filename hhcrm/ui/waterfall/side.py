"""The column beside the board: panels one below the other, scrolled where they need more room than there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.text import is_look_change


class SideColumn(QScrollArea):
    """Put panels into it with `add`, the most wanted first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waterfall_side")
        self.setAccessibleName(translate("waterfall", "Beside the board"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, scaled(4), 0)
        self._column.setSpacing(scaled(14))
        self._column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._quiet_bar()

    def add(self, panel: QWidget) -> None:
        """Put a panel below those that are there."""
        self._column.insertWidget(self._column.count() - 1, panel)

    def show_top(self, panel: QWidget) -> None:
        """Scroll so that a panel begins at the upper edge, as far as there is something to scroll."""
        inside = self.widget()
        assert inside is not None
        self._column.activate()
        inside.adjustSize()
        self.verticalScrollBar().setValue(panel.y())

    def _quiet_bar(self) -> None:
        """The scroll bar stands on the page here, not on a white panel."""
        bar = self.verticalScrollBar()
        wanted = QColor(Colors.of(self).page)
        if bar.palette().color(QPalette.ColorRole.Base) != wanted:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.Base, wanted)
            bar.setPalette(palette)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._quiet_bar()
