"""A choice of a few words side by side, each on one key: A Advance, C Continuation, S Setback."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box, draw_focus_ring, round_path
from hhcrm.ui.shared.text import is_look_change

_AROUND, _CLOSE = 24, 8
"""Pixels at 100 per cent text around each word, and the fewest."""


class Segmented(QWidget):
    """Choices are (value, key, words). A key chooses, arrows move; nothing is chosen until somebody does.

    With `show_keys` the key stands before the word. A choice is told by weight too, not by colour alone.
    """

    chosen = Signal(str)
    """The value now chosen, by a person or by `set_value`."""

    picked = Signal(str)
    """The value a person chose by key or mouse, also when it was chosen before."""

    def __init__(
        self,
        choices: Sequence[tuple[str, str, str]],
        name: str,
        words: str,
        *,
        show_keys: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self._words = words
        self._show_keys = show_keys
        self._value = ""
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._name_it()

    @property
    def value(self) -> str:
        """The value chosen, "" where nothing is."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose; "" takes the choice back."""
        if value not in ("", *(choice[0] for choice in self._choices)):
            raise ValueError(f"no such choice: {value}")
        if value != self._value:
            self._value = value
            self._name_it()
            self.update()
            self.chosen.emit(value)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font(chosen=True))
        return QSize(sum(self._widths(_AROUND)), max(scaled(30), metrics.height() + scaled(12)))

    @override
    def minimumSizeHint(self) -> QSize:
        """Where there is little room the words stand closer."""
        return QSize(sum(self._widths(_CLOSE)), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        draw_box(painter, self.rect(), colors.panel, colors.line_strong, CONTROL_RADIUS)
        painter.save()
        painter.setClipPath(round_path(self.rect().adjusted(1, 1, -1, -1), CONTROL_RADIUS - 1))
        for (value, key, words), box in zip(self._choices, self._boxes(), strict=True):
            chosen = value == self._value
            if chosen:
                painter.fillRect(box, QColor(colors.selection))
            painter.setFont(self._font(chosen))
            painter.setPen(QColor(colors.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._shown(key, words))
        painter.restore()
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, CONTROL_RADIUS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        typed = event.text().upper()
        values = [choice[0] for choice in self._choices]
        by_key = {key.upper(): value for value, key, _ in self._choices if key}
        if plain and typed and typed in by_key:
            self._pick(by_key[typed])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            at = values.index(self._value) + step if self._value else (0 if step > 0 else len(values) - 1)
            self._pick(values[max(0, min(at, len(values) - 1))])
        elif event.key() == Qt.Key.Key_Space and not self._value:
            self._pick(values[0])
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for (value, _key, _words), box in zip(self._choices, self._boxes(), strict=True):
            if box.contains(event.position().toPoint()):
                self._pick(value)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.updateGeometry()
            self.update()

    def _pick(self, value: str) -> None:
        self.set_value(value)
        self.picked.emit(value)

    def _shown(self, key: str, words: str) -> str:
        return f"{key} {words}" if self._show_keys and key else words

    def _font(self, chosen: bool) -> QFont:
        font = role_font("small")
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Medium)
        return font

    def _widths(self, around: int) -> list[int]:
        """Each word with so many pixels (at 100 per cent text) around it."""
        metrics = QFontMetrics(self._font(chosen=True))
        return [metrics.horizontalAdvance(self._shown(key, words)) + scaled(around) for _, key, words in self._choices]

    def _boxes(self) -> list[QRect]:
        boxes, left = [], 0
        lacks = max(self.sizeHint().width() - self.width(), 0)
        close = max(len(self._choices), 1) * scaled(_AROUND - _CLOSE)
        around = _AROUND - (_AROUND - _CLOSE) * min(lacks / close, 1.0)
        for width in self._widths(math.floor(around)):
            boxes.append(QRect(left, 0, width, self.height()))
            left += width
        return boxes

    def _name_it(self) -> None:
        said = next(
            (words for value, _, words in self._choices if value == self._value), translate("shared", "nothing chosen")
        )
        keys = ", ".join(f"{key} {words}" for _, key, words in self._choices if key)
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(f"{said}. {keys}" if keys else said)
        self.setToolTip(keys)
