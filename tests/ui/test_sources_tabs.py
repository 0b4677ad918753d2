"""The tabs of the pane over a real database: promises, visits, people, files, history."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.domain.words import Advance, VisitStatus
from hhcrm.models.lookups import VisitKind
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.read_models import MonthCount
from hhcrm.services.commands import EditSource, LogVisit
from hhcrm.services.referral_commands import RecordReferral
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.look import Look
from hhcrm.ui.sources.files_tab import FilesTab, copy_to_open
from hhcrm.ui.sources.history_tab import HistoryTab
from hhcrm.ui.sources.overview import OverviewTab
from hhcrm.ui.sources.people_tab import PeopleTab
from hhcrm.ui.sources.place import SourcesPlace
from hhcrm.ui.sources.visits_tab import PAGE, VisitsTab
from tests.ui.sources_kit import CONTROL, TODAY, Office

Tab = TypeVar("Tab", bound=QWidget)


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Office]:
    office = Office.found(tmp_path, qtbot)
    office.fill()
    yield office
    office.close()


def opened(place: SourcesPlace, office: Office, name: str, kind: type[Tab]) -> Tab:
    """A tab of the pane, open."""
    office.ready(place)
    place.pane.tabs.open(name)
    page = place.pane.tabs.page(name)
    assert isinstance(page, kind)
    return page


def form_in(tab: VisitsTab | PeopleTab) -> Form:
    """The form that is open in a tab."""
    assert isinstance(tab.editing, Form)
    return tab.editing


def test_a_promise_is_kept_with_one_press(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    assert place.pane.detail is not None
    promise = place.pane.detail.open_commitments[0].commitment_id
    office.press(place, f"promise_{promise}_kept")
    office.until(lambda: place.pane.detail is not None and not place.pane.detail.open_commitments)
    assert frame.toasts == [("Commitment kept", True)]


def test_visits_come_newest_first_and_page_by_page(office: Office) -> None:
    mercy, kind = office.ids["Mercy Hospital"], office.first(VisitKind)
    for day in range(PAGE + 5):
        office.actions.log_visit(LogVisit(mercy, Advance.CONTINUATION, kind, TODAY - timedelta(days=61 + day)))
    place, _ = office.open()
    tab = opened(place, office, "visits", VisitsTab)
    office.until(lambda: len(tab.lines) == PAGE)
    assert tab.lines[0].visit_on == TODAY - timedelta(days=60)
    QTest.mouseClick(tab.more, Qt.MouseButton.LeftButton)
    office.until(lambda: len(tab.lines) == PAGE + 6)
    assert tab.more.isHidden()
    days = [line.visit_on for line in tab.lines]
    assert days == sorted(days, reverse=True)


def test_a_visit_is_edited_where_it_stands(office: Office) -> None:
    place, frame = office.open()
    tab = opened(place, office, "visits", VisitsTab)
    office.until(lambda: tab.lines)
    visit = tab.lines[0].visit_id
    office.press(place, f"visit_{visit}_edit")
    form = form_in(tab)
    form.type_into("visit_on", "31/31")
    form.save.click()
    assert "is not a day" in form.field("visit_on").error
    form.type_into("visit_on", "Oct 1")
    form.type_into("notes", "Spoke about falls")
    form.save.click()
    office.until(lambda: tab.lines[0].notes == "Spoke about falls" and tab.editing is None)
    assert f"{tab.lines[0].visit_on:%m/%d}" == "10/01"
    assert frame.toasts == [("Visit saved", True)]


def test_a_visit_is_planned_and_archived_here(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office, "visits", VisitsTab)
    office.until(lambda: tab.lines)
    office.press(place, "visits_plan")
    form_in(tab).type_into("visit_on", "+7")
    form_in(tab).save.click()
    office.until(lambda: len(tab.lines) == 2)
    planned = tab.lines[0]
    assert (planned.status, planned.visit_on) == (VisitStatus.PLANNED, TODAY + timedelta(days=7))
    office.press(place, f"visit_{planned.visit_id}_archive")
    office.until(lambda: [line.status for line in tab.lines] == [VisitStatus.COMPLETED])


def test_a_person_with_several_numbers_is_added_by_keyboard(office: Office) -> None:
    place, frame = office.open()
    tab = opened(place, office, "people", PeopleTab)
    office.until(lambda: tab.people)
    office.press(place, "people_add")
    form = form_in(tab)
    office.until(form.field("first_name").editor.hasFocus)
    office.type("Lena")
    office.key(Qt.Key.Key_Return)
    office.type("Brandt")
    form.type_into("phones", "work\t615 555 0142\nmobile\t615 555 0143")
    assert "Phone" in words_in(form).splitlines()
    form.type_into("emails", "lena@mercy.example\nlb@home.example")
    office.key(Qt.Key.Key_Return, CONTROL)
    office.until(lambda: [person.name for person in tab.people] == ["Lena Brandt", "Maria Ortiz"])
    lena = tab.people[0]
    assert [phone.number for phone in lena.phones] == ["(615) 555-0142", "(615) 555-0143"]
    assert tuple(email.address for email in lena.emails) == ("lena@mercy.example", "lb@home.example")
    assert frame.toasts == [("Lena Brandt added", True)]


def test_a_person_is_edited_leaves_and_comes_back(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office, "people", PeopleTab)
    office.until(lambda: tab.people)
    maria = tab.people[0].contact_id
    office.press(place, f"person_{maria}_edit")
    form_in(tab).type_into("credentials", "RN")
    form_in(tab).save.click()
    office.until(lambda: tab.people[0].name == "Maria Ortiz, RN")
    office.press(place, f"person_{maria}_left")
    office.until(lambda: tab.people[0].left)
    office.press(place, f"person_{maria}_left")
    office.until(lambda: not tab.people[0].left)


def test_a_person_stands_at_a_second_source_too(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office, "people", PeopleTab)
    office.until(lambda: tab.people)
    maria = tab.people[0].contact_id
    office.press(place, f"person_{maria}_affiliate")
    form_in(tab).type_into("source_id", "\tNowhere")
    form_in(tab).save.click()
    assert "Pick one from the list" in form_in(tab).field("source_id").error
    form_in(tab).type_into("source_id", f"{office.ids['Patel Medicine']}\tPatel Medicine")
    form_in(tab).save.click()
    office.until(lambda: len(tab.people[0].affiliations) == 2)
    assert {one.source for one in tab.people[0].affiliations} == {"Mercy Hospital", "Patel Medicine"}


def test_a_field_goes_back_to_what_it_was(office: Office) -> None:
    mercy = office.ids["Mercy Hospital"]
    version = office.questions.source_detail(mercy).version
    office.actions.edit_source(EditSource(mercy, version, {"city": "Franklin"}))
    place, frame = office.open()
    tab = opened(place, office, "history", HistoryTab)
    office.until(lambda: tab.lines)
    line = tab.lines[0]
    assert [(change.field, change.before, change.after) for change in line.changes] == [("city", "", "Franklin")]
    office.press(place, f"history_{line.step_id}_referral_source_{mercy}_city_revert")
    office.until(lambda: place.pane.detail is not None and place.pane.detail.city == "")
    office.until(lambda: frame.toasts and frame.toasts[0][1])


def test_a_file_is_kept_opened_as_a_copy_and_archived(office: Office, tmp_path: Path) -> None:
    paper = tmp_path / "Contract 2026.txt"
    paper.write_text("signed")
    place, _ = office.open()
    tab = opened(place, office, "files", FilesTab)
    tab.add(paper)
    office.until(lambda: [file.name for file in tab.files] == ["Contract 2026.txt"])
    file = tab.files[0]
    copy = copy_to_open(office.folder / "attachments" / file.path, file.name)
    assert (copy.name, copy.read_text()) == ("Contract 2026.txt", "signed")
    office.press(place, f"file_{file.attachment_id}_archive")
    office.until(lambda: not tab.files)


def test_a_half_filled_person_is_offered_again_after_a_crash(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office, "people", PeopleTab)
    office.until(lambda: tab.people)
    tab.add()
    form_in(tab).type_into("last_name", "Brandt")
    office.until(lambda: list((office.folder / "drafts").glob("person-*.json")))
    place.hide()
    office.desks[0].close()

    again, _ = office.open()
    office.until(again.drafts.isVisible)
    assert again.drafts.words.startswith("A person at Mercy Hospital")
    office.press(again, "drafts_take")
    office.until(lambda: isinstance(again.pane.tabs.page("people"), PeopleTab))
    people = again.pane.tabs.page("people")
    assert isinstance(people, PeopleTab)
    office.until(lambda: people.editing is not None)
    assert form_in(people).texts()["last_name"] == "Brandt"


def test_the_keyboard_stays_in_the_tab_when_a_form_is_saved(office: Office) -> None:
    place, frame = office.open()
    tab = opened(place, office, "people", PeopleTab)
    office.press(place, "people_add")
    form_in(tab).field("last_name").editor.setFocus()
    office.type("Park")
    office.key(Qt.Key.Key_Return, CONTROL)
    office.until(lambda: tab.editing is None and len(frame.toasts) == 1)
    focus = tab.window().focusWidget()
    assert focus is not None
    assert focus.objectName() == "people_add"


@pytest.fixture
def machine_in_tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine set to another zone than that of its agency."""
    monkeypatch.setattr(Desk, "zone", lambda _desk: ZoneInfo("America/Chicago"))
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("machine_in_tokyo")
def test_instants_are_said_in_the_agency_s_zone_whatever_the_machine_s_is(office: Office, tmp_path: Path) -> None:
    paper = tmp_path / "Contract.txt"
    paper.write_text("signed")
    place, _ = office.open()
    files = opened(place, office, "files", FilesTab)
    files.add(paper)
    office.until(lambda: files.files)
    assert "today 9:00 AM" in words_in(files)
    history = opened(place, office, "history", HistoryTab)
    office.until(lambda: history.lines)
    assert "today 9:00 AM" in words_in(history)
    place.add_source()
    assert place.pane.form is not None
    place.pane.form.form.type_into("name", "Elm Clinic")
    office.until(lambda: list((office.folder / "drafts").glob("*.json")))
    place.hide()
    again, _ = office.open()
    office.until(again.drafts.isVisible)
    assert again.drafts.words == "A new source, left half-filled today 9:00 AM."


