"""Says in the window who acts at this desk, and keeps whom a person chooses."""

from __future__ import annotations

from collections.abc import Callable

from hhcrm.app.agency import Agency, everything
from hhcrm.app.sayings import say_sitter
from hhcrm.app.seat import Sitter
from hhcrm.domain.errors import KnownFault
from hhcrm.ui.frame.window import MainWindow


class Seating:
    """One for a program. `failed` says what could not be kept."""

    def __init__(self, failed: Callable[[Exception], None]) -> None:
        self._failed = failed
        self._said: Sitter | None = None

    def take(self, agency: Agency, user_id: int | None) -> bool:
        """Let a person sit here from now on; whether that could be kept."""
        try:
            if user_id is not None:
                agency.seat.take(user_id)
        except KnownFault as fault:
            self._failed(fault)
            return False
        return True

    def forget(self) -> None:
        """Another window opens, which says it anew."""
        self._said = None

    def say(self, agency: Agency, window: MainWindow, *, sample: bool) -> None:
        """Who acts here, where that is not said yet; where it is somebody else than before, all is asked again."""
        before, self._said = self._said, agency.sitter
        if self._said == before:
            return
        say_sitter(window, self._said, sample=sample)
        if before is not None and before.user_id != self._said.user_id:
            window.desk.announce(everything())
