"""The sample's goals: set at the beginning of each period from the last one's figures, so that some were missed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil
from random import Random

from hhcrm.domain.goals import GoalSpan, first_day, last_day, period_before
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.words import Comparison, VisitStatus
from hhcrm.services.sample.world import Liaison, World

Count = Callable[[date, date], int]
"""How many there were from one day to another, both included."""

_STEPS = (0.95, 1.0, 1.05, 1.1)
"""A target asks for so much of what the period before brought."""

_YEARS, _QUARTERS, _MONTHS, _LIAISON_MONTHS = 2, 5, 9, 5
"""So many periods of each goal, the present one included, as far as the sample goes back."""

_WITH_QUARTERS = 2
"""So many liaisons have a goal of referrals too."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One goal over its periods: whose, of what; counted from what was there, or levels to choose from."""

    measure: MeasureKey
    span: GoalSpan
    periods: int
    count: Count | None = None
    levels: tuple[float, ...] = ()
    comparison: Comparison = Comparison.AT_LEAST
    user_id: int | None = None


def add_goals(world: World) -> None:
    """Goals of the agency and of each liaison, the last periods' and the present ones."""
    chance = world.chance("goals")
    for line in _lines(world):
        present = first_day(line.span, world.today)
        for back in reversed(range(line.periods)):
            begins = period_before(line.span, present, back)
            if period_before(line.span, begins) >= world.begin or (back == 0 and begins >= world.begin):
                world.batch.add(
                    "goal",
                    user_id=line.user_id, team_id=None, measure=line.measure, comparison=line.comparison,
                    target=_target(line, begins, chance), span=line.span, from_on=begins,
                )  # fmt: skip


def _lines(world: World) -> Iterator[_Line]:
    sent, made = _referrals(world, None), _visits(world, None)
    yield _Line(MeasureKey.REFERRALS, GoalSpan.MONTH, _MONTHS, sent)
    yield _Line(MeasureKey.REFERRALS, GoalSpan.YEAR, _YEARS, sent)
    yield _Line(MeasureKey.VISITS, GoalSpan.QUARTER, _QUARTERS, made)
    yield _Line(MeasureKey.CONVERSION, GoalSpan.QUARTER, _QUARTERS, levels=(0.65, 0.7, 0.75))
    fast = (48.0, 60.0, 72.0)
    yield _Line(MeasureKey.HOURS_TO_SOC, GoalSpan.QUARTER, _QUARTERS, levels=fast, comparison=Comparison.AT_MOST)
    for place, liaison in enumerate(world.liaisons):
        own = liaison.user_id
        yield _Line(MeasureKey.VISITS, GoalSpan.MONTH, _LIAISON_MONTHS, _visits(world, liaison), user_id=own)
        if place < _WITH_QUARTERS:
            yield _Line(MeasureKey.REFERRALS, GoalSpan.QUARTER, _QUARTERS, _referrals(world, liaison), user_id=own)


def _target(line: _Line, begins: date, chance: Random) -> float:
    if line.count is None:
        return chance.choice(line.levels)
    before = period_before(line.span, begins)
    found = line.count(before, last_day(line.span, before)) * chance.choice(_STEPS)
    return float(max(1, ceil(found)))


def _visits(world: World, liaison: Liaison | None) -> Count:
    days = [
        row["visit_on"]
        for row in world.batch.rows("visit")
        if row["status"] is VisitStatus.COMPLETED and liaison in (None, _owner(world, row))
    ]
    return _between(days)


def _referrals(world: World, liaison: Liaison | None) -> Count:
    owners = {account.id: world.liaisons[account.owner] for account in world.accounts}
    days = [
        row["referral_on"]
        for row in world.batch.rows("referral")
        if liaison in (None, owners[row["source_id"]])
    ]  # fmt: skip
    return _between(days)


def _owner(world: World, row: dict[str, object]) -> Liaison | None:
    return next((liaison for liaison in world.liaisons if liaison.user_id == row["liaison_id"]), None)


def _between(days: list[date]) -> Count:
    return lambda first, last: sum(first <= day <= last for day in days)
