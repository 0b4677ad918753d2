"""What each number of the rules is called, in which unit, between which limits, and where its default comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from hhcrm.domain.cadence import TIER_CADENCES
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

_DAYS = QT_TRANSLATE_NOOP("rules", "days")
_VISITS = QT_TRANSLATE_NOOP("rules", "visits")
_PER_CENT = QT_TRANSLATE_NOOP("rules", "%")
_WEEKS = QT_TRANSLATE_NOOP("rules", "weeks")
_MINUTES = QT_TRANSLATE_NOOP("rules", "minutes")
_TIMES = QT_TRANSLATE_NOOP("rules", "times")
_DOLLARS = QT_TRANSLATE_NOOP("rules", "dollars")
_HOUR = QT_TRANSLATE_NOOP("rules", "o'clock, 24 hours")
_PROVIDERS = QT_TRANSLATE_NOOP("rules", "providers")
_A_MONTH = QT_TRANSLATE_NOOP("rules", "patients a month")
_REFERRALS = QT_TRANSLATE_NOOP("rules", "referrals expected, with urgency")

OURS = QT_TRANSLATE_NOOP("rules", "our choice")
_GUESS = QT_TRANSLATE_NOOP("rules", "our guess")
_FALLS_BACK = QT_TRANSLATE_NOOP("rules", "then the type's cadence holds")
_FIELD = QT_TRANSLATE_NOOP("rules", "what the field does")
_CMS = QT_TRANSLATE_NOOP("rules", "Medicare's own rule")
_USUAL_LEVEL = QT_TRANSLATE_NOOP("rules", "the usual level of such tests")
_ROADS = QT_TRANSLATE_NOOP("rules", "what roads measure")
_ONE_A_MONTH = QT_TRANSLATE_NOOP("rules", "our choice: one a month")
_FORTY_FIVE_DAYS = QT_TRANSLATE_NOOP("rules", "our choice: one in 45 days")
_ONE_PROVIDER = QT_TRANSLATE_NOOP("rules", "our choice: one primary-care provider")


@dataclass(frozen=True, slots=True)
class RuleFact:
    """One number in words; `words`, `unit`, `group` and `source` are translated where they are shown.

    `scale` turns what is kept into what is shown (100 for a share shown in per cent). One that `may_be_blank` is kept
    as 0 where nothing stands in it: then it says nothing.
    """

    name: str
    group: str
    words: str
    unit: str
    least: float
    most: float
    source: str = OURS
    scale: float = 1.0
    number: type = int
    may_be_blank: bool = False


_RHYTHM = QT_TRANSLATE_NOOP("rules", "Rhythm")
_WATERFALL = QT_TRANSLATE_NOOP("rules", "Waterfall")
_CADENCE = QT_TRANSLATE_NOOP("rules", "Cadences")
_CAPACITY = QT_TRANSLATE_NOOP("rules", "Capacity")
_TRAVEL = QT_TRANSLATE_NOOP("rules", "Travel and the planned week")
_LOOP = QT_TRANSLATE_NOOP("rules", "Loop with the referrer")
_WORTH = QT_TRANSLATE_NOOP("rules", "Worth of a source")
_POTENTIAL = QT_TRANSLATE_NOOP("rules", "Potential of a provider")
_MEASURES = QT_TRANSLATE_NOOP("rules", "Measures")
_STANDS_OUT = QT_TRANSLATE_NOOP("rules", "What stands out in a week")
_PRIVACY = QT_TRANSLATE_NOOP("rules", "Privacy")

RULE_FACTS: tuple[RuleFact, ...] = (
    RuleFact("due_window_days", _RHYTHM, QT_TRANSLATE_NOOP("rules", "Due from so long before the day"), _DAYS, 0, 60),
    RuleFact("late_after_days", _RHYTHM, QT_TRANSLATE_NOOP("rules", "Late from so long after the day"), _DAYS, 0, 90),
    RuleFact(
        "prospect_interval_days", _RHYTHM,
        QT_TRANSLATE_NOOP("rules", "Between visits to a prospective source"), _DAYS, 1, 180, _FIELD,
    ),
    RuleFact(
        "visits_to_active", _WATERFALL,
        QT_TRANSLATE_NOOP("rules", "Visits that make a source active, for a new type"), _VISITS, 1, 100, _FIELD,
    ),
    RuleFact(
        "cohort_size", _WATERFALL,
        QT_TRANSLATE_NOOP("rules", "New prospective sources of a liaison each month"),
        QT_TRANSLATE_NOOP("rules", "sources"), 1, 100, _FIELD,
    ),
    RuleFact(
        "share_becomes_active", _WATERFALL,
        QT_TRANSLATE_NOOP("rules", "Prospects that become active, while too few are decided to tell"),
        _PER_CENT, 0, 100, _GUESS, scale=100, number=float,
    ),
    RuleFact(
        "loss_a_month", _WATERFALL,
        QT_TRANSLATE_NOOP("rules", "Active sources lost each month, while too few are known to tell"),
        _PER_CENT, 0, 50, _GUESS, scale=100, number=float,
    ),
    RuleFact(
        "stall_days", _WATERFALL, QT_TRANSLATE_NOOP("rules", "A prospect stalls without a visit for"), _DAYS, 1, 365
    ),
    RuleFact(
        "stall_visits", _WATERFALL,
        QT_TRANSLATE_NOOP("rules", "A prospect stalls after visits without an advance"), _VISITS, 1, 50,
    ),
    RuleFact(
        "default_cadence_days", _CADENCE,
        QT_TRANSLATE_NOOP("rules", "Where nothing else is said"), _DAYS, 7, 180, _FIELD,
    ),
    RuleFact(
        "tier_a_cadence_days", _CADENCE, QT_TRANSLATE_NOOP("rules", "Tier A, where a source has no own"),
        _DAYS, 1, 730, _FALLS_BACK, may_be_blank=True,
    ),
    RuleFact(
        "tier_b_cadence_days", _CADENCE, QT_TRANSLATE_NOOP("rules", "Tier B, where a source has no own"),
        _DAYS, 1, 730, _FALLS_BACK, may_be_blank=True,
    ),
    RuleFact(
        "tier_c_cadence_days", _CADENCE, QT_TRANSLATE_NOOP("rules", "Tier C, where a source has no own"),
        _DAYS, 1, 730, _FALLS_BACK, may_be_blank=True,
    ),
    RuleFact("shortest_cadence_days", _CADENCE, QT_TRANSLATE_NOOP("rules", "The shortest allowed"), _DAYS, 1, 180),
    RuleFact("longest_cadence_days", _CADENCE, QT_TRANSLATE_NOOP("rules", "The longest allowed"), _DAYS, 7, 730),
    RuleFact(
        "top_percent", _CADENCE, QT_TRANSLATE_NOOP("rules", "First share of a liaison's sources (tier A)"),
        _PER_CENT, 1, 99, _FIELD,
    ),
    RuleFact(
        "next_percent", _CADENCE, QT_TRANSLATE_NOOP("rules", "Next share of a liaison's sources (tier B)"),
        _PER_CENT, 1, 99, _FIELD,
    ),
    RuleFact(
        "offered_cadences.0", _CADENCE, QT_TRANSLATE_NOOP("rules", "Offered to the first share by potential"),
        _DAYS, 1, 730, _FIELD,
    ),
    RuleFact(
        "offered_cadences.1", _CADENCE, QT_TRANSLATE_NOOP("rules", "Offered to the next share by potential"),
        _DAYS, 1, 730, _FIELD,
    ),
    RuleFact(
        "offered_cadences.2", _CADENCE, QT_TRANSLATE_NOOP("rules", "Offered to the rest"), _DAYS, 1, 730, _FIELD
    ),
    RuleFact(
        "visit_hours_a_week", _CAPACITY,
        QT_TRANSLATE_NOOP("rules", "Hours of a full working week for visits and drives"),
        QT_TRANSLATE_NOOP("rules", "hours"), 1, 80, number=float,
    ),
    RuleFact(
        "visit_with_drive_minutes", _CAPACITY, QT_TRANSLATE_NOOP("rules", "A visit with the drive to it"),
        QT_TRANSLATE_NOOP("rules", "minutes"), 5, 480,
    ),
    RuleFact(
        "road_factor", _TRAVEL, QT_TRANSLATE_NOOP("rules", "Miles on the road to a mile as the crow flies"),
        QT_TRANSLATE_NOOP("rules", "miles"), 1, 5, _ROADS, number=float,
    ),
    RuleFact(
        "miles_per_hour", _TRAVEL, QT_TRANSLATE_NOOP("rules", "Speed from door to door"),
        QT_TRANSLATE_NOOP("rules", "miles an hour"), 1, 80, number=float,
    ),
    RuleFact(
        "park_minutes", _TRAVEL, QT_TRANSLATE_NOOP("rules", "Parking and walking in, at each visit"), _MINUTES, 0, 60
    ),
    RuleFact(
        "unknown_drive_minutes", _TRAVEL, QT_TRANSLATE_NOOP("rules", "A drive to a place that is not known"),
        _MINUTES, 0, 240,
    ),
    RuleFact(
        "lunch_earliest", _TRAVEL, QT_TRANSLATE_NOOP("rules", "Lunch begins at the earliest (11.5 is 11:30 AM)"),
        _HOUR, 9, 16, number=float,
    ),
    RuleFact(
        "lunch_latest", _TRAVEL, QT_TRANSLATE_NOOP("rules", "Lunch begins at the latest (13.5 is 1:30 PM)"),
        _HOUR, 9, 16, number=float,
    ),
    RuleFact("lunch_minutes", _TRAVEL, QT_TRANSLATE_NOOP("rules", "Lunch takes (0 for none)"), _MINUTES, 0, 120),
    RuleFact(
        "driven_minute_worth", _TRAVEL,
        QT_TRANSLATE_NOOP("rules", "Worth that a minute at the wheel must bring"), _REFERRALS, 0, 1, number=float,
    ),
    RuleFact(
        "loop_received_hours", _LOOP, QT_TRANSLATE_NOOP("rules", "Say that the referral was received within"),
        QT_TRANSLATE_NOOP("rules", "working hours"), 1, 40,
    ),
    RuleFact(
        "loop_decision_days", _LOOP, QT_TRANSLATE_NOOP("rules", "Say what was decided within"),
        QT_TRANSLATE_NOOP("rules", "working days"), 1, 30,
    ),
    RuleFact(
        "loop_soc_days", _LOOP, QT_TRANSLATE_NOOP("rules", "Say that care has started within"),
        QT_TRANSLATE_NOOP("rules", "working days"), 1, 30,
    ),
    RuleFact("loop_outcome_days", _LOOP, QT_TRANSLATE_NOOP("rules", "Say how it went after"), _DAYS, 1, 365),
    RuleFact(
        "clock_warnings_hours.0", _LOOP, QT_TRANSLATE_NOOP("rules", "First warning before start of care is late"),
        QT_TRANSLATE_NOOP("rules", "hours"), 1, 48, _CMS,
    ),
    RuleFact(
        "clock_warnings_hours.1", _LOOP, QT_TRANSLATE_NOOP("rules", "Second warning before start of care is late"),
        QT_TRANSLATE_NOOP("rules", "hours"), 1, 48, _CMS,
    ),
    RuleFact(
        "urgency_on_due_day", _WORTH, QT_TRANSLATE_NOOP("rules", "Urgency on the day a visit is due"),
        _TIMES, 0, 10, number=float,
    ),
    RuleFact(
        "urgency_per_week", _WORTH, QT_TRANSLATE_NOOP("rules", "Urgency added for each week past it"),
        _TIMES, 0, 10, number=float,
    ),
    RuleFact("urgency_most", _WORTH, QT_TRANSLATE_NOOP("rules", "Urgency at most"), _TIMES, 0, 20, number=float),
    RuleFact(
        "urgency_commitment", _WORTH, QT_TRANSLATE_NOOP("rules", "Urgency of a commitment that is due"),
        _TIMES, 0, 10, number=float,
    ),
    RuleFact(
        "urgency_reaches_active", _WORTH, QT_TRANSLATE_NOOP("rules", "Urgency of a visit that makes a source active"),
        _TIMES, 0, 10, number=float,
    ),
    RuleFact(
        "share_without_history", _WORTH,
        QT_TRANSLATE_NOOP("rules", "Share of its potential expected of a type without history"),
        _PER_CENT, 0, 100, scale=100, number=float,
    ),
    RuleFact(
        "high_potential_top", _WORTH, QT_TRANSLATE_NOOP("rules", "Upper part of sources with high potential"),
        _PER_CENT, 1, 100, scale=100, number=float,
    ),
    RuleFact(
        "high_share", _WORTH, QT_TRANSLATE_NOOP("rules", "A share of the potential is high from"),
        _PER_CENT, 1, 100, scale=100, number=float,
    ),
    RuleFact(
        "rethink_visits", _WORTH, QT_TRANSLATE_NOOP("rules", "Rethink after visits without referral and advance"),
        _VISITS, 1, 100,
    ),
    RuleFact("rethink_days", _WORTH, QT_TRANSLATE_NOOP("rules", "Rethink looks back"), _DAYS, 7, 730),
    RuleFact(
        "favourite_visits", _WORTH, QT_TRANSLATE_NOOP("rules", "A favourite is visited in 12 months at least"),
        _VISITS, 1, 366, _ONE_A_MONTH,
    ),
    RuleFact(
        "favourite_providers", _WORTH, QT_TRANSLATE_NOOP("rules", "It cannot send much with providers up to"),
        _PROVIDERS, 1, 50,
    ),
    RuleFact(
        "favourite_potential", _WORTH,
        QT_TRANSLATE_NOOP("rules", "Or, where nobody counted them, with a potential up to"),
        _A_MONTH, 0, 100, _ONE_PROVIDER, number=float,
    ),
    RuleFact(
        "quiet_providers", _WORTH, QT_TRANSLATE_NOOP("rules", "A quiet practice that could send has at least"),
        _PROVIDERS, 2, 1000,
    ),
    RuleFact(
        "quiet_visits", _WORTH, QT_TRANSLATE_NOOP("rules", "It is visited in 12 months at most"),
        _VISITS, 0, 366, _FORTY_FIVE_DAYS,
    ),
    RuleFact(
        "rate_primary_care", _POTENTIAL, QT_TRANSLATE_NOOP("rules", "A primary-care provider could send"),
        _A_MONTH, 0, 100, _GUESS, number=float,
    ),
    RuleFact(
        "rate_geriatrician", _POTENTIAL, QT_TRANSLATE_NOOP("rules", "A geriatrician could send"),
        _A_MONTH, 0, 100, _GUESS, number=float,
    ),
    RuleFact(
        "rate_orthopaedic", _POTENTIAL, QT_TRANSLATE_NOOP("rules", "An orthopaedic provider could send"),
        _A_MONTH, 0, 100, _GUESS, number=float,
    ),
    RuleFact(
        "rate_cardiac", _POTENTIAL, QT_TRANSLATE_NOOP("rules", "A cardiac provider could send"),
        _A_MONTH, 0, 100, _GUESS, number=float,
    ),
    RuleFact(
        "rate_hospitalist", _POTENTIAL, QT_TRANSLATE_NOOP("rules", "A hospitalist could send"),
        _A_MONTH, 0, 100, _GUESS, number=float,
    ),
    RuleFact(
        "fewest_cases", _MEASURES, QT_TRANSLATE_NOOP("rules", "Say the cases instead of a percentage below"),
        QT_TRANSLATE_NOOP("rules", "cases"), 1, 100,
    ),
    RuleFact(
        "attribution_days", _MEASURES, QT_TRANSLATE_NOOP("rules", "A visit counts for a referral within"),
        _DAYS, 1, 730,
    ),
    RuleFact(
        "readmission_days", _MEASURES, QT_TRANSLATE_NOOP("rules", "A return to hospital counts within"),
        _DAYS, 1, 365, _CMS,
    ),
    RuleFact(
        "hourly_cost", _MEASURES, QT_TRANSLATE_NOOP("rules", "What an hour of a liaison costs"), _DOLLARS, 1, 1000,
        QT_TRANSLATE_NOOP("rules", "without it no cost is told"), number=float, may_be_blank=True,
    ),
    RuleFact(
        "revenue_per_admission", _MEASURES, QT_TRANSLATE_NOOP("rules", "What an admission brings on average"),
        _DOLLARS, 1, 1_000_000, QT_TRANSLATE_NOOP("rules", "without it no value is told"), number=float,
        may_be_blank=True,
    ),
    RuleFact(
        "quiet_share", _STANDS_OUT,
        QT_TRANSLATE_NOOP("rules", "A source is quiet beyond this share of its own gaps between referrals"),
        _PER_CENT, 50, 99.9, _USUAL_LEVEL, scale=100, number=float,
    ),
    RuleFact(
        "quiet_history_days", _STANDS_OUT, QT_TRANSLATE_NOOP("rules", "Its own gaps are those of the last"),
        _DAYS, 90, 3650,
    ),
    RuleFact(
        "rising_chance", _STANDS_OUT,
        QT_TRANSLATE_NOOP("rules", "A share has risen when chance makes so much of it at most in"),
        _PER_CENT, 0.1, 50, _USUAL_LEVEL, scale=100, number=float,
    ),
    RuleFact("recent_weeks", _STANDS_OUT, QT_TRANSLATE_NOOP("rules", "What is recent"), _WEEKS, 1, 26),
    RuleFact("weeks_before", _STANDS_OUT, QT_TRANSLATE_NOOP("rules", "It is held against"), _WEEKS, 4, 104),
    RuleFact(
        "most_standing_out", _STANDS_OUT, QT_TRANSLATE_NOOP("rules", "At most so much stands out in one week"),
        QT_TRANSLATE_NOOP("rules", "items"), 1, 30,
    ),
    RuleFact(
        "hide_patient_minutes", _PRIVACY,
        QT_TRANSLATE_NOOP("rules", "Patients are covered once the window was out of sight for"), _MINUTES, 1, 240,
    ),
)  # fmt: skip
"""In the order and the groups in which they are shown. The working day's hours follow the agency's working week."""

_BY_NAME: Mapping[str, RuleFact] = {fact.name: fact for fact in RULE_FACTS}


def shown_value(rules: Rules, fact: RuleFact) -> float:
    """A number as it is shown: a share of 0.15 as 15."""
    name, _, place = fact.name.partition(".")
    value = getattr(rules, name)
    return round(float(value[int(place)] if place else value) * fact.scale, 4)


def default_value(fact: RuleFact) -> float:
    """What the number is unless the agency changes it, as it is shown."""
    return shown_value(DEFAULTS, fact)


def say_value(value: float) -> str:
    """A number without a needless decimal: 5, 0.5, 33.33; a small one in full: 0.005."""
    return (f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.4f}").rstrip("0").rstrip(".") or "0"


def say_rule(fact: RuleFact, value: float) -> str:
    """A number of the rules as its field shows it; nothing where it is left blank."""
    return "" if fact.may_be_blank and value == 0 else say_value(value)


def read_value(fact: RuleFact, text: str) -> float:
    """A number as it is typed. Raises RuleBroken naming the rule."""
    if fact.may_be_blank and not text.strip():
        return 0
    try:
        value = float(text.strip().replace(",", "").removesuffix("%"))
    except ValueError:
        raise RuleBroken(translate("rules", "{text} is not a number.").format(text=text.strip()), fact.name) from None
    if fact.may_be_blank and value == 0:
        return value
    if not fact.least <= value <= fact.most:  # also what is not a number at all, as NaN is
        words = translate("rules", "Give a number from {least} to {most}.")
        raise RuleBroken(words.format(least=say_value(fact.least), most=say_value(fact.most)), fact.name)
    if fact.number is int and value != int(value):
        raise RuleBroken(translate("rules", "Give a whole number."), fact.name)
    return value


def changed_rules(rules: Rules, shown: Mapping[str, float]) -> Rules:
    """The rules with these numbers, given as they are shown. Raises RuleBroken where numbers do not go together."""
    changed: dict[str, Any] = {}
    for key, value in shown.items():
        fact = _BY_NAME.get(key)
        if fact is None:
            raise RuleBroken(translate("rules", "There is no rule {name}.").format(name=key))
        kept = fact.number(read_value(fact, repr(value)) / fact.scale)
        if value == default_value(fact):  # a third is shown as 33.33, and stays a third
            kept = _kept(DEFAULTS, fact)
        name, _, place = key.partition(".")
        if place:
            row = list(changed.get(name, getattr(rules, name)))
            row[int(place)] = kept
            changed[name] = tuple(row)
        else:
            changed[name] = kept
    made = replace(rules, **changed)
    _check_together(made, shown)
    return made


def _kept(rules: Rules, fact: RuleFact) -> Any:
    name, _, place = fact.name.partition(".")
    value = getattr(rules, name)
    return value[int(place)] if place else value


def _check_together(rules: Rules, touched: Mapping[str, float]) -> None:
    """What must hold between numbers; the fault names one of those that were touched."""
    shortest, longest = rules.shortest_cadence_days, rules.longest_cadence_days
    cadences = {"default_cadence_days": rules.default_cadence_days} | {
        f"offered_cadences.{place}": days for place, days in enumerate(rules.offered_cadences)
    }
    of_tiers = {name: getattr(rules, name) for name in TIER_CADENCES.values()}
    for name, days in (cadences | {name: days for name, days in of_tiers.items() if days}).items():
        if not shortest <= days <= longest:
            words = translate("rules", "A cadence lies between the shortest and the longest: {least} to {most} days.")
            culprits = (name, "shortest_cadence_days", "longest_cadence_days")
            raise RuleBroken(words.format(least=shortest, most=longest), _first(culprits, touched))
    if rules.top_percent + rules.next_percent > 100:
        words = translate("rules", "The two shares are more than all sources together.")
        raise RuleBroken(words, _first(("next_percent", "top_percent"), touched))
    if rules.clock_warnings_hours[0] >= rules.clock_warnings_hours[1]:
        words = translate("rules", "The second warning comes after the first.")
        raise RuleBroken(words, _first(("clock_warnings_hours.1", "clock_warnings_hours.0"), touched))
    if rules.lunch_earliest > rules.lunch_latest:
        words = translate("rules", "Lunch cannot begin later at the earliest than at the latest.")
        raise RuleBroken(words, _first(("lunch_latest", "lunch_earliest"), touched))
    if rules.urgency_most < rules.urgency_on_due_day:
        words = translate("rules", "The most cannot be less than on the day itself.")
        raise RuleBroken(words, _first(("urgency_most", "urgency_on_due_day"), touched))


def _first(names: tuple[str, ...], touched: Mapping[str, float]) -> str:
    return next((name for name in names if name in touched), names[0])
