"""Log visit, typed by a robot against a real database through the real window, desk and runner."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time as clock
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import FileFault
from hhcrm.domain.words import Advance, Ask, SourceStage, VisitStatus
from hhcrm.jobs.progress import Progress
from hhcrm.jobs.runner import Runner
from hhcrm.models.commitments import Commitment
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.services.bound import Actions
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.log_visit_kit import Agency, Typist, Window, monday_of_dana

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
MOST_PRESSES = 12
MOST_SECONDS = 1.0
visit_table, source_table, promise_table = Visit.__table__, ReferralSource.__table__, Commitment.__table__


@pytest.fixture
def agency(tmp_path: Path) -> Iterator[Agency]:
    agency = monday_of_dana(tmp_path)
    yield agency
    agency.engine.dispose()


@pytest.fixture
def window(agency: Agency, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot) -> Iterator[Window]:
    window = Window(agency, runner, look, memory, qtbot)
    yield window
    window.close()


def test_the_planned_visit_is_logged_with_few_presses_and_shown_within_a_second(window: Window, qtbot: QtBot) -> None:
    robot = Typist(qtbot)
    robot.press(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: window.is_open and window.dialog.form.source.text() != "")
    for _field in ("source", "kind", "when", "minutes", "who"):
        robot.press(ENTER)
    robot.press(Qt.Key.Key_A)
    robot.press(Qt.Key.Key_G)
    robot.text("Will send next CHF discharge.")
    robot.press(ENTER)
    robot.text("Send wound-care handout")
    started = clock.monotonic()
    robot.press(ENTER, CTRL)
    planned = window.agency.ids["Hendersonville Rehab & Care"]
    qtbot.waitUntil(
        lambda: any(row.line.source_id == planned and row.line.tag == "Logged" for row in window.today.board.rows)
    )
    seconds = clock.monotonic() - started
    print(f"{len(robot.presses)} presses, {seconds:.3f} s from the last key to saved and shown")
    assert len(robot.presses) <= MOST_PRESSES
    assert seconds < MOST_SECONDS
    (visit,) = window.logged("Hendersonville Rehab & Care")
    assert (visit.advance, visit.ask, visit.minutes) == (Advance.ADVANCE, Ask.AGREED, 25)
    assert visit.notes == "Will send next CHF discharge."
    (promise,) = window.agency.rows(
        select(promise_table).where(promise_table.c.source_id == planned, promise_table.c.text != "")
    )
    assert (promise.text, promise.due_on) == ("Send wound-care handout", date(2026, 11, 25))
    (toast,) = window.toasts()
    assert toast.startswith("Visit to Hendersonville Rehab & Care logged. Next: ")


def test_any_other_source_is_logged_by_typing_part_of_its_name(window: Window, qtbot: QtBot) -> None:
    robot = Typist(qtbot)
    robot.press(Qt.Key.Key_L, CTRL)
    robot.text("river")  # at once, before anything is filled in
    for _field in ("source", "kind", "when", "minutes", "who"):
        robot.press(ENTER)
    robot.press(Qt.Key.Key_C)
    robot.press(Qt.Key.Key_A)
    robot.text("New charge nurse.")
    robot.press(ENTER, CTRL)
    qtbot.waitUntil(lambda: not window.is_open)
    assert len(robot.presses) <= MOST_PRESSES
    (visit,) = window.logged("Rivergate Dialysis")
    assert (visit.advance, visit.ask, visit.notes) == (
        Advance.CONTINUATION, Ask.ASKED, "New charge nurse."
    )  # fmt: skip
    assert window.agency.rows(
        select(visit_table).where(
            visit_table.c.source_id == window.agency.ids["Rivergate Dialysis"],
            visit_table.c.status == VisitStatus.PLANNED,
            visit_table.c.visit_on == date(2026, 12, 23),
        )
    ), "saving plans the next visit by the cadence"


def test_the_row_of_today_needs_three_presses(window: Window, qtbot: QtBot) -> None:
    window.today.board.focus_first()
    robot = Typist(qtbot)
    robot.press(ENTER)
    robot.press(Qt.Key.Key_S)
    robot.press(ENTER, CTRL)
    qtbot.waitUntil(lambda: bool(window.logged("Hendersonville Rehab & Care")))
    qtbot.waitUntil(lambda: not window.is_open)
    assert len(robot.presses) == 3


def test_what_is_missing_is_said_beside_the_field_and_nothing_is_lost(window: Window, qtbot: QtBot) -> None:
    dialog = window.open()
    dialog.form.minutes.setFocus()
    QTest.keyClicks(dialog.form.minutes, "abc")
    QTest.keyClick(dialog.form.minutes, ENTER, CTRL)
    assert dialog.form.fields["minutes"].error == "Type minutes, such as 25."
    assert "A, C or S" in dialog.form.fields["advance"].error
    assert dialog.form.minutes.text() == "abc"
    assert window.is_open
    assert dialog.form.minutes.hasFocus(), "the first field that is wrong takes the keyboard"


def test_an_unknown_source_is_said_and_kept(window: Window, qtbot: QtBot) -> None:
    dialog = window.open()
    QTest.keyClicks(dialog.form.source, "Zzz clinic")
    QTest.keyClick(dialog.form.source, ENTER)
    qtbot.waitUntil(lambda: dialog.form.fields["source"].error != "")
    assert dialog.form.source.text() == "Zzz clinic"
    assert dialog.form.contact_ids.on == ()


def test_the_guess_selects_whom_the_last_visit_met(window: Window) -> None:
    dialog = window.open()
    assert dialog.form.contact_ids.accessibleName() == "Who: Suzy Park, DON"
    QTest.keyClicks(dialog.form.contact_ids, "tom")
    QTest.keyClick(dialog.form.contact_ids, Qt.Key.Key_Space)
    assert len(dialog.form.contact_ids.on) == 2


def test_the_next_visit_follows_the_day_unless_it_was_typed(window: Window, qtbot: QtBot) -> None:
    dialog = window.open(window.agency.ids["St. Brendan Hospital, 4 West"])
    before = dialog.form.next_on.text()
    dialog.form.when.setFocus()
    QTest.keyClicks(dialog.form.when, "11/16 9:00")
    QTest.keyClick(dialog.form.when, ENTER)
    qtbot.waitUntil(lambda: dialog.form.next_on.text() != before)
    assert dialog.form.next_on.text() == "Wed, Dec 16"
    assert dialog.form.when.text() == "Mon, Nov 16 9:00 AM"
    dialog.form.next_on.setFocus()
    QTest.keyClicks(dialog.form.next_on, "+14")
    QTest.keyClick(dialog.form.next_on, ENTER)
    assert dialog.form.next_on.text() == "Mon, Nov 30"
    dialog.form.when.setFocus()
    QTest.keyClicks(dialog.form.when, "today")
    QTest.keyClick(dialog.form.when, ENTER)
    assert dialog.form.next_on.text() == "Mon, Nov 30"


def test_esc_keeps_the_draft_and_the_next_log_offers_it(window: Window, qtbot: QtBot) -> None:
    dialog = window.open()
    dialog.form.notes.setFocus()
    QTest.keyClicks(dialog.form.notes, "Half a sent")
    QTest.keyClick(dialog.form.notes, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.is_open)
    again = window.open()
    assert again.form.notes.toPlainText() == "Half a sent"
    assert "Draft from" in again.draft_words.text()
    assert again.form.contact_ids.on, "the people come back with the draft"
    again.draft_button.click()
    qtbot.waitUntil(lambda: not again.loading)
    assert again.form.notes.toPlainText() == ""
    again.draft_button.click()
    qtbot.waitUntil(lambda: not again.loading)
    assert again.form.notes.toPlainText() == "Half a sent"
    again.form.advance.setFocus()
    QTest.keyClick(again.form.advance, Qt.Key.Key_A)
    QTest.keyClick(again.form.advance, ENTER, CTRL)
    qtbot.waitUntil(lambda: not window.is_open)
    assert window.agency.drafts().all("log_visit") == ()


def test_the_draft_of_one_source_is_not_offered_for_another(window: Window, qtbot: QtBot) -> None:
    dialog = window.open(window.agency.ids["Rivergate Dialysis"])
    QTest.keyClicks(dialog.form.notes, "For Rivergate")
    dialog.reject()
    other = window.open(window.agency.ids["Green Hills Orthopedics"])
    assert other.form.notes.toPlainText() == ""
    other.reject()
    same = window.open(window.agency.ids["Rivergate Dialysis"])
    assert same.form.notes.toPlainText() == "For Rivergate"


def test_a_draft_that_cannot_be_kept_is_said_and_the_form_stays(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise FileFault("The disk is full.")

    dialog = window.open()
    monkeypatch.setattr(
        window.door.shelf, "_store", type("Full", (), {"keep": full, "drop": full, "all": lambda *_: []})()
    )
    QTest.keyClicks(dialog.form.notes, "x")
    dialog.reject()
    assert window.is_open
    assert "The disk is full." in dialog.fault.text()
    dialog.reject()
    assert not window.is_open, "whoever closes again means it"


def test_a_save_behind_an_import_waits_as_a_draft_and_is_made(window: Window, qtbot: QtBot) -> None:
    go, began = threading.Event(), threading.Event()

    def long_import(_actions: Actions, _steps: Progress) -> ChangeSet:
        began.set()
        assert go.wait(20)
        return ChangeSet("Import")

    window.desk.run(long_import, lambda _changes: None)
    qtbot.waitUntil(began.is_set)
    dialog = window.open(window.agency.ids["Rivergate Dialysis"])
    dialog.form.advance.setFocus()
    QTest.keyClick(dialog.form.advance, Qt.Key.Key_A)
    QTest.keyClick(dialog.form.ask, ENTER, CTRL)
    assert not window.is_open, "the person goes on working"
    assert window.desk.state == "waiting"
    assert any("kept as a draft and waits" in words for words in window.toasts())
    assert len(window.agency.drafts().all("log_visit")) == 1, "a power cut now loses nothing"
    assert window.open().form.notes.toPlainText() == ""
    assert window.dialog.draft_words.text() == "", "what waits is not offered a second time"
    go.set()
    qtbot.waitUntil(lambda: len(window.logged("Rivergate Dialysis")) == 1)
    qtbot.waitUntil(lambda: window.agency.drafts().all("log_visit") == ())


def test_the_last_visit_needed_offers_to_make_it_active_by_one_key(window: Window, qtbot: QtBot) -> None:
    source = "Hendersonville Rehab & Care"
    window.agency.visited(source, date(2026, 11, 2))
    dialog = window.open(window.agency.ids[source])
    QTest.keyClick(dialog.form.advance, Qt.Key.Key_A)
    QTest.keyClick(dialog.form.ask, ENTER, CTRL)
    qtbot.waitUntil(lambda: any("visit 5 of 5 done" in words for words in window.toasts()))
    Typist(qtbot).press(Qt.Key.Key_M, CTRL)
    qtbot.waitUntil(lambda: any("is active, every" in words for words in window.toasts()))
    (row,) = window.agency.rows(select(source_table).where(source_table.c.id == window.agency.ids[source]))
    assert row.stage == SourceStage.ACTIVE


def test_save_and_next_goes_through_the_day(window: Window, qtbot: QtBot) -> None:
    dialog = window.open()
    assert dialog.place.text() == "1 of 4 today"
    sources = []
    for place in range(4):
        sources.append(dialog.form.source.text())
        dialog.form.advance.setFocus()
        QTest.keyClick(dialog.form.advance, Qt.Key.Key_C)
        QTest.keyClicks(dialog.form.notes, f"note {place}")
        QTest.keyClick(dialog.form.notes, ENTER, CTRL | Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(lambda: not window.is_open or (not dialog.loading and dialog.form.notes.toPlainText() == ""))
    assert not window.is_open
    assert len(set(sources)) == 4
    for place, source in enumerate(sources):
        (visit,) = window.logged(source)
        assert visit.notes == f"note {place}"


def test_undo_takes_the_visit_back(window: Window, qtbot: QtBot) -> None:
    dialog = window.open(window.agency.ids["Rivergate Dialysis"])
    QTest.keyClick(dialog.form.advance, Qt.Key.Key_A)
    QTest.keyClick(dialog.form.ask, ENTER, CTRL)
    qtbot.waitUntil(lambda: bool(window.logged("Rivergate Dialysis")) and bool(window.toasts()))
    window.main.undo()
    qtbot.waitUntil(lambda: not window.logged("Rivergate Dialysis"))


def test_every_field_has_a_name_and_the_order_of_the_eye(window: Window) -> None:
    dialog = window.open()
    dialog.show_more()
    seen: list[str] = []
    dialog.form.source.setFocus()
    for _field in range(16):
        at = dialog.focusWidget()
        assert at is not None
        assert at.objectName()
        assert at.accessibleName()
        seen.append(at.objectName())
        QTest.keyClick(at, ENTER)
    assert seen == [
        "log_source", "log_kind", "log_when", "log_minutes", "log_who", "log_advance", "log_ask", "log_notes",
        "log_promise", "log_promise_by", "log_next", "log_travel_minutes", "log_miles", "log_line", "log_purpose",
        "log_next_step",
    ]  # fmt: skip


@pytest.mark.parametrize("size", [100, 150])
def test_no_button_or_field_is_clipped(window: Window, look: Look, qtbot: QtBot, size: int) -> None:
    look.set_text_size(size)
    window.main.resize(1024, 680)
    dialog = window.open()
    dialog.fit()
    qtbot.waitUntil(lambda: dialog.form.width() <= dialog.area.viewport().width())
    assert dialog.height() <= 680
    for widget in (dialog.save_button, dialog.more_button, dialog.form.advance, dialog.form.ask):
        parent = widget.parentWidget()
        assert parent is not None
        assert widget.width() >= widget.minimumSizeHint().width()
        assert QWidget.geometry(widget).right() <= parent.width()
    look.set_text_size(100)


KILLED = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from hhcrm.jobs.runner import Runner
from hhcrm.ui.logvisit.opener import LogDoor
from tests.ui.log_visit_kit import Agency
app = QApplication([])
agency = Agency.opened(Path(sys.argv[1]))
class Frame:
    def __getattr__(self, name):
        return lambda *args, **more: None
runner = Runner()
door = LogDoor(agency.desk(runner), Frame(), agency.drafts())
dialog = door.open()
while dialog.loading:
    app.processEvents()
QTest.keyClicks(dialog.form.notes, "Typed just before the power went")
until = time.monotonic() + 20
while "kept" not in dialog.state.text() and time.monotonic() < until:
    app.processEvents()
print("ready", flush=True)
app.exec()
"""


