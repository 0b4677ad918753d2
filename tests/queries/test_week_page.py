"""The page of a week: its figures are the measures of its days, and each opens the rows it counts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hhcrm.domain.documents import decode, encode
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import By, MeasureKey
from hhcrm.domain.standing_out import Kind
from hhcrm.domain.words import ReasonOwner
from hhcrm.queries.measure_models import LoopsBehind, MeasureFilter
from hhcrm.queries.measures.models import MeasureAsk, ReadingBehind
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.report_week import rows_of
from hhcrm.queries.week_figure_words import NOTHING, moved_rows
from hhcrm.queries.week_page import DECISIONS, MEASURES
from hhcrm.queries.week_page_models import USUAL_WEEKS, Opens, OpensCapacity, OpensSource, StandOut, WeekAsk, WeekPage
from tests.queries.conftest import TODAY, Agency
from tests.queries.test_standing_out import _utc

LAST_WHOLE = date(2026, 11, 9)
"""The week before the one of the sample's Friday."""

MONDAYS = (LAST_WHOLE, date(2026, 11, 16), date(2026, 8, 3), date(2025, 9, 1), date(2027, 1, 4))
A_WEEK = timedelta(weeks=1)


def days(monday: date, weeks: int = 1) -> MeasureFilter:
    return MeasureFilter(monday, monday + weeks * A_WEEK - timedelta(days=1))


@pytest.mark.parametrize("monday", MONDAYS)
def test_figures_are_the_measures_of_their_days(plain: Agency, monday: date) -> None:
    ask = plain.ask()
    page = ask.week_page(WeekAsk(monday))
    assert [each.key for each in page.figures if each.key != DECISIONS] == [str(key) for key in MEASURES]
    for figure in page.figures:
        if figure.key == DECISIONS:
            continue
        key = MeasureKey(figure.key)

        def read(asked: MeasureFilter, key: MeasureKey = key) -> Any:
            return ask.measured(MeasureAsk(key, asked)).whole

        assert figure.now == read(days(monday))
        assert figure.before == read(days(monday - A_WEEK))
        assert figure.usual == read(days(monday - USUAL_WEEKS * A_WEEK, USUAL_WEEKS))
        if monday == LAST_WHOLE:
            assert figure.running == read(days(monday + A_WEEK))
        else:
            assert figure.running is None
        assert figure.usual_weeks == USUAL_WEEKS or monday not in MONDAYS[:2]
        if figure.summed and figure.usual.value is not None and figure.usual_weeks:
            assert figure.usual_value == pytest.approx(figure.usual.value / figure.usual_weeks)


def test_weeks_before_the_first_record_are_no_weeks_of_nothing(plain: Agency) -> None:
    ask = plain.ask()
    first = ask.week_page(WeekAsk(LAST_WHOLE)).first_on
    assert first is not None
    monday = first - timedelta(days=first.weekday())
    for back, usual in ((-2, 2), (-1, 1), (0, 0)):
        page = ask.week_page(WeekAsk(monday - back * A_WEEK))
        referrals, row = page.figures[0], moved_rows(page)[0]
        assert referrals.usual_weeks == usual
        assert (row.usual == NOTHING) == (usual == 0)
        if usual:
            assert referrals.usual_value == (referrals.usual.value or 0) / usual
        assert (row.now, row.before == NOTHING) == (f"{referrals.now.cases}", usual == 0)
        assert not (usual == 0 and row.change)
    row = moved_rows(replace(ask.week_page(WeekAsk(monday)), first_on=None))[0]
    assert (row.now == NOTHING, row.before, row.change) == (False, NOTHING, "")
    early = ask.week_page(WeekAsk(monday - A_WEEK))
    assert (moved_rows(early)[0].now, next(iter(rows_of(early)))[3]) == (NOTHING, None)


@pytest.mark.parametrize("monday", MONDAYS)
def test_decisions_are_counted_by_the_day_they_were_made(plain: Agency, monday: date) -> None:
    zone = ZoneInfo("America/Chicago")
    begin, end = (datetime.combine(day, time(), zone) for day in (monday, monday + A_WEEK))
    ids = {
        row["id"]
        for row in plain.rows("referral")
        if row["archived_at"] is None and row["decided_at"] is not None and begin <= _utc(row["decided_at"]) < end
    }
    page = plain.ask().week_page(WeekAsk(monday))
    figure = next(each for each in page.figures if each.key == DECISIONS)
    assert figure.now.cases == len(ids)
    assert set(figure.opens.only_ids if isinstance(figure.opens, ReferralFilter) else ()) == ids


