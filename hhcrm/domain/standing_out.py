"""What stands out in a week, by rules that can be checked (issue 6, "The week on one page").

Each rule looks for a change that chance alone would seldom make, and is silent below the fewest cases of the rules: a
page that cries every Monday is not read on the Monday that matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from math import exp, expm1, lgamma, log1p
from typing import Protocol, TypeVar

from hhcrm.domain.settings import DEFAULTS, Rules

MOST_OF_A_KIND = 3
"""So many of one kind are named, so that one bad month of many sources does not hide everything else; our choice."""


class Kind(StrEnum):
    """What can stand out, the most important first.

    Our order: a word that we broke, then what costs referrals, then what will cost them, then good news.
    """

    COMMITMENT_BROKEN = "commitment broken"
    GONE_QUIET = "gone quiet"
    PAYER_DECLINES = "payer declines"
    OUR_REASONS = "our reasons"
    LOOPS_SLIPPING = "loops slipping"
    OVER_CAPACITY = "over capacity"
    NEWLY_SENDING = "newly sending"
    NEW_FOUND = "new found"


ORDER = {kind: place for place, kind in enumerate(Kind)}
GOOD = frozenset({Kind.NEWLY_SENDING, Kind.NEW_FOUND})


# --- a source gone quiet ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Silence:
    """A source that has been quiet for longer than its own pattern: since when, for how many days, beyond how many.

    `usual` is the mean of its own gaps between days with referrals, `longest` the longest of them, `gaps` how many.
    """

    last_on: date
    days: int
    limit: float
    usual: float
    longest: int
    gaps: int

    @property
    def missed(self) -> float:
        """Days with referrals that its own rate would have brought meanwhile: what the quiet costs."""
        return self.days / self.usual


def quiet_limit(gaps: Sequence[int], share: float) -> float:
    """Days after which a source is quiet beyond its own pattern; at least one gap, each at least one day.

    Beyond the longest of its own gaps, and beyond what this share of gaps would keep to if they came by chance at its
    own rate. The rate is known from k gaps only, so the next gap is not exponential but spread wider: with the mean m
    of k exponential gaps, P(next > t) = (1 + t / (k m)) ** -k (the predictive distribution, t / m is F with 2 and 2k
    degrees of freedom), hence t = k m ((1 - share) ** (-1 / k) - 1): for 95 % 4.1 means after five gaps, 3 after many.
    Its own longest gap stands beside it because referrals come in bursts, and a quiet that was there before is no news.
    """
    return max(float(max(gaps)), _by_chance(len(gaps), sum(gaps), share))


def _by_chance(count: int, total: float, share: float) -> float:
    """What this share of gaps would keep to, from so many gaps of so many days together."""
    return total * expm1(-log1p(-share) / count)


def may_be_quiet(referrals: int, first: date, last: date, until: date, rules: Rules = DEFAULTS) -> bool:
    """Whether a source can have gone quiet, by the number of its referrals, the first and the last day of them.

    Those for whom it is false `gone_quiet` never names; only of the others all days have to be looked at. Several
    referrals of one day only make the limit smaller: more gaps of as many days together.
    """
    fewest = max(rules.fewest_cases, 1)
    if referrals - 1 < fewest:
        return False
    quiet, together = (until - last).days, (last - first).days
    most = max(_by_chance(fewest, together, rules.quiet_share), together)
    return _by_chance(referrals - 1, together, rules.quiet_share) < quiet <= most + 7 * rules.recent_weeks


def gone_quiet(days: Sequence[date], until: date, rules: Rules = DEFAULTS) -> Silence | None:
    """Whether a source with referrals on these different days, in order and none after `until`, has gone quiet.

    It needs `fewest_cases` gaps within the last `quiet_history_days`. What went quiet longer than `recent_weeks` ago
    was said then, and says nothing new.
    """
    since = until - timedelta(days=rules.quiet_history_days)
    seen = [day for day in days if day > since]
    gaps = [(later - earlier).days for earlier, later in pairwise(seen)]
    if len(gaps) < max(rules.fewest_cases, 1):
        return None
    quiet = (until - seen[-1]).days
    limit = quiet_limit(gaps, rules.quiet_share)
    if not limit < quiet <= limit + 7 * rules.recent_weeks:
        return None
    return Silence(seen[-1], quiet, limit, sum(gaps) / len(gaps), max(gaps), len(gaps))


# --- a share that rises -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of these cases."""

    part: int = 0
    cases: int = 0

    @property
    def share(self) -> float:
        """0 to 1; 0 without cases."""
        return self.part / self.cases if self.cases else 0.0


@dataclass(frozen=True, slots=True)
class Rise:
    """A share that has risen; `chance` is how often chance alone would make so many of the recent cases, or more."""

    recent: Counted
    before: Counted
    chance: float

    @property
    def more(self) -> float:
        """How many more of the recent cases than the share before would have made."""
        return self.recent.part - self.recent.cases * self.before.share


def rising(recent: Counted, before: Counted, rules: Rules = DEFAULTS) -> Rise | None:
    """Whether the share of the last weeks is above that of the weeks before by more than chance.

    Both need `fewest_cases`. By Fisher's exact test, one-sided: it is right for few cases too, where an approximation
    by the normal distribution is not, and takes into account how few cases there were before.
    """
    if min(recent.cases, before.cases) < max(rules.fewest_cases, 1) or recent.share <= before.share:
        return None
    chance = chance_of_so_many(recent, before)
    return Rise(recent, before, chance) if chance <= rules.rising_chance else None


def chance_of_so_many(recent: Counted, before: Counted) -> float:
    """How often so many of the recent cases, or more, would be among the part if both periods were alike.

    The upper tail of the hypergeometric distribution: of all cases of both, `part` of both are drawn.
    """
    cases, part = recent.cases + before.cases, recent.part + before.part
    term = exp(_ways(part, recent.part) + _ways(cases - part, recent.cases - recent.part) - _ways(cases, recent.cases))
    total, count = 0.0, recent.part
    while term > 0 and count <= min(part, recent.cases):
        total += term
        term *= (part - count) * (recent.cases - count)
        term /= (count + 1) * (cases - part - recent.cases + count + 1)
        count += 1
    return min(total, 1.0)


def _ways(of: int, chosen: int) -> float:
    """The logarithm of how many ways there are to choose: factorials of many thousand cases fit no float."""
    return lgamma(of + 1) - lgamma(chosen + 1) - lgamma(of - chosen + 1)


# --- which of them are said -------------------------------------------------------------------------------------------


class Standing(Protocol):
    """Something that stands out; `weight` ranks it among its kind, the heaviest first, `key` where they weigh alike."""

    @property
    def kind(self) -> Kind: ...

    @property
    def weight(self) -> float: ...

    @property
    def key(self) -> str: ...


T = TypeVar("T", bound=Standing)


def most_important(found: Iterable[T], rules: Rules = DEFAULTS) -> tuple[T, ...]:
    """At most `most_standing_out`, at most three of a kind, the most important kind first."""
    ranked = sorted(found, key=lambda one: (ORDER[one.kind], -one.weight, one.key))
    of_kind: dict[Kind, int] = {}
    kept = []
    for one in ranked:
        of_kind[one.kind] = of_kind.get(one.kind, 0) + 1
        if of_kind[one.kind] <= MOST_OF_A_KIND:
            kept.append(one)
    return tuple(kept[: rules.most_standing_out])
