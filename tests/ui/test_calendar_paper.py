"""Printing and PDF out of the window, and the time off dialog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from hhcrm.jobs.runner import Runner
from hhcrm.ui.calendar.keys import KEYS
from hhcrm.ui.calendar.keys_dialog import KeysDialog
from hhcrm.ui.calendar.more_menu import more_menu
from hhcrm.ui.calendar.paper import file_name
from hhcrm.ui.calendar.time_off_dialog import TimeOffDialog
from hhcrm.ui.settings.entry_section import NEW
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from hhcrm.ui.shared.tags import Tag
from tests.ui.calendar_kit import Wall
from tests.ui.log_visit_kit import TODAY, monday_of_dana


@pytest.fixture
def wall(tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot) -> Iterator[Wall]:
    agency = monday_of_dana(tmp_path)
    wall = Wall(agency, runner, look, memory, qtbot)
    yield wall
    wall.close()
    agency.engine.dispose()


@pytest.mark.parametrize(("week", "name"), [(True, "week-2026-11-23.pdf"), (False, "day-2026-11-23.pdf")])
def test_a_pdf_is_saved_where_the_person_says(wall: Wall, tmp_path: Path, week: bool, name: str) -> None:
    wall.place.save_pdf(week=week)
    dialog = wall.place.findChild(QFileDialog)
    assert dialog is not None
    assert [Path(each).name for each in dialog.selectedFiles()] == [name]
    dialog.reject()
    file = tmp_path / "out" / name
    wall.place._paper().write(wall.place.filters.asked(), TODAY, file, week=week)
    wall.wait_for(lambda: wall.toasts() == [f"Saved as {name}."])
    assert file.read_bytes().startswith(b"%PDF-")


def test_a_file_that_cannot_be_written_is_said(wall: Wall, tmp_path: Path) -> None:
    (tmp_path / "there.pdf").mkdir()
    wall.place._paper().write(wall.place.filters.asked(), TODAY, tmp_path / "there.pdf", week=True)
    wall.wait_for(lambda: bool(wall.toasts()))
    assert wall.toasts()[0].startswith("there.pdf cannot be written")


def test_pages_go_to_the_printer_that_was_chosen(wall: Wall, tmp_path: Path) -> None:
    wall.place.print_it(week=True)
    dialog = wall.place.findChild(QPrintDialog)
    assert dialog is not None
    dialog.reject()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    wall.place._paper().send(wall.place.filters.asked(), TODAY, printer, week=False)
    wall.wait_for(lambda: wall.toasts() == ["Sent to the printer."])
    assert (tmp_path / "printed.pdf").stat().st_size > 1000


def test_the_route_sheet_of_the_day_in_hand_is_saved_printed_and_offered_as_a_calendar_file(
    wall: Wall, tmp_path: Path
) -> None:
    offered: list[tuple[date, int | None]] = []
    wall.place._kit = replace(wall.place.kit, export_day=lambda day, liaison_id: offered.append((day, liaison_id)))
    wall.settle()
    wall.place.pages.route.click()
    menu = wall.place.findChild(QMenu, "calendar_route_menu")
    assert menu is not None
    ways = {action.objectName(): action for action in menu.actions()}
    assert (ways["calendar_route_day"].text(), ways["calendar_route_day"].isEnabled()) == ("Mon, Nov 23, 2026", False)
    ways["calendar_route_pdf_a4"].trigger()
    dialog = wall.place.findChild(QFileDialog)
    assert dialog is not None
    assert [Path(each).name for each in dialog.selectedFiles()] == ["route-2026-11-23.pdf"]
    dialog.reject()
    ways["calendar_route_file"].trigger()
    menu.close()
    assert offered == [(TODAY, wall.agency.user_id)]
    paper, dana = wall.place._route(), wall.agency.user_id
    paper.write("a4", TODAY, dana, tmp_path / "route.pdf")
    wall.wait_for(lambda: wall.toasts() == ["Saved as route.pdf."])
    assert (tmp_path / "route.pdf").read_bytes().startswith(b"%PDF-")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    paper.send(TODAY, dana, printer)
    wall.wait_for(lambda: "Sent to the printer." in wall.toasts())
    paper.write("letter", date(2026, 12, 24), dana, tmp_path / "none.pdf")
    wall.wait_for(lambda: "No visit is planned for this day, so there is no route sheet." in wall.toasts())
    assert not (tmp_path / "none.pdf").exists()


@pytest.mark.parametrize("view", ["month", "week", "day"])
def test_the_menu_of_a_day_without_a_visit_in_hand_has_its_route_sheet(wall: Wall, view: str) -> None:
    wall.place.set_view(view)  # type: ignore[arg-type]  # one of them
    wall.settle()
    wall.place.state.point(date(2026, 11, 25))
    part = {"month": wall.place.month.viewport()}.get(view, wall.place.grid.body)
    where = part.rect().center()
    QApplication.sendEvent(part, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, part.mapToGlobal(where)))
    menu = wall.place.findChild(QMenu, "calendar_day_menu")
    assert menu is not None
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names[:2] == ["calendar_day_plan", "calendar_day_show"]
    assert names[2:6] == ["calendar_route_day", "calendar_route_pdf", "calendar_route_pdf_a4", "calendar_route_print"]
    menu.close()


def test_a_files_name_says_the_day_and_nobody() -> None:
    assert file_name(date(2026, 11, 25), week=True) == "week-2026-11-23.pdf"
    assert file_name(date(2026, 11, 25), week=False) == "day-2026-11-25.pdf"


def time_off(wall: Wall) -> TimeOffDialog:
    wall.place.open_time_off()
    wall.settle()
    (dialog,) = wall.main.findChildren(TimeOffDialog)
    return dialog


def press(dialog: TimeOffDialog, name: str) -> None:
    button = dialog.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()


def test_time_off_is_added_changed_and_removed(wall: Wall) -> None:
    dialog = time_off(wall)
    dialog.add()
    form = dialog.entries.editing
    assert isinstance(form, Form)
    form.type_into("from_on", "12/21/2026")
    form.type_into("until_on", "12/20/2026")
    form.save.click()
    wall.settle()
    assert form.field("until_on").error == "The last day lies before the first."
    form.type_into("until_on", "12/23/2026")
    form.save.click()
    wall.settle()
    (line,) = dialog.lines
    assert (line.user, line.from_on, line.until_on) == ("Dana Whitfield", date(2026, 12, 21), date(2026, 12, 23))
    press(dialog, f"calendar_time_off_{line.time_off_id}_change")
    form = dialog.entries.editing
    assert isinstance(form, Form)
    form.type_into("why", "at home")
    form.save.click()
    wall.settle()
    (line,) = dialog.lines
    assert line.why == "at home"
    press(dialog, f"calendar_time_off_{line.time_off_id}_remove")
    wall.settle()
    assert dialog.lines == ()
    dialog.reject()
    wall.main.undo()
    wall.settle()
    assert [each.why for each in wall.place.state.span.away(date(2026, 12, 21))] == []
    wall.place.show_where(day=date(2026, 12, 21))
    wall.settle()
    assert [each.why for each in wall.place.state.span.away(date(2026, 12, 21))] == ["at home"]


def test_half_typed_time_off_is_offered_again(wall: Wall) -> None:
    dialog = time_off(wall)
    dialog.add()
    form = dialog.entries.editing
    assert isinstance(form, Form)
    form.type_into("why", "half")
    dialog.reject()
    wall.settle()
    wall.wait_for(lambda: len(wall.drafts.all("time_off")) == 1)
    assert wall.drafts.get("time_off", str(NEW)) is not None  # where Settings looks for it
    again = time_off(wall)
    again.add()
    form = again.entries.editing
    assert isinstance(form, Form)
    assert form.offers_draft
    again.reject()


def test_the_menu_has_paper_time_off_weekends_and_keys(wall: Wall) -> None:
    names = [action.objectName() for action in more_menu(wall.place).actions() if not action.isSeparator()]
    assert [name for name in names if name] == [
        "calendar_print_week", "calendar_print_day", "calendar_pdf_week", "calendar_pdf_day",
        "calendar_plan_my_week", "calendar_time_off", "calendar_keys",
    ]  # fmt: skip
    wall.place.show_keys()
    (dialog,) = wall.main.findChildren(KeysDialog)
    assert [tag.words for tag in dialog.findChildren(Tag)] == [keys for keys, _ in KEYS]
    dialog.accept()
    assert QApplication.activeModalWidget() is None
