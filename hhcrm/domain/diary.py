"""The days ahead of one liaison, and the first place in them where a visit fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import StrEnum

from hhcrm.domain.slots import STEP, free_start, minute_of, time_of
from hhcrm.domain.working_week import USUAL_WEEK, Hours, WorkingWeek

DAYS_LOOKED_AT = 120
"""How far ahead a free place for a visit is looked for."""

PREFERRED_WITHIN = 14
"""Days in which a source's preferred weekdays are waited for."""


class Off(StrEnum):
    """Why nobody visits on a day, or at a time of it."""

    AWAY = "away"
    HOLIDAY = "holiday"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Booking:
    """A visit in a diary; `at` is None where it has a day and no time, `visit_id` 0 where it is only thought of."""

    at: time | None
    minutes: int
    visit_id: int = 0


@dataclass(frozen=True, slots=True)
class Wish:
    """What a visit asks of its place: how long, from which day on, and when the source can be visited.

    `weekdays` (Monday 0) are preferred; `hours` are by weekday when the source is open, empty where nobody said: then
    it is open always. With hours, a weekday without any is closed.
    """

    minutes: int
    since: date
    weekdays: frozenset[int] = frozenset()
    hours: Mapping[int, tuple[Hours, ...]] = field(default_factory=dict)

    def is_open(self, day: date) -> bool:
        """Whether the source can be visited on this day at all."""
        return not self.hours or bool(self.hours.get(day.weekday()))


@dataclass(frozen=True, slots=True)
class Diary:
    """A liaison's days from `today` on, where it is `clock` now.

    `away` are spans of days off, both ends included; `drive` minutes lie between two visits; a day holds `most_a_day`
    visits, with a time or without.
    """

    today: date
    clock: time
    week: WorkingWeek = USUAL_WEEK
    holidays: frozenset[date] = frozenset()
    away: tuple[tuple[date, date], ...] = ()
    booked: Mapping[date, tuple[Booking, ...]] = field(default_factory=dict)
    drive: int = 25
    most_a_day: int = 5

    def off(self, day: date, at: time | None = None, minutes: int = 0) -> frozenset[Off]:
        """Why the liaison visits nobody on this day, or at this time of it; empty where they do."""
        found = set()
        if any(first <= day <= last for first, last in self.away):
            found.add(Off.AWAY)
        if day in self.holidays:
            found.add(Off.HOLIDAY)
        hours = self.week.days[day.weekday()]
        if hours is None or (at is not None and not _within(at, minutes, hours)):
            found.add(Off.WEEK)
        return frozenset(found)

    def free(self, day: date, wish: Wish) -> time | None:
        """The first time of a day at which such a visit fits; None where there is none."""
        hours = self.week.days[day.weekday()]
        booked = self.booked.get(day, ())
        if day < self.today or hours is None or self.off(day) or len(booked) >= self.most_a_day:
            return None
        timed = [(each.at, each.minutes) for each in booked if each.at is not None]
        for window in self._windows(day, hours, wish):
            at = free_start(timed, wish.minutes, window.starts, window.ends, self.drive)
            if at is not None:
                return at
        return None

    def first_free(self, wish: Wish) -> tuple[date, time] | None:
        """The first day and time; a preferred weekday within two weeks goes before an earlier other day."""
        begin = max(wish.since, self.today)
        days = [begin + timedelta(days=n) for n in range(DAYS_LOOKED_AT)]
        wished = [day for day in days[:PREFERRED_WITHIN] if day.weekday() in wish.weekdays]
        for day in (*wished, *days):
            at = self.free(day, wish)
            if at is not None:
                return day, at
        return None

    def fits(self, day: date, at: time | None, wish: Wish) -> bool:
        """Whether such a visit still fits there; without a time, whether the day has room."""
        if at is None:
            return self.free(day, wish) is not None
        booked = self.booked.get(day, ())
        hours = self.week.days[day.weekday()]
        if day < self.today or hours is None or self.off(day) or len(booked) >= self.most_a_day:
            return False
        begin, end = minute_of(at), minute_of(at) + wish.minutes
        inside = any(_within(at, wish.minutes, window) for window in self._windows(day, hours, wish))
        return inside and all(
            each.at is None
            or minute_of(each.at) >= end + self.drive
            or minute_of(each.at) + max(each.minutes, 0) + self.drive <= begin
            for each in booked
        )

    def with_visit(self, day: date, booking: Booking) -> Diary:
        """The same with one visit more."""
        return replace(self, booked={**self.booked, day: (*self.booked.get(day, ()), booking)})

    def without(self, visit_ids: Collection[int]) -> Diary:
        """The same without these visits."""
        left = {
            day: tuple(each for each in visits if each.visit_id not in visit_ids) for day, visits in self.booked.items()
        }
        return replace(self, booked=left)

    def _windows(self, day: date, hours: Hours, wish: Wish) -> Iterable[Hours]:
        """When both work on this day: the liaison, from now on, and the source."""
        opens = hours.starts
        if day == self.today:
            opens = max(opens, time_of(minute_of(self.clock) + STEP))
        theirs = wish.hours.get(day.weekday(), ()) if wish.hours else (hours,)
        for window in sorted(theirs, key=lambda each: each.starts):
            starts, ends = max(opens, window.starts), min(hours.ends, window.ends)
            if starts < ends:
                yield Hours(starts, ends)


def _within(at: time, minutes: int, hours: Hours) -> bool:
    return at >= hours.starts and minute_of(at) + minutes <= minute_of(hours.ends)
