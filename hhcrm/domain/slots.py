"""Where a visit fits: how many a working day holds, and the first free time between those that have one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from hhcrm.domain.settings import DEFAULTS, Rules

STEP = 15
"""Minutes between the times that are offered."""

SHORTEST, LONGEST = 5, 720
"""How long a planned visit may be, in minutes."""

WORKDAYS_A_WEEK = 5


def visits_a_day(rules: Rules = DEFAULTS) -> float:
    """How many visits, with the drive to them, fit into one working day."""
    return rules.visit_hours_a_week * 60 / rules.visit_with_drive_minutes / WORKDAYS_A_WEEK


def free_start(booked: Iterable[tuple[time, int]], minutes: int, opens: time, closes: time, drive: int) -> time | None:
    """The first quarter of an hour at which a visit of so many minutes fits between those booked.

    `booked` are starts and minutes; `drive` lies between two visits. None when the day is full.
    """
    start, end = _up(minute_of(opens)), minute_of(closes)
    for begin, length in sorted((minute_of(at), max(length, 0)) for at, length in booked):
        if start + minutes + drive <= begin:
            break
        start = max(start, _up(begin + length + drive))
    return time_of(start) if start + minutes <= end else None


def minute_of(at: time) -> int:
    """The minute of the day."""
    return at.hour * 60 + at.minute


def time_of(minute: int) -> time:
    """The time of a minute of the day; within the day, whatever the minute."""
    minute = max(0, min(minute, 24 * 60 - 1))
    return time(minute // 60, minute % 60)


def _up(minute: int) -> int:
    return -(-minute // STEP) * STEP
