"""What is half typed survives a process killed without a word, and is offered at the next start."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit

from hhcrm.app.drafts import Drafts
from hhcrm.ui.frame.window import MainWindow
from hhcrm.ui.history.drafts import DraftsDialog
from tests.shots import GUISES, studio
from tests.whole.program import environment
from tests.whole.typing_form import FORMS, MARK


def killed_while_typing(data: Path, form: str) -> None:
    """Start a window, let it type, and kill it once the draft is on the disk."""
    words = [sys.executable, "-m", "tests.whole.typing_form", str(data), form]
    process = subprocess.Popen(words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        until = time.monotonic() + 60
        while not any(MARK in path.read_text() for path in (data / "drafts").glob("*.json")):
            assert process.poll() is None, process.stderr.read().decode() if process.stderr else ""
            assert time.monotonic() < until, "no draft came to the disk"
            time.sleep(0.05)
    finally:
        process.kill()
        process.wait()
        if process.stderr is not None:
            process.stderr.close()


@pytest.mark.parametrize("form", [form for form in FORMS if form != "set_up"])
def test_a_form_of_a_killed_window_is_offered_at_the_next_start(form: str, sample: Path) -> None:
    killed_while_typing(sample, form)
    with studio(sample, GUISES[0]) as room:
        window = room.program.shown
        assert isinstance(window, MainWindow)
        assert "1 half-typed thing is waiting." in [toast.words for toast in window.toasts.shown]
        window.actions_by_name["drafts"].trigger()
        room.rest()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DraftsDialog)
        (draft,) = dialog.lines
        assert draft.kind == form.partition("/")[0]
        dialog.reject()


def test_a_half_typed_log_is_open_again_with_one_press(sample: Path) -> None:
    killed_while_typing(sample, "log_visit")
    with studio(sample, GUISES[0]) as room:
        window: Any = room.program.shown
        window.actions_by_name["drafts"].trigger()
        room.rest()
        dialog: Any = QApplication.activeModalWidget()
        dialog.findChild(QAbstractButton, "draft_0_open").click()
        room.rest()
        form: Any = QApplication.activeModalWidget()
        if form.findChild(QPlainTextEdit, "log_notes").toPlainText() != MARK:
            form.findChild(QAbstractButton, "log_draft_button").click()
            room.rest()
        assert form.findChild(QPlainTextEdit, "log_notes").toPlainText() == MARK
        form.reject()


def test_a_half_typed_holiday_is_open_again_with_one_press(sample: Path) -> None:
    killed_while_typing(sample, "holidays")
    with studio(sample, GUISES[0]) as room:
        window: Any = room.program.shown
        window.actions_by_name["drafts"].trigger()
        room.rest()
        dialog: Any = QApplication.activeModalWidget()
        dialog.findChild(QAbstractButton, "draft_0_open").click()
        room.rest()
        page = window.place_widget("settings").page_widget("holidays")
        assert page.holidays.form.offers_draft


def test_a_half_typed_team_is_open_and_filled_with_one_press(sample: Path) -> None:
    typed = {"values": {"name": MARK}, "base": {"name": ""}, "about": {}}
    (sample / "drafts").mkdir(exist_ok=True)
    Drafts(sample / "drafts", lambda: datetime(2026, 11, 23, 14, tzinfo=UTC)).keep("teams", "0", typed)
    with studio(sample, GUISES[0]) as room:
        window: Any = room.program.shown
        window.actions_by_name["drafts"].trigger()
        room.rest()
        dialog: Any = QApplication.activeModalWidget()
        dialog.findChild(QAbstractButton, "draft_0_open").click()
        room.rest()
        page = window.place_widget("settings").page_widget("people")
        assert page.teams.form.texts()["name"] == MARK


def test_a_half_filled_set_up_is_filled_in_again(tmp_path: Path) -> None:
    killed_while_typing(tmp_path / "agency", "set_up")
    with studio(tmp_path / "agency", GUISES[0]) as room:
        shown: Any = room.program.shown
        shown.set_up.emit()
        room.rest()
        dialog: Any = QApplication.activeModalWidget()
        assert dialog.kept()["name"] == MARK
        dialog.reject()
