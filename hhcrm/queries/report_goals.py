"""The report `goals`: how goals stand today (product.md, section 6)."""

from __future__ import annotations

from sqlalchemy import Connection

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import MeasureUnit
from hhcrm.queries.goal_models import GoalFilter, GoalStanding
from hhcrm.queries.goals import goals, standings
from hhcrm.queries.report_shape import Asked, Rows

COLUMNS = (
    "goal_id", "whose", "measure", "span", "starts_on", "ends_on", "comparison", "target", "unit", "actual", "cases",
    "pace", "forecast", "forecast_low", "forecast_high", "verdict",
)  # fmt: skip

_AGENCY = "agency"


def goal_rows(connection: Connection, asked: Asked) -> Rows:
    """A line for each goal that has a day of the period, as it stands today; a liaison's with their team's.

    Shares are in per cent. Raises RuleBroken for one source: goals are of people.
    """
    if asked.source_id is not None:
        raise RuleBroken("Goals are of the agency and its people, not of a source.", field="source")
    wanted = GoalFilter(asked.from_on, asked.until_on, user_id=asked.liaison_id)
    for one in standings(connection, goals(connection, wanted), asked.today, asked.now, ahead=True):
        goal, ahead = one.goal, one.forecast
        figures = (None, None, None) if ahead is None else (ahead.value, ahead.low, ahead.high)
        yield (
            goal.goal_id, goal.user or goal.team or _AGENCY, str(goal.measure), str(goal.span), goal.from_on,
            goal.until_on, str(goal.comparison), _figure(one, goal.target), _unit(one), _figure(one, one.actual.value),
            one.actual.cases, _figure(one, one.pace), *(_figure(one, value) for value in figures), str(one.verdict),
        )  # fmt: skip


def _figure(standing: GoalStanding, value: float | None) -> float | None:
    if value is None:
        return None
    return round(value * (100 if standing.definition.unit is MeasureUnit.SHARE else 1), 2)


def _unit(standing: GoalStanding) -> str:
    unit = standing.definition.unit
    return "percent" if unit is MeasureUnit.SHARE else str(unit)
