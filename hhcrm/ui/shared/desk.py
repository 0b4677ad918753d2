"""The desk: the one way of the interface to the data, on worker threads there and by queued signals back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault
from hhcrm.jobs.progress import Cancelled

if TYPE_CHECKING:
    from hhcrm.jobs.lanes import Job
    from hhcrm.jobs.progress import Progress, Report
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

T = TypeVar("T")
Failed = Callable[[Exception], None]


class RunnerLike(Protocol):
    """What the desk needs of `hhcrm.jobs.runner.Runner`; its callbacks come on worker threads."""

    def read(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Failed) -> Any:
        """Run `work` on one of the reader threads."""

    def follow(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Failed) -> Any:
        """Run `work` on a reader thread; nobody's view waits for it."""

    def write(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Failed,
        progress: Callable[[Any], None] | None = None,
        *,
        label: str = ...,
    ) -> Any:
        """Run `work(steps)` on the one writer thread, after everything asked before it."""


class Desk(QObject):
    """Asks questions and carries out commands off the interface thread; answers come home on it.

    `questions` and `actions` are called on a worker thread, so that what they import and open stays behind
    the first paint. A callback whose receiver was deleted meanwhile is dropped.
    """

    changed = Signal(object)
    """A ChangeSet: from our own acts or from another process."""

    elsewhere = Signal(object)
    """A ChangeSet from another process, just before `changed` says it, too."""

    act_ended = Signal(bool)
    """An act of this window was carried out (True) or refused."""

    faulted = Signal(object)
    """An exception nobody asked for: the frame says it."""

    state_changed = Signal(str)
    """`saved`, `saving`, or `waiting` (a save stands behind a long job such as an import)."""

    _home = Signal(object)

    def __init__(
        self,
        runner: RunnerLike,
        questions: Callable[[], Questions],
        actions: Callable[[], Actions],
        *,
        now: Callable[[], datetime],
        today: Callable[[], date],
        zone: Callable[[], tzinfo] = lambda: UTC,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._questions = questions
        self._actions = actions
        self._now = now
        self._today = today
        self._zone = zone
        self._acts = 0
        self._long = 0
        self._said = "saved"
        self._open = True
        self._gate = Lock()
        self._home.connect(self._on_home, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> str:
        """`saved`, `saving` or `waiting`."""
        if self._acts == 0:
            return "saving" if self._long else "saved"
        return "waiting" if self._long else "saving"

    @property
    def acts_under_way(self) -> int:
        """Acts of this window that have neither been carried out nor refused."""
        return self._acts

    def today(self) -> date:
        """The agency's day."""
        return self._today()

    def now(self) -> datetime:
        """This instant, in UTC."""
        return self._now()

    def zone(self) -> tzinfo:
        """The agency's time zone: instants are said in it, whatever zone the machine is set to."""
        return self._zone()

    def read(
        self,
        question: Callable[[Questions], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        follows: bool = False,
    ) -> None:
        """Ask on a reader thread; `done(answer)` on this one, unless `owner` is gone by then.

        A closed desk asks nothing. What `follows` is asked behind a view that is filled without it: for a chart.
        """
        if not self._open:
            return
        ask = self._runner.follow if follows else self._runner.read
        ask(
            lambda: question(self._questions()),
            self._bring(owner, done),
            self._bring(owner, failed or self.faulted.emit, fault=True),
        )

    def follow(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None, *, owner: QObject
    ) -> None:
        """Do on a worker what follows a filled view: draw a chart. It asks the database nothing."""
        self._runner.follow(work, self._bring(owner, done), self._bring(owner, failed or self.faulted.emit, fault=True))

    def act(
        self,
        command: Callable[[Actions], ChangeSet],
        done: Callable[[ChangeSet], None] | None = None,
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Carry a command out on the writer thread, announce what it changed, then call `done`."""
        self._count(acts=1)
        succeeded, broke = self._outcomes(self._on_act_ended, done or _nothing, failed, owner)
        self._runner.write(lambda _steps: command(self._actions()), succeeded, broke)

    def run(
        self,
        work: Callable[[Actions, Progress], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        progress: Callable[[Report], None] | None = None,
        *,
        label: str = "Working",
        owner: QObject | None = None,
    ) -> Job:
        """Carry out long work (an import, a backup) on the writer; the job comes back, to cancel it.

        `work(actions, steps)` reports, and hears of a cancel, through `steps`. A ChangeSet it returns, or one
        in the result's `changes`, is announced like that of an act. A cancel ends as `failed(Cancelled)`.
        """
        self._count(long=1)
        succeeded, broke = self._outcomes(self._on_long_ended, done, failed, owner)
        seen = self._bring(owner, progress) if progress is not None else None
        job: Job = self._runner.write(lambda steps: work(self._actions(), steps), succeeded, broke, seen, label=label)
        return job

    def announce(self, changes: ChangeSet) -> None:
        """Tell this window of changes made elsewhere; may be called on any thread."""
        self._bring(self, self._on_elsewhere)(changes)

    def close(self) -> None:
        """Ask no more, and let no more answers come home; call before the runner is stopped."""
        with self._gate:
            self._open = False

    def _bring(
        self, owner: QObject | None, receiver: Callable[[Any], None], *, fault: bool = False
    ) -> Callable[[Any], None]:
        """A callback for a worker thread that runs `receiver` on the interface thread."""
        arrive = self._arrival(owner, receiver, fault=fault)
        return lambda value: self._land(lambda: arrive(value))

    def _outcomes(
        self, ended: Callable[[Any], None], done: Callable[[Any], None], failed: Failed | None, owner: QObject | None
    ) -> tuple[Callable[[Any], None], Callable[[Exception], None]]:
        """Both ends of what is written. Each comes home whole: who sees what changed finds that it was said, too."""
        told = self._arrival(owner, done)
        refused = self._arrival(owner, failed or self.faulted.emit, fault=True)

        def end(answer: Any, tell: Callable[[Any], None], news: Any) -> None:
            ended(answer)
            tell(news)

        return (
            lambda answer: self._land(partial(end, answer, told, answer)),
            lambda error: self._land(partial(end, None, refused, error)),
        )

    def _arrival(
        self, owner: QObject | None, receiver: Callable[[Any], None], *, fault: bool = False
    ) -> Callable[[Any], None]:
        """What happens to a value on the interface thread, unless its owner is gone by then."""
        receiver_owner = getattr(receiver, "__self__", None) if owner is None else owner

        def arrive(value: Any) -> None:
            if fault and not isinstance(value, KnownFault | Cancelled):
                _report_bug(value)
            if isinstance(receiver_owner, QObject) and not shiboken6.isValid(receiver_owner):
                return
            receiver(value)

        return arrive

    def _land(self, arrive: Callable[[], object]) -> None:
        """Run something on the interface thread; called on any."""
        with self._gate:
            if self._open:
                self._home.emit(arrive)

    def _count(self, acts: int = 0, long: int = 0) -> None:
        self._acts += acts
        self._long += long
        if self.state != self._said:
            self._said = self.state
            self.state_changed.emit(self._said)

    def _on_elsewhere(self, changes: ChangeSet) -> None:
        self.elsewhere.emit(changes)
        self.changed.emit(changes)

    def _on_act_ended(self, changes: ChangeSet | None) -> None:
        self._count(acts=-1)
        if changes is not None:
            self.changed.emit(changes)
        self.act_ended.emit(changes is not None)

    def _on_long_ended(self, answer: object) -> None:
        self._count(long=-1)
        changes = answer if isinstance(answer, ChangeSet) else getattr(answer, "changes", None)
        if isinstance(changes, ChangeSet):
            self.changed.emit(changes)

    @Slot(object)
    def _on_home(self, arrive: Callable[[], None]) -> None:
        if self._open:
            arrive()


def _report_bug(error: Exception) -> None:
    """A fault that is not a known one is ours: it goes where uncaught exceptions go."""
    sys.excepthook(type(error), error, error.__traceback__)


def _nothing(_value: object) -> None:
    """Nobody waits for this answer."""
