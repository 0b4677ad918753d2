"""What is held against what when an approach is judged: whole weeks, in words that a person can check.

An approach is compared by whole weeks, Monday to Sunday, so that each side has the same weekdays. The week in which it
began belongs to neither side unless it began on a Monday. Both sides are equally long, at most a year, and no side
reaches back before the first record of the agency: a week that nobody noted is not a week without referrals. How the
difference is judged stands in `hhcrm.queries.approaches_statistics`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.periods import monday_of

MOST_WEEKS = 52
"""A side is a year at most: what came of a change shows near it, and the same season a year before lies before it."""

FEWEST_WEEKS = 6
"""Weeks on each side below which nothing is told: the spread from week to week is not known from fewer. Our choice."""

CONFIDENCE = 0.95
"""Of a hundred such intervals about 95 hold the true difference."""

YEAR = timedelta(weeks=52)
"""A year back on the same weekday."""

MOST_MEASURES = 8
"""So many measures an approach is judged by at most: of many one shows a difference by chance. Our choice."""

COMPARABLE = frozenset(MeasureKey) - {
    MeasureKey.CADENCE_COMPLIANCE,
    MeasureKey.CONCENTRATION,
    MeasureKey.REFERRALS_PER_PRIOR_VISIT,
    MeasureKey.SHARE_OF_POTENTIAL,
    MeasureKey.SOURCE_VALUE,
}
"""The measures of which each week has its own part; the others look back over months, or say how things stand."""

_WEEK = timedelta(weeks=1)


class Way(StrEnum):
    """What the weeks since the change are held against."""

    BEFORE = "before and after"
    SEASON = "same season a year before"
    OTHERS = "with and without"


class Told(StrEnum):
    """What a comparison says."""

    MORE = "more"
    LESS = "less"
    NOT_TOLD = "no difference can be told"
    TOO_FEW = "too few to tell"


class Few(StrEnum):
    """Why it is too few to tell, or why there is nothing to compare."""

    WEEKS = "weeks"
    CASES = "cases"
    STILL = "still"
    EVERYBODY = "everybody"
    LACKS = "lacks"


@dataclass(frozen=True, slots=True)
class Weeks:
    """Whole weeks from a Monday on."""

    first: date
    count: int

    @property
    def last(self) -> date:
        """Its last day, a Sunday."""
        return self.first + self.count * _WEEK - timedelta(days=1)

    @property
    def mondays(self) -> tuple[date, ...]:
        """The first days of its weeks."""
        return tuple(self.first + place * _WEEK for place in range(self.count))


@dataclass(frozen=True, slots=True)
class Sides:
    """The weeks held against each other: as many on both sides, none where there is no whole week on one of them."""

    before: Weeks
    after: Weeks

    @property
    def count(self) -> int:
        """How many weeks each side has."""
        return self.after.count


@dataclass(frozen=True, slots=True)
class WeekSum:
    """A week's part of a measure: the sum above the line, the sum below it (1 where there is none), its cases."""

    part: float
    base: float = 1.0
    cases: float = 0


@dataclass(frozen=True, slots=True)
class Sample:
    """One side of a comparison: its weeks in order, or, for a middle value, its cases' values. `scale` is what a ratio
    is multiplied with (10 for referrals per ten visits)."""

    weeks: tuple[WeekSum, ...] = ()
    values: tuple[float, ...] = ()
    scale: float = 1.0

    @property
    def cases(self) -> float:
        """How many rows it is made of."""
        return len(self.values) if self.values else sum(week.cases for week in self.weeks)


@dataclass(frozen=True, slots=True)
class Interval:
    """From low to high."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies within it, its ends included."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Difference:
    """How far apart two sides are, and how surely.

    `value` is in the measure's unit (a week, for counts and sums), None where one side has none. `interval` holds 95 %;
    `for_all` says whether it would still exclude 0 had it been widened for all the measures looked at together.
    """

    value: float | None
    interval: Interval | None
    told: Told
    few: Few | None = None
    for_all: bool = False


def monday_from(day: date) -> date:
    """The first Monday on or after it."""
    return monday_of(day + timedelta(days=6))


def weeks_of(starts_on: date, ends_on: date | None, today: date, earliest: date, way: Way) -> Sides:
    """The weeks to be held against each other.

    `earliest` is the day of the agency's first record. The weeks after begin with the change and end with the last
    whole week that is over; those before end with the week before the change, or lie 52 weeks back, where way is the
    same season.
    """
    first, begins = monday_from(starts_on), monday_from(earliest)
    over = today if ends_on is None else min(today, ends_on + timedelta(days=1))
    count = min(MOST_WEEKS, max(0, (monday_of(over) - first).days // 7))
    if way is Way.SEASON:
        missing = max(0, (begins - (first - YEAR)).days // 7)
        count = min(count, (monday_of(starts_on) - (first - YEAR)).days // 7)
        count, first = max(0, count - missing), first + missing * _WEEK
        return Sides(Weeks(first - YEAR, count), Weeks(first, count))
    until = monday_of(starts_on)
    count = min(count, max(0, (until - begins).days // 7))
    return Sides(Weeks(until - count * _WEEK, count), Weeks(first, count))


def told_of(interval: Interval) -> Told:
    """What an interval says: where it holds 0 no difference can be told."""
    if interval.holds(0):
        return Told.NOT_TOLD
    return Told.MORE if interval.low > 0 else Told.LESS


def false_alarm(measures: int) -> float:
    """The chance that one of so many measures shows a difference though nothing changed, were they independent."""
    return float(1 - CONFIDENCE**measures)


def confidence_for_all(measures: int) -> float:
    """The confidence of each interval by which all of so many hold together with 95 % (Bonferroni's bound)."""
    return 1 - (1 - CONFIDENCE) / max(1, measures)
