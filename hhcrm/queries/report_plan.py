"""The report `plan`: the proposal for a week as rows, as the calendar shows it."""

from __future__ import annotations

from hhcrm.domain.slots import time_of
from hhcrm.domain.week_plan import WeekPlan
from hhcrm.queries.report_shape import Rows
from hhcrm.queries.week_plan_models import WeekQuestion
from hhcrm.queries.week_plan_words import near_names, stop_reasons

PLAN = ("liaison", "date", "time", "source_id", "source", "state", "minutes", "drive_minutes", "reasons")
"""`state` is planned for a visit that had its time before, else proposed; `drive_minutes` lead to the visit."""

TITLE = "Whom do I see this week, and in which order?"


def plan_rows(question: WeekQuestion, plan: WeekPlan) -> Rows:
    """One row for each visit of the week, in the order of the days."""
    for day in plan.days:
        for stop, near in zip(day.stops, near_names(question, day), strict=True):
            yield (
                question.liaison,
                stop.day,
                time_of(stop.starts),
                stop.source_id,
                question.name_of(stop.source_id, stop.key),
                "planned" if stop.fixed else "proposed",
                stop.minutes,
                stop.drive_minutes,
                stop_reasons(question, stop, near),
            )
