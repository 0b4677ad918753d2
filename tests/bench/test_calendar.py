"""A month of the calendar on the large agency, against its bare SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, event

from hhcrm.queries.bound import Questions
from hhcrm.queries.calendar_models import CalendarFilter
from hhcrm.storage.engine import PRAGMAS
from hhcrm.ui.calendar.days import span_of, turned
from hhcrm.ui.calendar.place import IN_THE_TRAY, MOST_A_DAY
from tests.bench.bulk import TODAY
from tests.bench.measure import REDUCED, Lane

pytestmark = pytest.mark.bench

FIRST, LAST = span_of("month", TODAY)
MONDAY = date(2026, 11, 23)

# The month as one would write it by hand: its visits, holidays and time off.
MONTH = """
SELECT v.id, v.source_id, s.name, v.visit_on, v.start_time, v.minutes, k.minutes, v.status, k.name, v.liaison_id,
       coalesce(u.name, ''), v.purpose, v.version, k.counts, s.stage, s.stage_visits, t.visits_to_active
  FROM visit v
  JOIN referral_source s ON s.id = v.source_id
  JOIN visit_kind k ON k.id = v.kind_id
  JOIN source_type t ON t.id = s.type_id
  LEFT JOIN app_user u ON u.id = v.liaison_id
 WHERE v.visit_on BETWEEN :first AND :last AND v.archived_at IS NULL
       AND (s.archived_at IS NULL OR v.status <> 'planned') {whose}
 ORDER BY v.visit_on, v.start_time, s.name_key, v.id"""

EVERYBODY = MONTH.format(whose="")
HOLIDAYS = "SELECT id, day, name, version FROM holiday WHERE day BETWEEN :first AND :last ORDER BY day"
TIME_OFF = """
SELECT o.id, o.user_id, u.name, o.from_on, o.until_on, o.why, o.version
  FROM time_off o JOIN app_user u ON u.id = o.user_id
 WHERE o.from_on <= :last AND o.until_on >= :first AND u.archived_at IS NULL ORDER BY o.from_on"""

ONE = MONTH.format(whose="AND v.liaison_id = :liaison AND v.status IN ('planned', 'completed', 'missed', 'cancelled')")


def by_hand(bare: sqlite3.Connection, month: str, bound: dict[str, Any]) -> object:
    """Everything that stands in a month."""
    return [bare.execute(statement, bound).fetchall() for statement in (month, HOLIDAYS, TIME_OFF)]


@pytest.fixture
def bare(large_file: Any) -> Iterator[sqlite3.Connection]:
    """The driver alone, with our pragmas."""
    connection = sqlite3.connect(large_file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    yield connection
    connection.close()


@pytest.fixture
def liaison(bare: sqlite3.Connection) -> int:
    """The liaison with the most visits in this month."""
    bound = {"first": FIRST.isoformat(), "last": LAST.isoformat()}
    row = bare.execute(
        "SELECT liaison_id FROM visit WHERE visit_on BETWEEN :first AND :last AND liaison_id IS NOT NULL"
        " GROUP BY liaison_id ORDER BY count(*) DESC LIMIT 1",
        bound,
    ).fetchone()
    return int(row[0])


def test_a_calendar_month_of_the_whole_agency(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    bound = {"first": FIRST.isoformat(), "last": LAST.isoformat()}
    span = questions.calendar_span(CalendarFilter(), FIRST, LAST, MOST_A_DAY)
    assert sum(span.counts.values()) == len(bare.execute(EVERYBODY, bound).fetchall()) > 1000
    lane.compare(
        "Calendar month, everybody",
        lambda: questions.calendar_span(CalendarFilter(), FIRST, LAST, MOST_A_DAY),
        lambda: by_hand(bare, EVERYBODY, bound),
        limit=3,
        notes=f"{sum(span.counts.values()):,} visits",
    )


def test_twelve_calendar_months_of_one_liaison(
    lane: Lane, questions: Questions, bare: sqlite3.Connection, liaison: int
) -> None:
    """A year of pages: one alone is over in a millisecond, which is less than what a busy machine adds to it."""
    asked = CalendarFilter(liaison_id=liaison)
    months = [span_of("month", turned("month", TODAY, -back)) for back in range(12)]
    bound = [{"first": first.isoformat(), "last": last.isoformat(), "liaison": liaison} for first, last in months]
    found = [questions.calendar_span(asked, first, last, MOST_A_DAY) for first, last in months]
    rows = [row[0] for each in bound for row in bare.execute(ONE, each)]
    assert set(rows) <= {mark.visit_id for span in found for mark in span.visits}
    lane.compare(
        "Twelve calendar months, one liaison",
        lambda: [questions.calendar_span(asked, first, last, MOST_A_DAY) for first, last in months],
        lambda: [by_hand(bare, ONE, each) for each in bound],
        limit=4 if REDUCED else 3,  # the tenth has 60 visits a month, so few that only what is fixed is measured
        most_ms=1200,
        notes=f"{sum(len(span.visits) for span in found):,} visits",
    )


def test_no_question_of_the_calendar_reads_all_visits(questions: Questions, large: Engine, liaison: int) -> None:
    sent: list[tuple[str, Any]] = []

    def listen(_c: Any, _u: Any, statement: str, parameters: Any, _x: Any, _m: bool) -> None:
        sent.append((statement, parameters))

    event.listen(large, "before_cursor_execute", listen)
    for asked in (CalendarFilter(), CalendarFilter(liaison_id=liaison), CalendarFilter(type_id=1, territory_id=1)):
        questions.calendar_span(asked, FIRST, LAST, MOST_A_DAY)
        questions.visit_list(asked, FIRST, LAST, 0, 100)
        questions.due_tray(asked, LAST, IN_THE_TRAY)
        questions.week_load(asked, MONDAY)
    questions.next_free_slot(5, liaison)
    event.remove(large, "before_cursor_execute", listen)
    reads = [(statement, parameters) for statement, parameters in sent if statement.lstrip().startswith("SELECT")]
    with large.connect() as connection:
        plans = [
            row[3]
            for statement, parameters in reads
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    of_visits = [plan for plan in plans if " visit " in plan]
    assert len(of_visits) >= 12
    assert all("USING INDEX ix_visit_" in plan or "USING COVERING INDEX ix_visit_" in plan for plan in of_visits), (
        of_visits
    )
    by_day = [plan for plan in of_visits if "ix_visit_source" not in plan]
    assert all("visit_on>?" in plan for plan in by_day), by_day
