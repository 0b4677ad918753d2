"""Every measure on the large agency against bare statements of the same counts: whole, and by month and liaison."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from hhcrm.domain.measures import By, Grain, MeasureKey
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import MeasureAsk
from hhcrm.storage.engine import PRAGMAS
from tests.bench.bulk import TODAY
from tests.bench.conftest import NOW
from tests.bench.floors import FLOORS
from tests.bench.measure import REDUCED, Lane

pytestmark = pytest.mark.bench

YEAR = MeasureFilter(TODAY.replace(year=TODAY.year - 1) + timedelta(days=1), TODAY)
BOUND = {
    "start": YEAR.from_on.isoformat(), "end": YEAR.until_on.isoformat(), "today": TODAY.isoformat(),
    "now": f"{NOW:%Y-%m-%d %H:%M:%S}",
}  # fmt: skip

LIMIT, ROUNDS = (4.0, 7) if REDUCED else (1.5, 3)

NOTHING = MeasureAsk(MeasureKey.REFERRALS, MeasureFilter(date(1990, 1, 1), date(1990, 1, 1)))
"""Asking at all. Of a tenth many counts take less than that: it is part of their floor there."""


@pytest.fixture
def bare(large_file: Path) -> Iterator[sqlite3.Connection]:
    """The driver alone, with our pragmas."""
    connection = sqlite3.connect(large_file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    yield connection
    connection.close()


def run(bare: sqlite3.Connection, statements: tuple[str, ...]) -> list[list[Any]]:
    return [bare.execute(statement, BOUND).fetchall() for statement in statements]


def test_every_measure_has_a_floor(questions: Questions) -> None:
    assert {one.key for one in questions.definitions()} == set(FLOORS)


@pytest.mark.parametrize("key", FLOORS)
def test_a_measure_costs_little_more_than_its_counts(
    lane: Lane, questions: Questions, bare: sqlite3.Connection, key: MeasureKey
) -> None:
    """Both readings in one test, in few rounds, since there are many measures."""
    floor = FLOORS[key]
    whole, split = MeasureAsk(key, YEAR), MeasureAsk(key, YEAR, By.LIAISON, Grain.MONTH)

    def counted(statements: tuple[str, ...]) -> None:
        run(bare, statements)
        if REDUCED:
            questions.measured(NOTHING)

    lane.measure(f"{key}", lambda: questions.measured(whole), lambda: counted(floor.whole), LIMIT, rounds=ROUNDS)
    lane.compare(
        f"{key}, month x liaison", lambda: questions.measured(split), lambda: counted(floor.split), LIMIT,
        rounds=ROUNDS,
    )  # fmt: skip
    assert questions.measured(whole).whole.cases == floor.cases(run(bare, floor.whole)[-1])
    lines = questions.measured(split).lines
    assert sum(line.reading.cases for line in lines) == floor.cases(run(bare, floor.split)[-1], keys=2)
