"""Potential, expectation, urgency, tiers and quadrants."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.settings import Rules
from hhcrm.domain.words import PotentialBasis, Tier
from hhcrm.domain.worth import (
    BED_RATES,
    PROVIDER_RATES,
    Potential,
    Quadrant,
    calls_for_rethink,
    counted_potential,
    expected_referrals,
    high_potential_from,
    potential,
    quadrant,
    share_of_potential,
    tiers,
    urgency,
    visit_worth,
)

DUE = date(2026, 11, 23)


def test_the_best_basis_wins() -> None:
    every = {
        "told_us": 9.0,
        "providers": 4,
        "rate_per_provider": 1.0,
        "beds": 100,
        "rate_per_bed": 0.06,
        "type_median": 2.0,
    }
    assert potential(**every) == Potential(9.0, PotentialBasis.TOLD_US)  # type: ignore[arg-type]
    del every["told_us"]
    assert potential(**every) == Potential(4.0, PotentialBasis.COUNTED)  # type: ignore[arg-type]
    del every["providers"]
    assert potential(**every) == Potential(6.0, PotentialBasis.PUBLIC_DATA)  # type: ignore[arg-type]
    del every["beds"]
    unknown = potential(**every)  # type: ignore[arg-type]
    assert unknown == Potential(2.0, PotentialBasis.UNKNOWN)
    assert unknown.is_guess


def test_told_none_is_told() -> None:
    assert potential(told_us=0.0, beds=100, rate_per_bed=0.06) == Potential(0.0, PotentialBasis.TOLD_US)


def test_without_anything_there_is_no_figure() -> None:
    assert potential().per_month is None


def test_the_starting_rates_are_those_of_the_product_page() -> None:
    assert PROVIDER_RATES == {
        "primary care": 1,
        "geriatrician": 2,
        "orthopaedic": 2.5,
        "cardiac": 2.5,
        "hospitalist": 4,
    }
    assert BED_RATES == {"hospital": 0.10, "snf": 0.06, "irf": 0.5, "assisted_living": 0.03}


def test_a_practice_is_counted_by_the_kinds_of_its_providers() -> None:
    counted = counted_potential({"primary care": 3, "cardiac": 2, "podiatrist": 4})
    assert counted == Potential(8.0, PotentialBasis.COUNTED)
    assert counted_potential({"podiatrist": 4}) is None


def test_share_of_potential_is_of_twelve_months() -> None:
    assert share_of_potential(12, 4.0) == 0.25
    assert share_of_potential(12, None) is None
    assert share_of_potential(0, 0.0) is None


@pytest.mark.parametrize(
    ("per_month", "sent", "share", "expected"),
    [
        (10.0, None, None, 1.5),
        (10.0, None, 0.3, 3.0),
        (10.0, 24, 0.3, 2.5),
        (10.0, 0, 0.3, 1.5),
        (None, 24, 0.3, 2.0),
        (None, None, 0.3, 0.0),
    ],
)
def test_expected_referrals(per_month: float | None, sent: int | None, share: float | None, expected: float) -> None:
    assert expected_referrals(per_month, sent, share) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("days", "expected"), [(-14, 0.0), (-7, 0.5), (0, 1.0), (7, 1.5), (14, 2.0), (21, 2.5), (70, 2.5)]
)
def test_urgency_by_week(days: int, expected: float) -> None:
    assert urgency(DUE, DUE + timedelta(days=days)) == pytest.approx(expected)


@given(st.integers(-200, 200), st.integers(0, 50))
def test_urgency_never_falls_as_days_pass(days: int, more: int) -> None:
    day = DUE + timedelta(days=days)
    assert 0 <= urgency(DUE, day) <= urgency(DUE, day + timedelta(days=more)) <= 2.5


def test_a_promise_and_the_fifth_visit_add_to_the_worth() -> None:
    assert visit_worth(2.0, DUE, DUE).value == 2.0
    assert visit_worth(2.0, DUE, DUE, commitment_due=True).value == 4.0
    assert visit_worth(2.0, DUE, DUE, reaches_active=True).value == 3.0
    assert visit_worth(2.0, DUE, DUE, True, True).urgency == 2.5


def test_the_reasons_are_words() -> None:
    found = visit_worth(2.0, DUE, DUE + timedelta(days=4), commitment_due=True)
    assert found.reasons == (
        "about 2.0 referrals a month expected",
        "4 days overdue",
        "a promise to them is due this week",
    )
    assert "due in 1 day" in visit_worth(2.0, DUE, DUE - timedelta(days=1)).reasons
    assert "due that day" in visit_worth(2.0, DUE, DUE).reasons


def test_the_weights_are_settings() -> None:
    assert visit_worth(2.0, DUE, DUE, commitment_due=True, rules=Rules(urgency_commitment=0.0)).value == 2.0


def test_tiers_are_the_first_20_percent_the_next_30_and_the_rest() -> None:
    found = tiers({source: float(source) for source in range(1, 11)})
    assert [found[source] for source in range(10, 0, -1)] == [Tier.A] * 2 + [Tier.B] * 3 + [Tier.C] * 5


def test_equal_worths_keep_the_order_of_their_ids() -> None:
    assert tiers({3: 1.0, 1: 1.0, 2: 1.0}) == {1: Tier.A, 2: Tier.B, 3: Tier.C}


@given(st.dictionaries(st.integers(1, 500), st.floats(0, 1e6), max_size=80))
def test_a_better_tier_never_has_less_worth(worths: dict[int, float]) -> None:
    found = tiers(worths)
    assert set(found) == set(worths)
    for better, worse in ((Tier.A, Tier.B), (Tier.B, Tier.C)):
        above = [worths[source] for source, tier in found.items() if tier is better]
        below = [worths[source] for source, tier in found.items() if tier is worse]
        assert min(above, default=1e9) >= max(below, default=0.0)


def test_the_upper_third_has_high_potential() -> None:
    assert high_potential_from([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]) == 5.0
    assert high_potential_from([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]) == 5.0
    assert high_potential_from([7.0]) == 7.0
    assert high_potential_from([]) is None


@pytest.mark.parametrize(
    ("per_month", "share", "expected"),
    [
        (8.0, 0.1, Quadrant.GROW),
        (8.0, 0.25, Quadrant.KEEP),
        (2.0, 0.25, Quadrant.THANK),
        (2.0, 0.1, Quadrant.RETHINK),
        (None, None, Quadrant.RETHINK),
        (8.0, None, Quadrant.GROW),
    ],
)
def test_the_quadrants(per_month: float | None, share: float | None, expected: Quadrant) -> None:
    assert quadrant(per_month, share, high_from=5.0) is expected


def test_five_visits_without_referral_or_advance_call_for_a_rethink() -> None:
    assert calls_for_rethink(5, 0, 0)
    assert not calls_for_rethink(4, 0, 0)
    assert not calls_for_rethink(9, 1, 0)
    assert not calls_for_rethink(9, 0, 1)
