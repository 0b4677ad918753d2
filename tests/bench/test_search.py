"""The search box on 200,000 rows of text, beside the bare trigram indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from hhcrm.queries.bound import Questions
from hhcrm.storage.engine import PRAGMAS, Address, make_engine
from hhcrm.storage.search import SEARCHED
from hhcrm.ui.frame.search import OF_EACH_KIND
from tests.bench import bulk
from tests.bench.conftest import NOW
from tests.bench.measure import Lane

pytestmark = pytest.mark.bench

CUT = bulk.Size(3_540, 10_620, 177_000, 70_800)
"""The large agency cut to 200,000 rows of names, notes and commitments. The reduced form is not smaller: it is quickly
made, and the limit is one in milliseconds."""

ROWS = 200_000
MOST_MS = 50
TIMES_BARE = 10
"""For each word: ours also finds notes of which one word stands in their source's text; the floor does not."""

WORDS = ("bracor", "sycamore", "gallatin", "bra", "gal", "camore", "615-555-01", "fax", "bra fax", "oak fax")

FLOOR = {
    "find_source": "SELECT s.id, s.name FROM referral_source s WHERE s.id IN (SELECT rowid FROM find_source "
    "WHERE find_source MATCH :text) ORDER BY s.archived_at IS NOT NULL, s.name_key LIMIT 5",
    "find_contact": "SELECT c.id, c.last_name FROM contact c WHERE c.id IN (SELECT rowid FROM find_contact "
    "WHERE find_contact MATCH :text) ORDER BY c.archived_at IS NOT NULL, c.name_key LIMIT 5",
    "find_visit": "SELECT v.id, v.notes FROM visit v WHERE v.id IN (SELECT rowid & 4294967295 FROM find_visit "
    "WHERE find_visit MATCH :text ORDER BY 1 DESC LIMIT 400) "
    "ORDER BY v.archived_at IS NOT NULL, v.visit_on DESC LIMIT 5",
    "find_referral": "SELECT r.id, r.notes FROM referral r WHERE r.id IN (SELECT rowid & 4294967295 FROM find_referral "
    "WHERE find_referral MATCH :text ORDER BY 1 DESC LIMIT 400) "
    "ORDER BY r.archived_at IS NOT NULL, r.referral_on DESC LIMIT 5",
    "find_commitment": "SELECT p.id, p.text FROM commitment p WHERE p.id IN (SELECT rowid & 4294967295 "
    "FROM find_commitment WHERE find_commitment MATCH :text ORDER BY 1 DESC LIMIT 400) "
    "ORDER BY p.archived_at IS NOT NULL, p.due_on DESC LIMIT 5",
}
"""Of each index how many rows have the text, and the first five of them: no ranks, no words, no names of sources."""


@pytest.fixture(scope="module")
def cut_file() -> Path:
    return bulk.large_agency(CUT, 1, bulk.TODAY)


@pytest.fixture
def cut(cut_file: Path) -> Iterator[Questions]:
    engine = make_engine(Address(file=cut_file))
    yield Questions(engine, lambda: NOW, lambda: bulk.TODAY, 1)
    engine.dispose()


@pytest.fixture
def bare(cut_file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(cut_file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    yield connection
    connection.close()


def floor(bare: sqlite3.Connection, text: str) -> object:
    phrase = {"text": " AND ".join(f'"{word}"' for word in text.split())}
    counts = [f"SELECT count(*) FROM {index} WHERE {index} MATCH :text" for index in FLOOR]
    return [bare.execute(statement, phrase).fetchall() for statement in (*counts, *FLOOR.values())]


def test_the_first_page_of_a_search(lane: Lane, cut: Questions, bare: sqlite3.Connection) -> None:
    rows = sum(
        bare.execute(f"SELECT count(*) FROM {one.table} WHERE find_text <> ''").fetchone()[0] for one in SEARCHED
    )
    assert rows == pytest.approx(ROWS, rel=0.03)
    for text in WORDS:
        found = sum(group.total for group in cut.search(text, OF_EACH_KIND))
        assert found <= 0.05 * rows, text

        def ours(text: str = text) -> object:
            return cut.search(text, OF_EACH_KIND)

        def bare_sql(text: str = text) -> object:
            return floor(bare, text)

        lane.measure(
            f'Search "{text}", {found} found',
            ours,
            bare_sql,
            limit=TIMES_BARE * len(text.split()),
            rounds=7,
            most_ms=MOST_MS,
        )
    lane.benchmark.pedantic(ours, rounds=3)


def test_texts_of_one_and_two_letters_answer_too(lane: Lane, cut: Questions, bare: sqlite3.Connection) -> None:
    for text in ("o", "ma", "st o"):
        assert cut.search(text, OF_EACH_KIND), text
        like = {"text": f"% {text.split()[0]}%"}

        def ours(text: str = text) -> object:
            return cut.search(text, OF_EACH_KIND)

        def bare_sql(like: dict[str, str] = like) -> object:
            return [
                bare.execute(
                    "SELECT id, name_key FROM referral_source WHERE ' ' || name_key LIKE :text ORDER BY name_key", like
                ).fetchall(),
                bare.execute(
                    "SELECT id, name_key FROM contact WHERE ' ' || first_key || ' ' || name_key LIKE :text "
                    "ORDER BY name_key",
                    like,
                ).fetchall(),
            ]

        lane.measure(f'Search "{text}"', ours, bare_sql, limit=6, rounds=7, most_ms=MOST_MS)
    lane.benchmark.pedantic(ours, rounds=3)
