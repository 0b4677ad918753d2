"""Active sources and visits a week over the months to come, at a pace (product.md, section 3, "Waterfall").

A model of expected values: every month so many prospects are found, a share of those whose visits are done becomes
active, and a share of the active sources is lost. It draws no lots, so that the same pace gives the same line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from hhcrm.domain.settings import DEFAULTS, Rules

MONTHS_AHEAD = 12
DAYS_A_MONTH = 365.25 / 12
_WEEK = 7
_MONTHS_A_YEAR = 12

FEWEST_MONTHS = 3
"""Months of history below which a pace a month is too short to tell: a quarter."""

FOUND_MONTHS = 6
"""The last whole months whose cohorts give the prospects found a month."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How a pipeline moves.

    `found` prospects a month; of those decided about the `share` (0 to 1) becomes active, `months` after they were
    found; `loss` is the share of active sources lost a month; `cadence` the mean number of days between visits to an
    active source (the harmonic mean: what visits a week follow from), `interval` the days between visits to a prospect.
    """

    found: float
    share: float
    months: float
    loss: float
    cadence: float
    interval: float = DEFAULTS.prospect_interval_days


@dataclass(frozen=True, slots=True)
class Stand:
    """How things stand today: active sources, and for each prospect the months until it is decided about."""

    active: int
    waiting: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """What is expected after so many months; 0 is today."""

    ahead: int
    active: float
    prospects: float
    visits_a_week: float


def forecast(stand: Stand, pace: Pace, months: int = MONTHS_AHEAD) -> tuple[Month, ...]:
    """Today and each of the months to come. Nothing in it is below zero; a faster pace never gives fewer sources."""
    leaving = [0.0] * (months + 1)
    for each in stand.waiting:
        _spread(leaving, 1.0, max(each, 1.0))
    for found_in in range(1, months + 1):
        _spread(leaving, pace.found, found_in + max(pace.months, 1.0))
    active, prospects = float(stand.active), float(len(stand.waiting))
    found = [_month(0, active, prospects, pace)]
    for ahead in range(1, months + 1):
        active = active * (1 - pace.loss) + leaving[ahead] * pace.share
        prospects = max(prospects + pace.found - leaving[ahead], 0.0)
        found.append(_month(ahead, active, prospects, pace))
    return tuple(found)


def _spread(leaving: list[float], amount: float, month: float) -> None:
    """Put what is decided about between two months on both, by how near each is."""
    early = int(month)
    late = month - early
    for place, part in ((early, 1 - late), (early + 1, late)):
        if place < len(leaving):
            leaving[place] += amount * part


def _month(ahead: int, active: float, prospects: float, pace: Pace) -> Month:
    return Month(ahead, active, prospects, _WEEK * (active / pace.cadence + prospects / pace.interval))


# --- the present pace -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Past:
    """What was counted of a liaison's pipeline, or the agency's.

    `liaisons` have it between them. `months` is how many whole months of history there are; `found` the prospects of
    the cohorts of the last `FOUND_MONTHS` whole months (fewer where there is less history). Of the last 12 months:
    prospects that `became` active (each in `months_to_active` and after `visits_to_active`, on average) and those
    `dropped`, active sources `lost`, and those `gained` in any way. `cadence` is the mean of the active sources' days
    between visits. Of the last 90 days: visits to today's prospects, and the days they were prospects.
    """

    liaisons: int
    months: int
    found: int
    became: int
    dropped: int
    lost: int
    gained: int
    active: int
    cadence: float | None
    months_to_active: float | None
    visits_to_active: float | None
    visits_of_prospects: int = 0
    prospect_days: int = 0

    @property
    def visits_a_month(self) -> float | None:
        """Completed visits to a prospect a month, of the last 90 days; None where nobody was one."""
        return self.visits_of_prospects / self.prospect_days * DAYS_A_MONTH if self.prospect_days else None


@dataclass(frozen=True, slots=True)
class Guessed:
    """Which numbers of a pace are guesses, for want of cases."""

    found: bool
    share: bool
    months: bool
    loss: bool
    cadence: bool


def present_pace(past: Past, rules: Rules = DEFAULTS) -> tuple[Pace, Guessed]:
    """The pace as it was counted, and which parts of it are guesses because there are too few cases to tell."""
    few = rules.fewest_cases
    decided = past.became + past.dropped
    guessed = Guessed(
        found=past.months < FEWEST_MONTHS,
        share=decided < few,
        months=past.became < few or past.months_to_active is None,
        loss=past.months < FEWEST_MONTHS or past.active + past.lost < few,
        cadence=past.cadence is None,
    )
    found = past.found / min(max(past.months, 1), FOUND_MONTHS)
    needed = rules.visits_to_active * rules.prospect_interval_days / DAYS_A_MONTH
    pace = Pace(
        found=float(rules.cohort_size * past.liaisons) if guessed.found else found,
        share=rules.share_becomes_active if guessed.share else past.became / max(decided, 1),
        months=needed if guessed.months or past.months_to_active is None else past.months_to_active,
        loss=rules.loss_a_month if guessed.loss else _loss(past),
        cadence=past.cadence or mean_offered(rules),
        interval=rules.prospect_interval_days,
    )
    return pace, guessed


def _loss(past: Past) -> float:
    """The share of active sources lost a month: those lost against the mean of those there were."""
    months = min(max(past.months, 1), _MONTHS_A_YEAR)
    before = max(past.active + past.lost - past.gained, 0)
    mean = max((before + past.active) / 2, past.lost, 1)
    return past.lost / mean / months


def mean_offered(rules: Rules = DEFAULTS) -> float:
    """The mean days between visits to sources with the cadences offered, each to its share of them."""
    first, second, rest = rules.offered_cadences
    top, following = rules.top_percent / 100, rules.next_percent / 100
    return 1 / (top / first + following / second + (1 - top - following) / rest)


def months_left(visits: int, needed: int, pace: Pace) -> float:
    """The months until a prospect that has had so many of the visits needed is decided about; one at least."""
    share_left = max(needed - visits, 0) / max(needed, 1)
    return max(share_left * pace.months, 1.0)


def with_cadence(pace: Pace, days: float) -> Pace:
    """The same pace with another mean number of days between visits to active sources."""
    return replace(pace, cadence=days)


def whole(number: float) -> int:
    """A number of sources or visits as it is said."""
    return ceil(number - 0.5)
