"""What the place of settings needs beside the desk: drafts, memory, the look, and ways out of the place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hhcrm.ui.settings.data_port import DataPort
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.language import Language
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import Memory, ShortMemory


@dataclass(frozen=True, slots=True)
class SettingsKit:
    """Given by the program. What is None is not shown; without `drafts` nothing survives a crash.

    `start_over` throws a sample agency away and begins to set up one's own. `sit` lets a person of the agency, by id
    and name, sit at this desk.
    """

    drafts: DraftsLike | None = None
    memory: Memory = field(default_factory=ShortMemory)
    look: Look | None = None
    language: Language | None = None
    import_list: Callable[[], object] | None = None
    export: Callable[[], object] | None = None
    data: DataPort | None = None
    start_over: Callable[[], object] | None = None
    sit: Callable[[int, str], object] | None = None


class SettingsContext(FormContext):
    """Handed from the place to its pages."""

    def __init__(self, desk: Desk, frame: Frame, kit: SettingsKit) -> None:
        super().__init__(desk, frame, kit.drafts)
        self.kit = kit
