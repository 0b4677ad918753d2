"""The place of referrals counts, sorts and shows what plain loops over the rows give, and what the reports say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from hhcrm.domain.errors import NotFound, RuleBroken
from hhcrm.domain.referral_clocks import LATE, WARNING, Moment, clock_now
from hhcrm.domain.text import search_text
from hhcrm.domain.words import ReasonOwner, ReferralStage
from hhcrm.queries.bound import Questions
from hhcrm.queries.referral_models import (
    BOARD_COLUMNS,
    REFERRAL_SORTS,
    ClockFilter,
    DayOf,
    ReferralFilter,
    ReferralQuestion,
)
from tests.queries.conftest import NOW, TODAY, Agency

S = ReferralStage
ANY = ReferralFilter()
MOMENT = Moment(NOW, ZoneInfo("America/Chicago"))
MONTHS = tuple(TODAY - timedelta(days=days) for days in (0, 3, 40, 200, 600))
FILTERS = st.builds(
    ReferralFilter,
    typed=st.sampled_from(["", "", "", "wound", "mem", "hospital hip"]),
    from_on=st.sampled_from([None, *MONTHS]),
    until_on=st.sampled_from([None, None, TODAY, TODAY - timedelta(days=100)]),
    day_of=st.sampled_from(["referral", "referral", "soc"]),
    source_ids=st.sampled_from([(), (), (1, 2, 3)]),
    type_id=st.sampled_from([None, None, 1, 3, 99]),
    territory_id=st.sampled_from([None, None, 1]),
    liaison_id=st.sampled_from([None, None, 1, 2]),
    stages=st.lists(st.sampled_from(list(S)), max_size=3, unique=True).map(tuple),
    outcome=st.sampled_from([None, None, "admitted", "not admitted", "open"]),
    service_line_id=st.sampled_from([None, None, 1, 4]),
    payer_id=st.sampled_from([None, None, 1, 2]),
    reason_id=st.sampled_from([None, None, None, 3]),
    reason_owner=st.sampled_from([None, None, None, ReasonOwner.OURS]),
    unassigned=st.sampled_from([False, False, False, True]),
    archived=st.sampled_from([False, False, False, True]),
)


def meant(agency: Agency, asked: ReferralFilter) -> list[dict[str, Any]]:
    """The rows that a filter means, found one by one."""
    sources = agency.by_id("referral_source")
    return [row for row in agency.rows("referral") if _is_meant(row, sources[row["source_id"]], asked)]


def newest_first(row: dict[str, Any]) -> Any:
    return row["referral_on"], row["authorized_at"] or row["heard_at"], row["id"]


def _is_meant(row: dict[str, Any], source: dict[str, Any], asked: ReferralFilter) -> bool:
    day = row["soc_on"] if asked.day_of == "soc" else row["referral_on"]
    whose = row["liaison_id"] or source["owner_id"]
    admitted = row["soc_on"] is not None
    lost = row["stage"] == S.NOT_ADMITTED and not admitted
    outcome = "admitted" if admitted else "not admitted" if lost else "open"
    equal = (
        (source["type_id"], asked.type_id),
        (source["territory_id"], asked.territory_id),
        (whose, asked.liaison_id),
        (row["service_line_id"], asked.service_line_id),
        (row["payer_id"], asked.payer_id),
        (row["reason_id"], asked.reason_id),
        (row["reason_owner"], asked.reason_owner),
        (outcome, asked.outcome),
    )
    return (
        (row["archived_at"] is not None) == asked.archived
        and day is not None
        and (asked.from_on is None or bool(day >= asked.from_on))
        and (asked.until_on is None or bool(day <= asked.until_on))
        and (not asked.source_ids or row["source_id"] in asked.source_ids)
        and (not asked.stages or row["stage"] in asked.stages)
        and (not asked.unassigned or whose is None)
        and all(wanted is None or value == wanted for value, wanted in equal)
        and all(word in source["find_text"] or word in row["find_text"] for word in search_text(asked.typed).split())
    )


@settings(max_examples=80, deadline=None)
@given(asked=FILTERS)
def test_any_filter_leaves_what_a_loop_over_the_rows_leaves(plain: Agency, asked: ReferralFilter) -> None:
    rows, ask = meant(plain, asked), plain.ask()
    counts = ask.referral_counts(asked)
    admitted = sum(row["soc_on"] is not None for row in rows)
    lost = sum(row["stage"] == S.NOT_ADMITTED and row["soc_on"] is None for row in rows)
    assert (counts.shown, counts.admitted, counts.not_admitted) == (len(rows), admitted, lost)
    assert counts.open == len(rows) - admitted - lost
    assert ask.referral_ids(asked) == tuple(sorted(row["id"] for row in rows))
    page = ask.referral_rows(ReferralQuestion(asked), 0, len(rows) + 1)
    newest = sorted(rows, key=newest_first, reverse=True)
    assert [line.referral_id for line in page.lines] == [row["id"] for row in newest]


@pytest.mark.parametrize(("day_of", "column"), [("referral", "referral_on"), ("soc", "soc_on")])
def test_the_first_and_the_last_day_belong_to_a_period(plain: Agency, day_of: DayOf, column: str) -> None:
    days = {row[column] for row in plain.rows("referral") if row[column] is not None and row["archived_at"] is None}
    for day in sorted(days)[:: max(1, len(days) // 20)]:
        asked = ReferralFilter(from_on=day, until_on=day, day_of=day_of)
        found = plain.ask().referral_counts(asked).shown
        assert found == len(meant(plain, asked)) > 0


@settings(max_examples=40, deadline=None)
@given(
    start=st.dates(date(2025, 10, 1), TODAY), days=st.integers(0, 400),
    liaison=st.sampled_from([None, 1, 2]), source=st.sampled_from([None, None, 1, 2, 5]),
)  # fmt: skip
def test_the_counts_are_those_of_the_reports(
    plain: Agency, start: date, days: int, liaison: int | None, source: int | None
) -> None:
    end = start + timedelta(days=days)
    report = plain.ask().report("referrals-by-source", start, end, source_id=source, liaison_id=liaison)
    lines = [dict(zip(report.columns, row, strict=True)) for row in report.rows]
    asked = ReferralFilter(
        from_on=start, until_on=end, liaison_id=liaison, source_ids=() if source is None else (source,)
    )
    counts = plain.ask().referral_counts(asked)
    for name, count in (
        ("referrals", counts.shown), ("admissions", counts.admitted), ("not_admitted", counts.not_admitted),
        ("still_open", counts.open),
    ):  # fmt: skip
        assert sum(int(str(line[name])) for line in lines) == count, name


def test_the_database_of_every_kind_agrees(agency: Agency) -> None:
    typed = ("wound", "wou", "hip re", "OUND c", 'he"ad', "100%", "a_b", "é")
    others = (ANY, ReferralFilter(liaison_id=1), ReferralFilter(unassigned=True))
    for asked in (*others, *(ReferralFilter(typed=words) for words in typed)):
        assert agency.ask().referral_counts(asked).shown == len(meant(agency, asked))


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("sort", REFERRAL_SORTS)
def test_every_order_shows_each_row_once_page_by_page(agency: Agency, sort: str, down: bool) -> None:
    asked = ReferralQuestion(ReferralFilter(from_on=TODAY - timedelta(days=60)), sort, down)
    ask = agency.ask()
    total = ask.referral_counts(asked.which).shown
    whole = ask.referral_rows(asked, 0, total).lines
    paged = [line for offset in range(0, total, 7) for line in ask.referral_rows(asked, offset, 7).lines]
    assert paged == list(whole)
    assert {line.referral_id for line in whole} == set(ask.referral_ids(asked.which))
    keys = [_shown(line, sort) for line in whole if _shown(line, sort) not in ("", None)]
    assert keys == sorted(keys, reverse=down)
    empty = [_shown(line, sort) in ("", None) for line in whole]
    assert empty == sorted(empty)


def _shown(line: Any, sort: str) -> Any:
    """What a row is sorted by, as far as the row itself says it."""
    plain = {
        "received": line.referral_on, "type": line.type.lower(), "payer": line.payer.lower(), "zip": line.zip,
        "soc": line.soc_on, "planned_soc": line.planned_soc_on, "stage": list(S).index(line.stage),
        "clinical_group": line.clinical_group.lower(), "reason": line.reason.lower(),
        "reason_owner": line.reason_owner, "clock": _due(line),
    }  # fmt: skip
    return plain.get(sort, 0)


def _due(line: Any, moment: Moment = MOMENT) -> Any:
    """When the clock that matters runs out, as the rule says it."""
    clock = clock_now(line.clock_facts, moment)
    return clock and clock.due


MOMENTS = st.integers(0, 65 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes, days=-31))


@settings(max_examples=40, deadline=None)
@given(now=MOMENTS, wanted=st.sampled_from(["late", "soon"]))
def test_the_clock_of_a_filter_is_that_of_the_rule(plain: Agency, now: datetime, wanted: ClockFilter) -> None:
    _filtered_by_clock(plain, now, wanted)


def test_every_database_knows_the_clocks(agency: Agency) -> None:
    for hours in (-200, -30, 0, 31):
        for wanted in get_args(ClockFilter):
            _filtered_by_clock(agency, NOW + timedelta(hours=hours), wanted)


def _filtered_by_clock(agency: Agency, now: datetime, wanted: ClockFilter) -> None:
    ask, moment = agency.ask(now=now), replace(MOMENT, now=now)
    living = ask.referral_rows(ReferralQuestion(ANY, "clock"), 0, 5_000).lines
    states = LATE if wanted == "late" else WARNING
    clocks = {line.referral_id: clock_now(line.clock_facts, moment) for line in living}
    expected = sorted(key for key, clock in clocks.items() if clock is not None and clock.state in states)
    asked = ReferralFilter(clock=wanted)
    assert list(ask.referral_ids(asked)) == expected
    assert ask.referral_counts(asked).shown == len(expected)
    board = ask.referral_board(asked)
    assert {card.referral_id for column in board.columns for card in column.cards} <= set(expected)


def test_a_sort_there_is_not_is_refused(plain: Agency) -> None:
    with pytest.raises(RuleBroken, match="cannot be sorted"):
        plain.ask().referral_rows(ReferralQuestion(sort="patient_name"), 0, 5)


def test_the_board_shows_the_newest_of_each_column_and_counts_all(agency: Agency) -> None:
    board = agency.ask().referral_board(replace(ANY, liaison_id=1))
    assert [column.stages for column in board.columns] == list(BOARD_COLUMNS)
    for column in board.columns:
        rows = meant(agency, replace(ANY, liaison_id=1, stages=column.stages))
        newest = sorted(rows, key=newest_first, reverse=True)
        assert column.count == len(rows)
        assert [card.referral_id for card in column.cards] == [row["id"] for row in newest[:30]]
    assert board.any


def test_what_waits_for_our_answer_is_counted(agency: Agency) -> None:
    waiting = meant(agency, replace(ANY, stages=(S.RECEIVED, S.UNDER_REVIEW)))
    assert agency.ask().undecided_referrals() == len(waiting) > 0


def test_one_referral_in_full_says_what_its_rows_say(agency: Agency) -> None:
    patients = {row["referral_id"]: row for row in agency.rows("referral_patient")}
    entries = agency.rows("referral_stage_entry")
    for row in Random(4).sample(agency.rows("referral"), 25):
        found = agency.ask().referral_detail(row["id"])
        for name in ("heard_at", "authorized_at", "contact_id", "payer_id", "ordered_soc", "discharged_at", "soc_at"):
            assert getattr(found, name) == row[name], name
        path = [entry["stage"] for entry in entries if entry["referral_id"] == row["id"]]
        assert [line.stage for line in found.path] == path
        assert found.row.stage == row["stage"] == path[-1]
        assert found.patient.patient_name == patients[row["id"]]["patient_name"]
        held = [stage for stage in path if stage != S.ON_HOLD][-1]
        assert found.held_from == (held if row["stage"] == S.ON_HOLD else None)
    with pytest.raises(NotFound):
        agency.ask().referral_detail(10_000_000)


def test_who_the_patients_are_stands_in_no_row_and_finds_none(plain: Agency) -> None:
    patient = plain.rows("referral_patient")[0]
    name = patient["patient_name"]
    assert plain.ask().referral_counts(ReferralFilter(typed=name)).shown == 0
    lines = plain.ask().referral_rows(ReferralQuestion(), 0, 500).lines
    assert name not in repr(lines)


def test_a_new_referral_is_filled_from_the_last_one_of_its_source(agency: Agency) -> None:
    living = [row for row in agency.rows("referral") if row["archived_at"] is None]
    newest = max(living, key=lambda row: (row["referral_on"], row["id"]))
    same = [row for row in living if row["source_id"] == newest["source_id"]]
    last = max(same, key=lambda row: (row["referral_on"], row["id"]))
    guess = agency.ask().referral_guess(newest["source_id"])
    assert (guess.service_line_id, guess.admission_source) == (last["service_line_id"], last["admission_source"])
    assert guess.liaison_id == agency.by_id("referral_source")[newest["source_id"]]["owner_id"]
    first = min(agency.rows("service_line"), key=lambda row: (row["position"], row["id"]))
    assert agency.ask().referral_guess().service_line_id == first["id"]


def test_people_of_the_source_come_first_when_one_is_picked(agency: Agency) -> None:
    at = agency.rows("affiliation")[0]
    person = agency.by_id("contact")[at["contact_id"]]
    there = {row["contact_id"] for row in agency.rows("affiliation") if row["source_id"] == at["source_id"]}
    found = agency.ask().pick_people("", at["source_id"], 50)
    assert {pick.contact_id for pick in found} == there
    typed = agency.ask().pick_people(person["last_name"][:3], at["source_id"], 8)
    assert typed[0].contact_id in there


def test_a_zip_code_says_its_town_or_that_there_is_none(plain: Agency) -> None:
    assert plain.ask().zip_place("37206-1234") == "Nashville, TN"
    assert plain.ask().zip_place("00002") is None
    assert plain.ask().zip_place("372") is None


def plans(agency: Agency, ask: Callable[[Questions], object]) -> list[str]:
    """How SQLite goes about the statements of a question."""
    sent: list[tuple[str, Any]] = []

    def listen(_c: Any, _cursor: Any, statement: str, parameters: Any, _x: Any, _many: bool) -> None:
        sent.append((statement, parameters))

    event.listen(agency.engine, "before_cursor_execute", listen)
    try:
        ask(agency.ask())
    finally:
        event.remove(agency.engine, "before_cursor_execute", listen)
    with agency.engine.connect() as connection:
        found = [
            connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            for statement, parameters in sent
            if statement.startswith("SELECT")
        ]
    return [str(row[3]) for rows in found for row in rows]


QUESTIONS: dict[str, tuple[Callable[[Questions], object], str]] = {
    "newest": (lambda q: q.referral_rows(ReferralQuestion(), 0, 100), "ix_referral_day"),
    "period": (
        lambda q: q.referral_rows(ReferralQuestion(ReferralFilter(from_on=TODAY - timedelta(days=30))), 0, 100),
        "ix_referral_day",
    ),
    "source": (lambda q: q.referral_ids(ReferralFilter(source_ids=(1,))), "ix_referral_source"),
    "board": (lambda q: q.referral_board(ReferralFilter()), "ix_referral_stage"),
    "badge": (lambda q: q.undecided_referrals(), "ix_referral_stage"),
    "soc": (
        lambda q: q.referral_counts(ReferralFilter(day_of="soc", from_on=TODAY - timedelta(days=20))),
        "ix_referral_soc",
    ),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_questions_go_by_an_index(plain: Agency, name: str) -> None:
    ask, index = QUESTIONS[name]
    steps = plans(plain, ask)
    assert any(index in step for step in steps), steps
    assert not any(step.startswith("SCAN referral") and "INDEX" not in step for step in steps), steps
