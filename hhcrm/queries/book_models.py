"""The owner's workbook before it is written; no database library here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from hhcrm.queries.read_models import ReportCell

Row = tuple[ReportCell, ...]


@dataclass(frozen=True, slots=True)
class BookAsked:
    """The period of a workbook, both days included, and whose; None means everybody."""

    from_on: date
    until_on: date
    liaison_id: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name as a sheet or file, what it answers, its columns and its rows."""

    name: str
    about: str
    columns: tuple[str, ...]
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """A sheet before it is asked for."""

    name: str
    make: Callable[[], Sheet]


@dataclass(frozen=True, slots=True)
class BookHead:
    """What stands at the head of the contents."""

    agency: str
    asked: BookAsked
    whose: str
    made_at: datetime
