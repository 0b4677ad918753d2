"""What the place of sources needs beside the desk: drafts, memory, and ways out of the place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from hhcrm.queries.read_models import SourceFilter
from hhcrm.ui.shared.memory import Memory, ShortMemory


class DraftLike(Protocol):
    """A form as it was left."""

    @property
    def kind(self) -> str:
        """The kind of form."""

    @property
    def key(self) -> str:
        """What it is about."""

    @property
    def content(self) -> Mapping[str, Any]:
        """What was kept."""

    @property
    def kept_at(self) -> datetime:
        """When."""


class DraftsLike(Protocol):
    """What the place needs of `hhcrm.app.drafts.Drafts`; `keep` may be called on any thread."""

    def keep(self, kind: str, key: str, content: Mapping[str, Any]) -> Any:
        """Put a draft on disk."""

    def get(self, kind: str, key: str) -> DraftLike | None:
        """The draft, None when there is none."""

    def all(self, kind: str) -> tuple[DraftLike, ...]:
        """Every draft of a kind, the newest first."""

    def drop(self, kind: str, key: str) -> None:
        """Forget a draft."""


ExportDoor = Callable[[SourceFilter, tuple[int, ...] | None], object]


@dataclass(frozen=True, slots=True)
class SourcesKit:
    """Given by the program. A door that is None is not shown; without `drafts` nothing survives a crash.

    `export` gets the filter with its order, and the ids when only some of what it leaves are wanted.
    `attachments` is the folder that `FileLine.path` is relative to.
    """

    drafts: DraftsLike | None = None
    memory: Memory = field(default_factory=ShortMemory)
    import_list: Callable[[], object] | None = None
    export: ExportDoor | None = None
    attachments: Path | None = None
