"""What stands out in a week: each rule beside a plain second writing of it, and what it is silent about."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.standing_out import (
    MOST_OF_A_KIND,
    Counted,
    Kind,
    chance_of_so_many,
    gone_quiet,
    may_be_quiet,
    most_important,
    quiet_limit,
    rising,
)

SUNDAY = date(2026, 11, 22)
GAPS = st.lists(st.integers(1, 200), min_size=1, max_size=40)


def referral_days(gaps: list[int], quiet: int) -> list[date]:
    """The days that end in a quiet of so many days and have these gaps between them."""
    days = [SUNDAY - timedelta(days=quiet)]
    for gap in reversed(gaps):
        days.insert(0, days[0] - timedelta(days=gap))
    return days


# --- a source gone quiet


def test_five_weekly_gaps_make_a_source_quiet_after_four_times_a_week() -> None:
    weekly = [7] * 5
    assert quiet_limit(weekly, 0.95) == pytest.approx(28.7, abs=0.05)
    assert gone_quiet(referral_days(weekly, 28), SUNDAY) is None
    found = gone_quiet(referral_days(weekly, 29), SUNDAY)
    assert found is not None
    assert (found.days, found.usual, found.longest, found.gaps) == (29, 7, 7, 5)
    assert found.missed == pytest.approx(29 / 7)


@given(GAPS, st.floats(0.5, 0.999))
def test_no_source_is_quiet_within_its_own_longest_gap(gaps: list[int], share: float) -> None:
    limit = quiet_limit(gaps, share)
    assert limit >= max(gaps)
    # By halving: where the predictive tail falls to what is left of the share.
    mean, low, high = sum(gaps) / len(gaps), 0.0, 1e12
    for _ in range(200):
        middle = (low + high) / 2
        tail = (1 + middle / (len(gaps) * mean)) ** -len(gaps)
        low, high = (middle, high) if tail > 1 - share else (low, middle)
    assert limit == pytest.approx(max(float(max(gaps)), low), rel=1e-6)


@pytest.mark.parametrize("count", [5, 8, 20])
def test_gaps_by_chance_go_beyond_the_limit_no_more_often_than_said(count: int) -> None:
    chance = random.Random(count)
    draws = 4_000
    beyond = 0
    for _ in range(draws):
        *gaps, following = [1 + int(chance.expovariate(1 / 900)) for _ in range(count + 1)]
        beyond += following > quiet_limit(gaps, 0.95)
    assert 0.02 < beyond / draws < 0.06  # with the longest gap beside it a little more seldom than one in twenty


@given(st.lists(st.integers(1, 60), min_size=0, max_size=12), st.integers(0, 500), st.integers(1, 8))
def test_a_source_is_quiet_from_the_day_beyond_its_limit_for_the_recent_weeks(
    gaps: list[int], quiet: int, fewest: int
) -> None:
    rules = replace(DEFAULTS, fewest_cases=fewest, quiet_history_days=3650)
    found = gone_quiet(referral_days(gaps, quiet), SUNDAY, rules)
    enough = len(gaps) >= fewest
    wanted = enough and quiet_limit(gaps, 0.95) < quiet <= quiet_limit(gaps, 0.95) + 28
    assert (found is not None) == wanted
    days = referral_days(gaps, quiet)
    for more in (0, 3):  # several referrals of one day
        assert found is None or may_be_quiet(len(days) + more, days[0], days[-1], SUNDAY, rules)


def test_what_a_source_was_long_ago_does_not_count() -> None:
    days = referral_days([300, 300, 5, 5, 5, 5, 5], 24)
    assert gone_quiet(days, SUNDAY, replace(DEFAULTS, quiet_history_days=3650)) is None
    found = gone_quiet(days, SUNDAY, replace(DEFAULTS, quiet_history_days=60))
    assert found is not None
    assert found.gaps == 5


def test_one_who_sent_nothing_or_once_has_no_pattern() -> None:
    assert gone_quiet([], SUNDAY) is None
    assert gone_quiet([SUNDAY - timedelta(days=100)], SUNDAY, replace(DEFAULTS, fewest_cases=0)) is None


# --- a share that rises


def exact(recent: Counted, before: Counted) -> Fraction:
    """The same by counting the ways, in whole numbers."""
    cases, part = recent.cases + before.cases, recent.part + before.part
    tail = sum(
        comb(part, count) * comb(cases - part, recent.cases - count)
        for count in range(recent.part, min(part, recent.cases) + 1)
    )
    return Fraction(tail, comb(cases, recent.cases))


@st.composite
def counts(draw: st.DrawFn, most: int) -> Counted:
    cases = draw(st.integers(0, most))
    return Counted(draw(st.integers(0, cases)), cases)


@given(counts(40), counts(120))
def test_the_chance_is_that_of_counting_the_ways(recent: Counted, before: Counted) -> None:
    assert chance_of_so_many(recent, before) == pytest.approx(float(exact(recent, before)), rel=1e-8, abs=1e-12)


@given(counts(30), counts(80), st.integers(1, 10))
def test_a_share_rises_where_chance_would_seldom_make_it(recent: Counted, before: Counted, fewest: int) -> None:
    found = rising(recent, before, replace(DEFAULTS, fewest_cases=fewest))
    wanted = (
        min(recent.cases, before.cases) >= fewest
        and recent.part * before.cases > before.part * recent.cases
        and exact(recent, before) <= Fraction(1, 20)
    )
    assert (found is not None) == wanted
    if found is not None:
        assert found.more > 0


def test_half_a_million_cases_are_no_more_trouble_than_five() -> None:
    alike = chance_of_so_many(Counted(50_000, 500_000), Counted(300_000, 3_000_000))
    assert alike == pytest.approx(0.5, abs=0.01)
    assert rising(Counted(60_000, 500_000), Counted(300_000, 3_000_000)) is not None


def test_four_declines_are_too_few_whatever_was_before() -> None:
    assert rising(Counted(4, 4), Counted(0, 100)) is None
    assert rising(Counted(5, 5), Counted(0, 4)) is None
    assert rising(Counted(5, 5), Counted(0, 100)) is not None


# --- which of them are said


@dataclass(frozen=True)
class Said:
    kind: Kind
    weight: float
    key: str


SAID = st.lists(
    st.builds(Said, st.sampled_from(Kind), st.integers(0, 5).map(float), st.text("abc", max_size=2)), max_size=40
)


@given(SAID, st.integers(1, 30))
def test_the_most_important_are_said_and_never_too_many(found: list[Said], most: int) -> None:
    kept = most_important(found, replace(DEFAULTS, most_standing_out=most))
    of_kind = [[one for one in found if one.kind is kind] for kind in Kind]
    assert len(kept) == min(most, sum(min(MOST_OF_A_KIND, len(of)) for of in of_kind))
    order = list(Kind)
    assert [order.index(one.kind) for one in kept] == sorted(order.index(one.kind) for one in kept)
    for kind in Kind:
        said = [one for one in kept if one.kind is kind]
        best = sorted((one.weight for one in found if one.kind is kind), reverse=True)
        assert [one.weight for one in said] == best[: len(said)]


def test_they_come_in_the_same_order_however_they_were_found() -> None:
    found = [Said(Kind.GONE_QUIET, 2.0, key) for key in "cab"]
    assert most_important(found) == most_important(reversed(found))
