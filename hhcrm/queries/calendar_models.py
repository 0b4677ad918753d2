"""The calendar's questions and answers as frozen lines. No SQLAlchemy here: the window imports these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from hhcrm.domain.words import DueState, VisitStatus
from hhcrm.queries.holiday_models import HolidayLine, TimeOffLine


@dataclass(frozen=True, slots=True)
class CalendarFilter:
    """Whose visits, and to which sources; None is everybody and everything."""

    liaison_id: int | None = None
    type_id: int | None = None
    territory_id: int | None = None


@dataclass(frozen=True, slots=True)
class VisitMark:
    """One visit as the calendar shows it.

    `number` is "3/5" where a planned visit is that one of a prospect's; `minutes` the visit's own length, None where
    it has none; `usual_minutes` that of its kind.
    """

    visit_id: int
    source_id: int
    source: str
    visit_on: date
    start_time: time | None
    minutes: int | None
    usual_minutes: int
    status: VisitStatus
    kind: str
    liaison_id: int | None
    liaison: str
    purpose: str
    number: str
    version: int
    proposed: bool = False
    """Not planned yet, but proposed for the week; `pinned` is one that the person wants there."""
    pinned: bool = False

    @property
    def length(self) -> int:
        """Minutes that it takes up."""
        return self.minutes or self.usual_minutes


@dataclass(frozen=True, slots=True)
class CalendarSpan:
    """The days from `first` to `last`.

    `visits` stand in the order of their days, those without a time first; of a very full day only so many as were asked
    for, `counts` says how many there are. `unfilled` are years of the span without any holiday.
    """

    first: date
    last: date
    visits: tuple[VisitMark, ...] = ()
    counts: Mapping[date, int] = field(default_factory=dict)
    holidays: tuple[HolidayLine, ...] = ()
    time_off: tuple[TimeOffLine, ...] = ()
    unfilled: tuple[int, ...] = ()

    def holiday(self, day: date) -> str:
        """What the holiday on this day is called, "" where it is none."""
        return next((line.name for line in self.holidays if line.day == day), "")

    def away(self, day: date) -> tuple[TimeOffLine, ...]:
        """Who is away on this day."""
        return tuple(line for line in self.time_off if line.covers(day))

    def of(self, day: date) -> tuple[VisitMark, ...]:
        """The visits of one day."""
        return tuple(mark for mark in self.visits if mark.visit_on == day)


@dataclass(frozen=True, slots=True)
class DueLine:
    """A source that is due and has no planned visit.

    `tag` and `detail` (the latest day, what fell through, which visit it will be) are ready words.
    """

    source_id: int
    name: str
    due_on: date
    tag: str
    detail: str
    state: DueState
    owner_id: int | None
    owner: str


@dataclass(frozen=True, slots=True)
class DueTray:
    """Who is due until `last` and has no planned visit, the most urgent first; `total` counts all of them.

    `any` tells whether there is a source at all that can be due.
    """

    last: date
    total: int
    lines: tuple[DueLine, ...]
    any: bool


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """A week against what fits: `asks` is how many visits a week the cadences ask for."""

    monday: date
    done: int
    planned: int
    fits: int
    working_days: int
    asks: int

    @property
    def over(self) -> int:
        """How many more visits the rhythm asks for than fit."""
        return max(0, self.asks - self.fits)


@dataclass(frozen=True, slots=True)
class VisitGuess:
    """What a visit to a source usually is: kind, length, whose."""

    source_id: int
    source: str
    kind_id: int
    minutes: int
    liaison_id: int | None


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a visit to a source fits next."""

    guess: VisitGuess
    visit_on: date
    start_time: time


@dataclass(frozen=True, slots=True)
class VisitListPage:
    """A page of the calendar's list."""

    offset: int
    total: int
    lines: tuple[VisitMark, ...]


@dataclass(frozen=True, slots=True)
class DayPage:
    """What the pages of some days need: their visits with place and people, in order.

    `everybody` is whether they are of more than one person, so that each visit says whose it is.
    """

    agency: str
    whose: str
    span: CalendarSpan
    everybody: bool = False
    places: Mapping[int, str] = field(default_factory=dict)
    """By visit: address and phone of the source, people to see."""
