"""Is it working? Referrals, visits and rhythm of a period, and the rows behind each figure (product.md, section 6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    String,
    and_,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.periods import months_of
from hhcrm.domain.text import name_key
from hhcrm.queries import visits
from hhcrm.queries.ground import SOURCE, TYPE, counting_visit, month_of, r, s, t, v
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
from hhcrm.queries.measures.measured import measured, refuse
from hhcrm.queries.measures.models import MeasureAsk, RowKind
from hhcrm.queries.measures.rows import GROUNDS, OF_SOURCES, OF_VISITS
from hhcrm.queries.read_models import VisitPage
from hhcrm.queries.referral_filter import conditions, least_joined
from hhcrm.queries.report_referrals import admitted, declined
from hhcrm.queries.rhythm import Period, gap_rows, rhythm_by_month
from hhcrm.storage.settings import rules_on

_HEAD = (MeasureKey.CONVERSION, MeasureKey.COUNTING_VISITS, MeasureKey.HOURS_TO_SOC, MeasureKey.LOOP_ON_TIME)
_VISITS = GROUNDS[RowKind.VISITS]

NAMED_SOURCES = 10
"""So many sources are named; the rest are "the others"."""


def measured_referrals(
    connection: Connection, asked: MeasureFilter, today: date, named: int = NAMED_SOURCES
) -> MeasuredReferrals:
    """Referrals of the period by source, by month and by type, by one statement."""
    rows = connection.execute(_by_everything(asked, named)).all()
    of = {part: [row for row in rows if row.part == part] for part in ("source", "month", "type", "count")}
    months = {row.label: _outcomes(row) for row in of["month"]}
    found = [MonthOutcomes(month, months.get(f"{month:%Y-%m}", Outcomes())) for month in _months(asked, today)]
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
        fewest=rules_on(connection, today).fewest_cases,
        ahead=asked.from_on > today,
    )


def _months(asked: MeasureFilter, today: date) -> tuple[date, ...]:
    """The months of the period that have begun: of later ones nothing is known yet."""
    return months_of(asked.from_on, min(asked.until_on, today))


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


def measured_effort(connection: Connection, asked: MeasureFilter, today: date) -> MeasuredEffort:
    """Completed counting visits and referrals by month, months without any too."""
    visited = _by_month(connection, month_of(v.visit_on), _visits_joined(asked), _of_visits(asked))
    which = asked.referrals()
    sent = _by_month(connection, month_of(r.referral_on), least_joined(which), conditions(which))
    months = _months(asked, today)
    keys = [f"{month:%Y-%m}" for month in months]
    lines = (MonthEffort(month, visited.get(key, 0), sent.get(key, 0)) for month, key in zip(months, keys, strict=True))
    return MeasuredEffort(asked, tuple(lines), asked.from_on > today)


def _by_month(
    connection: Connection, month: ColumnElement[str], of: FromClause, which: ColumnElement[bool]
) -> dict[str, int]:
    rows = connection.execute(
        select(month.label("month"), func.count()).select_from(of).where(which).group_by("month")
    ).all()
    return {key: int(count) for key, count in rows}


def _visits_joined(asked: MeasureFilter) -> FromClause:
    return _VISITS.joined(asked, None, kinds=True)


def _of_visits(asked: MeasureFilter) -> ColumnElement[bool]:
    """Completed counting visits that are meant; a visit without a liaison is its source's owner's."""
    refuse(asked, OF_VISITS)
    days = v.visit_on >= asked.from_on, v.visit_on <= asked.until_on
    return and_(counting_visit(), *days, *_VISITS.conditions(asked))


def measured_rhythm(connection: Connection, asked: MeasureFilter, today: date) -> MeasuredRhythm:
    """Rhythm kept in the whole period and month by month, by the rule of the report of rhythm."""
    period, rules = Period(asked.from_on, asked.until_on, today), rules_on(connection, today)
    whole, months = rhythm_by_month(connection, _of_sources(asked), period, rules)
    begun = _months(asked, today)
    lines = (MonthRhythm(month, kept.kept, kept.gaps) for month, kept in months.items() if month in begun)
    ahead = asked.from_on > today
    return MeasuredRhythm(asked, whole.kept, whole.gaps, tuple(lines), rules.fewest_cases, ahead)


def _of_sources(asked: MeasureFilter) -> ColumnElement[bool]:
    refuse(asked, OF_SOURCES)
    return and_(*GROUNDS[RowKind.GAPS].conditions(asked))


# --- the head --------------------------------------------------------------------------------------------------------


def headline(connection: Connection, asked: MeasureFilter, today: date, now: datetime) -> Headline:
    """The figures at the head, for one period, as the measures define them."""
    asks = [MeasureAsk(key, asked) for key in _HEAD]
    sent, visits, soc, loops = (one.whole for one in measured(connection, asks, today, now))
    admissions = int(sent.part)
    return Headline(
        asked=asked,
        outcomes=Outcomes(sent.cases + sent.pending, admissions, sent.cases - admissions),
        visits=visits.cases,
        median_hours_to_soc=soc.value,
        starts_of_care=soc.cases,
        loops_due=loops.cases,
        loops_on_time=int(loops.part),
        fewest=rules_on(connection, today).fewest_cases,
        ahead=asked.from_on > today,
    )


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
