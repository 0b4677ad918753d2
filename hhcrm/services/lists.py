"""Lists that an agency may extend: add a value, change, order, bring back; take one off, moving its records first."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from sqlalchemy import Column, Table, func, select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import InUse, NotFound, RuleBroken
from hhcrm.domain.nouns import counted_noun
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.models.all import mapped_class, metadata, registry
from hhcrm.models.base import Lookup
from hhcrm.models.visits import Material
from hhcrm.services.commands import AddValue, DropValue
from hhcrm.services.list_columns import read_columns, starting_columns
from hhcrm.services.records import assign, fetch, unarchive
from hhcrm.services.settings_commands import BringValueBack, EditValue, OrderValues
from hhcrm.services.values import text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork

ROWS_OF = {
    "referral_source": "source",
    "contact": "person",
    "affiliation": "person",
    "visit": "visit",
    "referral": "referral",
    "visit_material": "visit",
}


def add_value(work: UnitOfWork, command: AddValue) -> ChangeSet:
    """Add a value to a list. Raises RuleBroken when the list has it already (archived ones come back)."""
    kind, name = _lookup(command.table), text_or_none(command.name)
    if name is None:
        raise RuleBroken(translate("settings", "A name is needed."), "name")
    columns = starting_columns(command.table) | read_columns(command.table, {**command.values, "name": name})

    def add(tx: Transaction) -> int | None:
        rows = tx.session.scalars(select(kind)).all()
        same = next((row for row in rows if fold(row.name) == fold(name)), None)
        if same is not None and same.archived_at is None:
            words = translate("settings", "{name} is on the list already.")
            raise RuleBroken(words.format(name=same.name), "name")
        if same is not None:
            same.archived_at = same.archived_by = same.archived_why = None
            return int(same.id)
        row = kind(**columns)
        if isinstance(row, Lookup):
            row.code = _free_code(name, {row.code for row in rows})
            row.position = max((row.position for row in rows), default=0) + 1
        tx.session.add(row)
        tx.session.flush()
        return int(row.id)

    return work.run(f"Add {name} to the list", add)


def edit_value(work: UnitOfWork, command: EditValue) -> ChangeSet:
    """Set columns of a value. Raises NotFound, Conflict, RuleBroken naming the column."""
    kind, columns = _lookup(command.table), read_columns(command.table, command.values)

    def edit(tx: Transaction) -> int | None:
        row = fetch(tx.session, kind, command.value_id, "value", command.version)
        if "name" in columns:
            _refuse_twice(tx, kind, row, columns["name"])
        assign(row, columns)
        return int(row.id)

    return work.run("Change a value of a list", edit)


def order_values(work: UnitOfWork, command: OrderValues) -> ChangeSet:
    """Put the values of a list in an order; those not named follow as they stood."""
    kind = _lookup(command.table)
    if not issubclass(kind, Lookup):
        raise RuleBroken(translate("settings", "This list stands in the order of its names."))

    def order(tx: Transaction) -> int | None:
        rows = tx.session.scalars(select(kind).order_by(kind.position, kind.name, kind.id)).all()
        place = {value_id: number for number, value_id in enumerate(command.ids)}
        ordered = sorted(rows, key=lambda row: place.get(row.id, len(place)))
        for number, row in enumerate(ordered, start=1):
            assign(row, {"position": number})
        return None

    return work.run("Put a list in order", order)


def bring_value_back(work: UnitOfWork, command: BringValueBack) -> ChangeSet:
    """Put a retired value back on its list. Raises NotFound, RuleBroken where another has its name by now."""
    kind = _lookup(command.table)

    def bring_back(tx: Transaction) -> int | None:
        row = fetch(tx.session, kind, command.value_id, "value")
        _refuse_twice(tx, kind, row, row.name)
        unarchive(row)
        return int(row.id)

    return work.run("Put a value back on the list", bring_back)


def _refuse_twice(tx: Transaction, kind: type[Any], row: Any, name: str) -> None:
    others = tx.session.scalars(select(kind).where(kind.id != row.id)).all()
    same = next((other for other in others if fold(other.name) == fold(name)), None)
    if same is not None and same.archived_at is None:
        raise RuleBroken(translate("settings", "{name} is on the list already.").format(name=same.name), "name")
    if same is not None:
        words = translate("settings", "{name} was retired from this list. Put that one back instead.")
        raise RuleBroken(words.format(name=same.name), "name")


def drop_value(work: UnitOfWork, command: DropValue) -> ChangeSet:
    """Take a value off a list: it is archived. Raises InUse when records have it and no replacement is named."""
    kind = _lookup(command.table)
    if command.replacement_id == command.value_id:
        raise RuleBroken(translate("services", "Choose another value for its records."), "replacement_id")

    def drop(tx: Transaction) -> int | None:
        row = fetch(tx.session, kind, command.value_id, "value", command.version)
        others = select(func.count()).where(kind.archived_at.is_(None), kind.id != row.id)
        if issubclass(kind, Lookup) and not tx.session.scalar(others):
            raise RuleBroken(translate("settings", "This is the last value of the list. Add another one first."))
        uses = {column: _uses(tx, column, row.id) for column in _pointing_at(command.table)}
        if any(uses.values()):
            if command.replacement_id is None:
                raise InUse(_in_use(row.name, uses), "replacement_id")
            replacement = fetch(tx.session, kind, command.replacement_id, "value")
            if replacement.archived_at is not None:
                raise RuleBroken(translate("services", "Choose a value that is on the list."), "replacement_id")
            for column, used in uses.items():
                if used:
                    _move_rows(tx, column, row.id, replacement.id)
        row.archived_at, row.archived_by = tx.now, tx.actor.name
        return int(row.id)

    return work.run("Take a value off the list", drop)


def _lookup(table: str) -> type[Any]:
    for mapper in registry.mappers:
        listed = issubclass(mapper.class_, Lookup) or mapper.class_ is Material
        if listed and mapper.local_table is metadata.tables.get(table):
            return mapper.class_
    raise NotFound(translate("services", "There is no list {table}.").format(table=table.replace("_", " ")))


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
    parts = [counted_noun(n, ROWS_OF.get(c.table.name, c.table.name.replace("_", " "))) for c, n in uses.items() if n]
    return translate("services", "{name} is in use by {records}. Choose the value that they get instead.").format(
        name=name, records=", ".join(parts)
    )


def _move_rows(tx: Transaction, column: Column[Any], old: int, new: int) -> None:
    """Point the old value's rows at the new one; where that one has such a row of its own, its own holds."""
    mapped = mapped_class(column.table)
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
