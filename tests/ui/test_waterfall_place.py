"""The waterfall: what stands on the board, and that keys, drags and panels do what they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.domain.words import SourceStage
from hhcrm.queries.waterfall_models import Card, CardState, WaterfallFilter
from hhcrm.ui.shared.look import Look
from hhcrm.ui.waterfall import cells
from hhcrm.ui.waterfall.acting import months_on
from hhcrm.ui.waterfall.board import BoardView
from hhcrm.ui.waterfall.model import BoardModel
from hhcrm.ui.waterfall.place import WaterfallPlace
from tests.ui.sources_kit import CONTROL, TODAY
from tests.ui.waterfall_kit import DECEMBER, NOVEMBER, OCTOBER, Falls, Key


@pytest.fixture
def falls(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Falls]:
    made = Falls.found(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Falls]:
    made = Falls.found(tmp_path, qtbot, filled=False)
    yield made
    made.close()


def cards(place: WaterfallPlace) -> dict[str, Card]:
    return {card.name: card for row in place.board.cards.rows for card in row.cards}


def take(falls: Falls, place: WaterfallPlace, name: str) -> None:
    """Take a card in hand."""
    assert place.board.choose_source(falls.office.ids[name])
    place.board.setFocus()


def drop(board: BoardView, card: Card, where: QPoint) -> None:
    """Let a card go over the board."""
    data = board.cards.mime_of(card)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    board.dropEvent(QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data, left, none))


def test_cards_stand_at_their_visit_and_say_in_words_what_they_wait_for(falls: Falls) -> None:
    place, _frame = falls.open()
    found = cards(place)
    says = {name: (card.column, cells.tag(card, TODAY).words, cells.why_line(card)) for name, card in found.items()}
    assert says == {
        "Decided Clinic": (5, "decide", ""),
        "Early Sender": (1, "decide", "sent 1 referral"),
        "Stalled Practice": (3, "rethink?", "no advance in 3 visits"),
        "New Place": (0, "rethink?", "56 days without a visit"),
    }
    shapes = {(cells.tag(card, TODAY).mark, card.state) for card in found.values()}
    assert len({mark for mark, _state in shapes}) == len({state for _mark, state in shapes}) == 2
    assert [(row.month, row.standing.at, row.standing.free) for row in place.board.cards.rows] == [
        (OCTOBER, (1, 1, 0, 1, 0, 1), 1),
        (NOVEMBER, (0,) * 6, 5),
    ]
    assert "5-8" in place.thresholds.text()
    assert "Stalled Practice, practice, 5-8, visit 3 of 5, rethink?, no advance in 3 visits" in str(
        place.board.cards.index(place.board.cards.number_of(found["Stalled Practice"].member_id)).data(
            Qt.ItemDataRole.AccessibleTextRole
        )
    )


def test_arrows_go_from_card_to_card_and_letters_act_on_the_one_in_hand(falls: Falls) -> None:
    place, frame = falls.open()
    take(falls, place, "New Place")
    seen = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        falls.key(key)
        assert place.board.card is not None
        seen.append(place.board.card.name)
    assert seen == ["Early Sender", "Stalled Practice", "Decided Clinic", "Decided Clinic", "Stalled Practice"]
    assert place.board.accessibleDescription().startswith("Stalled Practice")
    stalled = falls.office.ids["Stalled Practice"]
    falls.key(Key.Key_L)
    falls.until(lambda: frame.logged == [(stalled, None)])
    falls.key(Key.Key_Return)
    falls.until(lambda: frame.gone == [("sources", {"source_id": stalled})])
    falls.key(Key.Key_P)
    falls.until(lambda: frame.toasts and frame.toasts[0][0].startswith("Visit to Stalled Practice planned for"))
    falls.until(lambda: cards(place)["Stalled Practice"].planned_on is not None)
    falls.key(Key.Key_Right, CONTROL)
    falls.until(lambda: len(frame.logged) == 2)
    assert place.source_in_sight() == stalled


def test_one_key_accepts_the_offer_and_undo_brings_the_prospect_back(falls: Falls) -> None:
    place, frame = falls.open()
    take(falls, place, "Decided Clinic")
    falls.key(Key.Key_D)
    falls.until(place.decide.isVisible)
    assert place.decide.why.text() == "First of 1 active sources by potential: the top 20 %, every 30 days."
    assert place.decide.facts.text() == "Physician practice, visit 5 of 5, 5 advances"
    assert QApplication.focusWidget() is place.decide.accept
    falls.key(Key.Key_Return)
    falls.until(lambda: frame.toasts == [("Decided Clinic is active, every 30 days.", True)])
    falls.until(lambda: cards(place)["Decided Clinic"].state is CardState.ACTIVE)
    assert place.decide.isHidden()
    assert place.board.cards.rows[0].standing.active == 1
    falls.office.desks[-1].act(lambda actions: actions.undo())
    falls.until(lambda: cards(place)["Decided Clinic"].state is CardState.DECIDE)
    assert falls.stage("Decided Clinic") is SourceStage.PROSPECTIVE


def test_what_is_to_be_decided_is_in_sight_however_far_the_window_was_scrolled(falls: Falls) -> None:
    place, _frame = falls.open()
    falls.until(lambda: len(place.fill.buttons()) == 2)
    around = QScrollArea()
    around.setObjectName("around")
    around.setAccessibleName("Window")
    around.setWidget(place)
    around.resize(700, 330)
    with falls.qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    place.show()
    take(falls, place, "Decided Clinic")
    falls.until(place.board.hasFocus)
    falls.key(Key.Key_D)
    falls.until(lambda: whole(place.decide.accept) and whole(place.decide.title))
    around.verticalScrollBar().setValue(around.verticalScrollBar().maximum())
    place.decide.stop.click()
    falls.until(lambda: whole(place.ask.line))
    around.takeWidget()
    shiboken6.delete(around)


def whole(widget: QWidget) -> bool:
    """Whether all of a widget can be seen."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def test_the_keyboard_goes_from_a_decision_left_straight_to_the_cards(falls: Falls) -> None:
    place, _frame = falls.open()
    falls.until(lambda: len(place.fill.buttons()) == 2)
    take(falls, place, "Decided Clinic")
    falls.key(Key.Key_D)
    falls.until(place.decide.isVisible)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    seen: list[QWidget | None] = []

    def note(_old: QWidget | None, new: QWidget | None) -> None:
        seen.append(new)

    app.focusChanged.connect(note)
    falls.key(Key.Key_Escape)
    falls.until(place.decide.isHidden)
    app.focusChanged.disconnect(note)
    assert seen == [place.board]  # whatever had it in between would have been scrolled to


