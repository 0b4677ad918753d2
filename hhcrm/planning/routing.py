"""The week as a vehicle routing problem with prizes, solved by PyVRP (https://pyvrp.org, MIT), which is loaded late.

One time line for the week, one vehicle for each day. A visit is a client with a prize for each day and each time it is
open; the clients of a visit exclude each other, and of those of a visit that must be seen one is required. PyVRP has no
breaks: lunch is cut out of each day's time, and `hhcrm.planning.ground` puts it back beside the visit across the cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hhcrm.planning.ground import Ground, day_times
from hhcrm.planning.prepare import timed_by_day
from hhcrm.planning.simple import Improve, Routes, Watch

if TYPE_CHECKING:
    from pyvrp import Client, ClientGroup, ProblemData, Solution

DAY = 24 * 60
PRIZE = 10_000
"""What the mean candidate is worth in PyVRP's whole numbers."""

LEAST_WORTH = 1e-9
"""Candidates that are worth less in the mean count as worth nothing."""

DEAREST = 1_000 * PRIZE
"""What a drive costs at most in these numbers, so that none is too large for PyVRP."""

LATE = 3_000
"""What a minute too late costs at first, in the same numbers; PyVRP moves it as it goes. Its own start of 50,000 keeps
it from passing through plans that are a little late, and found 1 % less in the seeded weeks of tests/bench."""

HISTORY = 50
"""A step is accepted when it is better than so many steps ago; PyVRP's 300 is meant for longer searches."""


def load() -> Improve:
    """PyVRP's way to better a plan. Raises ImportError where it is not installed."""
    import pyvrp.search  # noqa: F401  (the largest part of it; here, so that a failing one is known before it is needed)

    _quiet()
    return improve


def _quiet() -> None:
    """Take away the handler that PyVRP gives its logger: a program with a window has no output to write to."""
    import logging

    logger = logging.getLogger("pyvrp")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)


def improve(ground: Ground, first: Routes, seed: int, watch: Watch) -> Routes:
    """The best plan found, beginning with `first`. A step is one iteration of PyVRP's search."""
    from pyvrp import IteratedLocalSearch, IteratedLocalSearchParams, PenaltyManager, RandomNumberGenerator
    from pyvrp.search import OPERATORS, LocalSearch, compute_neighbours

    clients = _clients(ground)
    if not clients:
        return first
    data = _data(ground, clients)
    search = LocalSearch(data, RandomNumberGenerator(seed), compute_neighbours(data))
    for operator in OPERATORS:
        if operator.supports(data):
            search.add_operator(operator(data))
    start = _solution(ground, clients, data, first)
    habits = IteratedLocalSearchParams(history_length=HISTORY)
    algorithm = IteratedLocalSearch(data, PenaltyManager(([], LATE, LATE)), search, start, habits)
    result = algorithm.run(_Stop(watch), collect_stats=False)
    return _routes(ground, clients, result.best) if result.best.is_feasible() else first


class _Stop:
    """PyVRP asks before each iteration."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._steps = -1

    def __call__(self, best_cost: int) -> bool:
        self._steps += 1
        return self._watch(self._steps)


@dataclass(frozen=True, slots=True)
class _Client:
    """A visit on one day within one window, on the week's time line: it may begin from `early` to `late`."""

    visit: int
    day: int
    early: int
    late: int


@dataclass(frozen=True, slots=True)
class _Line:
    """A day's stretch of the time line, from whose clock lunch is cut out."""

    day: int
    cut: int
    minutes: int

    def at(self, minute: int) -> int:
        """The place on the time line of a minute of the day; all of lunch is one place."""
        shown = minute if minute <= self.cut else max(self.cut, minute - self.minutes)
        return self.day * DAY + shown


def _line(ground: Ground, day: int, timed: Sequence[int]) -> _Line:
    """Lunch is cut out in the middle of when it may be, or where the visits with a time leave room for it."""
    lunch = ground.lunches[day]
    if lunch is None:
        return _Line(day, DAY, 0)
    middle = (lunch.earliest + lunch.latest) // 2
    booked = (ground.visits[visit].windows[day][0] for visit in timed)
    if all(ends <= middle or begins >= middle + lunch.minutes for begins, ends in booked):
        return _Line(day, middle, lunch.minutes)
    times = day_times(ground, day, timed)
    return _Line(day, DAY, 0) if times is None or times.lunch is None else _Line(day, times.lunch, lunch.minutes)


def _lines(ground: Ground) -> list[_Line]:
    return [_line(ground, day, timed) for day, timed in enumerate(timed_by_day(ground))]


def _clients(ground: Ground) -> list[_Client]:
    """All of them. A window that the cut makes too short becomes a moment: lunch can be had before or after."""
    lines = _lines(ground)
    return [
        _Client(number, day, early := lines[day].at(opens), max(early, lines[day].at(closes) - visit.minutes))
        for number, visit in enumerate(ground.visits)
        for day, windows in enumerate(visit.windows)
        for opens, closes in windows
    ]


