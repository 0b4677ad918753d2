"""Lines with markers over months or weeks, in one chart or in many small ones of the same scale."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

from hhcrm.charts.chart import Chart
from hhcrm.charts.drawing.pieces import colour, line_style
from hhcrm.charts.drawing.sheet import LINE, Box, Sheet
from hhcrm.charts.readings import value_words
from hhcrm.charts.room import columns_of
from hhcrm.domain.measures import MeasureUnit

_DOT, _SMALL_DOT = 8.0, 6.0
_ABOUT = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """What all panels share: the rules and the highest and lowest value."""

    ticks: tuple[float, ...]
    unit: MeasureUnit

    @property
    def low(self) -> float:
        """The lowest value."""
        return self.ticks[0]

    @property
    def high(self) -> float:
        """The highest value."""
        return self.ticks[-1]


@dataclass(frozen=True, slots=True)
class _Plot:
    box: Box
    scale: Scale
    rows: int

    def x(self, row: int) -> float:
        return self.box.left + self.box.width * (row + 0.5) / self.rows

    def y(self, value: float) -> float:
        reach = self.scale.high - self.scale.low
        return self.box.bottom - self.box.height * (value - self.scale.low) / reach


def draw_multiples(sheet: Sheet, chart: Chart, room: Box, *, legend: bool = True) -> list[Box]:
    """Draw lines into the room; the place of each mark comes back.

    Below them stands what is grey and what is hollow, and with `legend` the parts.
    """
    look, small = sheet.look, sheet.look.small_px
    room = _draw_legend(sheet, chart, room, legend)
    scale = scale_of(chart)
    axis = max(sheet.width(value_words(tick, scale.unit), small) for tick in scale.ticks) + look.scaled(8)
    sheet.text(room.left, room.top, sheet.fitted(chart.value_title, small, room.width), look.muted, small, down="top")
    title = sheet.fitted(chart.row_title, small, room.width)
    sheet.text(room.center, room.bottom - small * 0.6, title, look.muted, small, across="center")
    room = Box(room.left, room.top + small * 2.0, room.width, max(room.height - small * 3.8, 40))
    count = max(len(chart.panels), 1)
    columns = columns_of(count, room.width / look.scaled(1)) if chart.panels else 1
    lines = ceil(count / columns)
    gap = look.scaled(14)
    wide = (room.width - axis - gap * (columns - 1)) / columns
    high = (room.height - gap * 0.5 * (lines - 1)) / lines
    head = small * 1.9 if chart.panels else small * 0.8
    foot = small * (LINE * _row_lines(chart) + 0.6)
    boxes: list[Box | None] = [None] * len(chart.marks)
    for panel in range(count):
        left = room.left + axis + (panel % columns) * (wide + gap)
        top = room.top + (panel // columns) * (high + gap * 0.5)
        plot = _Plot(Box(left, top + head, wide, max(high - head - foot, 12)), scale, len(chart.rows))
        if chart.panels:
            name = sheet.fitted(chart.panels[panel], small, wide)
            sheet.text(left, top, name, look.text, small, down="top", bold=True)
        _draw_rules(sheet, plot, axis if panel % columns == 0 else None)
        _draw_rows(sheet, chart, plot)
        _draw_backdrop(sheet, chart, plot)
        for part in reversed(range(len(chart.parts))):
            _draw_series(sheet, chart, plot, (panel, part), boxes)
    return [box for box in boxes if box is not None]


def scale_of(chart: Chart) -> Scale:
    """Rules from 0, or from below it, to above the greatest value of all panels."""
    values = [mark.value for mark in chart.marks] + [value for value in chart.backdrop if value is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    if chart.unit is MeasureUnit.SHARE and high > 0.5:
        return Scale(tuple(place / 4 for place in range(5)) if high <= 1 else _ticks(low, high, 0.25), chart.unit)
    whole = chart.unit in (MeasureUnit.COUNT, MeasureUnit.DOLLARS, MeasureUnit.MINUTES)
    rough = (high - low) / _ABOUT if high - low > 1e-6 else 1.0  # of nothing but zeros
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
    return Scale(_ticks(low, high, max(step, 1.0) if whole else step), chart.unit)


def _ticks(low: float, high: float, step: float) -> tuple[float, ...]:
    first, last = floor(low / step), ceil(round(high / step, 9))
    return tuple(round(place * step, 9) for place in range(first, max(last, first + 1) + 1))


def _draw_rules(sheet: Sheet, plot: _Plot, axis: float | None) -> None:
    """The rules; beside the first of a line of panels what they stand for."""
    look, small = sheet.look, sheet.look.small_px
    every = max(1, ceil(len(plot.scale.ticks) * small * 1.5 / plot.box.height))
    for place, tick in enumerate(plot.scale.ticks):
        if place % every:
            continue
        y = plot.y(tick)
        sheet.line([(plot.box.left, y), (plot.box.right, y)], look.line if tick else look.line_strong)
        if axis is not None:
            words = value_words(tick, plot.scale.unit)
            sheet.text(plot.box.left - look.scaled(6), y, words, look.muted, small, across="right")


def _row_lines(chart: Chart) -> int:
    return 2 if any(row.group for row in chart.rows) else 1


def _draw_rows(sheet: Sheet, chart: Chart, plot: _Plot) -> None:
    """Months or weeks below, as many as there is room for, with their year once."""
    look, small = sheet.look, sheet.look.small_px
    widest = max(sheet.width(row.label, small) for row in chart.rows)
    every = max(1, ceil((widest + look.scaled(8)) / (plot.box.width / plot.rows)))
    top, group = plot.box.bottom + small * 0.4, ""
    for place in range(0, len(chart.rows), every):
        row = chart.rows[place]
        x = min(plot.x(place), plot.box.right - sheet.width(row.label, small) / 2)
        sheet.text(x, top, row.label, look.muted, small, across="center", down="top")
        if row.group != group:
            group = row.group
            sheet.text(x, top + small * LINE, group, look.muted, small, across="center", down="top")


def _draw_backdrop(sheet: Sheet, chart: Chart, plot: _Plot) -> None:
    """All together in grey behind the one."""
    for run in _runs([(row, value) for row, value in enumerate(chart.backdrop) if value is not None]):
        points = [(plot.x(row), plot.y(value)) for row, value in run]
        if len(points) == 1:
            sheet.dot(*points[0], sheet.look.scaled(3), sheet.look.rest, sheet.look.rest)
        else:
            sheet.line(points, sheet.look.rest, 2.5)


def _runs(found: list[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    """What follows on each other: over a piece without a value there is no line."""
    runs: list[list[tuple[int, float]]] = []
    for row, value in found:
        if runs and runs[-1][-1][0] == row - 1:
            runs[-1].append((row, value))
        else:
            runs.append([(row, value)])
    return runs


def _draw_series(sheet: Sheet, chart: Chart, plot: _Plot, at: tuple[int, int], boxes: list[Box | None]) -> None:
    """One line with its markers. What is not a whole month or week is hollow, and reached by a thin dotted line."""
    part = chart.parts[at[1]]
    found = [(place, mark) for place, mark in enumerate(chart.marks) if (mark.panel, mark.part) == at]
    ink, look = colour(part, sheet.look), sheet.look
    for (_, one), (_, next_one) in pairwise(found):
        if next_one.row == one.row + 1:
            points = [(plot.x(mark.row), plot.y(mark.value)) for mark in (one, next_one)]
            open_end = one.partial or next_one.partial
            sheet.line(points, ink, 1.0 if open_end else 2.0, style="dotted" if open_end else line_style(part))
    step = plot.box.width / plot.rows
    across = min(look.scaled(_SMALL_DOT if chart.panels else _DOT), max(step * 0.8, look.scaled(3)))
    for place, mark in found:
        x, y = plot.x(mark.row), plot.y(mark.value)
        fill, edge = (look.ground, ink) if mark.partial else (ink, look.ground)
        sheet.dot(x, y, across, fill, edge, shape=part.shape)
        reach = max(across, min(step, look.scaled(20)))
        boxes[place] = Box(x - reach / 2, y - reach / 2, reach, reach)


def _draw_legend(sheet: Sheet, chart: Chart, room: Box, parts: bool) -> Box:
    """Each line with its dash and marker, the grey one, and the hollow marker where there is one."""
    look, small = sheet.look, sheet.look.small_px
    drawn = chart.drawn_parts if parts else ()
    entries: list[tuple[str, int | None]] = [(chart.parts[place].words, place) for place in drawn]
    if any(value is not None for value in chart.backdrop):
        entries.append((chart.backdrop_words, None))
    if any(mark.partial for mark in chart.marks):
        entries.append((chart.partial_words, -1))
    if not entries:
        return room
    left, line, side = room.left, 0, look.scaled(22)
    placed: list[tuple[float, int, str, int | None]] = []
    for words, place in entries:
        said = sheet.fitted(words, small, room.width - side - look.scaled(6))
        width = side + look.scaled(6) + sheet.width(said, small) + look.scaled(16)
        if left > room.left and left + width - look.scaled(16) > room.right:
            left, line = room.left, line + 1
        placed.append((left, line, said, place))
        left += width
    high = small * 1.6 * (line + 1)
    for x, row, said, place in placed:
        middle = room.bottom - high + small * 1.6 * (row + 0.5)
        _draw_key(sheet, chart, Box(x, middle, side, 0), place)
        sheet.text(x + side + look.scaled(6), middle, said, look.muted, small)
    return Box(room.left, room.top, room.width, room.height - high - look.scaled(8))


def _draw_key(sheet: Sheet, chart: Chart, at: Box, place: int | None) -> None:
    look = sheet.look
    ends = [(at.left, at.top), (at.right, at.top)]
    if place is None:
        sheet.line(ends, look.rest, 2.5)
    elif place < 0:
        sheet.dot(at.center, at.top, look.scaled(_DOT), look.ground, look.muted)
    else:
        part = chart.parts[place]
        sheet.line(ends, colour(part, look), 2.0, style=line_style(part))
        sheet.dot(at.center, at.top, look.scaled(_DOT), colour(part, look), look.ground, shape=part.shape)
