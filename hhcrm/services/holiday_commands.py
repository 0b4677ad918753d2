"""What people order about holidays and time off. No SQLAlchemy here: the window imports these early.

What takes days away may say what becomes of the visits that are planned on them: `fates`, carried out in the same step.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hhcrm.services.moved_commands import VisitFate


@dataclass(frozen=True, slots=True)
class AddHoliday:
    """A day on which the agency does not work."""

    day: date
    name: str
    fates: tuple[VisitFate, ...] = ()


@dataclass(frozen=True, slots=True)
class EditHoliday:
    """Another name, or another day, for a holiday that was read at `version`."""

    holiday_id: int
    version: int
    day: date
    name: str
    fates: tuple[VisitFate, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveHoliday:
    """The agency works on this day after all."""

    holiday_id: int
    version: int


@dataclass(frozen=True, slots=True)
class FillHolidays:
    """Put in the holidays of these years in a state ("TN"); "" means the state of the agency's ZIP.

    Days that the agency has already stay as they are.
    """

    years: tuple[int, ...]
    state: str = ""
    fates: tuple[VisitFate, ...] = ()


@dataclass(frozen=True, slots=True)
class AddTimeOff:
    """Days on which a user sees nobody, both included."""

    user_id: int
    from_on: date
    until_on: date
    why: str = ""
    fates: tuple[VisitFate, ...] = ()


@dataclass(frozen=True, slots=True)
class EditTimeOff:
    """Set the days and the reason of time off that was read at `version`."""

    time_off_id: int
    version: int
    from_on: date
    until_on: date
    why: str = ""
    fates: tuple[VisitFate, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveTimeOff:
    """The person works on these days after all."""

    time_off_id: int
    version: int
