"""Visits whose day has passed or was taken: answered once, moved in one step, never two at one time by proposals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.slots import minute_of
from hhcrm.domain.words import Advance, SourceStage, VisitStatus
from hhcrm.domain.working_week import USUAL_WEEK
from hhcrm.models.sources import ReferralSource, SourceHours
from hhcrm.models.visits import Visit
from hhcrm.queries.bound import Questions
from hhcrm.queries.missed_models import AwayDays, ClosedDays, MoveLine, OtherWeek
from hhcrm.services.bound import Actions
from hhcrm.services.commands import ChangeStage, CloseVisit, LogVisit, PlanVisit
from hhcrm.services.holiday_commands import AddHoliday, AddTimeOff, EditTimeOff, FillHolidays
from hhcrm.services.moved_commands import Fate, SettleVisits, VisitFate
from hhcrm.services.settings_commands import ChangeSettings
from hhcrm.storage.derived import out_of_step
from hhcrm.storage.work import UnitOfWork
from tests.services.conftest import NOW, TODAY, Agency, founded_in

DAY = timedelta(days=1)
FRIDAY, MONDAY = TODAY - 3 * DAY, TODAY
"""The working day before today; today is a Monday, and it is nine in the morning."""


@pytest.fixture
def kind() -> str:
    """SQLite alone: what the questions ask of a database is tested on each kind in tests/queries."""
    return "sqlite"


def ask(agency: Agency) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, agency.liaison_id)


def plan(agency: Agency, source: int, day: date, at: time | None = time(9, 30), minutes: int = 30) -> int:
    key = agency.actions.plan_visit(PlanVisit(source, agency.visit, day, at, minutes)).subject
    assert key is not None
    return key


def visits(agency: Agency) -> dict[int, Visit]:
    with Session(agency.engine, expire_on_commit=False) as session:
        return {visit.id: visit for visit in session.scalars(select(Visit).order_by(Visit.id))}


def fate(line: MoveLine, what: Fate, **more: Any) -> VisitFate:
    return VisitFate(line.visit_id, line.version, what, line.to_on, line.to_at, **more)


# --- whose day has passed ------------------------------------------------------------------------------------------


def test_a_visit_whose_day_passed_is_asked_about_until_it_is_answered_and_then_never_again(agency: Agency) -> None:
    key = plan(agency, agency.add(), FRIDAY)
    plan(agency, agency.add("Still to come"), TODAY)
    need = next(need for need in ask(agency).today().needs if need.kind == "passed")
    assert (need.source, need.row_id, need.tag) == ("Mercy", key, "Fri, Nov 20")
    assert need.hint == "Planned at 9:30 AM: what became of it?"
    line = ask(agency).passed_visits()[0]
    agency.actions.settle_visits(SettleVisits((fate(line, Fate.MISSED, why=" snow "),)))
    assert ask(agency).today().counts["passed"] == 0
    assert ask(agency).passed_visits() == ()
    assert (visits(agency)[key].status, visits(agency)[key].status_reason) == (VisitStatus.MISSED, "snow")
    agency.actions.undo()
    assert ask(agency).today().counts["passed"] == 1


@pytest.mark.parametrize("answer", [Fate.DONE, Fate.MOVED, Fate.CANCELLED, Fate.AGAIN])
def test_every_answer_ends_the_question(agency: Agency, answer: Fate) -> None:
    key = plan(agency, agency.add(), FRIDAY)
    line = ask(agency).move_line(key)
    assert (line.to_on, line.to_at) == (TODAY, time(9, 15)), "the first free quarter of an hour from now on"
    advance = Advance.CONTINUATION if answer is Fate.DONE else None
    agency.actions.settle_visits(SettleVisits((fate(line, answer, advance=advance),)))
    assert ask(agency).passed_visits() == ()
    found = visits(agency)
    if answer is Fate.DONE:
        assert (found[key].status, found[key].visit_on, found[key].logged_at) == (VisitStatus.COMPLETED, FRIDAY, NOW)
    if answer is Fate.MOVED:
        assert (found[key].status, found[key].visit_on) == (VisitStatus.PLANNED, TODAY)
    if answer is Fate.AGAIN:
        again = found.pop(max(found))
        assert found[key].status == VisitStatus.MISSED
        assert (again.status, again.visit_on, again.start_time) == (VisitStatus.PLANNED, TODAY, time(9, 15))
        assert (again.minutes, again.liaison_id) == (30, agency.liaison_id)


def test_four_are_missed_and_planned_again_as_one_step_with_a_list(agency: Agency) -> None:
    for name in ("Ash", "Birch", "Cedar", "Dogwood"):
        plan(agency, agency.add(name), FRIDAY, time(9) if name != "Dogwood" else None)
    lines = ask(agency).passed_visits()
    before = ask(agency).today().counts["passed"]
    changes = agency.actions.settle_visits(SettleVisits(tuple(fate(line, Fate.AGAIN) for line in lines)))
    assert changes.label == "Mark 4 visits missed and plan again"
    places = [(line.to_on, line.to_at) for line in lines if line.to_at is not None]
    assert len(set(places)) == 3
    assert [line.to_at for line in lines if line.source == "Dogwood"] == [None], "it had no time before either"
    listed = ask(agency).step_changes(changes.step_id or 0)
    assert len(listed.lines) == 8
    assert {line.what.rpartition(", ")[2] for line in listed.lines} == {"Ash", "Birch", "Cedar", "Dogwood"}
    agency.actions.undo()
    assert ask(agency).today().counts["passed"] == before == 4
    assert len(visits(agency)) == 4


def test_two_people_who_answer_the_same_hear_of_each_other(agency: Agency) -> None:
    plan(agency, agency.add(), FRIDAY)
    line = ask(agency).passed_visits()[0]
    agency.actions.close_visit(CloseVisit(line.visit_id, VisitStatus.CANCELLED))
    with pytest.raises(Conflict, match="Somebody changed the visit to Mercy meanwhile: it is cancelled"):
        agency.actions.settle_visits(SettleVisits((fate(line, Fate.MISSED),)))
    with pytest.raises(NotFound, match="somebody has answered meanwhile"):
        ask(agency).move_line(line.visit_id)


def test_a_place_that_somebody_took_meanwhile_is_said_and_nothing_is_changed(agency: Agency) -> None:
    key = plan(agency, agency.add(), FRIDAY)
    line = ask(agency).passed_visits()[0]
    assert line.to_on is not None
    plan(agency, agency.add("Faster"), line.to_on, line.to_at)
    with pytest.raises(Conflict, match=r"Mon, Nov 23, 9:15 AM is not free any more for Mercy"):
        agency.actions.settle_visits(SettleVisits((fate(line, Fate.AGAIN),)))
    assert visits(agency)[key].status == VisitStatus.PLANNED
    by_hand = replace(fate(line, Fate.MOVED), by_hand=True)
    agency.actions.settle_visits(SettleVisits((by_hand,)))
    assert visits(agency)[key].visit_on == line.to_on, "who chooses a place by hand has it"


def test_no_place_is_offered_where_none_is_needed_or_there_is_none(agency: Agency) -> None:
    planned, asleep, closed = agency.add("Planned"), agency.add("Asleep"), agency.add("Closed")
    for source in (planned, asleep, closed):
        plan(agency, source, FRIDAY)
    plan(agency, planned, TODAY + 10 * DAY)
    with Session(agency.engine) as session:
        session.get_one(ReferralSource, asleep).stage = SourceStage.INACTIVE
        session.add(SourceHours(source_id=closed, weekday=6, opens=time(8), closes=time(17)))
        session.commit()
    notes = {line.source: (line.to_on, line.note) for line in ask(agency).passed_visits()}
    assert notes == {
        "Planned": (None, "Another visit is planned for Thu, Dec 3"),
        "Asleep": (None, "The source is inactive"),
        "Closed": (None, "No free place in the next months: choose a day by hand"),
    }


def test_a_source_seen_since_is_planned_when_it_is_due_again(agency: Agency) -> None:
    source = agency.add()
    agency.actions.change_stage(ChangeStage((source,), SourceStage.ACTIVE, date(2026, 10, 1), cadence_days=30))
    plan(agency, source, FRIDAY)
    log = LogVisit(source, Advance.ADVANCE, agency.phone_call, FRIDAY)
    agency.actions.log_visit(replace(log, visit_on=FRIDAY - DAY))  # a call on the day before: it moves nothing
    assert ask(agency).passed_visits()[0].to_on == TODAY
    agency.actions.log_visit(replace(log, kind_id=agency.visit, visit_on=TODAY))
    assert ask(agency).passed_visits()[0].to_on == date(2026, 12, 23)


def test_a_wrong_answer_is_refused_in_words(agency: Agency) -> None:
    key = plan(agency, agency.add(), TODAY + DAY)
    refused = (
        VisitFate(key, 1, Fate.DONE, advance=Advance.ADVANCE),
        VisitFate(key, 1, Fate.DONE),
        VisitFate(key, 1, Fate.MOVED),
    )
    for one in refused:
        with pytest.raises(RuleBroken):
            agency.actions.settle_visits(SettleVisits((one,)))
    assert agency.actions.settle_visits(SettleVisits(())).step_id is None


# --- whose day is taken --------------------------------------------------------------------------------------------


def week_of_visits(agency: Agency) -> list[int]:
    """Three visits in the week of November 30, two on one day, and one outside."""
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 7))
    return [plan(agency, agency.add(f"Source {n}"), day, time(9 + n)) for n, day in enumerate(days)]


def test_time_off_moves_what_it_hits_in_the_same_step(agency: Agency) -> None:
    keys = week_of_visits(agency)
    first, last = date(2026, 11, 30), date(2026, 12, 4)
    lines = ask(agency).visits_hit(AwayDays(agency.liaison_id, first, last))
    assert [line.visit_id for line in lines] == keys[:3]
    assert all(line.to_on is not None and line.to_on > last for line in lines), "never into the days off"
    fates = (fate(lines[0], Fate.MOVED), fate(lines[1], Fate.CANCELLED))
    changes = agency.actions.add_time_off(AddTimeOff(agency.liaison_id, first, last, "Away", fates))
    assert changes.label == "Add time off and change 2 visits"
    found = visits(agency)
    assert (found[keys[0]].visit_on, found[keys[0]].start_time) == (lines[0].to_on, lines[0].to_at)
    assert found[keys[1]].status == VisitStatus.CANCELLED
    assert found[keys[2]].visit_on == date(2026, 12, 1), "what is left stays"
    agency.actions.undo()
    assert [visit.visit_on for visit in visits(agency).values()] == [
        first, date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 7),
    ]  # fmt: skip
    assert ask(agency).time_off(first, last) == ()


def test_only_days_that_are_newly_taken_are_listed(agency: Agency) -> None:
    week_of_visits(agency)
    key = agency.actions.add_time_off(AddTimeOff(agency.liaison_id, date(2026, 12, 1), date(2026, 12, 1))).subject
    assert key is not None
    longer = AwayDays(agency.liaison_id, date(2026, 11, 30), date(2026, 12, 1), key)
    assert [line.source for line in ask(agency).visits_hit(longer)] == ["Source 0"]
    elsewhere = AwayDays(agency.liaison_id, date(2026, 12, 7), date(2026, 12, 7), key)
    lines = ask(agency).visits_hit(elsewhere)
    assert [line.source for line in lines] == ["Source 3"]
    edit = EditTimeOff(key, 1, date(2026, 12, 7), date(2026, 12, 7), "", (fate(lines[0], Fate.MOVED),))
    assert agency.actions.edit_time_off(edit).label == "Change time off and move 1 visit"


def test_a_place_filled_meanwhile_stops_the_time_off_too(agency: Agency) -> None:
    week_of_visits(agency)
    lines = ask(agency).visits_hit(AwayDays(agency.liaison_id, date(2026, 11, 30), date(2026, 11, 30)))
    assert lines[0].to_on is not None
    plan(agency, agency.add("Faster"), lines[0].to_on, lines[0].to_at)
    off = AddTimeOff(agency.liaison_id, date(2026, 11, 30), date(2026, 11, 30), "", (fate(lines[0], Fate.MOVED),))
    with pytest.raises(RuleBroken, match="is not free any more for Source 0"):
        agency.actions.add_time_off(off)
    assert ask(agency).time_off(TODAY, TODAY + 30 * DAY) == ()


def test_holidays_and_the_working_week_move_what_they_hit(agency: Agency) -> None:
    keys = week_of_visits(agency)
    tuesday = date(2026, 12, 1)
    lines = ask(agency).visits_hit(ClosedDays((tuesday,)))
    assert [line.visit_id for line in lines] == keys[1:3]
    holiday = AddHoliday(tuesday, "Staff day", tuple(fate(line, Fate.MOVED) for line in lines))
    assert agency.actions.add_holiday(holiday).label == "Add holiday Staff day and move 2 visits"
    moved_to = {visits(agency)[key].visit_on for key in keys[1:3]}
    assert tuesday not in moved_to
    no_mondays = replace(USUAL_WEEK, days=(None, *USUAL_WEEK.days[1:]))
    hit = ask(agency).visits_hit(OtherWeek(no_mondays, TODAY))
    assert {line.visit_on.weekday() for line in hit} == {0}
    assert all(line.to_on is not None and line.to_on.weekday() != 0 for line in hit)
    values = {"agency.working_week": no_mondays.plain()}
    change = ChangeSettings(values, TODAY, {}, tuple(fate(line, Fate.MOVED) for line in hit))
    label = agency.actions.change_settings(change).label
    assert label == f"Change settings of the agency and move {len(hit)} visits"
    assert all(visit.visit_on.weekday() != 0 for visit in visits(agency).values())
    for _step in range(2):
        agency.actions.undo()
    assert [visits(agency)[key].visit_on for key in keys[1:3]] == [tuesday, tuesday]


def test_shorter_hours_hit_the_visit_at_the_edge_of_the_day(agency: Agency) -> None:
    plan(agency, agency.add("Late"), TODAY + DAY, time(16, 30))
    plan(agency, agency.add("Noon"), TODAY + DAY, time(12))
    hours = [["08:00", "15:00"]] * 5
    week = replace(USUAL_WEEK, days=(*(replace(USUAL_WEEK.days[0], ends=time(15)),) * 5, None, None))  # type: ignore[type-var]  # Monday has hours
    assert week.plain()[:5] == hours
    lines = ask(agency).visits_hit(OtherWeek(week, TODAY))
    assert [(line.source, line.to_on) for line in lines] == [("Late", TODAY + DAY)]


def test_a_states_holidays_are_known_before_they_are_filled_in(agency: Agency) -> None:
    days = agency.actions.days_to_fill(FillHolidays((2029,)))
    assert days
    plan(agency, agency.add(), days[-1])
    lines = ask(agency).visits_hit(ClosedDays(days))
    assert [line.visit_on for line in lines] == [days[-1]]
    filled = FillHolidays((2029,), "", tuple(fate(line, Fate.MOVED) for line in lines))
    assert agency.actions.fill_holidays(filled).label.endswith(" and move 1 visit")
    assert agency.actions.days_to_fill(FillHolidays((2029,))) == ()
    agency.actions.undo()
    assert agency.actions.days_to_fill(FillHolidays((2029,))) == days


# --- in any order --------------------------------------------------------------------------------------------------

spans = st.tuples(st.integers(-4, 25), st.integers(0, 6))
acts = st.lists(
    st.one_of(
        st.tuples(st.just("plan"), st.integers(0, 5), st.integers(-6, 20), st.sampled_from((9, 11, 13, None))),
        st.tuples(st.just("answer"), st.sampled_from(list(Fate))),
        st.tuples(st.just("away"), spans, st.sampled_from((Fate.MOVED, Fate.CANCELLED))),
        st.tuples(st.just("holiday"), st.integers(1, 20)),
        st.tuples(st.just("undo")),
    ),
    min_size=2,
    max_size=10,
)


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agency]:
    """On SQLite alone: where a visit goes does not depend on the database."""
    folder: Path = tmp_path_factory.mktemp("moved")
    agency = founded_in(folder)
    yield agency
    agency.engine.dispose()


class Weeks:
    """What one example does, on an agency that goes on from example to example, with sources of its own."""

    def __init__(self, agency: Agency) -> None:
        self.agency = agency
        self.sources = [agency.add(f"Source {n}") for n in range(6)]
        agency.actions.change_stage(ChangeStage(tuple(self.sources), SourceStage.ACTIVE, TODAY, cadence_days=30))
        self.proposed: set[int] = set()
        self.steps: list[tuple[ChangeSet, set[int]]] = []

    def do(self, act: tuple[Any, ...]) -> None:
        known = set(self.proposed)
        changes = getattr(self, f"_{act[0]}")(*act[1:])
        if changes is not None and changes.step_id is not None:
            self.steps.append((changes, known))

    def _plan(self, source: int, day: int, hour: int | None) -> ChangeSet:
        at = None if hour is None else time(hour)
        command = PlanVisit(self.sources[source], self.agency.visit, TODAY + day * DAY, at, 30)
        return self.agency.actions.plan_visit(command)

    def _answer(self, answer: Fate) -> ChangeSet:
        lines = ask(self.agency).passed_visits()
        fates = tuple(_answered(line, answer) for line in lines)
        return self._settled(fates, lambda: self.agency.actions.settle_visits(SettleVisits(fates)))

    def _away(self, span: tuple[int, int], what: Fate) -> ChangeSet:
        first, last = TODAY + span[0] * DAY, TODAY + sum(span) * DAY
        who = self.agency.liaison_id
        lines = ask(self.agency).visits_hit(AwayDays(who, first, last))
        fates = tuple(fate(line, what) for line in lines if line.to_on is not None)
        command = AddTimeOff(who, first, last, "", fates)
        return self._settled(fates, lambda: self.agency.actions.add_time_off(command))

    def _holiday(self, day: int) -> ChangeSet | None:
        closed = TODAY + day * DAY
        if any(line.day == closed for line in ask(self.agency).holidays(closed.year)):
            return None
        lines = ask(self.agency).visits_hit(ClosedDays((closed,)))
        fates = tuple(fate(line, Fate.MOVED) for line in lines if line.to_on is not None)
        command = AddHoliday(closed, f"Day {day}", fates)
        return self._settled(fates, lambda: self.agency.actions.add_holiday(command))

    def _undo(self) -> None:
        if self.steps:
            changes, self.proposed = self.steps.pop()
            self.agency.actions.undo_step(changes.step_id or 0)

    def _settled(self, fates: tuple[VisitFate, ...], order: Any) -> ChangeSet:
        before = set(visits(self.agency))
        changes: ChangeSet = order()
        self.proposed |= {one.visit_id for one in fates if one.fate is Fate.MOVED}
        self.proposed |= set(visits(self.agency)) - before
        return changes


def _answered(line: MoveLine, answer: Fate) -> VisitFate:
    if answer is Fate.DONE:
        return fate(line, answer, advance=Advance.ADVANCE)
    needs_place = answer in (Fate.MOVED, Fate.AGAIN)
    return fate(line, Fate.MISSED if needs_place and line.to_on is None else answer)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_in_any_order_due_dates_follow_the_rule_and_no_proposal_overlaps(
    ward: Agency, wanted: list[tuple[Any, ...]]
) -> None:
    weeks = Weeks(ward)
    for act in wanted:
        weeks.do(act)
        with ward.engine.connect() as connection:
            assert out_of_step(connection) == []
        _check_places(weeks)
    while weeks.steps:
        weeks.do(("undo",))
    mine = set(weeks.sources)
    assert [visit for visit in visits(ward).values() if visit.source_id in mine] == []


def _check_places(weeks: Weeks) -> None:
    """What was proposed stands alone at its time, on a day from today on that is worked."""
    ahead = [visit for visit in visits(weeks.agency).values() if visit.status is VisitStatus.PLANNED]
    timed = [visit for visit in ahead if visit.start_time is not None]
    for one, other in combinations(timed, 2):
        if one.visit_on == other.visit_on and {one.id, other.id} & weeks.proposed:
            first, second = sorted((one, other), key=lambda visit: visit.start_time or time())
            assert first.start_time is not None
            assert second.start_time is not None
            assert minute_of(first.start_time) + 30 <= minute_of(second.start_time)
    for visit in ahead:
        if visit.id in weeks.proposed:
            assert visit.visit_on >= TODAY
            assert visit.visit_on.weekday() < 5


def test_the_actions_of_another_window_say_so_too(agency: Agency, tmp_path: Path) -> None:
    plan(agency, agency.add(), FRIDAY)
    line = ask(agency).passed_visits()[0]
    theirs = Actions(UnitOfWork(agency.engine, agency.work.actor, lambda: NOW), lambda: TODAY, tmp_path)
    theirs.settle_visits(SettleVisits((fate(line, Fate.AGAIN),)))
    with pytest.raises(Conflict, match="it is missed"):
        agency.actions.settle_visits(SettleVisits((fate(line, Fate.MOVED),)))
