"""Recording a referral by keyboard: short, with what is missing added in place, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.words import ReferralStage
from hhcrm.models.lookups import Payer, ServiceLine
from hhcrm.models.referrals import ReferralPatient, ReferralStageEntry
from hhcrm.services.commands import Archive
from hhcrm.services.referral_commands import EditReferral, MoveReferrals
from hhcrm.services.settings_commands import SetAcceptance, SetServedZips
from hhcrm.ui.referrals.place import ReferralsPlace
from hhcrm.ui.shared.look import Look
from tests.ui.referrals_kit import CONTROL, NOW, TODAY, Intake, Key

MOST_PRESSES = 20
SECRET = "Quillfeather"


@pytest.fixture
def intake(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Intake]:
    made = Intake.found(tmp_path, qtbot)
    yield made
    made.close()


def record(intake: Intake, place: ReferralsPlace, source_id: int | None = None) -> None:
    """As Ctrl+R does."""
    place.show_where(record=True, source_id=source_id)
    intake.until(lambda: place.pane.form is not None)
    intake.presses += 1


def field(place: ReferralsPlace, key: str) -> QLineEdit:
    form = place.pane.form or place.pane.facts
    assert form is not None
    editor = form.form.field(key).editor
    assert isinstance(editor, QLineEdit)
    return editor


def error(place: ReferralsPlace, key: str) -> str:
    form = place.pane.form or place.pane.facts
    assert form is not None
    return form.form.field(key).error


def test_a_referral_is_recorded_by_keyboard_in_few_presses(intake: Intake) -> None:
    place, frame = intake.open()
    record(intake, place)
    intake.type("merc")
    intake.key(Key.Key_Return)
    intake.until(
        lambda: place.pane.form is not None and place.pane.form.source_id == intake.office.ids["Mercy Hospital"]
    )
    intake.type("ort")
    intake.key(Key.Key_Return)
    intake.until(lambda: field(place, "contact_id").text() == "Maria Ortiz")
    assert intake.focus() == "new_referral_heard_at"
    intake.key(Key.Key_Return)
    intake.key(Key.Key_Return)  # the service line is guessed
    intake.key(Key.Key_M)  # Medicare
    intake.key(Key.Key_Return)
    for text in ("37206", SECRET, "3/14/41", "615 555 0142"):
        intake.type(text)
        intake.key(Key.Key_Return)
    for key in (Key.Key_S, Key.Key_P, Key.Key_Return):  # SN and PT
        intake.key(key)
    for text in ("hip fracture", "s72001a"):
        intake.type(text)
        intake.key(Key.Key_Return)
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: frame.toasts)
    assert intake.presses <= MOST_PRESSES
    assert frame.toasts == [("Referral from Mercy Hospital recorded", True)]
    (row,) = intake.rows()
    said = (row.stage, row.zip, row.diagnosis, row.diagnosis_code)
    assert said == (ReferralStage.RECEIVED, "37206", "hip fracture", "S72.001A")
    needs = intake.office.questions.referral_detail(row.id).disciplines
    assert [each.name for each in needs] == ["Skilled nursing", "Physical therapy"]
    (patient,) = intake.hanging(ReferralPatient, row.id)
    assert (patient.patient_name, f"{patient.date_of_birth}", patient.phone) == (SECRET, "1941-03-14", "(615) 555-0142")
    assert row.payer_id == intake.payer("Medicare")
    assert row.contact_id is not None
    assert row.heard_at == NOW
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.row.referral_id == row.id)
    intake.until(lambda: place.board.current_id() == row.id)
    intake.undo()
    intake.until(lambda: not intake.rows())
    intake.until(lambda: place.pane.detail is None)


def test_what_is_wrong_with_a_field_has_room_for_all_its_lines(intake: Intake) -> None:
    place, _frame = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    form = place.pane.form
    assert form is not None
    form.form.type_into("date_of_birth", "2/30/1940")
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: error(place, "date_of_birth"))
    beside = form.form.field("date_of_birth")
    intake.until(lambda: beside.height() >= beside.heightForWidth(beside.width()))


def test_a_card_chosen_just_before_does_not_take_the_place_of_a_new_form(intake: Intake) -> None:
    place, _frame = intake.open()
    place.follower._rest.start()
    record(intake, place)
    assert not place.follower._rest.isActive()
    assert place.pane.form is not None


def test_no_card_is_chosen_while_the_form_is_on_its_way(intake: Intake) -> None:
    place, _frame = intake.open()
    place.pane.show_referral(None)
    place.pane.record()
    assert (place.pane.form, place.pane.is_recording) == (None, True)
    intake.until(lambda: place.pane.form is not None)
    assert place.pane.is_recording


def test_what_is_missing_far_above_comes_into_sight(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place)
    form = place.pane.form
    assert form is not None
    form.form.field("notes").editor.setFocus()
    area = form.form.findChild(QScrollArea)
    assert area is not None
    area.ensureWidgetVisible(form.form.field("notes"))
    source = form.form.field("source_id")
    assert source.visibleRegion().isEmpty()
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: error(place, "source_id"))
    intake.until(lambda: source.visibleRegion().boundingRect().height() == source.height())


def test_a_source_that_is_known_leaves_only_the_line_to_confirm(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place, intake.office.ids["Patel Medicine"])
    assert field(place, "source_id").text() == "Patel Medicine"
    intake.until(lambda: intake.focus() == "new_referral_contact_id")
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: len(intake.rows()) == 1)
    assert intake.presses == 2


def test_save_pressed_before_the_source_was_found_waits_for_it(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place)
    intake.type("rivergate")
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: len(intake.rows()) == 1)
    assert intake.rows()[0].source_id == intake.office.ids["Rivergate Dialysis"]


def test_what_is_missing_is_said_beside_its_field(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place)
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: error(place, "source_id"))
    assert "Say who sent the patient" in error(place, "source_id")
    assert intake.focus() == "new_referral_source_id"
    assert intake.rows() == []


def test_a_source_that_is_not_here_is_added_in_place_and_the_form_stays(intake: Intake) -> None:
    place, frame = intake.open()
    record(intake, place)
    form = place.pane.form
    assert form is not None
    form.form.type_into("diagnosis", "stroke")
    intake.type("Elm Street Clinic")
    intake.until(lambda: form.form.field("source_id").editor.is_open)  # type: ignore[attr-defined]
    intake.key(Key.Key_Return)
    intake.until(lambda: intake.focus() == "new_source_type")
    assert form.new_source.name.text() == "Elm Street Clinic"
    intake.press(place, "new_source_add")
    intake.until(lambda: form.source_id is not None)
    assert frame.said == ["Elm Street Clinic added"]
    assert field(place, "diagnosis").text() == "stroke"
    added = form.source_id
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: len(intake.rows()) == 1)
    assert intake.rows()[0].source_id == added


def test_a_person_who_is_not_here_is_added_at_the_source(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    form = place.pane.form
    assert form is not None
    intake.until(lambda: intake.focus() == "new_referral_contact_id")
    intake.type("Ben Adair")
    intake.until(lambda: form.form.field("contact_id").editor.is_open)  # type: ignore[attr-defined]
    intake.key(Key.Key_Return)
    intake.until(lambda: intake.focus() == "new_person_add")
    intake.key(Key.Key_Return)
    intake.until(lambda: field(place, "contact_id").text() == "Ben Adair" and not form.new_person.isVisible())
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: len(intake.rows()) == 1)
    people = intake.office.questions.people_of(intake.office.ids["Mercy Hospital"])
    assert intake.rows()[0].contact_id in {person.contact_id for person in people}


def test_times_still_to_come_and_hours_that_there_are_not_are_said_at_once(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    heard = field(place, "heard_at")

    def says(words: str) -> bool:
        return words in error(place, "heard_at")

    for typed, words in (
        ("tomorrow 9 am", "still to come"),
        ("3/8/2026 2:30 am", "there was no such time"),
        ("soon", "is not a day"),
    ):
        heard.setFocus()
        heard.clear()
        intake.type(typed)
        intake.key(Key.Key_Return)
        intake.until(partial(says, words))
    heard.setFocus()
    heard.clear()
    intake.type("tomorrow 9 am")
    form = place.pane.form
    assert form is not None
    intake.until(lambda: any(item.field == "heard_at" for item in form.check.items))
    intake.key(Key.Key_Return)
    intake.until(partial(says, "still to come"))
    lines = place.findChild(QWidget, "new_referral_heard_at_check")
    assert lines is not None
    assert not lines.isVisible(), "not said twice"
    heard.setFocus()
    heard.clear()
    intake.type("11/1 1:30 am CST")
    intake.key(Key.Key_Return)
    intake.until(lambda: not error(place, "heard_at"))
    assert heard.text() == "Sun, Nov 1, 1:30 AM CST"
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: len(intake.rows()) == 1)
    assert f"{intake.rows()[0].heard_at:%H:%M}" == "07:30"


def test_a_zip_code_that_there_is_not_is_said_and_does_not_block(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    form = place.pane.form
    assert form is not None
    code = form.form.field("zip").editor

    def says(words: str) -> bool:
        return words in code.accessibleDescription()

    for typed, words in (("37206", "Nashville, TN"), ("00002", "There is no such ZIP code")):
        field(place, "zip").setFocus()
        field(place, "zip").clear()
        intake.type(typed)
        intake.key(Key.Key_Return)
        intake.until(partial(says, words))
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: len(intake.rows()) == 1)
    assert intake.rows()[0].zip == "00002"


def test_a_source_archived_meanwhile_is_said_and_saved_when_asked_again(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    intake.office.actions.archive(Archive("referral_source", (intake.office.ids["Mercy Hospital"],)))
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: "was archived" in error(place, "source_id"))
    assert intake.rows() == []
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: len(intake.rows()) == 1)


def test_a_form_left_half_filled_is_offered_after_a_crash_with_the_time_of_the_call(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    field(place, "diagnosis").setFocus()
    intake.type("wound vac")
    field(place, "diagnosis_code").setFocus()
    intake.type("t8189xa")
    needs = place.pane.form
    assert needs is not None
    needs.form.field("disciplines").editor.setFocus()
    intake.key(Key.Key_P)
    ticked = needs.form.texts()["disciplines"]
    needs.form.type_into("inpatient", "yes")
    drafts = place._context.drafts
    assert drafts is not None
    intake.until(lambda: "inpatient" in (found.content["values"] if (found := drafts.get("referral", "new")) else {}))
    intake.close_window(place)
    intake.at = NOW + timedelta(hours=20)
    again, frame = intake.open()
    intake.until(lambda: "A new referral was left half-filled." in frame.said)
    frame.ways[-1][1]()
    intake.until(lambda: again.pane.form is not None and field(again, "diagnosis").text() == "wound vac")
    assert field(again, "heard_at").text() == "Mon, Nov 23, 9:00 AM"
    assert again.pane.form is not None
    texts = again.pane.form.form.texts()
    assert (texts["diagnosis_code"], texts["disciplines"], texts["inpatient"]) == ("t8189xa", ticked, "yes")
    assert field(again, "source_id").text() == "Mercy Hospital"


def test_leaving_keeps_what_was_typed_and_offers_the_way_back(intake: Intake) -> None:
    place, frame = intake.open()
    record(intake, place)
    field(place, "diagnosis").setFocus()
    intake.type("stroke")
    intake.key(Key.Key_Escape)
    intake.until(lambda: place.pane.form is None)
    assert frame.said == ["The new referral is kept as a draft"]
    frame.ways[-1][1]()
    intake.until(lambda: place.pane.form is not None and field(place, "diagnosis").text() == "stroke")


# --- the check while somebody types ---------------------------------------------------------------------------------


def says(place: ReferralsPlace, key: str) -> str:
    """What stands below a field, as who cannot see it hears it."""
    form = place.pane.form or place.pane.facts
    assert form is not None
    return form.form.field(key).editor.accessibleDescription()


def total(place: ReferralsPlace) -> str:
    form = place.pane.form or place.pane.facts
    assert form is not None
    return form.check.sum.text()


def test_what_can_be_taken_is_answered_beside_each_field_while_typing(intake: Intake) -> None:
    line, medicare = intake.code(ServiceLine), intake.payer("Medicare")
    actions = intake.office.actions
    actions.set_acceptance(SetAcceptance(medicare, line, False, TODAY, "Alive Hospice"))
    actions.set_served_zips(SetServedZips(("37203",), ()))
    place, _ = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    form = place.pane.form
    assert form is not None
    intake.until(lambda: "Not known yet: face-to-face" in total(place))
    field(place, "zip").setFocus()
    intake.type("37206")
    intake.until(lambda: "37206 is not served" in says(place, "zip"))
    form.form.type_into("payer_id", str(medicare))
    intake.until(lambda: "Who takes it: Alive Hospice" in says(place, "payer_id"))
    assert total(place).startswith("Not as it stands: payer, ZIP.")
    field(place, "diagnosis_code").setFocus()
    intake.type("r531")
    intake.until(lambda: "Ask for the cause" in says(place, "diagnosis_code"))
    actions.set_served_zips(SetServedZips(("37203", "37206"), ("37203",)))
    place._context.desk.changed.emit(ChangeSet("", {"served_zip": frozenset()}))
    intake.until(lambda: "37206 is served" in says(place, "zip"))
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: len(intake.rows()) == 1)
    assert intake.rows()[0].diagnosis_code == "R53.1"


def test_a_referral_of_the_same_patient_under_another_source_can_be_opened_and_the_form_is_kept(
    intake: Intake,
) -> None:
    key = intake.record("Patel Medicine", patient={"patient_name": SECRET})
    place, frame = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    field(place, "patient_name").setFocus()
    intake.type(SECRET.upper())
    intake.until(lambda: "Patel Medicine sent" in says(place, "patient_name"))
    assert SECRET.lower() not in says(place, "patient_name").lower() + total(place).lower()
    intake.press(place, f"new_referral_patient_name_check_{key}")
    assert frame.went == [("referrals", {"referral_id": key})]
    place.show_where(referral_id=key)  # as the window does
    intake.until(lambda: place.pane.facts is not None and place.pane.facts.referral_id == key)
    assert frame.said == ["The new referral is kept as a draft"]
    frame.ways[-1][1]()
    intake.until(lambda: place.pane.form is not None and field(place, "patient_name").text() == SECRET.upper())


def test_only_the_newest_answer_is_shown(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    form = place.pane.form
    assert form is not None
    intake.until(lambda: form.check.items)
    form.check._asked += 1
    before = form.check.items
    typed = form._intake()
    assert typed is not None
    form.check._ask(replace(typed, zip="37206"))
    form.check._asked += 1
    intake.until(lambda: not place._context.desk.acts_under_way)
    with intake.qtbot.waitSignal(form.check.answered):
        form.check._ask(typed)
    assert form.check.items == before


def test_disciplines_are_ticked_by_letter_arrow_and_space_and_one_stop_holds_them(intake: Intake) -> None:
    place, _ = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    form = place.pane.form
    assert form is not None
    needs = form.form.field("disciplines").editor
    needs.setFocus()
    lowest = max(needs.findChildren(QCheckBox), key=lambda box: box.y())
    assert lowest.y() > 0  # more than one line of boxes, all of them in its room
    assert needs.height() >= lowest.mapTo(needs, lowest.rect().bottomLeft()).y()
    intake.key(Key.Key_Space)
    intake.key(Key.Key_Right)
    intake.key(Key.Key_Space)
    intake.key(Key.Key_S)  # the second that begins with S
    chosen = {box.accessibleName() for box in form.findChildren(QCheckBox) if box.isChecked()}
    assert chosen == {"Skilled nursing", "Physical therapy", "Speech-language pathology"}
    intake.key(Key.Key_Return)
    assert intake.focus() == "new_referral_diagnosis"
    intake.key(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    intake.key(Key.Key_Tab)
    assert intake.focus() == "new_referral_diagnosis"


# --- facts in place -------------------------------------------------------------------------------------------------


def opened(intake: Intake, key: int) -> ReferralsPlace:
    place, _ = intake.open()
    place.show_where(referral_id=key)
    intake.until(lambda: place.pane.facts is not None and place.pane.facts.referral_id == key)
    return place


def test_facts_are_edited_in_place_and_save_comes_only_once_something_differs(intake: Intake) -> None:
    key = intake.record("Mercy Hospital", zip="37203")
    place = opened(intake, key)
    facts = place.pane.facts
    assert facts is not None
    assert not facts.form.save.isVisible()
    field(place, "zip").setFocus()
    field(place, "zip").selectAll()
    intake.type("37206")
    assert facts.form.save.isVisible()
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: intake.row(key).zip == "37206")
    assert intake.row(key).version == 2


def test_code_disciplines_and_inpatient_stay_are_shown_and_edited_in_place(intake: Intake) -> None:
    key = intake.record("Mercy Hospital", diagnosis_code="I50.9", inpatient=False)
    place = opened(intake, key)
    facts = place.pane.facts
    assert facts is not None
    assert (facts.form.texts()["diagnosis_code"], facts.form.texts()["inpatient"]) == ("I50.9", "no")
    facts.form.field("disciplines").editor.setFocus()
    intake.key(Key.Key_P)
    facts.form.type_into("inpatient", "")
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: intake.office.questions.referral_detail(key).disciplines)
    found = intake.office.questions.referral_detail(key)
    assert ([each.name for each in found.disciplines], found.inpatient) == (["Physical therapy"], None)
    assert found.diagnosis_code == "I50.9"


def test_after_care_is_asked_of_one_admitted_and_what_cannot_be_is_said_beside_it(intake: Intake) -> None:
    key = intake.record("Mercy Hospital", ReferralStage.ADMITTED)
    place = opened(intake, key)
    facts = place.pane.facts
    assert facts is not None
    facts.form.type_into("satisfaction", "11")
    facts.form.save.click()
    intake.until(lambda: "0 to 10" in error(place, "satisfaction"))
    facts.form.type_into("satisfaction", "9")
    facts.form.type_into("ended_on", f"{TODAY:%m/%d/%Y}")
    facts.form.save.click()
    intake.until(lambda: intake.row(key).satisfaction == 9)
    assert (intake.row(key).ended_on, intake.row(key).readmitted_on) == (TODAY, None)


def test_a_value_that_left_its_list_keeps_its_name_in_the_form(intake: Intake) -> None:
    key = intake.record("Mercy Hospital", payer_id=intake.payer("Medicare"))
    with intake.office.engine.begin() as connection:
        connection.execute(update(Payer).where(Payer.name == "Medicare").values(archived_at=NOW))
    facts = opened(intake, key).pane.facts
    assert facts is not None
    payer = facts.form.field("payer_id").editor
    assert isinstance(payer, QComboBox)
    assert payer.currentText() == "Medicare"
    intake.until(lambda: facts.check.sum.text().startswith("Look at: payer."))


def test_nobody_asks_whether_a_referral_that_is_closed_can_be_taken(intake: Intake) -> None:
    key = intake.record("Mercy Hospital", diagnosis_code="R55")
    place = opened(intake, key)
    facts = place.pane.facts
    assert facts is not None
    intake.until(lambda: facts.check.sum.text().startswith("Look at: diagnosis."))
    intake.office.actions.move_referrals(MoveReferrals((key,), ReferralStage.ADMITTED, soc_on=TODAY))
    place._context.desk.changed.emit(ChangeSet("", {"referral": frozenset({key})}))
    intake.until(lambda: place.pane.facts is not None and place.pane.facts.form.has("soc_on"))
    closed = place.pane.facts
    assert closed is not None
    closed.form.type_into("zip", "00002")
    asked = closed._intake()
    assert asked is not None
    assert (asked.zip, asked.diagnosis_code, asked.soc_on) == ("", "", TODAY)
    intake.until(lambda: not closed.check.items and closed.check.sum.isHidden())


def test_care_that_started_before_the_discharge_is_said(intake: Intake) -> None:
    key = intake.record("Mercy Hospital", ReferralStage.ADMITTED, discharged_on=TODAY + timedelta(days=1))
    facts = opened(intake, key).pane.facts
    assert facts is not None
    intake.until(lambda: facts.check.sum.text() == "Look at: SOC.")
    assert [item.words for item in facts.check.items] == ["Before the discharge on Tue, Nov 24."]


def test_two_people_who_edit_other_fields_both_have_their_way(intake: Intake) -> None:
    key = intake.record("Mercy Hospital", zip="37203")
    place = opened(intake, key)
    field(place, "diagnosis").setFocus()
    intake.type("stroke")
    intake.office.actions.edit_referral(EditReferral(key, 1, {"zip": "37206"}))
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: intake.row(key).diagnosis == "stroke")
    assert intake.row(key).zip == "37206"


def test_two_people_who_edit_the_same_field_are_asked_whose_holds(intake: Intake) -> None:
    key = intake.record("Mercy Hospital", zip="37203")
    place = opened(intake, key)
    field(place, "zip").setFocus()
    field(place, "zip").selectAll()
    intake.type("37206")
    intake.office.actions.edit_referral(EditReferral(key, 1, {"zip": "37211"}))
    intake.key(Key.Key_Return, CONTROL)
    facts = place.pane.facts
    assert facts is not None
    intake.until(lambda: facts.form.undecided == ["zip"])
    assert intake.row(key).zip == "37211"
    intake.press(place, "referral_zip_keep_mine")
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: intake.row(key).zip == "37206")


def test_saving_without_an_edit_moves_nothing_not_even_seconds(intake: Intake) -> None:
    heard = NOW - timedelta(hours=3, seconds=17)
    key = intake.record("Mercy Hospital", heard_at=heard)
    place = opened(intake, key)
    field(place, "diagnosis").setFocus()
    intake.type("x")
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: intake.row(key).diagnosis == "x")
    assert intake.row(key).heard_at == heard


def test_a_move_by_another_window_reaches_the_pane_while_somebody_types(intake: Intake) -> None:
    key = intake.record("Mercy Hospital")
    place = opened(intake, key)
    field(place, "diagnosis").setFocus()
    intake.type("stroke")
    place.mover.move(key, ReferralStage.UNDER_REVIEW)
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.row.stage is ReferralStage.UNDER_REVIEW)
    assert field(place, "diagnosis").text() == "stroke"
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: intake.row(key).diagnosis == "stroke")
    assert len(intake.hanging(ReferralStageEntry, key)) == 2


# --- who the patient is ---------------------------------------------------------------------------------------------


def test_who_the_patient_is_is_covered_once_the_window_was_out_of_sight(intake: Intake) -> None:
    key = intake.record("Mercy Hospital", patient={"patient_name": SECRET})
    place = opened(intake, key)
    assert field(place, "patient_name").echoMode() is QLineEdit.EchoMode.Normal
    place.privacy._away_since = intake.at
    intake.at = NOW + timedelta(minutes=1)
    place.privacy.look()
    assert not place.privacy.is_covered
    intake.at = NOW + timedelta(minutes=2)
    place.privacy.look()
    assert field(place, "patient_name").echoMode() is QLineEdit.EchoMode.Password
    place.show_where(record=True)
    intake.until(lambda: place.pane.form is not None)
    assert field(place, "patient_name").isReadOnly()
    intake.press(place, "referral_uncover")
    assert field(place, "patient_name").echoMode() is QLineEdit.EchoMode.Normal


def test_leaving_the_window_starts_the_clock_and_coming_back_stops_it(intake: Intake) -> None:
    place, _ = intake.open()
    watcher = place.privacy
    intake.qtbot.waitUntil(lambda: watcher._watched is place)
    QApplication.sendEvent(place, QEvent(QEvent.Type.WindowDeactivate))
    intake.at = NOW + timedelta(minutes=1, seconds=59)
    QApplication.sendEvent(place, QEvent(QEvent.Type.WindowActivate))
    assert not watcher.is_covered
    QApplication.sendEvent(place, QEvent(QEvent.Type.WindowDeactivate))
    intake.at += timedelta(minutes=3)
    QApplication.sendEvent(place, QEvent(QEvent.Type.WindowActivate))
    assert watcher.is_covered


def test_no_toast_label_or_history_says_who_the_patient_is(intake: Intake) -> None:
    place, frame = intake.open()
    record(intake, place, intake.office.ids["Mercy Hospital"])
    form = place.pane.form
    assert form is not None
    form.form.type_into("patient_name", SECRET)
    form.form.field("diagnosis").editor.setFocus()
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: len(intake.rows()) == 1)
    key = intake.rows()[0].id
    assert intake.hanging(ReferralPatient, key)[0].patient_name == SECRET
    page = intake.office.questions.history_of("referral", key)
    assert SECRET not in repr(page) + repr(frame.toasts) + repr(intake.office.questions.search(SECRET, 8))
