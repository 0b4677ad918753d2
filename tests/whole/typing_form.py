"""A window in a process of its own, in which something is half typed until the process is killed.

Run as ``python -m tests.whole.typing_form DATA FORM...``; each form is left standing or closed once its draft is on the
disk, and the last is typed into when the process is killed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from hhcrm.domain.words import ReferralStage
from hhcrm.ui.frame.window import MainWindow
from tests.shots import GUISES, Studio, studio

MARK = "Quillfeather"
"""What is typed."""

_FOREVER_MS = 120_000


def _press(inside: QWidget, name: str) -> None:
    button = inside.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()


def _type(inside: QWidget, name: str) -> None:
    """Type into a field by its name."""
    field = inside.findChild(QWidget, name)
    assert isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit), (name, field)
    field.setFocus()
    QTest.keyClicks(field, MARK)


def _window(room: Studio) -> MainWindow:
    assert isinstance(room.program.shown, MainWindow)
    return room.program.shown


def _log_visit(room: Studio) -> None:
    _window(room).log_visit()
    room.rest()
    _type(_window(room), "log_notes")


def _end_of_day(room: Studio) -> None:
    _press(_window(room), "today_end_of_day")
    room.rest()
    window = _window(room)
    note = next(each for each in window.findChildren(QLineEdit) if each.objectName().endswith("_note"))
    note.setFocus()
    QTest.keyClicks(note, MARK)


def _new_source(room: Studio) -> None:
    window = _window(room)
    window.go("sources")
    room.rest()
    place: Any = window.place_widget("sources")
    place.add_source()
    place.pane.form.form.type_into("name", MARK)


def _edit_source(room: Studio) -> None:
    window = _window(room)
    window.go("sources")
    room.rest()
    place: Any = window.place_widget("sources")
    place.table.setCurrentIndex(place.table.model().index(0, 0))
    room.rest()
    place.pane.edit()
    room.rest()
    place.pane.form.form.type_into("next_step", MARK)


def _new_referral(room: Studio) -> None:
    window = _window(room)
    window.go("referrals")
    room.rest()
    window.new_referral()
    room.rest()
    place: Any = window.place_widget("referrals")
    place.pane.form.form.type_into("notes", MARK)


def _plan_visit(room: Studio) -> None:
    window = _window(room)
    window.go("calendar")
    room.rest()
    _press(window, "calendar_new")
    room.rest()
    dialog: Any = QApplication.activeModalWidget()
    dialog.form.type_into("purpose", MARK)


def _agency(room: Studio) -> None:
    window = _window(room)
    window.go("settings", page="agency")
    room.rest()
    place: Any = window.place_widget("settings")
    place.page_widget("agency").form.type_into("name", MARK)


def _holiday(room: Studio) -> None:
    window = _window(room)
    window.go("settings", page="holidays")
    room.rest()
    _press(window, "settings_holidays_add")
    place: Any = window.place_widget("settings")
    place.page_widget("holidays").holidays.form.type_into("name", MARK)


def _set_up(room: Studio) -> None:
    assert room.program.shown is not None
    _press(room.program.shown, "button_set_up")
    _type(room.program.shown, "field_agency_name")


def _import(room: Studio) -> None:
    window = _window(room)
    path = Path(sys.argv[1]) / f"{MARK}.csv"
    path.write_text("Facility,Extra\r\nMercy,12\r\n", encoding="utf-8")
    window.actions_by_name["import"].trigger()
    dialog: Any = QApplication.activeModalWidget()
    dialog.open_path(path)
    room.rest()
    dialog.columns.table.chosen.emit(1, "beds")


def _source_tab(room: Studio, name: str) -> Any:
    window = _window(room)
    window.go("sources")
    room.rest()
    place: Any = window.place_widget("sources")
    place.table.setCurrentIndex(place.table.model().index(1, 0))
    room.rest()
    place.pane.tabs.open(name)
    room.rest()
    return place.pane.tabs.page(name)


def _affiliation(room: Studio) -> None:
    tab = _source_tab(room, "people")
    tab.edit_place(tab.people[0].contact_id)
    room.rest()
    tab.editing.type_into("title", MARK)


def _commitment(room: Studio) -> None:
    tab = _source_tab(room, "commitments")
    tab.add()
    room.rest()
    tab.editing.type_into("text", MARK)


def _list_value(room: Studio) -> None:
    window = _window(room)
    window.go("settings", page="lists")
    room.rest()
    place: Any = window.place_widget("settings")
    pane = place.page_widget("lists").pane
    pane.begin_new()
    room.rest()
    pane.form.type_into("name", MARK)


def _time_off(room: Studio) -> None:
    window = _window(room)
    window.go("settings", page="holidays")
    room.rest()
    place: Any = window.place_widget("settings")
    section = place.page_widget("holidays").time_off
    section.begin_new()
    section.form.type_into("why", MARK)


def _move(room: Studio) -> None:
    window = _window(room)
    window.go("referrals")
    room.rest()
    place: Any = window.place_widget("referrals")
    row = next(column for column in place.board.columns if column.list.cards.rowCount())
    place.mover.move(row.list.cards.card(0).referral_id, ReferralStage.ON_HOLD)
    room.rest()
    _type(place.mover.dialog, "move_note")


def _answer(room: Studio) -> None:
    window = _window(room)
    window.go("sources")
    room.rest()
    place: Any = window.place_widget("sources")
    place.filters.view.save_asked.emit()
    _type(place, "sources_ask_line")


FORMS: Mapping[str, Callable[[Studio], None]] = {
    "log_visit": _log_visit,
    "end_of_day": _end_of_day,
    "source/new": _new_source,
    "source": _edit_source,
    "referral": _new_referral,
    "plan_visit": _plan_visit,
    "settings": _agency,
    "holidays": _holiday,
    "set_up": _set_up,
    "import_list": _import,
    "place": _affiliation,
    "commitment": _commitment,
    "list": _list_value,
    "time_off": _time_off,
    "referral_move": _move,
    "answer": _answer,
}
"""By the kind of draft that it leaves."""


def kept_in(data: Path) -> list[Path]:
    """The drafts on the disk in which something was typed."""
    return [path for path in (data / "drafts").glob("*.json") if MARK in path.read_text()]


def _until_kept(room: Studio, data: Path, count: int) -> None:
    for _turn in range(100):
        room.rest()
        if len(kept_in(data)) >= count:
            return
    raise AssertionError(f"{len(kept_in(data))} of {count} drafts came to the disk")


def _close_dialog(room: Studio) -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
        room.rest()


def main() -> None:
    """Type into one form after the other, and wait to be killed."""
    data, forms = Path(sys.argv[1]), sys.argv[2:]
    with studio(data, GUISES[0]) as room:
        for count, form in enumerate(forms, start=1):
            FORMS[form](room)
            if form != forms[-1]:
                _until_kept(room, data, count)
                _close_dialog(room)
        QTimer.singleShot(_FOREVER_MS, QApplication.quit)
        QApplication.exec()


if __name__ == "__main__":
    main()
