"""The report of approaches: each measure in each way of looking at it, with interval and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from hhcrm.domain.comparing import Way
from hhcrm.queries.approaches import approaches
from hhcrm.queries.approaches_compared import compared_item
from hhcrm.queries.approaches_models import ApproachItem, Compared, ComparedMeasure
from hhcrm.queries.report_shape import Asked, Rows

COLUMNS = (
    "approach_id", "approach", "starts_on", "ends_on", "way", "measure", "unit", "weeks", "before_from", "before_to",
    "after_from", "after_to", "before", "before_cases", "after", "after_cases", "still_open", "others_before",
    "others_after", "difference", "low", "high", "says", "why", "also_for_all_measures", "rests_on_attribution",
)  # fmt: skip


_NOT_BY_THIS = "scope"
"""Why a measure says nothing: it cannot follow whom the approach is about."""


def approach_rows(connection: Connection, asked: Asked) -> Rows:
    """The approaches that have a day of the period: a line for each measure and way, as they stand today."""
    for item in approaches(connection):
        if _is_meant(item, asked):
            for way in Way:
                found = compared_item(connection, item, way, asked.today, asked.now)
                if not found.everybody:
                    for one in found.measures:
                        yield _line(found, one)


def _is_meant(item: ApproachItem, asked: Asked) -> bool:
    scope = item.scope
    if item.starts_on > asked.until_on or (item.ends_on is not None and item.ends_on < asked.from_on):
        return False
    if asked.source_id is not None and asked.source_id not in {source.id for source in scope.sources}:
        return False
    return asked.liaison_id is None or (scope.liaison is not None and scope.liaison.id == asked.liaison_id)


def _line(found: Compared, one: ComparedMeasure) -> Sequence[Any]:
    item, sides, difference, others = found.approach, found.sides, one.difference, one.others
    low, high = (None, None) if difference.interval is None else (difference.interval.low, difference.interval.high)
    days = (sides.before.first, sides.before.last, sides.after.first, sides.after.last) if sides.count else (None,) * 4
    why = _NOT_BY_THIS if one.refused else "" if difference.few is None else str(difference.few)
    return (
        item.approach_id, item.name, item.starts_on, item.ends_on, str(found.way), str(one.definition.key),
        str(one.definition.unit), sides.count, *days, _round(one.before.value), one.before.cases,
        _round(one.after.value), one.after.cases, one.before.pending + one.after.pending,
        None if others is None else _round(others[0].value), None if others is None else _round(others[1].value),
        _round(difference.value), _round(low), _round(high), str(difference.told), why, difference.for_all,
        one.attributed,
    )  # fmt: skip


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
