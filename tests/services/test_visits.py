"""Visits: logged, planned, edited, closed; what follows for the due date."""

from __future__ import annotations

from datetime import date, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.words import Advance, Ask, CommitmentStatus, SourceStage, VisitStatus
from hhcrm.models.commitments import Commitment
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.services.commands import (
    AddPerson,
    Archive,
    ChangeStage,
    CloseCommitment,
    CloseVisit,
    EditVisit,
    LogVisit,
    PersonValues,
    PlanVisit,
)
from tests.services.conftest import TODAY, Agency


def logged(agency: Agency, source_id: int, day: date, **more: object) -> int:
    values = {"kind_id": agency.visit} | more
    changes = agency.actions.log_visit(LogVisit(source_id, Advance.ADVANCE, visit_on=day, **values))  # type: ignore[arg-type]
    assert changes.subject is not None
    return changes.subject


def due(agency: Agency, source_id: int) -> date | None:
    with Session(agency.engine) as session:
        return session.scalar(select(ReferralSource.due_on).where(ReferralSource.id == source_id))


def visits(agency: Agency) -> list[tuple[VisitStatus, date]]:
    with Session(agency.engine) as session:
        return [(v.status, v.visit_on) for v in session.scalars(select(Visit).order_by(Visit.visit_on, Visit.id))]


def active(agency: Agency, cadence: int = 30) -> int:
    source_id = agency.add()
    agency.actions.change_stage(ChangeStage((source_id,), SourceStage.ACTIVE, date(2026, 10, 1), cadence_days=cadence))
    return source_id


def test_logging_moves_the_due_date_and_editing_or_archiving_moves_it_back(agency: Agency) -> None:
    source_id = active(agency)
    logged(agency, source_id, date(2026, 10, 12))
    assert due(agency, source_id) == date(2026, 11, 12)  # Nov 11 is Veterans Day
    visit_id = logged(agency, source_id, date(2026, 11, 16))
    assert due(agency, source_id) == date(2026, 12, 16)
    agency.actions.edit_visit(EditVisit(visit_id, 1, {"visit_on": date(2026, 11, 9)}))
    assert due(agency, source_id) == date(2026, 12, 9)
    agency.actions.archive(Archive("visit", (visit_id,)))
    assert due(agency, source_id) == date(2026, 11, 12)


def test_a_phone_call_moves_nothing(agency: Agency) -> None:
    source_id = active(agency)
    logged(agency, source_id, date(2026, 10, 12))
    logged(agency, source_id, date(2026, 11, 10), kind_id=agency.phone_call)
    assert due(agency, source_id) == date(2026, 11, 12)


def test_logging_completes_the_visit_planned_for_that_day(agency: Agency) -> None:
    source_id = active(agency)
    agency.actions.plan_visit(PlanVisit(source_id, agency.visit, TODAY, time(9, 30)))
    logged(agency, source_id, TODAY)
    assert visits(agency) == [(VisitStatus.COMPLETED, TODAY)]


def test_saving_plans_the_next_visit_and_writes_down_the_promise_in_one_step(agency: Agency) -> None:
    source_id = active(agency)
    logged(agency, source_id, TODAY, next_on=date(2026, 12, 22), promise="Send handout", promise_by=date(2026, 11, 25))
    assert visits(agency) == [(VisitStatus.COMPLETED, TODAY), (VisitStatus.PLANNED, date(2026, 12, 22))]
    with Session(agency.engine) as session:
        promise = session.scalars(select(Commitment)).one()
        assert (promise.text, promise.due_on, promise.source_id) == ("Send handout", date(2026, 11, 25), source_id)
    agency.actions.undo()
    assert visits(agency) == []
    with Session(agency.engine) as session:
        assert session.scalars(select(Commitment)).all() == []


