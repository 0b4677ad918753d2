"""What stands out in a week, beside a plain second writing; each line opens as many rows as it says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from math import comb
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.standing_out import Kind
from hhcrm.queries.measure_models import LoopsBehind
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.standing_out import Seen, standing_out
from hhcrm.queries.week_page_models import StandOut, WeekAsk
from tests.queries.conftest import NOW, TODAY, Agency

KEEN = replace(DEFAULTS, quiet_share=0.6, rising_chance=0.6, fewest_cases=2, recent_weeks=8)
"""Rules by which a small sample has much that stands out."""

MONDAYS = [date(2026, 11, 16) - timedelta(weeks=back) for back in (0, 1, 2, 5, 9, 14, 20, 33)]
ZONE = ZoneInfo("America/Chicago")
Found = set[tuple[Kind, str, int | None]]


def seen_of(monday: date, rules: Rules = KEEN) -> Seen:
    asked = WeekAsk(monday)
    return Seen(asked, min(asked.sunday, TODAY), TODAY, NOW, rules)


def found(agency: Agency, seen: Seen) -> list[StandOut]:
    with agency.engine.connect() as connection:
        return list(standing_out(connection, seen))


# --- the plain second writing


class Plain:
    """The same rules over rows as dictionaries, without a line of the program's."""

    def __init__(self, agency: Agency, monday: date, rules: Rules) -> None:
        self.agency, self.rules, self.monday = agency, rules, monday
        self.until = min(monday + timedelta(days=6), TODAY)
        self.sources = {row["id"]: row for row in agency.rows("referral_source") if row["archived_at"] is None}
        self.referrals = [row for row in agency.rows("referral") if row["archived_at"] is None]

    def all(self) -> Found:
        return {*self.commitments(), *self.quiet(), *self.declines(), *self.loops(), *self.new()}

    def commitments(self) -> Found:
        out: Found = set()
        for row in self.agency.rows("commitment"):
            if row["archived_at"] is not None or row["source_id"] not in self.sources:
                continue
            if row["status"] == "broken":
                day = row["closed_on"] or row["due_on"]
            elif row["status"] == "open" and row["due_on"] < TODAY:
                day = row["due_on"]
            else:
                continue
            if self.monday <= day <= self.until:
                out.add((Kind.COMMITMENT_BROKEN, f"commitment-{row['id']}", None))
        return out

    def quiet(self) -> Found:
        out: Found = set()
        for key, source in self.sources.items():
            oldest = self.until - timedelta(days=self.rules.quiet_history_days)
            days = [
                row["referral_on"]
                for row in self.referrals
                if row["source_id"] == key and oldest < row["referral_on"] <= self.until
            ]
            gaps = [(b - a).days for a, b in pairwise(sorted(set(days)))]
            if source["stage"] == "inactive" or len(gaps) < self.rules.fewest_cases:
                continue
            quiet = (self.until - max(days)).days
            # The share of gaps, drawn wider because the rate is known from so few: by the tail, not by its inverse.
            tail = (1 + quiet / sum(gaps)) ** -len(gaps)
            began = quiet - 7 * self.rules.recent_weeks
            tail_then = (1 + max(began, 0) / sum(gaps)) ** -len(gaps)
            beyond = quiet > max(gaps) and tail < 1 - self.rules.quiet_share
            beyond_then = began > max(gaps) and tail_then < 1 - self.rules.quiet_share
            if beyond and not beyond_then:
                out.add((Kind.GONE_QUIET, f"quiet-{key}", len(days)))
        return out

    def declines(self) -> Found:
        recent, before = self._windows()
        out: Found = set()
        payers = {row["payer_id"] for row in self.referrals if row["payer_id"] is not None}
        for payer in payers:
            now, then = (self._lost(days, payer=payer) for days in (recent, before))
            if self._rises(now, then):
                out.add((Kind.PAYER_DECLINES, f"payer-{payer}", now[0]))
        now, then = (self._lost(days, owner="ours") for days in (recent, before))
        if self._rises(now, then):
            out.add((Kind.OUR_REASONS, "ours", now[0]))
        return out

    def _lost(self, days: tuple[date, date], payer: int | None = None, owner: str = "") -> tuple[int, int]:
        meant = [row for row in self.referrals if days[0] <= row["referral_on"] <= days[1]]
        meant = [row for row in meant if payer is None or row["payer_id"] == payer]
        lost = [row for row in meant if row["stage"] == "not admitted" and row["soc_on"] is None]
        return len([row for row in lost if not owner or row["reason_owner"] == owner]), len(meant)

    def loops(self) -> Found:
        alive = {row["id"] for row in self.referrals}

        def late(days: tuple[date, date]) -> tuple[int, int]:
            begin = datetime.combine(days[0], time(), ZONE)
            end = min(datetime.combine(days[1] + timedelta(days=1), time(), ZONE), NOW)
            due = [
                row
                for row in self.agency.rows("loop_update")
                if row["referral_id"] in alive and row["waived_why"] is None and begin <= _utc(row["due_at"]) < end
            ]
            told = [row for row in due if row["given_at"] is not None and _utc(row["given_at"]) <= _utc(row["due_at"])]
            return len(due) - len(told), len(due)

        now, then = map(late, self._windows())
        return {(Kind.LOOPS_SLIPPING, "loops", now[1])} if self._rises(now, then) else set()

    def new(self) -> Found:
        days: dict[int, list[date]] = defaultdict(list)
        for row in self.referrals:
            days[row["source_id"]].append(row["referral_on"])
        return {
            (Kind.NEWLY_SENDING, f"new-{key}", sum(self.monday <= day <= self.until for day in of))
            for key, of in days.items()
            if key in self.sources and self.monday <= min(of) <= self.until
        }

    def _windows(self) -> tuple[tuple[date, date], tuple[date, date]]:
        first = self.until - timedelta(days=7 * self.rules.recent_weeks - 1)
        earlier = first - timedelta(days=7 * self.rules.weeks_before)
        return (first, self.until), (earlier, first - timedelta(days=1))

    def _rises(self, now: tuple[int, int], then: tuple[int, int]) -> bool:
        (part, cases), (part_then, cases_then) = now, then
        if min(cases, cases_then) < self.rules.fewest_cases or part * cases_then <= part_then * cases:
            return False
        of, whole = part + part_then, cases + cases_then
        ways = sum(comb(of, n) * comb(whole - of, cases - n) for n in range(part, min(of, cases) + 1))
        return ways / comb(whole, cases) <= self.rules.rising_chance


