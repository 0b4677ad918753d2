"""Days, moments, numbers and lists as narrow places say them; without Qt."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from hhcrm.domain.days import say_month_day, say_time, say_year_day
from hhcrm.domain.wording import translate

_SHORT = 32
_DAYS_FROM = 48
"""Hours from which on a span is said in days."""

_SOON = timedelta(days=300)


def short_day(day: date, today: date) -> str:
    """A day as a narrow cell shows it: Dec 4; with its year when that is neither this year's nor soon."""
    soon = timedelta() <= day - today < _SOON
    return say_month_day(day) if day.year == today.year or soon else say_year_day(day)


def amount(value: float | None) -> str:
    """A number without a needless decimal: 14, 4.5, 1,200; nothing where it is not known."""
    if value is None:
        return ""
    rounded = round(value, 1)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"


def joined(*parts: str) -> str:
    """Parts with dots between them; a line breaks between parts, not inside a short one."""
    kept = (part.replace(" ", "\u00a0") if len(part) <= _SHORT else part for part in parts if part)
    return "  ·  ".join(kept)


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its word: 1 source, 312 sources."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def moment_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """When something was done, in the agency's time zone: today 9:04 AM, Nov 4 2:15 PM."""
    local, here = at.astimezone(zone), now.astimezone(zone)
    day = translate("days", "today") if local.date() == here.date() else short_day(local.date(), here.date())
    return f"{day} {say_time(local.time())}"


def size_words(size: int) -> str:
    """How large a file is."""
    if size < 1024:
        return translate("days", "{size} bytes").format(size=size)
    if size < 1024 * 1024:
        return translate("days", "{size:,.0f} KB").format(size=size / 1024)
    return translate("days", "{size:,.1f} MB").format(size=size / 1024 / 1024)


def hours_words(hours: float) -> str:
    """A span as people say it: 40 min, 3.5 h, 4 days."""
    if hours < 1:
        return translate("days", "{minutes} min").format(minutes=max(round(hours * 60), 0))
    if hours < _DAYS_FROM:
        return translate("days", "{hours} h").format(hours=amount(hours))
    return translate("days", "{days} days").format(days=round(hours / 24))
