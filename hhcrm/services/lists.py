"""Lists that an agency may extend: add a value, take one off, moving its records first."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from sqlalchemy import Column, Table, func, select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import InUse, NotFound, RuleBroken
from hhcrm.domain.text import fold
from hhcrm.models.all import metadata, registry
from hhcrm.models.base import Lookup
from hhcrm.services.commands import AddValue, DropValue
from hhcrm.services.records import counted, fetch
from hhcrm.services.values import text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork

ROWS_OF = {
    "referral_source": "source",
    "contact": "person",
    "affiliation": "person",
    "visit": "visit",
    "referral": "referral",
}


def add_value(work: UnitOfWork, command: AddValue) -> ChangeSet:
    """Add a value to a list. Raises RuleBroken when the list has it already (archived ones come back)."""
    kind, name = _lookup(command.table), text_or_none(command.name)
    if name is None:
        raise RuleBroken("A name is needed.", "name")

    def add(tx: Transaction) -> int | None:
        rows = tx.session.scalars(select(kind)).all()
        same = next((row for row in rows if fold(row.name) == fold(name)), None)
        if same is not None and same.archived_at is None:
            raise RuleBroken(f"{same.name} is on the list already.", "name")
        if same is not None:
            same.archived_at = same.archived_by = same.archived_why = None
            return int(same.id)
        row = kind(code=_free_code(name, {row.code for row in rows}), name=name, position=len(rows))
        tx.session.add(row)
        tx.session.flush()
        return int(row.id)

    return work.run(f"Add {name} to the list", add)


def drop_value(work: UnitOfWork, command: DropValue) -> ChangeSet:
    """Take a value off a list: it is archived. Raises InUse when records have it and no replacement is named."""
    kind = _lookup(command.table)
    if command.replacement_id == command.value_id:
        raise RuleBroken("Choose another value for its records.", "replacement_id")

    def drop(tx: Transaction) -> int | None:
        row = fetch(tx.session, kind, command.value_id, "value")
        uses = {column: _uses(tx, column, row.id) for column in _pointing_at(command.table)}
        if any(uses.values()):
            if command.replacement_id is None:
                raise InUse(_in_use(row.name, uses), "replacement_id")
            replacement = fetch(tx.session, kind, command.replacement_id, "value")
            if replacement.archived_at is not None:
                raise RuleBroken("Choose a value that is on the list.", "replacement_id")
            for column, used in uses.items():
                if used:
                    _move_rows(tx, column, row.id, replacement.id)
        row.archived_at, row.archived_by = tx.now, tx.actor.name
        return int(row.id)

    return work.run("Take a value off the list", drop)


def _lookup(table: str) -> type[Any]:
    for mapper in registry.mappers:
        if issubclass(mapper.class_, Lookup) and mapper.local_table is metadata.tables.get(table):
            return mapper.class_
    raise NotFound(f"There is no list {table.replace('_', ' ')}.")


def _free_code(name: str, taken: set[str]) -> str:
    base = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")[:50] or "value"
    return next(code for n in range(1, len(taken) + 2) if (code := base if n == 1 else f"{base}_{n}") not in taken)


def _pointing_at(table: str) -> list[Column[Any]]:
    return [
        key.parent
        for other in metadata.sorted_tables
        for key in other.foreign_keys
        if key.column.table.name == table and isinstance(key.parent.table, Table)
    ]


def _uses(tx: Transaction, column: Column[Any], value_id: int) -> int:
    return int(tx.session.scalar(select(func.count()).select_from(column.table).where(column == value_id)) or 0)


def _in_use(name: str, uses: dict[Column[Any], int]) -> str:
    parts = [counted(n, ROWS_OF.get(c.table.name, c.table.name.replace("_", " "))) for c, n in uses.items() if n]
    return f"{name} is in use by {', '.join(parts)}. Choose the value that they get instead."


def _move_rows(tx: Transaction, column: Column[Any], old: int, new: int) -> None:
    """Point the old value's rows at the new one; where that one has such a row of its own, its own holds."""
    mapped = next(m.class_ for m in registry.mappers if m.local_table is column.table)
    with_old, with_new = (select(mapped).where(getattr(mapped, column.key) == value) for value in (old, new))
    beside = _unique_beside(column)
    taken = {beside(row) for row in tx.session.scalars(with_new)} if beside else set()
    for row in tx.session.scalars(with_old).all():
        if beside and beside(row) in taken:
            tx.session.delete(row)
        else:
            setattr(row, column.key, new)


def _unique_beside(column: Column[Any]) -> Callable[[Any], Any] | None:
    """What tells rows with the same value of this column apart where the database allows each only once."""
    for index in column.table.indexes:
        if index.unique and column.name in index.columns:
            return attrgetter(*(other.key for other in index.columns if other is not column))
    return None
