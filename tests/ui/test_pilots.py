"""Pilots in the pane of a source: proposed, looked at on any day, started, finished, declined, handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from hhcrm.domain.standards import Standard
from hhcrm.domain.words import Comparison, Measure, PilotStatus
from hhcrm.models.lookups import Payer
from hhcrm.models.pilots import Pilot
from hhcrm.queries.pilot_models import PilotItem
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.services.pilot_commands import EditPilot, ProposePilot, StartPilot
from hhcrm.services.referral_commands import RecordReferral
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.look import Look
from hhcrm.ui.sources.pilots_tab import PilotsTab
from hhcrm.ui.sources.place import SourcesPlace
from tests.ui.sources_kit import CONTROL, NOW, TODAY, Office

FIRST = TODAY - timedelta(10)
SENT = Standard(Measure.REFERRALS, Comparison.AT_LEAST, 3)
SAME_DAY = Standard(Measure.SAME_DAY_START, Comparison.AT_LEAST, 90)


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Office]:
    office = Office.found(tmp_path, qtbot)
    office.fill()
    yield office
    office.close()


def opened(place: SourcesPlace, office: Office) -> PilotsTab:
    office.ready(place)
    place.pane.tabs.open("pilots")
    page = place.pane.tabs.page("pilots")
    assert isinstance(page, PilotsTab)
    return page


def running(office: Office) -> int:
    """A pilot with Mercy that has run for ten days, two referrals in it."""
    mercy = office.ids["Mercy Hospital"]
    values = {"source_id": mercy, "name": "Same-day start", "starts_on": FIRST, "ends_on": TODAY + timedelta(50)}
    made = office.actions.propose_pilot(ProposePilot(values, (SENT, SAME_DAY))).subject or 0
    office.actions.start_pilot(StartPilot(made, 1))
    line = office.questions.referral_choices().service_lines[0].id
    for days in (8, 2):
        heard = datetime.combine(TODAY - timedelta(days), datetime.min.time(), UTC) + timedelta(hours=15)
        office.actions.record_referral(RecordReferral({"source_id": mercy, "service_line_id": line, "heard_at": heard}))
    return made


def form_in(office: Office, tab: PilotsTab) -> Form:
    office.until(lambda: isinstance(tab.editing, Form))
    assert isinstance(tab.editing, Form)
    return tab.editing


def only(tab: PilotsTab) -> PilotItem:
    (one,) = tab.shown
    return one.pilot


def test_the_form_asked_for_at_one_source_does_not_open_at_another(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, _ = office.open()
    tab = opened(place, office)
    late: list[Callable[[object], None]] = []
    with monkeypatch.context() as patched:
        patched.setattr(tab._context.desk, "read", lambda _ask, then, *_more, **_kw: late.append(then))
        tab.add()
    tab.show_source(office.questions.source_detail(office.ids["Oak Grove Living"]))
    late[-1](())
    assert tab.editing is None


def test_one_is_proposed_by_keyboard_and_undone(office: Office) -> None:
    place, frame = office.open()
    tab = opened(place, office)
    tab.add()
    form = form_in(office, tab)
    office.type("Same-day start")
    office.key(Qt.Key.Key_Tab)
    office.type("The nurse comes the day you call")
    form.type_into("zips", "37203, 37204")
    target = form.findChild(QLineEdit, "source_pilots_form_new_standards_1_target")
    assert target is not None
    target.setFocus()
    office.type("90")
    office.key(Qt.Key.Key_Return, CONTROL)
    office.until(lambda: len(tab.shown) == 1 and tab.editing is None)
    item = only(tab)
    assert (item.name, item.zips, item.standards) == ("Same-day start", ("37203", "37204"), (SAME_DAY,))
    assert (item.promise, item.status, item.starts_on) == (
        "The nurse comes the day you call", PilotStatus.PROPOSED, TODAY + timedelta(7),
    )  # fmt: skip
    assert frame.toasts == [("Pilot proposed", True)]
    office.undo(place)
    office.until(lambda: not tab.shown)


def test_what_is_missing_is_said_beside_its_field_and_kept_as_a_draft(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office)
    tab.add()
    form = form_in(office, tab)
    form.type_into("name", "Fast answers")
    form.save.click()
    assert "say the target" in form.field("standards").error
    form.type_into("standards", "decided within hours\tat least\t90\t")
    form.save.click()
    assert "within how many hours" in form.field("standards").error
    form.type_into("standards", "decided within hours\tat least\t90\t2\nhours to SOC\tat most\t36\t")
    form.leave()
    office.until(lambda: tab.editing is None)
    office.until(lambda: list((office.folder / "drafts").glob("pilot-*.json")))
    place.drafts.look()
    office.until(lambda: place.drafts.words.startswith("A pilot with Mercy Hospital"))
    place.drafts.go_on.click()
    again = form_in(office, tab)
    office.until(lambda: again.texts()["name"])
    assert again.texts()["name"] == "Fast answers"
    again.save.click()
    office.until(lambda: tab.editing is None and tab.shown)
    assert only(tab).standards == (
        Standard(Measure.DECIDED_WITHIN, Comparison.AT_LEAST, 90, 2),
        Standard(Measure.HOURS_TO_SOC, Comparison.AT_MOST, 36),
    )


def test_a_figure_opens_its_referrals_as_they_stood_on_any_day(office: Office) -> None:
    made = running(office)
    place, frame = office.open()
    tab = opened(place, office)
    office.until(lambda: tab.shown and len(tab.shown[0].referral_ids) == 2)
    ids = tab.shown[0].referral_ids
    office.press(place, f"source_pilots_{made}_standard_1_hits")
    assert frame.gone[-1] == ("referrals", {"filter": ReferralFilter(only_ids=ids)})
    tab.day.setText("Nov 16")
    tab.day.editingFinished.emit()
    office.until(lambda: tab.shown[0].on == date(2026, 11, 16))
    assert tab.shown[0].referral_ids == ids[:1]
    tab.day.setText("Dec 24")
    tab.day.editingFinished.emit()
    assert "still to come" in tab.day_field.error
    assert tab.shown[0].on == date(2026, 11, 16)


def test_sources_with_a_pilot_are_shown_alone(office: Office) -> None:
    running(office)
    place, _ = office.open()
    office.ready(place)
    place.filters.pilots.click()
    office.until(lambda: office.names(place) == ["Mercy Hospital"])
    place.filters.clear.click()
    office.until(lambda: len(office.names(place)) == 5)
    assert not place.filters.pilots.isChecked()


def test_it_is_finished_with_its_result_and_runs_again_by_undo(office: Office) -> None:
    made = running(office)
    place, frame = office.open()
    tab = opened(place, office)
    office.press(place, f"source_pilots_{made}_finish")
    form = form_in(office, tab)
    form.type_into("result", " ")
    form.save.click()
    office.until(lambda: "Say what came of it" in form.field("result").error)
    form.type_into("result", "Two of two started at once")
    form.type_into("next_step", "Go on with the whole floor")
    form.save.click()
    office.until(lambda: tab.editing is None and only(tab).status is PilotStatus.FINISHED)
    assert (only(tab).result, only(tab).next_step) == ("Two of two started at once", "Go on with the whole floor")
    assert frame.toasts[-1] == ("Same-day start is finished", True)
    office.undo(place)
    office.until(lambda: only(tab).status is PilotStatus.RUNNING)


def test_it_is_declined_proposed_again_started_and_archived(office: Office) -> None:
    mercy = office.ids["Mercy Hospital"]
    values = {"source_id": mercy, "name": "Weekends", "starts_on": TODAY, "ends_on": TODAY + timedelta(30)}
    made = office.actions.propose_pilot(ProposePilot(values, (SENT,))).subject or 0
    place, _ = office.open()
    tab = opened(place, office)
    office.press(place, f"source_pilots_{made}_decline")
    form = form_in(office, tab)
    form.type_into("why", "No time now")
    form.save.click()
    for status, then in (
        (PilotStatus.DECLINED, "again"), (PilotStatus.PROPOSED, "start"), (PilotStatus.RUNNING, "archive"),
    ):  # fmt: skip
        office.until(lambda status=status: tab.editing is None and only(tab).status is status)  # type: ignore[misc]  # mypy cannot infer this lambda
        office.press(place, f"source_pilots_{made}_{then}")
    office.until(lambda: not tab.shown)


def test_a_payer_off_the_list_keeps_its_name_in_the_form(office: Office) -> None:
    made = running(office)
    with office.engine.begin() as connection:
        payer = connection.execute(select(Payer.id, Payer.name)).first()
        assert payer is not None
        connection.execute(update(Payer).where(Payer.id == payer.id).values(archived_at=NOW))
        connection.execute(update(Pilot).where(Pilot.id == made).values(payer_id=payer.id))
    place, _ = office.open()
    tab = opened(place, office)
    office.until(lambda: tab.shown)
    tab.edit(only(tab))
    editor = form_in(office, tab).field("payer_id").editor
    assert isinstance(editor, QComboBox)
    assert editor.currentText() == payer.name


def test_before_its_first_day_nothing_is_missed_and_it_can_be_proposed_again(office: Office) -> None:
    mercy = office.ids["Mercy Hospital"]
    values = {"source_id": mercy, "name": "Later", "starts_on": TODAY + timedelta(7), "ends_on": TODAY + timedelta(30)}
    made = office.actions.propose_pilot(ProposePilot(values, (SENT,))).subject or 0
    office.actions.start_pilot(StartPilot(made, 1))
    place, _ = office.open()
    tab = opened(place, office)
    office.until(lambda: tab.shown)
    assert tab.findChild(QWidget, f"source_pilots_{made}_all") is None, "nothing is counted yet"
    assert tab.findChild(QWidget, f"source_pilots_{made}_finish") is None
    office.press(place, f"source_pilots_{made}_again")
    office.until(lambda: tab.shown and only(tab).status is PilotStatus.PROPOSED)


def test_a_change_made_meanwhile_is_put_together(office: Office) -> None:
    made = running(office)
    place, _ = office.open()
    tab = opened(place, office)
    office.press(place, f"source_pilots_{made}_edit")
    form = form_in(office, tab)
    office.actions.edit_pilot(EditPilot(made, only(tab).version, {"name": "Same day"}))
    form.type_into("promise", "We come at once")
    form.save.click()
    office.until(lambda: tab.editing is None and only(tab).promise == "We come at once")
    assert only(tab).name == "Same day"


def test_its_page_is_written_where_one_says(office: Office, tmp_path: Path) -> None:
    running(office)
    place, frame = office.open()
    tab = opened(place, office)
    office.until(lambda: tab.shown)
    menu = tab.pages_menu(tab.shown[0])
    assert [action.objectName() for action in menu.actions()] == [
        "action_pilot_pdf", "action_pilot_pdf_a4", "action_pilot_print",
    ]  # fmt: skip
    tab.paper.write(tab.shown[0], tmp_path / "pilot.pdf", "a4")
    office.until(lambda: frame.toasts)
    assert (tmp_path / "pilot.pdf").read_bytes().startswith(b"%PDF")
    assert frame.toasts == [("Saved as pilot.pdf.", False)]
