"""Tables as rows for files: the four kinds that also come in (interfaces.md), and every other table a person sees.

The database does the formatting: a row comes out of it as it goes into the file, days in ISO form, names for ids. What
is left for Python is the offset of instants and the quoting of rare items in lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.queries import export_records, export_tables
from hhcrm.queries.export_shape import Exported, Wanted, rows_of
from hhcrm.queries.ground import r
from hhcrm.queries.referral_filter import conditions, least_joined
from hhcrm.queries.sources import filtered
from hhcrm.storage.settings import agency_zone

__all__ = ["EXPORT_KINDS", "Wanted", "export_count", "export_rows"]

_KINDS: Mapping[str, Callable[[Wanted], Exported]] = {**export_records.KINDS, **export_tables.KINDS}

EXPORT_KINDS = tuple(_KINDS)
"""Everything that can be exported, the four kinds that also come in first."""


def export_rows(
    connection: Connection, kind: str, wanted: Wanted, today: date
) -> tuple[tuple[str, ...], Iterator[Sequence[Any]]]:
    """The header of an export and its rows, which are read as they are asked for while the connection stays open.

    Raises RuleBroken for a kind that there is not, for days where a kind has none, for sources where it has none.
    """
    exported, statement = _chosen(connection, kind, wanted, today)
    return exported.header, rows_of(connection, exported, statement, agency_zone(connection, today))


def export_count(connection: Connection, kind: str, wanted: Wanted, today: date) -> int:
    """How many rows the same export has."""
    _, statement = _chosen(connection, kind, wanted, today)
    bare = statement.with_only_columns(func.count()).order_by(None)
    return int(connection.execute(bare).scalar_one())


def _chosen(connection: Connection, kind: str, wanted: Wanted, today: date) -> tuple[Exported, Select[Any]]:
    if kind not in _KINDS:
        raise RuleBroken(f'There is no export "{kind}". There are: {", ".join(EXPORT_KINDS)}.', field="kind")
    exported = _KINDS[kind](wanted)
    statement = _between(exported, wanted, kind)
    if wanted.sources is not None:
        if exported.source_id is None:
            raise RuleBroken(f"The export {kind} cannot be limited to some sources.", field="kind")
        ids, values = filtered(connection, wanted.sources, today)
        statement = statement.where(exported.source_id.in_(ids.correlate(None))).params(values)
    if wanted.referrals is not None:
        if kind != "referrals":
            words = translate("exports", "Only referrals can be limited to some referrals.")
            raise RuleBroken(words, field="kind")
        which = wanted.referrals
        ids = select(r.id).select_from(least_joined(which)).where(conditions(which))
        statement = statement.where(r.id.in_(ids.correlate(None)))
    return exported, statement


def _between(exported: Exported, wanted: Wanted, kind: str) -> Select[Any]:
    statement = exported.statement
    if wanted.from_on is None and wanted.until_on is None:
        return statement
    if exported.day is None:
        raise RuleBroken(f"The export {kind} has no day to choose a period by.", field="from")
    if wanted.from_on is not None:
        statement = statement.where(exported.day >= wanted.from_on)
    if wanted.until_on is not None:
        statement = statement.where(exported.day <= wanted.until_on)
    return statement
