"""Board and table: what stands there, how cards and rows move, and what happens when things go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from hhcrm.app.drafts import Drafts
from hhcrm.domain.referral_clocks import Moment
from hhcrm.domain.referrals import CLOSED_STAGES
from hhcrm.domain.words import ReasonOwner, ReferralStage
from hhcrm.models.lookups import DeclineReason, ServiceLine
from hhcrm.models.referrals import ReferralStageEntry
from hhcrm.queries.bound import Questions
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.today_referrals import holds_back, holds_back_count
from hhcrm.services.referral_commands import EditReferral, MoveReferrals, RecordReferral
from hhcrm.ui.referrals.cards import CARD, CardModel
from hhcrm.ui.referrals.clock_words import ClockTag, card_tag
from hhcrm.ui.referrals.filter_spec import Period, days_of, filter_of, period_of, spec_of
from hhcrm.ui.referrals.move_dialog import MoveDialog
from hhcrm.ui.referrals.place import ReferralsPlace
from hhcrm.ui.referrals.top import BOARD, TABLE
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.referrals_kit import CENTRAL, CONTROL, NOW, TODAY, Frame, Intake, Key

S = ReferralStage
MOMENT = Moment(NOW, CENTRAL)


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Intake]:
    made = Intake.found(tmp_path, qtbot, filled=False)
    yield made
    made.close()


@pytest.fixture
def intake(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Intake]:
    made = Intake.found(tmp_path, qtbot)
    made.record("Mercy Hospital", diagnosis="hip fracture")
    made.record("Oak Grove Living", S.UNDER_REVIEW)
    made.record("Patel Medicine", S.SCHEDULED)
    made.record("Rivergate Dialysis", S.NOT_ADMITTED)
    made.record("Suzy Kwan Practice", S.ADMITTED, patient={"patient_name": "Quillfeather"})
    yield made
    made.close()


def column(place: ReferralsPlace, index: int) -> list[str]:
    """The sources on the cards of a column."""
    cards = place.board.columns[index].list.cards
    found = [cards.card(row) for row in range(cards.rowCount())]
    return [card.source for card in found if card is not None]


def ready(intake: Intake, place: ReferralsPlace) -> None:
    intake.until(lambda: column(place, 0) == ["Mercy Hospital"] and place.pane.detail is not None)


def names(place: ReferralsPlace) -> list[str]:
    lines = [place.rows.model.line(row) for row in range(place.rows.model.total)]
    return [line.source if line is not None else "" for line in lines]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def table(intake: Intake, count: int = 5) -> tuple[ReferralsPlace, Frame]:
    place, frame = intake.open()
    place.head.views.set_value(TABLE)
    intake.until(lambda: len(names(place)) == count and "" not in names(place))
    return place, frame


def drop(place: ReferralsPlace, referral_id: int, onto: int) -> None:
    """Let a card go over a column."""
    data = QMimeData()
    data.setData(CARD, str(referral_id).encode())
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    place.board.columns[onto].list.dropEvent(event)


# --- the board ------------------------------------------------------------------------------------------------------


def test_the_board_shows_the_open_ones_by_stage(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    assert [column(place, index) for index in range(4)] == [
        ["Mercy Hospital"], ["Oak Grove Living"], ["Patel Medicine"], []
    ]  # fmt: skip
    assert place.board.columns[0].list.accessibleName() == "Received: 1"
    index = place.board.columns[0].list.cards.index(0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Mercy Hospital, Home health, received, our answer: today 5:00 PM, last hours, received today 8:00 AM, nobody"
    )


def test_a_card_let_go_over_a_column_moves_there_and_undo_brings_it_back(intake: Intake) -> None:
    place, frame = intake.open()
    ready(intake, place)
    drop(place, intake.referrals["Mercy Hospital"], 2)
    intake.until(lambda: column(place, 2) == ["Mercy Hospital", "Patel Medicine"])
    assert frame.toasts == [("Referral from Mercy Hospital: accepted", True)]
    path = [entry.stage for entry in intake.hanging(ReferralStageEntry, intake.referrals["Mercy Hospital"])]
    assert path == [S.RECEIVED, S.UNDER_REVIEW, S.ACCEPTED]
    assert place.board.current_id() == intake.referrals["Mercy Hospital"]
    intake.undo()
    intake.until(lambda: column(place, 0) == ["Mercy Hospital"])


def test_a_card_that_redo_brings_back_is_the_one_in_the_pane(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    office = intake.office
    known = {"source_id": office.ids["Patel Medicine"], "service_line_id": intake.code(ServiceLine), "heard_at": NOW}
    intake.desks[-1].act(lambda actions: actions.record_referral(RecordReferral(known, {})))
    intake.until(lambda: len(column(place, 0)) == 2)
    key = max(row.id for row in intake.rows())
    place.show_where(referral_id=key)
    intake.until(lambda: place.pane.detail is not None and place.board.current_id() == key)
    intake.undo()
    intake.until(lambda: len(column(place, 0)) == 1 and place.pane.referral_id is None)
    intake.desks[-1].act(lambda actions: actions.redo())
    intake.until(lambda: len(column(place, 0)) == 2)
    intake.until(lambda: place.pane.referral_id is not None)
    assert place.board.current_id() == place.pane.referral_id


def test_the_form_of_a_new_referral_comes_where_what_is_shown_is_read_again_at_the_same_moment(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    place.show_where(record=True)
    place.pane.refresh()
    intake.until(lambda: place.pane.form is not None)


def test_a_card_dropped_where_it_stands_stays_as_it_is(intake: Intake) -> None:
    place, frame = intake.open()
    ready(intake, place)
    drop(place, intake.referrals["Mercy Hospital"], 0)
    place.mover.move(intake.referrals["Mercy Hospital"], S.RECEIVED)
    intake.until(lambda: intake.row(intake.referrals["Mercy Hospital"]).version == 1)
    assert frame.toasts == []


def test_keys_go_from_card_to_card_and_take_a_card_along(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    place.board.focus_cards()
    assert intake.focus() == "board_received"
    intake.key(Key.Key_Right)
    intake.until(lambda: intake.focus() == "board_under_review")
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.row.source == "Oak Grove Living")
    intake.key(Key.Key_Left, CONTROL)
    intake.until(lambda: set(column(place, 0)) == {"Mercy Hospital", "Oak Grove Living"})
    intake.until(lambda: intake.focus() == "board_received")
    moved = intake.referrals["Oak Grove Living"]
    assert place.board.current_id() == moved
    path = [entry.stage for entry in intake.hanging(ReferralStageEntry, moved)]
    assert path == [S.RECEIVED, S.UNDER_REVIEW, S.RECEIVED]  # a step back is a correction by a new entry


def test_the_menu_moves_too_and_not_admitted_asks_why(intake: Intake) -> None:
    place, frame = intake.open()
    ready(intake, place)
    card = place.board.columns[0].list.cards.card(0)
    assert card is not None
    menu = place.board.menu_of(card)
    action = next(each for each in menu.actions() if each.objectName() == "board_move_not_admitted")
    action.trigger()
    intake.until(lambda: place.mover.dialog is not None)
    dialog = place.mover.dialog
    assert dialog is not None
    dialog.move_now()
    intake.until(lambda: dialog.fields["reason"].error)
    assert "choose one reason" in dialog.fields["reason"].error
    dialog.reason.setCurrentIndex(dialog.reason.findData(intake.code(DeclineReason, "no_capacity")))
    assert dialog.reason_owner.currentData() == ReasonOwner.OURS
    dialog.move_now()
    intake.until(lambda: dialog.fields["discipline"].error)
    dialog.discipline.setCurrentIndex(1)
    dialog.reason_owner.setCurrentIndex(dialog.reason_owner.findData(ReasonOwner.PAYER.value))
    intake.press(dialog, "move_save")
    intake.until(lambda: intake.row(card.referral_id).stage is S.NOT_ADMITTED)
    assert intake.row(card.referral_id).reason_owner is ReasonOwner.PAYER
    intake.until(lambda: column(place, 0) == [] and place.mover.dialog is None)
    assert frame.said == ["Referral from Mercy Hospital: not admitted"]
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.row.stage is S.NOT_ADMITTED)


def test_scheduling_asks_for_the_day_and_admitting_begins_with_it(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    key = intake.referrals["Mercy Hospital"]
    place.mover.move(key, S.SCHEDULED)
    intake.until(lambda: place.mover.dialog is not None)
    dialog = place.mover.dialog
    assert dialog is not None
    dialog.soc_on.setText("nonsense")
    dialog.move_now()
    assert "is not a day" in dialog.fields["soc_on"].error
    dialog.soc_on.setText("tomorrow")
    dialog.soc_time.setText("2 pm")
    dialog.move_now()
    intake.until(lambda: intake.row(key).planned_soc_on == TODAY + timedelta(days=1))
    intake.until(lambda: place.mover.dialog is None)
    place.mover.move(key, S.ADMITTED)
    intake.until(lambda: place.mover.dialog is not None)
    second = place.mover.dialog
    assert second is not None
    assert second.soc_on.text() == "Today"  # what is planned for tomorrow cannot have begun
    second.move_now()
    intake.until(lambda: intake.row(key).soc_on == TODAY)


def test_a_referral_moved_by_two_people_says_so(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    key = intake.referrals["Mercy Hospital"]
    place.mover.move(key, S.ON_HOLD)
    intake.until(lambda: place.mover.dialog is not None)
    dialog = place.mover.dialog
    assert dialog is not None
    dialog.move_now()
    assert dialog.fields["hold_until"].error == "Say on which day it comes back."
    QTest.keyClicks(dialog.hold_until, "today")
    intake.office.actions.move_referrals(MoveReferrals((key,), S.UNDER_REVIEW))
    dialog.move_now()
    intake.until(lambda: "changed this referral meanwhile" in dialog.fault.text())
    dialog.reject()
    assert intake.row(key).stage is S.UNDER_REVIEW


def test_a_card_that_somebody_else_moved_meanwhile_is_not_moved_but_said(intake: Intake) -> None:
    place, frame = intake.open()
    ready(intake, place)
    key = intake.referrals["Mercy Hospital"]
    intake.office.actions.move_referrals(MoveReferrals((key,), S.ACCEPTED))
    assert place.board.stage_of(key) is S.RECEIVED
    drop(place, key, 1)
    said = "Somebody moved the referral from Mercy Hospital meanwhile: it is accepted now"
    intake.until(lambda: frame.said == [said] and "Mercy Hospital" in column(place, 2))
    assert intake.row(key).stage is S.ACCEPTED
    drop(place, key, 1)
    intake.until(lambda: intake.row(key).stage is S.UNDER_REVIEW)


def test_one_on_hold_comes_back_on_its_day_which_can_be_changed(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    key = intake.referrals["Mercy Hospital"]
    place.pane.show_referral(key)
    place.board.select_id(key, focus=True)
    dialog = _moving(intake, place, key, S.ON_HOLD)
    dialog.hold_until.setText("11/20")
    dialog.move_now()
    intake.until(lambda: "still to come" in dialog.fields["hold_until"].error)
    dialog.hold_until.setText("12/7")
    dialog.move_now()
    intake.until(lambda: column(place, 3) == ["Mercy Hospital"])
    place.activateWindow()
    intake.until(lambda: intake.focus() == "board_on_hold")
    assert place.board.current_id() == key, "the keyboard went along, and nothing else was chosen"
    card = place.board.columns[3].list.cards.card(0)
    assert card is not None
    assert card_tag(card, MOMENT) == ClockTag("back Dec 7", "none", "clock")
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.row.hold_until == date(2026, 12, 7))
    words = [action.text() for action in place.pane.head.menu().actions()]
    assert "Change the day it comes back" in words
    again = _moving(intake, place, key, S.ON_HOLD)
    assert again.hold_until.text() == "Mon, Dec 7"
    again.hold_until.setText("today")
    again.move_now()
    intake.until(lambda: intake.row(key).hold_until == TODAY)
    entries = intake.hanging(ReferralStageEntry, key)
    assert [(entry.stage, entry.until_on) for entry in entries[-2:]] == [
        (S.ON_HOLD, date(2026, 12, 7)), (S.ON_HOLD, TODAY),
    ]  # fmt: skip
    with intake.office.engine.connect() as connection:
        back = list(holds_back(connection, None, 9, TODAY))
        assert list(holds_back(connection, None, 9, TODAY - timedelta(days=1))) == []
        assert holds_back_count(connection, None, TODAY) == 1
    assert [(need.source, need.tag, need.referral_id) for need in back] == [("Mercy Hospital", "Back from hold", key)]


def test_the_board_is_filtered_by_liaison_and_text(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    place.filters.field.setText("oak")
    intake.until(lambda: column(place, 0) == [] and column(place, 1) == ["Oak Grove Living"])
    place.filters.clear_all()
    place.filters.liaison.set_value("nobody")
    intake.until(lambda: column(place, 0) == ["Mercy Hospital"])


# --- the table ------------------------------------------------------------------------------------------------------


def test_the_table_says_how_many_and_what_became_of_them(intake: Intake) -> None:
    place, _ = table(intake)
    intake.until(lambda: "admitted" in place.head.beside.text())
    assert plain(place.head.beside.text()) == "5 referrals  ·  1 admitted  ·  1 not admitted  ·  3 open"


def test_a_filter_sent_by_a_chart_is_shown_and_can_be_taken_away(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    sources = (intake.office.ids["Mercy Hospital"], intake.office.ids["Suzy Kwan Practice"])
    asked = ReferralFilter(from_on=TODAY - timedelta(days=3), until_on=TODAY, source_ids=sources)
    place.show_where(filter=asked)
    intake.until(lambda: place.view == TABLE and len(names(place)) == 2)
    assert place.filters.filter() == asked
    assert place.filters.given.text() == "2 sources"
    place.filters.given.click()
    intake.until(lambda: len(names(place)) == 5)
    place.show_where(filter=ReferralFilter(outcome="admitted", stages=(S.ADMITTED, S.SCHEDULED)))
    intake.until(lambda: names(place) == ["Suzy Kwan Practice"])
    assert place.filters.outcome.isVisible()


def test_a_filter_that_leaves_nothing_says_so_and_can_be_cleared(intake: Intake) -> None:
    place, _ = table(intake)
    place.filters.field.setText("no such thing")
    intake.until(lambda: place.left.clear_first.isVisible())
    place.left.clear_first.click()
    intake.until(lambda: len(names(place)) == 5)


def test_many_are_moved_assigned_archived_and_brought_back(intake: Intake) -> None:
    place, _ = table(intake)
    user = intake.office.questions.referral_choices().users[0]
    place.table.selectAll()
    intake.until(lambda: place.bulk.isVisible())
    place.bulk._assign(str(user.id))
    intake.until(lambda: all(row.liaison_id == user.id for row in intake.rows()))
    intake.until(lambda: len(place.table.selected_rows()) == 5 and _liaisons(place) == {user.name})
    place.bulk._archive()
    intake.until(lambda: all(row.archived_at is not None for row in intake.rows()))
    intake.until(lambda: place.left.clear_first.isVisible() or place.left.record_first.isVisible())
    intake.undo()
    intake.until(lambda: all(row.archived_at is None for row in intake.rows()))


def test_after_archiving_the_pane_shows_the_referral_whose_row_is_marked(intake: Intake) -> None:
    place, _ = table(intake)
    intake.until(lambda: place.pane.detail is not None and place.table.current_id() == place.pane.referral_id)
    for left in (4, 3):
        _archive_and_go_on(intake, place, left)


def _archive_and_go_on(intake: Intake, place: ReferralsPlace, left: int) -> None:
    archived = place.pane.referral_id
    assert archived is not None
    place.pane.head._archive()
    intake.until(lambda: place.rows.model.total == left and place.pane.referral_id != archived)
    shown = place.pane.referral_id
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.row.referral_id == shown)
    assert place.table.current_id() == shown
    assert intake.row(archived).archived_at is not None


def test_after_restoring_among_the_archived_the_pane_shows_the_referral_whose_row_is_marked(intake: Intake) -> None:
    place, _ = table(intake)
    intake.until(lambda: place.pane.detail is not None and place.table.current_id() == place.pane.referral_id)
    for left in (4, 3, 2):
        _archive_and_go_on(intake, place, left)
    place.filters.archived.click()
    intake.until(lambda: place.rows.model.total == 3)
    place.table.selectRow(0)
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.row.archived)
    intake.until(lambda: place.pane.referral_id == place.table.current_id())
    restored = place.pane.referral_id
    place.pane.head._restore()
    intake.until(lambda: place.rows.model.total == 2 and place.pane.referral_id not in (None, restored))
    assert place.table.current_id() == place.pane.referral_id


def test_on_the_board_what_was_archived_stays_in_the_pane_to_be_restored(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    archived = place.pane.referral_id
    place.pane.head._archive()
    intake.until(lambda: column(place, 0) == [] and place.pane.head.restore.isVisible())
    assert place.pane.referral_id == archived


def _liaisons(place: ReferralsPlace) -> set[str]:
    lines = [place.rows.model.line(row) for row in range(place.rows.model.total)]
    return {line.liaison for line in lines if line is not None}


def test_what_cannot_be_moved_with_the_others_leaves_all_as_they_were(intake: Intake) -> None:
    place, frame = intake.open()
    ready(intake, place)
    before = [row.stage for row in intake.rows()]
    place.mover.move_many({row.id: row.stage for row in intake.rows()}, S.UNDER_REVIEW)
    intake.until(lambda: frame.faults)
    assert "cannot be moved, so none was" in str(frame.faults[0])
    assert [row.stage for row in intake.rows()] == before
    mercy, oak = (intake.referrals[name] for name in ("Mercy Hospital", "Oak Grove Living"))
    place.mover.move_many({key: intake.row(key).stage for key in (mercy, oak)}, S.ACCEPTED)
    intake.until(lambda: {intake.row(key).stage for key in (mercy, oak)} == {S.ACCEPTED})


@pytest.mark.parametrize("whole_filter", [False, True])
def test_one_that_somebody_moved_meanwhile_stays_where_it_is_and_is_named(intake: Intake, whole_filter: bool) -> None:
    place, frame = table(intake)
    place.filters.outcome.set_value("open")
    intake.until(lambda: len(names(place)) == 3)
    place.table.selectAll()
    intake.until(lambda: place.bulk.isVisible())
    place.bulk.all.setChecked(whole_filter)
    mercy, oak, patel = (intake.referrals[name] for name in ("Mercy Hospital", "Oak Grove Living", "Patel Medicine"))
    seen = {key: intake.row(key).stage for key in (mercy, oak, patel)}
    place.bulk._move(S.NOT_ADMITTED)
    intake.until(lambda: place.mover.dialog is not None)
    dialog = place.mover.dialog
    assert dialog is not None
    # While the reason is being chosen here, somebody at another desk puts one on hold.
    intake.office.actions.move_referrals(MoveReferrals((oak,), S.ON_HOLD))
    dialog.reason.setCurrentIndex(dialog.reason.findData(intake.code(DeclineReason, "declined")))
    dialog.move_now()
    intake.until(lambda: frame.toasts)
    assert frame.toasts == [
        ("2 referrals: not admitted. Somebody moved 1 of them meanwhile, which stays as it is: "
         "Oak Grove Living (on hold).", True)
    ]  # fmt: skip
    assert [intake.row(key).stage for key in (mercy, oak, patel)] == [S.NOT_ADMITTED, S.ON_HOLD, S.NOT_ADMITTED]
    intake.office.actions.undo()
    assert [intake.row(key).stage for key in (mercy, oak, patel)] == [seen[mercy], S.ON_HOLD, seen[patel]]


def test_a_move_of_many_left_half_typed_knows_where_they_were_seen(intake: Intake) -> None:
    drafts = Drafts(intake.office.folder / "drafts", lambda: intake.at)
    place, _ = intake.open()
    ready(intake, place)
    mercy, oak = (intake.referrals[name] for name in ("Mercy Hospital", "Oak Grove Living"))
    place.mover.move_many({key: intake.row(key).stage for key in (mercy, oak)}, S.ON_HOLD)
    dialog = place.mover.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.note, "no bed")
    dialog.reject()
    intake.until(lambda: drafts.all("referral_move"))
    (left,) = drafts.all("referral_move")
    base = left.content["base"]
    for key in (mercy, oak):
        reason = intake.code(DeclineReason, "declined")
        intake.office.actions.move_referrals(MoveReferrals((key,), S.NOT_ADMITTED, reason_id=reason))
    place.mover.go_on(tuple(base["referral_ids"]), base["stage"], base["seen"])
    dialog = place.mover.dialog
    assert dialog is not None
    assert dialog.note.text() == "no bed"
    dialog.hold_until.setText("12/7")
    dialog.move_now()
    intake.until(lambda: dialog.fault.isVisible())
    assert dialog.fault.text().startswith("No referral was moved. Somebody moved 2 of them meanwhile")
    dialog.reject()


def test_export_gets_the_filter_that_is_shown_or_the_rows_selected(intake: Intake) -> None:
    place, _ = table(intake)
    place.filters.outcome.set_value("open")
    intake.until(lambda: len(names(place)) == 3)
    place.head.export_button.click()
    assert intake.exported == [(ReferralFilter(outcome="open"), None)]
    place.table.selectAll()
    intake.until(lambda: place.bulk.isVisible())
    place.bulk.export.click()
    open_ids = {intake.referrals[name] for name in ("Mercy Hospital", "Oak Grove Living", "Patel Medicine")}
    intake.until(lambda: len(intake.exported) == 2)
    assert set(intake.exported[1][1] or ()) == open_ids


def test_rows_are_copied_as_a_spreadsheet_range_without_patients(intake: Intake) -> None:
    place, _ = table(intake)
    place.table.selectAll()
    place.table.copy()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Received\tSource\tStage\t")
    assert "Suzy Kwan Practice\tadmitted\toutcome Dec 23\tSOC Nov 23" in text
    assert "Quillfeather" not in text


def test_a_saved_view_brings_its_filter_back(intake: Intake) -> None:
    place, _ = table(intake)
    place.filters.outcome.set_value("open")
    place.filters.period.set_value(Period.DAYS_90)
    intake.until(lambda: len(names(place)) == 3)
    place.saved_views.save("Open ones")
    intake.until(lambda: place.filters.view.view_name == "Open ones")
    place.filters.clear_all()
    intake.until(lambda: len(names(place)) == 5)
    view = intake.office.questions.saved_views("referrals")[0]
    place.filters.view.set_value(str(view.view_id))
    intake.until(lambda: len(names(place)) == 3)
    assert place.filters.filter().outcome == "open"
    assert place.filters.period.value == Period.DAYS_90


def test_how_the_place_is_arranged_is_kept(intake: Intake) -> None:
    memory = ShortMemory()
    place, _ = intake.open(memory)
    assert place.view == BOARD
    place.head.views.set_value(TABLE)
    place._on_keep()
    again, _ = intake.open(memory)
    assert again.view == TABLE


def test_the_unassigned_are_counted_and_the_count_opens_exactly_those(intake: Intake) -> None:
    place, _ = intake.open()
    ready(intake, place)
    intake.until(lambda: place.head.unassigned.isVisible())
    counted = int(place.head.unassigned.text().split()[0])
    nobodys = {row.id for row in intake.rows() if row.liaison_id is None and row.stage not in CLOSED_STAGES}
    assert counted == len(nobodys) == 3
    intake.press(place, "referrals_unassigned")
    intake.until(lambda: place.view == TABLE and len(names(place)) == counted and "" not in names(place))
    shown = {line.referral_id for row in range(counted) if (line := place.rows.model.line(row)) is not None}
    assert shown == nobodys
    user = intake.office.questions.referral_choices().users[0].id
    intake.desks[-1].act(lambda actions: actions.edit_referral(EditReferral(min(nobodys), 1, {"liaison_id": user})))
    intake.until(lambda: place.head.unassigned.text().startswith("2 "))


def test_board_and_table_are_filtered_and_sorted_by_their_clock_as_it_goes_on(intake: Intake) -> None:
    intake.office.questions = Questions(intake.office.engine, lambda: intake.at, lambda: TODAY, None)
    place, _ = intake.open()
    ready(intake, place)
    place.filters.clock.set_value("late")
    intake.until(lambda: [column(place, index) for index in range(4)] == [[], [], [], []])
    place.filters.clock.set_value("soon")
    intake.until(lambda: column(place, 0) == ["Mercy Hospital"] and column(place, 2) == [])
    place.filters.clock.set_value("late")
    intake.until(lambda: column(place, 0) == [])
    intake.at = NOW + timedelta(days=1)
    place._minute.timeout.emit()
    intake.until(lambda: column(place, 0) == ["Mercy Hospital"] and column(place, 1) == ["Oak Grove Living"])
    place.head.views.set_value(TABLE)
    place.table.restore({"sort": ["clock", False]})
    intake.until(lambda: "" not in names(place) and len(names(place)) == 3)
    clock = [each.key for each in place.rows.model.columns].index("clock")
    said = [place.rows.model.index(row, clock).data() for row in range(3)]
    assert said == ["answer late", "answer late", "SOC Nov 23 passed"]


# --- the pane, the frame --------------------------------------------------------------------------------------------


def test_stages_are_told_with_times_people_and_reasons(intake: Intake) -> None:
    place, _ = intake.open()
    place.show_where(referral_id=intake.referrals["Rivergate Dialysis"])
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.row.stage is S.NOT_ADMITTED)
    place.pane.tabs.open("path")
    page = place.pane.tabs.page("path")
    intake.until(lambda: page is not None and len(page.entries()) == 2)  # type: ignore[attr-defined]
    newest = page.entries()[0]  # type: ignore[union-attr]
    said = plain(" ".join(label.text() for label in newest.findChildren(type(newest.title))))
    assert "Not admitted" in said
    assert "Dana Whitfield" in said
    assert "Patient or family declined" in said


def test_the_head_offers_the_next_stage_and_the_rest_in_its_menu(intake: Intake) -> None:
    place, frame = intake.open()
    ready(intake, place)
    assert place.pane.head.next.text() == "Under review"
    intake.press(place, "referral_next")
    intake.until(lambda: place.pane.head.next.text() == "Accepted")
    acts = {action.objectName(): action for action in place.pane.head.menu().actions()}
    assert "referral_move_on_hold" in acts
    acts["referral_archive"].trigger()
    intake.until(lambda: intake.row(intake.referrals["Mercy Hospital"]).archived_at is not None)
    intake.until(lambda: place.pane.head.restore.isVisible())
    assert place.pane.facts is not None
    assert not place.pane.facts.isEnabled()
    intake.press(place, "referral_restore")
    intake.until(lambda: intake.row(intake.referrals["Mercy Hospital"]).archived_at is None)
    next(iter(place.pane.head.menu().actions())).trigger()
    assert frame.went == [("sources", {"source_id": intake.office.ids["Mercy Hospital"]})]


def test_an_agency_without_referrals_teaches_and_records_the_first(empty: Intake) -> None:
    place, _ = empty.open()
    empty.until(lambda: place.left.record_first.isVisible())
    place.left.focus_in()
    assert empty.focus() == "referrals_record_first", "not at a table that is out of sight"
    empty.press(place, "referrals_record_first")
    empty.until(lambda: place.pane.form is not None)


def test_a_referral_taken_back_while_its_pane_is_open_leaves_the_pane(intake: Intake) -> None:
    key = intake.record("Mercy Hospital")
    place, frame = intake.open()
    place.show_where(referral_id=key)
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.row.referral_id == key)
    intake.undo()
    intake.until(lambda: place.pane.detail is None or place.pane.detail.row.referral_id != key)
    assert frame.faults == []


# --- parts ----------------------------------------------------------------------------------------------------------


def test_cards_come_go_and_move_as_a_list_model_should(intake: Intake) -> None:
    rows = intake.office.questions.referral_board(ReferralFilter()).columns
    cards = [card for each in rows for card in each.cards]
    extra = [replace(card, referral_id=card.referral_id + 100) for card in cards]
    model = CardModel(lambda: MOMENT)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for wanted in (cards, cards[::-1], [*extra, cards[1]], [], [cards[2], extra[0], cards[0]], cards):
        model.show_cards(wanted)
        shown = [model.card(row) for row in range(model.rowCount())]
        assert [card.referral_id for card in shown if card] == [card.referral_id for card in wanted]
    assert tester.model() is model


DAYS = st.one_of(st.none(), st.dates(TODAY - timedelta(days=900), TODAY))
FILTERS = st.builds(
    ReferralFilter,
    typed=st.text(max_size=5),
    from_on=DAYS,
    until_on=DAYS,
    day_of=st.sampled_from(["referral", "soc"]),
    source_ids=st.lists(st.integers(1, 9), max_size=3).map(tuple),
    stages=st.lists(st.sampled_from(list(S)), max_size=3, unique=True).map(tuple),
    outcome=st.sampled_from([None, "admitted", "open"]),
    reason_owner=st.sampled_from([None, *ReasonOwner]),
    payer_id=st.sampled_from([None, 3]),
    unassigned=st.booleans(),
    archived=st.booleans(),
    clock=st.sampled_from([None, "late", "soon"]),
)


@given(which=FILTERS)
def test_a_kept_filter_comes_back_as_it_was(which: ReferralFilter) -> None:
    assert filter_of(spec_of(which, TODAY), TODAY) == which


def test_a_kept_period_by_name_moves_on_with_the_days() -> None:
    first, last = days_of(Period.LAST_MONTH, TODAY)
    which = ReferralFilter(from_on=first, until_on=last)
    assert period_of(which, TODAY) is Period.LAST_MONTH
    later = filter_of(spec_of(which, TODAY), TODAY + timedelta(days=30))
    assert (later.from_on, later.until_on) == days_of(Period.LAST_MONTH, TODAY + timedelta(days=30))


@pytest.mark.parametrize(
    "spec", [{"from_on": "soon"}, {"stages": ["gone"]}, {"payer_id": None}, {"period": "ever"}, {"x": 1}]
)
def test_what_an_older_program_kept_otherwise_is_left_out(spec: dict[str, object]) -> None:
    assert filter_of(spec, TODAY) == ReferralFilter()


def test_what_others_do_does_not_close_a_form_that_somebody_fills(intake: Intake) -> None:
    place, frame = intake.open()
    ready(intake, place)
    place.show_where(record=True)
    intake.until(lambda: place.pane.form is not None)
    form = place.pane.form
    for stage in (S.UNDER_REVIEW, S.ON_HOLD, S.UNDER_REVIEW):
        intake.desks[0].act(
            lambda actions, stage=stage: actions.move_referrals(  # type: ignore[misc]  # bound at once
                MoveReferrals((intake.referrals["Mercy Hospital"],), stage)
            )
        )
        where = 1 if stage is S.UNDER_REVIEW else 3
        intake.until(lambda where=where: "Mercy Hospital" in column(place, where))  # type: ignore[misc]
    place.head.views.set_value(TABLE)
    intake.until(lambda: len(names(place)) == 5)
    intake.undo()
    intake.until(lambda: intake.row(intake.referrals["Mercy Hospital"]).stage is S.ON_HOLD)
    intake.until(lambda: all(name for name in names(place)))
    assert place.pane.form is form
    assert frame.toasts == []


def test_a_half_typed_move_is_offered_when_the_same_move_is_opened_again(intake: Intake) -> None:
    drafts = Drafts(intake.office.folder / "drafts", lambda: NOW)
    place, _ = intake.open()
    ready(intake, place)
    key = intake.referrals["Mercy Hospital"]
    first = _moving(intake, place, key, S.NOT_ADMITTED)
    row = first.reason.findData(intake.code(DeclineReason, "no_capacity"))
    first.reason.setCurrentIndex(row)
    first.reason.activated.emit(row)
    QTest.keyClicks(first.note, "Called twice")
    first.reject()
    intake.until(lambda: len(drafts.all("referral_move")) == 1)
    other = _moving(intake, place, key, S.ON_HOLD)
    assert other.note.text() == ""
    other.reject()
    again = _moving(intake, place, key, S.NOT_ADMITTED)
    assert (again.note.text(), again.reason.currentIndex()) == ("Called twice", row)
    again.discipline.setCurrentIndex(1)
    again.move_now()
    intake.until(lambda: intake.row(key).stage is S.NOT_ADMITTED)
    intake.until(lambda: drafts.all("referral_move") == ())


def _moving(intake: Intake, place: ReferralsPlace, key: int, stage: S) -> MoveDialog:
    intake.until(lambda: place.mover.dialog is None)
    place.mover.move(key, stage)
    intake.until(lambda: place.mover.dialog is not None)
    assert place.mover.dialog is not None
    return place.mover.dialog
