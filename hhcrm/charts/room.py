"""How much room a chart needs, known before it is drawn."""

from __future__ import annotations

from math import ceil

from hhcrm.charts.chart import Chart

_NARROWEST, _MOST_COLUMNS = 190, 4
_SMALL_CHART, _STRIP = 134.0, 78.0
_AROUND = 96.0
_NAMED_ROW = 40.0


def columns_of(panels: int, width: float) -> int:
    """How many small charts stand beside each other in so many pixels of body text of 13."""
    fitting = max(1, min(_MOST_COLUMNS, int(width // _NARROWEST), panels))
    return ceil(panels / ceil(panels / fitting))


def panels_height(chart: Chart, width: float) -> float:
    """The least height of a chart of several small ones or strips, in pixels of body text of 13; 0 for others."""
    count = len(chart.panels)
    if chart.kind == "named":
        return _AROUND + _NAMED_ROW * len(chart.rows)
    if not count:
        return 0.0
    if chart.kind == "spread":
        return _AROUND + _STRIP * count
    return _AROUND + _SMALL_CHART * ceil(count / columns_of(count, width))
