"""The page Worth: the board, who is called out, the lists, potentials set from it, the list to share."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hhcrm.domain.documents import decode, encode
from hhcrm.domain.words import PotentialBasis
from hhcrm.domain.worth import Quadrant
from hhcrm.queries.read_models import SourceFilter
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.worth_models import WorthBoard
from hhcrm.queries.worth_top import TOP_COLUMNS
from hhcrm.ui.measure.worth.groups import GUESSED, NONE
from hhcrm.ui.shared.look import Look
from tests.ui.worth_kit import Worth


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Worth]:
    worth = Worth(tmp_path, qtbot)
    yield worth
    worth.close()


def shoot(widget: QWidget, name: str) -> None:
    """A picture to look at, where somebody wants one."""
    folder = os.environ.get("HHCRM_SHOTS")
    if folder:
        widget.grab().save(str(Path(folder) / f"{name}.png"))


def press(widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, keys)


def names(widget: QWidget) -> list[str]:
    return [line.name for line in widget.given]  # type: ignore[attr-defined]  # a table of lines


def test_the_board_stands_beside_who_is_called_out_and_the_lists_hold_every_source_once(room: Worth) -> None:
    page = room.open()
    board = room.board(page)
    assert page.charts()[0].name == "worth"
    assert names(page.called) == [line.name for line in board.called_out]
    assert page.called.isVisible()
    found = []
    for group in (*map(str, Quadrant), NONE):
        page.groups.choose(group)
        lines = page.groups.table.given
        assert f"{len(lines)} source" in page.groups.words.text()
        found += [line.source_id for line in lines]
    assert sorted(found) == sorted(line.source_id for line in board.lines)
    assert board.without > 0
    assert f"{board.without} sources have no potential yet" in page.unknown.text()
    page.unknown.click()
    assert page.groups.group == NONE
    room.until(lambda: page.panel.view.is_drawn)
    shoot(room.place, "worth")
    page.groups.choose(str(Quadrant.GROW))
    room.until(lambda: page.groups.table.lines.line(0) is not None)
    shoot(page, "worth-page")


def test_tables_are_proper_models_sorted_with_what_is_not_known_last(room: Worth) -> None:
    page = room.open()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    _tester = QAbstractItemModelTester(page.groups.table.lines, fatal)
    page.groups.choose(GUESSED)
    page.groups.choose(str(Quadrant.GROW))
    table = page.groups.table
    table.lines.set_sort("felt", True)
    known = sorted((line.felt for line in table.given if line.felt is not None), reverse=True)
    assert len(known) > 1
    wanted = [*known, *[None] * (len(table.given) - len(known))]
    lines = table.lines
    room.until(lambda: [line and line.felt for line in map(lines.line, range(lines.total))] == wanted)


def test_each_source_for_itself_is_another_board_and_the_choice_is_kept(room: Worth) -> None:
    page = room.open()
    rolled = len(room.board(page).lines)
    page.rolled.setFocus()
    press(page.rolled, Qt.Key.Key_Right)
    room.until(lambda: not room.board(page).ask.rolled)
    assert len(room.board(page).lines) > rolled
    press(page.effort, Qt.Key.Key_Right)
    room.until(lambda: page.panel.chart is not None and "minutes" in page.panel.chart.beside)
    assert room.memory.get("measure.worth", {}) == {"rolled": "each", "effort": "minutes"}


def test_a_potential_is_set_from_the_board_by_keyboard_and_undone(room: Worth) -> None:
    page = room.open()
    page.unknown.click()
    room.until(lambda: page.groups.table.lines.line(0) is not None)
    line = page.groups.table.given[0]
    page.groups.table.go_to(line.source_id)
    room.until(lambda: page.groups.table.current_line() == line)  # its page may be on the way
    press(page.groups.table, Qt.Key.Key_P)
    dialog = room.dialog("dialog_potential")
    dialog.form.type_into("potential_per_month", "7")
    dialog.form.typed_into.emit("potential_per_month")
    assert "7 patients a month, told us" in dialog.findChild(QWidget, "potential_comes_to").text()
    shoot(dialog, "worth-potential")
    press(dialog.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.until(lambda: room.frame.toasts == [f"Potential of {line.name} set"])
    facts = room.ask.potential_facts(line.source_id)
    assert (facts.per_month, facts.basis) == (7.0, PotentialBasis.TOLD_US)
    page.ask()
    room.until(lambda: any(one.source_id == line.source_id and one.potential == 7.0 for one in room.board(page).lines))
    room.actions.undo()
    assert room.ask.potential_facts(line.source_id).per_month is None


def test_what_cannot_be_read_stands_beside_its_field_and_nothing_is_set(room: Worth) -> None:
    page = room.open()
    page.unknown.click()
    line = page.groups.table.given[0]
    page.groups.set_potential_of(lambda: line)
    dialog = room.dialog("dialog_potential")
    dialog.form.type_into("providers_primary_care", "two")
    dialog.form.typed_into.emit("providers_primary_care")
    assert dialog.form.texts()["basis"] == "counted"
    press(dialog.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.until(lambda: "whole number" in dialog.form.field("providers_primary_care").error)
    assert dialog.isVisible()
    assert room.ask.potential_facts(line.source_id).per_month is None
    press(dialog, Qt.Key.Key_Escape)
    room.until(lambda: not dialog.isVisible())


def test_a_point_opens_the_referrals_it_is_made_of_and_chooses_its_source(room: Worth) -> None:
    page = room.open()
    room.until(lambda: page.panel.view.is_drawn)
    chart = page.panel.chart
    assert chart is not None
    page.panel.view.setFocus()
    press(page.panel.view, Qt.Key.Key_End)
    mark = chart.marks[-1]
    press(page.panel.view, Qt.Key.Key_Return)
    room.until(lambda: room.frame.gone)
    place, where = room.frame.gone[-1]
    assert isinstance(mark.behind, ReferralFilter)
    source_id = mark.behind.source_ids[0]
    if mark.value:
        assert (place, where["filter"]) == ("referrals", mark.behind)
    else:
        assert (place, where) == ("sources", {"source_id": source_id})
    room.until(lambda: page.groups.table.current_id() == source_id)
    press(page.groups.table, Qt.Key.Key_Return)
    assert room.frame.gone[-1] == ("sources", {"source_id": source_id})


def test_what_was_shown_last_stands_there_at_once_for_the_same_choice(room: Worth) -> None:
    page = room.open()
    choice = room.place.choosing.key()
    room.until(lambda: room.known.look("worth", WorthBoard, choice) is not None)
    kept = room.known.look("worth", WorthBoard, choice)
    assert kept is not None
    board = room.board(page)
    assert decode(WorthBoard, json.loads(json.dumps(encode(board)))) == board == kept.answer
    page.board = None
    page._show_known(board, "as of Mon 9:00 AM")
    assert page.panel.as_of.text() == "as of Mon 9:00 AM"
    page.ask()
    room.until(lambda: page.panel.as_of.text() == "")


def test_what_could_change_is_said_of_a_source_that_calls_for_a_rethink(room: Worth) -> None:
    page = room.open()
    line = next(one for one in room.board(page).lines if one.half_year[0])
    words = room.ask.what_could_change(line, room.board(page).ask.asked.until_on)
    assert [sentence.split(":")[0] for sentence in words] == ["Contact", "Message", "Frequency", "Stop"]
    assert f"{line.half_year[0]} visit" in words[2]
    quiet = line._replace(source_id=0, others=())
    assert room.ask.what_could_change(quiet, room.board(page).ask.asked.until_on) == ()


def test_the_top_hundred_is_a_file_a_page_and_a_view(room: Worth, tmp_path: Path) -> None:
    page = room.open()
    page.open_top()
    dialog = room.dialog("dialog_measure_worth_top")
    lines = dialog.lines
    assert 0 < len(lines) <= 100
    assert [line.expected for line in lines] == sorted((line.expected for line in lines), reverse=True)
    room.qtbot.wait(0)
    shoot(dialog, "worth-top")
    for form in ("csv", "xlsx", "pdf"):
        dialog.write(tmp_path / f"top.{form}")
        room.until(lambda: f"Saved as top.{form}" in room.frame.toasts)  # noqa: B023  # waited for in this round
    assert (tmp_path / "top.pdf").read_bytes().startswith(b"%PDF")
    with (tmp_path / "top.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert (tuple(header), len(rows)) == (TOP_COLUMNS, len(lines))
    dialog.by.set_value("potential")
    dialog.by.picked.emit("potential")
    figures = [line.potential for line in dialog.lines]
    assert figures == sorted(figures, reverse=True)
    dialog.keep_view()
    room.until(lambda: any("saved among Sources" in words for words in room.frame.toasts))
    (view,) = room.ask.saved_views("sources")
    kept: Any = view.spec["filter"]
    tagged = set(room.ask.source_ids(SourceFilter(tag=kept["tag"])))
    assert tagged == {line.source_id for line in dialog.lines}
    press(dialog, Qt.Key.Key_Escape)


def test_an_empty_agency_has_nothing_to_show_and_says_no_wrong_zero(tmp_path: Path, qtbot: QtBot, look: Look) -> None:
    room = Worth(tmp_path, qtbot, sources=0)
    try:
        page = room.open()
        assert room.board(page).lines == ()
        assert not page.unknown.isVisible()
        assert page.groups.table.given == ()
        page.open_top()
        dialog = room.dialog("dialog_measure_worth_top")
        assert not any(button.isEnabled() for button in dialog.ways)
        press(dialog, Qt.Key.Key_Escape)
    finally:
        room.close()
