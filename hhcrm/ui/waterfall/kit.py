"""What the waterfall needs beside the desk: drafts, what is remembered, the painter of charts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.memory import Memory, ShortMemory

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter


@dataclass(frozen=True, slots=True)
class WaterfallKit:
    """Given by the program; without `drafts` nothing half-typed survives a crash, without `painter` no chart stands.

    A door that is None is not shown.
    """

    drafts: DraftsLike | None = None
    memory: Memory = field(default_factory=ShortMemory)
    painter: Painter | None = None
    import_list: Callable[[], object] | None = None