def test_a_prospect_is_seen_on_until_a_later_visit_or_stopped_with_a_reason(falls: Falls) -> None:
    place, frame = falls.open()
    place.show_where(decide=falls.office.ids["Early Sender"])
    falls.until(place.decide.isVisible)
    assert place.decide.until.value() == 8
    place.decide.keep.click()
    falls.until(lambda: cards(place)["Early Sender"].needed == 8)
    assert cards(place)["Early Sender"].state is not CardState.DECIDE
    place.show_where(decide=falls.office.ids["Stalled Practice"])
    falls.until(place.decide.isVisible)
    place.decide.stop.click()
    falls.until(place.ask.isVisible)
    QTest.keyClicks(place.ask.line, "has its own agency")
    falls.key(Key.Key_Return)
    falls.until(lambda: "Stalled Practice" not in cards(place))
    assert falls.stage("Stalled Practice") is SourceStage.INACTIVE
    assert place.board.cards.rows[0].standing.left == 1
    place.show_where(decide=falls.office.ids["Stalled Practice"])
    falls.until(lambda: "nothing to decide" in frame.toasts[-1][0])
    assert frame.faults == []


def test_candidates_stand_best_first_with_the_reason_and_one_press_adds(falls: Falls) -> None:
    place, frame = falls.open()
    falls.until(lambda: len(place.fill.buttons()) == 2)
    assert place.fill.title.text() == "Fill November"
    assert place.fill.beside.text() == "5 places free"
    assert place.fill.filling is not None
    first, second = place.fill.filling.candidates
    assert (first.name, second.name) == ("Big Candidate", "Small Candidate")
    assert first.reason.startswith("SNF, 90 beds, new in Sep")
    place.fill.buttons()[0].click()
    falls.until(lambda: falls.month("Big Candidate") == NOVEMBER)
    falls.until(lambda: len(place.fill.buttons()) == 1)
    assert frame.toasts == [("Big Candidate is in the cohort of November 2026.", True)]
    assert falls.office.questions.source_detail(falls.office.ids["Big Candidate"]).owner_id == falls.dana
    falls.office.desks[-1].act(lambda actions: actions.undo())
    falls.until(lambda: len(place.fill.buttons()) == 2)


def test_a_cohort_is_made_smaller_until_it_is_full(falls: Falls) -> None:
    place, frame = falls.open()
    falls.until(lambda: len(place.fill.buttons()) == 2)
    place.places.set_value("1")
    falls.until(lambda: place.fill.beside.text() == "1 place free")
    place.fill.buttons()[0].click()
    falls.until(lambda: place.fill.beside.text() == "full")
    assert place.fill.buttons() == []
    place.fill.other.click()
    falls.until(lambda: place.fill.title.text() == "Fill December")
    assert frame.faults == []


