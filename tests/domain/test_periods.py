"""Periods, and what they are held against."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.periods import Against, Period, Span, month_end, months_of, period_of, shifted

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        (Span.THIS_MONTH, date(2026, 11, 1), TODAY),
        (Span.LAST_MONTH, date(2026, 10, 1), date(2026, 10, 31)),
        (Span.THIS_QUARTER, date(2026, 10, 1), TODAY),
        (Span.LAST_QUARTER, date(2026, 7, 1), date(2026, 9, 30)),
        (Span.THIS_YEAR, date(2026, 1, 1), TODAY),
        (Span.LAST_YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        (Span.TWELVE_MONTHS, date(2025, 11, 24), TODAY),
    ],
)
def test_a_period_as_it_stands_today(span: Span, start: date, end: date) -> None:
    assert period_of(span, TODAY) == Period(span, start, end)


@pytest.mark.parametrize(
    ("span", "what", "start", "end"),
    [
        (Span.THIS_QUARTER, Against.BEFORE, date(2026, 7, 1), date(2026, 8, 23)),
        (Span.THIS_QUARTER, Against.YEAR_AGO, date(2025, 10, 1), date(2025, 11, 23)),
        (Span.LAST_QUARTER, Against.BEFORE, date(2026, 4, 1), date(2026, 6, 30)),
        (Span.LAST_MONTH, Against.BEFORE, date(2026, 9, 1), date(2026, 9, 30)),
        (Span.LAST_YEAR, Against.BEFORE, date(2024, 1, 1), date(2024, 12, 31)),
        (Span.TWELVE_MONTHS, Against.BEFORE, date(2024, 11, 24), date(2025, 11, 23)),
    ],
)
def test_a_period_is_held_against_as_much_of_another(span: Span, what: Against, start: date, end: date) -> None:
    other = period_of(span, TODAY).against(what)
    assert other is not None
    assert (other.start, other.end) == (start, end)


def test_a_whole_month_is_held_against_a_whole_month_however_long_it_is() -> None:
    february = Period(Span.LAST_MONTH, date(2026, 2, 1), date(2026, 2, 28))
    other = february.against(Against.BEFORE)
    assert other is not None
    assert (other.start, other.end) == (date(2026, 1, 1), date(2026, 1, 31))


def test_days_of_ones_own_choice_are_held_against_as_many_days_before() -> None:
    chosen = Period(Span.CUSTOM, date(2026, 3, 10), date(2026, 3, 19))
    before, year = chosen.against(Against.BEFORE), chosen.against(Against.YEAR_AGO)
    assert before is not None
    assert year is not None
    assert (before.start, before.end, before.days) == (date(2026, 2, 28), date(2026, 3, 9), 10)
    assert (year.start, year.end) == (date(2025, 3, 10), date(2025, 3, 19))
    assert chosen.against(Against.NOTHING) is None


DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from(list(Span)))
def test_the_period_before_ends_before_this_one_begins(today: date, span: Span) -> None:
    period = period_of(span, today)
    other = period.against(Against.BEFORE)
    assert other is not None
    assert other.start <= other.end < period.start <= period.end <= today


@given(DAYS, st.integers(0, 400))
def test_the_months_of_a_period_follow_each_other_and_hold_both_its_ends(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    months = months_of(start, end)
    assert months[0] == start.replace(day=1)
    assert months[-1] == end.replace(day=1)
    assert all(month_end(one) + timedelta(days=1) == other for one, other in pairwise(months))


@given(DAYS, st.integers(-60, 60))
def test_shifting_lands_in_the_month_that_is_so_far_away(day: date, months: int) -> None:
    found = shifted(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == min(day.day, month_end(found).day)