def _data(ground: Ground, clients: Sequence[_Client]) -> ProblemData:
    """PyVRP's own form. Locations are the visits, then where each day starts, then where each ends."""
    from pyvrp import Depot, Location, ProblemData, VehicleType

    visits, days, lines = len(ground.visits), len(ground.days), _lines(ground)
    drives = _drives(ground)
    price = ground.minutes_worth * _scale(ground)
    vehicles = [
        VehicleType(
            1, start_depot=day, end_depot=days + day, tw_early=lines[day].at(work.starts),
            tw_late=lines[day].at(work.ends), unit_distance_cost=1,
        )
        for day, work in enumerate(ground.days)
    ]  # fmt: skip
    members, groups = _members(ground, clients)
    return ProblemData(
        [Location(0, 0) for _ in range(visits + 2 * days)],
        members,
        [Depot(visits + number) for number in range(2 * days)],
        vehicles,
        [_array([[min(round(minutes * price), DEAREST) for minutes in row] for row in drives])],
        [_array(_as_they_are(ground, drives, lines))],
        groups,
    )


def _array(rows: list[list[int]]) -> Any:  # PyVRP's hints say ndarray[int], which numpy's do not know
    import numpy

    return numpy.array(rows, dtype=numpy.int64)


def _scale(ground: Ground) -> float:
    """PyVRP's whole numbers for one of worth."""
    best = [max(visit.worth[day] for day in visit.days()) for visit in ground.visits if not visit.fixed]
    return PRIZE / max(sum(best) / max(len(best), 1), LEAST_WORTH)


def _members(ground: Ground, clients: Sequence[_Client]) -> tuple[list[Client], list[ClientGroup]]:
    """The clients of each visit in a group of their own: at most one of them is seen, exactly one where it must be."""
    from pyvrp import Client, ClientGroup

    scale = _scale(ground)
    line_of = {visit: number for number, visit in enumerate(dict.fromkeys(client.visit for client in clients))}
    groups = [ClientGroup(required=ground.visits[visit].must) for visit in line_of]
    members: list[Client] = []
    for number, client in enumerate(clients):
        visit = ground.visits[client.visit]
        groups[line_of[client.visit]].add_client(number)
        members.append(
            Client(
                client.visit, service_duration=visit.minutes, tw_early=client.early, tw_late=client.late,
                prize=max(round(visit.worth[client.day] * scale), 0), required=False, group=line_of[client.visit],
            )
        )  # fmt: skip
    return members, groups


def _drives(ground: Ground) -> list[list[int]]:
    """Minutes between PyVRP's locations."""
    spots = [*(visit.spot for visit in ground.visits), *ground.start_spots, *ground.end_spots]
    rows = [[ground.drives[here][there] for there in spots] for here in spots]
    for number, row in enumerate(rows):
        row[number] = 0
    return rows


def _as_they_are(ground: Ground, drives: list[list[int]], lines: Sequence[_Line]) -> list[list[int]]:
    """The drives, those between two visits with a time cut to the time there is for them: the person made them so."""
    rows = [list(row) for row in drives]
    first, last = len(ground.visits), len(ground.visits) + len(ground.days)
    for day, timed in enumerate(timed_by_day(ground)):
        line, work = lines[day], ground.days[day]
        begins = {visit: line.at(ground.visits[visit].windows[day][0][0]) for visit in timed}
        ends = {visit: begins[visit] + ground.visits[visit].minutes for visit in timed}
        for here, there in pairwise(timed):
            rows[here][there] = min(rows[here][there], begins[there] - ends[here])
        for visit in timed:
            start, end = first + day, last + day
            rows[start][visit] = min(rows[start][visit], begins[visit] - line.at(work.starts))
            rows[visit][end] = min(rows[visit][end], line.at(work.ends) - ends[visit])
    return rows


def _solution(ground: Ground, clients: Sequence[_Client], data: ProblemData, routes: Routes) -> Solution:
    """Routes as PyVRP's; each visit by its client whose window is nearest to its time."""
    from pyvrp import Activity, ActivityType, Route, Solution

    lines, found = _lines(ground), list[Route]()
    for day, route in enumerate(routes):
        times = day_times(ground, day, route)
        if not route or times is None:
            continue
        chosen = [
            _nearest(clients, visit, day, lines[day].at(begins))
            for visit, begins in zip(route, times.starts, strict=True)
        ]
        found.append(Route(data, [Activity(ActivityType.CLIENT, number) for number in chosen], day))
    return Solution(data, found)


def _nearest(clients: Sequence[_Client], visit: int, day: int, moment: int) -> int:
    numbers = (number for number, it in enumerate(clients) if it.visit == visit and it.day == day)
    return min(numbers, key=lambda number: max(clients[number].early - moment, moment - clients[number].late, 0))


def _routes(ground: Ground, clients: Sequence[_Client], solution: Solution) -> Routes:
    routes: Routes = [[] for _ in ground.days]
    for route in solution.routes():
        routes[route.vehicle_type()] = [clients[stop.idx].visit for stop in route if stop.is_client()]
    return routes
