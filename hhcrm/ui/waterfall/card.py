"""How a card and the heads of the board are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from hhcrm.queries.waterfall_models import Card
from hhcrm.ui.shared.fonts import Role, role_font, scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box, draw_focus_ring
from hhcrm.ui.shared.tags import draw_mark, draw_tag, mark_width, tag_size
from hhcrm.ui.waterfall.cells import CardTag, type_parts, why_line

_PAD, _BETWEEN = 7, 2
_NAME_LINES, _WHY_LINES = 2, 1
_STRONG: Role = "strong"
_SMALL: Role = "small"
_LEFT_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def wrapped(words: str, role: Role, width: int, most: int) -> tuple[str, ...]:
    """The words in at most so many lines of a width; what does not fit ends in …."""
    metrics = QFontMetrics(role_font(role))
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most:
        line = [rest.pop(0)]
        if len(lines) == most - 1:
            line += rest
            rest = []
        else:
            while rest and metrics.horizontalAdvance(" ".join((*line, rest[0]))) <= width:
                line.append(rest.pop(0))
        lines.append(metrics.elidedText(" ".join(line), Qt.TextElideMode.ElideRight, width))
    return tuple(lines)


def card_height(card: Card, width: int) -> int:
    """How high a card of this width is."""
    inner = width - 2 * scaled(_PAD)
    name = len(wrapped(card.name, "strong", inner, _NAME_LINES)) * line_height("strong")
    small = 1 + len(wrapped(why_line(card), "small", inner, _WHY_LINES))
    tags = tag_size("X").height() + scaled(_BETWEEN + 2)
    return 2 * scaled(_PAD) - 2 + name + small * line_height("small") + scaled(_BETWEEN) + tags


def draw_card(
    painter: QPainter, box: QRect, card: Card, tag: CardTag, colors: Colors, *, chosen: bool, over: bool, focus: bool
) -> None:
    """A white box: the name, what it is, why it stands out, and the tag."""
    ground = colors.selection if chosen else colors.hover if over else colors.panel
    draw_box(painter, box, ground, colors.line_strong if over else colors.line, CONTROL_RADIUS)
    if focus:
        draw_focus_ring(painter, box, colors, CONTROL_RADIUS)
    pad = scaled(_PAD)
    room = box.adjusted(pad, pad - 2, -pad, -pad)
    why_ink = colors.overdue if card.stalled and not card.sent else colors.text
    fits = tag_size(tag.words, tag.mark).width() <= room.width()
    mark, above = (tag.mark, 0) if fits else ("", mark_width())  # the words need the tag: the shape stands above it
    names = wrapped(card.name, _STRONG, room.width(), _NAME_LINES)
    room.setTop(draw_lines(painter, room, names, _STRONG, colors.text))
    if above:
        beside = QRect(room.right() + 1 - above, room.top(), above, line_height(_SMALL))
        draw_mark(painter, beside, tag.mark, colors.tag(tag.kind)[0])
    for words, most, ink, width in (
        (_type_line(card, room.width() - above), 1, colors.muted, room.width() - above),
        (why_line(card), _WHY_LINES, why_ink, room.width()),
    ):
        room.setTop(draw_lines(painter, room, wrapped(words, _SMALL, width, most), _SMALL, ink))
    height = tag_size("X").height()
    draw_tag(
        painter,
        QRect(room.left(), box.bottom() - pad - height + 2, room.width(), height),
        tag.words,
        tag.kind,
        colors,
        mark,
    )


def _type_line(card: Card, width: int) -> str:
    """Where there is little room the field's figure, which stands below the board too, makes place for the type."""
    what, figure = type_parts(card)
    metrics = QFontMetrics(role_font("small"))
    if metrics.horizontalAdvance(what + figure) > width and metrics.horizontalAdvance(figure) * 2 > width:
        figure = ""
    return metrics.elidedText(what, Qt.TextElideMode.ElideRight, width - metrics.horizontalAdvance(figure)) + figure


def draw_lines(painter: QPainter, room: QRect, lines: Sequence[str], role: Role, ink: str) -> int:
    """Lines one below the other; where the next one would begin comes back."""
    painter.setFont(role_font(role))
    painter.setPen(QColor(ink))
    high, top = line_height(role), room.top()
    for line in lines:
        painter.drawText(QRect(room.left(), top, room.width(), high), _LEFT_TOP, line)
        top += high
    return top


def line_height(role: Role) -> int:
    """How high a line of this role stands."""
    return QFontMetrics(role_font(role)).height() + 1
