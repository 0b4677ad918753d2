"""Standards: a measure, a comparison and a target, told from what became of referrals (product.md, sections 2, 4, 6).

Pilots, scorecards and goals read them here, so that the same referrals give the same figure everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from fractions import Fraction
from statistics import median
from types import MappingProxyType

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.referrals import Timely, hours_to_decision, hours_to_soc, timely_cms
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Comparison, Measure

RETURN_DAYS = 30
"""A return to hospital counts within so many days of the start of care (product.md, section 4)."""

PROMOTERS_FROM = 9
"""Answers of 9 and 10 count as satisfied."""

MOST_HOURS = 24 * 365
MOST_REFERRALS = 100_000


class Unit(StrEnum):
    """What a measure is counted in."""

    COUNT = "count"
    SHARE = "per cent"
    HOURS = "hours"


class Verdict(StrEnum):
    """How a standard stands."""

    MET = "met"
    NOT_MET = "not met"
    TOO_FEW = "too few to tell"


UNITS: Mapping[Measure, Unit] = MappingProxyType(
    {
        Measure.REFERRALS: Unit.COUNT,
        Measure.ADMISSIONS: Unit.COUNT,
        Measure.HOURS_TO_DECISION: Unit.HOURS,
        Measure.HOURS_TO_SOC: Unit.HOURS,
        **dict.fromkeys(
            (
                Measure.ACCEPTED_SHARE,
                Measure.CONVERSION,
                Measure.DECIDED_WITHIN,
                Measure.STARTED_WITHIN,
                Measure.SAME_DAY_START,
                Measure.TIMELY,
                Measure.LOOP_ON_TIME,
                Measure.SATISFIED,
                Measure.RETURNS_TO_HOSPITAL,
            ),
            Unit.SHARE,
        ),
    }
)

WITH_HOURS = frozenset({Measure.DECIDED_WITHIN, Measure.STARTED_WITHIN})
"""The measures that ask how many within so many hours."""

FEWER_IS_BETTER = frozenset({Measure.HOURS_TO_DECISION, Measure.HOURS_TO_SOC, Measure.RETURNS_TO_HOSPITAL})
"""The measures whose target is usually an upper bound."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a referral says to measures, no patient in it.

    `received` is the instant every clock starts from, `referral_on` its day. `decided_at` is when it was first accepted
    or not admitted; `accepted` and `not_admitted` what became of it. `inpatient` is OASIS M1000. `due_steps` are the
    loop updates due by now (waived ones left out), `on_time_steps` those of them told by their time. `satisfaction` is
    an answer from 0 to 10.
    """

    referral_id: int
    received: datetime
    referral_on: date
    decided_at: datetime | None = None
    accepted: bool = False
    not_admitted: bool = False
    ordered_soc: date | None = None
    discharged_on: date | None = None
    inpatient: bool = False
    soc_on: date | None = None
    soc_at: datetime | None = None
    due_steps: int = 0
    on_time_steps: int = 0
    satisfaction: int | None = None
    readmitted_on: date | None = None

    @property
    def soc(self) -> date | datetime | None:
        """The start of care as exactly as it is known."""
        return self.soc_at or self.soc_on


@dataclass(frozen=True, slots=True)
class Moment:
    """When one looks, and in which zone days are read."""

    now: datetime
    zone: tzinfo

    @property
    def today(self) -> date:
        """The day of looking."""
        return self.now.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Standard:
    """A measure, a comparison and a target in the measure's unit; `within_hours` where the measure asks for it."""

    measure: Measure
    comparison: Comparison
    target: float
    within_hours: float | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be measured. Raises RuleBroken naming the field."""
        if self.measure in WITH_HOURS:
            if self.within_hours is None or not 0 < self.within_hours <= MOST_HOURS:
                raise RuleBroken(translate("pilots", "Say within how many hours, from 1 to 8,760."), "within_hours")
        elif self.within_hours is not None:
            raise RuleBroken(translate("pilots", "This measure does not ask within how many hours."), "within_hours")
        unit = UNITS[self.measure]
        if unit is Unit.SHARE and not 0 <= self.target <= 100:
            raise RuleBroken(translate("pilots", "A target in per cent lies from 0 to 100."), "target")
        if unit is Unit.HOURS and not 0 <= self.target <= MOST_HOURS:
            raise RuleBroken(translate("pilots", "A target in hours lies from 0 to 8,760."), "target")
        if unit is Unit.COUNT and not (0 <= self.target <= MOST_REFERRALS and self.target == int(self.target)):
            raise RuleBroken(translate("pilots", "A target here is a whole number from 0 to 100,000."), "target")

    def holds(self, value: float | Fraction) -> bool:
        """Whether a value lies on the right side of the target; the target itself does."""
        return value >= self.target if self.comparison is Comparison.AT_LEAST else value <= self.target


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure read from referrals.

    `value` is in the measure's unit, None where nothing can be counted yet. `of` are the referrals it was told from
    (each once), `hits` those that count for it. `cases` and `part` are what a share is made of: referrals, or loop
    updates; `missing` are referrals that would count were their dates known.
    """

    measure: Measure
    value: float | None
    cases: int
    part: int
    of: tuple[int, ...]
    hits: tuple[int, ...]
    missing: int = 0
    hours: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a standard stands: its reading, the verdict, and how many more good cases would meet it.

    `more` is None where it is met, or where no further case can.
    """

    standard: Standard
    reading: Reading
    verdict: Verdict
    more: int | None


def reading(standard: Standard, facts: Sequence[Facts], moment: Moment) -> Reading:
    """The measure of a standard over these referrals, as it stands at a moment."""
    measure = standard.measure
    if UNITS[measure] is Unit.COUNT:
        hits = facts if measure is Measure.REFERRALS else [fact for fact in facts if fact.soc_on is not None]
        return Reading(measure, float(len(hits)), len(facts), len(hits), _ids(facts), _ids(hits))
    if UNITS[measure] is Unit.HOURS:
        return _hours(measure, facts, moment.zone)
    if measure is Measure.LOOP_ON_TIME:
        return _loop(facts)
    if measure is Measure.TIMELY:
        return _timely(facts)
    return _share(measure, facts, _asks(standard, moment))


def standing(standard: Standard, facts: Sequence[Facts], moment: Moment, fewest: int) -> Standing:
    """How a standard stands; shares and medians of fewer than `fewest` cases are too few to tell."""
    read = reading(standard, facts, moment)
    counted = UNITS[standard.measure] is Unit.COUNT
    if read.value is None or (not counted and read.cases < fewest):
        return Standing(standard, read, Verdict.TOO_FEW, max(fewest - read.cases, 1))
    if standard.holds(_exact(read)):
        return Standing(standard, read, Verdict.MET, None)
    return Standing(standard, read, Verdict.NOT_MET, _more(standard, read))


def timely_of(fact: Facts) -> Timely | None:
    """Whether a referral's start of care was timely by CMS's measure; None while there was none."""
    if fact.soc_on is None:
        return None
    return timely_cms(fact.soc_on, fact.referral_on, fact.ordered_soc, fact.inpatient, fact.discharged_on)


_Ask = Callable[[Facts], bool | None]
"""Whether a referral counts for a share; None: it is not asked."""


def _asks(standard: Standard, moment: Moment) -> _Ask:
    within, zone = standard.within_hours or 0.0, moment.zone
    asks: Mapping[Measure, _Ask] = {
        Measure.ACCEPTED_SHARE: lambda fact: fact.accepted if fact.accepted or fact.not_admitted else None,
        Measure.CONVERSION: _conversion,
        Measure.DECIDED_WITHIN: lambda fact: _decided_within(fact, within, moment),
        Measure.STARTED_WITHIN: lambda fact: None if fact.soc is None else _to_soc(fact, zone) <= within,
        Measure.SAME_DAY_START: lambda fact: None if fact.soc_on is None else fact.soc_on == fact.referral_on,
        Measure.SATISFIED: lambda fact: None if fact.satisfaction is None else fact.satisfaction >= PROMOTERS_FROM,
        Measure.RETURNS_TO_HOSPITAL: lambda fact: _returned(fact, moment.today),
    }
    return asks[standard.measure]


def _conversion(fact: Facts) -> bool | None:
    if fact.soc_on is not None:
        return True
    return False if fact.not_admitted else None


def _decided_within(fact: Facts, within: float, moment: Moment) -> bool | None:
    """The undecided count as late once their hours are over; before, they are not asked."""
    if fact.decided_at is not None:
        return hours_to_decision(fact.received, fact.decided_at, moment.zone) <= within
    return False if moment.now - fact.received > timedelta(hours=within) else None


def _returned(fact: Facts, today: date) -> bool | None:
    """Asked only once the 30 days are over: asking earlier those alone who came back would tell too bad a share."""
    if fact.soc_on is None:
        return None
    last = fact.soc_on + timedelta(days=RETURN_DAYS)
    if today <= last:
        return None
    return fact.readmitted_on is not None and fact.soc_on <= fact.readmitted_on <= last


def _to_soc(fact: Facts, zone: tzinfo) -> float:
    assert fact.soc is not None
    return hours_to_soc(fact.received, fact.soc, zone)


def _share(measure: Measure, facts: Sequence[Facts], ask: _Ask, missing: int = 0) -> Reading:
    answers = [(fact, answer) for fact in facts if (answer := ask(fact)) is not None]
    hits = [fact for fact, answer in answers if answer]
    asked = [fact for fact, _ in answers]
    value = _percent(len(hits), len(asked))
    return Reading(measure, value, len(asked), len(hits), _ids(asked), _ids(hits), missing)


def _timely(facts: Sequence[Facts]) -> Reading:
    """Timely of those told yes or no; a start of care whose dates are missing stands beside them."""
    found = [timely_of(fact) for fact in facts]
    answer = {Timely.YES: True, Timely.NO: False, Timely.MISSING: None, None: None}
    told = {fact.referral_id: answer[each] for fact, each in zip(facts, found, strict=True)}
    return _share(Measure.TIMELY, facts, lambda fact: told[fact.referral_id], found.count(Timely.MISSING))


def _loop(facts: Sequence[Facts]) -> Reading:
    due = [fact for fact in facts if fact.due_steps]
    cases, part = sum(fact.due_steps for fact in due), sum(fact.on_time_steps for fact in due)
    kept = [fact for fact in due if fact.on_time_steps == fact.due_steps]
    return Reading(Measure.LOOP_ON_TIME, _percent(part, cases), cases, part, _ids(due), _ids(kept))


def _hours(measure: Measure, facts: Sequence[Facts], zone: tzinfo) -> Reading:
    found: list[tuple[Facts, float]] = []
    for fact in facts:
        if measure is Measure.HOURS_TO_SOC and fact.soc is not None:
            found.append((fact, _to_soc(fact, zone)))
        elif measure is Measure.HOURS_TO_DECISION and fact.decided_at is not None:
            found.append((fact, hours_to_decision(fact.received, fact.decided_at, zone)))
    hours, ids = tuple(each for _, each in found), _ids([fact for fact, _ in found])
    return Reading(measure, median(hours) if hours else None, len(hours), len(hours), ids, ids, hours=hours)


def _percent(part: int, cases: int) -> float | None:
    return 100 * part / cases if cases else None


def _exact(read: Reading) -> float | Fraction:
    """The value without rounding: 9 of 10 are exactly 90 per cent."""
    assert read.value is not None
    return Fraction(100 * read.part, read.cases) if UNITS[read.measure] is Unit.SHARE else read.value


def _more(standard: Standard, read: Reading) -> int | None:
    unit, at_least = UNITS[standard.measure], standard.comparison is Comparison.AT_LEAST
    if unit is Unit.COUNT:
        return int(standard.target) - read.part if at_least else None
    if unit is Unit.SHARE:
        return _more_of_share(standard, read, at_least)
    return _more_of_median(standard, read.hours)


def _more_of_share(standard: Standard, read: Reading, at_least: bool) -> int | None:
    """How many more cases, each on the right side, bring the share to its target."""
    target = Fraction(standard.target) / 100
    wanted, unwanted = (target, read.cases - read.part) if at_least else (1 - target, read.part)
    if wanted == 1:
        return None
    # of n cases at most (1 - wanted) may be on the wrong side: n >= unwanted / (1 - wanted)
    return max(-(-unwanted // (1 - wanted)) - read.cases, 1)


def _more_of_median(standard: Standard, hours: Sequence[float]) -> int | None:
    """How many more cases exactly at the target bring the median to it."""
    for more in range(1, len(hours) + 2):
        if standard.holds(median([*hours, *[standard.target] * more])):
            return more
    return None


def _ids(facts: Sequence[Facts]) -> tuple[int, ...]:
    return tuple(fact.referral_id for fact in facts)
