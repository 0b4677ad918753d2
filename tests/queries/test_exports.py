"""Exports hold the columns of interfaces.md, every row, display values, and no patient unless asked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import RuleBroken
from hhcrm.exchange.fields import RecordKind, columns_of
from hhcrm.exchange.writer import join_list
from hhcrm.queries.export_shape import Instants, list_cell
from hhcrm.queries.exports import EXPORT_KINDS, Wanted
from hhcrm.queries.read_models import SourceFilter
from tests.queries.conftest import Agency

ZONE = ZoneInfo("America/Chicago")


def exported(agency: Agency, kind: str, wanted: Wanted | None = None) -> list[dict[str, Any]]:
    with agency.ask().export(kind, wanted or Wanted()) as (header, rows):
        return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("kind", list(RecordKind))
@pytest.mark.parametrize("identifiers", [False, True])
def test_the_four_kinds_have_the_columns_that_come_in_again(plain: Agency, kind: RecordKind, identifiers: bool) -> None:
    with plain.ask().export(str(kind), Wanted(patients=identifiers)) as (header, _):
        assert header == columns_of(kind, identifiers=identifiers)


@pytest.mark.parametrize("kind", EXPORT_KINDS)
def test_an_export_holds_as_many_rows_as_it_counts(agency: Agency, kind: str) -> None:
    for wanted in (Wanted(), Wanted(archived=True)):
        assert len(exported(agency, kind, wanted)) == agency.ask().export_count(kind, wanted)


def test_sources_go_out_with_names_and_iso_days(agency: Agency) -> None:
    users, types = agency.by_id("app_user"), agency.by_id("source_type")
    lines = {line["source_id"]: line for line in exported(agency, "sources", Wanted(archived=True))}
    for row in agency.rows("referral_source"):
        line = lines[row["id"]]
        assert line["owner"] == (users[row["owner_id"]]["name"] if row["owner_id"] else None)
        assert line["type"] == types[row["type_id"]]["name"]
        assert line["created_on"] == row["created_on"].isoformat()
        assert line["archived"] == ("yes" if row["archived_at"] else "no")
        assert (line["tags"] or "") == row["tags"]
        plain_columns = ("name", "stage", "tier", "potential_per_month", "zip", "npi", "ccn", "phone", "notes")
        assert {name: line[name] for name in plain_columns} == {name: row[name] for name in plain_columns}


def test_archived_rows_stay_out_unless_asked_for(agency: Agency) -> None:
    for kind, table in (("sources", "referral_source"), ("visits", "visit"), ("referrals", "referral")):
        kept = sum(row["archived_at"] is None for row in agency.rows(table))
        assert len(exported(agency, kind)) == kept
        assert len(exported(agency, kind, Wanted(archived=True))) == len(agency.rows(table))


def test_visits_name_whom_they_met_in_order(agency: Agency) -> None:
    people, lines = agency.by_id("contact"), {line["visit_id"]: line for line in exported(agency, "visits")}
    met: dict[int, list[str]] = {}
    for row in sorted(agency.rows("visit_contact"), key=lambda row: row["id"]):
        person = people[row["contact_id"]]
        met.setdefault(row["visit_id"], []).append(f"{person['first_name']} {person['last_name']}".strip())
    for row in agency.rows("visit"):
        if row["archived_at"] is None:
            line = lines[row["id"]]
            assert (line["contacts"] or "") == "; ".join(met.get(row["id"], []))
            assert line["date"] == row["visit_on"].isoformat()
            assert line["time"] == (row["start_time"].isoformat("minutes") if row["start_time"] else None)
            assert (line["status"], line["minutes"], line["notes"]) == (row["status"], row["minutes"], row["notes"])


def test_instants_of_referrals_carry_the_agencys_offset(agency: Agency) -> None:
    lines = {line["referral_id"]: line for line in exported(agency, "referrals")}

    def said(at: datetime | None) -> str | None:
        return at.astimezone(ZONE).isoformat(timespec="seconds") if at else None

    for row in agency.rows("referral"):
        if row["archived_at"] is None:
            line = lines[row["id"]]
            assert (line["heard_at"], line["authorized_at"]) == (said(row["heard_at"]), said(row["authorized_at"]))
            assert line["soc_on"] == (said(row["soc_at"]) or (row["soc_on"].isoformat() if row["soc_on"] else None))
    assert {line["heard_at"][-6:] for line in lines.values()} == {"-05:00", "-06:00"}


def test_no_patient_goes_out_unless_asked_for(agency: Agency) -> None:
    names = {row["patient_name"] for row in agency.rows("referral_patient") if row["patient_name"]}
    assert names
    for kind in EXPORT_KINDS:
        assert not names & {
            value for line in exported(agency, kind) for value in line.values() if isinstance(value, str)
        }
    asked = exported(agency, "referrals", Wanted(patients=True))
    assert {line["patient_name"] for line in asked} & names


def test_people_have_one_line_for_each_place(agency: Agency) -> None:
    alive = {row["id"] for row in agency.rows("contact") if row["archived_at"] is None}
    places = [row for row in agency.rows("affiliation") if row["contact_id"] in alive]
    alone = alive - {row["contact_id"] for row in places}
    lines = exported(agency, "contacts")
    assert sorted((line["contact_id"], line["source_id"] or 0) for line in lines) == sorted(
        [(row["contact_id"], row["source_id"]) for row in places] + [(key, 0) for key in alone]
    )
    mobile = {row["contact_id"]: row["number"] for row in agency.rows("contact_phone") if row["kind"] == "mobile"}
    assert all(mobile.get(line["contact_id"], "") in (line["mobile"] or "") for line in lines)


def test_a_filtered_lists_export_holds_what_the_list_counts(agency: Agency) -> None:
    asked = SourceFilter(typed="care", tag="VIP")
    questions = agency.ask()
    lines = exported(agency, "sources", Wanted(sources=asked))
    assert {line["source_id"] for line in lines} == set(questions.source_ids(asked))
    visits = exported(agency, "visits", Wanted(sources=asked, from_on=date(2026, 6, 1), until_on=date(2026, 7, 31)))
    ids = set(questions.source_ids(asked))
    assert {line["visit_id"] for line in visits} == {
        row["id"] for row in agency.rows("visit")
        if row["source_id"] in ids and row["archived_at"] is None
        and date(2026, 6, 1) <= row["visit_on"] <= date(2026, 7, 31)
    }  # fmt: skip


def test_what_an_export_cannot_do_is_said(plain: Agency) -> None:
    for kind, wanted, words in (
        ("shoes", Wanted(), "There is no export"),
        ("users", Wanted(from_on=date(2026, 1, 1)), "no day"),
        ("users", Wanted(sources=SourceFilter()), "cannot be limited"),
    ):
        with pytest.raises(RuleBroken, match=words), plain.ask().export(kind, wanted):
            pass


@given(st.lists(st.text(alphabet='ab;"\n:, ').filter(lambda text: text.strip() != ""), max_size=4))
def test_lists_are_written_as_the_writer_writes_them(items: list[str]) -> None:
    assert list_cell(items) == join_list(items)


@given(
    st.integers(0, 4 * 365 * 24 * 60),
    st.sampled_from(
        ["America/Chicago", "America/St_Johns", "Asia/Kolkata", "Pacific/Kiritimati", "Australia/Lord_Howe"]
    ),
)
def test_an_instant_says_its_zones_offset_also_where_clocks_change(minutes: int, zone: str) -> None:
    at = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    expected = at.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")
    assert Instants(ZoneInfo(zone)).said(f"{at:%Y-%m-%d %H:%M:%S}") == expected
