"""The worth board as a drawing: where points lie, how large they are, twenty thousand of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from hhcrm.charts.drawing.page import draw
from hhcrm.charts.look import PAPER
from hhcrm.charts.quadrants import MOST_TOLD, QuadrantChart, Scale, scale_of
from hhcrm.charts.showing import showing
from hhcrm.charts.worth_board import MOST_POINTS, worth_chart
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.worth_models import WorthAsk, WorthBoard
from tests.ui.measure_kit import make_agency


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> WorthBoard:
    ask = make_agency(tmp_path_factory.mktemp("agency"))
    return ask.worth_board(WorthAsk(MeasureFilter(date(2025, 11, 24), date(2026, 11, 23))))


def many(board: WorthBoard, count: int) -> WorthBoard:
    """As many sources, each of those that are there again and again."""
    known = [line for line in board.lines if line.potential is not None]
    lines = (known[n % len(known)]._replace(source_id=n + 1, misjudged=None, rethink=False) for n in range(count))
    return replace(board, lines=tuple(sorted(lines, key=lambda line: -line.expected)))


def test_points_lie_by_potential_and_share_and_are_as_large_as_their_effort(board: WorthBoard) -> None:
    chart = worth_chart(board)
    sheet, boxes = draw(chart, PAPER, 700, 440)
    pairs = list(zip(chart.points, boxes, strict=True))
    for (one, here), (other, there) in pairwise(pairs):
        assert (here.center - there.center) * (one.along - other.along) >= 0
        assert (there.middle - here.middle) * (min(one.up, 1.0) - min(other.up, 1.0)) >= -1e-9
        assert (here.width - there.width) * (one.size - other.size) >= 0
    for _, box in pairs:
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= sheet.room.right
        assert box.bottom <= sheet.room.bottom


def test_minutes_take_the_place_of_visits(board: WorthBoard) -> None:
    by_id = {line.source_id: line for line in board.lines}
    for effort in ("visits", "minutes"):
        chart = worth_chart(board, effort)
        for point in chart.points:
            assert isinstance(point.behind, ReferralFilter)
            line = by_id[point.behind.source_ids[0]]
            assert point.size == (line.visits if effort == "visits" else line.minutes)


def test_who_has_no_potential_is_counted_in_words_and_stands_in_the_table_alone(board: WorthBoard) -> None:
    assert board.without > 0
    chart = worth_chart(board)
    assert f"{board.without} without potential" in chart.beside
    assert len(chart.points) == len(board.lines) - board.without
    assert len(chart.lines) == len(board.lines)
    potential = [column.key for column in chart.columns].index("potential_per_month")
    assert sum(cells[potential] is None for cells in chart.lines) == board.without


def test_of_twenty_thousand_some_can_be_pointed_at_and_all_are_drawn(board: WorthBoard) -> None:
    chart = worth_chart(many(board, 20_000))
    assert len(chart.points) == MOST_POINTS
    assert len(chart.points) + len(chart.crowd) == len(chart.lines) == 20_000
    sheet, boxes = draw(chart, PAPER, 700, 440)
    sheet.canvas.draw()
    assert len(boxes) == MOST_POINTS
    assert len(sheet.figure.artists) + len(sheet.figure.lines) + len(sheet.figure.texts) < 400
    assert chart.alternative.count(";") < 10 * MOST_TOLD


def test_an_agency_without_potentials_has_nothing_to_draw_and_says_how_many(board: WorthBoard, tmp_path: Path) -> None:
    bare = [line._replace(potential=None, quadrant=None, share=None, misjudged=None) for line in board.lines]
    chart = worth_chart(replace(board, lines=tuple(bare), high_from=None))
    assert chart.is_empty
    assert f"{len(bare)} without potential" in chart.beside
    sheet, boxes = draw(chart, PAPER, 700, 440)
    assert (boxes, sheet.room.width) == ([], 700)


def test_one_source_alone_is_drawn(board: WorthBoard) -> None:
    one = next(line for line in board.lines if line.potential)
    for potential in (0.0, 3.0):
        alone = replace(board, lines=(one._replace(potential=potential),), high_from=potential)
        _, boxes = draw(worth_chart(alone), PAPER, 300, 200)
        assert len(boxes) == 1


def test_a_scale_is_even_until_a_few_are_many_times_the_others() -> None:
    assert scale_of([1.0, 2.0, 3.0, 4.0]).powers is False
    hospitals = scale_of([*[1.0] * 20, 40.0])
    assert hospitals.powers is True
    assert 0.6 < hospitals.at(40.0) - hospitals.at(1.0) < 1.0
    assert hospitals.at(0.0) == 0.0
    assert scale_of([]).at(5.0) == 1.0
    assert scale_of([0.0]).ticks()[0] == 0.0


@pytest.mark.parametrize("scale", [Scale(0, 1.08, False), Scale(0, 43.0, False), Scale(0.5, 50.0, True)])
def test_ticks_lie_within_the_scale_and_are_few(scale: Scale) -> None:
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= 8
    assert all(scale.least <= tick <= scale.most for tick in ticks)


def test_what_the_legend_hides_leaves_the_points_the_crowd_and_the_table(board: WorthBoard) -> None:
    chart = worth_chart(many(board, 3_000))
    left = showing(chart, {chart.crowd_part})
    assert isinstance(left, QuadrantChart)
    assert left.crowd == ()
    assert len(left.lines) == len(left.points) == sum(point.part != chart.crowd_part for point in chart.points)
    best = showing(chart, {place for place in chart.drawn_parts if place != chart.crowd_part})
    assert isinstance(best, QuadrantChart)
    assert len(best.lines) == len(best.points) + len(best.crowd)
