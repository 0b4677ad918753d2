"""Capacity and forecast: report, panel and the calendar's line count alike, and as the rows say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean
from typing import Any

import pytest

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.forecast import DAYS_A_MONTH, forecast
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.queries.calendar_models import CalendarFilter
from hhcrm.queries.expected import expectations
from hhcrm.queries.read_models import Report
from hhcrm.storage.derived import load_calendar
from tests.queries.conftest import TODAY, Agency

MONDAY = date(2026, 11, 16)
PEOPLE = (1, 2, 3, 4)


def lines(report: Report) -> list[dict[str, Any]]:
    return [dict(zip(report.columns, row, strict=True)) for row in report.rows]


def asks(agency: Agency, who: int) -> list[tuple[dict[str, Any], int]]:
    """The sources of a person that ask for visits, each with its days between them."""
    types = agency.by_id("source_type")
    cohort = {row["source_id"] for row in agency.rows("cohort_member") if row["left_on"] is None}
    found = []
    for row in agency.rows("referral_source"):
        if row["owner_id"] != who or row["archived_at"] is not None:
            continue
        if row["stage"] == SourceStage.ACTIVE:
            found.append((row, row["cadence_days"] or types[row["type_id"]]["cadence_days"] or 30))
        elif row["stage"] == SourceStage.PROSPECTIVE and row["id"] in cohort:
            found.append((row, 30))
    return found


def counting(agency: Agency, who: int, holds: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
    """Completed counting visits of a person, or of nobody to a source of theirs."""
    kinds, sources = agency.by_id("visit_kind"), agency.by_id("referral_source")
    return [
        row
        for row in agency.rows("visit")
        if row["status"] == VisitStatus.COMPLETED
        and row["archived_at"] is None
        and kinds[row["kind_id"]]["counts"]
        and (row["liaison_id"] or sources[row["source_id"]]["owner_id"]) == who
        and holds(row)
    ]


def minutes_a_visit(agency: Agency, who: int) -> float:
    start = TODAY - timedelta(days=89)
    noted = [
        row["minutes"] + row["travel_minutes"]
        for row in counting(agency, who, lambda row: start <= row["visit_on"] <= TODAY)
        if row["liaison_id"] == who and row["minutes"] is not None and row["travel_minutes"] is not None
    ]
    return mean(noted) if len(noted) >= 5 else 45.0


def possible(agency: Agency, who: int, monday: date) -> float:
    with agency.engine.connect() as connection:
        calendar = load_calendar(connection)
    off = [row for row in agency.rows("time_off") if row["user_id"] == who]
    free = [
        day
        for day in (monday + timedelta(days=n) for n in range(7))
        if calendar.is_working(day) and not any(row["from_on"] <= day <= row["until_on"] for row in off)
    ]
    hours: float = agency.by_id("app_user")[who]["weekly_visit_hours"]
    return len(free) / 5 * hours * 60 / minutes_a_visit(agency, who)


@pytest.mark.parametrize("who", PEOPLE)
def test_what_is_asked_and_what_fits_is_what_the_rows_say(agency: Agency, who: int) -> None:
    view = agency.ask().capacity_view(who)
    (person,) = view.people
    sources = asks(agency, who)
    assert person.room.active == sum(row["stage"] == SourceStage.ACTIVE for row, _ in sources)
    assert person.room.prospects == len(sources) - person.room.active
    assert person.room.asked == pytest.approx(sum(7 / days for _, days in sources))
    mondays = [MONDAY + timedelta(weeks=n) for n in range(12)]
    assert [week.monday for week in person.room.weeks] == mondays
    for week in person.room.weeks:
        assert week.possible == pytest.approx(possible(agency, who, week.monday))
    assert view.load.possible == pytest.approx(mean(week.possible for week in view.weeks))
    this_week = sum(row["due_on"] <= MONDAY + timedelta(days=6) for row, _ in sources)
    done = counting(agency, who, lambda row: MONDAY <= row["visit_on"] <= TODAY)
    assert view.weeks[0].due == this_week + len(done)


def test_report_panel_and_calendar_say_the_same(agency: Agency) -> None:
    ask = agency.ask()
    whole = ask.capacity_view()
    by_name = {each.room.name: each for each in whole.people}
    report = lines(ask.report("capacity"))
    assert [line["liaison"] for line in report] == list(by_name)
    for line in report:
        room = by_name[line["liaison"]].room
        assert line["visits_per_week_needed"] == round(room.asked, 1)
        assert line["visits_per_week_possible"] == round(room.load.possible, 1)
        assert (line["visits_per_week_too_many"], line["visits_per_week_room"]) == (room.load.over, room.load.room)
        assert ask.capacity_view(room.user_id).people == (by_name[line["liaison"]],)
    weeks = lines(ask.report("capacity", MONDAY, MONDAY + timedelta(days=12 * 7 - 1)))
    assert len(weeks) == 12 * len(report)
    for line in weeks:
        room = by_name[line["liaison"]].room
        (week,) = (each for each in room.weeks if each.monday == line["week_from"])
        load = ask.week_load(CalendarFilter(room.user_id), week.monday)
        assert (line["working_days"], line["visits_due"]) == (week.working_days, week.due)
        assert (load.working_days, load.over) == (week.working_days, line["visits_too_many"])
        assert load.fits - load.asks == line["visits_room"] - line["visits_too_many"]
        assert round(week.possible, 1) == line["visits_possible"]
    for week in whole.weeks:
        load = ask.week_load(CalendarFilter(), week.monday)
        assert (load.fits, load.asks) == (int(week.possible + 0.5), whole.load.asks)


def test_the_report_takes_its_days_from_either_end(plain: Agency) -> None:
    ask = plain.ask()
    first = lines(ask.report("capacity", until_on=date(2026, 11, 22), liaison_id=1))
    assert [line["week_from"] for line in first] == [MONDAY]
    past = lines(ask.report("capacity", date(2026, 11, 2), date(2026, 11, 20), liaison_id=1))
    assert [line["visits_due"] for line in past[:2]] == [None, None]
    assert past[2]["visits_due"] is not None
    ahead = ask.report("capacity", date(2027, 3, 1), liaison_id=1)
    assert (ahead.from_on, len(ahead.rows)) == (date(2027, 3, 1), 12)
    with pytest.raises(RuleBroken, match="two years"):
        ask.report("capacity", date(2026, 1, 1), date(2029, 1, 1))


def test_what_is_expected_is_the_same_as_in_the_report_on_worth(agency: Agency) -> None:
    worth = {line["source_id"]: line for line in lines(agency.ask().report("worth"))}
    with agency.engine.connect() as connection:
        found = expectations(connection, TODAY, DEFAULTS)
        some = expectations(connection, TODAY, DEFAULTS, set(list(found)[:5]))
    assert {key: round(one.per_month, 2) for key, one in found.items()} == {
        key: line["expected_referrals_per_month"] or 0.0 for key, line in worth.items()
    }
    unknown = [line for line in worth.values() if line["expected_referrals_per_month"] is None]
    assert all(line["potential_per_month"] is None and line["referrals_12_months"] == 0 for line in unknown)
    assert {one.sent or 0 for one in found.values()} == {line["referrals_12_months"] for line in worth.values()}
    assert some == {key: found[key] for key in some}
    assert len(some) == 5


# --- forecast ---------------------------------------------------------------------------------------------------------


def months(first: date, last: date) -> float:
    return (last - first).days / DAYS_A_MONTH


@pytest.mark.parametrize("who", PEOPLE)
def test_the_present_pace_is_what_the_rows_say(agency: Agency, who: int) -> None:
    ground = agency.ask().forecast_ground(who)
    sources = {row["id"]: row for row in agency.rows("referral_source") if row["owner_id"] == who}
    living = {key for key, row in sources.items() if row["archived_at"] is None}
    steps: dict[int, list[dict[str, Any]]] = {key: [] for key in living}
    for row in sorted(agency.rows("source_stage_change"), key=lambda row: (row["on_day"], row["id"])):
        if row["source_id"] in living:
            steps[row["source_id"]].append(row)
    year = date(2025, 11, 21)
    moves = [
        (before["stage"], after["stage"], before["on_day"], after["on_day"])
        for found in steps.values()
        for before, after in pairwise(found)
        if year <= after["on_day"] <= TODAY
    ]
    became = [move for move in moves if move[:2] == (SourceStage.PROSPECTIVE, SourceStage.ACTIVE)]
    past = ground.past
    assert past.became == len(became)
    assert past.dropped == sum(move[:2] == (SourceStage.PROSPECTIVE, SourceStage.INACTIVE) for move in moves)
    assert past.lost == sum(move[:2] == (SourceStage.ACTIVE, SourceStage.INACTIVE) for move in moves)
    if became:
        assert past.months_to_active == pytest.approx(mean(months(move[2], move[3]) for move in became))
    cohorts = {
        row["id"]
        for row in agency.rows("cohort")
        if row["liaison_id"] == who and date(2026, 5, 1) <= row["month"] < date(2026, 11, 1)
    }
    everybody = agency.by_id("referral_source")
    members = {row["source_id"] for row in agency.rows("cohort_member") if row["cohort_id"] in cohorts}
    assert past.found == sum(everybody[key]["archived_at"] is None for key in members)


@pytest.mark.parametrize("who", [None, *PEOPLE])
def test_the_forecast_begins_where_capacity_stands(agency: Agency, who: int | None) -> None:
    ground, view = agency.ask().forecast_ground(who), agency.ask().capacity_view(who)
    today = forecast(ground.stand, ground.pace)[0]
    assert today.active == sum(each.room.active for each in view.people)
    assert today.prospects == sum(each.room.prospects for each in view.people)
    assert today.visits_a_week == pytest.approx(view.load.asked)
    assert ground.fits == view.load.fits


def test_somebody_without_sources_asks_for_nothing(plain: Agency) -> None:
    intake = next(row["id"] for row in plain.rows("app_user") if row["role"] == "intake coordinator")
    view, ground = plain.ask().capacity_view(intake), plain.ask().forecast_ground(intake)
    assert (view.load.asks, view.load.over, view.people[0].changes) == (0, 0, ())
    assert (ground.stand.active, ground.stand.waiting, ground.guessed.found) == (0, (), True)
    gone = plain.ask().capacity_view(10_000)
    assert (gone.people, gone.weeks, gone.load.fits) == ((), (), 0)
