"""The first start: two doors."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import Text, is_look_change


class FirstRun(QWidget):
    """Look around with a sample agency, or set up one's own. No account, no internet."""

    look_around = Signal()
    set_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_run")
        self.setAccessibleName(translate("frame", "First start"))
        self.setWindowTitle("hhcrm")
        self._doors = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(24))
        column.setSpacing(scaled(8))
        column.addStretch(2)
        for words in (
            Text(translate("frame", "Welcome to hhcrm"), "head"),
            Text(
                translate(
                    "frame", "Everything stays on this computer. No account, no internet. How do you want to begin?"
                ),
                "body",
                "muted",
                wrap=True,
            ),
        ):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addSpacing(scaled(16))
        column.addLayout(self._doors)
        column.addStretch(3)
        self._add_doors()

    def _add_doors(self) -> None:
        look = Button(translate("frame", "Look around"), "quiet", size="big", name="button_look_around")
        look.clicked.connect(self.look_around)
        start = Button(translate("frame", "Set up my agency"), "primary", size="big", name="button_set_up")
        start.clicked.connect(self.set_up)
        self._doors.setSpacing(scaled(16))
        self._doors.addStretch(1)
        self._doors.addWidget(
            _door(
                translate("frame", "Look around with a sample agency"),
                translate(
                    "frame",
                    "Two years of believable visits and referrals at 200 made-up sources. "
                    "Nothing in it is real, and it can be thrown away at any time.",
                ),
                look,
            ),
            4,
        )
        self._doors.addWidget(
            _door(
                translate("frame", "Set up my agency"),
                translate(
                    "frame",
                    "Name and ZIP code, your people, and your own list of referral sources from a spreadsheet. "
                    "Each step can be skipped and found again later.",
                ),
                start,
            ),
            4,
        )
        self._doors.addStretch(1)
        start.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._doors.setSpacing(scaled(16))


def _door(title: str, sentence: str, button: Button) -> Panel:
    panel = Panel(margin=24, spacing=8)
    panel.setMinimumWidth(scaled(260))
    panel.body.addWidget(Text(title, "title", wrap=True))
    panel.body.addWidget(Text(sentence, "body", "muted", wrap=True))
    panel.body.addStretch(1)
    panel.body.addSpacing(scaled(8))
    panel.body.addWidget(button)
    return panel
