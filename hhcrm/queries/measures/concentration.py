"""Concentration: how much hangs on a few sources?

Admissions from the three sources with most / admissions; belongs by the SOC day (product.md, section 6: from the first
1, 3, 5 sources, which `concentrated` gives with their names). Which three they are may differ from piece to piece.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, cast, func, null, select

from hhcrm.domain.measures import Better, By, Definition, Grain, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import r, s
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.admissions import BEGUN
from hhcrm.queries.measures.behind import Page, rows_behind
from hhcrm.queries.measures.counting import Key, Place
from hhcrm.queries.measures.measure import Found, teams_of
from hhcrm.queries.measures.models import BehindPage, Concentration, Reading, RowKind, Sender
from hhcrm.queries.measures.rows import GROUNDS, OF_UPDATES
from hhcrm.queries.measures.scene import Asking
from hhcrm.queries.pieces import piece_begins, piece_of

FIRST = 3
"""The reading is of so many sources."""

MOST = 5
_ADMITTED = GROUNDS[RowKind.REFERRALS]


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
        teams = teams_of(connection, asking.by)
        every: dict[int, int] = {}
        at: dict[Place, dict[int, int]] = {}
        for row in connection.execute(_by_source(asking.asked, asking.by, asking.grain)):
            key = teams.get(row.group_key) if asking.by is By.TEAM else row.group_key
            begins = piece_begins(row.piece, asking.asked.from_on) if asking.cut else None
            of = at.setdefault((key, begins), {})
            for counts in (of, every):
                counts[row.source_id] = counts.get(row.source_id, 0) + int(row.admissions)
        return Found(_reading(every), {place: _reading(of) for place, of in at.items()}, Reading())

    def behind(self, connection: Connection, asking: Asking, key: Key, page: Page, *, above: bool) -> BehindPage:
        """A page of the admissions; those of the first three count."""
        teams = teams_of(connection, asking.by)
        counts: dict[int, int] = {}
        for row in connection.execute(_by_source(asking.asked, asking.by, Grain.WHOLE)):
            group = teams.get(row.group_key) if asking.by is By.TEAM else row.group_key
            if asking.by is None or group == key:
                counts[row.source_id] = counts.get(row.source_id, 0) + int(row.admissions)
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
    columns: list[ColumnElement[Any]] = [
        (cast(null(), Integer) if by is None else _ADMITTED.column(by)).label("group_key"),
        r.source_id,
    ]
    if grain is not Grain.WHOLE:
        columns.append(piece_of(r.soc_on, grain).label("piece"))
    return (
        select(*columns, func.count().label("admissions"))
        .select_from(_ADMITTED.joined(asked, by))
        .where(*BEGUN.within(asked), *_ADMITTED.conditions(asked))
        .group_by(*(column.name for column in columns))
    )


def _ranked(counts: dict[int, int]) -> list[int]:
    return sorted(counts, key=lambda source: (-counts[source], source))


def _reading(counts: dict[int, int]) -> Reading:
    total = sum(counts.values())
    part = sum(sorted(counts.values(), reverse=True)[:FIRST])
    return Reading(part / total if total else None, total, float(part))


MEASURE = ConcentrationMeasure(definition)
