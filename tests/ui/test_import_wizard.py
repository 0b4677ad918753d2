"""Importing a list at the keyboard: file, columns, preview, import, undo; on a real database with real files."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.exchange.fields import RecordKind, columns_of
from hhcrm.exchange.writer import write_xlsx
from hhcrm.jobs.runner import Runner
from hhcrm.models.sources import ReferralSource
from hhcrm.services.commands import EditSource
from hhcrm.ui.exchange.seeing import see_file
from hhcrm.ui.exchange.wizard import COLUMNS, FILE, HISTORY, PREVIEW, RESULT, ImportWizard
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.look import Look
from tests.ui.exchange_kit import ALT, DATA, DOWN, ENTER, ESC, HOSPITALS, SPACE, Room, open_room, rows_of


@pytest.fixture
def room(qtbot: QtBot, runner: Runner, tmp_path: Path, look: Look) -> Iterator[Room]:
    with open_room(qtbot, runner, tmp_path) as opened:
        yield opened


def button(wizard: ImportWizard, name: str) -> Button:
    found = wizard.findChild(Button, name)
    assert found is not None
    return found


def until_told(room: Room, wizard: ImportWizard, words: str) -> None:
    room.qtbot.waitUntil(lambda: words in wizard.file.path.error)


def words(wizard: ImportWizard, name: str) -> str:
    found = wizard.findChild(QLabel, name)
    assert found is not None
    return found.text()


def line_of(wizard: ImportWizard, column: str) -> tuple[str, str, tuple[str, ...]]:
    assert wizard.columns.table is not None
    line = next(each for each in wizard.columns.table.model_of_columns.lines if each.name == column)
    return line.becomes, line.sure, tuple(text for text, _ in line.cells)


def choose(room: Room, wizard: ImportWizard, column: str, field: str) -> None:
    """Say with the keyboard what a column becomes."""
    table = wizard.columns.table
    assert table is not None
    place = next(each.place for each in table.model_of_columns.lines if each.name == column)
    table.go_to(place)
    table.setFocus()
    room.press(wizard, SPACE)
    box = table.findChild(QComboBox, "field_becomes")
    assert box is not None
    room.qtbot.waitUntil(lambda: box.view().isVisible())
    rows = [str(box.itemData(row)) for row in range(box.count())]
    box.view().setCurrentIndex(box.model().index(rows.index(field), 0))
    QTest.keyClick(box.view(), ENTER)
    room.qtbot.waitUntil(lambda: not box.isVisible())


def test_hospitals_come_in_by_enter_alone_are_seen_and_go_again(room: Room) -> None:
    before = room.sources()
    wizard = room.wizard()
    room.seen(wizard, HOSPITALS)
    assert words(wizard, "import_file_rows") == "cms_hospitals.csv: 30 rows, 38 columns"
    assert "UTF-8" in words(wizard, "import_file_facts")
    assert "comma" in words(wizard, "import_file_facts")
    assert wizard.file.kind.currentData() == RecordKind.SOURCES
    room.checked(wizard)
    assert line_of(wizard, "Facility ID") == ("CCN", "sure", ("010001", "010005", "010006"))
    assert [figure.number.text() for figure in wizard.preview.figures] == ["30", "0", "0", "0"]
    assert wizard.preview.preview is not None
    assert wizard.preview.preview.first[0].title == "SOUTHEAST HEALTH MEDICAL CENTER"
    assert room.sources() == before
    assert room.backups == []
    room.imported(wizard)
    assert room.backups == ["before import"]
    assert room.sources() == before + 30
    room.press(wizard, ENTER)
    assert room.frame.gone == ["sources"]
    said, way_on = room.frame.toasts[-1]
    assert said == "30 sources imported from cms_hospitals.csv."
    assert way_on is not None
    assert way_on[0] == "Undo import"
    way_on[1]()
    room.qtbot.waitUntil(lambda: room.sources() == before)
    room.qtbot.waitUntil(lambda: room.frame.toasts[-1][0] == "The import was taken back.")


def test_undo_on_the_last_page_takes_all_back_and_says_so(room: Room) -> None:
    before = room.sources()
    wizard = room.wizard()
    room.seen(wizard, HOSPITALS)
    room.checked(wizard)
    room.imported(wizard)
    button(wizard, "button_undo_import").click()
    room.qtbot.waitUntil(lambda: words(wizard, "import_result_head") == "The import was taken back")
    assert room.sources() == before
    wizard.reject()
    assert room.frame.toasts == []


def test_the_same_file_again_changes_nothing_and_offers_no_import(room: Room) -> None:
    for _ in range(2):
        wizard = room.wizard()
        room.seen(wizard, HOSPITALS)
        room.checked(wizard)
        if wizard.preview.preview and wizard.preview.preview.counts.created:
            room.imported(wizard)
            wizard.reject()
    assert wizard.preview.preview is not None
    assert wizard.preview.preview.counts.unchanged == 30
    assert button(wizard, "button_import_next").isHidden()
    assert words(wizard, "import_preview_lead").startswith("Nothing would change")
    assert line_of(wizard, "Facility Name")[1] == "as last time"
    wizard.reject()


def test_refused_rows_are_saved_with_the_reason_and_come_in_when_corrected(room: Room) -> None:
    path = room.file("list.csv", "Name,Zip,Tier", "Alder Clinic,37203,A", "Birch Clinic,372,B", "Cedar Clinic,37115,Z")
    before = room.sources()
    wizard = room.wizard()
    room.seen(wizard, path)
    room.checked(wizard)
    assert wizard.preview.preview is not None
    assert [(each.row, each.column, each.value) for each in wizard.preview.preview.refused] == [
        (3, "Zip", "372"),
        (4, "Tier", "Z"),
    ]
    assert "A, B, C" in wizard.preview.preview.refused[1].problem
    room.imported(wizard)
    room.target = str(room.folder / "refused.csv")
    button(wizard, "button_save_refused").click()
    room.qtbot.waitUntil(lambda: "saved in refused.csv" in words(wizard, "import_result_said"))
    wizard.reject()
    kept = rows_of(room.folder / "refused.csv")
    assert [row["Name"] for row in kept] == ["Birch Clinic", "Cedar Clinic"]
    assert "A, B, C" in kept[1]["problem"]
    room.file("corrected.csv", "Name,Zip,Tier,problem", "Birch Clinic,37201,B,was wrong", "Cedar Clinic,37115,C,")
    wizard = room.wizard()
    room.seen(wizard, room.folder / "corrected.csv")
    room.checked(wizard)
    room.imported(wizard)
    assert room.sources() == before + 3
    wizard.reject()


def test_a_wrong_file_is_told_beside_the_field_and_next_stays(room: Room) -> None:
    wizard = room.wizard()
    edit = wizard.file.path.editor
    picture = room.folder / "photo.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    for path, told in ((room.folder / "none.csv", "There is no file"), (picture, "a picture")):
        edit.setText(str(path))  # type: ignore[attr-defined]
        QTest.keyClick(edit, ENTER)
        until_told(room, wizard, told)
    room.press(wizard, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert wizard.step == FILE
    wizard.reject()


def test_next_without_a_file_says_what_to_choose(room: Room) -> None:
    wizard = room.wizard()
    button(wizard, "button_import_next").click()
    assert wizard.step == FILE
    assert wizard.file.path.error == "Choose a CSV or XLSX file."
    wizard.reject()


def test_days_that_can_be_read_in_two_ways_must_be_decided(room: Room) -> None:
    path = room.file("old.csv", "Name,Date added", "Alder Clinic,3/4/2025", "Birch Clinic,5/6/2025")
    wizard = room.wizard()
    room.seen(wizard, path)
    room.press(wizard, ENTER)
    assert words(wizard, "import_day_order_words") == "3/4/2025 is Tue, Mar 4, 2025 or Thu, Apr 3, 2025"
    room.press(wizard, ENTER)
    assert wizard.step == COLUMNS
    assert wizard.focusWidget() is wizard.columns.order
    room.press(wizard, Qt.Key.Key_D)
    assert line_of(wizard, "Date added")[2] == ("Thu, Apr 3, 2025", "Thu, Jun 5, 2025")
    room.press(wizard, ENTER)
    room.qtbot.waitUntil(lambda: wizard.preview.preview is not None)
    room.imported(wizard)
    s = ReferralSource.__table__.c
    days = room.agency.rows(select(s.created_on).where(s.name.in_(("Alder Clinic", "Birch Clinic"))).order_by(s.name))
    assert [row.created_on.isoformat() for row in days] == ["2025-04-03", "2025-06-05"]
    wizard.reject()


def test_one_date_that_proves_the_order_is_enough_wherever_it_stands(room: Room) -> None:
    lines = [f"Clinic {number},3/4/2025" for number in range(150)]
    path = room.file("long.csv", "Name,Date added", *lines, "Last Clinic,3/14/2025")
    wizard = room.wizard()
    room.seen(wizard, path)
    room.press(wizard, ENTER)
    assert wizard.columns.order.value == "mdy"
    assert line_of(wizard, "Date added")[2][0] == "Tue, Mar 4, 2025"
    wizard.reject()


def test_a_missing_required_column_is_asked_for_in_words(room: Room) -> None:
    path = room.file("odd.csv", "Xyz,ZIP", "Alder Clinic,37203", "Birch Clinic,37115")
    wizard = room.wizard()
    room.seen(wizard, path)
    wizard.file.kind.setCurrentIndex(0)
    wizard.file.kind.activated.emit(0)
    room.qtbot.waitUntil(lambda: wizard.file.seen is not None and wizard.file.seen.kind is RecordKind.SOURCES)
    room.press(wizard, Qt.Key.Key_N, ALT)
    room.qtbot.waitUntil(lambda: wizard.step == COLUMNS)
    assert words(wizard, "import_columns_missing").startswith("Name: needed")
    button(wizard, "button_import_next").click()
    assert wizard.step == COLUMNS
    choose(room, wizard, "Xyz", "name")
    assert line_of(wizard, "Xyz")[:2] == ("Name", "your choice")
    assert words(wizard, "import_columns_missing") == ""
    room.press(wizard, ENTER)
    room.qtbot.waitUntil(lambda: wizard.preview.preview is not None)
    wizard.reject()


def test_leaving_a_column_out_leaves_it_out(room: Room) -> None:
    path = room.file("list.csv", "Name,Phone,Notes", "Alder Clinic,615-555-0101,secret")
    wizard = room.wizard()
    room.seen(wizard, path)
    room.press(wizard, ENTER)
    choose(room, wizard, "Notes", "")
    assert line_of(wizard, "Notes")[0] == "Leave out"
    room.press(wizard, ENTER)
    room.qtbot.waitUntil(lambda: wizard.preview.preview is not None)
    room.imported(wizard)
    s = ReferralSource.__table__.c
    assert room.agency.rows(select(s.notes, s.phone).where(s.name == "Alder Clinic"))[0].notes is None
    wizard.reject()


def test_one_value_for_all_rows_can_be_given_and_taken_away(room: Room) -> None:
    path = room.file("list.csv", "Name", "Alder House", "Birch House")
    wizard = room.wizard()
    room.seen(wizard, path)
    room.press(wizard, ENTER)
    bar = wizard.columns.constants
    button(wizard, "button_add_constant").click()
    name, value = bar.findChild(QComboBox, "field_constant_name"), bar.findChild(QComboBox, "field_constant_value")
    assert name is not None
    assert value is not None
    name.setCurrentIndex(name.findData("type"))
    value.setCurrentIndex(value.findText("Assisted living"))
    QTest.keyClick(value, ENTER)
    assert wizard.columns.mapping is not None
    assert wizard.columns.mapping.constants == (("type", "assisted_living"),)
    assert button(wizard, "constant_type").text() == "Type: Assisted living, all rows"
    room.press(wizard, ENTER, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.waitUntil(lambda: wizard.preview.preview is not None)
    room.imported(wizard)
    s = ReferralSource.__table__.c
    types = room.agency.rows(select(s.type_id).where(s.name.in_(("Alder House", "Birch House"))))
    assert {row.type_id for row in types} == {room.agency.types["assisted_living"]}
    wizard.reject()


def test_a_row_that_could_mean_two_sources_is_asked_and_follows_the_answer(room: Room) -> None:
    first, second = room.agency.source("Twin Clinic"), room.agency.source("Twin Clinic")
    path = room.file("list.csv", "Name,Phone", "Twin Clinic,615-555-0199")
    wizard = room.wizard()
    room.seen(wizard, path)
    room.checked(wizard)
    box = wizard.preview.findChild(QComboBox, "field_answer_2")
    assert box is not None
    assert wizard.focusWidget() is box
    assert [box.itemData(row) for row in range(box.count())] == [None, first, second]
    room.press(wizard, DOWN)
    room.press(wizard, DOWN)
    button(wizard, "button_use_answers").click()
    room.qtbot.waitUntil(lambda: wizard.preview.preview is not None and wizard.preview.preview.counts.updated == 1)
    room.imported(wizard)
    s = ReferralSource.__table__.c
    phones = dict(room.agency.rows(select(s.id, s.phone).where(s.name == "Twin Clinic")))
    assert phones[second] is not None
    assert phones[first] is None
    wizard.reject()


def test_cancel_in_the_middle_of_an_import_leaves_nothing_behind(room: Room) -> None:
    before = room.sources()
    wizard = room.wizard()
    room.seen(wizard, HOSPITALS)
    room.checked(wizard)
    # The backup is through, the first row not yet read: Esc is pressed just then, on the interface thread.
    room.before_import = wizard._long.cancel
    room.press(wizard, ENTER)
    room.qtbot.waitUntil(lambda: wizard.step == PREVIEW)
    assert words(wizard, "import_problem") == "The import was stopped. Nothing was changed."
    assert room.sources() == before
    room.before_import = lambda: None
    room.imported(wizard)
    assert room.sources() == before + 30
    wizard.reject()


def test_esc_while_it_runs_stops_it_and_keeps_the_window(room: Room, runner: Runner) -> None:
    before, held = room.sources(), threading.Event()
    wizard = room.wizard()
    room.seen(wizard, HOSPITALS)
    room.checked(wizard)
    room.before_import = lambda: held.wait(10)
    room.press(wizard, ENTER)
    room.qtbot.waitUntil(lambda: bool(room.backups))
    assert room.desk.state == "saving"
    assert runner.busy_writing() == "Importing a list"
    room.press(wizard, ESC)
    assert wizard.isVisible()
    held.set()
    room.qtbot.waitUntil(lambda: wizard.step == PREVIEW)
    assert room.sources() == before
    assert room.desk.state == "saved"
    room.press(wizard, ESC)
    assert not wizard.isVisible()


def test_a_save_waits_while_an_import_runs_and_the_status_says_so(room: Room) -> None:
    held = threading.Event()
    source = room.agency.source("Alder Clinic")
    wizard = room.wizard()
    room.seen(wizard, HOSPITALS)
    room.checked(wizard)
    room.before_import = lambda: held.wait(10)
    room.press(wizard, ENTER)
    room.qtbot.waitUntil(lambda: bool(room.backups))
    states: list[str] = []
    saved: list[object] = []
    room.desk.state_changed.connect(states.append)
    room.desk.act(lambda actions: actions.edit_source(EditSource(source, 1, {"phone": "+16155550101"})), saved.append)
    assert states == ["waiting"]
    held.set()
    room.qtbot.waitUntil(lambda: bool(saved) and wizard.outcome.imported is not None)
    wizard.reject()


def test_earlier_imports_can_be_taken_back(room: Room) -> None:
    before = room.sources()
    wizard = room.wizard()
    room.seen(wizard, HOSPITALS)
    room.checked(wizard)
    room.imported(wizard)
    wizard.reject()
    wizard = room.wizard()
    button(wizard, "button_earlier_imports").click()
    room.qtbot.waitUntil(lambda: wizard.history.table.lines.total == 1)
    assert wizard.step == HISTORY
    run = wizard.history.table.lines.line(0)
    assert run is not None
    assert (run.file_name, run.created, run.undone) == ("cms_hospitals.csv", 30, False)
    button(wizard, "button_undo_run").click()
    room.qtbot.waitUntil(lambda: wizard.history.table.lines.line(0).undone)  # type: ignore[union-attr]
    assert room.sources() == before
    assert not button(wizard, "button_undo_run").isEnabled()
    button(wizard, "button_import_back").click()
    assert wizard.step == FILE
    wizard.reject()


def test_an_import_whose_rows_were_changed_since_is_not_taken_back_and_says_which(room: Room) -> None:
    wizard = room.wizard()
    room.seen(wizard, room.file("list.csv", "Name,Phone", "Alder Clinic,615-555-0101"))
    room.checked(wizard)
    room.imported(wizard)
    s = ReferralSource.__table__.c
    row = room.agency.rows(select(s.id, s.version).where(s.name == "Alder Clinic"))[0]
    room.agency.actions.edit_source(EditSource(row.id, row.version, {"notes": "Met Jo"}))
    button(wizard, "button_undo_import").click()
    room.qtbot.waitUntil(lambda: "Alder Clinic" in words(wizard, "import_result_said"))
    assert room.agency.rows(select(s.notes).where(s.id == row.id))[0].notes == "Met Jo"
    wizard.reject()


def test_a_dropped_file_is_looked_at(room: Room) -> None:
    wizard = room.wizard()
    zone = wizard.findChild(QWidget, "import_drop_zone")
    assert zone is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(HOSPITALS))])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    zone.dropEvent(event)
    room.qtbot.waitUntil(lambda: wizard.file.seen is not None)
    wizard.reject()


def test_a_workbook_with_two_sheets_lets_one_choose(room: Room) -> None:
    path = room.folder / "book.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for sheet, rows in (("Old", [["Name"], ["Alder Clinic"]]), ("New", [["Name"], ["Birch Clinic"], ["Cedar Clinic"]])):
        page = book.add_worksheet(sheet)
        for at, cells in enumerate(rows):
            page.write_row(at, 0, cells)
    book.close()
    wizard = room.wizard()
    room.seen(wizard, path)
    assert [wizard.file.sheet.itemText(at) for at in range(wizard.file.sheet.count())] == ["Old", "New"]
    wizard.file.sheet.setCurrentText("New")
    wizard.file.sheet.activated.emit(1)
    room.qtbot.waitUntil(lambda: wizard.file.seen is not None and wizard.file.seen.rows == 2)
    assert "New" in words(wizard, "import_file_facts")
    wizard.reject()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cms_hospitals.csv", RecordKind.SOURCES),
        ("cms_nursing_homes_2026.csv", RecordKind.SOURCES),
        ("cms_nursing_homes_older.csv", RecordKind.SOURCES),
        ("hubspot_companies.csv", RecordKind.SOURCES),
        ("cms_clinicians.csv", RecordKind.CONTACTS),
        ("nppes_people.csv", RecordKind.CONTACTS),
        ("google_contacts.csv", RecordKind.CONTACTS),
        ("outlook_classic.csv", RecordKind.CONTACTS),
        ("outlook_com.csv", RecordKind.CONTACTS),
        ("thunderbird.csv", RecordKind.CONTACTS),
        ("hubspot_contacts.csv", RecordKind.CONTACTS),
        ("hubspot_activities.csv", RecordKind.VISITS),
    ],
)
def test_the_kind_of_a_real_file_is_guessed(name: str, kind: RecordKind) -> None:
    assert see_file(DATA / name, None, None, lambda _kind, _shape: None).kind is kind


def test_our_own_export_is_recognised_whatever_it_holds(room: Room) -> None:
    for kind in RecordKind:
        header = columns_of(kind, identifiers=True)
        path = room.folder / "x.xlsx"
        write_xlsx(path, header, [["1", *[""] * (len(header) - 1)]])
        assert see_file(path, None, None, lambda _kind, _shape: None).kind is kind


def test_every_control_has_a_name_on_every_page(room: Room) -> None:
    wizard = room.wizard()
    room.seen(wizard, room.file("list.csv", "Name,Zip,Tier", "Alder Clinic,37203,A", "Birch Clinic,372,B"))
    room.checked(wizard)
    room.imported(wizard)
    assert wizard.step == RESULT
    popups_of_boxes = "QListView '' ''"  # made and named by Qt
    assert [each for each in unnamed_in(wizard) if each != popups_of_boxes] == []
    wizard.reject()


def test_tab_follows_the_eye_on_the_columns_page(room: Room) -> None:
    wizard = room.wizard()
    room.seen(wizard, room.file("nursing homes.csv", "Name,Date added", "Alder Clinic,3/4/2025"))
    room.press(wizard, ENTER)
    assert wizard.columns.table is not None
    wizard.columns.order.setFocus()
    chain = []
    for _ in range(7):
        chain.append(wizard.focusWidget().objectName())
        wizard.focusNextChild()
    assert chain == [
        "field_day_order",
        "import_columns",
        "constant_type",
        "button_add_constant",
        "field_remember_mapping",
        "button_import_close",
        "button_import_back",
    ]
    wizard.reject()
