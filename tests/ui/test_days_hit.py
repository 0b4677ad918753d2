"""Before days off are saved, the visits they hit stand in the form with where each goes; one step moves them, too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.domain.words import VisitStatus
from hhcrm.jobs.runner import Runner
from hhcrm.models.visits import Visit
from hhcrm.services.commands import PlanVisit
from hhcrm.services.holiday_commands import AddTimeOff
from hhcrm.ui.calendar.time_off_dialog import TimeOffDialog
from hhcrm.ui.settings.agency_page import AgencyPage
from hhcrm.ui.settings.holidays_page import HolidaysPage
from hhcrm.ui.shared.forms.editors import ChoiceEditor
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.hits import Hits, HitsPanel
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.calendar_kit import Wall
from tests.ui.log_visit_kit import monday_of_dana
from tests.ui.settings_kit import SettingsOffice, line_edit, press, type_over

RIVERGATE, PATEL = "Rivergate Dialysis", "Patel Family Medicine"
TUESDAY = date(2026, 12, 1)


@pytest.fixture
def wall(tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot) -> Iterator[Wall]:
    agency = monday_of_dana(tmp_path)
    wall = Wall(agency, runner, look, memory, qtbot)
    yield wall
    wall.close()
    agency.engine.dispose()


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[SettingsOffice]:
    office = SettingsOffice.found(tmp_path, qtbot)
    yield office
    office.close()


def plan(office: SettingsOffice, name: str, day: date, at: time) -> int:
    key = office.actions.plan_visit(PlanVisit(office.add_source(name), office.kind(), day, at, 30)).subject
    assert key is not None
    return key


def where(office: SettingsOffice) -> list[tuple[date, VisitStatus]]:
    table = Visit.__table__
    with office.engine.connect() as connection:
        rows = connection.execute(select(table.c.visit_on, table.c.status).order_by(table.c.id)).all()
    return [(row.visit_on, row.status) for row in rows]


def hits_of(form: Form | None) -> Hits:
    assert form is not None
    found = form.findChild(Hits)
    assert isinstance(found, Hits)
    return found


def test_time_off_in_the_calendar_moves_its_visits_by_keyboard(wall: Wall) -> None:
    one = wall.agency.planned(RIVERGATE, time(9, 0), TUESDAY)
    other = wall.agency.planned(PATEL, time(11, 0), TUESDAY)
    wall.place.open_time_off()
    wall.settle()
    (dialog,) = wall.main.findChildren(TimeOffDialog)
    dialog.add()
    form = dialog.entries.editing
    assert isinstance(form, Form)
    form.type_into("from_on", "12/1/2026")
    form.type_into("until_on", "12/1/2026")
    form.save.click()
    wall.settle()
    rows = hits_of(form).panel.list.rows
    assert [row.line.visit_id for row in rows] == [one, other]
    assert "2 visits are planned where nobody works then" in hits_of(form).panel.head.text()
    assert form.save.text() == "Add and change 2 visits"
    assert rows[1].choice.accessibleName().startswith(PATEL)
    wall.wait_for(rows[0].choice.hasFocus)
    QTest.keyClick(rows[1].choice, Qt.Key.Key_Down)
    assert rows[1].choice.typed() == "leave"
    assert form.save.text() == "Add and change 1 visit"
    QTest.keyClick(rows[1].choice, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wall.settle()
    assert wall.toasts() == ["Time off added. 1 visit moved."]
    assert wall.stored(one).visit_on != TUESDAY
    assert wall.stored(other).visit_on == TUESDAY
    (line,) = dialog.lines
    wall.wait_for(lambda: dialog.findChild(QAbstractButton, f"calendar_time_off_{line.time_off_id}_move") is not None)
    press(dialog, f"calendar_time_off_{line.time_off_id}_move")
    panel = dialog.entries.editing
    assert isinstance(panel, HitsPanel)
    assert panel.yes.text() == "Save and change 1 visit"
    panel.yes.click()
    wall.settle()
    assert wall.stored(other).visit_on != TUESDAY
    assert dialog.findChild(QAbstractButton, f"calendar_time_off_{line.time_off_id}_move") is None
    dialog.reject()
    for _step in range(2):
        wall.main.undo()
        wall.settle()
    assert wall.stored(one).visit_on == TUESDAY


def test_other_days_are_looked_at_again_and_a_place_taken_meanwhile_is_said(wall: Wall) -> None:
    wall.agency.planned(RIVERGATE, time(9, 0), TUESDAY)
    wall.place.open_time_off()
    wall.settle()
    (dialog,) = wall.main.findChildren(TimeOffDialog)
    dialog.add()
    form = dialog.entries.editing
    assert isinstance(form, Form)
    form.type_into("from_on", "12/1/2026")
    form.type_into("until_on", "12/1/2026")
    form.save.click()
    wall.settle()
    panel = hits_of(form).panel
    (row,) = panel.list.rows
    form.type_into("until_on", "12/2/2026")
    assert panel.isHidden()
    form.save.click()
    wall.settle()
    (row,) = panel.list.rows
    assert row.line.to_on is not None
    wall.agency.planned(PATEL, row.line.to_at, row.line.to_on)
    form.save.click()
    wall.settle()
    assert dialog.entries.editing is form, "nothing is saved and nothing typed is lost"
    form.save.click()
    wall.settle()
    assert panel.list.rows[0].line.to_at != row.line.to_at
    form.save.click()
    wall.settle()
    assert len(dialog.lines) == 1
    dialog.reject()


def holidays(office: SettingsOffice) -> HolidaysPage:
    place, _frame = office.open("holidays")
    page = place.page_widget("holidays")
    assert isinstance(page, HolidaysPage)
    office.qtbot.waitUntil(lambda: page.knows_people)
    return page


def test_a_holiday_moves_what_it_hits(office: SettingsOffice) -> None:
    plan(office, "Mercy", TUESDAY, time(9))
    page = holidays(office)
    press(page, "settings_holidays_add")
    type_over(line_edit(page, "settings_holidays_form_name"), "Staff day")
    type_over(line_edit(page, "settings_holidays_form_day"), "Dec 1")
    press(page, "settings_holidays_form_save")
    office.qtbot.waitUntil(lambda: not hits_of(page.holidays.form).panel.isHidden())
    assert where(office) == [(TUESDAY, VisitStatus.PLANNED)], "the list stands there before anything is saved"
    press(page, "settings_holidays_form_save")
    office.qtbot.waitUntil(lambda: any(line.name == "Staff day" for line in page.holidays.lines))
    assert where(office) == [(date(2026, 12, 2), VisitStatus.PLANNED)]
    office.actions.undo()
    assert where(office) == [(TUESDAY, VisitStatus.PLANNED)]


def test_holidays_of_a_state_show_what_they_hit_before_they_are_filled_in(office: SettingsOffice) -> None:
    plan(office, "Mercy", date(2040, 7, 4), time(9))
    page = holidays(office)
    page.show_item(year=2040)
    page.fill()
    office.qtbot.waitUntil(lambda: not page.hits.isHidden())
    page.hits.no.click()
    assert page.hits.isHidden()
    assert page.holidays.lines == ()
    page.fill()
    office.qtbot.waitUntil(lambda: not page.hits.isHidden())
    choice = page.hits.hits.list.rows[0].choice
    assert isinstance(choice, ChoiceEditor)
    choice.put("cancelled")
    assert page.hits.yes.text() == "Fill in and change 1 visit"
    page.hits.yes.click()
    office.qtbot.waitUntil(lambda: len(page.holidays.lines) > 5)
    assert where(office) == [(date(2040, 7, 4), VisitStatus.CANCELLED)]


def test_time_off_in_settings_moves_what_it_hits(office: SettingsOffice) -> None:
    plan(office, "Mercy", TUESDAY, time(9))
    page = holidays(office)
    press(page, "settings_time_off_add")
    form = page.time_off.form
    assert form is not None
    form.type_into("user_id", str(office.users["Dana Whitfield"]))
    form.type_into("from_on", "Dec 1")
    press(page, "settings_time_off_form_save")
    office.qtbot.waitUntil(lambda: not hits_of(page.time_off.form).panel.isHidden())
    press(page, "settings_time_off_form_save")
    office.qtbot.waitUntil(lambda: len(page.time_off.lines) == 1)
    assert where(office) == [(date(2026, 12, 2), VisitStatus.PLANNED)]
    line = page.time_off.lines[0]
    press(page, f"settings_time_off_edit_{line.time_off_id}")
    form = page.time_off.form
    assert form is not None
    form.type_into("until_on", "Dec 2")
    press(page, f"settings_time_off_form_{line.time_off_id}_save")
    office.qtbot.waitUntil(lambda: not hits_of(page.time_off.form).panel.isHidden())
    press(page, f"settings_time_off_form_{line.time_off_id}_save")
    office.qtbot.waitUntil(lambda: where(office) == [(date(2026, 12, 3), VisitStatus.PLANNED)])


def test_another_working_week_moves_what_it_hits(office: SettingsOffice) -> None:
    plan(office, "Mercy", date(2026, 12, 4), time(9))
    place, frame = office.open("agency")
    page = place.page_widget("agency")
    assert isinstance(page, AgencyPage)
    office.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    friday = page.findChild(QCheckBox, "settings_agency_form_working_week_day_5")
    assert isinstance(friday, QCheckBox)
    friday.click()
    press(page, "settings_agency_form_save")
    office.qtbot.waitUntil(lambda: not hits_of(page.form).panel.isHidden())
    press(page, "settings_agency_form_save")
    office.qtbot.waitUntil(lambda: where(office) == [(date(2026, 12, 7), VisitStatus.PLANNED)])
    office.qtbot.waitUntil(lambda: bool(frame.toasts))
    assert frame.toasts[-1] == ("The agency's settings are changed. 1 visit moved.", True)


def test_days_that_hit_nothing_are_saved_at_once(office: SettingsOffice) -> None:
    office.actions.add_time_off(AddTimeOff(office.users["Marcus Hale"], TUESDAY, TUESDAY))
    page = holidays(office)
    press(page, "settings_holidays_add")
    type_over(line_edit(page, "settings_holidays_form_name"), "Staff day")
    type_over(line_edit(page, "settings_holidays_form_day"), "Dec 1")
    press(page, "settings_holidays_form_save")
    office.qtbot.waitUntil(lambda: any(line.name == "Staff day" for line in page.holidays.lines))
    assert QApplication.activeModalWidget() is None
