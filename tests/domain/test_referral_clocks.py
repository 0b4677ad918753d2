"""The clocks of a referral: which one matters, when it warns and runs out, on nights the clock changes too."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.referral_clocks import (
    LATE,
    Clock,
    ClockFacts,
    ClockKind,
    ClockState,
    Moment,
    clock_now,
    clocks,
    end_of_day,
    hours_48_until,
    planned_too_late,
)
from hhcrm.domain.referrals import Timely, inpatient_stay, timely_cms, within_48_hours
from hhcrm.domain.words import ReferralStage as S

NASHVILLE = ZoneInfo("America/Chicago")
ZONES = st.sampled_from([NASHVILLE, ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Honolulu"), UTC])
MONDAY = datetime(2026, 11, 23, 15, tzinfo=UTC)  # 9 AM in Nashville
TODAY = date(2026, 11, 23)
FACTS = ClockFacts(S.RECEIVED, MONDAY, TODAY, decision_due=MONDAY + timedelta(days=1))
K, T = ClockKind, ClockState


def at(hours: float) -> Moment:
    return Moment(MONDAY + timedelta(hours=hours), NASHVILLE)


def said(facts: ClockFacts, hours: float) -> tuple[ClockKind, ClockState] | None:
    found = clock_now(facts, at(hours))
    return None if found is None else (found.kind, found.state)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0, (K.DECISION, T.RUNNING)), (16, (K.DECISION, T.LAST)), (23.9, (K.DECISION, T.LAST)),
        (24, (K.DECISION, T.OVERDUE)), (400, (K.DECISION, T.OVERDUE)),
    ],
)  # fmt: skip
def test_our_answer_comes_first(hours: float, expected: tuple[ClockKind, ClockState]) -> None:
    assert said(FACTS, hours) == expected


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (1, (K.HOURS_48, T.RUNNING)), (24, (K.HOURS_48, T.SOON)), (39, (K.HOURS_48, T.SOON)),
        (40, (K.HOURS_48, T.LAST)), (47.9, (K.HOURS_48, T.LAST)), (48, (K.TIMELY, T.SOON)),
        (55, (K.TIMELY, T.LAST)), (63, (K.TIMELY, T.MISSED)),
    ],
)  # fmt: skip
def test_once_accepted_the_hours_run_and_after_them_the_day(
    hours: float, expected: tuple[ClockKind, ClockState]
) -> None:
    accepted = replace(FACTS, stage=S.ACCEPTED)
    assert said(accepted, hours) == expected
    assert {clock.kind for clock in clocks(accepted, at(hours))} == {K.HOURS_48, K.TIMELY}


def test_over_a_weekend_the_hours_run_out_before_the_answer_is_due() -> None:
    weekend = replace(FACTS, decision_due=MONDAY + timedelta(days=3))
    assert said(weekend, 30) == (K.HOURS_48, T.SOON)
    assert said(weekend, 64) == (K.DECISION, T.LAST)


def test_a_planned_start_of_care_stands_for_itself_until_it_is_past() -> None:
    planned = replace(FACTS, stage=S.SCHEDULED, planned_soc_on=TODAY + timedelta(days=1), planned_soc_time=time(10))
    assert said(planned, 24) == (K.PLANNED_SOC, T.RUNNING)
    assert said(planned, 25) == (K.PLANNED_SOC, T.OVERDUE)
    day_alone = replace(planned, planned_soc_time=None)
    assert said(day_alone, 38.9) == (K.PLANNED_SOC, T.RUNNING)
    assert said(day_alone, 39) == (K.PLANNED_SOC, T.OVERDUE)
    assert not planned_too_late(planned)
    assert planned_too_late(replace(planned, planned_soc_on=TODAY + timedelta(days=3)))
    assert said(replace(planned, planned_soc_on=None), 24) == (K.HOURS_48, T.SOON)


def test_one_on_hold_has_the_day_it_comes_back_alone() -> None:
    held = replace(FACTS, stage=S.ON_HOLD, hold_until=TODAY + timedelta(days=1))
    assert said(held, 14.9) == (K.HOLD, T.RUNNING)
    assert said(held, 15) == (K.HOLD, T.OVERDUE)
    assert said(replace(held, hold_until=None), 15) is None


def test_one_admitted_has_its_outcome_until_told_and_one_lost_has_nothing() -> None:
    admitted = replace(FACTS, stage=S.ADMITTED, outcome_due=MONDAY + timedelta(days=30))
    assert said(admitted, 24 * 30) == (K.OUTCOME, T.OVERDUE)
    assert said(replace(admitted, outcome_due=None), 24 * 30) is None
    assert said(replace(admitted, stage=S.NOT_ADMITTED), 24 * 30) is None


@pytest.mark.parametrize(
    ("night", "hours"), [(date(2026, 3, 8), 23), (date(2026, 11, 1), 25), (date(2026, 11, 23), 24)]
)
def test_a_day_has_the_hours_it_has(night: date, hours: int) -> None:
    begun = datetime.combine(night, time(), tzinfo=NASHVILLE).astimezone(UTC)
    assert end_of_day(night, NASHVILLE) - begun == timedelta(hours=hours)


def test_48_hours_are_hours_across_the_change_of_the_clock() -> None:
    received = datetime(2026, 10, 31, 15, 0, tzinfo=UTC)  # Saturday 10 AM, the night before the clock goes back
    until = hours_48_until(received, None, None, NASHVILLE)
    assert until == datetime(2026, 11, 2, 15, tzinfo=UTC)  # Monday, 9 AM


MARCH, OCTOBER = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)
INSTANTS = st.builds(
    lambda start, minutes: start + timedelta(minutes=minutes), st.sampled_from([MARCH, OCTOBER]), st.integers(0, 25_000)
)
SOMETIMES = st.none() | st.integers(-5, 9)


@given(
    received=INSTANTS, ordered=SOMETIMES, discharged=SOMETIMES, zone=ZONES, minutes=st.integers(0, 12_000),
    inpatient=st.none() | st.booleans(),
)  # fmt: skip
def test_who_keeps_to_the_clock_meets_the_rule_and_who_does_not_misses_it(
    received: datetime,
    ordered: int | None,
    discharged: int | None,
    zone: ZoneInfo,
    minutes: int,
    inpatient: bool | None,
) -> None:
    day = received.astimezone(zone).date()
    facts = ClockFacts(
        S.ACCEPTED, received, day,
        ordered_soc=None if ordered is None else day + timedelta(days=abs(ordered)),
        discharged_on=None if discharged is None else day + timedelta(days=discharged), inpatient=inpatient,
    )  # fmt: skip
    begun = received + timedelta(minutes=minutes)
    late = {clock.kind: clock.is_late for clock in clocks(facts, Moment(begun, zone))}
    soc = begun.astimezone(zone).date()
    _stay, stay_end = inpatient_stay(inpatient, None, facts.discharged_on)
    timely = timely_cms(soc, day, facts.ordered_soc, stay_end is not None, stay_end)
    assert late[K.TIMELY] == (timely is Timely.NO)
    met = within_48_hours(received, begun, zone, facts.ordered_soc, facts.discharged_on)
    if met:
        assert not late[K.HOURS_48] or hours_48_until(received, facts.ordered_soc, facts.discharged_on, zone) == begun


FOUND = st.builds(
    ClockFacts,
    stage=st.sampled_from(list(S)),
    received=INSTANTS,
    referral_on=st.dates(date(2026, 3, 1), date(2026, 3, 20)),
    ordered_soc=st.none() | st.dates(date(2026, 3, 1), date(2026, 3, 20)),
    planned_soc_on=st.none() | st.dates(date(2026, 3, 1), date(2026, 3, 20)),
    hold_until=st.none() | st.dates(date(2026, 3, 1), date(2026, 3, 20)),
    decision_due=st.none() | INSTANTS,
    outcome_due=st.none() | INSTANTS,
)


@given(FOUND, INSTANTS, ZONES)
def test_the_one_that_matters_is_one_of_them_and_a_late_one_means_nothing_can_be_met_first(
    facts: ClockFacts, now: datetime, zone: ZoneInfo
) -> None:
    moment = Moment(now, zone)
    every, one = clocks(facts, moment), clock_now(facts, moment)
    assert (one is None) == (every == ())
    if one is None:
        return
    assert one in every
    assert _rank(one) == min(map(_rank, every)) or one.kind is K.PLANNED_SOC


def _rank(clock: Clock) -> int:
    """To be done now, to be met, missed."""
    return [clock.state is T.OVERDUE, clock.state not in LATE, clock.state is T.MISSED].index(True)
