"""Today: one list, each row with its one action, on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.goals import GoalSpan
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.words import CommitmentStatus, RhythmStatus, SourceStage, VisitStatus
from hhcrm.jobs.runner import Runner
from hhcrm.models.commitments import Commitment
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.queries.read_models import SourceFilter, TodayList, TodayNeed, TodayVisit
from hhcrm.services.goal_commands import SetGoal
from hhcrm.services.holiday_commands import AddHoliday, AddTimeOff
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from hhcrm.ui.today.lines import goals_section, next_workday, say_clock, sections, waiting
from hhcrm.ui.today.place import TodayPlace
from hhcrm.ui.today.row import TodayRow
from tests.ui.log_visit_kit import TODAY, Agency, Typist, Window, monday_of_dana

ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot) -> Iterator[Window]:
    agency = monday_of_dana(tmp_path)
    window = Window(agency, runner, look, memory, qtbot)
    yield window
    window.close()
    agency.engine.dispose()


def shown(window: Window) -> list[tuple[str, str, str]]:
    return [(row.line.tag, row.line.source, row.line.words) for row in window.today.board.rows]


def press(window: Window, key: str) -> None:
    row = window.today.board.row(key)
    assert row is not None
    row.button.click()


def need(kind: str, row_id: int, **more: object) -> TodayNeed:
    return replace(TodayNeed(kind, row_id, f"Source {row_id}", kind, "Every 30 days", row_id, TODAY), **more)  # type: ignore[arg-type]


def day(*needs: TodayNeed, visits: tuple[TodayVisit, ...] = (), **counts: int) -> TodayList:
    return TodayList(TODAY, visits, needs, counts, 0, 0, 0, 0)


def test_visits_stand_in_time_order_then_what_needs_the_person(window: Window) -> None:
    assert shown(window) == [
        ("9:30 AM", "Hendersonville Rehab & Care", "Log"),
        ("10:45 AM", "St. Brendan Hospital, 4 West", "Log"),
        ("1:15 PM", "Oak Grove Assisted Living", "Log"),
        ("2:30 PM", "Patel Family Medicine", "Log"),
        ("Promise due", "Oak Grove Assisted Living", "Kept"),
        ("Fifth visit", "Madison Heart Associates", "Make active"),
        ("Late 11 d", "Rivergate Dialysis", "Plan Tue"),
        ("Due today", "Green Hills Orthopedics", "Plan Tue"),
    ]
    assert "Monday, Nov 23" in window.today.head.beside.text()
    assert "What do I do now?" in window.today.head.beside.text()


def test_a_pilot_that_waits_opens_where_it_stands(window: Window) -> None:
    waits = need("pilot", 7, due_on=date(2026, 11, 20))
    (line,) = sections(day(waits, pilot=1))[0].lines
    assert (line.act, line.words, line.tag_kind, waiting(day(waits, pilot=1))) == ("show", "Open", "overdue", 1)


def test_kept_is_done_at_once_and_can_be_undone(window: Window, qtbot: QtBot) -> None:
    row = next(row for row in window.today.board.rows if row.line.act == "keep")
    row.button.click()
    assert not row.button.isEnabled(), "it cannot be done twice"
    qtbot.waitUntil(lambda: window.today.board.row(row.key) is None)
    (promise,) = window.agency.rows(select(Commitment.__table__))
    assert (promise.status, promise.closed_on) == (CommitmentStatus.KEPT, TODAY)
    qtbot.waitUntil(lambda: window.toasts() == ["Commitment to Oak Grove Assisted Living kept."])
    window.main.undo()
    qtbot.waitUntil(lambda: any(each.line.act == "keep" for each in window.today.board.rows))


def test_a_promise_is_broken_with_its_reason_by_keyboard(window: Window, qtbot: QtBot) -> None:
    row = next(row for row in window.today.board.rows if row.line.act == "keep")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_B)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.today.board.row(row.key) is not None, "without a reason nothing happens"
    QTest.keyClicks(line, "The printer broke")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.today.board.row(row.key) is None)
    (promise,) = window.agency.rows(select(Commitment.__table__))
    assert (promise.status, promise.why) == (CommitmentStatus.BROKEN, "The printer broke")
    qtbot.waitUntil(lambda: window.toasts() == ["Commitment to Oak Grove Assisted Living marked broken."])


def test_the_day_of_a_promise_moves_by_keyboard(window: Window, qtbot: QtBot) -> None:
    row = next(row for row in window.today.board.rows if row.line.act == "keep")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_M)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "11/20")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "12/4")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.today.board.row(row.key) is None)
    (promise,) = window.agency.rows(select(Commitment.__table__))
    assert (promise.status, promise.due_on) == (CommitmentStatus.OPEN, date(2026, 12, 4))


def test_make_active_takes_the_cadence_offered(window: Window, qtbot: QtBot) -> None:
    source_id = window.agency.ids["Madison Heart Associates"]
    press(window, f"decide_{source_id}")
    qtbot.waitUntil(lambda: window.today.board.row(f"decide_{source_id}") is None)
    table = ReferralSource.__table__
    (source,) = window.agency.rows(select(table).where(table.c.id == source_id))
    assert source.stage == SourceStage.ACTIVE
    qtbot.waitUntil(
        lambda: window.toasts() == [f"Madison Heart Associates is active, every {source.cadence_days} days."]
    )


def test_an_overdue_source_is_planned_for_the_next_working_day_and_then_offers_the_log(
    window: Window, qtbot: QtBot
) -> None:
    source_id = window.agency.ids["Rivergate Dialysis"]
    key = f"overdue_{source_id}"
    press(window, key)
    table = Visit.__table__
    planned = select(table.c.visit_on).where(table.c.source_id == source_id, table.c.status == VisitStatus.PLANNED)
    qtbot.waitUntil(lambda: [row.visit_on for row in window.agency.rows(planned)] == [date(2026, 11, 24)])
    qtbot.waitUntil(
        lambda: (row := window.today.board.row(key)) is not None and row.line.words == "Log" and row.button.isEnabled()
    )


def test_a_visit_is_planned_for_a_day_on_which_the_agency_works_and_the_person_is_there(
    window: Window, qtbot: QtBot
) -> None:
    actions = window.agency.actions
    actions.add_holiday(AddHoliday(date(2026, 11, 24), "Staff day"))
    actions.add_time_off(AddTimeOff(window.agency.user_id, date(2026, 11, 25), date(2026, 11, 25)))
    window.today.refresh()
    source_id = window.agency.ids["Rivergate Dialysis"]
    key = f"overdue_{source_id}"
    qtbot.waitUntil(lambda: (row := window.today.board.row(key)) is not None and row.line.words == "Plan Fri")
    press(window, key)
    table = Visit.__table__
    planned = select(table.c.visit_on).where(table.c.source_id == source_id, table.c.status == VisitStatus.PLANNED)
    qtbot.waitUntil(lambda: [row.visit_on for row in window.agency.rows(planned)] == [date(2026, 11, 27)])
    qtbot.waitUntil(lambda: (row := window.today.board.row(key)) is not None and row.button.isEnabled())


def test_arrows_move_space_opens_and_l_logs(window: Window, qtbot: QtBot) -> None:
    window.today.board.focus_first()
    robot = Typist(qtbot)
    for _row in range(6):
        robot.press(Qt.Key.Key_Down)
    assert window.today.board.rows[6].hasFocus()
    robot.press(Qt.Key.Key_L)
    assert window.is_open
    qtbot.waitUntil(lambda: window.dialog.form.source.text() == "Rivergate Dialysis")
    window.dialog.reject()
    robot.press(Qt.Key.Key_Space)
    assert window.main.place == "sources"
    assert window.sources.shown == {"source_id": window.agency.ids["Rivergate Dialysis"]}


def test_one_row_takes_tab_and_it_is_the_last_one_used(window: Window) -> None:
    rows = window.today.board.rows
    rows[3].setFocus()
    stops = [row for row in rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [rows[3]]


def test_a_change_elsewhere_keeps_the_focused_row_and_the_widgets(window: Window, qtbot: QtBot) -> None:
    rows = {row.key: row for row in window.today.board.rows}
    focused = window.today.board.rows[5]
    focused.setFocus()
    visit = window.agency.planned("Green Hills Orthopedics", time(8, 0))
    window.main.desk.changed.emit(ChangeSet("Plan visit"))
    qtbot.waitUntil(lambda: window.today.board.row(f"visit_{visit}") is not None)
    assert window.today.board.rows[0].line.source == "Green Hills Orthopedics"
    assert window.main.focusWidget() is focused
    assert all(rows[row.key] is row for row in window.today.board.rows if row.key in rows)


def test_the_row_below_takes_the_focus_of_a_row_that_is_done(window: Window, qtbot: QtBot) -> None:
    row = next(row for row in window.today.board.rows if row.line.act == "keep")
    place = window.today.board.rows.index(row)
    row.setFocus()
    QTest.keyClick(row, ENTER)
    qtbot.waitUntil(lambda: window.today.board.row(row.key) is None)
    assert window.main.focusWidget() is window.today.board.rows[place]


def test_the_rail_counts_what_waits(window: Window) -> None:
    button = window.main.rail.button("today")
    assert button is not None
    assert "8" in button.accessibleName() or button.count == 8


def test_figures_lead_to_the_sources_behind_them(window: Window) -> None:
    assert window.today.side.cases.text().startswith("of ")
    assert not window.today.side.unassigned.isHidden()
    window.today.side.counts["overdue"].show_button.click()
    asked = window.sources.shown["filter"]
    assert isinstance(asked, SourceFilter)
    assert asked.status == RhythmStatus.OVERDUE
    window.main.go("today")
    window.today.side.unassigned_line.show_button.click()
    assert window.sources.shown["filter"].unassigned


def test_an_empty_agency_is_taught_where_to_begin(tmp_path: Path, runner: Runner, look: Look, qtbot: QtBot) -> None:
    agency = Agency.found(tmp_path)
    desk = agency.desk(runner)
    gone: list[str] = []

    class Nowhere:
        def go(self, place: str, **_where: object) -> None:
            gone.append(place)

        def badge(self, _place: str, count: int) -> None:
            assert count == 0

    place = TodayPlace(desk, Nowhere())  # type: ignore[arg-type]
    qtbot.addWidget(place)
    place.show()
    place.refresh()
    qtbot.waitUntil(lambda: place.empty_panel.isVisible())
    assert not place.side.isVisible()
    assert not place.end_button.isVisible()
    assert any("import your list" in words.text() for words in place.empty.findChildren(QLabel))
    button = place.findChild(QAbstractButton, "today_go_sources")
    assert button is not None
    button.click()
    assert gone == ["sources"]
    desk.close()
    agency.engine.dispose()


@pytest.mark.parametrize("size", [100, 150])
def test_no_row_is_wider_than_the_list(window: Window, look: Look, qtbot: QtBot, size: int) -> None:
    look.set_text_size(size)
    window.main.resize(1024, 680)
    board = window.today.board
    qtbot.waitUntil(lambda: all(row.button.geometry().right() <= row.width() for row in board.rows))
    for row in board.rows:
        assert row.objectName()
        assert row.accessibleName()
        assert row.source.height() >= row.source.heightForWidth(row.source.width())
        assert row.hint.height() >= row.hint.heightForWidth(row.hint.width())
    look.set_text_size(100)


def test_what_is_left_out_is_one_row_that_leads_on() -> None:
    today = day(need("overdue", 1), need("overdue", 2), need("due", 3), overdue=26, due=1)
    (section,) = sections(today)
    assert [line.source for line in section.lines] == ["Source 1", "Source 2", "and 24 more overdue", "Source 3"]
    assert [line.act for line in section.lines] == ["plan", "plan", "more", "plan"]
    assert waiting(today) == 27


def test_a_late_promise_is_told_from_one_due_today() -> None:
    today = day(need("promise", 1), need("promise", 2, due_on=date(2026, 11, 20)), promise=2)
    (section,) = sections(today)
    assert [line.tag_kind for line in section.lines] == ["due", "overdue"]


def test_a_referral_back_from_hold_is_opened_and_stands_out_the_day_after() -> None:
    later = replace(need("hold", 4), due_on=date(2026, 11, 20))
    lines = sections(day(need("hold", 3), later))[0].lines
    assert [(line.act, line.words, line.tag_kind) for line in lines] == [
        ("look", "Open", "due"), ("look", "Open", "overdue"),
    ]  # fmt: skip


def test_a_new_referral_stands_first_and_is_marked_as_seen() -> None:
    lines = sections(day(need("alert", 7, referral_id=7), need("hold", 3)))[0].lines
    assert [(line.key, line.act, line.words, line.tag_kind) for line in lines] == [
        ("alert_7", "seen", "Seen", "due"), ("hold_3", "look", "Open", "due"),
    ]  # fmt: skip
    assert waiting(day(alert=3, hold=1)) == 4


def test_the_dots_of_a_new_referral_lead_to_it(look: Look, qtbot: QtBot) -> None:
    row = TodayRow(sections(day(need("alert", 7, referral_id=7)))[0].lines[0])
    qtbot.addWidget(row)
    row.show()
    opened: list[object] = []
    row.opened.connect(opened.append)
    QTest.keyClick(row, Qt.Key.Key_Menu)
    (menu,) = row.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["Open the referral\tSpace"]
    menu.actions()[0].trigger()
    menu.close()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert opened == [row, row]
    assert row.otherwise.toolTip() == "Open the referral (Space)"


def test_logged_and_missed_visits_say_so_and_have_no_action() -> None:
    visits = tuple(
        TodayVisit(place, place, "Mercy", None, "Visit", status, "")
        for place, status in enumerate((VisitStatus.PLANNED, VisitStatus.COMPLETED, VisitStatus.MISSED))
    )
    (section,) = sections(day(visits=visits))
    assert [(line.tag, line.words) for line in section.lines] == [("Any time", "Log"), ("Logged", ""), ("Missed", "")]


@pytest.mark.parametrize(
    ("today", "then"),
    [
        (date(2026, 11, 23), date(2026, 11, 24)),
        (date(2026, 11, 25), date(2026, 11, 27)),
        (date(2026, 11, 27), date(2026, 11, 30)),
        (date(2026, 12, 31), date(2027, 1, 4)),
    ],
)
def test_the_next_working_day_passes_over_weekends_and_holidays(today: date, then: date) -> None:
    assert next_workday(TodayList(today, (), (), {}, 0, 0, 0, 0)) == then
    own = date(2027, 2, 1)
    assert next_workday(TodayList(today, (), (), {}, 0, 0, 0, 0, own)) == own, "the agency's own calendar goes before"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0, 5), "12:05 AM"),
        (time(9, 30), "9:30 AM"),
        (time(13, 15), "1:15 PM"),
        (time(12, 0), "12:00 PM"),
        (None, "Any time"),
    ],
)
def test_times_are_said_as_people_say_them(at: time | None, words: str) -> None:
    assert say_clock(at) == words


def test_who_opens_today_can_use_the_arrows_and_enter_at_once(window: Window, qtbot: QtBot) -> None:
    window.main.go("sources")
    window.main.go("today")
    qtbot.waitUntil(window.today.board.rows[0].hasFocus)
    Typist(qtbot).press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.is_open)


def test_tab_goes_from_the_head_to_the_rows_and_then_to_the_figures(window: Window, qtbot: QtBot) -> None:
    window.today.end_button.setFocus()
    robot = Typist(qtbot)
    robot.press(Qt.Key.Key_Tab)
    assert window.today.board.rows[0].hasFocus()
    robot.press(Qt.Key.Key_Tab)
    assert not any(row.hasFocus() for row in window.today.board.rows)


def test_goals_stand_below_what_needs_the_person_and_open_where_they_are_measured(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(window.main, "go", lambda place, **where: gone.append((place, where)))
    values = {"measure": MeasureKey.VISITS, "target": 200, "span": GoalSpan.MONTH, "from_on": TODAY}
    order = SetGoal(values | {"user_id": window.agency.user_id})
    window.desk.act(lambda actions: actions.set_goal(order))
    qtbot.waitUntil(lambda: window.today.board.rows[-1].line.act == "goal")
    row = window.today.board.rows[-1]
    assert (row.line.tag, row.line.source, row.line.words) == ("Behind", "Visits, November 2026", "Open")
    assert row.line.hint.endswith(" behind pace")
    row.setFocus()
    QTest.keyClick(row, ENTER)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.line.need is not None
    assert gone == [("measure", {"page": "goals", "goal_id": row.line.need.row_id})] * 2
    assert waiting(window.agency.questions.today(8)) == 8  # goals wait for nobody


def test_a_new_periods_goals_are_set_from_today() -> None:
    line = goals_section((TodayNeed("goals_set", 0, "2 goals of a new period", "To set", "", 0, None),))
    assert line is not None
    assert [(one.key, one.act, one.words, one.tag_kind) for one in line.lines] == [
        ("goals_set", "goals_set", "Set", "info")
    ]
    assert goals_section(()) is None
