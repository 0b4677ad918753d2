"""Differences with their intervals about the line of no change: one row each, to its own scale.

On the left stand the name and the values before and after; on the right what the difference says, and the interval.
"""

from __future__ import annotations

from hhcrm.charts.chart import Chart, Mark
from hhcrm.charts.drawing.pieces import colour, line_style
from hhcrm.charts.drawing.sheet import Box, Sheet

_LEAST, _MOST = 0.32, 0.6
"""From and to these shares of the width are for names and values, as they need it."""

_LINE = 1.55
_ARROW = "\u2192"


def draw_intervals(sheet: Sheet, chart: Chart, room: Box) -> list[Box]:
    """Draw the rows into the room; the place of each mark comes back."""
    look, small = sheet.look, sheet.look.small_px
    left = min(max(_needed(sheet, chart) + look.scaled(18), room.width * _LEAST), room.width * _MOST)
    foot = small * 2.0
    plot = Box(room.left + left, room.top, max(room.width - left - 2, 20), max(room.height - foot, 20))
    title = sheet.fitted(chart.value_title, small, room.width)
    sheet.text(room.right, room.bottom - small * 0.7, title, look.muted, small, across="right")
    sheet.line([(plot.center, plot.top), (plot.center, plot.bottom)], look.line_strong)
    step = plot.height / len(chart.rows)
    boxes: dict[int, Box] = {}
    for place, row in enumerate(chart.rows):
        top = plot.top + step * place
        if place:
            sheet.line([(room.left, top), (room.right, top)], look.line)
        # What is written and the interval stand together in the middle of the row.
        first = top + max(small * 0.9, step / 2 - small * _LINE / 2)
        name = sheet.fitted(row.label, small, left - look.scaled(10))
        sheet.text(room.left, first, name, look.text, small, bold=True)
        named = room.left + sheet.width(name, small, bold=True) + look.scaled(10)
        _write_note(sheet, row.note, plot, first, named, quiet=row.quiet)
        mine = {index: mark for index, mark in enumerate(chart.marks) if mark.row == place}
        boxes |= _draw_values(sheet, mine, Box(room.left, first + small * _LINE, left - look.scaled(10), small))
        boxes |= _draw_interval(sheet, chart, mine, Box(plot.left, first + small * _LINE, plot.width, small))
    return [boxes[index] for index in range(len(chart.marks))]


def _needed(sheet: Sheet, chart: Chart) -> float:
    """How wide the names and the values before and after are."""
    small = sheet.look.small_px
    widest = max(sheet.width(row.label, small, bold=True) for row in chart.rows)
    for place in range(len(chart.rows)):
        values = [mark.words.rpartition(": ")[2] for mark in chart.marks if mark.row == place and mark.low is None]
        widest = max(widest, sheet.width(f" {_ARROW} ".join(values), small) + small * 1.3)
    return widest


def _write_note(sheet: Sheet, words: str, plot: Box, middle: float, named: float, *, quiet: bool) -> None:
    """What the difference says, on a ground of its own: the line of no change does not run through it.

    It stands above the interval; what is wider begins further left, where the name at `named` ends at the earliest.
    """
    look, small = sheet.look, sheet.look.small_px
    said = sheet.fitted(words, small, max(plot.width, plot.right - named))
    wide = sheet.width(said, small)
    center = min(plot.center, plot.right - wide / 2)
    sheet.box(Box(center - wide / 2 - 3, middle - small * 0.65, wide + 6, small * 1.3), look.ground)
    sheet.text(center, middle, said, look.muted if quiet else look.text, small, across="center")


def _draw_values(sheet: Sheet, marks: dict[int, Mark], line: Box) -> dict[int, Box]:
    """The value before, an arrow, the value after; each with its cases. One alone says which it is."""
    look, small = sheet.look, sheet.look.small_px
    values = {index: mark for index, mark in marks.items() if mark.low is None}
    found: dict[int, Box] = {}
    at = line.left
    for index, mark in values.items():
        if found:
            sheet.text(at, line.top, _ARROW, look.muted, small)
            at += sheet.width(f"{_ARROW} ", small) + small * 0.3
        words = mark.words.rpartition(": " if len(values) > 1 else ", ")[2]
        said = sheet.fitted(words, small, max(line.right - at, small * 2))
        sheet.text(at, line.top, said, look.muted, small)
        wide = sheet.width(said, small)
        found[index] = Box(at, line.top - small * 0.75, wide, small * 1.5)
        at += wide + small * 0.5
    return found


def _draw_interval(sheet: Sheet, chart: Chart, marks: dict[int, Mark], line: Box) -> dict[int, Box]:
    look, small = sheet.look, sheet.look.small_px
    found: dict[int, Box] = {}
    for index, mark in marks.items():
        if mark.low is None or mark.high is None:
            continue
        part, middle = chart.parts[mark.part], line.top
        most = max(abs(mark.low), abs(mark.high)) or 1.0
        scale = (line.width / 2 - look.scaled(10)) / most
        low, at, high = (line.center + scale * value for value in (mark.low, mark.value, mark.high))
        ink, cap = colour(part, look), small * 0.45
        sheet.line([(low, middle), (high, middle)], ink, 2.0, style=line_style(part))
        for end in (low, high):
            sheet.line([(end, middle - cap), (end, middle + cap)], ink, 2.0)
        sheet.dot(at, middle, look.scaled(9), look.ground if part.hollow else ink, ink if part.hollow else look.ground)
        found[index] = Box(low, middle - small * 0.7, high - low, small * 1.4)
    return found
