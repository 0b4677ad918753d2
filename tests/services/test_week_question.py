"""What a week is planned from: who may be seen, what it is worth, when and where it can be, and what is said of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.week_plan import CannotPlan, Lunch, Pin, Place, Window
from hhcrm.domain.words import Advance, SourceStage, UserRole
from hhcrm.domain.worth import visit_worth
from hhcrm.models.lookups import VisitKind
from hhcrm.models.sources import ReferralSource, SourceHours
from hhcrm.queries.bound import Questions
from hhcrm.queries.week_plan_models import WeekQuestion
from hhcrm.queries.zip_places import zip_point
from hhcrm.services.commands import AddSource, LogVisit, MakeCommitment, PlanVisit
from hhcrm.services.holiday_commands import AddTimeOff
from hhcrm.services.settings_commands import ChangeRules, SaveUser
from tests.services.conftest import NOW, TODAY, Agency, founded_in

FRIDAY = date(2026, 11, 27)
THANKSGIVING = date(2026, 11, 26)
WEDNESDAY = date(2026, 11, 25)
NEXT_MONDAY = date(2026, 11, 30)


@pytest.fixture
def one(tmp_path: Path) -> Agency:
    """An agency on SQLite: the answers are the same on a server."""
    return founded_in(tmp_path)


def asked(agency: Agency, day: date = TODAY, now: datetime = NOW) -> WeekQuestion:
    return Questions(agency.engine, lambda: now, lambda: TODAY, agency.liaison_id).week_question(agency.liaison_id, day)


def active(agency: Agency, name: str, last: date, **values: object) -> int:
    """An active source with a cadence of 30 days, seen last on a day."""
    row = {"name": name, "type_id": agency.snf, "owner_id": agency.liaison_id, "cadence_days": 30} | values
    source_id = agency.actions.add_source(AddSource(row, last - timedelta(days=90), SourceStage.ACTIVE)).subject
    assert source_id is not None
    agency.actions.log_visit(LogVisit(source_id, Advance.CONTINUATION, agency.visit, last))
    return source_id


def hours(agency: Agency, source_id: int, *rows: tuple[int, int, int]) -> None:
    with Session(agency.engine) as session:
        session.add_all(
            SourceHours(source_id=source_id, weekday=day, opens=time(opens), closes=time(closes))
            for day, opens, closes in rows
        )
        session.commit()


def test_the_days_are_those_that_are_left_with_their_hours_and_lunch(one: Agency) -> None:
    active(one, "Mercy", date(2026, 10, 12))
    question = asked(one)  # Monday, 9:00 in Chicago
    days = question.problem.days
    assert [day.day for day in days] == [TODAY, date(2026, 11, 24), WEDNESDAY, FRIDAY]
    assert [(day.starts, day.ends) for day in days] == [(9 * 60, 17 * 60), *[(8 * 60, 17 * 60)] * 3]
    assert days[0].lunch == Lunch(11 * 60 + 30, 13 * 60 + 30, 30)
    assert "Thu, Nov 26 is a day off: Thanksgiving Day." in question.notes
    one.actions.add_time_off(AddTimeOff(one.liaison_id, WEDNESDAY, WEDNESDAY, "Dentist"))
    one.actions.change_rules(ChangeRules({"lunch_minutes": 0}, TODAY))
    without = asked(one)
    assert [day.day for day in without.problem.days] == [TODAY, date(2026, 11, 24), FRIDAY]
    assert "Dana Whitfield is off on Wed, Nov 25." in without.notes
    assert without.problem.days[0].lunch is None
    late = asked(one, now=datetime(2026, 11, 24, 0, 30, tzinfo=UTC))  # Monday, 6:30 PM
    assert late.problem.days[0].day == date(2026, 11, 24), "what is left of a day that is over is nothing"
    following = asked(one, NEXT_MONDAY + timedelta(days=3))
    assert [day.day for day in following.problem.days] == [NEXT_MONDAY + timedelta(days=n) for n in range(5)]


def test_a_week_without_a_working_day_is_said(one: Agency) -> None:
    one.actions.add_time_off(AddTimeOff(one.liaison_id, TODAY, FRIDAY, "Away"))
    with pytest.raises(CannotPlan) as caught:
        asked(one)
    assert str(caught.value).startswith("Dana Whitfield has no working day left in this week. Dana Whitfield is off on")
    with pytest.raises(NotFound):
        Questions(one.engine, lambda: NOW, lambda: TODAY, 1).week_question(999, TODAY)


def test_days_start_at_home_or_at_the_office(one: Agency) -> None:
    active(one, "Mercy", date(2026, 10, 12))
    office = zip_point("37203")
    assert office is not None
    question = asked(one)
    assert question.problem.days[0].start_place == Place(*office)
    assert "Dana Whitfield's home ZIP is not known: the days start and end at the office." in question.notes
    one.actions.save_user(SaveUser({"home_zip": "37206"}, one.liaison_id, 1))
    home = zip_point("37206")
    assert home is not None
    at_home = asked(one)
    assert {at_home.problem.days[0].start_place, at_home.problem.days[0].end_place} == {Place(*home)}
    assert at_home.notes == ("Thu, Nov 26 is a day off: Thanksgiving Day.", *at_home.notes[1:])
    one.actions.save_user(SaveUser({"day_starts": "office"}, one.liaison_id, 2))
    with pytest.raises(Conflict):
        one.actions.save_user(SaveUser({"day_ends": "office"}, one.liaison_id, 2))
    with pytest.raises(RuleBroken) as caught:
        one.actions.save_user(SaveUser({"day_ends": "car"}, one.liaison_id, 3))
    assert caught.value.field == "day_ends"
    mixed = asked(one).problem.days[0]
    assert (mixed.start_place, mixed.end_place) == (Place(*office), Place(*home))


def test_who_is_due_soon_is_a_candidate_and_who_is_planned_or_not_due_is_not(one: Agency) -> None:
    overdue = active(one, "Overdue", date(2026, 10, 12), zip="37211")
    with Session(one.engine) as session:
        source = session.get_one(ReferralSource, overdue)
        source.latitude, source.longitude = 36.1, -86.7
        session.commit()
    soon = active(one, "Due on the Friday after", date(2026, 11, 4), zip="37211")
    active(one, "Not yet", date(2026, 11, 20))
    planned = active(one, "Planned already", date(2026, 10, 12))
    one.actions.plan_visit(PlanVisit(planned, one.visit, date(2026, 12, 9)))
    prospect = one.add("Found in October")
    question = asked(one)
    assert set(question.sources) == {overdue, soon, prospect}
    assert question.sources[overdue].reasons == ("late, 11 days overdue",)
    assert question.sources[overdue].tone == "overdue"
    assert question.sources[soon].reasons == ("due Dec 4",)
    assert question.sources[prospect].reasons == ("never visited", "late, 24 days overdue", "visit 1 of 5")
    assert question.places_of([(overdue, "")])[0] == Place(36.1, -86.7)
    assert question.places_of([(soon, "")])[0] == Place(*(zip_point("37211") or (0, 0)))
    assert question.places_of([(prospect, "")])[0] is None
    assert any("The place of Found in October is not known" in note for note in question.notes)
    worth = question.candidate(overdue)
    assert worth is not None
    assert list(worth.worth) == sorted(set(worth.worth), reverse=True), "what is overdue loses by waiting"
    begins, ends = question.problem.days[0].day, question.problem.days[-1].day
    expected, plain = question.sources[overdue].expected, worth.worth[0] + worth.worth[-1]
    assert plain / 2 == pytest.approx(visit_worth(expected, question.sources[overdue].due_on, begins).value)
    assert worth.worth[0] - worth.worth[-1] == pytest.approx(2 * expected * 0.5 * (ends - begins).days / 7)
    coming = question.candidate(soon)
    assert coming is not None
    assert list(coming.worth) == sorted(set(coming.worth)), "what is not due yet is worth more the nearer its day"


def test_a_commitment_and_a_visit_that_makes_active_are_worth_more_and_said(one: Agency) -> None:
    plain = active(one, "Plain", date(2026, 10, 12))
    promised = active(one, "Promised", date(2026, 10, 12))
    one.actions.make_commitment(MakeCommitment(promised, "Bring the list", FRIDAY, TODAY))
    fifth = one.add("Four times seen")
    for n in range(4):
        one.actions.log_visit(LogVisit(fifth, Advance.ADVANCE, one.visit, date(2026, 10, 2) + timedelta(days=3 * n)))
    question = asked(one)
    assert question.sources[promised].reasons == ("late, 11 days overdue", "a commitment is due Fri, Nov 27")
    assert question.sources[fifth].reasons[-1] == "this visit makes it active"
    first, second = question.candidate(plain), question.candidate(promised)
    assert first is not None
    assert second is not None
    assert second.worth[0] == pytest.approx(first.worth[0] + question.sources[promised].expected)


def test_hours_and_preferred_weekdays_are_kept(one: Agency) -> None:
    open_always = active(one, "Always", date(2026, 10, 12))
    mornings = active(one, "Mornings", date(2026, 10, 12))
    hours(one, mornings, (0, 9, 12), (2, 9, 12), (2, 14, 16))
    fridays = active(one, "Fridays", date(2026, 10, 12), preferred_weekdays="4")
    thursdays = active(one, "Thursdays, which is a holiday", date(2026, 10, 12), preferred_weekdays="3")
    question = asked(one)
    windows = {key: question.candidate(key) for key in (open_always, mornings, fridays, thursdays)}
    by_source = {key: found.windows for key, found in windows.items() if found is not None}
    assert by_source[open_always][1] == (Window(480, 1020),)
    assert by_source[mornings] == ((Window(540, 720),), (), (Window(540, 720), Window(840, 960)), ())
    assert [bool(day) for day in by_source[fridays]] == [False, False, False, True]
    assert all(by_source[thursdays]), "none of its days is worked: any other is better than none"


def test_what_is_planned_already_stays(one: Agency) -> None:
    timed = active(one, "Timed", date(2026, 10, 12), zip="37203")
    untimed = active(one, "Without a time", date(2026, 10, 12))
    evening = active(one, "Evening", date(2026, 10, 12))
    early = active(one, "This morning", date(2026, 10, 12))
    at_ten = one.actions.plan_visit(PlanVisit(timed, one.visit, WEDNESDAY, time(10), 45)).subject
    any_time = one.actions.plan_visit(PlanVisit(untimed, one.visit, WEDNESDAY, None, 30)).subject
    dinner = one.actions.plan_visit(PlanVisit(evening, one.visit, FRIDAY, time(18), 60)).subject
    over = one.actions.plan_visit(PlanVisit(early, one.visit, TODAY, time(8), 30)).subject
    question = asked(one)
    assert [(a.key, a.day, a.starts, a.minutes) for a in question.problem.appointments] == [
        (str(at_ten), WEDNESDAY, 600, 45)
    ]
    assert question.name_of(None, str(at_ten)) == "Timed"
    assert question.places_of([(None, str(at_ten))])[0] == Place(*(zip_point("37203") or (0, 0)))
    assert question.problem.pins == (Pin(untimed, WEDNESDAY),)
    assert set(question.sources) == {untimed}
    assert (question.sources[untimed].visit_id, question.sources[untimed].minutes) == (any_time, 30)
    assert question.sources[untimed].reasons[0] == "planned that day"
    assert set(question.planned) == {(at_ten, 1), (any_time, 1), (dinner, 1), (over, 1)}
    there = asked(one, now=datetime(2026, 11, 23, 14, 15, tzinfo=UTC)).problem.days[0]
    assert there.starts == 8 * 60 + 30, "at 8:15 the visit of 8:00 still takes a quarter of an hour"
    assert "Evening at 6:00 PM lies outside the working hours and stays as it is." in question.notes


def test_a_planned_visit_is_as_long_as_the_calendar_draws_it(one: Agency) -> None:
    """What is planned around must be what accepting looks at: the visit's own minutes, or else those of its kind."""
    source_id = active(one, "Seen for two hours", date(2026, 10, 12), visit_minutes=120)
    one.actions.plan_visit(PlanVisit(source_id, one.visit, WEDNESDAY, time(10)))
    (appointment,) = asked(one).problem.appointments
    with one.engine.connect() as connection:
        kind_minutes = connection.execute(select(VisitKind.minutes).where(VisitKind.id == one.visit)).scalar_one()
    assert appointment.minutes == kind_minutes != 120


