"""Ctrl+C in the terminal that started the window, and the system's wish to end: the window closes in order."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Interrupts(QObject):
    """Calls `on_signal` with the signal's number on the interface thread.

    Python hears of a signal between two of its own instructions, and Qt's loop may run none for minutes: the
    interpreter writes a byte into a socket, which Qt watches.
    """

    def __init__(self, on_signal: Callable[[int], None]) -> None:
        super().__init__()
        self._ear, mouth = socket.socketpair()
        self._mouth = mouth
        self._ear.setblocking(False)
        mouth.setblocking(False)
        self._before = {
            number: signal.signal(number, lambda number, _frame: on_signal(number))
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        signal.set_wakeup_fd(mouth.fileno())
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def stop(self) -> None:
        """Let the signals go where they went before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._ear.close()
        self._mouth.close()

    def _drain(self) -> None:
        """Coming here is enough: Python runs its handlers before the next instruction."""
        self._ear.recv(64)
