"""A liaison's whole day without a mouse, on the sample agency: each step by the keys that a person would press."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.shots import GUISES, Studio, studio
from tests.whole.walking import window_of

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
MOST_TABS = 150
MOST_WAITS = 60


class Keyboard:
    """What a person has: keys, and what has the keyboard just now."""

    def __init__(self, room: Studio, data: Path) -> None:
        self.room = room
        self.window = window_of(room)
        self._data = data
        self.presses = 0
        self.window.activateWindow()
        self.room.rest()

    @property
    def at(self) -> QWidget:
        """The widget that has the keyboard. A desktop activates the window again when its dialog has gone."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        shown = QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is not shown:
            shown.activateWindow()
            self.room.rest()
        return QApplication.focusWidget() or shown

    def press(self, key: Key, *modifiers: Qt.KeyboardModifier) -> None:
        """One key, then wait until what it brought about is done."""
        self.presses += 1
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self.at, key, held)
        self.room.rest()

    def type(self, text: str) -> None:
        """Letters, then wait for what they find."""
        self.presses += len(text)
        QTest.keyClicks(self.at, text)
        self.room.rest()
        QTest.qWait(200)  # the pauses after which fields ask while somebody types
        self.room.rest()

    def until(self, there: Callable[[], bool], what: str) -> None:
        """Wait as a person does who sees that it is not there yet."""
        for _ in range(MOST_WAITS):
            if there():
                return
            QTest.qWait(50)
            self.room.rest()
        dialog = QApplication.activeModalWidget()
        said = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()] if dialog is not None else []
        raise AssertionError(f"{what} does not come: {self.at} has the keyboard, dialog '{dialog_name()}' says {said}")

    def tab_to(self, name: str) -> None:
        """Tab until the control of that name has the keyboard."""
        seen = []
        for _ in range(MOST_TABS):
            if self.at.objectName() == name:
                return
            seen.append(self.at.objectName())
            QTest.keyClick(self.at, Key.Key_Tab)
            self.presses += 1
        raise AssertionError(f"Tab does not come to {name}, only to {list(dict.fromkeys(seen))}")

    def find(self, text: str) -> None:
        """Ctrl+K, the text, Enter."""
        self.press(Key.Key_K, CTRL)
        self.type(text)
        self.until(self.window.search.found_list.isVisible, "what was found")
        self.press(Key.Key_Return)

    def asked(self, statement: str, *values: object) -> list[Any]:
        """Rows of the agency's own file."""
        with closing(sqlite3.connect(self._data / "agency.db")) as connection:
            return connection.execute(statement, values).fetchall()

    def count(self, table: str) -> int:
        """Rows of a table that are not archived."""
        return int(self.asked(f"SELECT count(*) FROM {table} WHERE archived_at IS NULL")[0][0])


def test_a_liaisons_day(sample: Path) -> None:
    give_a_full_day(sample)
    with studio(sample, GUISES[0]) as room:
        keys = Keyboard(room, sample)
        log_the_first_visit(keys)
        plan_another_for_tomorrow(keys)
        referral = record_a_referral(keys)
        move_it_a_stage(keys, referral)
        promise_something_to_a_person_found(keys)
        look_at_measure(keys)
        end_the_day(keys)
        undo_one_thing(keys)
        quit_the_program(keys)


def give_a_full_day(data: Path) -> None:
    """All visits of the day are those of the liaison who sits at the desk: the sample's have few of their own."""
    with closing(sqlite3.connect(data / "agency.db")) as connection, connection:
        planned = "visit_on = '2026-11-23' AND status = 'planned'"
        first = f"(SELECT min(liaison_id) FROM visit WHERE {planned})"
        connection.execute(f"UPDATE visit SET liaison_id = {first} WHERE {planned}")
    (data / "cache" / "first-answers.json").unlink()


def log_the_first_visit(keys: Keyboard) -> None:
    """Today's first row has the keyboard when the window opens; Enter logs it."""
    assert keys.at.objectName().startswith("today_row_visit_"), keys.at.objectName()
    visit = int(keys.at.objectName().rpartition("_")[2])
    keys.press(Key.Key_Return)
    keys.until(lambda: dialog_name() == "log_visit", "log_visit")
    keys.tab_to("log_advance")
    keys.press(Key.Key_A)
    keys.tab_to("log_notes")
    keys.type("Asked how soon we can start after a hip fracture")
    keys.press(Key.Key_Return, CTRL)
    keys.until(lambda: dialog_name() == "", "the window")
    assert keys.asked("SELECT status, notes FROM visit WHERE id = ?", visit) == [
        ("completed", "Asked how soon we can start after a hip fracture")
    ]


def plan_another_for_tomorrow(keys: Keyboard) -> None:
    """The calendar by its number, one day on, N for a new visit."""
    before = keys.asked("SELECT max(id) FROM visit")[0][0]
    keys.press(Key.Key_2, CTRL)
    keys.until(lambda: keys.window.place == "calendar", "calendar")
    keys.press(Key.Key_Right)
    keys.press(Key.Key_N)
    keys.until(lambda: dialog_name() == "calendar_visit", "calendar_visit")
    name = keys.asked("SELECT name FROM referral_source WHERE archived_at IS NULL ORDER BY name_key")[0][0]
    keys.tab_to("calendar_visit_form_source")
    keys.type(name[:9])
    keys.until(lambda: QApplication.activePopupWidget() is not None, "the list of sources")
    keys.press(Key.Key_Down)
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Return, CTRL)
    keys.until(lambda: dialog_name() == "", "the window")
    rows = keys.asked("SELECT v.visit_on, v.status FROM visit v WHERE v.id > ?", before)
    assert rows == [("2026-11-24", "planned")]


