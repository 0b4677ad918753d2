"""Who uses an agency's data: many together, or one alone (restore, upgrade, key changes).

In a folder the lock is a transaction on a tiny SQLite file, on a server an advisory lock of a session. Both work the
same on every system and across processes, and both end with their process however that ends: nothing goes stale.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from hhcrm.domain.errors import FolderInUse
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.storage.engine import WAIT_SECONDS
from hhcrm.storage.faults import plain_words

LOCK_NAME = "use.lock"
SERVER_KEY = 7_433_002
"""Key of the PostgreSQL advisory lock."""

SHARE_WORDS = QT_TRANSLATE_NOOP(
    "storage",
    "Another program is restoring or upgrading this agency's data. Nothing was changed; try again when it is done.",
)
ALONE_WORDS = QT_TRANSLATE_NOOP(
    "storage",
    "This agency's data are open in a window or in another command, and this needs them alone. "
    "Close the other one and try again. Nothing was changed.",
)

_LOCK_NOT_AVAILABLE = "55P03"


class Lock:
    """Held until `release()`, the end of the `with` block or the end of the process."""

    def __init__(self, free: Callable[[], None]) -> None:
        self._free: Callable[[], None] | None = free

    def release(self) -> None:
        """Give it back. May be called twice."""
        free, self._free = self._free, None
        if free is not None:
            free()

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.release()


def share(folder: Path, wait: float = WAIT_SECONDS) -> Lock:
    """Use the folder beside others. FolderInUse when somebody has it alone for longer than `wait` seconds."""
    return _take(folder, "BEGIN", wait, translate("storage", SHARE_WORDS))


def alone(folder: Path, wait: float = 0.0, words: str = ALONE_WORDS) -> Lock:
    """Have the folder to ourselves. FolderInUse (saying `words`) when others use it for longer than `wait` seconds."""
    return _take(folder, "BEGIN EXCLUSIVE", wait, translate("storage", words))


def share_server(engine: Engine, wait: float = WAIT_SECONDS) -> Lock:
    """`share` for a database on a server."""
    return _take_on_server(engine, "pg_advisory_lock_shared", wait, translate("storage", SHARE_WORDS))


def alone_on_server(engine: Engine, wait: float = 0.0) -> Lock:
    """`alone` for a database on a server."""
    return _take_on_server(engine, "pg_advisory_lock", wait, translate("storage", ALONE_WORDS))


def _take(folder: Path, begin: str, wait: float, words: str) -> Lock:
    with plain_words():
        connection = sqlite3.connect(folder / LOCK_NAME, timeout=wait, isolation_level=None, check_same_thread=False)
        try:
            connection.execute(begin)
            # BEGIN alone takes nothing: the first read takes the shared lock, which stays until the end.
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise FolderInUse(words) from error
            raise
    return Lock(connection.close)


def _take_on_server(engine: Engine, function: str, wait: float, words: str) -> Lock:
    with plain_words():
        connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        connection.detach()  # the session must not go back to the pool with the lock on it
        try:
            # 0 would mean "wait for ever"
            connection.execute(text(f"SET lock_timeout = {max(1, int(wait * 1000))}"))
            connection.execute(text(f"SELECT {function}(:key)"), {"key": SERVER_KEY})
        except DBAPIError as error:
            connection.close()
            if getattr(error.orig, "sqlstate", None) == _LOCK_NOT_AVAILABLE:
                raise FolderInUse(words) from error
            raise
    return Lock(connection.close)
