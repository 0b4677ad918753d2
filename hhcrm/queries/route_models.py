"""A day on the road as frozen lines: where to, in which order, whom to ask for. No SQLAlchemy here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised there and is still open."""

    text: str
    due_on: date


@dataclass(frozen=True, slots=True)
class RouteStop:
    """One visit of the day. Nothing in it is about a patient.

    `drive` are the minutes that lead to it, None where nobody drives (a call, an e-mail) or it is not known from where;
    it is `guessed` where one of the two places is not known. `short_by` says by how many minutes the drive is longer
    than the time there is for it. `ask_for` are the people to see, `next_step` is that of the last visit, on `last_on`.
    """

    visit_id: int
    source_id: int
    source: str
    number: str
    kind: str
    starts: time | None
    minutes: int
    done: bool
    drive: int | None = None
    guessed: bool = False
    short_by: int = 0
    address: str = ""
    phone: str = ""
    ask_for: str = ""
    purpose: str = ""
    last_on: date | None = None
    next_step: str = ""
    promises: tuple[Promise, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteSheet:
    """One person's day: the stops in visiting order, and the minutes back at its end (None where it is not known)."""

    agency: str
    whose: str
    day: date
    today: date
    stops: tuple[RouteStop, ...]
    back: int | None = None
    notes: tuple[str, ...] = ()
    """Holidays and time off."""

    @property
    def drive(self) -> int:
        """All minutes on the way."""
        return sum(stop.drive or 0 for stop in self.stops) + (self.back or 0)
