"""Goals in Measure: the list, one goal opened, the forms, a new period; and their lines on Today. By keyboard too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.app.drafts import Drafts
from hhcrm.charts.painter import Painter
from hhcrm.domain.goals import GoalSpan
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.words import Advance, Comparison
from hhcrm.jobs.runner import Runner
from hhcrm.queries.bound import Questions
from hhcrm.queries.goal_models import GoalFilter
from hhcrm.services.bound import Actions
from hhcrm.services.commands import Archive, LogVisit
from hhcrm.services.goal_commands import SetGoal
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.measure.goals.new_period import NewPeriodDialog
from hhcrm.ui.measure.goals.page import GoalsPage
from hhcrm.ui.measure.goals.row import GoalRow, reach_of
from hhcrm.ui.measure.place import MeasureKit, MeasurePlace
from hhcrm.ui.shared.desk import Desk
from tests.ui.measure_kit import FakeFrame
from tests.ui.settings_kit import SettingsOffice

TODAY = date(2026, 12, 2)
NOW = datetime(2026, 12, 2, 15, 0, tzinfo=UTC)
ENTER, DOWN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape


@dataclass
class Desktop:
    """An agency with goals of November and of the quarter, seen on December 2."""

    office: SettingsOffice
    folder: Path
    qtbot: QtBot
    dana: int
    questions: Questions
    actions: Actions
    frames: list[FakeFrame] = field(default_factory=list)

    @cached_property
    def drafts(self) -> Drafts:
        """One for all: a second one would clear away what the first is writing."""
        return Drafts(self.folder / "drafts", lambda: NOW)

    def goal(self, measure: MeasureKey, target: float, span: GoalSpan, day: date, **more: object) -> int:
        values = {"measure": measure, "target": target, "span": span, "from_on": day} | more
        return self.actions.set_goal(SetGoal(values)).subject or 0

    def open(self) -> tuple[MeasurePlace, GoalsPage, FakeFrame]:
        runner, frame = Runner(), FakeFrame()
        desk = Desk(runner, lambda: self.questions, lambda: self.actions, now=lambda: NOW, today=lambda: TODAY)
        desk.faulted.connect(frame.faults.append)
        place = MeasurePlace(desk, frame, MeasureKit(Painter(self.folder / "charts"), drafts=self.drafts))
        desk.changed.connect(lambda _changes: place.refresh())
        self.office.runners.append(runner)
        self.office.desks.append(desk)
        self.office.places.append(place)  # type: ignore[arg-type]  # closed like any other
        place.resize(1060, 700)
        place.show()
        with self.qtbot.waitActive(place):
            place.activateWindow()
        place.refresh()
        place.show_where(page="goals")
        page = place.page("goals")
        assert isinstance(page, GoalsPage)
        self.until(lambda: place.loops_button.isEnabled() and page.isVisible())  # everything asked first is answered
        return place, page, frame

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()))


@pytest.fixture
def desktop(tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    office = SettingsOffice.found(tmp_path, qtbot)
    dana = office.users["Dana Whitfield"]
    actions = Actions(UnitOfWork(office.engine, Actor(dana, "Dana Whitfield"), lambda: NOW), lambda: TODAY, tmp_path)
    desktop = Desktop(
        office, tmp_path, qtbot, dana, Questions(office.engine, lambda: NOW, lambda: TODAY, dana), actions
    )
    source = office.add_source("Mercy")
    for day in (date(2026, 11, 3), date(2026, 11, 10), date(2026, 12, 1)):
        actions.log_visit(LogVisit(source, Advance.CONTINUATION, office.kind(), day, liaison_id=dana))
    desktop.goal(MeasureKey.VISITS, 2, GoalSpan.MONTH, date(2026, 11, 2), user_id=dana)
    desktop.goal(MeasureKey.VISITS, 40, GoalSpan.QUARTER, TODAY)
    desktop.goal(MeasureKey.CONVERSION, 0.7, GoalSpan.YEAR, TODAY)
    yield desktop
    office.close()


def said(row: GoalRow) -> tuple[str, str, str]:
    return row.title.text(), row.tag.words, row.figure.text()


def focused(place: QWidget) -> QWidget | None:
    return place.window().focusWidget()


def test_goals_stand_as_rows_and_open_by_keyboard(desktop: Desktop) -> None:
    place, page, _frame = desktop.open()
    desktop.until(lambda: len(page.rows) == 3)
    assert [said(row) for row in page.rows] == [
        ("Visits, Agency", "Behind", "3 of 40, 24 behind pace"),
        ("Conversion, Agency", "Too few to tell", "\u2013 of at least 70 %, too few to tell: n = 0"),
        ("Visits, Dana Whitfield", "Reached", "2 of 2, reached"),
    ]
    assert page.rows[0].accessibleName().startswith("Behind. Visits, Agency. Q4 2026. 3 of 40, 24 behind pace")
    assert not page.new_button.isHidden()
    page.rows[0].setFocus()
    QTest.keyClick(page.rows[0], DOWN)
    QTest.keyClick(page.rows[1], DOWN)
    assert focused(place) is page.rows[2]
    QTest.keyClick(page.rows[2], Qt.Key.Key_Up)
    QTest.keyClick(page.rows[1], Qt.Key.Key_Up)
    QTest.keyClick(page.rows[0], ENTER)
    desktop.until(lambda: page.pane.isVisible())
    assert page.list.isHidden()
    assert page.pane.chart.chart is not None
    assert "3 of 40" in page.pane.line.text()
    assert focused(place) is page.pane.back
    QTest.keyClick(page.pane.back, ESCAPE)
    desktop.until(lambda: focused(place) is page.rows[0])
    page.rows[2].opened.emit(page.rows[2].goal_id)
    desktop.until(lambda: page.pane.isVisible())
    page.pane.back.click()
    desktop.until(lambda: focused(place) is page.rows[2])
    desktop.until(lambda: not page.rows[2].visibleRegion().isEmpty())


def test_a_goal_is_set_by_keyboard_refused_beside_its_field_and_undone(desktop: Desktop) -> None:
    _place, page, frame = desktop.open()
    desktop.until(lambda: len(page.rows) == 3)
    page.add_button.setFocus()
    QTest.keyClick(page.add_button, Qt.Key.Key_Space)
    desktop.until(lambda: page.form is not None)
    form = page.form
    assert form is not None
    form.type_into("measure", "hours_to_soc")
    assert form.texts()["comparison"] == str(Comparison.AT_MOST)
    assert form.field("target").hint == "In hours, such as 48"
    QTest.keyClick(form.editor("target").widget(), ENTER, Qt.KeyboardModifier.ControlModifier)
    assert form.field("target").error == "Say the target as a number."
    QTest.keyClicks(form.editor("target").widget(), "48")
    QTest.keyClick(form.editor("target").widget(), ENTER, Qt.KeyboardModifier.ControlModifier)
    desktop.until(lambda: len(page.rows) == 4)
    assert not page.form_panel.isVisible()
    assert frame.toasts == ["Goal set"]
    desktop.actions.undo()
    assert len(desktop.questions.goals_found(GoalFilter(from_on=TODAY)).standings) == 2


def test_what_is_half_typed_is_offered_again(desktop: Desktop) -> None:
    _place, page, _frame = desktop.open()
    page.add()
    desktop.until(lambda: page.form is not None)
    assert page.form is not None
    page.form.type_into("target", "55")
    QTest.keyClick(page.form.editor("target").widget(), ESCAPE)
    assert not page.form_panel.isVisible()
    desktop.until(lambda: desktop.drafts.get("goal", "new"))  # written on a worker
    page.go_on("new")
    desktop.until(lambda: page.form is not None)
    assert page.form.offers_draft
    page.form.take_draft()
    assert page.form.texts()["target"] == "55"


def test_a_goal_is_changed_archived_and_both_are_undone(desktop: Desktop) -> None:
    _place, page, frame = desktop.open()
    desktop.until(lambda: len(page.rows) == 3)
    page.edit(page._running[1])
    desktop.until(lambda: page.form is not None)
    assert page.form is not None
    assert page.form.texts()["target"] == "70"
    page.form.type_into("target", "72.5 %")
    page.form.save.click()
    desktop.until(lambda: "Goal changed" in frame.toasts)
    desktop.until(lambda: "at least 72 %" in page.rows[1].figure.text())
    button = page.findChild(QWidget, f"measure_goals_{page.rows[1].goal_id}_archive")
    assert button is not None
    button.click()  # type: ignore[attr-defined]  # a button
    desktop.until(lambda: len(page.rows) == 2)
    assert frame.toasts[-1] == "Goal archived: Conversion, Agency, 2026"
    desktop.actions.undo()
    desktop.actions.undo()
    (share,) = [
        one for one in desktop.questions.goals_found(GoalFilter(from_on=TODAY)).standings if one.goal.target < 1
    ]
    assert share.goal.target == 0.7


def test_the_goals_of_a_new_period_are_accepted_in_one_step(desktop: Desktop) -> None:
    place, page, frame = desktop.open()
    desktop.until(lambda: not page.new_button.isHidden())
    place.show_where(page="goals", new=True)

    def dialog() -> NewPeriodDialog | None:
        return next((one for one in QApplication.topLevelWidgets() if isinstance(one, NewPeriodDialog)), None)

    desktop.until(lambda: dialog() is not None)
    shown = dialog()
    assert shown is not None
    (key,) = shown.form.texts()
    assert shown.form.texts()[key] == "3"  # a step up from 2
    assert shown.form.field(key).hint == "November 2026: 2 of 2, reached. A year before: \u2013."
    QTest.keyClick(shown.form.editor(key).widget(), ENTER, Qt.KeyboardModifier.ControlModifier)
    desktop.until(lambda: "1 goal set" in frame.toasts)
    desktop.until(lambda: len(page.rows) == 4)
    desktop.until(lambda: page.new_button.isHidden())
    desktop.actions.undo()
    assert desktop.questions.goals_found(GoalFilter()).to_set == 1


def test_the_bar_holds_the_target_what_is_beyond_it_and_the_pace(desktop: Desktop) -> None:
    behind = desktop.questions.goals_found(GoalFilter(from_on=TODAY)).standings[0]
    reach = reach_of(behind)
    assert 0 < reach.value < (reach.pace or 0) < reach.target < 1
    (reached,) = desktop.questions.goals_over(GoalFilter(date(2026, 11, 1), TODAY), 5)
    assert reach_of(reached).pace is None
    assert reach_of(reached).value == reach_of(reached).target < 1


def test_nobody_has_set_a_goal(desktop: Desktop) -> None:
    for one in desktop.questions.goals_found(GoalFilter()).standings:
        desktop.actions.archive(Archive("goal", (one.goal.goal_id,)))
    _place, page, _frame = desktop.open()
    desktop.until(lambda: page.nothing.isVisible())
    assert page.rows == []
