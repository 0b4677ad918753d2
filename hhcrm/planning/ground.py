"""A week made ready for solving: visits with their windows, the minutes between all places, and each day in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from hhcrm.domain.week_plan import Lunch, Place, Travel, WorkDay

STEP = 5
"""Starts are put on whole five minutes where the day has room for it."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Something to be seen. `windows` (opens, closes) and `worth` have one entry for each day.

    `spot` is its line in the table of drives. An appointment, and a pin with a time, is `timed`: its one window is just
    as long as it. What `must` be seen is in every plan; `fixed` are the appointments among them.
    """

    source_id: int | None
    key: str
    spot: int
    minutes: int
    worth: tuple[float, ...]
    windows: tuple[tuple[tuple[int, int], ...], ...]
    timed: bool = False
    must: bool = False
    fixed: bool = False

    def days(self) -> tuple[int, ...]:
        """The days, as numbers, on which it may be seen."""
        return tuple(day for day, windows in enumerate(self.windows) if windows)

    def start(self, day: int, ready: float) -> float:
        """When it begins if one is there at `ready`; infinite when it does not open long enough after that."""
        for opens, closes in self.windows[day]:
            begins = ready if ready > opens else opens
            if begins + self.minutes <= closes:
                return begins
        return inf


@dataclass(frozen=True, slots=True)
class Ground:
    """The whole week. `drives[a][b]` are the minutes from spot a to spot b.

    `lunches` has the lunch that each day owes; None where there is none or appointments leave no place for it.
    """

    days: tuple[WorkDay, ...]
    visits: tuple[Visit, ...]
    drives: tuple[tuple[int, ...], ...]
    start_spots: tuple[int, ...]
    end_spots: tuple[int, ...]
    lunches: tuple[Lunch | None, ...]
    minutes_worth: float

    def driven(self, day: int, order: Sequence[int]) -> int:
        """Minutes driven on a day with these visits in this order; nobody leaves home for none."""
        if not order:
            return 0
        spots = [self.start_spots[day], *(self.visits[visit].spot for visit in order), self.end_spots[day]]
        return sum(self.drives[here][there] for here, there in pairwise(spots))

    def room(self, day: int, order: Sequence[int]) -> float:
        """The minutes of a day that are free at the very most; infinite where visits have a time, since drives between
        such may be shorter than the guess."""
        if any(self.visits[visit].timed for visit in order):
            return inf
        work, lunch = self.days[day], self.lunches[day]
        last = work.ends if lunch is None else max(lunch.latest, work.ends - lunch.minutes)
        taken = self.driven(day, order) + sum(self.visits[visit].minutes for visit in order)
        return last - work.starts - taken

    def value(self, routes: Sequence[Sequence[int]]) -> float:
        """What a plan is worth less what its drives cost; routes are the visits of each day in order."""
        return sum(self.gained(day, order) for day, order in enumerate(routes))

    def gained(self, day: int, order: Sequence[int]) -> float:
        """What a day is worth less what its drives cost."""
        worth = sum(self.visits[visit].worth[day] for visit in order)
        return worth - self.minutes_worth * self.driven(day, order)


@dataclass(frozen=True, slots=True)
class DayTimes:
    """When each visit of a day begins, and lunch (None: none)."""

    starts: tuple[int, ...]
    lunch: int | None


def drive_table(places: Sequence[Place | None], travel: Travel) -> tuple[tuple[int, ...], ...]:
    """Minutes between all places; from a spot to itself too, since two sources may share one."""
    table = [[0] * len(places) for _ in places]
    for row, origin in enumerate(places):
        for column in range(row, len(places)):
            table[row][column] = table[column][row] = travel.minutes(origin, places[column])
    return tuple(map(tuple, table))


def fits(ground: Ground, day: int, order: Sequence[int]) -> bool:
    """Whether a day can be driven in this order."""
    return _walk(ground, day, order, 1, None)


def day_times(ground: Ground, day: int, order: Sequence[int]) -> DayTimes | None:
    """When each visit begins; None when the day cannot be driven in this order."""
    for step in (STEP, 1):
        steps: list[_Reached] = []
        if _walk(ground, day, order, step, steps):
            return _backwards(ground, day, steps)
    return None


@dataclass(frozen=True, slots=True)
class _Reached:
    """The two ways to a visit (and, last, to the end): its start without and with lunch behind, infinite where there
    is none; and when lunch began if it lies directly before it on the second way."""

    hungry: float
    fed: float
    lunch: float | None


def _walk(ground: Ground, day: int, order: Sequence[int], step: int, steps: list[_Reached] | None) -> bool:
    """Go through a day as early as can be, with lunch behind and with lunch still to come; note it down in `steps`.

    A drive between two timed visits, or between the end of the working day and one, is taken as it is even where the
    guess says that it does not fit: the person has made these appointments.
    """
    work, lunch, drives, visits = ground.days[day], ground.lunches[day], ground.drives, ground.visits
    hungry, fed = float(work.starts), inf
    here, timed = ground.start_spots[day], True
    for index in order:
        visit = visits[index]
        drive = drives[here][visit.spot]
        to_hungry, to_fed, eaten = hungry + drive, fed + drive, None
        if lunch is not None and hungry <= lunch.latest:
            over = max(to_hungry, lunch.earliest) + lunch.minutes
            if over < to_fed:
                to_fed, eaten = over, max(hungry, lunch.earliest)
        if timed and visit.timed:
            opens = visit.windows[day][0][0] if visit.windows[day] else inf
            to_hungry = opens if hungry <= opens < to_hungry else to_hungry
            if eaten is None and fed <= opens < to_fed:
                to_fed = opens
        hungry, fed = _begin(visit, day, to_hungry, step), _begin(visit, day, to_fed, step)
        if steps is not None:
            steps.append(_Reached(hungry, fed, eaten))
        hungry, fed = hungry + visit.minutes, fed + visit.minutes
        if lunch is not None and hungry > lunch.latest:
            hungry = inf
        if hungry == fed == inf:
            return False
        here, timed = visit.spot, visit.timed
    return _home(ground, day, (hungry, fed), (here, timed), steps) if order else True


def _begin(visit: Visit, day: int, ready: float, step: int) -> float:
    if step > 1 and not visit.timed and ready < inf:
        ready = -(-ready // step) * step
    return visit.start(day, ready) if ready < inf else inf


def _home(
    ground: Ground, day: int, at: tuple[float, float], last: tuple[int, bool], steps: list[_Reached] | None
) -> bool:
    """Whether the day ends in time; notes the end down like a visit."""
    work, lunch = ground.days[day], ground.lunches[day]
    (hungry, fed), (here, timed) = at, last
    drive = ground.drives[here][ground.end_spots[day]]
    to_hungry, to_fed, eaten = hungry + drive, fed + drive, None
    if timed:
        to_hungry, to_fed = (
            min(to, work.ends) if free <= work.ends else to for to, free in ((to_hungry, hungry), (to_fed, fed))
        )
    if lunch is not None:
        over = max(hungry + drive, lunch.earliest) + lunch.minutes
        if hungry <= lunch.latest and over < to_fed:
            to_fed, eaten = over, max(hungry, lunch.earliest)
        if to_hungry > lunch.latest:
            to_hungry = inf
    if steps is not None:
        steps.append(
            _Reached(to_hungry if to_hungry <= work.ends else inf, to_fed if to_fed <= work.ends else inf, eaten)
        )
    return min(to_hungry, to_fed) <= work.ends


def _backwards(ground: Ground, day: int, steps: list[_Reached]) -> DayTimes:
    """The times of the way that ends the day: without lunch where none is needed, else by the lunch that led there."""
    if not steps:
        return DayTimes((), None)
    *stops, end = steps
    without = end.hungry < inf
    lunch = None if without else end.lunch
    starts: list[int] = []
    for reached in reversed(stops):
        fed = not without and lunch is None
        starts.append(int(reached.fed if fed else reached.hungry))
        if fed:
            lunch = reached.lunch
    return DayTimes(tuple(reversed(starts)), None if lunch is None else int(lunch))
