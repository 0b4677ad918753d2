"""Forecast and capacity beside the board: computed and said at once, changed by keys, carried out as one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import thread_time

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from hhcrm.charts.painter import Painter
from hhcrm.domain.capacity import Load, Means
from hhcrm.domain.forecast import Guessed, Pace, Past, Stand, forecast
from hhcrm.jobs.runner import Runner
from hhcrm.models.users import User
from hhcrm.queries.capacity_models import CadenceChange, CapacityView, PersonAdvice, PersonRoom, WeekRoom
from hhcrm.queries.forecast_models import ForecastGround
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.waterfall import capacity_words as said
from hhcrm.ui.waterfall.capacity_panel import SHOWN, CapacityPanel
from hhcrm.ui.waterfall.forecast_panel import ForecastPanel
from hhcrm.ui.waterfall.forecast_words import assumption_words, outcome_words
from hhcrm.ui.waterfall.kit import WaterfallKit
from hhcrm.ui.waterfall.place import WaterfallPlace
from tests.ui.log_visit_kit import TODAY, Agency
from tests.ui.measure_kit import FakeFrame

pytestmark = pytest.mark.usefixtures("look")

K = Qt.Key


class Ahead:
    """The place over a small agency with seven active sources that are to be seen every 30 days, and two prospects."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.agency, self.qtbot, self.runner, self.frame = Agency.found(folder), qtbot, Runner(), FakeFrame()
        for number in range(7):
            self.agency.source(f"Clinic {number}", active_since=date(2026, 9, 1), cadence=30)
        for name in ("Mercy", "Belmont"):
            self.agency.source(name, found_on=date(2026, 11, 2))
        self.desk: Desk = self.agency.desk(self.runner)
        self.desk.faulted.connect(self.frame.faults.append)
        kit = WaterfallKit(painter=Painter(folder / "charts"))
        self.place = WaterfallPlace(self.desk, self.frame, kit)
        self.place.resize(1100, 900)
        self.place.show()
        with qtbot.waitActive(self.place):
            self.place.activateWindow()

    def hours(self, hours: float) -> None:
        """How many hours Dana has for visits."""
        with self.agency.engine.begin() as connection:
            connection.execute(update(User).values(weekly_visit_hours=hours))

    def ask(self) -> None:
        """Look at the place, and wait until both panels are filled."""
        self.place.refresh()
        self.qtbot.waitUntil(lambda: self.capacity.shown is not None and self.forecast.pace is not None)

    @property
    def forecast(self) -> ForecastPanel:
        assert self.place.forecast is not None
        return self.place.forecast

    @property
    def capacity(self) -> CapacityPanel:
        assert self.place.capacity is not None
        return self.place.capacity

    def buttons(self, start: str) -> list[QPushButton]:
        """Buttons whose name begins so, of what is shown."""
        QApplication.processEvents()  # what was put into a layout is shown now
        found = self.capacity.findChildren(QPushButton)
        return [each for each in found if each.objectName().startswith(start) and each.isVisibleTo(self.capacity)]

    def close(self) -> None:
        shiboken6.delete(self.place)
        self.desk.close()
        self.runner.close()
        QApplication.processEvents()


@pytest.fixture
def ahead(tmp_path: Path, qtbot: QtBot) -> Iterator[Ahead]:
    found = Ahead(tmp_path, qtbot)
    yield found
    found.close()


# --- forecast ---------------------------------------------------------------------------------------------------------


def test_a_slider_is_answered_at_once_and_leads_back_to_the_present_pace(ahead: Ahead) -> None:
    ahead.ask()
    panel = ahead.forecast
    assert panel.outcome.text().startswith("At five a month: ")  # no history: the usual cohort, a guess
    assert "as the rules say, is a guess" in panel.assumed.text()
    assert not panel.reset.isEnabled()
    before = panel.outcome.text()
    panel.found.bar.setFocus()
    begin = thread_time()
    for _ in range(4):
        QTest.keyClick(panel.found.bar, K.Key_Right)
    assert (thread_time() - begin) / 4 < 0.1
    assert panel.found.words.text() == "9 a month"
    assert panel.found.bar.accessibleName() == "New prospects: 9 a month"
    assert panel.outcome.text().startswith("At nine a month: ")
    QTest.keyClick(panel.share.bar, K.Key_End)
    QTest.keyClick(panel.cadence.bar, K.Key_Home)
    assert (panel.share.words.text(), panel.cadence.words.text()) == ("100 %", "every 10 days")
    assert panel.pace is not None
    assert (panel.pace.found, panel.pace.share, panel.pace.cadence) == (9.0, 1.0, 10.0)
    ahead.qtbot.waitUntil(lambda: panel.view.is_drawn)
    assert panel.chart is not None
    assert [part.words for part in panel.chart.parts] == ["changed pace", "present pace"]
    QTest.mouseClick(panel.reset, Qt.MouseButton.LeftButton)
    assert (panel.outcome.text(), panel.found.words.text()) == (before, "5 a month")
    assert not panel.reset.isEnabled()


