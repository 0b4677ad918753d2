"""Whether the visits that the cadences ask for fit, and what to change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.capacity import (
    Advice,
    Away,
    Change,
    Load,
    Means,
    Rhythm,
    Seen,
    free_days,
    grouped,
    means_of,
    prospects_in,
    stretch,
    tighten,
    visits_asked,
    visits_due,
    visits_possible,
)
from hhcrm.domain.periods import monday_of
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.workdays import Calendar, us_calendar

TODAY = date(2026, 11, 23)
CALENDAR = us_calendar(range(2026, 2029))
MEANS = Means(18.0, 45.0)

days = st.dates(date(2026, 1, 1), date(2028, 12, 31))  # 2028 has a 29 February
weekdays = st.frozensets(st.integers(0, 6), min_size=1)
calendars = st.builds(Calendar, st.frozensets(days, max_size=40), weekdays)
away = st.lists(st.builds(lambda day, length: Away(day, day + timedelta(days=length)), days, st.integers(0, 40)))
seen = st.lists(
    st.builds(Seen, st.integers(1, 10_000), st.integers(7, 180), st.floats(0, 12)),
    max_size=40,
    unique_by=lambda each: each.source_id,
)
rhythms = st.lists(st.builds(Rhythm, st.integers(7, 180), st.none() | days, st.integers(1, 9)), max_size=12)


def test_three_working_days_hold_about_fourteen_visits() -> None:
    loads = [Load(0, visits_possible(free, MEANS, Calendar())) for free in (0, 1, 3, 5)]
    assert [load.fits for load in loads] == [0, 5, 14, 24]


def test_thanksgiving_week_has_four_federal_working_days_and_fewer_with_time_off() -> None:
    assert free_days(CALENDAR, (), TODAY) == 4
    assert free_days(CALENDAR, (Away(date(2026, 11, 20), date(2026, 11, 24)),), TODAY) == 2
    assert free_days(CALENDAR, (Away(TODAY, TODAY + timedelta(days=30)),), TODAY) == 0


def test_the_week_of_a_leap_day_and_of_the_new_year_are_weeks_like_others() -> None:
    assert free_days(CALENDAR, (), monday_of(date(2028, 2, 29))) == 5
    assert free_days(CALENDAR, (), monday_of(date(2026, 12, 31))) == 4
    assert monday_of(date(2027, 1, 1)) == date(2026, 12, 28)


def test_a_full_week_is_that_of_the_agency() -> None:
    four_days = Calendar(frozenset(), frozenset({0, 1, 2, 3}))
    assert visits_possible(4, MEANS, four_days) == visits_possible(5, MEANS, Calendar()) == 24


def test_too_few_visits_leave_the_minutes_to_the_rule() -> None:
    assert means_of(None, 0.0, 0) == Means(18.0, 45.0)
    assert means_of(20.0, 31.0, DEFAULTS.fewest_cases - 1) == Means(20.0, 45.0, own_hours=True)
    assert means_of(20.0, 31.0, 60) == Means(20.0, 31.0, own_hours=True, measured=60)
    assert means_of(0.0, 31.0, 60).hours_a_week == 0.0


@given(calendars, away, days)
def test_free_days_are_never_below_zero_nor_above_the_working_days(
    calendar: Calendar, off: list[Away], day: date
) -> None:
    monday = monday_of(day)
    free = free_days(calendar, off, monday)
    working = calendar.working_days_between(monday, monday + timedelta(days=6))
    assert 0 <= free <= working <= len(calendar.weekdays)
    assert free_days(calendar, (), monday) == working
    assert 0 <= visits_possible(free, MEANS, calendar) <= MEANS.hours_a_week * 60 / MEANS.minutes_a_visit + 1e-6


@given(calendars, away, days, st.integers(1, 30))
def test_the_weeks_of_a_span_hold_each_of_its_working_days_once(
    calendar: Calendar, off: list[Away], day: date, weeks: int
) -> None:
    monday = monday_of(day)
    span = [monday + timedelta(days=n) for n in range(7 * weeks)]
    there = sum(calendar.is_working(each) and not any(one.covers(each) for one in off) for each in span)
    assert sum(free_days(calendar, off, each) for each in span[::7]) == there


@given(rhythms)
def test_what_is_asked_for_adds_up(found: list[Rhythm]) -> None:
    assert visits_asked(found) == pytest.approx(sum(visits_asked([each]) for each in found))
    assert visits_asked(found) >= 0


@given(rhythms, calendars.filter(lambda one: len(one.holidays) < 6), days)
def test_visits_fall_due_about_as_often_as_is_asked_for(found: list[Rhythm], calendar: Calendar, day: date) -> None:
    weeks = 60
    due = visits_due(found, calendar, monday_of(day), weeks, day)
    assert len(due) == weeks
    assert all(count >= 0 for count in due)
    for each in found:
        mine = sum(visits_due([each], calendar, monday_of(day), weeks, day))
        # A due day moves to the next working day, so that a visit never comes sooner than its cadence.
        assert mine <= each.sources * (1 + weeks * 7 / each.cadence_days)
        if each.due_on is None:
            assert mine == 0
    assert sum(due) == sum(sum(visits_due([each], calendar, monday_of(day), weeks, day)) for each in found)


def test_what_is_overdue_is_due_this_week_and_a_cadence_after_it() -> None:
    late = Rhythm(30, date(2026, 10, 1))
    assert visits_due([late], Calendar(), TODAY, 6, TODAY) == (1, 0, 0, 0, 1, 0)
    later = Rhythm(30, date(2026, 12, 12), sources=3)  # a Saturday
    assert visits_due([later], Calendar(), TODAY, 5, TODAY) == (0, 0, 0, 3, 0)
    assert visits_due([late], Calendar(), TODAY - timedelta(weeks=2), 2, TODAY) == (0, 0)


@given(st.floats(0, 500), st.floats(0, 500))
def test_more_than_fits_is_said_only_where_more_is_asked_for(asked: float, possible: float) -> None:
    load = Load(asked, possible)
    assert load.over == 0 or asked > possible
    assert load.room == 0 or asked < possible
    assert load.over - load.room == load.asks - load.fits
    assert load.over == 0 or load.room == 0


# --- what to change ---------------------------------------------------------------------------------------------------


def test_the_least_worth_a_visit_is_stretched_first() -> None:
    sources = [Seen(1, 30, 2.0), Seen(2, 30, 0.1), Seen(3, 30, 0.2), Seen(4, 30, 1.0)]
    advice = stretch(sources, 0.15)
    assert advice == Advice((Change(2, 30, 45, 0.1), Change(3, 30, 45, 0.2)))
    assert grouped(advice.changes) == {(30, 45): 2}
    assert advice.visits == pytest.approx(2 * (7 / 30 - 7 / 45))


def test_beyond_the_cadences_offered_it_goes_half_as_far_again_at_most_until_all_have_gone() -> None:
    nobody_sends = [Seen(number, 60, 0.0) for number in range(1, 4)]
    assert {each.to_days for each in stretch(nobody_sends, 0.1).changes} == {90}
    all_of_them = stretch(nobody_sends, 5.0)
    assert {each.to_days for each in all_of_them.changes} == {180}
    assert all_of_them.left == pytest.approx(5.0 - 3 * (7 / 60 - 7 / 180))
    assert stretch([], 2.0) == Advice((), 2.0)
    assert stretch(nobody_sends, 0.0) == Advice()


@given(seen, st.floats(0, 30))
def test_stretching_spares_what_is_asked_or_says_what_is_left(sources: list[Seen], too_many: float) -> None:
    advice = stretch(sources, too_many)
    assert advice.visits + advice.left >= too_many - 1e-6
    by_id = {each.source_id: each for each in sources}
    for change in advice.changes:
        assert by_id[change.source_id].cadence_days == change.from_days < change.to_days
        assert change.to_days <= DEFAULTS.longest_cadence_days
        # Nothing is stretched that need not be.
        assert advice.left > 0 or advice.visits - change.visits < too_many
    worths = [change.expected * change.from_days for change in advice.changes]
    assert worths == sorted(worths)


@given(seen, st.floats(0, 30))
def test_what_is_seen_more_often_fits_into_the_room(sources: list[Seen], room: float) -> None:
    advice = tighten(sources, room, 30)
    assert -advice.visits <= room + 1e-6
    assert all(change.to_days == 30 < change.from_days for change in advice.changes)


def test_room_for_prospects_counts_each_until_it_is_decided_about() -> None:
    assert [prospects_in(room) for room in (-1, 0, 1, 1.2, 6)] == [0, 0, 0, 1, 5]
    assert prospects_in(6, replace(DEFAULTS, visits_to_active=10)) == 2
