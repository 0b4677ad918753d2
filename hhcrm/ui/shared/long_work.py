"""Long work of a window or dialog: run on the writer, shown as it goes, stopped when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.jobs.progress import Cancelled, Report
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.jobs.lanes import Job
    from hhcrm.jobs.progress import Progress
    from hhcrm.services.bound import Actions

T = TypeVar("T")

STOPPED = QT_TRANSLATE_NOOP("exchange", "Stopped. Nothing was changed.")


class LongWork(QObject):
    """One piece of long work at a time; `cancel` ends it as `failed(Cancelled)`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._owner = parent
        self._job: Job | None = None
        self._stop = threading.Event()

    @property
    def running(self) -> bool:
        """Whether something is on its way."""
        return self._job is not None

    def start(
        self,
        work: Callable[[Actions, Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[Report], None],
        *,
        label: str,
    ) -> None:
        """Begin. Nothing else may be running."""
        assert self._job is None, "one at a time"
        self._stop = stop = threading.Event()

        def carried(actions: Actions, steps: Progress) -> T:
            if stop.is_set():
                raise Cancelled(translate("exchange", STOPPED))
            return work(actions, steps)

        def ended(answer: T) -> None:
            self._job = None
            done(answer)

        def broke(error: Exception) -> None:
            self._job = None
            failed(error)

        self._job = self._desk.run(carried, ended, broke, progress, label=label, owner=self._owner)

    def cancel(self) -> None:
        """Ask it to stop."""
        from hhcrm.jobs.lanes import Stage

        self._stop.set()
        # A job that still waits is not taken out of the queue: it ends by itself, and its outcome comes home.
        if self._job is not None and self._job.stage is Stage.RUNNING:
            self._job.cancel()


class WorkBar(QWidget):
    """What is being done, how far, and Cancel."""

    cancelled = Signal()

    def __init__(self, name: str, cancel_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.doing = Text("", "strong")
        self.doing.setObjectName(f"{name}_doing")
        self.far = Text("", "small", "muted")
        self.far.setObjectName(f"{name}_far")
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}_bar")
        self.bar.setAccessibleName(translate("exchange", "Progress"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(scaled(8))
        self.cancel = Button(cancel_words or translate("exchange", "Cancel"), "quiet", name=f"{name}_cancel")
        self.cancel.clicked.connect(self.stop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = QHBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.doing, 1)
        words.addWidget(self.far)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(16))
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addLayout(words)
        column.addLayout(row)

    def begin(self, doing: str, *, can_stop: bool = True) -> None:
        """Something begins whose length is not known yet."""
        self.cancel.setEnabled(can_stop)
        self.cancel.setVisible(can_stop)
        self.doing.setText(doing)
        self.far.setText("")
        self.bar.setRange(0, 0)
        self.show()

    def show_report(self, report: Report) -> None:
        """Say how far it is."""
        self.doing.setText(report.doing)
        if report.total:
            self.bar.setRange(0, report.total)
            self.bar.setValue(report.done)
            self.far.setText(
                translate("exchange", "{done:,} of {total:,}").format(done=report.done, total=report.total)
            )
        else:
            self.bar.setRange(0, 0)
            self.far.setText(f"{report.done:,}" if report.done else "")

    def say_stopping(self) -> None:
        """Cancel was asked for; what is half done is taken back first."""
        self.cancel.setEnabled(False)
        self.doing.setText(translate("exchange", "Stopping"))
        self.far.setText("")
        self.bar.setRange(0, 0)

    def stop(self) -> None:
        """Ask for a stop, where there can be one and none was asked for yet."""
        if self.cancel.isEnabled():
            self.say_stopping()
            self.cancelled.emit()
