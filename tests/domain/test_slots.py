"""How many visits fit into days, and the first free time of one."""

from __future__ import annotations

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.slots import free_start, minute_of, time_of

EIGHT, FIVE = time(8), time(17)
times = st.integers(6 * 60, 18 * 60).map(time_of)
booked = st.lists(st.tuples(times, st.integers(5, 120)), max_size=12)


def test_a_visit_goes_into_the_first_gap_with_the_drive_on_both_sides() -> None:
    assert free_start([], 20, EIGHT, FIVE, 25) == EIGHT
    assert free_start([(time(8, 0), 30)], 20, EIGHT, FIVE, 25) == time(9, 0)
    assert free_start([(time(8, 45), 30)], 20, EIGHT, FIVE, 25) == EIGHT
    assert free_start([(time(8, 40), 30)], 20, EIGHT, FIVE, 25) == time(9, 45)
    assert free_start([(time(8), 9 * 60)], 20, EIGHT, FIVE, 25) is None


@given(booked, st.integers(5, 90), st.integers(0, 40))
def test_what_is_offered_is_free_and_inside_the_day(taken: list[tuple[time, int]], minutes: int, drive: int) -> None:
    at = free_start(taken, minutes, EIGHT, FIVE, drive)
    if at is None:
        assert taken
        return
    start = minute_of(at)
    assert start % 15 == 0
    assert at >= EIGHT
    assert start + minutes <= minute_of(FIVE)
    for begin, length in taken:
        apart = minute_of(begin) >= start + minutes + drive or minute_of(begin) + length + drive <= start
        assert apart, (at, begin, length)
