"""Wall times as instants: ordinary days, the hour that comes twice, the hour that there is not."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.instants import comes_twice, instant_of, zone_names

CENTRAL = ZoneInfo("America/Chicago")
BACK, FORWARD = date(2026, 11, 1), date(2026, 3, 8)
ZONES = st.sampled_from([ZoneInfo(name) for name in ("America/Chicago", "America/Phoenix", "America/St_Johns", "UTC")])


def test_an_ordinary_time_is_that_of_the_zone() -> None:
    assert instant_of(date(2026, 11, 23), time(8, 4), CENTRAL) == datetime(2026, 11, 23, 14, 4, tzinfo=UTC)


def test_in_the_hour_that_comes_twice_the_first_is_meant_unless_the_second_is_said() -> None:
    assert comes_twice(BACK, time(1, 30), CENTRAL)
    assert instant_of(BACK, time(1, 30), CENTRAL) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    assert instant_of(BACK, time(1, 30), CENTRAL, second=True) == datetime(2026, 11, 1, 7, 30, tzinfo=UTC)
    assert zone_names(BACK, time(1, 30), CENTRAL) == ("CDT", "CST")
    assert not comes_twice(BACK, time(2, 0), CENTRAL)
    assert not comes_twice(BACK, time(0, 59), CENTRAL)


def test_a_time_that_the_clock_jumped_over_is_refused_with_a_way_out() -> None:
    with pytest.raises(RuleBroken, match=r"Sun, Mar 8 .* 2:30 AM.* Type 3:30 AM"):
        instant_of(FORWARD, time(2, 30), CENTRAL)
    assert not comes_twice(FORWARD, time(2, 30), CENTRAL)
    assert instant_of(FORWARD, time(3, 0), CENTRAL) == datetime(2026, 3, 8, 8, 0, tzinfo=UTC)


@given(zone=ZONES, day=st.dates(date(2025, 1, 1), date(2027, 12, 31)), at=st.times(), second=st.booleans())
def test_every_wall_time_there_is_comes_back_from_its_instant(
    zone: ZoneInfo, day: date, at: time, second: bool
) -> None:
    try:
        instant = instant_of(day, at, zone, second=second)
    except RuleBroken:
        return  # the hour that there is not
    local = instant.astimezone(zone)
    assert (local.date(), local.time()) == (day, at)
    if comes_twice(day, at, zone):
        assert local.fold == int(second)
