"""The week's plan against three rivals on the same seeded weeks, and how long it takes.

Worth is that of product.md, section 5, on the day of the visit. By hand: down the list of who is due, or from the most
overdue to the nearest. The third rival is the same search at fifteen times the length (a minute), on ten of the weeks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from time import process_time

import pytest

from hhcrm.domain.plan_check import faults
from hhcrm.domain.week_plan import ITERATIONS, PlanProblem
from hhcrm.planning.ground import Ground
from hhcrm.planning.prepare import prepare
from hhcrm.planning.solve import solve
from tests.bench.measure import NOTES, REDUCED, Figure, Lane
from tests.bench.plan_rivals import Routes, by_due_list, nearest_neighbour
from tests.bench.weeks import LIAISONS, WEEKS, due_dates, week

pytestmark = pytest.mark.bench

ALL = [(liaison, number) for liaison in range(LIAISONS) for number in range(WEEKS)]
SEEN, STEPS = ([(0, 0), (5, 10)], ITERATIONS // 4) if REDUCED else (ALL, ITERATIONS)
LONG, LONGER = ([(3, 6)], 3) if REDUCED else ([(liaison, 2 * liaison) for liaison in range(LIAISONS)], 15)


@dataclass(frozen=True, slots=True)
class Gained:
    """What weeks bring."""

    visits: int = 0
    worth: float = 0.0
    minutes: int = 0

    @property
    def rate(self) -> float:
        """Worth for each driven minute."""
        return self.worth / self.minutes

    def __add__(self, other: Gained) -> Gained:
        return Gained(self.visits + other.visits, self.worth + other.worth, self.minutes + other.minutes)

    def line(self, name: str, weeks: int) -> str:
        """A line of the table, a week in the mean."""
        return (
            f"{name:<44} {self.visits / weeks:6.1f} visits {self.worth / weeks:8.2f} worth {self.minutes / weeks:7.0f}"
            f" minutes driven {1000 * self.rate:8.1f} worth in 1,000 of them"
        )


@pytest.fixture
def say(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Put a line below the table of figures."""
    return request.config.stash.setdefault(NOTES, []).append


def planned(problem: PlanProblem) -> Gained:
    """What our plan brings; it has to hold."""
    plan = solve(problem)
    assert faults(problem, plan) == ()
    return Gained(len(plan.stops), plan.worth, plan.drive_minutes)


def driven(ground: Ground, routes: Routes) -> Gained:
    """What a rival's routes bring."""
    parts = (
        Gained(len(route), sum(ground.visits[visit].worth[day] for visit in route), ground.driven(day, route))
        for day, route in enumerate(routes)
    )
    return total(parts)


def total(parts: Iterable[Gained]) -> Gained:
    """All of them together."""
    return sum(parts, Gained())


def test_a_plan_brings_more_than_filling_days_by_hand(say: Callable[[str], None]) -> None:
    ours, listed, near = Gained(), Gained(), Gained()
    for liaison, number in SEEN:
        problem, due = week(liaison, number, STEPS), due_dates(liaison, number)
        ground = prepare(problem).ground
        ours += planned(problem)
        listed += driven(ground, by_due_list(ground, due))
        near += driven(ground, nearest_neighbour(ground, due))
    for name, gained in (("plan", ours), ("the due list day by day", listed), ("nearest from the most overdue", near)):
        say(gained.line(f"Week, {len(SEEN)} of them: {name}", len(SEEN)))
    more, faster = ours.worth / max(listed.worth, near.worth), ours.rate / max(listed.rate, near.rate)
    say(f"{'Week: plan against the better by hand':<44} worth x {more:.2f}, worth for a driven minute x {faster:.2f}")
    assert min(more, faster) >= 1.15


def test_a_minute_more_brings_hardly_more(say: Callable[[str], None]) -> None:
    ours = total(planned(week(liaison, number, STEPS)) for liaison, number in LONG)
    much = total(planned(week(liaison, number, LONGER * STEPS)) for liaison, number in LONG)
    say(ours.line(f"Week, {len(LONG)} of them: plan", len(LONG)))
    say(much.line(f"Week: {LONGER} times the search", len(LONG)))
    assert ours.worth >= 0.96 * much.worth
    assert ours.rate >= 0.96 * much.rate


def test_a_plan_takes_seconds_and_a_first_one_is_there_at_once(lane: Lane) -> None:
    bare = timed(week(2, 3, 0))
    few, many = timed(week(2, 3)), timed(two_thousand())
    lane.take(Figure("Week: a first plan", few.first, bare.whole, limit=2, most_ms=1000))
    lane.take(Figure("Week: a good plan", few.whole, bare.whole, limit=60, most_ms=5000))
    lane.take(Figure("Week: a first plan of 2,000", many.first, few.first, limit=20, most_ms=2000))
    lane.take(Figure("Week: a good plan of 2,000", many.whole, few.whole, limit=3, most_ms=9000))
    lane.take(Figure("Week: longest step of a search", few.step, few.whole, limit=1, most_ms=100))
    lane.take(Figure("Week: longest step of a search in 2,000", many.step, many.whole, limit=1, most_ms=100))
    lane.benchmark.pedantic(lambda: timed(week(2, 3, 0)), rounds=1)


def two_thousand() -> PlanProblem:
    """A week with many more than the planner weighs: those of several liaisons."""
    weeks = [week(2, 3), *(week(liaison, number, 0) for liaison in range(LIAISONS) for number in (4, 5))]
    everybody = [it for one in weeks for it in one.candidates][:2000]
    return replace(weeks[0], candidates=tuple(replace(it, source_id=number) for number, it in enumerate(everybody)))


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds until the first plan and in all, and the longest between two times that it asks whether to stop.

    Of this process alone: what others do on the machine does not count. No step keeps the interpreter from the
    window for longer than it takes itself.
    """

    first: float
    whole: float
    step: float


def timed(problem: PlanProblem) -> Took:
    """Plan a week and look at the clock."""
    start = process_time()
    seen, asked = list[float](), list[float]()

    def stopped() -> bool:
        asked.append(process_time())
        return False

    solve(problem, stopped=stopped, on_first=lambda _plan: seen.append(process_time()))
    steps = (later - earlier for earlier, later in pairwise((*seen, *asked)))
    return Took(1000 * (seen[0] - start), 1000 * (process_time() - start), 1000 * max(steps))
