"""What people order in the waterfall. No SQLAlchemy here: the window imports these early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FillCohort:
    """Take sources into a liaison's cohort of a month, from a day on.

    An inactive source is prospective again; one that is nobody's becomes the liaison's.
    """

    source_ids: tuple[int, ...]
    liaison_id: int
    month: date
    on_day: date


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take a source out of its cohort though it is still a prospect; `version` is that of its place there."""

    member_id: int
    version: int
    on_day: date
    why: str


@dataclass(frozen=True, slots=True)
class MoveMember:
    """Move a source to its liaison's cohort of another month; `version` is that of its place in the old one."""

    member_id: int
    version: int
    month: date


@dataclass(frozen=True, slots=True)
class MoveCohort:
    """Give a whole cohort, read at `version`, another month."""

    cohort_id: int
    version: int
    month: date


@dataclass(frozen=True, slots=True)
class SizeCohort:
    """How many prospects a liaison takes on in a month; a cohort that nobody has begun yet is begun."""

    liaison_id: int
    month: date
    size: int


@dataclass(frozen=True, slots=True)
class MakeActive:
    """A prospect, read at `version`, becomes active with a cadence in days: its place in the cohort is done."""

    source_id: int
    version: int
    cadence_days: int
    on_day: date


@dataclass(frozen=True, slots=True)
class SeeOn:
    """A prospect, read at `version`, stays one and is decided at a later visit."""

    source_id: int
    version: int
    until_visit: int


@dataclass(frozen=True, slots=True)
class StopProspect:
    """A prospect, read at `version`, is visited no more."""

    source_id: int
    version: int
    on_day: date
    why: str
