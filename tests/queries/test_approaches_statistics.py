"""How surely two sides differ: published examples, the library beside it, and generated histories."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from hhcrm.domain.comparing import Interval, Sample, WeekSum
from hhcrm.domain.measures import MeasureShape
from hhcrm.queries.approaches_statistics import _wilson, difference_of, interval_of, value_of

SUM, SHARE, RATIO, MEDIAN = MeasureShape.SUM, MeasureShape.SHARE, MeasureShape.RATIO, MeasureShape.MEDIAN


def sums(*weeks: float) -> Sample:
    return Sample(tuple(WeekSum(week, cases=week) for week in weeks))


def share(part: int, cases: int) -> Sample:
    return Sample((WeekSum(part, cases=cases),))


def ratio(*weeks: tuple[float, float], scale: float = 1.0) -> Sample:
    return Sample(tuple(WeekSum(part, base, part) for part, base in weeks), scale=scale)


def found(shape: MeasureShape, *samples: Sample) -> Interval:
    interval = interval_of(shape, samples, 0.95)
    assert interval is not None
    return interval


# R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10: the first share less the second.
_NEWCOMBE = [
    ((56, 70), (48, 80), (0.0524, 0.3339)),
    ((9, 10), (3, 10), (0.1705, 0.8090)),
    ((6, 7), (2, 7), (0.0582, 0.8062)),
    ((5, 56), (0, 29), (-0.0381, 0.1926)),
    ((0, 10), (0, 20), (-0.1611, 0.2775)),
    ((0, 10), (0, 10), (-0.2775, 0.2775)),
    ((10, 10), (0, 20), (0.6791, 1.0)),
    ((10, 10), (0, 10), (0.6075, 1.0)),
]


@pytest.mark.parametrize(("first", "second", "published"), _NEWCOMBE)
def test_shares_have_newcombes_published_intervals(
    first: tuple[int, int], second: tuple[int, int], published: tuple[float, float]
) -> None:
    interval = found(SHARE, share(*second), share(*first))
    assert (interval.low, interval.high) == pytest.approx(published, abs=5e-5)


@given(
    st.integers(1, 300).flatmap(lambda cases: st.tuples(st.integers(0, cases), st.just(cases))), st.floats(0.5, 0.999)
)
def test_one_share_has_the_interval_of_the_librarys_own_test(one: tuple[int, int], confidence: float) -> None:
    ours, theirs = _wilson(*one, confidence), stats.binomtest(*one).proportion_ci(confidence, method="wilson")
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


# Student's hours of sleep gained with two drugs (Biometrika 6, 1908), as R's manual of t.test has them.
_FIRST = (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
_SECOND = (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)


def test_sums_have_the_published_interval_of_students_sleep_data() -> None:
    interval = found(SUM, sums(*_SECOND), sums(*_FIRST))
    assert (interval.low, interval.high) == pytest.approx((-3.3654832, 0.2054832), abs=1e-7)


_counts = st.lists(st.integers(0, 30), min_size=2, max_size=20).filter(lambda weeks: len(set(weeks)) > 1)


@given(_counts, _counts)
def test_sums_have_the_interval_of_the_librarys_own_test(before: list[int], after: list[int]) -> None:
    interval = found(SUM, sums(*before), sums(*after))
    expected = stats.ttest_ind(after, before, equal_var=False).confidence_interval()
    assert (interval.low, interval.high) == pytest.approx((expected.low, expected.high), abs=1e-9)


@given(_counts, _counts, st.integers(1, 9))
def test_a_ratio_with_the_same_base_every_week_is_a_sum_divided(before: list[int], after: list[int], base: int) -> None:
    ratios = found(RATIO, *(ratio(*((week, base) for week in side), scale=10) for side in (before, after)))
    plain = found(SUM, sums(*before), sums(*after))
    assert (ratios.low, ratios.high) == pytest.approx((10 * plain.low / base, 10 * plain.high / base), abs=1e-9)


@given(_counts, _counts)
def test_what_is_turned_around_has_the_interval_turned_around(first: list[int], second: list[int]) -> None:
    for shape in (SUM, MEDIAN):
        one, other = (Sample(sums(*side).weeks, tuple(map(float, side))) for side in (first, second))
        there, back = interval_of(shape, (one, other), 0.95), interval_of(shape, (other, one), 0.95)
        if there is None or back is None:
            assert there is back
        else:
            assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-9)


def test_a_median_by_hand() -> None:
    # 9 values each: c = round(5 - 3) = 2, P(at most 1 of 9 below) = 10/512, z = 2.0636; (8 - 2) / (2 z) = 1.4538 each.
    values = Sample(values=tuple(float(value) for value in range(1, 10)))
    interval = found(MEDIAN, values, values)
    assert interval.high == pytest.approx(1.96 * 2**0.5 * 6 / (2 * 2.0636), abs=1e-3)
    assert interval.low == -interval.high


def test_nothing_is_said_where_nothing_varies_or_nothing_is_there() -> None:
    assert interval_of(SUM, (sums(2, 2, 2), sums(3, 3, 3)), 0.95) is None
    assert interval_of(SUM, (sums(2), sums(3)), 0.95) is None
    assert interval_of(SHARE, (share(0, 0), share(1, 2)), 0.95) is None
    assert interval_of(RATIO, (ratio((0, 0), (0, 0)), ratio((1, 2), (2, 2))), 0.95) is None
    assert interval_of(MEDIAN, (Sample(), Sample(values=(1.0,))), 0.95) is None
    assert interval_of(MEDIAN, (Sample(values=(4.0,) * 9), Sample(values=(4.0,) * 9)), 0.95) is None
    assert value_of(SUM, Sample()) is None


def test_one_side_that_never_varies_is_compared_with_one_that_does() -> None:
    interval = found(SUM, sums(0, 0, 0, 0, 0, 0), sums(2, 1, 3, 2, 1, 3))
    assert 0 < interval.low < 2 < interval.high


def test_with_and_without_takes_away_what_would_have_come_in_proportion() -> None:
    before, after, others = sums(4, 6, 5, 5), sums(9, 9, 8, 10), (sums(20, 20, 19, 21), sums(30, 30, 29, 31))
    assert difference_of(SUM, (before, after, *others)) == pytest.approx(9 - 5 * 30 / 20)
    assert difference_of(SUM, (before, after, sums(0, 0), sums(1, 2))) is None
    assert interval_of(SUM, (before, after, sums(0, 0, 0, 0), sums(1, 2, 1, 2)), 0.95) is None
    shares = (share(5, 10), share(8, 10), share(50, 100), share(60, 100))
    assert difference_of(SHARE, shares) == pytest.approx(0.2)
    assert difference_of(MEDIAN, tuple(Sample(values=(value,)) for value in (10.0, 4.0, 20.0, 19.0))) == -5


def test_weeks_that_hit_everybody_alike_leave_no_difference() -> None:
    before, after = sums(2, 4, 6, 8), sums(3, 6, 9, 12)
    others = (sums(20, 40, 60, 80), sums(30, 60, 90, 120))
    assert difference_of(SUM, (before, after, *others)) == pytest.approx(0)
    assert interval_of(SUM, (before, after, *others), 0.95) is None  # not the least of it is left unexplained


# --- what is promised: of 100 intervals about 95 hold the true difference -------------------------------------------


def _counted(random: Random, mean: float) -> int:
    """A week's count whose mean varies from week to week: more spread than chance alone."""
    level, count, left = random.gammavariate(4, mean / 4), 0, 1.0
    while (left := left - random.expovariate(1) / max(level, 1e-9)) > 0:
        count += 1
    return count


