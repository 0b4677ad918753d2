"""The bar above every place: search at the left, at the right the one primary button and New referral."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.ui.frame.search import SearchBox
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.text import is_look_change

_LEAST_SEARCH = 200


class TopBar(QWidget):
    """Search, Log visit and New referral."""

    def __init__(
        self, search: SearchBox, log_visit: QAction, new_referral: QAction, parent: QWidget | None = None
    ) -> None:
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
        self.new_referral = Button.of_action(new_referral, icon="inbox", size="big")
        self.new_referral.setAutoDefault(False)
        self.new_referral.setVisible(new_referral.isVisible())
        self._row.addWidget(self.new_referral)
        self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        painter.fillRect(self.rect(), QColor(colors.panel))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colors.line))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._measure()

    def _measure(self) -> None:
        self._row.setContentsMargins(scaled(24), scaled(9), scaled(24), scaled(10))
        self._row.setSpacing(scaled(8))
        self._make_room()

    def _make_room(self) -> None:
        """Shortcuts stand on the buttons where there is room for them beside the search."""
        buttons = [button for button in (self.log_visit, self.new_referral) if not button.isHidden()]
        for button in buttons:
            button.show_hint(True)
        margins, gaps = self._row.contentsMargins(), (len(buttons) + 1) * self._row.spacing()
        room = self.width() - margins.left() - margins.right() - gaps - scaled(_LEAST_SEARCH)
        if sum(button.sizeHint().width() for button in buttons) > room:
            for button in buttons:
                button.show_hint(False)
