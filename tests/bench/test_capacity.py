"""Capacity and forecast of the large agency, against their bare SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event

from hhcrm.queries.bound import Questions
from hhcrm.storage.engine import PRAGMAS
from tests.bench.bulk import TODAY
from tests.bench.measure import REDUCED, Lane

pytestmark = pytest.mark.bench

LIAISON = 3

# What a panel needs as one would write it by hand: sources by cadence and due day, minutes a visit, what was done,
# time off; for advice the sources of the liaison, potentials and referrals of a year.
RHYTHMS = """
SELECT s.owner_id, s.stage, CASE WHEN s.stage = 'active' THEN coalesce(s.cadence_days, t.cadence_days, 30) ELSE 30 END,
       s.due_on, count(*)
  FROM referral_source s JOIN source_type t ON t.id = s.type_id
 WHERE s.archived_at IS NULL AND s.owner_id = :who
       AND (s.stage = 'active' OR s.stage = 'prospective' AND EXISTS
            (SELECT 1 FROM cohort_member m WHERE m.source_id = s.id AND m.left_on IS NULL))
 GROUP BY 1, 2, 3, 4"""
MINUTES = """
SELECT v.liaison_id, avg(v.minutes + v.travel_minutes), count(*) FROM visit v JOIN visit_kind k ON k.id = v.kind_id
 WHERE v.status = 'completed' AND k.counts AND v.archived_at IS NULL AND v.liaison_id = :who
       AND v.visit_on BETWEEN :quarter AND :today GROUP BY 1"""
DONE = """
SELECT coalesce(v.liaison_id, s.owner_id), count(*)
  FROM visit v JOIN visit_kind k ON k.id = v.kind_id JOIN referral_source s ON s.id = v.source_id
 WHERE v.status = 'completed' AND k.counts AND v.archived_at IS NULL AND v.visit_on BETWEEN :monday AND :today
 GROUP BY 1"""
OFF = "SELECT * FROM time_off WHERE user_id = :who"
MINE = "SELECT id, name, tier, cadence_days FROM referral_source WHERE owner_id = :who AND stage = 'active'"
FIGURES = """
SELECT s.id, s.name, s.type_id, t.name, u.name, s.tier, s.potential_per_month, s.potential_basis, s.first_referral_on
  FROM referral_source s JOIN source_type t ON t.id = s.type_id LEFT JOIN app_user u ON u.id = s.owner_id
 WHERE s.archived_at IS NULL AND s.stage <> 'inactive'"""
SENT = """
SELECT source_id, count(*) FROM referral WHERE archived_at IS NULL AND referral_on BETWEEN :year AND :today
 GROUP BY source_id"""
MOVES = """
SELECT c.stage, c.on_day, lag(c.stage) OVER w, lag(c.on_day) OVER w
  FROM source_stage_change c JOIN referral_source s ON s.id = c.source_id WHERE s.owner_id = :who
WINDOW w AS (PARTITION BY source_id ORDER BY on_day, c.id)"""
PROSPECTS = """
SELECT s.id, s.stage_visits,
       (SELECT count(*) FROM visit v JOIN visit_kind k ON k.id = v.kind_id
         WHERE v.source_id = s.id AND v.status = 'completed' AND k.counts AND v.visit_on BETWEEN :quarter AND :today)
  FROM referral_source s WHERE s.stage = 'prospective' AND s.archived_at IS NULL AND s.owner_id = :who"""

BOUND = {
    "who": LIAISON, "today": TODAY.isoformat(), "monday": "2026-11-23", "quarter": "2026-08-26", "year": "2025-11-24"
}  # fmt: skip
LOAD = (RHYTHMS, MINUTES, DONE, OFF)


@pytest.fixture
def bare(large_file: Any) -> Iterator[sqlite3.Connection]:
    """The driver alone, with our pragmas."""
    connection = sqlite3.connect(large_file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    yield connection
    connection.close()


def by_hand(bare: sqlite3.Connection, *statements: str) -> object:
    """The rows of several statements."""
    return [bare.execute(statement, BOUND).fetchall() for statement in statements]


def test_capacity_of_one_liaison_with_what_to_change(
    lane: Lane, questions: Questions, bare: sqlite3.Connection
) -> None:
    view = questions.capacity_view(LIAISON)
    lane.compare(
        "Capacity of a liaison, with advice",
        lambda: questions.capacity_view(LIAISON),
        lambda: by_hand(bare, *LOAD, MINE, FIGURES, SENT),
        limit=3,
        notes=f"{view.people[0].room.active} active sources, {len(view.people[0].changes)} changes",
    )


def test_the_forecast_of_everybody(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    """All liaisons: for one it is over in a millisecond by hand, and only what is fixed would be measured."""
    ground = questions.forecast_ground()
    everybody = [statement.replace("= :who", "IS NOT NULL") for statement in (*LOAD, MINE, MOVES, PROSPECTS)]
    lane.compare(
        "Forecast of everybody",
        lambda: questions.forecast_ground(),
        lambda: by_hand(bare, *everybody),
        limit=6 if REDUCED else 3,  # a tenth of the sources has as many liaisons, weeks and statements
        notes=f"{ground.stand.active} active sources",
    )


def test_the_weeks_of_a_liaison_are_counted_by_an_index(questions: Questions, large: Engine) -> None:
    sent: list[tuple[str, Any]] = []

    def listen(_c: Any, _u: Any, statement: str, parameters: Any, _x: Any, _m: bool) -> None:
        sent.append((statement, parameters))

    event.listen(large, "before_cursor_execute", listen)
    for who in (LIAISON, None):
        questions.capacity_view(who)
        questions.forecast_ground(who)
    event.remove(large, "before_cursor_execute", listen)
    reads = [(statement, parameters) for statement, parameters in sent if statement.lstrip().startswith("SELECT")]
    with large.connect() as connection:
        plans = [
            row[3]
            for statement, parameters in reads
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    of_visits = [plan for plan in plans if " visit " in plan]
    assert of_visits
    assert all("USING INDEX ix_visit_" in plan or "USING COVERING INDEX ix_visit_" in plan for plan in of_visits), (
        of_visits
    )
