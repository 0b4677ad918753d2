"""Planned visits that ask for another place, as frozen lines. No SQLAlchemy here: the window imports these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TypeAlias

from hhcrm.domain.working_week import WorkingWeek


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A planned visit whose day has passed or falls away, and where it would go next.

    `to_on` is None where no place is offered, `note` says why then; `to_at` is None where the visit had no time either.
    """

    visit_id: int
    version: int
    source_id: int
    source: str
    liaison: str
    visit_on: date
    start_time: time | None
    minutes: int
    to_on: date | None = None
    to_at: time | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AwayDays:
    """Somebody would be away on these days, both included; `time_off_id` is what they would stand in the place of.

    `whole` means all visits on these days, also those that lie in days off already.
    """

    user_id: int
    from_on: date
    until_on: date
    time_off_id: int = 0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """The agency would have these days off; `holiday_id` is what they would stand in the place of."""

    days: tuple[date, ...]
    holiday_id: int = 0


@dataclass(frozen=True, slots=True)
class OtherWeek:
    """The agency would work these hours from a day on."""

    week: WorkingWeek
    from_on: date


DaysChange: TypeAlias = AwayDays | ClosedDays | OtherWeek
"""What may take the days of planned visits away."""
