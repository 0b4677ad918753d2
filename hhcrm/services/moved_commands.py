"""What people order about visits that cannot stay where they are planned. No SQLAlchemy here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from hhcrm.domain.words import Advance


class Fate(StrEnum):
    """What becomes of a planned visit: a missed one may be planned again, as a new visit."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    DONE = "done"
    MISSED = "missed"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class VisitFate:
    """What becomes of a planned visit that was read at `version`.

    `to_on` and `to_at` are where it goes (moved, again); unless it was chosen `by_hand`, the place must still be free.
    `advance` is what a visit that took place changed, `why` the reason of a missed or cancelled one.
    """

    visit_id: int
    version: int
    fate: Fate
    to_on: date | None = None
    to_at: time | None = None
    why: str = ""
    advance: Advance | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class SettleVisits:
    """Say what became of these visits, all in one step."""

    fates: tuple[VisitFate, ...]


@dataclass(frozen=True, slots=True)
class PlanAgain:
    """Plan a new visit in the place of a missed one that was read at `version`; the place must still be free."""

    visit_id: int
    version: int
    to_on: date
    to_at: time | None
    by_hand: bool = False
