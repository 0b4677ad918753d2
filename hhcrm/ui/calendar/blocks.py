"""How visits at the same time stand beside each other in a day. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lane:
    """Which of how many columns a visit stands in."""

    column: int
    columns: int


def lanes(times: Sequence[tuple[int, int]]) -> list[Lane]:
    """Columns for visits given by their first and last minute, in the order given.

    Two that overlap never share a column; a group that hangs together is split into as many as it needs.
    """
    found: list[Lane] = [Lane(0, 1)] * len(times)
    group: list[int] = []
    ends: list[int] = []
    columns: dict[int, int] = {}
    latest = -1
    for place in sorted(range(len(times)), key=lambda n: (times[n][0], -times[n][1], n)):
        begin, end = times[place]
        if begin >= latest:
            _close(found, group, columns, len(ends))
            group, ends, columns = [], [], {}
        column = next((n for n, until in enumerate(ends) if until <= begin), len(ends))
        if column == len(ends):
            ends.append(end)
        else:
            ends[column] = end
        columns[place] = column
        group.append(place)
        latest = max(latest, end)
    _close(found, group, columns, len(ends))
    return found


def _close(found: list[Lane], group: Sequence[int], columns: dict[int, int], count: int) -> None:
    for place in group:
        found[place] = Lane(columns[place], count)
