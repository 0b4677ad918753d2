"""The working week as an agency writes it down, and the working days that follow from it."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.workdays import Calendar
from hhcrm.domain.working_week import USUAL_WEEK, Hours, WorkingWeek, read_week

SIX_DAYS = WorkingWeek((*USUAL_WEEK.days[:5], Hours(time(9), time(12)), None))


def test_a_week_is_read_as_it_was_written() -> None:
    assert read_week(SIX_DAYS.plain()) == SIX_DAYS
    assert SIX_DAYS.weekdays == {0, 1, 2, 3, 4, 5}
    assert (SIX_DAYS.opens, SIX_DAYS.closes) == (time(8), time(17))


@pytest.mark.parametrize(
    ("garbage", "said"),
    [
        (None, "seven days"),
        ("Monday", "seven days"),
        ([None] * 7, "one day"),
        ([["17:00", "08:00"], *[None] * 6], "ends after"),
        ([["8", "nine"], *[None] * 6], "start and an end"),
        ([["08:00"], *[None] * 6], "start and an end"),
        ([{"from": 8}, *[None] * 6], "start and an end"),
        ([[8, 17], *[None] * 6], "start and an end"),
    ],
)
def test_what_is_no_week_is_refused_in_words(garbage: object, said: str) -> None:
    with pytest.raises(RuleBroken, match=said) as caught:
        read_week(garbage)
    assert caught.value.field == "working_week"


weekdays = st.frozensets(st.integers(0, 6), min_size=1)
days = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@given(weekdays, days, st.integers(0, 60), st.sets(days, max_size=5))
def test_working_days_are_counted_as_one_would_on_a_calendar(
    worked: frozenset[int], start: date, length: int, off: set[date]
) -> None:
    calendar = Calendar(frozenset(off), worked)
    span = [start + timedelta(days=n) for n in range(length + 1)]
    naive = sum(day.weekday() in worked and day not in off for day in span)
    assert calendar.working_days_between(start, span[-1]) == naive
    following = calendar.next_working(start)
    assert calendar.is_working(following)
    assert not any(calendar.is_working(start + timedelta(days=n)) for n in range((following - start).days))
