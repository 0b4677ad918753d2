"""Bars across: one row each, its name before it, its numbers behind it."""

from __future__ import annotations

from collections.abc import Sequence

from hhcrm.charts.chart import Chart
from hhcrm.charts.drawing.pieces import draw_number, draw_part, nice_ticks
from hhcrm.charts.drawing.sheet import Box, Sheet

_NAMES = 0.36
"""At most this share of the width is for names."""

_BAR = 0.68
_THICKEST = 26


def draw_across(sheet: Sheet, chart: Chart, room: Box) -> list[Box]:
    """Draw stacked bars into the room; the place of each mark comes back."""
    look = sheet.look
    small = look.small_px
    names = [sheet.fitted(row.label, small, room.width * _NAMES) for row in chart.rows]
    gap = look.scaled(8)
    left = room.left + max(sheet.width(name, small) for name in names) + gap
    foot = small * 1.6 + small * 1.6
    plot = Box(left, room.top, max(room.right - left, 20), max(room.height - foot, 20))
    scale = _scale(sheet, chart, plot, gap)
    most = int(plot.width / scale)
    ticks = nice_ticks(most, max(2, min(6, int(plot.width // look.scaled(64)))))
    _draw_rules(sheet, plot, [tick for tick in ticks if tick * scale <= plot.width], scale, small)
    title = sheet.fitted(chart.value_title, small, room.width)
    x = min(plot.center, room.right - sheet.width(title, small) / 2)
    sheet.text(x, plot.bottom + small * 2.4, title, look.muted, small, across="center")
    places: list[Box | None] = [None] * len(chart.marks)
    step = plot.height / len(chart.rows)
    thick = min(step * _BAR, look.scaled(_THICKEST))
    ends = [plot.left] * len(chart.rows)
    for place, mark in enumerate(chart.marks):
        top = plot.top + step * mark.row + (step - thick) / 2
        box = Box(ends[mark.row], top, mark.value * scale, thick)
        ends[mark.row] = box.right
        draw_part(sheet, box, chart.parts[mark.part], quiet=chart.rows[mark.row].quiet)
        places[place] = box
    for row, (name, end) in enumerate(zip(names, ends, strict=True)):
        middle = plot.top + step * (row + 0.5)
        ink = look.muted if chart.rows[row].quiet else look.text
        sheet.text(plot.left - gap, middle, name, ink, small, across="right")
        if chart.rows[row].note:
            draw_number(sheet, end + gap * 0.75, middle, chart.rows[row].note, look.muted, centered=False)
    return [box for box in places if box is not None]


def _scale(sheet: Sheet, chart: Chart, plot: Box, gap: float) -> float:
    """Pixels for one: as many as leave room behind each bar for its numbers."""
    small = sheet.look.small_px
    rooms = [max(plot.width - sheet.width(row.note, small) - gap, 20) for row in chart.rows]
    return min(room / value for room, value in zip(rooms, _sums(chart), strict=True) if value)


def _sums(chart: Chart) -> list[float]:
    sums = [0.0] * len(chart.rows)
    for mark in chart.marks:
        sums[mark.row] += mark.value
    return sums


def _draw_rules(sheet: Sheet, plot: Box, ticks: Sequence[int], scale: float, small: float) -> None:
    for tick in ticks:
        x = plot.left + tick * scale
        if x + sheet.width(f"{tick:,}", small) / 2 > sheet.room.right:
            break
        sheet.line([(x, plot.top), (x, plot.bottom)], sheet.look.line if tick else sheet.look.line_strong)
        sheet.text(x, plot.bottom + small * 0.9, f"{tick:,}", sheet.look.muted, small, across="center")
