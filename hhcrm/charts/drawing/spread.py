"""How many took how long: bars by length of time, a strip for each group, lines for median, nine in ten and bounds."""

from __future__ import annotations

from math import ceil

from hhcrm.charts.chart import Chart, Guide
from hhcrm.charts.drawing.pieces import draw_number, draw_part
from hhcrm.charts.drawing.sheet import Box, Sheet

_BAR = 0.86


def draw_spread(sheet: Sheet, chart: Chart, room: Box, *, legend: bool = True) -> list[Box]:
    """Draw the strips into the room, below them what their lines are; the place of each mark comes back.

    Each strip is as high as the greatest share of its cases, so that groups of any size can be compared; the numbers
    are counts.
    """
    del legend  # there is one part, which the axis names
    look, small = sheet.look, sheet.look.small_px
    room = _draw_legend(sheet, chart, room)
    sheet.text(room.left, room.top, sheet.fitted(chart.value_title, small, room.width), look.muted, small, down="top")
    title = sheet.fitted(chart.row_title, small, room.width)
    sheet.text(room.center, room.bottom - small * 0.6, title, look.muted, small, across="center")
    foot = small * 3.4
    area = Box(room.left, room.top + small * 2.0, room.width, max(room.height - small * 2.0 - foot, 40))
    count = max(len(chart.panels), 1)
    high, gap = area.height / count, look.scaled(4)
    sums = _sums(chart, count)
    most = max(mark.value / sums[mark.panel] for mark in chart.marks)
    boxes: list[Box | None] = [None] * len(chart.marks)
    for panel in range(count):
        head = small * (1.7 if chart.panels else 0.0) + small * 1.4
        plot = Box(area.left, area.top + panel * high + head, area.width, max(high - head - gap, 6))
        if chart.panels:
            name = sheet.fitted(chart.panels[panel], small, area.width)
            sheet.text(area.left, area.top + panel * high, name, look.text, small, down="top", bold=True)
        sheet.line([(plot.left, plot.bottom), (plot.right, plot.bottom)], look.line_strong)
        _draw_bars(sheet, chart, (panel, plot, most * sums[panel]), boxes)
        for guide in chart.guides:
            if guide.panel == panel:
                _draw_guide(sheet, chart, plot, guide)
        _draw_counts(sheet, chart, (panel, plot), boxes)
    _draw_lengths(sheet, chart, area)
    return [box for box in boxes if box is not None]


def _sums(chart: Chart, count: int) -> list[float]:
    sums = [0.0] * count
    for mark in chart.marks:
        sums[mark.panel] += mark.value
    return sums


def _draw_bars(sheet: Sheet, chart: Chart, at: tuple[int, Box, float], boxes: list[Box | None]) -> None:
    panel, plot, most = at
    step = plot.width / len(chart.rows)
    for place, mark in enumerate(chart.marks):
        if mark.panel != panel:
            continue
        high = max(plot.height * mark.value / most, 1.0)
        box = Box(plot.left + step * (mark.row + (1 - _BAR) / 2), plot.bottom - high, step * _BAR, high)
        draw_part(sheet, box, chart.parts[mark.part])
        boxes[place] = box


def _draw_counts(sheet: Sheet, chart: Chart, at: tuple[int, Box], boxes: list[Box | None]) -> None:
    """How many, above each bar and above the lines that run through it."""
    panel, plot = at
    small, step = sheet.look.small_px, plot.width / len(chart.rows)
    for mark, box in zip(chart.marks, boxes, strict=True):
        words = f"{mark.value:,.0f}"
        if mark.panel == panel and box is not None and sheet.width(words, small) < step:
            draw_number(sheet, box.center, box.top - small * 0.75, words, sheet.look.muted)


def _draw_guide(sheet: Sheet, chart: Chart, plot: Box, guide: Guide) -> None:
    look = sheet.look
    x = plot.left + plot.width * guide.at / len(chart.rows)
    top = plot.top - look.small_px * 1.2
    sheet.line([(x, top), (x, plot.bottom)], _ink(sheet, guide), 2.0, style=guide.style)


def _ink(sheet: Sheet, guide: Guide) -> str:
    """A bound is there anyway; what was found is darker."""
    return sheet.look.muted if guide.style == "dotted" else sheet.look.text


def _draw_lengths(sheet: Sheet, chart: Chart, area: Box) -> None:
    look, small = sheet.look, sheet.look.small_px
    step = area.width / len(chart.rows)
    widest = max(sheet.width(row.label, small) for row in chart.rows)
    every = max(1, ceil((widest + look.scaled(4)) / step))
    for place in range(0, len(chart.rows), every):
        label = chart.rows[place].label
        x = area.left + step * (place + 0.5)
        half = sheet.width(label, small) / 2
        x = min(max(x, area.left + half), area.right - half)
        sheet.text(x, area.bottom + small * 0.2, label, look.muted, small, across="center", down="top")


def _draw_legend(sheet: Sheet, chart: Chart, room: Box) -> Box:
    look, small = sheet.look, sheet.look.small_px
    found = {guide.style: guide for guide in reversed(chart.guides)}
    if not found:
        return room
    left, line, side = room.left, 0, look.scaled(16)
    placed: list[tuple[float, int, Guide]] = []
    for style in ("solid", "dashed", "dotted"):
        if style not in found:
            continue
        guide = found[style]
        width = side + look.scaled(6) + sheet.width(guide.words, small) + look.scaled(16)
        if left > room.left and left + width > room.right:
            left, line = room.left, line + 1
        placed.append((left, line, guide))
        left += width
    high = small * 1.6 * (line + 1)
    for x, row, guide in placed:
        middle = room.bottom - high + small * 1.6 * (row + 0.5)
        sheet.line([(x, middle), (x + side, middle)], _ink(sheet, guide), 2.0, style=guide.style)
        sheet.text(x + side + look.scaled(6), middle, guide.words, look.muted, small)
    return Box(room.left, room.top, room.width, room.height - high - look.scaled(8))
