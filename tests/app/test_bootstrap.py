"""The composition root: the first start, the sample to look around in, faults on opening, backups, other processes."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.app.agency import Agency
from hhcrm.app.bootstrap import Program
from hhcrm.app.clock import Clock
from hhcrm.app.crash_log import CrashLog
from hhcrm.app.drafts import Drafts
from hhcrm.app.fault_box import FaultBox
from hhcrm.app.first_answers import FirstAnswers
from hhcrm.app.memory import Memory
from hhcrm.app.paths import Folder
from hhcrm.app.rooms import Rooms, Ways
from hhcrm.app.single import Claim, claim
from hhcrm.app.traffic import Traffic
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Damaged
from hhcrm.domain.words import UserRole
from hhcrm.jobs import Runner
from hhcrm.services.commands import AddSource
from hhcrm.services.founding import FoundAgency
from hhcrm.services.settings_commands import ChangeSettings
from hhcrm.storage.backup import list_backups
from hhcrm.ui.frame.first_run import FirstRun
from hhcrm.ui.frame.set_up import SetUpDialog
from hhcrm.ui.frame.window import MainWindow
from hhcrm.ui.settings.agency_page import AgencyPage
from hhcrm.ui.settings.data_page import DataPage
from hhcrm.ui.settings.place import SettingsPlace
from tests.ending import take_apart

TODAY = date(2026, 11, 23)
ZONE = ZoneInfo("America/Chicago")
PATIENCE = 30_000

Begin = Callable[[Path], Program]


@pytest.fixture
def begin(qapp: object) -> Iterator[Begin]:
    """Puts programs together on data folders, and takes them apart afterwards."""
    made: list[tuple[Program, CrashLog, Claim]] = []

    def put_together(root: Path) -> Program:
        folder = Folder(root).make()
        log, ours = CrashLog(folder.logs), claim(folder)
        log.install()
        assert ours is not None
        agency = Agency(folder, Clock(TODAY, ZONE))
        program = Program(agency, Traffic(Runner()), ours, log)
        made.append((program, log, ours))
        program.begin(folder.database.exists())
        return program

    yield put_together
    for program, log, ours in made:
        take_apart(program)
        log.uninstall()
        ours.release()


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an agency of one source. For copying."""
    folder = Folder(tmp_path_factory.mktemp("founded")).make()
    agency = Agency(folder, Clock(TODAY, ZONE))
    agency.found(FoundAgency("Harbor Home Health", "37203", "", (("Ann Lee", UserRole.OWNER),), TODAY))
    agency.actions().add_source(AddSource({"name": "Mercy Hospital", "type_id": 1}, TODAY))
    agency.close()
    return folder.root


@pytest.fixture
def data(founded: Path, tmp_path: Path) -> Path:
    """An agency of one's own."""
    return Path(shutil.copytree(founded, tmp_path / "agency"))


def window_of(program: Program, qtbot: QtBot) -> MainWindow:
    """The window, once it says whose it is."""

    def stands() -> None:
        assert isinstance(program.shown, MainWindow)
        assert program.shown.windowTitle() != "hhcrm"

    qtbot.waitUntil(stands, timeout=PATIENCE)
    assert isinstance(program.shown, MainWindow)
    return program.shown


def add_source(window: MainWindow, name: str) -> None:
    command = AddSource({"name": name, "type_id": 1}, TODAY)
    window.desk.act(lambda actions: actions.add_source(command))


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_the_window_says_whose_agency_it_is_and_who_sits_here(begin: Begin, data: Path, qtbot: QtBot) -> None:
    window = window_of(begin(data), qtbot)
    assert window.windowTitle().startswith("Harbor Home Health")
    qtbot.waitUntil(lambda: "No backup yet" in window.status.words, timeout=PATIENCE)
    assert "Ann Lee, owner" in window.status.words


def test_an_empty_folder_begins_with_two_doors(begin: Begin, tmp_path: Path) -> None:
    program = begin(tmp_path)
    assert isinstance(program.shown, FirstRun)
    assert not (tmp_path / "agency.db").exists()


