"""The questions that the window asks most, on the large agency, against the bare driver."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from hhcrm.queries.bound import Questions
from hhcrm.queries.read_models import SourceFilter
from hhcrm.storage.engine import PRAGMAS
from tests.bench.bulk import TODAY
from tests.bench.measure import Lane
from tests.whole.program import PROGRAM, environment

pytestmark = pytest.mark.bench

PAGE = 100

# The page as one would write it by hand: ids by the index, then what the table shows of these rows.
SHOWN = """
SELECT s.id, s.name, t.name, s.stage, coalesce(s.cadence_days, t.cadence_days, 30), s.stage_visits,
       t.visits_to_active, s.due_on, s.last_visit_on, u.name, s.city, s.zip, s.phone, y.name, s.tier,
       s.potential_per_month, s.potential_basis,
       (SELECT count(*) FROM referral r WHERE r.source_id = s.id AND r.referral_on BETWEEN :d90 AND :today
               AND r.archived_at IS NULL),
       (SELECT count(*) FROM referral r WHERE r.source_id = s.id AND r.referral_on BETWEEN :m12 AND :today
               AND r.archived_at IS NULL),
       s.tags, s.version
  FROM ({ids}) p
  JOIN referral_source s ON s.id = p.id
  JOIN source_type t ON t.id = s.type_id
  LEFT JOIN app_user u ON u.id = s.owner_id
  LEFT JOIN territory y ON y.id = s.territory_id
 ORDER BY s.name_key, s.id"""

FIRST_PAGE = "SELECT id FROM referral_source WHERE archived_at IS NULL ORDER BY name_key, id LIMIT 100"

MATCHING = """
SELECT id FROM referral_source
 WHERE archived_at IS NULL AND id IN (
       SELECT rowid FROM find_source WHERE find_source MATCH :text
       UNION SELECT source_id FROM affiliation
              WHERE contact_id IN (SELECT rowid FROM find_contact WHERE find_contact MATCH :text)
       UNION SELECT rowid >> 32 FROM find_visit WHERE find_visit MATCH :text
       UNION SELECT rowid >> 32 FROM find_referral WHERE find_referral MATCH :text
       UNION SELECT rowid >> 32 FROM find_commitment WHERE find_commitment MATCH :text)
 ORDER BY name_key, id LIMIT 100"""

PERIODS = {
    "today": TODAY.isoformat(),
    "d90": (TODAY - timedelta(days=89)).isoformat(),
    "m12": TODAY.replace(year=TODAY.year - 1).isoformat(),
}


@pytest.fixture
def bare(large_file: Path) -> Iterator[sqlite3.Connection]:
    """The driver alone, with our pragmas."""
    connection = sqlite3.connect(large_file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    yield connection
    connection.close()


def replayed(engine: Engine, bare: sqlite3.Connection, ask: Callable[[], object]) -> Callable[[], object]:
    """The statements that a question sends, sent again by the driver alone."""
    sent: list[tuple[str, Any]] = []

    def listen(_c: Any, _cursor: Any, statement: str, parameters: Any, _x: Any, _many: bool) -> None:
        sent.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", listen)
    ask()
    event.remove(engine, "before_cursor_execute", listen)
    reads = [(statement, parameters) for statement, parameters in sent if statement.lstrip().startswith("SELECT")]
    assert reads
    return lambda: [bare.execute(statement, parameters).fetchall() for statement, parameters in reads]


def test_sources_to_first_rows(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    statement = SHOWN.format(ids=FIRST_PAGE)
    page = questions.source_page(SourceFilter(), 0, PAGE)
    assert [line.source_id for line in page.lines] == [row[0] for row in bare.execute(statement, PERIODS)]
    lane.compare(
        "Sources to first rows",
        lambda: questions.source_page(SourceFilter(), 0, PAGE),
        lambda: bare.execute(statement, PERIODS).fetchall(),
        limit=3,
    )


def rare_texts(questions: Questions, most: float) -> list[str]:
    """Texts of three letters and more that some rows have, but no more than that share of all."""
    total = questions.source_counts(SourceFilter()).total
    words = ("bracor", "sycamore", "gallatin", "camore", "bra", "gal", "hendersonville", "615-555-01")
    found = {word: questions.source_counts(SourceFilter(typed=word)).shown for word in words}
    texts = [word for word, shown in found.items() if 0 < shown <= most * total]
    assert len(texts) >= 2, found
    return texts


def test_filter_as_you_type(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    statement = SHOWN.format(ids=MATCHING)
    for text in rare_texts(questions, 0.05):
        bound = PERIODS | {"text": f'"{text}"'}
        page = questions.source_page(SourceFilter(typed=text), 0, PAGE)
        assert [line.source_id for line in page.lines] == [row[0] for row in bare.execute(statement, bound)]

        def ours(text: str = text) -> object:
            return questions.source_page(SourceFilter(typed=text), 0, PAGE)

        def floor(bound: dict[str, str] = bound) -> object:
            return bare.execute(statement, bound).fetchall()

        lane.measure(f'Filter "{text}", first page', ours, floor, limit=2, most_ms=30)
    lane.benchmark.pedantic(ours, rounds=3)


def test_one_source_with_its_history(lane: Lane, questions: Questions, large: Engine, bare: sqlite3.Connection) -> None:
    busy = bare.execute("SELECT source_id FROM visit GROUP BY source_id ORDER BY count(*) DESC LIMIT 1").fetchone()[0]

    def ours() -> object:
        return (
            questions.source_detail(busy),
            questions.visit_page(busy, 0, 50),
            questions.history_of("referral_source", busy),
        )

    lane.compare("One source with its history", ours, replayed(large, bare, ours), limit=3)


def test_no_page_reads_the_whole_table(questions: Questions, large: Engine) -> None:
    sent: list[tuple[str, Any]] = []
    event.listen(
        large,
        "before_cursor_execute",
        lambda _c, _u, statement, parameters, _x, _m: sent.append((statement, parameters)),
    )
    questions.source_page(SourceFilter(), 0, PAGE)
    questions.source_page(SourceFilter(sort="due_on"), 0, PAGE)
    questions.source_detail(5)
    questions.visit_page(5, 0, 50)
    questions.today()
    reads = [(statement, parameters) for statement, parameters in sent if statement.lstrip().startswith("SELECT")]
    with large.connect() as connection:
        plans = [
            row[3]
            for statement, parameters in reads
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    assert len(plans) > len(reads)
    whole = [plan for plan in plans if plan in ("SCAN visit", "SCAN referral", "SCAN contact", "SCAN journal_entry")]
    assert whole == []


LARGEST_MB = 400
"""Resident memory on the large agency."""

CHILD = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
CHILD += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


def test_the_window_stays_small_on_the_large_agency(
    large_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "agency").mkdir()
    shutil.copy(large_file, tmp_path / "agency" / "agency.db")
    words = [*PROGRAM, "--data", str(tmp_path / "agency"), "--smoke-test"]
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *words], capture_output=True, encoding="utf-8", env=environment(), check=True
    )
    used = float(done.stdout) / 1024
    with capsys.disabled():
        print(f"\nresident memory of the window on the large agency: {used:.0f} MB, limit {LARGEST_MB}")
    assert used < LARGEST_MB
