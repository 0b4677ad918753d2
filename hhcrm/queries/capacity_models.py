"""Capacity's answers as frozen lines. No SQLAlchemy here: the window imports these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hhcrm.domain.capacity import Load, Means


@dataclass(frozen=True, slots=True)
class WeekRoom:
    """A week of one person, or of several together: working days on which they are there, visits that fit, visits due.

    What was done already in the week that runs counts among its visits due.
    """

    monday: date
    working_days: int
    possible: float
    due: int


@dataclass(frozen=True, slots=True)
class PersonRoom:
    """What the rhythm asks of one person, and the weeks to come.

    `asked` is visits a week, `asked_by_active` those of active sources among them.
    """

    user_id: int
    name: str
    active: int
    prospects: int
    asked: float
    asked_by_active: float
    means: Means
    weeks: tuple[WeekRoom, ...]

    @property
    def load(self) -> Load:
        """A week as these are on average: holidays and time off lie in some of them."""
        return Load(self.asked, _mean(self.weeks))


@dataclass(frozen=True, slots=True)
class CadenceChange:
    """Another cadence for one source, with the reason in words. `visits` a week are spared, or cost where it is less.

    `version` is that of the source as it was read.
    """

    source_id: int
    version: int
    name: str
    from_days: int
    to_days: int
    visits: float
    why: str


@dataclass(frozen=True, slots=True)
class PersonAdvice:
    """What one person could change: cadences to stretch, or what there is room for. `left` stay too many even then.

    `more_prospects` is how many more a month there is room for instead of seeing `changes` more often.
    """

    room: PersonRoom
    changes: tuple[CadenceChange, ...] = ()
    left: int = 0
    more_prospects: int = 0


@dataclass(frozen=True, slots=True)
class CapacityView:
    """Capacity of one liaison, or of everybody who has sources, over the weeks to come. `whose` is None for everybody.

    `unowned` counts the active sources and prospects that are nobody's: they are in no figure.
    """

    whose: int | None
    people: tuple[PersonAdvice, ...]
    unowned: int = 0

    @property
    def load(self) -> Load:
        """All of them together."""
        return together([each.room for each in self.people])

    @property
    def weeks(self) -> tuple[WeekRoom, ...]:
        """The weeks of all of them together."""
        return weeks_together([each.room for each in self.people])


def together(people: Sequence[PersonRoom]) -> Load:
    """What is asked of several people, against what fits."""
    return Load(sum(each.asked for each in people), sum(_mean(each.weeks) for each in people))


def weeks_together(people: Sequence[PersonRoom]) -> tuple[WeekRoom, ...]:
    """The weeks of several people, added up."""
    return tuple(
        WeekRoom(
            weeks[0].monday,
            sum(week.working_days for week in weeks),
            sum(week.possible for week in weeks),
            sum(week.due for week in weeks),
        )
        for weeks in zip(*(each.weeks for each in people), strict=True)
    )


def _mean(weeks: tuple[WeekRoom, ...]) -> float:
    return sum(week.possible for week in weeks) / len(weeks) if weeks else 0.0