def test_the_next_visit_moves_what_was_planned_but_not_a_fixed_appointment(agency: Agency) -> None:
    source_id = active(agency)
    agency.actions.plan_visit(PlanVisit(source_id, agency.visit, date(2026, 12, 1)))
    logged(agency, source_id, TODAY, next_on=date(2026, 12, 22))
    assert visits(agency)[-1] == (VisitStatus.PLANNED, date(2026, 12, 22))
    other = agency.add("Fixed")
    agency.actions.plan_visit(PlanVisit(other, agency.visit, date(2026, 12, 2), time(10)))
    logged(agency, other, TODAY, next_on=date(2026, 12, 23))
    assert (VisitStatus.PLANNED, date(2026, 12, 2)) in visits(agency)
    assert (VisitStatus.PLANNED, date(2026, 12, 23)) not in visits(agency)


def test_a_visit_in_the_future_is_not_logged(agency: Agency) -> None:
    with pytest.raises(RuleBroken) as caught:
        logged(agency, agency.add(), date(2026, 11, 24))
    assert caught.value.field == "visit_on"


def test_a_promise_needs_a_day(agency: Agency) -> None:
    with pytest.raises(RuleBroken) as caught:
        logged(agency, agency.add(), TODAY, promise="Call back")
    assert caught.value.field == "promise_by"


def test_a_visit_is_logged_once(agency: Agency) -> None:
    visit_id = logged(agency, agency.add(), TODAY)
    with pytest.raises(RuleBroken, match="logged already"):
        logged(agency, agency.add("Other"), TODAY, visit_id=visit_id)


def test_people_met_are_kept_with_the_visit(agency: Agency) -> None:
    source_id = agency.add()
    person = agency.actions.add_person(AddPerson(PersonValues("Suzy", "Park"), source_id)).subject
    assert person is not None
    visit_id = logged(agency, source_id, TODAY, contact_ids=(person, person), ask=Ask.AGREED)
    with Session(agency.engine) as session:
        visit = session.get_one(Visit, visit_id)
        assert [met.contact_id for met in visit.contacts] == [person]
        assert visit.liaison_id == agency.liaison_id


def test_five_counting_visits_since_it_became_prospective_are_counted(agency: Agency) -> None:
    source_id = agency.add()  # prospective since October 1
    for day in (1, 5, 9, 13, 20):
        logged(agency, source_id, date(2026, 10, day))
    logged(agency, source_id, date(2026, 9, 28))
    with Session(agency.engine) as session:
        source = session.get_one(ReferralSource, source_id)
        assert (source.stage_visits, source.last_visit_on) == (5, date(2026, 10, 20))


def test_a_missed_visit_keeps_why_and_moves_nothing(agency: Agency) -> None:
    source_id = active(agency)
    visit_id = agency.actions.plan_visit(PlanVisit(source_id, agency.visit, TODAY)).subject
    assert visit_id is not None
    before = due(agency, source_id)
    agency.actions.close_visit(CloseVisit(visit_id, VisitStatus.MISSED, "snow"))
    assert due(agency, source_id) == before
    with pytest.raises(RuleBroken):
        agency.actions.close_visit(CloseVisit(visit_id, VisitStatus.CANCELLED))


def test_a_completed_visit_always_says_what_changed(agency: Agency) -> None:
    visit_id = logged(agency, agency.add(), TODAY)
    with pytest.raises(RuleBroken) as caught:
        agency.actions.edit_visit(EditVisit(visit_id, 1, {"advance": None}))
    assert caught.value.field == "advance"


def test_a_broken_promise_needs_a_reason(agency: Agency) -> None:
    logged(agency, agency.add(), TODAY, promise="Send handout", promise_by=TODAY)
    with Session(agency.engine) as session:
        promise_id = session.scalars(select(Commitment.id)).one()
    with pytest.raises(RuleBroken):
        agency.actions.close_commitment(CloseCommitment(promise_id, 1, CommitmentStatus.BROKEN, TODAY))
    agency.actions.close_commitment(CloseCommitment(promise_id, 1, CommitmentStatus.KEPT, TODAY))
    with Session(agency.engine) as session:
        assert session.get_one(Commitment, promise_id).closed_on == TODAY