def test_a_mark_opens_the_months_as_a_table_and_visits_have_what_fits(ahead: Ahead) -> None:
    ahead.ask()
    panel = ahead.forecast
    panel.what.set_value("visits")
    ahead.qtbot.waitUntil(lambda: panel.view.is_drawn)
    assert panel.chart is not None
    assert panel.view.accessibleDescription().startswith("Visits a week. next 12 months. 2 now, ")
    assert panel.chart.parts[-1].begin == "22 fit"  # holidays lie in these weeks
    panel.view.setFocus()
    QTest.keyClick(panel.view, K.Key_End)
    QTest.keyClick(panel.view, K.Key_Return)
    assert panel.table is not None
    ahead.qtbot.waitUntil(lambda: panel.table is not None and panel.table.model().rowCount() == 13)
    assert panel.as_table.text() == "Show as chart"


def test_another_persons_forecast_begins_at_their_own_pace(ahead: Ahead) -> None:
    ahead.ask()
    panel = ahead.forecast
    panel.found.bar.setValue(9)
    ahead.place.refresh()
    ahead.qtbot.waitUntil(lambda: ahead.desk.state == "saved")
    assert panel.pace is not None
    assert panel.pace.found == 9.0
    ahead.place.liaison.set_value("" if ahead.place.liaison_id else str(ahead.agency.user_id))
    ahead.qtbot.waitUntil(lambda: panel.pace is not None and panel.pace.found == 5.0)


# --- capacity ---------------------------------------------------------------------------------------------------------


def test_stretching_all_is_one_step_that_brings_the_rhythm_down(ahead: Ahead) -> None:
    ahead.hours(1.1)  # 2.1 visits a week are asked for, 1.4 fit
    ahead.ask()
    panel = ahead.capacity
    assert panel.said.text().endswith("1 more than fit.")
    assert panel.shown is not None
    changes = panel.shown.people[0].changes
    assert len(ahead.buttons("waterfall_capacity_change_")) == SHOWN < len(changes)
    (more,) = ahead.buttons("waterfall_capacity_more_")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(ahead.buttons("waterfall_capacity_change_")) == len(changes)
    (whole,) = ahead.buttons("waterfall_capacity_all_")
    assert whole.text() == f"Stretch these {len(changes)}"
    whole.setFocus()
    QTest.keyClick(whole, K.Key_Space)
    ahead.qtbot.waitUntil(lambda: "fit." in panel.said.text() and "more than fit" not in panel.said.text())
    assert ahead.frame.toasts == [f"{len(changes)} cadences changed."]
    assert ahead.buttons("waterfall_capacity_all_") == []
    assert panel.isAncestorOf(QApplication.focusWidget() or QWidget())
    ahead.agency.actions.undo()
    panel.ask(None)
    ahead.qtbot.waitUntil(lambda: panel.said.text().endswith("1 more than fit."))


def test_one_is_stretched_by_its_own_button_and_a_conflict_is_said(ahead: Ahead) -> None:
    ahead.hours(1.1)
    ahead.ask()
    panel = ahead.capacity
    assert panel.shown is not None
    change = panel.shown.people[0].changes[0]
    button = ahead.buttons(f"waterfall_capacity_change_{change.source_id}")[0]
    assert button.accessibleName().startswith(f"Stretch: {change.name}, from 30 to ")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    ahead.qtbot.waitUntil(lambda: len(ahead.frame.toasts) == 1)
    assert ahead.frame.toasts == [f"{change.name} is seen every {change.to_days} days now."]
    stale = panel.shown.people[0].changes[0]
    panel._change((CadenceChange(stale.source_id, 0, "", 30, 45, 0.1, ""),))
    ahead.qtbot.waitUntil(lambda: len(ahead.frame.faults) == 1)
    assert "changed this source meanwhile" in str(ahead.frame.faults[0])


