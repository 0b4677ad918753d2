"""What a row of an extendable table is, and how another list's word for it is recognised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from hhcrm.domain.text import name_key
from hhcrm.domain.waterfall import DEFAULT_VISITS_TO_ACTIVE, field_contacts
from hhcrm.domain.words import ReasonOwner


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an extendable table."""

    code: str
    name: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceTypeRow(Row):
    """A type of source. Rates are patients a month for each bed (or resident) and each referring provider."""

    short: str = ""
    visits_to_active: int = DEFAULT_VISITS_TO_ACTIVE
    rate_per_bed: float | None = None
    rate_per_provider: float | None = None

    @property
    def label(self) -> str:
        """What narrow columns call it."""
        return self.short or self.name

    @property
    def field_note(self) -> str:
        """What the field reports about contacts before a first referral; may be empty."""
        return field_contacts(self.code)


@dataclass(frozen=True, slots=True)
class VisitKindRow(Row):
    """A kind of visit, and whether it counts towards the visits to active and the cadence."""

    counts: bool = False


@dataclass(frozen=True, slots=True)
class ReasonRow(Row):
    """A reason for not admitting, and whose it is unless somebody says otherwise."""

    owner: ReasonOwner = ReasonOwner.OURS
    needs_text: bool = False
    needs_discipline: bool = False


AnyRow = TypeVar("AnyRow", bound=Row)


def row_named(rows: Iterable[AnyRow], text: str) -> AnyRow | None:
    """The row that a list means by this text: its code, name, short name or a synonym; None without one."""
    wanted = name_key(text)
    return next((row for row in rows if wanted and wanted in _names(row)), None)


def _names(row: Row) -> set[str]:
    short = row.short if isinstance(row, SourceTypeRow) else ""
    return {name_key(name) for name in (row.code, row.name, short, *row.synonyms)}