@pytest.mark.parametrize("monday", MONDAYS)
def test_a_figure_opens_as_many_rows_as_it_counts(plain: Agency, monday: date) -> None:
    ask = plain.ask()
    for figure in ask.week_page(WeekAsk(monday)).figures:
        if isinstance(figure.opens, ReadingBehind):
            assert ask.reading_behind(figure.opens, 0, 1).total == figure.now.cases
        elif isinstance(figure.opens, ReferralFilter):
            assert ask.referral_counts(figure.opens).shown == figure.now.cases
        else:
            assert figure.now.cases == 0


def test_the_weeks_of_the_charts_are_the_usual_ones_and_this_one(plain: Agency) -> None:
    ask = plain.ask()
    page = ask.week_page(WeekAsk(LAST_WHOLE))
    assert [week.monday for week in page.weeks] == [LAST_WHOLE - back * A_WEEK for back in range(USUAL_WEEKS, -1, -1)]
    for week in page.weeks:
        (sent, seen) = ask.measured_all(
            tuple(MeasureAsk(key, days(week.monday)) for key in (MeasureKey.REFERRALS, MeasureKey.COUNTING_VISITS))
        )
        assert (week.referrals, week.visits) == (sent.whole.value, seen.whole.value)


def test_a_week_to_come_knows_nothing_and_says_no_zero(plain: Agency) -> None:
    page = plain.ask().week_page(WeekAsk(date(2027, 1, 4)))
    assert page.stands_out == ()
    assert page.runs
    for key in (MeasureKey.REFERRALS, DECISIONS):
        figure = next(each for each in page.figures if each.key == key)
        assert (figure.now.value, figure.before.value) == (None, None)


def test_every_database_has_the_same_page(agency: Agency, plain: Agency) -> None:
    for asked in (WeekAsk(LAST_WHOLE), WeekAsk(LAST_WHOLE, liaison_id=1), WeekAsk(LAST_WHOLE, type_id=2)):
        assert agency.ask().week_page(asked) == plain.ask().week_page(asked)


def test_the_report_says_what_the_page_says(plain: Agency) -> None:
    found = plain.ask().report("week", None, None)
    page = plain.ask().week_page(WeekAsk(LAST_WHOLE))
    assert (found.from_on, found.until_on) == (LAST_WHOLE, LAST_WHOLE + timedelta(days=6))
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    moved = [(row["name"], row["cases"]) for row in rows if row["part"] == "moved"]
    assert moved == [(each.title, each.now.cases) for each in page.figures]
    assert [row["why"] for row in rows if row["part"] == "stands out"] == [each.why for each in page.stands_out]
    by_day = plain.ask().report("week", LAST_WHOLE + timedelta(days=3), None)
    assert by_day == found
    with pytest.raises(RuleBroken, match="same week"):
        plain.ask().report("week", LAST_WHOLE, TODAY)


def test_a_page_is_kept_and_found_again_as_it_was(plain: Agency) -> None:
    for monday in MONDAYS:
        page = plain.ask().week_page(WeekAsk(monday, liaison_id=1))
        assert decode(WeekPage, json.loads(json.dumps(encode(page)))) == page
    kept = [StandOut(kind, "key", "What", "Why.", 1.5, opens, 3) for kind, opens in zip(Kind, OPENS, strict=False)]
    page = replace(plain.ask().week_page(WeekAsk(LAST_WHOLE)), stands_out=tuple(kept))
    assert decode(WeekPage, json.loads(json.dumps(encode(page)))) == page


OPENS: tuple[Opens, ...] = (
    ReferralFilter(source_ids=(3,), from_on=LAST_WHOLE, outcome="not admitted", reason_owner=ReasonOwner.OURS),
    ReadingBehind(MeasureKey.VISITS, days(LAST_WHOLE), By.LIAISON, 3),
    LoopsBehind(days(LAST_WHOLE)),
    OpensSource(4),
    OpensCapacity(2),
)
