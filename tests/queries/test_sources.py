"""The table of sources says the same as a naive look at every row."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from hhcrm.domain.cadence import rhythm_status
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.text import fold, name_key
from hhcrm.domain.words import RhythmStatus, SourceStage, Tier
from hhcrm.queries import sources
from hhcrm.queries.ground import months_back, year_start
from hhcrm.queries.read_models import SOURCE_SORTS, SourceFilter
from tests.queries.conftest import TODAY, Agency

ORDER = list(SourceStage)


def sent(agency: Agency, source_id: int, since: date) -> int:
    return sum(
        row["source_id"] == source_id and since <= row["referral_on"] <= TODAY and row["archived_at"] is None
        for row in agency.rows("referral")
    )


def naive_key(agency: Agency, row: dict[str, Any], sort: str) -> Any:
    named = {
        "type": ("source_type", "type_id"),
        "owner": ("app_user", "owner_id"),
        "territory": ("territory", "territory_id"),
    }
    if sort in named:
        table, key = named[sort]
        return agency.by_id(table)[row[key]]["name"].lower() if row[key] else None
    if sort == "stage":
        return ORDER.index(row["stage"])
    if sort == "referrals_90_days":
        return sent(agency, row["id"], TODAY - timedelta(days=89))
    if sort == "referrals_12_months":
        return sent(agency, row["id"], year_start(TODAY))
    value = row["name_key" if sort == "name" else sort]
    return value.lower() if sort == "city" and value else value


@pytest.mark.parametrize("sort", SOURCE_SORTS)
@pytest.mark.parametrize("descending", [False, True])
def test_pages_put_together_are_all_sources_in_the_order_of_the_sort(
    agency: Agency, sort: str, descending: bool
) -> None:
    asked = SourceFilter(sort=sort, descending=descending)
    lines = [line for offset in range(0, 70, 7) for line in agency.ask().source_page(asked, offset, 7).lines]
    rows = {row["id"]: row for row in agency.rows("referral_source") if row["archived_at"] is None}
    assert sorted(line.source_id for line in lines) == sorted(rows)
    keys = [naive_key(agency, rows[line.source_id], sort) for line in lines]
    known = [key for key in keys if key is not None]
    assert keys == known + [None] * (len(keys) - len(known)), "rows without a value come last, whatever the direction"
    assert known == sorted(known, reverse=descending)


def test_each_row_says_what_the_tables_say(agency: Agency) -> None:
    types, users = agency.by_id("source_type"), agency.by_id("app_user")
    sources_by_id = agency.by_id("referral_source")
    lines = agency.ask().source_page(SourceFilter(), 0, 100).lines
    assert len(lines) > 40
    for line in lines:
        row = sources_by_id[line.source_id]
        kind = types[row["type_id"]]
        assert (line.name, line.type, line.stage) == (row["name"], kind["name"], row["stage"])
        assert line.cadence_days == (row["cadence_days"] or kind["cadence_days"] or 30)
        assert (line.visits, line.visits_needed) == (row["stage_visits"], kind["visits_to_active"])
        assert line.owner == (users[row["owner_id"]]["name"] if row["owner_id"] else "")
        assert line.status == rhythm_status(row["due_on"], row["last_visit_on"], TODAY)
        assert line.referrals_90_days == sent(agency, line.source_id, TODAY - timedelta(days=89))
        assert line.referrals_12_months == sent(agency, line.source_id, year_start(TODAY))
        assert (line.tags, line.potential_per_month) == (row["tags"], row["potential_per_month"])


def test_no_sort_that_there_is_not(plain: Agency) -> None:
    with pytest.raises(RuleBroken, match="cannot be sorted"):
        plain.ask().source_page(SourceFilter(sort="shoe size"), 0, 10)


def naively_left(agency: Agency, asked: SourceFilter, matching: set[int] | None) -> set[int]:
    tried = {
        row["source_id"] for row in agency.rows("pilot")
        if row["archived_at"] is None and str(row["status"]) in ("proposed", "running")
    }  # fmt: skip

    def stays(row: dict[str, Any]) -> bool:
        return (
            (row["archived_at"] is not None) == asked.archived
            and asked.stage in (None, row["stage"])
            and asked.type_id in (None, row["type_id"])
            and asked.owner_id in (None, row["owner_id"])
            and (not asked.unassigned or row["owner_id"] is None)
            and (not asked.with_pilot or row["id"] in tried)
            and asked.tier in (None, row["tier"])
            and asked.territory_id in (None, row["territory_id"])
            and asked.status in (None, rhythm_status(row["due_on"], row["last_visit_on"], TODAY))
            and (not asked.tag or asked.tag in row["tags"].split("; "))
            and (matching is None or row["id"] in matching)
        )

    return {row["id"] for row in agency.rows("referral_source") if stays(row)}


FILTERS = st.builds(
    SourceFilter,
    typed=st.sampled_from(["", "", "med", "st", "wound", "the", "care pa", "nothing like it", 'a "b', "50%"]),
    stage=st.sampled_from([None, None, *SourceStage]),
    type_id=st.sampled_from([None, None, 1, 3, 8]),
    owner_id=st.sampled_from([None, None, 1, 2, 3]),
    status=st.sampled_from([None, *RhythmStatus]),
    tier=st.sampled_from([None, None, *Tier]),
    territory_id=st.sampled_from([None, None, 1, 2]),
    tag=st.sampled_from(["", "", "VIP", "North side", "VI", "vip"]),
    archived=st.booleans(),
    sort=st.sampled_from(SOURCE_SORTS),
    descending=st.booleans(),
    unassigned=st.sampled_from([False, False, False, True]),
    with_pilot=st.sampled_from([False, False, False, True]),
)


def naively_found(agency: Agency, typed: str) -> set[int] | None:
    """Sources whose texts, people or notes hold each word; None where nothing was typed."""
    found: set[int] | None = None
    for word in fold(typed).split():
        ids = naively_holding(agency, word) if len(word) >= 3 else naively_beginning(agency, word)
        found = ids if found is None else found & ids
    return found


def naively_holding(agency: Agency, word: str) -> set[int]:
    people = {row["id"] for row in agency.rows("contact") if word in row["find_text"]}
    ids = {row["id"] for row in agency.rows("referral_source") if word in row["find_text"]}
    ids |= {row["source_id"] for row in agency.rows("affiliation") if row["contact_id"] in people}
    for notes in ("visit", "referral", "commitment"):
        ids |= {row["source_id"] for row in agency.rows(notes) if word in row["find_text"]}
    return ids


def naively_beginning(agency: Agency, word: str) -> set[int]:
    key = name_key(word) or word
    people = {
        row["id"] for row in agency.rows("contact") if f"\n{row['name_key']}\n{row['first_key']}".find(f"\n{key}") >= 0
    }
    ids = {row["id"] for row in agency.rows("referral_source") if row["name_key"].startswith(key)}
    return ids | {row["source_id"] for row in agency.rows("affiliation") if row["contact_id"] in people}


def check_filter(agency: Agency, asked: SourceFilter) -> None:
    left = naively_left(agency, asked, naively_found(agency, asked.typed))
    questions = agency.ask()
    assert set(questions.source_ids(asked)) == left
    counts = questions.source_counts(asked)
    assert counts.shown == len(left)
    assert counts.total == sum(row["archived_at"] is None for row in agency.rows("referral_source"))
    pages = [questions.source_page(asked, offset, 25).lines for offset in (0, 25, 50)]
    shown = [line.source_id for page in pages for line in page]
    assert len(shown) == len(left)
    assert set(shown) == left


@settings(max_examples=150, deadline=None)
@given(asked=FILTERS)
def test_any_filter_leaves_what_a_naive_look_leaves(plain: Agency, asked: SourceFilter) -> None:
    check_filter(plain, asked)


@settings(max_examples=12, deadline=None)
@given(asked=FILTERS)
def test_the_same_on_each_kind_of_database(agency: Agency, asked: SourceFilter) -> None:
    check_filter(agency, asked)


@pytest.mark.parametrize(
    "typed", ["med", "st", "a", "care", "wound care", "dr pa", "615", "St. Mary's", "'", "\\", "%", "é"]
)
def test_the_table_finds_what_the_search_finds(agency: Agency, typed: str) -> None:
    check_filter(agency, SourceFilter(typed=typed))


def plan(agency: Agency, asked: SourceFilter, known: bool | None = None) -> list[str]:
    statement = sources._page(sources._shape(asked, True), asked.sort, asked.descending, known)
    compiled = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": False})
    values = {name: compiled.params[name] for name in compiled.positiontup or ()}
    values |= {"first": 0, "most": 100, "today": "2026-11-20", "d90": "2026-08-22", "m12": "2025-11-21"}
    values |= {"word_0": '"wound"', "owner_id": 1}
    named = statement.compile(dialect=sqlite.dialect(paramstyle="named"))
    with agency.engine.connect() as connection:
        rows = connection.execute(text("EXPLAIN QUERY PLAN " + str(named)), values)
        return [row[3] for row in rows]


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (SourceFilter(), None),
        (SourceFilter(descending=True), None),
        (SourceFilter(sort="due_on"), True),
        (SourceFilter(sort="last_visit_on", descending=True), True),
        (SourceFilter(sort="potential_per_month", descending=True), True),
        (SourceFilter(typed="wound"), None),
    ],
)
def test_a_page_reads_what_it_shows_and_not_the_whole_table(
    plain: Agency, asked: SourceFilter, known: bool | None
) -> None:
    steps = plan(plain, asked, known)
    assert not [step for step in steps if step.startswith(("SCAN visit", "SCAN referral ", "SCAN contact"))]
    assert not [step for step in steps if step == "SCAN referral_source"]
    if not asked.typed:
        inside = steps[: steps.index("SCAN page")]
        assert not [step for step in inside if "TEMP B-TREE" in step], steps


def test_a_month_back_from_its_last_day_is_a_last_day() -> None:
    assert months_back(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_back(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert months_back(date(2026, 1, 15), 12) == date(2025, 1, 15)
    assert months_back(date(2026, 12, 1), -1) == date(2027, 1, 1)
    assert year_start(date(2026, 11, 23)) == date(2025, 11, 24)
