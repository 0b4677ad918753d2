"""A slider with what it is about and its value in words, which the arrow keys move, too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box, draw_focus_ring
from hhcrm.ui.shared.text import Text

_PAGES = 5
_KNOB = 14


class _Bar(QSlider):
    """A line with a knob. Scrolling the page past it does not move it."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(90), scaled(_KNOB + 6))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Colors.of(self)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_SliderHandle
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
        size, middle = scaled(_KNOB), self.height() // 2
        knob = QRect(0, 0, size, size)
        knob.moveCenter(QPoint(min(max(handle.center().x(), size // 2), self.width() - size // 2 - 1), middle))
        ink = colors.accent if self.isEnabled() else colors.faint
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for left, right, line in ((0, self.width(), colors.line_strong), (0, knob.center().x(), ink)):
            draw_box(painter, QRect(left, middle - 2, right - left, 4), line, None, 2.0)
        draw_box(painter, knob, colors.panel, ink, size / 2, 2.0)
        if self.hasFocus():
            draw_focus_ring(painter, knob.adjusted(-2, -2, 2, 2), colors, size / 2 + 2)


class WordSlider(QWidget):
    """`span` is first, last and step, `say` puts a value into words.

    Left and Right move a step, Page Up and Page Down five, Home and End to the ends.
    """

    moved = Signal(int)
    """The person chose another value."""

    def __init__(
        self,
        name: str,
        label: str,
        span: tuple[int, int, int],
        say: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._label, self._say = label, say
        self._first, last, self._step = span
        self.label = Text(label, "small", "muted", wrap=True)
        self.words = Text("", "small")
        self.words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.bar = _Bar(Qt.Orientation.Horizontal)
        self.bar.setObjectName(f"{name}_bar")
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_most(last)
        self.bar.setSingleStep(1)
        self.bar.setPageStep(_PAGES)
        self.setFocusProxy(self.bar)
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(self.label, 1)
        head.addWidget(self.words, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        column.addLayout(head)
        column.addWidget(self.bar)
        self.bar.valueChanged.connect(self._on_moved)

    @property
    def value(self) -> int:
        """The value shown by the bar, which stands on a step."""
        return self._first + self.bar.value() * self._step

    def set_most(self, last: int) -> None:
        """Go as far as this value."""
        self.bar.setRange(0, (last - self._first) // self._step)

    def set_value(self, value: float, words: str) -> None:
        """Stand at the step nearest to a value, which is said in its own words; `moved` is silent."""
        self.bar.blockSignals(True)
        self.bar.setValue(round((value - self._first) / self._step))
        self.bar.blockSignals(False)
        self._tell(words)

    def _on_moved(self, _place: int) -> None:
        self._tell(self._say(self.value))
        self.moved.emit(self.value)

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        self.bar.setAccessibleName(f"{self._label}: {words}")
        self.bar.setToolTip(words)
