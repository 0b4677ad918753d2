"""The desk: work on worker threads, answers on the interface thread, nothing swallowed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.jobs.progress import Cancelled, Progress, Report
from hhcrm.ui.shared.desk import Desk
from tests.ui.conftest import MakeDesk

LOGGED = ChangeSet("Log visit", {"visits": frozenset({7})}, step_id=3)


def test_questions_run_elsewhere_and_answers_come_home(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(questions=SimpleNamespace(count=lambda: 312))
    asked: list[threading.Thread] = []
    answered: list[tuple[int, threading.Thread]] = []

    def question(questions: object) -> int:
        asked.append(threading.current_thread())
        return int(questions.count())  # type: ignore[attr-defined]

    desk.read(question, lambda count: answered.append((count, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == [(312, threading.main_thread())]
    assert asked[0] is not threading.main_thread()


def test_the_bound_queries_are_made_on_the_worker(qtbot: QtBot, make_desk: MakeDesk) -> None:
    desk = make_desk()
    where: list[threading.Thread] = []
    desk._questions = lambda: where.append(threading.current_thread())  # type: ignore[assignment,return-value]
    got: list[object] = []
    desk.read(lambda questions: questions, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert where[0] is not threading.main_thread()


def test_an_act_is_announced_before_its_caller_hears(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(actions=SimpleNamespace(log=lambda: LOGGED))
    heard: list[str] = []
    desk.changed.connect(lambda changes: heard.append(f"changed {changes.step_id}"))
    desk.act(lambda actions: actions.log(), lambda changes: heard.append(f"done {changes.label}"))  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["changed 3", "done Log visit"]


def test_what_changed_and_what_is_said_of_it_come_home_at_once(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(actions=SimpleNamespace(log=lambda: LOGGED))
    landings: list[object] = []
    desk._home.connect(landings.append)
    told: list[ChangeSet] = []
    desk.act(lambda actions: actions.log(), told.append)  # type: ignore[attr-defined]  # a stand-in
    qtbot.waitUntil(lambda: desk.state == "saved")
    assert told == [LOGGED], "nothing of the interface runs between the change and its words"
    qtbot.waitUntil(lambda: bool(landings))
    assert len(landings) == 1


def test_a_known_fault_goes_to_the_caller_or_to_the_frame(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    fault = RuleBroken("Choose what changed.", "advance")
    own: list[Exception] = []
    general: list[Exception] = []
    desk.faulted.connect(general.append)
    desk.act(_raising(fault), failed=own.append)
    desk.act(_raising(fault))
    qtbot.waitUntil(lambda: bool(own and general))
    assert own == general == [fault]
    assert desk.state == "saved"


def test_our_own_bug_reaches_the_crash_log_too(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    told: list[Exception] = []
    with qtbot.captureExceptions() as caught:
        desk.read(_raising(KeyError("bug")), lambda _changes: None, told.append)
        qtbot.waitUntil(lambda: bool(told))
    assert [kind for kind, _, _ in caught] == [KeyError]
    assert isinstance(told[0], KeyError)


def test_an_answer_for_a_deleted_receiver_is_dropped(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    free = threading.Event()
    label = QLabel("before")
    heard: list[str] = []
    desk.read(lambda _questions: "late" if free.wait(5) else "", label.setText)
    desk.read(lambda _questions: "late" if free.wait(5) else "", heard.append, owner=label)
    _delete(label)
    free.set()
    ended: list[int] = []
    desk.act(lambda _actions: LOGGED, lambda _changes: ended.append(1))
    desk.read(lambda _questions: 1, ended.append)
    qtbot.waitUntil(lambda: len(ended) == 2)
    qtbot.waitUntil(lambda: not heard)
    assert heard == []


def test_after_close_nothing_comes_home(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk, other = make_desk(), make_desk()
    heard: list[int] = []
    desk.read(lambda _questions: 1, heard.append)
    desk.close()
    ended: list[int] = []
    other.read(lambda _questions: 1, ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert heard == []


def test_the_state_says_saving_and_waiting_behind_an_import(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    free = threading.Event()
    states: list[str] = []
    reports: list[Report] = []
    desk.state_changed.connect(states.append)

    def load(_actions: object, steps: Progress) -> ChangeSet:
        steps.report("Reading rows", 10, 20)
        assert free.wait(5)
        return LOGGED

    loaded: list[ChangeSet] = []
    saved: list[ChangeSet] = []
    desk.run(load, loaded.append, progress=reports.append, label="Import")
    desk.act(lambda _actions: LOGGED, saved.append)
    assert desk.state == "waiting"
    qtbot.waitUntil(lambda: bool(reports))
    free.set()
    qtbot.waitUntil(lambda: bool(saved))
    assert states == ["saving", "waiting", "saving", "saved"]
    assert reports[0] == Report("Reading rows", 10, 20)
    assert loaded == [LOGGED]


def test_a_cancelled_job_ends_as_cancelled_and_is_no_bug(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    began = threading.Event()

    def work(_actions: object, steps: Progress) -> None:
        began.set()
        while True:
            steps.check()

    failed: list[Exception] = []
    job = desk.run(work, lambda _none: None, failed.append)
    assert began.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], Cancelled)
    assert desk.state == "saved"


def test_changes_of_another_process_are_announced_on_the_interface_thread(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    heard: list[threading.Thread] = []
    desk.changed.connect(lambda _changes: heard.append(threading.current_thread()))
    thread = threading.Thread(target=desk.announce, args=(LOGGED,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.main_thread()]


@pytest.mark.parametrize("method", ["today", "now"])
def test_the_clock_comes_from_outside(make_desk: MakeDesk, method: str) -> None:
    assert getattr(make_desk(), method)().isoformat().startswith("2026-11-23")


def _raising(error: Exception) -> Callable[[object], ChangeSet]:
    def work(_bound: object) -> ChangeSet:
        raise error

    return work


def _delete(thing: QObject) -> None:
    import shiboken6

    shiboken6.delete(thing)


def test_the_desk_is_a_plain_object_with_signals() -> None:
    assert issubclass(Desk, QObject)


def test_what_follows_a_view_runs_elsewhere_and_asks_the_database_nothing(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    opened: list[str] = []
    desk._questions = lambda: opened.append("database")  # type: ignore[assignment,return-value]  # a stand-in
    home: list[object] = []
    where: list[threading.Thread] = []
    owner = QObject()
    desk.follow(lambda: where.append(threading.current_thread()), home.append, owner=owner)
    qtbot.waitUntil(lambda: home == [None])
    desk.follow(lambda: 1 // 0, home.append, home.append, owner=owner)
    with qtbot.captureExceptions():
        qtbot.waitUntil(lambda: len(home) == 2)
    assert isinstance(home[1], ZeroDivisionError)
    assert where[0] is not threading.main_thread()
    assert opened == []
