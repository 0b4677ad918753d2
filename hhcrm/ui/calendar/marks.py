"""How a visit is drawn: its state by shape and by colour, its words, whether it is in hand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from hhcrm.domain.words import VisitStatus
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box, draw_focus_ring

_ICONS = {VisitStatus.COMPLETED: "check", VisitStatus.MISSED: "triangle-alert", VisitStatus.CANCELLED: "x"}


@dataclass(frozen=True, slots=True)
class Kit:
    """Fonts and lengths, measured once for a look at the whole view and not once for each of a thousand visits."""

    plain: QFont
    struck: QFont
    strong: QFont
    bold: QFont
    metrics: QFontMetrics
    line: int
    unit: float

    @staticmethod
    def now() -> Kit:
        """Measured at the present text size."""
        plain = small()
        struck = small()
        struck.setStrikeOut(True)
        metrics = QFontMetrics(plain)
        line = max(scaled(19), metrics.height() + scaled(3))
        return Kit(
            plain, struck, small(QFont.Weight.Medium), small(QFont.Weight.Bold), metrics, line, scaled(100) / 100
        )

    def px(self, pixels: float) -> int:
        """A length drawn for 100 per cent text, at the present text size."""
        return max(1, round(pixels * self.unit))


def mark_height() -> int:
    """How high a visit of one line is."""
    return Kit.now().line


def ink_of(status: VisitStatus, colors: Colors) -> str:
    """The colour of a visit's words."""
    if status == VisitStatus.MISSED:
        return colors.overdue
    return colors.text if status == VisitStatus.PLANNED else colors.muted


def draw_ring(painter: QPainter, room: QRect, colors: Colors, *, broken: bool = False) -> None:
    """A ring for what is planned, a broken one for what is proposed."""
    size = min(room.width(), room.height())
    box = QRect(room.left(), room.center().y() - size // 2 + 1, size, size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colors.accent), max(1.4, size / 9))
    if broken:
        pen.setDashPattern([1.6, 1.4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = size * 0.18
    painter.drawEllipse(QRectF(box).adjusted(inset, inset, -inset, -inset))
    painter.restore()


def draw_shape(painter: QPainter, room: QRect, status: VisitStatus, colors: Colors) -> None:
    """A ring for planned, a tick for completed, a triangle for missed, a cross for cancelled."""
    size = min(room.width(), room.height())
    box = QRect(room.left(), room.center().y() - size // 2 + 1, size, size)
    if status == VisitStatus.PLANNED:
        draw_ring(painter, room, colors)
        return
    ink = ink_of(status, colors)
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(box.topLeft(), app_icons().pixmap(_ICONS[status], ink, size, ratio))


def draw_broken_box(painter: QPainter, room: QRect, fill: str, ink: str) -> None:
    """The box of a proposed visit: its line is broken."""
    draw_box(painter, room, fill, None, 4.0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(ink), 1.2)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0)
    painter.restore()


def draw_line(
    painter: QPainter,
    room: QRect,
    status: VisitStatus,
    words: str,
    colors: Colors,
    kit: Kit,
    *,
    held: bool,
    focus: bool,
) -> None:
    """A visit in one line."""
    if held:
        draw_box(painter, room, colors.selection, None, 4.0)
        if focus:
            draw_focus_ring(painter, room, colors, 4.0)
    inside = room.adjusted(kit.px(3), 0, -kit.px(3), 0)
    size = kit.px(14)
    draw_shape(painter, QRect(inside.left(), inside.top(), size, inside.height()), status, colors)
    inside.setLeft(inside.left() + size + kit.px(5))
    draw_words(painter, inside, status, words, colors, kit)


def draw_words(painter: QPainter, room: QRect, status: VisitStatus, words: str, colors: Colors, kit: Kit) -> None:
    """The words of a visit; those of a cancelled one are struck out."""
    painter.setFont(kit.struck if status == VisitStatus.CANCELLED else kit.plain)
    painter.setPen(QColor(ink_of(status, colors)))
    shown = kit.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def small(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The letters of the grid."""
    font = role_font("small")
    font.setWeight(weight)
    return font
