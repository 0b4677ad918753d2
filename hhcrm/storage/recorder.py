"""Notes each row before and after while a session works, whoever changes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, event, inspect
from sqlalchemy.orm import Mapper, Session, object_session

from hhcrm.models.base import Base
from hhcrm.storage.rowcodec import encode, kept_columns

RECORDER = "hhcrm.recorder"
"""Where a session's `info` keeps its recorder."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One row before and after as canonical JSON; None where there was or is none."""

    table: str
    row_id: int
    before: str | None
    after: str | None


class Recorder:
    """Collects what a session changes. `attach` to a session, read `entries()` after its last flush.

    Objects are seen as their rows are written, cascades included. Statements that go around the session's objects
    (bulk inserts, updates by query) must be reported by `note`.
    """

    def __init__(self) -> None:
        self._before: dict[tuple[str, int], str | None] = {}
        self._after: dict[tuple[str, int], str | None] = {}
        self._order: dict[tuple[str, int], int] = {}
        self._noted = 0
        self._unlisted: dict[str, set[int]] = {}

    def attach(self, session: Session) -> None:
        """Note what this session writes."""
        session.info[RECORDER] = self

    def note(self, table: str, row_id: int, before: str | None, after: str | None) -> None:
        """Take down one change made outside the session's objects."""
        key = (table, row_id)
        # Undo goes through the entries backwards. A new row must go after the rows that were then pointed at it, so
        # it stands where it was first noted, and all others where they were last noted.
        self._noted += 1
        if key not in self._before or self._before[key] is not None:
            self._order[key] = self._noted
        self._before.setdefault(key, before)
        self._after[key] = after

    def touch(self, table: str, ids: Iterable[int] = ()) -> None:
        """Say that rows changed without journalling each (an import's new rows; their run is journalled)."""
        self._unlisted.setdefault(table, set()).update(ids)

    def entries(self) -> Iterator[Noted]:
        """Each changed row once, first state before and last state after."""
        for table, row_id in sorted(self._before, key=self._order.__getitem__):
            before = self._before[(table, row_id)]
            after = self._after.get((table, row_id))
            if before != after:
                yield Noted(table, row_id, before, after)

    def touched(self) -> Mapping[str, frozenset[int]]:
        """Row ids by table, of everything noted or touched."""
        found: dict[str, set[int]] = {table: set(ids) for table, ids in self._unlisted.items()}
        for noted in self.entries():
            found.setdefault(noted.table, set()).add(noted.row_id)
        return {table: frozenset(ids) for table, ids in found.items()}


def _recorder(row: Any) -> Recorder | None:
    session = object_session(row)
    return None if session is None else session.info.get(RECORDER)


@event.listens_for(Base, "before_update", propagate=True)
@event.listens_for(Base, "before_delete", propagate=True)
def _remember(mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    recorder, table = _recorder(row), mapper.local_table
    if recorder is not None and isinstance(table, Table) and ("version" in table.columns):
        recorder.note(table.name, row.id, _committed(row, table), None)


@event.listens_for(Base, "after_update", propagate=True)
@event.listens_for(Base, "after_insert", propagate=True)
def _note(mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    recorder, table = _recorder(row), mapper.local_table
    if recorder is not None and isinstance(table, Table) and ("version" in table.columns):
        names = [column.key for column in kept_columns(table)]
        recorder.note(table.name, row.id, None, encode({name: getattr(row, name) for name in names}, names))


def _committed(row: Any, table: Table) -> str:
    """The row as the database has it, from the attribute histories."""
    state = inspect(row)
    names = [column.key for column in kept_columns(table)]
    values = {}
    for name in names:
        history = state.attrs[name].load_history()
        values[name] = history.deleted[0] if history.deleted else getattr(row, name)
    return encode(values, names)
