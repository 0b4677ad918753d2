"""When the referrer is to be told."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.loop import (
    WorkingHours,
    answer,
    answered_anew,
    decision_due,
    is_closed,
    outcome_due,
    received_due,
    soc_due,
    updates_due,
)
from hhcrm.domain.referrals import UNDECIDED
from hhcrm.domain.settings import Rules
from hhcrm.domain.words import LoopStep, ReferralStage
from hhcrm.domain.workdays import us_calendar

CENTRAL = ZoneInfo("America/Chicago")
HOURS = WorkingHours(CENTRAL, us_calendar([2026, 2027]), time(8), time(17))


def local(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=CENTRAL)


@pytest.mark.parametrize(
    ("received", "told", "decided"),
    [
        (local(11, 23, 10), local(11, 23, 11), local(11, 24, 10)),
        (local(11, 20, 15), local(11, 20, 16), local(11, 23, 15)),
        (local(11, 20, 16, 30), local(11, 23, 8, 30), local(11, 23, 16, 30)),
        (local(11, 21, 10), local(11, 23, 9), local(11, 23, 17)),
        (local(11, 23, 6), local(11, 23, 9), local(11, 23, 17)),
        (local(11, 23, 17), local(11, 24, 9), local(11, 24, 17)),
        (local(11, 25, 14), local(11, 25, 15), local(11, 27, 14)),
    ],
)
def test_received_within_a_working_hour_and_decision_within_a_working_day(
    received: datetime, told: datetime, decided: datetime
) -> None:
    assert received_due(received, HOURS) == told
    assert decision_due(received, HOURS) == decided


def test_start_of_care_is_told_by_the_end_of_the_next_working_day() -> None:
    assert soc_due(date(2026, 11, 20), HOURS) == local(11, 23, 17)
    assert soc_due(date(2026, 11, 25), HOURS) == local(11, 27, 17)
    assert soc_due(date(2026, 11, 21), HOURS) == local(11, 23, 17)


def test_the_outcome_is_told_thirty_days_after_start_of_care() -> None:
    assert outcome_due(date(2026, 11, 20), HOURS) == local(12, 20, 17)


def test_before_care_starts_only_receipt_and_decision_apply() -> None:
    due = updates_due(local(11, 23, 10), None, HOURS)
    assert set(due) == {LoopStep.RECEIVED, LoopStep.DECISION}
    assert set(updates_due(local(11, 23, 10), date(2026, 11, 24), HOURS)) == set(LoopStep)


def test_the_loop_is_closed_when_all_that_apply_were_given() -> None:
    first_two = {LoopStep.RECEIVED, LoopStep.DECISION}
    assert is_closed(first_two, None)
    assert not is_closed(first_two, date(2026, 11, 24))
    assert not is_closed({LoopStep.RECEIVED}, None)
    assert is_closed(set(LoopStep), date(2026, 11, 24))


def test_the_times_are_settings() -> None:
    rules = Rules(loop_received_hours=2, loop_outcome_days=60)
    assert received_due(local(11, 23, 10), HOURS, rules) == local(11, 23, 12)
    assert outcome_due(date(2026, 10, 1), HOURS, rules) == local(11, 30, 17)


@given(st.integers(0, 340 * 24 * 60), st.integers(1, 40 * 60))
def test_what_is_due_falls_within_working_hours(passed: int, minutes: int) -> None:
    instant = datetime(2026, 1, 5, tzinfo=UTC) + timedelta(minutes=passed)
    due = HOURS.after(instant, timedelta(minutes=minutes)).astimezone(CENTRAL)
    assert HOURS.calendar.is_working(due.date())
    assert HOURS.start < due.time() <= HOURS.end
    assert due - instant >= timedelta(minutes=minutes) - timedelta(hours=1)


def test_a_working_day_must_end_after_it_begins() -> None:
    with pytest.raises(RuleBroken, match="after"):
        WorkingHours(CENTRAL, start=time(17), end=time(8))


PATHS = st.lists(st.sampled_from(list(ReferralStage)), max_size=7)


@given(path=PATHS)
def test_an_answer_is_another_one_only_after_there_was_one(path: list[ReferralStage]) -> None:
    begun = datetime(2026, 11, 2, tzinfo=UTC)
    moved = [(stage, begun + timedelta(hours=hour)) for hour, stage in enumerate(path)]
    said: bool | None = None
    changed = None
    for stage, at in moved:
        if stage is ReferralStage.ON_HOLD:
            continue
        now = {ReferralStage.NOT_ADMITTED: False}.get(stage, None if stage in UNDECIDED else True)
        if said is not None and now is not said:
            changed = at
        said = now
    assert answer(path) is said
    assert answered_anew(moved) == changed
