"""The search box: sources, people, and every note, whatever it hangs on; never patient identifiers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    case,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy import table as named_table

from hhcrm.domain.text import fold, name_key
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import (
    AFFILIATION,
    COMMITMENT,
    CONTACT,
    REFERRAL,
    ROLE,
    SOURCE,
    TYPE,
    VISIT,
    c,
    not_archived,
    person_name,
    r,
    s,
    t,
    v,
)
from hhcrm.queries.read_models import FindLine, PickLine
from hhcrm.queries.say import short_day
from hhcrm.storage.search import SEARCHED, SHORTEST, SOURCE_SHIFT, begins

_INDEX = {searched.table: searched for searched in SEARCHED}

MOST_NOTES = 400
"""Notes, written last, that are looked at: a common word costs little more than a rare one."""

AROUND = 60
"""Letters of a note shown before and after what was found."""


def find(connection: Connection, typed: str, limit: int, today: date) -> tuple[FindLine, ...]:
    """What a typed text finds, sources first, then people, notes of visits, promises, referrals; `limit` in all.

    Every word must be in the same record. Each kind gets its share, and what others leave of theirs.
    """
    words = fold(typed).split()
    if not words:
        return ()
    kinds = [
        _sources(connection, typed, words, limit),
        _people(connection, typed, words, limit),
    ]
    if any(len(word) >= SHORTEST for word in words):
        kinds.append(_visits(connection, words, limit, today))
        kinds.append(_commitments(connection, words, limit, today))
        kinds.append(_referrals(connection, words, limit, today))
    return tuple(_shared(kinds, limit))


def _shared(kinds: Sequence[Sequence[FindLine]], limit: int) -> Iterable[FindLine]:
    """A fair part of each kind, in their order."""
    room = [0] * len(kinds)
    while sum(room) < limit and any(room[place] < len(kind) for place, kind in enumerate(kinds)):
        for place, kind in enumerate(kinds):
            if room[place] < len(kind) and sum(room) < limit:
                room[place] += 1
    for place, kind in enumerate(kinds):
        yield from kind[: room[place]]


# --- conditions ----------------------------------------------------------------------------------------------------


def _in_text(connection: Connection, of: Table, words: Sequence[str]) -> ColumnElement[bool]:
    """Rows whose searched text has every word of three letters and more, by the trigram index where there is one."""
    long_words = [word for word in words if len(word) >= SHORTEST]
    if connection.dialect.name == "postgresql":
        return and_(*(of.c.find_text.contains(word, autoescape=True) for word in long_words))
    index = _INDEX[of.name]
    phrase = " AND ".join('"' + word.replace('"', '""') + '"' for word in long_words)
    rowid = named_table(index.index, column("rowid")).c.rowid
    ids = rowid if index.source_column is None else rowid.op("&")(2**SOURCE_SHIFT - 1)
    found = select(ids.label("found_id")).where(literal_column(index.index).op("MATCH")(literal(phrase)))
    if index.source_column is not None:
        found = found.order_by(ids.desc()).limit(MOST_NOTES)
    return of.c.id.in_(select(found.subquery().c.found_id))


def _named_or_found(
    connection: Connection, of: Table, names: Sequence[ColumnElement[str]], words: Sequence[str]
) -> ColumnElement[bool]:
    """Rows that the index finds, with the words too short for it in the same text; alone these begin a name."""
    short = [word for word in words if len(word) < SHORTEST]
    if len(short) < len(words):
        inside = (of.c.find_text.contains(word, autoescape=True) for word in short)
        return and_(not_archived(of), _in_text(connection, of, words), *inside)
    key = name_key(" ".join(words)) or " ".join(words)
    return and_(not_archived(of), or_(*(begins(name, key) for name in names)))


# --- kinds ---------------------------------------------------------------------------------------------------------


def _sources(connection: Connection, typed: str, words: Sequence[str], limit: int) -> list[FindLine]:
    key = name_key(typed)
    best = case((begins(s.name_key, key), 0), (s.name_key.contains(key, autoescape=True), 1), else_=2)
    rows = connection.execute(
        select(s.id, s.name, t.name, s.city)
        .join_from(SOURCE, TYPE, s.type_id == t.id)
        .where(_named_or_found(connection, SOURCE, [s.name_key], words))
        .order_by(best, s.name_key, s.id)
        .limit(limit)
    )
    return [FindLine("source", key, key, name, _joined(kind, city)) for key, name, kind, city in rows]


def _people(connection: Connection, typed: str, words: Sequence[str], limit: int) -> list[FindLine]:
    key = name_key(typed)
    best = case((or_(begins(c.name_key, key), begins(c.first_key, key)), 0), else_=1)
    page = (
        select(c.id, best.label("best"))
        .where(_named_or_found(connection, CONTACT, [c.name_key, c.first_key], words))
        .order_by(best, c.name_key, c.id)
        .limit(limit)
        .subquery("page")
    )
    rows = connection.execute(_with_place(page)).all()
    lines = {
        row.id: FindLine(
            "person", row.id, row.source_id, person_name(row.first_name, row.last_name, row.credentials),
            _joined(row.role, row.source),
        )
        for row in reversed(rows)
    }  # fmt: skip
    return list(reversed(lines.values()))


def _with_place(page: Any) -> Select[Any]:
    """The people of a page, each with the places where they are, present ones first."""
    at = AFFILIATION.c
    own_role = ROLE.alias("own_role")
    return (
        select(
            c.id, c.first_name, c.last_name, c.credentials, at.source_id, s.name.label("source"),
            func.coalesce(ROLE.c.name, own_role.c.name).label("role"),
        )
        .select_from(
            page.join(CONTACT, c.id == page.c.id)
            .outerjoin(AFFILIATION, at.contact_id == c.id)
            .outerjoin(SOURCE, at.source_id == s.id)
            .outerjoin(ROLE, at.role_id == ROLE.c.id)
            .outerjoin(own_role, c.role_id == own_role.c.id)
        )
        .order_by(page.c.best, c.name_key, c.id, at.until_on.is_not(None), at.id)
    )  # fmt: skip


def _visits(connection: Connection, words: Sequence[str], limit: int, today: date) -> list[FindLine]:
    rows = _notes(connection, VISIT, v.source_id, v.visit_on, [v.notes, v.next_step, v.purpose], words, limit)
    return [
        FindLine("visit", key, source_id, name, f"{short_day(day, today)}: {_around(texts, words)}")
        for key, source_id, name, day, *texts in rows
    ]


def _commitments(connection: Connection, words: Sequence[str], limit: int, today: date) -> list[FindLine]:
    p = COMMITMENT.c
    rows = _notes(connection, COMMITMENT, p.source_id, p.due_on, [p.text, p.why], words, limit)
    return [
        FindLine(
            "commitment",
            key,
            source_id,
            name,
            translate("search", "Promised for {day}: {around}").format(
                day=short_day(day, today), around=_around(texts, words)
            ),
        )
        for key, source_id, name, day, *texts in rows
    ]


def _referrals(connection: Connection, words: Sequence[str], limit: int, today: date) -> list[FindLine]:
    rows = _notes(connection, REFERRAL, r.source_id, r.referral_on, [r.notes, r.diagnosis, r.reason_text], words, limit)
    return [
        FindLine(
            "referral",
            key,
            source_id,
            name,
            translate("search", "Referral of {day}: {around}").format(
                day=short_day(day, today), around=_around(texts, words)
            ),
        )
        for key, source_id, name, day, *texts in rows
    ]


def _notes(
    connection: Connection,
    of: Table,
    source_id: ColumnElement[int],
    day: ColumnElement[date],
    texts: Sequence[ColumnElement[Any]],
    words: Sequence[str],
    limit: int,
) -> Sequence[Any]:
    """The newest notes that hold the words; words too short for the index are looked for in what that finds."""
    short = (of.c.find_text.contains(word, autoescape=True) for word in words if len(word) < SHORTEST)
    return connection.execute(
        select(of.c.id, source_id, s.name, day, *texts)
        .join_from(of, SOURCE, source_id == s.id)
        .where(_in_text(connection, of, words), *short, not_archived(of))
        .order_by(day.desc(), of.c.id.desc())
        .limit(limit)
    ).all()


def _around(texts: Iterable[str | None], words: Sequence[str]) -> str:
    """The part of a note in which the first word stands, on one line."""
    lines = [" ".join(text.split()) for text in texts if text]
    for line in lines:
        at = line.lower().find(words[0])
        if at >= 0 or any(word in fold(line) for word in words):
            return _cut(line, max(at, 0))
    return _cut(lines[0], 0) if lines else ""


def _cut(line: str, at: int) -> str:
    start, end = max(at - AROUND, 0), at + 2 * AROUND
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


# --- picking a source ----------------------------------------------------------------------------------------------


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
            found.setdefault(row.id, PickLine(row.id, row.name, _joined(person, row.type, row.city)))
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
            _joined(row.type, translate("search", "due {day}").format(day=short_day(row.due_on, today))),
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
            detail = _joined(
                row.type, translate("search", "last seen {day}").format(day=short_day(row.last_visit_on, today))
            )
            found.setdefault(row.id, PickLine(row.id, row.name, detail))
    return tuple(found.values())[:limit]