def words_in(widget: QWidget) -> str:
    """All that a widget says."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_the_small_chart_leads_to_the_referrals_of_a_month(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    overview = place.pane.findChild(OverviewTab)
    assert overview is not None
    assert overview.chart is not None
    view, mercy = overview.chart, office.ids["Mercy Hospital"]
    assert not view.isVisible(), "nothing was sent yet"
    months = (MonthCount(date(2026, 10, 1), 3, 2, 1), MonthCount(date(2026, 11, 1), 4, 1, 0))
    detail = place.pane.detail
    assert detail is not None
    overview.show_source(replace(detail, months=months, referrals_12_months=7))
    office.until(lambda: view.is_drawn)
    view.setFocus()
    office.key(Qt.Key.Key_End)
    assert view.accessibleDescription() == "November 2026 (to Nov 23): 3 of 4 referrals still open"
    office.key(Qt.Key.Key_Return)
    asked = MeasureFilter(date(2026, 11, 1), TODAY, source_id=mercy).referrals("open")
    assert frame.gone[-1] == ("referrals", {"filter": asked})


def test_a_referral_of_the_source_opens_on_its_place_and_a_new_one_begins_with_the_source(office: Office) -> None:
    mercy = office.ids["Mercy Hospital"]
    line = office.questions.referral_choices().service_lines[0]
    recorded = office.actions.record_referral(RecordReferral({"source_id": mercy, "service_line_id": line.id}))
    place, frame = office.open()
    office.ready(place)
    place.pane.tabs.open("referrals")
    office.press(place, f"referral_{recorded.subject}_open")
    assert frame.gone[-1] == ("referrals", {"referral_id": recorded.subject})
    office.press(place, "source_new_referral")
    assert frame.asked_referrals == [mercy]
