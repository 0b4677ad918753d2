"""Jobs and the lanes they wait in: each lane has its own threads and takes jobs in the order they came."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Hashable
from enum import Enum, auto

from hhcrm.jobs.progress import Progress


class Stage(Enum):
    """Where a job is."""

    QUEUED = auto()
    RUNNING = auto()
    ENDED = auto()
    DROPPED = auto()


class Job:
    """One piece of work on its way. Made by the Runner; kept by whoever may want to cancel it."""

    def __init__(
        self,
        label: str,
        progress: Progress,
        run: Callable[[], Callable[[], None]],
        give_up: Callable[[], None],
        key: Hashable | None = None,
    ) -> None:
        """`run` works and returns the telling of the outcome; `give_up` tells that it will never run."""
        self.label = label
        self.key = key
        self._progress = progress
        self._run = run
        self._give_up = give_up
        self._lock = threading.Lock()
        self._stage = Stage.QUEUED
        self._over = threading.Event()

    @property
    def stage(self) -> Stage:
        """Where the job is just now."""
        return self._stage

    def cancel(self) -> bool:
        """Stop the job. True: it was still waiting, it never runs and neither callback comes.

        False: it is running or over. A running job ends at its next `Progress.check()` and its outcome comes
        home as always, mostly as `failed(Cancelled)`; a write past its last check has happened and is `done`.
        """
        self._progress.cancel()
        return self._leave(Stage.QUEUED, Stage.DROPPED)

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until its callback has returned or it was dropped. Never on the interface thread."""
        return self._over.wait(timeout)

    def carry_out(self) -> None:
        """Run it, unless it was cancelled while it waited."""
        if not self._leave(Stage.QUEUED, Stage.RUNNING):
            return
        try:
            tell = self._run()
            self._leave(Stage.RUNNING, Stage.ENDED)
            tell()
        finally:
            self._leave(Stage.RUNNING, Stage.ENDED)
            self._over.set()

    def give_up(self) -> None:
        """Drop a waiting job that its owner did not cancel, and tell the owner."""
        if self.cancel():
            self._give_up()

    def _leave(self, before: Stage, after: Stage) -> bool:
        with self._lock:
            if self._stage is not before:
                return False
            self._stage = after
        if after is Stage.DROPPED:
            self._over.set()
        return True


class Lane:
    """A queue of jobs and the threads that work on it."""

    def __init__(self, name: str, workers: int) -> None:
        self._name = name
        self._jobs: deque[Job] = deque()
        self._running: list[Job] = []
        self._threads: list[threading.Thread] = []
        self._open = True
        self._news = threading.Condition()
        for number in range(1, workers + 1):
            self._start(f"{name}-{number}" if workers > 1 else name)

    def add(self, job: Job) -> None:
        """Put a job at the end of the queue. RuntimeError when the lane is closed."""
        with self._news:
            if not self._open:
                raise RuntimeError(f"{self._name} is closed")
            if job.key is not None:
                self._drop_older(job.key)
            self._jobs.append(job)
            self._news.notify()

    def running(self) -> tuple[Job, ...]:
        """The jobs that are being worked on; one whose outcome is just being told is over."""
        with self._news:
            return tuple(job for job in self._running if job.stage is Stage.RUNNING)

    def close(self) -> None:
        """Take no more jobs; what is queued is still worked on, then the threads end."""
        with self._news:
            self._open = False
            self._news.notify_all()

    def abandon(self) -> None:
        """Give up what is queued and ask what is running to stop."""
        with self._news:
            waiting = list(self._jobs)
            self._jobs.clear()
            running = list(self._running)
        for job in waiting:
            job.give_up()
        for job in running:
            job.cancel()

    def join(self, deadline: float | None) -> bool:
        """Wait for the threads to end until `deadline` (time.monotonic); whether they have."""
        for thread in tuple(self._threads):
            if thread is not threading.current_thread():
                thread.join(None if deadline is None else max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _drop_older(self, key: Hashable) -> None:
        for job in [job for job in self._jobs if job.key == key]:
            self._jobs.remove(job)
            job.cancel()

    def _start(self, name: str) -> None:
        thread = threading.Thread(target=self._work, name=name, daemon=False)
        self._threads.append(thread)
        thread.start()

    def _work(self) -> None:
        """The life of one thread: jobs one after the other until the lane is closed and empty."""
        try:
            while (job := self._next()) is not None:
                try:
                    job.carry_out()
                finally:
                    with self._news:
                        self._running.remove(job)
                del job  # an idle thread must not keep the last answer alive
        except BaseException:
            # Ordinary errors never come this far (runner.py). What does (KeyboardInterrupt, SystemExit) ends
            # this thread through threading.excepthook; the queue behind it must not be left without anybody.
            me = threading.current_thread()
            self._threads.remove(me)
            self._start(me.name)
            raise

    def _next(self) -> Job | None:
        with self._news:
            self._news.wait_for(lambda: self._jobs or not self._open)
            if not self._jobs:
                return None
            job = self._jobs.popleft()
            self._running.append(job)
            return job
