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
from tests.shots import GUISES, Studio, studio
from tests.whole.program import environment
from tests.whole.typing_form import FORMS, MARK, kept_in

AT_ONCE = (
    ("log_visit", "source/new", "referral", "plan_visit", "settings", "list", "commitment", "end_of_day"),
    ("source", "place", "holidays", "time_off", "answer", "referral_move", "import_list"),
)
"""What is half-typed in one window when it is killed, the last of each with the keyboard still in it."""


def killed_while_typing(data: Path, *forms: str) -> None:
    """Start a window, let it type, and kill it once the drafts are on the disk."""
    words = [sys.executable, "-m", "tests.whole.typing_form", str(data), *forms]
    process = subprocess.Popen(words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        until = time.monotonic() + 60 + 10 * len(forms)
        while len(kept_in(data)) < len(forms):
            assert process.poll() is None, process.stderr.read().decode() if process.stderr else ""
            assert time.monotonic() < until, f"of {forms} only {len(kept_in(data))} came to the disk"
            time.sleep(0.05)
    finally:
        process.kill()
        process.wait()
        if process.stderr is not None:
            process.stderr.close()


def test_every_form_is_killed_somewhere() -> None:
    assert {*AT_ONCE[0], *AT_ONCE[1], "set_up"} == set(FORMS)


@pytest.mark.parametrize("forms", AT_ONCE)
def test_the_forms_of_a_killed_window_are_offered_at_the_next_start(forms: tuple[str, ...], sample: Path) -> None:
    killed_while_typing(sample, *forms)
    with studio(sample, GUISES[0]) as room:
        window = room.program.shown
        assert isinstance(window, MainWindow)
        waiting = f"{len(forms)} half-typed things are waiting."
        assert waiting in [toast.words for toast in window.toasts.shown]
        window.actions_by_name["drafts"].trigger()
        room.rest()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DraftsDialog)
        assert sorted(draft.kind for draft in dialog.lines) == sorted(form.partition("/")[0] for form in forms)
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


def test_what_was_left_is_open_and_filled_where_it_belongs_with_one_press(sample: Path) -> None:
    (sample / "drafts").mkdir(exist_ok=True)
    drafts = Drafts(sample / "drafts", lambda: datetime(2027, 1, 1, tzinfo=UTC))  # newer than any that is left
    with studio(sample, GUISES[0]) as room:
        window: Any = room.program.shown
        window.go("referrals")
        room.rest()
        board = window.place_widget("referrals").board
        referral_id = next(c for c in board.columns if c.list.cards.rowCount()).list.cards.card(0).referral_id

        drafts.keep("teams", "0", {"values": {"name": MARK}, "base": {"name": ""}, "about": {}})
        _open_the_draft(room)
        assert window.place_widget("settings").page_widget("people").teams.form.texts()["name"] == MARK
        drafts.drop("teams", "0")

        drafts.keep("time_off", "0", {"values": {"why": MARK}, "base": {"why": ""}, "about": {}})
        _open_the_draft(room)
        assert window.place_widget("settings").page_widget("holidays").time_off.form.texts()["why"] == MARK
        drafts.drop("time_off", "0")

        base = {"referral_ids": [referral_id], "stage": "on hold"}
        drafts.keep("referral_move", f"on hold: {referral_id}", {"values": {"note": MARK}, "base": base})
        _open_the_draft(room)
        assert window.place_widget("referrals").mover.dialog.note.text() == MARK
        window.place_widget("referrals").mover.dialog.reject()


def _open_the_draft(room: Studio) -> None:
    window: Any = room.program.shown
    window.actions_by_name["drafts"].trigger()
    room.rest()
    dialog: Any = QApplication.activeModalWidget()
    dialog.findChild(QAbstractButton, "draft_0_open").click()
    room.rest()


def test_a_half_filled_set_up_is_filled_in_again(tmp_path: Path) -> None:
    killed_while_typing(tmp_path / "agency", "set_up")
    with studio(tmp_path / "agency", GUISES[0]) as room:
        shown: Any = room.program.shown
        shown.set_up.emit()
        room.rest()
        dialog: Any = QApplication.activeModalWidget()
        assert dialog.kept()["name"] == MARK
        dialog.reject()
