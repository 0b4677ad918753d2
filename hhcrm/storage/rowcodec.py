"""Rows as canonical JSON and back: what the journal keeps of a row.

Derived columns and the version are left out: they say nothing about what a person did.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Column, Enum, Table

from hhcrm.models.base import Instant


@cache
def kept_columns(table: Table) -> tuple[Column[Any], ...]:
    """The columns that the journal keeps."""
    return tuple(c for c in table.columns if not c.info.get("derived") and c.key != "version")


def encode(row: Mapping[str, Any], columns: Iterable[str]) -> str:
    """One row as canonical JSON: keys sorted, days and instants in ISO form, nothing but ASCII."""
    return dumps({name: plain(row[name]) for name in columns})


def dumps(value: Any) -> str:
    """Canonical JSON: the same value gives the same bytes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value


def decode(table: Table, text: str) -> dict[str, Any]:
    """The row that `encode` wrote, with Python values; columns that no longer exist are left out."""
    row: dict[str, Any] = json.loads(text)
    return {name: _value(table.columns[name], value) for name, value in row.items() if name in table.columns}


def _value(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    kind = column.type
    if isinstance(kind, Instant):
        return datetime.fromisoformat(value)
    if isinstance(kind, Enum):
        return kind.enum_class(value) if kind.enum_class is not None else value
    python = kind.python_type
    if python in (date, time):
        return python.fromisoformat(value)
    return value
