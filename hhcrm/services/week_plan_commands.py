"""What people order for a planned week. No SQLAlchemy here: the window imports these early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class WeekVisit:
    """One visit of the proposal, with what it rests on.

    `due_on` and `last_visit_on` are those of the source when the proposal was made. `visit_id` (read at `version`) is a
    visit that was planned without a time before: it gets this day and time.
    """

    source_id: int
    kind_id: int
    visit_on: date
    start_time: time
    minutes: int
    due_on: date
    last_visit_on: date | None
    visit_id: int | None = None
    version: int | None = None

    @property
    def ends(self) -> int:
        """The minute of the day at which it is over."""
        return self.start_time.hour * 60 + self.start_time.minute + self.minutes


@dataclass(frozen=True, slots=True)
class AcceptWeek:
    """Put a proposal into the calendar of a liaison.

    `planned` are the visits, each with its version, that were planned for this week (`monday` to Sunday) when the
    proposal was made.
    """

    liaison_id: int
    monday: date
    visits: tuple[WeekVisit, ...]
    planned: tuple[tuple[int, int], ...]