def _sum_history(random: Random) -> tuple[Sample, ...]:
    mean, weeks = random.choice((0.8, 2, 5, 15)), random.choice((6, 8, 13, 26, 52))
    return tuple(sums(*(_counted(random, mean) for _ in range(weeks))) for _ in range(2))


def _share_history(random: Random) -> tuple[Sample, ...]:
    true = random.choice((0.1, 0.4, 0.7, 0.93))
    sizes = [random.choice((6, 12, 30, 100)) for _ in range(2)]
    return tuple(share(sum(random.random() < true for _ in range(size)), size) for size in sizes)


def _ratio_history(random: Random) -> tuple[Sample, ...]:
    rate, weeks = random.choice((0.1, 0.5, 1.5)), random.choice((6, 13, 26))

    def week() -> tuple[int, int]:
        base = 1 + _counted(random, 12)
        return _counted(random, rate * base), base

    return tuple(ratio(*(week() for _ in range(weeks)), scale=10) for _ in range(2))


def _median_history(random: Random) -> tuple[Sample, ...]:
    middle, count = random.choice((3, 20, 40)), [random.choice((6, 9, 15, 40, 90)) for _ in range(2)]
    wide = random.choice((0.4, 0.8, 1.2))
    return tuple(Sample(values=tuple(middle * random.lognormvariate(0, wide) for _ in range(each))) for each in count)


