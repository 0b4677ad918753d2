"""Bars across whose pieces carry their names inside, as far as there is room."""

from __future__ import annotations

from hhcrm.charts.chart import Chart
from hhcrm.charts.drawing.pieces import draw_number, draw_part, nice_ticks
from hhcrm.charts.drawing.sheet import Box, Sheet

_NAMES = 0.3
_BAR = 0.7
_THICKEST = 40


def draw_named(sheet: Sheet, chart: Chart, room: Box, *, legend: bool = True) -> list[Box]:
    """Draw the bars into the room; the place of each mark comes back.

    Each bar is of one part, whose name stands before it: a legend would say nothing more.
    """
    del legend
    look, small = sheet.look, sheet.look.small_px
    names = [sheet.fitted(row.label, small, room.width * _NAMES) for row in chart.rows]
    gap = look.scaled(8)
    left = room.left + max(sheet.width(name, small) for name in names) + gap
    notes = max(sheet.width(row.note, small) for row in chart.rows)
    plot = Box(left, room.top, max(room.right - left, 20), max(room.height - small * 3.2, 20))
    sums = [sum(mark.value for mark in chart.marks if mark.row == row) for row in range(len(chart.rows))]
    scale = max(plot.width - notes - gap * 1.5, 20) / max(sums)
    _draw_rules(sheet, plot, scale)
    title = sheet.fitted(chart.value_title, small, room.width)
    sheet.text(plot.center, plot.bottom + small * 2.4, title, look.muted, small, across="center")
    step = plot.height / len(chart.rows)
    thick = min(step * _BAR, look.scaled(_THICKEST))
    ends = [plot.left] * len(chart.rows)
    boxes = []
    for mark in chart.marks:
        top = plot.top + step * mark.row + (step - thick) / 2
        box = Box(ends[mark.row], top, mark.value * scale, thick)
        ends[mark.row] = box.right
        draw_part(sheet, box, chart.parts[mark.part])
        sheet.line([(box.right, box.top), (box.right, box.bottom)], look.ground, 1.5)
        _write_inside(sheet, box, mark.inside)
        boxes.append(box)
    for row, (name, end) in enumerate(zip(names, ends, strict=True)):
        middle = plot.top + step * (row + 0.5)
        sheet.text(plot.left - gap, middle, name, look.text, small, across="right")
        if chart.rows[row].note:
            draw_number(sheet, end + gap * 0.75, middle, chart.rows[row].note, look.muted, centered=False)
    return boxes


def _draw_rules(sheet: Sheet, plot: Box, scale: float) -> None:
    look, small = sheet.look, sheet.look.small_px
    for tick in nice_ticks(plot.width / scale, max(2, min(6, int(plot.width // look.scaled(64))))):
        x = plot.left + tick * scale
        if x + sheet.width(f"{tick:,}", small) / 2 > sheet.room.right:
            break
        sheet.line([(x, plot.top), (x, plot.bottom)], look.line if tick else look.line_strong)
        sheet.text(x, plot.bottom + small * 0.9, f"{tick:,}", look.muted, small, across="center")


def _write_inside(sheet: Sheet, box: Box, words: str) -> None:
    """The name of a piece, cut where it is a little too long; nothing where hardly a word would be left."""
    look, small = sheet.look, sheet.look.small_px
    room = box.width - look.scaled(10)
    said = sheet.fitted(words, small, room) if words and room > small * 3 else ""
    if said and (said == words or len(said) > max(4, len(words) // 3)):
        draw_number(sheet, box.center, box.middle, said, look.text)
