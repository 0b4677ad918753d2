"""The calendar's questions against naive computations over the same rows."""

from __future__ import annotations

from collections import Counter
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.queries.calendar_models import CalendarFilter
from hhcrm.storage.derived import load_calendar
from tests.queries.conftest import TODAY, Agency

FIRST, LAST = date(2026, 10, 26), date(2026, 12, 6)
MONDAY = date(2026, 11, 16)
MOST = 1000


def liaison(agency: Agency) -> int:
    return min(int(row["id"]) for row in agency.rows("app_user") if row["role"] == "liaison")


def expected(agency: Agency, asked: CalendarFilter, first: date, last: date) -> list[int]:
    sources = agency.by_id("referral_source")
    found = []
    for visit in agency.rows("visit"):
        source = sources[visit["source_id"]]
        mine = asked.liaison_id in (None, visit["liaison_id"]) or (
            visit["liaison_id"] is None and source["owner_id"] == asked.liaison_id
        )
        gone = source["archived_at"] is not None and visit["status"] == VisitStatus.PLANNED
        if (
            first <= visit["visit_on"] <= last
            and visit["archived_at"] is None
            and mine
            and not gone
            and asked.type_id in (None, source["type_id"])
            and asked.territory_id in (None, source["territory_id"])
        ):
            at = visit["start_time"]
            found.append((visit["visit_on"], at is not None, at or time(), source["name_key"], visit["id"]))
    return [row[-1] for row in sorted(found)]


@pytest.mark.parametrize("who", ["all", "liaison", "type", "territory"])
def test_a_span_holds_exactly_the_visits_of_its_days(agency: Agency, who: str) -> None:
    asked = {
        "all": CalendarFilter(),
        "liaison": CalendarFilter(liaison_id=liaison(agency)),
        "type": CalendarFilter(type_id=agency.rows("referral_source")[0]["type_id"]),
        "territory": CalendarFilter(territory_id=agency.rows("territory")[0]["id"]),
    }[who]
    span = agency.ask().calendar_span(asked, FIRST, LAST, MOST)
    wanted = expected(agency, asked, FIRST, LAST)
    assert wanted
    assert [mark.visit_id for mark in span.visits] == wanted
    assert dict(Counter(mark.visit_on for mark in span.visits)) == span.counts
    page = agency.ask().visit_list(asked, FIRST, LAST, 2, 5)
    assert (page.total, [mark.visit_id for mark in page.lines]) == (len(wanted), wanted[2:7])


def test_a_full_day_is_cut_and_counted(agency: Agency) -> None:
    span = agency.ask().calendar_span(CalendarFilter(), FIRST, LAST, 2)
    whole = agency.ask().calendar_span(CalendarFilter(), FIRST, LAST, MOST)
    assert span.counts == whole.counts
    assert max(Counter(mark.visit_on for mark in span.visits).values()) == 2
    day = max(whole.counts, key=lambda each: whole.counts[each])
    assert span.of(day) == whole.of(day)[:2]


def test_a_mark_says_what_the_rows_say(agency: Agency) -> None:
    span = agency.ask().calendar_span(CalendarFilter(), FIRST, LAST, MOST)
    visits, kinds = agency.by_id("visit"), agency.by_id("visit_kind")
    sources, users, types = agency.by_id("referral_source"), agency.by_id("app_user"), agency.by_id("source_type")
    for mark in span.visits:
        row = visits[mark.visit_id]
        source, kind = sources[row["source_id"]], kinds[row["kind_id"]]
        assert (mark.source, mark.kind, mark.status, mark.version) == (
            source["name"], kind["name"], row["status"], row["version"],
        )  # fmt: skip
        assert (mark.visit_on, mark.start_time) == (row["visit_on"], row["start_time"])
        assert mark.length == (row["minutes"] or kind["minutes"])
        assert mark.liaison == (users[row["liaison_id"]]["name"] if row["liaison_id"] else "")
        needed = types[source["type_id"]]["visits_to_active"]
        numbered = (
            row["status"] == VisitStatus.PLANNED
            and kind["counts"]
            and source["stage"] == SourceStage.PROSPECTIVE
            and source["stage_visits"] < needed
        )
        assert mark.number == (f"{source['stage_visits'] + 1}/{needed}" if numbered else "")


def test_holidays_stand_on_their_days_and_years_without_any_are_said(agency: Agency) -> None:
    span = agency.ask().calendar_span(CalendarFilter(), date(2026, 11, 1), date(2026, 11, 30), MOST)
    assert [(line.day, line.name) for line in span.holidays] == [
        (date(2026, 11, 11), "Veterans Day"),
        (date(2026, 11, 26), "Thanksgiving Day"),
    ]
    assert span.holiday(date(2026, 11, 11)) == "Veterans Day"
    assert span.unfilled == ()
    late = agency.ask().calendar_span(CalendarFilter(), date(2040, 12, 28), date(2041, 1, 8), MOST)
    assert late.unfilled == (2040, 2041)


