"""The list of half-typed things: what it says, what it keeps silent about, the way on and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.app.drafts import Drafts
from hhcrm.jobs.runner import Runner
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.history.drafts import KINDS, DraftsDialog, draft_words, typed_words, waiting_words
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from tests.ui.log_visit_kit import NOW, TODAY
from tests.ui.sources_kit import FakeFrame


class Room:
    """Drafts in a folder, and the list over a bare window."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.drafts = Drafts(folder, lambda: NOW)
        self.runner = Runner()
        self.desk = Desk(self.runner, lambda: None, lambda: None, now=lambda: NOW, today=lambda: TODAY)  # type: ignore[arg-type,return-value]  # nothing is asked of the database
        self.frame = FakeFrame()
        self.opened: list[DraftLike] = []
        self.over = QWidget()
        self.over.resize(1280, 800)

    def open(self) -> DraftsDialog:
        dialog = DraftsDialog(self.desk, self.frame, self.drafts, self.opened.append, self.over)
        dialog.show()
        self.qtbot.waitUntil(lambda: len(dialog.lines) == len(self.drafts.every()))
        return dialog

    def press(self, dialog: DraftsDialog, name: str) -> None:
        button = dialog.findChild(QAbstractButton, name)
        assert button is not None
        button.click()


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path, qtbot)
    yield room
    shiboken6.delete(room.over)
    room.desk.close()
    room.runner.close()


FORM = {"values": {"name": "Elm Clinic", "beds": "12"}, "base": {"name": "Old name"}, "about": {"name": "Mercy"}}


def test_each_draft_says_what_it_is_about_and_how_it_begins(room: Room) -> None:
    room.drafts.keep("source", "4", FORM)
    dialog = room.open()
    (draft,) = dialog.lines
    assert draft_words(draft) == "A source: Mercy"
    assert typed_words(draft) == "Elm Clinic"
    assert unnamed_in(dialog) == []


def test_a_referral_never_shows_what_was_typed_for_it_may_name_the_patient(room: Room) -> None:
    room.drafts.keep("referral", "new", {"values": {"patient_name": "Xylander Quibble"}, "about": {}})
    (draft,) = room.open().lines
    assert (draft_words(draft), typed_words(draft)) == ("A referral", "")


def test_open_goes_on_with_it_and_leaves_it_on_the_disk(room: Room) -> None:
    room.drafts.keep("source", "4", FORM)
    dialog = room.open()
    room.press(dialog, "draft_0_open")
    assert [draft.key for draft in room.opened] == ["4"]
    assert not dialog.isVisible()
    assert len(room.drafts.every()) == 1


def test_discard_throws_it_away_and_keep_it_brings_it_back(room: Room) -> None:
    room.drafts.keep("source", "4", FORM)
    dialog = room.open()
    room.press(dialog, "draft_0_discard")
    room.qtbot.waitUntil(lambda: not dialog.lines)
    assert room.drafts.every() == ()
    room.qtbot.waitUntil(lambda: bool(room.frame.ways))
    words, keep = room.frame.ways[0]
    assert words == "Keep it"
    keep()
    room.qtbot.waitUntil(lambda: len(room.drafts.every()) == 1)
    assert room.drafts.every()[0].content == FORM


def test_a_damaged_draft_is_left_aside_and_the_others_are_listed(room: Room, tmp_path: Path) -> None:
    room.drafts.keep("source", "4", FORM)
    (tmp_path / "visit-000000000000000000000000.json").write_text("{half")
    assert [draft.kind for draft in room.open().lines] == ["source"]


def test_how_many_wait_is_said_in_words() -> None:
    assert waiting_words(1) == "1 half-typed thing is waiting."
    assert waiting_words(2) == "2 half-typed things are waiting."
    assert all(words[0].isupper() for words in KINDS.values())
