"""What others do while something is open or half typed here: said in words, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from hhcrm.models.lookups import VisitKind
from hhcrm.services.commands import Archive, EditVisit, PlanVisit
from hhcrm.storage.feed import full_refresh
from hhcrm.ui.shared.history_dialog import HistoryDialog
from tests.ui.sources_kit import TODAY, Office

MERCY = "Mercy Hospital"


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot) -> Iterator[Office]:
    office = Office.found(tmp_path, qtbot)
    office.fill()
    yield office
    office.close()


def archived_elsewhere(office: Office) -> None:
    office.actions.archive(Archive("referral_source", (office.ids[MERCY],), "closed"))
    office.desks[-1].announce(full_refresh())


def test_a_source_archived_by_somebody_else_is_said_with_the_way_back(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    archived_elsewhere(office)
    office.until(lambda: frame.toasts)
    assert frame.toasts[-1][0] == "Mercy Hospital was archived by somebody else meanwhile."
    words, restore = frame.ways[-1]
    assert words == "Restore"
    restore()
    office.until(lambda: frame.toasts[-1] == ("Mercy Hospital is back", True))
    assert office.questions.source_detail(office.ids[MERCY]).archived_at is None


def test_what_is_typed_about_a_source_archived_meanwhile_stays_and_is_kept(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    place.pane.edit()
    form = place.pane.form
    assert form is not None
    form.form.type_into("next_step", "Bring the handout")
    archived_elsewhere(office)
    office.until(lambda: frame.toasts)
    assert frame.toasts[-1][0].endswith("What you typed is kept.")
    assert place.pane.form is form
    assert form.form.texts()["next_step"] == "Bring the handout"
    office.until(lambda: list((office.folder / "drafts").glob("source-*.json")))


def test_ones_own_archiving_is_not_told_as_somebody_else_s(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    place.pane.head.archive()
    office.until(lambda: ("Mercy Hospital archived", True) in frame.toasts)
    office.until(lambda: place.pane.detail is not None and place.pane.detail.name != MERCY)
    assert not any("somebody else" in words for words, _ in frame.toasts)


def visit_form(office: Office, visit: int) -> tuple[Any, Any]:
    place, frame = office.open()
    office.ready(place)
    place.pane.tabs.open("visits")
    tab: Any = place.pane.tabs.page("visits")
    office.until(lambda: tab.entries())
    tab.edit(visit)
    office.until(lambda: tab.editing is not None)
    return tab.editing, frame


def test_a_visit_changed_by_two_windows_keeps_both_changes_where_they_touch_other_fields(office: Office) -> None:
    day = TODAY + timedelta(days=2)
    visit = office.actions.plan_visit(PlanVisit(office.ids[MERCY], office.first(VisitKind), day)).subject or 0
    form, _ = visit_form(office, visit)
    form.type_into("purpose", "Lunch and learn")
    office.actions.edit_visit(EditVisit(visit, 1, {"minutes": 45}))
    form.save.click()
    office.until(lambda: office.questions.visit(visit).purpose == "Lunch and learn")
    assert office.questions.visit(visit).minutes == 45


def test_a_visit_changed_by_two_windows_in_one_field_asks_which(office: Office) -> None:
    day = TODAY + timedelta(days=2)
    visit = office.actions.plan_visit(PlanVisit(office.ids[MERCY], office.first(VisitKind), day)).subject or 0
    form, _ = visit_form(office, visit)
    form.type_into("purpose", "Lunch and learn")
    office.actions.edit_visit(EditVisit(visit, 1, {"purpose": "Breakfast"}))
    form.save.click()
    office.until(lambda: form.undecided)
    assert office.questions.visit(visit).purpose == "Breakfast"
    assert form.texts()["purpose"] == "Lunch and learn"


def test_a_visit_s_history_opens_from_its_line_and_follows_what_happens(office: Office) -> None:
    day = TODAY + timedelta(days=2)
    visit = office.actions.plan_visit(PlanVisit(office.ids[MERCY], office.first(VisitKind), day)).subject or 0
    place, _ = office.open()
    office.ready(place)
    place.pane.tabs.open("visits")
    office.press(place, f"visit_{visit}_history")
    dialog = place.window().findChild(HistoryDialog)
    assert dialog is not None
    office.until(lambda: [line.label for line in dialog.view.lines] == ["Plan visit"])
    office.actions.edit_visit(EditVisit(visit, 1, {"minutes": 45}))
    office.desks[-1].announce(full_refresh())
    office.until(lambda: [line.label for line in dialog.view.lines] == ["Edit visit", "Plan visit"])
    dialog.reject()
