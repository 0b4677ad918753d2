"""Wall times of the agency's zone as instants, on the nights too on which the clock is changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate

_HOUR = timedelta(hours=1)


def instant_of(day: date, at: time, zone: tzinfo, *, second: bool = False) -> datetime:
    """The instant, in UTC, of a wall time. In the hour that comes twice the first is meant unless `second`.

    Raises RuleBroken for a time over which the clock was put forward.
    """
    wall = datetime.combine(day, at.replace(fold=int(second), tzinfo=None), tzinfo=zone)
    instant = wall.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None, fold=0) != wall.replace(tzinfo=None, fold=0):
        words = translate(
            "days", "On {day} the clock was put forward over {time}: there was no such time. Type {later}."
        )
        later = (datetime.combine(day, at) + _HOUR).time()
        raise RuleBroken(words.format(day=say_day(day, day), time=say_time(at), later=say_time(later)))
    return instant


def comes_twice(day: date, at: time, zone: tzinfo) -> bool:
    """Whether the clock shows this time twice on this day, because it was put back."""
    first, second = (datetime.combine(day, at.replace(fold=fold, tzinfo=None), tzinfo=zone) for fold in (0, 1))
    offsets = first.utcoffset(), second.utcoffset()
    return offsets[0] is not None and offsets[1] is not None and offsets[1] < offsets[0]


def zone_names(day: date, at: time, zone: tzinfo) -> tuple[str, str]:
    """What the zone is called at the first and at the second time that the clock shows this: CDT, CST."""
    first, second = (datetime.combine(day, at.replace(fold=fold, tzinfo=None), tzinfo=zone) for fold in (0, 1))
    return first.tzname() or "", second.tzname() or ""
