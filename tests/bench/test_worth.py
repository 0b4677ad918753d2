"""The worth board on the large agency: its data against the bare SQL, and its drawing against a bare scatter."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from hhcrm.charts.look import PAPER
from hhcrm.charts.painter import Painter
from hhcrm.charts.worth_board import worth_chart
from hhcrm.domain.settings import DEFAULTS
from hhcrm.queries.bound import Questions
from hhcrm.queries.ground import year_start
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.worth_models import WorthAsk
from hhcrm.storage.engine import PRAGMAS
from hhcrm.ui.shared.charts.studio import Wish, take
from tests.bench.bulk import TODAY
from tests.bench.measure import Lane

pytestmark = pytest.mark.bench

YEAR = MeasureFilter(year_start(TODAY), TODAY)

# As one would write it by hand: the sources, what was spent on them and what they sent, who is part of whom.
SOURCES = """
SELECT s.id, s.name, s.type_id, t.name, u.name, s.tier, s.version, s.relationship_felt, s.first_referral_on,
       s.providers, s.beds, s.residents, t.provider_rate, t.bed_rate, s.potential_per_month, s.potential_basis,
       s.created_on
  FROM referral_source s JOIN source_type t ON t.id = s.type_id LEFT JOIN app_user u ON u.id = s.owner_id
 WHERE s.archived_at IS NULL AND s.stage <> 'inactive' ORDER BY s.name_key, s.id"""
VISITS = """
SELECT v.source_id, count(*), sum(coalesce(v.minutes, 0) + coalesce(v.travel_minutes, 0)),
       sum(CASE WHEN k.counts THEN 1 ELSE 0 END),
       sum(CASE WHEN k.counts AND v.visit_on >= :half THEN 1 ELSE 0 END),
       sum(CASE WHEN k.counts AND v.visit_on >= :half AND v.advance = 'advance' THEN 1 ELSE 0 END)
  FROM visit v JOIN visit_kind k ON k.id = v.kind_id
 WHERE v.visit_on BETWEEN :since AND :until AND v.status = 'completed' AND v.archived_at IS NULL
 GROUP BY v.source_id"""
SENT = """
SELECT source_id, count(*), sum(CASE WHEN referral_on >= :half THEN 1 ELSE 0 END)
  FROM referral WHERE referral_on BETWEEN :since AND :until AND archived_at IS NULL GROUP BY source_id"""
PARTS = "SELECT id, parent_id FROM referral_source WHERE parent_id IS NOT NULL"
KINDS = "SELECT source_id, provider_type, providers FROM provider_count ORDER BY id"
DAYS = {
    "since": YEAR.from_on.isoformat(),
    "half": (TODAY - timedelta(days=DEFAULTS.rethink_days - 1)).isoformat(),
    "until": TODAY.isoformat(),
}


@pytest.fixture
def bare(large_file: Path) -> Iterator[sqlite3.Connection]:
    """The driver alone, with our pragmas."""
    connection = sqlite3.connect(large_file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    yield connection
    connection.close()


def test_the_board_of_all_sources(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    def by_hand() -> list[list[Any]]:
        return [bare.execute(sql, DAYS).fetchall() for sql in (SOURCES, VISITS, SENT, PARTS, KINDS)]

    sources, _, sent, parts, _ = by_hand()
    board = questions.worth_board(WorthAsk(YEAR))
    assert len(board.lines) + sum(line.parts for line in board.lines) == len(sources) > 1000
    assert parts
    assert sum(line.sent for line in board.lines) <= sum(row[1] for row in sent)
    lane.compare(
        "The worth board of all sources, rolled up", lambda: questions.worth_board(WorthAsk(YEAR)), by_hand, limit=1.5
    )


def test_twenty_thousand_points_are_drawn_about_as_fast_as_bare_ones(
    lane: Lane, questions: Questions, tmp_path: Path, qapp: QApplication
) -> None:
    """On a worker: a chart of as many as there are, beside one bare scatter of the same points."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # late: as in the program
    from matplotlib.figure import Figure

    chart = worth_chart(questions.worth_board(WorthAsk(YEAR)))
    painter, wish = Painter(tmp_path), Wish(chart, PAPER, 620, 420, 1.0)
    points = [(point.along, point.up, point.size) for point in chart.points] + list(chart.crowd)
    along, up, sizes = (list(column) for column in zip(*points, strict=True))

    def scattered() -> object:
        figure = Figure(figsize=(6.2, 4.2), dpi=100)
        canvas, axes = FigureCanvasAgg(figure), figure.add_axes((0.1, 0.1, 0.85, 0.85))
        axes.scatter(along, up, s=sizes)
        canvas.draw()
        return canvas.buffer_rgba()

    lane.compare(
        "The worth board drawn on a worker (floor: bare scatter)", lambda: take(painter, wish), scattered, limit=2
    )
