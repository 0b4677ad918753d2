"""Points in four quadrants: their sizes, shapes beside colours, names that keep out of each other's way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from matplotlib.colors import to_hex, to_rgb

from hhcrm.charts.chart import Chart
from hhcrm.charts.drawing.pieces import colour
from hhcrm.charts.drawing.sheet import Box, Sheet
from hhcrm.charts.look import ChartLook
from hhcrm.charts.quadrants import Corner, PointMark, QuadrantChart, Scale, scale_of

_TINT = 0.09
_SMALLEST, _GROWS = 6.0, 18.0
"""Across, in pixels at usual size: without effort, and by so much more at the most effort."""

_STEPS = 8
"""A crowd is drawn in so many sizes, each at one go."""

_FULL = 1.0
"""Shares above this lie at the upper edge; their words say how much they are."""

_LOW, _MANY = 0.25, 0.75
"""Where so many points lie in so low a part of an even scale, shares are drawn by their square roots."""

_SHARES = (0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 1.0)
_EVEN = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where values lie."""

    box: Box
    along: Scale
    rooted: bool
    over: bool
    most: float
    look: ChartLook

    def x(self, value: float) -> float:
        """How far from the left."""
        return self.box.left + self.box.width * self.along.at(value)

    def y(self, share: float) -> float:
        """How far down; what is beyond the scale lies at its edge."""
        part = min(max(share, 0.0), _FULL)
        return self.box.bottom - self.box.height * (sqrt(part) if self.rooted else part)

    def across(self, size: float) -> float:
        """The diameter whose area stands for an effort."""
        return self.look.scaled(1) * (_SMALLEST + _GROWS * sqrt(max(size, 0.0) / self.most))


def draw_quadrants(sheet: Sheet, chart: Chart, room: Box) -> list[Box]:
    """Draw the chart into the room; the place of each of its marks comes back. Raises TypeError for other charts."""
    if not isinstance(chart, QuadrantChart):
        raise TypeError(f"{chart.name} is no chart of quadrants")
    plot = _laid_out(sheet, chart, room)
    _draw_ground(sheet, chart, plot)
    _draw_crowd(sheet, chart, plot)
    points = chart.points
    boxes = [_box_of(plot, point) for point in points]
    _draw_points(sheet, chart, boxes, named=False)
    corners = _write_corners(sheet, chart, plot)
    _draw_points(sheet, chart, boxes, named=True)
    _write_names(sheet, chart, plot, boxes, corners)
    return boxes


def _laid_out(sheet: Sheet, chart: QuadrantChart, room: Box) -> _Plot:
    look, small = sheet.look, sheet.look.small_px
    shares = [point.up for point in chart.points] + [up for _, up, _ in chart.crowd]
    rooted = sum(share < _LOW for share in shares) > _MANY * len(shares)
    efforts = [point.size for point in chart.points] + [size for _, _, size in chart.crowd]
    values = [point.along for point in chart.points] + [along for along, _, _ in chart.crowd]
    rim = look.scaled(1) * (_SMALLEST + _GROWS) / 2
    left = room.left + sheet.width(_over_words(over=True), small) + look.scaled(8) + rim
    head = small * (1.2 if chart.small else 2.6)
    bottom = room.bottom - small * (1.8 if chart.small else 3.6) - rim
    above = room.top + head + rim
    box = Box(left, above, max(room.right - rim - left, 20), max(bottom - above, 20))
    over = any(share > _FULL for share in shares)
    return _Plot(box, scale_of(values), rooted, over, max(max(efforts, default=0.0), 1.0), look)


def _draw_ground(sheet: Sheet, chart: QuadrantChart, plot: _Plot) -> None:
    look, small = sheet.look, sheet.look.small_px
    outer = _outer(plot)
    parting = None if chart.along_from is None else plot.x(chart.along_from)
    level = plot.y(chart.up_from)
    if parting is not None:
        _draw_corners(sheet, chart, outer, parting, level)
    sheet.line([(outer.left, outer.top), (outer.left, outer.bottom), (outer.right, outer.bottom)], look.line_strong)
    _draw_shares(sheet, chart, plot, outer, level)
    _draw_potentials(sheet, chart, plot, outer, parting)
    if not chart.small:
        sheet.text(outer.left, outer.top - small * 1.7, chart.value_title, look.muted, small, across="left", down="top")
        title = sheet.fitted(chart.row_title, small, outer.width)
        sheet.text(outer.center, outer.bottom + small * 2.7, title, look.muted, small, across="center")


def _outer(plot: _Plot) -> Box:
    """The grounds reach as far beyond the scales as the largest point."""
    rim, box = plot.look.scaled(1) * (_SMALLEST + _GROWS) / 2, plot.box
    return Box(box.left - rim, box.top - rim, box.width + 2 * rim, box.height + 2 * rim)


