"""A person as a vCard holds one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where a person works or worked, as our own cards say it."""

    source: str
    zip: str = ""
    role: str = ""
    title: str = ""
    department: str = ""
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `phones` and `emails` are (kind, text) in our words; `places` stand in our own cards only.

    `number` is its place in the file, from 1; `key` the contact_id of the agency that wrote it.
    """

    number: int
    first_name: str = ""
    last_name: str = ""
    credentials: str = ""
    organization: str = ""
    department: str = ""
    title: str = ""
    role: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    emails: tuple[tuple[str, str], ...] = ()
    npi: str = ""
    part: str = ""
    channel: str = ""
    needs: str = ""
    notes: str = ""
    key: int | None = None
    own: bool = False
    places: tuple[CardPlace, ...] = field(default=())

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()
