"""The table of sources: pages, counts and ids of what a filter leaves.

A page is found in two steps inside one statement: the ids of its rows in order, by an index where there is one, then
names and counts of these rows only. Statements are built once per shape of filter, so that asking again costs no more
than running them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, Integer, Select, bindparam, case, func, literal, select

from hhcrm.domain.cadence import due_state, latest_on, rhythm_status
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.setting_keys import rule_key
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.words import OPEN_PILOTS, RhythmStatus, SourceStage
from hhcrm.models.pilots import Pilot
from hhcrm.models.settings import Setting
from hhcrm.queries.ground import (
    LIST,
    SOURCE,
    TERRITORY,
    TYPE,
    USER,
    cadence_in_force,
    not_archived,
    periods,
    referrals_since,
    s,
    t,
    table,
    u,
    visits_wanted,
)
from hhcrm.queries.read_models import SOURCE_SORTS, SourceCounts, SourceFilter, SourceLine, SourcePage
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.search import typed_conditions, typed_shape, typed_values

_p = table(Pilot).c
_FULL_SORTED = frozenset({"due_on", "last_visit_on", "potential_per_month"})
"""Columns with an index that may hold nothing: rows with a value come first, by the index, then those without."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """Which conditions a statement has; the values are bound when it runs."""

    stage: bool
    type: bool
    owner: bool
    unassigned: bool
    with_pilot: bool
    status: RhythmStatus | None
    tier: bool
    territory: bool
    tag: bool
    archived: bool
    words: tuple[bool, ...]
    sqlite: bool


def source_page(connection: Connection, asked: SourceFilter, offset: int, limit: int, today: date) -> SourcePage:
    """A page of the sources that the filter leaves, in its order. Raises RuleBroken for a sort there is not."""
    if asked.sort not in SOURCE_SORTS:
        raise RuleBroken(f'Sources cannot be sorted by "{asked.sort}".', field="sort")
    question = _Question(connection, asked, today)
    rows = question.in_two_parts(offset, limit) if asked.sort in _FULL_SORTED else question.rows(None, offset, limit)
    return SourcePage(offset, _lines(rows, today))


def source_counts(connection: Connection, asked: SourceFilter, today: date) -> SourceCounts:
    """How many sources the filter leaves, of how many."""
    shown = _Question(connection, asked, today).count(None)
    return SourceCounts(shown, int(connection.execute(_TOTAL).scalar_one()))


def source_ids(connection: Connection, asked: SourceFilter, today: date) -> tuple[int, ...]:
    """The ids of all sources that the filter leaves, for acts on all of them."""
    statement, values = filtered(connection, asked, today)
    return tuple(connection.execute(statement.order_by(s.id), values).scalars().all())


def filtered(connection: Connection, asked: SourceFilter, today: date) -> tuple[Select[int], dict[str, Any]]:
    """A select of the ids that the filter leaves, with the values to run it with: for exports of what is shown."""
    question = _Question(connection, asked, today)
    return select(s.id).where(*_conditions(question.shape)), question.values


_TOTAL = select(func.count()).select_from(SOURCE).where(not_archived(SOURCE))

_setting = table(Setting).c


def _number(rule: str) -> Select[Any]:
    return (
        select(_setting.value)
        .where(_setting.key == rule_key(rule), _setting.from_on <= bindparam("today", type_=Date()))
        .order_by(_setting.from_on.desc())
        .limit(1)
    )


_WINDOW, _GRACE = _number("due_window_days"), _number("late_after_days")
"""The two numbers of the rules that the status of a source rests on, as JSON."""


class _Question:
    """A filter with what its statements are run with."""

    def __init__(self, connection: Connection, asked: SourceFilter, today: date) -> None:
        sqlite = is_sqlite(connection)
        self._connection = connection
        self._asked = asked
        self._today = today
        self.shape = _shape(asked, sqlite)
        self.values = _values(asked, today) | typed_values(asked.typed, sqlite)
        if asked.status in (RhythmStatus.DUE, RhythmStatus.ON_RHYTHM):
            window = _days(connection.execute(_WINDOW, {"today": today}).scalar_one_or_none(), DEFAULTS.due_window_days)
            self.values["window"] = today + timedelta(days=window)

    def rows(self, known: bool | None, offset: int, limit: int) -> Sequence[Any]:
        """A page's rows; of those that have the sorted column (True), have not (False), or of all."""
        statement = _page(self.shape, self._asked.sort, self._asked.descending, known)
        values = self.values | periods(self._today) | {"first": offset, "most": limit}
        return self._connection.execute(statement, values).all()

    def in_two_parts(self, offset: int, limit: int) -> Sequence[Any]:
        """Rows that have the sorted column, then those that have not, each by an index."""
        rows = list(self.rows(True, offset, limit))
        if len(rows) == limit:
            return rows
        known = offset + len(rows) if rows or not offset else self.count(self._asked.sort)
        rows.extend(self.rows(False, max(offset - known, 0), limit - len(rows)))
        return rows

    def count(self, having: str | None) -> int:
        """How many rows there are, of those that have a column where one is named."""
        return int(self._connection.execute(_count(self.shape, having), self.values).scalar_one())


