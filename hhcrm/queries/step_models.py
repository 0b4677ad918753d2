"""Steps of the journal as people read them: what undo would take back, and what was done lately by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step. `what` says it with whom it was about; `why_not` says why it cannot be undone, "" where it can."""

    step_id: int
    at: datetime
    by: str
    what: str
    kind: str
    rows: int
    undone: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class UndoState:
    """What Ctrl+Z and Ctrl+Shift+Z would do for the person at the desk; None where there is nothing."""

    undo: StepLine | None
    redo: StepLine | None


@dataclass(frozen=True, slots=True)
class StepFilter:
    """Which steps are wanted: of one person, about one kind of record (a table's name, or `import`), of some days."""

    by: str | None = None
    about: str | None = None
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class StepPage:
    """A page of steps, newest first; `more` says whether older ones follow."""

    lines: tuple[StepLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class ArchivedLine:
    """One archived record: what it is, when, by whom and why it was put away; `version` to restore it by."""

    table: str
    row_id: int
    name: str
    beside: str
    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page of archived records, those put away last first."""

    lines: tuple[ArchivedLine, ...]
    total: int
