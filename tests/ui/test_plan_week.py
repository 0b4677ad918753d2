"""Plan my week in the calendar: proposed, worked on by keys and mouse, accepted as one step, or left as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from hhcrm.domain.slots import minute_of
from hhcrm.domain.week_plan import PlanProblem, WeekPlan
from hhcrm.domain.words import Advance, VisitStatus
from hhcrm.jobs.runner import Runner
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.planning.solve import solve
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.services.commands import LogVisit
from hhcrm.services.holiday_commands import AddTimeOff
from hhcrm.ui.calendar import carry
from hhcrm.ui.calendar.plan_panel import PlanPanel
from hhcrm.ui.calendar.plan_swap import SwapDialog
from hhcrm.ui.calendar.planning import Planning
from hhcrm.ui.calendar.proposal import Proposal
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.calendar_kit import Wall
from tests.ui.log_visit_kit import TODAY, Agency, monday_of_dana

K = Qt.Key
FRIDAY = date(2026, 11, 27)
ZIPS = ("37203", "37206", "37211", "37215")


def busy_dana(folder: Path) -> Agency:
    """Four appointments today, and more sources that are due than one could see by the way."""
    agency = monday_of_dana(folder)
    for number in range(6):
        name = f"Clinic {number}"
        agency.source(name, active_since=date(2026, 1, 5), cadence=30)
        agency.visited(name, date(2026, 10, 8) + timedelta(days=number))
        with Session(agency.engine) as session:
            session.get_one(ReferralSource, agency.ids[name]).zip = ZIPS[number % 4]
            session.commit()
    return agency


class Week:
    """The calendar with the panel, and a person who plans."""

    def __init__(self, wall: Wall) -> None:
        self.wall = wall

    @property
    def planning(self) -> Planning:
        return self.wall.place.planning

    @property
    def panel(self) -> PlanPanel:
        return self.wall.place.plan

    @property
    def proposal(self) -> Proposal:
        found = self.planning.proposal
        assert found is not None
        return found

    def planned(self) -> Proposal:
        """Press the button, and wait for the plan."""
        self.wall.place.tray.plan.click()
        self.wall.settle()
        return self.proposal

    def names(self) -> set[str]:
        return {self.proposal.question.name_of(stop.source_id) for stop in self.proposal.stops}

    def mark(self, name: str) -> VisitMark:
        """The proposed visit as the days show it."""
        marks = self.wall.place.state.span.visits
        return next(mark for mark in marks if mark.proposed and mark.source == name)

    def point(self, name: str) -> None:
        """Take a source of the list in hand."""
        self.panel.list.point(self.wall.agency.ids[name])
        self.panel.list.setFocus()

    def visits(self) -> int:
        """Planned visits in the database."""
        table = Visit.__table__
        rows = self.wall.agency.rows(table.select().where(table.c.status == VisitStatus.PLANNED))
        return len(rows)


def short_search(problem: PlanProblem, *more: Any) -> WeekPlan:
    """A search of a few steps: how good a plan is, others test."""
    return solve(replace(problem, iterations=60), *more)


@pytest.fixture
def week(
    tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Week]:
    monkeypatch.setattr("hhcrm.planning.weeks.solve", short_search)
    agency = busy_dana(tmp_path)
    wall = Wall(agency, runner, look, memory, qtbot)
    QAbstractItemModelTester(
        wall.place.plan.list.plan, QAbstractItemModelTester.FailureReportingMode.Fatal, wall.place.plan.list.plan
    )
    yield Week(wall)
    wall.close()
    agency.engine.dispose()


def test_a_week_is_proposed_beside_what_is_planned_with_reasons_and_accepted_as_one_step(week: Week) -> None:
    before = week.visits()
    proposal = week.planned()
    wall, panel = week.wall, week.panel
    assert wall.place.state.view == "week"
    assert panel.isVisible() and not wall.place.tray.isVisible()  # noqa: PT018  # one stands where the other stood
    assert week.names() >= {f"Clinic {n}" for n in range(6)}
    assert week.visits() == before, "a proposal changes nothing"
    rows = panel.list.plan.rows()
    assert [row.title for row in rows if row.kind == "day"][:2] == ["Mon, Nov 23", "Tue, Nov 24"]
    fixed = next(row for row in rows if row.title.endswith("Oak Grove Assisted Living"))
    assert (fixed.fixed, fixed.detail.startswith("planned, keeps its time")) == (True, True)
    clinic = next(row for row in rows if row.title.endswith("Clinic 0"))
    assert clinic.detail.startswith("late, 14 days overdue")
    assert clinic.words.split(", ")[1] == "proposed"
    mark = week.mark("Clinic 0")
    assert mark.purpose.startswith("late, 14 days overdue")
    assert "Thu, Nov 26 is a day off: Thanksgiving Day." in panel.notes.toolTip()
    assert panel.summary.text().startswith(f"{len(proposal.stops)} visits proposed, ")
    panel.accept.click()
    wall.settle()
    assert week.visits() == before + len(proposal.stops)
    assert wall.toasts()[-1] == f"Plan week of Nov 23: {len(proposal.stops)} visits"
    assert wall.planned_for("Clinic 0") == [(mark.visit_on, mark.start_time)]
    assert not panel.isVisible()
    assert wall.drafts.all("week_plan") == ()
    wall.desk.act(lambda actions: actions.undo(), owner=wall.main)
    wall.settle()
    assert week.visits() == before


def test_stops_are_pinned_dropped_and_taken_back_by_keys_and_solving_again_keeps_that(week: Week) -> None:
    week.wall.press(K.Key_W)
    week.point("Clinic 1")
    where = week.mark("Clinic 1")
    week.wall.press(K.Key_P)
    assert week.proposal.pinned(where.source_id)
    assert week.mark("Clinic 1").pinned
    assert week.panel.pin.text() == "Unpin"
    week.point("Clinic 2")
    week.wall.press(K.Key_Delete)
    assert "Clinic 2" not in week.names()
    assert "dropped by you" in next(r for r in week.panel.list.plan.rows() if r.title == "Clinic 2").detail
    assert "Changed by hand." in week.panel.notes.text()
    week.panel.again.click()
    week.wall.settle()
    assert "Clinic 2" not in week.names()
    again = week.mark("Clinic 1")
    assert (again.visit_on, again.start_time) == (where.visit_on, where.start_time)
    week.point("Clinic 2")
    week.wall.press(K.Key_P)
    assert "wanted" in next(r for r in week.panel.list.plan.rows() if r.title == "Clinic 2").detail
    week.panel.again.click()
    week.wall.settle()
    assert "Clinic 2" in week.names()


def test_a_proposed_visit_is_dragged_and_moved_by_keys_and_is_pinned_there(week: Week) -> None:
    week.planned()
    wall, mark = week.wall, week.mark("Clinic 3")
    grid = wall.place.grid
    left, width = grid.day_rect(4, grid.body.width())
    where = QPoint(left + width // 2, grid.body.y_of(15 * 60))
    wall.drop(grid.body, carry.visit_mime(mark.visit_id), where)
    moved = week.mark("Clinic 3")
    assert (moved.visit_on, moved.start_time, moved.pinned) == (FRIDAY, time(15), True)
    assert wall.place.state.mark == moved
    grid.setFocus()
    QTest.keyClick(grid, K.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert week.mark("Clinic 3").start_time == time(15, 15)
    stop = week.proposal.stop(mark.source_id)
    assert stop is not None
    assert stop.starts == minute_of(time(15, 15))
    grid.setFocus()
    wall.press(K.Key_Delete)
    assert "Clinic 3" not in week.names()
    assert wall.planned_for("Clinic 3") == []


def test_two_stops_at_one_time_are_said_and_cannot_be_accepted(week: Week) -> None:
    week.planned()
    other = week.mark("Clinic 0")
    week.planning.move(week.mark("Clinic 1"), other.visit_on, other.start_time)
    assert "Clinic 0 and Clinic 1 overlap on" in week.panel.notes.text()
    assert not week.panel.accept.isEnabled()


def test_another_source_is_chosen_in_the_place_of_one(week: Week) -> None:
    week.planned()
    week.point("Clinic 4")
    week.wall.press(K.Key_Delete)
    week.point("Clinic 5")
    was = week.mark("Clinic 5")
    QTest.keyClick(week.panel.list, K.Key_R)
    dialog = week.wall.main.findChild(SwapDialog)
    assert dialog is not None
    assert "Clinic 5" in dialog.windowTitle()
    QTest.keyClicks(dialog.field, "clinic 4")
    assert dialog.list.count() == 1
    QTest.keyClick(dialog.field, K.Key_Return)
    week.wall.settle()
    now = week.mark("Clinic 4")
    assert (now.visit_on, now.start_time, now.pinned) == (was.visit_on, was.start_time, True)
    assert "Clinic 5" not in week.names()


def test_what_somebody_else_changed_is_named_and_the_calendar_stays(week: Week) -> None:
    week.planned()
    before, agency = week.visits(), week.wall.agency
    agency.actions.log_visit(LogVisit(agency.ids["Clinic 0"], Advance.ADVANCE, agency.kinds["visit"], TODAY))
    week.panel.accept.click()
    week.wall.settle()
    assert week.visits() == before
    assert week.panel.fault.text().startswith("Clinic 0 was visited meanwhile by Dana Whitfield.")
    assert week.panel.isVisible()
    week.panel.again.click()
    week.wall.settle()
    assert "Clinic 0" not in week.names()
    assert week.panel.fault.isHidden()
    week.panel.accept.click()
    week.wall.settle()
    assert week.visits() > before, week.panel.fault.text()


def test_a_proposal_left_is_offered_again_and_thrown_away_by_discard(week: Week) -> None:
    week.planned()
    wall, mark = week.wall, week.mark("Clinic 1")
    week.planning.move(mark, FRIDAY, time(10))
    names = week.names()
    week.planning.leave()  # as when the window closes; a crash leaves the same file
    wall.settle()
    assert len(wall.drafts.all("week_plan")) == 1
    wall.place.planning.drafts.look()
    wall.wait_for(wall.place.planning.drafts.isVisible)
    assert "Dana Whitfield, week of Nov 23" in wall.place.planning.drafts.words
    wall.place.planning.drafts.go_on.click()
    wall.settle()
    assert week.names() == names
    assert (week.mark("Clinic 1").visit_on, week.mark("Clinic 1").pinned) == (FRIDAY, True)
    week.panel.away.click()
    wall.settle()
    assert wall.drafts.all("week_plan") == ()
    assert wall.place.tray.isVisible()
    assert "The calendar is as it was." in wall.toasts()[-1]
    assert not [mark for mark in wall.place.state.span.visits if mark.proposed]


def test_the_next_week_is_planned_by_choice(week: Week) -> None:
    week.planned()
    week.panel.week.set_value("next")
    week.panel.week_wanted.emit("next")
    week.wall.settle()
    assert week.proposal.question.monday == date(2026, 11, 30)
    assert week.wall.place.state.day == date(2026, 11, 30)
    assert week.proposal.stops


def test_without_a_liaison_or_a_working_day_it_is_said_and_nothing_is_changed(week: Week) -> None:
    before, agency = week.visits(), week.wall.agency
    agency.actions.add_time_off(AddTimeOff(agency.user_id, TODAY, FRIDAY, "Vacation"))
    week.wall.place.tray.plan.click()
    week.wall.settle()
    assert week.panel.fault.text().startswith("Dana Whitfield has no working day left in this week.")
    assert week.panel.accept.isHidden()
    assert week.visits() == before
    week.panel.away.click()
    assert week.wall.place.tray.isVisible()


def test_escape_of_a_menu_and_pin_by_the_menu(week: Week) -> None:
    week.planned()
    mark = week.mark("Clinic 2")
    week.wall.place.state.point(mark.visit_on, mark.visit_id)
    week.wall.place.state.opened.emit(mark, QPoint(10, 10))
    week.wall.choose("calendar_proposed_pin")
    assert week.mark("Clinic 2").pinned
    week.wall.place.state.opened.emit(week.mark("Clinic 2"), QPoint(10, 10))
    assert QApplication.activePopupWidget() is not None
    week.wall.choose("calendar_proposed_drop")
    assert "Clinic 2" not in week.names()


def test_the_first_plan_stands_while_a_better_one_is_looked_for_and_stop_keeps_the_best(
    week: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    def patient(
        problem: PlanProblem,
        progress: Callable[[float], None],
        stopped: Callable[[], bool],
        on_first: Callable[[WeekPlan], None],
    ) -> WeekPlan:
        plan = short_search(problem)
        on_first(plan)
        progress(0.4)
        turn = Event()
        while not stopped():
            turn.wait(0.01)
        return replace(plan, done=False)

    monkeypatch.setattr("hhcrm.planning.weeks.solve", patient)
    week.wall.place.tray.plan.click()
    week.wall.wait_for(lambda: week.planning.proposal is not None)
    assert week.panel.work.isVisible()
    assert not week.panel.accept.isEnabled()
    week.wall.wait_for(lambda: week.panel.work.far.text() == "40 %")
    week.panel.work.cancel.click()
    week.wall.settle()
    assert week.panel.work.isHidden()
    assert "Stopped before the search was done" in week.panel.notes.text()
    assert week.panel.accept.isEnabled()
