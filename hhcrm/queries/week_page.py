"""The week on one page: what moved, and what stands out, each with the rows behind it (issue 6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from hhcrm.domain.capacity import monday_of
from hhcrm.domain.measures import Better, Grain, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.standing_out import Kind, most_important
from hhcrm.domain.wording import translate
from hhcrm.queries import week_page_words as words
from hhcrm.queries.ground import TERRITORY, TYPE, USER, r
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures import registry
from hhcrm.queries.measures.models import MeasureAsk, Measured, Reading, ReadingBehind
from hhcrm.queries.referral_filter import conditions, least_joined
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.standing_out import Seen, standing_out
from hhcrm.queries.week_page_models import Opens, StandOut, WeekAsk, WeekCount, WeekFigure, WeekPage
from hhcrm.storage.settings import agency_zone, rules_on

Measure = Callable[[tuple[MeasureAsk, ...]], Sequence[Measured]]
"""The measures over the connection that the page is asked on."""

_KEYS = (
    MeasureKey.REFERRALS,
    MeasureKey.ADMISSIONS,
    MeasureKey.CONVERSION,
    MeasureKey.COUNTING_VISITS,
    MeasureKey.FIFTH_VISITS,
    MeasureKey.RHYTHM_KEPT,
    MeasureKey.LOOP_ON_TIME,
    MeasureKey.COMMITMENTS_KEPT,
)
"""What moved, in the order of the page; decisions stand after the conversion."""

MEASURES = tuple(key for key in _KEYS if key in registry.MEASURES)

_BY_WEEK = (MeasureKey.REFERRALS, MeasureKey.COUNTING_VISITS)
"""What the two charts show week by week."""

DECISIONS = "decisions"


def week_page(connection: Connection, asked: WeekAsk, measure: Measure, today: date, now: datetime) -> WeekPage:
    """The page of a week; beyond its last day nothing is looked at, but what is known of it is what is known now."""
    rules = rules_on(connection, today)
    until = min(asked.sunday, today)
    figures, prospects, weeks = _figures(connection, asked, measure, today)
    found: list[StandOut] = []
    if until >= asked.monday:
        found = list(standing_out(connection, Seen(asked, until, today, now, rules)))
        if prospects:
            title, why = words.new_found(prospects)
            behind = ReadingBehind(MeasureKey.NEW_PROSPECTS, asked.week())
            found.append(StandOut(Kind.NEW_FOUND, "found", title, why, prospects, behind, prospects))
    said = most_important(found, rules)
    return WeekPage(
        asked, today, until, _whose(connection, asked), figures, said, len(found) - len(said), weeks, rules.fewest_cases
    )


# --- what moved -------------------------------------------------------------------------------------------------------


class _Periods(NamedTuple):
    """The week, the one before, the usual ones together, and the one that runs where this is the last whole one."""

    now: MeasureFilter
    before: MeasureFilter
    usual: MeasureFilter
    running: MeasureFilter | None


def _periods(asked: WeekAsk, today: date) -> _Periods:
    is_last = asked.monday == monday_of(today) - timedelta(weeks=1)
    return _Periods(asked.week(), asked.week(1), asked.usual(), asked.week(-1) if is_last else None)


def _figures(
    connection: Connection, asked: WeekAsk, measure: Measure, today: date
) -> tuple[tuple[WeekFigure, ...], int, tuple[WeekCount, ...]]:
    """What moved, how many new prospects there are, and the weeks; all by one round of measures."""
    periods = _periods(asked, today)
    over = [period for period in periods if period is not None]
    all_weeks = asked.over(periods.usual.from_on, asked.sunday)
    wanted = [MeasureAsk(key, period) for key in MEASURES for period in over]
    wanted.append(MeasureAsk(MeasureKey.NEW_PROSPECTS, periods.now))
    wanted += [
        MeasureAsk(key, all_weeks, grain=Grain.WEEK) for key in (MeasureKey.REFERRALS, MeasureKey.COUNTING_VISITS)
    ]
    *found, prospects, referrals, visits = measure(tuple(wanted))
    figures = []
    for place, key in enumerate(MEASURES):
        of = found[place * len(over) : (place + 1) * len(over)]
        figures.append(_figure(of, periods))
        if key is MeasureKey.CONVERSION:
            figures.append(_decisions(connection, periods, today))
    return tuple(figures), prospects.whole.cases, _weeks(referrals, visits)


def _figure(of: Sequence[Measured], periods: _Periods) -> WeekFigure:
    definition, now = of[0].definition, of[0].whole
    opens = ReadingBehind(definition.key, periods.now) if now.cases else None
    return WeekFigure(
        key=str(definition.key),
        title=definition.title,
        unit=definition.unit,
        better=definition.better,
        summed=definition.shape is MeasureShape.SUM,
        now=now,
        before=of[1].whole,
        usual=of[2].whole,
        running=of[3].whole if periods.running is not None else None,
        opens=opens,
    )


def _decisions(connection: Connection, periods: _Periods, today: date) -> WeekFigure:
    """Referrals about which it was decided whether we take them, by the day of that; no measure asks by it."""
    ids = connection.execute(_decided(connection, periods.now, today, r.id).order_by(r.id)).scalars().all()

    def counted(period: MeasureFilter) -> Reading:
        count = connection.execute(_decided(connection, period, today, func.count())).scalar_one()
        return Reading(float(count), count, float(count))

    opens: Opens | None = ReferralFilter(only_ids=tuple(ids)) if ids else None
    return WeekFigure(
        key=DECISIONS,
        title=translate("week", "Decisions"),
        unit=MeasureUnit.COUNT,
        better=Better.NEITHER,
        summed=True,
        now=Reading(float(len(ids)), len(ids), float(len(ids))),
        before=counted(periods.before),
        usual=counted(periods.usual),
        running=None if periods.running is None else counted(periods.running),
        opens=opens,
    )


def _decided(connection: Connection, period: MeasureFilter, today: date, column: ColumnElement[int]) -> Select[Any]:
    """A column of the referrals that were decided from day to day, of whatever day they are."""
    zone = agency_zone(connection, today)
    begin = datetime.combine(period.from_on, time(), tzinfo=zone)
    end = datetime.combine(period.until_on + timedelta(days=1), time(), tzinfo=zone)
    which = replace(period.referrals(), from_on=None, until_on=None)
    decided = and_(conditions(which), r.decided_at >= begin, r.decided_at < end)
    return select(column).select_from(least_joined(which)).where(decided)


def _weeks(referrals: Measured, visits: Measured) -> tuple[WeekCount, ...]:
    def by_monday(of: Measured) -> Mapping[date, int]:
        return {line.begins: round(line.reading.value or 0) for line in of.lines if line.begins is not None}

    sent, seen = by_monday(referrals), by_monday(visits)
    return tuple(WeekCount(monday, sent[monday], seen.get(monday, 0)) for monday in sorted(sent))


def _whose(connection: Connection, asked: WeekAsk) -> str:
    """Whose week it is, by name; "" where it is the agency's."""
    names = []
    for table, key in ((USER, asked.liaison_id), (TYPE, asked.type_id), (TERRITORY, asked.territory_id)):
        if key is not None:
            names.append(connection.execute(select(table.c.name).where(table.c.id == key)).scalar_one_or_none() or "")
    return ", ".join(name for name in names if name)
