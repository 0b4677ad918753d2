"""Measures that ask each source once: the pages of the sources behind them, and sums by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from hhcrm.queries.ground import SOURCE, TYPE, s, t
from hhcrm.queries.measures.behind import WHO, Page, columns_of, in_group, shown_cells
from hhcrm.queries.measures.counting import Key
from hhcrm.queries.measures.models import BehindLine, BehindPage, RowKind
from hhcrm.queries.measures.rows import GROUNDS
from hhcrm.queries.measures.scene import Asking

SOURCES = GROUNDS[RowKind.SOURCES]
WITH_TYPE = SOURCE.join(TYPE, s.type_id == t.id)


def sources_behind(
    connection: Connection,
    asking: Asking,
    key: Key,
    page: Page,
    which: Sequence[ColumnElement[bool]],
    cells: Mapping[str, ColumnElement[Any]],
    counted: ColumnElement[bool],
) -> BehindPage:
    """A page of sources by name, with cells of the measure by their heads."""
    meant = [*which, *SOURCES.conditions(asking.asked)]
    if asking.by is not None:
        meant.append(in_group(SOURCES.column(asking.by), asking.by, key))
    who = func.coalesce(WHO.c.name, "")
    joined = WITH_TYPE.outerjoin(WHO, WHO.c.id == s.owner_id)
    rows = connection.execute(
        select(s.id, counted, s.name, t.name, who, *cells.values())
        .select_from(joined)
        .where(*meant)
        .order_by(s.name_key, s.id)
        .offset(page[0])
        .limit(page[1])
    )
    lines = tuple(BehindLine(row[0], None, shown_cells(row[2:]), bool(row[1])) for row in rows)
    total = connection.execute(select(func.count()).select_from(joined).where(*meant)).scalar_one()
    return BehindPage(RowKind.SOURCES, (*columns_of(RowKind.SOURCES), *cells), page[0], int(total), lines)
