"""Trends say what the measures say, lengths of time what plain computation says, and both the rows behind them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from math import ceil
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from hhcrm.charts.compared import compared
from hhcrm.charts.reasons import reasons_by_month, reasons_chart
from hhcrm.charts.speeds import LADDERS, speed_chart
from hhcrm.charts.trends import trend_chart
from hhcrm.domain.measures import By, Grain, MeasureKey, MeasureShape
from hhcrm.domain.periods import Period, Span
from hhcrm.domain.referrals import hours_to_soc, received_at
from hhcrm.domain.trends import beside
from hhcrm.models.referrals import Referral
from hhcrm.models.users import User
from hhcrm.models.visits import Visit
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import MeasureAsk, Reading, ReadingBehind
from hhcrm.queries.trend_models import (
    MOST_PANELS,
    SPEED_SPLITS,
    SPEEDS,
    Lengths,
    ReasonsBehind,
    SpeedAsk,
    SpeedBehind,
    TrendAsk,
)
from hhcrm.services.sample.fill import fill_sample
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from tests.databases import new_engine
from tests.queries.conftest import NOW, TODAY, Agency

START, END = date(2026, 3, 10), TODAY
WHOLE = MeasureFilter(START, END)
FILTERS = (WHOLE, replace(WHOLE, liaison_id=2), replace(WHOLE, type_id=1))
COUNTED = st.dictionaries(st.integers(-50_000, 2_000_000), st.integers(1, 6), min_size=1, max_size=40)


def trend_ask(measure: MeasureKey, by: By | None, grain: Grain, asked: MeasureFilter = WHOLE) -> TrendAsk:
    held = beside(Period(Span.CUSTOM, asked.from_on, asked.until_on), grain, TODAY)

    def days(period: Period) -> MeasureFilter:
        return replace(asked, from_on=period.start, until_on=period.end)

    before = None if held.before is None else days(held.before)
    return TrendAsk(measure, days(held.period), before, days(held.year_ago), by, grain)


@given(COUNTED, st.floats(0.01, 1.0))
def test_medians_and_quantiles_are_those_of_all_lengths_laid_out(counted: dict[int, int], part: float) -> None:
    lengths = Lengths(None, tuple(sorted(counted.items())))
    laid = sorted(each for each, count in counted.items() for _ in range(count))
    assert lengths.cases == len(laid)
    assert lengths.median == median(laid)
    assert lengths.quantile(part) == laid[max(ceil(part * len(laid)), 1) - 1]
    for bound in (laid[0] - 1, laid[0], laid[len(laid) // 2], laid[-1]):
        assert lengths.within(bound) == sum(each <= bound for each in laid)


@given(COUNTED)
def test_the_steps_of_a_ladder_hold_every_case_once(counted: dict[int, int]) -> None:
    lengths = Lengths(None, tuple(sorted(counted.items())))
    for ladder in LADDERS.values():
        edges = [None, *(edge * ladder.unit for edge in ladder.edges), None]
        steps = [lengths.between(above, upto) for above, upto in itertools.pairwise(edges)]
        assert sum(steps) == lengths.cases


@pytest.mark.parametrize("asked", FILTERS)
@pytest.mark.parametrize("measure", SPEEDS)
def test_lengths_of_time_agree_with_their_measure_and_with_the_rows_behind(
    agency: Agency, measure: MeasureKey, asked: MeasureFilter
) -> None:
    ask = agency.ask()
    for by in (None, *sorted(SPEED_SPLITS)):
        found = ask.speed(SpeedAsk(measure, asked, by))
        reading = ask.measured(MeasureAsk(measure, asked)).whole
        assert found.whole.cases == reading.cases
        if reading.value is not None:
            assert found.whole.median == pytest.approx(reading.value * LADDERS[measure].unit)
        assert by is None or sum(each.cases for each in found.groups) == reading.cases
        chart = speed_chart(found)
        drawn = chart.marks if by in (None, By.LIAISON, By.PAYER) else chart.marks[:6]
        if by is None:
            assert sum(mark.value for mark in chart.marks) == reading.cases
        for mark in drawn:
            assert isinstance(mark.behind, SpeedBehind)
            page = ask.cases_behind(mark.behind, 0, 1000)
            assert page.total == mark.value == len(page.lines), mark.words
            above, upto = mark.behind.above, mark.behind.upto
            for line in page.lines:
                seconds = float(str(line.cells[-1])) * LADDERS[measure].unit
                assert above is None or seconds > above - 60
                assert upto is None or seconds <= upto + 60


def test_hours_to_a_start_of_care_are_those_that_passed_whatever_the_clocks_did(agency: Agency) -> None:
    zone = ZoneInfo("America/Chicago")
    found = agency.ask().speed(SpeedAsk(MeasureKey.HOURS_TO_SOC, WHOLE)).whole
    plain = sorted(
        round(
            3600
            * hours_to_soc(received_at(row["heard_at"], row["authorized_at"]), row["soc_at"] or row["soc_on"], zone)
        )
        for row in agency.rows("referral")
        if row["archived_at"] is None and row["soc_on"] is not None and START <= row["soc_on"] <= END
    )
    laid = [each for each, count in found.counted for _ in range(count)]
    assert len(laid) == len(plain) > 50
    assert all(abs(one - other) <= 1 for one, other in zip(laid, plain, strict=True))


@pytest.mark.parametrize("grain", [Grain.MONTH, Grain.WEEK])
def test_marks_and_lines_of_a_trend_are_the_readings_of_its_measure(plain: Agency, grain: Grain) -> None:
    ask = plain.ask()
    for definition in ask.definitions():
        for by in (None, *sorted(definition.by & {By.LIAISON, By.SOURCE_TYPE, By.PAYER, By.ACTIVITY, By.REASON_OWNER})):
            asked = trend_ask(definition.key, by, grain)
            found = ask.trend(asked)
            chart = trend_chart(found)
            for mark in chart.marks[:: max(1, len(chart.marks) // 8)]:
                behind = mark.behind
                assert isinstance(behind, ReadingBehind)
                alone = ask.measured(MeasureAsk(behind.measure, behind.asked, behind.by))
                lines = [line for line in alone.lines if line.group is not None and line.group.key == behind.key]
                reading = alone.whole if behind.by is None else lines[0].reading if lines else Reading(0.0)
                assert reading.value == pytest.approx(mark.value), mark.words
            *groups, together = compared(found)
            whole = ask.measured(MeasureAsk(definition.key, asked.asked)).whole
            assert together.now.cases == whole.cases
            if definition.shape is MeasureShape.SUM and groups and whole.value is not None and by is not By.MATERIAL:
                assert sum(line.now.part for line in groups) == pytest.approx(together.now.part)
            changes = [
                abs(line.now.value - then.value)
                for line in groups
                if (then := line.year_ago if asked.before is None else line.before) is not None
                and line.now.value is not None and then.value is not None
                and (definition.shape in (MeasureShape.SUM, MeasureShape.RATIO)
                     or min(line.now.cases, then.cases) >= found.fewest)
            ]  # fmt: skip
            assert changes == sorted(changes, reverse=True)


def test_reasons_are_the_referrals_not_admitted(agency: Agency) -> None:
    ask = agency.ask()
    for asked in FILTERS:
        found = ask.not_admitted_reasons(asked)
        not_admitted = ask.measured(MeasureAsk(MeasureKey.NOT_ADMITTED, asked)).whole
        assert found.not_admitted == not_admitted.part
        assert found.decided >= found.not_admitted
        charts = (reasons_chart(found), reasons_by_month(found, TODAY))
        for chart in charts:
            assert sum(mark.value for mark in chart.marks) == found.not_admitted
            for mark in chart.marks:
                assert isinstance(mark.behind, ReasonsBehind)
                assert ask.cases_behind(mark.behind, 0, 1000).total == mark.value, mark.words


def test_a_period_to_come_says_so_and_draws_nothing(plain: Agency) -> None:
    ask = plain.ask()
    asked = trend_ask(MeasureKey.REFERRALS, None, Grain.MONTH, MeasureFilter(date(2027, 1, 1), date(2027, 3, 31)))
    chart = trend_chart(ask.trend(asked))
    assert chart.beside == "This period lies ahead: it begins Jan 1, 2027"
    assert not [mark for mark in chart.marks if mark.part == 0]
    for mark in chart.marks:
        assert isinstance(mark.behind, ReadingBehind)
        assert mark.behind.asked.from_on <= TODAY


def test_what_runs_is_cut_off_today_and_marked(plain: Agency) -> None:
    asked = trend_ask(MeasureKey.VISITS, By.LIAISON, Grain.MONTH, MeasureFilter(date(2026, 9, 1), date(2026, 12, 31)))
    assert asked.asked.until_on == TODAY
    assert asked.year_ago is not None
    assert asked.year_ago.until_on == date(2025, 11, 20)
    chart = trend_chart(plain.ask().trend(asked))
    assert chart.partial_words == "hollow: part of a month (to Nov 20)"
    assert {mark.row for mark in chart.marks if mark.partial} == {2}
    assert any("November 2026 (to Nov 20)" in mark.words for mark in chart.marks)


def test_of_sources_only_those_drawn_are_cut_into_pieces_and_all_are_compared(plain: Agency) -> None:
    found = plain.ask().trend(trend_ask(MeasureKey.VISITS, By.SOURCE, Grain.WEEK))
    assert found.groups is not None
    drawn = {line.group.key for line in found.groups.lines if line.group is not None}
    cases = {line.group.key: line.now.cases for line in compared(found) if line.group is not None}
    assert len(drawn) == MOST_PANELS < len(cases)
    assert min(cases[key] for key in drawn) >= max(count for key, count in cases.items() if key not in drawn)
    assert f"{MOST_PANELS} of " in trend_chart(found).beside


def test_a_liaison_who_left_keeps_the_name(tmp_path: Path) -> None:
    engine = new_engine(tmp_path / "agency.db")
    fill_sample(UnitOfWork(engine, Actor(None, "Tess"), lambda: NOW), sources=12, months=3, today=TODAY)
    ask, asked = (
        Questions(engine, lambda: NOW, lambda: TODAY, None),
        trend_ask(MeasureKey.VISITS, By.LIAISON, Grain.MONTH),
    )
    before = compared(ask.trend(asked))
    with engine.begin() as connection:
        connection.execute(update(User).values(archived_at=NOW))
    assert compared(ask.trend(asked)) == before
    assert all(line.name for line in before)
    assert len(before) > 2
    engine.dispose()


def test_what_is_archived_is_no_record_to_begin_with(tmp_path: Path) -> None:
    engine = new_engine(tmp_path / "agency.db")
    fill_sample(UnitOfWork(engine, Actor(None, "Tess"), lambda: NOW), sources=12, months=3, today=TODAY)
    ask, asked = Questions(engine, lambda: NOW, lambda: TODAY, None), trend_ask(MeasureKey.VISITS, None, Grain.MONTH)
    began, later = ask.trend(asked).records_from, TODAY - timedelta(days=20)
    assert began is not None
    assert began < later
    with engine.begin() as connection:
        connection.execute(update(Visit).where(Visit.visit_on < later).values(archived_at=NOW))
        connection.execute(update(Referral).where(Referral.referral_on < later).values(archived_at=NOW))
    begins = ask.trend(asked).records_from
    assert begins is not None
    assert begins >= later
    engine.dispose()
