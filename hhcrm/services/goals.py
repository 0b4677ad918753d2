"""Goals: set one, set a new period's from the last one's, change one. They are archived as all records are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.goals import GoalSpan, check_target, first_day
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Comparison
from hhcrm.models.goals import Goal
from hhcrm.models.users import Team, User
from hhcrm.services.goal_commands import EditGoal, SetGoal, SetGoals
from hhcrm.services.records import assign, check_pointed_at, counted, fetch, hold_people
from hhcrm.services.values import key_or_none
from hhcrm.storage.work import Transaction, UnitOfWork

_POINTS_AT = (("user_id", User, "person"), ("team_id", Team, "team"))
_NEEDED = ("measure", "target", "span", "from_on")
_SAME = ("user_id", "team_id", "measure", "span", "from_on")
"""What makes two goals one: the same measure of the same people over the same period."""


def set_goal(work: UnitOfWork, command: SetGoal) -> ChangeSet:
    """Set a goal. Raises RuleBroken naming the field."""
    values = _new(command)

    def put(tx: Transaction) -> int | None:
        _hold(tx.session, [values])
        return _add(tx.session, values)

    return work.run("Set a goal", put)


def set_goals(work: UnitOfWork, command: SetGoals) -> ChangeSet:
    """Set several goals in one step. Raises RuleBroken naming the field; then none of them is set."""
    if not command.goals:
        raise RuleBroken(translate("goals", "Choose one goal at least."), "goals")
    each = [_new(one) for one in command.goals]

    def put(tx: Transaction) -> int | None:
        _hold(tx.session, each)
        keys = [_add(tx.session, values) for values in each]
        return keys[0]

    return work.run(f"Set {counted(len(each), 'goal')}", put)


def edit_goal(work: UnitOfWork, command: EditGoal) -> ChangeSet:
    """Change what a goal asks for, of whom, or when. Raises Conflict, RuleBroken naming the field."""
    changed = _read(command.values)

    def edit(tx: Transaction) -> int | None:
        goal = fetch(tx.session, Goal, command.goal_id, "goal", command.version)
        whole = {name: getattr(goal, name) for name in (*_SAME, "comparison", "target")} | changed
        _hold(tx.session, [whole])
        check_pointed_at(tx.session, _POINTS_AT, changed, goal)
        assign(goal, _checked(tx.session, whole, goal.id))
        return goal.id

    return work.run("Edit a goal", edit)


def _new(command: SetGoal) -> dict[str, Any]:
    values = {"user_id": None, "team_id": None, "comparison": Comparison.AT_LEAST} | _read(command.values)
    for name in _NEEDED:
        if name not in values:
            _FIELDS[name](None)
    return values


def _hold(session: Session, each: Iterable[Mapping[str, Any]]) -> None:
    """Hold whose goals they are until the step is through: on a server of two who set the same one comes second.

    A team's and the agency's are everybody's.
    """
    whose = {values["user_id"] for values in each}
    hold_people(session, session.scalars(select(User.id)) if None in whose else whose)


def _add(session: Session, values: dict[str, Any]) -> int:
    check_pointed_at(session, _POINTS_AT, values)
    goal = Goal(**_checked(session, values, None))
    session.add(goal)
    session.flush()
    return goal.id


def _checked(session: Session, values: dict[str, Any], own_id: int | None) -> dict[str, Any]:
    """A goal's columns as they are stored, its period from its first day. Raises RuleBroken naming the field."""
    check_target(values["target"], values["comparison"], values["measure"])
    if values["user_id"] is not None and values["team_id"] is not None:
        raise RuleBroken(translate("goals", "A goal is a person's or a team's, not both."), "team_id")
    whole = values | {"from_on": first_day(values["span"], values["from_on"])}
    same = select(Goal.id).where(Goal.archived_at.is_(None), *(_is(name, whole[name]) for name in _SAME))
    if any(key != own_id for key in session.scalars(same)):
        raise RuleBroken(translate("goals", "This goal is set already for this period. Change that one."), "measure")
    return whole


def _is(name: str, value: Any) -> Any:
    return getattr(Goal, name).is_(None) if value is None else getattr(Goal, name) == value


# --- what is typed


def _measure(value: Any) -> MeasureKey:
    if value in (None, ""):
        raise RuleBroken(translate("goals", "Choose what is measured."), "measure")
    return MeasureKey(value)


def _target(value: Any) -> float:
    if value in (None, "") or not isinstance(value, int | float):
        raise RuleBroken(translate("goals", "Say the target as a number."), "target")
    return float(value)


def _day(value: Any) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise RuleBroken(translate("goals", "Choose the period."), "from_on")
    return value


_FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "user_id": key_or_none,
    "team_id": key_or_none,
    "measure": _measure,
    "comparison": lambda value: Comparison(value or Comparison.AT_LEAST),
    "target": _target,
    "span": lambda value: GoalSpan(value or GoalSpan.MONTH),
    "from_on": _day,
}


def _read(values: Mapping[str, object]) -> dict[str, Any]:
    return {name: _FIELDS[name](value) for name, value in values.items()}
