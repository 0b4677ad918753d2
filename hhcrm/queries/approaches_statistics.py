"""How surely two sides of a comparison differ: intervals of 95 %, with the distributions of scipy.

Each measure is judged by what its cases are like.

- **Counts and sums** (referrals, visits, minutes) by whole weeks: the mean week after less the mean week before, with
  Welch's interval (B. L. Welch, Biometrika 34, 1947, 28-35; `scipy.special.stdtrit`). Weeks differ more
  than chance alone would have it, and this interval takes the spread as it is.
- **Shares** (conversion, timely) by cases: Newcombe's hybrid of two Wilson intervals (R. G. Newcombe, Statistics in
  Medicine 17, 1998, 873-890, method 10; `scipy.special.ndtri`), which holds for few cases and near 0 and 100 %.
- **Ratios** (referrals per ten visits) by whole weeks: both sums of a week vary, so each week counts as the ratio plus
  its own residual (W. G. Cochran, Sampling Techniques, 1977, chapter 6), and Welch's interval is taken of these.
- **Middle values** (hours to start of care) by cases: the difference of the medians, with the interval of R. M. Price
  and D. G. Bonett (Journal of Statistical Computation and Simulation 72, 2002, 119-124), which needs no shape of the
  distribution (`scipy.special.bdtr`). Bootstrap was not taken: it covers too little with few weeks, and needs a seed.

**With and without** asks how much more those in scope moved than the others did over the same weeks (difference in
differences). For shares, ratios and medians the others' difference is taken away from theirs. For counts and sums the
two may be of very different size: what would have come, had those in scope moved in proportion to the others, is taken
away from what came. By weeks the two groups are paired: what hits a week, hits both.

What it does not say: weeks that follow each other are taken as independent, and whatever else changed at the same time
is in the difference, too. The promised 95 % are held to account by tests on generated histories without a change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import hypot, isfinite, sqrt
from statistics import fmean, median, variance

from hhcrm.domain.comparing import Interval, Sample
from hhcrm.domain.measures import MeasureShape

Judge = Callable[[Sequence[Sample], float], Interval | None]
"""Two samples (before, after), or four (before, after, the others' before, after), and a confidence."""


def interval_of(shape: MeasureShape, samples: Sequence[Sample], confidence: float) -> Interval | None:
    """The interval of `difference_of`; None where there is no difference, or nothing varies."""
    if difference_of(shape, samples) is None:
        return None
    found = _JUDGES[shape](samples, confidence)
    return found if found is not None and isfinite(found.low) and isfinite(found.high) else None


def value_of(shape: MeasureShape, sample: Sample) -> float | None:
    """The value of one side: the mean week of a sum, a share from 0 to 1, a ratio, a median; None without cases."""
    if shape is MeasureShape.MEDIAN:
        return median(sample.values) if sample.values else None
    part = sum(week.part for week in sample.weeks)
    if shape is MeasureShape.SUM:
        return part / len(sample.weeks) if sample.weeks else None
    base = sum(week.cases if shape is MeasureShape.SHARE else week.base for week in sample.weeks)
    return sample.scale * part / base if base > 0 else None


def difference_of(shape: MeasureShape, samples: Sequence[Sample]) -> float | None:
    """After less before; with four samples how much more than the others'. None where a side has no value."""
    values = [value_of(shape, sample) for sample in samples]
    if any(value is None for value in values):
        return None
    before, after, *others = [value for value in values if value is not None]
    if not others:
        return after - before
    if shape is MeasureShape.SUM:
        return after - before * others[1] / others[0] if others[0] > 0 else None
    return (after - before) - (others[1] - others[0])


# --- by weeks --------------------------------------------------------------------------------------------------------


def _sums(samples: Sequence[Sample], confidence: float) -> Interval | None:
    """Of the weekly sums; of those in scope beside the others, of what each week adds to the effect."""
    before, after, *others = [[week.part for week in sample.weeks] for sample in samples]
    if not others:
        return _welch(before, after, confidence)
    size, growth = fmean(before) / fmean(others[0]), fmean(others[1]) / fmean(others[0])
    return _welch(
        [growth * (week - size * other) for week, other in zip(before, others[0], strict=True)],
        [week - size * other for week, other in zip(after, others[1], strict=True)],
        confidence,
    )


def _ratios(samples: Sequence[Sample], confidence: float) -> Interval | None:
    before, after, *others = [_residuals(sample) for sample in samples]
    if not others:
        return _welch(before, after, confidence)
    return _welch(_apart(before, others[0]), _apart(after, others[1]), confidence)


def _apart(weeks: Sequence[float], others: Sequence[float]) -> list[float]:
    return [week - other for week, other in zip(weeks, others, strict=True)]


def _residuals(sample: Sample) -> list[float]:
    """The ratio, for each week with its residual: their mean is the ratio, their spread is its own."""
    base = fmean(week.base for week in sample.weeks)
    ratio = fmean(week.part for week in sample.weeks) / base
    return [sample.scale * (ratio + (week.part - ratio * week.base) / base) for week in sample.weeks]


def _welch(before: Sequence[float], after: Sequence[float], confidence: float) -> Interval | None:
    """Around the difference of the means; None where no week differs from another, or a side has only one."""
    if min(len(before), len(after)) < 2:
        return None
    spreads = [(variance(side) / len(side), len(side) - 1) for side in (before, after)]
    whole = sum(spread for spread, _ in spreads)
    if whole <= _STILL * (1 + max(map(abs, (*before, *after)))) ** 2:
        return None
    from scipy.special import stdtrit

    freedom = whole**2 / sum(spread**2 / free for spread, free in spreads)
    value, reach = fmean(after) - fmean(before), float(stdtrit(freedom, (1 + confidence) / 2)) * sqrt(whole)
    return Interval(value - reach, value + reach)


_STILL = 1e-20
"""Weeks that all say the same have no spread but what floating point leaves."""


# --- by cases --------------------------------------------------------------------------------------------------------


def _shares(samples: Sequence[Sample], confidence: float) -> Interval | None:
    """Newcombe's hybrid; of four shares by the same recovery of variances (G. Y. Zou and A. Donner, 2008)."""
    value, down, up = 0.0, 0.0, 0.0
    for sign, sample in zip(_SIGNS, samples, strict=False):
        part, cases = _whole(sum(week.part for week in sample.weeks)), _whole(sum(week.cases for week in sample.weeks))
        if not 0 <= part <= cases or cases == 0:
            return None
        share, one = part / cases, _wilson(part, cases, confidence)
        below, above = share - one.low, one.high - share
        value += sign * share
        down = hypot(down, below if sign > 0 else above)
        up = hypot(up, above if sign > 0 else below)
    return Interval(float(value - down), float(value + up))


def _wilson(part: int, cases: int, confidence: float) -> Interval:
    """Around one share (E. B. Wilson, Journal of the American Statistical Association 22, 1927, 209-212)."""
    share, z = part / cases, _normal(confidence)
    wide = 1 + z**2 / cases
    middle = (share + z**2 / (2 * cases)) / wide
    reach = z / wide * sqrt(share * (1 - share) / cases + (z / (2 * cases)) ** 2)
    return Interval(max(0.0, middle - reach), min(1.0, middle + reach))


def _normal(confidence: float) -> float:
    """How many standard deviations to either side hold so much."""
    from scipy.special import ndtri

    return float(ndtri((1 + confidence) / 2))


_SIGNS = (-1, 1, 1, -1)
"""Of before, after, the others before, the others after."""


def _whole(count: float) -> int:
    """Cases that attribution divided, to the nearest whole one."""
    return round(count)


def _medians(samples: Sequence[Sample], confidence: float) -> Interval | None:
    value, spread = 0.0, 0.0
    for sign, sample in zip(_SIGNS, samples, strict=False):
        if not sample.values:
            return None
        value += sign * median(sample.values)
        spread += _spread_of_median(sorted(sample.values))
    if spread <= 0:
        return None
    reach = _normal(confidence) * sqrt(spread)
    return Interval(value - reach, value + reach)


def _spread_of_median(values: Sequence[float]) -> float:
    """The variance of a median: how far apart two values beside it lie, and the chance that it lies outside them."""
    from scipy.special import bdtr, ndtri

    count = len(values)
    place = max(1, round((count + 1) / 2 - sqrt(count)))
    outside = -float(ndtri(bdtr(place - 1, count, 0.5)))
    return ((values[count - place] - values[place - 1]) / (2 * outside)) ** 2 if outside > 0 else 0.0


_JUDGES: dict[MeasureShape, Judge] = {
    MeasureShape.SUM: _sums,
    MeasureShape.SHARE: _shares,
    MeasureShape.RATIO: _ratios,
    MeasureShape.MEDIAN: _medians,
}
