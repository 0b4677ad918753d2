"""Measures how long the interface thread is held while a robot works through every place and dialog.

``QT_NO_GLIB=1 python -m tests.whole.watchdog DATA [--parts]`` prints the longest hold of each step as JSON: a process
of its own, so that what is imported at first need counts too.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from time import thread_time

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop, QObject, QTimer

from hhcrm.compat import override
from tests.shots import GUISES, studio
from tests.whole.walking import scenes

MOST_MS = 100
"""How long a slot may hold the interface thread."""


@dataclass
class Held:
    """The longest turn of the event loop in a step, and the part of it that took longest."""

    step: str
    ms: float = 0.0
    part_ms: float = 0.0
    part: str = ""


class Watchdog(QObject):
    """Times each turn of the event loop of this thread: from the first event after a sleep to the next sleep.

    Qt says when its loop goes to sleep (`aboutToBlock`; its own dispatcher does, that of GLib not at the right moment)
    but not when it wakes: a filter of all events sees the first one. With `parts` it looks at every event, which costs
    much itself, and tells which took longest.

    What is measured is the thread's own time: what other programs take of the machine does not count.
    """

    def __init__(self, app: QCoreApplication, parts: bool) -> None:
        super().__init__(app)
        self._app = app
        self._parts = parts
        self.steps: dict[str, Held] = {}
        self._step = Held("start")
        self._asleep = True
        self._woke = self._mark = 0.0
        self._event, self._part_ms, self._part = "", 0.0, ""
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.aboutToBlock.connect(self._on_sleep)
        app.installEventFilter(self)

    def begin(self, step: str) -> None:
        """What follows belongs to this step."""
        self._step = self.steps.setdefault(step, Held(step))
        self._asleep = True
        self._app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        now = thread_time()
        if self._asleep:
            self._asleep = False
            self._woke, self._part_ms, self._part = now, 0.0, ""
            if not self._parts:
                self._app.removeEventFilter(self)
                return False
        else:
            self._end_part(now)
        self._mark, self._event = now, f"{event.type().name} {type(watched).__name__}"
        return False

    def _on_sleep(self) -> None:
        if self._asleep:
            return
        now, self._asleep = thread_time(), True
        if self._parts:
            self._end_part(now)
        else:
            self._app.installEventFilter(self)
        held = (now - self._woke) * 1000
        if held > self._step.ms:
            self._step.ms, self._step.part_ms, self._step.part = round(held, 1), round(self._part_ms, 1), self._part

    def _end_part(self, now: float) -> None:
        took = (now - self._mark) * 1000
        if took > self._part_ms:
            self._part_ms, self._part = took, self._event


def work_through(data: Path, parts: bool = False) -> list[Held]:
    """Let the robot work through everything; the longest hold of each step."""
    with studio(data, GUISES[0]) as room:
        app = QCoreApplication.instance()
        assert app is not None
        dog = Watchdog(app, parts)

        def reach(step: str, act: Callable[[], object]) -> None:
            dog.begin(step)
            waits = QEventLoop()
            QTimer.singleShot(0, act)
            QTimer.singleShot(1, waits.quit)
            waits.exec()
            room.rest()

        for _name, _shown in scenes(room, reach):
            dog.begin("between")
    return sorted(dog.steps.values(), key=lambda held: -held.ms)


if __name__ == "__main__":
    print(json.dumps([asdict(held) for held in work_through(Path(sys.argv[1]), "--parts" in sys.argv)], indent=1))
