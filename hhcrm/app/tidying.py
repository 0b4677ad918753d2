"""Looks for garbage on the interface thread alone.

Python's collector runs on whichever thread happens to allocate. Found on a worker thread, a forgotten window or timer
would be destroyed there, and Qt's objects must only be touched on their own thread: that ends the process now and then.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000

LONGEST_HOLD_MS = 60_000
"""After so long garbage is looked for, whatever is still being loaded."""


class Tidying(QObject):
    """Turns the automatic collector off and collects from a timer, by the collector's own thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._held = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def hold(self) -> None:
        """Collect nothing while much is loaded that stays to the end: a look through it would hold the window up."""
        self._held = True
        QTimer.singleShot(LONGEST_HOLD_MS, self, self.settle)

    def settle(self) -> None:
        """It is loaded: never look through it again."""
        if self._held:
            self._held = False
            gc.freeze()

    def stop(self) -> None:
        """Collect no more: the process ends, and its threads may still be at work."""
        self._timer.stop()

    def tidy(self) -> None:
        """Collect the oldest generation that is due."""
        if self._held:
            return
        due = [
            generation
            for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if threshold and count > threshold
        ]
        if due:
            gc.collect(due[-1])
