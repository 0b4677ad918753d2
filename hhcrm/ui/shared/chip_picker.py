"""Toggle chips of which any number may be on: people met, materials left. Typing narrows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box, draw_focus_ring
from hhcrm.ui.shared.text import is_look_change

_SHOWN = 12
_ON = "\N{CHECK MARK} "


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing to switch on: its id, its name, and what else is said of it."""

    id: int
    name: str
    detail: str = ""

    @property
    def words(self) -> str:
        """What stands on it."""
        return f"{self.name}, {self.detail}" if self.detail else self.name


class ChipPicker(QWidget):
    """Arrows move, Space switches, letters narrow to what they begin or contain, Backspace widens again.

    Of many chips those that are on and the first few are shown; typing finds the rest.
    """

    switched = Signal()
    """A person switched one."""

    def __init__(self, name: str, words: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._nothing = nothing
        self._chips: tuple[Chip, ...] = ()
        self._on: dict[int, None] = {}
        self._typed = ""
        self._at = 0
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._settle()

    @property
    def on(self) -> tuple[int, ...]:
        """The ids switched on, in the order of the chips."""
        return tuple(chip.id for chip in self._chips if chip.id in self._on)

    @property
    def typed(self) -> str:
        """The letters that narrow."""
        return self._typed

    def show_chips(self, chips: Iterable[Chip], on: Iterable[int]) -> None:
        """Offer other chips, some of them on."""
        self._chips = tuple(chips)
        self._on = dict.fromkeys(on)
        self._typed = ""
        self._at = 0
        self._settle()

    def add_chip(self, chip: Chip) -> None:
        """Offer one more, and switch it on."""
        self._chips = (*(each for each in self._chips if each.id != chip.id), chip)
        self._on[chip.id] = None
        self._typed = ""
        self._settle()
        self.updateGeometry()
        self.switched.emit()

    def set_on(self, on: Sequence[int]) -> None:
        """Switch exactly these on."""
        self._on = dict.fromkeys(on)
        self._settle()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(240), self._height(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), self._height(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._settle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        draw_box(painter, self.rect(), colors.field, colors.line_strong, CONTROL_RADIUS)
        boxes = self._boxes(self.width())
        for place, (chip, box) in enumerate(zip(self._shown(), boxes, strict=False)):
            self._draw_chip(painter, chip, box, colors, here=self.hasFocus() and place == self._at)
        painter.setFont(role_font("body"))
        painter.setPen(QColor(colors.muted))
        painter.drawText(boxes[-1], Qt.AlignmentFlag.AlignVCenter, self._tail())
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, CONTROL_RADIUS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self._shown()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        typed = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if step and shown:
            self._at = max(0, min(self._at + step, len(shown) - 1))
            self.update()
        elif event.key() == Qt.Key.Key_Space and shown:
            self._switch(shown[self._at])
        elif event.key() == Qt.Key.Key_Backspace and self._typed:
            self._narrow(self._typed[:-1])
        elif event.key() == Qt.Key.Key_Escape and self._typed:
            self._narrow("")
        elif plain and typed.strip() and typed.isprintable() and self._chips:
            self._narrow(self._typed + typed)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, (chip, box) in enumerate(zip(self._shown(), self._boxes(self.width()), strict=False)):
            if box.contains(event.position().toPoint()):
                self._at = place
                self._switch(chip)
                return

    def _switch(self, chip: Chip) -> None:
        if chip.id in self._on:
            del self._on[chip.id]
        else:
            self._on[chip.id] = None
        self._narrow("")
        self._at = next((place for place, other in enumerate(self._shown()) if other == chip), 0)
        self.switched.emit()

    def _narrow(self, typed: str) -> None:
        self._typed = typed
        if not self._shown():
            self._typed = typed[:-1]
        self._at = 0
        self._settle()

    def _settle(self) -> None:
        names = [chip.words for chip in self._chips if chip.id in self._on]
        said = "; ".join(names) if names else translate("shared", "nobody chosen") if self._chips else self._nothing
        self.setAccessibleName(f"{self._words}: {said}")
        self.setToolTip(translate("shared", "Arrows move, Space switches, letters find") if self._chips else "")
        self.updateGeometry()
        self.update()

    def _shown(self) -> list[Chip]:
        if self._typed:
            wanted = fold(self._typed)
            found = [chip for chip in self._chips if wanted in fold(chip.words)]
            found.sort(key=lambda chip: not fold(chip.words).startswith(wanted))
            return found[:_SHOWN]
        on = [chip for chip in self._chips if chip.id in self._on]
        off = [chip for chip in self._chips if chip.id not in self._on]
        room = max(0, _SHOWN - len(on))
        keep = set(on) | set(off[:room])
        return [chip for chip in self._chips if chip in keep]

    def _tail(self) -> str:
        if not self._chips:
            return self._nothing
        if self._typed:
            return translate("shared", "found by “{typed}”").format(typed=self._typed)
        hidden = len(self._chips) - len(self._shown())
        return translate("shared", "and {hidden} more: type a name").format(hidden=hidden) if hidden else ""

    def _said(self, chip: Chip) -> str:
        return f"{_ON if chip.id in self._on else ''}{chip.words}"

    def _font(self, chip: Chip) -> QFont:
        font = role_font("small")
        font.setWeight(QFont.Weight.Medium if chip.id in self._on else QFont.Weight.Normal)
        return font

    def _draw_chip(self, painter: QPainter, chip: Chip, box: QRect, colors: Colors, *, here: bool) -> None:
        on = chip.id in self._on
        draw_box(painter, box, colors.selection if on else colors.panel, colors.line_strong, 4.0)
        if here:
            draw_focus_ring(painter, box, colors, 4.0)
        painter.setFont(self._font(chip))
        painter.setPen(QColor(colors.text if on else colors.muted))
        room = box.adjusted(scaled(6), 0, -scaled(4), 0)
        words = painter.fontMetrics().elidedText(self._said(chip), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _boxes(self, width: int) -> list[QRect]:
        """Where the chips stand, and last where the words behind them do."""
        margin, gap = scaled(5), scaled(5)
        height = QFontMetrics(role_font("small")).height() + scaled(6)
        widths = [
            QFontMetrics(self._font(chip)).horizontalAdvance(self._said(chip)) + scaled(14) for chip in self._shown()
        ]
        tail = QFontMetrics(role_font("body")).horizontalAdvance(self._tail())
        boxes: list[QRect] = []
        left, top = margin, margin
        for wanted in [*widths, tail]:
            each = min(wanted, max(scaled(60), width - 2 * margin))
            if left > margin and left + each > width - margin:
                left, top = margin, top + height + gap
            boxes.append(QRect(left + (0 if len(boxes) < len(widths) else scaled(4)), top, each, height))
            left += each + gap
        return boxes

    def _height(self, width: int) -> int:
        boxes = self._boxes(max(width, scaled(240)))
        if not self._tail() and len(boxes) > 1:
            boxes.pop()
        return max(scaled(33), boxes[-1].bottom() + 1 + scaled(5))