def test_a_card_let_go_on_the_next_visit_opens_the_log_and_in_another_month_moves_there(falls: Falls) -> None:
    place, frame = falls.open()
    card, board = cards(place)["Early Sender"], place.board
    there = board.plan.columns[3][0] + 5
    drop(
        board, card, QPoint(there - board.horizontalOffset(), board.plan.rows[0].center().y() - board.verticalOffset())
    )
    falls.until(lambda: frame.logged == [(card.source_id, None)])
    drop(board, card, QPoint(there, board.plan.rows[1].center().y() - board.verticalOffset()))
    falls.until(lambda: falls.month("Early Sender") == NOVEMBER)
    falls.until(lambda: len(board.cards.rows[1].cards) == 1)
    take(falls, place, "Early Sender")
    falls.key(Key.Key_Down, CONTROL)
    falls.until(lambda: falls.month("Early Sender") == DECEMBER)


def test_the_menu_moves_takes_out_and_sizes(falls: Falls) -> None:
    place, frame = falls.open()
    card = cards(place)["New Place"]
    menu = place.acting.card_menu(card)
    names = {action.objectName() for action in menu.actions()}
    assert {"waterfall_open", "waterfall_log", "waterfall_plan", "waterfall_decide", "waterfall_take_out"} <= names
    months = menu.findChild(QMenu, "waterfall_move_menu")
    assert months is not None
    next(action for action in months.actions() if action.objectName() == "waterfall_move_2026_12").trigger()
    falls.until(lambda: falls.month("New Place") == DECEMBER)
    falls.until(lambda: cards(place)["New Place"].member_version > card.member_version)
    place.acting.ask_take_out(cards(place)["New Place"])
    falls.key(Key.Key_Return)
    assert falls.month("New Place") == DECEMBER  # a reason is needed
    QTest.keyClicks(place.ask.line, "too far")
    falls.key(Key.Key_Return)
    falls.until(lambda: falls.month("New Place") is None)
    menu.deleteLater()
    assert frame.faults == []


def test_what_somebody_else_was_faster_with_is_said_and_shown(falls: Falls) -> None:
    place, frame = falls.open()
    falls.until(lambda: len(place.fill.buttons()) == 2)
    card = cards(place)["New Place"]
    place.acting.move(card, 1)
    falls.until(lambda: falls.month("New Place") == NOVEMBER)
    place.acting.move(card, place.board.cards.rows[0])  # the card as it was read before
    falls.until(lambda: len(frame.faults) == 1)
    assert "changed this cohort member meanwhile" in str(frame.faults[0])


def test_everybodys_cohorts_stand_by_liaison_and_offer_no_candidates(falls: Falls) -> None:
    place, frame = falls.open()
    place.liaison.set_value("")
    falls.until(lambda: place.fill.filling is None)
    falls.until(lambda: place.board.with_liaison)
    assert cells.row_lines(place.board.cards.rows[0], TODAY, True)[0] == "Dana Whitfield"
    assert place.places.isHidden()
    place.add_button.click()
    assert "Choose a liaison first" in frame.toasts[-1][0]


def test_an_empty_place_teaches_and_its_button_adds_a_prospect(empty: Falls) -> None:
    place, frame = empty.open()
    empty.until(place.empty.isVisible)
    empty.office.press(place, "waterfall_empty_add")
    empty.until(lambda: frame.gone == [("sources", {"new_of": empty.dana})])


def test_the_model_announces_every_change(falls: Falls) -> None:
    place, _frame = falls.open()
    board = place.board.cards.board
    assert board is not None
    model = BoardModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_board(board)
    first = [model.index(n).data() for n in range(model.rowCount())]
    place.acting.move(cards(place)["Early Sender"], 1)
    falls.until(lambda: falls.month("Early Sender") == NOVEMBER)
    model.show_board(falls.office.questions.waterfall_board(WaterfallFilter(falls.dana)))
    later = [model.index(n).data() for n in range(model.rowCount())]
    assert (sorted(first), later[-1]) == (sorted(later), "Early Sender")
    assert tester.model() is model


def test_the_months_of_a_year_lie_in_order() -> None:
    assert [months_on(date(2026, 11, 1), step) for step in (-11, 1, 2)] == [
        date(2025, 12, 1),
        date(2026, 12, 1),
        date(2027, 1, 1),
    ]
