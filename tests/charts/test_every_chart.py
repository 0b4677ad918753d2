"""What holds for every chart: its numbers are the rows that a click opens, and nobody needs colours to read it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.text import Text

from hhcrm.charts.chart import Chart, NumbersBehind
from hhcrm.charts.drawing.page import draw
from hhcrm.charts.drawing.sheet import UNITS_AN_INCH
from hhcrm.charts.look import PAPER
from hhcrm.charts.painter import file_height
from hhcrm.charts.readings import value_words
from hhcrm.charts.showing import showing
from hhcrm.domain.measures import MeasureUnit
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.ui.shared.palette import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colors
from tests.charts.every_chart import CHARTS, PERIODS, number_of
from tests.charts.sight import SIGHTS, distance
from tests.ui.measure_kit import make_agency

EACH_PALETTE = pytest.mark.parametrize("colors", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
APART = 10.0
"""Five times what can just be told apart side by side."""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Questions:
    return make_agency(tmp_path_factory.mktemp("agency"))


def ink_of(colors: Colors, ink: int | None) -> str:
    return colors.rest if ink is None else colors.marks[ink]


def is_share(chart: Chart) -> bool:
    return chart.kind == "percent" or chart.unit is MeasureUnit.SHARE


def said_of(chart: Chart, value: float) -> str:
    if is_share(chart):
        return f"{round(100 * value)} %"
    return value_words(value, chart.unit) if chart.kind == "trend" else f"{value:,.10g}"


@pytest.fixture(scope="module", params=sorted(CHARTS))
def charts(request: pytest.FixtureRequest, ask: Questions) -> list[Chart]:
    make = CHARTS[request.param]
    return [make(ask, MeasureFilter(*period)) for period in PERIODS]


@pytest.mark.parametrize("width", [900, 460])
def test_no_word_runs_off_the_sheet(charts: list[Chart], width: int) -> None:
    """Also where the words of the parts are half as long again, as they are in Spanish."""
    for chart in charts:
        longer = tuple(
            replace(part, words=f"{part.words} {part.words[: len(part.words) // 2]}") for part in chart.parts
        )
        sheet, _ = draw(replace(chart, parts=longer), PAPER, width, file_height(chart), whole=True)
        renderer = RendererAgg(width, 1, UNITS_AN_INCH)
        for words in sheet.figure.findobj(Text):
            if words.get_text():
                extent = words.get_window_extent(renderer)
                assert extent.x0 >= -1, (chart.name, words.get_text())
                assert extent.x1 <= width + 1, (chart.name, words.get_text())


def test_the_number_of_a_mark_is_that_of_the_rows_its_click_opens(ask: Questions, charts: list[Chart]) -> None:
    for chart in charts:
        assert chart.marks
        for mark in chart.marks:
            assert mark.behind is not None
            if isinstance(mark.behind, NumbersBehind):  # what is computed stands in the table
                continue
            # What is shown of a length in a row has two places.
            assert number_of(ask, chart, mark) == pytest.approx(mark.value, abs=0.006), (chart.name, mark.words)


def test_who_does_not_see_a_chart_hears_every_mark_and_reads_every_number(charts: list[Chart]) -> None:
    for chart in charts:
        assert all((chart.title, chart.beside, chart.period, chart.value_title, chart.row_title))
        for mark in chart.marks:
            assert mark.words in chart.alternative
            if not isinstance(mark.behind, NumbersBehind):
                assert said_of(chart, mark.value) in mark.words
        numbers = {cell for line in chart.lines for cell in line if isinstance(cell, int | float)}
        for mark in chart.marks:
            value = 100 * mark.value if is_share(chart) else mark.value
            assert {mark.value, round(value, 1), round(value, 2)} & numbers, (chart.name, mark.words)


def test_two_parts_differ_by_more_than_their_colour(charts: list[Chart]) -> None:
    """A black-and-white printer tells them apart too."""
    for one, other in combinations(charts[0].parts, 2):
        assert (one.hatch, one.hollow) != (other.hatch, other.hollow)
        assert one.words != other.words


@EACH_PALETTE
def test_whoever_is_blind_to_red_or_green_tells_the_parts_apart(charts: list[Chart], colors: Colors) -> None:
    inks = {part.ink for part in charts[0].parts}
    for one, other in combinations([ink_of(colors, ink) for ink in inks], 2):
        for sight in ("full", "protanopia", "deuteranopia"):
            assert distance(one, other, sight) >= APART, (one, other, sight)


@EACH_PALETTE
def test_every_mark_stands_out_from_the_ground_to_everybody(colors: Colors) -> None:
    for ink in (*range(len(colors.marks)), None):
        for sight in SIGHTS:
            assert distance(ink_of(colors, ink), colors.panel, sight) >= 2 * APART
    assert PAPER.marks == LIGHT.marks


def test_what_the_legend_hides_is_gone_from_marks_table_and_totals(charts: list[Chart]) -> None:
    for chart in charts:
        drawn = chart.drawn_parts
        for hidden in drawn if len(drawn) > 1 else ():
            left = showing(chart, {hidden})
            assert {mark.part for mark in left.marks} == set(drawn) - {hidden}
            assert [mark for mark in chart.marks if mark.part != hidden] == list(left.marks)
            said = left.beside.split("shown: ")[1]
            for place in left.drawn_parts:
                assert chart.parts[place].words in said
                said = said.replace(chart.parts[place].words, "", 1)
            assert said.strip(" 0123456789,") == ""
            assert (len(left.columns), len(left.lines)) < (len(chart.columns), len(chart.lines))
            assert all(len(line) == len(left.columns) for line in left.lines)
            alone = [column for column in chart.columns if column.parts == (hidden,)]
            assert alone or len(left.lines) < len(chart.lines)  # points have lines, bars have columns
            assert not set(alone) & set(left.columns)
        assert showing(chart, drawn) == chart


def test_every_chart_says_what_it_measures(ask: Questions, charts: list[Chart]) -> None:
    known = {definition.key for definition in ask.definitions()}
    for chart in charts:
        assert chart.measures or chart.about
        assert set(chart.measures) <= known