def _draw_corners(sheet: Sheet, chart: QuadrantChart, outer: Box, parting: float, level: float) -> None:
    """The four grounds."""
    look = sheet.look
    lefts, tops = ((outer.left, parting), (parting, outer.right)), ((outer.top, level), (level, outer.bottom))
    for place, corner in enumerate(chart.corners):
        (left, right), (top, bottom) = lefts[place % 2], tops[place // 2]
        if corner.tint is not None:
            sheet.box(Box(left, top, right - left, bottom - top), _tinted(look, corner))
    sheet.line([(parting, outer.top), (parting, outer.bottom)], look.line_strong, style="dashed")
    sheet.line([(outer.left, level), (outer.right, level)], look.line_strong, style="dashed")


def _write_corners(sheet: Sheet, chart: QuadrantChart, plot: _Plot) -> list[Box]:
    """What the quadrants are called, in their corners, above the points; where that stands."""
    if chart.along_from is None:
        return []
    taken = []
    look, small, outer = sheet.look, sheet.look.small_px, _outer(plot)
    for place, corner in enumerate(chart.corners):
        words = corner.words.upper()
        width = sheet.width(words, small)
        x = outer.left + look.scaled(6) if place % 2 == 0 else outer.right - look.scaled(6) - width
        y = outer.top + small * 0.9 if place < 2 else outer.bottom - small * 0.9
        ground = look.ground if corner.tint is None else _tinted(look, corner)
        taken.append(Box(x - 2, y - small * 0.6, width + 4, small * 1.2))
        sheet.box(taken[-1], ground)
        sheet.text(x, y, words, look.muted, small)
    return taken


def _tinted(look: ChartLook, corner: Corner) -> str:
    ink, ground = to_rgb(look.marks[(corner.tint or 0) % len(look.marks)]), to_rgb(look.ground)
    red, green, blue = (_TINT * one + (1 - _TINT) * other for one, other in zip(ink, ground, strict=True))
    return to_hex((red, green, blue))


def _draw_shares(sheet: Sheet, chart: QuadrantChart, plot: _Plot, outer: Box, level: float) -> None:
    """The share that parts the quadrants, and round ones that leave it room."""
    look, small = sheet.look, sheet.look.small_px
    x = outer.left - look.scaled(6)
    sheet.text(x, level, chart.up_words, look.text, small, across="right")
    taken = [level]
    for share in _SHARES if plot.rooted else _EVEN:
        y = plot.y(share)
        if all(abs(y - other) > small * 1.3 for other in taken):
            taken.append(y)
            words = _over_words(plot.over) if share == _FULL else f"{round(100 * share)} %"
            sheet.text(x, y, words, look.muted, small, across="right")


def _over_words(over: bool) -> str:
    """The upper end of the scale; more than all of a potential that was set too low lies there too."""
    return "100 %+" if over else "100 %"


def _draw_potentials(sheet: Sheet, chart: QuadrantChart, plot: _Plot, outer: Box, parting: float | None) -> None:
    look, small = sheet.look, sheet.look.small_px
    y, gap = outer.bottom + small * 0.9, look.scaled(8)
    taken: list[tuple[float, float]] = []
    if parting is not None:
        half = sheet.width(chart.along_words, small) / 2
        taken.append((parting - half, parting + half))
        sheet.text(parting, y, chart.along_words, look.text, small, across="center")
    for value in plot.along.ticks():
        x, words = plot.x(value), f"{value:,g}"
        half = sheet.width(words, small) / 2
        if all(x - half > end + gap or x + half < begin - gap for begin, end in taken):
            taken.append((x - half, x + half))
            sheet.text(x, y, words, look.muted, small, across="center")


def _draw_crowd(sheet: Sheet, chart: QuadrantChart, plot: _Plot) -> None:
    """All at one go for each size: there may be twenty thousand."""
    part = chart.parts[chart.crowd_part]
    by_size: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for along, up, size in chart.crowd:
        by_size[round(_STEPS * sqrt(size / plot.most))].append((plot.x(along), plot.y(up)))
    for step in sorted(by_size, reverse=True):
        across = plot.across(plot.most * (step / _STEPS) ** 2)
        sheet.points(by_size[step], across, "o", colour(part, sheet.look), sheet.look.ground)


def _box_of(plot: _Plot, point: PointMark) -> Box:
    across = plot.across(point.size)
    return Box(plot.x(point.along) - across / 2, plot.y(point.up) - across / 2, across, across)


def _draw_points(sheet: Sheet, chart: QuadrantChart, boxes: Sequence[Box], *, named: bool) -> None:
    """Those with a name, or the others: the smaller above the larger; what looks the same is drawn at one go."""
    alike: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for point, box in zip(chart.points, boxes, strict=True):
        if bool(point.name) is named:
            alike[(-round(box.width), point.part)].append((box.center, box.middle))
    for (across, place), at in sorted(alike.items()):
        part = chart.parts[place]
        ink, ground = colour(part, sheet.look), sheet.look.ground
        fill, edge = (ground, ink) if part.hollow else (ink, ground)
        sheet.points(at, -across, part.shape, fill, edge)


def _write_names(sheet: Sheet, chart: QuadrantChart, plot: _Plot, boxes: Sequence[Box], corners: Sequence[Box]) -> None:
    """Each name beside its point, where it covers no other name, corner and point that has one, or not at all."""
    small, gap, outer = sheet.look.small_px, sheet.look.scaled(4), _outer(plot)
    named = [(point, box) for point, box in zip(chart.points, boxes, strict=True) if point.name]
    taken = [*corners, *(box for _, box in named)]
    for point, box in named:
        words = sheet.fitted(point.name, small, plot.box.width * 0.42)
        width, high = sheet.width(words, small), small * 1.25
        places = (
            (box.right + gap, box.middle), (box.left - gap - width, box.middle),
            (box.center - width / 2, box.top - high / 2), (box.center - width / 2, box.bottom + high / 2),
            (box.right - gap, box.top - high / 2), (box.right - gap, box.bottom + high / 2),
            (box.left + gap - width, box.top - high / 2), (box.left + gap - width, box.bottom + high / 2),
        )  # fmt: skip
        for x, y in places:
            room = Box(x, y - high / 2, width, high)
            if _inside(room, outer) and not any(_meet(room, other) for other in taken):
                taken.append(room)
                sheet.text(x, y, words, sheet.look.text, small)
                break


def _inside(room: Box, outer: Box) -> bool:
    return (
        room.left >= outer.left and room.right <= outer.right and room.top >= outer.top and room.bottom <= outer.bottom
    )


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
