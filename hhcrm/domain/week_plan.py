"""A liaison's week as a problem and as a plan: what may be seen when, how long the drives are, what a plan must keep.

Times are whole minutes after midnight of the agency's wall time, places are degrees, worth is that of product.md,
section 5. Solving is the business of `hhcrm.planning`; here is what both sides, and whoever shows a plan, agree on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import asin, ceil, cos, radians, sin, sqrt

from hhcrm.domain.errors import KnownFault

EARTH_RADIUS_MILES = 3958.8
"""Mean radius (IUGG, 6371.0 km)."""

ITERATIONS = 30_000
"""How long the solver looks, in its own steps: about five seconds for 120 candidates and five days."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the earth, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Window:
    """Open from and until, in minutes after midnight; a visit lies within it from its start to its end."""

    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source that may be seen this week.

    `worth` and `windows` have one entry for each of the problem's days. No window on a day: closed that day.
    """

    source_id: int
    place: Place | None
    minutes: int
    worth: tuple[float, ...]
    windows: tuple[tuple[Window, ...], ...]


@dataclass(frozen=True, slots=True)
class Appointment:
    """A visit planned with a time; it stays where it is. `key` is the caller's name for it."""

    key: str
    source_id: int | None
    place: Place | None
    day: date
    starts: int
    minutes: int

    @property
    def ends(self) -> int:
        """When it is over."""
        return self.starts + self.minutes


@dataclass(frozen=True, slots=True)
class Pin:
    """A candidate the person wants in the plan: on this day and at this time, where they are given."""

    source_id: int
    day: date | None = None
    starts: int | None = None


@dataclass(frozen=True, slots=True)
class Lunch:
    """So many minutes without a visit or a drive, begun between `earliest` and `latest`."""

    earliest: int
    latest: int
    minutes: int


@dataclass(frozen=True, slots=True)
class WorkDay:
    """A working day, from leaving `start_place` to being at `end_place`."""

    day: date
    starts: int
    ends: int
    start_place: Place | None
    end_place: Place | None
    lunch: Lunch | None = None


@dataclass(frozen=True, slots=True)
class Travel:
    """How a drive is guessed: road miles are straight ones x `road_factor`, at so many miles an hour.

    `unknown_minutes` is the drive to or from a place that is not known, `park_minutes` are added to every other.
    """

    road_factor: float
    miles_per_hour: float
    unknown_minutes: int
    park_minutes: int

    def minutes(self, origin: Place | None, target: Place | None) -> int:
        """Minutes on the way between two places, parking included."""
        if origin is None or target is None:
            return self.unknown_minutes
        hours = miles_between(origin, target) * self.road_factor / self.miles_per_hour
        return ceil(hours * 60 - 1e-9) + self.park_minutes


@dataclass(frozen=True, slots=True)
class PlanProblem:
    """What is to be planned. `minutes_worth` is how much worth a driven minute must bring to be driven.

    The same problem gives the same plan. `iterations` bounds the search.
    """

    days: tuple[WorkDay, ...]
    candidates: tuple[Candidate, ...]
    appointments: tuple[Appointment, ...]
    pins: tuple[Pin, ...]
    travel: Travel
    minutes_worth: float
    seed: int = 1
    iterations: int = ITERATIONS


@dataclass(frozen=True, slots=True)
class PlannedStop:
    """A visit of the plan. `drive_minutes` lead to it, `key` is that of an appointment, else empty.

    `fixed` stops are appointments, `pinned` ones the person's; `worth` is that of the visit on this day (0 for an
    appointment).
    """

    source_id: int | None
    key: str
    day: date
    starts: int
    minutes: int
    drive_minutes: int
    fixed: bool
    pinned: bool
    worth: float

    @property
    def ends(self) -> int:
        """When it is over."""
        return self.starts + self.minutes


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day of the plan: its stops in order, when lunch begins, the drive at the end.

    No lunch on a day that is over before lunch must begin, or whose appointments leave no place for it.
    """

    day: date
    stops: tuple[PlannedStop, ...]
    lunch_starts: int | None
    drive_home_minutes: int

    @property
    def worth(self) -> float:
        """Worth of its visits."""
        return sum(stop.worth for stop in self.stops)

    @property
    def drive_minutes(self) -> int:
        """All minutes driven."""
        return sum(stop.drive_minutes for stop in self.stops) + self.drive_home_minutes


class LeftOutWhy(StrEnum):
    """Why a candidate is not in the plan."""

    CLOSED = "closed"  # on each of the days, or never open for as long as the visit takes
    NO_WORTH = "no worth"  # not urgent on any of the days
    TOO_FAR = "too far"  # the drive costs more than the visit brings
    NO_TIME = "no time"  # visits that bring more took its place
    NOT_WEIGHED = "not weighed"  # too many candidates: others promised more for their drive
    HAS_APPOINTMENT = "has appointment"  # is seen this week anyhow


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate that is not in the plan."""

    source_id: int
    why: LeftOutWhy


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A plan: every day of the problem, and who is left out.

    `by` names what solved it ("PyVRP" or "simple"). `done` is False for a first plan, and when the person stopped it.
    """

    days: tuple[PlannedDay, ...]
    left_out: tuple[LeftOut, ...]
    by: str
    done: bool

    @property
    def worth(self) -> float:
        """Worth of all visits."""
        return sum(day.worth for day in self.days)

    @property
    def drive_minutes(self) -> int:
        """All minutes driven."""
        return sum(day.drive_minutes for day in self.days)

    @property
    def stops(self) -> tuple[PlannedStop, ...]:
        """All stops, day by day in order."""
        return tuple(stop for day in self.days for stop in day.stops)


class CannotPlan(KnownFault):
    """Nothing can be planned. `source_ids` and `keys` name the candidates and appointments that stand in the way."""

    def __init__(self, words: str, source_ids: Sequence[int] = (), keys: Sequence[str] = ()) -> None:
        super().__init__(words)
        self.source_ids = tuple(source_ids)
        self.keys = tuple(keys)


def miles_between(one: Place, other: Place) -> float:
    """Great-circle distance in miles (haversine)."""
    up, along = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    chord = sin(up / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(along / 2) ** 2
    return 2 * EARTH_RADIUS_MILES * asin(min(1.0, sqrt(chord)))
