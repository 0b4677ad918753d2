"""What people order on the calendar. No SQLAlchemy here: the window imports these early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class MoveVisit:
    """Put a planned visit that was read at `version` on a day, and a time or none."""

    visit_id: int
    version: int
    visit_on: date
    start_time: time | None


@dataclass(frozen=True, slots=True)
class SetVisitLength:
    """How long a planned visit that was read at `version` is to take."""

    visit_id: int
    version: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ReopenVisit:
    """A missed or cancelled visit that was read at `version` is planned again."""

    visit_id: int
    version: int
