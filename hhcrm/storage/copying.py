"""Copies all rows from one database to another of the same schema, whatever kinds the two are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, column, func, insert, inspect, select, text, update
from sqlalchemy import table as sql_table

from hhcrm.models.all import metadata
from hhcrm.storage.engine import is_sqlite

ROWS_AT_A_TIME = 2_000


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy every row of every table that the source has into the target's empty tables, keys and counters included."""
    there = set(inspect(source).get_table_names())
    for table in metadata.sorted_tables:
        if table.name in there:
            names = {one["name"] for one in inspect(source).get_columns(table.name)}
            _copy_table(source, target, table, [c for c in table.columns if c.name in names])
            _set_highest_key(target, table, _highest_key(source, table))


def count_rows(connection: Connection) -> dict[str, int]:
    """Rows of each of our tables that the database has."""
    there = set(inspect(connection).get_table_names())
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
        if table.name in there
    }


def _copy_table(source: Connection, target: Connection, table: Table, columns: list[Column[object]]) -> None:
    own = [c.name for c in columns if any(key.column.table is table for key in c.foreign_keys)]
    later: list[dict[str, object]] = []
    query = select(*columns).order_by(table.c.id).execution_options(yield_per=ROWS_AT_A_TIME)
    # Only what the source has: the table's own defaults would fill columns that an older schema does not know.
    place = sql_table(table.name, *(column(c.name, c.type) for c in columns))
    rows = source.execute(query)
    for part in rows.partitions():
        values = [dict(row._mapping) for row in part]
        later += [put_off for row in values if (put_off := _put_off(row, own))]
        target.execute(insert(place), values)
    if later:
        pointing: dict[str, Any] = {name: bindparam(f"b_{name}") for name in own}
        target.execute(update(table).where(table.c.id == bindparam("b_id")).values(pointing), later)


def _put_off(row: dict[str, object], own: Iterable[str]) -> dict[str, object]:
    """Take out pointers into the same table, whose row may not be there yet; empty when there are none."""
    names = list(own)
    if all(row[name] is None for name in names):
        return {}
    later = {"b_id": row["id"], **{f"b_{name}": row[name] for name in names}}
    row.update(dict.fromkeys(names))
    return later


def _highest_key(connection: Connection, table: Table) -> int:
    """The highest key that was ever given out: a key is never used twice, in a copy neither."""
    if is_sqlite(connection):
        query = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
        return int(connection.execute(query, {"name": table.name}).scalar() or 0)
    sequence = connection.execute(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": table.name}).scalar_one()
    last, called = connection.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()
    return int(last) if called else 0


def _set_highest_key(connection: Connection, table: Table, highest: int) -> None:
    if highest == 0:
        return
    values = {"name": table.name, "highest": highest}
    if is_sqlite(connection):
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), values)
        connection.execute(text("INSERT INTO sqlite_sequence(name, seq) VALUES (:name, :highest)"), values)
    else:
        connection.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :highest)"), values)
