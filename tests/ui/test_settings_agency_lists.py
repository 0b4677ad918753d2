"""The place of settings: its pages, the agency's form with its past, and the lists, by keyboard as far as one can."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.words import Advance
from hhcrm.models.visits import Visit
from hhcrm.services.commands import DropValue, LogVisit
from hhcrm.services.settings_commands import ChangeSettings, EditValue
from hhcrm.ui.settings.agency_page import AgencyPage
from hhcrm.ui.settings.list_pane import ListPane
from hhcrm.ui.settings.lists_page import ListsPage
from hhcrm.ui.settings.logo_editor import LogoEditor
from hhcrm.ui.settings.place import SettingsPlace
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.text import Text
from tests.ui.settings_kit import TODAY, SettingsOffice, line_edit, press, type_over

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[SettingsOffice]:
    office = SettingsOffice.found(tmp_path, qtbot)
    yield office
    office.close()


def agency_page(office: SettingsOffice, place: SettingsPlace) -> AgencyPage:
    page = place.page_widget("agency")
    assert isinstance(page, AgencyPage)
    office.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    return page


def pane_of(office: SettingsOffice, place: SettingsPlace, table: str) -> ListPane:
    place.show_where(page="lists", table=table)
    page = place.page_widget("lists")
    assert isinstance(page, ListsPage)
    pane = page.pane
    office.qtbot.waitUntil(lambda: pane.form is not None and pane.form.isVisible() and names(pane) != [])
    office.qtbot.waitUntil(lambda: pane.model.all_lines[0].uses is not None)
    return pane


def names(pane: ListPane) -> list[str]:
    return [line.value.name for line in pane.model.all_lines]


# --- the place


def test_the_arrows_open_pages_and_a_narrow_place_offers_them_above(office: SettingsOffice) -> None:
    place, _ = office.open()
    place.list.setFocus()
    QTest.keyClick(place.list, Qt.Key.Key_End)
    assert place.page == place.list.item(place.list.count() - 1).data(Qt.ItemDataRole.UserRole)
    QTest.keyClick(place.list, Qt.Key.Key_Home)
    assert place.page == "agency"
    place.resize(560, 700)
    office.qtbot.waitUntil(place.list.isHidden)
    assert place.chooser.currentData() == "agency"
    place.chooser.setCurrentIndex(1)
    assert place.page == place.chooser.currentData()
    place.resize(1100, 700)
    office.qtbot.waitUntil(lambda: not place.list.isHidden())


def test_going_to_a_page_that_is_none_changes_nothing(office: SettingsOffice) -> None:
    place, _ = office.open()
    place.show_where(page="nonsense")
    place.show_where()
    assert place.page == "agency"


# --- the agency


def test_a_name_is_changed_by_keyboard_and_its_past_is_shown(office: SettingsOffice) -> None:
    place, frame = office.open("agency")
    page = agency_page(office, place)
    assert page.form is not None
    assert page.form.save.isHidden() or not page.form.save.isVisible()
    type_over(line_edit(page, "settings_agency_form_name"), "Cumberland Bend")
    assert page.form.save.isVisible()
    QTest.keyClick(line_edit(page, "settings_agency_form_name"), Qt.Key.Key_Return, CONTROL)
    office.qtbot.waitUntil(lambda: frame.toasts == [("The agency's settings are changed.", True)])
    assert office.questions.agency_settings().name == "Cumberland Bend"
    office.qtbot.waitUntil(lambda: page.form is not None and not page.form.changed())
    office.actions.undo()
    assert office.questions.agency_settings().name == "Cumberland"


def test_a_change_can_hold_from_a_coming_day_and_be_taken_back(office: SettingsOffice) -> None:
    place, frame = office.open("agency")
    page = agency_page(office, place)
    type_over(line_edit(page, "settings_agency_form_mileage"), "80")
    type_over(line_edit(page, "settings_agency_form_from_on"), "1/1/2027")
    press(page, "settings_agency_form_save")
    office.qtbot.waitUntil(lambda: len(frame.toasts) == 1)
    ahead = office.questions.agency_settings().past[0]
    assert (ahead.value, ahead.from_on) == (80.0, date(2027, 1, 1))
    assert office.questions.agency_settings().mileage_cents == 72.5
    press(page, f"settings_take_back_{ahead.setting_id}")
    office.qtbot.waitUntil(lambda: len(frame.toasts) == 2)
    assert not office.questions.agency_settings().past[0].ahead


def test_a_logo_is_made_small_kept_and_removed_and_what_is_no_picture_is_said(office: SettingsOffice) -> None:
    place, frame = office.open("agency")
    page = agency_page(office, place)
    (office.folder / "notes.png").write_text("no picture")
    image = QImage(1800, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#0072b2"))
    image.save(str(office.folder / "logo.jpg"))
    editor = page.findChild(LogoEditor)
    assert editor is not None
    editor.read(office.folder / "notes.png")
    said = editor.findChild(Text, "settings_agency_form_logo_said")
    assert said is not None
    office.qtbot.waitUntil(lambda: said.text().startswith("notes.png is no picture"))
    editor.read(office.folder / "logo.jpg")
    office.qtbot.waitUntil(lambda: editor.typed() != "")
    press(page, "settings_agency_form_save")
    office.qtbot.waitUntil(lambda: len(frame.toasts) == 1)
    size = QImage.fromData(office.questions.letterhead().logo).size()
    assert (size.width(), size.height()) == (600, 133)
    office.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible() and not page.form.changed())
    press(page, "settings_agency_form_logo_remove")
    press(page, "settings_agency_form_save")
    office.qtbot.waitUntil(lambda: len(frame.toasts) == 2)
    assert office.questions.letterhead().logo == b""


def test_hours_are_typed_as_people_say_them_and_a_day_is_closed(office: SettingsOffice) -> None:
    place, frame = office.open("agency")
    page = agency_page(office, place)
    type_over(line_edit(page, "settings_agency_form_working_week_starts_1"), "9:30")
    friday = page.findChild(QCheckBox, "settings_agency_form_working_week_day_5")
    assert friday is not None
    friday.click()
    press(page, "settings_agency_form_save")
    office.qtbot.waitUntil(lambda: len(frame.toasts) == 1)
    week = office.questions.agency_settings().week.plain()
    assert week[0] == ["09:30", "17:00"]
    assert week[4] is None


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("zip", "99999", "no ZIP code"),
        ("name", "  ", "agency's name"),
        ("mileage", "a lot", "cents a mile"),
        ("from_on", "some day", "some day"),
        ("working_week_starts_1", "25:99", "Monday"),
        ("working_week_starts_1", "", "Monday"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_what_was_typed_stays(
    office: SettingsOffice, field: str, typed: str, said: str
) -> None:
    place, frame = office.open("agency")
    page = agency_page(office, place)
    edit = line_edit(page, f"settings_agency_form_{field}")
    type_over(edit, typed)
    if field == "from_on":
        type_over(line_edit(page, "settings_agency_form_name"), "Other")
    press(page, "settings_agency_form_save")
    key = "working_week" if field.startswith("working_week") else field
    office.qtbot.waitUntil(lambda: page.form is not None and said in page.form.field(key).error)
    assert edit.text() == typed
    assert frame.toasts == []


def test_two_windows_on_one_value_ask_and_on_two_values_do_not(office: SettingsOffice) -> None:
    place, frame = office.open("agency")
    page = agency_page(office, place)
    office.actions.change_settings(ChangeSettings({"agency.name": "Theirs", "agency.zip": "37206"}, TODAY))
    type_over(line_edit(page, "settings_agency_form_name"), "Mine")
    press(page, "settings_agency_form_save")
    office.qtbot.waitUntil(lambda: page.form is not None and page.form.undecided == ["name"])
    assert line_edit(page, "settings_agency_form_zip").text() == "37206"
    assert frame.toasts == []
    press(page, "settings_agency_form_name_keep_mine")
    press(page, "settings_agency_form_save")
    office.qtbot.waitUntil(lambda: len(frame.toasts) == 1)
    assert office.questions.agency_settings().name == "Mine"
    assert office.questions.agency_settings().zip == "37206"


def test_a_half_typed_form_is_offered_again_by_the_next_window(office: SettingsOffice) -> None:
    place, _ = office.open("agency")
    page = agency_page(office, place)
    type_over(line_edit(page, "settings_agency_form_name"), "Half ty")
    assert page.form is not None
    page.form.keep_draft()
    office.qtbot.waitUntil(lambda: any((office.folder / "drafts").glob("settings-*.json")))
    again, _ = office.open("agency")
    other = agency_page(office, again)
    assert other.form is not None
    assert other.form.offers_draft
    press(other, "settings_agency_form_draft_take")
    assert line_edit(other, "settings_agency_form_name").text() == "Half ty"


# --- lists


def test_a_value_is_renamed_in_place(office: SettingsOffice) -> None:
    place, frame = office.open()
    pane = pane_of(office, place, "source_type")
    type_over(line_edit(pane, "settings_list_source_type_form_visits_to_active"), "26")
    QTest.keyClick(line_edit(pane, "settings_list_source_type_form_visits_to_active"), Qt.Key.Key_Return, CONTROL)
    office.qtbot.waitUntil(lambda: frame.toasts == [("Hospital is changed.", True)])
    office.qtbot.waitUntil(lambda: pane.model.all_lines[0].value.extra["visits_to_active"] == 26)
    assert pane.form is not None


def test_the_figures_of_the_field_stand_beside_a_types_visits(office: SettingsOffice) -> None:
    place, _ = office.open()
    pane = pane_of(office, place, "source_type")
    assert pane.form is not None
    assert "about 50" in pane.form.field("visits_to_active").editor.accessibleDescription()


def test_a_value_is_added_and_one_of_its_name_refused(office: SettingsOffice) -> None:
    place, frame = office.open()
    pane = pane_of(office, place, "decline_reason")
    press(pane, "settings_list_decline_reason_add")
    office.qtbot.waitUntil(lambda: pane.form is not None and pane.form.isVisible())
    type_over(line_edit(pane, "settings_list_decline_reason_form_name"), "Deceased")
    press(pane, "settings_list_decline_reason_form_save")
    office.qtbot.waitUntil(lambda: pane.form is not None and "already" in pane.form.field("name").error)
    type_over(line_edit(pane, "settings_list_decline_reason_form_name"), "Dog in the house")
    press(pane, "settings_list_decline_reason_form_save")
    office.qtbot.waitUntil(lambda: frame.toasts == [("Dog in the house is added.", True)])
    office.qtbot.waitUntil(lambda: names(pane)[-1] == "Dog in the house")
    office.qtbot.waitUntil(lambda: (value := pane.current()) is not None and value.name == "Dog in the house")


def test_a_value_moves_by_alt_and_arrows_and_by_dragging(office: SettingsOffice) -> None:
    place, _ = office.open()
    pane = pane_of(office, place, "payer")
    before = names(pane)
    pane.table.setFocus()
    QTest.keyClick(pane.table, Qt.Key.Key_Down, ALT)
    office.qtbot.waitUntil(lambda: names(pane)[:2] == [before[1], before[0]])
    assert pane.table.currentIndex().row() == 1
    QTest.keyClick(pane.table, Qt.Key.Key_Up, ALT)
    office.qtbot.waitUntil(lambda: names(pane) == before)
    asked: list[tuple[int, int]] = []
    pane.table.move_asked.connect(lambda value, row: asked.append((value, row)))
    pane.table.selectRow(0)
    third = pane.table.visualRect(pane.model.index(2, 0))
    where = QPointF(third.center().x(), third.bottom() - 1)
    drop = _Drop(where)
    drop.pane = pane
    pane.table.dropEvent(drop)
    office.qtbot.waitUntil(lambda: names(pane)[:3] == [before[1], before[2], before[0]])
    assert asked == [(pane.table.current_id(), 2)]


class _Drop(QDropEvent):
    """A drop from the table itself."""

    pane: ListPane

    def __init__(self, where: QPointF) -> None:
        self._data = QMimeData()
        move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        super().__init__(where, move, self._data, left, none, QEvent.Type.Drop)

    def source(self) -> QObject:
        return self.pane.table


def test_a_value_in_use_asks_what_its_records_get_and_one_undo_brings_it_back(office: SettingsOffice) -> None:
    source = office.add_source("Mercy")
    office.actions.log_visit(LogVisit(source, Advance.ADVANCE, office.kind(), TODAY))
    place, frame = office.open()
    pane = pane_of(office, place, "visit_kind")
    press(pane, "settings_list_visit_kind_retire")
    office.qtbot.waitUntil(lambda: pane.dialog is not None)
    assert pane.dialog is not None
    pane.dialog.go.click()
    assert pane.dialog.isVisible()
    pane.dialog.choice.setCurrentIndex(pane.dialog.choice.findData(office.kind("meeting")))
    pane.dialog.go.click()
    office.qtbot.waitUntil(lambda: frame.toasts == [("In-person visit is off the list.", True)])
    office.qtbot.waitUntil(lambda: "In-person visit" not in names(pane))
    with Session(office.engine) as session:
        assert set(session.scalars(select(Visit.kind_id))) == {office.kind("meeting")}
    office.actions.undo()
    with Session(office.engine) as session:
        assert office.kind() in set(session.scalars(select(Visit.kind_id)))


def test_a_retired_value_is_found_and_put_back(office: SettingsOffice) -> None:
    charity = next(value for value in office.questions.list_values("payer") if value.name == "Charity")
    office.actions.drop_value(DropValue("payer", charity.id))
    place, frame = office.open()
    pane = pane_of(office, place, "payer")
    assert "Charity" not in names(pane)
    press(pane, "settings_list_payer_retired")
    assert names(pane)[-1] == "Charity"
    pane.table.selectRow(len(names(pane)) - 1)
    press(pane, "settings_list_payer_back")
    office.qtbot.waitUntil(lambda: frame.toasts == [("Charity is back on the list.", True)])
    office.qtbot.waitUntil(lambda: all(line.value.retired_at is None for line in pane.model.all_lines))


def test_a_value_changed_by_two_is_decided_field_by_field(office: SettingsOffice) -> None:
    place, frame = office.open()
    pane = pane_of(office, place, "source_type")
    value = pane.current()
    assert value is not None
    office.actions.edit_value(EditValue("source_type", value.id, value.version, {"visits_to_active": 50}))
    type_over(line_edit(pane, "settings_list_source_type_form_visits_to_active"), "26")
    type_over(line_edit(pane, "settings_list_source_type_form_name"), "Acute hospital")
    press(pane, "settings_list_source_type_form_save")
    office.qtbot.waitUntil(lambda: pane.form is not None and pane.form.undecided == ["visits_to_active"])
    press(pane, "settings_list_source_type_form_visits_to_active_take_theirs")
    press(pane, "settings_list_source_type_form_save")
    office.qtbot.waitUntil(lambda: len(frame.toasts) == 1)
    now = next(each for each in office.questions.list_values("source_type") if each.id == value.id)
    assert (now.name, now.extra["visits_to_active"]) == ("Acute hospital", 50)


def test_tags_are_renamed_and_taken_off(office: SettingsOffice) -> None:
    office.add_source("Mercy", tags="VIP; north")
    place, frame = office.open()
    pane = pane_of(office, place, "tag")
    assert names(pane) == ["north", "VIP"]
    type_over(line_edit(pane, "settings_list_tag_form_name"), "North side")
    press(pane, "settings_list_tag_form_save")
    office.qtbot.waitUntil(lambda: names(pane) == ["North side", "VIP"])
    office.qtbot.waitUntil(lambda: pane.current() is not None)
    pane.table.selectRow(1)
    press(pane, "settings_list_tag_retire")
    office.qtbot.waitUntil(lambda: names(pane) == ["North side"])
    assert frame.toasts[-1] == ("The tag VIP is off all sources.", True)


def test_the_model_of_a_list_keeps_qts_rules_while_lists_change(office: SettingsOffice) -> None:
    place, _ = office.open()
    pane = pane_of(office, place, "contact_role")
    model: QAbstractItemModel = pane.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, pane)
    lines = list(pane.model.all_lines)
    dice = random.Random(3)
    for _round in range(40):
        pane.model.show_lines(dice.sample(lines, dice.randint(0, len(lines))))
    assert tester.model() is model
