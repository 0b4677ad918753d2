"""Goals: the pace by working days, the verdict, the forecast, the target of the next period."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from math import sqrt
from statistics import mean, pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.goals import (
    Actual,
    Aim,
    Before,
    GoalSpan,
    GoalVerdict,
    Progress,
    check_target,
    day_at,
    first_day,
    forecast,
    last_day,
    pace,
    period_before,
    progress,
    proposed,
    verdict,
    working_days,
    year_before,
)
from hhcrm.domain.measures import MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.words import Comparison
from hhcrm.domain.workdays import Calendar, us_calendar

FEWEST = 5
DAY = timedelta(days=1)
LEAST, MOST = Comparison.AT_LEAST, Comparison.AT_MOST
COUNT = Aim(LEAST, 40.0, MeasureShape.SUM)
SHARE = Aim(LEAST, 0.6, MeasureShape.SHARE, MeasureUnit.SHARE)
HOURS = Aim(MOST, 48.0, MeasureShape.MEDIAN, MeasureUnit.HOURS)
YEARS = us_calendar(range(2023, 2030))

days = st.dates(date(2023, 1, 1), date(2029, 12, 31))
spans = st.sampled_from(GoalSpan)
standings = st.integers(1, 260).flatmap(
    lambda every: st.integers(0, every).flatmap(
        lambda gone: st.integers(max(0, gone - 1), gone).map(lambda before: Progress(gone, before, every))
    )
)
befores = st.lists(
    st.tuples(st.floats(0, 500), st.floats(0, 1)).map(lambda both: Before(both[0], both[0] * both[1])), max_size=5
)


@given(spans, days)
def test_a_period_holds_its_day_and_the_next_begins_where_it_ends(span: GoalSpan, day: date) -> None:
    first = first_day(span, day)
    last = last_day(span, first)
    assert first <= day <= last
    assert (first.day, last.day) == (1, monthrange(last.year, last.month)[1])
    assert (last.year * 12 + last.month) - (first.year * 12 + first.month) + 1 == {"month": 1, "quarter": 3}.get(
        span, 12
    )
    assert period_before(span, first, -1) == last + DAY
    assert last_day(span, period_before(span, first)) == first - DAY
    assert first_day(span, first - DAY) == period_before(span, first)
    assert year_before(first) == first.replace(year=first.year - 1)


def test_the_working_days_of_november_and_of_a_leap_february() -> None:
    november = working_days(YEARS, date(2026, 11, 1), date(2026, 11, 30))
    assert len(november) == 21 - 2  # Veterans Day, Thanksgiving
    assert len(working_days(YEARS, date(2028, 2, 1), date(2028, 2, 29))) == 21 - 1  # Presidents' Day
    off = {date(2026, 11, day) for day in (2, 3, 7, 11)}
    assert len(working_days(YEARS, date(2026, 11, 1), date(2026, 11, 30), off)) == len(november) - 2
    at = progress(november, date(2026, 11, 23))
    assert (at.gone, at.before, at.all) == (15, 14, 19)
    assert pace(COUNT, at) == pytest.approx(40 * 15 / 19)
    assert pace(SHARE, at) == 0.6


def test_who_is_away_all_month_has_a_pace_by_all_its_days() -> None:
    november = [date(2026, 11, 1) + n * DAY for n in range(30)]
    assert working_days(YEARS, november[0], november[-1], set(november)) == tuple(november)
    assert working_days(Calendar(frozenset(november)), november[0], november[-1]) == tuple(november)


@given(spans, days, days, st.sets(days, max_size=8), st.floats(0.01, 1_000))
def test_the_pace_is_counted_day_by_day(span: GoalSpan, day: date, today: date, off: set[date], target: float) -> None:
    first = first_day(span, day)
    last = last_day(span, first)
    found = working_days(YEARS, first, last, off)
    gone = every = 0
    each = first
    while each <= last:
        if each.weekday() < 5 and each not in YEARS.holidays and each not in off:
            every += 1
            gone += each <= today
        each += DAY
    at = progress(found, today)
    if every:
        assert (at.gone, at.all) == (gone, every)
        assert pace(Aim(LEAST, target, MeasureShape.SUM), at) == pytest.approx(target * gone / every)
    assert at.gone == 0 if today < first else True
    assert at.gone == at.all if today >= last else True
    assert 0 <= at.before <= at.gone <= at.before + 1


@given(st.lists(days, min_size=1, max_size=40, unique=True).map(sorted), st.fractions(0, 1))
def test_the_same_part_of_another_period_is_its_day(other: list[date], part: Fraction) -> None:
    found = day_at(other, part)
    gone = sum(day <= found for day in other) if found is not None else 0
    assert Fraction(gone, len(other)) <= part < Fraction(gone + 1, len(other))


def test_how_a_count_stands() -> None:
    half = Progress(10, 9, 20)

    def found(value: float | None, aim: Aim = COUNT, at: Progress = half, over: bool = False) -> GoalVerdict:
        return verdict(aim, Actual(value, int(value or 0)), at, FEWEST, over=over)

    assert found(20) is GoalVerdict.ON_PACE
    assert found(18) is GoalVerdict.ON_PACE  # what yesterday evening asked for; today is not over
    assert found(17) is GoalVerdict.BEHIND
    assert found(40) is GoalVerdict.REACHED
    assert found(0, at=Progress(0, 0, 20)) is GoalVerdict.NOT_BEGUN
    assert found(39, at=Progress(20, 20, 20), over=True) is GoalVerdict.MISSED
    assert found(0, at=Progress(20, 20, 20), over=True) is GoalVerdict.MISSED  # no visit is a 0, not unknown
    assert found(None) is GoalVerdict.TOO_FEW
    few = Aim(MOST, 4.0, MeasureShape.SUM)
    assert found(2, few) is GoalVerdict.ON_PACE
    assert found(3, few) is GoalVerdict.BEHIND
    assert found(5, few) is GoalVerdict.MISSED
    assert found(4, few, Progress(20, 20, 20), over=True) is GoalVerdict.REACHED


def test_a_share_or_median_of_few_cases_is_not_told() -> None:
    half = Progress(10, 9, 20)
    assert verdict(SHARE, Actual(1.0, 4), half, FEWEST, over=True) is GoalVerdict.TOO_FEW
    assert verdict(SHARE, Actual(0.6, 5), half, FEWEST, over=False) is GoalVerdict.ON_PACE
    assert verdict(SHARE, Actual(0.59, 5), half, FEWEST, over=False) is GoalVerdict.BEHIND
    assert verdict(HOURS, Actual(48.0, 5), half, FEWEST, over=True) is GoalVerdict.REACHED
    assert verdict(HOURS, Actual(49.0, 5), half, FEWEST, over=True) is GoalVerdict.MISSED
    assert verdict(HOURS, Actual(None, 0), half, FEWEST, over=True) is GoalVerdict.TOO_FEW


@given(st.sampled_from([COUNT, SHARE, HOURS, Aim(MOST, 40.0, MeasureShape.SUM)]), st.floats(0, 200), standings)
def test_what_is_over_is_reached_or_missed_by_the_target_alone(aim: Aim, value: float, at: Progress) -> None:
    found = verdict(aim, Actual(value, 99), at, FEWEST, over=True)
    good = value >= aim.target if aim.comparison is LEAST else value <= aim.target
    assert found is (GoalVerdict.REACHED if good else GoalVerdict.MISSED)


def test_too_early_to_tell() -> None:
    before = [Before(40, 20), Before(44, 20)]
    assert forecast(COUNT, Actual(3.0, 3), Progress(2, 1, 20), before, FEWEST) is None
    assert forecast(COUNT, Actual(3.0, 3), Progress(3, 2, 20), before, FEWEST) is not None
    assert forecast(COUNT, Actual(8.0, 8), Progress(3, 2, 20), before[:1], FEWEST) is None
    assert forecast(COUNT, Actual(8.0, 8), Progress(4, 3, 20), before[:1], FEWEST) is not None
    assert forecast(COUNT, Actual(4.0, 4), Progress(4, 3, 20), (), FEWEST) is None
    assert forecast(SHARE, Actual(0.5, 4), Progress(10, 9, 20), before, FEWEST) is None
    assert forecast(HOURS, Actual(40.0, 9), Progress(10, 9, 20), (), FEWEST) is None
    assert forecast(HOURS, Actual(None, 0), Progress(10, 9, 20), before, FEWEST) is None


def test_half_way_the_pace_and_the_periods_before_weigh_alike() -> None:
    found = forecast(COUNT, Actual(18.0, 18), Progress(10, 9, 20), [Before(40, 16), Before(38, 18)], FEWEST)
    assert found is not None
    assert found.value == pytest.approx(18 + 0.5 * 18 + 0.5 * mean([24, 20]))
    assert found.low == pytest.approx(38 - sqrt(20))
    assert found.high == pytest.approx(38 + sqrt(20))


@given(st.floats(0, 400), standings, befores)
def test_a_sum_ahead_is_the_blend_counted_plainly(value: float, at: Progress, before: list[Before]) -> None:
    found = forecast(COUNT, Actual(value, int(value)), at, before, FEWEST)
    gone, known = at.gone / at.all, before if len(before) >= 2 else []
    early = at.gone < 3 or (not known and (at.gone * 5 < at.all or int(value) < FEWEST))
    assert (found is None) == early
    if found is None:
        return
    per_day = value / at.gone
    pace_left = per_day * (at.all - at.gone)
    lefts = [one.whole - one.by_then for one in known] or [pace_left]
    left = gone * pace_left + (1 - gone) * mean(lefts)
    assert found.value == pytest.approx(value + left, abs=1e-6)
    assert value <= found.low <= found.value + 1e-9
    assert found.value <= found.high
    apart = sqrt(max(0.0, pvariance(lefts))) * (1 - gone)
    if int(value):
        wide = max(apart, sqrt(left * value / int(value)))
        assert found.high == pytest.approx(value + left + wide, abs=1e-6)
        assert found.low == pytest.approx(max(value, value + left - wide), abs=1e-6)
    if at.gone == at.all:
        assert found.value == pytest.approx(value)


@given(st.floats(0, 1), st.integers(0, 90), standings, st.lists(st.floats(0, 1).map(Before), max_size=5))
def test_a_share_ahead_stays_a_share(value: float, cases: int, at: Progress, before: list[Before]) -> None:
    found = forecast(SHARE, Actual(value, cases), at, before, FEWEST)
    if found is None:
        return
    assert 0 <= found.low <= found.value + 1e-9
    assert found.value <= found.high + 1e-9
    assert found.high <= 1
    gone = at.gone / at.all
    usual = mean([one.whole for one in before]) if len(before) >= 2 else value
    rest = gone * value + (1 - gone) * usual
    assert found.value == pytest.approx(gone * value + (1 - gone) * rest)
    if at.gone == at.all:
        assert [found.low, found.value, found.high] == pytest.approx([value] * 3)


def test_the_next_target_is_a_step_up_from_what_was_done() -> None:
    assert proposed(COUNT, 38.0, 42.0) == 42
    assert proposed(COUNT, 38.0, None) == 40
    assert proposed(COUNT, None, None) == 40
    assert proposed(COUNT, 0.0, 0.0) == 1
    assert proposed(SHARE, 0.99, 1.0) == 1.0
    assert proposed(SHARE, 0.6, None) == 0.63
    assert proposed(HOURS, 52.0, None) == 49.4
    assert proposed(Aim(MOST, 4.0, MeasureShape.SUM), 5.0, 4.0) == 4


@given(
    st.sampled_from([COUNT, SHARE, HOURS]),
    st.none() | st.floats(0, 1),
    st.none() | st.floats(0, 1),
)
def test_a_proposed_target_can_be_set(aim: Aim, last: float | None, year_ago: float | None) -> None:
    measure = MeasureKey.CONVERSION if aim is SHARE else MeasureKey.VISITS
    found = proposed(aim, last, year_ago)
    assert check_target(found, aim.comparison, measure) == found


@pytest.mark.parametrize(
    ("target", "comparison", "measure"),
    [
        (float("nan"), LEAST, MeasureKey.VISITS),
        (float("inf"), LEAST, MeasureKey.VISITS),
        (-1.0, MOST, MeasureKey.VISITS),
        (1_000_001.0, MOST, MeasureKey.VISITS),
        (60.0, LEAST, MeasureKey.CONVERSION),
        (0.0, LEAST, MeasureKey.VISITS),
    ],
)
def test_a_target_that_cannot_be_is_refused(target: float, comparison: Comparison, measure: MeasureKey) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_target(target, comparison, measure)
    assert refused.value.field == "target"
