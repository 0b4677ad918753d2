"""Questions about approaches: what is tried, what came of it, and what was learned.

What came of it rests on the measures as they are defined once: their weekly readings are asked in the scope of the
approach, and judged by `approaches_statistics`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from hhcrm.domain.comparing import Few, Sample, Sides, Way, Weeks, WeekSum, weeks_of
from hhcrm.domain.errors import NotFound, RuleBroken
from hhcrm.domain.measures import Definition, Grain, MeasureKey, MeasureShape
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.models.approaches import Approach, ApproachNote, ApproachSource
from hhcrm.models.users import Team
from hhcrm.models.visits import Material
from hhcrm.queries.approaches_judging import few_difference, judged
from hhcrm.queries.approaches_models import (
    ApproachItem,
    Compared,
    ComparedMeasure,
    LearnedItem,
    LearnedPage,
    Named,
    Scope,
    Side,
    WeekValue,
)
from hhcrm.queries.approaches_statistics import value_of
from hhcrm.queries.ground import KIND, REFERRAL, SOURCE, TERRITORY, TYPE, USER, VISIT, not_archived, r, s, table, v
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.measure import Counted, tallied
from hhcrm.queries.measures.measured import measured
from hhcrm.queries.measures.models import MeasureAsk, Measured, Reading, ReadingBehind
from hhcrm.queries.measures.registry import MEASURES
from hhcrm.queries.measures.scene import Asking, scene_of
from hhcrm.storage.settings import rules_on

APPROACH, MEANT, LEARNED = table(Approach), table(ApproachSource), table(ApproachNote)
_TEAM, _MATERIAL = table(Team), table(Material)
_a, _n = APPROACH.c, LEARNED.c
_SCOPE = ((TYPE, _a.type_id), (TERRITORY, _a.territory_id), (_TEAM, _a.team_id), (USER, _a.liaison_id),
          (KIND, _a.kind_id), (_MATERIAL, _a.material_id))  # fmt: skip
"""What a scope names, in the order of `Scope.chosen`."""


# --- what is tried ---------------------------------------------------------------------------------------------------


def approaches(connection: Connection) -> tuple[ApproachItem, ...]:
    """All that are not archived, the newest first."""
    return _items(connection, not_archived(APPROACH))


def approach(connection: Connection, approach_id: int) -> ApproachItem:
    """One approach, archived or not. Raises NotFound."""
    found = _items(connection, _a.id == approach_id)
    if not found:
        raise NotFound(translate("approaches", "That approach is no longer there."))
    return found[0]


def _items(connection: Connection, which: ColumnElement[bool]) -> tuple[ApproachItem, ...]:
    joined: Any = APPROACH
    for of, key in _SCOPE:
        joined = joined.outerjoin(of, key == of.c.id)
    notes = (
        select(func.count())
        .where(_n.approach_id == _a.id, not_archived(LEARNED))
        .correlate(APPROACH)
        .scalar_subquery()
    )  # fmt: skip
    named = [column for of, _key in _SCOPE for column in (of.c.id, of.c.name)]
    rows = connection.execute(
        select(
            _a.id, _a.version, _a.name, func.coalesce(_a.what, ""), _a.starts_on, _a.ends_on, _a.measures,
            _a.archived_at.is_not(None), notes, *named,
        )
        .select_from(joined)
        .where(which)
        .order_by(_a.starts_on.desc(), _a.id.desc())
    ).all()  # fmt: skip
    meant = _meant(connection, which)
    return tuple(_item(row, meant.get(row[0], ())) for row in rows)


def _meant(connection: Connection, which: ColumnElement[bool]) -> Mapping[int, tuple[Named, ...]]:
    found: dict[int, tuple[Named, ...]] = {}
    rows = connection.execute(
        select(MEANT.c.approach_id, s.id, s.name)
        .select_from(MEANT.join(SOURCE, MEANT.c.source_id == s.id).join(APPROACH, MEANT.c.approach_id == _a.id))
        .where(which)
        .order_by(s.name_key, s.id)
    )
    for approach_id, source_id, name in rows:
        found[approach_id] = (*found.get(approach_id, ()), Named(source_id, name))
    return found


def _item(row: Sequence[Any], sources: tuple[Named, ...]) -> ApproachItem:
    key, version, name, what, starts_on, ends_on, measures, archived, notes, *named = row
    chosen = [None if one is None else Named(one, words) for one, words in zip(named[::2], named[1::2], strict=True)]
    kind_of, territory, team, liaison, kind, material = chosen
    scope = Scope(liaison, team, territory, kind_of, kind, material, sources)
    keys = tuple(MeasureKey(one) for one in measures.split())
    return ApproachItem(key, version, name, what, starts_on, ends_on, scope, keys, notes, archived)


# --- what was learned ------------------------------------------------------------------------------------------------


def learned_page(connection: Connection, typed: str, approach_id: int | None, offset: int, limit: int) -> LearnedPage:
    """A page of the journal, the newest first: of one approach, or of all and none; whose words hold what was typed."""
    joined = LEARNED.outerjoin(APPROACH, _n.approach_id == _a.id)
    which = and_(not_archived(LEARNED), true() if approach_id is None else _n.approach_id == approach_id)
    rows = connection.execute(
        select(_n.id, _n.version, _n.approach_id, func.coalesce(_a.name, ""), _n.on_day, _n.by_name, _n.text)
        .select_from(joined)
        .where(which)
        .order_by(_n.on_day.desc(), _n.id.desc())
    )
    wanted = fold(typed).split()
    items = [item for item in (LearnedItem(*row) for row in rows) if _holds(item, wanted)]
    return LearnedPage(offset, len(items), tuple(items[offset : offset + limit]))


def learned(connection: Connection, note_id: int) -> LearnedItem:
    """One note, archived or not. Raises NotFound."""
    row = connection.execute(
        select(_n.id, _n.version, _n.approach_id, func.coalesce(_a.name, ""), _n.on_day, _n.by_name, _n.text)
        .select_from(LEARNED.outerjoin(APPROACH, _n.approach_id == _a.id))
        .where(_n.id == note_id)
    ).one_or_none()
    if row is None:
        raise NotFound(translate("approaches", "That note is no longer there."))
    return LearnedItem(*row)


def _holds(item: LearnedItem, words: Sequence[str]) -> bool:
    """Whether each word stands in the note, its approach or its author: accents and case are let be."""
    text = fold(f"{item.text} {item.approach} {item.by_name}")
    return all(word in text for word in words)


# --- what came of it -------------------------------------------------------------------------------------------------


def compared(connection: Connection, approach_id: int, way: Way, today: date, now: datetime) -> Compared:
    """What came of an approach, in one way of looking at it. Raises NotFound."""
    return compared_item(connection, approach(connection, approach_id), way, today, now)


def compared_item(connection: Connection, item: ApproachItem, way: Way, today: date, now: datetime) -> Compared:
    """The same of an approach that is at hand."""
    sides = weeks_of(item.starts_on, item.ends_on, today, _first_record(connection) or today, way)
    fewest = rules_on(connection, today).fewest_cases
    everybody = way is Way.OTHERS and item.scope.is_everybody
    looking = _Looking(connection, item, sides, way, today, now)
    keys = [key for key in item.measures if key in MEASURES]
    found = tuple(_compared(looking, key, fewest, len(keys)) for key in keys)
    return Compared(item, way, sides, found, fewest, everybody)


def _first_record(connection: Connection) -> date | None:
    """The day of the first visit or referral: before it nobody wrote anything down."""
    days = [
        connection.execute(select(day).where(not_archived(of), day.is_not(None)).order_by(day).limit(1)).scalar()
        for of, day in ((VISIT, v.visit_on), (REFERRAL, r.referral_on))
    ]
    return min((day for day in days if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class _Looking:
    """What is looked at: whose approach, which weeks, when."""

    connection: Connection
    item: ApproachItem
    sides: Sides
    way: Way
    today: date
    now: datetime

    @property
    def spans(self) -> tuple[Weeks, ...]:
        """The weeks to ask for: both sides in one where they follow each other, the week of the change between them."""
        before, after = self.sides.before, self.sides.after
        if self.way is Way.SEASON:
            return (before, after)
        return (Weeks(before.first, (after.last + timedelta(days=1) - before.first).days // 7),)


@dataclass(frozen=True, slots=True)
class _Weekly:
    """A measure week by week in one scope: its readings, and for a median how often each value occurs.

    `wholes` are the readings of whole sides, of shares: a gap that stays open is a case of each of its weeks, but only
    once of all of them together.
    """

    shape: MeasureShape
    readings: Mapping[date, Reading]
    values: Mapping[date, Counter[float]]
    scale: float
    attributed: bool
    wholes: Mapping[Weeks, Reading]

    def sample(self, weeks: Weeks) -> Sample:
        """One side of it."""
        if weeks in self.wholes:
            return Sample((_sum_of(self.wholes[weeks], self.shape),))
        found = [_sum_of(self.readings.get(monday, Reading()), self.shape) for monday in weeks.mondays]
        values = sum((self.values.get(monday, Counter()) for monday in weeks.mondays), Counter[float]())
        return Sample(tuple(found), tuple(values.elements()), self.scale)

    def pending(self, weeks: Weeks) -> int:
        """What of it still waits for its outcome."""
        return sum(reading.pending for reading in self._of(weeks))

    def cases(self, weeks: Weeks) -> int:
        """How many rows a side is made of."""
        if self.shape is MeasureShape.MEDIAN:
            return len(self.sample(weeks).values)
        return sum(reading.cases for reading in self._of(weeks))

    def _of(self, weeks: Weeks) -> list[Reading]:
        if weeks in self.wholes:
            return [self.wholes[weeks]]
        return [self.readings[monday] for monday in weeks.mondays if monday in self.readings]

    def lacks(self) -> str:
        """What is missing, in words."""
        readings = (*self.readings.values(), *self.wholes.values())
        return next((reading.lacks for reading in readings if reading.lacks), "")

    def without(self, others: _Weekly) -> _Weekly:
        """What is left when a part of it is taken away."""
        readings = {
            monday: _less(reading, others.readings.get(monday, Reading())) for monday, reading in self.readings.items()
        }
        values = {monday: counts - others.values.get(monday, Counter()) for monday, counts in self.values.items()}
        wholes = {weeks: _less(reading, others.wholes[weeks]) for weeks, reading in self.wholes.items()}
        return replace(self, readings=readings, values=values, wholes=wholes)


def _sum_of(reading: Reading, shape: MeasureShape) -> WeekSum:
    """A week; of a share that was attributed the cases are the sum of their parts."""
    base = _base(reading)
    return WeekSum(reading.part, base, base if shape is MeasureShape.SHARE else float(reading.cases))


def _less(whole: Reading, part: Reading) -> Reading:
    base = None if whole.base is None and part.base is None else _base(whole) - _base(part)
    return Reading(
        None,
        max(0, whole.cases - part.cases),
        whole.part - part.part,
        base,
        max(0, whole.pending - part.pending),
        whole.lacks,
    )


def _base(reading: Reading) -> float:
    return float(reading.cases) if reading.base is None else reading.base


def _compared(looking: _Looking, key: MeasureKey, fewest: int, measures: int) -> ComparedMeasure:
    definition = MEASURES[key].define()
    scope, sides = looking.item.scope, looking.sides
    nothing = ComparedMeasure(
        definition, Side(sides.before, None, None, 0), Side(sides.after, None, None, 0), few_difference(Few.WEEKS)
    )
    if sides.count == 0:
        return nothing
    try:
        inside = _weekly(looking, definition, scope)
    except RuleBroken as fault:
        return replace(nothing, refused=str(fault))
    before, after = (_side(definition, inside, weeks, scope) for weeks in (sides.before, sides.after))
    samples = [inside.sample(weeks) for weeks in (sides.before, sides.after)]
    others = None
    few = Few.LACKS if inside.lacks() else None
    if looking.way is Way.OTHERS and scope.is_everybody:
        few = Few.EVERYBODY
    elif looking.way is Way.OTHERS:
        outside = _everything(looking, definition).without(inside)
        others = (
            _side(definition, outside, sides.before, scope, outside=True),
            _side(definition, outside, sides.after, scope, outside=True),
        )
        samples += [outside.sample(weeks) for weeks in (sides.before, sides.after)]
    difference = few_difference(few) if few else judged(definition, samples, sides.count, fewest, measures)
    weekly = tuple(_week_values(definition, inside, looking))
    return ComparedMeasure(definition, before, after, difference, others, weekly, inside.attributed, inside.lacks())


def _weekly(looking: _Looking, definition: Definition, scope: Scope) -> _Weekly:
    """The measure's weeks in a scope. Raises RuleBroken where it cannot follow it."""
    readings: dict[date, Reading] = {}
    values: dict[date, Counter[float]] = {}
    scale, attributed = 1.0, False
    for span in looking.spans:
        ask = MeasureAsk(definition.key, scope.asked(span), grain=Grain.WEEK)
        (found,) = measured(looking.connection, (ask,), looking.today, looking.now)
        readings |= {line.begins: line.reading for line in found.lines if line.begins is not None}
        scale = max(scale, _scale(found))
        attributed = attributed or found.attributed
        if definition.shape is MeasureShape.MEDIAN:
            values |= _values(looking, definition.key, ask.asked)
    return _Weekly(definition.shape, readings, values, scale, attributed, _wholes(looking, definition, scope))


