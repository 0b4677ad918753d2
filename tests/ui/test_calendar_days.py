"""A day is a day: what is clicked is what is stored, in every time zone and on the nights the clocks change."""

from __future__ import annotations

import time as system_time
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hhcrm.jobs.runner import Runner
from hhcrm.ui.calendar import carry, days
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.calendar_kit import Clock, Wall
from tests.ui.log_visit_kit import Agency

K = Qt.Key
RIVERGATE = "Rivergate Dialysis"
ZONES = ("America/Los_Angeles", "America/New_York", "Pacific/Kiritimati")
AGENCY = ZoneInfo("America/Chicago")
NIGHTS = (
    datetime(2026, 3, 7, 23, 30, tzinfo=AGENCY),
    datetime(2026, 3, 8, 0, 30, tzinfo=AGENCY),  # an hour is missing in this night
    datetime(2026, 10, 31, 23, 30, tzinfo=AGENCY),
    datetime(2026, 11, 1, 0, 30, tzinfo=AGENCY),  # and one comes twice in this
)
any_day = st.dates(days.FIRST_DAY, days.LAST_DAY)


@pytest.fixture(params=ZONES)
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The time zone that the machine is set to."""
    monkeypatch.setenv("TZ", request.param)
    system_time.tzset()
    yield request.param
    monkeypatch.undo()
    system_time.tzset()


@pytest.mark.parametrize("wall_time", NIGHTS, ids=lambda at: f"{at:%m-%d %H:%M}")
def test_the_day_clicked_is_the_day_stored(
    machine: str, wall_time: datetime, tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot
) -> None:
    agency = Agency.found(tmp_path)
    agency.source(RIVERGATE, active_since=date(2026, 1, 5), cadence=30)
    memory.set("calendar.weekends", "always")
    clock = Clock(wall_time.astimezone(UTC), AGENCY)
    wall = Wall(agency, runner, look, memory, qtbot, clock)
    today = wall_time.date()
    assert wall.place.state.today == today
    assert wall.place.month.month.cell(today).is_today

    target = (
        today + timedelta(days=1) if today.month == (today + timedelta(days=1)).month else today - timedelta(days=1)
    )
    cell = wall.place.month.cell_of(target)
    QTest.mouseClick(
        wall.place.month.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.right() - 12, cell.top() + 12)
    )
    form = wall.dialog.form
    assert form is not None
    form.type_into("source", f"{agency.ids[RIVERGATE]}\t{RIVERGATE}")
    form.type_into("start_time", "2:30 am")  # which the night of March 8 does not have
    form.save.click()
    wall.settle()
    assert wall.planned_for(RIVERGATE) == [(target, time(2, 30))]

    wall.press(K.Key_Right, held=Qt.KeyboardModifier.AltModifier)
    assert wall.planned_for(RIVERGATE) == [(target + timedelta(days=1), time(2, 30))]
    wall.place.state.point(today)
    wall.view("month")
    mark = wall.mark(RIVERGATE)
    wall.drop(wall.place.month.viewport(), carry.visit_mime(mark.visit_id), wall.place.month.cell_of(today).center())
    assert wall.planned_for(RIVERGATE) == [(today, time(2, 30))]

    wall.view("day")
    (block,) = wall.place.grid.plan.blocks
    assert (block.begin, block.mark.visit_on) == (150, today)
    wall.press(K.Key_Down)
    wall.press(K.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    assert wall.planned_for(RIVERGATE) == [(today, time(2, 45))]
    wall.close()
    agency.engine.dispose()


def test_midnight_is_the_agencys_not_the_machines(
    machine: str, tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot
) -> None:
    agency = Agency.found(tmp_path)
    clock = Clock(datetime(2026, 11, 1, 4, 59, tzinfo=UTC), AGENCY)  # 11:59 PM on October 31 in Nashville
    wall = Wall(agency, runner, look, memory, qtbot, clock)
    assert wall.place.state.today == date(2026, 10, 31)
    assert wall.place.state.day == date(2026, 10, 30), "the Friday stands for the Saturday, which is not shown"
    clock.at = datetime(2026, 11, 1, 5, 1, tzinfo=UTC)
    wall.main._on_minute()
    wall.settle()
    assert wall.place.state.today == date(2026, 11, 1)
    assert wall.place.head.title.text() == "November 2026"
    assert wall.place.state.day == date(2026, 11, 2), "this month begins with a Sunday"
    clock.at = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)  # the hour that came twice is over, the day is not
    wall.main._on_minute()
    assert wall.place.state.today == date(2026, 11, 1)
    wall.close()
    agency.engine.dispose()


# --- arithmetic of days -----------------------------------------------------------------------------------------------


@given(any_day, st.booleans())
def test_every_day_of_a_month_is_in_one_of_its_weeks(day: date, weekends: bool) -> None:
    weeks = days.month_weeks(day, weekends)
    shown = [each for week in weeks for each in week]
    assert shown == sorted(set(shown))
    last = days.last_of_month(day)
    of_month = days.shown_days(day.replace(day=1), last, weekends)
    assert [each for each in shown if each.month == day.month] == list(of_month)
    assert all(len(week) == (7 if weekends else 5) and week[0].weekday() == 0 for week in weeks)
    assert len(weeks) <= 6


@given(any_day, st.sampled_from(days.VIEWS), st.integers(-30, 30))
def test_turning_pages_and_back_stays_near_and_within(day: date, view: days.View, step: int) -> None:
    there = days.turned(view, day, step)
    assert days.FIRST_DAY <= there <= days.LAST_DAY
    if days.FIRST_DAY < there < days.LAST_DAY:
        back = days.turned(view, there, -step)
        assert abs((back - day).days) <= 3, "the 31st may become the 28th"
        assert (back.year, back.month) == (day.year, day.month)


@given(any_day, st.integers(-40, 40), st.booleans())
def test_steps_land_on_days_that_are_shown(day: date, step: int, weekends: bool) -> None:
    there = days.next_shown(day, step, weekends)
    assert days.FIRST_DAY <= there <= days.LAST_DAY
    if step and days.FIRST_DAY < there < days.LAST_DAY:
        assert weekends or there.weekday() < 5
    assert days.onto_shown(day, weekends) <= day
    assert weekends or days.onto_shown(day, weekends).weekday() < 5


@pytest.mark.parametrize(
    ("view", "day", "words"),
    [
        ("month", date(2026, 11, 23), "November 2026"),
        ("week", date(2026, 11, 25), "Nov 23 to 29, 2026"),
        ("week", date(2026, 12, 1), "Nov 30 to Dec 6, 2026"),
        ("week", date(2027, 1, 1), "Dec 28, 2026 to Jan 3, 2027"),
        ("day", date(2026, 11, 23), "Monday, Nov 23, 2026"),
    ],
)
def test_a_head_says_what_is_shown(view: days.View, day: date, words: str) -> None:
    assert days.title(view, day) == words


def test_weeks_have_names() -> None:
    today = date(2026, 11, 25)
    mondays = (date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 7), date(2026, 11, 16))
    assert [days.week_words(monday, today) for monday in mondays] == [
        "This week", "Next week", "Week of Dec 7", "Week of Nov 16",
    ]  # fmt: skip
