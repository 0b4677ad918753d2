"""Where visits stand in days with hours. Numbers only, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hhcrm.domain.slots import STEP, minute_of
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.ui.calendar.blocks import lanes

DAY_MINUTES = 24 * 60
_FIRST_HOUR, _LAST_HOUR = 7, 18
_SHORTEST_SHOWN = 15


@dataclass(frozen=True, slots=True)
class Block:
    """A visit with a time: its column of the grid, its minutes, its lane among those beside it."""

    mark: VisitMark
    column: int
    begin: int
    end: int
    lane: int
    lanes: int


@dataclass(frozen=True, slots=True)
class GridPlan:
    """What a grid of days shows.

    `untimed` are the visits at the top of each day, `crowded` how many of each day do not fit beside the others.
    """

    days: tuple[date, ...]
    first_hour: int
    last_hour: int
    blocks: tuple[Block, ...]
    untimed: tuple[tuple[VisitMark, ...], ...]
    crowded: tuple[int, ...]

    @property
    def minutes(self) -> int:
        """How many minutes the grid is high."""
        return (self.last_hour - self.first_hour) * 60


def plan_grid(
    days: Sequence[date], marks: Sequence[Sequence[VisitMark]], most_lanes: int, beyond: Sequence[int] = ()
) -> GridPlan:
    """Lay the visits of these days out; at most so many stand beside each other.

    `beyond` says of each day how many visits there are that are not among `marks`.
    """
    blocks: list[Block] = []
    untimed, crowded = [], []
    for column, of_day in enumerate(marks):
        timed = [mark for mark in of_day if mark.start_time is not None]
        untimed.append(tuple(mark for mark in of_day if mark.start_time is None))
        placed = _placed(column, timed)
        fitting = [block for block in placed if block.lane < most_lanes]
        crowded.append(len(placed) - len(fitting) + (beyond[column] if beyond else 0))
        blocks.extend(_narrowed(block, most_lanes) for block in fitting)
    first = min([_FIRST_HOUR, *(block.begin // 60 for block in blocks)])
    last = max([_LAST_HOUR, *(-(-block.end // 60) for block in blocks)])
    return GridPlan(tuple(days), first, min(last, 24), tuple(blocks), tuple(untimed), tuple(crowded))


def snapped(minute: float, step: int = STEP) -> int:
    """The nearest quarter of an hour within the day."""
    return max(0, min(round(minute / step) * step, DAY_MINUTES - step))


def _placed(column: int, timed: Sequence[VisitMark]) -> list[Block]:
    spans = []
    for mark in timed:
        assert mark.start_time is not None
        begin = minute_of(mark.start_time)
        spans.append((begin, min(begin + max(mark.length, _SHORTEST_SHOWN), DAY_MINUTES)))
    found = lanes(spans)
    return [
        Block(mark, column, begin, end, lane.column, lane.columns)
        for mark, (begin, end), lane in zip(timed, spans, found, strict=True)
    ]


def _narrowed(block: Block, most: int) -> Block:
    if block.lanes <= most:
        return block
    return Block(block.mark, block.column, block.begin, block.end, block.lane, most)
