"""End of day: the day's planned visits in one list, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.domain.words import Advance, Ask, VisitStatus
from hhcrm.jobs.runner import Runner
from hhcrm.models.visits import Visit
from hhcrm.ui.logvisit.end_of_day import EndOfDayDialog
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.log_visit_kit import TODAY, Agency, Typist, Window, monday_of_dana

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
DAY = (
    "Hendersonville Rehab & Care", "St. Brendan Hospital, 4 West", "Oak Grove Assisted Living", "Patel Family Medicine"
)  # fmt: skip
_v = Visit.__table__.c


@pytest.fixture
def window(tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot) -> Iterator[Window]:
    agency = monday_of_dana(tmp_path)
    window = Window(agency, runner, look, memory, qtbot)
    yield window
    window.close()
    agency.engine.dispose()


def opened(window: Window, rows: int = 4) -> EndOfDayDialog:
    window.today.end_button.click()
    dialog = window.end_of_day
    window.qtbot.waitUntil(lambda: len(dialog.rows) == rows)
    return dialog


def status(agency: Agency, source: str) -> VisitStatus:
    (row,) = agency.rows(select(_v.status).where(_v.source_id == agency.ids[source], _v.visit_on == TODAY))
    found: VisitStatus = row.status
    return found


def test_a_whole_day_is_logged_without_leaving_the_keyboard(window: Window, qtbot: QtBot) -> None:
    opened(window)
    robot = Typist(qtbot)
    robot.press(Qt.Key.Key_A)
    robot.press(Qt.Key.Key_G)
    robot.text("Wants the handout.")
    robot.press(ENTER)
    robot.press(Qt.Key.Key_C)
    robot.press(Qt.Key.Key_N)
    robot.press(ENTER)
    robot.press(Qt.Key.Key_M)
    robot.text("Doors closed")
    robot.press(ENTER)
    robot.press(Qt.Key.Key_X)
    robot.press(ENTER, CTRL)
    qtbot.waitUntil(lambda: window.toasts() == ["2 visits logged, 1 missed, 1 cancelled."])
    assert len(robot.presses) == 10
    assert [status(window.agency, source) for source in DAY] == [
        VisitStatus.COMPLETED, VisitStatus.COMPLETED, VisitStatus.MISSED, VisitStatus.CANCELLED,
    ]  # fmt: skip
    (first,) = window.logged(DAY[0])
    assert (first.advance, first.ask, first.notes, first.minutes) == (
        Advance.ADVANCE, Ask.AGREED, "Wants the handout.", 25,
    )  # fmt: skip
    (missed,) = window.agency.rows(
        select(_v.status_reason).where(_v.source_id == window.agency.ids[DAY[2]], _v.visit_on == TODAY)
    )
    assert missed.status_reason == "Doors closed"


def test_undo_takes_the_whole_day_back(window: Window, qtbot: QtBot) -> None:
    dialog = opened(window)
    for row in dialog.rows[:2]:
        QTest.keyClick(row.outcome, Qt.Key.Key_A)
    dialog.save()
    qtbot.waitUntil(lambda: len(window.main.toasts.shown) == 1)
    button = window.main.toasts.shown[0].findChild(QAbstractButton, "toast_undo")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: all(status(window.agency, source) == VisitStatus.PLANNED for source in DAY))


def test_rows_without_an_outcome_stay_planned(window: Window, qtbot: QtBot) -> None:
    dialog = opened(window)
    QTest.keyClick(dialog.rows[1].outcome, Qt.Key.Key_C)
    assert dialog.count.text() == "1 of 4 filled in"
    dialog.save()
    qtbot.waitUntil(lambda: window.toasts() == ["1 visit logged."])
    assert [status(window.agency, source) for source in DAY] == [
        VisitStatus.PLANNED, VisitStatus.COMPLETED, VisitStatus.PLANNED, VisitStatus.PLANNED,
    ]  # fmt: skip


def test_nothing_filled_in_is_said(window: Window) -> None:
    dialog = opened(window)
    dialog.save()
    assert dialog.isVisible()
    assert "first" in dialog.state.text()


def test_a_row_that_cannot_be_saved_says_why_and_nothing_is_saved(window: Window) -> None:
    dialog = opened(window)
    for row in dialog.rows[:2]:
        QTest.keyClick(row.outcome, Qt.Key.Key_A)
    dialog.rows[1].minutes.setText("long")
    dialog.save()
    assert dialog.rows[1].fault.text() == "Type minutes, such as 25."
    assert status(window.agency, DAY[0]) == VisitStatus.PLANNED


def test_what_the_agency_refuses_is_said_in_its_row_and_the_others_are_saved(window: Window, qtbot: QtBot) -> None:
    dialog = opened(window)
    for row in dialog.rows[:2]:
        QTest.keyClick(row.outcome, Qt.Key.Key_A)
    window.agency.visited(DAY[0], TODAY)  # another window was quicker
    dialog.save()
    qtbot.waitUntil(lambda: "logged already" in dialog.rows[0].fault.text())
    qtbot.waitUntil(lambda: dialog.rows[1].saved)
    qtbot.waitUntil(lambda: "1 could not be saved" in dialog.state.text())
    assert dialog.isVisible()
    assert status(window.agency, DAY[1]) == VisitStatus.COMPLETED


def test_half_a_day_is_kept_and_offered_again(window: Window, qtbot: QtBot) -> None:
    dialog = opened(window)
    QTest.keyClick(dialog.rows[2].outcome, Qt.Key.Key_S)
    QTest.keyClicks(dialog.rows[2].note, "New owner")
    QTest.keyClick(dialog.rows[2].note, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    again = opened(window)
    assert (again.rows[2].outcome.value, again.rows[2].note.text()) == ("setback", "New owner")
    again.save()
    qtbot.waitUntil(lambda: window.toasts()[-1:] == ["1 visit logged."])
    assert window.agency.drafts().all("end_of_day") == ()


def test_the_button_is_there_as_long_as_a_visit_is_planned(window: Window, qtbot: QtBot) -> None:
    dialog = opened(window)
    for row in dialog.rows:
        QTest.keyClick(row.outcome, Qt.Key.Key_X)
    dialog.save()
    qtbot.waitUntil(lambda: window.today.end_button.isHidden())
