"""What goes into an import and what comes out of it: blocks of rows already read, refusals, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from typing import Any, Protocol

SHOWN = 200
"""Characters of a refused value that are said again."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of a file, a column at a time.

    `numbers` are the rows' numbers in the file, `columns` the values of each mapped field in the same order. A field
    that is not among the columns is left as it is; None or () in a column clears it. `refused` are rows that could not
    be read.
    """

    numbers: Sequence[int]
    columns: Mapping[str, Sequence[Any]]
    refused: Sequence[Refusal] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """One cell that keeps its row out: which, and what would be accepted."""

    row: int
    column: str
    value: str
    problem: str


class Refused(Exception):  # noqa: N818  # not an error: the answer for one row
    """Keeps one row out; caught where the row's number is known."""

    def __init__(self, column: str, value: object, problem: str) -> None:
        super().__init__(problem)
        self.column = column
        self.value = value
        self.problem = problem

    def at(self, row: int) -> Refusal:
        """The refusal of a row."""
        text = "" if self.value is None else str(self.value)
        return Refusal(row, self.column, text if len(text) <= SHOWN else text[: SHOWN - 1] + "\u2026", self.problem)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is kept of the file with its run. `mapping` is TOML, `shape` what it is remembered by; `rows` its length."""

    kind: str
    name: str
    sha256: str
    mapping: str
    shape: str
    rows: int


class Book(Protocol):
    """Choices with all their names, asked by text."""

    def find(self, text: str, *, nearly: bool = True) -> str | None:
        """The choice meant, or None."""


class MakeBook(Protocol):
    """Makes a book of choices: names and synonyms by value."""

    def __call__(self, names: Mapping[str, Iterable[str]], /) -> Book:
        """The book."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when an import happens. `answers` says by row number which record an unclear row means."""

    today: date
    zone: tzinfo
    make_book: MakeBook
    answers: Mapping[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """What became of the rows so far."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused_rows: set[int] = field(default_factory=set)
    problems: list[Refusal] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    def refuse(self, refusal: Refusal) -> None:
        """Keep a row out."""
        self.refused_rows.add(refusal.row)
        self.problems.append(refusal)

    def note(self, words: str) -> None:
        """Say something that keeps no row out; the same words are counted."""
        self.notes[words] += 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of all rows. `run` is the import run's id, None when nothing was written."""

    run: int | None
    created: int
    updated: int
    unchanged: int
    refused: int
    problems: tuple[Refusal, ...]
    notes: tuple[str, ...]
