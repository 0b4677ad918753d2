"""What stands around the pages of Measure: the area that scrolls them, and what is there before there are sources."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import is_look_change


class PageArea(QScrollArea):
    """Scrolls the column `inner` up and down. It asks for little room, as it scrolls anyway."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = 0
        inside = QWidget()
        self.inner = QVBoxLayout(inside)
        self.inner.setContentsMargins(0, 0, 0, 0)
        self.inner.setSpacing(scaled(14))
        self.setObjectName("measure_scroll")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self._quiet_bar()

    def come_back(self, height: int) -> None:
        """Scroll to where a page was left, as soon as the page that was just shown is so high."""
        self.inner.activate()
        self._wanted = height
        self.verticalScrollBar().setValue(height)

    def _on_range(self, _least: int, most: int) -> None:
        """The area learns how high a page is after it was shown."""
        if self._wanted and most >= self._wanted:
            self.verticalScrollBar().setValue(self._wanted)
            self._wanted = 0

    def _on_scrolled(self, _action: int) -> None:
        self._wanted = 0

    def _quiet_bar(self) -> None:
        """The scroll bar stands on the page here, not on a white panel."""
        bar = self.verticalScrollBar()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(Colors.of(self).page))
        if bar.palette().color(QPalette.ColorRole.Base) != palette.color(QPalette.ColorRole.Base):
            bar.setPalette(palette)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(300), scaled(160))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "inner"):
            self._quiet_bar()


def nothing_yet(frame: Frame) -> Panel:
    """What stands there as long as there are no sources."""
    record = Button(translate("measure", "Record a referral"), "primary", name="measure_record_referral")
    record.clicked.connect(lambda: frame.new_referral())
    go = Button(translate("measure", "Go to Sources"), name="measure_go_sources")
    go.clicked.connect(lambda: frame.go("sources"))
    sentence = translate("measure", "Measure shows whether your way of working works, once there are sources.")
    panel = Panel()
    panel.setObjectName("measure_empty")
    panel.body.addWidget(EmptyPlace(translate("measure", "Nothing to measure yet"), sentence, go, record))
    return panel
