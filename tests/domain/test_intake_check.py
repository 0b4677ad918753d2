"""The check at intake: each thing answered by its rule, nothing said that was not asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.capability import CapacityWord, DisciplineAnswer, PayerAnswer, Said
from hhcrm.domain.diagnoses import code_in_words, normal_diagnosis_code, questionable
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.intake_check import check, same_patient, sum_up, worst
from hhcrm.domain.intake_facts import (
    AlikeReferral,
    Answer,
    DisciplineFacts,
    Intake,
    IntakeFacts,
    Item,
    PayerFacts,
    ZipFacts,
)
from hhcrm.domain.words import AdmissionSource, CapacityState, ReferralStage

CENTRAL = ZoneInfo("America/Chicago")
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
DAY = timedelta(days=1)
BORN = date(1941, 3, 14)
OTHER = AlikeReferral(
    7, 3, "Mercy Hospital", date(2026, 11, 20), ReferralStage.ACCEPTED, "Ann Quill", BORN, "(615) 555-0142"
)


def answers(intake: Intake, facts: IntakeFacts | None = None, field: str = "") -> list[Item]:
    found = check(intake, facts or IntakeFacts(), NOW, CENTRAL)
    return [item for item in found if not field or item.field == field]


def only(intake: Intake, facts: IntakeFacts | None = None, field: str = "") -> Item:
    (item,) = answers(intake, facts, field)
    return item


def test_nothing_typed_is_nothing_said() -> None:
    assert answers(Intake()) == []
    assert sum_up([]) is None
    assert worst([]) is None


# --- diagnoses ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("m6281", "M62.81"), ("M62.81", "M62.81"), (" s72.001a ", "S72.001A"), ("R55", "R55"), ("i50 9", "I50.9"),
     ("C7A.00", "C7A.00"), ("U07.1", "U07.1")],
)  # fmt: skip
def test_a_code_is_written_one_way(typed: str, kept: str) -> None:
    assert normal_diagnosis_code(typed) == kept


@pytest.mark.parametrize("typed", ["", "hip", "62.81", "M6", "M62.81234", "M62..8", "ÄÖ1", "M6é"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken) as fault:
        normal_diagnosis_code(typed)
    assert fault.value.field == "diagnosis_code"


@given(st.from_regex(r"[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}", fullmatch=True))
def test_a_code_once_written_stays(bare: str) -> None:
    kept = normal_diagnosis_code(bare)
    assert normal_diagnosis_code(kept) == kept
    assert kept.replace(".", "") == bare
    assert len(kept) <= 8


@pytest.mark.parametrize("code", ["M62.81", "R53.1", "R26.9", "R26.89", "R29.6", "R55", "R60.9"])
def test_a_symptom_is_questionable(code: str) -> None:
    item = only(Intake(diagnosis_code=code))
    assert (item.field, item.answer, item.todo) == ("diagnosis_code", Answer.LOOK, "Ask for the cause.")


@pytest.mark.parametrize("code", ["R13.10", "R13.12", "I50.9", "S72.001A", "M62.82", ""])
def test_a_cause_is_not(code: str) -> None:
    assert questionable(code) == ""


def test_a_code_or_a_bare_symptom_among_the_words_counts_too() -> None:
    assert code_in_words("m62.81 weakness after stroke") == "M62.81"
    assert code_in_words("B12 deficiency") == "B12"
    assert code_in_words("hip fracture") == ""
    assert only(Intake(diagnosis="Weakness")).field == "diagnosis"
    assert questionable("", "weakness after a stroke") == ""
    assert questionable("I63.9", "weakness") == ""


# --- what the agency can take ---------------------------------------------------------------------------------------


def payer(answer: PayerAnswer) -> Item:
    return only(Intake(), IntakeFacts(payer=PayerFacts("Humana Gold", "Home health", answer)))


def test_a_payer_is_answered_with_who_takes_it_instead() -> None:
    assert payer(PayerAnswer(Said.YES, TODAY)).answer is Answer.YES
    assert payer(PayerAnswer()).answer is Answer.UNKNOWN
    refused = payer(PayerAnswer(Said.NO, date(2026, 11, 2), "Alive and Lakeview."))
    assert refused.answer is Answer.NO
    assert refused.said == (
        "Humana Gold is not accepted for Home health since Mon, Nov 2. Who takes it: Alive and Lakeview."
    )
    assert "another payer" in payer(PayerAnswer(Said.NO, TODAY)).todo


def test_a_payer_taken_off_the_list_is_said_whatever_was_said_of_it() -> None:
    facts = PayerFacts("Humana Gold", "Home health", PayerAnswer(Said.YES, TODAY), retired=True)
    found = only(Intake(), IntakeFacts(payer=facts))
    assert (found.answer, found.words) == (Answer.LOOK, "Humana Gold was taken off the list of payers.")


def test_a_zip_code_is_answered_with_the_line_that_goes_there() -> None:
    def place(said: Said, **more: object) -> Item:
        return only(Intake(), IntakeFacts(zip=replace(ZipFacts("37206", said), **more)))  # type: ignore[arg-type]

    assert place(Said.YES).answer is Answer.YES
    assert place(Said.UNSAID).answer is Answer.UNKNOWN
    refused = place(Said.NO, line="Hospice", other_lines=("Home health",))
    assert (refused.answer, refused.said) == (Answer.NO, "37206 is not served by Hospice. Served by: Home health.")


def room(state: CapacityState | None, until: date | None = None, note: str = "") -> Item:
    word = None if state is None else CapacityWord(1, state, NOW, "Dana", note, until)
    answer = DisciplineAnswer(word, until is not None and until < TODAY)
    return only(Intake(), IntakeFacts(disciplines=(DisciplineFacts(1, "Physical therapy", answer),)))


def test_room_that_was_open_until_a_day_past_is_asked_for_again() -> None:
    lapsed = room(CapacityState.OPEN, TODAY - DAY)
    assert (lapsed.answer, lapsed.words) == (Answer.LOOK, "Physical therapy was open until Sun, Nov 22.")


def test_a_discipline_is_answered_with_until_when_and_why() -> None:
    assert room(None).answer is Answer.UNKNOWN
    assert room(CapacityState.OPEN).answer is Answer.YES
    assert room(CapacityState.LIMITED).answer is Answer.LOOK
    closed = room(CapacityState.CLOSED, TODAY + DAY, "two on leave")
    assert closed.answer is Answer.NO
    assert closed.words == "Physical therapy is closed until Tue, Nov 24 (two on leave)."
    asked = room(CapacityState.CLOSED, TODAY - DAY)
    assert (asked.answer, asked.said) == (
        Answer.LOOK, "Physical therapy was closed until Sun, Nov 22. Still so? Ask the clinical manager.",
    )  # fmt: skip


def test_an_archived_source_and_a_contact_who_left_are_said() -> None:
    facts = IntakeFacts("Mercy", (("contact_id", "Maria Ortiz"), ("ordering_contact_id", "Raj Patel, MD")))
    said = {item.field: item.words for item in answers(Intake(), facts)}
    assert said == {
        "source_id": "Mercy is archived.",
        "contact_id": "Maria Ortiz has left.",
        "ordering_contact_id": "Raj Patel, MD has left.",
    }


# --- duplicates -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (Intake(patient_name="QUILL, Ann", date_of_birth=BORN), True),
        (Intake(patient_name="ann quíll"), True),
        (Intake(patient_name="Ann Quill", date_of_birth=BORN + DAY), False),
        (Intake(patient_name="Ann Quill", date_of_birth=BORN + DAY, phone="615-555-0142"), False),
        (Intake(patient_name="Ann Q.", date_of_birth=BORN, phone="6155550142"), True),
        (Intake(patient_name="Bob Quill", phone="6155550142"), False),
        (Intake(phone="1 (615) 555-0142 x2"), True),
        (Intake(phone="555-0142"), False),
        (Intake(date_of_birth=BORN), False),
        (Intake(patient_name="  "), False),
    ],
)
def test_one_patient_is_known_again(typed: Intake, same: bool) -> None:
    assert same_patient(typed, OTHER) is same


def test_a_duplicate_says_whose_it_is_and_never_who_the_patient_is() -> None:
    facts = IntakeFacts(alike=(OTHER,))
    typed = Intake(patient_name="Ann Quill", source_id=3)
    item = only(typed, facts)
    assert (item.answer, item.referral_id) == (Answer.LOOK, 7)
    assert item.said == (
        "Perhaps the patient whom Mercy Hospital sent on Fri, Nov 20: accepted. If so, go on with that one."
    )
    assert "both sources" in only(replace(typed, source_id=4), facts).todo
    closed = IntakeFacts(alike=(replace(OTHER, stage=ReferralStage.NOT_ADMITTED),))
    assert "new referral" in only(typed, closed).todo
    assert answers(replace(typed, referral_id=7), facts) == []


names = st.text(st.sampled_from("aeílnquAQ ,.-'"), max_size=12)


@given(names, names, st.sampled_from([None, BORN, BORN + DAY]), st.sampled_from(["", "6155550142", "6155550143"]))
def test_being_one_patient_holds_both_ways(name: str, their_name: str, born: date | None, phone: str) -> None:
    other = replace(OTHER, patient_name=their_name)
    there = Intake(patient_name=other.patient_name, date_of_birth=other.date_of_birth, phone=other.phone)
    here = replace(OTHER, patient_name=name, date_of_birth=born, phone=phone)
    mine = Intake(patient_name=name, date_of_birth=born, phone=phone)
    assert same_patient(mine, other) is same_patient(there, here)


# --- days -----------------------------------------------------------------------------------------------------------

HOME = IntakeFacts(face_to_face=True)


@pytest.mark.parametrize(
    ("met", "soc", "answer"),
    [
        (None, None, Answer.UNKNOWN),
        (None, TODAY, Answer.UNKNOWN),
        (TODAY - 90 * DAY, TODAY, Answer.YES),
        (TODAY - 91 * DAY, TODAY, Answer.NO),
        (TODAY + 30 * DAY, TODAY, Answer.YES),
        (TODAY + 31 * DAY, TODAY, Answer.NO),
        (TODAY - 90 * DAY, None, Answer.YES),
        (TODAY - 91 * DAY, None, Answer.NO),
    ],
)
def test_the_window_of_the_face_to_face(met: date | None, soc: date | None, answer: Answer) -> None:
    assert only(Intake(face_to_face_on=met, ordered_soc=soc), HOME).answer is answer


@given(st.integers(-400, 400), st.integers(0, 80))
def test_a_face_to_face_is_refused_outside_its_window_alone(apart: int, ahead: int) -> None:
    soc = TODAY + ahead * DAY
    item = only(Intake(face_to_face_on=soc + apart * DAY, ordered_soc=soc), HOME)
    assert (item.answer is Answer.YES) is (-90 <= apart <= 30)


def test_a_line_that_asks_for_none_says_nothing_of_it() -> None:
    assert answers(Intake(ordered_soc=TODAY)) == []


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (Intake(heard_at=NOW + DAY), "heard_at"),
        (Intake(authorized_at=NOW + timedelta(minutes=1)), "authorized_at"),
        (Intake(heard_at=NOW - DAY, authorized_at=NOW - 2 * DAY), "authorized_at"),
        (Intake(heard_at=NOW, ordered_soc=TODAY - DAY), "ordered_soc"),
        (Intake(ordered_soc=TODAY, discharged_on=TODAY + DAY), "ordered_soc"),
        (Intake(ordered_soc=TODAY + 91 * DAY), "ordered_soc"),
        (Intake(planned_soc_on=TODAY - DAY), "planned_soc_on"),
        (Intake(soc_on=TODAY + DAY), "soc_on"),
        (Intake(admission_source=AdmissionSource.INSTITUTIONAL), "discharged_on"),
        (Intake(inpatient=True), "discharged_on"),
        (Intake(inpatient=True, discharged_on=TODAY - 15 * DAY), "discharged_on"),
        (
            Intake(admission_source=AdmissionSource.INSTITUTIONAL, inpatient=False, discharged_on=TODAY),
            "discharged_on",
        ),
        (Intake(discharged_on=TODAY + 91 * DAY), "discharged_on"),
        (Intake(date_of_birth=date(1880, 1, 1)), "date_of_birth"),
        (Intake(date_of_birth=TODAY + DAY), "date_of_birth"),
        (Intake(face_to_face_on=TODAY + 91 * DAY), "face_to_face_on"),
    ],
)
def test_a_day_that_cannot_be_is_said_once_beside_its_field(typed: Intake, field: str) -> None:
    item = only(typed)
    assert item.field == field
    assert item.answer in (Answer.LOOK, Answer.UNKNOWN)


def test_days_that_fit_say_nothing() -> None:
    fits = Intake(
        heard_at=NOW - DAY, authorized_at=NOW - timedelta(hours=1), ordered_soc=TODAY + DAY, discharged_on=TODAY,
        inpatient=True, admission_source=AdmissionSource.INSTITUTIONAL, date_of_birth=BORN, planned_soc_on=TODAY + DAY,
    )  # fmt: skip
    assert answers(fits) == []


def test_the_day_is_the_agencys_and_not_that_of_greenwich() -> None:
    late = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)  # Monday, 10:30 PM in Nashville
    assert check(Intake(heard_at=late, ordered_soc=TODAY), IntakeFacts(), late, CENTRAL) == ()


# --- in one line ----------------------------------------------------------------------------------------------------


def item(about: str, answer: Answer) -> Item:
    return Item("zip", about, answer, "So it is.")


def test_the_sum_names_what_the_most_urgent_answers_are_about() -> None:
    yes, no, look = item("payer", Answer.YES), item("ZIP", Answer.NO), item("diagnosis", Answer.LOOK)
    unknown = item("discharge", Answer.UNKNOWN)
    for items, answer, words in (
        ([yes], Answer.YES, "Nothing against it so far."),
        ([yes, unknown], Answer.UNKNOWN, "Nothing against it so far. Not known yet: discharge."),
        ([look, yes], Answer.LOOK, "Look at: diagnosis."),
        ([look, no, no, unknown], Answer.NO, "Not as it stands: ZIP. Look at: diagnosis. Not known yet: discharge."),
    ):
        found = sum_up(items)
        assert found is not None
        assert (found.answer, found.words) == (answer, words)
