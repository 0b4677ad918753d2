"""Rows gathered in memory and written table by table, past the session: a sample has tens of thousands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert, text

from hhcrm.models.all import metadata
from hhcrm.storage.engine import is_sqlite


class Batch:
    """Gathers rows with keys of their own and writes them in an order that references allow."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._next: dict[str, int] = {}

    def add(self, table: str, **row: Any) -> int:
        """Take a row; returns its key. All rows of one table must name the same columns."""
        if table not in self._next:
            self._next[table] = _last_key(self._connection, table) + 1
        key = self._next[table]
        self._next[table] = key + 1
        row["id"] = key
        self._rows.setdefault(table, []).append(row)
        return key

    def rows(self, table: str) -> list[dict[str, Any]]:
        """What was gathered for a table; a row may still be changed before `write`."""
        return self._rows.get(table, [])

    @property
    def tables(self) -> Mapping[str, int]:
        """How many rows wait for each table."""
        return {table: len(rows) for table, rows in self._rows.items()}

    def write(self) -> None:
        """Write all rows; a row that names a parent in its own table stands after it."""
        for table in metadata.sorted_tables:
            if rows := self._rows.get(table.name):
                self._connection.execute(insert(table), rows)
                _advance_sequence(self._connection, table)


def _last_key(connection: Connection, table: str) -> int:
    """The last key that the table has given away, also to rows that are gone."""
    if is_sqlite(connection):
        question = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    else:
        question = text("SELECT pg_sequence_last_value(pg_get_serial_sequence(:name, 'id')::regclass)")
    return int(connection.execute(question, {"name": table}).scalar() or 0)


def _advance_sequence(connection: Connection, table: Table) -> None:
    """PostgreSQL does not see keys that were given; SQLite does."""
    if not is_sqlite(connection):
        connection.execute(
            text(f"SELECT setval(pg_get_serial_sequence(:name, 'id'), (SELECT max(id) FROM {table.name}))"),
            {"name": table.name},
        )
