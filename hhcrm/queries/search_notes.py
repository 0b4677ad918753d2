"""Searching what is written down at sources: visits, referrals, commitments; never patient identifiers.

A word may stand in the note or in the name and details of its source, at least one of them in the note: "zebra mercy"
is the note about zebras at Mercy Clinic. Referrals are found by their source's name alone, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, case, func, or_, select, union

from hhcrm.domain.wording import translate
from hhcrm.domain.words import CommitmentStatus
from hhcrm.queries.ground import COMMITMENT, REFERRAL, SOURCE, VISIT, r, s, v
from hhcrm.queries.say import short_day
from hhcrm.queries.search_models import NOTHING, Fit, FoundLine, Match, Matches
from hhcrm.queries.search_words import Typed, all_in, around, keyed_by_text, matching, name_has, rowid
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.search import SOURCE_SHIFT

MOST_NOTES = 400
"""Notes, written last, that are looked at and ordered: a common word costs little more than a rare one."""

MOST_BY_INDEX = 4
"""Words, the longest, that are looked for in note and source by the index; further ones in what that finds."""

p = COMMITMENT.c


@dataclass(frozen=True)
class Notes:
    """A kind of note: its table, and the day by which it is ordered."""

    of: Table
    day: ColumnElement[date]


VISITS, REFERRALS, COMMITMENTS = Notes(VISIT, v.visit_on), Notes(REFERRAL, r.referral_on), Notes(COMMITMENT, p.due_on)


def notes(kind: Notes, connection: Connection, typed: Typed, limit: int) -> Matches:
    """Notes, newest first, those archived or of archived sources last."""
    if not typed.long:
        return NOTHING
    of, found = kind.of, _found(connection, kind.of, typed).subquery()
    newest = (
        select(found.c.found_id, func.count().over().label("total"))
        .order_by(found.c.found_id.desc())
        .limit(MOST_NOTES)
        .subquery()
    )
    put_away = case((of.c.archived_at.is_(None) & s.archived_at.is_(None), 0), else_=1)
    rows = connection.execute(
        select(of.c.id, newest.c.total)
        .select_from(newest.join(of, of.c.id == newest.c.found_id).join(SOURCE, of.c.source_id == s.id))
        .order_by(put_away, kind.day.desc(), of.c.id.desc())
        .limit(limit)
    ).all()
    return Matches(tuple(Match(row.id, Fit.IN_TEXT) for row in rows), rows[0].total) if rows else NOTHING


def _found(connection: Connection, of: Table, typed: Typed) -> Any:
    """Ids of the notes, as `found_id`."""
    by_index = sorted(typed.long, key=len, reverse=True)[:MOST_BY_INDEX]
    found = union(*(_part(connection, of, own, by_index) for own in _parts(by_index)))
    by_eye = [word for word in typed.words if word not in by_index]
    if by_eye:
        found = union(
            select(of.c.id.label("found_id"))
            .join_from(of, SOURCE, of.c.source_id == s.id)
            .where(of.c.id.in_(found), *(_in_note_or_name(of, word) for word in by_eye))
        )
    if of is REFERRAL:
        text = keyed_by_text(connection, SOURCE, typed.long)
        named = select(s.id).where(s.id.in_(text), name_has(s.name_key, typed.key))
        return union(*found.selects, select(r.id.label("found_id")).where(r.source_id.in_(named)))
    return found


def _parts(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Every way in which at least one of the words stands in the note and the others in its source."""
    return [own for count in range(len(words), 0, -1) for own in combinations(words, count)]


def _part(connection: Connection, of: Table, own: Sequence[str], words: Sequence[str]) -> Select[Any]:
    """Ids of the notes that have `own`, the other words being in their source."""
    theirs = [word for word in words if word not in own]
    at_source = keyed_by_text(connection, SOURCE, theirs)
    if not is_sqlite(connection):
        found = select(of.c.id.label("found_id")).where(all_in(of.c.find_text, own))
        return found.where(of.c.source_id.in_(at_source)) if theirs else found
    # The upper bits of a note's key are its source: this is answered from the indexes alone.
    key = rowid(of)
    found = select(key.op("&")(2**SOURCE_SHIFT - 1).label("found_id")).where(matching(of, own))
    return found.where(key.op(">>")(SOURCE_SHIFT).in_(at_source)) if theirs else found


def _in_note_or_name(of: Table, word: str) -> ColumnElement[bool]:
    return or_(of.c.find_text.contains(word, autoescape=True), s.name_key.contains(word, autoescape=True))


def _rows(connection: Connection, kind: Notes, ids: Sequence[int], *columns: ColumnElement[Any]) -> Sequence[Any]:
    of = kind.of
    return connection.execute(
        select(
            of.c.id,
            of.c.source_id,
            s.name,
            kind.day.label("day"),
            of.c.archived_at,
            s.archived_at.label("gone"),
            *columns,
        )
        .join_from(of, SOURCE, of.c.source_id == s.id)
        .where(of.c.id.in_(ids))
    ).all()  # fmt: skip


def _line(kind: str, row: Any, said: str) -> FoundLine:
    put_away = row.archived_at is not None or row.gone is not None
    return FoundLine(kind, row.id, row.source_id, row.name, said, put_away)


def visit_lines(connection: Connection, ids: Sequence[int], typed: Typed, today: date) -> list[FoundLine]:
    """Visits in words."""
    return [
        _line(
            "visit", row, _said(short_day(row.day, today), around([row.notes, row.next_step, row.purpose], typed.words))
        )
        for row in _rows(connection, VISITS, ids, v.notes, v.next_step, v.purpose)
    ]  # fmt: skip


def referral_lines(connection: Connection, ids: Sequence[int], typed: Typed, today: date) -> list[FoundLine]:
    """Referrals in words."""
    words = translate("search", "{day}, {stage}")
    return [
        _line(
            "referral", row,
            _said(
                words.format(day=short_day(row.day, today), stage=row.stage.value),
                around([row.notes, row.diagnosis, row.reason_text], typed.words),
            ),
        )
        for row in _rows(connection, REFERRALS, ids, r.stage, r.notes, r.diagnosis, r.reason_text)
    ]  # fmt: skip


def commitment_lines(connection: Connection, ids: Sequence[int], typed: Typed, today: date) -> list[FoundLine]:
    """Commitments in words."""
    due = translate("search", "Promised for {day}")
    done = translate("search", "Promised for {day}, {status}")
    return [
        _line(
            "commitment", row,
            _said(
                (due if row.status == CommitmentStatus.OPEN else done).format(
                    day=short_day(row.day, today), status=row.status.value
                ),
                around([row.text, row.why], typed.words),
            ),
        )
        for row in _rows(connection, COMMITMENTS, ids, p.status, p.text, p.why)
    ]  # fmt: skip


def _said(head: str, note: str) -> str:
    return translate("search", "{what}: {note}").format(what=head, note=note) if note else head


visits = partial(notes, VISITS)
referrals = partial(notes, REFERRALS)
commitments = partial(notes, COMMITMENTS)
