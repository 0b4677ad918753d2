"""What was put away, of every kind of record that can be: with when, by whom and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from hhcrm.domain.days import say_day
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.text import name_key
from hhcrm.models.approaches import Approach, ApproachNote
from hhcrm.models.files import Attachment
from hhcrm.models.goals import Goal
from hhcrm.models.pilots import Pilot
from hhcrm.queries.ground import (
    COMMITMENT,
    CONTACT,
    REFERRAL,
    SOURCE,
    TYPE,
    USER,
    VISIT,
    c,
    full_name,
    r,
    s,
    t,
    table,
    u,
    v,
)
from hhcrm.queries.measures.measured import measure_title
from hhcrm.queries.step_models import ArchivedLine, ArchivedPage

_FILE, _GOAL, _PILOT = table(Attachment), table(Goal), table(Pilot)
_APPROACH, _LEARNED = table(Approach), table(ApproachNote)


def archived_page(connection: Connection, kind: str, typed: str, offset: int, limit: int, today: date) -> ArchivedPage:
    """A page of one kind's archived records (by its table's name) that hold what was typed."""
    of, joined, name, beside, searched = _KINDS[kind]
    shown = of.c.archived_at.is_not(None)
    for word in name_key(typed).split():
        shown = shown & searched.contains(word, autoescape=True)
    total = connection.execute(select(func.count()).select_from(joined).where(shown)).scalar_one()
    rows = connection.execute(
        select(
            of.c.id, name.label("name"), beside.label("beside"), of.c.archived_at, of.c.archived_by, of.c.archived_why
        )
        .select_from(joined)
        .where(shown)
        .order_by(of.c.archived_at.desc(), of.c.id.desc())
        .offset(offset)
        .limit(limit)
    )
    return ArchivedPage(tuple(_line(kind, row, today) for row in rows), total)


def archived_counts(connection: Connection) -> dict[str, int]:
    """How many are archived, by table."""
    return {
        kind: connection.execute(select(func.count()).select_from(of).where(of.c.archived_at.is_not(None))).scalar_one()
        for kind, (of, *_) in _KINDS.items()
    }


def _line(kind: str, row: Any, today: date) -> ArchivedLine:
    beside = say_day(row.beside, today) if isinstance(row.beside, date) else str(row.beside or "")
    name = measure_title(MeasureKey(row.name)) if kind == "goal" else row.name or ""
    return ArchivedLine(kind, row.id, name, beside, row.archived_at, row.archived_by or "", row.archived_why or "")


_SOURCE_OF = s.name_key
_KINDS: Mapping[str, tuple[Any, FromClause, ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]]] = {
    "referral_source": (SOURCE, SOURCE.join(TYPE, s.type_id == t.id), s.name, t.name, s.name_key),
    "contact": (CONTACT, CONTACT, full_name(), c.credentials, c.name_key),
    "visit": (
        VISIT, VISIT.join(SOURCE, v.source_id == s.id), s.name, v.visit_on, _SOURCE_OF,
    ),
    "referral": (REFERRAL, REFERRAL.join(SOURCE, r.source_id == s.id), s.name, r.referral_on, _SOURCE_OF),
    "commitment": (
        COMMITMENT, COMMITMENT.join(SOURCE, COMMITMENT.c.source_id == s.id), COMMITMENT.c.text, s.name,
        COMMITMENT.c.find_text + " " + s.name_key,
    ),
    "attachment": (
        _FILE, _FILE.outerjoin(SOURCE, _FILE.c.source_id == s.id), _FILE.c.name, s.name,
        func.lower(_FILE.c.name) + " " + func.coalesce(s.name_key, ""),
    ),
    "pilot": (
        _PILOT, _PILOT.join(SOURCE, _PILOT.c.source_id == s.id), _PILOT.c.name, s.name,
        func.lower(_PILOT.c.name) + " " + s.name_key,
    ),
    "approach": (_APPROACH, _APPROACH, _APPROACH.c.name, _APPROACH.c.starts_on, func.lower(_APPROACH.c.name)),
    "approach_note": (
        _LEARNED, _LEARNED.outerjoin(_APPROACH, _LEARNED.c.approach_id == _APPROACH.c.id), _LEARNED.c.text,
        _APPROACH.c.name, func.lower(_LEARNED.c.text) + " " + func.lower(func.coalesce(_APPROACH.c.name, "")),
    ),
    "goal": (
        _GOAL, _GOAL.outerjoin(USER, _GOAL.c.user_id == u.id), _GOAL.c.measure, _GOAL.c.from_on,
        _GOAL.c.measure + " " + func.lower(func.coalesce(u.name, "")),
    ),
}  # fmt: skip
"""By table: the table, what it is read with, its name, what stands beside it, what is searched."""
