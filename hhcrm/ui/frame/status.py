"""The line at the window's foot: who, saved or not, the last backup."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.text import Text, is_look_change

STATE_WORDS = {
    "saved": QT_TRANSLATE_NOOP("frame", "All changes saved"),
    "saving": QT_TRANSLATE_NOOP("frame", "Saving"),
    "waiting": QT_TRANSLATE_NOOP("frame", "Waiting for the import"),
}


class StatusLine(QWidget):
    """Quiet facts about the state of things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setAccessibleName(translate("frame", "Status"))
        self._row = QHBoxLayout(self)
        self._who = self._add("status_who")
        self._state = self._add("status_saved")
        self._backup = self._add("status_backup")
        self._row.addStretch(1)
        self._right = self._add("status_right")
        self._measure()

    def say_who(self, words: str) -> None:
        """Who sits here, and as what."""
        self._say(self._who, words)

    def say_state(self, state: str) -> None:
        """`saved`, `saving` or `waiting`."""
        self._say(self._state, translate("frame", STATE_WORDS[state]))

    def say_backup(self, words: str) -> None:
        """When the last verified backup was."""
        self._say(self._backup, words)

    def say_right(self, words: str) -> None:
        """What stands at the right, once there is a lock."""
        self._say(self._right, words)

    @property
    def words(self) -> list[str]:
        """What stands there, from the left."""
        return [label.text() for label in (self._who, self._state, self._backup, self._right) if label.text()]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        painter.fillRect(self.rect(), QColor(colors.rail))
        painter.fillRect(0, 0, self.width(), 1, QColor(colors.line))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._measure()

    def _add(self, name: str) -> Text:
        label = Text("", "small", "muted")
        label.setObjectName(name)
        label.hide()
        self._row.addWidget(label)
        return label

    def _say(self, label: Text, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _measure(self) -> None:
        self._row.setContentsMargins(scaled(14), scaled(4), scaled(14), scaled(4))
        self._row.setSpacing(scaled(18))
