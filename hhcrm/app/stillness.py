"""Notices when a window has its answers and has painted them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hhcrm.app.traffic import Traffic
from hhcrm.compat import override

NOTHING_ASKED_MS = 1_000
"""A place that asks nothing within this time has nothing to wait for."""


class Stillness(QObject):
    """Tells once when nothing is on its way any more and the window has painted after that."""

    _idle = Signal()

    def __init__(self, traffic: Traffic, parent: QObject) -> None:
        super().__init__(parent)
        self._traffic = traffic
        self._window: QWidget | None = None
        self._then: Callable[[], None] | None = None
        self._before = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(NOTHING_ASKED_MS)
        self._patience.timeout.connect(self._paint)
        # Queued behind the answer that came home last, from the same thread.
        self._idle.connect(self._on_idle, Qt.ConnectionType.QueuedConnection)
        traffic.on_idle = self._idle.emit

    def await_window(self, window: QWidget, asked_before: int, then: Callable[[], None]) -> None:
        """Call `then` when what was asked after the first `asked_before` questions is answered and painted."""
        self._window, self._then, self._before = window, then, asked_before
        self._patience.start()
        self._on_idle()

    def forget(self) -> None:
        """The window goes: wait for it no more."""
        self._window = self._then = None
        self._patience.stop()

    def stop(self) -> None:
        """Tell nothing any more."""
        self._then = self._traffic.on_idle = None
        self._patience.stop()

    def _on_idle(self) -> None:
        if self._then is not None and self._traffic.waiting == 0 and self._traffic.asked > self._before:
            self._paint()

    def _paint(self) -> None:
        if self._window is not None and self._traffic.waiting == 0:
            self._patience.stop()
            self._window.installEventFilter(self)
            self._window.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.UpdateRequest:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)  # the event paints after we have seen it
        return False

    def _tell(self) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        if self._traffic.waiting:  # painting asked for more: a table wants the rows it now knows it shows
            self._then = then
        else:
            then()
