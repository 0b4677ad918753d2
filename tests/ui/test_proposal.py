"""A proposal is worked on without Qt: each change is a new proposal, with its drives, its draft and its lines."""

from __future__ import annotations

import json
from datetime import date, time, timedelta

import pytest

from hhcrm.domain.week_plan import (
    Appointment,
    Candidate,
    CannotPlan,
    LeftOut,
    LeftOutWhy,
    Pin,
    Place,
    PlannedDay,
    PlannedStop,
    PlanProblem,
    Travel,
    WeekPlan,
    Window,
    WorkDay,
)
from hhcrm.planning import weeks
from hhcrm.queries.report_plan import PLAN, plan_rows
from hhcrm.queries.week_plan_models import PlanAppointment, PlanSource, WeekQuestion
from hhcrm.ui.calendar.plan_draft import draft_content, draft_of, taken_up
from hhcrm.ui.calendar.plan_rows import LEFT_SHOWN, driving_words, note_words
from hhcrm.ui.calendar.plan_rows import plan_rows as panel_rows
from hhcrm.ui.calendar.plan_swap import choices_for
from hhcrm.ui.calendar.proposal import Proposal, driven

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
HOME = Place(36.15, -86.79)


def source(key: int, known: bool = True) -> PlanSource:
    return PlanSource(key, f"Clinic {key}", 20, 1, MONDAY, None, ("overdue 3 days",), "overdue", 1.0, known)


def asked(count: int = 6, places: tuple[Place | None, ...] = ()) -> WeekQuestion:
    """A question of two days, an appointment on the first of them, and sources some miles from each other."""
    spots = [places[n] if n < len(places) else Place(36.15 + n / 20, -86.79) for n in range(count)]
    candidates = tuple(
        Candidate(n + 1, spots[n], 20, (1.0, 0.9), ((Window(480, 1020),), (Window(480, 1020),))) for n in range(count)
    )
    days = tuple(WorkDay(day, 480, 1020, HOME, HOME, None) for day in (MONDAY, TUESDAY))
    fixed = Appointment("77", 999, HOME, MONDAY, 600, 30)
    problem = PlanProblem(days, candidates, (fixed,), (), Travel(1.3, 28, 20, 5), 0.005, iterations=40)
    return WeekQuestion(
        1, "Dana Whitfield", MONDAY, problem, {n + 1: source(n + 1) for n in range(count)},
        {"77": PlanAppointment(77, 999, "Mercy", "Visit")}, ((77, 1),), ("A note.",),
    )  # fmt: skip


def proposed(question: WeekQuestion, *stops: tuple[int, date, int], left: tuple[int, ...] = ()) -> Proposal:
    days = []
    for work in question.problem.days:
        mine = [PlannedStop(key, "", day, at, 20, 0, False, False, 1.0) for key, day, at in stops if day == work.day]
        if work.day == MONDAY:
            mine.append(PlannedStop(999, "77", MONDAY, 600, 30, 0, True, False, 0.0))
        days.append(driven(question, work, PlannedDay(work.day, (), None, 0), mine))
    why = tuple(LeftOut(key, LeftOutWhy.NO_TIME) for key in left)
    return Proposal(question, WeekPlan(tuple(days), why, "PyVRP", True))


def test_moving_pins_and_counts_the_drives_anew() -> None:
    one = proposed(asked(), (1, MONDAY, 660), (2, TUESDAY, 540))
    moved = one.move(1, TUESDAY, 600)
    stop = moved.stop(1)
    assert stop is not None
    assert (stop.day, stop.starts, stop.worth) == (TUESDAY, 600, 0.9)
    assert stop.drive_minutes == one.question.problem.travel.minutes(Place(36.2, -86.79), Place(36.15, -86.79))
    assert moved.pins == (Pin(1, TUESDAY, 600),)
    assert moved.touched
    assert one.move(1, TUESDAY + timedelta(days=5), 600) is one, "no such day in the plan"


