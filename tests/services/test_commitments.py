"""Commitments: made, changed, kept, broken, withdrawn, opened again; each undone; versions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.words import Advance, CommitmentStatus
from hhcrm.models.commitments import Commitment
from hhcrm.models.lookups import ServiceLine
from hhcrm.queries.commitment_models import CommitmentBalance, CommitmentFilter, CommitmentPage
from hhcrm.queries.commitments import commitment_page
from hhcrm.services.commands import AddPerson, CloseCommitment, EditCommitment, LogVisit, MakeCommitment, PersonValues
from hhcrm.services.referral_commands import RecordReferral
from tests.services.conftest import TODAY, Agency

FRIDAY = date(2026, 11, 27)


def promise(agency: Agency, **more: object) -> int:
    source = agency.add("Mercy")
    changes = agency.actions.make_commitment(
        MakeCommitment(source, "Bring the wound chart", FRIDAY, TODAY, **more)  # type: ignore[arg-type]  # by name
    )
    assert changes.subject is not None
    return changes.subject


def row(agency: Agency, commitment_id: int) -> Commitment:
    with Session(agency.engine) as session:
        return session.scalars(select(Commitment).where(Commitment.id == commitment_id)).one()


def test_it_is_edited_at_the_version_that_was_read(agency: Agency) -> None:
    made = promise(agency)
    person = agency.actions.add_person(AddPerson(PersonValues("Suzy", "Park"))).subject
    values = {"text": "Bring two charts", "due_on": FRIDAY + timedelta(3), "contact_id": person}
    agency.actions.edit_commitment(EditCommitment(made, 1, values))
    now = row(agency, made)
    assert (now.text, now.due_on, now.contact_id) == ("Bring two charts", FRIDAY + timedelta(3), person)
    with pytest.raises(Conflict):
        agency.actions.edit_commitment(EditCommitment(made, 1, {"text": "Nothing"}))
    agency.actions.undo()
    assert row(agency, made).text == "Bring the wound chart"


@pytest.mark.parametrize(
    ("values", "field"),
    [({"text": "  "}, "text"), ({"due_on": None}, "due_on"), ({"due_on": date(2026, 11, 1)}, "due_on")],
)
def test_what_cannot_be_is_refused_beside_its_field(agency: Agency, values: dict[str, object], field: str) -> None:
    made = promise(agency)
    with pytest.raises(RuleBroken) as caught:
        agency.actions.edit_commitment(EditCommitment(made, 1, values))
    assert caught.value.field == field
    assert row(agency, made).version == 1


def test_kept_broken_withdrawn_and_opened_again(agency: Agency) -> None:
    made = promise(agency)
    close = agency.actions.close_commitment
    with pytest.raises(RuleBroken, match="why"):
        close(CloseCommitment(made, 1, CommitmentStatus.BROKEN, FRIDAY))
    close(CloseCommitment(made, 1, CommitmentStatus.BROKEN, FRIDAY, "Van broke down"))
    close(CloseCommitment(made, 2, CommitmentStatus.OPEN, FRIDAY))
    assert (row(agency, made).closed_on, row(agency, made).why) == (None, None)
    close(CloseCommitment(made, 3, CommitmentStatus.KEPT, FRIDAY))
    assert (row(agency, made).status, row(agency, made).closed_on) == (CommitmentStatus.KEPT, FRIDAY)
    source_id = row(agency, made).source_id
    for due in (TODAY - timedelta(days=1), TODAY):
        agency.actions.make_commitment(MakeCommitment(source_id, "Call", due, TODAY - timedelta(days=9)))
    with agency.engine.connect() as connection:
        page = commitment_page(connection, CommitmentFilter(source_id, show="kept"), 0, 9, TODAY)
    assert (page.total, page.balance) == (1, CommitmentBalance(open=2, overdue=1, kept=1))
    for _promise in range(2):
        agency.actions.undo()
    for status in (CommitmentStatus.OPEN, CommitmentStatus.BROKEN, CommitmentStatus.OPEN):
        assert agency.actions.undo().undoable
        assert row(agency, made).status == status


def test_it_cannot_be_kept_before_it_was_promised(agency: Agency) -> None:
    made = promise(agency)
    with pytest.raises(RuleBroken, match="before it was promised"):
        agency.actions.close_commitment(CloseCommitment(made, 1, CommitmentStatus.KEPT, TODAY - timedelta(1)))


def test_the_owner_is_who_is_named_else_who_promised(agency: Agency) -> None:
    assert row(agency, promise(agency)).owner_id == agency.liaison_id


def test_it_belongs_to_a_visit_of_the_same_source_only(agency: Agency) -> None:
    other = agency.add("Clinic")
    visit = agency.actions.log_visit(LogVisit(other, Advance.ADVANCE, agency.visit, TODAY)).subject
    with pytest.raises(RuleBroken, match="another source"):
        promise(agency, visit_id=visit)


def test_one_about_a_referral_is_to_the_source_that_sent_it(agency: Agency) -> None:
    mercy, oak = agency.add("Mercy"), agency.add("Oak")
    with Session(agency.engine) as session:
        line = session.scalars(select(ServiceLine.id)).first()
    sent = agency.actions.record_referral(RecordReferral({"source_id": mercy, "service_line_id": line})).subject
    with pytest.raises(RuleBroken) as caught:
        agency.actions.make_commitment(MakeCommitment(oak, "Call back", FRIDAY, TODAY, referral_id=sent))
    assert caught.value.field == "referral_id"
    made = agency.actions.make_commitment(MakeCommitment(mercy, "Call back", FRIDAY, TODAY, referral_id=sent)).subject
    assert made is not None
    assert row(agency, made).referral_id == sent
    page = about(agency, sent)
    assert [(item.commitment_id, item.referral_id, item.source) for item in page.lines] == [(made, sent, "Mercy")]
    assert page.lines[0].referral_on is not None
    agency.actions.undo()
    assert about(agency, sent).total == 0


def about(agency: Agency, referral_id: int | None) -> CommitmentPage:
    with agency.engine.connect() as connection:
        return commitment_page(connection, CommitmentFilter(referral_id=referral_id), 0, 10, TODAY)
