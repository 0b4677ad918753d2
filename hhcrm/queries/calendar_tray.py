"""Who is due and has no planned visit: the calendar's tray."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, select

from hhcrm.domain.cadence import days_overdue, due_state, is_late, latest_on
from hhcrm.domain.settings import Rules
from hhcrm.domain.wording import translate
from hhcrm.domain.words import DueState, SourceStage, VisitStatus
from hhcrm.queries.calendar_models import CalendarFilter, DueLine, DueTray
from hhcrm.queries.ground import SOURCE, TYPE, USER, VISIT, living_source, not_archived, s, t, u, v, visits_wanted
from hhcrm.queries.say import short_day
from hhcrm.storage.settings import rules_on


def due_tray(connection: Connection, asked: CalendarFilter, last: date, today: date, limit: int) -> DueTray:
    """Active and prospective sources that are due until `last` or overdue, without a planned visit from today on."""
    wanted = _due(asked, max(last, today), today)
    total = connection.execute(select(func.count()).select_from(SOURCE).where(*wanted)).scalar_one()
    rows = connection.execute(
        select(
            s.id, s.name, s.due_on, s.stage, s.stage_visits, s.last_visit_on, s.owner_id,
            func.coalesce(u.name, "").label("owner"), visits_wanted().label("visits_to_active"),
        )
        .select_from(SOURCE.join(TYPE, s.type_id == t.id).outerjoin(USER, s.owner_id == u.id))
        .where(*wanted)
        .order_by(s.due_on, s.name_key, s.id)
        .limit(limit)
    ).all()  # fmt: skip
    rules = rules_on(connection, today)
    fell = _fell_through(connection, [row.id for row in rows])
    able = total > 0 or connection.execute(select(exists().where(*_among(asked)))).scalar_one()
    return DueTray(last, total, tuple(_line(row, fell.get(row.id), today, rules) for row in rows), bool(able))


def _due(asked: CalendarFilter, last: date, today: date) -> Sequence[ColumnElement[bool]]:
    planned = (
        exists()
        .where(v.source_id == s.id, v.visit_on >= today, v.status == VisitStatus.PLANNED, not_archived(VISIT))
        .correlate(SOURCE)
    )
    return [*_among(asked), s.due_on <= last, ~planned]


def _among(asked: CalendarFilter) -> Sequence[ColumnElement[bool]]:
    """Active and prospective sources, those asked for."""
    wanted = [living_source()]
    if asked.liaison_id is not None:
        wanted.append(s.owner_id == asked.liaison_id)
    if asked.type_id is not None:
        wanted.append(s.type_id == asked.type_id)
    if asked.territory_id is not None:
        wanted.append(s.territory_id == asked.territory_id)
    return wanted


def _fell_through(connection: Connection, source_ids: Sequence[int]) -> dict[int, Any]:
    """Each source's newest missed or cancelled visit since it was seen last."""
    rows = connection.execute(
        select(v.source_id, v.status, v.visit_on)
        .join_from(VISIT, SOURCE, v.source_id == s.id)
        .where(
            v.source_id.in_(source_ids),
            v.status.in_((VisitStatus.MISSED, VisitStatus.CANCELLED)),
            v.visit_on > func.coalesce(s.last_visit_on, s.stage_since),
            not_archived(VISIT),
        )
        .order_by(v.visit_on, v.id)
    )
    return {row.source_id: row for row in rows}  # the newest stays


def _line(row: Any, fell: Any, today: date, rules: Rules) -> DueLine:
    state = due_state(row.due_on, today, rules)
    parts = []
    if state is not DueState.LATE:
        latest = short_day(latest_on(row.due_on, rules), today)
        parts.append(translate("calendar", "latest {day}").format(day=latest))
    if fell is not None:
        missed = fell.status is VisitStatus.MISSED
        words = translate("calendar", "missed {day}") if missed else translate("calendar", "cancelled {day}")
        parts.append(words.format(day=short_day(fell.visit_on, today)))
    if row.stage is SourceStage.PROSPECTIVE:
        parts.append(number_words(row.stage_visits, row.visits_to_active))
    tag = due_words(row.due_on, today, rules)
    return DueLine(row.id, row.name, row.due_on, tag, ", ".join(parts), state, row.owner_id, row.owner)


def due_words(due_on: date, today: date, rules: Rules) -> str:
    """How a due date stands: late, 12 days overdue; overdue 4 days; due today; due Nov 27."""
    over = days_overdue(due_on, today)
    if over > 1:
        late = is_late(due_on, today, rules)
        words = (
            translate("calendar", "late, {days} days overdue") if late else translate("calendar", "overdue {days} days")
        )
        return words.format(days=over)
    if over:
        return translate("calendar", "overdue 1 day")
    if due_on == today:
        return translate("calendar", "due today")
    return translate("calendar", "due {day}").format(day=short_day(due_on, today))


def number_words(visits: int, needed: int) -> str:
    """Which of the visits that make a source active comes next."""
    if visits >= needed:
        return translate("calendar", "{visits} visits done").format(visits=visits)
    return translate("calendar", "visit {number} of {needed}").format(number=visits + 1, needed=needed)
