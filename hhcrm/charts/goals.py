"""One goal as a chart: the value so far, the pace, the target, and where it is heading with its range."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hhcrm.charts.chart import Cell, Chart, Column, Mark, NumbersBehind, Part, Row
from hhcrm.domain.days import say_month_day, short_month
from hhcrm.domain.goals import GoalSpan, adds_up
from hhcrm.domain.measures import MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.goal_models import GoalDetail, GoalPoint, GoalStanding
from hhcrm.queries.goal_words import amount, figure_words, pace_words, period_words, whose_words
from hhcrm.queries.measures.models import ReadingBehind

_NUMBERS = NumbersBehind()
_ACTUAL, _PACE, _TARGET, _AHEAD, _LOW, _HIGH = range(6)


def goal_chart(found: GoalDetail) -> Chart:
    """The way of a goal through its period; a click on the value opens the rows that it is made of."""
    standing = found.standing
    goal, definition = standing.goal, standing.definition
    points = found.points
    scale = 100 if definition.unit is MeasureUnit.SHARE else 1
    return Chart(
        name="goal",
        kind="lines",
        title=f"{definition.title}, {whose_words(goal)}",
        beside=f"{figure_words(standing)}, {pace_words(standing)}",
        period=period_words(goal.span, goal.from_on),
        value_title=_value_title(standing),
        row_title=translate("charts", "end of the month")
        if goal.span is GoalSpan.YEAR
        else translate("charts", "end of the week, and today"),
        parts=_parts(standing),
        rows=tuple(_row(standing, point.day) for point in points),
        marks=tuple(_marks(standing, points, scale)),
        columns=_columns(standing),
        lines=tuple(_line(standing, point, scale) for point in points),
        total=False,
        measures=(goal.measure,),
    )


def _value_title(standing: GoalStanding) -> str:
    unit = standing.definition.unit
    named = {
        MeasureUnit.SHARE: translate("charts", "per cent"),
        MeasureUnit.HOURS: translate("charts", "hours"),
        MeasureUnit.MINUTES: translate("charts", "minutes"),
        MeasureUnit.MILES: translate("charts", "miles"),
        MeasureUnit.DOLLARS: translate("charts", "dollars"),
    }
    since = translate("charts", "since the period began")
    return f"{named.get(unit, standing.definition.title)}, {since}"


def _parts(standing: GoalStanding) -> tuple[Part, ...]:
    unit, target = standing.definition.unit, standing.goal.target
    now = "" if standing.actual.value is None else amount(standing.actual.value, unit)
    sums = adds_up(standing.definition.shape)
    ahead = "" if standing.forecast is None else amount(standing.forecast.value, unit)
    return (
        Part(translate("charts", "so far"), 0, end=now),
        Part(translate("charts", "pace"), None, hollow=True),
        Part(translate("charts", "target"), 5, hatch=".", begin=amount(target, unit) if sums else ""),
        Part(translate("charts", "forecast"), 2, hatch="-", hollow=True, end=ahead),
        Part(translate("charts", "lowest"), 2, hatch="/"),
        Part(translate("charts", "highest"), 2, hatch="x"),
    )


def _row(standing: GoalStanding, day: date) -> Row:
    if day == standing.on and not standing.is_over:
        return Row(translate("charts", "today"))
    return Row(short_month(day.month) if standing.goal.span is GoalSpan.YEAR else say_month_day(day))


def _marks(standing: GoalStanding, points: tuple[GoalPoint, ...], scale: int) -> Iterator[Mark]:
    goal, unit, target = standing.goal, standing.definition.unit, standing.goal.target
    ahead, last = standing.forecast, len(points) - 1
    for place, point in enumerate(points):
        words = _words(standing, point)
        actual = point.actual
        if actual is not None and actual.value is not None:
            behind = ReadingBehind(goal.measure, goal.asked(goal.from_on, point.day))
            yield Mark(place, _ACTUAL, actual.value * scale, words, behind)
        if adds_up(standing.definition.shape):
            yield Mark(place, _PACE, point.pace * scale, words, _NUMBERS)
        yield Mark(place, _TARGET, target * scale, words, _NUMBERS)
        if ahead is not None and point.day == standing.on and actual is not None and actual.value is not None:
            for part in (_AHEAD, _LOW, _HIGH):
                yield Mark(place, part, actual.value * scale, words, _NUMBERS)
        elif ahead is not None and place == last:
            said = translate("charts", "{day}: about {value}, from {low} to {high}").format(
                day=say_month_day(point.day),
                value=amount(ahead.value, unit),
                low=amount(ahead.low, unit),
                high=amount(ahead.high, unit),
            )
            for part, value in ((_AHEAD, ahead.value), (_LOW, ahead.low), (_HIGH, ahead.high)):
                yield Mark(place, part, value * scale, said, _NUMBERS)


def _words(standing: GoalStanding, point: GoalPoint) -> str:
    unit, day = standing.definition.unit, say_month_day(point.day)
    pace = amount(point.pace, unit)
    if point.actual is None:
        return translate("charts", "{day}: the pace is {pace}").format(day=day, pace=pace)
    value = point.actual.value
    if value is None:
        return translate("charts", "{day}: nothing to measure yet, the pace is {pace}").format(day=day, pace=pace)
    words = translate("charts", "{day}: {value}, the pace is {pace}")
    return words.format(day=day, value=amount(value, unit), pace=pace)


def _columns(standing: GoalStanding) -> tuple[Column, ...]:
    return (
        Column("day", translate("charts", "Until")),
        Column("actual", standing.definition.title, (_ACTUAL,)),
        Column("cases", translate("charts", "Cases"), (_ACTUAL,)),
        Column("pace", translate("charts", "Pace"), (_PACE,)),
        Column("target", translate("charts", "Target"), (_TARGET,)),
        Column("forecast", translate("charts", "Forecast"), (_AHEAD,)),
        Column("lowest", translate("charts", "Lowest"), (_LOW,)),
        Column("highest", translate("charts", "Highest"), (_HIGH,)),
    )


def _line(standing: GoalStanding, point: GoalPoint, scale: int) -> tuple[Cell, ...]:
    ahead = standing.forecast if point.day == standing.goal.until_on and point.day > standing.on else None
    actual = point.actual
    value = None if actual is None or actual.value is None else round(actual.value * scale, 1)
    return (
        point.day.isoformat(), value, None if actual is None else actual.cases, round(point.pace * scale, 1),
        round(standing.goal.target * scale, 1),
        *(
            (None, None, None)
            if ahead is None
            else (round(ahead.value * scale, 1), round(ahead.low * scale, 1), round(ahead.high * scale, 1))
        ),
    )  # fmt: skip
