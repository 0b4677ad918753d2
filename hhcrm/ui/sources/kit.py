"""What the place of sources needs beside the desk: drafts, memory, and ways out of the place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hhcrm.queries.read_models import SourceFilter
from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.memory import Memory, ShortMemory

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter

ExportDoor = Callable[[SourceFilter, tuple[int, ...] | None], object]


@dataclass(frozen=True, slots=True)
class SourcesKit:
    """Given by the program. A door that is None is not shown; without `drafts` nothing survives a crash.

    `export` gets the filter with its order, and the ids when only some of what it leaves are wanted.
    `attachments` is the folder that `FileLine.path` is relative to. Without `painter` there is no chart.
    """

    drafts: DraftsLike | None = None
    memory: Memory = field(default_factory=ShortMemory)
    import_list: Callable[[], object] | None = None
    export: ExportDoor | None = None
    attachments: Path | None = None
    painter: Painter | None = None
