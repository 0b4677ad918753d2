"""The frozen answers of the waterfall: the board, what is offered at its end, what could fill a cohort."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CardState(StrEnum):
    """Where a prospect stands, the most pressing first: one word on its card."""

    DECIDE = "decide"
    RETHINK = "rethink"
    OVERDUE = "overdue"
    DUE = "due"
    LATER = "later"
    ACTIVE = "active"


@dataclass(frozen=True, slots=True)
class WaterfallFilter:
    """Whose cohorts (None: everybody's), and which of their sources."""

    liaison_id: int | None = None
    type_id: int | None = None
    territory_id: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A source in a cohort.

    `column` is the visit it stands at, `needed` the visit at which it is decided. `sent` are referrals since it became
    prospective; `stalled` says in words why it stalls; `field_figure` what the field reports for its type ("about 26").
    `is_late` tells one overdue by more than a week. `version` is the source's, `member_version` that of its place
    in the cohort.
    """

    member_id: int
    member_version: int
    cohort_id: int
    liaison_id: int
    source_id: int
    version: int
    name: str
    type: str
    field_figure: str
    state: CardState
    column: int
    visits: int
    needed: int
    due_on: date | None
    planned_on: date | None
    days_overdue: int
    is_late: bool
    sent: int
    stalled: str
    next_step: str

    @property
    def is_open(self) -> bool:
        """Whether it is still a prospect."""
        return self.state is not CardState.ACTIVE


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of those who were in a cohort: still prospects, by visit; active; left."""

    at: tuple[int, ...]
    active: int
    left: int
    free: int

    @property
    def open(self) -> int:
        """Those who are still prospects."""
        return sum(self.at)

    @property
    def started(self) -> int:
        """All who were ever in it."""
        return self.open + self.active + self.left


@dataclass(frozen=True, slots=True)
class CohortRow:
    """A cohort with its cards; `cohort_id` is None where nobody has begun the month yet."""

    cohort_id: int | None
    version: int
    liaison_id: int
    liaison: str
    month: date
    size: int
    standing: Standing
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Threshold:
    """At which visit sources of a type are decided, and what the field reports."""

    type: str
    needed: int
    field_figure: str
    words: str


@dataclass(frozen=True, slots=True)
class WaterfallBoard:
    """Cohorts as rows, the oldest first; visits 0 to `last` as columns. `any_sources` is False in an empty agency."""

    today: date
    last: int
    rows: tuple[CohortRow, ...]
    thresholds: tuple[Threshold, ...] = ()
    any_sources: bool = True

    @property
    def any(self) -> bool:
        """Whether somebody is or was in a cohort."""
        return any(row.standing.started for row in self.rows)


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered when a prospect is to be decided: a cadence with why, or to see on until a later visit.

    `place` of `of` is its rank by potential among its liaison's active sources and itself; `band` says in words which
    part of them that is.
    """

    source_id: int
    version: int
    source: str
    type: str
    liaison: str
    visits: int
    needed: int
    advances: int
    sent: int
    cadence: int
    cadences: tuple[int, ...]
    place: int
    of: int
    band: str
    see_on_until: int
    field_words: str
    is_prospect: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source that could take a place in a cohort: what it is expected to send a month, and why in words."""

    source_id: int
    name: str
    expected: float
    reason: str
    owned: bool


@dataclass(frozen=True, slots=True)
class Filling:
    """A liaison's cohort of a month with its free places, and who could take them, best first.

    `total` is how many candidates there are in all.
    """

    liaison_id: int
    liaison: str
    month: date
    size: int
    free: int
    total: int
    candidates: tuple[Candidate, ...] = ()
