"""Counts by day, from which any window of days is summed: for measures whose windows are not the pieces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, cast, func, null, select

from hhcrm.domain.measures import By
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.counting import Key, Tally
from hhcrm.queries.measures.rows import GROUNDS


@dataclass(frozen=True, slots=True)
class ByDay:
    """Counts of each group by day: its days in order, and the sum up to each."""

    of: Mapping[Key, tuple[list[date], list[int]]]

    def groups(self) -> Collection[Key]:
        """The groups that have any."""
        return self.of.keys()

    def between(self, key: Key, first: date, last: date) -> int:
        """How many of a group from day to day, both included."""
        days, upto = self.of.get(key, ((), ()))
        start, end = bisect_left(days, first), bisect_right(days, last)
        return (upto[end - 1] if end else 0) - (upto[start - 1] if start else 0)


def by_day(connection: Connection, query: Select[Any], teams: Mapping[Key, Key] | None = None) -> ByDay:
    """The answer of a query for `key`, `day` and `count_of`; `teams` are the teams of the users that it is split by."""
    found: dict[Key, dict[date, int]] = {}
    for key, day, count in connection.execute(query):
        of = found.setdefault(key if teams is None else teams.get(key), {})
        of[day] = of.get(day, 0) + int(count)
    ordered = {key: sorted(of.items()) for key, of in found.items()}
    return ByDay(
        {
            key: ([day for day, _count in of], list(accumulate(count for _day, count in of)))
            for key, of in ordered.items()
        }
    )


@lru_cache(maxsize=64)
def daily(tally: Tally, asked: MeasureFilter, by: By | None) -> Select[Any]:
    """The rows of a tally by group and day."""
    ground = GROUNDS[tally.rows]
    key: ColumnElement[Any] = cast(null(), Integer) if by is None else ground.column(by)
    return (
        select(key.label("key"), tally.day.label("day"), func.count().label("count_of"))
        .select_from(ground.joined(asked, by, kinds=tally.kinds))
        .where(*tally.which, *tally.within(asked), *ground.conditions(asked))
        .group_by("key", "day")
    )
