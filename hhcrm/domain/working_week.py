"""The hours an agency works on each day of the week, and how they are written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate

DAYS_OF_A_WEEK = 7
_WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when on one day, as wall times."""

    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class WorkingWeek:
    """The hours of each day from Monday on; None is a day on which the agency does not work."""

    days: tuple[Hours | None, ...]

    @property
    def weekdays(self) -> frozenset[int]:
        """The days that are worked, Monday 0."""
        return frozenset(day for day, hours in enumerate(self.days) if hours is not None)

    @property
    def opens(self) -> time:
        """The earliest start of any day."""
        return min(hours.starts for hours in self.days if hours is not None)

    @property
    def closes(self) -> time:
        """The latest end of any day."""
        return max(hours.ends for hours in self.days if hours is not None)

    def plain(self) -> list[list[str] | None]:
        """As JSON keeps it: ["08:00", "17:00"] or null, seven times."""
        return [None if hours is None else [f"{hours.starts:%H:%M}", f"{hours.ends:%H:%M}"] for hours in self.days]


USUAL_WEEK = WorkingWeek((Hours(time(8), time(17)),) * _WORKDAYS + (None,) * (DAYS_OF_A_WEEK - _WORKDAYS))
"""Monday to Friday, the usual office hours: our choice."""


def read_week(value: object) -> WorkingWeek:
    """A week from what JSON keeps. Raises RuleBroken for what is none."""
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != DAYS_OF_A_WEEK:
        raise RuleBroken(translate("settings", "A working week has seven days."), "working_week")
    week = WorkingWeek(tuple(_read_hours(each) for each in value))
    if not week.weekdays:
        raise RuleBroken(translate("settings", "The agency works on one day of the week at least."), "working_week")
    return week


def _read_hours(value: object) -> Hours | None:
    if value is None:
        return None
    try:
        hours = Hours(*(time.fromisoformat(each) for each in _parts(value)))
    except (TypeError, ValueError):
        raise RuleBroken(
            translate("settings", "Give hours as a start and an end, such as 8:00 and 17:00."), "working_week"
        ) from None
    if hours.starts >= hours.ends:
        raise RuleBroken(translate("settings", "A working day ends after it starts."), "working_week")
    return hours


def _parts(value: object) -> Sequence[str]:
    """The two texts of a pair; what is none raises TypeError in its turn."""
    if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
        raise TypeError(value)
    return value
