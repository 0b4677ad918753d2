"""Measure on the large agency: its counting against the bare aggregate, its charts against a bare picture."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from hhcrm.charts.look import PAPER
from hhcrm.charts.painter import Painter
from hhcrm.charts.referrals import by_month, by_source
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.storage.engine import PRAGMAS
from hhcrm.ui.shared.charts.studio import Wish, take
from tests.bench.bulk import TODAY
from tests.bench.measure import Lane

pytestmark = pytest.mark.bench

YEAR = MeasureFilter(TODAY.replace(year=TODAY.year - 1) + timedelta(days=1), TODAY)

# Referrals by source by month as one would write it by hand.
BY_SOURCE_BY_MONTH = """
SELECT source_id, substr(referral_on, 1, 7), count(*), count(soc_on),
       sum(CASE WHEN stage = 'not admitted' AND soc_on IS NULL THEN 1 ELSE 0 END)
  FROM referral
 WHERE referral_on BETWEEN ? AND ? AND archived_at IS NULL
 GROUP BY 1, 2"""


@pytest.fixture
def bare(large_file: Path) -> Iterator[sqlite3.Connection]:
    """The driver alone, with our pragmas."""
    connection = sqlite3.connect(large_file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    yield connection
    connection.close()


def test_referrals_by_source_by_month(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    days = (YEAR.from_on.isoformat(), YEAR.until_on.isoformat())
    rows = bare.execute(BY_SOURCE_BY_MONTH, days).fetchall()
    found = questions.measured_referrals(YEAR)
    assert found.total.referrals == sum(row[2] for row in rows) > 1000
    assert found.source_count == len({row[0] for row in rows})
    lane.compare(
        "Referrals by source by month",
        lambda: questions.measured_referrals(YEAR),
        lambda: bare.execute(BY_SOURCE_BY_MONTH, days).fetchall(),
        limit=1.5,
    )


def test_a_drawn_chart_is_put_on_the_screen_like_any_picture(
    lane: Lane, questions: Questions, tmp_path: Path, qapp: QApplication
) -> None:
    """What the interface thread does for a chart: it puts down a picture that a worker has drawn."""
    found = questions.measured_referrals(YEAR)
    screen = QImage(1600, 1000, QImage.Format.Format_RGB32)
    shot = take(Painter(tmp_path), Wish(by_month(found), PAPER, 800, 500, 2.0))
    plain = QImage(1600, 1000, QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(2.0)
    screen.setDevicePixelRatio(2.0)

    def put(picture: QImage) -> None:
        painter = QPainter(screen)
        painter.drawImage(QPoint(0, 0), picture)
        painter.end()

    lane.compare(
        "A drawn chart, 800 x 500 at 200 %, onto the screen",
        lambda: put(shot.image), lambda: put(plain), limit=2, most_ms=100,
    )  # fmt: skip


def test_a_chart_is_drawn_about_as_fast_as_matplotlib_draws_bare_bars(
    lane: Lane, questions: Questions, tmp_path: Path, qapp: QApplication
) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # late: as in the program
    from matplotlib.figure import Figure

    chart = by_source(questions.measured_referrals(YEAR))
    painter, wish = Painter(tmp_path), Wish(chart, PAPER, 520, 330, 1.0)
    rows = range(len(chart.rows))
    values = [[chart.value(row, part) for row in rows] for part in range(len(chart.parts))]

    def bare_bars() -> object:
        figure = Figure(figsize=(5.2, 3.3), dpi=100)
        canvas, axes = FigureCanvasAgg(figure), figure.add_axes((0.3, 0.15, 0.65, 0.8))
        for part in values:
            axes.barh(list(rows), part)
        axes.set_yticks(list(rows), [row.label for row in chart.rows])
        canvas.draw()
        return canvas.buffer_rgba()

    lane.compare(
        "A chart drawn on a worker (floor: bare bars)", lambda: take(painter, wish), bare_bars, limit=2, most_ms=400
    )
