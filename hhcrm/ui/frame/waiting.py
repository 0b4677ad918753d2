"""A page that says what is being made ready."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text


class WaitingPage(QWidget):
    """Stands where the window will stand in a moment."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting_page")
        self.setAccessibleName(words)
        self.setWindowTitle("hhcrm")
        said = Text(words, "title")
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        bar = QProgressBar()
        bar.setObjectName("waiting_bar")
        bar.setAccessibleName(words)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(scaled(260))
        column = QVBoxLayout(self)
        column.setSpacing(scaled(16))
        column.addStretch(2)
        column.addWidget(said)
        column.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.resize(1280, 800)
