"""What came of an approach.

It rests on the measures as they are defined once: their weekly readings are asked in the scope of the approach, and
judged by `approaches_statistics`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil

from sqlalchemy import Connection

from hhcrm.domain.comparing import Few, Sample, Sides, Way, Weeks, WeekSum, weeks_of
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import Definition, Grain, MeasureKey, MeasureShape
from hhcrm.domain.wording import translate
from hhcrm.queries.approaches import approach
from hhcrm.queries.approaches_judging import few_difference, judged
from hhcrm.queries.approaches_models import ApproachItem, Compared, ComparedMeasure, Scope, Side, WeekValue
from hhcrm.queries.approaches_statistics import value_of
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.measure import Counted, tallied
from hhcrm.queries.measures.measured import measured
from hhcrm.queries.measures.models import MeasureAsk, Measured, Reading, ReadingBehind
from hhcrm.queries.measures.registry import MEASURES
from hhcrm.queries.measures.scene import Asking, records_from, scene_of
from hhcrm.storage.settings import rules_on


def compared(connection: Connection, approach_id: int, way: Way, today: date, now: datetime) -> Compared:
    """What came of an approach, in one way of looking at it. Raises NotFound."""
    return compared_item(connection, approach(connection, approach_id), way, today, now)


def compared_item(connection: Connection, item: ApproachItem, way: Way, today: date, now: datetime) -> Compared:
    """The same of an approach that is at hand."""
    sides = weeks_of(item.starts_on, item.ends_on, today, records_from(connection) or today, way)
    fewest = rules_on(connection, today).fewest_cases
    everybody = way is Way.OTHERS and item.scope.is_everybody
    looking = _Looking(connection, item, sides, way, today, now)
    keys = [key for key in item.measures if key in MEASURES]
    found = tuple(_compared(looking, key, fewest, len(keys)) for key in keys)
    return Compared(item, way, sides, found, fewest, everybody)


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
        divided = others.attributed and self.shape is MeasureShape.SUM
        readings = {
            monday: _less(reading, others.readings.get(monday, Reading()), divided=divided)
            for monday, reading in self.readings.items()
        }
        values = {monday: counts - others.values.get(monday, Counter()) for monday, counts in self.values.items()}
        wholes = {weeks: _less(reading, others.wholes[weeks]) for weeks, reading in self.wholes.items()}
        return replace(self, readings=readings, values=values, wholes=wholes)


def _sum_of(reading: Reading, shape: MeasureShape) -> WeekSum:
    """A week; of a share that was attributed the cases are the sum of their parts."""
    base = _base(reading)
    return WeekSum(reading.part, base, base if shape is MeasureShape.SHARE else float(reading.cases))


def _less(whole: Reading, part: Reading, *, divided: bool = False) -> Reading:
    """What of the whole lies outside a part of it.

    Where the cases of a count were `divided` among visits, one can lie partly inside and partly outside: outside are
    then at least as many as their parts add up to.
    """
    base = None if whole.base is None and part.base is None else _base(whole) - _base(part)
    least = ceil(whole.part - part.part - _ROUNDING) if divided else 0
    return Reading(
        None,
        max(0, least, whole.cases - part.cases),
        whole.part - part.part,
        base,
        max(0, whole.pending - part.pending),
        whole.lacks,
    )


_ROUNDING = 1e-6
"""By which parts that add up to a whole may miss it."""


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
