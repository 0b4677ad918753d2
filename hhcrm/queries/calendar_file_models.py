"""What a calendar file says of a visit: nothing of people or patients."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from hhcrm.domain.words import VisitStatus


@dataclass(frozen=True, slots=True)
class CalendarWanted:
    """Which visits go into a calendar file: of some days, of one liaison; all of them where nothing is said."""

    from_on: date | None = None
    until_on: date | None = None
    liaison_id: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarExtent:
    """How many visits there are, and the first and last of their days."""

    count: int
    first_on: date | None
    last_on: date | None


@dataclass(frozen=True, slots=True)
class CalendarVisit:
    """One visit. `start` is a wall time in the agency's zone, None for a visit without a time; `address` is one line.

    `sequence` grows with each change; `changed_at` is when it was last changed.
    """

    uid: str
    recurrence: str
    day: date
    start: time | None
    minutes: int | None
    source: str
    kind: str
    address: str
    status: VisitStatus
    sequence: int
    changed_at: datetime
