"""The forecast's answers as frozen lines. No SQLAlchemy here: the window imports these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hhcrm.domain.forecast import Guessed, Pace, Past, Stand


@dataclass(frozen=True, slots=True)
class ForecastGround:
    """What a forecast starts from: how things stand, the present pace, what it was counted from, and what fits.

    `fits` is visits a week over the next weeks, the same as capacity's. `whose` is None for everybody.
    """

    whose: int | None
    name: str
    today: date
    stand: Stand
    pace: Pace
    guessed: Guessed
    past: Past
    fits: int
    fewest: int
