"""What the place of sources needs beside the desk: drafts, memory, and ways out of the place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from hhcrm.queries.read_models import SourceFilter
from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.memory import Memory, ShortMemory

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter

ExportDoor = Callable[[SourceFilter, tuple[int, ...] | None], object]


class PeopleViewLike(Protocol):
    """The table of people, as far as the place of sources knows it."""

    said: Any
    """A signal: what stands beside the place's title."""

    @property
    def buttons(self) -> Sequence[QWidget]:
        """Its buttons in the head of the place."""

    def refresh(self) -> None:
        """Ask again for what is shown."""

    def show_person(self, contact_id: int) -> None:
        """Show one person."""

    def words(self) -> str:
        """What stands beside the place's title."""


class PeopleDoorLike(Protocol):
    """The way into the room of people."""

    def view(self) -> Any:
        """A table of people, a widget that is a `PeopleViewLike`."""

    def open(self, contact_id: int) -> object:
        """One person in full over the window."""


@dataclass(frozen=True, slots=True)
class SourcesKit:
    """Given by the program. A door that is None is not shown; without `drafts` nothing survives a crash.

    `export` gets the filter with its order, and the ids when only some of what it leaves are wanted.
    `attachments` is the folder that `FileLine.path` is relative to. Without `painter` there is no chart, without
    `people` no table of people.
    """

    drafts: DraftsLike | None = None
    memory: Memory = field(default_factory=ShortMemory)
    import_list: Callable[[], object] | None = None
    export: ExportDoor | None = None
    attachments: Path | None = None
    painter: Painter | None = None
    people: PeopleDoorLike | None = None
