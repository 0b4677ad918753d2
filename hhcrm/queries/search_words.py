"""What was typed into the search box, and the conditions that are made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    and_,
    case,
    column,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy import table as named_table

from hhcrm.domain.text import fold, name_key
from hhcrm.queries.search_models import Fit
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.search import SEARCHED, SHORTEST

AROUND = 60
"""Letters of a note shown before and after what was found."""

_INDEX = {searched.table: searched.index for searched in SEARCHED}


@dataclass(frozen=True)
class Typed:
    """A typed text: its words as texts have them (`words`) and the whole as names have it (`key`)."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words, each once."""
        return tuple(dict.fromkeys(fold(self._plain).split()))

    @cached_property
    def long(self) -> tuple[str, ...]:
        """Words that the trigram index can find."""
        return tuple(word for word in self.words if len(word) >= SHORTEST)

    @cached_property
    def short(self) -> tuple[str, ...]:
        """Words too short for the index."""
        return tuple(word for word in self.words if len(word) < SHORTEST)

    @cached_property
    def key(self) -> str:
        """The whole as a name."""
        return name_key(self._plain) or " ".join(self.words)

    @property
    def _plain(self) -> str:
        return self.text.replace("\0", " ")  # a sign that PostgreSQL takes in no text

    @property
    def turned(self) -> tuple[str, ...]:
        """The name with each of its words first: people are kept by their last name."""
        parts = self.key.split()
        return tuple(" ".join(parts[place:] + parts[:place]) for place in range(len(parts)))


def name_has(name: ColumnElement[str], key: str) -> ColumnElement[bool]:
    """Every word of the key stands somewhere in the name."""
    return and_(True, *(name.contains(word, autoescape=True) for word in key.split()))


def words_begin(name: ColumnElement[str], key: str) -> ColumnElement[bool]:
    """Every word of the key begins a word of the name."""
    spaced = literal(" ") + name
    return and_(True, *(spaced.contains(f" {word}", autoescape=True) for word in key.split()))


def fit_of(
    typed: Typed, name: ColumnElement[str], exact: ColumnElement[bool], begins: ColumnElement[bool]
) -> ColumnElement[int]:
    """SQL for how well a name fits; `name` is one in which its words can be looked for."""
    return case(
        (exact, Fit.EXACT.value),
        (begins, Fit.BEGINS.value),
        (words_begin(name, typed.key), Fit.WORDS_BEGIN.value),
        (name_has(name, typed.key), Fit.CONTAINS.value),
        else_=Fit.IN_TEXT.value,
    )


def rowid(of: Table) -> ColumnElement[int]:
    """The key of a table's index on SQLite."""
    found: ColumnElement[int] = named_table(_INDEX[of.name], column("rowid", Integer)).c.rowid
    return found


def matching(of: Table, words: Sequence[str], join: str = " AND ") -> ColumnElement[bool]:
    """The match of words on a table's index on SQLite."""
    phrase = join.join('"' + word.replace('"', '""') + '"' for word in words)
    return literal_column(_INDEX[of.name]).op("MATCH")(literal(phrase))


def keyed_by_text(connection: Connection, of: Table, words: Sequence[str]) -> Select[Any]:
    """Keys of the rows of sources or people whose text has all the words of three letters and more."""
    if is_sqlite(connection):
        return select(rowid(of).label("found_id")).where(matching(of, words))
    return select(of.c.id.label("found_id")).where(all_in(of.c.find_text, words))


def all_in(text: ColumnElement[str], words: Sequence[str]) -> ColumnElement[bool]:
    """The text has all the words."""
    return and_(True, *(text.contains(word, autoescape=True) for word in words))


def any_in(text: ColumnElement[str], words: Sequence[str]) -> ColumnElement[bool]:
    """The text has one of the words."""
    return or_(*(text.contains(word, autoescape=True) for word in words))


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
