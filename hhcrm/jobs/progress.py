"""How far a long piece of work is, and the way to stop it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

SECONDS_BETWEEN_REPORTS = 0.1


class Cancelled(Exception):
    """The work was stopped because somebody asked for it; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the work is doing and how far it is. `total` is None when the end is not known."""

    doing: str
    done: int
    total: int | None = None


class Progress:
    """What a long piece of work holds in its hand: it says how far it is and asks whether to go on."""

    def __init__(
        self,
        listener: Callable[[Report], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._listener = listener
        self._clock = clock
        self._stop = threading.Event()
        self._last: Report | None = None
        self._told_at = 0.0

    def report(self, doing: str, done: int, total: int | None = None) -> None:
        """Say how far the work is; at most about ten reports a second go on to the listener.

        The first report, a change of what is being done and the arrival at the total are never held back.
        """
        if self._listener is None:
            return
        report = Report(doing, done, total)
        now = self._clock()
        if self._last is None or self._is_news(report, self._last) or self._is_time(now):
            self._last, self._told_at = report, now
            self._listener(report)

    def check(self) -> None:
        """Raise Cancelled when somebody has asked the work to stop."""
        if self._stop.is_set():
            raise Cancelled("Stopped before it was done; nothing was changed.")

    def cancel(self) -> None:
        """Ask the work to stop at its next check. May be called from any thread."""
        self._stop.set()

    @staticmethod
    def _is_news(report: Report, last: Report) -> bool:
        return report.doing != last.doing or (report.done == report.total and report != last)

    def _is_time(self, now: float) -> bool:
        return now - self._told_at >= SECONDS_BETWEEN_REPORTS
