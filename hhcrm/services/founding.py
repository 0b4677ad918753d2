"""The command that sets an agency up; known to the window without the database library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hhcrm.domain.words import UserRole


@dataclass(frozen=True, slots=True)
class FoundAgency:
    """Set an agency up: its name, ZIP code and time zone, and the people who work with the program."""

    name: str
    zip: str
    time_zone: str
    people: tuple[tuple[str, UserRole], ...]
    today: date
