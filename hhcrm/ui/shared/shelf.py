"""The shelf of drafts: what is typed goes to disk off the interface thread, and never out of order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import count
from threading import Lock
from typing import Any, Protocol

from PySide6.QtCore import QObject

from hhcrm.ui.shared.desk import Desk


class KeptDraft(Protocol):
    """A form as it was left."""

    @property
    def key(self) -> str:
        """Which form."""

    @property
    def content(self) -> Mapping[str, Any]:
        """Its fields."""

    @property
    def kept_at(self) -> datetime:
        """When, in UTC."""


class DraftStore(Protocol):
    """What the shelf needs of `hhcrm.app.drafts.Drafts`."""

    def keep(self, kind: str, key: str, content: Mapping[str, Any], /) -> object:
        """Put a draft on disk. FileFault when it cannot."""

    def all(self, kind: str, /) -> Sequence[KeptDraft]:
        """Every draft of a kind, the newest first."""

    def drop(self, kind: str, key: str, /) -> None:
        """Forget a draft."""


class Shelf:
    """The drafts of one kind of form, shared by every form of that kind in the window.

    A draft that is held belongs to a form that is open or to a save that waits: it is offered to nobody else.
    """

    def __init__(self, desk: Desk, store: DraftStore, kind: str) -> None:
        self._desk = desk
        self._store = store
        self._kind = kind
        self._gate = Lock()
        self._turns: dict[str, int] = {}
        self._held: set[str] = set()
        self._made = count(1)

    def new_key(self) -> str:
        """A name for a new draft, held by whoever asks."""
        key = f"{self._desk.now():%Y-%m-%dT%H:%M:%S.%f} {next(self._made)}"
        self._held.add(key)
        return key

    def hold(self, key: str) -> None:
        """Offer this one to nobody."""
        self._held.add(key)

    def release(self, key: str) -> None:
        """Offer it again."""
        self._held.discard(key)

    def offered(self) -> list[KeptDraft]:
        """The drafts that wait for somebody, the newest first."""
        return [draft for draft in self._store.all(self._kind) if draft.key not in self._held]

    def keep(
        self,
        key: str,
        content: Mapping[str, Any],
        kept: Callable[[], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        """Keep it soon, on a reader thread: the writer may be busy with an import just when this matters."""
        mine = self._next_turn(key)
        self._desk.read(lambda _questions: self._write(key, mine, content), lambda _done: kept(), failed, owner=owner)

    def keep_now(self, key: str, content: Mapping[str, Any]) -> None:
        """Keep it before this returns. FileFault when it cannot."""
        self._write(key, self._next_turn(key), content)

    def drop(self, key: str) -> None:
        """Forget it, also what is still on its way to the disk."""
        self._held.discard(key)
        with self._gate:
            self._turns[key] = self._turns.get(key, 0) + 1
            self._store.drop(self._kind, key)

    def _next_turn(self, key: str) -> int:
        with self._gate:
            self._turns[key] = self._turns.get(key, 0) + 1
            return self._turns[key]

    def _write(self, key: str, turn: int, content: Mapping[str, Any]) -> None:
        """An older content that arrives late is left out."""
        with self._gate:
            if self._turns.get(key) == turn:
                self._store.keep(self._kind, key, content)
