"""Scorecards on the large agency: a page within a second, and five hundred in no more memory than a few."""

from __future__ import annotations

import sys
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from matplotlib.figure import Figure as Drawing
from pytestqt.qtbot import QtBot

from hhcrm.charts.painter import Painter
from hhcrm.printing.scorecard_files import ScorecardFiles
from hhcrm.printing.scorecard_page import make_page, write_scorecard
from hhcrm.queries.bound import Questions
from tests.bench import bulk
from tests.bench.measure import REDUCED, Lane

pytestmark = pytest.mark.bench

UNTIL = bulk.TODAY
FROM = UNTIL - timedelta(days=364)
PART, MANY = (20, 40) if REDUCED else (50, 500)
MORE_MB = 24
"""So much more may five hundred take than the first part: letters and pictures that are kept for the next page."""


def two_bare_charts() -> None:
    """What anybody pays who draws two charts as lines."""
    for _ in range(2):
        drawing = Drawing(figsize=(3.6, 2.2))
        drawing.subplots().bar(range(12), range(12))
        drawing.savefig(BytesIO(), format="svg")


def test_a_page_takes_less_than_a_second(qtbot: QtBot, lane: Lane, questions: Questions, tmp_path: Path) -> None:
    painter, source_id = Painter(tmp_path / "charts"), questions.scorecard_sources()[0]

    def page() -> None:
        card = questions.scorecard(source_id, FROM, UNTIL)
        write_scorecard(make_page(card, questions.letterhead(), painter), tmp_path / "card.pdf")

    lane.compare("Scorecard: a page", page, two_bare_charts, limit=6, rounds=5, most_ms=1000)


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is read from /proc")
def test_many_take_no_more_memory_than_a_few(qtbot: QtBot, questions: Questions, tmp_path: Path) -> None:
    painter, ids = Painter(tmp_path / "charts"), questions.scorecard_sources()
    assert len(ids) >= PART
    files, head, used = ScorecardFiles(tmp_path, UNTIL), questions.letterhead(), list[float]()
    while files.written < MANY:
        some = ids[files.written % len(ids) :][:PART]
        files.write(questions.scorecards(some, FROM, UNTIL), head, painter, "letter", lambda _done: None)
        used.append(resident_mb())
    print(f"\n{files.written} scorecards: {used[0]:.0f} MB after the first {PART}, {max(used):.0f} MB at most")
    assert max(used) <= used[0] + MORE_MB


def resident_mb() -> float:
    """What this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
