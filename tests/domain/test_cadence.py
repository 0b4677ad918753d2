"""Due dates, status and rhythm kept: every row of the table in product.md, section 3, and what holds for all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.cadence import (
    RhythmKept,
    VisitHistory,
    check_cadence,
    days_overdue,
    due_on,
    is_late,
    offered_cadence,
    rank_share,
    rhythm_kept,
    rhythm_status,
    stalls,
)
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.settings import Rules
from hhcrm.domain.words import RhythmStatus, SourceStage
from hhcrm.domain.workdays import us_calendar

TODAY = date(2026, 11, 23)
CALENDAR = us_calendar(range(2023, 2030))
ACTIVE, PROSPECTIVE, INACTIVE = SourceStage.ACTIVE, SourceStage.PROSPECTIVE, SourceStage.INACTIVE
NEVER, ON_RHYTHM = RhythmStatus.NEVER_VISITED, RhythmStatus.ON_RHYTHM
DUE, OVERDUE = RhythmStatus.DUE, RhythmStatus.OVERDUE
LONG_AGO = date(2026, 1, 5)
NOVEMBER = date(2026, 11, 1)

TABLE = [
    (VisitHistory(ACTIVE, 30, date(2026, 10, 23), LONG_AGO), date(2026, 11, 23), DUE, 0, False),
    (VisitHistory(ACTIVE, 30, date(2026, 10, 12), LONG_AGO), date(2026, 11, 12), OVERDUE, 11, True),
    (VisitHistory(ACTIVE, 45, date(2026, 10, 15), LONG_AGO), date(2026, 11, 30), DUE, 0, False),
    (VisitHistory(ACTIVE, 60, date(2026, 10, 15), LONG_AGO), date(2026, 12, 14), ON_RHYTHM, 0, False),
    (VisitHistory(ACTIVE, 30, None, date(2026, 11, 2)), date(2026, 12, 2), NEVER, 0, False),
    (VisitHistory(PROSPECTIVE, 30, None, date(2026, 11, 3), NOVEMBER), date(2026, 11, 30), NEVER, 0, False),
    (
        VisitHistory(PROSPECTIVE, 30, date(2026, 10, 20), date(2026, 9, 1), date(2026, 9, 1)),
        date(2026, 11, 19),
        OVERDUE,
        4,
        False,
    ),
    (
        VisitHistory(PROSPECTIVE, 30, date(2026, 11, 17), date(2026, 7, 1), date(2026, 7, 1)),
        date(2026, 12, 17),
        ON_RHYTHM,
        0,
        False,
    ),
]


@pytest.mark.parametrize(("history", "due", "status", "overdue", "late"), TABLE)
def test_the_table_of_the_product_page(
    history: VisitHistory, due: date, status: RhythmStatus, overdue: int, late: bool
) -> None:
    found = due_on(history, CALENDAR)
    assert found == due
    assert rhythm_status(found, history.last_counting, TODAY) is status
    assert days_overdue(found, TODAY) == overdue
    assert is_late(found, TODAY) is late


def test_rhythm_kept_of_the_product_page() -> None:
    visits = [date(2026, 8, 3), date(2026, 9, 4), date(2026, 10, 20)]
    kept = rhythm_kept(visits, 30, date(2026, 8, 1), TODAY, TODAY)
    assert kept == RhythmKept(kept=1, gaps=2)
    assert kept.share == 0.5


def test_an_inactive_source_has_no_due_date_and_no_status() -> None:
    assert due_on(VisitHistory(INACTIVE, 30, date(2026, 10, 23), LONG_AGO), CALENDAR) is None
    assert rhythm_status(None, date(2026, 10, 23), TODAY) is None
    assert days_overdue(None, TODAY) == 0
    assert not is_late(None, TODAY)


def test_a_prospect_without_a_cohort_is_due_thirty_days_after_it_was_found() -> None:
    assert due_on(VisitHistory(PROSPECTIVE, 45, None, date(2026, 11, 3)), CALENDAR) == date(2026, 12, 3)


def test_a_prospect_keeps_thirty_days_whatever_its_cadence_says() -> None:
    history = VisitHistory(PROSPECTIVE, 60, date(2026, 10, 20), LONG_AGO)
    assert due_on(history, CALENDAR) == date(2026, 11, 19)


def test_never_visited_comes_before_overdue() -> None:
    assert rhythm_status(date(2026, 10, 30), None, TODAY) is NEVER
    assert days_overdue(date(2026, 10, 30), TODAY) == 24


@pytest.mark.parametrize(("days", "status"), [(8, ON_RHYTHM), (7, DUE), (0, DUE), (-1, OVERDUE)])
def test_due_runs_from_seven_days_before_to_the_day_itself(days: int, status: RhythmStatus) -> None:
    assert rhythm_status(TODAY + timedelta(days=days), LONG_AGO, TODAY) is status


def test_late_is_more_than_seven_days() -> None:
    assert not is_late(TODAY - timedelta(days=7), TODAY)
    assert is_late(TODAY - timedelta(days=8), TODAY)


def test_the_due_window_is_a_setting() -> None:
    assert rhythm_status(date(2026, 11, 26), LONG_AGO, TODAY, Rules(due_window_days=2)) is ON_RHYTHM


@given(
    st.sampled_from([ACTIVE, PROSPECTIVE]),
    st.integers(7, 180),
    st.none() | st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
)
def test_a_due_date_is_always_a_working_day(stage: SourceStage, cadence: int, last: date | None, since: date) -> None:
    due = due_on(VisitHistory(stage, cadence, last, since, since), CALENDAR)
    assert due is not None
    assert CALENDAR.is_working(due)


@given(st.integers(7, 180), st.dates(date(2024, 1, 1), date(2027, 6, 30)), st.integers(1, 60))
def test_logging_a_visit_later_never_makes_it_due_earlier(cadence: int, last: date, later: int) -> None:
    before = due_on(VisitHistory(ACTIVE, cadence, last, LONG_AGO), CALENDAR)
    after = due_on(VisitHistory(ACTIVE, cadence, last + timedelta(days=later), LONG_AGO), CALENDAR)
    assert before is not None
    assert after is not None
    assert before <= after


def test_a_prospect_stalls_after_45_days_without_a_visit() -> None:
    assert not stalls(TODAY - timedelta(days=44), LONG_AGO, 0, TODAY)
    assert stalls(TODAY - timedelta(days=45), LONG_AGO, 0, TODAY)


def test_a_prospect_stalls_after_three_visits_without_an_advance() -> None:
    assert not stalls(TODAY, LONG_AGO, 2, TODAY)
    assert stalls(TODAY, LONG_AGO, 3, TODAY)


def test_a_new_prospect_has_45_days_from_the_day_it_was_found() -> None:
    assert not stalls(None, TODAY - timedelta(days=10), 0, TODAY)
    assert not stalls(date(2026, 2, 2), TODAY - timedelta(days=10), 0, TODAY)
    assert stalls(None, TODAY - timedelta(days=45), 0, TODAY)


def test_a_kept_gap_is_at_most_the_cadence_and_a_week() -> None:
    start = date(2026, 8, 3)
    for gap, kept in ((37, 1), (38, 0)):
        visits = [start, start + timedelta(days=gap)]
        assert rhythm_kept(visits, 30, start, visits[1], visits[1]) == RhythmKept(kept, 1)


def test_the_open_gap_counts_once_it_is_too_long() -> None:
    visits = [date(2026, 8, 3), date(2026, 9, 4), date(2026, 10, 16)]
    assert rhythm_kept(visits, 30, date(2026, 8, 1), TODAY, TODAY) == RhythmKept(1, 3)


def test_a_gap_belongs_to_the_period_in_which_it_ends() -> None:
    visits = [date(2026, 8, 3), date(2026, 9, 4), date(2026, 10, 20)]
    assert rhythm_kept(visits, 30, date(2026, 9, 1), date(2026, 9, 30), TODAY) == RhythmKept(1, 1)
    assert rhythm_kept(visits, 30, date(2026, 10, 1), date(2026, 10, 31), TODAY) == RhythmKept(0, 1)


def test_the_first_and_the_last_day_belong_to_the_period() -> None:
    visits = [date(2026, 8, 3), date(2026, 9, 4), date(2026, 9, 30)]
    assert rhythm_kept(visits, 30, visits[1], visits[2], TODAY) == RhythmKept(2, 2)
    assert rhythm_kept(visits, 30, date(2026, 9, 5), date(2026, 9, 29), TODAY) == RhythmKept(0, 0)


def test_a_period_still_running_has_no_gap_in_the_future() -> None:
    assert rhythm_kept([TODAY], 30, date(2026, 11, 1), date(2027, 12, 31), TODAY) == RhythmKept(0, 0)


def test_without_gaps_there_is_no_share() -> None:
    assert rhythm_kept([], 30, date(2026, 1, 1), TODAY, TODAY).share is None


def test_two_visits_on_one_day_leave_no_gap() -> None:
    assert rhythm_kept([TODAY, TODAY], 30, TODAY, TODAY, TODAY) == RhythmKept(0, 0)


@given(st.lists(st.dates(date(2025, 1, 1), date(2026, 12, 31)), max_size=12), st.integers(7, 180))
def test_never_more_gaps_are_kept_than_there_are(days: list[date], cadence: int) -> None:
    found = rhythm_kept(days, cadence, date(2025, 1, 1), date(2026, 12, 31), TODAY)
    assert 0 <= found.kept <= found.gaps <= max(len(set(days)), 0)
    assert found == rhythm_kept(days[::-1], cadence, date(2025, 1, 1), date(2026, 12, 31), TODAY)


def test_cadences_are_offered_to_the_first_20_percent_the_next_30_and_the_rest() -> None:
    offered = [offered_cadence(rank_share(position, 10)) for position in range(10)]
    assert offered == [30, 30, 45, 45, 45, 60, 60, 60, 60, 60]


@given(st.integers(1, 400))
def test_the_best_source_is_offered_30_days(count: int) -> None:
    assert offered_cadence(rank_share(0, count)) == 30


@pytest.mark.parametrize("days", [7, 30, 45, 60, 180])
def test_cadences_from_7_to_180_days_are_allowed(days: int) -> None:
    assert check_cadence(days) == days


@pytest.mark.parametrize("days", [6, 181, 0, -30])
def test_other_cadences_are_refused_in_words(days: int) -> None:
    with pytest.raises(RuleBroken, match="from 7 to 180") as caught:
        check_cadence(days)
    assert caught.value.field == "cadence_days"