def test_a_week_opens_in_the_calendar_and_the_place_can_be_asked_for_capacity(ahead: Ahead) -> None:
    ahead.place.refresh()  # as the calendar opens it: nothing is known of it yet
    ahead.place.show_where(capacity=True, liaison_id=ahead.agency.user_id)
    panel = ahead.capacity
    ahead.qtbot.waitUntil(panel.as_table.hasFocus)
    ahead.qtbot.waitUntil(lambda: ahead.forecast.pace is not None)
    bar = ahead.place.side.verticalScrollBar()
    assert bar.value() == min(panel.y(), bar.maximum()) > 0
    ahead.qtbot.waitUntil(lambda: panel.view.is_drawn)
    panel.view.setFocus()
    QTest.keyClick(panel.view, K.Key_Home)
    QTest.keyClick(panel.view, K.Key_Return)
    assert ahead.frame.gone == [("calendar", {"day": date(2026, 11, 23)})]


# --- words ------------------------------------------------------------------------------------------------------------


def room(asked: float, possible: float) -> PersonRoom:
    return PersonRoom(1, "Dana", 31, 4, asked, asked, Means(18, 45), (WeekRoom(TODAY, 5, possible, 9),))


def change(source: int, before: int = 30, after: int = 45) -> CadenceChange:
    return CadenceChange(source, 1, f"Clinic {source}", before, after, 0.1, "none in 12 months")


def test_too_many_and_room_and_just_enough_in_words() -> None:
    assert (
        said.load_words(Load(17.2, 14.4)) == "The rhythm asks for 17 visits a week and about 14 fit: 3 more than fit."
    )
    assert said.load_words(Load(10, 14)).endswith("room for 4 more.")
    assert said.load_words(Load(14, 14)) == "The rhythm asks for 14 visits a week and as many fit."
    six = PersonAdvice(room(17, 14), tuple(map(change, range(6))))
    assert said.advice_words(six) == "Stretch these 6 from 30 to 45 days, least worth first."
    mixed = PersonAdvice(room(17, 14), (change(1), change(2, 60, 90)), left=2)
    assert said.advice_words(mixed) == (
        "Stretch these 2, least worth first. 2 more than fit even then: take on fewer prospects, or hand sources over."
    )
    assert said.advice_words(PersonAdvice(room(17, 14), (change(1),))) == "Stretch Clinic 1 from 30 to 45 days."
    assert said.advice_words(PersonAdvice(room(14, 14))) == ""
    both = PersonAdvice(room(10, 14), (change(1, 45, 30), change(2, 60, 30)), more_prospects=4)
    assert said.advice_words(both) == (
        "You could take on 4 more prospects a month or see these 2 A sources every 30 days."
    )
    assert said.advice_words(PersonAdvice(room(10, 14), (), more_prospects=1)) == (
        "You could take on 1 more prospect a month."
    )
    assert (said.all_words(both.changes), said.one_words(both.changes[0])) == ("See 2 more often", "More often")


def test_what_it_rests_on_in_words() -> None:
    assert said.means_words(Means(18, 45)) == (
        "18 hours a week for visits, as the rules say; "
        "45 minutes a visit with its drive, as the rules say: too few to tell."
    )
    assert said.means_words(Means(7.5, 43.2, own_hours=True, measured=97)) == (
        "7.5 hours a week for visits; 43.2 minutes a visit with its drive, the mean of 97 in 90 days."
    )
    assert said.unowned_words(CapacityView(None, (), 1)).startswith("1 source has no owner")
    assert said.unowned_words(CapacityView(None, (), 7)).startswith("7 sources have no owner")
    assert said.unowned_words(CapacityView(1, ())) == ""


def test_a_pace_and_its_ground_in_words() -> None:
    past = Past(1, 30, 30, 21, 7, 6, 21, 60, 40.0, 5.5, 5.2, 60, 1800)
    pace = Pace(5.0, 0.75, 5.5, 0.0095, 40.0)
    guessed = Guessed(found=False, share=False, months=False, loss=False, cadence=False)
    ground = ForecastGround(1, "Dana", TODAY, Stand(60), pace, guessed, past, 14, 5)
    months = forecast(ground.stand, pace)
    assert outcome_words(ground, pace, months) == (
        "At five a month: 77 active in 12 months; 20 visits a week then, 6 more than fit."
    )
    assert assumption_words(ground) == (
        "Present pace: 5 new prospects a month, as in the last 6 whole months. "
        "Of 28 decided about in 12 months 21 became active (75 %). It took them 5.5 months and 5.2 visits. "
        "6 active sources were lost in 12 months, 0.9 % a month. "
        "Active sources are seen every 40 days on average, prospects every 30 days; "
        "they had one visit a month in the last 90 days."
    )
