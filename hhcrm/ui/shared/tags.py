"""Small tags with a word in them, and five dots for the visits of a prospect."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box
from hhcrm.ui.shared.text import is_look_change

_MARK, _MARK_GAP = 12, 2

TagKind = Literal["overdue", "due", "good", "info", "none"]


def tag_font() -> QFont:
    """The letters of a tag."""
    font = role_font("small")
    font.setWeight(QFont.Weight.Medium)
    return font


def tag_size(words: str, mark: str = "") -> QSize:
    """What a tag needs; `mark` is an icon before its words."""
    metrics = QFontMetrics(tag_font())
    beside = scaled(_MARK + _MARK_GAP) + scaled(3) if mark else 0
    return QSize(metrics.horizontalAdvance(words) + scaled(14) + beside, metrics.height() + scaled(5))


def draw_tag(painter: QPainter, room: QRect, words: str, kind: str, colors: Colors, mark: str = "") -> int:
    """A tag at the left of `room`, in the middle of its height; how wide it became comes back."""
    size = tag_size(words, mark)
    width = min(size.width(), room.width())
    box = QRect(room.left(), room.center().y() - size.height() // 2 + 1, width, size.height())
    ink, ground = colors.tag(kind)
    draw_box(painter, box, ground, None, 4.0)
    if mark:
        draw_mark(painter, box.adjusted(scaled(6), 0, 0, 0), mark, ink)
        box = box.adjusted(scaled(_MARK + _MARK_GAP) + scaled(3), 0, 0, 0)
    painter.setFont(tag_font())
    painter.setPen(QColor(ink))
    shown = QFontMetrics(tag_font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width() - scaled(8))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    return width


def mark_width() -> int:
    """What the icon of a tag takes where it stands by itself, with a gap before it."""
    return scaled(_MARK + _MARK_GAP)


def draw_mark(painter: QPainter, box: QRect, mark: str, ink: str) -> None:
    """The icon of a tag at the left of `box`, in the middle of its height."""
    across = scaled(_MARK)
    left, top = box.left(), box.center().y() - across // 2 + 1
    painter.drawPixmap(left, top, app_icons().pixmap(mark, ink, across, painter.device().devicePixelRatio()))


def dots_width(of: int) -> int:
    """How wide `of` dots are."""
    return of * scaled(11)


def draw_dots(painter: QPainter, room: QRect, done: int, of: int, colors: Colors) -> None:
    """`done` full dots of `of`, the rest as rings: told apart by shape, not by colour alone."""
    step, across = scaled(11), scaled(8)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colors.accent), max(1.2, scaled(1.3))))
    for place in range(of):
        painter.setBrush(QColor(colors.accent) if place < done else Qt.BrushStyle.NoBrush)
        center = QPointF(room.left() + across / 2 + place * step + 1, room.center().y() + 1)
        painter.drawEllipse(QRectF(center.x() - across / 2, center.y() - across / 2, across, across))
    painter.restore()


class Tag(QWidget):
    """A small tag as a widget."""

    def __init__(self, words: str = "", kind: TagKind = "none", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._kind: TagKind = kind
        self._mark = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    @property
    def words(self) -> str:
        """What stands in it."""
        return self._words

    @property
    def kind(self) -> str:
        """What it means."""
        return self._kind

    def say(self, words: str, kind: TagKind, mark: str = "") -> None:
        """Show other words, with an icon before them where one is named; none hide the tag."""
        self._words, self._kind, self._mark = words, kind, mark
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return tag_size(self._words, self._mark)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_tag(QPainter(self), self.rect(), self._words, self._kind, Colors.of(self), self._mark)


class Dots(QWidget):
    """Visit n of 5 as dots."""

    def __init__(self, done: int = 0, of: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._of = done, of
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_visits(done, of)

    def show_visits(self, done: int, of: int) -> None:
        """Show `done` of `of`."""
        self._done, self._of = done, of
        self.setAccessibleName(translate("shared", "Visit {number} of {needed}").format(number=done, needed=of))
        self.setToolTip(translate("shared", "Visit {number} of {needed}").format(number=done, needed=of))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(dots_width(self._of), scaled(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_dots(QPainter(self), self.rect(), self._done, self._of, Colors.of(self))
