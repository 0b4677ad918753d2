"""A source with its units and theirs: what they send counts for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from hhcrm.queries.ground import s


def with_units(connection: Connection, source_ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Each source with its units and theirs, itself first."""
    units: dict[int, list[int]] = defaultdict(list)
    for unit, parent in connection.execute(select(s.id, s.parent_id).where(s.parent_id.is_not(None)).order_by(s.id)):
        units[parent].append(unit)
    return {key: _family(key, units) for key in source_ids}


def _family(source_id: int, units: Mapping[int, list[int]]) -> tuple[int, ...]:
    found = [source_id]
    for one in found:
        found += [unit for unit in units.get(one, ()) if unit not in found]
    return tuple(found)
