"""Finding rows by their text: trigram indexes on both kinds of database.

On SQLite each searched table has a contentless FTS5 index with the trigram tokenizer over its folded `find_text`, kept
by triggers. The rowid of a note's index carries its source in the upper bits, so that the sources whose notes match are
known from the index alone. On PostgreSQL the same column has a GIN index with pg_trgm, where there is the extension.

Texts of three letters and more are found anywhere in any text; shorter ones only at the beginnings of names.

Conditions are built once per number of words, so that each key press only runs SQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, column, literal_column, select, union_all
from sqlalchemy import table as named_table

from hhcrm.domain.text import fold, name_key
from hhcrm.models.all import metadata

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

_LAST = "\U0010ffff"
_INDEX = {searched.table: searched.index for searched in SEARCHED}
_SOURCE, _CONTACT, _AFFILIATION = (metadata.tables[name] for name in ("referral_source", "contact", "affiliation"))
_VISIT, _REFERRAL, _COMMITMENT = (metadata.tables[name] for name in ("visit", "referral", "commitment"))
_NOTES = (_VISIT, _REFERRAL, _COMMITMENT)
_at = _AFFILIATION.c


def begins(name: ColumnElement[str], start: str) -> ColumnElement[bool]:
    """Name begins with `start`, as a range that an index on the name serves on every database."""
    return and_(name >= start, name < start + _LAST)


def typed_shape(typed: str) -> tuple[bool, ...]:
    """Of each word whether it is long enough for the index."""
    return tuple(len(word) >= SHORTEST for word in fold(typed).split())


def typed_values(typed: str, sqlite: bool) -> dict[str, Any]:
    """The values to run the conditions with."""
    values: dict[str, Any] = {}
    for place, word in enumerate(fold(typed).split()):
        if len(word) < SHORTEST:
            key = name_key(word) or word
            values |= {f"from_{place}": key, f"to_{place}": key + _LAST}
        elif sqlite:
            values[f"word_{place}"] = '"' + word.replace('"', '""') + '"'
        else:
            escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
            values[f"word_{place}"] = f"%{escaped}%"
    return values


@lru_cache(maxsize=64)
def typed_conditions(shape: tuple[bool, ...], sqlite: bool) -> tuple[ColumnElement[bool], ...]:
    """One condition for each word: all must be found, each in any text of the same source."""
    return tuple(_SOURCE.c.id.in_(union_all(*_finds(place, long, sqlite))) for place, long in enumerate(shape))


def _finds(place: int, long: bool, sqlite: bool) -> list[Select[Any]]:
    if not long:
        return _beginnings(place)
    return _by_index(bindparam(f"word_{place}")) if sqlite else _by_pattern(bindparam(f"word_{place}"))


def _beginnings(place: int) -> list[Select[Any]]:
    first: Any = bindparam(f"from_{place}")
    last: Any = bindparam(f"to_{place}")

    def within(name: ColumnElement[str]) -> ColumnElement[bool]:
        return and_(name >= first, name < last)

    own = _SOURCE.alias("own")
    people = select(_at.source_id).join_from(_CONTACT, _AFFILIATION, _at.contact_id == _CONTACT.c.id)
    return [
        select(own.c.id).where(within(own.c.name_key)),
        people.where(within(_CONTACT.c.name_key)),
        people.where(within(_CONTACT.c.first_key)),
    ]


def _by_index(phrase: Any) -> list[Select[Any]]:
    """Ids from the trigram indexes; those of notes carry their source in the upper bits."""

    def found(of: Table, shift: int = 0) -> Select[Any]:
        index = _INDEX[of.name]
        rowid: ColumnElement[Any] = named_table(index, column("rowid")).c.rowid
        where = literal_column(index).op("MATCH")(phrase)
        return select((rowid.op(">>")(shift) if shift else rowid).label("found_id")).where(where)

    people = select(_at.source_id).where(_at.contact_id.in_(found(_CONTACT)))
    return [found(_SOURCE), people, *(found(note, SOURCE_SHIFT) for note in _NOTES)]


def _by_pattern(pattern: Any) -> list[Select[Any]]:
    own = _SOURCE.alias("own")
    people = select(_at.source_id).join_from(_CONTACT, _AFFILIATION, _at.contact_id == _CONTACT.c.id)
    return [
        select(own.c.id).where(own.c.find_text.like(pattern)),
        people.where(_CONTACT.c.find_text.like(pattern)),
        *(select(note.c.source_id).where(note.c.find_text.like(pattern)) for note in _NOTES),
    ]


def ids_containing(of: Table, text: Any, sqlite: bool) -> Select[Any]:
    """Ids of the rows of a table without sources of its own whose texts contain a value of `contained`."""
    if not sqlite:
        return select(of.c.id).where(of.c.find_text.like(text))
    index = _INDEX[of.name]
    rowid: ColumnElement[Any] = named_table(index, column("rowid")).c.rowid
    return select(rowid.label("found_id")).where(literal_column(index).op("MATCH")(text))


def contained(word: str, sqlite: bool) -> str:
    """A folded word of three letters and more as `ids_containing` takes it."""
    if sqlite:
        return '"' + word.replace('"', '""') + '"'
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
