"""What searching gives back: groups by kind, best first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Fit(IntEnum):
    """How well a name fits what was typed; the lower the better."""

    EXACT = 0
    BEGINS = 1
    WORDS_BEGIN = 2
    CONTAINS = 3
    IN_TEXT = 4


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One thing found. `kind` is source, person, visit, referral, commitment or file; an id of `kind`.

    `source_id` is the source it belongs to, None for somebody who is nowhere.
    """

    kind: str
    id: int
    source_id: int | None
    title: str
    detail: str
    archived: bool = False
    fit: Fit = Fit.IN_TEXT


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """The best of one kind, and how many there are in all."""

    kind: str
    lines: tuple[FoundLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Match:
    """A row that was found, before it is put into words."""

    id: int
    fit: Fit


@dataclass(frozen=True, slots=True)
class Matches:
    """The best rows of a kind in their order, and how many there are in all."""

    best: tuple[Match, ...]
    total: int


NOTHING = Matches((), 0)


def fit_of_name(name: str, key: str) -> Fit | None:
    """How well a name fits a typed text, both made alike by `name_key`; None where a word of it is missing."""
    words = key.split()
    if not words or not all(word in name for word in words):
        return None
    if name == key:
        return Fit.EXACT
    if name.startswith(key):
        return Fit.BEGINS
    begins = all(f" {word}" in f" {name}" for word in words)
    return Fit.WORDS_BEGIN if begins else Fit.CONTAINS
