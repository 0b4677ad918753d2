"""Today, the rhythm kept, and what a source's head says, against the rules applied row by row."""

from __future__ import annotations

import os
import time as clock
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import true

from hhcrm.domain.cadence import VisitHistory, due_on, rhythm_kept, rhythm_status
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.domain.workdays import Calendar
from hhcrm.queries.ground import s, year_start
from hhcrm.queries.ranks import Ranked, offered_cadences
from hhcrm.queries.rhythm import Period, rhythm_by_source, rhythm_of
from hhcrm.ui.today.acts import referrals_behind
from tests.queries.conftest import TODAY, Agency

ZONE = ZoneInfo("America/Chicago")


@pytest.fixture(params=["America/Chicago", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def zone_of_machine(request: pytest.FixtureRequest) -> Iterator[str]:
    """The machine's own zone, which no answer may depend on."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    clock.tzset()
    yield request.param
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    clock.tzset()


def counting(agency: Agency) -> dict[int, list[date]]:
    """Days of completed counting visits by source."""
    counts = {row["id"]: row["counts"] for row in agency.rows("visit_kind")}
    found: dict[int, list[date]] = {}
    for row in agency.rows("visit"):
        if row["status"] == VisitStatus.COMPLETED and counts[row["kind_id"]] and row["archived_at"] is None:
            found.setdefault(row["source_id"], []).append(row["visit_on"])
    return found


def planned(agency: Agency, source_id: int, today: date, *, only_today: bool) -> bool:
    return any(
        row["source_id"] == source_id and row["status"] == VisitStatus.PLANNED and row["archived_at"] is None
        and (row["visit_on"] == today if only_today else row["visit_on"] >= today)
        for row in agency.rows("visit")
    )  # fmt: skip


def naive_kind(agency: Agency, row: dict[str, Any], today: date) -> str | None:
    needed = agency.by_id("source_type")[row["type_id"]]["visits_to_active"]
    if row["archived_at"] is not None or row["stage"] == SourceStage.INACTIVE:
        return None
    if row["stage"] == SourceStage.PROSPECTIVE:
        has_sent = row["last_referral_on"] is not None and row["last_referral_on"] >= row["stage_since"]
        if row["stage_visits"] >= needed or has_sent:
            return "decide"
    status = rhythm_status(row["due_on"], row["last_visit_on"], today)
    if status == "overdue":
        return None if planned(agency, row["id"], today, only_today=True) else "overdue"
    if status == "due" or (status == "never visited" and row["due_on"] <= today + timedelta(days=7)):
        word = "due" if status == "due" else "never"
        return None if planned(agency, row["id"], today, only_today=False) else word
    return None


def naive_counts(agency: Agency, owner_id: int | None, today: date) -> dict[str, int]:
    mine = [row for row in agency.rows("referral_source") if owner_id in (None, row["owner_id"])]
    counts = Counter(naive_kind(agency, row, today) for row in mine)
    sources = agency.by_id("referral_source")
    counts["promise"] = sum(
        row["status"] == "open" and row["due_on"] <= today and row["archived_at"] is None
        and sources[row["source_id"]]["archived_at"] is None
        and (owner_id in (None, row["owner_id"]) or (
            row["owner_id"] is None and sources[row["source_id"]]["owner_id"] == owner_id))
        for row in agency.rows("commitment")
    )  # fmt: skip
    referrals = agency.by_id("referral")
    tonight = datetime.combine(today + timedelta(days=1), time(), tzinfo=ZONE)
    counts["loop"] = sum(
        row["given_at"] is None and row["waived_why"] is None and row["due_at"] < tonight
        and (about := referrals[row["referral_id"]])["archived_at"] is None
        and owner_id in (None, about["liaison_id"] or sources[about["source_id"]]["owner_id"])
        for row in agency.rows("loop_update")
    )  # fmt: skip
    counts["hold"] = sum(
        row["stage"] == "on hold" and row["hold_until"] is not None and row["hold_until"] <= today
        and row["archived_at"] is None
        and owner_id in (None, row["liaison_id"] or sources[row["source_id"]]["owner_id"])
        for row in referrals.values()
    )  # fmt: skip
    counts["alert"] = sum(
        row["alert_at"] is not None
        and row["acknowledged_at"] is None
        and row["archived_at"] is None
        and owner_id in (None, row["liaison_id"] or sources[row["source_id"]]["owner_id"])
        for row in referrals.values()
    )
    counts["pilot"] = sum(
        row["archived_at"] is None
        and sources[row["source_id"]]["archived_at"] is None
        and owner_id in (None, row["owner_id"] or sources[row["source_id"]]["owner_id"])
        and (
            (row["status"] == "running" and row["ends_on"] <= today + timedelta(days=7))
            or (row["status"] == "proposed" and row["starts_on"] <= today)
        )
        for row in agency.rows("pilot")
    )
    counts["passed"] = sum(
        row["status"] == VisitStatus.PLANNED
        and row["visit_on"] < today
        and row["archived_at"] is None
        and sources[row["source_id"]]["archived_at"] is None
        and owner_id in (None, row["liaison_id"] or sources[row["source_id"]]["owner_id"])
        for row in agency.rows("visit")
    )
    order = ("passed", "alert", "hold", "loop", "promise", "pilot", "decide", "overdue", "due", "never")
    return {kind: counts[kind] for kind in order}


@pytest.mark.parametrize("days", [0, 3, 10, 40])
def test_needs_are_those_that_the_rules_give(agency: Agency, days: int) -> None:
    today = TODAY + timedelta(days=days)
    for user_id in (None, *(row["id"] for row in agency.rows("app_user") if row["role"] == "liaison")):
        found = agency.ask(user_id, today).today(limit=1000)
        expected = naive_counts(agency, user_id, today)
        assert {kind: found.counts[kind] for kind in expected} == expected
        assert Counter(need.kind for need in found.needs) == Counter({k: n for k, n in expected.items() if n})
        order = [list(expected).index(need.kind) for need in found.needs]
        assert order == sorted(order)


def test_the_referrals_that_a_count_leads_to_are_those_it_counts(plain: Agency) -> None:
    later = TODAY + timedelta(days=40)
    for ask in (plain.ask(today=later), plain.ask(1, later)):
        today = ask.today(1)
        for kind in ("alert", "hold", "loop"):
            ids = referrals_behind(kind, ask).only_ids
            rows = [need.referral_id for need in ask.today(10_000).needs if need.kind == kind]
            assert (len(rows), set(ids)) == (today.counts[kind], set(rows))
            assert kind == "loop" or len(ids) == today.counts[kind]
    counts = plain.ask(today=later).today(1).counts
    assert min(counts["alert"], counts["loop"]) > 0


def test_a_limit_shortens_each_kind_and_leaves_the_counts(plain: Agency) -> None:
    today = TODAY + timedelta(days=40)
    found = plain.ask(None, today).today(limit=2)
    for kind, count in naive_counts(plain, None, today).items():
        assert found.counts[kind] == count
        assert sum(need.kind == kind for need in found.needs) == min(count, 2)


def test_the_agencys_day_does_not_depend_on_the_machines_zone(plain: Agency, zone_of_machine: str) -> None:
    late = datetime(2026, 11, 21, 5, 30, tzinfo=UTC)  # 23:30 the day before in the agency's zone
    expected = naive_counts(plain, None, TODAY)
    found = plain.ask(None, TODAY, late).today(limit=100)
    assert found.day == TODAY
    assert {kind: found.counts[kind] for kind in expected} == expected


def test_visits_of_the_day_stand_in_the_order_of_their_time(agency: Agency) -> None:
    days = Counter(row["visit_on"] for row in agency.rows("visit") if row["start_time"] and row["archived_at"] is None)
    day = days.most_common(1)[0][0]
    found = agency.ask(None, day).today()
    expected = [
        row["id"] for row in agency.rows("visit")
        if row["visit_on"] == day and row["status"] != "cancelled" and row["archived_at"] is None
        and agency.by_id("referral_source")[row["source_id"]]["archived_at"] is None
    ]  # fmt: skip
    assert sorted(line.visit_id for line in found.visits) == sorted(expected)
    assert found.counts["visits"] == len(expected)
    times = [line.start_time for line in found.visits if line.start_time]
    assert times == sorted(times)
    assert [line.start_time for line in found.visits][: len(times)] == times
    assert all(line.hint for line in found.visits)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (TODAY - timedelta(days=89), TODAY),
        (date(2026, 1, 1), date(2026, 6, 30)),
        (date(2025, 10, 1), TODAY + timedelta(days=30)),
        (TODAY, TODAY - timedelta(days=1)),
    ],
)
def test_rhythm_kept_is_what_the_rule_says_of_each_source(agency: Agency, start: date, end: date) -> None:
    period, days, types = Period(start, end, TODAY), counting(agency), agency.by_id("source_type")
    expected = {}
    for row in agency.rows("referral_source"):
        if row["stage"] == SourceStage.ACTIVE and row["archived_at"] is None:
            cadence = row["cadence_days"] or types[row["type_id"]]["cadence_days"] or 30
            kept = rhythm_kept(days.get(row["id"], []), cadence, start, end, TODAY)
            if kept.gaps:
                expected[row["id"]] = kept
    with agency.engine.connect() as connection:
        assert rhythm_by_source(connection, true(), period, DEFAULTS) == expected
        total = rhythm_of(connection, true(), period, DEFAULTS)
        assert (total.kept, total.gaps) == (
            sum(kept.kept for kept in expected.values()), sum(kept.gaps for kept in expected.values()),
        )  # fmt: skip
        first = min(expected, default=0)
        one = rhythm_of(connection, s.id == first, period, DEFAULTS)
        assert one == expected.get(first, one)


def test_the_cadence_offered_follows_the_rank_among_the_owners_active_sources(agency: Agency) -> None:
    rows = [row for row in agency.rows("referral_source") if row["archived_at"] is None]
    with agency.engine.connect() as connection:
        asked = [Ranked(row["id"], row["owner_id"], row["potential_per_month"]) for row in rows]
        offered = offered_cadences(connection, asked, DEFAULTS)
    for row in rows:
        others = [
            other["potential_per_month"] or -1 for other in rows
            if other["owner_id"] == row["owner_id"] and other["stage"] == "active" and other["id"] != row["id"]
        ]  # fmt: skip
        before = sum(other > (row["potential_per_month"] or -1) for other in others)
        share = before / (len(others) + 1)
        assert offered[row["id"]] == (30 if share < 0.2 else 45 if share < 0.5 else 60)


def test_a_sources_head_says_what_its_referrals_and_visits_say(agency: Agency) -> None:
    for row in agency.rows("referral_source")[:25]:
        found = agency.ask().source_detail(row["id"])
        mine = [
            one for one in agency.rows("referral")
            if one["source_id"] == row["id"] and one["archived_at"] is None and one["referral_on"] <= TODAY
        ]  # fmt: skip
        year = [one for one in mine if one["referral_on"] >= year_start(TODAY)]
        assert found.referrals_12_months == len(year)
        assert found.admitted_12_months == sum(one["soc_on"] is not None for one in year)
        assert [month.month for month in found.months][-1] == TODAY.replace(day=1)
        assert len(found.months) == 12
        for month in found.months:
            of_month = [one for one in mine if one["referral_on"].replace(day=1) == month.month]
            assert (month.referrals, month.admitted) == (
                len(of_month),
                sum(one["soc_on"] is not None for one in of_month),
            )
        done = [
            one for one in agency.rows("visit")
            if one["source_id"] == row["id"] and one["status"] == "completed" and one["archived_at"] is None
        ]  # fmt: skip
        newest = max(done, key=lambda one: (one["visit_on"], one["id"]), default=None)
        assert (found.last_visit.visit_id if found.last_visit else None) == (newest["id"] if newest else None)


def test_the_next_visit_is_due_as_the_rule_says(agency: Agency) -> None:
    days, types = counting(agency), agency.by_id("source_type")
    calendar = Calendar(frozenset(row["day"] for row in agency.rows("holiday")))
    kind = next(row["id"] for row in agency.rows("visit_kind") if row["counts"])
    call = next(row["id"] for row in agency.rows("visit_kind") if not row["counts"])
    for row in agency.rows("referral_source")[:30]:
        found = agency.ask().next_visit(row["id"], TODAY, kind)
        if row["stage"] == "inactive":
            assert found.next_on is None
            continue
        cadence = row["cadence_days"] or types[row["type_id"]]["cadence_days"] or 30
        last = max([*days.get(row["id"], []), TODAY])
        history = VisitHistory(row["stage"], cadence, last, row["stage_since"])
        assert found.next_on == due_on(history, calendar)
        if row["stage"] == "prospective" and row["stage_since"] <= TODAY:
            done, needed = row["stage_visits"] + 1, types[row["type_id"]]["visits_to_active"]
            words = f"visit {done + 1} of {needed}" if done < needed else f"visit {done}"
            assert found.hint.startswith(words), "once this visit is done, the next one is that many"
        unmoved = agency.ask().next_visit(row["id"], TODAY, call).next_on
        assert unmoved == row["due_on"], "a call does not move the due date"
