"""Frozen lines about what the agency can take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from hhcrm.domain.capability import CapacityWord
from hhcrm.domain.words import CapacityState, PolicyKind


@dataclass(frozen=True, slots=True)
class DisciplineLine:
    """A discipline with the word in force on its capacity; `word_id` is None where nobody said anything.

    `lapsed` says that the day for which the word was meant has passed.
    """

    discipline_id: int
    name: str
    word_id: int | None = None
    word: CapacityWord | None = None
    lapsed: bool = False

    @property
    def state(self) -> CapacityState | None:
        """Open, limited or closed; None where nobody said."""
        return None if self.word is None else self.word.state


@dataclass(frozen=True, slots=True)
class LineText:
    """A service line and what the page of public information says of it."""

    service_line_id: int
    version: int
    name: str
    offered: str = ""
    limits: str = ""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review of a policy or of the public information."""

    review_id: int
    kind: PolicyKind
    reviewed_on: date
    next_on: date
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakePage:
    """Disciplines and lines in the agency's order; ZIP codes by the line they are served with (None: all)."""

    disciplines: tuple[DisciplineLine, ...] = ()
    lines: tuple[LineText, ...] = ()
    served: Mapping[int | None, tuple[str, ...]] = field(default_factory=dict)
    reviews: tuple[ReviewLine, ...] = ()

    def zips_of(self, service_line_id: int | None) -> tuple[str, ...]:
        """The ZIP codes of one list, in order."""
        return self.served.get(service_line_id, ())


@dataclass(frozen=True, slots=True)
class CapabilityChange:
    """One change to what the agency can take: when, by whom, and what, one sentence each."""

    at: datetime
    by: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CapabilityHistory:
    """The newest changes first; `more` says whether older ones follow."""

    changes: tuple[CapabilityChange, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class PublicLine:
    """A service line on the page of public information: texts, payers accepted, ZIP codes served with it."""

    name: str
    offered: str
    limits: str
    payers: tuple[str, ...]
    zips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicPage:
    """What 42 CFR 484.105(i)(2) wants to be public, as it is on a day; `reviewed_on` None: never reviewed."""

    agency: str
    as_of: date
    lines: tuple[PublicLine, ...]
    disciplines: tuple[str, ...] = ()
    reviewed_on: date | None = None
