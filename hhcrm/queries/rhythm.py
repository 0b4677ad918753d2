"""Rhythm kept over a period, counted by the database (product.md, section 3)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, Subquery, case, cast, func, literal, null, select, true

from hhcrm.domain.cadence import RhythmKept
from hhcrm.domain.periods import month_end, months_of
from hhcrm.domain.settings import Rules
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.queries.ground import (
    KIND,
    SOURCE,
    TYPE,
    VISIT,
    cadence_in_force,
    counting_visit,
    days_between,
    k,
    month_of,
    not_archived,
    s,
    t,
    v,
)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included, as seen on `today`."""

    start: date
    end: date
    today: date

    @property
    def until(self) -> date:
        """The last day that has come."""
        return min(self.end, self.today)


def rhythm_of(connection: Connection, whose: ColumnElement[bool], period: Period, rules: Rules) -> RhythmKept:
    """Gaps and kept gaps of all active sources that `whose` says."""
    gaps = _gaps(whose, period, rules).subquery()
    row = connection.execute(select(func.coalesce(func.sum(gaps.c.kept), 0), func.count())).one()
    return RhythmKept(int(row[0]), int(row[1]))


def rhythm_by_source(
    connection: Connection, whose: ColumnElement[bool], period: Period, rules: Rules
) -> dict[int, RhythmKept]:
    """The same for each source that has a gap."""
    gaps = _gaps(whose, period, rules).subquery()
    rows = connection.execute(select(gaps.c.source_id, func.sum(gaps.c.kept), func.count()).group_by(gaps.c.source_id))
    return {source_id: RhythmKept(int(kept), int(count)) for source_id, kept, count in rows}


def rhythm_by_month(
    connection: Connection, whose: ColumnElement[bool], period: Period, rules: Rules
) -> tuple[RhythmKept, dict[date, RhythmKept]]:
    """The same for the whole period, and for each of its months that has begun, as a period of its own.

    A gap that ends counts in its month; one that is open counts, as not kept, in each month by whose end it is too
    long. The months are given by their first day.
    """
    gaps = _gaps(whose, period, rules, every_open=True).subquery()
    too_long = gaps.c.days > gaps.c.longest

    def of_long(column: ColumnElement[Any]) -> ColumnElement[Any]:
        return case((too_long, column), else_=null())

    # One pass over the visits: the kept gaps by month, the long ones each with its days.
    rows = connection.execute(
        select(
            month_of(gaps.c.ended_on).label("month"),
            of_long(gaps.c.began_on).label("long_from"),
            of_long(gaps.c.ended_on).label("long_until"),
            of_long(gaps.c.longest).label("at_most"),
            func.sum(gaps.c.kept),
            func.count(),
        ).group_by("month", "long_from", "long_until", "at_most")
    ).all()
    found: dict[str, tuple[int, int]] = {}
    for key, _began, _ended, _longest, kept, count in rows:
        if key is not None:
            before = found.get(key, (0, 0))
            found[key] = (before[0] + int(kept), before[1] + int(count))
    months = [month for month in months_of(period.start, period.end) if max(month, period.start) <= period.today]
    ends = [min(month_end(month), period.until) for month in months]
    open_at = [0] * len(ends)
    for _key, began_on, ended_on, longest, _kept, count in rows:
        if began_on is None:
            continue
        first = bisect_right(ends, began_on + timedelta(days=longest))
        last = len(ends) if ended_on is None else bisect_left(ends, ended_on)
        for place in range(first, last):
            open_at[place] += int(count)
    by_month = {}
    for at, count in zip(months, open_at, strict=True):
        kept, closed = found.get(f"{at:%Y-%m}", (0, 0))
        by_month[at] = RhythmKept(kept, closed + count)
    whole_open = open_at[-1] if open_at else 0
    whole = RhythmKept(sum(kept for kept, _ in found.values()), sum(gaps for _, gaps in found.values()) + whole_open)
    return whole, by_month


