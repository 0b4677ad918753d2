"""What all parts of the sample share: the day, the chance, the calendar, the lists and the people who work here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hhcrm.domain.loop import WorkingHours
from hhcrm.domain.words import SourceStage
from hhcrm.domain.workdays import Calendar
from hhcrm.services.sample.batch import Batch
from hhcrm.services.sample.places import Place

DAY_BEGINS = time(7, 30)
"""The sample stands still at this time of its day: nothing in it has happened later."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Liaison:
    """A liaison with the territory that goes with the place in the list."""

    user_id: int
    name: str


@dataclass(slots=True)
class Person:
    """A contact as the other parts need it."""

    id: int
    first: str
    role: str
    npi: str | None


@dataclass(slots=True)
class Account:
    """A source as the other parts need it; filled part by part."""

    id: int
    kind: str
    name: str
    place: Place
    owner: int
    potential: float
    stage: SourceStage = SourceStage.ACTIVE
    stage_since: date = date.min
    cadence: int = 30
    sends_from: date | None = None
    sends_until: date | None = None
    story: str = ""
    due: date | None = None
    people: list[Person] = field(default_factory=list)

    @property
    def is_medical(self) -> bool:
        """Whether patients there are under medical care, so that the government's line is the usual one."""
        return self.kind not in ("home_care_agency", "elder_law_attorney", "senior_centre", "independent_living")


@dataclass(slots=True)
class World:
    """The sample in the making."""

    seed: int
    today: date
    months: int
    zone: ZoneInfo
    calendar: Calendar
    batch: Batch
    lookups: dict[str, dict[str, int]]
    liaisons: tuple[Liaison, ...]
    intake: str
    territories: list[int] = field(default_factory=list)
    materials: list[int] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)

    def chance(self, part: str) -> Random:
        """The dice of one part: throwing them more often in one part leaves the others as they were."""
        return Random(f"{self.seed}|{self.today.isoformat()}|{part}")

    @property
    def begin(self) -> date:
        """The first day of the sample's months."""
        month = self.today.year * 12 + self.today.month - 1 - self.months
        return date(month // 12, month % 12 + 1, 1)

    @property
    def yesterday(self) -> date:
        """The last working day that is over."""
        return self.working_before(self.today - _DAY)

    @property
    def cutoff(self) -> datetime:
        """The instant at which the sample stands still."""
        return self.at(self.today, DAY_BEGINS)

    @property
    def hours(self) -> WorkingHours:
        """The agency's working hours."""
        return WorkingHours(self.zone, self.calendar)

    def at(self, day: date, clock: time) -> datetime:
        """The instant of a wall time."""
        return datetime.combine(day, clock, tzinfo=self.zone).astimezone(UTC)

    def working_before(self, day: date) -> date:
        """The day itself when it is a working day, else the last one before it."""
        while not self.calendar.is_working(day):
            day -= _DAY
        return day
