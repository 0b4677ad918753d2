"""Working days: Monday to Friday, or the days an agency works, without the holidays.

The US federal holidays are computed from the law's own rules (5 U.S.C. 6103); an agency's calendar starts
with them and may have more or fewer.
"""

from __future__ import annotations

import calendar as months
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6
_DAY = timedelta(days=1)
_WEEK = 7
MONDAY_TO_FRIDAY = frozenset(range(5))
_JUNETEENTH_SINCE = 2021  # Public Law 117-17, signed 17 June 2021


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which an agency works: `weekdays` (Monday 0), less `holidays`. There is one weekday at least."""

    holidays: frozenset[date] = field(default_factory=frozenset)
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY

    def is_working(self, day: date) -> bool:
        """Whether the agency works on this day."""
        return day.weekday() in self.weekdays and day not in self.holidays

    def next_working(self, day: date) -> date:
        """The day itself when it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += _DAY
        return day

    def last_working_of_month(self, year: int, month: int) -> date:
        """The last working day of a month."""
        day = date(year, month, months.monthrange(year, month)[1])
        while not self.is_working(day):
            day -= _DAY
        return day

    def working_days_after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; with 0 the day itself, working or not."""
        for _ in range(count):
            day = self.next_working(day + _DAY)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie from `start` to `end`, both included; 0 when `end` is earlier."""
        if end < start:
            return 0
        weeks, rest = divmod((end - start).days + 1, _WEEK)
        tail = sum((start + timedelta(days=n)).weekday() in self.weekdays for n in range(rest))
        off = sum(start <= day <= end and day.weekday() in self.weekdays for day in self.holidays)
        return weeks * len(self.weekdays) + tail - off


def us_calendar(years: Iterable[int]) -> Calendar:
    """A calendar with the US federal holidays of these years."""
    return Calendar(frozenset(day for year in years for day in us_federal_holidays(year)))


def us_federal_holidays(year: int) -> frozenset[date]:
    """The days off in this year: each holiday as observed.

    New Year's Day on a Saturday is observed on 31 December of the year before, and stands in that year's set.
    """
    return frozenset(us_federal_holiday_names(year))


def us_federal_holiday_names(year: int) -> Mapping[date, str]:
    """The federal days off of this year and what they are called, in order."""
    named = [*_named_holidays(year), (date(year + 1, 1, 1), "New Year's Day")]
    observed = ((_observed(day), name) for day, name in named)
    return MappingProxyType({day: name for day, name in sorted(observed) if day.year == year})


def _named_holidays(year: int) -> list[tuple[date, str]]:
    holidays = [
        (date(year, 1, 1), "New Year's Day"),
        (_nth(year, 1, _MONDAY, 3), "Birthday of Martin Luther King, Jr."),
        (_nth(year, 2, _MONDAY, 3), "Presidents' Day"),
        (_last_monday_of_may(year), "Memorial Day"),
        (date(year, 7, 4), "Independence Day"),
        (_nth(year, 9, _MONDAY, 1), "Labor Day"),
        (_nth(year, 10, _MONDAY, 2), "Columbus Day"),
        (date(year, 11, 11), "Veterans Day"),
        (_nth(year, 11, _THURSDAY, 4), "Thanksgiving Day"),
        (date(year, 12, 25), "Christmas Day"),
    ]
    if year >= _JUNETEENTH_SINCE:
        holidays.append((date(year, 6, 19), "Juneteenth"))
    return holidays


def _observed(day: date) -> date:
    if day.weekday() == _SATURDAY:
        return day - _DAY
    if day.weekday() == _SUNDAY:
        return day + _DAY
    return day


def _nth(year: int, month: int, weekday: int, n: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def _last_monday_of_may(year: int) -> date:
    last = date(year, 5, 31)
    return last - timedelta(days=last.weekday())
