"""What came of an approach, on the large agency: its weeks against the bare counts of the same weeks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from hhcrm.domain.comparing import Way
from hhcrm.domain.measures import MeasureKey
from hhcrm.queries.approaches_compared import compared_item
from hhcrm.queries.approaches_models import ApproachItem, Named, Scope
from hhcrm.storage.engine import PRAGMAS
from tests.bench.bulk import TODAY
from tests.bench.measure import REDUCED, Lane

pytestmark = pytest.mark.bench

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
BEGAN = TODAY - timedelta(weeks=26)

# Referrals of the sources of a type week by week, as one would write it by hand.
WEEKS = """
SELECT date(r.referral_on, 'weekday 0', '-6 days'), count(*)
  FROM referral r JOIN referral_source s ON s.id = r.source_id
 WHERE r.referral_on BETWEEN ? AND ? AND r.archived_at IS NULL AND s.type_id = ?
 GROUP BY 1"""


@pytest.fixture
def bare(large_file: Path) -> Iterator[sqlite3.Connection]:
    """The driver alone, with our pragmas."""
    connection = sqlite3.connect(large_file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    yield connection
    connection.close()


def test_an_approach_before_and_after(lane: Lane, large: Engine, bare: sqlite3.Connection) -> None:
    scope = Scope(type=Named(1, ""))
    item = ApproachItem(1, 1, "Try", "", BEGAN, None, scope, (MeasureKey.REFERRALS,), 0, False)
    nothing = replace(item, scope=Scope(type=Named(0, "")))

    def counted() -> None:
        bare.execute(WEEKS, days).fetchall()
        if REDUCED:  # a tenth is counted in less time than asking takes at all: that is part of its floor
            compared_item(connection, nothing, Way.BEFORE, TODAY, NOW)

    with large.connect() as connection:
        found = compared_item(connection, item, Way.BEFORE, TODAY, NOW)
        sides, (one,) = found.sides, found.measures
        days = (sides.before.first.isoformat(), sides.after.last.isoformat(), 1)
        by_hand = dict(bare.execute(WEEKS, days).fetchall())
        assert {week.monday.isoformat(): week.value for week in one.weekly if week.value} == by_hand
        assert sides.count > 20
        lane.compare(
            "An approach before and after, by week",
            lambda: compared_item(connection, item, Way.BEFORE, TODAY, NOW),
            counted,
            limit=1.5,
        )
