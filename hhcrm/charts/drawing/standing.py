"""Charts by month: bars that stand, stacked or beside each other, and lines of shares."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from hhcrm.charts.chart import Chart
from hhcrm.charts.drawing.pieces import colour, draw_number, draw_part, line_style, nice_ticks
from hhcrm.charts.drawing.sheet import LINE, Box, Sheet

_BAR = 0.66
_THICKEST = 44
_DOT = 9


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where values and months lie."""

    box: Box
    most: float
    step: float

    def y(self, value: float) -> float:
        """How far down a value lies."""
        return self.box.bottom - self.box.height * value / self.most

    def x(self, row: int) -> float:
        """The middle of a month."""
        return self.box.left + self.step * (row + 0.5)


def draw_standing(sheet: Sheet, chart: Chart, room: Box) -> list[Box]:
    """Draw the chart into the room; the place of each mark comes back."""
    plot = _draw_axes(sheet, chart, room)
    if chart.kind == "stacked":
        return _draw_stacks(sheet, chart, plot)
    if chart.kind == "beside":
        return _draw_beside(sheet, chart, plot)
    if chart.kind == "lines":
        return _draw_lines(sheet, chart, plot)
    return _draw_line(sheet, chart, plot)


def _most(chart: Chart) -> float:
    if chart.kind != "stacked":
        return max(mark.value for mark in chart.marks)
    sums = [0.0] * len(chart.rows)
    for mark in chart.marks:
        sums[mark.row] += mark.value
    return max(sums)


