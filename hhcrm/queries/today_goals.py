"""Where goals stand on Today, and whose new period's are to be set. Asked behind the rest: nothing waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import Connection

from hhcrm.domain.goals import OFFERED_DAYS, GoalVerdict
from hhcrm.domain.wording import translate
from hhcrm.queries.goal_models import GoalFilter, GoalStanding
from hhcrm.queries.goal_words import figure_words, pace_words, period_words, verdict_words, whose_words
from hhcrm.queries.goals import goals, standings, to_set
from hhcrm.queries.today import own_scope
from hhcrm.queries.today_models import TodayNeed

MOST_SHOWN = 8
"""Goals that Today shows; the page of goals has all."""

_TROUBLE = (GoalVerdict.BEHIND, GoalVerdict.MISSED)


def goals_today(connection: Connection, user_id: int | None, today: date, now: datetime) -> tuple[TodayNeed, ...]:
    """A line for each running goal, those behind first: a liaison's own and their team's, for others the agency's.

    The kind is `goal_behind` or `goal`; `goals_set` asks for the goals of a period that has begun. `row_id` is the
    goal's id.
    """
    return goal_needs(connection, own_scope(connection, user_id), today, now, MOST_SHOWN)


def goal_needs(
    connection: Connection, own: int | None, today: date, now: datetime, limit: int
) -> tuple[TodayNeed, ...]:
    """The lines of one person and their team, or of the agency (None)."""
    asked = GoalFilter(today, today, user_id=own, agency=own is None)
    found = standings(connection, goals(connection, asked), today, now)
    found = tuple(sorted(found, key=lambda one: (one.verdict not in _TROUBLE, one.goal.until_on)))
    return (*_to_set(connection, asked, today), *map(_line, found[:limit]))


def _to_set(connection: Connection, asked: GoalFilter, today: date) -> Iterator[TodayNeed]:
    items = [item for item in to_set(connection, asked, today) if _is_new(item.until_on, today)]
    if items:
        count = len(items)
        what = (
            translate("today", "{count} goal of a new period")
            if count == 1
            else translate("today", "{count} goals of a new period")
        )
        hint = translate("today", "The last period's figures are filled in. Accept them or say others.")
        tag = translate("today", "To set")
        yield TodayNeed("goals_set", 0, what.format(count=count), tag, hint, 0, None)


def _is_new(ended_on: date, today: date) -> bool:
    """Only the first days ask for it; the page of goals offers it as long as nothing is set."""
    return (today - ended_on).days <= OFFERED_DAYS


def _line(standing: GoalStanding) -> TodayNeed:
    goal = standing.goal
    what = translate("today", "{measure}, {period}").format(
        measure=standing.definition.title, period=period_words(goal.span, goal.from_on)
    )
    hint = f"{figure_words(standing)}, {pace_words(standing)}"
    if goal.team_id is not None:
        hint = f"{whose_words(goal)}: {hint}"
    kind = "goal_behind" if standing.verdict in _TROUBLE else "goal"
    return TodayNeed(kind, 0, what, verdict_words(standing), hint, goal.goal_id, goal.until_on)
