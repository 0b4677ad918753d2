"""A proposal on disk: it survives a crash, and is offered again with what the calendar holds by then. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hhcrm.domain.days import say_month_day
from hhcrm.domain.week_plan import LeftOut, LeftOutWhy, Pin, PlannedDay, PlannedStop, WeekPlan
from hhcrm.domain.wording import translate
from hhcrm.queries.week_plan_models import WeekQuestion
from hhcrm.ui.calendar.proposal import Proposal, driven

KIND = "week_plan"


def draft_key(liaison_id: int, monday: date) -> str:
    """One draft for each person and week."""
    return f"{liaison_id}/{monday.isoformat()}"


def draft_content(proposal: Proposal) -> Mapping[str, Any]:
    """What is kept: plain values, as JSON has them."""
    question, plan = proposal.question, proposal.plan
    about = translate("calendar", "{name}, week of {day}")
    return {
        "about": {"name": about.format(name=question.liaison, day=say_month_day(question.monday))},
        "base": {"liaison_id": question.liaison_id, "monday": question.monday.isoformat(), "by": plan.by},
        "pins": [[pin.source_id, pin.day.isoformat() if pin.day else None, pin.starts] for pin in proposal.pins],
        "dropped": sorted(proposal.dropped),
        "touched": proposal.touched,
        "lunches": {day.day.isoformat(): day.lunch_starts for day in plan.days},
        "stops": [
            [stop.source_id, stop.day.isoformat(), stop.starts, stop.minutes, stop.pinned, stop.worth]
            for stop in plan.stops
            if not stop.fixed
        ],
        "left_out": [[left.source_id, str(left.why)] for left in plan.left_out],
    }


def draft_of(content: Mapping[str, Any]) -> tuple[int, date] | None:
    """Whose week a draft is of, and which; None for one that cannot be read."""
    base = content.get("base")
    try:
        return (int(base["liaison_id"]), date.fromisoformat(base["monday"])) if isinstance(base, Mapping) else None
    except (KeyError, TypeError, ValueError):
        return None


def taken_up(content: Mapping[str, Any], question: WeekQuestion) -> Proposal:
    """The proposal of a draft on the week as it is now: what can no longer be seen is left away.

    Raises KeyError, TypeError or ValueError for a draft that cannot be read.
    """
    days = {day.day: day for day in question.problem.days}
    kept: dict[date, list[PlannedStop]] = {day: [] for day in days}
    gone = False
    for source_id, day, starts, minutes, pinned, worth in content["stops"]:
        on = date.fromisoformat(day)
        if source_id not in question.sources or on not in days or starts < days[on].starts:
            gone = True
            continue
        kept[on].append(PlannedStop(source_id, "", on, starts, minutes, 0, False, pinned, worth))
    for one in question.problem.appointments:
        kept[one.day].append(PlannedStop(one.source_id, one.key, one.day, one.starts, one.minutes, 0, True, False, 0.0))
    lunches = content["lunches"]
    planned = tuple(
        driven(question, work, PlannedDay(day, (), lunches.get(day.isoformat()), 0), kept[day])
        for day, work in days.items()
    )
    seen = {stop.source_id for day in planned for stop in day.stops}
    left = [LeftOut(int(key), LeftOutWhy(why)) for key, why in content["left_out"] if key in question.sources]
    plan = WeekPlan(planned, tuple(one for one in left if one.source_id not in seen), content["base"]["by"], True)
    pins = tuple(
        Pin(int(key), date.fromisoformat(day) if day else None, starts)
        for key, day, starts in content["pins"]
        if key in question.sources
    )
    dropped = frozenset(int(key) for key in content["dropped"])
    made = Proposal(question, plan, pins, dropped & question.sources.keys())
    return replace(made, touched=bool(content["touched"]) or gone)
