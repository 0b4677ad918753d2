"""What intake writes down beside the call itself, and what the agency's own rows answer to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from hhcrm.domain.errors import InUse, NotFound, RuleBroken
from hhcrm.domain.intake_facts import Answer, Intake, Item
from hhcrm.domain.referral_clocks import ClockKind, ClockState, Moment, clock_now
from hhcrm.domain.words import CapacityState, ReferralStage
from hhcrm.models.capability import DisciplineCapacity, ServedZip
from hhcrm.models.contacts import Affiliation
from hhcrm.models.lookups import DeclineReason, Discipline, Payer, ServiceLine
from hhcrm.models.referrals import Referral, ReferralDiscipline
from hhcrm.queries.bound import Questions
from hhcrm.queries.referral_models import ReferralDetail, ReferralFilter, ReferralQuestion
from hhcrm.services.commands import AddPerson, Archive, DropValue, PersonValues, RevertField
from hhcrm.services.referral_commands import EditReferral, MoveReferrals, RecordReferral
from hhcrm.services.settings_commands import SetAcceptance
from hhcrm.storage.work import Transaction
from tests.services.conftest import NOW, TODAY, Agency

DAY = timedelta(days=1)


def of_code(agency: Agency, model: type[Any], code: str) -> int:
    with agency.engine.connect() as connection:
        found: int = connection.execute(select(model.__table__.c.id).where(model.__table__.c.code == code)).scalar_one()
        return found


def disciplines(agency: Agency, *codes: str) -> tuple[int, ...]:
    return tuple(of_code(agency, Discipline, code) for code in codes)


def record(agency: Agency, patient: dict[str, object] | None = None, needs: tuple[int, ...] = (), **more: Any) -> int:
    values = {"service_line_id": of_code(agency, ServiceLine, "home_health")} | more
    values.setdefault("source_id", None)
    if values["source_id"] is None:
        values["source_id"] = agency.add()
    changes = agency.actions.record_referral(RecordReferral(values, patient or {}, needs))
    assert changes.subject is not None
    return changes.subject


def asking(agency: Agency) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, agency.liaison_id)


def detail(agency: Agency, key: int) -> ReferralDetail:
    return asking(agency).referral_detail(key)


def needed(agency: Agency, key: int) -> list[str]:
    return [each.name for each in detail(agency, key).disciplines]


def test_a_start_of_care_warns_in_the_filter_only_where_no_answer_is_due_before_it(agency: Agency) -> None:
    """Ordered for tomorrow: past midnight its day is short, yet our answer, due at nine, still has time."""
    key = record(agency, heard_at=NOW, ordered_soc=TODAY + DAY)
    at = NOW + timedelta(hours=15, minutes=30)
    ask = Questions(agency.engine, lambda: at, lambda: TODAY + DAY, agency.liaison_id)
    (line,) = ask.referral_rows(ReferralQuestion(), 0, 5).lines
    clock = clock_now(line.clock_facts, Moment(at, ZoneInfo("America/Chicago")))
    assert clock is not None
    assert (clock.kind, clock.state) == (ClockKind.DECISION, ClockState.RUNNING)
    assert ask.referral_ids(ReferralFilter(clock="soon")) == ()
    agency.actions.move_referrals(MoveReferrals((key,), ReferralStage.ACCEPTED))
    assert ask.referral_ids(ReferralFilter(clock="soon")) == (key,)


# --- written down ---------------------------------------------------------------------------------------------------


def test_code_inpatient_stay_and_disciplines_are_kept(agency: Agency) -> None:
    needs = disciplines(agency, "PT", "SN")
    key = record(agency, needs=needs, diagnosis_code="m6281", inpatient=True)
    found = detail(agency, key)
    assert (found.diagnosis_code, found.inpatient) == ("M62.81", True)
    assert needed(agency, key) == ["Skilled nursing", "Physical therapy"]
    agency.actions.undo()
    with pytest.raises(NotFound):
        detail(agency, key)
    with agency.engine.connect() as connection:
        assert connection.execute(select(ReferralDiscipline.__table__)).all() == []


def test_disciplines_change_as_one_step_and_come_back(agency: Agency) -> None:
    sn, pt, ot = disciplines(agency, "SN", "PT", "OT")
    key = record(agency, needs=(sn, pt))
    agency.actions.edit_referral(EditReferral(key, 1, disciplines=(ot, pt)))
    assert needed(agency, key) == ["Physical therapy", "Occupational therapy"]
    assert detail(agency, key).row.version == 2
    agency.actions.edit_referral(EditReferral(key, 2, {"zip": "37206"}))
    assert needed(agency, key) == ["Physical therapy", "Occupational therapy"]
    agency.actions.undo()
    agency.actions.undo()
    assert needed(agency, key) == ["Skilled nursing", "Physical therapy"]
    agency.actions.redo()
    assert needed(agency, key) == ["Physical therapy", "Occupational therapy"]


def test_saving_the_same_disciplines_in_another_order_is_no_change(agency: Agency) -> None:
    sn, pt = disciplines(agency, "SN", "PT")
    key = record(agency, needs=(sn, pt, sn))
    agency.actions.edit_referral(EditReferral(key, 1, disciplines=(pt, sn)))
    assert detail(agency, key).row.version == 1


def test_what_is_no_code_no_discipline_or_no_yes_is_refused(agency: Agency) -> None:
    key = record(agency)
    for values, field in (({"diagnosis_code": "hip"}, "diagnosis_code"), ({"inpatient": "perhaps"}, "inpatient")):
        with pytest.raises(RuleBroken) as fault:
            agency.actions.edit_referral(EditReferral(key, 1, values))
        assert fault.value.field == field
    with pytest.raises(NotFound):
        agency.actions.edit_referral(EditReferral(key, 1, disciplines=(999,)))
    assert detail(agency, key).row.version == 1


def test_history_says_what_was_written_and_gives_it_back(agency: Agency) -> None:
    (pt,) = disciplines(agency, "PT")
    key = record(agency, diagnosis_code="R55")
    step = agency.actions.edit_referral(
        EditReferral(key, 1, {"diagnosis_code": "I63.9", "inpatient": False}, disciplines=(pt,))
    ).step_id
    assert step is not None
    said = repr(asking(agency).history_of("referral", key))
    for words in ("Diagnosis code", "I63.9", "Inpatient stay in the 14 days before", "Physical therapy"):
        assert words in said
    agency.actions.revert_field(RevertField(step, "referral", key, "diagnosis_code"))
    assert detail(agency, key).diagnosis_code == "R55"


# --- the check ------------------------------------------------------------------------------------------------------


def answered(agency: Agency, **typed: Any) -> dict[str, Item]:
    typed.setdefault("service_line_id", of_code(agency, ServiceLine, "home_health"))
    return {item.field: item for item in asking(agency).intake_check(Intake(**typed))}


def put(agency: Agency, *rows: Any) -> None:
    def add(tx: Transaction) -> None:
        tx.session.add_all(rows)

    agency.work.run("Say what we take", add)


def test_a_payer_is_answered_by_the_word_in_force_today(agency: Agency) -> None:
    payer, line = of_code(agency, Payer, "medicare"), of_code(agency, ServiceLine, "home_health")
    assert answered(agency, payer_id=payer)["payer_id"].answer is Answer.UNKNOWN
    agency.actions.set_acceptance(SetAcceptance(payer, line, True, TODAY - 30 * DAY))
    assert answered(agency, payer_id=payer)["payer_id"].answer is Answer.YES
    agency.actions.set_acceptance(SetAcceptance(payer, line, False, TODAY, "Alive Hospice", seen=True))
    refused = answered(agency, payer_id=payer)["payer_id"]
    assert refused.answer is Answer.NO
    assert "Alive Hospice" in refused.todo
    hospice = of_code(agency, ServiceLine, "hospice")
    assert answered(agency, payer_id=payer, service_line_id=hospice)["payer_id"].answer is Answer.UNKNOWN
    assert "payer_id" not in answered(agency, payer_id=payer, service_line_id=None)


def test_a_payer_that_referrals_use_goes_only_with_another_in_its_place_and_is_said_where_it_was_typed(
    agency: Agency,
) -> None:
    medicare, other = of_code(agency, Payer, "medicare"), of_code(agency, Payer, "medicaid")
    key = record(agency, payer_id=medicare)
    with pytest.raises(InUse, match=r"in use by 1 referral\b"):
        agency.actions.drop_value(DropValue("payer", medicare))
    agency.actions.drop_value(DropValue("payer", medicare, other))
    assert detail(agency, key).payer_id == other
    late = answered(agency, payer_id=medicare)["payer_id"]  # from a form that was open meanwhile
    assert (late.answer, "taken off" in late.words) == (Answer.LOOK, True)


def test_a_zip_code_is_answered_by_the_lists_that_there_are(agency: Agency) -> None:
    home, hospice = (of_code(agency, ServiceLine, code) for code in ("home_health", "hospice"))
    assert answered(agency, zip="37206")["zip"].answer is Answer.UNKNOWN
    put(agency, ServedZip(zip="37206", service_line_id=hospice), ServedZip(zip="37203"))
    assert answered(agency, zip="37203-1234")["zip"].answer is Answer.YES
    assert answered(agency, zip="37206", service_line_id=hospice)["zip"].answer is Answer.YES
    refused = answered(agency, zip="37206", service_line_id=home)["zip"]
    assert (refused.answer, refused.todo) == (Answer.NO, "Served by: Hospice.")
    assert answered(agency, zip="37211")["zip"].words == "37211 is not served."
    assert "zip" not in answered(agency, zip="372")


def test_each_discipline_is_answered_by_its_newest_word(agency: Agency) -> None:
    sn, pt = disciplines(agency, "SN", "PT")
    hour = timedelta(hours=1)
    put(
        agency,
        DisciplineCapacity(discipline_id=pt, state=CapacityState.OPEN, from_at=NOW - 2 * hour, by_name="Dana"),
        DisciplineCapacity(
            discipline_id=pt, state=CapacityState.CLOSED, from_at=NOW - hour, by_name="Dana", until_on=TODAY + DAY
        ),
        DisciplineCapacity(discipline_id=pt, state=CapacityState.OPEN, from_at=NOW + hour, by_name="Dana"),
    )
    found = asking(agency).intake_check(Intake(discipline_ids=(pt, sn)))
    assert [(item.about, item.answer) for item in found] == [
        ("Skilled nursing", Answer.UNKNOWN), ("Physical therapy", Answer.NO),
    ]  # fmt: skip


def test_an_archived_source_and_people_who_left_are_said(agency: Agency) -> None:
    source, other = agency.add("Mercy"), agency.add("Elm Clinic")
    person = agency.actions.add_person(AddPerson(PersonValues("Maria", "Ortiz"), source)).subject or 0
    assert "contact_id" not in answered(agency, source_id=source, contact_id=person)

    def leave(tx: Transaction) -> None:
        (place,) = tx.session.scalars(select(Affiliation).where(Affiliation.contact_id == person))
        place.until_on = TODAY

    agency.work.run("Maria leaves", leave)
    agency.actions.archive(Archive("referral_source", (source,)))
    said = answered(agency, source_id=source, contact_id=person)
    assert (said["source_id"].words, said["contact_id"].words) == ("Mercy is archived.", "Maria Ortiz has left.")
    assert "contact_id" not in answered(agency, source_id=other, contact_id=person)


def test_the_same_patient_is_found_under_another_source_while_open_or_closed_lately(agency: Agency) -> None:
    born = date(1941, 3, 14)
    patient: dict[str, object] = {"patient_name": "Ann Quill", "date_of_birth": born, "phone": "615 555 0142"}
    key = record(agency, patient)
    found = answered(agency, patient_name="quill, ann", source_id=agency.add("Elm Clinic"))["patient_name"]
    assert (found.answer, found.referral_id) == (Answer.LOOK, key)
    assert "Mercy" in found.words
    assert "uill" not in found.said
    assert "both sources" in found.todo
    assert answered(agency, phone="6155550142")["phone"].referral_id == key
    assert "patient_name" not in answered(agency, patient_name="Ann Quill", referral_id=key)
    assert "patient_name" not in answered(agency, patient_name="Ann Quill", date_of_birth=born + DAY)
    reason = of_code(agency, DeclineReason, "declined")
    agency.actions.move_referrals(MoveReferrals((key,), ReferralStage.NOT_ADMITTED, reason_id=reason))
    assert "new referral" in answered(agency, patient_name="Ann Quill")["patient_name"].todo
    age(agency, key, TODAY - 61 * DAY)
    assert "patient_name" not in answered(agency, patient_name="Ann Quill")


def age(agency: Agency, key: int, on: date) -> None:
    """A referral becomes one of an earlier day."""

    def move(tx: Transaction) -> None:
        referral = tx.session.get(Referral, key)
        assert referral is not None
        referral.referral_on = on

    agency.work.run("Make it older", move)


def test_an_archived_referral_is_no_duplicate(agency: Agency) -> None:
    key = record(agency, {"patient_name": "Ann Quill"})
    agency.actions.archive(Archive("referral", (key,)))
    assert "patient_name" not in answered(agency, patient_name="Ann Quill")


def test_home_health_alone_asks_for_a_face_to_face(agency: Agency) -> None:
    assert answered(agency)["face_to_face_on"].answer is Answer.UNKNOWN
    assert answered(agency, service_line_id=of_code(agency, ServiceLine, "hospice")) == {}
