"""Finding rows by their text: trigram indexes on both kinds of database.

On SQLite each searched table has a contentless FTS5 index with the trigram tokenizer over its folded `find_text`, kept
by triggers. The rowid of a note's index carries its source in the upper bits, so that the sources whose notes match are
known from the index alone. On PostgreSQL the same column has a GIN index with pg_trgm, where there is the extension.

Texts of three letters and more are found anywhere in any text; shorter ones only at the beginnings of names.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Select,
    TableClause,
    column,
    literal,
    literal_column,
    select,
    table,
    union,
)
from sqlalchemy.sql.elements import ColumnElement

from hhcrm.domain.text import fold, name_key
from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Affiliation, Contact
from hhcrm.models.referrals import Referral
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit

SHORTEST = 3
"""Letters from which on the trigram index can find a text."""

SOURCE_SHIFT = 32
"""Bits by which a note's rowid carries its source."""


@dataclass(frozen=True, slots=True)
class Searched:
    """A searched table: its index, and the column of its source where notes hang on one."""

    table: str
    index: str
    source_column: str | None = None

    def rowid(self, alias: str) -> str:
        """SQL for the index's rowid of a row known by `alias`."""
        if self.source_column is None:
            return f"{alias}.id"
        return f"(({alias}.{self.source_column} << {SOURCE_SHIFT}) | {alias}.id)"


SEARCHED = (
    Searched("referral_source", "find_source"),
    Searched("contact", "find_contact"),
    Searched("visit", "find_visit", "source_id"),
    Searched("referral", "find_referral", "source_id"),
    Searched("commitment", "find_commitment", "source_id"),
)

_NOTES = ((Visit, "find_visit"), (Referral, "find_referral"), (Commitment, "find_commitment"))


def matching_sources(connection: Connection, typed: str) -> Select[int] | CompoundSelect[int] | None:
    """A select of the ids of sources that a typed text finds, by own texts, people and notes; None for blank text.

    Several words must all be found, each in any of the texts of the same source.
    """
    found: Select[int] | CompoundSelect[int] | None = None
    for word in fold(typed).split():
        part = _one_word(connection, word).subquery()
        ids = part.c[0]
        found = select(ids) if found is None else select(ids).where(ids.in_(found))
    return found


def _one_word(connection: Connection, word: str) -> Select[int] | CompoundSelect[int]:
    if len(word) < SHORTEST:
        return _names_beginning(word)
    if connection.dialect.name == "postgresql":
        return _like_everywhere(word)
    return _match_everywhere(word)


def _names_beginning(word: str) -> CompoundSelect[int]:
    key = name_key(word) or word
    source, person, at = ReferralSource.__table__.c, Contact.__table__.c, Affiliation.__table__.c
    return union(
        select(source.id).where(begins(source.name_key, key)),
        select(at.source_id)
        .join_from(Contact.__table__, Affiliation.__table__, at.contact_id == person.id)
        .where(begins(person.name_key, key) | begins(person.first_key, key)),
    )


def begins(name: ColumnElement[str], start: str) -> ColumnElement[bool]:
    """Name begins with `start`, as a range that an index on the name serves on every database."""
    return (name >= start) & (name < start + "\U0010ffff")


def _match_everywhere(word: str) -> CompoundSelect[int]:
    phrase = '"' + word.replace('"', '""') + '"'
    at = Affiliation.__table__.c
    people = _index("find_contact")
    notes = [
        select((_index(index).c.rowid.op(">>")(SOURCE_SHIFT)).label("id")).where(_matches(index, phrase))
        for _, index in _NOTES
    ]
    return union(
        select(_index("find_source").c.rowid.label("id")).where(_matches("find_source", phrase)),
        select(at.source_id).where(at.contact_id.in_(select(people.c.rowid).where(_matches("find_contact", phrase)))),
        *notes,
    )


def _index(name: str) -> TableClause:
    return table(name, column("rowid"))


def _matches(index: str, phrase: str) -> ColumnElement[bool]:
    return literal_column(index).op("MATCH")(literal(phrase))


def _like_everywhere(word: str) -> CompoundSelect[int]:
    pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    source, person, at = ReferralSource.__table__.c, Contact.__table__.c, Affiliation.__table__.c
    return union(
        select(source.id).where(source.find_text.like(pattern)),
        select(at.source_id)
        .join_from(Contact.__table__, Affiliation.__table__, at.contact_id == person.id)
        .where(person.find_text.like(pattern)),
        *(select(m.__table__.c.source_id).where(m.__table__.c.find_text.like(pattern)) for m, _ in _NOTES),
    )
