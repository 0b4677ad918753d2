"""Measure counts what the reports and the table of referrals count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from statistics import median
from typing import Any, cast

import pytest
from sqlalchemy import func, select

from hhcrm.queries.measure_models import GapsBehind, LoopsBehind, MeasureFilter, Outcomes, VisitsBehind
from hhcrm.queries.referral_filter import REFERRAL_WITH_SOURCE, conditions, least_joined
from hhcrm.queries.referral_models import ReferralFilter
from tests.queries.conftest import TODAY, Agency

START, END = date(2026, 3, 10), date(2026, 11, 5)
WHOLE = MeasureFilter(START, END)
FILTERS = (WHOLE, replace(WHOLE, liaison_id=1), replace(WHOLE, liaison_id=2), replace(WHOLE, source_id=3))


def lines(agency: Agency, name: str, asked: MeasureFilter) -> list[dict[str, Any]]:
    found = agency.ask().report(
        name, asked.from_on, asked.until_on, source_id=asked.source_id, liaison_id=asked.liaison_id
    )
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def outcomes(line: dict[str, Any]) -> Outcomes:
    return Outcomes(line["referrals"], line["admissions"], line["not_admitted"])


@pytest.mark.parametrize("asked", FILTERS)
def test_the_charts_say_what_the_reports_say(agency: Agency, asked: MeasureFilter) -> None:
    found = agency.ask().measured_referrals(asked, named=5)
    by_source = lines(agency, "referrals-by-source", asked)
    assert [(one.key, one.name, one.outcomes) for one in found.sources] == [
        (line["source_id"], line["source"], outcomes(line)) for line in by_source[:5]
    ]
    assert found.source_count == len(by_source)
    by_month = lines(agency, "referrals-by-month", asked)
    assert [(f"{one.month:%Y-%m}", one.outcomes) for one in found.months] == [
        (line["month"], outcomes(line)) for line in by_month
    ]
    by_type = lines(agency, "conversion", asked)
    assert [(one.name, one.outcomes) for one in found.types] == [
        (line["type"], outcomes(line)) for line in by_type[:-1]
    ]
    assert found.total == outcomes(by_type[-1])
    conversion = found.total.conversion
    assert conversion is not None
    assert round(100 * conversion, 1) == by_type[-1]["conversion_percent"]
    left = sum(line["referrals"] for line in by_source[5:])
    assert found.others.referrals == left


def test_months_to_come_are_left_out_and_a_period_to_come_says_so(agency: Agency) -> None:
    ask = agency.ask()
    until = replace(WHOLE, from_on=date(2026, 9, 1), until_on=date(2027, 3, 31))
    last = TODAY.replace(day=1)
    for found in (ask.measured_referrals(until), ask.measured_effort(until), ask.measured_rhythm(until)):
        assert found.months[-1].month == last
        assert not found.ahead
    ahead = replace(WHOLE, from_on=date(2027, 1, 1), until_on=date(2027, 3, 31))
    for found in (ask.measured_referrals(ahead), ask.measured_effort(ahead), ask.measured_rhythm(ahead)):
        assert (found.ahead, found.months) == (True, ())
    assert ask.headline(ahead).ahead


@pytest.mark.parametrize("asked", FILTERS)
def test_the_head_says_what_the_reports_say(agency: Agency, asked: MeasureFilter) -> None:
    head = agency.ask().headline(asked)
    assert head.outcomes == agency.ask().measured_referrals(asked).total
    effort = lines(agency, "effort", asked)
    assert head.visits == sum(line["counting_visits"] for line in effort)
    timely = [line["hours_to_soc"] for line in lines(agency, "timely", asked)]
    assert head.starts_of_care == len(timely)
    assert head.median_hours_to_soc == pytest.approx(median(timely), abs=0.11)
    loop = [line for line in lines(agency, "loop", asked) if line["of"] == "all"]
    assert (head.loops_due, head.loops_on_time) == (
        sum(line["due"] for line in loop), sum(line["given_on_time"] for line in loop),
    )  # fmt: skip


@pytest.mark.parametrize("asked", FILTERS)
def test_rhythm_and_visits_say_what_the_reports_say(agency: Agency, asked: MeasureFilter) -> None:
    ask = agency.ask()
    rhythm = ask.measured_rhythm(asked)
    report = lines(agency, "rhythm", asked)
    assert (rhythm.kept, rhythm.gaps) == (
        sum(line["gaps_kept"] for line in report), sum(line["gaps"] for line in report),
    )  # fmt: skip
    for month in rhythm.months:
        part = lines(agency, "rhythm", asked.in_month(month.month))
        assert (month.kept, month.gaps) == (
            sum(line["gaps_kept"] for line in part), sum(line["gaps"] for line in part),
        )  # fmt: skip
    effort = ask.measured_effort(asked)
    assert effort.visits == sum(line["counting_visits"] for line in lines(agency, "effort", asked))
    assert effort.referrals == ask.measured_referrals(asked).total.referrals


def test_type_and_territory_leave_what_lies_in_them(agency: Agency) -> None:
    sources = agency.by_id("referral_source")
    for column, asked in (
        ("type_id", replace(WHOLE, type_id=2)),
        ("territory_id", replace(WHOLE, territory_id=1)),
    ):
        wanted = getattr(asked, column)
        mine = [
            row for row in agency.rows("referral")
            if row["archived_at"] is None and START <= row["referral_on"] <= END
            and sources[row["source_id"]][column] == wanted
        ]  # fmt: skip
        assert agency.ask().measured_referrals(asked).total.referrals == len(mine) > 0
        assert agency.ask().headline(asked).outcomes.referrals == len(mine)
        counting = {row["id"] for row in agency.rows("visit_kind") if row["counts"]}
        visits = [
            row for row in agency.rows("visit")
            if row["archived_at"] is None and row["status"] == "completed" and row["kind_id"] in counting
            and START <= row["visit_on"] <= END and sources[row["source_id"]][column] == wanted
        ]  # fmt: skip
        assert agency.ask().measured_effort(asked).visits == len(visits) > 0


def test_behind_every_mark_stand_as_many_referrals_as_it_says(agency: Agency) -> None:
    found = agency.ask().measured_referrals(WHOLE, named=4)
    named = tuple(one.key for one in found.sources)
    with agency.engine.connect() as connection:

        def count(which: ReferralFilter) -> int:
            counted = select(func.count()).select_from(REFERRAL_WITH_SOURCE).where(conditions(which))
            least = select(func.count()).select_from(least_joined(which)).where(conditions(which))
            assert connection.execute(counted).scalar_one() == connection.execute(least).scalar_one()
            return int(connection.execute(counted).scalar_one())

        for source in found.sources:
            which = replace(WHOLE, source_id=source.key)
            assert count(which.referrals("admitted")) == source.outcomes.admitted
            assert count(which.referrals("not admitted")) == source.outcomes.not_admitted
            assert count(which.referrals("open")) == source.outcomes.still_open
        others = replace(WHOLE.referrals(), not_source_ids=named)
        assert count(others) == found.others.referrals > 0
        for month in found.months:
            assert count(WHOLE.in_month(month.month).referrals()) == month.outcomes.referrals
        for kind in found.types:
            assert count(replace(WHOLE, type_id=kind.key).referrals()) == kind.outcomes.referrals


def test_behind_visits_and_gaps_stand_as_many_rows_as_they_count(agency: Agency) -> None:
    ask = agency.ask()
    for month in ask.measured_effort(WHOLE).months:
        page = ask.visits_behind(VisitsBehind(WHOLE.in_month(month.month)), 0, 1000)
        assert page.total == len(page.lines) == month.visits
        assert all(line.counts and f"{line.visit_on:%Y-%m}" == f"{month.month:%Y-%m}" for line in page.lines)
    for rhythm in ask.measured_rhythm(WHOLE).months:
        part = WHOLE.in_month(rhythm.month)
        kept = ask.gaps_behind(GapsBehind(part, kept=True), 0, 1000)
        late = ask.gaps_behind(GapsBehind(part, kept=False), 0, 1000)
        both = ask.gaps_behind(GapsBehind(part), 0, 1000)
        assert (kept.total, late.total, both.total) == (rhythm.kept, rhythm.gaps - rhythm.kept, rhythm.gaps)
        assert all(line.days <= line.longest and line.ended_on is not None for line in kept.lines)
        assert all(line.days > line.longest for line in late.lines)
        assert len(both.lines) == both.total


def test_pages_of_rows_follow_each_other(agency: Agency) -> None:
    ask, behind = agency.ask(), VisitsBehind(WHOLE)
    whole = ask.visits_behind(behind, 0, 1000).lines
    assert [line for at in range(0, len(whole), 7) for line in ask.visits_behind(behind, at, 7).lines] == list(whole)
    gaps = ask.gaps_behind(GapsBehind(WHOLE), 0, 1000).lines
    assert [line for at in range(0, len(gaps), 7) for line in ask.gaps_behind(GapsBehind(WHOLE), at, 7).lines] == list(
        gaps
    )


def test_a_period_without_anything_says_nothing_and_divides_by_nothing(agency: Agency) -> None:
    never = MeasureFilter(date(1990, 1, 1), date(1990, 2, 3))
    found, head = agency.ask().measured_referrals(never), agency.ask().headline(never)
    assert (found.total, found.sources, found.source_count, found.types) == (Outcomes(), (), 0, ())
    assert [month.month for month in found.months] == [date(1990, 1, 1), date(1990, 2, 1)]
    assert (head.median_hours_to_soc, head.referrals_per_ten_visits, head.loops_share) == (None, None, None)
    assert found.total.conversion is None


def test_months_to_come_say_nothing_of_rhythm(agency: Agency) -> None:
    rhythm = agency.ask().measured_rhythm(MeasureFilter(date(2026, 10, 1), date(2027, 3, 31)))
    assert [month.month for month in rhythm.months] == [date(2026, 10, 1), TODAY.replace(day=1)]


@pytest.mark.parametrize("asked", FILTERS)
def test_each_count_of_what_was_told_in_time_is_the_rows_it_opens(agency: Agency, asked: MeasureFilter) -> None:
    ask = agency.ask()
    for line in ask.loop_shares(asked, "step"):
        key = cast("Any", line.key)
        rows = ask.loops_behind(LoopsBehind(asked, step=key), 0, 10_000).lines
        told = [row.given_at <= row.due_at for row in rows if row.given_at is not None]
        assert (line.due, line.on_time, line.late) == (len(rows), sum(told), len(told) - sum(told))
    for line in ask.loop_shares(asked, "liaison"):
        key = cast("Any", line.key)
        of = LoopsBehind(asked, nobody=True) if key is None else LoopsBehind(replace(asked, liaison_id=key))
        assert ask.loops_behind(of, 0, 1).total == line.due
    for line in ask.loop_shares(asked, "source")[:3]:
        key = cast("Any", line.key)
        assert ask.loops_behind(LoopsBehind(replace(asked, source_id=key)), 0, 1).total == line.due
