"""Active sources and visits a week in the months to come."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.forecast import (
    DAYS_A_MONTH,
    Guessed,
    Pace,
    Past,
    Stand,
    forecast,
    mean_offered,
    months_left,
    present_pace,
    whole,
)
from hhcrm.domain.settings import DEFAULTS

shares = st.floats(0, 1)
paces = st.builds(
    Pace, st.floats(0, 40), shares, st.floats(0, 18), st.floats(0, 0.3), st.floats(7, 180), st.integers(14, 60)
)
stands = st.builds(Stand, st.integers(0, 300), st.lists(st.floats(0, 20), max_size=40).map(tuple))
PAST = Past(
    liaisons=1, months=30, found=30, became=21, dropped=7, lost=6, gained=21, active=60, cadence=40.0,
    months_to_active=5.5, visits_to_active=5.2, visits_of_prospects=60, prospect_days=1800,
)  # fmt: skip


def test_five_a_month_of_which_three_in_five_become_active() -> None:
    steady = Stand(31, tuple(float(month) for month in range(1, 6) for _ in range(5)))
    months = forecast(steady, Pace(found=5, share=0.6, months=5, loss=0, cadence=42, interval=30))
    assert [whole(month.active) for month in months] == [31 + 3 * month for month in range(13)]
    assert {round(month.prospects, 6) for month in months} == {25}
    assert months[0].visits_a_week == pytest.approx(7 * (31 / 42 + 25 / 30))


@given(stands, paces)
def test_nothing_is_below_zero_and_today_is_how_things_stand(stand: Stand, pace: Pace) -> None:
    months = forecast(stand, pace)
    assert [month.ahead for month in months] == list(range(13))
    assert (months[0].active, months[0].prospects) == (stand.active, len(stand.waiting))
    assert all(month.active >= 0 and month.prospects >= 0 and month.visits_a_week >= 0 for month in months)


@given(stands, paces, st.floats(0, 20), shares, st.floats(0, 0.3))
def test_a_faster_pace_never_gives_fewer_sources(
    stand: Stand, pace: Pace, more: float, share: float, loss: float
) -> None:
    plain = forecast(stand, pace)
    for faster in (
        replace(pace, found=pace.found + more),
        replace(pace, share=max(pace.share, share)),
        replace(pace, loss=min(pace.loss, loss)),
    ):
        for mine, theirs in zip(plain, forecast(stand, faster), strict=True):
            assert theirs.active >= mine.active - 1e-9
    for mine, rarer in zip(plain, forecast(stand, replace(pace, cadence=pace.cadence * 2)), strict=True):
        assert rarer.active == mine.active
        assert rarer.visits_a_week <= mine.visits_a_week


@given(st.integers(0, 300), paces)
def test_without_prospects_there_are_only_losses(active: int, pace: Pace) -> None:
    months = forecast(Stand(active), replace(pace, found=0))
    for month in months:
        assert month.active == pytest.approx(active * (1 - pace.loss) ** month.ahead)
        assert month.prospects == 0


@given(stands, paces)
def test_nobody_is_lost_on_the_way(stand: Stand, pace: Pace) -> None:
    """With everybody becoming active and nobody lost, all who were there or are found are one or the other."""
    kept = replace(pace, share=1.0, loss=0.0)
    for month in forecast(stand, kept):
        everybody = stand.active + len(stand.waiting) + kept.found * month.ahead
        assert month.active + month.prospects == pytest.approx(everybody)


# --- the present pace -------------------------------------------------------------------------------------------------


def test_the_pace_is_what_was_counted() -> None:
    pace, guessed = present_pace(PAST)
    assert (pace.found, pace.share, pace.months, pace.cadence) == (5.0, 0.75, 5.5, 40.0)
    assert pace.loss == pytest.approx(6 / ((45 + 60) / 2) / 12)  # 60 now, 45 a year ago
    assert guessed == Guessed(found=False, share=False, months=False, loss=False, cadence=False)
    assert PAST.visits_a_month == pytest.approx(60 / 1800 * DAYS_A_MONTH)


def test_a_short_history_is_divided_by_its_own_months() -> None:
    pace, guessed = present_pace(replace(PAST, months=4, found=12))
    assert pace.found == 3.0
    assert not guessed.found


def test_too_few_cases_are_guesses_by_the_rules() -> None:
    new = Past(2, 0, 0, 0, 0, 0, 0, 0, None, None, None)
    pace, guessed = present_pace(new)
    assert guessed == Guessed(found=True, share=True, months=True, loss=True, cadence=True)
    assert (pace.found, pace.share, pace.loss) == (2 * DEFAULTS.cohort_size, 0.6, 0.01)
    assert pace.months == pytest.approx(5 * 30 / DAYS_A_MONTH)
    assert pace.cadence == mean_offered() == pytest.approx(1 / (0.2 / 30 + 0.3 / 45 + 0.5 / 60))
    assert new.visits_a_month is None
    four = replace(PAST, became=3, dropped=1)
    assert present_pace(four)[1].share
    assert present_pace(replace(four, became=4))[1].months


@given(
    st.builds(
        Past, st.integers(1, 9), st.integers(0, 90), st.integers(0, 400), st.integers(0, 90), st.integers(0, 90),
        st.integers(0, 90), st.integers(0, 400), st.integers(0, 400), st.none() | st.floats(7, 180),
        st.none() | st.floats(0, 30), st.none(),
    )
)  # fmt: skip
def test_any_past_gives_a_pace_that_makes_sense(past: Past) -> None:
    pace, _ = present_pace(past)
    assert pace.found >= 0
    assert 0 <= pace.share <= 1
    assert 0 <= pace.loss <= 1
    assert pace.cadence > 0


@given(st.integers(0, 12), st.integers(1, 12), paces)
def test_the_more_visits_are_done_the_sooner_it_is_decided(visits: int, needed: int, pace: Pace) -> None:
    left = months_left(visits, needed, pace)
    assert 1 <= left <= max(pace.months, 1)
    assert months_left(visits + 1, needed, pace) <= left
