"""Charts of trends, lengths of time and reasons: what they say, what they leave out, and that all of it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hhcrm.charts.chart import Chart, NumbersBehind
from hhcrm.charts.compared import compared
from hhcrm.charts.drawing.page import draw
from hhcrm.charts.look import PAPER
from hhcrm.charts.readings import change_words, lacks_words, reading_words
from hhcrm.charts.reasons import reasons_chart
from hhcrm.charts.room import columns_of, panels_height
from hhcrm.charts.speeds import HOUR, LADDERS, speed_chart
from hhcrm.charts.trends import TOGETHER, trend_chart
from hhcrm.domain.measures import Better, By, Definition, Grain, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.periods import Span, period_of
from hhcrm.domain.trends import beside, pieces_of
from hhcrm.domain.words import ReasonOwner
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import Group, MeasureAsk, Measured, MeasureLine, Reading
from hhcrm.queries.trend_models import Lengths, ReasonCount, Reasons, Speed, SpeedAsk, Trend, TrendAsk

TODAY = date(2026, 11, 23)
FEWEST = 5


def definition(shape: MeasureShape, unit: MeasureUnit) -> Definition:
    return Definition(
        MeasureKey.CONVERSION, "Conversion", unit, shape, Better.MORE, "How.", "The day.", "Us.", "Mind.", frozenset(By)
    )


SHARE = definition(MeasureShape.SHARE, MeasureUnit.SHARE)
SUM = definition(MeasureShape.SUM, MeasureUnit.COUNT)
HOURS = definition(MeasureShape.MEDIAN, MeasureUnit.HOURS)
COST = definition(MeasureShape.RATIO, MeasureUnit.DOLLARS)


def measured(
    of: Definition, asked: MeasureFilter, by: By | None, grain: Grain, cells: Sequence[tuple[Group | None, Reading]]
) -> Measured:
    """The same readings in every piece."""
    begins = [piece.begins for piece in pieces_of(asked.from_on, asked.until_on, grain)]
    days: list[date | None] = [None] if grain is Grain.WHOLE else [*begins]
    lines = tuple(MeasureLine(group, day, reading) for group, reading in cells for day in days)
    return Measured(MeasureAsk(of.key, asked, by, grain), of, cells[0][1], lines)


def trend(of: Definition, readings: Sequence[Reading], *, split: bool, grain: Grain = Grain.MONTH) -> Trend:
    """A trend of this year: of one reading, or of groups with theirs."""
    held = beside(period_of(Span.THIS_YEAR, TODAY), grain, TODAY)
    now, ago = (MeasureFilter(each.start, each.end) for each in (held.period, held.year_ago))
    asked = TrendAsk(of.key, now, None, ago, By.LIAISON if split else None, grain)
    whole = [(None, readings[0])]
    if not split:
        return Trend(
            asked, TODAY, FEWEST, measured(of, now, None, grain, whole), None, measured(of, ago, None, grain, whole)
        )
    groups = [(Group(place, f"Liaison {place}"), reading) for place, reading in enumerate(readings)]
    return Trend(
        asked, TODAY, FEWEST, measured(of, now, None, grain, whole), None,
        measured(of, ago, By.LIAISON, Grain.WHOLE, groups), measured(of, now, By.LIAISON, grain, groups),
        measured(of, now, By.LIAISON, Grain.WHOLE, groups),
    )  # fmt: skip


def share(part: int, cases: int) -> Reading:
    return Reading(part / cases if cases else None, cases, part)


def test_too_few_cases_are_said_and_not_drawn() -> None:
    few, enough = share(1, 4), share(3, 6)
    assert reading_words(few, SHARE, FEWEST) == "too few (4)"
    assert lacks_words(few, SHARE, FEWEST) == "fewer than 5 cases"
    assert reading_words(enough, SHARE, FEWEST) == "50 %"
    assert change_words(enough, few, SHARE, FEWEST) == ""
    assert change_words(enough, share(2, 8), SHARE, FEWEST) == "+25 points"
    chart = trend_chart(trend(SHARE, [few], split=False))
    assert chart.is_empty
    assert chart.nothing == "Too few cases in each month; the table below has the whole period."
    assert chart.lines[0][1:3] == ("too few (4)", 4)


def test_a_missing_rate_is_named_and_never_a_zero() -> None:
    lacking = Reading(None, 3, 0.0, lacks="No rate for a mile is set.")
    chart = trend_chart(trend(COST, [lacking], split=False))
    assert chart.is_empty
    assert chart.nothing == "No rate for a mile is set."
    assert "\u2013 (No rate for a mile is set.)" in chart.beside
    assert chart.lines[0][1] is None
    assert reading_words(lacking, COST, FEWEST) == "\u2013"


def test_few_groups_are_lines_of_one_chart_and_more_have_one_each() -> None:
    few = trend_chart(trend(SUM, [Reading(float(count), count, count) for count in (9, 8, 7)], split=True))
    assert (few.panels, len(few.parts)) == ((), TOGETHER)
    assert len({(part.hatch, part.hollow, part.shape) for part in few.parts}) == TOGETHER
    many = trend_chart(trend(SUM, [Reading(float(count), count, count) for count in (9, 8, 7, 6)], split=True))
    assert many.panels == ("Liaison 0", "Liaison 1", "Liaison 2", "Liaison 3")
    assert many.backdrop_words == "grey: the mean of all 4"
    assert set(many.backdrop) == {9 / 4}
    shares = trend_chart(trend(SHARE, [share(5, 10)] * 4, split=True))
    assert shares.backdrop_words == "grey: all together"


def test_before_the_first_record_there_is_no_mark_and_nothing_to_be_held_against() -> None:
    found = replace(trend(SUM, [Reading(3.0, 3, 3.0)], split=False), records_from=date(2026, 3, 10))
    chart = trend_chart(found)
    assert {mark.row for mark in chart.marks} == set(range(2, 11))
    assert {mark.row for mark in chart.marks if mark.partial} == {2, 10}
    assert "records begin Mar 10, 2026" in chart.beside
    assert compared(found)[0].year_ago is None


@given(
    st.sampled_from([SUM, SHARE, HOURS, COST]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40)), min_size=1, max_size=9),
    st.booleans(),
    st.sampled_from([Grain.MONTH, Grain.WEEK]),
    st.sampled_from([(300, 276), (900, 540)]),
)
@settings(max_examples=25, deadline=None)
def test_every_mark_is_drawn_within_the_sheet(
    of: Definition, values: list[tuple[float, int]], split: bool, grain: Grain, size: tuple[int, int]
) -> None:
    scale = 1 if of is SHARE else 300
    readings = [Reading(scale * value if count else None, count, count * value) for value, count in values]
    assert_drawn(trend_chart(trend(of, readings, split=split, grain=grain)), size)


def assert_drawn(chart: Chart, size: tuple[int, int]) -> None:
    width, height = size[0], max(size[1], round(panels_height(chart, size[0])))
    _, boxes = draw(chart, PAPER, width, height)
    assert len(boxes) == len(chart.marks)
    for box in boxes:
        assert -12 <= box.left <= box.right <= width + 12
        assert -12 <= box.top <= box.bottom <= height + 12


def lengths(name: str, *hours: float) -> Lengths:
    seconds = sorted(round(HOUR * each) for each in hours)
    counted = {each: seconds.count(each) for each in seconds}
    return Lengths(Group(name, name), tuple(sorted(counted.items())))


def test_lengths_have_median_nine_in_ten_and_bound_where_there_are_cases_enough() -> None:
    asked = SpeedAsk(MeasureKey.HOURS_TO_SOC, MeasureFilter(date(2026, 1, 1), TODAY), By.LIAISON)
    many, few = lengths("Dana", 6, 20, 20, 47, 47.5, 48, 49, 100, 400, 500), lengths("Luis", 3, 60)
    whole = Lengths(None, tuple(sorted({**dict(many.counted), **dict(few.counted)}.items())))
    chart = speed_chart(Speed(asked, FEWEST, whole, (few, many)))
    assert [panel.split(":")[0] for panel in chart.panels] == ["Dana", "Luis"]
    assert "median 47.8 h, nine in ten within 400.0 h, n = 10" in chart.panels[0]
    assert chart.panels[1] == "Luis: too few for a median (2)"
    assert [guide.style for guide in chart.guides if guide.panel == 0] == ["dotted", "solid", "dashed"]
    assert [guide.style for guide in chart.guides if guide.panel == 1] == ["dotted"]
    edges = LADDERS[asked.measure].edges
    assert chart.guides[0].at == edges.index(48) + 1
    assert ("Dana", "36\u201348 h", 3, 6, 60.0) in chart.lines
    assert ("Luis", "\u226412 h", 1, 1, None) in chart.lines
    for size in ((300, 276), (900, 540)):
        assert_drawn(chart, size)


def test_reasons_stand_in_the_bar_of_whose_they_are() -> None:
    asked = MeasureFilter(date(2026, 9, 1), TODAY)
    found = Reasons(
        asked, 20,
        (
            ReasonCount(date(2026, 9, 1), 1, "No capacity", ReasonOwner.OURS, 4),
            ReasonCount(date(2026, 10, 1), 1, "No capacity", ReasonOwner.OURS, 2),
            ReasonCount(date(2026, 10, 1), 2, "Slow", ReasonOwner.OURS, 1),
            ReasonCount(date(2026, 10, 1), None, "", None, 1),
        ),
    )  # fmt: skip
    chart = reasons_chart(found)
    assert [(row.label, row.note) for row in chart.rows] == [("ours", "7, 88 %"), ("not said", "1, 12 %")]
    assert [(mark.row, mark.value, mark.inside) for mark in chart.marks] == [
        (0, 6, "No capacity"), (0, 1, "Slow"), (1, 1, "no reason given"),
    ]  # fmt: skip
    assert chart.beside == "8 not admitted of 20 decided"
    assert_drawn(chart, (500, 276))
    assert not any(isinstance(mark.behind, NumbersBehind) for mark in chart.marks)


@pytest.mark.parametrize("count", range(1, 13))
def test_small_charts_stand_in_even_lines(count: int) -> None:
    assert columns_of(count, 150) == 1
    assert 1 <= columns_of(count, 900) <= min(count, 4)
