"""What was typed as conditions on sources, built once per number of words, so that each key press only runs SQL.

It finds what `hhcrm.storage.search.matching_sources` finds, which builds its statement anew for each text; a test holds
the two together.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, column, literal_column, select, union_all
from sqlalchemy import table as named_table

from hhcrm.domain.text import fold, name_key
from hhcrm.queries.ground import AFFILIATION, COMMITMENT, CONTACT, REFERRAL, SOURCE, VISIT, c, s
from hhcrm.storage.search import SEARCHED, SHORTEST, SOURCE_SHIFT

_LAST = "\U0010ffff"
_INDEX = {searched.table: searched.index for searched in SEARCHED}
_NOTES = (VISIT, REFERRAL, COMMITMENT)
_at = AFFILIATION.c


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
    return tuple(s.id.in_(union_all(*_finds(place, long, sqlite))) for place, long in enumerate(shape))


def _finds(place: int, long: bool, sqlite: bool) -> list[Select[Any]]:
    if not long:
        return _beginnings(place)
    return _by_index(bindparam(f"word_{place}")) if sqlite else _by_pattern(bindparam(f"word_{place}"))


def _beginnings(place: int) -> list[Select[Any]]:
    first: Any = bindparam(f"from_{place}")
    last: Any = bindparam(f"to_{place}")

    def begins(name: ColumnElement[str]) -> ColumnElement[bool]:
        return and_(name >= first, name < last)

    own = SOURCE.alias("own")
    people = select(_at.source_id).join_from(CONTACT, AFFILIATION, _at.contact_id == c.id)
    return [
        select(own.c.id).where(begins(own.c.name_key)),
        people.where(begins(c.name_key)),
        people.where(begins(c.first_key)),
    ]


def _by_index(phrase: Any) -> list[Select[Any]]:
    """Ids from the trigram indexes; those of notes carry their source in the upper bits."""

    def found(of: Table, shift: int = 0) -> Select[Any]:
        index = _INDEX[of.name]
        rowid: ColumnElement[Any] = named_table(index, column("rowid")).c.rowid
        where = literal_column(index).op("MATCH")(phrase)
        return select((rowid.op(">>")(shift) if shift else rowid).label("found_id")).where(where)

    people = select(_at.source_id).where(_at.contact_id.in_(found(CONTACT)))
    return [found(SOURCE), people, *(found(note, SOURCE_SHIFT) for note in _NOTES)]


def _by_pattern(pattern: Any) -> list[Select[Any]]:
    own = SOURCE.alias("own")
    people = select(_at.source_id).join_from(CONTACT, AFFILIATION, _at.contact_id == c.id)
    return [
        select(own.c.id).where(own.c.find_text.like(pattern)),
        people.where(c.find_text.like(pattern)),
        *(select(note.c.source_id).where(note.c.find_text.like(pattern)) for note in _NOTES),
    ]
