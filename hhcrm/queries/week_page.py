"""The week on one page: what moved, and what stands out, each with the rows behind it (issue 6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, and_, case, select

from hhcrm.domain.measures import Better, Definition, Grain, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.periods import monday_of
from hhcrm.domain.standing_out import Kind, most_important
from hhcrm.domain.wording import translate
from hhcrm.queries import week_page_words as words
from hhcrm.queries.ground import TERRITORY, TYPE, USER, r
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import MeasureAsk, Measured, Reading, ReadingBehind
from hhcrm.queries.measures.scene import records_from
from hhcrm.queries.referral_filter import conditions, least_joined
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.standing_out import Seen, standing_out
from hhcrm.queries.week_page_models import USUAL_WEEKS, Opens, StandOut, WeekAsk, WeekCount, WeekFigure, WeekPage
from hhcrm.storage.settings import agency_zone, rules_on

Measure = Callable[[tuple[MeasureAsk, ...]], Sequence[Measured]]
"""The measures over the connection that the page is asked on."""

MEASURES = (
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

_COUNTED = (
    MeasureKey.REFERRALS,
    MeasureKey.ADMISSIONS,
    MeasureKey.COUNTING_VISITS,
    MeasureKey.FIFTH_VISITS,
)
"""What of it is a plain count, of which weeks add up."""

_BY_WEEK = (MeasureKey.REFERRALS, MeasureKey.COUNTING_VISITS)
"""What the two charts show week by week."""

DECISIONS = "decisions"
_DAY = timedelta(days=1)


def week_page(connection: Connection, asked: WeekAsk, measure: Measure, today: date, now: datetime) -> WeekPage:
    """The page of a week; beyond its last day nothing is looked at, but what is known of it is what is known now."""
    rules = rules_on(connection, today)
    until = min(asked.sunday, today)
    first_on = records_from(connection)
    figures, prospects, weeks = _figures(connection, asked, measure, today)
    figures = tuple(replace(figure, usual_weeks=_noted_weeks(asked, first_on)) for figure in figures)
    found: list[StandOut] = []
    if until >= asked.monday:
        found = list(standing_out(connection, Seen(asked, until, today, now, rules)))
        if prospects:
            title, why = words.new_found(prospects)
            behind = ReadingBehind(MeasureKey.NEW_PROSPECTS, asked.week())
            found.append(StandOut(Kind.NEW_FOUND, "found", title, why, prospects, behind, prospects))
    said = most_important(found, rules)
    return WeekPage(
        asked,
        today,
        until,
        _whose(connection, asked),
        figures,
        said,
        len(found) - len(said),
        weeks,
        rules.fewest_cases,
        first_on,
    )


def _noted_weeks(asked: WeekAsk, first_on: date | None) -> int:
    """How many of the usual weeks lie since the agency's first record, the week of it included."""
    if first_on is None:
        return 0
    return min(USUAL_WEEKS, max(0, (asked.monday - monday_of(first_on)).days // 7))


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
    """What moved, how many new prospects there are, and the weeks; all by one round of measures.

    What only counts is asked once, week by week: each period is the sum of its weeks.
    """
    periods = _periods(asked, today)
    over = [period for period in periods if period is not None]
    all_weeks = asked.over(periods.usual.from_on, over[-1].until_on if periods.running else asked.sunday)
    wanted = [MeasureAsk(key, all_weeks, grain=Grain.WEEK) for key in _COUNTED]
    wanted += [MeasureAsk(key, period) for key in MEASURES if key not in _COUNTED for period in over]
    wanted.append(MeasureAsk(MeasureKey.NEW_PROSPECTS, periods.now))
    found = iter(measure(tuple(wanted)))
    weekly = {key: next(found) for key in _COUNTED}
    figures = []
    for key in MEASURES:
        if key in _COUNTED:
            definition, readings = weekly[key].definition, [_counted_over(weekly[key], period) for period in over]
        else:
            of = [next(found) for _ in over]
            definition, readings = of[0].definition, [one.whole for one in of]
        figures.append(_figure(definition, readings, periods))
        if key is MeasureKey.CONVERSION:
            figures.append(_decisions(connection, periods, today))
    weeks = _weeks(*(weekly[key] for key in _BY_WEEK), until=asked.monday)
    return tuple(figures), next(found).whole.cases, weeks


def _counted_over(weekly: Measured, period: MeasureFilter) -> Reading:
    """The sum of a period's weeks; of weeks to come nothing is known."""
    of = [
        line.reading
        for line in weekly.lines
        if line.begins is not None and period.from_on <= line.begins <= period.until_on
    ]
    known = [reading.value for reading in of if reading.value is not None]
    return Reading(
        sum(known) if known else None,
        sum(reading.cases for reading in of),
        sum(reading.part for reading in of),
        pending=sum(reading.pending for reading in of),
    )


def _figure(definition: Definition, readings: Sequence[Reading], periods: _Periods) -> WeekFigure:
    now, before, usual, *running = readings
    opens = ReadingBehind(definition.key, periods.now) if now.cases else None
    return WeekFigure(
        key=str(definition.key),
        title=definition.title,
        unit=definition.unit,
        better=definition.better,
        summed=definition.shape is MeasureShape.SUM,
        now=now,
        before=before,
        usual=usual,
        running=running[0] if running else None,
        opens=opens,
    )


def _decisions(connection: Connection, periods: _Periods, today: date) -> WeekFigure:
    """Referrals about which it was decided whether we take them, by the day of that; no measure asks by it."""
    ids = _decided(connection, periods, today)

    def counted(begins: date, *which: str) -> Reading:
        if begins > today:
            return Reading()
        count = sum(len(ids[each]) for each in which)
        return Reading(float(count), count, float(count))

    opens: Opens | None = ReferralFilter(only_ids=tuple(ids[_NOW])) if ids[_NOW] else None
    return WeekFigure(
        key=DECISIONS,
        title=translate("week", "Decisions"),
        unit=MeasureUnit.COUNT,
        better=Better.NEITHER,
        summed=True,
        now=counted(periods.now.from_on, _NOW),
        before=counted(periods.before.from_on, _BEFORE),
        usual=counted(periods.usual.from_on, _BEFORE, _USUAL),
        running=None if periods.running is None else counted(periods.running.from_on, _RUNNING),
        opens=opens,
    )


_NOW, _BEFORE, _USUAL, _RUNNING = "now", "before", "usual", "running"


def _decided(connection: Connection, periods: _Periods, today: date) -> Mapping[str, list[int]]:
    """The referrals decided in each of the periods, by one pass over all; the week before is left out of the usual."""
    zone = agency_zone(connection, today)
    last = periods.running or periods.now

    def begin(day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=zone)

    which = replace(periods.now.referrals(), from_on=None, until_on=None)
    at = r.decided_at
    when = case(
        (at < begin(periods.before.from_on), _USUAL),
        (at < begin(periods.now.from_on), _BEFORE),
        (at < begin(periods.now.until_on + _DAY), _NOW),
        else_=_RUNNING,
    )
    decided = and_(conditions(which), at >= begin(periods.usual.from_on), at < begin(last.until_on + _DAY))
    found: dict[str, list[int]] = {each: [] for each in (_NOW, _BEFORE, _USUAL, _RUNNING)}
    rows = connection.execute(select(r.id, when).select_from(least_joined(which)).where(decided).order_by(r.id))
    for key, period in rows:
        found[period].append(key)
    return found


def _weeks(referrals: Measured, visits: Measured, *, until: date) -> tuple[WeekCount, ...]:
    def by_monday(of: Measured) -> Mapping[date, int]:
        return {line.begins: round(line.reading.value or 0) for line in of.lines if line.begins is not None}

    sent, seen = by_monday(referrals), by_monday(visits)
    return tuple(WeekCount(monday, sent[monday], seen.get(monday, 0)) for monday in sorted(sent) if monday <= until)


def _whose(connection: Connection, asked: WeekAsk) -> str:
    """Whose week it is, by name; "" where it is the agency's."""
    names = []
    for table, key in ((USER, asked.liaison_id), (TYPE, asked.type_id), (TERRITORY, asked.territory_id)):
        if key is not None:
            names.append(connection.execute(select(table.c.name).where(table.c.id == key)).scalar_one_or_none() or "")
    return ", ".join(name for name in names if name)
