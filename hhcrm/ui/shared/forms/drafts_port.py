"""What forms need of the drafts on disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol


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