def _draw_axes(sheet: Sheet, chart: Chart, room: Box) -> _Plot:
    look, small = sheet.look, sheet.look.small_px
    percent = chart.kind == "percent"
    lines = _lines(chart)
    counts = percent and any(row.note for row in chart.rows)
    foot = small * (LINE * (lines + counts) + 0.5) + (0 if chart.small else small * 1.8)
    head = 0 if chart.small else small * 2.4
    above = 0 if percent else small * 1.5
    height = max(room.height - foot - head - above, 20)
    if percent:
        ticks, most = [0, 25, 50, 75, 100], 100.0
        names = [f"{tick} %" for tick in ticks]
    else:
        ticks = nice_ticks(_most(chart), max(1, min(5, int(height // look.scaled(34)))))
        most = float(ticks[-1])
        names = [f"{tick:,}" for tick in ticks]
    left = room.left + max(sheet.width(name, small) for name in names) + look.scaled(8)
    box = Box(left, room.top + head + above, room.right - left, height)
    plot = _Plot(box, 1.0 if percent else most, box.width / len(chart.rows))
    for tick, name in zip(ticks, names, strict=True):
        y = plot.y(tick / 100 if percent else tick)
        sheet.line([(box.left, y), (box.right, y)], look.line if tick else look.line_strong)
        sheet.text(box.left - look.scaled(6), y, name, look.muted, small, across="right")
    if not chart.small:
        sheet.text(room.left, room.top, chart.value_title, look.muted, small, down="top")
        title = sheet.fitted(chart.row_title, small, room.width)
        sheet.text(box.center, room.bottom - small * 0.6, title, look.muted, small, across="center")
    _draw_months(sheet, chart, plot, counts)
    return plot


def _lines(chart: Chart) -> int:
    """How many lines the names of the rows take below the chart."""
    return 2 if any(row.group for row in chart.rows) else 1


def _draw_months(sheet: Sheet, chart: Chart, plot: _Plot, counts: bool) -> None:
    """The months below, as many as there is room for; where a share stands, how many it is of."""
    look, small = sheet.look, sheet.look.small_px
    widest = max(sheet.width(row.label, small) for row in chart.rows)
    every = max(1, ceil((widest + look.scaled(6)) / plot.step))
    top, group = plot.box.bottom + small * 0.5, ""
    dense = not all(sheet.width(row.note, small) < plot.step for row in chart.rows)
    for place, row in enumerate(chart.rows):
        x = plot.x(place)
        if place % every == 0:
            x = min(x, plot.box.right - sheet.width(row.label, small) / 2)  # the last may be wider than its step
            sheet.text(x, top, row.label, look.muted, small, across="center", down="top")
            if row.group != group:
                group = row.group
                half = sheet.width(group, small) / 2
                middle = min(max(x, half + 1), sheet.room.right - half - 1)  # it may be wider than what is beside it
                sheet.text(middle, top + small * LINE, group, look.muted, small, across="center", down="top")
        if counts and row.note and (not dense or place % every == 0):
            below = top + small * LINE * _lines(chart)
            sheet.text(x, below, row.note, look.muted, small, across="center", down="top")


def _draw_stacks(sheet: Sheet, chart: Chart, plot: _Plot) -> list[Box]:
    look, small = sheet.look, sheet.look.small_px
    thick = min(plot.step * _BAR, look.scaled(_THICKEST))
    tops = [plot.box.bottom] * len(chart.rows)
    boxes = []
    for mark in chart.marks:
        height = plot.box.height * mark.value / plot.most
        box = Box(plot.x(mark.row) - thick / 2, tops[mark.row] - height, thick, height)
        tops[mark.row] = box.top
        draw_part(sheet, box, chart.parts[mark.part], quiet=chart.rows[mark.row].quiet)
        boxes.append(box)
    dense = not all(sheet.width(row.note, small) < plot.step * 1.1 for row in chart.rows)
    for place, row in enumerate(chart.rows):
        # Where the numbers would run into each other only the greatest is written.
        if row.note and (not dense or place == tops.index(min(tops))):
            draw_number(sheet, plot.x(place), tops[place] - small * 0.8, row.note, look.muted)
    return boxes


def _draw_beside(sheet: Sheet, chart: Chart, plot: _Plot) -> list[Box]:
    count = len(chart.parts)
    thick = min(plot.step * 0.8, sheet.look.scaled(_THICKEST)) / count
    boxes = []
    for mark in chart.marks:
        left = plot.x(mark.row) + thick * (mark.part - count / 2)
        top = plot.y(mark.value)
        box = Box(left, top, thick * 0.92, plot.box.bottom - top)
        draw_part(sheet, box, chart.parts[mark.part])
        boxes.append(box)
    return boxes


def _draw_lines(sheet: Sheet, chart: Chart, plot: _Plot) -> list[Box]:
    """A line for each part, the quietest below; what is written at their ends keeps out of each other's way."""
    look, small = sheet.look, sheet.look.small_px
    across = look.scaled(_DOT) * 0.7
    for place in reversed(range(len(chart.parts))):
        part = chart.parts[place]
        points = [(plot.x(mark.row), plot.y(mark.value)) for mark in chart.marks if mark.part == place]
        if points:
            sheet.line(points, colour(part, look), 2.0, style=line_style(part))
    ends: list[Box] = []
    last = {mark.part: mark.value for mark in chart.marks}
    for place, part in enumerate(chart.parts):
        points = [(plot.x(mark.row), plot.y(mark.value)) for mark in chart.marks if mark.part == place]
        if not points:
            continue
        if not part.hatch:
            sheet.dot(*points[-1], across, colour(part, look), look.ground)
        above = last[place] == max(last.values())
        _write_end(sheet, part.begin, points[0], (plot.box, ends), left=True, above=above)
        _write_end(sheet, part.end, points[-1], (plot.box, ends), left=False, above=above)
    reach = max(across, min(plot.step, small * 2))
    spots = ((plot.x(mark.row), plot.y(mark.value)) for mark in chart.marks)
    return [Box(x - reach / 2, y - reach / 2, reach, reach) for x, y in spots]


def _write_end(
    sheet: Sheet, words: str, point: tuple[float, float], among: tuple[Box, list[Box]], *, left: bool, above: bool
) -> None:
    """Words at one end of a line: above or below it, or where the next free line of words is."""
    if not words:
        return
    box, taken = among
    small = sheet.look.small_px
    width = sheet.width(words, small)
    x = max(point[0] - small * 0.4, box.left + 2) if left else min(point[0] + small * 0.4, box.right) - width
    order = (-1, 1) if above else (1, -1)
    tries = [point[1] + sign * small * far for far in (1.1, 1.9, 2.7, 3.5) for sign in order]
    for y in tries:
        room = Box(x - 2, y - small * 0.6, width + 4, small * 1.2)
        inside = room.top >= box.top - small * 1.5 and room.bottom <= box.bottom
        clear = not any(
            room.left < each.right and each.left < room.right and room.top < each.bottom and each.top < room.bottom
            for each in taken
        )
        if inside and clear:
            taken.append(room)
            draw_number(sheet, x, y, words, sheet.look.text, centered=False)
            return


def _draw_line(sheet: Sheet, chart: Chart, plot: _Plot) -> list[Box]:
    look, small = sheet.look, sheet.look.small_px
    ink, across = colour(chart.parts[0], look), look.scaled(_DOT)
    points = [(plot.x(mark.row), plot.y(mark.value)) for mark in chart.marks]
    for place in range(1, len(points)):
        if chart.marks[place].row == chart.marks[place - 1].row + 1:  # over a month without cases there is no line
            sheet.line(points[place - 1 : place + 1], ink, 2.0)
    values = [f"{round(100 * mark.value)}" for mark in chart.marks]
    dense = not all(sheet.width(words, small) < plot.step for words in values)
    boxes = []
    for place, (x, y) in enumerate(points):
        sheet.dot(x, y, across if not dense else min(across, plot.step), ink, look.ground)
        reach = max(across, min(plot.step, look.scaled(24)))
        boxes.append(Box(x - reach / 2, y - reach / 2, reach, reach))
        if not dense or place == len(points) - 1:  # as with bars: all, or the one that matters
            fits_above = y - across - small > plot.box.top - small
            words_y = y - across - small * 0.55 if fits_above else y + across + small * 0.4
            draw_number(sheet, x, words_y, values[place], look.text)
    return boxes
