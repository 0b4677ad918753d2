"""What the charts of an approach say, and where they draw it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from matplotlib.text import Text as MplText

from hhcrm.charts.approaches import BETTER, OTHER, TOO_FEW, UNTOLD, WORSE, intervals, weekly
from hhcrm.charts.drawing.page import draw
from hhcrm.charts.look import PAPER
from hhcrm.domain.comparing import Difference, Few, Interval, Sides, Told, Way, Weeks
from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.queries.approaches_models import ApproachItem, Compared, ComparedMeasure, Named, Scope, Side, WeekValue
from hhcrm.queries.approaches_words import (
    amount,
    chance_words,
    days_words,
    interval_words,
    measure_words,
    scope_words,
    state_words,
)
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import ReadingBehind

BEFORE, AFTER = Weeks(date(2026, 1, 5), 8), Weeks(date(2026, 3, 2), 8)
TODAY = date(2026, 5, 20)
SCOPE = Scope(type=Named(3, "Clinic"), sources=(Named(1, "Mercy"), Named(2, "Grace")))
ITEM = ApproachItem(7, 1, "Calls", "", date(2026, 3, 2), None, SCOPE, (MeasureKey.REFERRALS,), 0, False)


def definition(shape: MeasureShape = MeasureShape.SUM, better: Better = Better.MORE) -> Definition:
    unit = MeasureUnit.SHARE if shape is MeasureShape.SHARE else MeasureUnit.COUNT
    return Definition(MeasureKey.REFERRALS, "Referrals", unit, shape, better, "", "", "", "", frozenset())


def behind(weeks: Weeks) -> ReadingBehind:
    return ReadingBehind(MeasureKey.REFERRALS, MeasureFilter(weeks.first, weeks.last))


def one(
    difference: Difference, better: Better = Better.MORE, shape: MeasureShape = MeasureShape.SUM
) -> ComparedMeasure:
    before, after = (Side(weeks, 2.0, 16, 16, behind=behind(weeks)) for weeks in (BEFORE, AFTER))
    week = WeekValue(BEFORE.first, 2.0, 2, behind(BEFORE))
    return ComparedMeasure(
        definition(shape, better), before, after, difference, weekly=(week, replace(week, monday=AFTER.first))
    )


def told(low: float, high: float, says: Told) -> Difference:
    return Difference((low + high) / 2, Interval(low, high), says)


MORE, LESS, NO = told(0.5, 2.5, Told.MORE), told(-3, -1, Told.LESS), told(-1, 2, Told.NOT_TOLD)
FEW = Difference(None, None, Told.TOO_FEW, Few.WEEKS)


def seen(*measures: ComparedMeasure, way: Way = Way.BEFORE) -> Compared:
    return Compared(ITEM, way, Sides(BEFORE, AFTER), measures, 5)


@pytest.mark.parametrize(
    ("measure", "part"),
    [
        (one(MORE), BETTER), (one(LESS), WORSE), (one(LESS, Better.FEWER), BETTER), (one(MORE, Better.FEWER), WORSE),
        (one(MORE, Better.NEITHER), OTHER), (one(NO), UNTOLD), (one(FEW), TOO_FEW),
    ],
)  # fmt: skip
def test_a_difference_is_better_worse_or_cannot_be_told(measure: ComparedMeasure, part: int) -> None:
    chart = intervals(seen(measure))
    assert {mark.part for mark in chart.marks} == {part}
    assert (len(chart.marks) == 3) == (measure.difference.interval is not None)
    for mark in chart.marks:
        assert mark.words in chart.alternative


def test_what_it_says_is_told_apart_without_colour() -> None:
    for first, second in combinations(intervals(seen(one(MORE))).parts, 2):
        assert (first.hatch, first.hollow) != (second.hatch, second.hollow)


def test_intervals_lie_about_the_line_of_no_change_inside_the_sheet() -> None:
    compared = seen(one(MORE), one(LESS), one(NO), one(FEW))
    chart = intervals(compared)
    sheet, boxes = draw(chart, PAPER, 620, 420)
    assert len(boxes) == len(chart.marks)
    for box in boxes:
        assert box.left >= 0
        assert box.right <= sheet.room.right + 1
        assert 0 <= box.top < box.bottom <= sheet.room.bottom
    spans = [box for mark, box in zip(chart.marks, boxes, strict=True) if mark.low is not None]
    assert spans[2].left < spans[0].left
    assert spans[1].right < spans[0].left  # the line of no change lies between what is less and what is more
    assert spans[1].right < spans[2].right
    values = [box for mark, box in zip(chart.marks, boxes, strict=True) if mark.low is None]
    assert max(box.right for box in values) < min(box.left for box in spans)


def test_a_result_wider_than_its_interval_is_written_whole_beside_a_short_name() -> None:
    wide = one(told(-123.4, 567.8, Told.NOT_TOLD))
    chart = intervals(seen(wide))
    sheet, _boxes = draw(chart, PAPER, 300, 200)
    written = [words.get_text() for words in sheet.figure.findobj(MplText)]
    assert chart.rows[0].note in written
    assert sheet.width(chart.rows[0].note, PAPER.small_px) > 0.4 * 300


def test_weeks_stand_before_and_since_and_a_year_before_below_the_same_weeks() -> None:
    chart = weekly(seen(one(MORE)), one(MORE))
    assert [(mark.row, mark.part) for mark in chart.marks] == [(0, 0), (1, 1)]
    season = replace(seen(one(MORE), way=Way.SEASON), sides=Sides(Weeks(BEFORE.first, 1), Weeks(AFTER.first, 1)))
    assert [(mark.row, mark.part) for mark in weekly(season, one(MORE)).marks] == [(0, 0), (0, 1)]


def test_sentences_say_values_cases_interval_and_why_not() -> None:
    compared = seen(one(MORE), one(FEW))
    assert measure_words(one(MORE), compared) == (
        "Referrals: from 2 a week (16) to 2 a week (16). That is +1.5 a week (+0.50 to +2.5): more."
    )
    assert "fewer than 6 whole weeks on each side" in measure_words(one(FEW), compared)
    assert state_words(compared, TODAY) == "8 weeks on each side. Referrals: more; Referrals: too few to tell."
    assert scope_words(SCOPE) == "Clinic; Mercy, Grace"
    assert scope_words(Scope()) == "everybody"
    assert days_words(ITEM, TODAY) == "since Mar 2, 2026"
    assert "about 23 times in 100" in chance_words(5)
    with_others = replace(one(MORE), others=(one(MORE).before, one(MORE).after))
    assert "against moving as the others did" in measure_words(with_others, compared)
    both = replace(MORE, for_all=True)
    assert measure_words(one(both), compared).endswith("more, also with all 2 measures judged together.")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.625, MeasureUnit.SHARE, "62 %"), (1204, MeasureUnit.COUNT, "1,204"), (2.7, MeasureUnit.COUNT, "2.7"),
        (31.54, MeasureUnit.HOURS, "31.5 h"), (64.4, MeasureUnit.DOLLARS, "$64"), (0.126, MeasureUnit.RATE, "0.13"),
    ],
)  # fmt: skip
def test_amounts(value: float, unit: MeasureUnit, words: str) -> None:
    assert amount(value, unit) == words


def test_the_unit_of_an_interval_of_shares_is_said_once() -> None:
    share = one(told(-0.003, 0.14, Told.NOT_TOLD), shape=MeasureShape.SHARE)
    assert interval_words(share) == "\u22120 to +14 points"


def test_differences_have_a_sign_and_shares_are_in_points() -> None:
    assert amount(-0.04, MeasureUnit.SHARE, signed=True, points=True) == "\u22124 points"
    assert amount(2.0, MeasureUnit.COUNT, signed=True) == "+2"
    assert amount(0.0, MeasureUnit.COUNT, signed=True) == "\u00b10"
