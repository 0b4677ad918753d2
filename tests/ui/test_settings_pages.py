"""The pages of settings beside agency and lists: people, rules, holidays, appearance, data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.domain.errors import Damaged, StorageFault
from hhcrm.services.holiday_commands import AddHoliday
from hhcrm.services.settings_commands import ChangeRules, SaveTerritory, SaveUser
from hhcrm.ui.settings.appearance_page import AppearancePage
from hhcrm.ui.settings.data_page import DataPage
from hhcrm.ui.settings.data_port import BackupLine, DataFacts, Holding, Preview
from hhcrm.ui.settings.holidays_page import HolidaysPage
from hhcrm.ui.settings.leave_dialog import LeaveDialog
from hhcrm.ui.settings.place import SettingsPlace
from hhcrm.ui.settings.reassign import ReassignDialog
from hhcrm.ui.settings.rules_page import RulesView
from hhcrm.ui.settings.staff_page import PeoplePage
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from hhcrm.ui.shared.text import Text
from tests.ui.settings_kit import NOW, TODAY, SettingsOffice, line_edit, press, type_over

AGENCY = "Cumberland Bend Home Health"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[SettingsOffice]:
    office = SettingsOffice.found(tmp_path, qtbot)
    yield office
    office.close()


# --- people


def people(office: SettingsOffice, place: SettingsPlace) -> PeoplePage:
    page = place.page_widget("people")
    assert isinstance(page, PeoplePage)
    office.qtbot.waitUntil(lambda: len(page.users.lines) > 0)
    return page


def names(page: PeoplePage) -> list[str]:
    return [user.name for user in page.users.lines]


def test_a_person_is_added_and_edited_in_place(office: SettingsOffice) -> None:
    place, frame = office.open("people")
    page = people(office, place)
    press(page, "settings_people_add")
    type_over(line_edit(page, "settings_people_form_name"), "Grace Okafor")
    type_over(line_edit(page, "settings_people_form_email"), "nowhere")
    press(page, "settings_people_form_save")
    office.qtbot.waitUntil(lambda: page.users.form is not None and "e-mail" in page.users.form.field("email").error)
    type_over(line_edit(page, "settings_people_form_email"), "grace@okafor.org")
    QTest.keyClick(line_edit(page, "settings_people_form_email"), Qt.Key.Key_Return, CONTROL)
    office.qtbot.waitUntil(lambda: "Grace Okafor" in names(page))
    assert frame.toasts == [("Grace Okafor is added.", True)]
    grace = next(user for user in page.users.lines if user.name == "Grace Okafor")
    press(page, f"settings_people_edit_{grace.id}")
    type_over(line_edit(page, f"settings_people_form_{grace.id}_phone"), "6155550142")
    press(page, f"settings_people_form_{grace.id}_save")
    office.qtbot.waitUntil(lambda: any(user.phone == "(615) 555-0142" for user in page.users.lines))
    assert not page.users.is_editing


def test_escape_leaves_a_form_and_what_was_typed_is_offered_again(office: SettingsOffice) -> None:
    place, _ = office.open("people")
    page = people(office, place)
    marcus = office.users["Marcus Hale"]
    press(page, f"settings_people_edit_{marcus}")
    edit = line_edit(page, f"settings_people_form_{marcus}_phone")
    type_over(edit, "615")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not page.users.is_editing
    office.qtbot.waitUntil(lambda: any((office.folder / "drafts").glob("people-*.json")))
    place.show_where(page="people", user_id=marcus)
    assert page.users.form is not None
    assert page.users.form.offers_draft


def test_who_leaves_hands_over_in_one_dialog(office: SettingsOffice) -> None:
    marcus, dana = office.users["Marcus Hale"], office.users["Dana Whitfield"]
    source = office.add_source("Mercy", owner_id=marcus)
    place, frame = office.open("people")
    page = people(office, place)
    press(page, f"settings_people_archive_{marcus}")
    office.qtbot.waitUntil(lambda: page.dialog is not None)
    assert isinstance(page.dialog, LeaveDialog)
    assert set(page.dialog.choices) >= {"sources"}
    page.dialog.choices["sources"].setCurrentIndex(page.dialog.choices["sources"].findData(dana))
    page.dialog.go.click()
    office.qtbot.waitUntil(lambda: frame.toasts == [("Marcus Hale is archived.", True)])
    office.qtbot.waitUntil(lambda: "Marcus Hale" not in names(page))
    assert office.questions.source_detail(source).owner_id == dana
    press(page, "settings_people_archived")
    press(page, f"settings_people_restore_{marcus}")
    office.qtbot.waitUntil(lambda: office.questions.staff_page().users[-1].archived_at is None)


def test_the_person_at_this_desk_cannot_be_archived_from_it(office: SettingsOffice) -> None:
    place, _ = office.open("people")
    page = people(office, place)
    dana = office.users["Dana Whitfield"]
    assert page.findChild(QWidget, f"settings_people_archive_{dana}") is None


def test_a_zip_of_another_territory_is_said_beside_the_field(office: SettingsOffice) -> None:
    office.actions.save_territory(SaveTerritory("North", None, ("37203",)))
    place, frame = office.open("people")
    page = people(office, place)
    press(page, "settings_territories_add")
    type_over(line_edit(page, "settings_territories_form_name"), "South")
    zips = page.findChild(QPlainTextEdit, "settings_territories_form_zips")
    assert zips is not None
    zips.setFocus()
    QTest.keyClicks(zips, "37211, 37203")
    press(page, "settings_territories_form_save")
    form = page.territories.form
    assert form is not None
    office.qtbot.waitUntil(lambda: "37203 is in North" in form.field("zips").error)
    zips.setPlainText("37211 37215")
    press(page, "settings_territories_form_save")
    office.qtbot.waitUntil(lambda: [line.name for line in page.territories.lines] == ["North", "South"])
    assert frame.toasts == [("South is saved.", True)]


def test_a_territory_in_use_asks_where_its_sources_go(office: SettingsOffice) -> None:
    north = office.actions.save_territory(SaveTerritory("North", None, ("37203",))).subject
    office.add_source("Mercy", zip="37203")
    place, _ = office.open("people")
    page = people(office, place)
    press(page, f"settings_territories_archive_{north}")
    assert isinstance(page.dialog, ReassignDialog)
    page.dialog.choice.setCurrentIndex(0)
    page.dialog.go.click()
    office.qtbot.waitUntil(lambda: list(page.territories.lines) == [])


def test_a_person_changed_by_two_windows_is_put_together(office: SettingsOffice) -> None:
    place, frame = office.open("people")
    page = people(office, place)
    marcus = next(user for user in page.users.lines if user.name == "Marcus Hale")
    press(page, f"settings_people_edit_{marcus.id}")
    office.actions.save_user(SaveUser({"home_zip": "37206"}, marcus.id, marcus.version))
    type_over(line_edit(page, f"settings_people_form_{marcus.id}_phone"), "6155550142")
    press(page, f"settings_people_form_{marcus.id}_save")
    office.qtbot.waitUntil(lambda: len(frame.toasts) == 1)
    now = next(user for user in office.questions.staff_page().users if user.id == marcus.id)
    assert (now.home_zip, now.phone) == ("37206", "(615) 555-0142")


# --- rules


def rules(office: SettingsOffice, place: SettingsPlace) -> RulesView:
    page = place.page_widget("rules")
    assert isinstance(page, RulesView)
    office.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    return page


def rule(office: SettingsOffice, name: str) -> float:
    return next(line.value for line in office.questions.rules_page().lines if line.name == name)


def test_a_number_is_changed_marked_and_reset(office: SettingsOffice) -> None:
    place, frame = office.open("rules")
    page = rules(office, place)
    type_over(line_edit(page, "settings_rules_form_stall_days_value"), "60")
    press(page, "settings_rules_form_save")
    office.qtbot.waitUntil(lambda: frame.toasts == [("The rules are changed.", True)])
    assert rule(office, "stall_days") == 60
    office.qtbot.waitUntil(lambda: page.form is not None and "Your own since" in page.form.field("stall_days").hint)
    press(page, "settings_rules_form_stall_days_reset")
    assert line_edit(page, "settings_rules_form_stall_days_value").text() == "45"
    press(page, "settings_rules_form_save")
    office.qtbot.waitUntil(lambda: rule(office, "stall_days") == 45)


def test_all_numbers_are_reset_in_the_form_and_saved_like_any_change(office: SettingsOffice) -> None:
    office.actions.change_rules(ChangeRules({"stall_days": 60, "high_potential_top": 50}, TODAY))
    place, _ = office.open("rules")
    page = rules(office, place)
    press(page, "settings_rules_reset_all")
    press(page, "settings_rules_form_save")
    office.qtbot.waitUntil(lambda: not any(line.changed for line in office.questions.rules_page().lines))


@pytest.mark.parametrize(("typed", "said"), [("many", "not a number"), ("0", "from 1 to"), ("4.5", "whole")])
def test_a_number_that_cannot_be_is_said_beside_it(office: SettingsOffice, typed: str, said: str) -> None:
    place, _ = office.open("rules")
    page = rules(office, place)
    type_over(line_edit(page, "settings_rules_form_stall_days_value"), typed)
    press(page, "settings_rules_form_save")
    office.qtbot.waitUntil(lambda: page.form is not None and said in page.form.field("stall_days").error)


# --- holidays and time off


def holidays(office: SettingsOffice, place: SettingsPlace) -> HolidaysPage:
    page = place.page_widget("holidays")
    assert isinstance(page, HolidaysPage)
    office.qtbot.waitUntil(lambda: len(page.holidays.lines) > 0)
    return page


def test_a_day_off_is_added_in_the_year_that_is_shown_and_removed(office: SettingsOffice) -> None:
    place, frame = office.open("holidays")
    page = holidays(office, place)
    press(page, "settings_holidays_year_after")
    office.qtbot.waitUntil(lambda: all(line.day.year == 2027 for line in page.holidays.lines))
    press(page, "settings_holidays_add")
    type_over(line_edit(page, "settings_holidays_form_name"), "Founders' day")
    type_over(line_edit(page, "settings_holidays_form_day"), "Nov 27")
    press(page, "settings_holidays_form_save")
    office.qtbot.waitUntil(lambda: any(line.name == "Founders' day" for line in page.holidays.lines))
    ours = next(line for line in page.holidays.lines if line.name == "Founders' day")
    assert ours.day == date(2027, 11, 27)
    press(page, f"settings_holidays_remove_{ours.holiday_id}")
    office.qtbot.waitUntil(lambda: all(line.name != "Founders' day" for line in page.holidays.lines))
    assert frame.toasts[-1] == ("Founders' day is a working day again.", True)


def test_a_day_that_is_off_already_is_said_beside_the_day(office: SettingsOffice) -> None:
    office.actions.add_holiday(AddHoliday(date(2026, 11, 27), "Black Friday"))
    place, _ = office.open("holidays")
    page = holidays(office, place)
    press(page, "settings_holidays_add")
    type_over(line_edit(page, "settings_holidays_form_name"), "Other")
    type_over(line_edit(page, "settings_holidays_form_day"), "11/27")
    press(page, "settings_holidays_form_save")
    form = page.holidays.form
    assert form is not None
    office.qtbot.waitUntil(lambda: "Black Friday" in form.field("day").error)


def test_a_year_without_days_is_filled_in(office: SettingsOffice) -> None:
    place, frame = office.open("holidays")
    page = holidays(office, place)
    place.show_where(page="holidays", year=2040)
    office.qtbot.waitUntil(lambda: len(page.holidays.lines) == 0)
    press(page, "settings_holidays_fill")
    office.qtbot.waitUntil(lambda: len(page.holidays.lines) > 5)
    assert frame.toasts[-1][1] is True


def test_time_off_is_written_down(office: SettingsOffice) -> None:
    place, _ = office.open("holidays")
    page = holidays(office, place)
    office.qtbot.waitUntil(lambda: page.knows_people)
    press(page, "settings_time_off_add")
    type_over(line_edit(page, "settings_time_off_form_from_on"), "Dec 1")
    press(page, "settings_time_off_form_save")
    form = page.time_off.form
    assert form is not None
    office.qtbot.waitUntil(lambda: "Choose who" in form.field("user_id").error)
    form.type_into("user_id", str(office.users["Marcus Hale"]))
    type_over(line_edit(page, "settings_time_off_form_until_on"), "Dec 4")
    press(page, "settings_time_off_form_save")
    office.qtbot.waitUntil(lambda: [line.user for line in page.time_off.lines] == ["Marcus Hale"])
    assert page.time_off.lines[0].until_on == date(2026, 12, 4)


# --- appearance


def test_a_look_takes_effect_at_once_and_follows_the_menu(office: SettingsOffice, look: Look) -> None:
    memory = ShortMemory()
    office.doors = {"look": look, "memory": memory}
    place, _ = office.open("appearance")
    page = place.page_widget("appearance")
    assert isinstance(page, AppearancePage)
    assert page.rows["scheme"].value == "light"
    press(page, "settings_scheme_dark")
    assert look.scheme == "dark"
    look.set_text_size(125)
    assert page.rows["text_size"].value == "125"
    press(page, "settings_weekends_always")
    assert memory.get("calendar.weekends", "") == "always"
    look.set_text_size(100)
    look.set_scheme("light")


# --- data


class FakeData:
    """A folder with two backups; each answer can be made a fault."""

    def __init__(self) -> None:
        at = NOW - timedelta(hours=1)
        self.backups = (
            BackupLine(Path("/b/new.db"), at, "daily", 2_000_000),
            BackupLine(Path("/b/old.db"), at - timedelta(days=1), "before-import", 1_000_000),
        )
        self.second = ""
        self.fault: Exception | None = None
        self.restored: list[Path] = []
        self.made = 0
        self.findings: tuple[str, ...] = ()

    def facts(self) -> DataFacts:
        return DataFacts("/data", 4_000_000, 1, 2_000, self.backups, self.second)

    def back_up(self) -> None:
        self._maybe()
        self.made += 1

    def verify(self, path: Path) -> int:
        self._maybe()
        return 12

    def preview(self, path: Path) -> Preview:
        self._maybe()
        then = Holding({"referral_source": 3, "journal_step": 5}, NOW, "Log visit", "Dana", AGENCY)
        return Preview(
            then,
            Holding({"referral_source": 4, "journal_step": 7}, NOW, "Add", "Dana", AGENCY),
        )

    def check(self) -> tuple[str, ...]:
        self._maybe()
        return self.findings

    def set_second(self, folder: str) -> None:
        self._maybe()
        self.second = folder

    def restore(self, path: Path) -> None:
        self.restored.append(path)

    def _maybe(self) -> None:
        if self.fault is not None:
            raise self.fault


def data_page(office: SettingsOffice) -> tuple[DataPage, FakeData, Any]:
    port = FakeData()
    office.doors = {"data": port}
    place, frame = office.open("data")
    page = place.page_widget("data")
    assert isinstance(page, DataPage)
    office.qtbot.waitUntil(lambda: page.findChild(QWidget, "settings_data_verify_2") is not None)
    return page, port, frame


def test_a_backup_is_made_verified_and_said(office: SettingsOffice) -> None:
    page, port, frame = data_page(office)
    press(page, "settings_data_back_up")
    office.qtbot.waitUntil(lambda: frame.toasts == [("The backup is made and verified.", False)])
    assert port.made == 1
    press(page, "settings_data_verify_1")
    office.qtbot.waitUntil(lambda: "whole" in page.verified_words)


def test_a_full_disk_and_a_damaged_backup_are_said_in_words(office: SettingsOffice) -> None:
    page, port, frame = data_page(office)
    port.fault = StorageFault("The disk is full.")
    press(page, "settings_data_back_up")
    office.qtbot.waitUntil(lambda: [str(fault) for fault in frame.faults] == ["The disk is full."])
    port.fault = Damaged("new.db is damaged.")
    press(page, "settings_data_verify_1")
    office.qtbot.waitUntil(lambda: "not whole" in page.verified_words)
    page.restore(Path("/b/new.db"))
    dialog = page.dialog
    assert dialog is not None
    office.qtbot.waitUntil(lambda: dialog.words == "new.db is damaged.")
    assert not dialog.go.isEnabled()
    dialog.reject()
    press(page, "settings_data_back_up")  # it can be tried again


def test_a_backup_of_any_name_can_be_chosen_to_restore_from(office: SettingsOffice) -> None:
    page, _, _ = data_page(office)
    press(page, "settings_data_restore_file")
    dialog = page.findChild(QFileDialog, "dialog_choose_file")
    assert dialog is not None
    assert dialog.nameFilters() == ["Backups (*.db)", "All files (*)"]  # hhcrm backup FILE takes any name
    dialog.reject()


def test_a_restore_shows_both_sides_first(office: SettingsOffice) -> None:
    page, port, _ = data_page(office)
    press(page, "settings_data_restore_2")
    dialog = page.dialog
    assert dialog is not None
    office.qtbot.waitUntil(lambda: dialog.rows != [])
    assert ("Sources", "3", "4") in dialog.rows
    assert dialog.words == "2 changes made since then would be gone from here."
    texts = [text for text in dialog.findChildren(Text) if text.isVisible() and not text.wordWrap()]
    clipped = [text.text() for text in texts if text.width() < text.sizeHint().width()]
    assert clipped == []
    dialog.reject()
    assert port.restored == []
    press(page, "settings_data_restore_2")
    again = page.dialog
    assert again is not None
    office.qtbot.waitUntil(lambda: again.go.isEnabled())
    again.go.click()
    assert port.restored == [Path("/b/old.db")]


def test_a_check_says_what_it_found(office: SettingsOffice) -> None:
    page, port, _ = data_page(office)
    press(page, "settings_data_check")
    office.qtbot.waitUntil(lambda: "are whole" in page.findings)
    port.findings = ("The attached file a.pdf is not there.",)
    press(page, "settings_data_check")
    office.qtbot.waitUntil(lambda: page.findings == "The attached file a.pdf is not there.")


def test_a_second_place_is_chosen_and_given_up(office: SettingsOffice) -> None:
    page, port, frame = data_page(office)
    page.set_second("/usb")
    office.qtbot.waitUntil(lambda: port.second == "/usb" and len(frame.toasts) == 1)
    press(page, "settings_data_no_second")
    office.qtbot.waitUntil(lambda: port.second == "")


def test_the_moment_of_a_backup_is_said_in_the_agencys_zone(office: SettingsOffice) -> None:
    page, port, _ = data_page(office)
    assert isinstance(port.backups[0].at, datetime)
    assert "today 2:00 PM" in page.backups.sentence.text()
