"""The plan without a routing library: insert what brings most for its minutes, then take some out and insert anew.

It is the first plan, which PyVRP begins with, and smooths what PyVRP ends with. Taking out and inserting anew is the
principle of Schrimpf et al. (2000), "Record breaking optimization results using the ruin and recreate principle".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from random import Random

from hhcrm.domain.week_plan import CannotPlan
from hhcrm.domain.wording import translate
from hhcrm.planning.ground import Ground, fits
from hhcrm.planning.prepare import timed_by_day

Routes = list[list[int]]
"""The visits of each day in order, as numbers of `Ground.visits`."""

Watch = Callable[[int], bool]
"""Told how many steps of the search are behind; True stops it."""

Improve = Callable[[Ground, Routes, int, Watch], Routes]
"""A way to better a plan: the ground, the plan to begin with, a seed, and who is asked after each step."""

STEPS_A_ROUND = 10
"""A round here takes about as long as ten steps of PyVRP."""

_MOST_TAKEN_OUT = 8
_TRIALS = 60
_MOST_REMEMBERED = 3_000


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an insertion is best: what it brings (less its drive) for each minute it takes, its day and position."""

    rate: float
    day: int
    position: int


@dataclass(slots=True)
class _Known:
    """What is known of a day as it is: the minutes that are free at most, and where visits would be best."""

    room: float
    spots: dict[int, _Spot | None] = field(default_factory=dict)


@dataclass(slots=True)
class Inserter:
    """Fills days. Remembers where a visit is best on a day that has not changed since."""

    ground: Ground
    _known: dict[tuple[int, ...], _Known] = field(default_factory=dict)

    def fill(self, routes: Routes, waiting: Iterable[int], taste: Callable[[int], float] | None = None) -> None:
        """Insert what brings more than it costs, the best rate first; what must be seen goes before all others.

        `taste` weighs the rate of a visit, so that trials differ.
        """
        left = {visit: taste(visit) if taste is not None else 1.0 for visit in sorted(waiting)}
        spots = {visit: self._best(visit, routes) for visit in left}
        while left:
            visit = max(left, key=lambda one: self._rank(one, spots[one], left[one]))
            spot = spots[visit]
            if spot is None:
                return
            routes[spot.day].insert(spot.position, visit)
            del left[visit], spots[visit]
            for other, known in spots.items():
                if known is None or known.day == spot.day:
                    spots[other] = self._best(other, routes) if known is not None else None
                elif self.ground.visits[other].windows[spot.day]:
                    spots[other] = _better(known, self._on(other, spot.day, routes[spot.day]))

    def _rank(self, visit: int, spot: _Spot | None, weight: float) -> tuple[bool, bool, float]:
        if spot is None:
            return False, False, 0.0
        return True, self.ground.visits[visit].must, spot.rate * weight

    def _best(self, visit: int, routes: Routes) -> _Spot | None:
        best: _Spot | None = None
        for day in self.ground.visits[visit].days():
            best = _better(best, self._on(visit, day, routes[day]))
        return best

    def _on(self, visit: int, day: int, route: Sequence[int]) -> _Spot | None:
        key = (day, *route)
        if key not in self._known:
            self._known[key] = _Known(self.ground.room(day, route))
        known = self._known[key]
        if visit not in known.spots:
            known.spots[visit] = _best_spot(self.ground, route, day, visit, known.room)
        return known.spots[visit]

    def forget(self) -> None:
        """Let go of what is remembered once it has grown large."""
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()


def _better(one: _Spot | None, other: _Spot | None) -> _Spot | None:
    if one is None or other is None:
        return other if one is None else one
    return other if other.rate > one.rate else one


