"""A liaison's week, planned: what was asked goes to the solver, and what stands in its way comes back with names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.week_plan import CannotPlan, Pin, WeekPlan
from hhcrm.planning.solve import solve
from hhcrm.queries.read_models import Report, ReportCell
from hhcrm.queries.report_plan import PLAN, TITLE, plan_rows
from hhcrm.queries.week_plan_models import WeekQuestion
from hhcrm.queries.week_plan_words import by_words

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions


def plan_week(
    question: WeekQuestion,
    pins: tuple[Pin, ...] = (),
    dropped: frozenset[int] = frozenset(),
    progress: Callable[[float], None] | None = None,
    stopped: Callable[[], bool] | None = None,
    on_first: Callable[[WeekPlan], None] | None = None,
) -> WeekPlan:
    """Plan it with what the person wants; see `solve`. Raises CannotPlan naming whom it is about."""
    try:
        return solve(question.wished(pins, dropped), progress, stopped, on_first)
    except CannotPlan as fault:
        names = [question.name_of(source_id) for source_id in fault.source_ids]
        names += [question.name_of(None, key) for key in fault.keys]
        said = ", ".join(dict.fromkeys(name for name in names if name))
        if not said:
            raise
        raise CannotPlan(f"{said}: {fault}", fault.source_ids, fault.keys) from fault


def plan_report(
    ask: Questions,
    day: date,
    liaison_id: int | None,
    say: Callable[[str], None],
    progress: Callable[[str, float], None],
) -> Report:
    """The report `plan`: the week of a day for one liaison, or for each who has sources in turn.

    `say` hears what is to be said of each plan, `progress` whose week is planned and how far. Raises CannotPlan where
    the one who was asked for cannot be planned, RuleBroken where there is nobody.
    """
    rows: list[tuple[ReportCell, ...]] = []
    people = [one for one in ask.plan_liaisons() if liaison_id in (None, one[0])]
    if not people:
        raise RuleBroken("There is nobody with sources whose week could be planned.")
    for key, name in people:
        try:
            question = ask.week_question(key, day)
            plan = plan_week(question, progress=partial(progress, name))
        except CannotPlan as fault:
            if liaison_id is not None:
                raise
            say(f"{name}: {fault}")
            continue
        for words in (*question.notes, by_words(plan.by)):
            say(f"{name}: {words}")
        rows.extend(map(tuple, plan_rows(question, plan)))
    monday = day - timedelta(days=day.weekday())
    return Report("plan", TITLE, monday, monday + timedelta(days=6), PLAN, tuple(rows))
