"""The rail at the left: whose program this is, and the places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.frame.places import PlaceSpec
from hhcrm.ui.shared.fonts import role_font, scaled, tabular
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box, draw_focus_ring
from hhcrm.ui.shared.text import Text, is_look_change


class RailButton(QAbstractButton):
    """A place in the rail: icon, word, and how much waits there."""

    def __init__(self, spec: PlaceSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = spec.icon
        self._title = spec.title
        self._count = 0
        self.setText(spec.title)
        self.setObjectName(f"go_{spec.name}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    @property
    def count(self) -> int:
        """What the badge shows; 0 is no badge."""
        return self._count

    def show_count(self, count: int) -> None:
        """Show how much waits."""
        self._count = count
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(translate("frame", "{count} waiting").format(count=count) if count else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self._title) + scaled(10 + 16 + 9 + 44)
        return QSize(width, max(scaled(33), metrics.height() + scaled(14)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        if self.isChecked():
            draw_box(painter, self.rect(), colors.selection, None, CONTROL_RADIUS)
        elif self.underMouse():
            draw_box(painter, self.rect(), colors.line, None, CONTROL_RADIUS)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, CONTROL_RADIUS)
        room = self.rect().adjusted(scaled(10), 0, -scaled(10), 0)
        size = scaled(16)
        picture = app_icons().pixmap(self._icon, colors.text, size, self.devicePixelRatioF())
        painter.drawPixmap(room.left(), room.center().y() - size // 2 + 1, picture)
        painter.setFont(self._font())
        painter.setPen(QColor(colors.text))
        words = room.adjusted(size + scaled(9), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._title)
        if self._count:
            font = tabular(role_font("small"))
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(colors.overdue))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, side, str(self._count) if self._count < 1000 else "999+")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.updateGeometry()

    def _font(self) -> QFont:
        font = role_font("body")
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        return font


class Rail(QWidget):
    """Agency, places, and Settings at the foot where there is one."""

    chosen = Signal(str)
    """The name of a place."""

    def __init__(self, agency: str, places: Sequence[PlaceSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(translate("frame", "Places"))
        self._agency = Text(agency, "section", wrap=True)
        self._agency.setObjectName("agency_name")
        self._program = Text("hhcrm", "small", "muted")
        self._group = QButtonGroup(self)
        self._buttons = {spec.name: RailButton(spec) for spec in places}
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._agency)
        self._column.addWidget(self._program)
        self._column.addSpacing(scaled(8))
        self._add([spec for spec in places if not spec.below])
        self._column.addStretch(1)
        self._add([spec for spec in places if spec.below])
        self._measure()

    def button(self, place: str) -> RailButton | None:
        """The button of a place."""
        return self._buttons.get(place)

    def mark(self, place: str) -> None:
        """Show which place is open. Tab comes to its button, the arrows go on from there."""
        self._buttons[place].setChecked(True)
        for name, button in self._buttons.items():  # in a group Qt leaves Tab with the one that was checked first
            here = name == place
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def say_agency(self, agency: str) -> None:
        """Show another name."""
        self._agency.setText(agency)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        painter.fillRect(self.rect(), QColor(colors.rail))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(colors.line))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._measure()

    def _add(self, specs: Sequence[PlaceSpec]) -> None:
        for spec in specs:
            button = self._buttons[spec.name]
            self._group.addButton(button)
            button.clicked.connect(partial(self.chosen.emit, spec.name))
            self._column.addWidget(button)

    def _measure(self) -> None:
        self._column.setContentsMargins(scaled(8), scaled(14), scaled(9), scaled(14))
        self._column.setSpacing(scaled(2))
        for words in (self._agency, self._program):
            words.setContentsMargins(scaled(10), 0, scaled(4), 0)
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        self.setFixedWidth(max(scaled(168), widest + scaled(17)))
