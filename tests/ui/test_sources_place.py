"""The place of sources by keyboard, over a real database: table, filter, edit, undo, conflict, drafts, bulk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from hhcrm.app.drafts import Drafts
from hhcrm.domain.words import SourceStage
from hhcrm.models.lookups import ServiceLine, VisitKind
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import User
from hhcrm.queries.read_models import SourceFilter
from hhcrm.services.commands import Archive, EditSource, PlanVisit
from hhcrm.services.referral_commands import RecordReferral
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.shared.forms.drafting import KEEP_MS
from hhcrm.ui.shared.look import Look
from tests.ui.sources_kit import CONTROL, NAMES, NOW, TODAY, Office

Key = Qt.Key


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Office]:
    office = Office.found(tmp_path, qtbot)
    office.fill()
    yield office
    office.close()


def test_the_table_shows_every_source_and_the_pane_the_first(office: Office) -> None:
    place, _ = office.open()
    tester = QAbstractItemModelTester(place.rows.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    office.ready(place)
    assert office.names(place) == list(NAMES)
    office.until(lambda: place.head.beside.text() == "5 sources")
    assert place.pane.head.stage.words.startswith("Active, every")
    assert tester.model() is place.rows.model


def test_arrows_in_the_table_change_the_pane(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.table.setFocus()
    office.key(Key.Key_Down)
    office.until(lambda: place.pane.detail is not None and place.pane.detail.name == "Oak Grove Living")


def test_typing_filters_by_people_and_notes_too(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.table.setFocus()
    office.key(Key.Key_Slash)
    office.until(place.filters.field.hasFocus)
    for typed, wanted in (("ortiz", NAMES[0]), ("kwan", NAMES[4]), ("wound care", NAMES[0])):
        place.filters.field.selectAll()
        office.type(typed)
        office.until(partial(lambda only: office.names(place) == [only], wanted))
    office.until(lambda: place.head.beside.text() == "5 sources, 1 shown")
    office.key(Key.Key_Down)
    assert place.table.hasFocus()


@pytest.mark.parametrize("early", [True, False])
def test_today_sends_one_to_the_sources_of_a_filter(office: Office, early: bool) -> None:
    with office.engine.begin() as connection:
        owner = connection.execute(select(User.__table__.c.id).order_by(User.__table__.c.id)).scalars().first()
        mine = ReferralSource.__table__.c.name == "Patel Medicine"
        connection.execute(update(ReferralSource).where(mine).values(owner_id=owner))
    place, _ = office.open()
    if not early:  # the owners' names are known; early, they are not
        office.ready(place)
    place.show_where(filter=SourceFilter(owner_id=owner, sort="due_on", descending=True))
    office.until(lambda: office.names(place) == ["Patel Medicine"])
    assert place.filters.owner.words == "Dana Whitfield"
    assert place.rows.model.sort_by == ("due_on", True)


def test_nothing_found_offers_to_clear_the_filter(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.filters.field.setText("zzzz")
    office.until(place._nothing.isVisible)
    office.press(place, "sources_clear_first")
    office.until(lambda: place.rows.model.total == len(NAMES) and place.table.isVisible())


def test_an_empty_agency_is_told_how_to_begin(tmp_path: Path, qtbot: QtBot, look: Look) -> None:
    office = Office.found(tmp_path, qtbot)
    place, _ = office.open()
    office.until(place._empty.isVisible)
    office.press(place, "sources_add_first")
    assert place.pane.form is not None
    office.close()


def test_a_head_sorts_and_a_second_press_turns_it_round(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    section = [column.key for column in place.rows.model.columns].index("potential")
    place.table.horizontalHeader().sectionClicked.emit(section)
    office.until(lambda: office.names(place)[0] == "Mercy Hospital" and place.rows.asked.descending)
    place.table.horizontalHeader().sectionClicked.emit(section)
    office.until(lambda: office.names(place) == list(reversed(NAMES)))


def test_enter_edits_ctrl_enter_saves_and_undo_takes_it_back(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    place.table.setFocus()
    office.key(Key.Key_Return)
    form = place.pane.form
    assert form is not None
    assert not form.form.save.isVisible()
    name = form.form.field("name").editor
    office.until(name.hasFocus)
    office.key(Key.Key_End)
    office.type(" West")
    assert form.form.save.isVisible()
    office.key(Key.Key_Return)
    assert not name.hasFocus()  # Enter moves on
    office.key(Key.Key_Return, CONTROL)
    office.until(lambda: place.pane.detail is not None and place.pane.detail.name == "Mercy Hospital West")
    office.until(lambda: "Mercy Hospital West" in office.names(place))
    assert frame.toasts == [("Mercy Hospital West saved", True)]
    assert not office.has_form(place)
    office.undo(place)
    office.until(lambda: office.names(place)[0] == "Mercy Hospital")
    office.until(lambda: place.pane.detail is not None and place.pane.detail.name == "Mercy Hospital")


def test_saving_without_a_change_changes_nothing(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    before = office.questions.source_detail(office.ids["Mercy Hospital"]).version
    place.pane.edit()
    assert place.pane.form is not None
    assert place.pane.form.form.changed() == {}
    office.key(Key.Key_Return, CONTROL)
    office.until(lambda: place.pane.form is None)
    assert office.questions.source_detail(office.ids["Mercy Hospital"]).version == before
    assert frame.toasts == []


def test_an_error_stands_beside_its_field_and_nothing_typed_is_lost(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    place.pane.edit()
    assert place.pane.form is not None
    form = place.pane.form.form
    form.type_into("npi", "123")
    form.type_into("next_step", "Bring lunch")
    form.save.click()
    office.until(lambda: form.field("npi").error)
    assert form.texts()["next_step"] == "Bring lunch"
    assert frame.faults == []


def test_somebody_elses_other_field_is_put_together_without_a_question(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    mercy = office.ids["Mercy Hospital"]
    place.pane.edit()
    assert place.pane.form is not None
    place.pane.form.form.type_into("city", "Nashville")
    version = office.questions.source_detail(mercy).version
    office.actions.edit_source(EditSource(mercy, version, {"fax": "615 555 0100"}))
    place.pane.form.form.save.click()
    office.until(lambda: place.pane.form is None)
    detail = office.questions.source_detail(mercy)
    assert (detail.city, detail.fax) == ("Nashville", "(615) 555-0100")


@pytest.mark.parametrize(("button", "city"), [("keep_mine", "Nashville"), ("take_theirs", "Franklin")])
def test_a_conflict_is_decided_field_by_field(office: Office, button: str, city: str) -> None:
    place, _ = office.open()
    office.ready(place)
    mercy = office.ids["Mercy Hospital"]
    place.pane.edit()
    assert place.pane.form is not None
    form = place.pane.form.form
    form.type_into("city", "Nashville")
    form.type_into("state", "TN")
    version = office.questions.source_detail(mercy).version
    office.actions.edit_source(EditSource(mercy, version, {"city": "Franklin"}))
    form.save.click()
    office.until(lambda: form.undecided == ["city"])
    assert not form.save.isEnabled()
    assert office.questions.source_detail(mercy).city == "Franklin"
    office.press(place, f"source_city_{button}")
    assert form.save.isEnabled()
    form.save.click()
    office.until(lambda: place.pane.form is None)
    detail = office.questions.source_detail(mercy)
    assert (detail.city, detail.state) == (city, "TN")


def test_what_was_typed_is_offered_again_after_a_crash(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.pane.edit()
    assert place.pane.form is not None
    place.pane.form.form.type_into("needs", "Wound vac training")
    drafts = office.folder / "drafts"
    office.qtbot.waitUntil(lambda: bool(list(drafts.glob("source-*.json"))), timeout=KEEP_MS + 600)
    place.hide()  # killed: nothing of the first window acts any more
    office.desks[0].close()

    again, _ = office.open()
    office.until(again.drafts.isVisible)
    assert "Changes to Mercy Hospital" in again.drafts.words
    office.press(again, "drafts_take")
    office.until(lambda: again.pane.form is not None)
    assert again.pane.form is not None
    assert again.pane.form.form.texts()["needs"] == "Wound vac training"
    again.pane.form.form.save.click()
    office.until(lambda: again.pane.form is None)
    assert office.questions.source_detail(office.ids["Mercy Hospital"]).needs == "Wound vac training"
    assert list(drafts.glob("source-*.json")) == []


def test_escape_leaves_the_form_and_keeps_what_was_typed(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    place.pane.edit()
    assert place.pane.form is not None
    office.until(place.pane.form.form.field("name").editor.hasFocus)
    office.type("X")
    office.key(Key.Key_Escape)
    assert not office.has_form(place)
    assert frame.ways[0][0] == "Go on"
    office.until(lambda: list((office.folder / "drafts").glob("source-*.json")))
    place.pane.edit()
    assert place.pane.form is not None
    form = place.pane.form.form
    offered = form.offers_draft
    office.press(place, "source_draft_drop")
    assert (offered, form.offers_draft) == (True, False)
    assert list((office.folder / "drafts").glob("source-*.json")) == []


def test_going_to_another_source_keeps_a_draft_and_says_so(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    place.pane.edit()
    assert place.pane.form is not None
    place.pane.form.form.type_into("city", "Nashville")
    place.table.selectRow(2)
    office.until(lambda: place.pane.detail is not None and place.pane.detail.name == "Patel Medicine")
    assert frame.toasts[0][0] == "What you typed about Mercy Hospital is kept as a draft"
    office.until(lambda: list((office.folder / "drafts").glob("source-*.json")))
    frame.ways[0][1]()
    office.until(lambda: place.pane.form is not None and place.pane.form.form.texts()["city"] == "Nashville")


def test_adding_offers_what_is_already_here_and_adds_what_is_not(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    office.press(place, "sources_add")
    form = place.pane.form
    assert form is not None
    office.until(form.form.field("name").editor.hasFocus)
    office.type("Rivergate")
    office.until(lambda: form.alike == [office.ids["Rivergate Dialysis"]])
    office.type(" East")
    form.form.save.click()
    office.until(lambda: form.form.field("type_id").error)  # a type is needed
    form.form.type_into("type_id", str(office.questions.choices().types[0].id))
    form.form.save.click()
    office.until(lambda: "Rivergate East" in office.names(place))
    office.until(lambda: place.pane.detail is not None and place.pane.detail.name == "Rivergate East")
    assert frame.toasts == [("Rivergate East added", True)]
    office.press(place, "sources_add")
    assert place.pane.form is not None
    assert place.pane.form.form.texts()["name"] == ""  # a fresh form each time


def test_an_offered_twin_is_opened_instead(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    office.press(place, "sources_add")
    assert place.pane.form is not None
    office.until(place.pane.form.form.field("name").editor.hasFocus)
    office.type("Patel")
    office.press(place, f"source_name_alike_{office.ids['Patel Medicine']}")
    office.until(lambda: place.pane.detail is not None and place.pane.detail.name == "Patel Medicine")
    assert not office.has_form(place)


def test_an_archived_twin_is_restored_instead(office: Office) -> None:
    office.actions.archive(Archive("referral_source", (office.ids["Patel Medicine"],), "closed"))
    place, frame = office.open()
    office.ready(place)
    office.press(place, "sources_add")
    assert place.pane.form is not None
    place.pane.form.form.type_into("name", "patel medicine")
    office.press(place, f"source_name_alike_{office.ids['Patel Medicine']}")
    office.until(lambda: place.pane.detail is not None and place.pane.detail.name == "Patel Medicine")
    assert place.pane.detail is not None
    assert place.pane.detail.archived_at is None
    assert frame.toasts == [("Restored", True)]


def test_a_bulk_act_names_its_number_and_is_undone_in_one_go(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    place.table.selectRow(0)
    place.table.setFocus()
    office.key(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert place.bulk.isVisible()
    assert place.bulk.archive.text() == "Archive 2"
    office.press(place, "bulk_tag")
    office.type("key account")
    office.key(Key.Key_Return)
    ids = [office.ids[name] for name in NAMES[:2]]
    office.until(lambda: frame.toasts)
    assert frame.toasts == [('Tagged "key account": 2 sources', True)]
    assert [office.questions.source_detail(source).tags for source in ids] == ["key account"] * 2
    office.undo(place)
    office.until(lambda: [office.questions.source_detail(source).tags for source in ids] == ["", ""])


def test_all_matching_acts_on_more_than_the_selection(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    place.table.selectRow(0)
    place.table.setFocus()
    office.key(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    office.press(place, "bulk_all")
    assert place.bulk.archive.text() == "Archive 5"
    office.press(place, "bulk_inactive")
    office.press(place, "sources_ask_yes")
    assert place.ask.isVisible()  # a reason is needed
    place.ask.line.setText("Closed")
    office.press(place, "sources_ask_yes")
    office.until(lambda: frame.toasts == [("5 sources made inactive", True)])
    assert {office.questions.source_detail(i).stage for i in office.ids.values()} == {SourceStage.INACTIVE}


def test_export_takes_the_filter_or_these_rows_only(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    office.press(place, "sources_export")
    assert office.exported[-1] == (place.rows.asked, None)
    place.table.selectRow(0)
    place.table.setFocus()
    office.key(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    office.press(place, "bulk_export")
    office.until(lambda: office.exported[-1][1] == (office.ids[NAMES[0]], office.ids[NAMES[1]]))


def test_copied_rows_are_a_spreadsheet_range(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.table.setFocus()
    office.key(Key.Key_C, CONTROL)
    office.until(lambda: "Mercy Hospital\t" in QGuiApplication.clipboard().text())
    assert QGuiApplication.clipboard().text().startswith("Source\tType\tRhythm\tNext\tPotential\t90 days\n")


def test_referrals_of_an_archived_source_that_are_open_are_said(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    line = office.first(ServiceLine)
    for name in (NAMES[0], NAMES[1], NAMES[1]):
        office.actions.record_referral(RecordReferral({"source_id": office.ids[name], "service_line_id": line}))
    place.pane.head.archive()
    words = "Mercy Hospital archived. 1 referral from there is still open; it stays in Referrals."
    office.until(lambda: frame.toasts[-1:] == [(words, True)])
    office.ready(place, NAMES[1])
    place.table.selectRow(0)
    place.table.setFocus()
    office.key(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    office.press(place, "bulk_archive")
    words = "2 sources archived. 2 referrals from there are still open; they stay in Referrals."
    office.until(lambda: frame.toasts[-1:] == [(words, True)])


def test_planned_visits_of_a_source_that_goes_or_changes_hands_are_said(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    for name, days in ((NAMES[0], 7), (NAMES[1], 8), (NAMES[1], 9), (NAMES[0], -3)):
        day = TODAY + timedelta(days=days)
        office.actions.plan_visit(PlanVisit(office.ids[name], office.first(VisitKind), day))
    place.pane.head.archive()
    words = "Mercy Hospital archived. 1 planned visit is off the calendar until it is restored."
    office.until(lambda: frame.toasts[-1:] == [(words, True)])
    office.ready(place, NAMES[1])
    place.table.selectRow(0)
    place.table.setFocus()
    office.key(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    place.bulk._edit({"owner_id": 1}, "Owner set for")
    words = "Owner set for 2 sources. 2 planned visits stay with whoever was to make them."
    office.until(lambda: frame.toasts[-1:] == [(words, True)])
    place.bulk._make_inactive("moved away")
    words = "2 sources made inactive. 2 planned visits stay on the calendar."
    office.until(lambda: frame.toasts[-1:] == [(words, True)])


def test_archived_sources_are_seen_under_archived_and_come_back(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    place.pane.head.archive()
    office.until(lambda: "Mercy Hospital" not in office.names(place))
    office.until(lambda: frame.toasts[-1:] == [("Mercy Hospital archived", True)])
    place.filters.archived.click()
    office.until(lambda: office.names(place) == ["Mercy Hospital"])
    office.until(lambda: place.pane.detail is not None and place.pane.detail.archived_at is not None)
    assert [action.text() for action in place.pane.head.menu().actions()] == ["Restore"]
    place.pane.head.restore()
    office.until(lambda: place.rows.model.total == 0)
    place.filters.archived.click()
    office.until(lambda: office.names(place) == list(NAMES))


def test_a_prospect_may_become_active_without_a_cadence_of_its_own(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.table.selectRow(2)
    office.ready(place, "Patel Medicine")
    place.pane.head.make_active()
    place.pane.head.ask.choice.put("")
    assert place.pane.head.ask.choice.currentText() == "none of its own: every 30 days (the agency's)"
    office.press(place, "source_ask_yes")
    office.until(lambda: place.pane.head.stage.words == "Active, every 30 days (the agency's)")


def test_a_prospect_becomes_active_with_the_cadence_one_chooses(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.table.selectRow(2)
    office.ready(place, "Patel Medicine")
    place.pane.head.make_active()
    offered = place.pane.detail.offered_cadence if place.pane.detail else 0
    assert place.pane.head.ask.choice.currentData() == str(offered)
    place.pane.head.ask.choice.put("45")
    office.press(place, "source_ask_yes")
    office.until(lambda: place.pane.head.stage.words == "Active, every 45 days (its own)")
    place.pane.head.make_inactive()
    office.press(place, "source_ask_yes")
    assert place.pane.head.ask.isVisible()  # a reason is needed
    place.pane.head.ask.line.setText("Moved away")
    office.key(Key.Key_Return)
    office.until(lambda: place.pane.head.stage.words == "Inactive")


def test_a_view_is_saved_chosen_and_dropped(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.filters.stage.set_value("prospective")
    office.until(lambda: place.rows.model.total == 3)
    place.filters.view.save_asked.emit()
    office.type("My prospects")
    office.key(Key.Key_Return)
    office.until(lambda: place.filters.view.view_name == "My prospects")
    kept = place.filters.view.value
    place.filters.clear_all()
    office.until(lambda: place.rows.model.total == 5)
    assert place.filters.view.view_name == ""
    place.filters.view.set_value(kept)
    office.until(lambda: place.rows.model.total == 3)
    assert place.filters.stage.value == "prospective"
    place.filters.view.drop_asked.emit(int(kept))
    office.until(lambda: office.questions.saved_views("sources") == ())


def test_a_change_elsewhere_keeps_the_selection_and_is_shown(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.table.selectRow(3)
    office.ready(place, "Rivergate Dialysis")
    river = office.ids["Rivergate Dialysis"]
    version = office.questions.source_detail(river).version
    changes = office.actions.edit_source(EditSource(river, version, {"name": "A Dialysis"}))
    office.desks[-1].announce(changes)
    office.until(lambda: office.names(place)[0] == "A Dialysis")
    office.until(lambda: place.pane.detail is not None and place.pane.detail.name == "A Dialysis")
    assert place.table.current_id() == river


def test_everything_one_can_act_on_has_a_name(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    for tab in ("overview", "visits", "referrals", "people", "files", "history"):
        place.pane.tabs.open(tab)
        assert place.pane.tabs.page(tab) is not None
    place.add_source()
    QApplication.processEvents()
    assert unnamed_in(place) == []


def test_down_from_the_filter_chooses_a_row_also_after_a_source_was_gone_to(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.show_where(office.ids["Patel Medicine"])
    office.ready(place, "Patel Medicine")
    place.filters.field.setFocus()
    office.type("mercy")
    office.until(lambda: office.names(place) == ["Mercy Hospital"])
    office.key(Qt.Key.Key_Down)
    office.until(lambda: place.source_in_sight() == office.ids["Mercy Hospital"])
    assert place.table.hasFocus()


def test_the_place_hands_the_keyboard_to_its_table(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.filters.field.setFocus()
    place.setFocus()
    office.until(place.table.hasFocus)


def test_a_form_without_a_change_can_be_left_by_mouse_and_a_source_put_away_is_restored_by_one_button(
    office: Office,
) -> None:
    place, _ = office.open()
    office.ready(place)
    place.pane.edit()
    office.press(place, "source_close")
    office.until(lambda: not office.has_form(place))
    place.pane.head.archive()
    office.until(lambda: place.source_in_sight() != office.ids["Mercy Hospital"])
    place.show_where(office.ids["Mercy Hospital"])
    office.press(place, "source_restore")
    office.until(lambda: place.source_in_sight() == office.ids["Mercy Hospital"])


def test_after_archiving_the_pane_shows_the_source_whose_row_is_marked(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    for following in NAMES[1:3]:
        place.pane.head.archive()
        office.ready(place, following)
        assert place.table.current_id() == office.ids[following]


def test_a_source_that_undo_brings_back_does_not_part_the_marked_row_from_the_pane(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.pane.head.archive()
    office.ready(place, NAMES[1])
    office.until(lambda: place.rows.model.total == len(NAMES) - 1)
    office.undo(place)
    office.until(lambda: place.rows.model.total == len(NAMES) and place.table.current_id() is not None)
    office.qtbot.wait(150)  # longer than the pane waits before it follows
    marked = [place.rows.model.id_at(row) for row in place.table.selected_rows()]
    assert marked == [place.pane.source_id] == [place.table.current_id()]


def test_a_source_gone_to_and_then_archived_is_left_too(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.show_where(office.ids["Patel Medicine"])
    office.ready(place, "Patel Medicine")
    timers = place.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    office.until(lambda: not any(timer.isActive() for timer in timers))
    place.pane.head.archive()
    office.ready(place, "Rivergate Dialysis")
    assert place.table.current_id() == office.ids["Rivergate Dialysis"]


def test_a_half_typed_reason_waits_for_its_question_until_it_was_carried_out(office: Office) -> None:
    drafts = Drafts(office.folder / "drafts", lambda: NOW)
    place, _ = office.open()
    office.ready(place)
    head = place.pane.head
    head.make_inactive()
    office.type("Bought by")
    office.until(lambda: [draft.content["line"] for draft in drafts.all("answer")] == ["Bought by"])
    office.key(Key.Key_Escape)
    assert not head.ask.isVisible()
    (draft,) = drafts.all("answer")
    assert draft.content["base"]["where"] == {"source_id": office.ids[NAMES[0]]}
    place.filters.view.save_asked.emit()
    assert place.ask.line.text() == "", "another question has a draft of its own"
    place.ask.leave()
    head.make_inactive()
    assert head.ask.line.text() == "Bought by"
    head.ask.line.setText("Bought by a chain")
    office.key(Key.Key_Return)
    office.until(lambda: head.stage.words == "Inactive")
    office.until(lambda: drafts.all("answer") == ())
