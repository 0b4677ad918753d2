"""Covers who the patients are once the window has been out of sight for a while, until somebody asks to see them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hhcrm.compat import override

_LOOK_MS = 5_000


class Privacy(QObject):
    """Watches the window around a place. `minutes` is asked anew each time, as it is a setting."""

    covered = Signal(bool)
    """Whether patients are covered now."""

    def __init__(self, place: QWidget, now: Callable[[], datetime], minutes: Callable[[], int]) -> None:
        super().__init__(place)
        self._place = place
        self._now = now
        self._minutes = minutes
        self._away_since: datetime | None = None
        self._is_covered = False
        self._watched: QWidget | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self.look)

    @property
    def is_covered(self) -> bool:
        """Whether patients are covered."""
        return self._is_covered

    def watch(self) -> None:
        """Watch the window that the place now stands in."""
        window = self._place.window()
        if window is not self._watched:
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            window.installEventFilter(self)
            self._watched = window

    def look(self) -> None:
        """Cover when the window has been out of sight for long enough."""
        if self._away_since is not None and self._now() - self._away_since >= timedelta(minutes=self._minutes()):
            self._look.stop()
            self._cover(True)

    def show(self) -> None:
        """Somebody who sits here wants to see them."""
        self._cover(False)

    def _cover(self, covered: bool) -> None:
        if covered != self._is_covered:
            self._is_covered = covered
            self.covered.emit(covered)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self._away_since = self._now()
            self._look.start()
        elif event.type() == QEvent.Type.WindowActivate:
            self.look()  # the timer may have slept with the machine
            self._away_since = None
            self._look.stop()
        return False
