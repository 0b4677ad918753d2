"""HHCRM_TODAY sets the day for every rule; without it the day is the agency's."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.app.clock import Clock, machine_time
from hhcrm.domain.errors import Usage

CHICAGO = ZoneInfo("America/Chicago")
ZONES = [ZoneInfo("America/Havana"), CHICAGO, ZoneInfo("Pacific/Honolulu"), ZoneInfo("America/New_York"), UTC]
JUST_BEFORE_MIDNIGHT = datetime(2026, 7, 1, 23, 30, tzinfo=CHICAGO)


def test_without_the_variable_it_is_the_machines_instant_and_the_agencys_day() -> None:
    clock = Clock(zone=CHICAGO, instant=lambda: JUST_BEFORE_MIDNIGHT.astimezone(UTC))
    assert clock.now() == JUST_BEFORE_MIDNIGHT
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.today() == date(2026, 7, 1)
    assert clock.in_zone(ZoneInfo("America/New_York")).today() == date(2026, 7, 2)


def test_the_machines_time_is_aware_and_in_utc() -> None:
    assert machine_time().utcoffset() == timedelta(0)
    assert Clock.from_environ({}).now() - machine_time() < timedelta(seconds=5)


@given(
    day=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    present=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
)
def test_a_set_day_is_the_day_of_now_too(day: date, present: datetime, zone: ZoneInfo) -> None:
    clock = Clock(day, zone, lambda: present)
    assert clock.today() == day
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.now().astimezone(zone).date() == day


def test_a_set_day_whose_midnight_is_skipped_is_the_day_of_now_in_the_repeated_hour_of_another_day_too() -> None:
    havana = ZoneInfo("America/Havana")
    repeated = datetime(2026, 11, 1, 0, 30, tzinfo=havana, fold=1)
    clock = Clock(date(2026, 3, 8), havana, lambda: repeated.astimezone(UTC))
    assert clock.now().astimezone(havana).date() == date(2026, 3, 8)


def test_a_set_day_keeps_the_time_of_day_over_a_change_of_offset() -> None:
    clock = Clock(date(2026, 11, 20), CHICAGO, lambda: JUST_BEFORE_MIDNIGHT)
    assert clock.now().astimezone(CHICAGO).time() == time(23, 30)


def test_the_variable_sets_the_day_in_the_machines_zone() -> None:
    clock = Clock.from_environ({"HHCRM_TODAY": "2026-11-20"})
    assert clock.today() == date(2026, 11, 20)
    assert clock.now().astimezone().date() == date(2026, 11, 20)


@pytest.mark.parametrize("words", ["tomorrow", "11/20/2026", "2026-13-01", "2026-11-20T10:00"])
def test_what_is_not_a_day_is_wrong_usage(words: str) -> None:
    with pytest.raises(Usage, match="2026-11-20") as caught:
        Clock.from_environ({"HHCRM_TODAY": words})
    assert caught.value.exit_code == 2
