"""What the calendar needs beside the desk: drafts, memory, and how pages leave the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.memory import Memory, ShortMemory


@dataclass(frozen=True, slots=True)
class CalendarKit:
    """Given by the program; without `drafts` nothing half-typed survives a crash. A door that is None is not shown."""

    drafts: DraftsLike | None = None
    memory: Memory = field(default_factory=ShortMemory)
    import_file: Callable[[], object] | None = None
    export_file: Callable[[], object] | None = None
    export_day: Callable[[date, int | None], object] | None = None
    """Offer a day's visits, of one person or of everybody, as a calendar file."""
