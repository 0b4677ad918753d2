"""Is it working? Referrals, visits and rhythm of a period, and the rows behind each figure (product.md, section 6)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    select,
    true,
    union_all,
)

from hhcrm.domain.periods import months_of
from hhcrm.domain.referrals import as_instant
from hhcrm.domain.text import name_key
from hhcrm.queries import visits
from hhcrm.queries.ground import KIND, SOURCE, TYPE, VISIT, counting_visit, instant_seconds, k, month_of, r, s, t, v
from hhcrm.queries.measure_models import (
    GapLine,
    GapPage,
    GapsBehind,
    Headline,
    MeasuredEffort,
    MeasuredReferrals,
    MeasuredRhythm,
    MeasureFilter,
    MonthEffort,
    MonthOutcomes,
    MonthRhythm,
    NamedOutcomes,
    Outcomes,
    VisitsBehind,
)
from hhcrm.queries.read_models import VisitPage
from hhcrm.queries.referral_filter import conditions, least_joined
from hhcrm.queries.report_referrals import admitted, declined, loop_counts
from hhcrm.queries.rhythm import Period, gap_rows, rhythm_by_month
from hhcrm.storage.settings import agency_zone, rules_on

NAMED_SOURCES = 10
"""So many sources are named; the rest are "the others"."""


def measured_referrals(connection: Connection, asked: MeasureFilter, named: int = NAMED_SOURCES) -> MeasuredReferrals:
    """Referrals of the period by source, by month and by type, by one statement."""
    rows = connection.execute(_by_everything(asked, named)).all()
    of = {part: [row for row in rows if row.part == part] for part in ("source", "month", "type", "count")}
    months = {row.label: _outcomes(row) for row in of["month"]}
    found = [
        MonthOutcomes(month, months.get(f"{month:%Y-%m}", Outcomes()))
        for month in months_of(asked.from_on, asked.until_on)
    ]
    total = Outcomes()
    for month in found:
        total = total.and_also(month.outcomes)
    return MeasuredReferrals(
        asked=asked,
        total=total,
        sources=tuple(_ranked(of["source"])),
        source_count=int(of["count"][0].key),
        months=tuple(found),
        types=tuple(_in_order(connection, of["type"])),
    )


@lru_cache(maxsize=16)
def _by_everything(asked: MeasureFilter, named: int) -> Any:
    """Sources that sent most, months, types, and how many sources there are: one count by source, one by month.

    Kept, because putting it together takes longer than counting some thousand referrals, and it is asked again after
    each change of the data.
    """
    which = asked.referrals()
    counts = func.count().label("referrals"), admitted.label("admitted"), declined.label("declined")
    meant, condition = least_joined(which), conditions(which)
    senders = select(r.source_id, *counts).select_from(meant).where(condition).group_by(r.source_id).cte("senders")
    month = month_of(r.referral_on).label("month")
    months = select(month, *counts).select_from(meant).where(condition).group_by("month").subquery("months")
    most = (
        select(*_part("source", s.id, s.name), senders.c.referrals, senders.c.admitted, senders.c.declined)
        .join_from(senders, SOURCE, senders.c.source_id == s.id)
        .order_by(senders.c.referrals.desc(), s.name_key, s.id)
        .limit(named)
        .subquery("most")
    )
    of_type = senders.join(SOURCE, senders.c.source_id == s.id)
    return union_all(
        select(most),
        select(*_part("month", None, months.c.month), months.c.referrals, months.c.admitted, months.c.declined),
        select(*_part("type", s.type_id, None), *_sums(senders)).select_from(of_type).group_by(s.type_id),
        select(*_part("count", func.count(), None), literal(0), literal(0), literal(0)).select_from(senders),
    )


def _part(name: str, key: Any, label: Any) -> tuple[Any, Any, Any]:
    """Which part of the answer a row belongs to, its key and its words."""
    return (
        literal(name).label("part"),
        (cast(null(), Integer) if key is None else key).label("key"),
        (cast(null(), String) if label is None else label).label("label"),
    )


def _sums(counts: CTE) -> list[ColumnElement[int]]:
    return [func.sum(counts.c[name]).label(name) for name in ("referrals", "admitted", "declined")]


def _outcomes(row: Any) -> Outcomes:
    return Outcomes(int(row.referrals), int(row.admitted), int(row.declined))


def _ranked(rows: Sequence[Any]) -> list[NamedOutcomes]:
    """In the order of the report of referrals by source: of a union the rows are certain, their order is not."""
    found = [NamedOutcomes(row.key, row.label, _outcomes(row)) for row in rows]
    return sorted(found, key=lambda one: (-one.outcomes.referrals, name_key(one.name), one.key))


def _in_order(connection: Connection, rows: Sequence[Any]) -> list[NamedOutcomes]:
    found = {row.key: _outcomes(row) for row in rows}
    types = connection.execute(select(t.id, t.name).select_from(TYPE).order_by(t.position, t.name, t.id))
    return [NamedOutcomes(key, name, found[key]) for key, name in types if key in found]


# --- visits and rhythm -----------------------------------------------------------------------------------------------


def measured_effort(connection: Connection, asked: MeasureFilter) -> MeasuredEffort:
    """Completed counting visits and referrals by month, months without any too."""
    visited = _by_month(connection, month_of(v.visit_on), _visits_joined(asked), _of_visits(asked))
    which = asked.referrals()
    sent = _by_month(connection, month_of(r.referral_on), least_joined(which), conditions(which))
    months = months_of(asked.from_on, asked.until_on)
    keys = [f"{month:%Y-%m}" for month in months]
    lines = (MonthEffort(month, visited.get(key, 0), sent.get(key, 0)) for month, key in zip(months, keys, strict=True))
    return MeasuredEffort(asked, tuple(lines))


def _by_month(
    connection: Connection, month: ColumnElement[str], of: FromClause, which: ColumnElement[bool]
) -> dict[str, int]:
    rows = connection.execute(
        select(month.label("month"), func.count()).select_from(of).where(which).group_by("month")
    ).all()
    return {key: int(count) for key, count in rows}


def _visits_joined(asked: MeasureFilter) -> FromClause:
    joined = VISIT.join(KIND, v.kind_id == k.id)
    needed = any(wanted is not None for wanted in (asked.liaison_id, asked.type_id, asked.territory_id))
    return joined.join(SOURCE, v.source_id == s.id) if needed else joined


def _of_visits(asked: MeasureFilter) -> ColumnElement[bool]:
    """Completed counting visits that are meant; a visit without a liaison is its source's owner's."""
    found = [counting_visit(), v.visit_on >= asked.from_on, v.visit_on <= asked.until_on]
    for column, wanted in (
        (v.source_id, asked.source_id),
        (func.coalesce(v.liaison_id, s.owner_id), asked.liaison_id),
        (s.type_id, asked.type_id),
        (s.territory_id, asked.territory_id),
    ):
        if wanted is not None:
            found.append(column == wanted)
    return and_(*found)


def measured_rhythm(connection: Connection, asked: MeasureFilter, today: date) -> MeasuredRhythm:
    """Rhythm kept in the whole period and month by month, by the rule of the report of rhythm."""
    period, rules = Period(asked.from_on, asked.until_on, today), rules_on(connection, today)
    whole, months = rhythm_by_month(connection, _of_sources(asked), period, rules)
    lines = (MonthRhythm(month, kept.kept, kept.gaps) for month, kept in months.items())
    return MeasuredRhythm(asked, whole.kept, whole.gaps, tuple(lines))


def _of_sources(asked: MeasureFilter) -> ColumnElement[bool]:
    found: list[ColumnElement[bool]] = [true()]
    for column, wanted in (
        (s.id, asked.source_id),
        (s.owner_id, asked.liaison_id),
        (s.type_id, asked.type_id),
        (s.territory_id, asked.territory_id),
    ):
        if wanted is not None:
            found.append(column == wanted)
    return and_(*found)


# --- the head --------------------------------------------------------------------------------------------------------


def headline(connection: Connection, asked: MeasureFilter, today: date, now: datetime) -> Headline:
    """The figures at the head, for one period."""
    which = asked.referrals()
    counted = connection.execute(
        select(func.count(), admitted, declined).select_from(least_joined(which)).where(conditions(which))
    ).one()
    seen = select(func.count()).select_from(_visits_joined(asked)).where(_of_visits(asked))
    zone = agency_zone(connection, today)
    middle, starts = _hours_to_soc(connection, asked, zone)
    always = replace(which, from_on=None, until_on=None)
    days = asked.from_on, asked.until_on
    loops = loop_counts(connection, conditions(always), days, now=now, zone=zone, of=least_joined(always)).values()
    return Headline(
        asked=asked,
        outcomes=Outcomes(*map(int, counted)),
        visits=int(connection.execute(seen).scalar_one()),
        median_hours_to_soc=None if middle is None else round(middle, 1),
        starts_of_care=starts,
        loops_due=sum(due for due, _, _ in loops),
        loops_on_time=sum(on_time for _, on_time, _ in loops),
    )


def _hours_to_soc(connection: Connection, asked: MeasureFilter, zone: Any) -> tuple[float | None, int]:
    """The median of the hours from received to start of care, of the starts of care of the period, and how many.

    The database counts how often each length occurs: of many thousand starts only the different ones are read.
    """
    which = replace(asked.referrals(), day_of="soc")
    received = instant_seconds(func.coalesce(r.authorized_at, r.heard_at))
    begun = func.coalesce(instant_seconds(r.soc_at), instant_seconds(r.soc_on) + _noon_seconds(asked, zone))
    took = (begun - received).label("took")
    rows = connection.execute(
        select(took, func.count())
        .select_from(least_joined(which))
        .where(conditions(which))
        .group_by("took")
        .order_by("took")
    ).all()
    return _median_hours([(int(seconds), int(count)) for seconds, count in rows]), sum(int(row[1]) for row in rows)


def _noon_seconds(asked: MeasureFilter, zone: Any) -> ColumnElement[int]:
    """From the beginning of a day of the period in UTC to noon of that day in the agency's zone: by `soc_on`."""
    lengths: list[tuple[date, int]] = []
    day = asked.from_on
    while day <= asked.until_on:
        noon = int((as_instant(day, zone) - datetime.combine(day, time(), UTC)).total_seconds())
        if not lengths or lengths[-1][1] != noon:  # the clocks were changed
            lengths.append((day, noon))
        day += timedelta(days=1)
    *earlier, (_first, last) = lengths or [(day, 0)]
    until = [first for first, _noon in lengths[1:]]
    changes = [(r.soc_on < end, literal(noon)) for end, (_day, noon) in zip(until, earlier, strict=True)]
    return case(*changes, else_=literal(last)) if changes else literal(last)


def _median_hours(lengths: Sequence[tuple[int, int]]) -> float | None:
    """The median of lengths in seconds, each given with how often it occurs, from the shortest on."""
    total = sum(count for _, count in lengths)
    if not total:
        return None
    upto = list(accumulate(count for _, count in lengths))
    lower, upper = (lengths[bisect_right(upto, place)][0] for place in ((total - 1) // 2, total // 2))
    return (lower + upper) / 2 / 3600


# --- the rows behind a mark ------------------------------------------------------------------------------------------


def visits_behind(connection: Connection, behind: VisitsBehind, offset: int, limit: int) -> VisitPage:
    """A page of the visits that a mark counts, newest first."""
    return visits.page_where(connection, _of_visits(behind.asked), offset, limit)


def gaps_behind(connection: Connection, behind: GapsBehind, offset: int, limit: int, today: date) -> GapPage:
    """A page of the gaps that a mark counts, the longest first."""
    asked = behind.asked
    period = Period(asked.from_on, asked.until_on, today)
    rules = rules_on(connection, today)
    total, rows = gap_rows(connection, _of_sources(asked), period, rules, behind.kept, offset, limit)
    return GapPage(offset, total, tuple(GapLine(*row) for row in rows))
