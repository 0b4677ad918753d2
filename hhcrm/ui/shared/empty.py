"""Empty places teach: one sentence, one or two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text


class EmptyPlace(QWidget):
    """What stands where rows will stand: a title, a sentence, and the ways to begin."""

    def __init__(self, title: str, sentence: str, *buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(title, "title")
        self._sentence = Text(sentence, "body", "muted", wrap=True)
        for words in (self._title, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(8))
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        column.addSpacing(scaled(8))
        column.addLayout(row)
        column.addStretch(3)

    def say(self, title: str, sentence: str) -> None:
        """Teach something else, for example that a filter hides everything."""
        self._title.setText(title)
        self._sentence.setText(sentence)
