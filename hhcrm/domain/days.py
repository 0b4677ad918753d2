"""Days and times as people type them, in English or in the language of the window."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Literal

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.text import fold
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

DayOrder = Literal["mdy", "dmy"]

WEEKDAYS = (
    QT_TRANSLATE_NOOP("days", "Monday"),
    QT_TRANSLATE_NOOP("days", "Tuesday"),
    QT_TRANSLATE_NOOP("days", "Wednesday"),
    QT_TRANSLATE_NOOP("days", "Thursday"),
    QT_TRANSLATE_NOOP("days", "Friday"),
    QT_TRANSLATE_NOOP("days", "Saturday"),
    QT_TRANSLATE_NOOP("days", "Sunday"),
)
_SHORT_WEEKDAYS = (
    QT_TRANSLATE_NOOP("days", "Mon"),
    QT_TRANSLATE_NOOP("days", "Tue"),
    QT_TRANSLATE_NOOP("days", "Wed"),
    QT_TRANSLATE_NOOP("days", "Thu"),
    QT_TRANSLATE_NOOP("days", "Fri"),
    QT_TRANSLATE_NOOP("days", "Sat"),
    QT_TRANSLATE_NOOP("days", "Sun"),
)
MONTHS = (
    QT_TRANSLATE_NOOP("days", "January"),
    QT_TRANSLATE_NOOP("days", "February"),
    QT_TRANSLATE_NOOP("days", "March"),
    QT_TRANSLATE_NOOP("days", "April"),
    QT_TRANSLATE_NOOP("days", "May"),
    QT_TRANSLATE_NOOP("days", "June"),
    QT_TRANSLATE_NOOP("days", "July"),
    QT_TRANSLATE_NOOP("days", "August"),
    QT_TRANSLATE_NOOP("days", "September"),
    QT_TRANSLATE_NOOP("days", "October"),
    QT_TRANSLATE_NOOP("days", "November"),
    QT_TRANSLATE_NOOP("days", "December"),
)
_SHORT_MONTHS = (
    QT_TRANSLATE_NOOP("short months", "Jan"),
    QT_TRANSLATE_NOOP("short months", "Feb"),
    QT_TRANSLATE_NOOP("short months", "Mar"),
    QT_TRANSLATE_NOOP("short months", "Apr"),
    QT_TRANSLATE_NOOP("short months", "May"),
    QT_TRANSLATE_NOOP("short months", "Jun"),
    QT_TRANSLATE_NOOP("short months", "Jul"),
    QT_TRANSLATE_NOOP("short months", "Aug"),
    QT_TRANSLATE_NOOP("short months", "Sep"),
    QT_TRANSLATE_NOOP("short months", "Oct"),
    QT_TRANSLATE_NOOP("short months", "Nov"),
    QT_TRANSLATE_NOOP("short months", "Dec"),
)

_SHORT = 3
_YEARS_AHEAD = 20  # a two-digit year lies at most so far ahead: 45 is 1945 in 2024
_MOST_DAYS = 36_500

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,10})\.?[ -]?(\d{1,2})(?:st|nd|rd|th)?(?:[ ,-]+(\d{4}|\d{2}))?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?[ -]?([a-z]{3,10})\.?(?:[ ,-]+(\d{4}|\d{2}))?")
_AHEAD = re.compile(r"([+-]) ?(\d{1,5}) ?(d|days?|w|weeks?)?")
_WEEKDAY_FIRST = re.compile(r"([a-z]{3,10})\.?,? +(?=[a-z0-9])")
_TIME = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d))? ?(?:([ap])\.?(?:m\.?)?)?")
_SAID = {"today": 0, "tod": 0, "yesterday": -1, "tomorrow": 1, "tom": 1, "tmw": 1}


def read_day(text: str, today: date, order: DayOrder = "mdy") -> date:
    """The day a person means.

    Understood: 2026-11-20, 11/20/2026, 11/20/26, 11-20, Nov 20, 20 Nov 2026, each also after a weekday;
    today, yesterday, tomorrow; mon to sun (the next one after today); +30, -3, +2w. Without a year the one
    that lies nearest to today is meant. `order` says what comes first in numbers. Raises RuleBroken.
    """
    typed = _plain(text)
    ahead = _SAID.get(typed, _said_here(typed))
    if ahead is not None:
        return today + timedelta(days=ahead)
    day = None
    if typed.isascii():
        weekday = _weekday(typed)
        day = _next_weekday(weekday, today) if weekday is not None else _written(typed, today, order)
    if day is None:
        raise RuleBroken(_not_understood(text, today, order))
    return day


def _plain(text: str) -> str:
    """What was typed, small and with single spaces; letters of the window's words without their accents."""
    typed = " ".join(text.lower().split())
    return typed if typed.isascii() or any(sign.isdigit() and not sign.isascii() for sign in typed) else fold(typed)


def _said_here(typed: str) -> int | None:
    """Today, yesterday or tomorrow in the language of the window."""
    words = {translate("days", "today"): 0, translate("days", "yesterday"): -1, translate("days", "tomorrow"): 1}
    return next((ahead for word, ahead in words.items() if fold(word) == typed), None)


