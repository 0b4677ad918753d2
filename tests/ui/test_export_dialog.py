"""Exporting at the keyboard: the number on the button is the number in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.words import ReferralStage
from hhcrm.jobs.runner import Runner
from hhcrm.models.journal import JournalStep
from hhcrm.queries.exports import EXPORT_KINDS as ALL_KINDS
from hhcrm.queries.exports import Wanted
from hhcrm.queries.read_models import SourceFilter
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.services.commands import Archive
from hhcrm.services.referral_commands import MoveReferrals, RecordReferral
from hhcrm.ui.exchange.export_dialog import ExportDialog, ExportScope
from hhcrm.ui.exchange.export_words import EXPORT_KINDS, ExportKind
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.look import Look
from tests.ui.exchange_kit import ENTER, ESC, Room, open_room, rows_of
from tests.ui.log_visit_kit import TODAY


@pytest.fixture
def room(qtbot: QtBot, runner: Runner, tmp_path: Path, look: Look) -> Iterator[Room]:
    with open_room(qtbot, runner, tmp_path) as opened:
        yield opened


def the_button(dialog: ExportDialog) -> Button:
    found = dialog.findChild(Button, "button_export")
    assert found is not None
    return found


def says(room: Room, dialog: ExportDialog, words: str) -> None:
    room.qtbot.waitUntil(lambda: the_button(dialog).text().replace("&", "") == words)


def until_closed(room: Room, dialog: ExportDialog) -> None:
    room.qtbot.waitUntil(lambda: not dialog.isVisible())


def choose(dialog: ExportDialog, kind: str) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))


def three_sources(room: Room) -> list[int]:
    return [room.agency.source(name) for name in ("Alder Clinic", "Birch Clinic", "Cedar House")]


def test_all_sources_go_out_as_many_as_the_button_says(room: Room) -> None:
    three_sources(room)
    room.target = str(room.folder / "out.csv")
    dialog = room.export()
    says(room, dialog, "Export all 3 sources")
    room.press(dialog, ENTER)
    until_closed(room, dialog)
    assert [row["name"] for row in rows_of(room.folder / "out.csv")] == ["Alder Clinic", "Birch Clinic", "Cedar House"]
    assert room.offered == ["sources 2026-11-23.csv"]
    said, way_on = room.frame.toasts[-1]
    assert said == "3 sources exported to out.csv."
    assert way_on is not None
    assert way_on[0] == "Show in folder"
    way_on[1]()
    assert room.shown_folders == [room.folder / "out.csv"]


def test_the_sources_shown_are_those_that_the_filter_leaves(room: Room) -> None:
    three_sources(room)
    room.target = str(room.folder / "out.csv")
    dialog = room.export(ExportScope(SourceFilter(typed="clinic")))
    says(room, dialog, "Export the 2 shown")
    room.qtbot.waitUntil(lambda: dialog.scope.itemText(0) == "The 2 shown")
    assert dialog.archived.isHidden()
    room.press(dialog, ENTER)
    until_closed(room, dialog)
    assert [row["name"] for row in rows_of(room.folder / "out.csv")] == ["Alder Clinic", "Birch Clinic"]


def test_the_selected_sources_go_out_and_so_do_only_their_visits(room: Room) -> None:
    ids = three_sources(room)
    room.agency.visited("Alder Clinic", date(2026, 11, 2))
    room.agency.visited("Birch Clinic", date(2026, 11, 3), date(2026, 11, 4))
    room.target = str(room.folder / "out.csv")
    dialog = room.export(ExportScope(SourceFilter(), (ids[1],)))
    says(room, dialog, "Export the 1 selected")
    choose(dialog, "visits")
    says(room, dialog, "Export 2 visits")
    room.press(dialog, ENTER)
    until_closed(room, dialog)
    assert {row["source"] for row in rows_of(room.folder / "out.csv")} == {"Birch Clinic"}


def test_days_limit_visits_and_a_day_not_understood_is_told_beside_it(room: Room) -> None:
    three_sources(room)
    room.agency.visited("Alder Clinic", date(2026, 10, 2), date(2026, 11, 2), date(2026, 11, 20))
    dialog = room.export()
    choose(dialog, "visits")
    says(room, dialog, "Export all 3 visits")
    QTest.keyClicks(dialog.from_field.editor, "11/1/2026")
    says(room, dialog, "Export 2 visits")
    QTest.keyClicks(dialog.until_field.editor, "soon")
    assert dialog.until_field.error
    room.press(dialog, ENTER)
    assert room.offered == []
    dialog.reject()


def test_a_workbook_is_written_when_excel_is_chosen(room: Room) -> None:
    three_sources(room)
    room.target = str(room.folder / "out")
    dialog = room.export()
    says(room, dialog, "Export all 3 sources")
    dialog.format.setFocus()
    QTest.keyClick(dialog.format, Qt.Key.Key_X)
    dialog.kind.setFocus()
    room.press(dialog, ENTER)
    until_closed(room, dialog)
    assert (room.folder / "out.xlsx").read_bytes()[:2] == b"PK"


def test_patient_identifiers_are_off_offered_for_referrals_only_and_journaled(room: Room) -> None:
    dialog = room.export()
    assert dialog.patients.isHidden()
    choose(dialog, "referrals")
    assert not dialog.patients.isHidden()
    assert not dialog.patients.isChecked()
    assert "journal" in dialog.patient_words.text()
    says(room, dialog, "No referrals to export")
    dialog.patients.setChecked(True)
    choose(dialog, "sources")
    choose(dialog, "referrals")
    assert not dialog.patients.isChecked()
    dialog.reject()


def test_an_export_with_patient_identifiers_says_so_in_the_journal(room: Room) -> None:
    room.agency.source("Alder Clinic")
    path = room.file("referrals.csv", "Source,Referral date,Patient name", "Alder Clinic,2026-11-20,Ann Example")
    wizard = room.wizard()
    room.seen(wizard, path)
    room.checked(wizard)
    room.imported(wizard)
    wizard.reject()
    room.target = str(room.folder / "out.csv")
    for ticked in (False, True):
        dialog = room.export()
        choose(dialog, "referrals")
        dialog.patients.setChecked(ticked)
        says(room, dialog, "Export 1 referral")
        room.press(dialog, ENTER)
        until_closed(room, dialog)
        labels = [row.label for row in room.agency.rows(select(JournalStep.__table__.c.label))]
        noted = "Export referrals with patient identifiers to out.csv" in labels
        assert noted is ticked
        assert ("patient_name" in rows_of(room.folder / "out.csv")[0]) is ticked


def test_a_folder_that_is_not_there_is_told_and_the_dialog_stays(room: Room) -> None:
    three_sources(room)
    room.target = str(room.folder / "nowhere" / "out.csv")
    dialog = room.export()
    says(room, dialog, "Export all 3 sources")
    room.press(dialog, ENTER)
    said = dialog.findChild(QLabel, "export_said")
    assert said is not None
    room.qtbot.waitUntil(lambda: "There is no folder" in said.text())
    assert dialog.isVisible()
    assert the_button(dialog).isEnabled()
    room.press(dialog, ESC)
    assert not dialog.isVisible()


def test_thinking_better_of_it_in_the_file_dialog_writes_nothing(room: Room) -> None:
    three_sources(room)
    dialog = room.export()
    says(room, dialog, "Export all 3 sources")
    room.press(dialog, ENTER)
    assert dialog.isVisible()
    assert room.frame.toasts == []
    dialog.reject()


def test_every_control_has_a_name(room: Room) -> None:
    dialog = room.export(ExportScope(SourceFilter()))
    popups_of_boxes = "QListView '' ''"  # made and named by Qt
    assert [each for each in unnamed_in(dialog) if each != popups_of_boxes] == []
    dialog.reject()


def test_the_dialog_offers_what_the_terminal_offers() -> None:
    assert tuple(kind.name for kind in EXPORT_KINDS) == ALL_KINDS


@pytest.mark.parametrize("kind", EXPORT_KINDS, ids=lambda kind: kind.name)
def test_what_a_kind_can_be_limited_by_is_what_its_query_knows(room: Room, kind: ExportKind) -> None:
    questions = room.agency.questions
    limits = {"days": Wanted(from_on=TODAY), "sources": Wanted(sources=SourceFilter())}
    for limit, wanted in limits.items():
        if getattr(kind, limit):
            assert questions.export_count(kind.name, wanted) >= 0
    everything = Wanted(archived=kind.archived, patients=kind.patients)
    assert questions.export_count(kind.name, everything) >= 0


def four_referrals(room: Room) -> list[int]:
    """Of two sources, one referral each on hold and one received."""
    line = room.agency.questions.referral_choices().service_lines[0].id
    keys = []
    for source in three_sources(room)[:2]:
        for stage in (ReferralStage.ON_HOLD, None):
            values = {"source_id": source, "service_line_id": line}
            key = (
                room.agency.actions.record_referral(RecordReferral(values, {"patient_name": "Pat Quill"})).subject or 0
            )
            if stage is not None:
                room.agency.actions.move_referrals(MoveReferrals((key,), stage))
            keys.append(key)
    return keys


@pytest.mark.parametrize(("selected", "words"), [(False, "the 2 shown"), (True, "the 1 selected")])
def test_the_referrals_shown_or_selected_go_out_without_who_the_patients_are(
    room: Room, selected: bool, words: str
) -> None:
    keys = four_referrals(room)
    room.target = str(room.folder / "out.csv")
    held = ReferralFilter(stages=(ReferralStage.ON_HOLD,))
    dialog = room.export(ExportScope(referrals=held, ids=(keys[2],) if selected else None))
    assert dialog.kind.currentData() == "referrals"
    says(room, dialog, f"Export {words}")
    room.press(dialog, ENTER)
    until_closed(room, dialog)
    rows = rows_of(room.folder / "out.csv")
    assert [int(row["referral_id"]) for row in rows] == ([keys[2]] if selected else [keys[0], keys[2]])
    assert "patient_name" not in rows[0]


def test_archived_referrals_go_out_when_the_archived_are_shown(room: Room) -> None:
    keys = four_referrals(room)
    room.agency.actions.archive(Archive("referral", (keys[1],)))
    dialog = room.export(ExportScope(referrals=ReferralFilter(archived=True)))
    says(room, dialog, "Export the 1 shown")
    choose(dialog, "sources")
    says(room, dialog, "Export all 3 sources")
    assert not dialog.scope_field.isVisible()


def test_only_referrals_can_be_limited_to_some_referrals(room: Room) -> None:
    with pytest.raises(RuleBroken, match="Only referrals"):
        room.agency.questions.export_count("visits", Wanted(referrals=ReferralFilter()))
