"""Searching sources, people and files: by name first, then by anything else that their text has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    union,
)

from hhcrm.domain.text import fold, name_key
from hhcrm.models.files import Attachment
from hhcrm.queries.ground import AFFILIATION, CONTACT, ROLE, SOURCE, TYPE, c, person_name, s, t, table
from hhcrm.queries.search_models import NOTHING, Fit, FoundLine, Match, Matches
from hhcrm.queries.search_words import (
    MOST_BY_INDEX,
    Shape,
    Typed,
    begins_so,
    fit_of,
    has,
    joined,
    keyed_by_text,
    matching,
    rowid,
    words_begin,
)

FILE = table(Attachment)
f, at = FILE.c, AFFILIATION.c

_FULL = c.first_key + " " + c.name_key
"""A person's names in both orders: first last first."""


def sources(connection: Connection, typed: Typed, limit: int) -> Matches:
    """Sources, those worth most first among names that fit alike."""
    return _matches(connection, _sources(typed.shape(connection)), typed, limit)


@lru_cache(maxsize=64)
def _sources(shape: Shape) -> Select[Any]:
    fit = fit_of(shape, s.name_key, s.name_key == bindparam("key"), begins_so(s.name_key))
    if not shape.long:
        return _best(SOURCE, words_begin(s.name_key, shape), fit, s.potential_per_month)
    in_text = select(s.id).where(
        s.id.in_(keyed_by_text(shape, SOURCE, range(shape.long))), has(s.find_text, _short(shape))
    )
    # A name without its full stops and apostrophes is in no text: obrien.
    found = union(in_text, select(s.id).where(begins_so(s.name_key)))
    return _best(SOURCE, s.id.in_(found), fit, s.potential_per_month)


def people(connection: Connection, typed: Typed, limit: int) -> Matches:
    """People; a word may also be that of a place where they are or were."""
    return _matches(connection, _people(typed.shape(connection)), typed, limit)


@lru_cache(maxsize=64)
def _people(shape: Shape) -> Select[Any]:
    exact = or_(c.name_key.in_(bindparam("turned", expanding=True)), begins_so(c.name_key, "last"))
    fit = fit_of(shape, _FULL, exact, or_(begins_so(c.name_key), begins_so(_FULL)))
    if not shape.long:
        return _best(CONTACT, words_begin(_FULL, shape), fit)
    in_text = select(c.id).where(_person_or_place(shape), has(c.find_text, _short(shape)))
    named = select(c.id).where(or_(begins_so(c.name_key), begins_so(c.first_key)))
    return _best(CONTACT, c.id.in_(union(in_text, named)), fit)


def _short(shape: Shape) -> range:
    return range(shape.long, shape.long + shape.short)


def _person_or_place(shape: Shape) -> ColumnElement[bool]:
    if shape.long == 1:
        return c.id.in_(keyed_by_text(shape, CONTACT, [0]))
    places = range(shape.long)
    own = (
        c.id.in_(select(rowid(CONTACT)).where(matching(CONTACT, which="match_any")))
        if shape.sqlite
        else or_(*(has(c.find_text, [place]) for place in places))
    )
    by_index = places[:MOST_BY_INDEX]
    return and_(own, has(c.find_text, places[MOST_BY_INDEX:]), *(_in_person_or_place(shape, n) for n in by_index))


def _in_person_or_place(shape: Shape, place: int) -> ColumnElement[bool]:
    there = select(at.contact_id).where(at.source_id.in_(keyed_by_text(shape, SOURCE, [place])))
    return or_(c.id.in_(keyed_by_text(shape, CONTACT, [place])), c.id.in_(there))


def _best(
    of: Table, found: ColumnElement[bool], fit: ColumnElement[int], worth: ColumnElement[Any] | None = None
) -> Select[Any]:
    archived = case((of.c.archived_at.is_(None), 0), else_=1)
    by_worth = [] if worth is None else [func.coalesce(worth, 0).desc()]
    return (
        select(of.c.id, fit.label("fit"), func.count().over().label("total"))
        .where(found)
        .order_by(archived, fit, *by_worth, of.c.name_key, of.c.id)
        .limit(bindparam("limit"))
    )


def _matches(connection: Connection, statement: Select[Any], typed: Typed, limit: int) -> Matches:
    rows = connection.execute(statement, typed.values(limit)).all()
    return Matches(tuple(Match(row.id, Fit(row.fit)) for row in rows), rows[0].total) if rows else NOTHING


_FILES = (
    select(f.id, f.name, f.archived_at)
    .where(f.source_id.is_not(None))
    .order_by(case((f.archived_at.is_(None), 0), else_=1), f.added_at.desc(), f.id.desc())
)


def files(connection: Connection, typed: Typed, limit: int) -> Matches:
    """Files by name, newest first. They are few beside all else, so that their names need no index of their own."""
    found = [
        Match(key, Fit.BEGINS if name_key(name).startswith(typed.key) else Fit.CONTAINS)
        for key, name in ((row.id, fold(row.name)) for row in connection.execute(_FILES))
        if all(word in name for word in typed.words)
    ]
    return Matches(tuple(found[:limit]), len(found))


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_own_role = ROLE.alias("own_role")

_SOURCE_LINES = (
    select(s.id, s.name, t.name.label("type"), s.city, s.archived_at)
    .join_from(SOURCE, TYPE, s.type_id == t.id)
    .where(s.id.in_(_IDS))
)
_PERSON_LINES = (
    select(
        c.id, c.first_name, c.last_name, c.credentials, c.archived_at, at.source_id, s.name.label("source"),
        func.coalesce(ROLE.c.name, _own_role.c.name).label("role"),
    )
    .select_from(
        CONTACT.outerjoin(AFFILIATION, at.contact_id == c.id)
        .outerjoin(SOURCE, at.source_id == s.id)
        .outerjoin(ROLE, at.role_id == ROLE.c.id)
        .outerjoin(_own_role, c.role_id == _own_role.c.id)
    )
    .where(c.id.in_(_IDS))
    .order_by(case((at.until_on.is_(None), 0), else_=1), at.until_on.desc(), at.id)
)  # fmt: skip
_FILE_LINES = (
    select(f.id, f.name, f.source_id, s.name.label("source"), f.archived_at)
    .join_from(FILE, SOURCE, f.source_id == s.id)
    .where(f.id.in_(_IDS))
)


def source_lines(connection: Connection, ids: Sequence[int], _typed: Typed, _today: date) -> list[FoundLine]:
    """Sources in words."""
    return [
        FoundLine("source", row.id, row.id, row.name, joined(row.type, row.city), row.archived_at is not None)
        for row in connection.execute(_SOURCE_LINES, {"ids": ids})
    ]


def person_lines(connection: Connection, ids: Sequence[int], _typed: Typed, _today: date) -> list[FoundLine]:
    """People in words, with the place where they are now or were last."""
    found: dict[int, FoundLine] = {}
    for row in connection.execute(_PERSON_LINES, {"ids": ids}):
        name = person_name(row.first_name, row.last_name, row.credentials)
        place = joined(row.role, row.source)
        found.setdefault(row.id, FoundLine("person", row.id, row.source_id, name, place, row.archived_at is not None))
    return list(found.values())


def file_lines(connection: Connection, ids: Sequence[int], _typed: Typed, _today: date) -> list[FoundLine]:
    """Files in words."""
    return [
        FoundLine("file", row.id, row.source_id, row.name, row.source, row.archived_at is not None)
        for row in connection.execute(_FILE_LINES, {"ids": ids})
    ]
