"""What a page showed last, so that it can be shown at once while the fresh answer is on its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """An answer and when it was right."""

    at: datetime
    answer: T


class LastKnown(Protocol):
    """Answers by name, the last of each, for one choice. Both are for worker threads; no patient's data are kept."""

    def look(self, name: str, kind: type[T], choice: str, /) -> Known[T] | None:
        """What was kept under a name, where it was for this very choice, of this kind and of this agency."""

    def keep(self, name: str, choice: str, answer: Any, at: datetime, /) -> None:
        """Keep an answer instead of the one before. What cannot be kept is left out."""


class ShortKnown:
    """Answers that last as long as the program."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, Known[Any]]] = {}

    def look(self, name: str, kind: type[T], choice: str, /) -> Known[T] | None:
        """What was kept, where it was for this choice."""
        choice_then, known = self._kept.get(name, ("", None))
        return known if known is not None and choice_then == choice and isinstance(known.answer, kind) else None

    def keep(self, name: str, choice: str, answer: Any, at: datetime, /) -> None:
        """Keep an answer."""
        self._kept[name] = (choice, Known(at, answer))