def test_setting_up_asks_for_name_zip_and_people_and_opens_the_agency(
    begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    program = begin(tmp_path)
    page = program.shown
    assert page is not None
    press(page, "button_set_up")
    for name, text in (
        ("field_agency_name", "Elm Hospice"),
        ("field_agency_zip", "37203"),
        ("field_person_1", "Bo Ray"),
    ):
        field = page.findChild(QLineEdit, name)
        assert field is not None
        field.setText(text)
    press(page, "button_begin")
    window = window_of(program, qtbot)
    assert window.windowTitle().startswith("Elm Hospice")
    qtbot.waitUntil(lambda: "Bo Ray, owner" in window.status.words, timeout=PATIENCE)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=PATIENCE)
    lists = QApplication.activeModalWidget()
    assert isinstance(lists, QDialog)
    assert "import" in lists.objectName()
    lists.reject()
    assert not list((tmp_path / "drafts").glob("setup-*.json"))


def test_questions_left_half_answered_are_there_again_at_the_next_start(
    begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    program = begin(tmp_path)
    page = program.shown
    assert page is not None
    press(page, "button_set_up")
    name = page.findChild(QLineEdit, "field_agency_name")
    assert name is not None
    name.setText("Elm Hos")
    press(page, "button_cancel_set_up")
    qtbot.waitUntil(lambda: any((tmp_path / "drafts").glob("setup-*.json")), timeout=PATIENCE)
    press(page, "button_set_up")
    names = [field.text() for field in page.findChildren(QLineEdit, "field_agency_name")]
    assert names[-1] == "Elm Hos"
    press(page, "button_cancel_set_up")
    for dialog in page.findChildren(SetUpDialog):
        dialog.close()


def test_a_sample_is_thrown_away_for_ones_own_agency(
    begin: Begin, tmp_path: Path, qtbot: QtBot, founded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def quick_sample(folder: Path) -> None:
        seen.append(folder)
        shutil.copytree(founded, folder, dirs_exist_ok=True)

    monkeypatch.setattr("hhcrm.app.bootstrap.make_sample", quick_sample)
    program = begin(tmp_path)
    assert program.shown is not None
    press(program.shown, "button_look_around")
    window = window_of(program, qtbot)
    place = settings_of(window, "agency")
    press(place, "settings_start_over")
    qtbot.waitUntil(lambda: isinstance(program.shown, FirstRun), timeout=PATIENCE)
    assert not seen[0].exists()
    assert program.shown is not None
    dialog = program.shown.findChild(SetUpDialog)
    assert dialog is not None
    assert dialog.isVisible()
    fields = ("field_agency_name", "Elm Hospice"), ("field_agency_zip", "37203"), ("field_person_1", "Bo Ray")
    for name, text in fields:
        field = dialog.findChild(QLineEdit, name)
        assert field is not None
        field.setText(text)
    box = dialog.findChild(QAbstractButton, "set_up_import")
    assert box is not None
    box.click()
    press(dialog, "button_begin")
    own = window_of(program, qtbot)
    assert own.windowTitle().startswith("Elm Hospice")
    assert not any("thrown away" in words for words in own.status.words)
    assert (tmp_path / "agency.db").exists()


def test_a_zip_that_does_not_exist_is_said_beside_its_field_and_nothing_is_lost(
    begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    page = begin(tmp_path).shown
    assert page is not None
    press(page, "button_set_up")
    fields = {
        name: page.findChild(QLineEdit, name) for name in ("field_agency_name", "field_agency_zip", "field_person_1")
    }
    for (_, field), text in zip(fields.items(), ("Elm Hospice", "00002", "Bo Ray"), strict=True):
        assert field is not None
        field.setText(text)
    press(page, "button_set_up_next")
    code = fields["field_agency_zip"]
    assert code is not None
    qtbot.waitUntil(lambda: "There is no ZIP code 00002" in code.accessibleDescription(), timeout=PATIENCE)
    assert fields["field_agency_name"].text() == "Elm Hospice"  # type: ignore[union-attr]
    dialog = page.findChild(SetUpDialog)
    assert dialog is not None
    dialog.close()  # left open it would take the keys of every later test's window


def test_looking_around_leaves_the_own_folder_empty(
    begin: Begin, tmp_path: Path, qtbot: QtBot, founded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def quick_sample(folder: Path) -> None:
        seen.append(folder)
        shutil.copytree(founded, folder, dirs_exist_ok=True)

    monkeypatch.setattr("hhcrm.app.bootstrap.make_sample", quick_sample)
    program = begin(tmp_path)
    assert program.shown is not None
    press(program.shown, "button_look_around")
    window = window_of(program, qtbot)
    assert any("thrown away" in words for words in window.status.words)
    take_apart(program)
    assert not seen[0].exists()
    assert not (tmp_path / "agency.db").exists()


def test_a_damaged_agency_offers_its_newest_good_backup_and_opens_after_it(
    begin: Begin, data: Path, qtbot: QtBot
) -> None:
    agency = Agency(Folder(data), Clock(TODAY, ZONE))
    agency.back_up()
    (data / "agency.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 8_192)
    program = begin(data)
    qtbot.waitUntil(lambda: isinstance(program.shown, FaultBox), timeout=PATIENCE)
    box = program.shown
    assert isinstance(box, FaultBox)
    assert str(list_backups(data / "backups")[0].path) in box.informativeText()
    press(box, "button_restore_backup")
    assert window_of(program, qtbot).windowTitle().startswith("Harbor Home Health")


def test_a_second_fault_of_the_same_opening_that_comes_late_does_not_close_what_was_restored(
    begin: Begin, data: Path, qtbot: QtBot
) -> None:
    agency = Agency(Folder(data), Clock(TODAY, ZONE))
    agency.back_up()
    (data / "agency.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 8_192)
    program = begin(data)
    late = program._bring(program._on_closed)
    qtbot.waitUntil(lambda: isinstance(program.shown, FaultBox), timeout=PATIENCE)
    box = program.shown
    assert isinstance(box, FaultBox)
    press(box, "button_restore_backup")
    window = window_of(program, qtbot)
    late(Damaged("The same, said again."))
    qtbot.wait(50)
    assert program.shown is window


def test_the_first_change_of_a_day_is_followed_by_a_backup(begin: Begin, data: Path, qtbot: QtBot) -> None:
    window = window_of(begin(data), qtbot)
    add_source(window, "Elm Clinic")
    qtbot.waitUntil(lambda: len(list_backups(data / "backups")) == 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: any("Last backup" in words for words in window.status.words), timeout=PATIENCE)


def test_what_was_written_after_the_last_backup_is_in_one_when_the_window_has_closed(
    begin: Begin, data: Path, qtbot: QtBot
) -> None:
    program = begin(data)
    window = window_of(program, qtbot)
    for name in ("Elm Clinic", "Oak Clinic"):
        with qtbot.waitSignal(window.desk.changed, timeout=PATIENCE):
            add_source(window, name)
        qtbot.waitUntil(lambda: any("Last backup" in words for words in window.status.words), timeout=PATIENCE)
    take_apart(program)
    assert any(b"Oak Clinic" in backup.path.read_bytes() for backup in list_backups(data / "backups"))


def test_what_another_process_writes_is_told(begin: Begin, data: Path, qtbot: QtBot, tmp_path: Path) -> None:
    window = window_of(begin(data), qtbot)
    qtbot.waitUntil(lambda: "No backup yet" in window.status.words, timeout=PATIENCE)  # it has settled: it listens
    told: list[ChangeSet] = []
    window.desk.changed.connect(told.append)
    (tmp_path / "list.csv").write_text("Facility,Type\nElm Clinic,Hospital\n", "utf-8")
    words = ["--data", str(data), "import", "sources", str(tmp_path / "list.csv")]
    subprocess.run([sys.executable, "-m", "hhcrm", *words], check=True, capture_output=True)
    qtbot.waitUntil(lambda: any(changes.touches("referral_source") for changes in told), timeout=PATIENCE)


def test_an_act_of_our_own_is_told_once(begin: Begin, data: Path, qtbot: QtBot) -> None:
    window = window_of(begin(data), qtbot)
    qtbot.waitUntil(lambda: "No backup yet" in window.status.words, timeout=PATIENCE)
    told: list[ChangeSet] = []
    window.desk.changed.connect(told.append)
    for name in ("Elm Clinic", "Oak Clinic"):
        add_source(window, name)
    qtbot.waitUntil(lambda: len(told) >= 2, timeout=PATIENCE)
    qtbot.wait(1_200)  # the feed looks every half second: whatever it had to tell would be here
    assert len({changes.step_id for changes in told}) == len(told) == 2


def settings_of(window: MainWindow, page: str) -> SettingsPlace:
    window.go("settings", page=page)
    place = window.place_widget("settings")
    assert isinstance(place, SettingsPlace)
    return place


def sources_in(program: Program) -> list[str]:
    """The names of all sources, asked on this thread of a database of its own."""
    folder = program.agency.folder
    with closing(sqlite3.connect(folder.database)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM referral_source ORDER BY id")]


def test_a_backup_is_put_back_from_the_window_which_opens_again_on_it(begin: Begin, data: Path, qtbot: QtBot) -> None:
    program = begin(data)
    window = window_of(program, qtbot)
    page = settings_of(window, "data").page_widget("data")
    assert isinstance(page, DataPage)
    page.back_up()
    folder = Folder(data)
    qtbot.waitUntil(lambda: len(list_backups(folder.backups)) == 1, timeout=PATIENCE)
    add_source(window, "Written after the backup")
    qtbot.waitUntil(lambda: window.desk.state == "saved" and len(sources_in(program)) == 2, timeout=PATIENCE)
    agency = settings_of(window, "agency").page_widget("agency")
    assert isinstance(agency, AgencyPage)
    qtbot.waitUntil(lambda: agency.form is not None, timeout=PATIENCE)
    assert agency.form is not None
    agency.form.type_into("name", "Half ty")
    by_hand = next(each for each in list_backups(folder.backups) if each.why == "by-hand")
    page.restore(by_hand.path)
    dialog = page.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.rows != [], timeout=PATIENCE)
    assert ("Sources", "1", "2") in dialog.rows
    assert "One change" in dialog.words
    dialog.go.click()
    qtbot.waitUntil(lambda: program.shown is not window, timeout=PATIENCE)
    again = window_of(program, qtbot)
    assert again is not window
    assert [toast.words for toast in again.toasts.shown if "kept as agency-before-restore" not in toast.words] == []
    assert sources_in(program) == ["Mercy Hospital"]
    assert len(list(data.glob("agency-before-restore-*.db"))) == 1
    form_page = settings_of(again, "agency").page_widget("agency")
    assert isinstance(form_page, AgencyPage)
    qtbot.waitUntil(lambda: form_page.form is not None and form_page.form.offers_draft, timeout=PATIENCE)
    add_source(again, "Life goes on")
    qtbot.waitUntil(lambda: sources_in(program) == ["Mercy Hospital", "Life goes on"], timeout=PATIENCE)


def test_a_backup_that_cannot_be_put_back_leaves_what_is_here(begin: Begin, data: Path, qtbot: QtBot) -> None:
    program = begin(data)
    window = window_of(program, qtbot)
    page = settings_of(window, "data").page_widget("data")
    assert isinstance(page, DataPage)
    page.restore(data / "backups" / "gone.db")
    dialog = page.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "There is no file" in dialog.words, timeout=PATIENCE)
    assert not dialog.go.isEnabled()
    dialog.reject()
    program.restore_here(data / "backups" / "gone.db")  # it goes between the look and the deed
    qtbot.waitUntil(lambda: program.shown is not window, timeout=PATIENCE)
    again = window_of(program, qtbot)
    assert sources_in(program) == ["Mercy Hospital"]
    qtbot.waitUntil(lambda: any("There is no file" in toast.words for toast in again.toasts.shown), timeout=PATIENCE)


def test_a_new_name_and_a_new_zone_hold_in_the_window_at_once(begin: Begin, data: Path, qtbot: QtBot) -> None:
    program = begin(data)
    window = window_of(program, qtbot)
    values = {"agency.name": "Harbor and Sons", "agency.time_zone": "America/Denver"}
    window.desk.act(lambda actions: actions.change_settings(ChangeSettings(values, TODAY)))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Harbor and Sons"), timeout=PATIENCE)
    assert program.agency.zone() == ZoneInfo("America/Denver")


def first_answers_of(data: Path) -> FirstAnswers:
    folder = Folder(data)
    return FirstAnswers(folder.cache / "first-answers.json", folder.database)


def test_a_closed_window_leaves_the_first_answers_of_the_next(begin: Begin, data: Path, qtbot: QtBot) -> None:
    program = begin(data)
    window = window_of(program, qtbot)
    with qtbot.waitSignal(window.desk.changed, timeout=PATIENCE):
        add_source(window, "Elm Clinic")
    take_apart(program)
    found = first_answers_of(data).look(Clock(TODAY, ZONE))
    assert found is not None
    assert found.answers.facts.sources == 2


def test_a_change_is_followed_by_other_first_answers_while_the_window_is_open(
    begin: Begin, data: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hhcrm.app.copies.KEEP_AFTER_MS", 1)
    window = window_of(begin(data), qtbot)
    add_source(window, "Elm Clinic")

    def kept() -> None:
        found = first_answers_of(data).look(Clock(TODAY, ZONE))
        assert found is not None
        assert found.answers.facts.sources == 2

    qtbot.waitUntil(kept, timeout=PATIENCE)


def test_first_answers_that_were_wrong_are_put_right_once_the_database_is_open(
    begin: Begin, data: Path, qtbot: QtBot
) -> None:
    agency = Agency(Folder(data), Clock(TODAY, ZONE))
    agency.keep_first_answers()
    agency.close()
    path = data / "cache" / "first-answers.json"
    body = path.read_bytes().partition(b"\n")[2].replace(b"Harbor Home Health", b"Harbor Away Health")
    path.write_bytes(f"hhcrm first answers 1 {zlib.crc32(body):08x}\n".encode() + body)
    program = begin(data)
    window = window_of(program, qtbot)
    told: list[ChangeSet] = []
    window.desk.changed.connect(told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Harbor Home Health"), timeout=PATIENCE)


def test_a_damaged_agency_is_said_though_its_first_answers_are_there(begin: Begin, data: Path, qtbot: QtBot) -> None:
    agency = Agency(Folder(data), Clock(TODAY, ZONE))
    agency.keep_first_answers()
    agency.close()
    with closing(sqlite3.connect(data / "agency.db")) as connection:
        connection.execute("DROP TABLE commitment")  # what the look at the opening sees, the first answers do not
        connection.commit()
    assert first_answers_of(data).look(Clock(TODAY, ZONE)) is not None
    program = begin(data)
    qtbot.waitUntil(lambda: isinstance(program.shown, FaultBox), timeout=PATIENCE)


def test_the_status_line_tells_of_a_backup_made_before_an_import(
    begin: Begin, data: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    agencies: list[Agency] = []

    def rooms(agency: Agency, drafts: Drafts, memory: Memory, ways: Ways) -> Rooms:
        agencies.append(agency)
        return Rooms(agency, drafts, memory, ways)

    monkeypatch.setattr("hhcrm.app.bootstrap.Rooms", rooms)
    window = window_of(begin(data), qtbot)
    qtbot.waitUntil(lambda: "No backup yet" in window.status.words, timeout=PATIENCE)
    window.desk.run(lambda _actions, _steps: agencies[0].back_up("before import"), lambda _at: None)
    qtbot.waitUntil(lambda: any("Last backup Mon, Nov 23" in words for words in window.status.words), timeout=PATIENCE)
    (said,) = [words for words in window.status.words if "Last backup" in words]
    assert said.endswith((" AM", " PM"))


def test_the_window_says_instants_in_the_agency_s_zone(begin: Begin, data: Path, qtbot: QtBot) -> None:
    assert str(window_of(begin(data), qtbot).desk.zone()) == "America/Chicago"
