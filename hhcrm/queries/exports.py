"""Tables as rows for files: the four kinds that also come in (interfaces.md), and every other table a person sees.

The database does the formatting: a row comes out of it as it goes into the file, days in ISO form, names for ids. What
is left for Python is the offset of instants and the quoting of rare items in lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from typing import Any

from sqlalchemy import Connection, Select, false, true

from hhcrm.domain.errors import RuleBroken
from hhcrm.queries import export_records, export_tables
from hhcrm.queries.export_shape import Exported, Wanted, local_instants, quoted_lists
from hhcrm.queries.read_models import SourceFilter
from hhcrm.queries.sources import filtered
from hhcrm.storage.settings import agency_zone

_KINDS: dict[str, Callable[[Wanted], Exported]] = {**export_records.KINDS, **export_tables.KINDS}

EXPORT_KINDS = tuple(_KINDS)
"""Everything that can be exported, the four kinds that also come in first."""

Row = Sequence[Any]


def export_rows(connection: Connection, kind: str, wanted: Wanted, today: date) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The header and the rows of an export, read as they are asked for; the connection stays open until the last.

    Raises RuleBroken for a kind that there is not, or for days where a kind has none.
    """
    if kind not in _KINDS:
        raise RuleBroken(f'There is no export "{kind}". There are: {", ".join(EXPORT_KINDS)}.', field="kind")
    exported = _KINDS[kind](wanted)
    statement = exported.statement
    if wanted.from_on is not None or wanted.until_on is not None:
        statement = _between(statement, exported, wanted, kind)
    values: dict[str, Any] = {}
    if wanted.sources is not None:
        if exported.source_id is None:
            raise RuleBroken(f"{kind.capitalize()} do not belong to sources.", field="kind")
        ids, values = filtered(connection, wanted.sources, today)
        statement = statement.where(exported.source_id.in_(ids))
    return exported.header, _rows(connection, statement, values, exported, agency_zone(connection, today))