def _everything(looking: _Looking, definition: Definition) -> _Weekly:
    """The measure over the whole agency; of a share both sides are enough, whose weeks nobody looks at."""
    wholes = _wholes(looking, definition, Scope())
    if not wholes:
        return _weekly(looking, definition, Scope())
    return _Weekly(definition.shape, {}, {}, 1.0, False, wholes)


def _wholes(looking: _Looking, definition: Definition, scope: Scope) -> dict[Weeks, Reading]:
    """The readings of both sides of a share."""
    if definition.shape is not MeasureShape.SHARE:
        return {}
    sides = (looking.sides.before, looking.sides.after)
    asks = tuple(MeasureAsk(definition.key, scope.asked(weeks)) for weeks in sides)
    found = measured(looking.connection, asks, looking.today, looking.now)
    return {weeks: one.whole for weeks, one in zip(sides, found, strict=True)}


def _scale(found: Measured) -> float:
    """What a ratio is multiplied with, read from its value: 10 for referrals per ten visits."""
    whole = found.whole
    if found.definition.shape is not MeasureShape.RATIO or not whole.value or not whole.part or not whole.base:
        return 1.0
    return whole.value * whole.base / whole.part


def _values(looking: _Looking, key: MeasureKey, asked: MeasureFilter) -> dict[date, Counter[float]]:
    """How often each value of a median occurs, week by week. Raises RuleBroken where only the median is known."""
    measure = MEASURES[key]
    if not isinstance(measure, Counted):
        words = translate("approaches", "{measure} cannot be held against itself week by week.")
        raise RuleBroken(words.format(measure=measure.define().title), "measures")
    asking = Asking(asked, None, Grain.WEEK, scene_of(looking.connection, looking.today), looking.now)
    counts = tallied(looking.connection, measure.rows(asking.span), asking)
    return {
        begins: Counter({length / measure.per: count for length, count in sums.lengths.items()})
        for (_key, begins), sums in counts.at.items()
        if begins is not None
    }


