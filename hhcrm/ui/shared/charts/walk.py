"""Where the arrow keys lead in a chart, and which mark lies under the pointer; without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hhcrm.charts.chart import Chart
    from hhcrm.charts.painter import Spot

Step = Literal["left", "right", "up", "down", "home", "end"]
_REACH = 4.0


def step(chart: Chart, at: int | None, key: Step) -> int | None:
    """The mark that a key leads to: along the rows to the next row, across them to the next part of the same row."""
    last = len(chart.marks) - 1
    if last < 0:
        return None
    if at is None or not 0 <= at <= last:
        return last if key in ("end", "left", "up") else 0
    if key in ("home", "end"):
        return 0 if key == "home" else last
    across = chart.kind in ("across", "named")
    along = ("up", "down") if across else ("left", "right")
    forward = key in ("right", "down")
    if key in along:
        return _next_row(chart, at, forward)
    # Bars that stand grow upwards: up is the next part of the stack. Small charts follow each other downwards.
    return _next_part(chart, at, forward if across or chart.panels else not forward)


def _next_row(chart: Chart, at: int, forward: bool) -> int:
    here = chart.marks[at]
    mine = [(place, mark) for place, mark in enumerate(chart.marks) if mark.panel == here.panel]
    rows = [mark.row for _, mark in mine if (mark.row > here.row if forward else mark.row < here.row)]
    if not rows:
        return at
    row = min(rows) if forward else max(rows)
    inside = [place for place, mark in mine if mark.row == row]
    return min(inside, key=lambda place: abs(chart.marks[place].part - here.part))


def _next_part(chart: Chart, at: int, forward: bool) -> int:
    here = chart.marks[at]
    inside = [place for place, mark in enumerate(chart.marks) if mark.row == here.row]
    place = inside.index(at) + (1 if forward else -1)
    return inside[place] if 0 <= place < len(inside) else at


def mark_at(spots: Sequence[Spot], x: float, y: float) -> int | None:
    """The mark under a point; a thin one is met a little beside it, the nearest one first."""
    found: list[tuple[float, int]] = []
    for place, spot in enumerate(spots):
        across = max(spot.left - x, 0.0, x - spot.left - spot.width)
        down = max(spot.top - y, 0.0, y - spot.top - spot.height)
        if across <= _REACH and down <= _REACH:
            found.append((across + down, place))
    return min(found)[1] if found else None
