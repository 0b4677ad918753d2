"""Who sits at a desk: chosen there and kept there; their work is noted, their alerts come, their Today is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.app.agency import Agency
from hhcrm.app.bootstrap import Program
from hhcrm.app.clock import Clock
from hhcrm.app.crash_log import CrashLog
from hhcrm.app.memory import Memory
from hhcrm.app.paths import Folder
from hhcrm.app.seat import Seat, Sitter
from hhcrm.app.single import claim
from hhcrm.app.traffic import Traffic
from hhcrm.domain.words import UserRole
from hhcrm.jobs import Runner
from hhcrm.models.journal import JournalStep
from hhcrm.models.lookups import ServiceLine
from hhcrm.services.commands import AddSource
from hhcrm.services.founding import FoundAgency
from hhcrm.services.referral_commands import RecordReferral
from hhcrm.services.settings_commands import LeaveUser
from hhcrm.ui.frame.window import MainWindow
from hhcrm.ui.settings.place import SettingsPlace
from hhcrm.ui.settings.staff_page import PeoplePage

TODAY = datetime.now(UTC).date()
PATIENCE = 30_000
DANA, LUIS, INES = 1, 2, 3


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An agency of three with a source of each liaison; nobody has said who sits here."""
    made = Folder(tmp_path / "agency").make()
    people = (
        ("Dana Whitfield", UserRole.LIAISON),
        ("Luis Vega", UserRole.LIAISON),
        ("Ines Ortega", UserRole.INTAKE),
    )
    with closing(Agency(made, Clock(TODAY))) as agency:
        agency.found(FoundAgency("Cumberland", "37203", "America/Chicago", people, date(2026, 1, 5)))
        for name, owner in (("Mercy Hospital", DANA), ("Oak Grove", LUIS)):
            agency.actions().add_source(AddSource({"name": name, "type_id": 1, "owner_id": owner}, date(2026, 1, 5)))
    return made


@pytest.fixture
def desk(folder: Folder, qapp: object) -> Iterator[Callable[[], Program]]:
    """Opens the program on the folder; once at a time."""
    ends: list[Callable[[], None]] = []

    def close() -> None:
        while ends:
            ends.pop()()

    def open_() -> Program:
        close()
        log, ours = CrashLog(folder.logs), claim(folder)
        assert ours is not None
        program = Program(Agency(folder, Clock()), Traffic(Runner()), ours, log)
        ends.extend((ours.release, log.uninstall, program.finish))
        program.begin(there=True)
        return program

    yield open_
    close()


def settled(program: Program, qtbot: QtBot, who: str) -> MainWindow:
    """The window once it says who sits there and hears what others do."""

    def stands() -> bool:
        shown = program.shown
        return isinstance(shown, MainWindow) and who in shown.status.words and program.agency.listens

    qtbot.waitUntil(stands, timeout=PATIENCE)
    assert isinstance(program.shown, MainWindow)
    return program.shown


def offered(window: MainWindow, qtbot: QtBot) -> tuple[QMenu, list[QAction]]:
    window.status.who.click()
    qtbot.waitUntil(lambda: window.who.menu is not None, timeout=PATIENCE)
    menu = window.who.menu
    assert menu is not None
    return menu, menu.actions()


def record(folder: Folder, source_id: int) -> int:
    """Ines records a referral at another desk."""
    with closing(Agency(folder, Clock())) as other:
        other.seat = Seat(Memory(folder.root / "other-desk.json"), None)
        other.seat.take(INES)
        with other.engine().connect() as connection:
            line = connection.execute(select(ServiceLine.__table__.c.id)).scalars().first()
        values = {"source_id": source_id, "service_line_id": line}
        return other.actions().record_referral(RecordReferral(values)).subject or 0


