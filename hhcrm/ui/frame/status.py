"""The line at the window's foot: who, saved or not, the last backup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_focus_ring
from hhcrm.ui.shared.text import Text, is_look_change

STATE_WORDS = {
    "saved": QT_TRANSLATE_NOOP("frame", "All changes saved"),
    "saving": QT_TRANSLATE_NOOP("frame", "Saving"),
    "waiting": QT_TRANSLATE_NOOP("frame", "Waiting for the import"),
}


class StatusLink(QAbstractButton):
    """Words that lead somewhere: underlined while the mouse is over them."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(role_font("small"))

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(role_font("small"))
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        font = role_font("small")
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(QColor(colors.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, 3.0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and self.font() != role_font("small"):
            self.setFont(role_font("small"))
            self.updateGeometry()


class StatusLine(QWidget):
    """Quiet facts about the state of things."""

    backup_clicked = Signal()
    """Somebody wants to know more about backups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setAccessibleName(translate("frame", "Status"))
        self._row = QHBoxLayout(self)
        self.who = StatusLink("status_who", translate("frame", "Who sits at this desk"))
        self.who.hide()
        self._row.addWidget(self.who)
        self._person = self._question = ""
        self._state = self._add("status_saved")
        self._backup = StatusLink("status_backup", translate("frame", "Backups, and how to get back what was"))
        self._backup.clicked.connect(self.backup_clicked)
        self._backup.hide()
        self._row.addWidget(self._backup)
        self._row.addStretch(1)
        self._right = self._add("status_right")
        self._measure()

    def say_who(self, words: str) -> None:
        """Who sits here, and as what."""
        self._person = words
        self._say_who()

    def ask_who(self, words: str) -> None:
        """What is asked beside it, where nobody has said who sits here; empty for nothing."""
        self._question = words
        self._say_who()

    def say_state(self, state: str) -> None:
        """`saved`, `saving` or `waiting`."""
        self._say(self._state, translate("frame", STATE_WORDS[state]))

    def say_backup(self, words: str) -> None:
        """When the last verified backup was."""
        self._say(self._backup, words)
        self._backup.setAccessibleName(words or self._backup.toolTip())

    def say_right(self, words: str) -> None:
        """What stands at the right, once there is a lock."""
        self._say(self._right, words)

    @property
    def words(self) -> list[str]:
        """What stands there, from the left."""
        return [label.text() for label in (self.who, self._state, self._backup, self._right) if label.text()]

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

    def _say_who(self) -> None:
        words = ". ".join(filter(None, (self._person, self._question)))
        self._say(self.who, words)
        self.who.setAccessibleName(f"{self.who.toolTip()}: {words}")

    def _say(self, label: Text | StatusLink, words: str) -> None:
        label.setText(words)
        label.updateGeometry()
        label.setVisible(bool(words))

    def _measure(self) -> None:
        self._row.setContentsMargins(scaled(14), scaled(4), scaled(14), scaled(4))
        self._row.setSpacing(scaled(18))
