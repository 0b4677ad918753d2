"""Two years in a made-up market: the program's rhythm, waterfall and plan against favourites and chance, same hours.

What is assumed stands in `tests.bench.market` and `tests.bench.pipeline`; none of it is measured in the world. What the
program does is asked of the program itself: due dates, cadences offered, visits that make one active, the worth of a
visit, drives, the capacity of a week, and in the full form the solver's weeks (in ten of the markets: a year of them
takes a while). Left out: advances, commitments, stalls, the list of rethink, opening hours, how many referrals the
agency can take, and a liaison who learns.

Admissions over both years, and how much the months of the second year differ (coefficient of variation). Policies meet
in the same markets, with the same dice for every source and day; 95 % intervals are bootstrapped over the markets. The
full form takes 30 markets, and ten each with trust that fades twice as fast and half as fast; the reduced form two.
Nothing is asserted about who wins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.bench.market import ADMITTED, FIRST, HALF_LIFE, LAST, Market, make_market
from tests.bench.measure import NOTES, REDUCED
from tests.bench.pipeline import (
    HOURS_A_WEEK,
    MINUTES_A_DAY,
    PLANNED,
    POLICIES,
    PROGRAM,
    VISIT_MINUTES,
    Outcome,
    Policy,
    live,
)

pytestmark = pytest.mark.bench

SEEDS = range(2) if REDUCED else range(30)
FADES = {HALF_LIFE: SEEDS} if REDUCED else {HALF_LIFE: SEEDS, HALF_LIFE / 2: range(10), HALF_LIFE * 2: range(10)}
DRAWS = 4000

Results = Mapping[Policy, Sequence[Outcome]]


@pytest.fixture(scope="module")
def results() -> dict[float, dict[Policy, list[Outcome]]]:
    """The outcomes of each policy by half-life, in the order of the seeds."""
    return {fade: _of(fade, seeds) for fade, seeds in FADES.items()}


def _of(fade: float, seeds: range) -> dict[Policy, list[Outcome]]:
    markets = [(seed, make_market(seed, fade)) for seed in seeds]
    return {policy: [live(market, policy, seed) for seed, market in markets] for policy in POLICIES}


def test_the_rhythm_against_favourites_and_chance(
    results: dict[float, dict[Policy, list[Outcome]]], request: pytest.FixtureRequest
) -> None:
    lines = [
        "two simulated years; assumed: "
        f"{HOURS_A_WEEK:g} h a week, visits of {VISIT_MINUTES} min, {ADMITTED:.0%} of referrals admitted, "
        "first referrals by domain.md (f) scaled to people a visit, the rest in tests/bench/market.py and pipeline.py"
    ]
    for fade, found in results.items():
        lines.append(f"trust fades by half in {fade:g} days, {len(found[PROGRAM])} markets:")
        lines.extend(_line(policy, found, PROGRAM) for policy in POLICIES)
    request.config.stash.setdefault(NOTES, []).extend(lines)
    for found in results.values():
        for outcomes in found.values():
            for outcome in outcomes:
                assert outcome.admissions == sum(outcome.months.values()) > 0
                assert len(outcome.months) == 24


@pytest.mark.timeout(1800)
def test_weeks_by_the_solver_against_all_of_them(
    results: dict[float, dict[Policy, list[Outcome]]], request: pytest.FixtureRequest
) -> None:
    """In the reduced form a quarter of a year, which shows that it runs and spends the same hours."""
    seeds = SEEDS[:1] if REDUCED else SEEDS[:10]
    until = date(FIRST.year, 3, 31) if REDUCED else LAST
    planned = [live(make_market(seed), PLANNED, seed, until) for seed in seeds]
    by_day = [live(make_market(seed), PROGRAM, seed, until) for seed in seeds]
    for one, other in zip(planned, by_day, strict=True):
        assert one.most_a_day <= MINUTES_A_DAY
        assert one.minutes == pytest.approx(other.minutes, rel=0.06)
    if not REDUCED:
        found = {policy: outcomes[: len(seeds)] for policy, outcomes in results[HALF_LIFE].items()} | {PLANNED: planned}
        lines = [f"the same with the solver's weeks, in {len(seeds)} of the markets:"]
        lines.extend(_line(policy, found, PLANNED) for policy in (PLANNED, *POLICIES))
        request.config.stash.setdefault(NOTES, []).extend(lines)


def test_every_policy_spends_the_same_hours(results: dict[float, dict[Policy, list[Outcome]]]) -> None:
    """A day ends when nothing fits any more, so that a little of it may be left; nobody has more than a day."""
    for found in results.values():
        minutes = np.array([[outcome.minutes for outcome in outcomes] for outcomes in found.values()])
        assert (minutes.max(axis=0) <= minutes.min(axis=0) * 1.04).all()
        assert all(outcome.most_a_day <= MINUTES_A_DAY for outcomes in found.values() for outcome in outcomes)


def test_a_seed_gives_the_same_two_years(results: dict[float, dict[Policy, list[Outcome]]]) -> None:
    market = make_market(SEEDS[-1])
    for policy in POLICIES:
        assert live(market, policy, SEEDS[-1]) == results[HALF_LIFE][policy][-1]


def test_without_visits_trust_fades_and_one_visit_opens_nobody() -> None:
    market: Market = make_market(1)
    once = np.ones(len(market.potential))
    assert market.trust(once).max() < 0.05, "a first referral takes several visits"
    left = market.opens_at * market.fade**HALF_LIFE
    assert market.trust(left).max() < 0.06 < 0.5 == pytest.approx(market.trust(market.opens_at).min())


def _line(policy: Policy, found: Results, against: Policy) -> str:
    admissions, swings = _each(found[policy], lambda one: one.admissions), _each(found[policy], lambda one: one.swing)
    visits, seen = _each(found[policy], lambda one: one.visits), _each(found[policy], lambda one: len(one.seen))
    words = (
        f"  {policy.name:<42} admissions {_mean(admissions, '.0f')}, months vary {_mean(swings, '.3f')}, "
        f"{visits.mean():.0f} visits to {seen.mean():.0f} sources"
    )
    if policy is against:
        return words
    ours = found[against]
    times = _each(ours, lambda one: one.admissions) / admissions
    apart = _each(ours, lambda one: one.swing) - swings
    return f"{words}; {against.name} has {_mean(times, '.2f')} times its admissions, variation {_mean(apart, '+.3f')}"


def _each(outcomes: Sequence[Outcome], of: Callable[[Outcome], float]) -> NDArray[np.float64]:
    return np.array([of(one) for one in outcomes], float)


def _mean(values: NDArray[np.float64], how: str) -> str:
    """The mean with its 95 % interval, bootstrapped over the markets."""
    dice = np.random.default_rng(0)
    means = dice.choice(values, (DRAWS, len(values))).mean(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return f"{values.mean():{how}} ({low:{how}} to {high:{how}})"
