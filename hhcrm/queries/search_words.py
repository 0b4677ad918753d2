"""What was typed into the search box, and the conditions that are made of it.

Statements are built once for each shape of a typed text (how many words, how many of them long), so that each key press
only runs SQL: building them costs more than a rare word does. Words are known by their place, long ones first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    and_,
    bindparam,
    case,
    column,
    literal,
    literal_column,
    select,
)
from sqlalchemy import table as named_table

from hhcrm.domain.text import fold, name_key
from hhcrm.queries.search_models import Fit
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.search import SEARCHED, SHORTEST

AROUND = 60
"""Letters of a note shown before and after what was found."""

MOST_BY_INDEX = 4
"""Words, the longest, that are looked for in note and source by the index; further ones in what that finds."""

_INDEX = {searched.table: searched.index for searched in SEARCHED}
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Shape:
    """What the statements for a typed text depend on."""

    long: int
    short: int
    key: int
    sqlite: bool


@dataclass(frozen=True)
class Typed:
    """A typed text: its words as texts have them (`words`) and the whole as names have it (`key`)."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words, each once; the longest first, as they tell most."""
        return tuple(sorted(dict.fromkeys(fold(self._plain).split()), key=len, reverse=True))

    @cached_property
    def long(self) -> tuple[str, ...]:
        """Words that the trigram index can find."""
        return tuple(word for word in self.words if len(word) >= SHORTEST)

    @cached_property
    def key(self) -> str:
        """The whole as a name."""
        return name_key(self._plain) or " ".join(self.words)

    def shape(self, connection: Connection) -> Shape:
        """What its statements depend on."""
        return Shape(len(self.long), len(self.words) - len(self.long), len(self.key.split()), is_sqlite(connection))

    def values(self, limit: int) -> dict[str, Any]:
        """What its statements are run with; each takes those that it knows."""
        parts = self.key.split()
        found: dict[str, Any] = {
            "limit": limit, "key": self.key, "key_end": self.key + _LAST, "last": f"{self.key} ",
            "last_end": f"{self.key} {_LAST}", "turned": [" ".join(parts[n:] + parts[:n]) for n in range(len(parts))],
            "match_all": _phrase(self.long, " AND "), "match_any": _phrase(self.long, " OR "),
        }  # fmt: skip
        found |= {f"like_{place}": f"%{_plain_like(word)}%" for place, word in enumerate(self.words)}
        found |= {f"has_{place}": f"%{_plain_like(word)}%" for place, word in enumerate(parts)}
        found |= {f"start_{place}": f"% {_plain_like(word)}%" for place, word in enumerate(parts)}
        for places in parts_of(len(self.long)):
            found[_match_name(places)] = _phrase([self.long[place] for place in places], " AND ")
        return found

    @property
    def _plain(self) -> str:
        return self.text.replace("\0", " ")  # a sign that PostgreSQL takes in no text


def parts_of(long: int) -> list[tuple[int, ...]]:
    """Every choice of at least one of the long words that are looked for by the index."""
    places = range(min(long, MOST_BY_INDEX))
    return [own for count in range(len(places), 0, -1) for own in combinations(places, count)]


def _phrase(words: Sequence[str], join: str) -> str:
    return join.join('"' + word.replace('"', '""') + '"' for word in words)


def _match_name(places: Sequence[int]) -> str:
    return "match_" + "_".join(map(str, places))


def _plain_like(word: str) -> str:
    return word.replace("/", "//").replace("%", "/%").replace("_", "/_")


def has(text: ColumnElement[str], places: Sequence[int]) -> ColumnElement[bool]:
    """The text has the words at these places."""
    return and_(True, *(text.like(bindparam(f"like_{place}"), escape="/") for place in places))


def name_has(name: ColumnElement[str], shape: Shape) -> ColumnElement[bool]:
    """Every word of the key stands somewhere in the name."""
    return and_(True, *(name.like(bindparam(f"has_{place}"), escape="/") for place in range(shape.key)))


def words_begin(name: ColumnElement[str], shape: Shape) -> ColumnElement[bool]:
    """Every word of the key begins a word of the name."""
    spaced = literal(" ") + name
    return and_(True, *(spaced.like(bindparam(f"start_{place}"), escape="/") for place in range(shape.key)))


def begins_so(name: ColumnElement[str], which: str = "key") -> ColumnElement[bool]:
    """The name begins with the key, as a range that an index on the name serves on every database."""
    return and_(name >= bindparam(which), name < bindparam(f"{which}_end"))


def fit_of(
    shape: Shape, name: ColumnElement[str], exact: ColumnElement[bool], begins: ColumnElement[bool]
) -> ColumnElement[int]:
    """SQL for how well a name fits; `name` is one in which its words can be looked for."""
    return case(
        (exact, Fit.EXACT.value),
        (begins, Fit.BEGINS.value),
        (words_begin(name, shape), Fit.WORDS_BEGIN.value),
        (name_has(name, shape), Fit.CONTAINS.value),
        else_=Fit.IN_TEXT.value,
    )


def rowid(of: Table) -> ColumnElement[int]:
    """The key of a table's index on SQLite."""
    found: ColumnElement[int] = named_table(_INDEX[of.name], column("rowid", Integer)).c.rowid
    return found


def matching(of: Table, places: Sequence[int] = (), which: str = "") -> ColumnElement[bool]:
    """The match of the words at these places (or `match_all`, `match_any`) on a table's index on SQLite."""
    return literal_column(_INDEX[of.name]).op("MATCH")(bindparam(which or _match_name(places)))


def keyed_by_text(shape: Shape, of: Table, places: Sequence[int]) -> Select[Any]:
    """Keys of the rows of sources or people whose text has the long words at these places."""
    if shape.sqlite:
        every = len(places) == shape.long
        where = matching(of, which="match_all") if every else matching(of, places)
        return select(rowid(of).label("found_id")).where(where)
    return select(of.c.id.label("found_id")).where(has(of.c.find_text, places))


def around(texts: Sequence[str | None], words: Sequence[str]) -> str:
    """The part of a note in which the first word that stands in it stands, on one line."""
    lines = [" ".join(text.split()) for text in texts if text]
    for word in words:
        for line in lines:
            at = line.lower().find(word)
            if at >= 0 or word in fold(line):
                return _cut(line, max(at, 0))
    return _cut(lines[0], 0) if lines else ""


def _cut(line: str, at: int) -> str:
    start, end = max(at - AROUND, 0), at + 2 * AROUND
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")


def joined(*parts: str | None) -> str:
    """What there is of the parts, with commas."""
    return ", ".join(part for part in parts if part)
