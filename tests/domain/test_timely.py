"""Timely initiation of care by CMS's logic at its edges: every branch, midnight, time zones, changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.referrals import Timely, inpatient_stay, referral_date, timely_cms, within_48_hours
from hhcrm.domain.words import AdmissionSource

CHICAGO, NEW_YORK = ZoneInfo("America/Chicago"), ZoneInfo("America/New_York")
LOS_ANGELES, PHOENIX = ZoneInfo("America/Los_Angeles"), ZoneInfo("America/Phoenix")
YES, NO, MISSING = Timely.YES, Timely.NO, Timely.MISSING
INSTITUTIONAL, COMMUNITY = AdmissionSource.INSTITUTIONAL, AdmissionSource.COMMUNITY
DAYS = st.dates(date(2018, 4, 1), date(2018, 4, 12))


def april(number: int | None) -> date | None:
    return None if number is None else date(2018, 4, number)


@pytest.mark.parametrize(
    ("soc", "referral", "ordered", "stay", "discharged", "expected"),
    [
        # SOC <= M0102 where it is given, whatever else is
        (18, 10, 20, False, None, YES),
        (20, 10, 20, False, None, YES),
        (21, 10, 20, False, None, NO),
        (21, 20, 20, False, None, NO),
        (21, 20, 20, True, 20, NO),
        (9, None, 10, True, None, YES),
        (11, None, 10, False, None, NO),
        # no referral date
        (12, None, None, False, None, MISSING),
        (12, None, None, True, 11, MISSING),
        # within two days of the referral, whatever the stay
        (9, 10, None, False, None, YES),
        (12, 10, None, False, None, YES),
        (12, 10, None, True, None, YES),
        (12, 10, None, True, 5, YES),
        # later, without a stay
        (13, 10, None, False, None, NO),
        # later, the day of discharge not known
        (13, 10, None, True, None, MISSING),
        (30, 10, None, True, None, MISSING),
        # later, discharged after the referral
        (16, 13, None, True, 14, YES),
        (17, 13, None, True, 14, NO),
        (20, 13, None, True, 18, YES),
        (15, 10, None, True, 20, YES),
        # later, discharged on the day of the referral or before it
        (13, 10, None, True, 10, NO),
        (13, 10, None, True, 9, NO),
        (13, 10, None, True, 1, NO),
    ],
)
def test_every_branch(
    soc: int, referral: int | None, ordered: int | None, stay: bool, discharged: int | None, expected: Timely
) -> None:
    begun = april(soc)
    assert begun is not None
    assert timely_cms(begun, april(referral), april(ordered), stay, april(discharged)) is expected


@given(DAYS, st.none() | DAYS, st.none() | DAYS, st.booleans(), st.none() | DAYS)
def test_it_is_the_published_text(
    soc: date, m0104: date | None, m0102: date | None, stay: bool, m1005: date | None
) -> None:
    """The published logic in day numbers, step by step; a known day of discharge is a stay."""
    if m0102 is not None:
        expected = YES if soc.toordinal() <= m0102.toordinal() else NO
    elif m0104 is None:
        expected = MISSING
    elif soc.toordinal() - m0104.toordinal() <= 2:
        expected = YES
    elif not (stay or m1005 is not None):
        expected = NO
    elif m1005 is None:
        expected = MISSING
    elif m1005.toordinal() > m0104.toordinal():
        expected = YES if soc.toordinal() - m1005.toordinal() <= 2 else NO
    else:
        expected = NO
    assert timely_cms(soc, m0104, m0102, stay, m1005) is expected


@pytest.mark.parametrize(
    ("said", "came", "discharged", "expected"),
    [
        (None, None, None, (False, None)),
        (None, COMMUNITY, None, (False, None)),
        (None, INSTITUTIONAL, None, (True, None)),
        (None, COMMUNITY, april(9), (False, april(9))),
        (True, COMMUNITY, None, (True, None)),
        (True, None, april(9), (True, april(9))),
        (False, INSTITUTIONAL, None, (False, None)),
        (False, INSTITUTIONAL, april(9), (False, None)),
    ],
)
def test_what_somebody_said_of_a_stay_counts_before_what_follows_from_the_admission_source(
    said: bool | None, came: AdmissionSource | None, discharged: date | None, expected: tuple[bool, date | None]
) -> None:
    assert inpatient_stay(said, came, discharged) == expected


def test_a_night_under_observation_is_no_inpatient_stay() -> None:
    soc, referral, left = date(2018, 4, 17), date(2018, 4, 13), date(2018, 4, 15)
    assert timely_cms(soc, referral, None, *inpatient_stay(None, INSTITUTIONAL, left)) is YES
    assert timely_cms(soc, referral, None, *inpatient_stay(False, INSTITUTIONAL, left)) is NO


def test_two_days_lie_across_months_and_leap_years() -> None:
    assert timely_cms(date(2028, 3, 1), date(2028, 2, 28)) is YES
    assert timely_cms(date(2027, 3, 2), date(2027, 2, 28)) is YES
    assert timely_cms(date(2027, 3, 3), date(2027, 2, 28)) is NO
    assert timely_cms(date(2027, 1, 1), date(2026, 12, 30)) is YES
    assert timely_cms(date(2027, 1, 2), date(2026, 12, 30)) is NO


@pytest.mark.parametrize(
    ("zone", "expected", "timely"),
    [(NEW_YORK, date(2026, 11, 20), NO), (CHICAGO, date(2026, 11, 20), NO), (LOS_ANGELES, date(2026, 11, 19), NO)],
)
def test_the_day_of_a_referral_is_the_agency_s_own(zone: ZoneInfo, expected: date, timely: Timely) -> None:
    heard = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)  # half past two in New York, half past eleven in Los Angeles
    assert referral_date(heard, None, zone) == expected
    assert timely_cms(date(2026, 11, 23), referral_date(heard, None, zone)) is timely
    last = date.fromordinal(expected.toordinal() + 2)
    assert timely_cms(last, referral_date(heard, None, zone)) is YES


def test_one_minute_before_midnight_is_the_day_before() -> None:
    late = datetime(2026, 11, 20, 23, 59, tzinfo=CHICAGO)
    early = datetime(2026, 11, 21, 0, 0, tzinfo=CHICAGO)
    soc = date(2026, 11, 23)
    assert timely_cms(soc, referral_date(late, None, CHICAGO)) is NO
    assert timely_cms(soc, referral_date(early, None, CHICAGO)) is YES
    assert timely_cms(soc, referral_date(late, early, CHICAGO)) is YES, "authorisation is what counts"


@pytest.mark.parametrize(
    ("minute", "expected"),
    [
        (datetime(2026, 11, 1, 4, 59, tzinfo=UTC), date(2026, 10, 31)),
        (datetime(2026, 11, 1, 5, 0, tzinfo=UTC), date(2026, 11, 1)),
        (datetime(2026, 11, 1, 6, 30, tzinfo=UTC), date(2026, 11, 1)),  # half past one, the first time
        (datetime(2026, 11, 1, 7, 30, tzinfo=UTC), date(2026, 11, 1)),  # half past one again
        (datetime(2026, 11, 2, 5, 59, tzinfo=UTC), date(2026, 11, 1)),  # a day of 25 hours
        (datetime(2026, 3, 8, 5, 59, tzinfo=UTC), date(2026, 3, 7)),
        (datetime(2026, 3, 9, 4, 59, tzinfo=UTC), date(2026, 3, 8)),  # a day of 23 hours
        (datetime(2026, 3, 9, 5, 0, tzinfo=UTC), date(2026, 3, 9)),
    ],
)
def test_the_nights_on_which_the_clock_changes_belong_to_their_days(minute: datetime, expected: date) -> None:
    assert referral_date(minute, None, CHICAGO) == expected


def test_48_hours_pass_really_across_the_change_of_the_clock() -> None:
    spring = datetime(2026, 3, 7, 10, 0, tzinfo=CHICAGO)
    assert within_48_hours(spring, datetime(2026, 3, 9, 11, 0, tzinfo=CHICAGO), CHICAGO)
    assert not within_48_hours(spring, datetime(2026, 3, 9, 11, 1, tzinfo=CHICAGO), CHICAGO)
    autumn = datetime(2026, 10, 31, 10, 0, tzinfo=CHICAGO)
    assert within_48_hours(autumn, datetime(2026, 11, 2, 9, 0, tzinfo=CHICAGO), CHICAGO)
    assert not within_48_hours(autumn, datetime(2026, 11, 2, 9, 1, tzinfo=CHICAGO), CHICAGO)
    steady = datetime(2026, 3, 7, 10, 0, tzinfo=PHOENIX)
    assert within_48_hours(steady, datetime(2026, 3, 9, 10, 0, tzinfo=PHOENIX), PHOENIX)
    assert not within_48_hours(steady, datetime(2026, 3, 9, 10, 1, tzinfo=PHOENIX), PHOENIX)


def test_the_measure_and_the_condition_part_ways_on_either_side() -> None:
    friday = datetime(2026, 11, 20, 8, 0, tzinfo=CHICAGO)
    soc = datetime(2026, 11, 22, 20, 0, tzinfo=CHICAGO)
    assert timely_cms(soc.date(), referral_date(friday, None, CHICAGO)) is YES
    assert not within_48_hours(friday, soc, CHICAGO)
    ordered = date(2026, 11, 24)
    assert timely_cms(date(2026, 11, 23), friday.date(), ordered) is YES, "before the ordered day"
    assert not within_48_hours(friday, datetime(2026, 11, 23, 9, tzinfo=CHICAGO), CHICAGO, ordered)
