"""What people order about what a source could send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hhcrm.domain.words import PotentialBasis


def provider_field(kind: str) -> str:
    """What the number of one kind of providers is called where a form asks for it."""
    return f"providers_{kind.replace(' ', '_')}"


@dataclass(frozen=True, slots=True)
class SetPotential:
    """What a source, read at `version`, could send, and from what; numbers as they are typed.

    Told us: `per_month`. Counted: `providers` by kind. Public data: `beds` or `residents`. Unknown: nothing, and
    what the source knows of itself, or its type, is the guess.
    """

    source_id: int
    version: int
    basis: PotentialBasis
    per_month: object = None
    providers: Mapping[str, object] = field(default_factory=dict)
    beds: object = None
    residents: object = None
