"""Counts of a measure by group and piece of the period, grouped by the database in one statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    ScalarSelect,
    Select,
    Subquery,
    and_,
    case,
    distinct,
    func,
    literal_column,
    select,
    true,
)

from hhcrm.domain.measures import By, Grain
from hhcrm.queries.ground import r
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.attribution import credited
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import GROUNDS, of_visits_only, without_visits
from hhcrm.queries.pieces import piece_begins, piece_of

Key = int | str | None
Place = tuple[Key, date | None]
"""A group (None: nobody's or not known, or no split) and the first day of a piece (None: the whole)."""

ATTRIBUTED = frozenset({By.ACTIVITY, By.MATERIAL})


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """What is counted of which rows, and by which day.

    `which` are the rows that are looked at, `case` those of them that are cases (None: each); the others are pending:
    they will count later. `holds` are the cases that hold (None: each), `amount` is a number summed instead, `length`
    one whose middle is sought; those without one are pending. `pending` are cases that are not known in full. `kinds`
    says that the kinds of visits are needed, `sources` the sources of the rows.
    """

    rows: RowKind
    day: ColumnElement[Any]
    which: tuple[ColumnElement[bool], ...] = ()
    case: ColumnElement[bool] | None = None
    holds: ColumnElement[bool] | None = None
    amount: ColumnElement[Any] | None = None
    length: ColumnElement[Any] | None = None
    pending: ColumnElement[bool] | None = None
    kinds: bool = False
    sources: bool = False
    between: tuple[ColumnElement[bool], ...] | None = None
    """The period, where it is not told by the day itself."""

    piece: Callable[[Grain], ColumnElement[str]] | None = None
    """The piece of a row as text, where it is not told by the day itself."""

    def within(self, asked: MeasureFilter) -> tuple[ColumnElement[bool], ...]:
        """The condition that a row belongs to the period."""
        return self.between or (self.day >= asked.from_on, self.day <= asked.until_on)


@dataclass(slots=True)
class Sums:
    """What was counted: cases with the sum of their weights, the sum above the line, and what stands beside them.

    `lengths` says how often each length occurs, where a middle is sought.
    """

    cases: int = 0
    weight: float = 0.0
    part: float = 0.0
    pending: int = 0
    lengths: dict[int, int] = field(default_factory=dict)

    def add(self, other: Sums) -> None:
        """Count these too."""
        self.cases += other.cases
        self.weight += other.weight
        self.part += other.part
        self.pending += other.pending
        for length, count in other.lengths.items():
            self.lengths[length] = self.lengths.get(length, 0) + count


@dataclass(frozen=True, slots=True)
class Counts:
    """The whole, and each group and piece that has rows."""

    whole: Sums
    at: Mapping[Place, Sums]


def is_attributed(tally: Tally, asked: MeasureFilter, by: By | None) -> bool:
    """Whether referrals are counted by visits, which only attribution can do."""
    return tally.rows is RowKind.REFERRALS and (by in ATTRIBUTED or of_visits_only(asked))


def counted(
    connection: Connection,
    tally: Tally,
    asked: MeasureFilter,
    by: By | None,
    grain: Grain,
    days: int,
    now: datetime,
    teams: Mapping[Key, Key],
) -> Counts:
    """Count a tally; `days` is how far back referrals are attributed, `teams` the team of each user."""
    at: dict[Place, Sums] = {}
    rows = connection.execute(statement(tally, asked, by, grain, days), {"now": now}).all()
    for row in rows:
        key = None if by is None else row.key
        if by is By.TEAM:
            key = teams.get(key)
        piece = None if grain is Grain.WHOLE else piece_begins(row.piece, asked.from_on)
        sums = at.setdefault((key, piece), Sums())
        sums.add(_sums(row, tally))
    return Counts(_whole(connection, tally, asked, by, grain, days, now, at), at)


def _sums(row: Any, tally: Tally) -> Sums:
    if tally.length is not None:
        if row.length is None:  # it has not come to its end
            return Sums(pending=int(row.cases))
        return Sums(int(row.cases), lengths={int(row.length): int(row.cases)})
    return Sums(int(row.cases), float(row.weight), float(row.part), int(row.pending))


def _whole(
    connection: Connection,
    tally: Tally,
    asked: MeasureFilter,
    by: By | None,
    grain: Grain,
    days: int,
    now: datetime,
    at: Mapping[Place, Sums],
) -> Sums:
    """All together: counted anew where a row may be in several groups."""
    if by in ATTRIBUTED:
        (row,) = connection.execute(statement(tally, asked, None, Grain.WHOLE, days), {"now": now}).all()
        return _sums(row, tally)
    whole = Sums()
    for sums in at.values():
        whole.add(sums)
    return whole


@lru_cache(maxsize=512)
def statement(tally: Tally, asked: MeasureFilter, by: By | None, grain: Grain, days: int) -> Select[Any]:
    """The statement of a tally; kept, because putting it together may take longer than counting."""
    if is_attributed(tally, asked, by):
        return _attributed(tally, asked, by, grain, days)
    ground = GROUNDS[tally.rows]
    groups, columns = _groups(tally, grain, None if by is None else ground.column(by))
    cases = func.count() if tally.case is None else _count(tally.case)
    meant = ground.joined(asked, by, kinds=tally.kinds, sources=tally.sources)
    which = (*tally.which, *tally.within(asked), *ground.conditions(asked))
    counts = _labelled(cases, cases, _part(tally, cases), tally)
    if isinstance(tally.length, ScalarSelect):  # asked of other rows: once for each row, and not again for its group
        each = select(*columns).select_from(meant).where(*which).cte("each_row").prefix_with("MATERIALIZED")
        return select(*each.c, *counts).group_by(*each.c)
    return select(*columns, *counts).select_from(meant).where(*which).group_by(*groups)


def _groups(tally: Tally, grain: Grain, key: ColumnElement[Any] | None) -> tuple[list[str], list[ColumnElement[Any]]]:
    """What is grouped by: by its label, so that an expression is computed once."""
    named: dict[str, ColumnElement[Any]] = {}
    if key is not None:
        named["key"] = key
    if grain is not Grain.WHOLE:
        named["piece"] = piece_of(tally.day, grain) if tally.piece is None else tally.piece(grain)
    if tally.length is not None:
        named["length"] = tally.length
    return list(named), [column.label(name) for name, column in named.items()]


def _pending(
    tally: Tally,
    rows: ColumnElement[int],
    cases: ColumnElement[int],
    count: Callable[[ColumnElement[bool]], ColumnElement[int]],
) -> ColumnElement[int]:
    """Rows that will count later: those that are no cases, or cases that are pending by themselves."""
    if tally.case is not None:
        return rows - cases
    none: ColumnElement[int] = literal_column("0", Integer())
    return none if tally.pending is None else count(tally.pending)


def _count(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((which, 1)))


def _part(tally: Tally, cases: ColumnElement[Any]) -> ColumnElement[Any]:
    if tally.amount is not None:
        return func.coalesce(func.sum(tally.amount), 0)
    return cases if tally.holds is None else _count(tally.holds)


def _labelled(
    cases: ColumnElement[Any], weight: ColumnElement[Any], part: ColumnElement[Any], tally: Tally
) -> list[ColumnElement[Any]]:
    return [
        cases.label("cases"),
        weight.label("weight"),
        part.label("part"),
        _pending(tally, func.count(), cases, _count).label("pending"),
    ]


# --- by attribution --------------------------------------------------------------------------------------------------


def credit_of(tally: Tally, asked: MeasureFilter, by: By | None, days: int) -> tuple[FromClause, Subquery, Any]:
    """Referrals joined to what they are credited with, those credits, and the condition that the filter means."""
    ground, plain = GROUNDS[tally.rows], without_visits(asked)
    rows = ground.joined(plain, None if by in ATTRIBUTED else by, sources=True)
    which = and_(*tally.which, *tally.within(asked), *ground.conditions(plain))
    materials = by is By.MATERIAL or asked.material_id is not None
    credit = credited(rows, which, days, materials=materials)
    meant: list[ColumnElement[bool]] = [true()]
    if asked.kind_id is not None:
        meant.append(credit.c.kind_id == asked.kind_id)
    if asked.material_id is not None:
        meant.append(credit.c.material_id == asked.material_id)
    return rows.join(credit, credit.c.referral_id == r.id), credit, and_(*meant)


def _attributed(tally: Tally, asked: MeasureFilter, by: By | None, grain: Grain, days: int) -> Select[Any]:
    """The same with each referral divided among the visits before it: cases are counted once in each group."""
    joined, credit, meant = credit_of(tally, asked, by, days)
    key = None if by is None else credited_column(credit, by)
    groups, columns = _groups(tally, grain, key)
    weight = credit.c.weight

    def once(which: ColumnElement[bool] | None) -> ColumnElement[Any]:
        return func.count(distinct(r.id if which is None else case((which, r.id))))

    def weighed(which: ColumnElement[bool] | None) -> ColumnElement[Any]:
        return func.coalesce(func.sum(weight if which is None else case((which, weight))), 0.0)

    cases = weighed(tally.case)
    part = (
        func.coalesce(func.sum(weight * tally.amount), 0.0)
        if tally.amount is not None
        else weighed(tally.case if tally.holds is None else tally.holds)
    )
    return (
        select(
            *columns,
            once(tally.case).label("cases"),
            cases.label("weight"),
            part.label("part"),
            _pending(tally, once(None), once(tally.case), once).label("pending"),
        )
        .select_from(joined)
        .where(meant)
        .group_by(*groups)
    )


def credited_column(credit: Subquery, by: By) -> ColumnElement[Any]:
    """What referrals that are credited to visits are split by."""
    if by is By.ACTIVITY:
        return credit.c.kind_id
    return credit.c.material_id if by is By.MATERIAL else GROUNDS[RowKind.REFERRALS].column(by)
