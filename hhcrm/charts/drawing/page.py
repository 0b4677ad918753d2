"""A whole chart on a sheet: bare for the window, with its head for files and paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from hhcrm.charts.chart import Chart, Kind
from hhcrm.charts.drawing.across import draw_across
from hhcrm.charts.drawing.intervals import draw_intervals
from hhcrm.charts.drawing.multiples import draw_multiples
from hhcrm.charts.drawing.named import draw_named
from hhcrm.charts.drawing.pieces import draw_empty, draw_head, draw_legend
from hhcrm.charts.drawing.quadrants import draw_quadrants
from hhcrm.charts.drawing.sheet import Box, Sheet
from hhcrm.charts.drawing.spread import draw_spread
from hhcrm.charts.drawing.standing import draw_standing
from hhcrm.charts.look import ChartLook


class _Draw(Protocol):
    def __call__(self, sheet: Sheet, chart: Chart, room: Box, *, legend: bool) -> list[Box]: ...


_ALONE: dict[Kind, _Draw] = {
    "trend": draw_multiples,
    "spread": draw_spread,
    "named": draw_named,
}
"""Kinds that draw their own legend."""


def draw(
    chart: Chart,
    look: ChartLook,
    width: float,
    height: float,
    ratio: float = 1.0,
    *,
    whole: bool = False,
    legend: bool = True,
) -> tuple[Sheet, list[Box]]:
    """Draw a chart; the sheet, and the place of each of its marks in pixels.

    `whole` puts title and period on it; without `legend` whoever shows it names its parts.
    """
    sheet = Sheet(width, height, look, ratio)
    edge = look.scaled(24) if whole else 1.0
    room = Box(edge, edge, width - 2 * edge, height - 2 * edge)
    if whole:
        chart = replace(chart, small=False)
        room = draw_head(sheet, chart, room)
    if chart.is_empty:
        draw_empty(sheet, chart.nothing_words, room)
        return sheet, []
    if chart.kind in _ALONE:
        return sheet, _ALONE[chart.kind](sheet, chart, room, legend=legend)
    # Lines in a small place are named at their ends.
    if legend and (chart.kind != "lines" or not chart.small):
        room = draw_legend(sheet, chart, room)
    if chart.kind == "quadrants":
        return sheet, draw_quadrants(sheet, chart, room)
    if chart.kind == "intervals":
        return sheet, draw_intervals(sheet, chart, room)
    boxes = draw_across(sheet, chart, room) if chart.kind == "across" else draw_standing(sheet, chart, room)
    return sheet, boxes
