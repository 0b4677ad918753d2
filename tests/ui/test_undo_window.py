"""Undo in the real window over a real agency: what it says, whom it spares, long ones with Cancel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.importing import import_file
from hhcrm.jobs.runner import Runner
from hhcrm.models.visits import Visit
from hhcrm.services.bound import Actions
from hhcrm.services.commands import EditSource
from hhcrm.storage.feed import full_refresh
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.frame.steps import LongStep
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.log_visit_kit import NOW, TODAY, Agency, Window, monday_of_dana

OAK = "Oak Grove Assisted Living"


@pytest.fixture
def window(tmp_path: Path, look: Look, memory: ShortMemory, qtbot: QtBot) -> Iterator[Window]:
    runner = Runner()
    agency = monday_of_dana(tmp_path)
    window = Window(agency, runner, look, memory, qtbot)
    window.main.steps.look()
    qtbot.waitUntil(lambda: window.main.steps.state is not None)
    yield window
    window.close()
    runner.close()
    agency.engine.dispose()


def words(window: Window) -> tuple[str, str]:
    act = window.main.actions_by_name
    return act["undo"].text(), act["redo"].text()


def rename(agency: Agency, name: str, who: str | None = None, city: str = "Franklin") -> None:
    """Somebody edits a source."""
    actions = agency.actions
    if who is not None:
        work = UnitOfWork(agency.engine, Actor(None, who), lambda: NOW)
        actions = Actions(work, lambda: TODAY, Path("attachments"))
    version = agency.questions.source_detail(agency.ids[name]).version
    actions.edit_source(EditSource(agency.ids[name], version, {"city": city}))


def test_the_menu_follows_what_is_done_undone_and_done_by_others(window: Window, qtbot: QtBot) -> None:
    rename(window.agency, OAK)
    window.main.steps.look()
    qtbot.waitUntil(lambda: words(window) == (f"&Undo: Edit source, {OAK}", "&Redo"))
    window.main.undo()
    qtbot.waitUntil(lambda: words(window)[1] == f"&Redo: Edit source, {OAK}")
    assert window.toasts()[-1] == "Undone: Edit source"
    window.main.redo()
    qtbot.waitUntil(lambda: words(window) == (f"&Undo: Edit source, {OAK}", "&Redo"))
    # no Redo is offered that would mean another act
    qtbot.waitUntil(lambda: window.toasts() == ["Redone: Edit source"])
    rename(window.agency, OAK, "Marcus Hale", "Nashville")
    window.desk.announce(full_refresh())
    window.main.undo()  # ours: theirs stands in its way, and that is said
    qtbot.waitUntil(lambda: any("has been changed since, by Marcus Hale" in each for each in window.toasts()))
    assert words(window)[0] == f"&Undo: Edit source, {OAK}"
    assert window.agency.questions.source_detail(window.agency.ids[OAK]).city == "Nashville"


def visits(agency: Agency) -> int:
    return int(agency.rows(select(func.count()).select_from(Visit.__table__))[0][0])


def test_a_long_undo_shows_how_far_it_is_and_esc_stops_it_with_nothing_changed(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    agency, before = window.agency, visits(window.agency)
    lines = "\r\n".join(f"{OAK},{TODAY - timedelta(days=200 + n)}" for n in range(3_000))
    file = tmp_path / "visits.csv"
    file.write_text(f"source,date\r\n{lines}\r\n", encoding="utf-8")
    work = agency.actions.work
    import_file(file, RecordKind.VISITS, None, work, today=TODAY, zone=ZoneInfo("America/Chicago"))
    window.main.steps.look()
    qtbot.waitUntil(lambda: words(window)[0] == "&Undo: Import 3,000 visits from visits.csv")

    window.main.undo()
    dialog = window.main.findChild(LongStep)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.bar.doing.text() == "Import 3,000 visits from visits.csv"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.main.findChildren(LongStep))
    assert visits(agency) == before + 3_000

    window.main.undo()
    qtbot.waitUntil(lambda: visits(agency) == before)
    qtbot.waitUntil(lambda: not window.main.findChildren(LongStep))
    assert window.toasts()[-1] == "Undone: Import 3,000 visits from visits.csv"
