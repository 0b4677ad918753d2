"""The list of sources to share: how many, and by what."""

from __future__ import annotations

from enum import StrEnum

MOST = 100


class TopBy(StrEnum):
    """What the list is ordered by."""

    EXPECTED = "expected"
    POTENTIAL = "potential"
