"""Ctrl+K: finds while one types, by keyboard alone, and opens each thing where it belongs."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView
from pytestqt.qtbot import QtBot

from hhcrm.domain.errors import FileFault
from hhcrm.queries.search_models import Fit, FoundGroup, FoundLine, fit_of_name
from hhcrm.ui.frame.found_here import FoundHere, Way
from hhcrm.ui.frame.found_list import FoundList, FoundModel
from hhcrm.ui.frame.found_rows import Row, rows_of
from hhcrm.ui.frame.recents import KEY, MOST, Recents
from hhcrm.ui.frame.ways import where_of
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.test_frame_window import CTRL, Build, Built, Questions, actions, build, questions

__all__ = ["actions", "build", "questions"]


def type_search(built: Built, qtbot: QtBot, text: str) -> FoundList:
    """Ctrl+K, then the text; the list once it shows what belongs to it."""
    QTest.keyClick(built.window, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(built.window.search.hasFocus)
    QTest.keyClicks(built.window.search, text)
    found = built.window.search.found_list
    qtbot.waitUntil(lambda: found.isVisible() and built.window.search._answered.strip() == text)
    return found


def rows(found: FoundList) -> list[Row]:
    return [row for place in range(found.found.rowCount()) if (row := found.found.row(place)) is not None]


def words(found: FoundList) -> list[str]:
    return [row.words for row in rows(found)]


def press(built: Built, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(built.window.search, key)


def marked(found: FoundList) -> str:
    return found.marked_row.words if found.marked_row is not None else ""


def test_what_is_found_stands_in_groups_with_counts_and_a_way_to_all(build: Build, qtbot: QtBot) -> None:
    found = type_search(build(), qtbot, "bren")
    assert [(row.role, row.words, row.detail) for row in rows(found)][:4] == [
        ("head", "Sources", "1"), ("line", "bren Hospital", "Hospital, 37203"),
        ("head", "People", "7"), ("line", "M. bren 9", "Discharge planner"),
    ]  # fmt: skip
    assert words(found)[8:] == ["Show all 7 people", "Visits", "Old Annex"]
    assert rows(found)[-1].detail == "archived · Nov 3: wound care"
    assert rows(found)[-1].said == "Visit, Old Annex, archived · Nov 3: wound care"


def test_enter_opens_the_marked_one_and_the_box_is_empty_again(build: Build, qtbot: QtBot) -> None:
    built = build()
    found = type_search(built, qtbot, "bren")
    assert marked(found) == "bren Hospital"
    press(built, Qt.Key.Key_Down)
    assert marked(found) == "M. bren 9"
    press(built, Qt.Key.Key_Return)
    assert built.window.place == "sources"
    assert built.place("sources").shown == [{"source_id": 4, "kind": "person", "item_id": 9}]
    assert (built.window.search.text(), found.isVisible()) == ("", False)


def test_arrows_go_over_heads_and_stop_at_the_ends(build: Build, qtbot: QtBot) -> None:
    built = build()
    found = type_search(built, qtbot, "bren")
    seen = [marked(found)]
    for _ in range(12):
        press(built, Qt.Key.Key_Down)
        seen.append(marked(found))
    assert seen[5:] == ["M. bren 13", "Show all 7 people", *["Old Annex"] * 6]
    press(built, Qt.Key.Key_PageUp)
    press(built, Qt.Key.Key_PageUp, Qt.Key.Key_Up)
    assert marked(found) == "bren Hospital"
    press(built, Qt.Key.Key_PageDown)
    assert marked(found) == "Old Annex"


def test_all_of_a_kind_and_escape_back_and_out(build: Build, questions: Questions, qtbot: QtBot) -> None:
    built = build()
    built.place("today").field.setFocus()
    found = type_search(built, qtbot, "bren")
    press(built, *[Qt.Key.Key_Down] * 6, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(words(found)) == 8)
    assert questions.asked[-1] == ("bren", ("person",))
    press(built, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: words(found)[0] == "Sources")
    press(built, Qt.Key.Key_Escape)
    assert not found.isVisible()
    assert built.place("today").field.hasFocus()


def test_more_than_can_be_shown_of_a_kind_says_so() -> None:
    lines = tuple(FoundLine("visit", key, 1, "Mercy", "") for key in range(200))
    (head, *rest) = rows_of([FoundGroup("visit", lines, 1204)], "visit")
    assert (head.detail, len(rest), rest[-1].role) == ("the first 200 of 1,204", 200, "line")


def test_only_the_newest_search_counts(build: Build, questions: Questions, qtbot: QtBot) -> None:
    questions.hold["a"] = threading.Event()
    built = build()
    QTest.keyClick(built.window, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(built.window.search, "a")
    qtbot.waitUntil(lambda: ("a", ()) in questions.asked)
    QTest.keyClicks(built.window.search, "b")
    found = built.window.search.found_list
    qtbot.waitUntil(lambda: found.isVisible() and "ab Hospital" in words(found))
    questions.hold["a"].set()
    ended: list[int] = []
    built.desk.read(lambda _questions: 1, ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert "ab Hospital" in words(found)


def test_a_question_that_is_old_before_it_is_its_turn_is_not_asked(
    build: Build, questions: Questions, qtbot: QtBot
) -> None:
    questions.hold["a"] = threading.Event()
    built = build()
    box = built.window.search
    QTest.keyClick(built.window, Qt.Key.Key_K, CTRL)
    box.setText("a")
    for _ in range(8):  # as many as there are readers, and more
        box._ask()
    for text in ("ab", "abc", "abcd"):
        box.setText(text)
        box._ask()
    questions.hold["a"].set()
    qtbot.waitUntil(lambda: box.found_list.isVisible() and "abcd Hospital" in words(box.found_list))
    assert [text for text, _ in questions.asked if text != "a"] == ["abcd"]


def test_enter_pressed_before_the_answer_opens_the_best_of_it(build: Build, qtbot: QtBot) -> None:
    built = build()
    QTest.keyClick(built.window, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(built.window.search, "bren")
    press(built, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: built.window.place == "sources")
    assert built.place("sources").shown == [{"source_id": 1, "kind": "source", "item_id": 1}]


def test_nothing_found_is_said_and_escape_leaves(build: Build, qtbot: QtBot) -> None:
    built = build()
    found = type_search(built, qtbot, "nobody")
    label = found.findChild(QLabel, "search_nothing")
    assert label is not None
    assert "nobody" in label.text()
    assert "nobody" in built.window.search.accessibleDescription()
    press(built, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert not found.isVisible()


def test_short_texts_say_what_is_not_looked_through(build: Build, qtbot: QtBot) -> None:
    found = type_search(build(), qtbot, "br")
    label = found.findChild(QLabel, "search_nothing")
    assert label is not None
    assert "from three letters on" in label.text()


def test_places_and_actions_are_found_and_done(build: Build, qtbot: QtBot) -> None:
    built = build()
    found = type_search(built, qtbot, "settings")
    assert [row.words for row in rows(found) if row.kind == "place"] == ["Go to", "Settings"]
    press(built, Qt.Key.Key_Return)
    assert built.window.place == "settings"
    found = type_search(built, qtbot, "log visit")
    assert (marked(found), rows(found)[1].detail) == ("Log visit", "File, Ctrl+L")
    press(built, Qt.Key.Key_Return)
    assert built.logged == [(None, None)]


def test_an_action_that_is_not_there_is_not_found(build: Build, qtbot: QtBot) -> None:
    built = build()
    built.window.actions_by_name["import"].setVisible(False)
    built.window.actions_by_name["export"].setEnabled(False)
    found = type_search(built, qtbot, "port")
    assert not {"Import a list…", "Export…"} & set(words(found))


def test_with_nothing_typed_what_was_opened_last_comes_first(build: Build, qtbot: QtBot) -> None:
    built = build()
    built.window.go("sources", source_id=5)
    built.window.go("sources", source_id=4, kind="person", item_id=9)
    built.window.go("today")
    type_search(built, qtbot, "shortcuts")
    press(built, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    built.window.activateWindow()
    qtbot.waitUntil(built.window.isActiveWindow)
    found = type_search(built, qtbot, "")
    assert words(found) == ["Recent", "Shortcuts", "person 9", "source 5", "Go to", "Today", "Sources", "Settings"]
    press(built, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert built.place("sources").shown[-1] == {"source_id": 1, "kind": "person", "item_id": 9}


def test_what_was_opened_is_there_after_a_start_for_the_same_agency_only(build: Build, memory: ShortMemory) -> None:
    first = build().window
    first.go("sources", source_id=5)
    first.close()
    assert memory.get(KEY, {}) == {"agency": "Cumberland Home Health", "things": [["source", 5]]}
    again = Recents(memory)
    again.of_agency("Another")
    assert again.things() == ()
    again = Recents(memory)
    again.of_agency("Cumberland Home Health")
    assert again.things() == (("source", 5),)


@pytest.mark.parametrize(
    "kept",
    [7, [], {}, {"agency": "A"}, {"agency": "A", "things": 3},
     {"agency": "A", "things": [["x"], [1, 2], None, ["a", True]]}],
)  # fmt: skip
def test_a_damaged_memory_gives_no_recent_things(kept: object) -> None:
    recents = Recents(ShortMemory({KEY: kept}))
    recents.of_agency("A")
    assert recents.things() == ()


def test_recent_things_are_few_and_each_once() -> None:
    recents = Recents(ShortMemory())
    for key in [*range(MOST + 5), 3]:
        recents.note("source", key)
    assert len(recents.things()) == MOST
    assert recents.things()[:2] == (("source", 3), ("source", MOST + 4))


def test_a_full_disk_does_not_hold_up_who_wants_to_leave(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    window = build().window

    def full(*_more: object) -> None:
        raise FileFault("The disk is full.")

    monkeypatch.setattr(window.finding.recents, "keep", full)
    assert window.close()


@pytest.mark.parametrize(
    ("line", "where"),
    [
        (FoundLine("source", 1, 1, "", ""), ("sources", {"source_id": 1, "kind": "source", "item_id": 1})),
        (FoundLine("visit", 3, 1, "", ""), ("calendar", {"visit_id": 3})),
        (FoundLine("visit", 3, 1, "", "", archived=True), ("sources", {"source_id": 1, "kind": "visit", "item_id": 3})),
        (FoundLine("referral", 4, 1, "", ""), ("referrals", {"referral_id": 4})),
        (FoundLine("file", 5, 1, "", ""), ("sources", {"source_id": 1, "kind": "file", "item_id": 5})),
        (FoundLine("person", 6, None, "", ""), ("", {})),
    ],
)
def test_each_thing_is_shown_where_it_belongs(line: FoundLine, where: tuple[str, dict[str, object]]) -> None:
    assert where_of(line, {"sources", "calendar", "referrals"}) == where


def test_without_its_own_place_a_visit_is_shown_with_its_source() -> None:
    line = FoundLine("visit", 3, 1, "", "")
    assert where_of(line, {"sources"}) == ("sources", {"source_id": 1, "kind": "visit", "item_id": 3})


@pytest.mark.parametrize(
    ("name", "typed", "fit"),
    [
        ("log visit", "log visit", Fit.EXACT), ("log visit", "lo", Fit.BEGINS),
        ("log visit", "vis lo", Fit.WORDS_BEGIN), ("log visit", "isi", Fit.CONTAINS),
        ("log visit", "log x", None), ("log visit", "", None),
    ],
)  # fmt: skip
def test_how_well_a_name_fits(name: str, typed: str, fit: Fit | None) -> None:
    assert fit_of_name(name, typed) is fit


def test_a_way_keeps_its_number_and_is_found_by_its_menu() -> None:
    dark = Way("action", "action_dark", "Dark", "View", lambda: None, "View Dark")
    here = FoundHere(lambda: [dark, Way("place", "place_today", "Today", "Ctrl+1", lambda: None)])
    (group,) = here.find("view", 5)
    assert (group.lines[0].title, group.lines[0].fit) == ("Dark", Fit.IN_TEXT)
    assert here.find("dark", 5)[0].lines[0].id == group.lines[0].id
    assert here.way(group.lines[0]) is dark
    assert here.find("dark", 5, ["place"]) == ()


def test_the_model_keeps_qt_s_rules(qtbot: QtBot) -> None:
    model = FoundModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = (FoundLine("visit", 1, 1, "Mercy", "Nov 3"),)
    for groups in ([], [FoundGroup("visit", lines, 9)], []):
        model.show_rows(rows_of(groups))
    assert tester.model() is model
    assert (model.rowCount(), model.next_choice(0, 1), model.data(model.index(0, 0))) == (0, -1, None)


def test_a_long_list_stays_in_the_window_and_is_scrolled(build: Build, look: Look, qtbot: QtBot) -> None:
    built = build()
    look.set_text_size(150)
    built.window.resize(800, 560)
    found = type_search(built, qtbot, "bren")
    assert built.window.rect().contains(found.geometry())
    view = found.findChild(QListView)
    assert view is not None
    press(built, *[Qt.Key.Key_Down] * 8)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
