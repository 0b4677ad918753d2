"""Filter chips: what is filtered and by what, with the choices one press away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box, draw_focus_ring
from hhcrm.ui.shared.text import is_look_change

_GAP = 7


class FilterChip(QAbstractButton):
    """`Stage any`, `Owner Dana`: a press opens the choices, the first of which means no filter.

    Choices are (value, words); the value of the first is usually "". One that `filters` nothing looks the same
    whatever is chosen.
    """

    chosen = Signal(str)
    """The value now in force."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
        *,
        filters: bool = True,
    ) -> None:
        super().__init__(parent)
        self._filters = filters
        self._label = label
        self._choices = list(choices)
        self._value = choices[0][0] if choices else ""
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)
        self._name_it()

    @property
    def value(self) -> str:
        """The value in force."""
        return self._value

    @property
    def words(self) -> str:
        """The words of the value in force."""
        return next((words for value, words in self._choices if value == self._value), self._value)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; a value that is no longer among them falls back to the first."""
        self._choices = list(choices)
        if all(value != self._value for value, _ in self._choices) and self._choices:
            self._value = self._choices[0][0]
        self._name_it()

    def set_value(self, value: str) -> None:
        """Choose without the menu; says so when it is another value."""
        if value != self._value:
            self._value = value
            self._name_it()
            self.chosen.emit(value)

    def menu(self) -> QMenu:
        """The choices as a menu of its own."""
        menu = QMenu(self)
        menu.setObjectName(f"{self.objectName()}_menu")
        group = QActionGroup(menu)
        for value, words in self._choices:
            action = menu.addAction(words.replace("&", "&&"), partial(self.set_value, value))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            group.addAction(action)
        return menu

    def _open(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _name_it(self) -> None:
        self.setText(f"{self._label} {self.words}")
        self.setAccessibleName(self._label)
        self.setAccessibleDescription(self.words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        plain, strong = QFontMetrics(role_font("small")), QFontMetrics(role_font("strong"))
        words = plain.horizontalAdvance(self._label) + strong.horizontalAdvance(self.words)
        return QSize(words + scaled(_GAP + 20 + 18), max(scaled(28), strong.height() + scaled(8)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        first = self._choices[0][0] if self._choices else ""
        marked = self._filters and self._value != first
        fill = colors.selection if marked else colors.panel
        if self.underMouse() and not marked:
            fill = colors.hover
        draw_box(painter, self.rect(), fill, colors.line, CONTROL_RADIUS)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, CONTROL_RADIUS)
        room = self.rect().adjusted(scaled(10), 0, -scaled(10), 0)
        painter.setFont(role_font("small"))
        painter.setPen(QColor(colors.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._label)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(self._label) + scaled(_GAP))
        font = role_font("small")
        font.setWeight(role_font("strong").weight())
        painter.setFont(font)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.words)
        size = scaled(14)
        arrow = app_icons().pixmap("chevron-down", colors.muted, size, self.devicePixelRatioF())
        painter.drawPixmap(room.right() - size + scaled(4), room.center().y() - size // 2 + 1, arrow)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.updateGeometry()
