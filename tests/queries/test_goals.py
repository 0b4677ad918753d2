"""Goals against plain counts over the same rows: where they stand, what they were, what a new period's could be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import sqrt
from pathlib import Path
from statistics import mean, pstdev
from typing import Any

import pytest
from sqlalchemy import text

from hhcrm.domain.errors import NotFound, RuleBroken
from hhcrm.domain.goals import SHARES, GoalSpan, GoalVerdict, first_day, last_day, period_before
from hhcrm.domain.measures import MeasureKey, MeasureUnit
from hhcrm.domain.words import Advance, UserRole
from hhcrm.queries.bound import Questions
from hhcrm.queries.goal_models import GoalFilter, GoalItem, GoalStanding
from hhcrm.queries.goal_words import ahead_words, days_left_words, line_words, pace_words, verdict_words
from hhcrm.queries.measures.models import Reading
from hhcrm.services.bound import Actions
from hhcrm.services.commands import AddSource, LogVisit
from hhcrm.services.goal_commands import EditGoal, SetGoal
from hhcrm.services.holiday_commands import AddTimeOff
from hhcrm.services.settings_commands import LeaveUser, SaveTeam, SaveUser
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from tests.queries.conftest import TODAY, Agency
from tests.services.conftest import Agency as Small
from tests.services.conftest import founded_in

MONDAY = date(2026, 11, 23)


# --- the sample, counted plainly


def plain_count(agency: Agency, goal: GoalItem, first: date, last: date) -> int:
    owners = {row["id"]: row["owner_id"] for row in agency.rows("referral_source")}
    found = 0
    if goal.measure is MeasureKey.VISITS:
        for row in agency.rows("visit"):
            whose = row["liaison_id"] or owners[row["source_id"]]
            counts = row["status"] == "completed" and row["archived_at"] is None and first <= row["visit_on"] <= last
            found += counts and goal.user_id in (None, whose)
    else:
        for row in agency.rows("referral"):
            whose = row["liaison_id"] or owners[row["source_id"]]
            counts = row["archived_at"] is None and first <= row["referral_on"] <= last
            found += counts and goal.user_id in (None, whose)
    return found


def plain_days(agency: Agency, goal: GoalItem, first: date) -> list[date]:
    holidays = {row["day"] for row in agency.rows("holiday")}
    away = [row for row in agency.rows("time_off") if row["user_id"] == goal.user_id]
    days, day, last = [], first, last_day(goal.span, first)
    while day <= last:
        off = day in holidays or any(row["from_on"] <= day <= row["until_on"] for row in away)
        if day.weekday() < 5 and not off:
            days.append(day)
        day += timedelta(days=1)
    return days


def counted(agency: Agency) -> Iterator[GoalStanding]:
    for one in agency.ask().goals_found(GoalFilter(from_on=TODAY)).standings:
        if one.goal.measure in (MeasureKey.VISITS, MeasureKey.REFERRALS):
            yield one


def test_the_sample_has_goals_that_run_and_their_history(plain: Agency) -> None:
    found = plain.ask().goals_found(GoalFilter(from_on=TODAY))
    assert {one.goal.span for one in found.standings} == set(GoalSpan)
    assert found.to_set == 0
    over = plain.ask().goals_over(GoalFilter(date(2025, 1, 1), TODAY), 100)
    assert {GoalVerdict.REACHED, GoalVerdict.MISSED} <= {one.verdict for one in over}
    assert all(one.goal.until_on < TODAY for one in over)


def test_counts_and_paces_are_those_of_a_plain_count(plain: Agency) -> None:
    goals = list(counted(plain))
    assert len(goals) >= 5
    for one in goals:
        goal, days = one.goal, plain_days(plain, one.goal, one.goal.from_on)
        gone = sum(day <= TODAY for day in days)
        assert one.actual.value == plain_count(plain, goal, goal.from_on, TODAY)
        assert one.pace == pytest.approx(goal.target * gone / len(days))
        reached = one.actual.value >= goal.target
        behind = one.actual.value < goal.target * sum(day < TODAY for day in days) / len(days)
        assert one.verdict is (
            GoalVerdict.REACHED if reached else GoalVerdict.BEHIND if behind else GoalVerdict.ON_PACE
        )


def test_forecasts_are_the_stated_blend_of_the_pace_and_the_periods_before(plain: Agency) -> None:
    told = 0
    for one in counted(plain):
        goal, value = one.goal, one.actual.value
        days = plain_days(plain, goal, goal.from_on)
        gone = sum(day <= TODAY for day in days)
        rests = []
        for back in range(1, 5):
            first = period_before(goal.span, goal.from_on, back)
            then = plain_days(plain, goal, first)
            until = then[gone * len(then) // len(days) - 1]
            whole = plain_count(plain, goal, first, last_day(goal.span, first))
            rests.append((whole, whole - plain_count(plain, goal, first, until)))
        while rests and not rests[-1][0]:
            rests.pop()
        if len(rests) < 2 or value is None:
            continue
        part, after = gone / len(days), [rest for _whole, rest in rests]
        rest = part * value * (1 - part) / part + (1 - part) * mean(after)
        wide = max(sqrt(rest), (1 - part) * pstdev(after))
        assert one.forecast is not None
        assert one.forecast.value == pytest.approx(value + rest)
        assert one.forecast.high == pytest.approx(value + rest + wide)
        assert one.forecast.low == pytest.approx(max(value, value + rest - wide))
        told += 1
    assert told >= 4


def test_the_way_through_the_period_ends_where_the_goal_stands(plain: Agency) -> None:
    for one in plain.ask().goals_found(GoalFilter(from_on=TODAY)).standings:
        detail = plain.ask().goal_detail(one.goal.goal_id)
        days = [point.day for point in detail.points]
        assert days == sorted(set(days))
        assert days[-1] == one.goal.until_on
        now = next(point for point in detail.points if point.day == TODAY)
        assert (now.actual, detail.standing) == (one.actual, one)
        assert all((point.actual is None) == (point.day > TODAY) for point in detail.points)
        assert [past.goal.from_on for past in detail.history] == [
            period_before(one.goal.span, one.goal.from_on, back) for back in range(1, len(detail.history) + 1)
        ]
        for past in detail.history:
            assert past.goal.series == one.goal.series
            assert past.verdict in (GoalVerdict.REACHED, GoalVerdict.MISSED, GoalVerdict.TOO_FEW)


def test_a_new_month_offers_what_the_last_one_and_last_year_brought(agency: Agency) -> None:
    later = date(2026, 12, 1)
    ask = agency.ask(today=later, now=datetime(2026, 12, 1, 15, tzinfo=UTC))
    offered = ask.goal_proposals(GoalFilter())
    assert ask.goals_found(GoalFilter(from_on=later)).to_set == len(offered) > 0
    for each in offered:
        goal = each.last.goal
        assert (each.from_on, goal.from_on, goal.span) == (later, date(2026, 11, 1), GoalSpan.MONTH)
        assert each.last.actual.value == plain_count(agency, goal, date(2026, 11, 1), date(2026, 11, 30))
        assert each.year_ago.value == plain_count(agency, goal, date(2025, 12, 1), date(2025, 12, 31))
        assert each.target >= 1


def test_the_report_says_the_same_as_the_page(plain: Agency) -> None:
    report = plain.ask().report("goals", date(2026, 11, 1), TODAY)
    rows = {row[0]: dict(zip(report.columns, row, strict=True)) for row in report.rows}
    running = plain.ask().goals_found(GoalFilter(from_on=TODAY)).standings
    assert {one.goal.goal_id for one in running} <= set(rows)
    for one in running:
        row, scale = rows[one.goal.goal_id], 100 if one.goal.measure in SHARES else 1
        assert row["verdict"] == one.verdict
        assert row["target"] == pytest.approx(one.goal.target * scale)
        if one.forecast is not None:
            assert row["forecast"] == pytest.approx(one.forecast.value * scale, abs=0.01)
    with pytest.raises(RuleBroken):
        plain.ask().report("goals", None, None, source_id=1)


def test_targets_in_per_cent_are_those_of_measures_that_are_shares(plain: Agency) -> None:
    shares = {one.key for one in plain.ask().definitions() if one.unit is MeasureUnit.SHARE}
    known = {one.key for one in plain.ask().definitions()}
    assert SHARES & known == shares


# --- a small agency, with every edge


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    agency = founded_in(tmp_path)
    yield agency
    agency.engine.dispose()


def ask(small: Small, today: date = MONDAY, user_id: int | None = None) -> Questions:
    now = datetime(today.year, today.month, today.day, 15, tzinfo=UTC)
    return Questions(small.engine, lambda: now, lambda: today, user_id)


def act(small: Small, today: date) -> Actions:
    now = datetime(today.year, today.month, today.day, 15, tzinfo=UTC)
    actor = Actor(small.liaison_id, "Dana Whitfield")
    return Actions(UnitOfWork(small.engine, actor, lambda: now), lambda: today, Path("unused"))


def put(small: Small, **more: Any) -> int:
    values = {"measure": MeasureKey.VISITS, "target": 10, "span": GoalSpan.MONTH, "from_on": MONDAY} | more
    return small.actions.set_goal(SetGoal(values)).subject or 0


def standing(small: Small, goal_id: int, today: date = MONDAY) -> GoalStanding:
    return ask(small, today).goal_detail(goal_id).standing


def visit(small: Small, day: date) -> None:
    with small.engine.connect() as connection:
        found = connection.execute(text("SELECT id FROM referral_source")).scalar()
    actions = act(small, date(2028, 12, 31))
    source = (
        found
        or actions.add_source(
            AddSource({"name": "Mercy", "type_id": small.snf, "owner_id": small.liaison_id}, date(2026, 1, 1))
        ).subject
    )
    actions.log_visit(LogVisit(int(source or 0), Advance.CONTINUATION, small.visit, day, liaison_id=small.liaison_id))


def test_an_agency_without_rows_knows_what_it_lacks(small: Small) -> None:
    count = standing(small, put(small))
    assert (count.actual.value, count.verdict, count.forecast) == (0, GoalVerdict.BEHIND, None)
    assert ahead_words(count) == "forecast: too early to tell"
    share = standing(small, put(small, measure=MeasureKey.CONVERSION, target=0.5))
    assert (share.actual.value, share.verdict) == (None, GoalVerdict.TOO_FEW)
    assert "\u2013 of at least 50 %" in line_words(share)
    just_off = replace(share, actual=Reading(0.496, 125, 62.0), verdict=GoalVerdict.BEHIND)
    assert (verdict_words(just_off), pace_words(just_off)) == ("Off target", "just off target")
    assert pace_words(replace(just_off, actual=Reading(0.5, 2), verdict=GoalVerdict.ON_PACE)) == "on target"
    cost = standing(small, put(small, measure=MeasureKey.COST_PER_ADMISSION, target=90))
    assert (verdict_words(cost), cost.actual.value) == ("Not known", None)
    assert pace_words(cost).startswith("What an hour costs is not set")
    with pytest.raises(NotFound):
        ask(small).goal_detail(99)


def test_a_period_to_come_just_begun_and_just_over(small: Small) -> None:
    goal = put(small, from_on=date(2027, 1, 15))
    ahead = standing(small, goal)
    assert (ahead.verdict, ahead.pace, ahead.actual.value) == (GoalVerdict.NOT_BEGUN, None, None)
    assert line_words(ahead) == "at least 10, begins Jan 1, 2027"
    holiday = standing(small, goal, date(2027, 1, 1))
    assert (holiday.verdict, holiday.at.gone) == (GoalVerdict.NOT_BEGUN, 0)
    begun = standing(small, goal, date(2027, 1, 4))
    assert (begun.verdict, begun.at.gone) == (GoalVerdict.ON_PACE, 1)
    assert begun.pace == pytest.approx(10 / begun.at.all)
    last = standing(small, goal, date(2027, 1, 31))
    assert (last.verdict, last.pace) == (GoalVerdict.BEHIND, 10)
    over = standing(small, goal, date(2027, 2, 1))
    assert (over.verdict, pace_words(over), ahead_words(over)) == (GoalVerdict.MISSED, "missed", "")


def test_a_leap_year_counts_its_february_to_the_last_day(small: Small) -> None:
    goal = put(small, from_on=date(2028, 2, 1), target=2)
    for day in (date(2028, 2, 1), date(2028, 2, 29), date(2028, 3, 1)):
        visit(small, day)
    found = standing(small, goal, date(2028, 3, 1))
    assert (found.goal.until_on, found.actual.value, found.verdict) == (date(2028, 2, 29), 2, GoalVerdict.REACHED)


def test_who_is_away_has_fewer_days_to_reach_it(small: Small) -> None:
    own, all_of_us = put(small, user_id=small.liaison_id), put(small)
    before = standing(small, own)
    assert before.at == standing(small, all_of_us).at
    small.actions.add_time_off(AddTimeOff(small.liaison_id, date(2026, 11, 16), date(2026, 11, 20)))
    after = standing(small, own)
    assert (after.at.all, after.at.gone) == (before.at.all - 5, before.at.gone - 5)
    assert standing(small, all_of_us).at == before.at
    left = after.at.all - after.at.gone
    assert days_left_words(after, MONDAY) == f"{left} of {after.at.all} working days left, until Nov 30"


def test_a_team_has_what_its_people_did(small: Small) -> None:
    team = small.actions.save_team(SaveTeam("East")).subject or 0
    goal = put(small, team_id=team)
    visit(small, date(2026, 11, 2))
    assert standing(small, goal).actual.value == 0
    small.actions.save_user(SaveUser({"team_id": team}, small.liaison_id, 1))
    assert standing(small, goal).actual.value == 1
    mine = ask(small).goals_found(GoalFilter(from_on=MONDAY, user_id=small.liaison_id)).standings
    assert [one.goal.goal_id for one in mine] == [goal]


def test_today_shows_a_liaison_their_own_and_the_owner_the_agencys(small: Small) -> None:
    owner = small.actions.save_user(SaveUser({"name": "Ruth Boyd", "role": UserRole.OWNER})).subject
    own, ours = put(small, user_id=small.liaison_id, target=1), put(small)
    visit(small, date(2026, 11, 2))
    (mine,) = ask(small, user_id=small.liaison_id).goals_today()
    assert (mine.kind, mine.row_id, mine.tag, mine.source) == ("goal", own, "Reached", "Visits, November 2026")
    (line,) = ask(small, user_id=owner).goals_today()
    assert (line.kind, line.row_id, line.tag) == ("goal_behind", ours, "Behind")
    assert line.hint.startswith("1 of 10, ")
    later = date(2026, 12, 2)
    assert [one.kind for one in ask(small, later, owner).goals_today()] == ["goals_set"]
    assert ask(small, date(2026, 12, 20), owner).goals_today() == ()  # the page still offers it
    assert ask(small, date(2026, 12, 20)).goals_found(GoalFilter()).to_set == 2


def test_who_left_is_asked_for_no_new_goals_and_keeps_the_old(small: Small) -> None:
    marcus = small.actions.save_user(SaveUser({"name": "Marcus Hale", "role": "liaison"})).subject or 0
    goal = put(small, user_id=marcus)
    later = date(2026, 12, 1)
    assert len(ask(small, later).goal_proposals(GoalFilter())) == 1
    small.actions.leave_user(LeaveUser(marcus, 1, {}))
    assert ask(small, later).goal_proposals(GoalFilter()) == ()
    assert standing(small, goal, later).goal.user == "Marcus Hale"


def test_the_history_follows_the_measure_the_people_and_the_span(small: Small) -> None:
    first = put(small, from_on=date(2026, 9, 1), target=1)
    second = put(small, from_on=date(2026, 10, 1), target=1)
    put(small, from_on=date(2026, 10, 1), user_id=small.liaison_id)
    now = put(small)
    visit(small, date(2026, 9, 8))
    past = ask(small).goal_detail(now).history
    assert [(one.goal.goal_id, one.verdict) for one in past] == [
        (second, GoalVerdict.MISSED), (first, GoalVerdict.REACHED),
    ]  # fmt: skip
    small.actions.edit_goal(EditGoal(second, 1, {"measure": MeasureKey.REFERRALS}))
    assert [one.goal.goal_id for one in ask(small).goal_detail(now).history] == [first]
    assert verdict_words(past[0]) == "Missed"
    assert first_day(GoalSpan.MONTH, MONDAY) == past[0].goal.until_on + timedelta(days=1)
