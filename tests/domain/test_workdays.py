"""Federal holidays by rule, and counting working days."""

from __future__ import annotations

from datetime import date, timedelta

import holidays as reference
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.workdays import Calendar, us_calendar, us_federal_holiday_names, us_federal_holidays

YEARS = range(2021, 2061)
CALENDAR = us_calendar(range(2024, 2030))
DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))


def test_the_holidays_of_2026() -> None:
    assert dict(us_federal_holiday_names(2026)) == {
        date(2026, 1, 1): "New Year's Day",
        date(2026, 1, 19): "Birthday of Martin Luther King, Jr.",
        date(2026, 2, 16): "Presidents' Day",
        date(2026, 5, 25): "Memorial Day",
        date(2026, 6, 19): "Juneteenth",
        date(2026, 7, 3): "Independence Day",
        date(2026, 9, 7): "Labor Day",
        date(2026, 10, 12): "Columbus Day",
        date(2026, 11, 11): "Veterans Day",
        date(2026, 11, 26): "Thanksgiving Day",
        date(2026, 12, 25): "Christmas Day",
    }


def test_new_years_day_on_a_saturday_is_observed_in_the_old_year() -> None:
    assert date(2027, 12, 31) in us_federal_holidays(2027)
    assert not any(day.month == 1 and day.day < 4 for day in us_federal_holidays(2028))


def test_a_holiday_on_a_sunday_is_observed_on_monday() -> None:
    assert date(2023, 1, 2) in us_federal_holidays(2023)


def test_juneteenth_is_a_holiday_only_since_2021() -> None:
    assert date(2020, 6, 19) not in us_federal_holidays(2020)


def test_every_weekday_off_agrees_with_an_independent_list() -> None:
    theirs = reference.country_holidays("US", years=list(YEARS))
    expected = {day for day in theirs if day.weekday() < 5 and day.year in YEARS}
    ours = {day for year in YEARS for day in us_federal_holidays(year)}
    assert ours - expected <= {date(year, 12, 31) for year in YEARS}
    assert expected <= ours


def test_weekends_and_holidays_are_not_working_days() -> None:
    assert CALENDAR.is_working(date(2026, 11, 23))
    assert not CALENDAR.is_working(date(2026, 11, 22))
    assert not CALENDAR.is_working(date(2026, 11, 26))


def test_the_next_working_day_after_a_holiday_weekend_is_tuesday() -> None:
    assert CALENDAR.next_working(date(2026, 9, 5)) == date(2026, 9, 8)


@pytest.mark.parametrize(
    ("month", "last"), [(5, date(2026, 5, 29)), (10, date(2026, 10, 30)), (11, date(2026, 11, 30))]
)
def test_the_last_working_day_of_a_month(month: int, last: date) -> None:
    assert CALENDAR.last_working_of_month(2026, month) == last


def test_the_last_working_day_skips_a_holiday_at_the_end() -> None:
    assert Calendar(frozenset({date(2026, 11, 30)})).last_working_of_month(2026, 11) == date(2026, 11, 27)


@given(DAYS)
def test_the_next_working_day_is_the_first_one_not_before(day: date) -> None:
    found = CALENDAR.next_working(day)
    between = (day + timedelta(days=n) for n in range((found - day).days))
    assert CALENDAR.is_working(found)
    assert not any(CALENDAR.is_working(earlier) for earlier in between)


@given(DAYS, st.integers(-10, 900))
def test_working_days_between_agree_with_counting_them(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    counted = sum(CALENDAR.is_working(start + timedelta(days=n)) for n in range(length + 1))
    assert CALENDAR.working_days_between(start, end) == counted


@given(DAYS, st.integers(1, 30))
def test_the_nth_working_day_after_has_n_working_days_up_to_it(day: date, count: int) -> None:
    found = CALENDAR.working_days_after(day, count)
    assert CALENDAR.working_days_between(day + timedelta(days=1), found) == count