@pytest.mark.parametrize("days", [0, 14])
def test_the_tray_holds_who_is_due_and_not_planned(agency: Agency, days: int) -> None:
    last = TODAY + timedelta(days=days)
    who = liaison(agency)
    tray = agency.ask().due_tray(CalendarFilter(liaison_id=who), last, 500)
    planned = {
        visit["source_id"]
        for visit in agency.rows("visit")
        if visit["status"] == VisitStatus.PLANNED and visit["visit_on"] >= TODAY and visit["archived_at"] is None
    }
    wanted = sorted(
        (source["due_on"], source["name_key"], source["id"])
        for source in agency.rows("referral_source")
        if source["archived_at"] is None
        and source["stage"] != SourceStage.INACTIVE
        and source["owner_id"] == who
        and source["due_on"] is not None
        and source["due_on"] <= last
        and source["id"] not in planned
    )
    assert wanted
    assert [line.source_id for line in tray.lines] == [row[-1] for row in wanted]
    assert tray.total == len(wanted)
    for line in tray.lines:
        late = (TODAY - line.due_on).days
        word = "late" if late > 7 else "overdue" if late > 0 else "due"
        assert line.state == (word if late >= -7 else "ahead")
        assert line.tag.startswith(word)
        assert line.detail.startswith("latest ") == (late <= 7)
    assert tray.any
    cut = agency.ask().due_tray(CalendarFilter(liaison_id=who), last, 1)
    assert (cut.lines, cut.total) == (tray.lines[:1], tray.total)


def test_a_week_is_held_against_what_fits_and_what_the_rhythm_asks_for(agency: Agency) -> None:
    who = liaison(agency)
    load = agency.ask().week_load(CalendarFilter(liaison_id=who), date(2026, 11, 23))
    kinds = agency.by_id("visit_kind")
    span = agency.ask().calendar_span(CalendarFilter(liaison_id=who), date(2026, 11, 23), date(2026, 11, 29), MOST)
    visits = agency.by_id("visit")
    counted = Counter(mark.status for mark in span.visits if kinds[visits[mark.visit_id]["kind_id"]]["counts"])
    assert (load.planned, load.done) == (counted[VisitStatus.PLANNED], counted[VisitStatus.COMPLETED])
    monday, tuesday, wednesday, friday = (date(2026, 11, day) for day in (23, 24, 25, 27))  # no work on Thanksgiving
    off = [row for row in agency.rows("time_off") if row["user_id"] == who]
    free = sum(
        not any(row["from_on"] <= day <= row["until_on"] for row in off) for day in (monday, tuesday, wednesday, friday)
    )
    assert free in (3, 4)
    assert load.working_days == free
    assert load.over == max(0, load.asks - load.fits)


def test_the_next_free_place_is_a_working_day_with_room(agency: Agency) -> None:
    with agency.engine.connect() as connection:
        calendar = load_calendar(connection)
    put_away = {source["id"] for source in agency.rows("referral_source") if source["archived_at"] is not None}
    for source in agency.rows("referral_source")[:25]:
        if source["archived_at"] is not None or source["stage"] == SourceStage.INACTIVE:
            continue
        slot = agency.ask().next_free_slot(source["id"])
        begin = max(TODAY, source["due_on"] or TODAY)
        assert begin <= slot.visit_on
        assert calendar.is_working(slot.visit_on)
        assert time(8) <= slot.start_time < time(17)
        if slot.visit_on == TODAY:
            assert slot.start_time > time(9, 30)  # 15:30 UTC in Nashville
        same_day = [
            row
            for row in agency.rows("visit")
            if row["visit_on"] == slot.visit_on
            and row["liaison_id"] == slot.guess.liaison_id
            and row["liaison_id"] is not None
            and row["status"] in (VisitStatus.PLANNED, VisitStatus.COMPLETED)
            and row["archived_at"] is None
            and not (row["status"] == VisitStatus.PLANNED and row["source_id"] in put_away)  # they take no room
        ]
        assert len(same_day) < 5
        assert all(row["start_time"] != slot.start_time for row in same_day)


def test_each_question_is_a_few_light_reads(plain: Agency) -> None:
    sent: list[str] = []

    def listen(_c: Any, _u: Any, statement: str, _p: Any, _x: Any, _m: bool) -> None:
        sent.append(statement)

    event.listen(plain.engine, "before_cursor_execute", listen)
    plain.ask().calendar_span(CalendarFilter(liaison_id=liaison(plain)), FIRST, LAST, MOST)
    event.remove(plain.engine, "before_cursor_execute", listen)
    reads = [statement for statement in sent if statement.lstrip().startswith("SELECT")]
    assert len(reads) <= 5
    assert sum(" visit " in statement or "FROM visit" in statement for statement in reads) == 1
