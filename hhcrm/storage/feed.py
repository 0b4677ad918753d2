"""Tells a process what was committed, by others and by itself: the journal's new steps, as change sets.

Whoever listens knows its own steps by their id.

SQLite: a look at `PRAGMA data_version`, which moves when another connection has committed. PostgreSQL: LISTEN. After
a lost connection nobody knows what was missed, so everything is said to have changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Event, Thread
from types import TracebackType
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, func, select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault
from hhcrm.models.all import metadata
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.faults import plain_words
from hhcrm.storage.work import CHANNEL

LOOK_SECONDS = 0.5
RETRY_SECONDS = 1.0
MOST_ROWS = 1_000
"""Rows of one step that are named; of more it is only said that there are many."""

IMPORTS = ("import", "import undo")
"""Kinds of step that touch rows which their entries do not name."""

_step, _entry = JournalStep.__table__.c, JournalEntry.__table__.c

EVERYTHING: Mapping[str, frozenset[int]] = {name: frozenset() for name in metadata.tables}


def full_refresh() -> ChangeSet:
    """The change set that says: anything may have changed, ask again."""
    return ChangeSet("", EVERYTHING, undoable=False)


class _Ears(Protocol):
    """How a feed hears that something was committed."""

    def wait(self, seconds: float, stop: Event) -> bool: ...

    def close(self) -> None: ...


class Feed:
    """What was committed since the last `poll`. For one thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lost = False
        self._ears: _Ears | None = None
        self._last = 0
        self._listen()

    def poll(self, seconds: float = 0.0, stop: Event | None = None) -> list[ChangeSet]:
        """What was committed, oldest first. Waits up to `seconds` for it, or until `stop` is set.

        After a lost connection the answer is one change set over everything. Raises KnownFault while the database
        cannot be reached; a later call tries again.
        """
        stop = stop or Event()
        try:
            with plain_words():
                if self._ears is None:
                    self._listen()
                assert self._ears is not None
                heard = self._ears.wait(seconds, stop)
                if self._lost:
                    self._lost = False
                    return [full_refresh()]
                return self._new_steps() if heard else []
        except KnownFault:
            self.close()
            self._lost = True
            raise

    def close(self) -> None:
        """Let go of the connection. A later `poll` makes a new one."""
        ears, self._ears = self._ears, None
        if ears is not None:
            ears.close()

    def _listen(self) -> None:
        with plain_words():
            # First the ears, then the look at what is there: nothing falls between the two.
            self._ears = _SqliteEars(self._engine) if is_sqlite(self._engine) else _ServerEars(self._engine)
            with self._engine.connect() as connection:
                self._last = connection.execute(select(func.max(_step.id))).scalar() or 0

    def _new_steps(self) -> list[ChangeSet]:
        with self._engine.connect() as connection:
            steps = connection.execute(
                select(_step.id, _step.label, _step.kind, _step.rows).where(_step.id > self._last).order_by(_step.id)
            ).all()
            if not steps:
                return []
            self._last = steps[-1].id
            return [_told(connection, step) for step in steps]


def _told(connection: Connection, step: Any) -> ChangeSet:
    if step.kind in IMPORTS:
        return ChangeSet(step.label, EVERYTHING, step.id, undoable=False)
    rows: dict[str, frozenset[int]] = {}
    if step.rows > MOST_ROWS:
        names = select(_entry.table_name).where(_entry.step_id == step.id).distinct()
        rows = dict.fromkeys(connection.execute(names).scalars(), frozenset())
    else:
        found: dict[str, set[int]] = {}
        entries = select(_entry.table_name, _entry.row_id).where(_entry.step_id == step.id)
        for table, row_id in connection.execute(entries):
            found.setdefault(table, set()).add(row_id)
        rows = {table: frozenset(ids) for table, ids in found.items()}
    return ChangeSet(step.label, rows, step.id, undoable=False)


def _connection_of_our_own(engine: Engine) -> Any:
    """A DB-API connection that never goes back to the pool."""
    pooled = engine.raw_connection()
    connection = pooled.dbapi_connection
    pooled.detach()
    return connection


class _SqliteEars:
    def __init__(self, engine: Engine) -> None:
        self._connection = _connection_of_our_own(
            engine
        )  # data_version tells what changed since the last look of the very same connection
        self._seen = self._version()

    def wait(self, seconds: float, stop: Event) -> bool:
        """Look now; with nothing new look again after `seconds`."""
        if self._moved():
            return True
        stop.wait(seconds)
        return self._moved()

    def close(self) -> None:
        self._connection.close()

    def _moved(self) -> bool:
        version = self._version()
        moved, self._seen = version != self._seen, version
        return moved

    def _version(self) -> int:
        cursor = self._connection.cursor()
        try:
            cursor.execute("PRAGMA data_version")
            return int(cursor.fetchone()[0])
        finally:
            cursor.close()


class _ServerEars:
    def __init__(self, engine: Engine) -> None:
        self._connection = _connection_of_our_own(engine)
        self._connection.autocommit = True
        self._connection.execute(f"LISTEN {CHANNEL}")

    def wait(self, seconds: float, stop: Event) -> bool:
        """Wait for a notice. A stop is seen within LOOK_SECONDS."""
        heard = False
        for _notice in self._connection.notifies(timeout=seconds, stop_after=1):
            heard = True
        return heard

    def close(self) -> None:
        self._connection.close()


class Watch:
    """Polls a feed in a thread of its own and calls `heard` there with each change set, until `stop`."""

    def __init__(self, engine: Engine, heard: Callable[[ChangeSet], None], look: float = LOOK_SECONDS) -> None:
        self._feed = Feed(engine)
        self._heard = heard
        self._look = look
        self._stop = Event()
        self._thread = Thread(target=self._run, name="hhcrm-feed", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop and wait for the thread. May be called twice, not from `heard`."""
        self._stop.set()
        self._thread.join()

    def __enter__(self) -> Watch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                try:
                    changes = self._feed.poll(self._look, self._stop)
                except KnownFault:  # unreachable for now; the next poll that succeeds tells everything
                    self._stop.wait(RETRY_SECONDS)
                    continue
                for change in changes:
                    self._heard(change)
        finally:
            self._feed.close()
