"""Every chart that the program makes of an agency's data: one line here, and each general rule is tested on it.

`CHARTS` holds for each chart a function of the questions and of a period. What counts the rows behind a mark is
`rows_behind`; a new kind of `Behind` gets its line there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median

from hhcrm.charts import (
    approaches,
    effort,
    goals,
    reasons,
    referrals,
    rhythm,
    scorecard,
    speeds,
    trends,
    week_page,
    worth_board,
)
from hhcrm.charts.chart import Chart, Mark
from hhcrm.domain.comparing import Way
from hhcrm.domain.measures import By, Grain, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.queries.bound import Questions
from hhcrm.queries.goal_models import GoalFilter
from hhcrm.queries.measure_models import GapsBehind, MeasureFilter, VisitsBehind
from hhcrm.queries.measures.models import ReadingBehind
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.trend_models import ReasonsBehind, SpeedAsk, SpeedBehind, TrendAsk
from hhcrm.queries.week_page_models import WeekAsk, WeekPage
from hhcrm.queries.worth_models import WorthAsk

Make = Callable[[Questions, MeasureFilter], Chart]


@dataclass(frozen=True, slots=True)
class Rows:
    """What a click opens: how many rows, and how many of them are meant by a share."""

    total: int
    part: float


def _source_months(ask: Questions, asked: MeasureFilter) -> Chart:
    one = replace(asked, source_id=ask.measured_referrals(asked).sources[0].key)
    return referrals.source_months(ask.measured_referrals(one).months, one)


def _scorecard_months(ask: Questions, asked: MeasureFilter) -> Chart:
    first = ask.measured_referrals(asked).sources[0].key
    return scorecard.months_chart(ask.scorecard(first, asked.from_on, asked.until_on))


def _approach_weeks(ask: Questions, _asked: MeasureFilter) -> Chart:
    compared = ask.approach_compared(ask.approaches()[0].approach_id, Way.BEFORE)
    return approaches.weekly(compared, compared.measures[0])


def _trend(measure: MeasureKey, by: By | None = None, grain: Grain = Grain.MONTH) -> Make:
    def make(ask: Questions, asked: MeasureFilter) -> Chart:
        days = (asked.until_on - asked.from_on).days + 1
        before = replace(
            asked, from_on=asked.from_on - timedelta(days=days), until_on=asked.from_on - timedelta(days=1)
        )
        return trends.trend_chart(ask.trend(TrendAsk(measure, asked, before, before, by, grain)))

    return make


def _speed(measure: MeasureKey, by: By | None = None) -> Make:
    return lambda ask, asked: speeds.speed_chart(ask.speed(SpeedAsk(measure, asked, by)))


def _week(make: Callable[[WeekPage], Chart]) -> Make:
    """The week before the one in which the period ends."""
    return lambda ask, asked: make(
        ask.week_page(WeekAsk(asked.until_on - timedelta(days=asked.until_on.weekday() + 7)))
    )


def _goal(ask: Questions, asked: MeasureFilter) -> Chart:
    """A goal on referrals whose period the other one meets."""
    found = ask.goals_found(GoalFilter(asked.from_on, asked.until_on)).standings
    one = next(one.goal for one in found if one.goal.measure is MeasureKey.REFERRALS)
    return goals.goal_chart(ask.goal_detail(one.goal_id))


CHARTS: dict[str, Make] = {
    "approach-weeks": _approach_weeks,
    "referrals-by-source": lambda ask, asked: referrals.by_source(ask.measured_referrals(asked)),
    "referrals-by-month": lambda ask, asked: referrals.by_month(ask.measured_referrals(asked)),
    "conversion": lambda ask, asked: referrals.by_type(ask.measured_referrals(asked)),
    "conversion-by-month": lambda ask, asked: referrals.conversion(ask.measured_referrals(asked)),
    "effort": lambda ask, asked: effort.visits_beside_referrals(ask.measured_effort(asked)),
    "rhythm": lambda ask, asked: rhythm.rhythm_kept(ask.measured_rhythm(asked)),
    "worth": lambda ask, asked: worth_board.worth_chart(ask.worth_board(WorthAsk(asked))),
    "worth-each": lambda ask, asked: worth_board.worth_chart(ask.worth_board(WorthAsk(asked, rolled=False)), "minutes"),
    "trend": _trend(MeasureKey.REFERRALS),
    "trend-share": _trend(MeasureKey.CONVERSION),
    "trend-median": _trend(MeasureKey.HOURS_TO_SOC),
    "trend-sum": _trend(MeasureKey.MILES),
    "trend-week": _trend(MeasureKey.VISITS, grain=Grain.WEEK),
    "trend-few": _trend(MeasureKey.REFERRALS, By.LIAISON),
    "trend-many": _trend(MeasureKey.REFERRALS, By.SOURCE_TYPE),
    "speed": _speed(MeasureKey.HOURS_TO_SOC),
    "speed-split": _speed(MeasureKey.HOURS_TO_DECISION, By.LIAISON),
    "reasons": lambda ask, asked: reasons.reasons_chart(ask.not_admitted_reasons(asked)),
    "reasons-by-month": lambda ask, asked: reasons.reasons_by_month(ask.not_admitted_reasons(asked), asked.until_on),
    "week-referrals": _week(week_page.referrals_chart),
    "week-visits": _week(week_page.visits_chart),
    "goal": _goal,
    "source-months": _source_months,
    "scorecard-months": _scorecard_months,
}
"""By the name of the chart."""


def rows_behind(ask: Questions, mark: Mark) -> Rows:
    """Count the rows that a click on a mark opens, asking as the place asks that shows them."""
    behind = mark.behind
    if isinstance(behind, ReferralFilter):
        total = ask.referral_counts(behind).shown
        if behind.outcome is not None:
            return Rows(total, total)
        admitted = ask.referral_counts(replace(behind, outcome="admitted")).shown
        return Rows(admitted + ask.referral_counts(replace(behind, outcome="not admitted")).shown, admitted)
    if isinstance(behind, VisitsBehind):
        total = ask.visits_behind(behind, 0, 1).total
        return Rows(total, total)
    if isinstance(behind, GapsBehind):
        return Rows(ask.gaps_behind(behind, 0, 1).total, ask.gaps_behind(replace(behind, kept=True), 0, 1).total)
    if isinstance(behind, ReadingBehind):
        total = ask.reading_behind(behind, 0, 0).total
        lines = ask.reading_behind(behind, 0, total).lines
        assert len(lines) == total
        return Rows(total, sum(line.counted for line in lines))
    if isinstance(behind, SpeedBehind | ReasonsBehind):
        total = ask.cases_behind(behind, 0, 1).total
        return Rows(total, total)
    raise AssertionError(f"{mark.words}: nothing counts the rows of {behind}")


def _of_reading(ask: Questions, behind: ReadingBehind) -> float:
    """What the rows of a reading come to by the shape of its measure; a length or amount is their last cell."""
    (definition,) = (one for one in ask.definitions() if one.key == behind.measure)
    lines = ask.reading_behind(behind, 0, 10_000).lines
    if definition.shape is MeasureShape.SHARE:
        return sum(line.counted for line in lines) / len(lines)
    last = [float(line.cells[-1]) for line in lines if isinstance(line.cells[-1], int | float)]
    if definition.shape is MeasureShape.MEDIAN:
        return median(last)
    return len(lines) if definition.unit is MeasureUnit.COUNT else sum(last)


def number_of(ask: Questions, chart: Chart, mark: Mark) -> float:
    """The number that the rows behind a mark come to."""
    if isinstance(mark.behind, ReadingBehind):
        return _of_reading(ask, mark.behind)
    if chart.kind == "percent":
        rows = rows_behind(ask, mark)
        return rows.part / rows.total
    if isinstance(mark.behind, ReferralFilter) and mark.behind.outcome is None:
        return ask.referral_counts(mark.behind).shown
    return rows_behind(ask, mark).total


PERIODS = (
    (date(2025, 11, 24), date(2026, 11, 23)),
    (date(2026, 7, 10), date(2026, 10, 5)),
)
"""A whole year, and one that begins and ends within a month."""
