"""The shared view of a record's history, over a real database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hhcrm.domain.words import SourceStage
from hhcrm.models.lookups import VisitKind
from hhcrm.services.commands import ChangeStage, EditVisit, PlanVisit
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.history import HistoryView
from tests.ui.sources_kit import TODAY, FakeFrame, Office


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot) -> Iterator[Office]:
    office = Office.found(tmp_path, qtbot)
    office.fill()
    yield office
    office.close()


def shown(office: Office, table: str, row_id: int) -> tuple[HistoryView, FakeFrame, Desk]:
    place, frame = office.open(show=False)
    view = HistoryView(office.desks[-1], frame, "visit_history", place)
    view.resize(420, 600)
    view.show_record(table, row_id)
    office.until(lambda: view.lines)
    return view, frame, office.desks[-1]


def test_a_visit_goes_back_to_its_day_from_its_history(office: Office) -> None:
    day = TODAY + timedelta(days=2)
    mercy = office.ids["Mercy Hospital"]
    visit = office.actions.plan_visit(PlanVisit(mercy, office.first(VisitKind), day)).subject or 0
    office.actions.edit_visit(EditVisit(visit, 1, {"visit_on": day + timedelta(days=1)}))
    view, frame, _ = shown(office, "visit", visit)
    step = view.lines[0].step_id
    button = view.findChild(QPushButton, f"history_{step}_visit_{visit}_visit_on_revert")
    assert button is not None
    assert button.accessibleName() == "Revert Day to Nov 25, 2026"
    button.click()
    office.until(lambda: frame.toasts == [("Day reverted", True)])
    assert office.questions.visit(visit).visit_on == day


def test_no_button_stands_beside_what_cannot_be_reverted(office: Office) -> None:
    mercy = office.ids["Mercy Hospital"]
    office.actions.change_stage(ChangeStage((mercy,), SourceStage.INACTIVE, TODAY, "Closed"))
    view, _, _ = shown(office, "referral_source", mercy)
    words = "\n".join(label.text() for label in view.findChildren(QLabel))
    assert "Stage: active → inactive" in words
    assert "Revert" not in words
