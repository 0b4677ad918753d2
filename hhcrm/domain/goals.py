"""Goals: where the pace should be today, where the period is heading, and whether it was reached.

The working days of a period carry it: a count or a sum of 40 over 20 working days asks for 2 a day, so that holidays
and a person's time off ask for nothing. Shares, medians and rates ask for their target on every day.

**Forecast.** What is still to come is told from two things: what the period's own pace would bring on the working days
left, and what the periods before brought after the same part of their working days. The first weighs as much as the
part of the working days gone, the second the rest: at the beginning the periods before say nearly all, at the end the
pace does. Shares, medians and rates are blended likewise: what stands now for the part gone, and for the part left a
mixture of what stands now and the mean of the periods before. The range beside it is one standard deviation to either
side: the larger of how far the periods before lie apart and of what chance alone moves so many cases by (the square
root of a count, the binomial of a share); it holds about two times in three.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from math import floor, isfinite, sqrt
from statistics import fmean, pstdev

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.periods import month_end, shifted
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Comparison
from hhcrm.domain.workdays import Calendar

_DAY = timedelta(days=1)

LARGEST_TARGET = 1_000_000.0

PERIODS_BEFORE = 4
"""So many periods before are asked for a forecast."""

FEWEST_BEFORE = 2
"""With fewer periods before, a forecast rests on the period's own pace alone."""

FEWEST_DAYS = 3
"""Working days that must be gone before anything is forecast."""

ALONE_FROM = Fraction(1, 5)
"""The part of the working days that must be gone before the period's own pace alone is enough for a forecast."""

STEP_UP = 0.05
"""A proposed target asks for so much more than what was done."""

OFFERED_DAYS = 15
"""For so many days a new period's goals are asked for on Today."""


class GoalSpan(StrEnum):
    """How long a goal lasts."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {GoalSpan.MONTH: 1, GoalSpan.QUARTER: 3, GoalSpan.YEAR: 12}


class GoalVerdict(StrEnum):
    """How a goal stands; in a running period `reached` and `missed` are what can no longer change."""

    NOT_BEGUN = "not begun"
    TOO_FEW = "too few to tell"
    ON_PACE = "on pace"
    BEHIND = "behind"
    REACHED = "reached"
    MISSED = "missed"


# --- the period ------------------------------------------------------------------------------------------------------


def first_day(span: GoalSpan, day: date) -> date:
    """The first day of the month, quarter or year that holds a day."""
    months = _MONTHS[span]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def last_day(span: GoalSpan, from_on: date) -> date:
    """The last day of the period that begins on a day."""
    return month_end(shifted(from_on, _MONTHS[span] - 1))


def period_before(span: GoalSpan, from_on: date, back: int = 1) -> date:
    """The first day of the period so many before; with a negative number one after."""
    return shifted(from_on, -back * _MONTHS[span])


def year_before(from_on: date) -> date:
    """The first day of the same period a year before."""
    return shifted(from_on, -12)


def working_days(calendar: Calendar, first: date, last: date, off: Collection[date] = ()) -> tuple[date, ...]:
    """The days from one to another, both included, on which somebody works; all of them where there is none.

    A month that somebody is away from end to end still has a pace: by all its days.
    """
    days = [first + n * _DAY for n in range((last - first).days + 1)]
    return tuple(day for day in days if calendar.is_working(day) and day not in off) or tuple(days)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many working days of a period are gone, today's counted, of how many; `before` without today's."""

    gone: int
    before: int
    all: int

    @property
    def part(self) -> Fraction:
        """The part of the working days that is gone, 0 to 1."""
        return Fraction(self.gone, self.all)

    @property
    def part_before(self) -> Fraction:
        """The part that was gone yesterday evening."""
        return Fraction(self.before, self.all)


def progress(days: Sequence[date], today: date) -> Progress:
    """Where today stands in these working days, of which there is one at least."""
    return Progress(sum(day <= today for day in days), sum(day < today for day in days), len(days))


def day_at(days: Sequence[date], part: Fraction) -> date | None:
    """The last of these working days that is gone when such a part of them is; None where none is."""
    gone = floor(part * len(days))
    return days[gone - 1] if gone else None


# --- what is asked ---------------------------------------------------------------------------------------------------


def adds_up(shape: MeasureShape) -> bool:
    """Whether a measure grows day by day: counts and sums do, shares, medians and rates do not."""
    return shape is MeasureShape.SUM


@dataclass(frozen=True, slots=True)
class Aim:
    """What a goal asks for: a comparison and a target, of a measure of some shape and unit."""

    comparison: Comparison
    target: float
    shape: MeasureShape
    unit: MeasureUnit = MeasureUnit.COUNT

    def holds(self, value: float) -> bool:
        """Whether a value lies on the right side of the target; the target itself does."""
        return value >= self.target if self.comparison is Comparison.AT_LEAST else value <= self.target


SHARES = frozenset(
    {
        MeasureKey.CONVERSION, MeasureKey.ACCEPTED_SHARE, MeasureKey.TIMELY, MeasureKey.WITHIN_48_HOURS,
        MeasureKey.LOOP_ON_TIME, MeasureKey.COMMITMENTS_KEPT, MeasureKey.ADVANCES_PER_VISIT, MeasureKey.ASK_RATE,
        MeasureKey.RHYTHM_KEPT,
        MeasureKey.CADENCE_COMPLIANCE, MeasureKey.SHARE_OF_POTENTIAL, MeasureKey.CONCENTRATION,
    }
)  # fmt: skip
"""The measures whose target is a share, kept as 0 to 1; a test holds them to the measures' definitions."""


