"""Calendar files in the window: out with how many, in with what would become of each event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.domain.words import VisitStatus
from hhcrm.jobs.runner import Runner
from hhcrm.models.visits import Visit
from hhcrm.queries.calendar_file_models import CalendarWanted
from hhcrm.ui.exchange.calendar_export import CalendarExport, CalendarExportKit
from hhcrm.ui.exchange.calendar_import import CalendarImport, CalendarImportKit
from hhcrm.ui.exchange.calendar_work import CalendarWork
from hhcrm.ui.frame.names import unnamed_in
from tests.ui.exchange_kit import RememberingFrame
from tests.ui.log_visit_kit import TODAY, monday_of_dana

OAK = "Oak Grove Assisted Living"
ZONE = ZoneInfo("America/Chicago")
EVENT = "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{day}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"


class Room:
    """The agency, its desk and a frame that remembers."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.agency = monday_of_dana(folder)
        self.runner = Runner()
        self.desk = self.agency.desk(self.runner)
        self.frame = RememberingFrame()
        self.backups: list[str] = []
        self.work = CalendarWork(lambda: TODAY, lambda: ZONE, self.backups.append)
        self.over = QWidget()
        self.over.resize(1280, 800)

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()))

    def left(self) -> bool:
        """Whether all dialogs are closed; what still runs in one is asked to stop first."""
        shown = [dialog for dialog in self.over.findChildren(QDialog) if dialog.isVisible()]
        for dialog in shown:
            dialog.reject()
        return not shown

    def press(self, dialog: QDialog, name: str) -> None:
        button = dialog.findChild(QAbstractButton, name)
        assert button is not None
        self.until(button.isEnabled)
        button.click()

    def words(self, dialog: QDialog, name: str) -> str:
        button = dialog.findChild(QAbstractButton, name)
        assert button is not None
        return button.text()

    def file(self, *events: tuple[str, str, str]) -> Path:
        body = "".join(EVENT.format(uid=uid, day=day, title=title) for uid, day, title in events)
        path = self.folder / "calendar.ics"
        path.write_text(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n", encoding="utf-8", newline="")
        return path

    def importing(self, path: Path) -> CalendarImport:
        dialog = CalendarImport(
            self.desk, self.frame, CalendarImportKit(self.work, lambda _parent: str(path)), self.over
        )
        dialog.show()
        self.press(dialog, "calendar_import_choose")
        return dialog

    def visits(self, uid: str) -> list[tuple[object, ...]]:
        v = Visit.__table__.c
        return [tuple(row) for row in self.agency.rows(select(v.visit_on, v.status).where(v.uid == uid))]


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path, qtbot)
    yield room
    room.until(room.left)
    shiboken6.delete(room.over)
    room.desk.close()
    room.runner.close()
    room.agency.engine.dispose()


def test_the_calendar_file_of_a_day_begins_with_that_day_and_person(room: Room) -> None:
    wanted = CalendarWanted(TODAY, TODAY, room.agency.user_id)
    dialog = CalendarExport(room.desk, room.frame, CalendarExportKit(room.work), room.over, wanted)
    dialog.show()
    room.until(lambda: dialog.wanted() == wanted and dialog._count is not None)
    assert dialog.whose.currentText() == "Dana Whitfield"


def test_what_becomes_of_each_event_is_seen_before_anything_is_written(room: Room) -> None:
    path = room.file(("1", "20261201T090000", OAK), ("2", "20261201T100000", "Dentist"))
    dialog = room.importing(path)
    room.until(lambda: dialog.outcome is not None)
    assert [figure.number.text() for figure in dialog.figures] == ["1", "0", "0", "1"]
    assert room.words(dialog, "calendar_import_button") == "&Import 1 event"
    assert [entry.title.text() for entry in dialog.listed.entries()] == ["Dentist", OAK]
    assert room.visits("1") == []
    assert unnamed_in(dialog) == []
    room.press(dialog, "calendar_import_button")
    room.until(lambda: room.frame.toasts)
    assert room.frame.toasts[0][0] == "1 visits planned, 0 moved or cancelled"
    assert len(room.visits("1")) == 1
    assert room.backups == ["before import"]
    assert not dialog.isVisible()


