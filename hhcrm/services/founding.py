"""The command that sets an agency up; known to the window without the database library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hhcrm.domain.words import UserRole


@dataclass(frozen=True, slots=True)
class FoundAgency:
    """Set an agency up: its name, ZIP code and time zone, and the people who work with the program.

    `payers` (codes) are accepted for each of `lines` (codes) from today on; `served` are ZIP codes.
    """

    name: str
    zip: str
    time_zone: str
    people: tuple[tuple[str, UserRole], ...]
    today: date
    lines: tuple[str, ...] = ()
    payers: tuple[str, ...] = ()
    served: tuple[str, ...] = ()
