"""People, extendable lists, saved views and files."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import FileFault, InUse, RuleBroken
from hhcrm.domain.words import EmailKind, PhoneKind
from hhcrm.models.contacts import Affiliation, Contact
from hhcrm.models.files import Attachment
from hhcrm.models.lookups import SourceType
from hhcrm.models.settings import SavedView
from hhcrm.models.sources import ReferralSource
from hhcrm.services.commands import (
    AddFile,
    AddPerson,
    AddValue,
    Affiliate,
    DropValue,
    DropView,
    EditAffiliation,
    EditPerson,
    PersonValues,
    SaveView,
)
from tests.services.conftest import TODAY, Agency

SUZY = PersonValues("Suzy", "Park", phones=((PhoneKind.WORK, "615-555-0142"), (PhoneKind.MOBILE, "615-555-0143")))


def suzy(agency: Agency, source_id: int | None = None) -> int:
    subject = agency.actions.add_person(AddPerson(SUZY, source_id)).subject
    assert subject is not None
    return subject


def test_a_person_works_at_several_sources_and_leaves_one(agency: Agency) -> None:
    hospital, clinic = agency.add("Hospital"), agency.add("Clinic")
    person = suzy(agency, hospital)
    agency.actions.affiliate(Affiliate(person, clinic, title="Hospitalist"))
    with pytest.raises(RuleBroken, match="already"):
        agency.actions.affiliate(Affiliate(person, clinic))
    with Session(agency.engine) as session:
        first = session.scalars(select(Affiliation.id).where(Affiliation.source_id == hospital)).one()
    agency.actions.edit_affiliation(EditAffiliation(first, 1, None, "", "", None, TODAY))
    with Session(agency.engine) as session:
        rows = session.scalars(select(Affiliation).order_by(Affiliation.id)).all()
        assert [(row.source_id, row.until_on) for row in rows] == [(hospital, TODAY), (clinic, None)]


def test_all_numbers_and_addresses_of_a_person_are_kept_and_found(agency: Agency) -> None:
    person = suzy(agency)
    values = PersonValues(
        "Suzy", "Park", emails=((EmailKind.WORK, "s.park@example.org"),), phones=((PhoneKind.WORK, "6155550199"),)
    )
    agency.actions.edit_person(EditPerson(person, 1, values))
    with Session(agency.engine) as session:
        row = session.get_one(Contact, person)
        assert [phone.number for phone in row.phones] == ["(615) 555-0199"]
        assert "6155550199" in row.find_text
        assert "s.park@example.org" in row.find_text
        assert "0142" not in row.find_text


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (PersonValues("", " "), "last_name"),
        (PersonValues("A", "B", npi="123"), "npi"),
        (PersonValues("A", "B", emails=((EmailKind.HOME, "nowhere"),)), "emails"),
    ],
)
def test_what_a_person_cannot_have_is_refused_beside_its_field(
    agency: Agency, values: PersonValues, field: str
) -> None:
    with pytest.raises(RuleBroken) as caught:
        agency.actions.add_person(AddPerson(values))
    assert caught.value.field == field


def test_a_persons_last_day_cannot_lie_before_the_first(agency: Agency) -> None:
    suzy(agency, agency.add())
    with pytest.raises(RuleBroken):
        agency.actions.edit_affiliation(EditAffiliation(1, 1, None, "", "", TODAY, date(2026, 1, 1)))


def test_a_value_in_use_must_be_replaced_before_it_goes(agency: Agency) -> None:
    source_id = agency.add()
    with pytest.raises(InUse, match=r"in use by 1 source\b"):
        agency.actions.drop_value(DropValue("source_type", agency.snf))
    changes = agency.actions.add_value(AddValue("source_type", "Rehab centre"))
    assert changes.subject is not None
    agency.actions.drop_value(DropValue("source_type", agency.snf, changes.subject))
    with Session(agency.engine) as session:
        assert session.get_one(ReferralSource, source_id).type_id == changes.subject
        assert session.get_one(SourceType, agency.snf).archived_at is not None
    agency.actions.undo()
    with Session(agency.engine) as session:
        assert session.get_one(ReferralSource, source_id).type_id == agency.snf


def test_a_list_has_each_value_once_and_archived_ones_come_back(agency: Agency) -> None:
    with pytest.raises(RuleBroken, match="already"):
        agency.actions.add_value(AddValue("payer", "medicare"))
    added = agency.actions.add_value(AddValue("payer", "Amerigroup")).subject
    assert added is not None
    agency.actions.drop_value(DropValue("payer", added))
    assert agency.actions.add_value(AddValue("payer", "AMERIGROUP")).subject == added


def test_a_view_is_saved_under_its_name_once(agency: Agency) -> None:
    agency.actions.save_view(SaveView("sources", "My week", {"stage": "active"}))
    view_id = agency.actions.save_view(SaveView("sources", "My week", {"stage": "prospective"})).subject
    assert view_id is not None
    with Session(agency.engine) as session:
        assert [view.spec for view in session.scalars(select(SavedView))] == ['{"stage": "prospective"}']
    agency.actions.drop_view(DropView(view_id))
    agency.actions.undo()
    with Session(agency.engine) as session:
        assert session.get(SavedView, view_id) is not None


def test_a_file_is_kept_under_the_hash_of_its_content(agency: Agency, tmp_path: Path) -> None:
    paper = tmp_path / "handout.pdf"
    paper.write_bytes(b"wound care")
    agency.actions.add_file(AddFile(agency.add(), paper))
    digest = hashlib.sha256(b"wound care").hexdigest()
    assert (tmp_path / "attachments" / digest).read_bytes() == b"wound care"
    with Session(agency.engine) as session:
        row = session.scalars(select(Attachment)).one()
        assert (row.name, row.sha256, row.size) == ("handout.pdf", digest, 10)


def test_a_file_that_is_not_there_is_said_in_words(agency: Agency, tmp_path: Path) -> None:
    with pytest.raises(FileFault, match=r"gone\.pdf cannot be kept"):
        agency.actions.add_file(AddFile(agency.add(), tmp_path / "gone.pdf"))
