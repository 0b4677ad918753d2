"""When a visit and an event of a calendar agree, and which of the two has moved."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

USUAL_MINUTES = 30
"""How long a visit takes up in a calendar when nobody said."""


class Moved(StrEnum):
    """What became of a visit and its event since they last agreed."""

    NOBODY = "nobody"
    HERE = "here"
    THERE = "there"
    BOTH = "both"


def base_of(day: date, start: time | None, minutes: int | None) -> str:
    """When a visit is, as both sides compare it: `20261124T0900/30`, `20261124` for one without a time."""
    said = f"{day:%Y%m%d}"
    return said if start is None else f"{said}T{start:%H%M}/{minutes or USUAL_MINUTES}"


def who_moved(here: str, there: str, agreed: str | None) -> Moved:
    """Compare a visit and its event with what they last agreed on, each as `base_of` says it.

    When nothing is known of an earlier agreement, the calendar is taken at its word.
    """
    if here == there:
        return Moved.NOBODY
    if agreed is None or here == agreed:
        return Moved.THERE
    return Moved.HERE if there == agreed else Moved.BOTH
