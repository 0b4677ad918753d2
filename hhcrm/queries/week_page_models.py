"""The week on one page as frozen lines; no database library here, the window and the printed page import it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hhcrm.domain.measures import Better, MeasureUnit
from hhcrm.domain.standing_out import GOOD, Kind
from hhcrm.queries.measure_models import LoopsBehind, MeasureFilter
from hhcrm.queries.measures.models import Reading, ReadingBehind
from hhcrm.queries.referral_models import ReferralFilter

USUAL_WEEKS = 8
"""So many weeks before the one that is shown make up what is usual."""

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class WeekAsk:
    """The week that begins on this Monday, and whose; None means any."""

    monday: date
    liaison_id: int | None = None
    type_id: int | None = None
    territory_id: int | None = None

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + _WEEK - timedelta(days=1)

    def over(self, first: date, last: date) -> MeasureFilter:
        """The same people and sources over other days."""
        return MeasureFilter(first, last, self.liaison_id, self.type_id, self.territory_id)

    def week(self, back: int = 0) -> MeasureFilter:
        """The week, or the one so many weeks before it; less than nothing is after it."""
        return self.over(self.monday - back * _WEEK, self.sunday - back * _WEEK)

    def usual(self) -> MeasureFilter:
        """The weeks that make up what is usual, together."""
        return self.over(self.monday - USUAL_WEEKS * _WEEK, self.monday - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class OpensSource:
    """The page of a source."""

    source_id: int


@dataclass(frozen=True, slots=True)
class OpensCapacity:
    """What a liaison has too much of, and what could be changed."""

    liaison_id: int


Opens = ReferralFilter | ReadingBehind | LoopsBehind | OpensSource | OpensCapacity
"""Where somebody goes who wants to see what a line rests on."""


@dataclass(frozen=True, slots=True)
class WeekFigure:
    """What moved: a figure of the week, of the week before and of the usual weeks together; `running` is the week that
    runs, where the week shown is the last whole one.

    `opens` is what stands behind `now`; nothing where there is none. `summed` says that the usual weeks are to be
    divided by how many they are, because the figure counts; a share is that of all their cases. `usual_weeks` is how
    many of them lie since the agency's first record: a week that nobody noted is not a week without referrals.
    """

    key: str
    title: str
    unit: MeasureUnit
    better: Better
    summed: bool
    now: Reading
    before: Reading
    usual: Reading
    running: Reading | None
    opens: Opens | None
    usual_weeks: int = USUAL_WEEKS

    @property
    def usual_value(self) -> float | None:
        """The mean of the usual weeks; None where there are none."""
        if self.usual.value is None or not self.summed:
            return self.usual.value
        return self.usual.value / self.usual_weeks if self.usual_weeks else None


@dataclass(frozen=True, slots=True)
class StandOut:
    """One thing that stands out, with why in words and with the rows behind it; no word about a patient.

    `weight` ranks it among its kind, `cases` is how many rows it opens where it opens rows.
    """

    kind: Kind
    key: str
    title: str
    why: str
    weight: float
    opens: Opens
    cases: int | None = None

    @property
    def good(self) -> bool:
        """Whether it is good news."""
        return self.kind in GOOD


@dataclass(frozen=True, slots=True)
class WeekCount:
    """Referrals and completed counting visits of a week, given by its Monday."""

    monday: date
    referrals: int
    visits: int


@dataclass(frozen=True, slots=True)
class WeekPage:
    """The week on one page. `until` is its last day that has come; `left` counts what stands out but is not named.

    `weeks` are the usual weeks and this one, the earliest first.
    """

    asked: WeekAsk
    today: date
    until: date
    whose: str
    figures: tuple[WeekFigure, ...]
    stands_out: tuple[StandOut, ...]
    left: int
    weeks: tuple[WeekCount, ...]
    fewest: int
    first_on: date | None = None
    """The day of the agency's first record; None where there is none."""

    def was_noted(self, back: int = 0) -> bool:
        """Whether somebody wrote anything down by the end of the week, or of the one so many weeks before it."""
        if self.first_on is None:  # nothing came in this week; of those before nobody knows
            return back == 0
        return self.first_on <= self.asked.sunday - back * _WEEK

    @property
    def runs(self) -> bool:
        """Whether the week is not over."""
        return self.until < self.asked.sunday or self.today <= self.asked.sunday
