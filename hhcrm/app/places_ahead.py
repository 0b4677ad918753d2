"""Makes the places that nobody has been to yet while the window has nothing to do: the first visit finds them filled.

Each place comes in small pieces, each a turn of the event loop of its own, and only while nothing is asked.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from hhcrm.app.traffic import Traffic

PAUSE_MS = 15
"""Between two pieces: what the person does meanwhile comes first."""

Piece = Callable[[], object]


class WindowAhead(Protocol):
    """What is asked of the window."""

    def pieces_ahead(self, place: str, /) -> Sequence[Piece]:
        """What is to be done for a place before somebody goes there, piece by piece."""


class PlacesAhead(QObject):
    """Begins with `begin`, and ends by itself or with `stop`. As long as it works, the program is not at rest."""

    ended = Signal()
    """Everything is made, or was left as it is."""

    turn = Signal(str)
    """The next turn of the event loop is spent on this place."""

    def __init__(self, window: WindowAhead, places: Sequence[str], traffic: Traffic, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._places = deque(places)
        self._pieces: deque[Piece] = deque()
        self._place = ""
        self._traffic = traffic
        self._rested: Callable[[], None] | None = traffic.follow_up()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def begin(self) -> None:
        """Begin, behind what is on its way."""
        if self._rested is not None:
            self._pause.start()

    def stop(self) -> None:
        """Leave the rest as it is. May be called twice."""
        self._pause.stop()
        self._pieces.clear()
        self._places.clear()
        rested, self._rested = self._rested, None
        if rested is not None:
            rested()
            self.ended.emit()

    def _look(self) -> None:
        if self._traffic.waiting:
            self._pause.start()
            return
        while not self._pieces and self._places:
            self._place = self._places.popleft()
            self._pieces.extend(self._window.pieces_ahead(self._place))
        if not self._pieces:
            self.stop()
            return
        self.turn.emit(self._place)
        QTimer.singleShot(0, self, self._work)

    def _work(self) -> None:
        if self._pieces:  # else it was stopped meanwhile
            self._pieces.popleft()()
            self._pause.start()
