"""Picking a source while typing."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    or_,
    select,
)

from hhcrm.domain.text import name_key
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import (
    AFFILIATION,
    CONTACT,
    SOURCE,
    TYPE,
    c,
    not_archived,
    person_name,
    s,
    t,
)
from hhcrm.queries.log_models import PickLine
from hhcrm.queries.say import short_day
from hhcrm.queries.search_words import joined
from hhcrm.storage.search import begins


def pick_sources(
    connection: Connection, typed: str, limit: int, today: date, user_id: int | None
) -> tuple[PickLine, ...]:
    """Sources to pick while typing: names that begin so, then people's names, then names that have it anywhere.

    With nothing typed: the person's own by due date, then those visited last.
    """
    key = name_key(typed)
    if not key:
        return _usual(connection, limit, today, user_id)
    found: dict[int, PickLine] = {}
    for question in (_begin_so, _people_begin_so, _anywhere):
        if len(found) >= limit:
            break
        for row in connection.execute(question(key, limit)):
            person = person_name(row.first_name, row.last_name) if hasattr(row, "first_name") else ""
            found.setdefault(row.id, PickLine(row.id, row.name, joined(person, row.type, row.city)))
    return tuple(found.values())[:limit]


_PICK = (s.id, s.name, t.name.label("type"), s.city)
_PICKED = SOURCE.join(TYPE, s.type_id == t.id)


def _begin_so(key: str, limit: int) -> Select[Any]:
    return (
        select(*_PICK)
        .select_from(_PICKED)
        .where(begins(s.name_key, key), not_archived(SOURCE))
        .order_by(s.name_key, s.id)
        .limit(limit)
    )


def _people_begin_so(key: str, limit: int) -> Select[Any]:
    at = AFFILIATION.c
    return (
        select(*_PICK, c.first_name, c.last_name)
        .select_from(_PICKED.join(AFFILIATION, at.source_id == s.id).join(CONTACT, at.contact_id == c.id))
        .where(or_(begins(c.name_key, key), begins(c.first_key, key)), not_archived(SOURCE), not_archived(CONTACT))
        .order_by(c.name_key, c.id, s.name_key)
        .limit(limit)
    )


def _anywhere(key: str, limit: int) -> Select[Any]:
    return (
        select(*_PICK)
        .select_from(_PICKED)
        .where(s.name_key.contains(key, autoescape=True), not_archived(SOURCE))
        .order_by(s.name_key, s.id)
        .limit(limit)
    )


def _usual(connection: Connection, limit: int, today: date, user_id: int | None) -> tuple[PickLine, ...]:
    own = [] if user_id is None else [s.owner_id == user_id]
    due = connection.execute(
        select(*_PICK, s.due_on)
        .select_from(_PICKED)
        .where(*own, s.due_on <= today, not_archived(SOURCE))
        .order_by(s.due_on, s.id)
        .limit(limit)
    )
    found = {
        row.id: PickLine(
            row.id,
            row.name,
            joined(row.type, translate("search", "due {day}").format(day=short_day(row.due_on, today))),
        )
        for row in due
    }
    if len(found) < limit:
        recent = connection.execute(
            select(*_PICK, s.last_visit_on)
            .select_from(_PICKED)
            .where(*own, s.last_visit_on.is_not(None), not_archived(SOURCE))
            .order_by(s.last_visit_on.desc(), s.id.desc())
            .limit(limit)
        )
        for row in recent:
            detail = joined(
                row.type, translate("search", "last seen {day}").format(day=short_day(row.last_visit_on, today))
            )
            found.setdefault(row.id, PickLine(row.id, row.name, detail))
    return tuple(found.values())[:limit]
