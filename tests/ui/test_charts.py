"""The studio and the views of charts: only the newest wish is drawn, and what cannot be drawn is said."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage, QPageSize, QPdfWriter
from pytestqt.qtbot import QtBot

from hhcrm.charts.chart import Chart
from hhcrm.charts.look import PAPER
from hhcrm.charts.painter import Painter, Picture, Spot
from hhcrm.printing.pictures import onto_pages
from hhcrm.ui.shared.charts.studio import ChartStudio, Shot, Wish
from hhcrm.ui.shared.charts.view import ChartView
from hhcrm.ui.shared.charts.walk import mark_at, step
from tests.charts.test_charts import charts
from tests.ui.conftest import MakeDesk

pytestmark = pytest.mark.usefixtures("look")


class SlowPainter(Painter):
    """Draws nothing but a colour, when it is let go, and remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__(Path("nowhere"))
        self.go = threading.Event()
        self.asked: list[tuple[str, float]] = []
        self.fails = False

    def paint(
        self, chart: Chart, look: Any, width: float, height: float, ratio: float, *, legend: bool = True
    ) -> Picture:
        assert self.go.wait(10)
        self.asked.append((chart.name, width))
        if self.fails:
            raise ZeroDivisionError("no ink")
        pixels = b"\x10\x20\x30\xff" * (int(width) * int(height))
        return Picture(int(width), int(height), 1.0, pixels, tuple(Spot(0, 0, 5, 5) for _ in chart.marks))


def test_of_what_one_view_wishes_only_the_newest_is_drawn(make_desk: MakeDesk, qtbot: QtBot) -> None:
    painter, first, second = SlowPainter(), QObject(), QObject()
    studio = ChartStudio(make_desk(), painter)
    shots: list[Shot] = []
    for width in range(100, 120):
        studio.draw(first, Wish(charts()[0], PAPER, width, 50, 1.0), shots.append, _fail)
    studio.draw(second, Wish(charts()[1], PAPER, 70, 50, 1.0), shots.append, _fail)
    painter.go.set()
    qtbot.waitUntil(lambda: len(shots) == 2)
    assert painter.asked == [("referrals-by-source", 119), ("referrals-by-month", 70)]
    assert shots[0].image.pixelColor(3, 3) == QColor("#102030")
    assert not studio._pause.isActive()


def test_a_view_that_is_gone_is_not_drawn_for(make_desk: MakeDesk, qtbot: QtBot) -> None:
    import shiboken6

    painter, gone, here = SlowPainter(), QObject(), QObject()
    studio = ChartStudio(make_desk(), painter)
    shots: list[Shot] = []
    studio.draw(gone, Wish(charts()[0], PAPER, 60, 50, 1.0), shots.append, _fail)
    studio.draw(here, Wish(charts()[1], PAPER, 70, 50, 1.0), shots.append, _fail)
    shiboken6.delete(gone)
    painter.go.set()
    qtbot.waitUntil(lambda: len(shots) == 1)
    assert painter.asked == [("referrals-by-month", 70)]


def test_what_cannot_be_drawn_is_said_and_tried_again(make_desk: MakeDesk, qtbot: QtBot) -> None:
    painter = SlowPainter()
    painter.fails = True
    painter.go.set()
    desk = make_desk()
    faults: list[Exception] = []
    desk.faulted.connect(faults.append)
    view = ChartView(ChartStudio(desk, painter, desk), "a_chart")
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    with qtbot.captureExceptions():
        view.show_chart(charts()[0])
        qtbot.waitUntil(lambda: bool(faults))
    assert isinstance(faults[0], ZeroDivisionError)
    assert not view.is_drawn
    painter.fails = False
    view.resize(320, 200)
    qtbot.waitUntil(lambda: view.is_drawn)


def test_a_hidden_view_is_not_drawn_until_it_is_seen(make_desk: MakeDesk, qtbot: QtBot) -> None:
    painter = SlowPainter()
    painter.go.set()
    studio = ChartStudio(desk := make_desk(), painter, desk)
    view = ChartView(studio, "a_chart")
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show_chart(charts()[0])
    assert charts()[0].title in view.accessibleName(), "it is spoken before it is drawn"
    assert painter.asked == []
    view.show()
    qtbot.waitUntil(lambda: view.is_drawn)
    assert painter.asked == [("referrals-by-source", 300)]
    view.show_chart(replace(charts()[0]))
    assert not studio._waiting, "the same chart is not drawn again"


KEYS = st.sampled_from(["left", "right", "up", "down", "home", "end"])


@given(st.sampled_from(charts()), st.lists(KEYS, min_size=1, max_size=30))
def test_keys_never_lead_out_of_a_chart(chart: Chart, keys: list[Any]) -> None:
    at = None
    for key in keys:
        at = step(chart, at, key)
        assert at is not None
        assert 0 <= at < len(chart.marks)


def test_an_empty_chart_has_no_mark_to_walk_to() -> None:
    empty = replace(charts()[0], marks=(), rows=())
    assert step(empty, None, "right") is None
    assert mark_at((), 3, 3) is None


def test_a_thin_mark_is_met_a_little_beside_it_and_the_nearest_wins() -> None:
    spots = (Spot(10, 10, 1, 20), Spot(14, 10, 30, 20))
    assert mark_at(spots, 8, 15) == 0
    assert mark_at(spots, 12, 15) == 0
    assert mark_at(spots, 13.5, 15) == 1
    assert mark_at(spots, 20, 15) == 1
    assert mark_at(spots, 60, 15) is None
    assert mark_at(spots, 20, 60) is None


def test_pictures_go_onto_pages_one_each(tmp_path: Path, qapp: object) -> None:
    painter = Painter(tmp_path / "cache")
    pictures = [painter.encode(chart, "print") for chart in charts()[:3]]
    assert QImage.fromData(pictures[0]).width() == 3600
    writer = QPdfWriter(str(tmp_path / "pages.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    assert onto_pages(pictures, writer)
    del writer
    content = (tmp_path / "pages.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 3
    assert not onto_pages(pictures[:1], QPdfWriter(str(tmp_path / "gone" / "pages.pdf")))


def _fail(error: Exception) -> None:
    raise AssertionError(error)
