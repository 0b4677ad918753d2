"""What all kinds of charts draw the same way: parts of a stack, rules with numbers, legend, head."""

from __future__ import annotations

from math import ceil, log10

from hhcrm.charts.chart import Chart, Part
from hhcrm.charts.drawing.sheet import Box, LineStyle, Sheet
from hhcrm.charts.look import ChartLook


def colour(part: Part, look: ChartLook, *, quiet: bool = False) -> str:
    """The colour of a part; the quiet ones are grey."""
    return look.rest if quiet or part.ink is None else look.marks[part.ink % len(look.marks)]


def line_style(part: Part) -> LineStyle:
    """How the line of a part is drawn."""
    if part.hollow:
        return "dashed"
    return "dotted" if part.hatch else "solid"


def draw_part(sheet: Sheet, box: Box, part: Part, *, quiet: bool = False) -> None:
    """A bar, or a piece of a stack: full, hatched or hollow."""
    look = sheet.look
    ink = colour(part, look, quiet=quiet)
    if part.hollow:
        inner = Box(box.left + 1, box.top + 1, max(box.width - 2, 0.5), max(box.height - 2, 0.5))
        sheet.box(inner, look.ground, ink, edge_width=2.0)
    elif part.hatch:
        sheet.box(box, ink)
        sheet.box(box, None, look.ground, hatch=part.hatch, edge_width=0.0)
    else:
        sheet.box(box, ink)


def draw_number(sheet: Sheet, x: float, y: float, words: str, ink: str, *, centered: bool = True) -> None:
    """A number beside its mark, on a ground of its own: no rule runs through it."""
    small = sheet.look.small_px
    width = sheet.width(words, small)
    left = x - width / 2 if centered else x
    sheet.box(Box(left - 2, y - small * 0.6, width + 4, small * 1.2), sheet.look.ground)
    sheet.text(left, y, words, ink, small)


def nice_ticks(most: float, about: int = 5) -> list[int]:
    """Whole numbers from 0 to just above the most, in steps of 1, 2 or 5 times a power of ten."""
    if most <= 0:
        return [0, 1]
    rough = max(most / about, 1.0)
    power = 10 ** int(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return [step * place for place in range(ceil(most / step) + 1)]


def draw_legend(sheet: Sheet, chart: Chart, room: Box) -> Box:
    """The parts that the chart shows, at the foot of the room, in as many lines as they take; what is left of it."""
    look, size = sheet.look, sheet.look.small_px
    side, gap, apart = look.scaled(10), look.scaled(6), look.scaled(16)
    wide = side * {"lines": 2.2, "percent": 1.6}.get(chart.kind, 1.0)
    high, left, line = size * 1.6, room.left, 0
    placed: list[tuple[float, int, Part, str]] = []
    for place, part in enumerate(chart.parts):
        if len(chart.parts) > 1 and not any(mark.part == place for mark in chart.marks):
            continue
        words = sheet.fitted(part.words, size, room.width - wide - gap)
        reach = wide + gap + sheet.width(words, size)
        if left > room.left and left + reach > room.right:
            left, line = room.left, line + 1
        placed.append((left, line, part, words))
        left += reach + apart
    top = room.bottom - high * (line + 1)
    for x, row, part, words in placed:
        middle = top + high * (row + 0.5)
        _draw_key(sheet, chart, Box(x, middle - side / 2, wide, side), part)
        sheet.text(x + wide + gap, middle, words, look.muted, size)
    above = look.scaled(6) if chart.small else look.scaled(8)
    return Box(room.left, room.top, room.width, top - above - room.top)


def _draw_key(sheet: Sheet, chart: Chart, box: Box, part: Part) -> None:
    """What stands before the words of a part: a piece of its line, its point or its bar."""
    look, ink = sheet.look, colour(part, sheet.look)
    if chart.kind == "lines":
        sheet.line([(box.left, box.middle), (box.right, box.middle)], ink, 2.0, style=line_style(part))
    elif chart.kind == "percent":
        sheet.line([(box.left, box.middle), (box.right, box.middle)], ink, 2.0)
        sheet.dot(box.center, box.middle, box.height * 0.8, ink, look.ground)
    elif chart.kind == "quadrants":
        fill, edge = (look.ground, ink) if part.hollow else (ink, look.ground)
        sheet.points([(box.center, box.middle)], box.height, part.shape, fill, edge)
    else:
        draw_part(sheet, box, part)


def draw_head(sheet: Sheet, chart: Chart, room: Box) -> Box:
    """Title, what stands beside it and the period above the chart; the room that is left comes back."""
    look = sheet.look
    title, small = look.text_px * 16 / 13, look.small_px
    sheet.text(room.left, room.top, chart.title, look.text, title, down="top", bold=True)
    below = room.top + title * 1.5
    words = ". ".join(part for part in (chart.period, chart.beside) if part)
    sheet.text(room.left, below, sheet.fitted(words, small, room.width), look.muted, small, down="top")
    taken = below + small * 2.2 - room.top
    return Box(room.left, room.top + taken, room.width, room.height - taken)


def draw_empty(sheet: Sheet, words: str, room: Box) -> None:
    """A sentence where nothing can be drawn."""
    sheet.text(room.center, room.middle, words, sheet.look.muted, sheet.look.text_px, across="center")
