"""How a week is planned without a solver: down the list of who is due, or from the most overdue to the nearest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hhcrm.planning.ground import Ground, fits

Routes = list[list[int]]


def by_due_list(ground: Ground, due: Mapping[int, date]) -> Routes:
    """Each day takes the list from its top, whoever is open and still fits after the one before."""
    waiting = _by_due(ground, due)
    routes: Routes = [[] for _ in ground.days]
    for day, route in enumerate(routes):
        for visit in waiting:
            if ground.visits[visit].windows[day] and fits(ground, day, [*route, visit]):
                route.append(visit)
        waiting = [visit for visit in waiting if visit not in route]
    return routes


def nearest_neighbour(ground: Ground, due: Mapping[int, date]) -> Routes:
    """Each day begins with the most overdue, then goes to the nearest that is open and fits, as long as one does."""
    waiting = _by_due(ground, due)
    routes: Routes = [[] for _ in ground.days]
    for day, route in enumerate(routes):
        while True:
            options = [v for v in waiting if ground.visits[v].windows[day] and fits(ground, day, [*route, v])]
            if not options:
                break
            if route:
                here = ground.visits[route[-1]].spot
                options.sort(key=lambda visit: (ground.drives[here][ground.visits[visit].spot], visit))
            route.append(options[0])
            waiting.remove(options[0])
    return routes


def _by_due(ground: Ground, due: Mapping[int, date]) -> list[int]:
    return sorted(range(len(ground.visits)), key=lambda visit: (due[ground.visits[visit].source_id or 0], visit))
