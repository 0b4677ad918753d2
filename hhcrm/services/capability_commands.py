"""What people order about what the agency can take. No SQLAlchemy here: the window imports these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hhcrm.domain.words import CapacityState, PolicyKind


@dataclass(frozen=True, slots=True)
class SetCapacity:
    """What a discipline can take from now on; `until_on` is the last day for which it is meant.

    `seen` is the id of the word that held when it was read, None where nobody had said anything.
    """

    discipline_id: int
    state: CapacityState
    seen: int | None
    until_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DescribeLine:
    """What the page of public information says of a service line, as read at `version`."""

    service_line_id: int
    version: int
    offered: str
    limits: str


@dataclass(frozen=True, slots=True)
class ReviewPolicy:
    """That a policy or the public information was reviewed, and the day of the next review."""

    kind: PolicyKind
    reviewed_on: date
    next_on: date
    note: str = ""
