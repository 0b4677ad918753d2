"""Whatever the week: nothing overlaps or is lost, nobody closed is seen, the day and lunch are kept; by both ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from hhcrm.domain.plan_check import faults
from hhcrm.domain.week_plan import CannotPlan, PlanProblem, WeekPlan
from hhcrm.planning.routing import load
from hhcrm.planning.simple import Improve
from hhcrm.planning.solve import solve
from tests.planning.problems import candidate, problem, weeks


def no_router() -> Improve:
    """A computer without PyVRP."""
    raise ImportError("pyvrp")


Router = Callable[[], Improve]
WAYS = pytest.mark.parametrize(("router", "by"), [(load, "PyVRP"), (no_router, "simple")])


def plan(asked: PlanProblem, router: Router, stop_after: int | None = None) -> WeekPlan | None:
    """The plan; None where the pins cannot be kept, which is said in words."""
    times = 0

    def stopped() -> bool:
        nonlocal times
        times += 1
        return stop_after is not None and times > stop_after

    shown: list[WeekPlan] = []
    refused: set[int] = set()
    found: WeekPlan | None = None
    try:
        found = solve(asked, stopped=stopped, on_first=shown.append, router=router)
    except CannotPlan as fault:
        event("cannot be planned")
        refused = set(fault.source_ids)
    assert (found is None) == bool(refused & {pin.source_id for pin in asked.pins})
    assert all(faults(asked, first) == () for first in shown)
    return found


@WAYS
@given(asked=weeks())
@example(asked=problem([replace(candidate(1), worth=(1e-300, 0.0))]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_plan_keeps_everything(router: Router, by: str, asked: PlanProblem) -> None:
    found = plan(asked, router)
    if found is not None:
        assert faults(asked, found) == ()
        assert (found.by, found.done) == (by, True)


@WAYS
@given(asked=weeks(), stop_after=st.integers(0, 30))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_plan_that_is_stopped_keeps_everything_too(
    router: Router, by: str, asked: PlanProblem, stop_after: int
) -> None:
    found = plan(asked, router, stop_after)
    if found is not None:
        assert faults(asked, found) == ()


@WAYS
@given(asked=weeks())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_week_gives_the_same_plan(router: Router, by: str, asked: PlanProblem) -> None:
    assert plan(asked, router) == plan(asked, router)
