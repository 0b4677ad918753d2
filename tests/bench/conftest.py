"""The benchmark lane: the large agency, made once, and the table of figures at the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from hhcrm.queries.bound import Questions
from hhcrm.storage.engine import Address, make_engine
from tests.bench import bulk
from tests.bench.measure import NOTES, REDUCED, TABLE, Lane

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)


@pytest.fixture(scope="session")
def large_file() -> Path:
    """The large agency's file (a tenth of it in the reduced form). Read it; do not write."""
    return bulk.large_agency(bulk.REDUCED if REDUCED else bulk.FULL, 1, bulk.TODAY)


@pytest.fixture
def large(large_file: Path) -> Iterator[Engine]:
    """An engine on the large agency."""
    engine = make_engine(Address(file=large_file))
    yield engine
    engine.dispose()


@pytest.fixture
def questions(large: Engine) -> Questions:
    """All questions, asked of the large agency."""
    return Questions(large, lambda: NOW, lambda: bulk.TODAY, 1)


@pytest.fixture
def lane(benchmark: Any, request: pytest.FixtureRequest) -> Iterator[Lane]:
    """Where a benchmark's figures go."""
    found = Lane(benchmark)
    yield found
    request.config.stash.setdefault(TABLE, []).extend(found.figures)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print the table: ours, floor, ratio and limit."""
    figures = config.stash.get(TABLE, [])
    if figures:
        terminalreporter.section("figures: ours, floor, ratio (limit)")
    for figure in figures:
        terminalreporter.write_line(str(figure))
    notes = config.stash.get(NOTES, [])
    if notes:
        terminalreporter.section("found")
    for note in notes:
        terminalreporter.write_line(note)
