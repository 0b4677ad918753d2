"""Frozen lines for Log visit and for picking a source. No SQLAlchemy: the window imports them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from hhcrm.domain.words import BusinessLine


@dataclass(frozen=True, slots=True)
class PickLine:
    """A source to pick while typing."""

    source_id: int
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """A person to tick in Log visit; `guessed` is the best guess."""

    contact_id: int
    name: str
    role: str
    guessed: bool


@dataclass(frozen=True, slots=True)
class LogGuess:
    """Log visit filled in with the best guess.

    `visit_id` is the planned visit that saving completes, read at `version`; None for one that was not planned.
    `next_on` is when the next visit is due once this one is done; `next_hint` says why in words ("visit 5 of 5").
    """

    source_id: int | None
    source: str
    visit_id: int | None
    kind_id: int | None
    visit_on: date
    start_time: time | None
    minutes: int | None
    people: tuple[PersonChoice, ...]
    purpose: str
    line: BusinessLine | None
    next_on: date | None
    next_hint: str
    stage_hint: str
    last_hint: str
    position: int
    planned: int
    version: int | None = None


@dataclass(frozen=True, slots=True)
class NextVisit:
    """When the next visit is due after one on a given day, and why."""

    next_on: date | None
    hint: str
