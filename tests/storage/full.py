"""A database with rows in every table and column."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from sqlalchemy import Connection, Engine, Enum, Table, insert, inspect, select

from hhcrm.models.all import metadata
from hhcrm.models.base import Instant
from tests.databases import NOW

NEWER: dict[str, frozenset[str]] = {
    "cohort_member": frozenset({"left_why"}),
    "commitment": frozenset({"referral_id"}),
    "contact_email": frozenset({"kind"}),
    "discipline_capacity": frozenset({"until_on"}),
    "loop_update": frozenset({"waived_why"}),
    "referral": frozenset(
        {
            "planned_soc_on",
            "planned_soc_time",
            "diagnosis_code",
            "inpatient",
            "hold_until",
            "alert_at",
            "acknowledged_at",
            "acknowledged_by",
        }
    ),
    "referral_source": frozenset({"see_on_until"}),
    "referral_stage_entry": frozenset({"until_on"}),
    "service_line": frozenset({"offered", "limits"}),
    "visit": frozenset({"uid", "recurrence", "calendar_base"}),
}
"""Columns that a later step added: an older schema has no place for what stands in them."""

NEWER_TABLES = frozenset(
    {
        "approach", "approach_note", "approach_source", "goal", "pilot", "pilot_standard", "policy_review",
        "referral_discipline",
    }
)  # fmt: skip
"""Tables that a later step added."""


def fill(connection: Connection) -> None:
    """Two rows in every table, the second pointing at the first where a table points at itself."""
    for table in metadata.sorted_tables:
        connection.execute(insert(table), [_row(table, 1), _row(table, 2)])


def _row(table: Table, number: int) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in table.columns:
        own = any(key.column.table is table for key in column.foreign_keys)
        if column.name == "id":
            row["id"] = number
        elif own:
            row[column.name] = None if number == 1 else 1
        elif column.foreign_keys:
            row[column.name] = number
        else:
            row[column.name] = _value(column, number)
    return row


def _value(column: Any, number: int) -> Any:
    if isinstance(column.type, Instant):
        return NOW
    if isinstance(column.type, Enum):
        members = list(column.type.enum_class or column.type.enums)
        return members[number % len(members)]
    python = column.type.python_type
    length = getattr(column.type, "length", None) or 40
    values = {
        str: f"{number}{column.name} Ünï"[:length], int: number, float: number + 0.5, bool: number == 1,
        date: date(2026, 1, number), time: time(9, number),
    }  # fmt: skip
    return values[python]


def rows_of(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """All rows by table, without what a later step added; a table that one added is empty."""
    with engine.connect() as connection:
        there = inspect(connection).get_table_names()
        return {
            table.name: []
            if table.name in NEWER_TABLES
            else [tuple(row) for row in connection.execute(select(*_lasting(table)).order_by(table.c.id))]
            for table in metadata.sorted_tables
            if table.name in there or table.name in NEWER_TABLES
        }


def _lasting(table: Table) -> list[Any]:
    return [column for column in table.columns if column.name not in NEWER.get(table.name, ())]