def check_target(target: float, comparison: Comparison, measure: MeasureKey) -> float:
    """The target as it is stored. Raises RuleBroken naming the field."""
    if not isfinite(target) or not 0 <= target <= LARGEST_TARGET:
        raise RuleBroken(translate("goals", "A target is a number from 0 to a million."), "target")
    if measure in SHARES and target > 1:
        raise RuleBroken(translate("goals", "A target in per cent lies from 0 to 100."), "target")
    if target == 0 and comparison is Comparison.AT_LEAST:
        raise RuleBroken(translate("goals", "At least 0 is always reached. Say more than 0."), "target")
    return target


@dataclass(frozen=True, slots=True)
class Actual:
    """What was measured: the value, None where there is nothing to say it from, and of how many cases."""

    value: float | None
    cases: int


def pace(aim: Aim, at: Progress) -> float:
    """Where the value should be by the end of today: the target's part, or the target itself."""
    return float(aim.target * at.part) if adds_up(aim.shape) else aim.target


def verdict(aim: Aim, actual: Actual, at: Progress, fewest: int, *, over: bool) -> GoalVerdict:
    """How a goal stands. On pace is what has done what yesterday evening asked for.

    `fewest` cases are needed for a share or a median; `over` says that the period has ended. A sum that may only grow
    is reached, or has gone too far, before its period ends.
    """
    if at.gone == 0 and not over:
        return GoalVerdict.NOT_BEGUN
    sums = adds_up(aim.shape)
    value = actual.value
    if value is None or (not sums and aim.shape is not MeasureShape.RATIO and actual.cases < fewest):
        return GoalVerdict.TOO_FEW
    good = aim.holds(value)
    if over:
        return GoalVerdict.REACHED if good else GoalVerdict.MISSED
    if not sums:
        return GoalVerdict.ON_PACE if good else GoalVerdict.BEHIND
    if aim.comparison is Comparison.AT_LEAST:
        if good:
            return GoalVerdict.REACHED
        return GoalVerdict.ON_PACE if value >= float(aim.target * at.part_before) else GoalVerdict.BEHIND
    if not good:
        return GoalVerdict.MISSED
    return GoalVerdict.ON_PACE if value <= float(aim.target * at.part) else GoalVerdict.BEHIND


# --- the forecast ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Before:
    """A period before: its value at its end, and at the same part of its working days as is gone now."""

    whole: float
    by_then: float = 0.0

    @property
    def after(self) -> float:
        """What it still brought after that day."""
        return self.whole - self.by_then


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a period is heading: the value at its end, and a plain range that holds about two times in three."""

    low: float
    value: float
    high: float


def forecast(aim: Aim, actual: Actual, at: Progress, before: Sequence[Before], fewest: int) -> Forecast | None:
    """The value at the period's end; None while it is too early to tell."""
    known = before if len(before) >= FEWEST_BEFORE else ()
    if actual.value is None or at.gone < FEWEST_DAYS or (not known and at.part < ALONE_FROM):
        return None
    if adds_up(aim.shape):
        return _sum_ahead(actual, actual.value, at, known, fewest)
    if actual.cases < fewest or (not known and aim.shape is not MeasureShape.SHARE):
        return None
    return _level_ahead(aim, actual, actual.value, at, known)


def _sum_ahead(actual: Actual, value: float, at: Progress, before: Sequence[Before], fewest: int) -> Forecast | None:
    if not before and actual.cases < fewest:
        return None
    gone = float(at.part)
    by_pace = value * (1 - gone) / gone
    rests = [one.after for one in before] or [by_pace]
    rest = gone * by_pace + (1 - gone) * fmean(rests)
    a_case = value / actual.cases if actual.cases else 1.0
    by_chance = sqrt(rest * a_case) if rest > 0 else 0.0
    width = max(by_chance, (1 - gone) * pstdev(rests))
    return Forecast(max(value, value + rest - width), value + rest, value + rest + width)


def _level_ahead(aim: Aim, actual: Actual, value: float, at: Progress, before: Sequence[Before]) -> Forecast:
    gone = float(at.part)
    wholes = [one.whole for one in before] or [value]
    rest = gone * value + (1 - gone) * fmean(wholes)
    ahead = gone * value + (1 - gone) * rest
    width = pstdev(wholes)
    if aim.shape is MeasureShape.SHARE and gone < 1:
        cases = actual.cases * (1 - gone) / gone
        width = max(width, sqrt(rest * (1 - rest) / cases)) if 0 < rest < 1 else width
    width *= 1 - gone
    most = 1.0 if aim.unit is MeasureUnit.SHARE else ahead + width
    return Forecast(max(0.0, ahead - width), ahead, min(most, ahead + width))


# --- the next period -------------------------------------------------------------------------------------------------


def proposed(aim: Aim, last: float | None, year_ago: float | None) -> float:
    """A target for the next period: the mean of the last one's figure and last year's, a twentieth better.

    Without figures it is the last target. It is rounded as people say such numbers: a whole number of a count, whole
    per cent of a share, else three figures; a target to be reached never falls to 0.
    """
    known = [value for value in (last, year_ago) if value is not None]
    if not known:
        return aim.target
    way = 1 if aim.comparison is Comparison.AT_LEAST else -1
    found = fmean(known) * (1 + way * STEP_UP)
    if aim.unit is MeasureUnit.SHARE:
        found = round(min(found, 1.0), 2)
        least = 0.01
    elif aim.unit in (MeasureUnit.COUNT, MeasureUnit.MINUTES, MeasureUnit.MILES) and adds_up(aim.shape):
        found = float(-floor(-found)) if way > 0 else float(floor(found))
        least = 1.0
    else:
        found, least = float(f"{found:.3g}"), 0.1
    return max(found, least) if aim.comparison is Comparison.AT_LEAST else found
