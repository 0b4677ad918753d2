"""Days and times as fields show and read them: Today 9:30 AM, Tue, Dec 22."""

from __future__ import annotations

import re
from datetime import date, datetime, time, tzinfo

from hhcrm.domain.days import read_day, read_time, say_day, say_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.instants import comes_twice, instant_of, zone_names
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.workdays import us_calendar

_CLOCK = re.compile(r"(?:noon|\d{1,2}[:.]\d{2} ?(?:[ap]\.?(?:m\.?)?)?|\d{1,4} ?[ap]\.?(?:m\.?)?)$", re.IGNORECASE)
_PLAIN_HOUR = re.compile(r"[1-6][:.]\d{2}")
_NOON = 12
_NEAR = {
    0: QT_TRANSLATE_NOOP("days", "Today"),
    -1: QT_TRANSLATE_NOOP("days", "Yesterday"),
    1: QT_TRANSLATE_NOOP("days", "Tomorrow"),
}


def say_near(day: date, today: date) -> str:
    """A day in words, the ones around today by name."""
    near = _NEAR.get((day - today).days)
    return translate("days", near) if near else say_day(day, today)


def say_when(day: date, at: time | None, today: date) -> str:
    """A day, and a time where there is one: Today 9:30 AM."""
    return f"{say_near(day, today)} {say_time(at)}" if at is not None else say_near(day, today)


def read_when(text: str, today: date) -> tuple[date, time | None]:
    """The day and time a person means; a time alone is today's. Raises RuleBroken.

    An hour from 1 to 6 without a or p is in the afternoon: nobody visits a clinic at 2 in the morning.
    """
    typed = " ".join(text.split())
    match = _CLOCK.search(typed)
    if match is None:
        return read_day(typed, today), None
    before = typed[: match.start()].strip(" ,")
    if before.endswith((" at", "@")) or before.lower() == "at":
        before = before.removesuffix("@").removesuffix("at").strip(" ,")
    return (read_day(before, today) if before else today), _office_time(match[0])


def read_next(text: str, today: date, after: date) -> date | None:
    """The day of the next visit, None for an empty field. `+30` counts from the visit. Raises RuleBroken."""
    typed = text.strip()
    if not typed or typed.lower() in ("none", "no", translate("days", "none").lower()):
        return None
    if typed.startswith("+"):
        return after + (read_day(typed, today) - today)
    return read_day(typed, today)


def say_instant(at: datetime, today: date, zone: tzinfo) -> str:
    """An instant in the agency's zone: Mon, Nov 23, 8:04 AM; in the hour that comes twice with CDT or CST behind it."""
    local = at.astimezone(zone)
    said = f"{say_day(local.date(), today)}, {say_time(local.time())}"
    return f"{said} {local.tzname()}" if comes_twice(local.date(), local.time(), zone) else said


def read_instant(text: str, today: date, zone: tzinfo) -> datetime:
    """The instant that a day and a time mean; a day alone counts as noon. Raises RuleBroken.

    In the hour that the clock shows twice the first is meant, unless the second is named (1:30 AM CST).
    """
    said, _, name = text.strip().rpartition(" ")
    zoned = name in _names_of(zone, today.year)
    day, at = read_when(said if zoned else text, today)
    if at is None:
        at = time(_NOON)
    names = zone_names(day, at, zone)
    if zoned and name not in names:
        words = translate("days", "{name} is not what the clock shows then: it is {right}.")
        raise RuleBroken(words.format(name=name, right=names[0]))
    return instant_of(day, at, zone, second=zoned and name == names[1])


def _names_of(zone: tzinfo, year: int) -> set[str | None]:
    return {datetime(year, month, 1, tzinfo=zone).tzname() for month in (1, 7)}


def said_instant(text: str, today: date, zone: tzinfo) -> str:
    """What was typed, in full, so that it means the same tomorrow; what cannot be read stays as it was typed."""
    try:
        return say_instant(read_instant(text, today, zone), today, zone) if text.strip() else ""
    except RuleBroken:
        return text


def stored_when(text: str, today: date) -> str:
    """A day and time that still mean the same tomorrow; what cannot be read stays as it was typed."""
    try:
        day, at = read_when(text, today)
    except RuleBroken:
        return text
    return f"{day.isoformat()} {at:%H:%M}" if at is not None else day.isoformat()


def shown_when(text: str, today: date) -> str:
    """What was stored, in the words of today."""
    parts = text.split()
    try:
        day = date.fromisoformat(parts[0]) if parts else None
        at = time.fromisoformat(parts[1]) if len(parts) > 1 else None
    except ValueError:
        return text
    return say_when(day, at, today) if day is not None else text


def workdays_after(day: date, count: int) -> date:
    """So many working days on."""
    return us_calendar((day.year, day.year + 1)).working_days_after(day, count)


def _office_time(text: str) -> time:
    at = read_time(text)
    return at.replace(hour=at.hour + _NOON) if _PLAIN_HOUR.fullmatch(text.strip()) else at
