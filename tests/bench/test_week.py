"""The week on one page on the large agency, against the bare statements that read the same rows once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from hhcrm.domain.periods import monday_of
from hhcrm.queries.bound import Questions
from hhcrm.queries.standing_out import Seen, standing_out
from hhcrm.queries.week_page_models import WeekAsk
from hhcrm.storage.engine import PRAGMAS
from hhcrm.storage.settings import rules_on
from tests.bench.bulk import TODAY
from tests.bench.conftest import NOW
from tests.bench.measure import Lane

pytestmark = pytest.mark.bench

MONDAY = monday_of(TODAY) - timedelta(weeks=1)
SUNDAY = MONDAY + timedelta(days=6)

# What stands out has to read: every source's referrals of two years, half a year of referrals by payer and of updates,
# what the cadences ask of each liaison, and the days of those who may be quiet.
BARE = (
    """SELECT source_id, count(*), min(referral_on), max(referral_on) FROM referral
        WHERE archived_at IS NULL AND referral_on > date(:sunday, '-730 days') AND referral_on <= :sunday
        GROUP BY source_id""",
    """SELECT payer_id, referral_on > date(:sunday, '-28 days'), count(*),
              sum(CASE WHEN stage = 'not admitted' AND soc_on IS NULL THEN 1 ELSE 0 END),
              sum(CASE WHEN stage = 'not admitted' AND soc_on IS NULL AND reason_owner = 'ours' THEN 1 ELSE 0 END)
         FROM referral WHERE archived_at IS NULL AND referral_on > date(:sunday, '-210 days') AND referral_on <= :sunday
        GROUP BY 1, 2""",
    """SELECT l.due_at > date(:sunday, '-28 days'), count(*), sum(l.given_at <= l.due_at)
         FROM loop_update l JOIN referral r ON r.id = l.referral_id
        WHERE l.due_at > date(:sunday, '-210 days') AND l.due_at <= date(:sunday, '+1 day') AND l.waived_why IS NULL
          AND r.archived_at IS NULL GROUP BY 1""",
    """SELECT owner_id, stage, coalesce(cadence_days, 30), due_on, count(*) FROM referral_source
        WHERE archived_at IS NULL AND owner_id IS NOT NULL GROUP BY 1, 2, 3, 4""",
    """SELECT v.liaison_id, avg(v.minutes + v.travel_minutes), count(*)
         FROM visit v JOIN visit_kind k ON k.id = v.kind_id
        WHERE v.status = 'completed' AND k.counts AND v.archived_at IS NULL AND v.minutes IS NOT NULL
          AND v.travel_minutes IS NOT NULL AND v.visit_on >= date(:sunday, '-89 days') GROUP BY 1""",
)


@pytest.fixture
def bare(large_file: Path) -> Iterator[sqlite3.Connection]:
    """The driver alone, with our pragmas."""
    connection = sqlite3.connect(large_file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    yield connection
    connection.close()


def test_what_stands_out_in_a_week(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    with questions.reading() as connection:
        seen = Seen(WeekAsk(MONDAY), SUNDAY, TODAY, NOW, rules_on(connection, TODAY))
        assert len(list(standing_out(connection, seen))) > 10

        def floor() -> list[int]:
            return [len(bare.execute(query, {"sunday": SUNDAY.isoformat()}).fetchall()) for query in BARE]

        assert min(floor()) > 1
        lane.compare(
            "What stands out in a week (floor: its rows read once)",
            lambda: list(standing_out(connection, seen)), floor, limit=1.5, rounds=5,
        )  # fmt: skip


def test_the_whole_page_of_a_week(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    def floor() -> list[int]:
        return [len(bare.execute(query, {"sunday": SUNDAY.isoformat()}).fetchall()) for query in BARE]

    page = questions.week_page(WeekAsk(MONDAY))
    assert len(page.figures) == 9
    lane.compare(
        "The week on one page (floor: rows of what stands out)",
        lambda: questions.week_page(WeekAsk(MONDAY)), floor, limit=4, rounds=5,
    )  # fmt: skip