def _paired_history(random: Random) -> tuple[Sample, ...]:
    """Two groups of different size that every week hits alike, and that both grow by the half."""
    weeks, mean, other = random.choice((6, 13, 26)), random.choice((1.5, 4)), random.choice((5, 20))
    found: list[list[Sample]] = [[], []]
    for growth in (1.0, 1.5):
        hits = [random.gammavariate(20, growth / 20) for _ in range(weeks)]
        for group, level in enumerate((mean, other)):
            found[group].append(sums(*(_counted(random, level * hit) for hit in hits)))
    return (*found[0], *found[1])


def _paired_ratios(random: Random) -> tuple[Sample, ...]:
    """Two groups with ratios of their own that do not change, over the same weeks."""
    weeks, rates = random.choice((6, 13, 26)), (random.choice((0.2, 0.5)), random.choice((0.2, 0.5)))
    found = []
    for rate in (rates[0], rates[0], rates[1], rates[1]):
        bases = [1 + _counted(random, 12) for _ in range(weeks)]
        found.append(ratio(*((_counted(random, rate * base), base) for base in bases), scale=10))
    return tuple(found)


_HISTORIES: dict[str, tuple[MeasureShape, Callable[[Random], tuple[Sample, ...]]]] = {
    "sums": (SUM, _sum_history),
    "shares": (SHARE, _share_history),
    "ratios": (RATIO, _ratio_history),
    "medians": (MEDIAN, _median_history),
    "sums with and without": (SUM, _paired_history),
    "shares with and without": (SHARE, lambda random: (*_share_history(random), *_share_history(random))),
    "ratios with and without": (RATIO, _paired_ratios),
    "medians with and without": (MEDIAN, lambda random: (*_median_history(random), *_median_history(random))),
}


def coverage(name: str, histories: int) -> float:
    """The share of intervals that hold 0 among histories without a change; what is too few is left out."""
    shape, history = _HISTORIES[name]
    random, held, told = Random(20261126), 0, 0
    for _ in range(histories):
        samples = history(random)
        if sum(sample.cases for sample in samples) < 5:
            continue
        interval = interval_of(shape, samples, 0.95)
        if interval is not None:
            told += 1
            held += interval.holds(0)
    assert told > histories * 0.8
    return held / told


@pytest.mark.parametrize("name", _HISTORIES)
def test_intervals_hold_what_they_promise(name: str) -> None:
    assert 0.92 <= coverage(name, 700) <= 0.98


@pytest.mark.bench
@pytest.mark.parametrize("name", _HISTORIES)
def test_intervals_hold_what_they_promise_on_many_histories(name: str) -> None:
    assert 0.93 <= coverage(name, 20_000) <= 0.98


def test_a_change_that_is_there_is_found_and_measured() -> None:
    random, found_it, held = Random(3), 0, 0
    for _ in range(200):
        before, after = (sums(*(_counted(random, mean) for _ in range(26))) for mean in (5, 9))
        interval = found(SUM, before, after)
        found_it += interval.low > 0
        held += interval.holds(4)
    assert found_it > 130
    assert 0.9 < held / 200 < 0.99
