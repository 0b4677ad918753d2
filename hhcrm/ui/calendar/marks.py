"""How a visit is drawn: its state by shape and by colour, its words, whether it is in hand."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from hhcrm.domain.words import VisitStatus
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box, draw_focus_ring

_ICONS = {VisitStatus.COMPLETED: "check", VisitStatus.MISSED: "triangle-alert", VisitStatus.CANCELLED: "x"}


def mark_height() -> int:
    """How high a visit of one line is."""
    return max(scaled(19), QFontMetrics(role_font("small")).height() + scaled(3))


def ink_of(status: VisitStatus, colors: Colors) -> str:
    """The colour of a visit's words."""
    if status == VisitStatus.MISSED:
        return colors.overdue
    return colors.text if status == VisitStatus.PLANNED else colors.muted


def draw_shape(painter: QPainter, room: QRect, status: VisitStatus, colors: Colors) -> None:
    """A ring for planned, a tick for completed, a triangle for missed, a cross for cancelled."""
    size = min(room.width(), room.height())
    box = QRect(room.left(), room.center().y() - size // 2 + 1, size, size)
    if status == VisitStatus.PLANNED:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.accent), max(1.4, size / 9)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = size * 0.18
        painter.drawEllipse(QRectF(box).adjusted(inset, inset, -inset, -inset))
        painter.restore()
        return
    ink = ink_of(status, colors)
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(box.topLeft(), app_icons().pixmap(_ICONS[status], ink, size, ratio))


def draw_line(
    painter: QPainter, room: QRect, status: VisitStatus, words: str, colors: Colors, *, held: bool, focus: bool
) -> None:
    """A visit in one line."""
    if held:
        draw_box(painter, room, colors.selection, None, 4.0)
        if focus:
            draw_focus_ring(painter, room, colors, 4.0)
    inside = room.adjusted(scaled(3), 0, -scaled(3), 0)
    size = scaled(14)
    draw_shape(painter, QRect(inside.left(), inside.top(), size, inside.height()), status, colors)
    inside.setLeft(inside.left() + size + scaled(5))
    draw_words(painter, inside, status, words, colors)


def draw_words(painter: QPainter, room: QRect, status: VisitStatus, words: str, colors: Colors) -> None:
    """The words of a visit; those of a cancelled one are struck out."""
    font = role_font("small")
    font.setStrikeOut(status == VisitStatus.CANCELLED)
    painter.setFont(font)
    painter.setPen(QColor(ink_of(status, colors)))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def small(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The letters of the grid."""
    font = role_font("small")
    font.setWeight(weight)
    return font
