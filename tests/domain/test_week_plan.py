"""Drives are guessed from the great circle, a road factor, a speed and the minutes to park."""

from __future__ import annotations

from hhcrm.domain.week_plan import Place, Travel, miles_between

NASHVILLE = Place(36.1627, -86.7816)
MEMPHIS = Place(35.1495, -90.0490)
TRAVEL = Travel(road_factor=1.3, miles_per_hour=30, unknown_minutes=20, park_minutes=4)


def test_nashville_and_memphis_are_196_miles_apart() -> None:
    assert round(miles_between(NASHVILLE, MEMPHIS)) == round(miles_between(MEMPHIS, NASHVILLE)) == 196


def test_a_drive_is_road_miles_at_a_speed_and_parking() -> None:
    near = Place(NASHVILLE.latitude + 0.1, NASHVILLE.longitude)  # 6.91 miles north
    assert TRAVEL.minutes(NASHVILLE, near) == 18 + 4  # 17.97 minutes on the road


def test_the_same_place_takes_parking_and_an_unknown_one_the_minutes_that_are_set() -> None:
    assert TRAVEL.minutes(NASHVILLE, NASHVILLE) == 4
    assert TRAVEL.minutes(NASHVILLE, None) == TRAVEL.minutes(None, None) == 20
