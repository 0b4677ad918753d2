"""Long reading of a dialog: beside the writer, so that saves need not wait; it tells how far it is, and stops."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hhcrm.jobs.progress import Progress, Report
from hhcrm.ui.shared.desk import Desk

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

T = TypeVar("T")


class LongRead(QObject):
    """One long reading at a time; `cancel` ends it as `failed(Cancelled)`."""

    reported = Signal(object)
    """A Report, on the interface thread."""

    _heard = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._owner = parent
        self._steps: Progress | None = None
        self._heard.connect(self.reported, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether something is on its way."""
        return self._steps is not None

    def start(
        self,
        work: Callable[[Questions, Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Begin. Nothing else may be running."""
        assert self._steps is None, "one at a time"
        self._steps = steps = Progress(self._tell)

        def carried(questions: Questions) -> T:
            steps.check()
            return work(questions, steps)

        def ended(answer: T) -> None:
            self._steps = None
            done(answer)

        def broke(error: Exception) -> None:
            self._steps = None
            failed(error)

        self._desk.read(carried, ended, broke, owner=self._owner)

    def cancel(self) -> None:
        """Ask it to stop."""
        if self._steps is not None:
            self._steps.cancel()

    def _tell(self, report: Report) -> None:
        """On the worker's thread; the dialog may be gone by now."""
        if shiboken6.isValid(self):
            self._heard.emit(report)
