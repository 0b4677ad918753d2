"""Events of a calendar file as an import takes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event, or one occurrence of a repeating one, as the agency's clock has it.

    `line` is where the event begins in the file, `recurrence` names the occurrence ("" for an event by itself), `base`
    is when it was when it left us, None where it did not come from here.
    """

    line: int
    uid: str
    recurrence: str
    day: date
    start: time | None
    minutes: int | None
    summary: str
    location: str
    categories: tuple[str, ...]
    cancelled: bool
    base: str | None


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """What an importer must know of the whole file: every event's (uid, recurrence), and which UIDs repeat, followed
    until which day.
    """

    keys: frozenset[tuple[str, str]] = frozenset()
    series: frozenset[str] = frozenset()
    until: date | None = None
