"""What passes between the desk and the runner: how much is on its way, and which journal steps are our own."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Protocol, TypeVar

from hhcrm.domain.changes import ChangeSet
from hhcrm.jobs import Job, Progress, Report, Runner

T = TypeVar("T")
A = TypeVar("A")
Failed = Callable[[Exception], None]


class Bring(Protocol):
    """Makes a callback for worker threads that runs on the interface thread."""

    def __call__(self, receiver: Callable[[T], None], /) -> Callable[[T], None]:
        """The callback."""


class Traffic:
    """The runner as the desk uses it. `asked` counts all that was ever handed in, `waiting` what is not answered.

    What follows a filled view is counted apart, as `following`: a view that waits for a chart is no less filled.
    """

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._gate = Lock()
        self._writing = Lock()
        self._own: set[int] = set()
        self.asked = 0
        self.waiting = 0
        self.following = 0
        self.on_idle: Callable[[], None] | None = None
        """Called on a worker thread when nothing is waiting any more, after the last answer was sent home."""

    def warm(self, work: Callable[[], object]) -> None:
        """Let a reader begin with something that others will need; its outcome is told to those."""
        self._runner.read(work, _nobody_waits, _nobody_waits)

    def read(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Ask on a reader thread."""
        self._start()
        return self._runner.read(work, self._ending(done), self._ending(failed))

    def follow(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Do on a reader thread what a filled view does not wait for."""
        with self._gate:
            self.following += 1
        return self._runner.follow(work, self._followed(done), self._followed(failed))

    def follow_up(self) -> Callable[[], None]:
        """Count what is done bit by bit behind a filled view as following, until what comes back is called."""
        with self._gate:
            self.following += 1
        return self._follows_no_more

    def write(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: Callable[[Report], None] | None = None,
        *,
        label: str = "Saving",
    ) -> Job:
        """Do something on the writer thread; the journal step that comes of it is known as our own."""
        self._start()
        return self._runner.write(
            lambda steps: self._own_work(work, steps), self._ending(done), self._ending(failed), progress, label=label
        )

    def close(self) -> None:
        """Drop the reads, finish the writes, end the threads."""
        self._runner.close()

    def is_own(self, step_id: int | None) -> bool:
        """Whether this window wrote a step; waits for a write that is going on. For the change feed."""
        with self._writing:
            if step_id not in self._own:
                return False
            self._own.discard(step_id)
            return True

    def _own_work(self, work: Callable[[Progress], T], steps: Progress) -> T:
        with self._writing:
            answer = work(steps)
            changes = answer if isinstance(answer, ChangeSet) else getattr(answer, "changes", None)
            if isinstance(changes, ChangeSet) and changes.step_id is not None:
                self._own.add(changes.step_id)
        return answer

    def _start(self) -> None:
        with self._gate:
            self.asked += 1
            self.waiting += 1

    def _ending(self, told: Callable[[A], None]) -> Callable[[A], None]:
        def end(news: A) -> None:
            try:
                told(news)
            finally:
                with self._gate:
                    self.waiting -= 1
                    idle = self.on_idle if self.waiting == 0 else None
                if idle is not None:
                    idle()

        return end

    def _followed(self, told: Callable[[A], None]) -> Callable[[A], None]:
        def end(news: A) -> None:
            try:
                told(news)
            finally:
                self._follows_no_more()

        return end

    def _follows_no_more(self) -> None:
        with self._gate:
            self.following -= 1


def _nobody_waits(_news: object) -> None:
    """Whoever asks for the same later gets it, or the same fault."""