def record_a_referral(keys: Keyboard) -> int:
    """Ctrl+R from wherever one is."""
    before = keys.asked("SELECT max(id) FROM referral")[0][0]
    referrals = keys.count("referral")
    keys.press(Key.Key_R, CTRL)
    keys.until(lambda: keys.window.place == "referrals", "referrals")
    name = keys.asked("SELECT name FROM referral_source WHERE archived_at IS NULL ORDER BY name_key")[1][0]
    keys.until(lambda: keys.at.objectName() == "new_referral_source_id", "the form")
    keys.type(name[:10])
    keys.until(lambda: bool(getattr(keys.at, "is_open", False)), "the list of sources")
    keys.press(Key.Key_Return)
    keys.tab_to("new_referral_diagnosis")
    keys.type("hip fracture")
    keys.press(Key.Key_Return, CTRL)
    keys.until(lambda: keys.count("referral") > referrals, "the referral")
    rows = keys.asked("SELECT id, stage, diagnosis FROM referral WHERE id > ?", before)
    assert [row[1:] for row in rows] == [("received", "hip fracture")]
    return int(rows[0][0])


def move_it_a_stage(keys: Keyboard, referral: int) -> None:
    """On the board the card has come to the first column; Ctrl+Right takes it to the next."""
    keys.tab_to("board_received")
    keys.press(Key.Key_Home)
    for _ in range(30):
        card = keys.at.card  # type: ignore[attr-defined]  # a column of the board has a card at hand
        if card is not None and card.referral_id == referral:
            break
        keys.press(Key.Key_Down)
    keys.press(Key.Key_Right, CTRL)
    stage = "SELECT stage FROM referral WHERE id = ?"
    keys.until(lambda: keys.asked(stage, referral) == [("under review",)], "the next stage")


def promise_something_to_a_person_found(keys: Keyboard) -> None:
    """Ctrl+K and a name open the person; a commitment is added beside them."""
    before = keys.count("commitment")
    person = keys.asked(
        "SELECT c.first_name, c.last_name FROM contact c JOIN affiliation a ON a.contact_id = c.id "
        "WHERE c.archived_at IS NULL AND a.until_on IS NULL AND c.first_name <> '' ORDER BY c.id"
    )[0]
    keys.find(f"{person[0]} {person[1]}")
    keys.until(lambda: keys.window.place == "sources", "sources")
    keys.tab_to("person_tabs_bar")
    for _ in range(12):
        button = keys.window.findChild(QWidget, "person_commitments_add")
        if button is not None and button.isVisible():
            break
        keys.press(Key.Key_Right)
    keys.tab_to("person_commitments_add")
    keys.press(Key.Key_Space)
    keys.type("Bring the fall prevention sheet")
    keys.tab_to("person_commitments_commitment_due_on")
    keys.type("Friday")
    keys.press(Key.Key_Return, CTRL)
    keys.until(lambda: keys.count("commitment") == before + 1, "the commitment")


def look_at_measure(keys: Keyboard) -> None:
    """What the charts show can be read, too."""
    keys.press(Key.Key_6, CTRL)
    keys.until(lambda: keys.window.place == "measure", "measure")
    until_tabbed(keys, lambda: "Referrals by source" in keys.at.accessibleName())
    assert "referrals admitted" in keys.at.accessibleDescription()


def end_the_day(keys: Keyboard) -> None:
    """Back to Today; End of day has the visits that are left: the first is an advance, the second was missed."""
    left = visits_today(keys, "planned")
    missed = visits_today(keys, "missed")
    assert left >= 2
    keys.press(Key.Key_1, CTRL)
    keys.tab_to("today_end_of_day")
    keys.press(Key.Key_Space)
    keys.until(lambda: dialog_name() == "end_of_day" and at_the_first_row(keys), "the first row of End of day")
    keys.press(Key.Key_A)
    keys.press(Key.Key_N)  # nobody was asked for referrals
    keys.press(Key.Key_Return)
    keys.press(Key.Key_M)
    keys.type("Nobody there")
    keys.press(Key.Key_Return, CTRL)
    keys.until(lambda: dialog_name() == "", "the window")
    assert (visits_today(keys, "planned"), visits_today(keys, "missed")) == (left - 2, missed + 1)


def at_the_first_row(keys: Keyboard) -> bool:
    """The dialog stands before its rows are read: a key pressed earlier would go astray."""
    dialog: Any = QApplication.activeModalWidget()
    return bool(dialog.rows) and dialog.rows[0].isAncestorOf(keys.at)


def visits_today(keys: Keyboard, status: str) -> int:
    statement = "SELECT count(*) FROM visit WHERE visit_on = '2026-11-23' AND status = ? AND archived_at IS NULL"
    return int(keys.asked(statement, status)[0][0])


def undo_one_thing(keys: Keyboard) -> None:
    """Ctrl+Z takes back what was done last, wherever it was done."""
    steps = keys.asked("SELECT count(*) FROM journal_step")[0][0]
    keys.press(Key.Key_Z, CTRL)
    rows = keys.asked("SELECT label FROM journal_step ORDER BY id DESC")
    assert len(rows) == steps + 1
    assert rows[0][0].startswith("Undo: ")


def quit_the_program(keys: Keyboard) -> None:
    keys.press(Key.Key_Q, CTRL)
    assert not keys.window.isVisible()


def until_tabbed(keys: Keyboard, there: Callable[[], bool]) -> None:
    """Tab until what has the keyboard is what is looked for."""
    for _ in range(MOST_TABS):
        if there():
            return
        QTest.keyClick(keys.at, Key.Key_Tab)
        keys.presses += 1
    raise AssertionError("Tab does not come to it")


def dialog_name() -> str:
    """The dialog that is open, if one is."""
    dialog = QApplication.activeModalWidget()
    return dialog.objectName() if dialog is not None else ""
