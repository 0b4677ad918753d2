"""Stages, dates and clocks of a referral."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.referrals import (
    CLOSED_STAGES,
    OPEN_STAGES,
    Timely,
    allowed_moves,
    check_move,
    check_reason,
    hours_to_decision,
    hours_to_soc,
    last_timely_day,
    received_at,
    referral_date,
    stages_between,
    timely_cms,
    within_48_hours,
)
from hhcrm.domain.words import ReferralStage

CENTRAL = ZoneInfo("America/Chicago")
RECEIVED, REVIEW, ACCEPTED = ReferralStage.RECEIVED, ReferralStage.UNDER_REVIEW, ReferralStage.ACCEPTED
SCHEDULED, ADMITTED = ReferralStage.SCHEDULED, ReferralStage.ADMITTED
NOT_ADMITTED, ON_HOLD = ReferralStage.NOT_ADMITTED, ReferralStage.ON_HOLD
STAGES = st.sampled_from(ReferralStage)
APRIL = st.dates(date(2018, 4, 1), date(2018, 4, 30))


def test_every_stage_is_open_or_closed() -> None:
    assert set(ReferralStage) == OPEN_STAGES | CLOSED_STAGES
    assert not OPEN_STAGES & CLOSED_STAGES


@pytest.mark.parametrize(
    ("current", "new"), [(RECEIVED, REVIEW), (REVIEW, ACCEPTED), (ACCEPTED, SCHEDULED), (SCHEDULED, ADMITTED)]
)
def test_the_stages_follow_each_other(current: ReferralStage, new: ReferralStage) -> None:
    check_move(current, new)


@pytest.mark.parametrize("current", sorted(OPEN_STAGES))
def test_any_open_stage_may_end_not_admitted_with_a_reason(current: ReferralStage) -> None:
    check_move(current, NOT_ADMITTED, reason="no_capacity")
    with pytest.raises(RuleBroken, match="one reason") as caught:
        check_move(current, NOT_ADMITTED)
    assert caught.value.field == "reason"


def test_old_lists_may_lack_the_reason() -> None:
    check_move(RECEIVED, NOT_ADMITTED, None, reason_needed=False)


@pytest.mark.parametrize("current", sorted(OPEN_STAGES - {ON_HOLD}))
def test_any_open_stage_may_be_held_and_goes_back_to_where_it_was(current: ReferralStage) -> None:
    check_move(current, ON_HOLD)
    check_move(ON_HOLD, current, held_from=current)
    assert allowed_moves(ON_HOLD, held_from=current) == {current, NOT_ADMITTED}


@pytest.mark.parametrize(
    ("current", "new"),
    [
        (RECEIVED, ACCEPTED),
        (RECEIVED, ADMITTED),
        (ACCEPTED, RECEIVED),
        (ADMITTED, NOT_ADMITTED),
        (ADMITTED, ON_HOLD),
        (NOT_ADMITTED, REVIEW),
        (ON_HOLD, ADMITTED),
        (REVIEW, REVIEW),
    ],
)
def test_other_moves_are_refused_in_words(current: ReferralStage, new: ReferralStage) -> None:
    with pytest.raises(RuleBroken, match=str(current)) as caught:
        check_move(current, new, reason="other")
    assert caught.value.field == "stage"


@given(STAGES, STAGES)
def test_a_mistake_is_corrected_by_an_entry_of_any_other_stage(current: ReferralStage, new: ReferralStage) -> None:
    if new is current:
        with pytest.raises(RuleBroken, match="already"):
            check_move(current, new, "other", correction=True)
    else:
        check_move(current, new, "other", correction=True)


def test_one_key_accepts_what_was_just_received() -> None:
    assert stages_between(RECEIVED, ACCEPTED) == (REVIEW, ACCEPTED)
    assert stages_between(RECEIVED, NOT_ADMITTED) == (NOT_ADMITTED,)
    assert stages_between(ON_HOLD, ACCEPTED, held_from=RECEIVED) == (RECEIVED, REVIEW, ACCEPTED)


def test_no_way_leads_backwards() -> None:
    with pytest.raises(RuleBroken):
        stages_between(SCHEDULED, RECEIVED)
    with pytest.raises(RuleBroken):
        stages_between(ADMITTED, ADMITTED)
    with pytest.raises(RuleBroken):
        stages_between(ON_HOLD, RECEIVED, held_from=ACCEPTED)


@given(STAGES, STAGES, st.none() | st.sampled_from(sorted(OPEN_STAGES - {ON_HOLD})))
def test_each_step_of_a_way_is_an_allowed_move(
    current: ReferralStage, new: ReferralStage, held: ReferralStage | None
) -> None:
    try:
        way = stages_between(current, new, held)
    except RuleBroken:
        return
    assert way[-1] is new
    for earlier, later in zip((current, *way), way, strict=False):
        check_move(earlier, later, "other", held_from=held)


def test_a_reason_may_need_words_or_a_discipline() -> None:
    check_reason(False, False, None, None)
    check_reason(True, True, "moved away", "PT")
    with pytest.raises(RuleBroken, match="words"):
        check_reason(True, False, "  ", None)
    with pytest.raises(RuleBroken, match="discipline"):
        check_reason(False, True, None, None)


def test_a_referral_belongs_to_the_day_of_its_authorisation() -> None:
    heard = datetime(2026, 11, 18, 15, tzinfo=UTC)
    authorized = datetime(2026, 11, 20, 15, tzinfo=UTC)
    assert referral_date(heard, None, CENTRAL) == date(2026, 11, 18)
    assert referral_date(heard, authorized, CENTRAL) == date(2026, 11, 20)
    assert received_at(heard, authorized) == authorized


def test_its_day_is_the_agencys_day_not_greenwichs() -> None:
    assert referral_date(datetime(2026, 11, 20, 5, 30, tzinfo=UTC), None, CENTRAL) == date(2026, 11, 19)
    assert referral_date(datetime(2026, 11, 20, 6, 30, tzinfo=UTC), None, CENTRAL) == date(2026, 11, 20)


def test_a_referral_without_any_instant_is_refused() -> None:
    with pytest.raises(RuleBroken, match="first heard"):
        received_at(None, None)


def day(number: int) -> date:
    return date(2018, 4, number)


@pytest.mark.parametrize(
    ("soc", "referral", "ordered", "discharged", "expected"),
    [
        (day(12), day(10), None, None, Timely.YES),
        (day(13), day(10), None, None, Timely.NO),
        (day(16), day(13), None, day(14), Timely.YES),
        (day(17), day(13), None, day(14), Timely.NO),
        (day(18), day(10), day(20), None, Timely.YES),
        (day(21), day(20), day(20), None, Timely.NO),
        (day(12), None, None, None, Timely.MISSING),
        (day(20), None, day(20), None, Timely.YES),
        (day(13), day(10), None, day(10), Timely.NO),
        (day(13), day(10), None, day(9), Timely.NO),
    ],
)
def test_timely_by_cms(
    soc: date, referral: date | None, ordered: date | None, discharged: date | None, expected: Timely
) -> None:
    assert timely_cms(soc, referral, ordered, discharged=discharged) is expected


def test_an_inpatient_stay_of_unknown_end_leaves_it_missing() -> None:
    assert timely_cms(day(13), day(10), inpatient=True) is Timely.MISSING
    assert timely_cms(day(12), day(10), inpatient=True) is Timely.YES


@given(APRIL, APRIL, st.none() | APRIL, st.none() | APRIL)
def test_the_last_timely_day_agrees_with_the_measure(
    soc: date, referral: date, ordered: date | None, discharged: date | None
) -> None:
    last = last_timely_day(referral, ordered, discharged)
    assert last is not None
    timely = timely_cms(soc, referral, ordered, discharged=discharged)
    assert timely is (Timely.YES if soc <= last else Timely.NO)


def test_the_last_timely_day_needs_a_referral_or_an_order() -> None:
    assert last_timely_day(None, None, day(14)) is None


RECEIVED_AT = datetime(2026, 11, 20, 16, tzinfo=UTC)  # Friday 10:00 in Chicago


def test_the_condition_of_participation_counts_hours() -> None:
    assert within_48_hours(RECEIVED_AT, RECEIVED_AT + timedelta(hours=48), CENTRAL)
    assert not within_48_hours(RECEIVED_AT, RECEIVED_AT + timedelta(hours=48, minutes=1), CENTRAL)


def test_the_same_care_may_be_timely_in_days_and_late_in_hours() -> None:
    soc = date(2026, 11, 22)
    assert timely_cms(soc, date(2026, 11, 20)) is Timely.YES
    assert not within_48_hours(RECEIVED_AT, soc, CENTRAL)
    assert within_48_hours(RECEIVED_AT, date(2026, 11, 21), CENTRAL)


def test_48_hours_also_run_from_the_return_home_or_to_the_ordered_day() -> None:
    late = datetime(2026, 11, 25, 16, tzinfo=UTC)
    assert within_48_hours(RECEIVED_AT, late, CENTRAL, discharged=date(2026, 11, 24))
    assert not within_48_hours(RECEIVED_AT, late, CENTRAL, discharged=date(2026, 11, 22))
    assert within_48_hours(RECEIVED_AT, late, CENTRAL, ordered=date(2026, 11, 25))
    assert not within_48_hours(RECEIVED_AT, late, CENTRAL, ordered=date(2026, 11, 24))


def test_a_discharge_after_the_start_of_care_does_not_help() -> None:
    late = datetime(2026, 11, 25, 16, tzinfo=UTC)
    assert not within_48_hours(RECEIVED_AT, late, CENTRAL, discharged=date(2026, 11, 27))


def test_a_day_alone_counts_as_noon_of_the_agency() -> None:
    assert hours_to_soc(RECEIVED_AT, date(2026, 11, 21), CENTRAL) == 26
    assert hours_to_decision(RECEIVED_AT, RECEIVED_AT + timedelta(hours=3)) == 3


def test_hours_are_real_hours_when_the_clock_changes() -> None:
    received = datetime(2026, 10, 31, 12, tzinfo=CENTRAL)
    assert hours_to_soc(received, date(2026, 11, 1), CENTRAL) == 25