def _best_spot(ground: Ground, route: Sequence[int], day: int, visit: int, room: float) -> _Spot | None:
    """The position on a day with the least more to drive at which a visit fits; None where it fits nowhere or costs
    more than it brings."""
    it = ground.visits[visit]
    for drive, position in _ways(ground, route, day, visit):
        gain = it.worth[day] - ground.minutes_worth * drive
        if drive + it.minutes > room or (gain <= 0 and not it.must):
            return None
        if fits(ground, day, [*route[:position], visit, *route[position:]]):
            return _Spot(gain / max(drive + it.minutes, 1), day, position)
    return None


def _ways(ground: Ground, route: Sequence[int], day: int, visit: int) -> list[tuple[int, int]]:
    """For each position on a day how much more there is to drive, the least first."""
    drives, spot = ground.drives, ground.visits[visit].spot
    to, saved = drives[spot], int(bool(route))
    spots = [ground.start_spots[day], *(ground.visits[other].spot for other in route), ground.end_spots[day]]
    return sorted(
        (drives[here][spot] + to[there] - saved * drives[here][there], position)
        for position, (here, there) in enumerate(pairwise(spots))
    )


def greedy(ground: Ground, seed: int) -> Routes:
    """The first plan: appointments where they are, pins where they fit, then the rest by gain for each minute.

    Raises `CannotPlan` when the pins do not all fit.
    """
    inserter = Inserter(ground)
    routes = _with_pins(ground, inserter, Random(seed))
    inserter.fill(routes, unseen(ground, routes))
    return routes


def unseen(ground: Ground, routes: Routes) -> list[int]:
    """The visits that are in no route."""
    seen = set(chain.from_iterable(routes))
    return [visit for visit in range(len(ground.visits)) if visit not in seen]


def _with_pins(ground: Ground, inserter: Inserter, random: Random) -> Routes:
    """The days with what must be seen; what fits in one order of inserting may not fit in another."""
    pins = [visit for visit, it in enumerate(ground.visits) if it.must and not it.timed]
    missing = pins
    for trial in range(_TRIALS):
        routes = timed_by_day(ground)
        tastes = {visit: 1.0 if trial == 0 else random.uniform(0.01, 1) for visit in pins}
        inserter.fill(routes, pins, tastes.__getitem__)
        missing = [visit for visit in pins if not any(visit in route for route in routes)]
        if not missing:
            return routes
    words = translate("planning", "The pinned visits do not all fit into the working days. Unpin one of them.")
    raise CannotPlan(
        words, source_ids=[found for visit in missing if (found := ground.visits[visit].source_id) is not None]
    )


def improve(ground: Ground, first: Routes, seed: int, watch: Watch) -> Routes:
    """The best plan found, beginning with `first`; ends when `watch` says so."""
    random, inserter = Random(seed), Inserter(ground)
    must = {number for number, visit in enumerate(ground.visits) if visit.must}
    best, value, steps = first, ground.value(first), 0
    while not watch(steps):
        trial = [list(route) for route in best]
        _take_out(ground, trial, random)
        inserter.fill(trial, unseen(ground, trial), lambda _visit: random.uniform(0.8, 1.2))
        gained = ground.value(trial)
        if gained >= value and must.issubset(chain.from_iterable(trial)):
            best, value = trial, gained
        inserter.forget()
        steps += STEPS_A_ROUND
    return best


def _take_out(ground: Ground, routes: Routes, random: Random) -> None:
    """Take a visit and some of those nearest to it out of their days; those with a time stay."""
    movable = [visit for route in routes for visit in route if not ground.visits[visit].timed]
    if not movable:
        return
    middle = ground.visits[random.choice(movable)].spot
    near = sorted(movable, key=lambda visit: (ground.drives[middle][ground.visits[visit].spot], visit))
    count = random.randint(1, min(_MOST_TAKEN_OUT, len(near)))
    gone = set(near[:count])
    for route in routes:
        route[:] = [visit for visit in route if visit not in gone]


def least_drive(ground: Ground, route: Sequence[int], day: int, visit: int) -> int:
    """The least more to drive for a visit on a day, whether it fits or not."""
    return _ways(ground, route, day, visit)[0][0]
