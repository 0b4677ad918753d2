"""What goes into an import and what comes out of it: blocks of rows already read, refusals, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from typing import Any, Protocol

from hhcrm.services.imports.events import CalendarFacts

FIRST_SHOWN = 10

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
    """One cell that keeps its row out: which, and what would be accepted.

    `candidates` are (id, words) of the records that an unclear row may mean.
    """

    row: int
    column: str
    value: str
    problem: str
    candidates: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """One of the first rows that make or change something: whom it is about, what else it says."""

    row: int
    new: bool
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class CardVerdict:
    """What becomes of one vCard: `new`, `changed`, `unchanged`, `unclear` (with candidates) or `refused`."""

    number: int
    state: str
    name: str
    detail: str
    candidates: tuple[tuple[int, str], ...] = ()


class Refused(Exception):  # not an error: the answer for one row
    """Keeps one row out; caught where the row's number is known."""

    def __init__(self, column: str, value: object, problem: str, candidates: tuple[tuple[int, str], ...] = ()) -> None:
        super().__init__(problem)
        self.candidates = candidates
        self.column = column
        self.value = value
        self.problem = problem

    def at(self, row: int, titles: Mapping[str, str]) -> Refusal:
        """The refusal of a row, its column named as in the file."""
        text = "" if self.value is None else str(self.value)
        text = text if len(text) <= SHOWN else text[: SHOWN - 1] + "\u2026"
        return Refusal(row, titles.get(self.column, self.column), text, self.problem, self.candidates)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is kept of the file with its run. `mapping` is TOML, `shape` what it is remembered by, if it is to be;
    `rows` is the file's length.
    """

    kind: str
    name: str
    sha256: str
    mapping: str
    shape: str
    rows: int
    remember: bool = True


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
    """Where and when an import happens. `answers` says by row number which record an unclear row means, `titles` what
    the file calls a field, `calendar` what is known of a calendar file.
    """

    today: date
    zone: tzinfo
    make_book: MakeBook
    answers: Mapping[int, int] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    calendar: CalendarFacts = field(default_factory=CalendarFacts)


@dataclass(slots=True)
class Tally:
    """What became of the rows so far."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused_rows: set[int] = field(default_factory=set)
    problems: list[Refusal] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    first: list[Seen] = field(default_factory=list)
    cards: list[CardVerdict] = field(default_factory=list)

    def refuse(self, refusal: Refusal) -> None:
        """Keep a row out."""
        self.refused_rows.add(refusal.row)
        self.problems.append(refusal)

    def see(self, row: int, new: bool, title: str, *details: object) -> None:
        """Show one of the first rows that make or change something."""
        if len(self.first) < FIRST_SHOWN:
            self.first.append(Seen(row, new, title, ", ".join(str(each) for each in details if each)))

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
    first: tuple[Seen, ...] = ()
    cards: tuple[CardVerdict, ...] = ()
