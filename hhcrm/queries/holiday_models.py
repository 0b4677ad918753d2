"""Holidays and time off as they are shown. No SQLAlchemy here: the window imports these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """A day on which the agency does not work."""

    holiday_id: int
    day: date
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class TimeOffLine:
    """Days on which a user sees nobody, both included."""

    time_off_id: int
    user_id: int
    user: str
    from_on: date
    until_on: date
    why: str
    version: int

    def covers(self, day: date) -> bool:
        """Whether the person is away on this day."""
        return self.from_on <= day <= self.until_on
