"""How cells are formatted in SQL on both kinds of database, and what is left to do for a row in Python."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, case, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from hhcrm.queries.ground import LIST
from hhcrm.queries.read_models import SourceFilter
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.storage.engine import is_sqlite

ITEM = "\x1f"
"""What parts items inside SQL: no text holds it, so that every item can still be told from its neighbours."""

ROWS_AT_A_TIME = 2_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a kind is wanted: days (both included), archived rows too, patients by name, what a filter leaves.

    `sources` limits every kind that hangs on sources, `referrals` that of referrals alone.
    """

    from_on: date | None = None
    until_on: date | None = None
    archived: bool = False
    patients: bool = False
    sources: SourceFilter | None = None
    referrals: ReferralFilter | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """An export: named columns, the statement's select, which of its columns are lists and which instants.

    `day` is what a period is chosen by, `source_id` what a filter of sources is; None where there is no such thing.
    """

    columns: tuple[tuple[str, ColumnElement[Any]], ...]
    statement: Select[Any]
    lists: frozenset[str] = frozenset()
    instants: frozenset[str] = frozenset()
    day: ColumnElement[date] | None = None
    source_id: ColumnElement[int] | None = None

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(name for name, _ in self.columns)

    def places(self, names: frozenset[str]) -> tuple[int, ...]:
        """Where these columns stand."""
        return tuple(place for place, name in enumerate(self.header) if name in names)


class day_text(GenericFunction[str]):  # noqa: N801  # named as SQL names its functions
    """A day in ISO form."""

    type = String()
    inherit_cache = True
    name = "day_text"


class time_text(GenericFunction[str]):  # noqa: N801
    """A time of day: 14:05."""

    type = String()
    inherit_cache = True
    name = "time_text"


class instant_text(GenericFunction[str]):  # noqa: N801
    """A UTC instant to the second; Python puts it into the agency's zone, because SQLite knows no zones."""

    type = String()
    inherit_cache = True
    name = "instant_text"


class joined(GenericFunction[str]):  # noqa: N801
    """Items of a group in the order of the second argument, with `ITEM` between them."""

    type = String()
    inherit_cache = True
    name = "joined"


def _args(element: Any, compiler: SQLCompiler, **kw: Any) -> list[str]:
    return [compiler.process(clause, **kw) for clause in element.clauses]


@compiles(day_text)
def _day(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"to_char({_args(element, compiler, **kw)[0]}, 'YYYY-MM-DD')"


@compiles(day_text, "sqlite")
def _day_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return _args(element, compiler, **kw)[0]


@compiles(time_text)
def _time(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"to_char({_args(element, compiler, **kw)[0]}, 'HH24:MI')"


@compiles(time_text, "sqlite")
def _time_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"substr({_args(element, compiler, **kw)[0]}, 1, 5)"


@compiles(instant_text)
def _instant(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"to_char({_args(element, compiler, **kw)[0]} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')"


@compiles(instant_text, "sqlite")
def _instant_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"substr({_args(element, compiler, **kw)[0]}, 1, 19)"


@compiles(joined)
def _joined(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    item, order = _args(element, compiler, **kw)
    return f"string_agg({item}, chr(31) ORDER BY {order})"


@compiles(joined, "sqlite")
def _joined_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    # SQLite joins in the order in which it reads; the items are read by an index that ends in the row's key.
    return f"group_concat({_args(element, compiler, **kw)[0]}, char(31))"


def yes_no(condition: ColumnElement[bool]) -> ColumnElement[str]:
    """A condition in words."""
    return case((condition, literal("yes")), else_=literal("no"))


def rows_of(
    connection: Connection, exported: Exported, statement: Select[Any], zone: tzinfo
) -> Iterator[Sequence[Any]]:
    """The rows as they go into a file, read a part at a time."""
    rows = _raw(connection, statement.with_only_columns(*(column for _, column in exported.columns)))
    lists, instants = exported.places(exported.lists), exported.places(exported.instants)
    if not lists and not instants:
        return rows
    return _formed(rows, lists, instants, Instants(zone))


def _raw(connection: Connection, statement: Select[Any]) -> Iterator[Sequence[Any]]:
    """Everything is text and numbers already: on SQLite the rows come straight from the driver."""
    if not is_sqlite(connection):
        streamed = connection.execute(statement, execution_options={"yield_per": ROWS_AT_A_TIME})
        for part in streamed.partitions():
            yield from part
        return
    result = connection.execute(statement)
    cursor: Any = result.cursor
    try:
        while rows := cursor.fetchmany(ROWS_AT_A_TIME):
            yield from rows
    finally:
        result.close()


def _formed(
    rows: Iterable[Sequence[Any]], lists: Sequence[int], instants: Sequence[int], zoned: Instants
) -> Iterator[Sequence[Any]]:
    for row in rows:
        cells = list(row)
        for place in lists:
            if (items := cells[place]) and _NEEDS_CARE.search(items):
                cells[place] = list_cell(items.split(ITEM))
        for place in instants:
            if instant := cells[place]:
                cells[place] = zoned.said(instant)
        yield cells


_NEEDS_CARE = re.compile('[\x1f;"\n]|:::')
_FALLS_APART = re.compile('[;\n]|:::|^"')


def list_cell(items: Iterable[str]) -> str:
    """Items as one cell; one that would fall apart is put in quotation marks (hhcrm.exchange.writer says the same)."""
    return LIST.join(
        '"' + item.replace('"', '""') + '"' if _FALLS_APART.search(item) else item for item in items if item
    )


class Instants:
    """Puts UTC instants into a zone. An hour is looked up once: offsets change on the hour at most."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._hours: dict[str, tuple[str, str]] = {}

    def said(self, utc: str) -> str:
        """An instant with its offset; a day alone stays a day."""
        if len(utc) == len("2026-11-20"):
            return utc
        hour = utc[:13]
        if (known := self._hours.get(hour)) is None:
            known = self._hours[hour] = self._look_up(hour)
        beginning, offset = known
        if beginning:
            return beginning + utc[13:] + offset
        return datetime.fromisoformat(utc).replace(tzinfo=UTC).astimezone(self._zone).isoformat(timespec="seconds")

    def _look_up(self, hour: str) -> tuple[str, str]:
        local = datetime.fromisoformat(f"{hour}:00:00").replace(tzinfo=UTC).astimezone(self._zone)
        if local.minute or local.second:
            return "", ""  # a zone of half hours: each instant is converted by itself
        said = local.isoformat(timespec="seconds")
        return said[:13], said[19:]
