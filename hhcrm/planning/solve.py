"""Plans a week: a first plan at once, then a better one until the search is at its end or the person stops it."""

from __future__ import annotations

from collections.abc import Callable

from hhcrm.domain.week_plan import LeftOut, LeftOutWhy, PlannedDay, PlannedStop, PlanProblem, WeekPlan
from hhcrm.planning import routing, simple
from hhcrm.planning.ground import Ground, day_times
from hhcrm.planning.prepare import Prepared, prepare
from hhcrm.planning.simple import Improve, Routes, Watch, greedy, least_drive, unseen

BY_ROUTER, BY_HAND = "PyVRP", "simple"

ROUTER_SHARE = 0.4
"""So much of the search is PyVRP's; the rest smooths what it found. PyVRP alone found 1 % less in the same time in
five of the seeded weeks of tests/bench; the simple way alone as much as both."""


def solve(
    problem: PlanProblem,
    progress: Callable[[float], None] | None = None,
    stopped: Callable[[], bool] | None = None,
    on_first: Callable[[WeekPlan], None] | None = None,
    router: Callable[[], Improve] = routing.load,
) -> WeekPlan:
    """The week's plan; the same problem gives the same plan, in any process, as long as nobody stops it.

    `progress` hears the share that is done (0 to 1), `stopped` is asked all the time and ends the search with the best
    so far, `on_first` gets a plan to show after a fraction of a second. `router` raises ImportError where its library
    is missing; then the simple way serves alone and the plan says so. Runs on a worker: seconds for a large problem.

    Raises `CannotPlan` where nothing can be planned.
    """
    prepared = prepare(problem)
    ground, seed = prepared.ground, problem.seed
    try:
        route, by = router(), BY_ROUTER
    except ImportError:
        route, by = None, BY_HAND
    best = greedy(ground, seed)
    if on_first is not None:
        on_first(_plan(prepared, best, by, done=False))
    search = _Search(problem.iterations, progress, stopped)
    if route is not None:
        found = _mended(ground, route(ground, best, seed, search.until(ROUTER_SHARE)), best)
        best = max((best, found), key=ground.value)
    best = simple.improve(ground, best, seed, search.until(1.0))
    return _plan(prepared, best, by, done=not search.was_stopped)


class _Search:
    """Counts the steps of the whole search, says how far it is, and ends it."""

    def __init__(
        self, steps: int, progress: Callable[[float], None] | None, stopped: Callable[[], bool] | None
    ) -> None:
        self._steps = steps
        self._behind = 0
        self._progress = progress
        self._stopped = stopped
        self._percent = -1
        self.was_stopped = False

    def until(self, share: float) -> Watch:
        """Who is asked by the next part of the search, which ends when this share of all steps is behind."""
        before, end = self._behind, round(self._steps * share)

        def watch(steps: int) -> bool:
            self._behind = before + steps
            self._say()
            self.was_stopped = self.was_stopped or (self._stopped is not None and self._stopped())
            return self.was_stopped or self._behind >= end

        return watch

    def _say(self) -> None:
        percent = min(100 * self._behind // max(self._steps, 1), 100)
        if self._progress is not None and percent > self._percent:
            self._percent = percent
            self._progress(percent / 100)


def _mended(ground: Ground, routes: Routes, first: Routes) -> Routes:
    """The routes with times that hold: what PyVRP drove through the cut for lunch may not do so on the real clock.

    The visit that brings least goes; where only such stay that must be seen, `first` stays.
    """
    mended = [list(route) for route in routes]
    for day, route in enumerate(mended):
        while day_times(ground, day, route) is None:
            spare = [visit for visit in route if not ground.visits[visit].must]
            if not spare:
                return first
            route.remove(min(spare, key=lambda visit: ground.visits[visit].worth[day]))
    return mended


def _plan(prepared: Prepared, routes: Routes, by: str, *, done: bool) -> WeekPlan:
    ground = prepared.ground
    days = tuple(_day(ground, day, route) for day, route in enumerate(routes))
    left_out = tuple(
        LeftOut(source_id, _why_out(ground, routes, visit))
        for visit in unseen(ground, routes)
        if (source_id := ground.visits[visit].source_id) is not None
    )
    return WeekPlan(days, (*left_out, *prepared.left_out), by, done)


def _why_out(ground: Ground, routes: Routes, visit: int) -> LeftOutWhy:
    """Too far when the drive costs more than the visit brings on each day, even with all the time in the world."""
    it = ground.visits[visit]
    gains = (it.worth[day] - ground.minutes_worth * least_drive(ground, routes[day], day, visit) for day in it.days())
    return LeftOutWhy.NO_TIME if max(gains) > 0 else LeftOutWhy.TOO_FAR


def _day(ground: Ground, day: int, route: list[int]) -> PlannedDay:
    times = day_times(ground, day, route)
    assert times is not None, "a route that cannot be driven"
    work, stops, here = ground.days[day], list[PlannedStop](), ground.start_spots[day]
    for visit, begins in zip(route, times.starts, strict=True):
        it = ground.visits[visit]
        stops.append(
            PlannedStop(
                it.source_id, it.key, work.day, begins, it.minutes, ground.drives[here][it.spot], it.fixed,
                it.must and not it.fixed, it.worth[day],
            )
        )  # fmt: skip
        here = it.spot
    home = ground.drives[here][ground.end_spots[day]] if route else 0
    return PlannedDay(work.day, tuple(stops), times.lunch, home)