def test_an_unclear_event_is_answered_and_comes_in(room: Room) -> None:
    dialog = room.importing(room.file(("1", "20261201T090000", "Oak Grove")))
    room.until(lambda: dialog.outcome is not None)
    assert room.words(dialog, "calendar_import_button") == "Nothing to import"
    box = dialog.findChild(QComboBox, "calendar_event_3_source")
    assert box is not None
    box.setCurrentIndex(1)
    assert room.words(dialog, "calendar_import_button") == "&Import 1 event"
    room.press(dialog, "calendar_import_button")
    room.until(lambda: room.visits("1"))


def test_the_import_is_undone_with_the_last_step(room: Room) -> None:
    dialog = room.importing(room.file(("1", "20261201T090000", OAK)))
    room.press(dialog, "calendar_import_button")
    room.until(lambda: room.visits("1"))
    room.desk.act(lambda actions: actions.undo())
    room.until(lambda: not room.visits("1"))


def test_a_moved_and_a_cancelled_event_are_counted_and_carried_out(room: Room) -> None:
    first = room.importing(room.file(("1", "20261201T090000", OAK)))
    room.press(first, "calendar_import_button")
    room.until(lambda: room.visits("1"))
    path = room.file(("1", "20261203T090000", OAK))
    path.write_text(path.read_text().replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY"), newline="")
    second = room.importing(path)
    room.until(lambda: second.outcome is not None)
    assert [figure.number.text() for figure in second.figures] == ["0", "1", "0", "0"]
    room.press(second, "calendar_import_button")
    room.until(lambda: [status for _, status in room.visits("1")] == [VisitStatus.CANCELLED])


def test_what_is_no_calendar_is_said_in_the_dialog_and_another_can_be_chosen(room: Room) -> None:
    path = room.folder / "list.csv"
    path.write_text("name,day\r\n")
    dialog = room.importing(path)
    room.until(dialog.said.isVisible)
    assert "is no calendar file" in dialog.said.text()
    dialog.open_path(room.file(("1", "20261201T090000", OAK)))
    room.until(lambda: dialog.outcome is not None)
    assert not dialog.said.isVisible()


def test_esc_stops_the_reading_of_a_long_file_and_then_closes(room: Room) -> None:
    many = [(str(n), f"202612{1 + n % 28:02}T{n % 24:02}{n % 60:02}00", OAK) for n in range(4_000)]
    dialog = room.importing(room.file(*many))
    assert dialog.work.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    room.until(lambda: not dialog.work.isVisible())
    assert dialog.isVisible()
    assert dialog.outcome is None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert room.visits("1") == []


def test_the_export_says_how_many_and_writes_as_many(room: Room) -> None:
    target = room.folder / "out"
    shown: list[Path] = []
    kit = CalendarExportKit(room.work, lambda _parent, _offered: str(target), shown.append)
    dialog = CalendarExport(room.desk, room.frame, kit, room.over)
    dialog.show()
    room.until(lambda: room.words(dialog, "calendar_export_button") == "&Export 4 visits")
    assert unnamed_in(dialog) == []
    room.until(lambda: dialog.whose.findText("Dana Whitfield") > 0)
    room.press(dialog, "calendar_export_button")
    room.until(lambda: room.frame.toasts)
    words, way_on = room.frame.toasts[0]
    assert words == "4 visits exported to out.ics."
    assert (room.folder / "out.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 4
    assert way_on is not None
    way_on[1]()
    assert shown == [room.folder / "out.ics"]


def test_a_day_that_is_none_is_said_beside_it(room: Room) -> None:
    kit = CalendarExportKit(room.work, lambda _parent, _offered: "", lambda _path: None)
    dialog = CalendarExport(room.desk, room.frame, kit, room.over)
    dialog.show()
    editor = dialog.until_field.editor
    editor.setText("soonish")  # type: ignore[attr-defined]  # a line edit
    assert dialog.wanted() is None
    editor.setText("yesterday")  # type: ignore[attr-defined]  # a line edit
    assert dialog.wanted() is None
    editor.setText("+10")  # type: ignore[attr-defined]  # a line edit
    assert dialog.wanted() is not None
