"""Questions about the lists that an agency may extend: their values, and how many records use each."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from hhcrm.domain.errors import NotFound
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.models.all import metadata, registry
from hhcrm.models.base import Lookup
from hhcrm.models.visits import Material
from hhcrm.queries.ground import SOURCE, not_archived, s, tag_list
from hhcrm.queries.settings_models import ListUses, ListValue, TagLine

LISTS = frozenset(
    mapper.local_table.name
    for mapper in registry.mappers
    if (issubclass(mapper.class_, Lookup) or mapper.class_ is Material) and isinstance(mapper.local_table, Table)
)
"""Names of the tables that are lists."""

_COMMON = {"id", "version", "code", "name", "position", "archived_at", "archived_by", "archived_why"}
_HIDDEN = {"import_run_id", "attachment_id"}


def list_values(connection: Connection, name: str) -> tuple[ListValue, ...]:
    """The values of a list in its order, those that were retired last. Raises NotFound."""
    of = _list(name)
    own = [column for column in of.c if column.name not in _COMMON | _HIDDEN]
    rows = connection.execute(select(of)).all()
    found = [_value(row, own) for row in rows]
    return tuple(sorted(found, key=lambda each: (each.retired_at is not None, each.position, fold(each.name), each.id)))


def list_uses(connection: Connection, name: str) -> ListUses:
    """How many records use each value, archived records too: they keep what they were."""
    of = _list(name)
    uses: dict[int, dict[str, int]] = defaultdict(dict)
    for column in _pointing_at(of):
        counted = select(column, func.count()).where(column.is_not(None)).group_by(column)
        for value_id, number in connection.execute(counted):
            what = column.table.name
            uses[value_id][what] = uses[value_id].get(what, 0) + number
    return dict(uses)


def tag_lines(connection: Connection) -> tuple[TagLine, ...]:
    """Every tag in use with its number of sources, by name."""
    counted: dict[str, int] = defaultdict(int)
    for text in connection.execute(select(s.tags).where(s.tags != "", not_archived(SOURCE))).scalars():
        for tag in tag_list(text):
            counted[tag] += 1
    return tuple(TagLine(tag, counted[tag]) for tag in sorted(counted, key=lambda tag: (fold(tag), tag)))


def _list(name: str) -> Table:
    if name not in LISTS:
        words = translate("settings", "There is no list {name}.")
        raise NotFound(words.format(name=name.replace("_", " ")))
    return metadata.tables[name]


def _value(row: Any, own: list[Column[Any]]) -> ListValue:
    return ListValue(
        id=row.id,
        version=row.version,
        name=row.name,
        position=getattr(row, "position", 0),
        code=getattr(row, "code", ""),
        extra={column.name: getattr(row, column.name) for column in own},
        retired_at=row.archived_at,
        retired_by=row.archived_by or "",
    )


def _pointing_at(of: Table) -> list[Column[Any]]:
    return [
        key.parent for other in metadata.sorted_tables for key in other.foreign_keys if key.column.table.name == of.name
    ]
