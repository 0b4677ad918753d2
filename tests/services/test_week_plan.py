"""The proposal for a week goes into the calendar whole, or not at all where something changed since it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.words import Advance, SourceStage, UserRole, VisitStatus
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.services.calendar_commands import MoveVisit
from hhcrm.services.commands import Archive, ChangeStage, EditSources, LogVisit, PlanVisit
from hhcrm.services.holiday_commands import AddHoliday, AddTimeOff
from hhcrm.services.settings_commands import SaveUser
from hhcrm.services.week_plan_commands import AcceptWeek, WeekVisit
from tests.services.conftest import TODAY, Agency

MONDAY = TODAY
TUESDAY, WEDNESDAY = TODAY + timedelta(days=1), TODAY + timedelta(days=2)


def visit_of(agency: Agency, source_id: int, day: date = TUESDAY, at: time = time(9), **more: Any) -> WeekVisit:
    with Session(agency.engine) as session:
        source = session.get_one(ReferralSource, source_id)
        assert source.due_on is not None
        return WeekVisit(source_id, agency.visit, day, at, 20, source.due_on, source.last_visit_on, **more)


def rows(agency: Agency) -> Sequence[Visit]:
    with Session(agency.engine, expire_on_commit=False) as session:
        return session.scalars(select(Visit).order_by(Visit.id)).all()


def proposal(agency: Agency, *visits: WeekVisit, planned: tuple[tuple[int, int], ...] = ()) -> AcceptWeek:
    return AcceptWeek(agency.liaison_id, MONDAY, visits, planned)


def two(agency: Agency) -> tuple[WeekVisit, WeekVisit]:
    return visit_of(agency, agency.add("Mercy")), visit_of(agency, agency.add("Oak Grove"), at=time(10))


def test_a_week_is_planned_in_one_step_and_taken_back_in_one(agency: Agency) -> None:
    changes = agency.actions.accept_week(proposal(agency, *two(agency)))
    assert changes.label == "Plan week of Nov 23: 2 visits"
    assert [(row.visit_on, row.start_time, row.minutes, row.status, row.liaison_id) for row in rows(agency)] == [
        (TUESDAY, time(9), 20, VisitStatus.PLANNED, agency.liaison_id),
        (TUESDAY, time(10), 20, VisitStatus.PLANNED, agency.liaison_id),
    ]
    agency.actions.undo()
    assert rows(agency) == []
    agency.actions.redo()
    assert len(rows(agency)) == 2


def test_a_visit_planned_without_a_time_gets_one_and_is_not_planned_again(agency: Agency) -> None:
    source_id = agency.add()
    key = agency.actions.plan_visit(PlanVisit(source_id, agency.visit, TUESDAY)).subject
    assert key is not None
    visit = visit_of(agency, source_id, at=time(11, 30), visit_id=key, version=1)
    agency.actions.accept_week(proposal(agency, visit, planned=((key, 1),)))
    (row,) = rows(agency)
    assert (row.id, row.visit_on, row.start_time) == (key, TUESDAY, time(11, 30))


def refused(agency: Agency, command: AcceptWeek, kind: type[Exception] = Conflict) -> str:
    """What is said; the visits stay as they were."""
    before = [(row.id, row.version) for row in rows(agency)]
    with pytest.raises(kind) as caught:
        agency.actions.accept_week(command)
    assert [(row.id, row.version) for row in rows(agency)] == before
    return str(caught.value)


END = " The calendar is as it was. Solve again to plan with what is there now."


def test_what_changed_meanwhile_is_named_and_nothing_is_planned(agency: Agency) -> None:
    mercy, oak = two(agency)
    wanted = proposal(agency, mercy, oak)
    sam = agency.actions.save_user(SaveUser({"name": "Sam Ortiz", "role": str(UserRole.LIAISON)})).subject
    agency.actions.log_visit(
        LogVisit(mercy.source_id, Advance.CONTINUATION, agency.visit, TODAY - timedelta(days=1), liaison_id=sam)
    )
    assert refused(agency, wanted) == "Mercy was visited meanwhile by Sam Ortiz." + END
    agency.actions.undo()
    agency.actions.plan_visit(PlanVisit(oak.source_id, agency.visit, TODAY + timedelta(days=20), liaison_id=sam))
    assert refused(agency, wanted) == "A visit to Oak Grove was planned meanwhile for Sun, Dec 13." + END
    agency.actions.plan_visit(PlanVisit(agency.add("Elsewhere"), agency.visit, WEDNESDAY, time(9)))
    assert refused(agency, wanted) == "2 visits were planned meanwhile." + END
    agency.actions.undo()
    agency.actions.undo()
    agency.actions.undo()
    agency.actions.edit_sources(EditSources((oak.source_id,), {"owner_id": sam}))
    assert refused(agency, wanted) == "Oak Grove is somebody else's meanwhile." + END
    agency.actions.undo()
    agency.actions.change_stage(ChangeStage((mercy.source_id,), SourceStage.INACTIVE, TODAY, "closed"))
    assert refused(agency, wanted) == "Mercy is no longer among the sources to visit." + END
    agency.actions.undo()
    agency.actions.edit_sources(EditSources((mercy.source_id,), {"cadence_days": 60}))
    agency.actions.accept_week(wanted)  # a prospect's due date does not follow from the cadence
    assert len(rows(agency)) == 2


def test_days_off_that_came_meanwhile_are_named(agency: Agency) -> None:
    mercy, oak = two(agency)
    wanted = proposal(agency, mercy, replace(oak, visit_on=WEDNESDAY))
    agency.actions.add_time_off(AddTimeOff(agency.liaison_id, TUESDAY, TUESDAY, "Dentist"))
    assert refused(agency, wanted) == "Tue, Nov 24 is a day off meanwhile." + END
    agency.actions.undo()
    agency.actions.add_holiday(AddHoliday(WEDNESDAY, "Office closed"))
    assert "Wed, Nov 25 is a day off meanwhile." in refused(agency, wanted)


def test_a_planned_visit_of_the_week_that_moved_or_went_is_said(agency: Agency) -> None:
    mercy, oak = two(agency)
    key = agency.actions.plan_visit(PlanVisit(agency.add("Fixed"), agency.visit, WEDNESDAY, time(9))).subject
    assert key is not None
    wanted = proposal(agency, mercy, oak, planned=((key, 1),))
    agency.actions.move_visit(MoveVisit(key, 1, TUESDAY, time(14)))
    assert refused(agency, wanted) == "A visit of this week was changed or taken off meanwhile." + END
    agency.actions.archive(Archive("visit", (key,)))
    assert refused(agency, wanted) == "A visit of this week was changed or taken off meanwhile." + END
    agency.actions.accept_week(replace(wanted, planned=()))
    assert len(rows(agency)) == 3


def test_many_changes_are_counted_after_the_first_three(agency: Agency) -> None:
    visits = [visit_of(agency, agency.add(f"Source {n}"), at=time(9 + n)) for n in range(5)]
    agency.actions.change_stage(ChangeStage(tuple(v.source_id for v in visits), SourceStage.INACTIVE, TODAY, "closed"))
    said = refused(agency, proposal(agency, *visits))
    assert said.startswith("Source 0 is no longer")
    assert "Source 2 is" in said
    assert "Source 3" not in said
    assert "And 2 more changes." in said


def test_what_was_logged_today_is_no_reason_to_refuse(agency: Agency) -> None:
    source_id = agency.add("This morning")
    key = agency.actions.plan_visit(PlanVisit(source_id, agency.visit, TODAY, time(8))).subject
    assert key is not None
    wanted = proposal(agency, *two(agency), planned=((key, 1),))
    agency.actions.log_visit(LogVisit(source_id, Advance.ADVANCE, agency.visit, TODAY, visit_id=key))
    agency.actions.accept_week(wanted)
    assert len(rows(agency)) == 3


def test_nothing_is_planned_twice_or_over_another_visit(agency: Agency) -> None:
    mercy, oak = two(agency)
    twice = refused(agency, proposal(agency, mercy, replace(mercy, start_time=time(15))), RuleBroken)
    assert twice == "A source stands in the proposal twice. Drop one of the two visits."
    over = refused(agency, proposal(agency, mercy, replace(oak, start_time=time(9, 10))), RuleBroken)
    assert over == "Mercy and Oak Grove overlap on Tue, Nov 24. Solve again, or move one of them."
    key = agency.actions.plan_visit(PlanVisit(agency.add("Fixed"), agency.visit, TUESDAY, time(9, 50), 60)).subject
    assert key is not None
    fixed = refused(agency, proposal(agency, mercy, oak, planned=((key, 1),)), RuleBroken)
    assert fixed == "Fixed and Oak Grove overlap on Tue, Nov 24. Solve again, or move one of them."
    nothing = refused(agency, proposal(agency), RuleBroken)
    assert nothing == "There is nothing to accept: the proposal has no visits."
    past = refused(agency, proposal(agency, replace(mercy, visit_on=TODAY - timedelta(days=1))))
    assert past.startswith("Sun, Nov 22 is over meanwhile.")


def test_accepting_twice_is_refused_the_second_time(agency: Agency) -> None:
    wanted = proposal(agency, *two(agency))
    agency.actions.accept_week(wanted)
    assert refused(agency, wanted) == "2 visits were planned meanwhile." + END
