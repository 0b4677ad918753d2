"""Work off the interface thread: one writer, a few readers, and a way home for both outcomes.

Every job that runs calls exactly one of `done` and `failed`, on its worker thread; the interface brings them
home to its own thread. There is one writer because one database takes one write at a time: a save waits in
the queue while an import holds it, and `busy_writing()` says who does.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from functools import partial
from types import TracebackType
from typing import TypeVar

from hhcrm.jobs.lanes import Job, Lane
from hhcrm.jobs.progress import Cancelled, Progress, Report

T = TypeVar("T")
A = TypeVar("A")

Failed = Callable[[Exception], None]

NOT_STARTED = "The program closed before this was saved."
_GRACE_SECONDS = 2.0


class Runner:
    """One writer thread and `readers` reader threads.

    Close it: its threads keep the process alive on purpose, so that an accepted save is also carried out.
    """

    def __init__(self, readers: int = 3) -> None:
        self._writer = Lane("hhcrm-writer", 1)
        self._readers = Lane("hhcrm-reader", readers)

    def read(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Ask something on a reader thread. A read cancelled while it runs ends as `failed(Cancelled)`."""
        return self._add_read(None, work, done, failed)

    def read_latest(self, key: Hashable, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Like `read`, and drop every read with the same key that is still waiting: nobody wants its answer.

        A read already running still delivers, perhaps after a newer one: callers number their questions.
        """
        return self._add_read(key, work, done, failed)

    def follow(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Like `read`, for what nobody's view waits for: charts, which follow the figures."""
        return self._add_read(None, work, done, failed)

    def write(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: Callable[[Report], None] | None = None,
        *,
        label: str = "Saving",
    ) -> Job:
        """Do something on the writer thread, after everything that was handed in before.

        `label` is what `busy_writing` says while it runs; `progress` hears how far it is (progress.py).
        """
        steps = Progress(progress)
        job = Job(
            label,
            steps,
            run=lambda: _carry_out(lambda: work(steps), done, failed),
            give_up=lambda: _tell(failed, Cancelled(NOT_STARTED)),
        )
        self._writer.add(job)
        return job

    def busy_writing(self) -> str | None:
        """The label of what holds the writer now, None when it is free."""
        running = self._writer.running()
        return running[0].label if running else None

    def close(self, timeout: float | None = None) -> bool:
        """Take no more work, drop the reads, finish the writes, end the threads; True when that is done.

        After `timeout` seconds the running write is asked to stop, the waiting ones get `failed(Cancelled)`,
        and after a short grace for the threads to end the answer is False.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        self._readers.close()
        self._readers.abandon()
        self._writer.close()
        if self._writer.join(deadline):
            return self._readers.join(_later(deadline))
        self._writer.abandon()
        self._writer.join(time.monotonic() + _GRACE_SECONDS)
        self._readers.join(time.monotonic() + _GRACE_SECONDS)
        return False

    def _add_read(self, key: Hashable | None, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        steps = Progress()

        def ask() -> T:
            answer = work()
            steps.check()
            return answer

        job = Job(
            "Reading",
            steps,
            run=lambda: _carry_out(ask, done, failed),
            give_up=lambda: None,  # reads are only given up when the window closes: nobody is waiting
            key=key,
        )
        self._readers.add(job)
        return job

    def __enter__(self) -> Runner:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _later(deadline: float | None) -> float | None:
    return None if deadline is None else max(deadline, time.monotonic() + _GRACE_SECONDS)


def _carry_out(work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Callable[[], None]:
    """Do the work; what comes back tells its owner how it went."""
    try:
        answer = work()
    except Exception as error:  # noqa: BLE001
        # The one place where everything is caught: the error belongs to whoever asked, and only `failed` can
        # bring it there from this thread. KeyboardInterrupt and SystemExit are no outcome and pass through.
        return partial(_tell, failed, error)
    return partial(_tell, done, answer)


def _tell(listener: Callable[[A], None], news: A) -> None:
    try:
        listener(news)
    except Exception as error:  # noqa: BLE001
        # A callback that fails is our bug, not the work's: a finished save must not be called failed. It goes
        # where unhandled errors of threads go (the crash log), and the thread lives on.
        threading.excepthook(
            threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
        )
