"""Trends, speeds and reasons: how they are asked and answered; no database library here, the window imports it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import ceil

from hhcrm.domain.measures import By, Grain, MeasureKey
from hhcrm.domain.words import ReasonOwner
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import Group, Measured

SPEEDS = (MeasureKey.MINUTES_TO_FIRST_REPLY, MeasureKey.HOURS_TO_DECISION, MeasureKey.HOURS_TO_SOC)
"""The measures that are lengths of time of single referrals."""


MOST_PANELS = 12
"""So many groups are drawn piece by piece at most, those with most cases; the comparison has all groups."""

SPEED_SPLITS = frozenset(
    {
        By.LIAISON, By.TEAM, By.TERRITORY, By.SOURCE_TYPE, By.SOURCE, By.PAYER, By.SERVICE_LINE, By.CLINICAL_GROUP,
    }
)  # fmt: skip
"""What lengths of time are split by: what every referral has, not what is shared out."""


@dataclass(frozen=True, slots=True)
class TrendAsk:
    """A measure over a period, held against others of the same filter, split by something, cut into pieces."""

    measure: MeasureKey
    asked: MeasureFilter
    before: MeasureFilter | None
    year_ago: MeasureFilter | None
    by: By | None = None
    grain: Grain = Grain.MONTH


@dataclass(frozen=True, slots=True)
class Trend:
    """A measure piece by piece, and over the whole period beside the others.

    Unsplit, `now`, `before` and `year_ago` are cut into pieces. Split, `groups` are the groups by piece (of sources
    only those that are drawn), `now` all of them together by piece, and each of the other two the groups over the whole
    period; `whole_now` is that of now.
    `fewest` is how many cases there must be for a share or a median to be said, `records_from` the first day of which
    the agency has any visit or referral: of earlier ones nothing is known.
    """

    asked: TrendAsk
    today: date
    fewest: int
    now: Measured
    before: Measured | None = None
    year_ago: Measured | None = None
    groups: Measured | None = None
    whole_now: Measured | None = None
    records_from: date | None = None


@dataclass(frozen=True, slots=True)
class SpeedAsk:
    """How long something took, of the referrals of a filter; split by something or not."""

    measure: MeasureKey
    asked: MeasureFilter
    by: By | None = None


@dataclass(frozen=True, slots=True)
class Lengths:
    """Lengths of time of one group in seconds from the shortest on, each once with how often it occurs."""

    group: Group | None
    counted: tuple[tuple[int, int], ...]

    @property
    def cases(self) -> int:
        """How many there are."""
        return sum(count for _, count in self.counted)

    def within(self, seconds: int) -> int:
        """How many took at most so long."""
        place = bisect_right(self.counted, seconds, key=lambda each: each[0])
        return sum(count for _, count in self.counted[:place])

    def between(self, above: int | None, upto: int | None) -> int:
        """How many took longer than `above` and at most `upto`; None is no bound."""
        most = self.cases if upto is None else self.within(upto)
        return most - (0 if above is None else self.within(above))

    @property
    def median(self) -> float | None:
        """The middle of them in seconds, between the two in the middle where their number is even."""
        cases = self.cases
        if not cases:
            return None
        lower, upper = _at(self.counted, ((cases - 1) // 2, cases // 2))
        return (lower + upper) / 2

    def quantile(self, part: float) -> int | None:
        """The shortest time within which at least this part of them lies (nearest rank), in seconds."""
        cases = self.cases
        if not cases:
            return None
        return _at(self.counted, (max(ceil(part * cases), 1) - 1,))[0]


def _at(counted: Sequence[tuple[int, int]], places: Sequence[int]) -> list[int]:
    """The lengths at these places of all of them laid out from the shortest on."""
    upto = list(accumulate(count for _, count in counted))
    return [counted[bisect_left(upto, place + 1)][0] for place in places]


@dataclass(frozen=True, slots=True)
class Speed:
    """How long it took: all together, and each group by its name where it is split."""

    asked: SpeedAsk
    fewest: int
    whole: Lengths
    groups: tuple[Lengths, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeedBehind:
    """The referrals that took longer than `above` and at most `upto` seconds; None is no bound.

    Of one group of a split where there is one: `key` None is nobody's, or not known.
    """

    measure: MeasureKey
    asked: MeasureFilter
    above: int | None = None
    upto: int | None = None
    by: By | None = None
    key: int | str | None = None


@dataclass(frozen=True, slots=True)
class ReasonsBehind:
    """The referrals that were not admitted for reasons of one owner, None where nobody said whose.

    With `of_reason` those of one reason alone, `reason_id` None where none was given.
    """

    asked: MeasureFilter
    owner: ReasonOwner | None
    of_reason: bool = False
    reason_id: int | None = None

    @property
    def measure(self) -> MeasureKey:
        """What it is a part of."""
        return MeasureKey.NOT_ADMITTED


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many referrals of a month (its first day) were not admitted for a reason, and whose that is.

    `reason_id` and `owner` are None where none was given.
    """

    month: date
    reason_id: int | None
    reason: str
    owner: ReasonOwner | None
    count: int


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why referrals of a period were not admitted, of how many that were decided."""

    asked: MeasureFilter
    decided: int
    counts: tuple[ReasonCount, ...]

    @property
    def not_admitted(self) -> int:
        """How many there are."""
        return sum(each.count for each in self.counts)
