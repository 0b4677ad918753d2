"""What a source could send, what a visit to it is worth, and where that puts it (product.md, section 5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil
from types import MappingProxyType

from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.words import PotentialBasis, Tier

_MONTHS = 12

# Starting rates, patients a month: guesses to change (product.md, section 5).
PROVIDER_RATES: Mapping[str, float] = MappingProxyType(
    {"primary care": 1.0, "geriatrician": 2.0, "orthopaedic": 2.5, "cardiac": 2.5, "hospitalist": 4.0}
)
BED_RATES: Mapping[str, float] = MappingProxyType({"hospital": 0.10, "snf": 0.06, "irf": 0.5, "assisted_living": 0.03})


def provider_rates(rules: Rules = DEFAULTS) -> Mapping[str, float]:
    """Patients a month that one provider could send, by kind, as the agency has them."""
    return {
        "primary care": rules.rate_primary_care,
        "geriatrician": rules.rate_geriatrician,
        "orthopaedic": rules.rate_orthopaedic,
        "cardiac": rules.rate_cardiac,
        "hospitalist": rules.rate_hospitalist,
    }


class Quadrant(StrEnum):
    """Potential against the share of it received."""

    GROW = "grow"
    KEEP = "keep"
    THANK = "thank"
    RETHINK = "rethink"


@dataclass(frozen=True, slots=True)
class Potential:
    """Patients a month that a source could send, and on what basis; None where there is not even a guess."""

    per_month: float | None
    basis: PotentialBasis

    @property
    def is_guess(self) -> bool:
        """Whether the figure is only the median of its type."""
        return self.basis is PotentialBasis.UNKNOWN


@dataclass(frozen=True, slots=True)
class VisitWorth:
    """What a visit on a day is worth, with the reasons in words."""

    value: float
    expected: float
    urgency: float
    reasons: tuple[str, ...]


def potential(
    told_us: float | None = None,
    providers: int | None = None,
    rate_per_provider: float | None = None,
    beds: float | None = None,
    rate_per_bed: float | None = None,
    type_median: float | None = None,
) -> Potential:
    """The potential on the best basis: told us, counted providers, public data, the median of its type."""
    if told_us is not None:
        return Potential(told_us, PotentialBasis.TOLD_US)
    if providers and rate_per_provider is not None:
        return Potential(providers * rate_per_provider, PotentialBasis.COUNTED)
    if beds and rate_per_bed is not None:
        return Potential(beds * rate_per_bed, PotentialBasis.PUBLIC_DATA)
    return Potential(type_median, PotentialBasis.UNKNOWN)


def counted_potential(providers: Mapping[str, int], rates: Mapping[str, float] = PROVIDER_RATES) -> Potential | None:
    """The potential of a practice by the kinds of its providers; None when none of them has a rate."""
    known = {kind: number for kind, number in providers.items() if kind in rates and number}
    if not known:
        return None
    return Potential(sum(number * rates[kind] for kind, number in known.items()), PotentialBasis.COUNTED)


def share_of_potential(referrals_12_months: int, per_month: float | None) -> float | None:
    """Referrals of the last 12 months against 12 months of potential; None where there is no potential."""
    return referrals_12_months / (_MONTHS * per_month) if per_month else None


def expected_referrals(
    per_month: float | None,
    referrals_12_months: int | None,
    median_share: float | None = None,
    rules: Rules = DEFAULTS,
) -> float:
    """Referrals a month to expect.

    `referrals_12_months` is None for a source that has never sent; one that has, but not lately, has 0.
    `median_share` is the median share of potential of its type, None where there is no history (then 0.15).
    """
    share = rules.share_without_history if median_share is None else median_share
    by_potential = None if per_month is None else per_month * share
    if referrals_12_months is None:
        return by_potential or 0.0
    rate = referrals_12_months / _MONTHS
    return rate if by_potential is None else (rate + by_potential) / 2


def urgency(due: date, day: date, rules: Rules = DEFAULTS) -> float:
    """How urgent a visit is on a day: 0.5 a week before due, 1 on the day, 0.5 more a week after, up to 2.5.

    In between it runs straight; two weeks before due and earlier it is 0.
    """
    weeks = (day - due).days / 7
    return min(max(rules.urgency_on_due_day + rules.urgency_per_week * weeks, 0.0), rules.urgency_most)


def visit_worth(
    expected: float,
    due: date,
    day: date,
    commitment_due: bool = False,
    reaches_active: bool = False,
    rules: Rules = DEFAULTS,
) -> VisitWorth:
    """Expected referrals x urgency of a visit on a day.

    `commitment_due`: something promised them is due that week. `reaches_active`: the visit reaches the number
    that makes the source active. Both add to the urgency.
    """
    total = urgency(due, day, rules)
    reasons = [_say_expected(expected), _say_due(due, day)]
    if commitment_due:
        total += rules.urgency_commitment
        reasons.append("a promise to them is due this week")
    if reaches_active:
        total += rules.urgency_reaches_active
        reasons.append("this visit makes them active")
    return VisitWorth(expected * total, expected, total, tuple(reasons))


def _say_expected(expected: float) -> str:
    return f"about {expected:.1f} referrals a month expected"


def _say_due(due: date, day: date) -> str:
    days = (day - due).days
    if days == 0:
        return "due that day"
    unit = "day" if abs(days) == 1 else "days"
    return f"{days} {unit} overdue" if days > 0 else f"due in {-days} {unit}"


def tiers(worths: Mapping[int, float], rules: Rules = DEFAULTS) -> dict[int, Tier]:
    """The tier of each of a liaison's sources by worth: the first 20 % are A, the next 30 % B, the rest C.

    A place that is begun counts as whole (of three sources the first is A). Equal worths keep the order of
    their ids.
    """
    ranked = sorted(worths, key=lambda source: (-worths[source], source))
    return {source: _tier(position, len(ranked), rules) for position, source in enumerate(ranked)}


def _tier(position: int, count: int, rules: Rules) -> Tier:
    if position * 100 < rules.top_percent * count:
        return Tier.A
    return Tier.B if position * 100 < (rules.top_percent + rules.next_percent) * count else Tier.C


def high_potential_from(potentials: Sequence[float], rules: Rules = DEFAULTS) -> float | None:
    """The potential from which a source belongs to the upper third of these; None without any."""
    if not potentials:
        return None
    ranked = sorted(potentials, reverse=True)
    return ranked[ceil(len(ranked) * rules.high_potential_top) - 1]


def quadrant(
    per_month: float | None,
    share: float | None,
    high_from: float | None,
    rules: Rules = DEFAULTS,
) -> Quadrant:
    """Grow (high potential, low share), keep (high, high), thank (low, high) or rethink (low, low)."""
    much = per_month is not None and high_from is not None and per_month >= high_from
    given = share is not None and share >= rules.high_share
    if much:
        return Quadrant.KEEP if given else Quadrant.GROW
    return Quadrant.THANK if given else Quadrant.RETHINK


def calls_for_rethink(visits: int, referrals: int, advances: int, rules: Rules = DEFAULTS) -> bool:
    """Whether 180 days brought five visits or more, but no referral and no advance."""
    return visits >= rules.rethink_visits and referrals == 0 and advances == 0
