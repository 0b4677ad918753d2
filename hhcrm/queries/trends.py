"""Trends, how long it took, and why not: answered from the measures themselves, so that every figure is the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, func, select

from hhcrm.domain.measures import By, Grain, MeasureKey
from hhcrm.domain.words import ReasonOwner
from hhcrm.queries.ground import month_of, r
from hhcrm.queries.measure_models import NO_SOURCE, MeasureFilter
from hhcrm.queries.measures.behind import Page, rows_behind
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.groups import groups_of
from hhcrm.queries.measures.measure import Counted, tallied
from hhcrm.queries.measures.measured import check, measured
from hhcrm.queries.measures.models import BehindPage, Group, MeasureAsk, Measured, RowKind
from hhcrm.queries.measures.registry import MEASURES
from hhcrm.queries.measures.rows import GROUNDS
from hhcrm.queries.measures.scene import Asking, records_from, scene_of
from hhcrm.queries.referrals import REASON
from hhcrm.queries.trend_models import (
    MOST_PANELS,
    Lengths,
    ReasonCount,
    Reasons,
    ReasonsBehind,
    Speed,
    SpeedAsk,
    SpeedBehind,
    Trend,
    TrendAsk,
)
from hhcrm.storage.settings import rules_on


def trend(connection: Connection, asked: TrendAsk, today: date, now: datetime) -> Trend:
    """A measure piece by piece, beside the periods it is held against. Raises RuleBroken as `measured` does."""
    asks = _asks(asked)
    found = dict(zip(asks, measured(connection, asks.values(), today, now), strict=True))
    if asked.by is not None:
        drawn = MeasureAsk(asked.measure, _of_drawn(asked, found["whole_now"]), asked.by, asked.grain)
        found["groups"] = measured(connection, (drawn,), today, now)[0]
    fewest, first = rules_on(connection, today).fewest_cases, records_from(connection)
    return Trend(asked, today, fewest, **found, records_from=first)


def _asks(asked: TrendAsk) -> dict[str, MeasureAsk]:
    """What must be asked, by the field of `Trend` it answers."""
    whole = {"before": asked.before, "year_ago": asked.year_ago}
    grain = asked.grain if asked.by is None else Grain.WHOLE
    asks = {"now": MeasureAsk(asked.measure, asked.asked, None, asked.grain)}
    asks |= {
        name: MeasureAsk(asked.measure, which, asked.by, grain) for name, which in whole.items() if which is not None
    }
    if asked.by is not None:
        asks["whole_now"] = MeasureAsk(asked.measure, asked.asked, asked.by, Grain.WHOLE)
    return asks


def _of_drawn(asked: TrendAsk, whole: Measured) -> MeasureFilter:
    """Of thousands of sources only those that are drawn are cut into pieces."""
    if asked.by is not By.SOURCE:
        return asked.asked
    lines = [line for line in whole.lines if line.group is not None and isinstance(line.group.key, int)]
    lines.sort(key=lambda line: -line.reading.cases)
    keys = tuple(line.group.key for line in lines[:MOST_PANELS] if line.group is not None and line.reading.cases)
    return replace(asked.asked, source_ids=tuple(key for key in keys if isinstance(key, int)) or (NO_SOURCE,))


# --- how long it took ------------------------------------------------------------------------------------------------


def speed(connection: Connection, asked: SpeedAsk, today: date, now: datetime) -> Speed:
    """How many took how long, counted by length by the database. Raises RuleBroken as `measured` does."""
    tally, asking = _of_measure(connection, asked.measure, asked.asked, today, now)
    asking = replace(asking, by=asked.by)
    check(MEASURES[asked.measure].define(), asked.asked, asked.by)
    counts = tallied(connection, tally, asking)
    groups: tuple[Lengths, ...] = ()
    if asked.by is not None:
        lengths = {key: sums.lengths for (key, _begins), sums in counts.at.items() if sums.lengths}
        groups = tuple(_lengths(group, lengths[group.key]) for group in groups_of(connection, asked.by, set(lengths)))
    return Speed(asked, asking.scene.rules.fewest_cases, _lengths(None, counts.whole.lengths), groups)


def _lengths(group: Group | None, counted: Mapping[int, int]) -> Lengths:
    return Lengths(group, tuple(sorted(counted.items())))


def _of_measure(
    connection: Connection, key: MeasureKey, asked: MeasureFilter, today: date, now: datetime
) -> tuple[Tally, Asking]:
    """What a measure counts in a period."""
    measure = MEASURES[key]
    assert isinstance(measure, Counted)
    asking = Asking(asked, None, Grain.WHOLE, scene_of(connection, today), now)
    return measure.rows(asking.span), asking


def speed_behind(connection: Connection, behind: SpeedBehind, page: Page, today: date, now: datetime) -> BehindPage:
    """A page of the referrals that took so long."""
    tally, asking = _of_measure(connection, behind.measure, behind.asked, today, now)
    measure = MEASURES[behind.measure]
    assert isinstance(measure, Counted)
    assert tally.length is not None
    narrowed = replace(tally, which=(*tally.which, *_between(tally.length, behind)))
    asking = replace(asking, by=behind.by)
    return rows_behind(connection, narrowed, asking, behind.key, page, measure.per, measure.define().title)


def _between(length: ColumnElement[int], behind: SpeedBehind) -> Iterable[ColumnElement[bool]]:
    if behind.above is not None:
        yield length > behind.above
    if behind.upto is not None:
        yield length <= behind.upto


# --- why not ---------------------------------------------------------------------------------------------------------


def reasons(connection: Connection, asked: MeasureFilter, today: date, now: datetime) -> Reasons:
    """Why referrals of a period were not admitted, by month. Raises RuleBroken as `measured` does."""
    tally, _asking = _of_measure(connection, MeasureKey.NOT_ADMITTED, asked, today, now)
    decided = measured(connection, (MeasureAsk(MeasureKey.CONVERSION, asked),), today, now)[0].whole.cases
    ground, month = GROUNDS[RowKind.REFERRALS], month_of(r.referral_on).label("month")
    which = [*tally.which, *tally.within(asked), *ground.conditions(asked)]
    if tally.case is not None:
        which.append(tally.case)
    rows = connection.execute(
        select(month, r.reason_id, r.reason_owner, func.count())
        .select_from(ground.joined(asked, None))
        .where(*which)
        .group_by("month", r.reason_id, r.reason_owner)
    ).all()
    names = dict(connection.execute(select(REASON.c.id, REASON.c.name)).all())
    counts = [
        ReasonCount(
            date.fromisoformat(f"{row[0]}-01"), row[1], names.get(row[1], ""),
            None if row[2] is None else ReasonOwner(row[2]), int(row[3]),
        )
        for row in rows
    ]  # fmt: skip
    counts.sort(key=lambda each: (each.month, each.owner or "", each.reason))
    return Reasons(asked, decided, tuple(counts))


def reasons_behind(connection: Connection, behind: ReasonsBehind, page: Page, today: date, now: datetime) -> BehindPage:
    """A page of the referrals that were not admitted for that."""
    tally, asking = _of_measure(connection, MeasureKey.NOT_ADMITTED, behind.asked, today, now)
    found = [r.reason_owner.is_(None) if behind.owner is None else r.reason_owner == behind.owner]
    if behind.of_reason:
        found.append(r.reason_id.is_(None) if behind.reason_id is None else r.reason_id == behind.reason_id)
    narrowed = replace(tally, which=(*tally.which, *found))
    return rows_behind(connection, narrowed, asking, None, page)
