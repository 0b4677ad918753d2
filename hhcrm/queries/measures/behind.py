"""The rows that a reading is made of, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, cast, func, literal, null, select, true
from sqlalchemy.types import Integer

from hhcrm.domain.measures import By
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import COMMITMENT, KIND, REFERRAL, SOURCE, TYPE, USER, VISIT, k, r, s, t, v
from hhcrm.queries.measures.counting import (
    Key,
    Tally,
    credit_of,
    credited_column,
    is_attributed,
)
from hhcrm.queries.measures.models import BehindLine, BehindPage, RowKind
from hhcrm.queries.measures.rows import GROUNDS, LOOP, left_at, nothing_left
from hhcrm.queries.measures.scene import Asking
from hhcrm.queries.read_models import ReportCell

WHO = USER.alias("who")
_who = func.coalesce(WHO.c.name, "")
_c = COMMITMENT.c

Page = tuple[int, int]
"""The first row that is wanted, and how many."""


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """How rows of a kind are shown: joined to what names them, newest first; cells in the order of the columns."""

    joined: FromClause
    cells: tuple[ColumnElement[Any], ...]
    referral: ColumnElement[Any]
    order: tuple[ColumnElement[Any], ...]


_NO_REFERRAL = cast(null(), Integer)

_SHEETS = MappingProxyType(
    {
        RowKind.REFERRALS: _Sheet(
            REFERRAL.join(SOURCE, r.source_id == s.id),
            (r.referral_on, s.name, _who, r.stage, r.soc_on),
            r.id,
            (r.referral_on.desc(), r.id.desc()),
        ),
        RowKind.UPDATES: _Sheet(
            LOOP.join(REFERRAL, LOOP.c.referral_id == r.id).join(SOURCE, r.source_id == s.id),
            (LOOP.c.due_at, s.name, _who, LOOP.c.step, LOOP.c.given_at),
            r.id,
            (LOOP.c.due_at.desc(), LOOP.c.id.desc()),
        ),
        RowKind.VISITS: _Sheet(
            VISIT.join(KIND, v.kind_id == k.id).join(SOURCE, v.source_id == s.id),
            (v.visit_on, s.name, _who, k.name, v.status, v.advance, v.ask),
            _NO_REFERRAL,
            (v.visit_on.desc(), v.id.desc()),
        ),
        RowKind.COMMITMENTS: _Sheet(
            COMMITMENT.join(SOURCE, _c.source_id == s.id),
            (_c.due_on, s.name, _who, _c.text, _c.status, _c.closed_on),
            _c.referral_id,
            (_c.due_on.desc(), _c.id.desc()),
        ),
        RowKind.SOURCES: _Sheet(
            SOURCE.join(TYPE, s.type_id == t.id),
            (s.name, t.name, _who),
            _NO_REFERRAL,
            (s.name_key, s.id),
        ),
    }
)


def columns_of(kind: RowKind) -> tuple[str, ...]:
    """The heads of the columns, in words."""
    source, liaison = translate("measures", "Source"), translate("measures", "Liaison")
    status = translate("measures", "Status")
    heads = {
        RowKind.REFERRALS: (
            translate("measures", "Referral"), source, liaison, translate("measures", "Stage"),
            translate("measures", "Start of care"),
        ),
        RowKind.UPDATES: (
            translate("measures", "Due"), source, liaison, translate("measures", "Update"),
            translate("measures", "Given"),
        ),
        RowKind.VISITS: (
            translate("measures", "Visit"), source, liaison, translate("measures", "Activity"), status,
            translate("measures", "What it changed"), translate("measures", "Ask"),
        ),
        RowKind.COMMITMENTS: (
            translate("measures", "Due"), source, liaison, translate("measures", "Commitment"), status,
            translate("measures", "Closed"),
        ),
        RowKind.SOURCES: (source, translate("measures", "Type"), liaison),
        RowKind.GAPS: (
            source, translate("measures", "From"), translate("measures", "To"), translate("measures", "Days"),
            translate("measures", "At most"),
        ),
    }  # fmt: skip
    return heads[kind]


def rows_behind(
    connection: Connection, tally: Tally, asking: Asking, key: Key, page: Page, per: int = 1, value: str = ""
) -> BehindPage:
    """A page of the cases of a tally in one group; `value` heads the column of what is summed or whose middle it is."""
    sheet, which = _SHEETS[tally.rows], _which(tally, asking, key)
    joined = sheet.joined.outerjoin(WHO, WHO.c.id == GROUNDS[tally.rows].whose)
    number = tally.amount if tally.length is None else tally.length
    shows = number is not None and bool(value)
    cells = (*sheet.cells, number) if shows and number is not None else sheet.cells
    counted = true() if tally.holds is None else func.coalesce(tally.holds, literal(value=False))
    now = {"now": asking.now}
    rows = connection.execute(
        select(GROUNDS[tally.rows].source_id, sheet.referral, counted, *cells)
        .select_from(joined)
        .where(*which)
        .order_by(*sheet.order)
        .offset(page[0])
        .limit(page[1]),
        now,
    )
    lines = tuple(_line(row, per if shows else None) for row in rows)
    total = connection.execute(select(func.count()).select_from(joined).where(*which), now).scalar_one()
    columns = (*columns_of(tally.rows), *((value,) if shows else ()))
    return BehindPage(tally.rows, columns, page[0], int(total), lines)


def _line(row: Sequence[Any], per: int | None) -> BehindLine:
    source_id, referral_id, counted, *cells = row
    if per is not None and cells[-1] is not None:
        cells[-1] = round(float(cells[-1]) / per, 2)
    return BehindLine(source_id, referral_id, shown_cells(cells), bool(counted))


def shown_cells(cells: Sequence[ReportCell]) -> tuple[ReportCell, ...]:
    """Cells with fixed words as people read them."""
    return tuple(_cell(cell) for cell in cells)


def _cell(value: ReportCell) -> ReportCell:
    return shown(value) if isinstance(value, StrEnum) else value


def _which(tally: Tally, asking: Asking, key: Key) -> list[ColumnElement[bool]]:
    """The cases of the tally in the period that the filter means, in one group of the split."""
    asked, by, ground = asking.asked, asking.by, GROUNDS[tally.rows]
    found = list(tally.within(asked)) + list(tally.which)
    if tally.case is not None:
        found.append(tally.case)
    if tally.length is not None:
        found.append(tally.length.is_not(None))
    if is_attributed(tally, asked, by):
        days = asking.scene.rules.attribution_days
        joined, credit, meant = credit_of(tally, asked, by, days)
        chosen = select(credit.c.referral_id).select_from(joined).where(meant)
        if by is not None:
            chosen = chosen.where(in_group(credited_column(credit, by), by, key))
        return [*found, ground.living, r.id.in_(chosen)]
    found += ground.conditions(asked)
    if by is By.MATERIAL:
        found.append(nothing_left() if key is None else left_at(int(key)))
    elif by is not None:
        found.append(in_group(ground.column(by), by, key))
    return found


def in_group(column: ColumnElement[Any], by: By, key: Key) -> ColumnElement[bool]:
    """Whether a row is in one group of a split; a team's rows are those of its people."""
    if by is not By.TEAM:
        return column.is_(None) if key is None else column == key
    of = USER.alias("of_group").c
    if key is not None:
        return column.in_(select(of.id).where(of.team_id == key))
    return column.is_(None) | column.in_(select(of.id).where(of.team_id.is_(None)))
