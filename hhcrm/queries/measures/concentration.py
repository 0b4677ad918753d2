"""Concentration: how much hangs on a few sources?

Admissions from the three sources with most / admissions; belongs by the SOC day (product.md, section 6: from the first
1, 3, 5 sources, which `concentrated` gives with their names). Which three they are may differ from piece to piece.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Label, Select, case, func, select

from hhcrm.domain.measures import Better, By, Definition, Grain, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import REFERRAL, SOURCE, USER, r, s
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.admissions import BEGUN
from hhcrm.queries.measures.behind import Page, rows_behind
from hhcrm.queries.measures.counting import Key, Place
from hhcrm.queries.measures.measure import Found
from hhcrm.queries.measures.models import BehindPage, Concentration, Reading, RowKind, Sender
from hhcrm.queries.measures.rows import GROUNDS, OF_UPDATES
from hhcrm.queries.measures.scene import Asking
from hhcrm.queries.pieces import piece_begins, piece_of

FIRST = 3
"""The reading is of so many sources."""

MOST = 5
_ADMITTED = GROUNDS[RowKind.REFERRALS]
_OF = USER.alias("of_person").c


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.CONCENTRATION,
        translate("measures", "Concentration"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.FEWER,
        formula=translate("measures", "Admissions from the three sources with most / admissions."),
        belongs_by=translate("measures", "The day of the start of care."),
        source=translate("measures", "Referrals as intake records them."),
        caveat=translate(
            "measures",
            "The higher, the more hangs on a few. A hospital and its units are sources of their own.",
        ),
        by=OF_UPDATES - {By.SOURCE},
    )


@dataclass(frozen=True, slots=True, eq=False)
class ConcentrationMeasure:
    """Admissions by source, in each group and piece the first three against all."""

    define: Callable[[], Definition]
    ahead: bool = False

    def found(self, connection: Connection, asking: Asking) -> Found:
        """Its readings."""
        at: dict[Place, Reading] = {}
        for row in connection.execute(_first_of(asking.asked, asking.by, asking.grain)):
            begins = piece_begins(row.piece, asking.asked.from_on) if asking.cut else None
            at[None if asking.by is None else row.group_key, begins] = _reading(row)
        if asking.by is None and not asking.cut:
            return Found(at.get((None, None), Reading()), at, Reading())
        whole = connection.execute(_first_of(asking.asked, None, Grain.WHOLE)).one_or_none()
        return Found(Reading() if whole is None else _reading(whole), at, Reading())

    def behind(self, connection: Connection, asking: Asking, key: Key, page: Page, *, above: bool) -> BehindPage:
        """A page of the admissions; those of the first three count."""
        rows = connection.execute(_by_source(asking.asked, asking.by, Grain.WHOLE))
        counts = {row.source_id: int(row.admissions) for row in rows if asking.by is None or row.group_key == key}
        first = replace(BEGUN, holds=r.source_id.in_(_ranked(counts)[:FIRST]))
        return rows_behind(connection, first, asking, key, page)


def concentrated(connection: Connection, asked: MeasureFilter) -> Concentration:
    """The five sources with most admissions by name, and how many admissions there are."""
    counts = {row.source_id: int(row.admissions) for row in connection.execute(_by_source(asked, None, Grain.WHOLE))}
    first = _ranked(counts)[:MOST]
    names = dict(connection.execute(select(s.id, s.name).where(s.id.in_(first))).all())
    senders = tuple(Sender(key, names[key], counts[key]) for key in first)
    return Concentration(asked, sum(counts.values()), senders)


@lru_cache(maxsize=256)
def _by_source(asked: MeasureFilter, by: By | None, grain: Grain) -> Select[Any]:
    """Admissions by group, piece and source."""
    return (
        select(*_columns(by, grain), r.source_id, func.count().label("admissions"))
        .select_from(_ADMITTED.joined(asked, by))
        .where(*BEGUN.within(asked), *_ADMITTED.conditions(asked))
        .group_by(*(column.name for column in _columns(by, grain)), r.source_id)
    )


def _columns(by: By | None, grain: Grain) -> list[Label[Any]]:
    columns: list[Label[Any]] = []
    if by is not None:
        team = select(_OF.team_id).where(_OF.id == _ADMITTED.whose).correlate(REFERRAL, SOURCE).scalar_subquery()
        columns.append((team if by is By.TEAM else _ADMITTED.column(by)).label("group_key"))
    if grain is not Grain.WHOLE:
        columns.append(piece_of(r.soc_on, grain).label("piece"))
    return columns


@lru_cache(maxsize=256)
def _first_of(asked: MeasureFilter, by: By | None, grain: Grain) -> Select[Any]:
    """By group and piece: all admissions, and those of the first three sources."""
    counts = _by_source(asked, by, grain).subquery("counts")
    keys = [counts.c[column.name] for column in _columns(by, grain)]
    rank = func.row_number().over(partition_by=keys or None, order_by=(counts.c.admissions.desc(), counts.c.source_id))
    ranked = select(*keys, counts.c.admissions, rank.label("place")).subquery("ranked")
    groups = [ranked.c[key.name] for key in keys]
    most = func.sum(case((ranked.c.place <= FIRST, ranked.c.admissions), else_=0))
    return select(*groups, func.sum(ranked.c.admissions).label("every"), most.label("most")).group_by(*groups)


def _ranked(counts: dict[int, int]) -> list[int]:
    return sorted(counts, key=lambda source: (-counts[source], source))


def _reading(row: Any) -> Reading:
    if not row.every:
        return Reading()
    return Reading(int(row.most) / int(row.every), int(row.every), float(row.most))


MEASURE = ConcentrationMeasure(definition)
