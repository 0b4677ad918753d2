"""A made-up market of referral sources that answer to visits. All of it is assumption.

It rests on what product.md and domain.md say and, where they are silent, on guesses that are named here.

The market (`make_market`): 215 sources within 20 miles, of five types, each with a size that is drawn (providers or
beds) and the potential that the program guesses from it (`hhcrm.domain.worth`'s rates). What it truly has to send is
that times a log-normal error (sigma 0.4), and of that a source which trusts us sends us a part drawn from Beta(2, 4), a
third on average; it sends to others too.

Trust: each visit leaves 1, which fades by half in `HALF_LIFE` days. Of contacts c so left, trust is c^4 / (c^4 + k^4):
next to nothing after one or two, half at k. k follows from what the field reports (domain.md (f)): 5-8 contacts in 6.5
weeks at an office, about 26 in 26 weeks at a SNF or rehab, about 50 in a year at a hospital, faded alike, plus or minus
20 per cent from source to source. Those are contacts with one person; a visit reaches more than one, so k is divided by
1.5 people at an office or an assisted living community, 3 at a SNF or rehab, 4 at a hospital: without this scaling no
monthly visit would ever open a facility. A source sends on a weekday with the chance that its patients, part and trust
make; 70 per cent of referrals are admitted. At the start 24 sources are known from before (those the liaison likes
rather than others), with contacts left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.week_plan import Place, Travel
from hhcrm.domain.worth import BED_RATES, PROVIDER_RATES

Floats = NDArray[np.float64]

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
HALF_LIFE = 90.0
ADMITTED = 0.7
KNOWN_FROM_BEFORE = 24
STEEP = 4
OFFICE = Place(36.16, -86.78)
TRAVEL = Travel(DEFAULTS.road_factor, DEFAULTS.miles_per_hour, 20, DEFAULTS.park_minutes)


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of source: how many, its size, patients a month for each of it, contacts that open it and in how long."""

    name: str
    count: int
    size: tuple[int, int]
    rate: float
    contacts: tuple[float, float]
    within_days: int
    people_a_visit: float


_PRACTICE = PROVIDER_RATES["primary care"]
KINDS = (
    Kind("physician practice", 120, (1, 9), _PRACTICE, (5, 8), 45, 1.5),
    Kind("assisted living", 40, (30, 130), BED_RATES["assisted_living"], (5, 8), 45, 1.5),
    Kind("skilled nursing facility", 40, (60, 180), BED_RATES["snf"], (26, 26), 182, 3),
    Kind("inpatient rehabilitation", 5, (20, 60), BED_RATES["irf"], (26, 26), 182, 3),
    Kind("hospital", 10, (80, 500), BED_RATES["hospital"], (50, 50), 365, 4),
)


@dataclass(frozen=True, slots=True)
class Market:
    """What is there: `a_day` is what each source sends on a weekday at full trust, `chance` the dice of each day."""

    days: tuple[date, ...]
    potential: Floats
    a_day: Floats
    opens_at: Floats
    contacts: Floats
    liking: Floats
    sent_before: NDArray[np.int64]
    places: tuple[Place, ...]
    drives: Floats
    chance: Floats
    admitted: NDArray[np.bool_]
    fade: float

    def trust(self, contacts: Floats) -> Floats:
        """How much of what it could each sends us, 0 to 1."""
        raised: Floats = contacts**STEEP
        trusted: Floats = raised / (raised + self.opens_at**STEEP)
        return trusted


def make_market(seed: int, half_life: float = HALF_LIFE) -> Market:
    """A market by its seed; the first place of `drives` is the office, source n stands at n + 1."""
    dice = np.random.default_rng(seed)
    kinds = [kind for kind in KINDS for _ in range(kind.count)]
    size = np.array([dice.integers(*kind.size, endpoint=True) for kind in kinds])
    potential: Floats = size * np.array([kind.rate for kind in kinds])
    true: Floats = potential * dice.lognormal(0, 0.4, len(kinds)) * dice.beta(2, 4, len(kinds))
    fade = 0.5 ** (1 / half_life)
    opens = np.array([_opens_at(kind, dice, fade) for kind in kinds])
    liking = dice.random(len(kinds))
    known = dice.choice(len(kinds), KNOWN_FROM_BEFORE, replace=False, p=liking / liking.sum())
    contacts = np.zeros(len(kinds))
    contacts[known] = opens[known] * dice.uniform(0.5, 1.2, KNOWN_FROM_BEFORE)
    days = tuple(FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1))
    a_day = true * 12 / 260
    places = _places(dice, len(kinds))
    before = np.where(contacts > 0, contacts**STEEP / (contacts**STEEP + opens**STEEP), 0)
    return Market(
        days,
        potential,
        a_day,
        opens,
        contacts,
        liking,
        dice.poisson(true * 12 * before),
        places,
        _drives(places),
        dice.random((len(days), len(kinds))),
        dice.random((len(days), len(kinds))) < ADMITTED,
        fade,
    )


def _opens_at(kind: Kind, dice: np.random.Generator, fade: float) -> float:
    """The contacts left after the field's own contacts at an even pace, for the people that one visit reaches."""
    contacts = dice.uniform(*kind.contacts)
    pace = kind.within_days / contacts
    left = (1 - fade ** (pace * contacts)) / (1 - fade**pace)
    return float(left / kind.people_a_visit * dice.uniform(0.8, 1.2))


def _places(dice: np.random.Generator, count: int) -> tuple[Place, ...]:
    """The denser the nearer to the office."""
    miles, angle = 20 * dice.random(count), 2 * np.pi * dice.random(count)
    north, east = miles * np.sin(angle) / 69.0, miles * np.cos(angle) / 56.0
    return tuple(
        Place(OFFICE.latitude + up, OFFICE.longitude + right)
        for up, right in zip(north.tolist(), east.tolist(), strict=True)
    )


def _drives(places: tuple[Place, ...]) -> Floats:
    """Minutes between all places, the office first."""
    stops = (OFFICE, *places)
    table = np.zeros((len(stops), len(stops)))
    for one, place in enumerate(stops):
        for other in range(one):
            table[one, other] = table[other, one] = TRAVEL.minutes(place, stops[other])
    return table
