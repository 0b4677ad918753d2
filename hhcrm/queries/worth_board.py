"""The worth board: potential against the share received, by effort (product.md, section 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, String, and_, case, cast, func, select, true

from hhcrm.domain.settings import Rules
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Advance, PotentialBasis, VisitStatus
from hhcrm.domain.worth import (
    Potential,
    calls_for_rethink,
    expected_referrals,
    high_potential_from,
    provider_rates,
    share_of_potential,
)
from hhcrm.domain.worth_board import Families, Whole, families, misjudged, place_on_board, whole_potential
from hhcrm.models.sources import ProviderCount
from hhcrm.queries.expected import typical_potentials
from hhcrm.queries.ground import (
    KIND,
    REFERRAL,
    SOURCE,
    TYPE,
    USER,
    VISIT,
    k,
    living_source,
    not_archived,
    r,
    s,
    t,
    table,
    u,
    v,
    year_start,
)
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.measured import refuse
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import GROUNDS, OF_SOURCES
from hhcrm.queries.potentials import known_basis, known_potential
from hhcrm.queries.worth_models import WorthAsk, WorthBoard, WorthLine
from hhcrm.storage.settings import rules_on

_Sums = Sequence[int]
"""A source (0 for several), then of its visits: how many, minutes, counting ones of the 12 months, counting ones and
advances of the days that rethink looks back. Or of its referrals: those of the 12 months, and of those days."""

_NO_VISITS: _Sums = (0, 0, 0, 0, 0, 0)
_NOTHING_SENT: _Sums = (0, 0, 0)
_COUNT = table(ProviderCount).c


class _Row(NamedTuple):
    """A living source as it is read, in this order."""

    id: int
    name: str
    type_id: int
    type: str
    owner: str
    tier: str
    version: int
    felt: int | None
    has_sent: bool
    providers: int | None
    beds: int | None
    residents: float | None
    provider_rate: float | None
    bed_rate: float | None
    stored: str | None
    known: float | None
    created_on: date


@dataclass(frozen=True, slots=True)
class _Ground:
    """All that the lines are made of, read at once."""

    rows: Sequence[_Row]
    visited: Mapping[int, _Sums]
    sent: Mapping[int, _Sums]
    typical: Mapping[int, float]
    shares: Mapping[int, float]
    kinds: Mapping[int, tuple[tuple[str, int], ...]]
    until: date
    rules: Rules

    def potential(self, row: _Row) -> Potential:
        """What a source for itself could send."""
        if row.known is None:
            return Potential(self.typical.get(row.type_id), PotentialBasis.UNKNOWN)
        return Potential(row.known, known_basis(row.stored, row.providers, row.provider_rate))


def worth_board(connection: Connection, ask: WorthAsk, today: date) -> WorthBoard:
    """The sources that are asked for, each in its place among all of the agency."""
    ground = _read(connection, ask.asked, rules_on(connection, today))
    return _board(connection, ground, ask)


def both_boards(connection: Connection, asked: MeasureFilter, today: date) -> tuple[WorthBoard, WorthBoard]:
    """Each source for itself, and rolled up."""
    ground = _read(connection, asked, rules_on(connection, today))
    return _board(connection, ground, WorthAsk(asked, False)), _board(connection, ground, WorthAsk(asked))


def _board(connection: Connection, ground: _Ground, ask: WorthAsk) -> WorthBoard:
    rules = ground.rules
    units = _rolled(connection, ground) if ask.rolled else [_alone(ground, row) for row in ground.rows]
    high = high_potential_from([one.could.per_month for one in units if one.could.per_month is not None], rules)
    wanted = _wanted(connection, ask.asked)
    lines = [_line(ground, one, high) for one in units if wanted is None or one.row.id in wanted]
    lines.sort(key=lambda line: -line.expected)  # of equals, as they were read: by name
    return WorthBoard(ask, tuple(lines), year_start(ask.asked.until_on), high, rules, provider_rates(rules))


# --- reading ---------------------------------------------------------------------------------------------------------


def _read(connection: Connection, asked: MeasureFilter, rules: Rules) -> _Ground:
    found = connection.execute(
        select(
            s.id, s.name, s.type_id, t.name, func.coalesce(u.name, ""), func.coalesce(cast(s.tier, String), ""),
            s.version, s.relationship_felt, s.first_referral_on.is_not(None), s.providers, s.beds, s.residents,
            t.provider_rate, t.bed_rate, case((s.potential_per_month.is_not(None), cast(s.potential_basis, String))),
            known_potential(), s.created_on,
        )
        .select_from(SOURCE.join(TYPE, s.type_id == t.id).outerjoin(USER, s.owner_id == u.id))
        .where(living_source())
        .order_by(s.name_key, s.id)
    )  # fmt: skip
    rows = [_Row._make(row) for row in found]
    since, half = year_start(asked.until_on), asked.until_on - timedelta(days=rules.rethink_days - 1)
    sent = _sums(connection.execute(_sent(since, half, asked.until_on)))
    typical = typical_potentials((row.type_id, row.known) for row in rows)
    return _Ground(
        rows=rows,
        visited=_sums(connection.execute(_visited(asked, since, half))),
        sent=sent,
        typical=typical,
        shares=_median_shares(rows, sent, typical),
        kinds=_kinds(connection),
        until=asked.until_on,
        rules=rules,
    )


def _sums(rows: Iterable[Any]) -> dict[int, _Sums]:
    return {row[0]: row for row in rows}


def _sent(since: date, half: date, until: date) -> Any:
    """By source: referrals of the 12 months, and of the days that rethink looks back."""
    lately = func.sum(case((r.referral_on >= half, 1), else_=0))
    in_year = func.sum(case((r.referral_on >= since, 1), else_=0))
    days = (r.referral_on >= min(since, half), r.referral_on <= until)
    return select(r.source_id, in_year, lately).where(*days, not_archived(REFERRAL)).group_by(r.source_id)


def _visited(asked: MeasureFilter, since: date, half: date) -> Any:
    """By source, of completed visits: what `_Sums` says."""
    begin = min(asked.from_on, since, half)

    def when(first: date, *more: ColumnElement[bool]) -> list[ColumnElement[bool]]:
        return [*more, *([v.visit_on >= first] if first > begin else [])]

    def summed(conditions: list[ColumnElement[bool]], what: Any = 1) -> ColumnElement[int]:
        return func.sum(case((and_(true(), *conditions), what), else_=0))

    spent = func.coalesce(v.minutes, 0) + func.coalesce(v.travel_minutes, 0)
    return (
        select(
            v.source_id,
            summed(when(asked.from_on)),
            summed(when(asked.from_on), spent),
            summed(when(since, k.counts)),
            summed(when(half, k.counts)),
            summed(when(half, k.counts, v.advance == Advance.ADVANCE)),
        )
        .join_from(VISIT, KIND, v.kind_id == k.id)
        .where(
            v.visit_on >= begin,
            v.visit_on <= asked.until_on,
            v.status == VisitStatus.COMPLETED,
            not_archived(VISIT),
        )
        .group_by(v.source_id)
    )


def _median_shares(rows: Sequence[_Row], sent: Mapping[int, _Sums], typical: Mapping[int, float]) -> dict[int, float]:
    """The median share of potential by type, of sources that have sent, each for itself as `expected` has it."""
    found: dict[int, list[float]] = defaultdict(list)
    for row in rows:
        if row.has_sent:
            could = typical.get(row.type_id) if row.known is None else row.known
            share = share_of_potential(sent.get(row.id, _NOTHING_SENT)[1], could)
            if share is not None:
                found[row.type_id].append(share)
    return {type_id: median(shares) for type_id, shares in found.items()}


def _kinds(connection: Connection) -> dict[int, tuple[tuple[str, int], ...]]:
    rows = connection.execute(select(_COUNT.source_id, _COUNT.provider_type, _COUNT.providers).order_by(_COUNT.id))
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for source_id, kind, providers in rows:
        found[source_id].append((kind, providers))
    return {source_id: tuple(counts) for source_id, counts in found.items()}


def _wanted(connection: Connection, asked: MeasureFilter) -> frozenset[int] | None:
    """The sources that the filter leaves; None without one. Raises RuleBroken for what no source has."""
    refuse(asked, OF_SOURCES, translate("worth", "The worth board"))
    if asked == MeasureFilter(asked.from_on, asked.until_on):
        return None
    conditions = GROUNDS[RowKind.SOURCES].conditions(asked)
    return frozenset(connection.execute(select(s.id).where(living_source(), *conditions)).scalars())


# --- alone, and rolled up --------------------------------------------------------------------------------------------


class _Unit(NamedTuple):
    """One point of the board: a source, alone or with its parts."""

    row: _Row
    could: Potential
    visited: _Sums
    sent: _Sums
    has_sent: bool
    providers: int | None
    known_since: date
    parts: int = 0
    others: tuple[int, ...] = ()
    bases: tuple[tuple[PotentialBasis, int], ...] = ()


def _alone(ground: _Ground, row: _Row) -> _Unit:
    return _Unit(
        row,
        ground.potential(row),
        ground.visited.get(row.id, _NO_VISITS),
        ground.sent.get(row.id, _NOTHING_SENT),
        row.has_sent,
        row.providers,
        row.created_on,
    )


def _rolled(connection: Connection, ground: _Ground) -> list[_Unit]:
    """Each source that counts for no other, with what was sent by and spent on all that count for it."""
    above: Any = connection.execute(select(s.id, s.parent_id).where(s.parent_id.is_not(None)))
    parents: dict[int, int] = dict(above.all())
    living = {row.id: row for row in ground.rows}
    found = families(parents, living)
    members: dict[int, list[int]] = defaultdict(list)
    for one, top in found.top.items():
        members[top].append(one)
    units = []
    for key, row in living.items():
        if key not in found.top:
            units.append(_alone(ground, row))
        elif found.top[key] == key:
            units.append(_together(ground, row, members[key], living, found))
    return units


def _together(ground: _Ground, row: _Row, members: Sequence[int], living: Mapping[int, _Row], found: Families) -> _Unit:
    """What is archived or inactive counts with what it sent and what was spent on it, not with what it could send."""
    there = [living[one] for one in members if one in living]
    below: dict[int, list[int]] = defaultdict(list)
    for one in there:
        if one.id in found.above:
            below[found.above[one.id]].append(one.id)
    whole = _whole(ground, row.id, below, living)
    return _Unit(
        row,
        whole.potential,
        _added([ground.visited.get(one, _NO_VISITS) for one in members]),
        _added([ground.sent.get(one, _NOTHING_SENT) for one in members]),
        any(one.has_sent for one in there) or any(one in ground.sent for one in members),
        _providers(row.id, below, living),
        min(one.created_on for one in there),
        len(there) - 1,
        tuple(one for one in members if one != row.id),
        whole.bases,
    )


def _whole(ground: _Ground, key: int, below: Mapping[int, Sequence[int]], living: Mapping[int, _Row]) -> Whole:
    parts = [_whole(ground, one, below, living).potential for one in below.get(key, ())]
    return whole_potential(ground.potential(living[key]), parts)


def _providers(key: int, below: Mapping[int, Sequence[int]], living: Mapping[int, _Row]) -> int | None:
    """Its own number, or those of its parts where they come to more: a group whose number is its own office's."""
    own = living[key].providers
    parts = [count for one in below.get(key, ()) if (count := _providers(one, below, living)) is not None]
    return max(own or 0, sum(parts)) if parts else own


def _added(sums: Sequence[_Sums]) -> _Sums:
    return (0, *(sum(column) for column in tuple(zip(*sums, strict=True))[1:]))


def _line(ground: _Ground, one: _Unit, high: float | None) -> WorthLine:
    row, could, visited, sent, has_sent, providers, known_since, parts, others, bases = one
    _, visits, minutes, visits_year, visits_half, advances = visited
    _, in_year, lately = sent
    rules, per_month, usual = ground.rules, could.per_month, ground.shares.get(row.type_id)
    share = share_of_potential(in_year, per_month)
    return WorthLine(
        row.id, row.name, row.type, row.owner, row.tier, row.version, row.felt, per_month, could.basis,
        row.stored is not None, in_year, has_sent, share,
        expected_referrals(per_month, in_year if has_sent else None, usual, rules),
        visits, minutes, visits_year, (visits_half, lately, advances),
        place_on_board(per_month, share, in_year, high, rules),
        misjudged(could, providers, visits_year, in_year, (ground.until - known_since).days, high, rules),
        calls_for_rethink(visits_half, lately, advances, rules),
        providers, ground.kinds.get(row.id, ()), row.provider_rate, row.beds, row.residents, row.bed_rate, parts,
        others, bases,
    )  # fmt: skip
