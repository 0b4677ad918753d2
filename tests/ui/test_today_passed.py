"""Today asks what became of visits whose day has passed: one key each, or all of them as one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.domain.words import Advance, VisitStatus
from hhcrm.jobs.runner import Runner
from hhcrm.models.visits import Visit
from hhcrm.services.commands import CloseVisit
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from hhcrm.ui.today.passed_dialog import PassedDialog
from hhcrm.ui.today.row import TodayRow
from tests.ui.log_visit_kit import TODAY, Agency, Window, monday_of_dana

FRIDAY = date(2026, 11, 20)
RIVERGATE, GREEN_HILLS = "Rivergate Dialysis", "Green Hills Orthopedics"


@pytest.fixture
def agency(tmp_path: Path) -> Iterator[Agency]:
    agency = monday_of_dana(tmp_path)
    agency.planned(RIVERGATE, time(9, 30), FRIDAY)
    agency.planned(GREEN_HILLS, None, FRIDAY)
    yield agency
    agency.engine.dispose()


@pytest.fixture
def window(agency: Agency, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot) -> Iterator[Window]:
    window = Window(agency, runner, look, memory, qtbot)
    yield window
    window.close()


def row_of(window: Window, source: str) -> TodayRow:
    return next(row for row in window.today.board.rows if row.line.act == "passed" and row.line.source == source)


def passed(window: Window) -> list[str]:
    return [row.line.source for row in window.today.board.rows if row.line.act == "passed"]


def visits_to(window: Window, source: str) -> list[tuple[VisitStatus, date, time | None, str | None]]:
    table = Visit.__table__
    query = select(table).where(table.c.source_id == window.agency.ids[source], table.c.visit_on >= FRIDAY)
    return [
        (row.status, row.visit_on, row.start_time, row.status_reason)
        for row in window.agency.rows(query.order_by(table.c.id))
    ]


def line_edit() -> QLineEdit:
    at = QApplication.focusWidget()
    assert isinstance(at, QLineEdit)
    return at


def begin(window: Window, source: str, key: Qt.Key, qtbot: QtBot) -> None:
    """Press a key on a row, and wait until it is asked."""
    row = row_of(window, source)
    row.setFocus()
    QTest.keyClick(row, key)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))


def test_they_stand_first_among_what_needs_the_person_and_are_counted(window: Window) -> None:
    rows = [row.line for row in window.today.board.rows]
    assert [(line.tag, line.source, line.words) for line in rows[4:7]] == [
        ("Fri, Nov 20", RIVERGATE, "Done"),
        ("Fri, Nov 20", GREEN_HILLS, "Done"),
        ("2 visits", "All visits whose day has passed", "Answer all"),
    ]
    assert rows[4].hint == "Planned at 9:30 AM: what became of it?"
    report = window.agency.questions.report("today")
    kinds = [row[0] for row in report.rows]
    assert kinds.count("passed") == 2 == window.agency.questions.today().counts["passed"]
    assert kinds[4] == "passed", "the report has the same rows in the same order"


def test_done_opens_the_log_with_day_and_source(window: Window, qtbot: QtBot) -> None:
    row = row_of(window, RIVERGATE)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: window.is_open and not window.dialog.loading)
    assert window.dialog.form.source.text() == RIVERGATE
    assert "Nov 20" in window.dialog.form.when.text()


def test_moved_takes_the_next_free_place_with_enter(window: Window, qtbot: QtBot) -> None:
    begin(window, RIVERGATE, Qt.Key.Key_M, qtbot)
    assert line_edit().text() == "Mon, Nov 23, 11:45 AM", "between what is planned for today"
    QTest.keyClick(line_edit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: passed(window) == [GREEN_HILLS])
    assert visits_to(window, RIVERGATE) == [(VisitStatus.PLANNED, TODAY, time(11, 45), None)]
    assert window.toasts() == [f"Visit to {RIVERGATE} moved to Mon, Nov 23, 11:45 AM."]
    window.main.undo()
    qtbot.waitUntil(lambda: RIVERGATE in passed(window))


def test_moved_to_another_day_keeps_the_time_and_says_what_cannot_be_read(window: Window, qtbot: QtBot) -> None:
    begin(window, RIVERGATE, Qt.Key.Key_M, qtbot)
    for typed in ("whenever", "11/19", "12/4"):
        line_edit().selectAll()
        QTest.keyClicks(line_edit(), typed)
        QTest.keyClick(line_edit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: passed(window) == [GREEN_HILLS])
    assert visits_to(window, RIVERGATE) == [(VisitStatus.PLANNED, date(2026, 12, 4), time(9, 30), None)]


def test_missed_says_why_and_then_plans_again_with_enter(window: Window, qtbot: QtBot) -> None:
    begin(window, RIVERGATE, Qt.Key.Key_S, qtbot)
    QTest.keyClicks(line_edit(), "Snow")
    QTest.keyClick(line_edit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(at := QApplication.focusWidget(), QLineEdit) and "Nov 23" in at.text())
    assert visits_to(window, RIVERGATE) == [(VisitStatus.MISSED, FRIDAY, time(9, 30), "Snow")]
    QTest.keyClick(line_edit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(visits_to(window, RIVERGATE)) == 2)
    assert visits_to(window, RIVERGATE)[1] == (VisitStatus.PLANNED, TODAY, time(11, 45), None)
    qtbot.waitUntil(lambda: f"Visit to {RIVERGATE} planned for Mon, Nov 23, 11:45 AM." in window.toasts())


def test_missed_and_not_planned_again_is_missed_all_the_same(window: Window, qtbot: QtBot) -> None:
    begin(window, GREEN_HILLS, Qt.Key.Key_S, qtbot)
    QTest.keyClick(line_edit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: passed(window) == [RIVERGATE])
    qtbot.waitUntil(lambda: isinstance(at := QApplication.focusWidget(), QLineEdit) and "Nov 23" in at.text())
    QTest.keyClick(line_edit(), Qt.Key.Key_Escape)
    assert visits_to(window, GREEN_HILLS) == [(VisitStatus.MISSED, FRIDAY, None, None)]


def test_somebody_who_answered_first_is_said(window: Window, qtbot: QtBot) -> None:
    row = row_of(window, RIVERGATE)
    assert row.line.need is not None
    window.agency.actions.close_visit(CloseVisit(row.line.need.row_id, VisitStatus.CANCELLED))
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: any("somebody has answered meanwhile" in words for words in window.toasts()))


def dialog_of(window: Window, qtbot: QtBot) -> PassedDialog:
    row = window.today.board.row("all_passed")
    assert row is not None
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    (dialog,) = window.main.findChildren(PassedDialog)
    qtbot.waitUntil(lambda: len(dialog.list.rows) == 2)
    return dialog


def test_all_are_missed_and_planned_again_as_one_step(window: Window, qtbot: QtBot) -> None:
    dialog = dialog_of(window, qtbot)
    dialog.save()
    assert dialog.state.text() == "Choose what became of a visit first."
    dialog.again.click()
    assert dialog.count.text() == "2 of 2 answered"
    QTest.keyClick(dialog.list.rows[0].choice, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: passed(window) == [])
    assert [row[0] for row in visits_to(window, RIVERGATE)] == [VisitStatus.MISSED, VisitStatus.PLANNED]
    assert [row[0] for row in visits_to(window, GREEN_HILLS)] == [VisitStatus.MISSED, VisitStatus.PLANNED]
    assert window.toasts() == ["Mark 2 visits missed and plan again."]
    window.main.undo()
    qtbot.waitUntil(lambda: len(passed(window)) == 2)
    assert len(visits_to(window, RIVERGATE)) == 1


def test_each_may_be_chosen_by_itself_and_what_somebody_else_did_is_said(window: Window, qtbot: QtBot) -> None:
    dialog = dialog_of(window, qtbot)
    dialog.done_all.click()
    one, other = dialog.list.rows
    other.choice.put("leave")
    window.agency.actions.close_visit(CloseVisit(one.line.visit_id, VisitStatus.CANCELLED))
    dialog.save()
    qtbot.waitUntil(lambda: "Somebody changed the visit" in dialog.state.text())
    qtbot.waitUntil(lambda: len(dialog.list.rows) == 1)
    dialog.list.rows[0].choice.put(f"done_{Advance.ADVANCE.value}")
    dialog.save()
    qtbot.waitUntil(lambda: passed(window) == [])
    table = Visit.__table__
    query = select(table.c.status, table.c.advance).where(table.c.visit_on == FRIDAY).order_by(table.c.id)
    found = {(row.status, row.advance) for row in window.agency.rows(query)}
    assert found == {(VisitStatus.CANCELLED, None), (VisitStatus.COMPLETED, Advance.ADVANCE)}
