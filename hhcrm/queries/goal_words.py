"""What is said of goals: on Today, on the page of goals and under its chart. No database library here."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.days import say_month, say_month_day, say_year_day
from hhcrm.domain.goals import GoalSpan, GoalVerdict, adds_up
from hhcrm.domain.measures import MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Comparison
from hhcrm.queries.goal_models import GoalItem, GoalStanding
from hhcrm.queries.say import short_day

NOTHING = "\u2013"
_EXACT_BELOW = 10


def amount(value: float, unit: MeasureUnit) -> str:
    """A value in its unit: 1,204; 62 %; 31.5 h; $64; 3.4."""
    if unit is MeasureUnit.SHARE:
        return f"{round(100 * value)} %"
    if unit is MeasureUnit.DOLLARS:
        return f"${value:,.0f}"
    words = {
        MeasureUnit.HOURS: translate("goals", "{number} h"),
        MeasureUnit.MINUTES: translate("goals", "{number} min"),
        MeasureUnit.MILES: translate("goals", "{number} mi"),
    }.get(unit, "{number}")
    whole = value == round(value) or (abs(value) >= _EXACT_BELOW and unit is not MeasureUnit.HOURS)
    return words.format(number=f"{value:,.0f}" if whole else f"{value:,.1f}")


def whose_words(goal: GoalItem) -> str:
    """Dana Whitfield; East; or the agency."""
    return goal.user or goal.team or translate("goals", "Agency")


def period_words(span: GoalSpan, from_on: date) -> str:
    """November 2026, Q4 2026, 2026."""
    if span is GoalSpan.YEAR:
        return str(from_on.year)
    if span is GoalSpan.QUARTER:
        number = (from_on.month - 1) // 3 + 1
        return translate("goals", "Q{number} {year}").format(number=number, year=from_on.year)
    return say_month(from_on)


def target_words(standing: GoalStanding) -> str:
    """At least 40; at most 48 h."""
    side = (
        translate("goals", "at least {target}")
        if standing.goal.comparison is Comparison.AT_LEAST
        else translate("goals", "at most {target}")
    )
    return side.format(target=amount(standing.goal.target, standing.definition.unit))


def actual_words(standing: GoalStanding) -> str:
    """The value, or a dash where there is none."""
    value = standing.actual.value
    return NOTHING if value is None else amount(value, standing.definition.unit)


def figure_words(standing: GoalStanding) -> str:
    """18 of 40; 3 of at most 10; 58 % of at least 60 %."""
    if standing.verdict is GoalVerdict.NOT_BEGUN:
        return target_words(standing)
    sums_up = adds_up(standing.definition.shape) and standing.goal.comparison is Comparison.AT_LEAST
    target = amount(standing.goal.target, standing.definition.unit) if sums_up else target_words(standing)
    return translate("goals", "{actual} of {target}").format(actual=actual_words(standing), target=target)


def verdict_words(standing: GoalStanding) -> str:
    """How it stands, by itself: as a tag."""
    if standing.why and standing.actual.value is None:
        return translate("goals", "Not known")
    levels = not adds_up(standing.definition.shape)
    if levels and standing.verdict in (GoalVerdict.ON_PACE, GoalVerdict.BEHIND):
        on = standing.verdict is GoalVerdict.ON_PACE
        return translate("goals", "On target") if on else translate("goals", "Off target")
    return {
        GoalVerdict.NOT_BEGUN: translate("goals", "Not begun"),
        GoalVerdict.TOO_FEW: translate("goals", "Too few to tell"),
        GoalVerdict.ON_PACE: translate("goals", "On pace"),
        GoalVerdict.BEHIND: translate("goals", "Behind"),
        GoalVerdict.REACHED: translate("goals", "Reached"),
        GoalVerdict.MISSED: translate("goals", "Missed"),
    }[standing.verdict]


def pace_words(standing: GoalStanding) -> str:
    """How far from the pace: 3 behind pace, on pace, 2 ahead of pace; why nothing can be told; or what it came to."""
    goal, verdict = standing.goal, standing.verdict
    if standing.why:
        return standing.why
    if verdict is GoalVerdict.NOT_BEGUN:
        return translate("goals", "begins {day}").format(day=say_year_day(goal.from_on))
    if verdict is GoalVerdict.TOO_FEW:
        return translate("goals", "too few to tell: n = {cases}").format(cases=f"{standing.actual.cases:,}")
    if verdict is GoalVerdict.REACHED:
        return translate("goals", "reached")
    if verdict is GoalVerdict.MISSED:
        return translate("goals", "missed") if standing.is_over else translate("goals", "over the target already")
    return _beside_pace(standing)


def _beside_pace(standing: GoalStanding) -> str:
    assert standing.actual.value is not None
    assert standing.pace is not None
    over = standing.actual.value - standing.pace
    if not adds_up(standing.definition.shape):
        on_target = standing.verdict is GoalVerdict.ON_PACE
        return _beside_target(over, standing.definition.unit, on_target=on_target)
    most = standing.goal.comparison is Comparison.AT_MOST
    far, nothing = amount(float(round(abs(over))), standing.definition.unit), not round(abs(over))
    if standing.verdict is GoalVerdict.BEHIND:
        words = translate("goals", "{far} over pace") if most else translate("goals", "{far} behind pace")
        return translate("goals", "just behind pace") if nothing else words.format(far=far)
    if nothing or (over > 0) == most:
        return translate("goals", "on pace")
    words = translate("goals", "{far} below pace") if most else translate("goals", "{far} ahead of pace")
    return words.format(far=far)


def _beside_target(over: float, unit: MeasureUnit, *, on_target: bool) -> str:
    """Shares, medians and rates have no pace: they are held against the target itself."""
    if amount(abs(over), unit) == amount(0, unit):
        return translate("goals", "on target") if on_target else translate("goals", "just off target")
    far = amount(abs(over), unit)
    if unit is MeasureUnit.SHARE:
        far = translate("goals", "{points} points").format(points=round(100 * abs(over)))
    words = translate("goals", "{far} above the target") if over > 0 else translate("goals", "{far} below the target")
    return words.format(far=far)


def ahead_words(standing: GoalStanding) -> str:
    """Where it is heading: about 36 by Dec 31, from 31 to 41; or that it is too early to tell. Nothing once over."""
    if standing.is_over or not standing.has_begun or standing.why or not standing.foreseen:
        return ""
    ahead, unit = standing.forecast, standing.definition.unit
    if ahead is None:
        return translate("goals", "forecast: too early to tell")
    low, value, high = (amount(_nearest(each, unit), unit) for each in (ahead.low, ahead.value, ahead.high))
    words = translate("goals", "about {value} by {day}, from {low} to {high}")
    if low == high:
        words = translate("goals", "about {value} by {day}")
    return words.format(value=value, day=say_month_day(standing.goal.until_on), low=low, high=high)


def _nearest(value: float, unit: MeasureUnit) -> float:
    """What is expected of a count is said as a whole number."""
    return float(round(value)) if unit in (MeasureUnit.COUNT, MeasureUnit.MINUTES, MeasureUnit.MILES) else value


def line_words(standing: GoalStanding) -> str:
    """A goal in one line: 18 of 40, 3 behind pace; about 36 by Dec 31, from 31 to 41."""
    head = f"{figure_words(standing)}, {pace_words(standing)}"
    ahead = ahead_words(standing)
    return f"{head}; {ahead}" if ahead else head


def days_left_words(standing: GoalStanding, today: date) -> str:
    """How much of the period is left: 5 of 19 working days left, until Nov 30."""
    at = standing.at
    words = translate("goals", "{left} of {all} working days left, until {day}")
    return words.format(left=at.all - at.gone, all=at.all, day=short_day(standing.goal.until_on, today))
