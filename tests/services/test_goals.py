"""Goals: set one, set a new period's in one step, change, archive; each undone; what cannot be is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.goals import GoalSpan
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.words import Comparison
from hhcrm.models.goals import Goal
from hhcrm.queries.bound import Questions
from hhcrm.queries.exports import Wanted, export_rows
from hhcrm.queries.step_models import StepFilter
from hhcrm.services.commands import Archive, Restore
from hhcrm.services.goal_commands import EditGoal, SetGoal, SetGoals
from hhcrm.services.settings_commands import SaveTeam
from tests.services.conftest import NOW, TODAY, Agency

VISITS: dict[str, Any] = {
    "measure": MeasureKey.VISITS, "target": 40, "span": GoalSpan.QUARTER, "from_on": date(2026, 11, 23),
}  # fmt: skip


def put(agency: Agency, **more: object) -> int:
    changes = agency.actions.set_goal(SetGoal(VISITS | more))
    assert changes.subject is not None
    return changes.subject


def goals(agency: Agency) -> list[Goal]:
    with Session(agency.engine) as session:
        return list(session.scalars(select(Goal).order_by(Goal.id)))


def test_a_goal_is_kept_from_the_first_day_of_its_period_and_undone(agency: Agency) -> None:
    made = put(agency, user_id=agency.liaison_id)
    (goal,) = goals(agency)
    assert (goal.id, goal.user_id, goal.team_id, goal.target) == (made, agency.liaison_id, None, 40.0)
    assert (goal.from_on, goal.comparison) == (date(2026, 10, 1), Comparison.AT_LEAST)
    agency.actions.undo()
    assert goals(agency) == []
    agency.actions.redo()
    assert [one.id for one in goals(agency)] == [made]
    history = Questions(agency.engine, lambda: NOW, lambda: TODAY, None).recent_changes(StepFilter()).lines
    assert [line.what for line in history[:2]] == ["Set a goal", "Undone: Set a goal"]


WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    ({"measure": None}, "measure"),
    ({"target": None}, "target"),
    ({"target": "many"}, "target"),
    ({"target": 0}, "target"),
    ({"measure": MeasureKey.CONVERSION, "target": 60}, "target"),
    ({"from_on": None}, "from_on"),
    ({"user_id": 1, "team_id": 1}, "team_id"),
)


def test_what_cannot_be_is_refused_beside_its_field(agency: Agency) -> None:
    agency.actions.save_team(SaveTeam("East"))
    made = put(agency, user_id=agency.liaison_id)
    for values, field in WRONG:
        with pytest.raises(RuleBroken) as refused:
            agency.actions.set_goal(SetGoal(VISITS | values))
        assert refused.value.field == field
        with pytest.raises(RuleBroken) as again:
            agency.actions.edit_goal(EditGoal(made, 1, values))
        assert again.value.field == field
    with pytest.raises(NotFound):
        put(agency, user_id=99)
    with pytest.raises(NotFound):
        put(agency, team_id=99)


def test_the_same_goal_is_there_once_for_each_of_its_periods(agency: Agency) -> None:
    first = put(agency)
    with pytest.raises(RuleBroken) as twice:
        put(agency, from_on=date(2026, 12, 31))
    assert twice.value.field == "measure"
    put(agency, user_id=agency.liaison_id)
    put(agency, from_on=date(2027, 1, 1))
    put(agency, span=GoalSpan.MONTH)
    agency.actions.archive(Archive("goal", (first,)))
    again = put(agency)
    agency.actions.edit_goal(EditGoal(again, 1, {"target": 44, "comparison": Comparison.AT_MOST}))
    assert [(one.target, one.comparison) for one in goals(agency) if one.id == again] == [(44.0, Comparison.AT_MOST)]
    agency.actions.undo()
    assert [one.target for one in goals(agency) if one.id == again] == [40.0]
    agency.actions.restore(Restore("goal", (first,)))


def test_a_goal_read_before_it_changed_is_not_overwritten(agency: Agency) -> None:
    made = put(agency)
    agency.actions.edit_goal(EditGoal(made, 1, {"target": 41}))
    with pytest.raises(Conflict):
        agency.actions.edit_goal(EditGoal(made, 1, {"target": 42}))
    with pytest.raises(RuleBroken):
        agency.actions.edit_goal(EditGoal(made, 2, {"user_id": agency.liaison_id, "target": 0}))


def test_the_goals_of_a_new_period_are_set_in_one_step_or_none_is(agency: Agency) -> None:
    both = (SetGoal(VISITS), SetGoal(VISITS | {"measure": MeasureKey.REFERRALS, "target": 12}))
    with pytest.raises(RuleBroken):
        agency.actions.set_goals(SetGoals((*both, SetGoal(VISITS))))
    with pytest.raises(RuleBroken):
        agency.actions.set_goals(SetGoals(()))
    assert goals(agency) == []
    changes = agency.actions.set_goals(SetGoals(both))
    assert changes.label == "Set 2 goals"
    assert len(goals(agency)) == 2
    agency.actions.undo()
    assert goals(agency) == []


def test_goals_go_out_as_a_table_and_an_archived_one_is_found(agency: Agency) -> None:
    made = put(agency, user_id=agency.liaison_id)
    put(agency, measure=MeasureKey.REFERRALS)
    with agency.engine.connect() as connection:
        header, rows = export_rows(connection, "goals", Wanted(), TODAY)
        found = [dict(zip(header, row, strict=True)) for row in rows]
    assert [(row["user"], row["measure"], row["from_on"]) for row in found] == [
        ("Dana Whitfield", "visits", "2026-10-01"),
        (None, "referrals", "2026-10-01"),
    ]
    agency.actions.archive(Archive("goal", (made,), "not ours"))
    page = Questions(agency.engine, lambda: NOW, lambda: TODAY, None).archived_page("goal", "dana", 0, 10)
    assert [(line.row_id, line.why) for line in page.lines] == [(made, "not ours")]


def test_history_names_the_measure_and_says_a_share_in_per_cent(agency: Agency) -> None:
    made = put(agency, measure=MeasureKey.CONVERSION, target=0.7)
    agency.actions.edit_goal(EditGoal(made, 1, {"target": 0.75}))
    agency.actions.edit_goal(EditGoal(made, 2, {"measure": MeasureKey.HOURS_TO_SOC, "target": 48}))
    ask = Questions(agency.engine, lambda: NOW, lambda: TODAY, None)
    newest, older, first = ask.history_of("goal", made).lines
    assert [(one.label, one.before, one.after) for one in older.changes] == [("Target", "70 %", "75 %")]
    assert [(one.label, one.before, one.after) for one in newest.changes] == [
        ("Measure", "Conversion", "Hours to SOC"), ("Target", "75 %", "48"),
    ]  # fmt: skip
    assert not any(one.can_revert for one in (*newest.changes, *older.changes))
    assert first.what == "Goal Conversion (new)"