def _days(value: str | None, default: int) -> int:
    return default if value is None else int(json.loads(value))


def _shape(asked: SourceFilter, sqlite: bool) -> _Shape:
    return _Shape(
        stage=asked.stage is not None,
        type=asked.type_id is not None,
        owner=asked.owner_id is not None,
        unassigned=asked.unassigned,
        with_pilot=asked.with_pilot,
        status=asked.status,
        tier=asked.tier is not None,
        territory=asked.territory_id is not None,
        tag=bool(asked.tag.strip()),
        archived=asked.archived,
        words=typed_shape(asked.typed),
        sqlite=sqlite,
    )


def _values(asked: SourceFilter, today: date) -> dict[str, Any]:
    given = {
        "stage": asked.stage, "type_id": asked.type_id, "owner_id": asked.owner_id, "tier": asked.tier,
        "territory_id": asked.territory_id,
    }  # fmt: skip
    values: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if asked.tag.strip():
        values["tag"] = f"{LIST}{asked.tag.strip()}{LIST}"
    if asked.status in (RhythmStatus.DUE, RhythmStatus.OVERDUE):
        values["today"] = today
    return values


@lru_cache(maxsize=512)
def _count(shape: _Shape, having: str | None) -> Select[Any]:
    statement = select(func.count()).select_from(SOURCE).where(*_conditions(shape))
    return statement if having is None else statement.where(s[having].is_not(None))


@lru_cache(maxsize=512)
def _conditions(shape: _Shape) -> tuple[ColumnElement[bool], ...]:
    found = [s.archived_at.is_not(None) if shape.archived else not_archived(SOURCE)]
    for wanted, column, name in (
        (shape.stage, s.stage, "stage"),
        (shape.type, s.type_id, "type_id"),
        (shape.owner, s.owner_id, "owner_id"),
        (shape.tier, s.tier, "tier"),
        (shape.territory, s.territory_id, "territory_id"),
    ):
        if wanted:
            found.append(column == bindparam(name, type_=column.type))
    if shape.unassigned:
        found.append(s.owner_id.is_(None))
    if shape.with_pilot:
        found.append(s.id.in_(select(_p.source_id).where(_p.status.in_(OPEN_PILOTS), _p.archived_at.is_(None))))
    if shape.tag:
        # Taking the tag out changes the text only where it is there: exact on every database, unlike LIKE.
        tags = literal(LIST) + s.tags + LIST
        found.append(func.replace(tags, bindparam("tag"), "") != tags)
    if shape.status is not None:
        found.extend(_status(shape.status))
    return (*found, *typed_conditions(shape.words, shape.sqlite))


def _status(status: RhythmStatus) -> list[ColumnElement[bool]]:
    """The status as ranges of the due date (product.md, section 3)."""
    today, window = bindparam("today", type_=Date()), bindparam("window", type_=Date())
    if status is RhythmStatus.NEVER_VISITED:
        return [s.last_visit_on.is_(None), s.due_on.is_not(None)]
    visited = s.last_visit_on.is_not(None)
    if status is RhythmStatus.OVERDUE:
        return [visited, s.due_on < today]
    if status is RhythmStatus.DUE:
        return [visited, s.due_on >= today, s.due_on <= window]
    return [visited, s.due_on > window]


@lru_cache(maxsize=512)
def _page(shape: _Shape, sort: str, descending: bool, known: bool | None) -> Select[Any]:
    return _dressed(_unfiltered(sort).where(*_conditions(shape)), sort, descending, known)


