"""Days and times as people type them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.days import (
    DayOrder,
    read_day,
    read_day_time,
    read_time,
    say_day,
    say_day_time,
    say_month,
)
from hhcrm.domain.errors import RuleBroken

MONDAY = date(2026, 11, 23)
NOV_20 = date(2026, 11, 20)
DAYS = st.dates(date(2000, 1, 1), date(2045, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-20",
        "2026/11/20",
        "11/20/2026",
        "11/20/26",
        "11-20",
        "11/20",
        "11.20.2026",
        "Nov 20",
        "nov. 20",
        "November 20, 2026",
        "NOV 20 26",
        "nov20",
        "20 Nov 2026",
        "20-Nov-2026",
        "20-Nov-26",
        "Nov 20th",
        "Fri, Nov 20",
        "friday 11/20/2026",
        " 2026-11-20 ",
        "-3",
    ],
)
def test_one_day_typed_in_many_ways(typed: str) -> None:
    assert read_day(typed, MONDAY) == NOV_20


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", MONDAY),
        ("Yesterday", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 24)),
        ("tue", date(2026, 11, 24)),
        ("Sunday", date(2026, 11, 29)),
        ("mon", date(2026, 11, 30)),
        ("thurs", date(2026, 11, 26)),
        ("+30", date(2026, 12, 23)),
        ("+2w", date(2026, 12, 7)),
        ("+ 1 day", date(2026, 11, 24)),
    ],
)
def test_days_said_from_today(typed: str, day: date) -> None:
    assert read_day(typed, MONDAY) == day


def test_without_a_year_the_nearest_one_is_meant() -> None:
    assert read_day("1/5", date(2026, 12, 20)) == date(2027, 1, 5)
    assert read_day("Dec 28", date(2026, 1, 3)) == date(2025, 12, 28)
    assert read_day("2/29", date(2027, 3, 1)) == date(2028, 2, 29)


def test_a_weekday_settles_the_year() -> None:
    assert read_day("Wed, Dec 30", date(2026, 1, 2)) == date(2026, 12, 30)


def test_a_two_digit_year_may_lie_in_the_last_century() -> None:
    assert read_day("3/4/45", MONDAY) == date(2045, 3, 4)
    assert read_day("3/4/47", MONDAY) == date(1947, 3, 4)


@pytest.mark.parametrize(("order", "expected"), [("mdy", date(2026, 5, 4)), ("dmy", date(2026, 4, 5))])
def test_the_order_decides_what_comes_first(order: DayOrder, expected: date) -> None:
    assert read_day("5/4/2026", MONDAY, order) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "13/20/2026",
        "20/11/2026",
        "2/30/2026",
        "2026-13-01",
        "11/20-2026",
        "Tue, Nov 20, 2026",
        "Foo 20",
        "1 2 3",
        "+999999",
        "\u0661\u0661/\u0662\u0660",
        "2026-11-20T14:00",
        "mo",
    ],
)
def test_what_is_no_day_is_refused_with_what_would_do(typed: str) -> None:
    with pytest.raises(RuleBroken, match="11/23/2026"):
        read_day(typed, MONDAY)


@given(DAYS, DAYS)
def test_what_is_said_can_be_typed(day: date, today: date) -> None:
    assert read_day(say_day(day, today), today) == day


@given(DAYS, st.sampled_from(["mdy", "dmy"]))
def test_numbers_are_read_in_their_order(day: date, order: DayOrder) -> None:
    written = f"{day:%m/%d/%Y}" if order == "mdy" else f"{day:%d/%m/%Y}"
    assert read_day(written, MONDAY, order) == day
    assert read_day(day.isoformat(), MONDAY, order) == day


@given(st.text(max_size=15))
def test_any_text_is_a_day_or_refused(typed: str) -> None:
    try:
        found = read_day(typed, MONDAY)
    except RuleBroken:
        return
    assert read_day(found.isoformat(), MONDAY) == found


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9:30", time(9, 30)),
        ("2p", time(14)),
        ("14:05", time(14, 5)),
        ("930a", time(9, 30)),
        ("2:15 pm", time(14, 15)),
        ("2:15 P.M.", time(14, 15)),
        ("1430", time(14, 30)),
        ("12a", time(0)),
        ("12p", time(12)),
        ("noon", time(12)),
        ("9", time(9)),
        ("9.45", time(9, 45)),
    ],
)
def test_times_as_people_type_them(typed: str, expected: time) -> None:
    assert read_time(typed) == expected


@pytest.mark.parametrize("typed", ["", "25:00", "9:75", "13p", "0a", "later", "9:3", "12345"])
def test_what_is_no_time_is_refused_with_what_would_do(typed: str) -> None:
    with pytest.raises(RuleBroken, match="14:05"):
        read_time(typed)


def test_days_are_said_with_the_year_when_it_is_another() -> None:
    assert say_day(date(2026, 11, 24), MONDAY) == "Tue, Nov 24"
    assert say_day(date(2027, 1, 5), MONDAY) == "Tue, Jan 5, 2027"
    assert say_month(MONDAY) == "November 2026"


@given(st.dates(date(2000, 1, 1), date(2045, 12, 31)), st.none() | st.integers(0, 24 * 60 - 1))
def test_a_day_with_a_time_is_read_as_it_is_said(day: date, minute: int | None) -> None:
    at = None if minute is None else time(minute // 60, minute % 60)
    assert read_day_time(say_day_time(day, at, MONDAY), MONDAY) == (day, at)


@pytest.mark.parametrize(
    ("typed", "at"),
    [("fri", None), ("fri 9:30", time(9, 30)), ("Nov 27, 2:15 pm", time(14, 15)), ("11/27 930a", time(9, 30))],
)
def test_a_time_may_stand_behind_a_day(typed: str, at: time | None) -> None:
    assert read_day_time(typed, MONDAY) == (date(2026, 11, 27), at)


def test_what_is_no_day_before_a_time_is_refused() -> None:
    with pytest.raises(RuleBroken, match="is not a day"):
        read_day_time("whenever 9:30", MONDAY)
