"""Due dates and rhythm kept against a second, plain writing of product.md's words, under any history and calendar."""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from hhcrm.domain.cadence import VisitHistory, due_on, due_state, is_late, latest_on, rhythm_kept, rhythm_status
from hhcrm.domain.settings import Rules
from hhcrm.domain.words import DueState, RhythmStatus, SourceStage
from hhcrm.domain.workdays import Calendar

ACTIVE, PROSPECTIVE, INACTIVE = SourceStage.ACTIVE, SourceStage.PROSPECTIVE, SourceStage.INACTIVE
FIRST, LAST = date(2023, 11, 1), date(2025, 3, 31)
"""With two year ends and the leap day of 2024."""

days = st.dates(FIRST, LAST)
calendars = st.builds(
    Calendar,
    st.frozensets(st.dates(FIRST, date(2025, 12, 31)), max_size=60)
    | st.just(frozenset(date(2024, 2, 1) + timedelta(n) for n in range(40))),
    st.frozensets(st.integers(0, 6), min_size=1),
)
rules = st.builds(
    Rules,
    prospect_interval_days=st.integers(1, 180),
    due_window_days=st.integers(0, 60),
    late_after_days=st.integers(0, 90),
)
histories = st.builds(
    VisitHistory,
    st.sampled_from([ACTIVE, PROSPECTIVE, INACTIVE]),
    st.integers(7, 180),
    st.none() | days,
    days,
    st.none() | days,
)


def works(day: date, calendar: Calendar) -> bool:
    return day.weekday() in calendar.weekdays and day not in calendar.holidays


def by_the_words(history: VisitHistory, calendar: Calendar, numbers: Rules) -> date | None:
    """Section 3's paragraph "Due date", a day at a time."""
    if history.stage is INACTIVE:
        return None
    if history.stage is PROSPECTIVE and history.last_counting is None and history.cohort_month is not None:
        year, month = history.cohort_month.year, history.cohort_month.month
        last_day = max(week_day for week in months.monthcalendar(year, month) for week_day in week)
        due = date(year, month, last_day)
        while not works(due, calendar):
            due -= timedelta(days=1)
        return due
    wait = history.cadence_days if history.stage is ACTIVE else numbers.prospect_interval_days
    due = history.last_counting or history.stage_since
    for _ in range(wait):
        due += timedelta(days=1)
    while not works(due, calendar):
        due += timedelta(days=1)
    return due


@given(histories, calendars, rules)
@example(VisitHistory(ACTIVE, 30, date(2024, 1, 30), FIRST), Calendar(), Rules())
@example(VisitHistory(ACTIVE, 60, date(2023, 12, 31), FIRST), Calendar(frozenset({date(2024, 2, 29)})), Rules())
@example(VisitHistory(PROSPECTIVE, 30, None, FIRST, date(2024, 2, 11)), Calendar(), Rules())
@example(VisitHistory(ACTIVE, 30, date(2023, 12, 2), FIRST), Calendar(frozenset({date(2024, 1, 1)})), Rules())
def test_a_due_date_is_what_the_words_say(history: VisitHistory, calendar: Calendar, numbers: Rules) -> None:
    assert due_on(history, calendar, numbers) == by_the_words(history, calendar, numbers)


@given(st.none() | days, st.none() | days, days, rules)
def test_the_status_follows_from_the_words(due: date | None, last: date | None, today: date, numbers: Rules) -> None:
    """Due from 7 days before to the day itself, overdue after it, on rhythm otherwise; never visited comes first."""
    said = rhythm_status(due, last, today, numbers)
    if due is None:
        assert said is None
        return
    near = {due - timedelta(days=n) for n in range(numbers.due_window_days + 1)}
    meant = RhythmStatus.OVERDUE if today > due else RhythmStatus.DUE if today in near else RhythmStatus.ON_RHYTHM
    assert said is (RhythmStatus.NEVER_VISITED if last is None else meant)


@given(days, days, rules)
def test_due_and_late_part_at_the_due_and_at_the_latest_day(due: date, today: date, numbers: Rules) -> None:
    state, latest = due_state(due, today, numbers), latest_on(due, numbers)
    assert (state is DueState.LATE) == is_late(due, today, numbers) == (today > latest)
    assert (state in (DueState.OVERDUE, DueState.LATE)) == (today > due)
    assert (state is DueState.AHEAD) == (today < due - timedelta(days=numbers.due_window_days))
    assert due <= latest


def by_looking_at_each_day(
    visits: set[date], cadence: int, start: date, end: date, today: date, grace: int
) -> tuple[int, int]:
    """Section 3's paragraph "Rhythm kept": walk through the days and count each gap on the day on which it ends."""
    kept = gaps = 0
    since: int | None = None
    day = min(visits, default=start)
    while day <= min(end, today):
        if since is not None:
            since += 1
        if day in visits:
            if since is not None and day >= start:
                gaps += 1
                kept += since <= cadence + grace
            since = 0
        day += timedelta(days=1)
    if since is not None and min(end, today) >= start and since > cadence + grace:
        gaps += 1
    return kept, gaps


@given(st.lists(days, max_size=14), st.integers(7, 180), days, st.integers(0, 200), days, st.integers(0, 30))
def test_rhythm_kept_is_what_looking_at_each_day_gives(
    visits: list[date], cadence: int, start: date, length: int, today: date, grace: int
) -> None:
    end = start + timedelta(days=length)
    found = rhythm_kept(visits, cadence, start, end, today, Rules(late_after_days=grace))
    assert (found.kept, found.gaps) == by_looking_at_each_day(set(visits), cadence, start, end, today, grace)
