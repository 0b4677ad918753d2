"""The table of product.md, section 3, through everything: acts in, due dates and words out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hhcrm.domain.cadence import days_overdue
from hhcrm.domain.words import Advance, SourceStage
from hhcrm.queries.bound import Questions
from hhcrm.queries.calendar_models import CalendarFilter
from hhcrm.queries.read_models import SourceDetail, SourceFilter
from hhcrm.services.commands import AddSource, ChangeStage, LogVisit
from tests.services.conftest import NOW, TODAY, Agency

FOUND = date(2026, 9, 1)


def asked(agency: Agency) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, agency.liaison_id)


def visited(agency: Agency, source_id: int, *days: date, phone: bool = False) -> None:
    kind = agency.phone_call if phone else agency.visit
    for day in days:
        agency.actions.log_visit(LogVisit(source_id, Advance.CONTINUATION, kind, day))


def prospect(agency: Agency, found: date = FOUND, *, owned: bool = True) -> int:
    values = {"name": "Mercy", "type_id": agency.snf, "owner_id": agency.liaison_id if owned else None}
    source_id = agency.actions.add_source(AddSource(values, found)).subject
    assert source_id is not None
    return source_id


def active(agency: Agency, cadence: int, since: date = FOUND) -> int:
    source_id = prospect(agency)
    agency.actions.change_stage(ChangeStage((source_id,), SourceStage.ACTIVE, since, cadence_days=cadence))
    return source_id


def stands(agency: Agency, source_id: int) -> tuple[date | None, str]:
    """The due date and the status in the pane, which the table and its filter must say too."""
    questions = asked(agency)
    detail: SourceDetail = questions.source_detail(source_id)
    line = next(one for one in questions.source_page(SourceFilter(), 0, 50).lines if one.source_id == source_id)
    assert (line.due_on, line.status) == (detail.due_on, detail.status)
    assert source_id in questions.source_ids(SourceFilter(status=detail.status))
    assert (line.due_state, line.latest_on) == (detail.due_state, detail.latest_on)
    assert detail.due_on is not None
    assert detail.latest_on == detail.due_on + timedelta(days=7)
    return detail.due_on, str(detail.status)


@pytest.mark.parametrize(
    ("cadence", "last", "due", "status"),
    [
        (30, date(2026, 10, 23), date(2026, 11, 23), "due"),
        (30, date(2026, 10, 12), date(2026, 11, 12), "overdue"),
        (45, date(2026, 10, 15), date(2026, 11, 30), "due"),
        (60, date(2026, 10, 15), date(2026, 12, 14), "on rhythm"),
    ],
)
def test_an_active_source_is_due_a_cadence_after_its_last_visit(
    agency: Agency, cadence: int, last: date, due: date, status: str
) -> None:
    source_id = active(agency, cadence)
    visited(agency, source_id, last)
    assert stands(agency, source_id) == (due, status)
    over = days_overdue(due, TODAY)
    assert over == (11 if status == "overdue" else 0)
    assert asked(agency).source_detail(source_id).due_state == (
        "late" if over else "ahead" if status == "on rhythm" else status
    )
    words = {need.source_id: (need.kind, need.tag) for need in asked(agency).today().needs}
    tray = {
        line.source_id: f"{line.tag}, {line.detail}".strip(", ")
        for line in asked(agency).due_tray(CalendarFilter(), TODAY, 9).lines
    }
    if over:
        assert words[source_id] == ("overdue", "Late 11 d")
        assert tray[source_id] == "late, 11 days overdue"
    elif due == TODAY:
        assert words[source_id] == ("due", "Due today")
        assert tray[source_id] == "due today, latest Nov 30"
    else:
        assert source_id not in tray


@pytest.mark.parametrize(
    ("day", "state"), [(16, "ahead"), (17, "due"), (24, "due"), (25, "overdue"), (1, "overdue"), (2, "late")]
)
def test_the_week_before_is_due_the_week_after_overdue_then_it_is_late(agency: Agency, day: int, state: str) -> None:
    """Due on Tuesday, November 24: the latest day is December 1."""
    source_id = active(agency, 30)
    visited(agency, source_id, date(2026, 10, 25))
    today = date(2026, 11 if day > 2 else 12, day)
    detail = Questions(agency.engine, lambda: NOW, lambda: today, agency.liaison_id).source_detail(source_id)
    assert (detail.due_on, detail.latest_on, detail.due_state) == (date(2026, 11, 24), date(2026, 12, 1), state)


def test_an_active_source_never_visited_is_due_a_cadence_after_it_became_active(agency: Agency) -> None:
    source_id = active(agency, 30, date(2026, 11, 2))
    assert stands(agency, source_id) == (date(2026, 12, 2), "never visited")


def test_prospects_stand_as_the_table_says(agency: Agency) -> None:
    fresh = prospect(agency, date(2026, 11, 3))
    assert stands(agency, fresh) == (date(2026, 11, 30), "never visited")
    assert asked(agency).source_detail(fresh).visits == 0
    called = prospect(agency)
    visited(agency, called, date(2026, 9, 14), date(2026, 10, 20))
    visited(agency, called, date(2026, 11, 10), phone=True)
    assert stands(agency, called) == (date(2026, 11, 19), "overdue")
    assert asked(agency).source_detail(called).visits == 2
    ready = prospect(agency)
    visited(agency, ready, *(date(2026, 11, 17) - timedelta(days=14 * n) for n in reversed(range(5))))
    assert stands(agency, ready) == (date(2026, 12, 17), "on rhythm")
    today = asked(agency).today()
    assert [need.source_id for need in today.needs if need.kind == "decide"] == [ready]
    assert [(need.tag, need.source_id) for need in today.needs if need.kind == "overdue"] == [("Overdue 4 d", called)]


def test_a_prospect_without_a_cohort_is_due_thirty_days_after_it_was_found(agency: Agency) -> None:
    source_id = prospect(agency, date(2026, 11, 3), owned=False)
    assert stands(agency, source_id) == (date(2026, 12, 3), "never visited")


def test_visits_before_it_became_prospective_again_do_not_count_towards_the_five(agency: Agency) -> None:
    source_id = active(agency, 30)
    visited(agency, source_id, date(2026, 9, 14), date(2026, 10, 20))
    agency.actions.change_stage(ChangeStage((source_id,), SourceStage.PROSPECTIVE, date(2026, 10, 20)))
    detail = asked(agency).source_detail(source_id)
    assert (detail.visits, detail.due_on) == (1, date(2026, 11, 19))


def test_rhythm_kept_counts_gaps_that_end_in_the_period(agency: Agency) -> None:
    source_id = active(agency, 30)
    visited(agency, source_id, date(2026, 8, 3), date(2026, 9, 4), date(2026, 10, 20))
    report = asked(agency).report("rhythm", date(2026, 8, 1), TODAY)
    row = dict(zip(report.columns, report.rows[0], strict=True))
    assert (row["gaps_kept"], row["gaps"], row["rhythm_kept_percent"]) == (1, 2, 50.0)
