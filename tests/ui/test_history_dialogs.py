"""Recent changes and Archived over a real agency."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.jobs.runner import Runner
from hhcrm.services.bound import Actions
from hhcrm.services.commands import Archive, EditSource
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.history.archived import ArchivedDialog
from hhcrm.ui.history.recent import RecentChanges
from hhcrm.ui.shared.desk import Desk
from tests.ui.log_visit_kit import NOW, TODAY, Agency, monday_of_dana
from tests.ui.sources_kit import FakeFrame

OAK, PATEL = "Oak Grove Assisted Living", "Patel Family Medicine"


class Room:
    """The agency, a desk on it, and a frame that remembers."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.agency: Agency = monday_of_dana(folder)
        self.runner = Runner()
        self.desk: Desk = self.agency.desk(self.runner)
        self.frame = FakeFrame()
        self.qtbot = qtbot
        self.over = QWidget()
        self.over.resize(1280, 800)
        qtbot.addWidget(self.over)

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()))

    def press(self, dialog: QWidget, name: str) -> None:
        self.until(lambda: dialog.findChild(QAbstractButton, name) is not None)
        button = dialog.findChild(QAbstractButton, name)
        assert button is not None
        button.click()

    def edit(self, name: str, city: str, who: str = "") -> int:
        """Somebody edits a source; the step."""
        actions = self.agency.actions
        if who:
            actions = Actions(UnitOfWork(self.agency.engine, Actor(None, who), lambda: NOW), lambda: TODAY, Path("a"))
        source_id = self.agency.ids[name]
        version = self.agency.questions.source_detail(source_id).version
        return actions.edit_source(EditSource(source_id, version, {"city": city})).step_id or 0

    def recent(self) -> RecentChanges:
        dialog = RecentChanges(self.desk, self.frame, self.over)
        dialog.show()
        self.until(lambda: dialog.lines)
        return dialog

    def archived(self) -> ArchivedDialog:
        dialog = ArchivedDialog(self.desk, self.frame, self.over)
        dialog.show()
        return dialog

    def city(self, name: str) -> str:
        return self.agency.questions.source_detail(self.agency.ids[name]).city


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path, qtbot)
    yield room
    for dialog in room.over.findChildren(QDialog):
        dialog.reject()
    room.over.close()
    room.desk.close()
    room.runner.close()
    room.agency.engine.dispose()


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_colleague_s_step_is_undone_by_name_and_the_list_says_so(room: Room) -> None:
    step = room.edit(OAK, "Franklin", "Marcus Hale")
    dialog = room.recent()
    line = dialog.lines[0]
    assert (line.what, line.by) == (f"Edit source, {OAK}", "Marcus Hale")
    room.press(dialog, f"step_{step}_undo")
    room.until(lambda: room.frame.toasts == [(f"Undone: Edit source, {OAK}", False)])
    assert room.city(OAK) == ""
    room.until(lambda: any(each.step_id == step and each.undone for each in dialog.lines))
    room.until(lambda: dialog.findChild(QAbstractButton, f"step_{step}_undo") is None)


def test_a_step_in_whose_way_something_stands_says_why_and_nothing_changes(room: Room) -> None:
    step = room.edit(OAK, "Franklin")
    room.edit(OAK, "Nashville", "Marcus Hale")
    dialog = room.recent()
    room.press(dialog, f"step_{step}_undo")
    room.until(dialog.said.isVisible)
    assert "has been changed since, by Marcus Hale" in dialog.said.text()
    assert room.city(OAK) == "Nashville"
    assert dialog.isVisible()


def test_what_a_step_changed_is_shown_under_it_and_goes_again(room: Room) -> None:
    step = room.edit(OAK, "Franklin")
    dialog = room.recent()
    room.press(dialog, f"step_{step}_show")
    room.until(lambda: "City: nothing → Franklin" in words(dialog))
    assert f"Source {OAK}" in words(dialog)
    room.press(dialog, f"step_{step}_show")
    room.until(lambda: "City: nothing → Franklin" not in words(dialog))


def test_person_kind_and_day_leave_what_fits(room: Room) -> None:
    room.edit(OAK, "Franklin", "Marcus Hale")
    dialog = room.recent()
    room.until(lambda: dialog.who.findData("Marcus Hale") > 0)
    dialog.who.setCurrentIndex(dialog.who.findData("Marcus Hale"))
    room.until(lambda: {line.by for line in dialog.lines} == {"Marcus Hale"})
    dialog.about.setCurrentIndex(dialog.about.findData("visit"))
    room.until(lambda: not dialog.lines)
    assert "Nothing was changed that fits." in words(dialog)
    dialog.who.setCurrentIndex(0)
    room.until(lambda: dialog.lines)
    dialog.day.setText((TODAY - timedelta(days=3)).isoformat())
    room.until(lambda: not dialog.lines)
    dialog.day.setText("nonsense")
    room.until(lambda: "nonsense" in words(dialog))


def test_the_list_follows_what_others_do_meanwhile(room: Room) -> None:
    dialog = room.recent()
    room.desk.act(lambda actions: actions.archive(Archive("referral_source", (room.agency.ids[PATEL],), "closed")))
    room.until(lambda: dialog.lines[0].what == f"Archive 1 source, {PATEL}")


def test_an_archived_record_is_found_by_name_and_comes_back_with_undo(room: Room) -> None:
    for name in (OAK, PATEL):
        room.agency.actions.archive(Archive("referral_source", (room.agency.ids[name],), "closed"))
    dialog = room.archived()
    room.until(lambda: len(dialog.lines) == 2)
    assert dialog.kind.itemText(0) == "Sources (2)"
    room.until(lambda: "by Dana Whitfield" in words(dialog))
    assert "closed" in words(dialog)
    dialog.typed.setText("patel")
    room.until(lambda: [line.name for line in dialog.lines] == [PATEL])
    room.press(dialog, f"archived_referral_source_{room.agency.ids[PATEL]}_restore")
    room.until(lambda: room.frame.toasts == [(f"{PATEL} is back", True)])
    room.until(lambda: not dialog.lines and dialog.kind.itemText(0) == "Sources (1)")
    assert room.agency.questions.source_detail(room.agency.ids[PATEL]).archived_at is None


def test_the_first_kind_that_has_any_is_open(room: Room) -> None:
    person = room.agency.questions.people_of(room.agency.ids["Hendersonville Rehab & Care"])[0]
    room.agency.actions.archive(Archive("contact", (person.contact_id,)))
    dialog = room.archived()
    room.until(lambda: [line.name for line in dialog.lines] == [person.name.partition(",")[0]])
    assert dialog.kind.currentData() == "contact"


def test_everything_in_both_is_named_and_esc_closes_them(room: Room) -> None:
    room.edit(OAK, "Franklin")
    room.agency.actions.archive(Archive("referral_source", (room.agency.ids[PATEL],), "closed"))
    archived = room.archived()
    room.until(lambda: archived.lines)
    for dialog in (room.recent(), archived):
        assert unnamed_in(dialog) == []
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