def test_whoever_is_chosen_sits_here_from_now_on_and_what_they_do_is_noted_as_theirs(
    folder: Folder, desk: Callable[[], Program], qtbot: QtBot
) -> None:
    program = desk()
    window = settled(program, qtbot, "Dana Whitfield, liaison. Not you?")
    assert window.status.who.accessibleName() == "Who sits at this desk: Dana Whitfield, liaison. Not you?"
    menu, people = offered(window, qtbot)
    assert [(action.text(), action.isChecked()) for action in people] == [
        ("Dana Whitfield, liaison", True), ("Ines Ortega, intake coordinator", False), ("Luis Vega, liaison", False),
    ]  # fmt: skip
    people[2].trigger()
    menu.close()
    window = settled(program, qtbot, "Luis Vega, liaison")
    done: list[object] = []
    command = AddSource({"name": "Elm Clinic", "type_id": 1}, TODAY)
    window.desk.act(lambda actions: actions.add_source(command), done.append, owner=window)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    with program.agency.engine().connect() as connection:
        step = JournalStep.__table__.c
        newest = connection.execute(select(step.user_id, step.user_name).order_by(step.id.desc()).limit(1)).one()
    assert tuple(newest) == (LUIS, "Luis Vega")
    assert json.loads(folder.settings.read_bytes())["values"]["desk.person"] == LUIS
    again = desk()
    window = settled(again, qtbot, "Luis Vega, liaison")
    assert again.agency.sitter == Sitter(LUIS, "Luis Vega")
    # Luis' desk hears of his referral only; that of Dana's source was there before it.
    record(folder, 1)
    mine = record(folder, 2)
    qtbot.waitUntil(lambda: bool(window.toasts.shown), timeout=PATIENCE)
    assert [toast.words.split(":")[0] for toast in window.toasts.shown] == ["New referral from Oak Grove"]
    assert [alert.referral_id for alert in again.agency.questions().open_alerts(9)] == [mine]
    with closing(Agency(folder, Clock())) as danas:
        danas.seat = Seat(Memory(folder.root / "danas-desk.json"), None)
        assert [alert.source for alert in danas.questions().open_alerts(9)] == ["Mercy Hospital"]
    window.go("settings", page="people")
    place = window.place_widget("settings")
    assert isinstance(place, SettingsPlace)
    page = place.page_widget("people")
    assert isinstance(page, PeoplePage)
    qtbot.waitUntil(lambda: len(page.users.lines) == 3, timeout=PATIENCE)
    acts = {line.name: [act.name for act in page._user_acts(line)] for line in page.users.lines}
    assert acts == {"Dana Whitfield": ["sit", "archive"], "Ines Ortega": ["sit", "archive"], "Luis Vega": []}
    ines = next(line for line in page.users.lines if line.name == "Ines Ortega")
    page._user_acts(ines)[0].do()
    settled(again, qtbot, "Ines Ortega, intake coordinator")


def test_where_whoever_sat_here_was_archived_it_is_said_who_acts_now(
    folder: Folder, desk: Callable[[], Program], qtbot: QtBot
) -> None:
    Seat(Memory(folder.settings), None).take(LUIS)
    program = desk()
    window = settled(program, qtbot, "Luis Vega, liaison")
    with closing(Agency(folder, Clock())) as other:
        other.seat = Seat(Memory(folder.root / "other-desk.json"), None)
        line = next(each for each in other.questions().staff_page().users if each.id == LUIS)
        other.actions().leave_user(LeaveUser(LUIS, line.version, {}))
    settled(program, qtbot, "Dana Whitfield, liaison. Not you?")
    said = "Luis Vega, who sat here, was archived. What is done here is noted under Dana Whitfield now."
    qtbot.waitUntil(lambda: said in [toast.words for toast in window.toasts.shown], timeout=PATIENCE)
    assert program.agency.sitter == Sitter(DANA, "Dana Whitfield", asks=True, lost="Luis Vega")


def test_a_folder_remembers_another_person_for_each_server(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "settings.json")
    Seat(memory, None).take(1)
    Seat(memory, "postgresql://desk:secret@one/crm").take(2)
    assert [Seat(memory, url).chosen for url in (None, "postgresql://desk:secret@one/crm", "postgresql://two/crm")] == [
        1, 2, None,
    ]  # fmt: skip
    assert "secret" not in (tmp_path / "settings.json").read_text()


def test_the_first_answers_are_those_of_whoever_sits_here(folder: Folder) -> None:
    with closing(Agency(folder, Clock(TODAY))) as agency:
        agency.keep_first_answers()
        agency.seat.take(LUIS)
    with closing(Agency(folder, Clock(TODAY))) as agency:
        assert agency.early_questions().agency_facts().user_name == "Luis Vega"
        agency.keep_first_answers()
    with closing(Agency(folder, Clock(TODAY))) as agency:
        assert agency.early_questions().agency_facts().user_name == "Luis Vega"
        assert not agency.is_open, "answered from what was kept"
