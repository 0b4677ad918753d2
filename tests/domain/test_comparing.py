"""Which weeks are held against each other, and what an interval says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.comparing import (
    MOST_WEEKS,
    Interval,
    Told,
    Way,
    confidence_for_all,
    false_alarm,
    told_of,
    weeks_of,
)
from hhcrm.domain.periods import monday_of

LONG_AGO = date(2020, 1, 1)
_days = st.dates(date(2022, 1, 1), date(2026, 12, 31))


def test_the_week_of_the_change_belongs_to_neither_side() -> None:
    sides = weeks_of(date(2026, 3, 4), None, date(2026, 4, 15), LONG_AGO, Way.BEFORE)  # a Wednesday, and a Wednesday
    assert (sides.after.first, sides.after.last) == (date(2026, 3, 9), date(2026, 4, 12))
    assert (sides.before.first, sides.before.last) == (date(2026, 1, 26), date(2026, 3, 1))
    assert sides.count == 5


def test_a_change_on_a_monday_begins_with_its_own_week() -> None:
    sides = weeks_of(date(2026, 3, 2), None, date(2026, 3, 16), LONG_AGO, Way.BEFORE)
    assert (sides.before.last, sides.after.first, sides.count) == (date(2026, 3, 1), date(2026, 3, 2), 2)


def test_what_ended_is_compared_to_its_end() -> None:
    ended = weeks_of(date(2026, 3, 2), date(2026, 3, 29), date(2026, 11, 1), LONG_AGO, Way.BEFORE)  # ends on a Sunday
    assert (ended.after.last, ended.count) == (date(2026, 3, 29), 4)
    day_less = weeks_of(date(2026, 3, 2), date(2026, 3, 28), date(2026, 11, 1), LONG_AGO, Way.BEFORE)
    assert day_less.count == 3


def test_weeks_before_the_first_record_are_no_empty_weeks() -> None:
    first = date(2026, 2, 5)  # a Thursday: its week is not whole
    sides = weeks_of(date(2026, 3, 2), None, date(2026, 11, 1), first, Way.BEFORE)
    assert (sides.before.first, sides.count) == (date(2026, 2, 9), 3)
    season = weeks_of(date(2026, 3, 2), None, date(2026, 11, 1), date(2025, 6, 2), Way.SEASON)
    assert season.before.first == date(2025, 6, 2)
    assert season.after.first == date(2026, 6, 1)
    assert weeks_of(date(2026, 3, 2), None, date(2026, 5, 1), date(2026, 3, 1), Way.SEASON).count == 0


def test_the_same_season_is_52_weeks_back() -> None:
    sides = weeks_of(date(2026, 3, 2), None, date(2026, 11, 1), LONG_AGO, Way.SEASON)
    assert sides.after.first - sides.before.first == timedelta(days=364)
    assert sides.before.last < date(2026, 3, 2)


@given(_days, st.none() | _days, _days, _days, st.sampled_from(Way))
def test_sides_are_whole_weeks_as_many_on_both_and_before_the_change(
    starts_on: date, ends_on: date | None, today: date, earliest: date, way: Way
) -> None:
    sides = weeks_of(starts_on, ends_on, today, earliest, way)
    assert sides.before.count == sides.after.count
    assert 0 <= sides.count <= MOST_WEEKS
    if sides.count:
        for side in (sides.before, sides.after):
            assert side.first == monday_of(side.first)
            assert side.first >= earliest
            assert len(side.mondays) == side.count
        assert sides.before.last < starts_on <= sides.after.first
        assert sides.after.last < today
        assert ends_on is None or sides.after.last <= ends_on


def test_what_an_interval_says() -> None:
    assert told_of(Interval(0.1, 2)) is Told.MORE
    assert told_of(Interval(-2, -0.1)) is Told.LESS
    assert told_of(Interval(-1, 1)) is Told.NOT_TOLD
    assert told_of(Interval(0, 1)) is Told.NOT_TOLD


def test_the_chance_of_a_false_alarm_grows_with_the_measures() -> None:
    assert false_alarm(1) == pytest.approx(0.05)
    assert false_alarm(5) == pytest.approx(0.2262, abs=1e-4)
    assert confidence_for_all(1) == 0.95
    assert confidence_for_all(5) == pytest.approx(0.99)