def _utc(at: Any) -> datetime:
    assert isinstance(at, datetime)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


@pytest.mark.parametrize("monday", MONDAYS)
def test_a_week_says_what_the_plain_rules_say(plain: Agency, monday: date) -> None:
    said = {
        (one.kind, one.key, one.cases)
        for one in found(plain, seen_of(monday))
        if one.kind is not Kind.OVER_CAPACITY  # counted by the question about capacity alone
    }
    assert said == Plain(plain, monday, KEEN).all()


def test_much_stands_out_by_keen_rules_and_little_by_ours(plain: Agency) -> None:
    keen = [one for monday in MONDAYS for one in found(plain, seen_of(monday))]
    ours = [one for monday in MONDAYS for one in found(plain, seen_of(monday, DEFAULTS))]
    assert {one.kind for one in keen} >= {
        Kind.GONE_QUIET,
        Kind.PAYER_DECLINES,
        Kind.LOOPS_SLIPPING,
        Kind.COMMITMENT_BROKEN,
    }
    assert len(ours) < len(keen) / 2
    assert all(one.title and one.why.endswith(".") for one in keen)


def test_every_database_says_the_same(agency: Agency, plain: Agency) -> None:
    for monday in MONDAYS[:3]:
        here, there = (sorted(found(of, seen_of(monday)), key=lambda one: one.key) for of in (agency, plain))
        assert here == there


def test_each_opens_as_many_rows_as_it_says(plain: Agency) -> None:
    ask = plain.ask()
    opened = 0
    for monday in MONDAYS:
        for one in found(plain, seen_of(monday)):
            if isinstance(one.opens, ReferralFilter):
                assert ask.referral_counts(one.opens).shown == one.cases
                opened += 1
            elif isinstance(one.opens, LoopsBehind):
                assert ask.loops_behind(one.opens, 0, 1).total == one.cases
                opened += 1
    assert opened > 20


def test_a_liaison_s_week_is_of_their_sources(plain: Agency) -> None:
    owner = {row["id"]: row["owner_id"] for row in plain.rows("referral_source")}
    liaison = next(each for each in owner.values() if each is not None)
    for monday in MONDAYS:
        seen = replace(seen_of(monday), asked=WeekAsk(monday, liaison_id=liaison))
        for one in found(plain, seen):
            if one.kind is Kind.GONE_QUIET:
                assert owner[int(one.key.removeprefix("quiet-"))] == liaison


def test_capacity_speaks_of_now_only(plain: Agency) -> None:
    over = {
        one.key
        for one in found(plain, seen_of(TODAY - timedelta(days=TODAY.weekday())))
        if one.kind is Kind.OVER_CAPACITY
    }
    rooms = plain.ask().capacity_view().people
    assert over == {f"capacity-{each.room.user_id}" for each in rooms if each.room.load.over}
    assert not [one for one in found(plain, seen_of(MONDAYS[4])) if one.kind is Kind.OVER_CAPACITY]
