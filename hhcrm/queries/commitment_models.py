"""Commitments as lists and cards show them: frozen, without the database library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hhcrm.domain.words import CommitmentStatus

Show = Literal["open", "overdue", "kept", "broken", "withdrawn", "all"]


@dataclass(frozen=True, slots=True)
class CommitmentFilter:
    """Which commitments: of a source, a visit, a referral, a person, an owner; `show` says in which state."""

    source_id: int | None = None
    visit_id: int | None = None
    referral_id: int | None = None
    contact_id: int | None = None
    owner_id: int | None = None
    show: Show = "all"


@dataclass(frozen=True, slots=True)
class CommitmentItem:
    """Something promised to a source: to whom there, by whom, by when, and what became of it."""

    commitment_id: int
    version: int
    source_id: int
    source: str
    contact_id: int | None
    contact: str
    visit_id: int | None
    visit_on: date | None
    referral_id: int | None
    referral_on: date | None
    owner_id: int | None
    owner: str
    text: str
    made_on: date
    due_on: date
    status: CommitmentStatus
    closed_on: date | None
    why: str
    archived: bool

    def is_overdue(self, today: date) -> bool:
        """Whether it is still open after its day."""
        return self.status is CommitmentStatus.OPEN and self.due_on < today


@dataclass(frozen=True, slots=True)
class CommitmentBalance:
    """How many commitments stand how, in whatever state they are asked for; those overdue are among the open ones."""

    open: int = 0
    overdue: int = 0
    kept: int = 0
    broken: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """Some commitments; `total` counts all that the filter leaves, `balance` those of any state."""

    offset: int
    total: int
    lines: tuple[CommitmentItem, ...]
    balance: CommitmentBalance = CommitmentBalance()
