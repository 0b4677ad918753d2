"""The chart of a goal: its numbers are the rows behind them, and nobody needs colours to read it."""

from __future__ import annotations

from itertools import combinations

import pytest

from hhcrm.charts.chart import Chart
from hhcrm.charts.goals import goal_chart
from hhcrm.domain.measures import MeasureShape
from hhcrm.queries.bound import Questions
from hhcrm.queries.goal_models import GoalDetail, GoalFilter
from hhcrm.queries.measures.models import ReadingBehind
from hhcrm.ui.shared.palette import DARK, LIGHT, Colors
from tests.charts.sight import distance
from tests.ui.measure_kit import TODAY, make_agency

APART = 10.0


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Questions:
    return make_agency(tmp_path_factory.mktemp("agency"))


@pytest.fixture(scope="module")
def details(ask: Questions) -> list[GoalDetail]:
    return [
        ask.goal_detail(one.goal.goal_id) for one in ask.goals_found(GoalFilter(from_on=TODAY)).standings if not one.why
    ]


@pytest.fixture(scope="module")
def charts(details: list[GoalDetail]) -> list[Chart]:
    return [goal_chart(each) for each in details]


def test_a_count_or_share_so_far_is_that_of_the_rows_its_click_opens(
    ask: Questions, details: list[GoalDetail], charts: list[Chart]
) -> None:
    seen = set()
    for detail, chart in zip(details, charts, strict=True):
        shape = detail.standing.definition.shape
        for mark in chart.marks:
            if isinstance(mark.behind, ReadingBehind) and shape in (MeasureShape.SUM, MeasureShape.SHARE):
                total = ask.reading_behind(mark.behind, 0, 0).total
                lines = ask.reading_behind(mark.behind, 0, total).lines
                counted = sum(line.counted for line in lines)
                assert mark.value == pytest.approx(counted if shape is MeasureShape.SUM else 100 * counted / total)
                seen.add(shape)
    assert seen == {MeasureShape.SUM, MeasureShape.SHARE}


def test_who_does_not_see_it_hears_every_mark_and_reads_every_number(charts: list[Chart]) -> None:
    for chart in charts:
        assert all((chart.title, chart.beside, chart.period, chart.value_title, chart.row_title, chart.measures))
        assert all(mark.words in chart.alternative for mark in chart.marks)
        assert all(len(line) == len(chart.columns) for line in chart.lines)
        numbers = {cell for line in chart.lines for cell in line if isinstance(cell, int | float)}
        assert all(round(mark.value, 1) in numbers for mark in chart.marks)


def test_so_far_ends_today_and_the_forecast_begins_there(details: list[GoalDetail], charts: list[Chart]) -> None:
    told = 0
    for detail, chart in zip(details, charts, strict=True):
        so_far = [mark for mark in chart.marks if mark.part == 0]
        assert chart.rows[so_far[-1].row].label == "today"
        ahead = [mark for mark in chart.marks if mark.part == 3]
        if detail.standing.forecast is not None:
            assert (ahead[0].row, ahead[0].value) == (so_far[-1].row, so_far[-1].value)
            assert ahead[-1].row == len(chart.rows) - 1
            told += 1
        else:
            assert ahead == []
    assert told


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_parts_differ_in_more_than_colour_and_in_colour_to_everybody(charts: list[Chart], colors: Colors) -> None:
    parts = charts[0].parts
    for one, other in combinations(parts, 2):
        assert (one.hatch, one.hollow) != (other.hatch, other.hollow)
        assert one.words != other.words
    inks = {part.ink for part in parts}
    seen = [colors.rest if ink is None else colors.marks[ink] for ink in inks]
    for first, second in combinations(seen, 2):
        for sight in ("full", "protanopia", "deuteranopia"):
            assert distance(first, second, sight) >= APART
