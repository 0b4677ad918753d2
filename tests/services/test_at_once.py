"""Two people at one moment on a server: what both want goes to the first, and the second hears of it in words."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, KnownFault
from hhcrm.domain.goals import GoalSpan
from hhcrm.domain.measures import MeasureKey
from hhcrm.models.goals import Goal
from hhcrm.models.sources import Cohort, CohortMember, ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.services.commands import PlanVisit
from hhcrm.services.goal_commands import EditGoal, SetGoal, SetGoals
from hhcrm.services.moved_commands import Fate, SettleVisits, VisitFate
from hhcrm.services.settings_commands import SaveTeam
from hhcrm.services.waterfall_commands import FillCohort
from hhcrm.services.week_plan_commands import AcceptWeek, WeekVisit
from hhcrm.storage.journal import write_step
from tests.databases import until_somebody_waits
from tests.services.conftest import TODAY, Agency

TOMORROW = TODAY + timedelta(days=1)
DECEMBER = date(2026, 12, 1)

Act = Callable[[], ChangeSet]
AtOnce = Callable[[Act, Act], KnownFault | None]


@pytest.fixture
def kind() -> str:
    """The server: in a file one transaction writes at a time."""
    return "postgresql"


@pytest.fixture
def at_once(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> AtOnce:
    """Do one thing, and another one before the first is committed; what the second heard, None where it was done."""

    def both(one: Act, other: Act) -> KnownFault | None:
        heard: list[KnownFault] = []

        def try_other() -> None:
            try:
                other()
            except KnownFault as fault:
                heard.append(fault)

        second = threading.Thread(target=try_other)

        def meanwhile(connection: Any, *step: Any) -> int:
            if not second.ident:
                second.start()
                until_somebody_waits(agency.engine)
            return write_step(connection, *step)

        monkeypatch.setattr("hhcrm.storage.work.write_step", meanwhile)
        one()
        second.join()
        return heard[0] if heard else None

    return both


def test_a_free_place_goes_to_one_visit(agency: Agency, at_once: AtOnce) -> None:
    def moving(name: str, at: time) -> Act:
        planned = PlanVisit(agency.add(name), agency.visit, TODAY, at, 30)
        key = agency.actions.plan_visit(planned).subject or 0
        fate = VisitFate(key, 1, Fate.MOVED, TOMORROW, time(10))
        return lambda: agency.actions.settle_visits(SettleVisits((fate,)))

    fault = at_once(moving("Ash", time(11)), moving("Birch", time(14)))
    assert isinstance(fault, Conflict)
    assert "is not free any more for Birch" in str(fault)
    with Session(agency.engine) as session:
        assert session.scalars(select(Visit.visit_on).order_by(Visit.id)).all() == [TOMORROW, TODAY]


def test_of_two_plans_for_one_week_with_other_sources_one_is_accepted(agency: Agency, at_once: AtOnce) -> None:
    def accepting(name: str) -> Act:
        key = agency.add(name)
        with Session(agency.engine) as session:
            due = session.get_one(ReferralSource, key).due_on
        assert due is not None
        visit = WeekVisit(key, agency.visit, TOMORROW, time(9), 30, due, None)
        return lambda: agency.actions.accept_week(AcceptWeek(agency.liaison_id, TODAY, (visit,), ()))

    fault = at_once(accepting("Ash"), accepting("Birch"))
    assert isinstance(fault, Conflict)
    assert "A visit to Ash was planned meanwhile" in str(fault)
    with Session(agency.engine) as session:
        assert len(session.scalars(select(Visit)).all()) == 1


def test_a_cohort_that_two_begin_is_begun_once_and_has_both_sources(agency: Agency, at_once: AtOnce) -> None:
    def filling(name: str) -> Act:
        command = FillCohort((agency.add(name, owner_id=None),), agency.liaison_id, DECEMBER, TODAY)
        return lambda: agency.actions.fill_cohort(command)

    assert at_once(filling("Ash"), filling("Birch")) is None
    with Session(agency.engine) as session:
        months = session.scalars(select(Cohort.month).join(CohortMember)).all()
    assert months == [DECEMBER, DECEMBER]


def test_a_source_has_a_place_in_one_of_two_cohorts(agency: Agency, at_once: AtOnce) -> None:
    key = agency.add(owner_id=None)

    def filling(month: date) -> Act:
        return lambda: agency.actions.fill_cohort(FillCohort((key,), agency.liaison_id, month, TODAY))

    fault = at_once(filling(TODAY.replace(day=1)), filling(DECEMBER))
    assert "is in the cohort of November 2026" in str(fault)


@pytest.mark.parametrize("whose", ["person", "team", "agency"])
def test_of_two_who_set_the_same_goal_one_has_set_it(agency: Agency, at_once: AtOnce, whose: str) -> None:
    of: dict[str, Any] = {"measure": MeasureKey.VISITS, "span": GoalSpan.MONTH}
    if whose == "person":
        of["user_id"] = agency.liaison_id
    if whose == "team":
        of["team_id"] = agency.actions.save_team(SaveTeam("East")).subject
    goals = [SetGoal({**of, "target": target, "from_on": TODAY}) for target in (40, 30)]
    later = {**of, "target": 10, "from_on": date(2027, 1, 1)}
    other = agency.actions.set_goal(SetGoal(later)).subject
    assert other is not None

    alone = at_once(lambda: agency.actions.set_goal(goals[0]), lambda: agency.actions.set_goal(goals[1]))
    assert "This goal is set already" in str(alone)
    edited = EditGoal(other, 1, {"from_on": DECEMBER})
    december = SetGoal({**of, "target": 20, "from_on": DECEMBER})
    among = at_once(lambda: agency.actions.set_goals(SetGoals((december,))), lambda: agency.actions.edit_goal(edited))
    assert "This goal is set already" in str(among)
    with Session(agency.engine) as session:
        kept = session.execute(select(Goal.target, Goal.from_on).order_by(Goal.from_on)).all()
    assert kept == [(40, TODAY.replace(day=1)), (20, DECEMBER), (10, date(2027, 1, 1))]
