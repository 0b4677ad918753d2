"""Searching sources, people and files: by name first, then by anything else that their text has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, case, func, or_, select, union

from hhcrm.domain.text import fold
from hhcrm.models.files import Attachment
from hhcrm.queries.ground import AFFILIATION, CONTACT, ROLE, SOURCE, TYPE, c, person_name, s, t, table
from hhcrm.queries.search_models import NOTHING, Fit, FoundLine, Match, Matches
from hhcrm.queries.search_words import (
    Typed,
    all_in,
    any_in,
    fit_of,
    joined,
    keyed_by_text,
    matching,
    rowid,
    words_begin,
)
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.search import begins

FILE = table(Attachment)
f, at = FILE.c, AFFILIATION.c

_FULL = c.first_key + " " + c.name_key
"""A person's names in both orders: first last first."""


def sources(connection: Connection, typed: Typed, limit: int) -> Matches:
    """Sources, those worth most first among names that fit alike."""
    fit = fit_of(typed, s.name_key, s.name_key == typed.key, begins(s.name_key, typed.key))
    return _best(connection, SOURCE, _source_found(connection, typed), fit, s.potential_per_month, limit)


def _source_found(connection: Connection, typed: Typed) -> ColumnElement[bool]:
    if not typed.long:
        return words_begin(s.name_key, typed.key)
    in_text = select(s.id).where(
        s.id.in_(keyed_by_text(connection, SOURCE, typed.long)), all_in(s.find_text, typed.short)
    )
    # A name without its full stops and apostrophes is in no text: obrien.
    return s.id.in_(union(in_text, select(s.id).where(begins(s.name_key, typed.key))))


def people(connection: Connection, typed: Typed, limit: int) -> Matches:
    """People; a word may also be that of a place where they are or were."""
    exact = or_(c.name_key.in_(typed.turned), begins(c.name_key, f"{typed.key} "))
    first = or_(begins(c.name_key, typed.key), begins(_FULL, typed.key))
    fit = fit_of(typed, _FULL, exact, first)
    return _best(connection, CONTACT, _person_found(connection, typed), fit, None, limit)


def _person_found(connection: Connection, typed: Typed) -> ColumnElement[bool]:
    if not typed.long:
        return words_begin(_FULL, typed.key)
    in_text = select(c.id).where(_person_or_place(connection, typed), all_in(c.find_text, typed.short))
    named = select(c.id).where(or_(begins(c.name_key, typed.key), begins(c.first_key, typed.key)))
    return c.id.in_(union(in_text, named))


def _person_or_place(connection: Connection, typed: Typed) -> ColumnElement[bool]:
    if len(typed.long) == 1:
        return c.id.in_(keyed_by_text(connection, CONTACT, typed.long))
    own = (
        c.id.in_(select(rowid(CONTACT)).where(matching(CONTACT, typed.long, " OR ")))
        if is_sqlite(connection)
        else any_in(c.find_text, typed.long)
    )
    return and_(own, *(_in_person_or_place(connection, word) for word in typed.long))


def _in_person_or_place(connection: Connection, word: str) -> ColumnElement[bool]:
    there = select(at.contact_id).where(at.source_id.in_(keyed_by_text(connection, SOURCE, [word])))
    return or_(c.id.in_(keyed_by_text(connection, CONTACT, [word])), c.id.in_(there))


def _best(
    connection: Connection, of: Table, found: ColumnElement[bool], fit: ColumnElement[int],
    worth: ColumnElement[Any] | None, limit: int,
) -> Matches:  # fmt: skip
    archived = case((of.c.archived_at.is_(None), 0), else_=1)
    by_worth = [] if worth is None else [func.coalesce(worth, 0).desc()]
    rows = connection.execute(
        select(of.c.id, fit.label("fit"), func.count().over().label("total"))
        .where(found)
        .order_by(archived, fit, *by_worth, of.c.name_key, of.c.id)
        .limit(limit)
    ).all()
    return Matches(tuple(Match(row.id, Fit(row.fit)) for row in rows), rows[0].total) if rows else NOTHING


def files(connection: Connection, typed: Typed, limit: int) -> Matches:
    """Files by name, newest first. They are few beside all else, so that their names need no index of their own."""
    rows = connection.execute(
        select(f.id, f.name, f.archived_at)
        .where(f.source_id.is_not(None))
        .order_by(case((f.archived_at.is_(None), 0), else_=1), f.added_at.desc(), f.id.desc())
    )
    found = [
        Match(key, Fit.BEGINS if name.startswith(typed.words[0]) else Fit.CONTAINS)
        for key, name in ((row.id, fold(row.name)) for row in rows)
        if all(word in name for word in typed.words)
    ]
    return Matches(tuple(found[:limit]), len(found))


def source_lines(connection: Connection, ids: Sequence[int], _typed: Typed, _today: date) -> list[FoundLine]:
    """Sources in words."""
    rows = connection.execute(
        select(s.id, s.name, t.name.label("type"), s.city, s.archived_at)
        .join_from(SOURCE, TYPE, s.type_id == t.id)
        .where(s.id.in_(ids))
    )
    return [
        FoundLine("source", row.id, row.id, row.name, joined(row.type, row.city), row.archived_at is not None)
        for row in rows
    ]


def person_lines(connection: Connection, ids: Sequence[int], _typed: Typed, _today: date) -> list[FoundLine]:
    """People in words, with the place where they are now or were last."""
    found: dict[int, FoundLine] = {}
    for row in connection.execute(_with_place(ids)):
        name = person_name(row.first_name, row.last_name, row.credentials)
        place = joined(row.role, row.source)
        found.setdefault(row.id, FoundLine("person", row.id, row.source_id, name, place, row.archived_at is not None))
    return list(found.values())


def _with_place(ids: Sequence[int]) -> Select[Any]:
    own_role = ROLE.alias("own_role")
    return (
        select(
            c.id, c.first_name, c.last_name, c.credentials, c.archived_at, at.source_id, s.name.label("source"),
            func.coalesce(ROLE.c.name, own_role.c.name).label("role"),
        )
        .select_from(
            CONTACT.outerjoin(AFFILIATION, at.contact_id == c.id)
            .outerjoin(SOURCE, at.source_id == s.id)
            .outerjoin(ROLE, at.role_id == ROLE.c.id)
            .outerjoin(own_role, c.role_id == own_role.c.id)
        )
        .where(c.id.in_(ids))
        .order_by(case((at.until_on.is_(None), 0), else_=1), at.until_on.desc(), at.id)
    )  # fmt: skip


def file_lines(connection: Connection, ids: Sequence[int], _typed: Typed, _today: date) -> list[FoundLine]:
    """Files in words."""
    rows = connection.execute(
        select(f.id, f.name, f.source_id, s.name.label("source"), f.archived_at)
        .join_from(FILE, SOURCE, f.source_id == s.id)
        .where(f.id.in_(ids))
    )
    return [FoundLine("file", row.id, row.source_id, row.name, row.source, row.archived_at is not None) for row in rows]