def gap_rows(
    connection: Connection,
    whose: ColumnElement[bool],
    period: Period,
    rules: Rules,
    kept: bool | None,
    offset: int,
    limit: int,
) -> tuple[int, Sequence[Any]]:
    """How many gaps there are (only kept ones, only others, or both), and a page of them, the longest first.

    A row: id and name of the source, the visits before and after (None while the gap is open), days, longest allowed.
    """
    gaps = _gaps(whose, period, rules).subquery()
    meant = gaps.c.kept == int(kept) if kept is not None else true()
    total = connection.execute(select(func.count()).select_from(gaps).where(meant)).scalar_one()
    rows = connection.execute(
        select(s.id, s.name, gaps.c.began_on, gaps.c.ended_on, gaps.c.days, gaps.c.longest)
        .select_from(gaps.join(SOURCE, gaps.c.source_id == s.id))
        .where(meant)
        .order_by(gaps.c.days.desc(), s.name_key, s.id, gaps.c.began_on)
        .offset(offset)
        .limit(limit)
    )
    return int(total), rows.all()


def _active(whose: ColumnElement[bool]) -> ColumnElement[bool]:
    return whose & (s.stage == SourceStage.ACTIVE) & not_archived(SOURCE)


def _gaps(whose: ColumnElement[bool], period: Period, rules: Rules, *, every_open: bool = False) -> Any:
    """One row per gap: those that ended in the period, then those still open that are too long already, or all."""
    ended = _ended(whose, period)
    too_long = cadence_in_force() + rules.late_after_days
    joined = SOURCE.join(TYPE, s.type_id == t.id)
    days = days_between(ended.c.visit_on, ended.c.before)
    closed = (
        select(
            ended.c.source_id,
            case((days <= too_long, 1), else_=0).label("kept"),
            ended.c.before.label("began_on"),
            ended.c.visit_on.label("ended_on"),
            days.label("days"),
            too_long.label("longest"),
        )
        .select_from(joined.join(ended, ended.c.source_id == s.id))
        .where(ended.c.before.is_not(None))
    )
    last = _last(whose, period)
    waiting = days_between(_day(period.until), last.c.visit_on)
    still_open = (
        select(
            last.c.source_id,
            (0 * last.c.source_id).label("kept"),
            last.c.visit_on.label("began_on"),
            cast(null(), Date).label("ended_on"),
            waiting.label("days"),
            too_long.label("longest"),
        )
        .select_from(joined.join(last, last.c.source_id == s.id))
        .where(true() if every_open else waiting > too_long)
    )
    return closed.union_all(still_open) if period.until >= period.start else closed


def _day(day: date) -> ColumnElement[date]:
    return literal(day, Date())


def _ended(whose: ColumnElement[bool], period: Period) -> Subquery:
    """Each day of a counting visit in the period with the day of the one before it, whenever that was."""
    days = (
        select(v.source_id, v.visit_on)
        .select_from(SOURCE.join(VISIT, v.source_id == s.id).join(KIND, v.kind_id == k.id))
        .where(_active(whose), counting_visit(), v.visit_on >= period.start, v.visit_on <= period.until)
        .distinct()
        .subquery("days")
    )
    earlier = VISIT.alias("earlier")
    kind = KIND.alias("earlier_kind")
    before = (
        select(func.max(earlier.c.visit_on))
        .select_from(earlier.join(kind, earlier.c.kind_id == kind.c.id))
        .where(
            earlier.c.source_id == days.c.source_id,
            earlier.c.visit_on < days.c.visit_on,
            earlier.c.status == VisitStatus.COMPLETED,
            kind.c.counts,
            earlier.c.archived_at.is_(None),
        )
        .correlate(days)
        .scalar_subquery()
    )
    in_period = func.lag(days.c.visit_on).over(partition_by=days.c.source_id, order_by=days.c.visit_on)
    # The look further back is made only for a source's first visit of the period.
    return select(days.c.source_id, days.c.visit_on, func.coalesce(in_period, before).label("before")).subquery("ended")


def _last(whose: ColumnElement[bool], period: Period) -> Subquery:
    """The last counting visit of each source up to the end of the period."""
    late = VISIT.alias("late")
    kind = KIND.alias("late_kind")
    newest = (
        select(func.max(late.c.visit_on))
        .select_from(late.join(kind, late.c.kind_id == kind.c.id))
        .where(
            late.c.source_id == s.id,
            late.c.visit_on <= period.until,
            late.c.status == VisitStatus.COMPLETED,
            kind.c.counts,
            late.c.archived_at.is_(None),
        )
        .correlate(SOURCE)
        .scalar_subquery()
    )
    # What is derived already holds for every source that was not visited after the period.
    known = case((s.last_visit_on <= period.until, s.last_visit_on), else_=newest)
    return (
        select(s.id.label("source_id"), known.label("visit_on"))
        .where(_active(whose), s.last_visit_on.is_not(None))
        .subquery("last")
    )
