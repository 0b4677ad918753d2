"""The history of each kind of record, and which of its fields go back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.words import Advance, CommitmentStatus, PhoneKind, SourceStage, VisitStatus
from hhcrm.queries.bound import Questions
from hhcrm.queries.read_models import FieldChange, HistoryLine
from hhcrm.services.commands import (
    AddPerson,
    Archive,
    ChangeStage,
    CloseCommitment,
    CloseVisit,
    EditPerson,
    EditVisit,
    LogVisit,
    MakeCommitment,
    PersonValues,
    PlanVisit,
    RevertField,
)
from tests.services.conftest import NOW, TODAY, Agency


def lines(agency: Agency, table: str, row_id: int) -> tuple[HistoryLine, ...]:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, agency.liaison_id).history_of(table, row_id).lines


def revertable(agency: Agency, table: str, row_id: int) -> set[str]:
    return {change.field for line in lines(agency, table, row_id) for change in line.changes if change.can_revert}


def change_in(line: HistoryLine, field: str) -> FieldChange:
    return next(change for change in line.changes if change.field == field)


def plan(agency: Agency, source_id: int) -> int:
    day = TODAY + timedelta(days=3)
    return agency.actions.plan_visit(PlanVisit(source_id, agency.visit, day, purpose="Meet")).subject or 0


def test_a_moved_visit_goes_back_to_its_day_and_then_offers_no_way_back_to_where_it_is(agency: Agency) -> None:
    visit = plan(agency, agency.add())
    agency.actions.edit_visit(EditVisit(visit, 1, {"visit_on": date(2026, 12, 1)}))
    newest = lines(agency, "visit", visit)[0]
    moved = change_in(newest, "visit_on")
    assert (newest.label, moved.label, moved.before, moved.after) == (
        "Edit visit",
        "Day",
        "Nov 26, 2026",
        "Dec 1, 2026",
    )
    assert moved.can_revert
    agency.actions.revert_field(RevertField(newest.step_id, "visit", visit, "visit_on", newest.version))
    back = lines(agency, "visit", visit)
    assert change_in(back[0], "visit_on").after == "Nov 26, 2026"
    assert not change_in(back[1], "visit_on").can_revert  # it is what it was before that step


def test_a_field_is_not_reverted_behind_somebody_who_changed_the_record_meanwhile(agency: Agency) -> None:
    visit = plan(agency, agency.add())
    agency.actions.edit_visit(EditVisit(visit, 1, {"purpose": "Lunch"}))
    seen = lines(agency, "visit", visit)[0]
    agency.actions.edit_visit(EditVisit(visit, 2, {"purpose": "Breakfast"}))
    with pytest.raises(Conflict):
        agency.actions.revert_field(RevertField(seen.step_id, "visit", visit, "purpose", seen.version))
    assert change_in(lines(agency, "visit", visit)[0], "purpose").after == "Breakfast"


def test_what_is_refused_is_not_offered(agency: Agency) -> None:
    source = agency.add()
    agency.actions.change_stage(ChangeStage((source,), SourceStage.ACTIVE, TODAY))
    assert not revertable(agency, "referral_source", source) & {"stage", "stage_since", "inactive_reason"}

    visit = plan(agency, source)
    agency.actions.log_visit(LogVisit(source, Advance.ADVANCE, agency.visit, TODAY, visit_id=visit, minutes=20))
    agency.actions.edit_visit(EditVisit(visit, 2, {"minutes": 30}))
    offered = revertable(agency, "visit", visit)
    assert "minutes" in offered
    assert not offered & {"status", "advance"}

    promise = agency.actions.make_commitment(MakeCommitment(source, "Call back", TODAY, TODAY)).subject or 0
    agency.actions.close_commitment(CloseCommitment(promise, 1, CommitmentStatus.KEPT, TODAY))
    assert not revertable(agency, "commitment", promise)

    agency.actions.archive(Archive("referral_source", (source,), "closed"))
    step = lines(agency, "referral_source", source)[0].step_id
    assert not revertable(agency, "referral_source", source) & {"archived_at", "archived_why"}
    with pytest.raises(RuleBroken, match="Restore it"):
        agency.actions.revert_field(RevertField(step, "referral_source", source, "archived_at"))


def test_everything_that_is_offered_is_done(agency: Agency) -> None:
    source = agency.add()
    visit = plan(agency, source)
    agency.actions.edit_visit(EditVisit(visit, 1, {"purpose": "Lunch", "minutes": 40, "notes": "Bring cake"}))
    agency.actions.close_visit(CloseVisit(visit, VisitStatus.CANCELLED, "Snow"))
    for line in lines(agency, "visit", visit):
        for change in line.changes:
            if change.can_revert:
                agency.actions.revert_field(RevertField(line.step_id, line.table, line.row_id, change.field))
                agency.actions.undo()


def test_a_person_s_history_tells_the_number_that_was_taken_away(agency: Agency) -> None:
    source = agency.add()
    values = PersonValues("Suzy", "Park", phones=((PhoneKind.MOBILE, "615 555 0142"),))
    suzy = agency.actions.add_person(AddPerson(values, source)).subject or 0
    agency.actions.edit_person(EditPerson(suzy, 1, PersonValues("Suzy", "Park", needs="Weekend starts")))
    newest = [line for line in lines(agency, "contact", suzy) if line.label == lines(agency, "contact", suzy)[0].label]
    assert {line.what for line in newest} == {"Person Suzy Park", "Phone (615) 555-0142 (taken away)"}
    other = agency.actions.add_person(AddPerson(PersonValues("Ann", "Lee"), source)).subject or 0
    assert all("555" not in line.what for line in lines(agency, "contact", other))


def test_there_is_no_history_of_a_patient(agency: Agency) -> None:
    with pytest.raises(NotFound):
        lines(agency, "referral_patient", 1)