def test_pinned_dropped_and_swapped_and_what_is_asked_of_the_solver_next() -> None:
    one = proposed(asked(), (1, MONDAY, 660), (2, TUESDAY, 540), left=(3,))
    pinned = one.pin(1)
    assert (pinned.pins, pinned.touched) == ((Pin(1, MONDAY, 660),), False)
    assert pinned.unpin(1).pins == ()
    dropped = pinned.drop(1)
    assert (dropped.stop(1), dropped.pins, dropped.dropped) == (None, (), frozenset({1}))
    assert dropped.pin(1).dropped == frozenset()
    swapped = one.swap(1, 3)
    assert [stop.source_id for stop in swapped.stops] == [3, 2]
    assert (swapped.pins, swapped.dropped) == ((Pin(3, MONDAY, 660),), frozenset({1}))
    wanted = swapped.question.wished(swapped.pins, swapped.dropped)
    assert wanted.pins == swapped.pins
    assert 1 not in {candidate.source_id for candidate in wanted.candidates}
    assert [choice.source_id for choice in choices_for(one, one.stops[0])] == [3, 4, 5, 6]


def test_overlaps_are_named_and_the_order_holds_what_it_rests_on() -> None:
    one = proposed(asked(), (1, MONDAY, 610))
    assert note_words(one)[0] == "Mercy and Clinic 1 overlap on Mon, Nov 23. Solve again, or move one of them."
    (visit,) = one.command().visits
    assert (visit.source_id, visit.visit_on, visit.start_time, visit.due_on) == (1, MONDAY, time(10, 10), MONDAY)
    assert one.command().planned == ((77, 1),)


def test_a_draft_gives_back_the_proposal_without_what_can_no_longer_be_seen() -> None:
    one = proposed(asked(), (1, MONDAY, 660), (2, TUESDAY, 540), left=(3,)).pin(2)
    kept = json.loads(json.dumps(draft_content(one)))
    assert draft_of(kept) == (1, MONDAY)
    assert draft_of({"base": {"monday": "x"}}) is None
    same = taken_up(kept, one.question)
    assert (same.plan.days, same.pins, same.touched) == (one.plan.days, one.pins, False)
    less = asked(1)
    fewer = taken_up(kept, less)
    assert [stop.source_id for stop in fewer.stops] == [1]
    assert (fewer.touched, fewer.pins) == (True, ())


def test_the_lines_say_what_is_near_and_the_report_has_the_same() -> None:
    question = asked(3, (Place(36.16, -86.79), Place(36.17, -86.79), None))
    one = proposed(question, (1, MONDAY, 660), (2, MONDAY, 700), (3, TUESDAY, 540))
    details = [row.detail for row in panel_rows(one) if row.kind == "stop"]
    assert details == [
        "planned, keeps its time; near Clinic 1", "overdue 3 days; near Mercy", "overdue 3 days; near Clinic 1",
        "overdue 3 days",
    ]  # fmt: skip
    rows = [dict(zip(PLAN, row, strict=True)) for row in plan_rows(question, one.plan)]
    assert [row["reasons"] for row in rows] == details
    assert [row["state"] for row in rows] == ["planned", "proposed", "proposed", "proposed"]
    assert rows[3]["drive_minutes"] == 20, "a place that is not known"
    assert (driving_words(45), driving_words(320)) == ("45 min driving", "5 h 20 min driving")


def test_of_two_thousand_left_out_the_best_are_listed_and_the_rest_counted() -> None:
    question = asked(2_000)
    one = proposed(question, (1, MONDAY, 660), left=tuple(range(2, 2_001)))
    rows = panel_rows(one)
    assert len([row for row in rows if row.kind == "out"]) == LEFT_SHOWN
    assert rows[-1].title == "And 1,899 more, which bring less"


def test_what_stands_in_the_way_is_said_with_its_name() -> None:
    question = asked()
    with pytest.raises(CannotPlan) as caught:
        weeks.plan_week(question, (Pin(2, MONDAY, 300),))
    assert str(caught.value).startswith("Clinic 2: ")
    plan = weeks.plan_week(question)
    assert {stop.source_id for stop in plan.stops} == {1, 2, 3, 4, 5, 6, 999}
