"""Days and times as people type and read them. Words are English whatever the desktop's language."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Literal

from hhcrm.domain.errors import RuleBroken

DayOrder = Literal["mdy", "dmy"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = 3
_YEARS_AHEAD = 20  # a two-digit year lies at most so far ahead: 45 is 1945 in 2024
_MOST_DAYS = 36_500

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?[ -]?(\d{1,2})(?:st|nd|rd|th)?(?:[ ,-]+(\d{4}|\d{2}))?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?[ -]?([a-z]{3,9})\.?(?:[ ,-]+(\d{4}|\d{2}))?")
_AHEAD = re.compile(r"([+-]) ?(\d{1,5}) ?(d|days?|w|weeks?)?")
_WEEKDAY_FIRST = re.compile(r"([a-z]{3,9})\.?,? +(?=[a-z0-9])")
_TIME = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d))? ?(?:([ap])\.?(?:m\.?)?)?")
_SAID = {"today": 0, "tod": 0, "yesterday": -1, "tomorrow": 1, "tom": 1, "tmw": 1}


def read_day(text: str, today: date, order: DayOrder = "mdy") -> date:
    """The day a person means.

    Understood: 2026-11-20, 11/20/2026, 11/20/26, 11-20, Nov 20, 20 Nov 2026, each also after a weekday;
    today, yesterday, tomorrow; mon to sun (the next one after today); +30, -3, +2w. Without a year the one
    that lies nearest to today is meant. `order` says what comes first in numbers. Raises RuleBroken.
    """
    typed = " ".join(text.lower().split())
    if typed in _SAID:
        return today + timedelta(days=_SAID[typed])
    day = None
    if typed.isascii():
        weekday = _weekday(typed)
        day = _next_weekday(weekday, today) if weekday is not None else _written(typed, today, order)
    if day is None:
        raise RuleBroken(_not_understood(text, today, order))
    return day


def _written(typed: str, today: date, order: DayOrder) -> date | None:
    if match := _AHEAD.fullmatch(typed):
        return _ahead(match, today)
    weekday = None
    if (match := _WEEKDAY_FIRST.match(typed)) and (weekday := _weekday(match[1])) is not None:
        typed = typed[match.end() :]
    return _calendar_day(typed, today, order, weekday)


def _calendar_day(typed: str, today: date, order: DayOrder, weekday: int | None) -> date | None:
    if match := _ISO.fullmatch(typed):
        return _fitting([int(match[1])], int(match[3]), int(match[4]), today, weekday)
    found: tuple[int | None, int, str | None] | None = None
    if match := _NUMBERS.fullmatch(typed):
        first, second = int(match[1]), int(match[3])
        found = (first, second, match[4]) if order == "mdy" else (second, first, match[4])
    elif match := _MONTH_DAY.fullmatch(typed):
        found = (_month(match[1]), int(match[2]), match[3])
    elif match := _DAY_MONTH.fullmatch(typed):
        found = (_month(match[2]), int(match[1]), match[3])
    if found is None or found[0] is None:
        return None
    return _fitting(_years(found[2], today), found[0], found[1], today, weekday)


def _fitting(years: list[int], month: int, day: int, today: date, weekday: int | None) -> date | None:
    """The day nearest to today among these years that exists and falls on the weekday, if one was typed."""
    days = [found for year in years if (found := _date(year, month, day))]
    fitting = [found for found in days if weekday is None or found.weekday() == weekday]
    return min(fitting, key=lambda found: abs(found - today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _years(typed: str | None, today: date) -> list[int]:
    if typed is None:
        return [today.year - 1, today.year, today.year + 1]
    year = int(typed)
    if len(typed) == 2:
        year += today.year - today.year % 100
        if year > today.year + _YEARS_AHEAD:
            year -= 100
    return [year]


def _ahead(match: re.Match[str], today: date) -> date | None:
    days = int(match[2]) * (7 if (match[3] or "d").startswith("w") else 1)
    if days > _MOST_DAYS:
        return None
    return today + timedelta(days=days if match[1] == "+" else -days)


def _weekday(typed: str) -> int | None:
    return _beginning(typed, WEEKDAYS)


def _month(typed: str) -> int | None:
    place = _beginning(typed, MONTHS)
    return None if place is None else place + 1


def _beginning(typed: str, words: tuple[str, ...]) -> int | None:
    """Which word this is the beginning of: three letters or more."""
    if len(typed) < _SHORT:
        return None
    return next((place for place, word in enumerate(words) if word.lower().startswith(typed)), None)


def _next_weekday(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _not_understood(text: str, today: date, order: DayOrder) -> str:
    shown = " ".join(text.split())[:30]
    numbers = f"{today:%m/%d/%Y}" if order == "mdy" else f"{today:%d/%m/%Y}"
    if not shown:
        return f"Give a day, such as {numbers}."
    return (
        f'"{shown}" is not a day. Type it as {numbers}, {today.isoformat()}, {_month_and_day(today)}, '
        "or today, tomorrow, fri, +30."
    )


def read_time(text: str) -> time:
    """The time of day a person means: 9:30, 14:05, 930a, 2p, 2:15 pm, 1430, 9, noon. Raises RuleBroken.

    Without a or p the hours run from 0 to 23.
    """
    typed = " ".join(text.lower().split())
    if typed == "noon":
        return time(12)
    match = _TIME.fullmatch(typed) if typed.isascii() else None
    hour = _hour(int(match[1]), match[3]) if match else None
    if match is None or hour is None:
        shown = " ".join(text.split())[:30]
        raise RuleBroken(f'"{shown}" is not a time of day. Type it as 9:30, 2p, 2:15 pm or 14:05.')
    return time(hour, int(match[2] or 0))


def _hour(hour: int, half: str | None) -> int | None:
    if half is None:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half == "p" else 0)


def say_time(at: time) -> str:
    """A time of day in words, one way everywhere: 9:30 AM, 12:15 PM."""
    return f"{at.hour % 12 or 12}:{at.minute:02} {'AM' if at.hour < 12 else 'PM'}"


def say_day(day: date, today: date) -> str:
    """A day in words: Tue, Nov 24; with its year when that is not this year's."""
    said = f"{WEEKDAYS[day.weekday()][:_SHORT]}, {_month_and_day(day)}"
    return said if day.year == today.year else f"{said}, {day.year}"


def say_month(day: date) -> str:
    """The month of a day in words: November 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _month_and_day(day: date) -> str:
    return f"{MONTHS[day.month - 1][:_SHORT]} {day.day}"
