"""Keys given before rows are written, so that children can be written in bulk beside their parents."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select, text

from hhcrm.models.journal import JournalEntry
from hhcrm.storage.engine import is_sqlite

GREATEST_KEPT = 100_000_000
"""A key from a file is kept up to here: a mistyped one must not use up all there are."""

_AT_A_TIME = 2_000


class Keys:
    """Gives keys of any table. Use inside the writing transaction; `settle` before rows are written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sqlite = is_sqlite(connection)
        self._last: dict[str, int] = {}
        self._ready: dict[str, list[int]] = {}
        self._kept: dict[str, set[int]] = {}

    def take(self, table: str) -> int:
        """A key that was never used."""
        if self._sqlite:
            if table not in self._last:
                self._last[table] = self._last_given(table)
            self._last[table] += 1
            return self._last[table]
        while True:
            ready = self._ready.setdefault(table, [])
            if not ready:
                ready += self._reserve(table)
            key = ready.pop()
            if key not in self._kept.get(table, ()):
                return key

    def keep(self, table: str, key: int) -> None:
        """Give a key that a file names and that is free."""
        if self._sqlite:
            self._last[table] = max(self._last.get(table) or self._last_given(table), key)
        self._kept.setdefault(table, set()).add(key)

    def never_used(self, table: str, keys: Collection[int]) -> set[int]:
        """Those of the keys, none of which is in the table now, that no row of the past had either."""
        wanted = {key for key in keys if key <= GREATEST_KEPT} - self._kept.get(table, set())
        entry = JournalEntry.__table__.c
        given = self._ready.get(table, [])
        if not wanted:
            return wanted
        used = self._connection.execute(
            select(entry.row_id).where(entry.table_name == table, entry.row_id.in_(wanted)).distinct()
        ).scalars()
        return wanted - set(used) - set(given)

    def settle(self) -> None:
        """Move the server's sequences past the keys that a file named; a file's database sees them by itself."""
        if self._sqlite:
            return
        for table, kept in self._kept.items():
            self._connection.execute(
                text(
                    "SELECT setval(pg_get_serial_sequence(:name, 'id'), greatest(:key, "
                    "coalesce(pg_sequence_last_value(pg_get_serial_sequence(:name, 'id')::regclass), 1)))"
                ),
                {"name": table, "key": max(kept)},
            )

    def _last_given(self, table: str) -> int:
        given = self._connection.execute(
            text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table}
        ).scalar()
        return int(given or 0)

    def _reserve(self, table: str) -> list[int]:
        rows = self._connection.execute(
            text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)"),
            {"name": table, "count": _AT_A_TIME},
        )
        return sorted((int(row[0]) for row in rows), reverse=True)
