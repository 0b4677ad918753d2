"""The worth board against a plain, slow computation of its own over the same rows, on generated agencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, insert, update

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.words import PotentialBasis, SourceStage, VisitStatus
from hhcrm.models.all import metadata
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.worth_board import both_boards
from hhcrm.queries.worth_models import WorthAsk, WorthBoard, WorthLine
from hhcrm.queries.worth_words import basis_words, why_called_out
from hhcrm.storage.work import UnitOfWork
from tests.databases import ACTOR, new_engine, now
from tests.queries.conftest import TODAY, Agency
from tests.storage.rows import Ground, lay_ground

UNTIL = date(2024, 2, 29)
YEAR_FROM, HALF_FROM = date(2023, 3, 1), date(2023, 9, 3)
PERIOD_FROM = date(2023, 12, 1)
EDGES = [
    YEAR_FROM - timedelta(days=1), YEAR_FROM, HALF_FROM - timedelta(days=1), HALF_FROM, PERIOD_FROM - timedelta(days=1),
    PERIOD_FROM, UNTIL, UNTIL + timedelta(days=1),
]  # fmt: skip

days = st.sampled_from(EDGES) | st.dates(date(2022, 6, 1), date(2024, 4, 1))
BASES = ["told us", "counted", "public data", "unknown"]


@dataclass(frozen=True)
class Touch:
    day: date
    counts: bool
    done: bool
    advance: bool
    archived: bool
    minutes: int | None


@dataclass(frozen=True)
class Place:
    kind: int
    stage: str
    archived: bool
    potential: float | None
    basis: str
    providers: int | None
    beds: int | None
    created: date
    parent: int | None
    sent: Sequence[tuple[date, bool]]
    seen: Sequence[Touch]


touches = st.builds(
    Touch, days, st.booleans(), st.sampled_from([True, True, True, False]), st.booleans(),
    st.sampled_from([False, False, False, True]), st.sampled_from([None, 20, 45]),
)  # fmt: skip
many = st.builds(lambda day, count: [Touch(day, True, True, False, False, 30)] * count, days, st.integers(5, 14))
places = st.builds(
    Place,
    st.integers(0, 1),
    st.sampled_from(["active", "active", "prospective", "inactive"]),
    st.sampled_from([False, False, False, True]),
    st.sampled_from([None, None, 0.0, 0.5, 1.0, 3.0, 20.0]),
    st.sampled_from(BASES),
    st.sampled_from([None, 0, 1, 3, 4, 9]),
    st.sampled_from([None, 0, 100]),
    days,
    st.none() | st.integers(0, 6),
    st.lists(st.tuples(days, st.sampled_from([False, False, True])), max_size=6),
    st.lists(touches, max_size=4) | many,
)  # fmt: skip


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Ground, int]]:
    """An agency's own tables with two types of source; each example is taken back."""
    engine = new_engine(tmp_path_factory.mktemp("worth") / "agency.db")
    lists = lay_ground(UnitOfWork(engine, ACTOR, now))
    types = metadata.tables["source_type"]
    with engine.begin() as connection:
        connection.execute(update(types).values(provider_rate=None, bed_rate=None))
        connection.execute(update(types).where(types.c.id == lists.type_id).values(provider_rate=1.5, bed_rate=0.06))
        other = insert(types).values(code="other_type", name="Zeta")
        made = connection.execute(other).inserted_primary_key
    assert made is not None
    yield engine, lists, int(made[0])
    engine.dispose()


def laid(connection: Connection, lists: Ground, types: tuple[int, int], found: Sequence[Place]) -> list[int]:
    """The places in the database; their ids."""
    sources, ids = metadata.tables["referral_source"], []
    for number, one in enumerate(found):
        first = min((day for day, archived in one.sent if not archived), default=None)
        made = connection.execute(
            insert(sources).values(
                name=f"Place {number}", name_key=f"place {number}", type_id=types[one.kind],
                stage=SourceStage(one.stage),
                stage_since=one.created, created_on=one.created, archived_at=now() if one.archived else None,
                potential_per_month=one.potential, potential_basis=PotentialBasis(one.basis), providers=one.providers,
                beds=one.beds, first_referral_on=first,
            )
        ).inserted_primary_key  # fmt: skip
        assert made is not None
        ids.append(int(made[0]))
    for key, one in zip(ids, found, strict=True):
        if one.parent is not None and one.parent < len(ids):
            connection.execute(update(sources).where(sources.c.id == key).values(parent_id=ids[one.parent]))
        for day, archived in one.sent:
            connection.execute(insert(metadata.tables["referral"]).values(referral(lists, key, day, archived)))
        for touch in one.seen:
            connection.execute(insert(metadata.tables["visit"]).values(visit(lists, key, touch)))
    return ids