@dataclass(frozen=True, slots=True)
class _Key:
    """One thing to sort by."""

    value: ColumnElement[Any]
    descending: bool = False
    may_be_empty: bool = False

    def ordered(self, value: ColumnElement[Any]) -> ColumnElement[Any]:
        """The value in this key's direction; what is empty comes last either way."""
        way = value.desc() if self.descending else value.asc()
        return way.nulls_last() if self.may_be_empty else way


def _keys(sort: str, descending: bool, known: bool | None) -> tuple[_Key, ...]:
    by_name = (_Key(s.name_key), _Key(s.id))
    if known is False:
        return by_name
    if known:
        return (_Key(s[sort], descending), _Key(s.id, descending))
    if sort == "name":
        return (_Key(s.name_key, descending), _Key(s.id, descending))
    return (_Key(_sorted_by(sort), descending, may_be_empty=True), *by_name)


def _sorted_by(sort: str) -> ColumnElement[Any]:
    if sort == "stage":
        return case({stage.value: place for place, stage in enumerate(SourceStage)}, value=s.stage)
    values: dict[str, ColumnElement[Any]] = {
        "type": func.lower(t.name),
        "owner": func.lower(u.name),
        "territory": func.lower(TERRITORY.c.name),
        "city": func.lower(func.nullif(s.city, "")),
        "zip": func.nullif(s.zip, ""),
        "tier": s.tier,
        "referrals_90_days": referrals_since("d90"),
        "referrals_12_months": referrals_since("m12"),
    }
    return values[sort]


def _unfiltered(sort: str) -> Select[Any]:
    """All ids, joined to what the sorting needs and nothing else."""
    joined = {
        "type": SOURCE.join(TYPE, s.type_id == t.id),
        "owner": SOURCE.outerjoin(USER, s.owner_id == u.id),
        "territory": SOURCE.outerjoin(TERRITORY, s.territory_id == TERRITORY.c.id),
    }
    return select(s.id).select_from(joined.get(sort, SOURCE))


def _dressed(ids: Select[Any], sort: str, descending: bool, known: bool | None) -> Select[Any]:
    """The page's ids in order, joined to everything that is shown of their rows."""
    keys = _keys(sort, descending, known)
    if known is not None:
        ids = ids.where(s[sort].is_not(None) if known else s[sort].is_(None))
    page = (
        ids.add_columns(*(key.value.label(f"key_{place}") for place, key in enumerate(keys)))
        .order_by(*(key.ordered(key.value) for key in keys))
        .limit(bindparam("most", type_=Integer()))
        .offset(bindparam("first", type_=Integer()))
        .subquery("page")
    )
    joined = (
        page.join(SOURCE, s.id == page.c.id)
        .join(TYPE, s.type_id == t.id)
        .outerjoin(USER, s.owner_id == u.id)
        .outerjoin(TERRITORY, s.territory_id == TERRITORY.c.id)
    )
    order = (key.ordered(page.c[f"key_{place}"]) for place, key in enumerate(keys))
    return select(*_SHOWN).select_from(joined).order_by(*order)


_SHOWN = (
    s.id, s.name, t.name, s.stage, cadence_in_force(), s.stage_visits, visits_wanted(), s.due_on, s.last_visit_on,
    func.coalesce(u.name, ""), func.coalesce(s.city, ""), func.coalesce(s.zip, ""), func.coalesce(s.phone, ""),
    func.coalesce(TERRITORY.c.name, ""), s.tier, s.potential_per_month, s.potential_basis, referrals_since("d90"),
    referrals_since("m12"), s.tags, s.version, _WINDOW.scalar_subquery(),
    _GRACE.scalar_subquery(),
)  # fmt: skip
"""The columns of `SourceLine` in its order, without the status, which follows from them and the last two."""

_STATUS_AT = 9


def _lines(rows: Sequence[Any], today: date) -> tuple[SourceLine, ...]:
    """The rows with their status; each carries the numbers that it rests on as its last cells."""
    if not rows:
        return ()
    window, grace = rows[0][-2:]
    rules = replace(
        DEFAULTS,
        due_window_days=_days(window, DEFAULTS.due_window_days),
        late_after_days=_days(grace, DEFAULTS.late_after_days),
    )
    lines = []
    for row in rows:
        values: list[Any] = list(row[:-2])
        due, last = values[7], values[8]
        stands = (rhythm_status(due, last, today, rules), due_state(due, today, rules), latest_on(due, rules))
        values[_STATUS_AT:_STATUS_AT] = stands
        lines.append(SourceLine(*values))
    return tuple(lines)
