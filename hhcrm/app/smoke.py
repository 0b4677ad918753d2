"""The smoke test: every place is shown once, with its answers painted, and timed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hhcrm.app.birth import milliseconds_since_birth
from hhcrm.app.stillness import Stillness
from hhcrm.app.traffic import Traffic
from hhcrm.domain.errors import StorageFault

if TYPE_CHECKING:
    from hhcrm.cli import Console
    from hhcrm.ui.frame.window import MainWindow

MOST_MS = 120_000


def say_outcome(console: Console, outcome: Sequence[dict[str, object] | Exception]) -> int:
    """Print the document of a walk that came to its end. Raises what went wrong."""
    if not outcome:
        raise StorageFault("The window was closed before it had shown every place.")
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    console.as_json = True
    console.answer(outcome[0], "")
    return 0


class Smoke(QObject):
    """Walks through the places and calls `done` with the document, or with what went wrong."""

    def __init__(
        self, traffic: Traffic, stillness: Stillness, done: Callable[[dict[str, object] | Exception], None]
    ) -> None:
        super().__init__()
        self._traffic = traffic
        self._stillness = stillness
        self._done: Callable[[dict[str, object] | Exception], None] | None = done
        self._ready = 0.0
        self._places: dict[str, float] = {}
        self._begun = time.perf_counter()
        QTimer.singleShot(MOST_MS, self, self._on_late)

    def walk(self, window: MainWindow, places: Sequence[str]) -> None:
        """Begin: the window is being shown with its first place."""
        self._window = window
        self._left = list(places[1:])
        self._begun = time.perf_counter()
        self._stillness.await_window(window, 0, lambda: self._on_ready(places[0]))

    def fail(self, error: Exception) -> None:
        """Something went wrong: the first thing that did is what is said."""
        self._end(error)

    def _on_late(self) -> None:
        self.fail(StorageFault("The window did not come to rest in two minutes."))

    def _on_ready(self, place: str) -> None:
        self._ready = milliseconds_since_birth()
        self._on_shown(place)

    def _on_shown(self, place: str) -> None:
        self._places[f"place_{place}"] = round((time.perf_counter() - self._begun) * 1000, 1)
        if not self._left:
            self._end({"ready_ms": round(self._ready, 1), "places": self._places})
            return
        following = self._left.pop(0)
        self._begun, asked = time.perf_counter(), self._traffic.asked
        self._window.go(following)
        self._stillness.await_window(self._window, asked, lambda: self._on_shown(following))

    def _end(self, outcome: dict[str, object] | Exception) -> None:
        done, self._done = self._done, None
        if done is not None:
            done(outcome)