def test_a_half_filled_log_survives_kill_9(agency: Agency, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    environment = dict(os.environ, PYTHONPATH=str(root), QT_QPA_PLATFORM="offscreen")
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, env=environment, cwd=root, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        process.send_signal(signal.SIGKILL)
    (draft,) = agency.drafts().all("log_visit")
    assert draft.content["notes"] == "Typed just before the power went"
    assert draft.content["source"] == "Hendersonville Rehab & Care"


def test_the_draft_of_a_killed_window_is_offered(window: Window) -> None:
    window.agency.drafts().keep(
        "log_visit",
        "earlier",
        {
            "source_id": window.agency.ids["Patel Family Medicine"],
            "source": "Patel Family Medicine",
            "notes": "From before",
            "when": "2026-11-22 14:15",
            "advance": "setback",
        },
    )
    dialog = window.open()
    assert dialog.form.notes.toPlainText() == "From before"
    assert dialog.form.source.text() == "Patel Family Medicine"
    assert dialog.form.when.text() == "Yesterday 2:15 PM"
    assert dialog.form.advance.value == "setback"


def test_a_draft_says_its_time_in_the_agency_s_zone(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "zone", lambda _desk: ZoneInfo("America/Chicago"))
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Asia/Tokyo")
        clock.tzset()
        window.agency.drafts().keep("log_visit", "earlier", {"notes": "From before"})
        assert window.open().draft_words.text() == "Draft from 9:40 AM continued."
    clock.tzset()
