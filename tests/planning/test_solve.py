"""What a plan is for weeks that one can see through, and what is said of those that cannot be planned."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from hhcrm.domain.errors import KnownFault
from hhcrm.domain.plan_check import faults
from hhcrm.domain.week_plan import Appointment, CannotPlan, LeftOut, LeftOutWhy, Pin, PlanProblem, WeekPlan, Window
from hhcrm.planning.prepare import MOST_CANDIDATES
from hhcrm.planning.routing import load
from hhcrm.planning.solve import solve
from tests.planning.problems import ALL_DAY, HOME, LUNCH, MONDAY, appointment, candidate, days, place, problem
from tests.planning.test_any_week import WAYS, Router, no_router

MORNING, AFTERNOON = (Window(8 * 60, 12 * 60),), (Window(13 * 60, 17 * 60),)


def good(asked: PlanProblem, router: Router = load) -> WeekPlan:
    """A plan that keeps everything."""
    plan = solve(asked, router=router)
    assert faults(asked, plan) == ()
    return plan


def sources(plan: WeekPlan, day: int = 0) -> list[int | None]:
    return [stop.source_id for stop in plan.days[day].stops]


def why(plan: WeekPlan) -> dict[int, LeftOutWhy]:
    return {it.source_id: it.why for it in plan.left_out}


@WAYS
def test_all_are_seen_where_all_fit_and_neighbours_on_one_day(router: Router, by: str) -> None:
    north = [candidate(number, at=place(20 + number)) for number in (1, 2, 3)]
    south = [candidate(number, at=place(-20 - number)) for number in (4, 5, 6)]
    work = tuple(replace(day, ends=12 * 60) for day in days())
    plan = good(problem([*north, *south], work=work), router)
    assert {frozenset(sources(plan, day)) for day in (0, 1)} == {frozenset({1, 2, 3}), frozenset({4, 5, 6})}
    assert (plan.left_out, plan.by) == ((), by)


@WAYS
def test_each_is_seen_when_it_is_open(router: Router, by: str) -> None:
    closed_monday, afternoons = ((), MORNING), (AFTERNOON, AFTERNOON)
    plan = good(problem([candidate(1, windows=closed_monday), candidate(2, windows=afternoons)]), router)
    first, second = sorted(plan.stops, key=lambda stop: stop.source_id or 0)
    assert first.day == days()[1].day
    assert second.starts >= 13 * 60


@WAYS
def test_a_visit_is_made_on_the_day_on_which_it_is_worth_most(router: Router, by: str) -> None:
    growing = replace(candidate(1), worth=(0.5, 2.0))
    assert sources(good(problem([growing]), router), day=1) == [1]


@WAYS
def test_who_is_left_out_is_told_why(router: Router, by: str) -> None:
    far, shut, idle, small = (
        candidate(1, worth=0.2, at=place(60)), candidate(2, windows=((), ())), candidate(3, worth=0.0),
        candidate(4, worth=0.3, minutes=60),
    )  # fmt: skip
    long = [candidate(number, worth=5.0, minutes=475) for number in (5, 6)]
    seen = replace(appointment("seen", 8 * 60 + 10, minutes=5), source_id=7)
    plan = good(problem([far, shut, idle, small, *long, candidate(7)], [seen], work=days(lunch=None)), router)
    assert why(plan)[1] is LeftOutWhy.TOO_FAR
    assert why(plan)[2] is LeftOutWhy.CLOSED
    assert why(plan)[3] is LeftOutWhy.NO_WORTH
    assert why(plan)[4] is LeftOutWhy.NO_TIME
    assert why(plan)[7] is LeftOutWhy.HAS_APPOINTMENT


@WAYS
def test_everybody_closed_is_a_plan_without_visits_that_says_so(router: Router, by: str) -> None:
    plan = good(problem([candidate(1, windows=((), ())), candidate(2, windows=((), ()))]), router)
    assert plan.stops == ()
    assert set(why(plan).values()) == {LeftOutWhy.CLOSED}


@WAYS
def test_a_place_that_is_not_known_takes_the_minutes_that_are_set(router: Router, by: str) -> None:
    (stop,) = good(problem([candidate(1, at=None)]), router).stops
    assert stop.drive_minutes == 20


@WAYS
def test_a_pin_is_kept_however_little_it_brings(router: Router, by: str) -> None:
    crowd = [candidate(number, worth=9.0, minutes=110) for number in range(1, 12)]
    pins = [Pin(20, MONDAY, 10 * 60), Pin(21)]
    plan = good(problem([*crowd, candidate(20, worth=0.0), candidate(21, worth=0.0, at=place(30))], pins=pins), router)
    kept = {stop.source_id: stop for stop in plan.stops if stop.pinned}
    assert set(kept) == {20, 21}
    assert (kept[20].day, kept[20].starts) == (MONDAY, 10 * 60)


@WAYS
def test_lunch_lies_between_visits_and_appointments_go_before_it(router: Router, by: str) -> None:
    many = [candidate(number, minutes=45) for number in range(1, 30)]
    plan = good(problem(many), router)
    assert [day.lunch_starts is None for day in plan.days] == [False, False]
    through = appointment("all noon", LUNCH.earliest - 10, minutes=150)
    assert good(problem(many, [through]), router).days[0].lunch_starts is None


@WAYS
def test_who_is_open_only_around_noon_is_seen_before_or_after_lunch(router: Router, by: str) -> None:
    noon = (Window(12 * 60, 13 * 60),)
    all_day = candidate(2, minutes=60)
    asked = problem([candidate(1, minutes=35, windows=(noon, noon)), all_day], pins=[Pin(1, MONDAY), Pin(2, MONDAY)])
    assert set(sources(good(asked, router))) == {1, 2}


@WAYS
def test_two_visits_that_the_person_put_too_near_to_each_other_stay(router: Router, by: str) -> None:
    far = [appointment("one", 9 * 60, at=place(30)), appointment("two", 9 * 60 + 35, at=place(-30))]
    plan = good(problem([candidate(1), candidate(2)], far), router)
    assert [stop.starts for stop in plan.stops if stop.fixed] == [9 * 60, 9 * 60 + 35]
    assert len(plan.stops) == 4


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (problem(), "Nobody is due this week"),
        (problem([candidate(1, windows=())], work=()), "no working day"),
        (problem([], [appointment("early", 7 * 60)]), "The visit at 7:00 AM on Mon, Nov 23, 2026 is outside"),
        (problem([], [appointment("late", 16 * 60 + 45)]), "The visit at 4:45 PM"),
        (
            problem([], [appointment("a", 9 * 60, 60), appointment("b", 9 * 60 + 30)]),
            "Two visits on Mon, Nov 23, 2026 overlap: the one at 9:00 AM and the one at 9:30 AM",
        ),
        (problem([candidate(1)], pins=[Pin(2)]), "cannot be planned this week"),
        (problem([candidate(1)], pins=[Pin(1, MONDAY, 18 * 60)]), "closed or nobody works"),
        (problem([candidate(1, windows=((), ALL_DAY))], pins=[Pin(1, MONDAY)]), "closed or nobody works"),
        (problem([candidate(n, minutes=400) for n in (1, 2, 3)], pins=[Pin(1), Pin(2), Pin(3)]), "do not all fit"),
    ],
)
def test_what_cannot_be_planned_is_said_in_words(asked: PlanProblem, words: str) -> None:
    with pytest.raises(KnownFault) as refused:
        solve(asked)
    assert words in str(refused.value)


def test_a_refusal_names_what_stands_in_the_way() -> None:
    clash = [Appointment("a", 7, HOME, MONDAY, 540, 60), Appointment("b", 8, HOME, MONDAY, 570, 30)]
    with pytest.raises(CannotPlan) as refused:
        solve(problem([], clash))
    assert (refused.value.keys, refused.value.source_ids) == (("a", "b"), (7, 8))


@WAYS
def test_of_two_thousand_the_most_promising_are_weighed(router: Router, by: str) -> None:
    near = [candidate(number, worth=1.0, at=place(number % 9)) for number in range(1, MOST_CANDIDATES + 1)]
    far = [candidate(number, worth=1.0, at=place(50 + number % 9)) for number in range(1001, 2761)]
    plan = good(problem([*far, *near], iterations=15), router)
    assert {stop.source_id for stop in plan.stops} <= {it.source_id for it in near}
    assert plan.left_out.count(LeftOut(1001, LeftOutWhy.NOT_WEIGHED)) == 1
    assert sum(it.why is LeftOutWhy.NOT_WEIGHED for it in plan.left_out) == 1760


@WAYS
def test_a_first_plan_is_shown_and_progress_goes_to_the_end(router: Router, by: str) -> None:
    shown: list[WeekPlan] = []
    heard: list[float] = []
    asked = problem([candidate(number, at=place(number)) for number in range(1, 9)])
    plan = solve(asked, progress=heard.append, on_first=shown.append, router=router)
    assert [first.done for first in shown] == [False]
    assert plan.done
    assert plan.worth >= shown[0].worth
    assert heard == sorted(set(heard))
    assert heard[-1] == 1.0


@WAYS
def test_stop_at_once_gives_the_first_plan(router: Router, by: str) -> None:
    shown: list[WeekPlan] = []
    asked = problem([candidate(number, at=place(number)) for number in range(1, 9)])
    assert solve(asked, stopped=lambda: True, on_first=shown.append, router=router) == shown[0]


def test_another_process_makes_the_same_plan() -> None:
    code = "from tests.planning.test_solve import seen_abroad; import json; print(json.dumps(seen_abroad()))"
    said = [
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
            timeout=120,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert [json.loads(it) for it in said] == [json.loads(json.dumps(seen_abroad()))] * 2


def seen_abroad() -> list[list[tuple[int | None, str, int]]]:
    """Who is seen when, by both ways."""
    asked = problem(
        [candidate(n, worth=1 + n % 7, at=place(n * 7 % 23, n * 5 % 19), minutes=60) for n in range(1, 40)],
        iterations=300,
    )
    return [
        [(stop.source_id, str(stop.day), stop.starts) for stop in solve(asked, router=router).stops]
        for router in (load, no_router)
    ]
