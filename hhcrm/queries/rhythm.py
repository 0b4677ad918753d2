"""Rhythm kept over a period, counted by the database (product.md, section 3)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, Integer, Subquery, case, cast, func, literal, null, select, true

from hhcrm.domain.cadence import RhythmKept
from hhcrm.domain.measures import Grain
from hhcrm.domain.periods import months_of
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
    not_archived,
    s,
    t,
    v,
)
from hhcrm.queries.pieces import ends, piece_begins, piece_of, pieces


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
    return rhythm_by(connection, whose, period, rules, s.id)


def rhythm_by(
    connection: Connection, whose: ColumnElement[bool], period: Period, rules: Rules, key: ColumnElement[Any] | None
) -> dict[Any, RhythmKept]:
    """The same by what `key` says of sources (None: all), where there is a gap."""
    if key is None:
        whole = rhythm_of(connection, whose, period, rules)
        return {None: whole} if whole.gaps else {}
    gaps = _gaps(whose, period, rules, key=key).subquery()
    rows = connection.execute(select(gaps.c.group_key, func.sum(gaps.c.kept), func.count()).group_by(gaps.c.group_key))
    return {group: RhythmKept(int(kept), int(count)) for group, kept, count in rows}


def rhythm_by_month(
    connection: Connection, whose: ColumnElement[bool], period: Period, rules: Rules
) -> tuple[RhythmKept, dict[date, RhythmKept]]:
    """The same for the whole period, and for each of its months that has begun, as a period of its own.

    The months are given by their first day.
    """
    whole, months = rhythm_by_piece(connection, whose, period, rules, Grain.MONTH)
    begun = [month for month in months_of(period.start, period.end) if max(month, period.start) <= period.today]
    by_month = {month: months.get((None, max(month, period.start)), RhythmKept(0, 0)) for month in begun}
    return whole.get(None, RhythmKept(0, 0)), by_month


def rhythm_by_piece(
    connection: Connection,
    whose: ColumnElement[bool],
    period: Period,
    rules: Rules,
    grain: Grain,
    key: ColumnElement[Any] | None = None,
) -> tuple[dict[Any, RhythmKept], dict[tuple[Any, date], RhythmKept]]:
    """By what `key` says of sources (None: all): the whole period, and each piece that has begun, by its first day.

    A gap that ends counts in its piece; one that is open counts, as not kept, in each piece by whose end it is too
    long. Of the whole period the open ones at its end count.
    """
    gaps = _gaps(whose, period, rules, every_open=True, key=key).subquery()
    too_long = gaps.c.days > gaps.c.longest
    begins = pieces(period.start, period.until, grain)

    def of_long(column: ColumnElement[Any]) -> ColumnElement[Any]:
        return case((too_long, column), else_=null())

    # One pass over the visits: the kept gaps by piece, the long ones each with its days.
    columns = {
        "group_key": gaps.c.group_key, "piece": piece_of(gaps.c.ended_on, grain), "long_from": of_long(gaps.c.began_on),
        "long_until": of_long(gaps.c.ended_on), "at_most": of_long(gaps.c.longest),
    }  # fmt: skip
    labelled = [column.label(name) for name, column in columns.items()]
    rows: Sequence[Any] = connection.execute(
        select(*labelled, func.sum(gaps.c.kept), func.count()).group_by(*columns)
    ).all()
    last = ends(begins, period.until)
    whole: dict[Any, RhythmKept] = {}
    at: dict[tuple[Any, date], RhythmKept] = {}
    for row in rows:
        group, text, began_on, ended_on, longest, kept, count = row
        if text is not None:  # it ended in the period
            begin = piece_begins(text, period.start)
            at[group, begin] = _and(at.get((group, begin)), int(kept), int(count))
            whole[group] = _and(whole.get(group), int(kept), int(count))
        if began_on is None:
            continue
        first = bisect_right(last, began_on + timedelta(days=longest))
        until = len(last) if ended_on is None else bisect_left(last, ended_on)
        for begin in begins[first:until]:
            at[group, begin] = _and(at.get((group, begin)), 0, int(count))
        if ended_on is None and first < len(last):
            whole[group] = _and(whole.get(group), 0, int(count))
    return whole, at


def _and(before: RhythmKept | None, kept: int, gaps: int) -> RhythmKept:
    return RhythmKept(kept, gaps) if before is None else RhythmKept(before.kept + kept, before.gaps + gaps)


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


def _gaps(
    whose: ColumnElement[bool],
    period: Period,
    rules: Rules,
    *,
    every_open: bool = False,
    key: ColumnElement[Any] | None = None,
) -> Any:
    """One row per gap: those that ended in the period, then those still open that are too long already, or all."""
    ended = _ended(whose, period)
    too_long = cadence_in_force() + rules.late_after_days
    joined = SOURCE.join(TYPE, s.type_id == t.id)
    days = days_between(ended.c.visit_on, ended.c.before)
    of = cast(null(), Integer) if key is None else key
    closed = (
        select(
            ended.c.source_id,
            case((days <= too_long, 1), else_=0).label("kept"),
            ended.c.before.label("began_on"),
            ended.c.visit_on.label("ended_on"),
            days.label("days"),
            too_long.label("longest"),
            of.label("group_key"),
        )
        .select_from(joined.join(ended, ended.c.source_id == s.id))
        .where(ended.c.before < ended.c.visit_on)
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
            of.label("group_key"),
        )
        .select_from(joined.join(last, last.c.source_id == s.id))
        .where(true() if every_open else waiting > too_long)
    )
    return closed.union_all(still_open) if period.until >= period.start else closed


def _day(day: date) -> ColumnElement[date]:
    return literal(day, Date())


def _ended(whose: ColumnElement[bool], period: Period) -> Subquery:
    """Each counting visit in the period with the day of the one before it, whenever that was.

    Of several on a day the later ones have that same day before them: they end no gap.
    """
    days = (
        select(v.source_id, v.visit_on)
        .select_from(SOURCE.join(VISIT, v.source_id == s.id).join(KIND, v.kind_id == k.id))
        .where(_active(whose), counting_visit(), v.visit_on >= period.start, v.visit_on <= period.until)
        .subquery("days")
    )
    earlier = VISIT.alias("earlier")
    kind = KIND.alias("earlier_kind")
    before = (
        select(earlier.c.visit_on)
        .select_from(earlier.join(kind, earlier.c.kind_id == kind.c.id))
        .where(
            earlier.c.source_id == days.c.source_id,
            earlier.c.visit_on < days.c.visit_on,
            earlier.c.status == VisitStatus.COMPLETED,
            kind.c.counts,
            earlier.c.archived_at.is_(None),
        )
        .order_by(earlier.c.visit_on.desc())
        .limit(1)
        .correlate(days)
        .scalar_subquery()
    )
    in_period = func.lag(days.c.visit_on).over(partition_by=days.c.source_id, order_by=days.c.visit_on)
    # The look further back is made only for a source's first visit of the period.
    return select(days.c.source_id, days.c.visit_on, func.coalesce(in_period, before).label("before")).subquery("ended")


def last_visit_until(day: date) -> ColumnElement[date]:
    """The last counting visit of `SOURCE` up to a day; null where there is none."""
    late = VISIT.alias("late")
    kind = KIND.alias("late_kind")
    newest = (
        select(late.c.visit_on)
        .select_from(late.join(kind, late.c.kind_id == kind.c.id))
        .where(
            late.c.source_id == s.id,
            late.c.visit_on <= day,
            late.c.status == VisitStatus.COMPLETED,
            kind.c.counts,
            late.c.archived_at.is_(None),
        )
        .order_by(late.c.visit_on.desc())
        .limit(1)
        .correlate(SOURCE)
        .scalar_subquery()
    )
    # What is derived already holds for every source that was not visited after the day, or never.
    return case((s.last_visit_on <= day, s.last_visit_on), (s.last_visit_on.is_not(None), newest))


def _last(whose: ColumnElement[bool], period: Period) -> Subquery:
    """The last counting visit of each source up to the end of the period."""
    return (
        select(s.id.label("source_id"), last_visit_until(period.until).label("visit_on"))
        .where(_active(whose), s.last_visit_on.is_not(None))
        .subquery("last")
    )
