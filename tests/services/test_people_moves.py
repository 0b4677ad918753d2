"""A person leaves one source for another: both histories stay, one step, versions."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.words import Advance, EmailKind, PhoneKind
from hhcrm.models.contacts import Affiliation, Contact
from hhcrm.models.visits import Visit, VisitContact
from hhcrm.services.commands import (
    AddPerson,
    Archive,
    EditAffiliation,
    EditPerson,
    EndAffiliation,
    LogVisit,
    MovePerson,
    PersonValues,
    Restore,
)
from tests.services.conftest import TODAY, Agency

LATER = date(2026, 12, 1)


def places(agency: Agency) -> list[tuple[int, date | None, date | None, str | None]]:
    with Session(agency.engine) as session:
        rows = session.scalars(select(Affiliation).order_by(Affiliation.id))
        return [(row.source_id, row.from_on, row.until_on, row.title) for row in rows]


def nurse(agency: Agency, source_id: int) -> int:
    values = PersonValues("Nora", "Wells", phones=((PhoneKind.WORK, "615-555-0142"),))
    subject = agency.actions.add_person(AddPerson(values, source_id, "Charge nurse", date(2025, 3, 1))).subject
    assert subject is not None
    return subject


def test_moving_ends_one_place_and_begins_another_on_the_same_day_in_one_step(agency: Agency) -> None:
    old, new = agency.add("St. Brendan"), agency.add("Mercy")
    nurse(agency, old)
    changes = agency.actions.move_person(MovePerson(1, 1, new, TODAY, title="Nurse manager"))
    began = date(2025, 3, 1)
    assert places(agency) == [(old, began, TODAY, "Charge nurse"), (new, TODAY, None, "Nurse manager")]
    assert changes.undoable
    agency.actions.undo()
    assert places(agency) == [(old, began, None, "Charge nurse")]
    agency.actions.redo()
    assert places(agency)[0][2] == TODAY


def test_what_happened_at_the_old_place_stays_there(agency: Agency) -> None:
    old, new = agency.add("St. Brendan"), agency.add("Mercy")
    person = nurse(agency, old)
    agency.actions.log_visit(LogVisit(old, Advance.ADVANCE, agency.visit, TODAY, contact_ids=(person,)))
    agency.actions.move_person(MovePerson(1, 1, new, TODAY))
    with Session(agency.engine) as session:
        met = session.execute(
            select(Visit.source_id, VisitContact.contact_id).join(VisitContact, VisitContact.visit_id == Visit.id)
        ).all()
        assert [tuple(row) for row in met] == [(old, person)]


def test_a_place_that_somebody_else_changed_is_a_conflict_and_nothing_moves(agency: Agency) -> None:
    old, new = agency.add("St. Brendan"), agency.add("Mercy")
    nurse(agency, old)
    agency.actions.edit_affiliation(EditAffiliation(1, 1, None, "Charge nurse", "5 West", date(2025, 3, 1), None))
    with pytest.raises(Conflict):
        agency.actions.move_person(MovePerson(1, 1, new, TODAY))
    with pytest.raises(Conflict):
        agency.actions.end_affiliation(EndAffiliation(1, 1, TODAY))
    with pytest.raises(Conflict):
        agency.actions.edit_affiliation(EditAffiliation(1, 1, None, "", "", None, None))
    assert places(agency) == [(old, date(2025, 3, 1), None, "Charge nurse")]


def test_leaving_and_coming_back_carry_the_version(agency: Agency) -> None:
    nurse(agency, agency.add("St. Brendan"))
    agency.actions.end_affiliation(EndAffiliation(1, 1, LATER))
    assert places(agency)[0][2] == LATER
    agency.actions.end_affiliation(EndAffiliation(1, 2, None))
    assert places(agency)[0][2] is None


@pytest.mark.parametrize(
    ("day", "to_itself", "field"), [(date(2025, 2, 28), False, "on_day"), (TODAY, True, "source_id")]
)
def test_a_move_that_cannot_be_is_refused_beside_its_field(
    agency: Agency, day: date, to_itself: bool, field: str
) -> None:
    old, new = agency.add("St. Brendan"), agency.add("Mercy")
    nurse(agency, old)
    with pytest.raises(RuleBroken) as caught:
        agency.actions.move_person(MovePerson(1, 1, old if to_itself else new, day))
    assert caught.value.field == field
    with pytest.raises(NotFound):
        agency.actions.move_person(MovePerson(1, 1, 99, TODAY))
    assert places(agency) == [(old, date(2025, 3, 1), None, "Charge nurse")]


def test_who_left_before_cannot_leave_again_later(agency: Agency) -> None:
    old, new = agency.add("St. Brendan"), agency.add("Mercy")
    nurse(agency, old)
    agency.actions.end_affiliation(EndAffiliation(1, 1, date(2026, 5, 1)))
    with pytest.raises(RuleBroken, match="left there before"):
        agency.actions.move_person(MovePerson(1, 2, new, TODAY))
    agency.actions.move_person(MovePerson(1, 2, new, date(2026, 5, 1)))
    assert [row[2] for row in places(agency)] == [date(2026, 5, 1), None]


def test_numbers_and_addresses_keep_their_kinds_and_a_stale_edit_of_them_is_a_conflict(agency: Agency) -> None:
    person = nurse(agency, agency.add("St. Brendan"))
    values = PersonValues(
        "Nora", "Wells", phones=((PhoneKind.MOBILE, "6155550142"),),
        emails=((EmailKind.HOME, "nora@mail.example"), (EmailKind.WORK, "nwells@brendan.example")),
    )  # fmt: skip
    agency.actions.edit_person(EditPerson(person, 1, values))
    with pytest.raises(Conflict):
        agency.actions.edit_person(EditPerson(person, 1, PersonValues("Nora", "Wells")))
    with Session(agency.engine) as session:
        row = session.get_one(Contact, person)
        assert [(phone.kind, phone.number) for phone in row.phones] == [(PhoneKind.MOBILE, "(615) 555-0142")]
        assert [(email.kind, email.address) for email in row.emails] == list(values.emails)
    agency.actions.undo()
    with Session(agency.engine) as session:
        row = session.get_one(Contact, person)
        assert [phone.kind for phone in row.phones] == [PhoneKind.WORK]
        assert row.emails == []


def test_a_person_is_archived_and_restored(agency: Agency) -> None:
    person = nurse(agency, agency.add("St. Brendan"))
    agency.actions.archive(Archive("contact", (person,), "twice here"))
    agency.actions.restore(Restore("contact", (person,)))
    with Session(agency.engine) as session:
        assert session.get_one(Contact, person).archived_at is None