def referral(lists: Ground, source_id: int, day: date, archived: bool) -> dict[str, Any]:
    return {
        "source_id": source_id, "heard_at": datetime(day.year, day.month, day.day, 18, tzinfo=now().tzinfo),
        "referral_on": day, "stage": "received", "archived_at": now() if archived else None,
    }  # fmt: skip


def visit(lists: Ground, source_id: int, touch: Touch) -> dict[str, Any]:
    return {
        "source_id": source_id, "visit_on": touch.day, "minutes": touch.minutes, "travel_minutes": 10,
        "kind_id": lists.counting_id if touch.counts else lists.not_counting_id,
        "status": VisitStatus.COMPLETED if touch.done else VisitStatus.MISSED,
        "advance": "advance" if touch.advance else "continuation",
        "archived_at": now() if touch.archived else None,
    }  # fmt: skip


# --- the plain computation -------------------------------------------------------------------------------------------


class Plain:
    """Everything again, one source after another, from the places themselves."""

    def __init__(self, found: Sequence[Place]) -> None:
        self.found = found
        self.parent = [one.parent if one.parent is not None and one.parent < len(found) else None for one in found]
        self.alive = [one.stage != "inactive" and not one.archived for one in found]
        self.rates = [(1.5, 0.06), (None, None)]

    def known(self, at: int) -> tuple[float | None, str]:
        one, (by_provider, by_bed) = self.found[at], self.rates[self.found[at].kind]
        if one.potential is not None:
            return one.potential, one.basis
        if one.providers and by_provider is not None:
            return one.providers * by_provider, "counted"
        if one.beds and by_bed is not None:
            return one.beds * by_bed, "public data"
        return None, "unknown"

    def potential(self, at: int) -> tuple[float | None, str]:
        figure, basis = self.known(at)
        if figure is not None:
            return figure, basis
        others = [self.known(n)[0] for n in range(len(self.found)) if self.alive[n] and self.same_type(n, at)]
        there = [other for other in others if other is not None]
        return (median(there) if there else None), "unknown"

    def same_type(self, one: int, other: int) -> bool:
        return self.found[one].kind == self.found[other].kind

    def chain(self, at: int) -> list[int]:
        """A place and those above it, up to where it would repeat."""
        found = [at]
        while (above := self.parent[found[-1]]) is not None and above not in found:
            found.append(above)
        return found

    def counts_for(self, at: int) -> int | None:
        chain = self.chain(at)
        last = self.parent[chain[-1]]
        circle = chain[chain.index(last) :] if last is not None else []
        in_circle = [one for one in circle if self.alive[one]]
        if in_circle:
            return min(in_circle)
        alive = [one for one in chain if self.alive[one]]
        return alive[-1] if alive else None

    def next_above(self, at: int) -> int:
        top = self.counts_for(at)
        assert top is not None
        chain = self.chain(at)
        last = self.parent[chain[-1]]
        if last is not None and at in chain[chain.index(last) :]:
            return top
        return next((one for one in chain[1:] if self.alive[one]), top)

    def whole(self, at: int) -> tuple[float | None, str]:
        """The figure of a place with its parts: its own, or theirs added up."""
        parts = [
            self.whole(n) for n in range(len(self.found))
            if self.alive[n] and n != at and self.counts_for(n) != n and self.next_above(n) == at
        ]  # fmt: skip
        parts = [part for part in parts if part[0] is not None]
        own = self.potential(at)
        if not parts:
            return own
        worst = max(BASES.index(basis) for _, basis in parts)
        best = min(BASES.index(basis) for _, basis in parts)
        total = sum(figure or 0.0 for figure, _ in parts)
        if own[0] is not None and own[1] == "unknown" and (best == 3 or total < own[0]):
            return own
        if own[0] is not None and own[1] != "unknown" and BASES.index(own[1]) <= worst:
            return own
        return total, BASES[worst]

    def members(self, at: int, rolled: bool) -> list[int]:
        return [n for n in range(len(self.found)) if self.counts_for(n) == at] if rolled else [at]

    def sent(self, members: Sequence[int], since: date) -> int:
        return sum(
            since <= day <= UNTIL and not archived for n in members for day, archived in self.found[n].sent
        )  # fmt: skip

    def seen(self, members: Sequence[int], since: date) -> list[Touch]:
        return [
            touch for n in members for touch in self.found[n].seen
            if since <= touch.day <= UNTIL and touch.done and not touch.archived
        ]  # fmt: skip

    def usual_share(self, kind: int) -> float:
        shares = []
        for at, one in enumerate(self.found):
            figure, _ = self.potential(at)
            if self.alive[at] and one.kind == kind and figure and any(not archived for _, archived in one.sent):
                shares.append(self.sent([at], YEAR_FROM) / (12 * figure))
        return median(shares) if shares else 0.15

    def points(self, rolled: bool) -> list[int]:
        return [
            at for at in range(len(self.found)) if self.alive[at] and (not rolled or self.counts_for(at) == at)
        ]  # fmt: skip

    def figure(self, at: int, rolled: bool) -> tuple[float | None, str]:
        return self.whole(at) if rolled else self.potential(at)

    def high(self, rolled: bool) -> float | None:
        figures = sorted(
            (figure for at in self.points(rolled) if (figure := self.figure(at, rolled)[0]) is not None), reverse=True
        )
        return figures[-(-len(figures) // 3) - 1] if figures else None

    def providers(self, members: Sequence[int], at: int) -> int | None:
        own = self.found[at].providers
        nested = [n for n in members if n != at and self.alive[n] and self.next_above(n) == at]
        known = [count for n in nested if (count := self.providers(members, n)) is not None]
        return own if not known else sum(known) if sum(known) > (own or 0) else own

    def quadrant(self, figure: float | None, sent: int, high: float | None) -> str:
        if figure is None:
            return ""
        given = sent > 0 if figure == 0 else sent / (12 * figure) >= 0.25
        if high is not None and figure >= high:
            return "keep" if given else "grow"
        return "thank" if given else "rethink"

    def called(self, at: int, rolled: bool) -> str:
        members, (figure, basis) = self.members(at, rolled), self.figure(at, rolled)
        visits = sum(touch.counts for touch in self.seen(members, YEAR_FROM))
        providers, sent = self.providers(members, at), self.sent(members, YEAR_FROM)
        high, guess = self.high(rolled), basis == "unknown"
        little = providers == 1 if providers else figure is not None and not guess and figure <= 1.0
        could = [sent / 12] + ([] if guess or figure is None else [figure])
        if visits >= 12 and little and all(one < 4.0 and (high is None or one < high) for one in could):
            return "favourite"
        known_days = max((UNTIL - self.found[n].created).days for n in members if self.alive[n])
        much_given = bool(figure) and sent / (12 * (figure or 1)) >= 0.25
        told_little = figure is not None and not guess and figure < 4.0
        if (providers or 0) >= 4 and visits <= 8 and known_days >= 180 and not much_given and not told_little:
            return "quiet practice"
        return ""

    def line(self, at: int, rolled: bool) -> dict[str, Any]:
        members, (figure, basis) = self.members(at, rolled), self.figure(at, rolled)
        sent = self.sent(members, YEAR_FROM)
        half = [touch for touch in self.seen(members, HALF_FROM) if touch.counts]
        in_period = self.seen(members, PERIOD_FROM)
        ever = any(not archived for n in members if self.alive[n] for _, archived in self.found[n].sent) or (
            self.sent(members, YEAR_FROM) > 0
        )
        by_figure = None if figure is None else figure * self.usual_share(self.found[at].kind)
        expected = (by_figure or 0.0) if not ever else sent / 12
        if ever and by_figure is not None:
            expected = (sent / 12 + by_figure) / 2
        advances = sum(touch.advance for touch in half)
        return {
            "potential": figure, "basis": basis, "sent": sent, "visits": len(in_period),
            "minutes": sum((touch.minutes or 0) + 10 for touch in in_period),
            "visits_year": sum(touch.counts for touch in self.seen(members, YEAR_FROM)),
            "share": None if not figure else sent / (12 * figure), "expected": expected,
            "quadrant": self.quadrant(figure, sent, self.high(rolled)), "called": self.called(at, rolled),
            "rethink": len(half) >= 5 and self.sent(members, HALF_FROM) == 0 and advances == 0,
            "providers": self.providers(members, at), "parts": sum(self.alive[n] for n in members) - 1,
        }  # fmt: skip


def said(line: WorthLine) -> dict[str, Any]:
    return {
        "potential": line.potential, "basis": str(line.basis), "sent": line.sent, "visits": line.visits,
        "minutes": line.minutes, "visits_year": line.visits_year, "share": line.share, "expected": line.expected,
        "quadrant": str(line.quadrant or ""), "called": str(line.misjudged or ""), "rethink": line.rethink,
        "providers": line.providers, "parts": line.parts,
    }  # fmt: skip


@given(st.lists(places, min_size=1, max_size=7))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_board_is_what_the_plain_computation_gives(ground: tuple[Engine, Ground, int], found: list[Place]) -> None:
    engine, lists, other = ground
    with engine.connect() as connection:
        taken_back = connection.begin()
        ids = laid(connection, lists, (lists.type_id, other), found)
        boards = both_boards(connection, MeasureFilter(PERIOD_FROM, UNTIL), TODAY)
        taken_back.rollback()
    plain = Plain(found)
    for rolled, board in enumerate(boards):
        assert board.high_from == pytest.approx(plain.high(bool(rolled)))
        by_id = {line.source_id: line for line in board.lines}
        assert sorted(by_id) == [ids[at] for at in plain.points(bool(rolled))]
        for at in plain.points(bool(rolled)):
            assert said(by_id[ids[at]]) == pytest.approx(plain.line(at, bool(rolled)), nan_ok=True)
        _hold_together(board)


def _hold_together(board: WorthBoard) -> None:
    """What holds on any board, whatever stands on it."""
    assert [line.expected for line in board.lines] == sorted((line.expected for line in board.lines), reverse=True)
    assert all(basis_words(line, board.rates) for line in board.lines)
    assert all(bool(why_called_out(line)) == (line.misjudged is not None) for line in board.lines)
    assert all((line.quadrant is None) == (line.potential is None) for line in board.lines)


def test_rolled_up_each_referral_and_each_visit_of_the_agency_counts_once(agency: Agency) -> None:
    asked = MeasureFilter(date(2025, 11, 21), TODAY)
    rolled, each = (agency.ask().worth_board(WorthAsk(asked, together)) for together in (True, False))
    alive = {line.source_id for line in each.lines}
    parents = {row["id"]: row["parent_id"] for row in agency.rows("referral_source")}
    assert any(parents[one] in alive for one in alive)
    assert len(rolled.lines) + sum(line.parts for line in rolled.lines) == len(each.lines)
    gone = {one for one, parent in parents.items() if one not in alive and parent in alive}
    sent = sum(
        row["archived_at"] is None and asked.from_on <= row["referral_on"] <= TODAY and row["source_id"] in alive | gone
        for row in agency.rows("referral")
    )
    assert sum(line.sent for line in rolled.lines) == sent
    assert sum(line.sent for line in each.lines) <= sent


@pytest.mark.parametrize("rolled", [True, False])
def test_who_is_shown_does_not_move_anybody(agency: Agency, rolled: bool) -> None:
    asked = MeasureFilter(date(2026, 1, 1), TODAY)
    board = agency.ask().worth_board(WorthAsk(asked, rolled))
    owners = {row["id"]: row["owner_id"] for row in agency.rows("referral_source")}
    mine = agency.ask().worth_board(WorthAsk(MeasureFilter(date(2026, 1, 1), TODAY, liaison_id=1), rolled))
    assert mine.high_from == board.high_from
    assert mine.lines == tuple(line for line in board.lines if owners[line.source_id] == 1)
    assert mine.lines
    one = board.lines[3]
    asked = MeasureFilter(date(2026, 1, 1), TODAY, source_id=one.source_id)
    assert agency.ask().worth_board(WorthAsk(asked, rolled)).lines == (one,)


def test_the_report_says_what_the_board_says_alone_and_rolled_up(agency: Agency) -> None:
    asked = MeasureFilter(date(2025, 11, 21), TODAY)
    each, rolled = (agency.ask().worth_board(WorthAsk(asked, together)) for together in (False, True))
    report = agency.ask().report("worth", asked.from_on, asked.until_on)
    rows = {row["source_id"]: row for row in (dict(zip(report.columns, row, strict=True)) for row in report.rows)}
    assert list(rows) == [line.source_id for line in each.lines]
    for line in each.lines:
        row = rows[line.source_id]
        assert (row["quadrant"], row["called_out"]) == (str(line.quadrant or ""), str(line.misjudged or ""))
        assert (row["visits"], row["minutes"], row["why"]) == (line.visits, line.minutes, why_called_out(line))
    for line in rolled.lines:
        row = rows.pop(line.source_id)
        assert (row["parts"], row["rolled_up_potential_per_month"]) == (line.parts, line.potential)
        assert row["rolled_up_referrals_12_months"] == line.sent
        assert row["rolled_up_quadrant"] == str(line.quadrant or "")
    assert rows
    assert all(row["parts"] is None and row["rolled_up_referrals_12_months"] is None for row in rows.values())


def test_what_no_source_has_is_refused_in_words(agency: Agency) -> None:
    asked = MeasureFilter(date(2026, 1, 1), TODAY, payer_id=1)
    with pytest.raises(RuleBroken, match="worth board"):
        agency.ask().worth_board(WorthAsk(asked))


def test_the_sample_has_its_favourite_and_its_quiet_practice(agency: Agency) -> None:
    board = agency.ask().worth_board(WorthAsk(MeasureFilter(date(2025, 11, 21), TODAY)))
    assert {str(line.misjudged) for line in board.called_out} == {"favourite", "quiet practice"}
    first = board.called_out[0]
    assert first.visits_year > 12
    assert first.providers == 1 or (first.potential or 0) <= 1
    assert (first.potential or 0) < min(line.potential or 0 for line in board.called_out[1:])
    assert f"{first.visits_year} visits in 12 months" in why_called_out(first)
