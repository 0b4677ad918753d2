"""Where the worth board puts a source, which two misjudgements it names, and what a whole of several could send.

Rules of product.md, section 5. All figures of a year are those of the 12 months to the period's end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.words import PotentialBasis
from hhcrm.domain.worth import Potential, Quadrant, quadrant, share_of_potential

_BEST_FIRST = tuple(PotentialBasis)
"""The order of the words is the order of how good a basis is."""


class Misjudged(StrEnum):
    """The two misjudgements that the program must catch by itself."""

    FAVOURITE = "favourite"
    QUIET = "quiet practice"


@dataclass(frozen=True, slots=True)
class Whole:
    """What a source with its parts could send; `from_parts` where the parts' figures were added up.

    `bases` says on what how many of the added figures rest, best first; empty where the figure is the source's own.
    """

    potential: Potential
    from_parts: bool = False
    bases: tuple[tuple[PotentialBasis, int], ...] = ()


def place_on_board(
    per_month: float | None,
    share: float | None,
    referrals_12_months: int,
    high_from: float | None,
    rules: Rules = DEFAULTS,
) -> Quadrant | None:
    """The quadrant of a source; None where nobody knows what it could send, not even by a guess.

    `share` is that of its potential which it sent, None where there is nothing that it could be a share of. What sends
    although it was said to be able to send nothing gives all it has.
    """
    if per_month is None:
        return None
    if share is None and referrals_12_months:
        share = max(rules.high_share, 1.0)
    return quadrant(per_month, share, high_from, rules)


def misjudged(
    potential: Potential,
    providers: int | None,
    visits_12_months: int,
    referrals_12_months: int,
    known_days: int,
    high_from: float | None,
    rules: Rules = DEFAULTS,
) -> Misjudged | None:
    """The misjudgement that a source is, or None.

    What tells them apart is providers, never visits alone. A *favourite* is seen much, although it has hardly a
    provider, or, where nobody counted them, was said to send hardly anybody. A *quiet practice* has many providers and
    is seen seldom, although we have known it for long enough and little of what it could send comes. Where more is
    known than a guess of their type, it bears that out: `much_from` parts them, so that of two sources that could send
    as much, one is never the one and the other the other. What could send, or does send, as much as the agency's upper
    third is no favourite either. What is a mere guess, without providers, is neither: we do not know.
    """
    known = None if potential.is_guess else potential.per_month
    much = much_from(rules)
    if visits_12_months >= rules.favourite_visits and _cannot_send_much(known, providers, rules):
        most = max(known or 0.0, referrals_12_months / 12)
        if most < (much if high_from is None else min(much, high_from)):
            return Misjudged.FAVOURITE
    if (providers or 0) < rules.quiet_providers or visits_12_months > rules.quiet_visits:
        return None
    share = share_of_potential(referrals_12_months, potential.per_month)
    if known_days < rules.rethink_days or (share or 0.0) >= rules.high_share:
        return None
    return Misjudged.QUIET if known is None or known >= much else None


def much_from(rules: Rules = DEFAULTS) -> float:
    """The potential from which a source could send much: what the fewest providers of a quiet practice could.

    In patients a month, at the rate of primary care, the lowest there is at first.
    """
    return rules.quiet_providers * rules.rate_primary_care


def _cannot_send_much(known: float | None, providers: int | None, rules: Rules) -> bool:
    if providers:
        return providers <= rules.favourite_providers
    return known is not None and known <= rules.favourite_potential


def whole_potential(own: Potential, parts: Sequence[Potential]) -> Whole:
    """What a source with its parts could send, each patient counted once.

    Its own figure already holds its parts, so that the two are never added. It stands where it rests on a basis at
    least as good as the worst of the parts'; otherwise the parts are added up, each on its own basis. A mere guess of
    the whole gives way only where something is known of a part and they come to more: we may not know all parts. A sum
    is only as good as its worst part.
    """
    there = [part for part in parts if part.per_month is not None]
    if not there:
        return Whole(own)
    worst = max((part.basis for part in there), key=_BEST_FIRST.index)
    total = sum(part.per_month or 0.0 for part in there)
    if own.per_month is not None and _stands(own, total, there, worst):
        return Whole(own)
    counts = Counter(part.basis for part in there)
    bases = tuple((basis, counts[basis]) for basis in _BEST_FIRST if counts[basis])
    return Whole(Potential(total, worst), True, bases)


def _stands(own: Potential, total: float, parts: Sequence[Potential], worst: PotentialBasis) -> bool:
    if own.is_guess:
        return total < (own.per_month or 0.0) or all(part.is_guess for part in parts)
    return _BEST_FIRST.index(own.basis) <= _BEST_FIRST.index(worst)


@dataclass(frozen=True, slots=True)
class Families:
    """Sources that belong together: `top` is whom each counts for, `above` the next living one above a living one."""

    top: Mapping[int, int]
    above: Mapping[int, int]


def families(parents: Mapping[int, int], living: Collection[int]) -> Families:
    """Whom each source with a parent, or that is one, counts for: the highest living one above it, or itself.

    `parents` gives a source's parent. What neither lives nor has a living one above it is left out. An undo can close
    a circle, in which the smallest id stands for all.
    """
    top: dict[int, int] = {}
    above: dict[int, int] = {}
    for source in sorted({*parents, *parents.values()}):
        path, circle = _upwards(source, parents)
        first = min((one for one in circle if one in living), default=None)
        highest = first if first is not None else next((one for one in reversed(path) if one in living), None)
        if highest is None:
            continue
        top[source] = highest
        if source in living and source != highest:
            between = (one for one in path[1:] if one in living)
            above[source] = highest if source in circle else next(between, highest)
    return Families(top, above)


def _upwards(source: int, parents: Mapping[int, int]) -> tuple[list[int], list[int]]:
    """A source with all above it, and those of them that run in a circle."""
    path = [source]
    while (parent := parents.get(path[-1])) is not None:
        if parent in path:
            return path, path[path.index(parent) :]
        path.append(parent)
    return path, []