def _written(typed: str, today: date, order: DayOrder) -> date | None:
    if match := _AHEAD.fullmatch(typed):
        return _ahead(match, today)
    if (match := _WEEKDAY_FIRST.match(typed)) and (weekday := _weekday(match[1])) is not None:
        day = _calendar_day(typed[match.end() :], today, order, weekday)
        if day is not None or _month(match[1]) is None:
            return day
    # In Spanish "mar" is a day and a month: what makes no day after a weekday may do so after a month.
    return _calendar_day(typed, today, order, None)


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
    for place, word in enumerate(words):
        if word.lower().startswith(typed) or fold(translate("days", word)).startswith(typed):
            return place
    return None


def _next_weekday(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _not_understood(text: str, today: date, order: DayOrder) -> str:
    shown = " ".join(text.split())[:30]
    numbers = f"{today:%m/%d/%Y}" if order == "mdy" else f"{today:%d/%m/%Y}"
    if not shown:
        return translate("days", "Give a day, such as {numbers}.").format(numbers=numbers)
    return translate(
        "days", '"{text}" is not a day. Type it as {numbers}, {iso}, {words}, or today, tomorrow, fri, +30.'
    ).format(text=shown, numbers=numbers, iso=today.isoformat(), words=say_month_day(today))


def read_time(text: str) -> time:
    """The time of day a person means: 9:30, 14:05, 930a, 2p, 2:15 pm, 1430, 9, noon. Raises RuleBroken.

    Without a or p the hours run from 0 to 23.
    """
    typed = " ".join(text.lower().split())
    if typed in ("noon", translate("days", "noon")):
        return time(12)
    match = _TIME.fullmatch(typed) if typed.isascii() else None
    hour = _hour(int(match[1]), match[3]) if match else None
    if match is None or hour is None:
        shown = " ".join(text.split())[:30]
        raise RuleBroken(
            translate("days", '"{text}" is not a time of day. Type it as 9:30, 2p, 2:15 pm or 14:05.').format(
                text=shown
            )
        )
    return time(hour, int(match[2] or 0))


def read_day_time(text: str, today: date, order: DayOrder = "mdy") -> tuple[date, time | None]:
    """A day, and a time behind it where one is said: Fri 9:30, Nov 27, 2:15 pm. Raises RuleBroken about the day."""
    typed = " ".join(text.split())
    try:
        return read_day(typed, today, order), None  # first: 2003 behind a day is its year
    except RuleBroken:
        for place in (place for place, sign in enumerate(typed) if sign == " "):  # the longest time first: 9:30 AM
            try:
                return read_day(typed[:place].rstrip(","), today, order), read_time(typed[place:])
            except RuleBroken:
                continue
        raise


def say_day_time(day: date, at: time | None, today: date) -> str:
    """A day, with its time where it has one: Fri, Nov 27, 9:30 AM."""
    return say_day(day, today) if at is None else f"{say_day(day, today)}, {say_time(at)}"


def _hour(hour: int, half: str | None) -> int | None:
    if half is None:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half == "p" else 0)


def weekday_name(weekday: int) -> str:
    """Monday is 0."""
    return translate("days", WEEKDAYS[weekday])


def short_weekday(weekday: int) -> str:
    """Mon is 0."""
    return translate("days", _SHORT_WEEKDAYS[weekday])


def month_name(month: int) -> str:
    """January is 1."""
    return translate("days", MONTHS[month - 1])


def short_month(month: int) -> str:
    """Jan is 1."""
    return translate("short months", _SHORT_MONTHS[month - 1])


def say_time(at: time) -> str:
    """A time of day in words, one way everywhere: 9:30 AM, 12:15 PM."""
    half = translate("days", "{clock} AM") if at.hour < 12 else translate("days", "{clock} PM")
    return half.format(clock=f"{at.hour % 12 or 12}:{at.minute:02}")


def say_month_day(day: date) -> str:
    """A day without its weekday and year: Nov 24."""
    return translate("days", "{month} {day}").format(month=short_month(day.month), day=day.day)


def say_year_day(day: date) -> str:
    """A day with its year: Nov 24, 2026."""
    return translate("days", "{month} {day}, {year}").format(month=short_month(day.month), day=day.day, year=day.year)


def say_day(day: date, today: date) -> str:
    """A day in words: Tue, Nov 24; with its year when that is not this year's."""
    said = say_month_day(day) if day.year == today.year else say_year_day(day)
    return translate("days", "{weekday}, {day}").format(weekday=short_weekday(day.weekday()), day=said)


def say_full_day(day: date) -> str:
    """A day with everything: Fri, Nov 20, 2026."""
    return translate("days", "{weekday}, {day}").format(weekday=short_weekday(day.weekday()), day=say_year_day(day))


def say_month(day: date) -> str:
    """The month of a day in words: November 2026."""
    return translate("days", "{month} {year}").format(month=month_name(day.month), year=day.year)
