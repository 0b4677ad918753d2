"""The report about capacity: each liaison over the next weeks, or week by week (product.md, section 3)."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, true

from hhcrm.domain.capacity import WEEKS_AHEAD, Load
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.periods import monday_of
from hhcrm.queries.capacity import capacity
from hhcrm.queries.ground import s
from hhcrm.queries.report_shape import Asked, Rows

MOST_WEEKS = 106
"""Two years, with the weeks at both ends."""

PEOPLE = (
    "liaison", "active_sources", "prospects", "visits_per_week_needed", "minutes_per_visit", "visit_hours_per_week",
    "visits_per_week_possible", "visits_per_week_too_many", "visits_per_week_room",
)  # fmt: skip

WEEKS = (
    "liaison", "week_from", "working_days", "visits_per_week_needed", "visits_due", "visits_possible",
    "visits_too_many", "visits_room",
)  # fmt: skip


def by_person(connection: Connection, asked: Asked) -> Rows:
    """Each liaison who has sources: what the rhythm asks for, against an average of the next 12 weeks."""
    one = true() if asked.source_id is None else s.id == asked.source_id
    rooms = capacity(connection, asked.liaison_id, monday_of(asked.today), WEEKS_AHEAD, asked.today, one)
    return [
        (
            room.name, room.active, room.prospects, round(room.asked, 1), round(room.means.minutes_a_visit, 1),
            room.means.hours_a_week, round(room.load.possible, 1), room.load.over, room.load.room,
        )
        for room in rooms
    ]  # fmt: skip


def by_week(connection: Connection, asked: Asked) -> Rows:
    """The same for each week that the period touches; what is due is known from this week on. Raises RuleBroken."""
    monday = monday_of(asked.from_on)
    weeks = (asked.until_on - monday).days // 7 + 1
    if weeks > MOST_WEEKS:
        raise RuleBroken("Capacity is counted for two years at most. Give a shorter period.", field="to")
    one = true() if asked.source_id is None else s.id == asked.source_id
    rooms = capacity(connection, asked.liaison_id, monday, weeks, asked.today, one)
    lines = []
    for room in rooms:
        for week in room.weeks:
            load = Load(room.asked, week.possible)
            due = week.due if week.monday >= monday_of(asked.today) else None
            lines.append(
                (
                    room.name, week.monday, week.working_days, round(room.asked, 1), due, round(week.possible, 1),
                    load.over, load.room,
                )
            )  # fmt: skip
    return lines


def period(from_on: date | None, until_on: date | None, today: date) -> tuple[date, date]:
    """The days asked about; where one is missing, 12 weeks from the other, or from today. Raises RuleBroken."""
    span = timedelta(weeks=WEEKS_AHEAD) - timedelta(days=1)
    start = from_on or (today if until_on is None or until_on >= today else until_on - span)
    until = until_on or start + span
    if start > until:
        raise RuleBroken("The period ends before it begins.", field="from")
    return start, until