def _side(definition: Definition, weekly: _Weekly, weeks: Weeks, scope: Scope, *, outside: bool = False) -> Side:
    sample = weekly.sample(weeks)
    value = None if weekly.lacks() else value_of(definition.shape, sample)
    adds_up = value is not None and definition.shape is MeasureShape.SUM
    whole = sum(week.part for week in sample.weeks) if adds_up else value
    cases = weekly.cases(weeks)
    return Side(
        weeks, value, whole, cases, weekly.pending(weeks), _behind(definition.key, weeks, scope, outside=outside)
    )


def _behind(key: MeasureKey, weeks: Weeks, scope: Scope, *, outside: bool) -> ReadingBehind | None:
    if not outside:
        return ReadingBehind(key, scope.asked(weeks))
    if not scope.is_of_sources:
        return None
    others = MeasureFilter(weeks.first, weeks.last, not_source_ids=tuple(source.id for source in scope.sources))
    return ReadingBehind(key, others)


def _week_values(definition: Definition, weekly: _Weekly, looking: _Looking) -> Iterator[WeekValue]:
    for span in looking.spans:
        for monday in span.mondays:
            week = Weeks(monday, 1)
            sample = weekly.sample(week)
            reading = weekly.readings.get(monday, Reading())
            behind = ReadingBehind(definition.key, looking.item.scope.asked(week))
            value = None if weekly.lacks() else value_of(definition.shape, sample)
            yield WeekValue(monday, value, reading.cases, behind)
