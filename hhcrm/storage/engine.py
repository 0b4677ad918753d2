"""The one engine factory: plain SQLite, SQLite under a key (SQLCipher), PostgreSQL.

On SQLite we begin transactions ourselves: the driver's own handling loses updates under threads and leaves DDL behind
after a rollback. A connection whose execution option `writing` is set begins with BEGIN IMMEDIATE, so that a writer
waits its turn at the start and never fails half way.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from hhcrm.storage.faults import tell_full_disk

WAIT_SECONDS = 10.0
"""How long a write waits for another process's write (interfaces.md)."""

PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    # FULL, because the file may hold the only copy of a person's work; WAL keeps readers going beside the writer.
    "PRAGMA synchronous=FULL",
    "PRAGMA cache_size=-16000",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA journal_size_limit=67108864",
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where an agency's data lie: a file, perhaps under a 32-byte key, or a PostgreSQL URL."""

    file: Path | None = None
    key: bytes | None = None
    url: str | None = None

    @property
    def is_file(self) -> bool:
        """Whether this is an SQLite file, plain or encrypted."""
        return self.file is not None


def driver(key: bytes | None) -> ModuleType:
    """The DB-API module for a file: the standard library's, or SQLCipher's where there is a key."""
    if key is None:
        return sqlite3
    import sqlcipher3.dbapi2  # heavy: only where an agency is protected

    module: ModuleType = sqlcipher3.dbapi2
    return module


def connect(
    file: Path,
    key: bytes | None = None,
    *,
    wait: float = WAIT_SECONDS,
    mode: str = "rwc",
    journal: str = "WAL",
) -> Any:
    """A DB-API connection to an SQLite file with our pragmas; `mode` as in SQLite's URIs (ro, rw, rwc).

    Raises the driver's DatabaseError where the file is no database or the key is wrong.
    """
    uri = file.absolute().as_uri() + f"?mode={mode}"
    connection = driver(key).connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, timeout=wait, cached_statements=256
    )
    try:
        if key is not None:
            connection.execute("PRAGMA cipher_log_level=NONE")
            connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            connection.execute(pragma)
        if mode != "ro":
            connection.execute(f"PRAGMA journal_mode={journal}")
    except Exception:
        connection.close()
        raise
    return connection


def make_engine(address: Address, *, wait: float = WAIT_SECONDS) -> Engine:
    """An engine on the agency's database. Nothing is opened yet."""
    if address.file is None:
        return _postgresql_engine(address)
    file, key = address.file, address.key
    engine = create_engine(
        "sqlite://",
        module=driver(key),
        creator=lambda: connect(file, key, wait=wait),
        poolclass=QueuePool,
        pool_size=6,
        max_overflow=4,
    )
    event.listen(engine, "begin", _begin_on_sqlite)
    event.listen(engine, "handle_error", lambda told: tell_full_disk(file, told.original_exception))
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for those who write."""
    return engine.execution_options(writing=True)


def is_sqlite(bound: Engine | Connection) -> bool:
    """Whether this talks to an SQLite file."""
    return bound.dialect.name == "sqlite"


def _begin_on_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _postgresql_engine(address: Address) -> Engine:
    if address.url is None:
        raise ValueError("an address needs a file or a URL")
    url = address.url.replace("postgresql://", "postgresql+psycopg://", 1)
    return create_engine(
        url,
        pool_size=6,
        max_overflow=4,
        pool_pre_ping=True,
        connect_args={"options": "-c timezone=UTC -c lock_timeout=10000", "application_name": "hhcrm"},
    )
