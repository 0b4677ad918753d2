"""Searching what is written down at sources: visits, referrals, commitments; never patient identifiers.

A word may stand in the note or in the name and details of its source, at least one of them in the note: "zebra mercy"
is the note about zebras at Mercy Clinic. Referrals are found by their source's name alone, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Table,
    bindparam,
    case,
    func,
    or_,
    select,
    union,
)

from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CommitmentStatus
from hhcrm.queries.ground import COMMITMENT, REFERRAL, SOURCE, VISIT, r, s, v
from hhcrm.queries.say import short_day
from hhcrm.queries.search_models import NOTHING, Fit, FoundLine, Match, Matches
from hhcrm.queries.search_words import (
    MOST_BY_INDEX,
    Shape,
    Typed,
    around,
    has,
    keyed_by_text,
    matching,
    name_has,
    parts_of,
    rowid,
)
from hhcrm.storage.search import SOURCE_SHIFT

MOST_NOTES = 400
"""Notes, written last, that are looked at and ordered: a common word costs little more than a rare one."""

p = COMMITMENT.c


@dataclass(frozen=True, eq=False)
class Notes:
    """A kind of note: its table, and the day by which it is ordered."""

    of: Table
    day: ColumnElement[date]


VISITS, REFERRALS, COMMITMENTS = Notes(VISIT, v.visit_on), Notes(REFERRAL, r.referral_on), Notes(COMMITMENT, p.due_on)


def notes(kind: Notes, connection: Connection, typed: Typed, limit: int) -> Matches:
    """Notes, newest first, those archived or of archived sources last."""
    if not typed.long:
        return NOTHING
    rows = connection.execute(_notes(kind, typed.shape(connection)), typed.values(limit)).all()
    return Matches(tuple(Match(row.id, Fit.IN_TEXT) for row in rows), rows[0].total) if rows else NOTHING


@lru_cache(maxsize=128)
def _notes(kind: Notes, shape: Shape) -> Select[Any]:
    of, found = kind.of, _found(kind.of, shape).subquery()
    newest = (
        select(found.c.found_id, func.count().over().label("total"))
        .order_by(found.c.found_id.desc())
        .limit(MOST_NOTES)
        .subquery()
    )
    put_away = case((of.c.archived_at.is_(None) & s.archived_at.is_(None), 0), else_=1)
    return (
        select(of.c.id, newest.c.total)
        .select_from(newest.join(of, of.c.id == newest.c.found_id).join(SOURCE, of.c.source_id == s.id))
        .order_by(put_away, kind.day.desc(), of.c.id.desc())
        .limit(bindparam("limit"))
    )


def _found(of: Table, shape: Shape) -> CompoundSelect[Any]:
    """Ids of the notes, as `found_id`: at least one word stands in the note, the others there or in its source."""
    parts = [_part(of, own, shape) for own in parts_of(shape.long)]
    by_eye = range(min(shape.long, MOST_BY_INDEX), shape.long + shape.short)
    if by_eye:
        parts = [
            select(of.c.id.label("found_id"))
            .join_from(of, SOURCE, of.c.source_id == s.id)
            .where(of.c.id.in_(union(*parts)), *(or_(has(of.c.find_text, [n]), has(s.name_key, [n])) for n in by_eye))
        ]
    if of is REFERRAL:
        text = keyed_by_text(shape, SOURCE, range(shape.long))
        named = select(s.id).where(s.id.in_(text), name_has(s.name_key, shape))
        parts.append(select(r.id.label("found_id")).where(r.source_id.in_(named)))
    return union(*parts)


def _part(of: Table, own: Sequence[int], shape: Shape) -> Select[Any]:
    """Ids of the notes that have the words `own`, the other words being in their source."""
    theirs = [place for place in range(min(shape.long, MOST_BY_INDEX)) if place not in own]
    at_source = keyed_by_text(shape, SOURCE, theirs)
    if not shape.sqlite:
        found = select(of.c.id.label("found_id")).where(has(of.c.find_text, own))
        return found.where(of.c.source_id.in_(at_source)) if theirs else found
    # The upper bits of a note's key are its source: this is answered from the indexes alone.
    key = rowid(of)
    found = select(key.op("&")(2**SOURCE_SHIFT - 1).label("found_id")).where(matching(of, own))
    return found.where(key.op(">>")(SOURCE_SHIFT).in_(at_source)) if theirs else found


def _lines(kind: Notes, *columns: ColumnElement[Any]) -> Select[Any]:
    of = kind.of
    archived = of.c.archived_at, s.archived_at.label("gone")
    return (
        select(of.c.id, of.c.source_id, s.name, kind.day.label("day"), *archived, *columns)
        .join_from(of, SOURCE, of.c.source_id == s.id)
        .where(of.c.id.in_(bindparam("ids", expanding=True)))
    )


_VISIT_LINES = _lines(VISITS, v.notes, v.next_step, v.purpose)
_REFERRAL_LINES = _lines(REFERRALS, r.stage, r.notes, r.diagnosis, r.reason_text)
_COMMITMENT_LINES = _lines(COMMITMENTS, p.status, p.text, p.why)


def _line(kind: str, row: Any, said: str) -> FoundLine:
    put_away = row.archived_at is not None or row.gone is not None
    return FoundLine(kind, row.id, row.source_id, row.name, said, put_away)


def visit_lines(connection: Connection, ids: Sequence[int], typed: Typed, today: date) -> list[FoundLine]:
    """Visits in words."""
    return [
        _line(
            "visit", row, _said(short_day(row.day, today), around([row.notes, row.next_step, row.purpose], typed.words))
        )
        for row in connection.execute(_VISIT_LINES, {"ids": ids})
    ]  # fmt: skip


def referral_lines(connection: Connection, ids: Sequence[int], typed: Typed, today: date) -> list[FoundLine]:
    """Referrals in words."""
    words = translate("search", "{day}, {stage}")
    return [
        _line(
            "referral", row,
            _said(
                words.format(day=short_day(row.day, today), stage=shown(row.stage.value)),
                around([row.notes, row.diagnosis, row.reason_text], typed.words),
            ),
        )
        for row in connection.execute(_REFERRAL_LINES, {"ids": ids})
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
                    day=short_day(row.day, today), status=shown(row.status.value)
                ),
                around([row.text, row.why], typed.words),
            ),
        )
        for row in connection.execute(_COMMITMENT_LINES, {"ids": ids})
    ]  # fmt: skip


def _said(head: str, note: str) -> str:
    return translate("search", "{what}: {note}").format(what=head, note=note) if note else head


visits = partial(notes, VISITS)
referrals = partial(notes, REFERRALS)
commitments = partial(notes, COMMITMENTS)