def test_more_visits_without_a_time_than_a_day_holds_stay_without_one(one: Agency) -> None:
    for n in range(9):
        source_id = active(one, f"Source {n}", date(2026, 10, 12))
        one.actions.plan_visit(PlanVisit(source_id, one.visit, WEDNESDAY, None, 60))
    question = asked(one)
    assert len(question.problem.pins) == 7
    assert "2 visits planned for Wed, Nov 25 find no time in it and stay without one." in question.notes


def test_what_the_person_wants_goes_before_what_was_planned(one: Agency) -> None:
    untimed = active(one, "Without a time", date(2026, 10, 12))
    one.actions.plan_visit(PlanVisit(untimed, one.visit, WEDNESDAY))
    other = active(one, "Other", date(2026, 10, 12))
    question = asked(one)
    wanted = question.wished((Pin(untimed, FRIDAY, 600),), {other})
    assert wanted.pins == (Pin(untimed, FRIDAY, 600),)
    assert [candidate.source_id for candidate in wanted.candidates] == [untimed]
    assert question.wished((), {untimed}).pins == ()


def test_only_those_with_sources_can_be_planned_for(one: Agency) -> None:
    questions = Questions(one.engine, lambda: NOW, lambda: TODAY, one.liaison_id)
    assert questions.plan_liaisons() == ()
    one.actions.save_user(SaveUser({"name": "Sam Ortiz", "role": str(UserRole.LIAISON)}))
    one.add("Mercy")
    assert questions.plan_liaisons() == ((one.liaison_id, "Dana Whitfield"),)
