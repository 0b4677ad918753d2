"""Which of a driver's errors are known faults, and the words for them. Everything else is our bug."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from hhcrm.domain.errors import CannotOpen, Conflict, Damaged, FolderInUse, KnownFault, StorageFault
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

FULL = QT_TRANSLATE_NOOP(
    "storage", "The disk is full. Nothing was saved and nothing was lost; make room and try again."
)
LOCKED = QT_TRANSLATE_NOOP(
    "storage",
    "Another program is writing to this agency's data and did not finish within 10 seconds. Nothing was changed; "
    "try again when it is done.",
)
DAMAGED = QT_TRANSLATE_NOOP(
    "storage", "The agency's database file is damaged. Nothing was changed; restore the newest good backup."
)
READ_ONLY = QT_TRANSLATE_NOOP(
    "storage",
    "The agency's folder or its database file cannot be written to. Check that you may change files there.",
)
UNREADABLE = QT_TRANSLATE_NOOP(
    "storage", "The agency's database cannot be opened. Check that the folder exists and that you may read it."
)
IO_FAULT = QT_TRANSLATE_NOOP(
    "storage",
    "The disk reported an error while reading or writing. Nothing was saved; check the disk and make a backup.",
)
GONE = QT_TRANSLATE_NOOP("storage", "The database server was stopped. Nothing was saved; try again when it runs.")
STALE = QT_TRANSLATE_NOOP(
    "storage",
    "Somebody changed this record meanwhile. Nothing was saved; look at the record again and repeat your change.",
)

_BY_CODE: dict[int, tuple[type[KnownFault], str]] = {
    sqlite3.SQLITE_FULL: (StorageFault, FULL),
    sqlite3.SQLITE_BUSY: (FolderInUse, LOCKED),
    sqlite3.SQLITE_LOCKED: (FolderInUse, LOCKED),
    sqlite3.SQLITE_CORRUPT: (Damaged, DAMAGED),
    sqlite3.SQLITE_NOTADB: (Damaged, DAMAGED),
    sqlite3.SQLITE_READONLY: (CannotOpen, READ_ONLY),
    sqlite3.SQLITE_CANTOPEN: (CannotOpen, UNREADABLE),
    sqlite3.SQLITE_IOERR: (StorageFault, IO_FAULT),
}

_BY_SQLSTATE: dict[str, tuple[type[KnownFault], str]] = {
    "53100": (StorageFault, FULL),
    "55P03": (FolderInUse, LOCKED),
    "40P01": (Conflict, STALE),
    "57P01": (CannotOpen, GONE),
    "57P02": (CannotOpen, GONE),
    "57P03": (
        CannotOpen,
        QT_TRANSLATE_NOOP("storage", "The database server is starting or stopping. Try again in a moment."),
    ),
    "40001": (Conflict, STALE),
    "28P01": (CannotOpen, QT_TRANSLATE_NOOP("storage", "The database server refused the user name or password.")),
    "3D000": (CannotOpen, QT_TRANSLATE_NOOP("storage", "The database server has no database of that name.")),
}

_NO_ROOM_TO_SHARE = 4874
"""SQLITE_IOERR_SHMSIZE (https://sqlite.org/rescode.html): even reading needs 32 KB beside the database, and there is
no room for them. sqlite3 names it from Python 3.11 on."""

_LITTLE = 128 * 1024
"""Bytes. Where less is free, a disk that reports an error is one that is full: SQLCipher does not tell them apart."""

_WORDS_OF_SQLCIPHER = {
    "database or disk is full": sqlite3.SQLITE_FULL,
    "database is locked": sqlite3.SQLITE_BUSY,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "file is not a database": sqlite3.SQLITE_NOTADB,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
    "disk I/O error": sqlite3.SQLITE_IOERR,
}


def tell_full_disk(file: Path, error: BaseException) -> None:
    """Note on a driver's error about reading or writing `file` that the disk is full, if it is."""
    if _sqlite_code(error) != sqlite3.SQLITE_IOERR:
        return
    with suppress(OSError):  # without an answer it stays an error of the disk
        if shutil.disk_usage(file.parent).free < _LITTLE:
            error.sqlite_errorcode = sqlite3.SQLITE_FULL  # type: ignore[attr-defined]  # SQLCipher's errors have it, too


def known_fault(error: BaseException) -> KnownFault | None:
    """The fault in words, None when the error is our bug."""
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(error, StaleDataError):
        return Conflict(translate("storage", STALE))
    state = getattr(original, "sqlstate", None)
    if state is not None and state in _BY_SQLSTATE:
        kind, words = _BY_SQLSTATE[state]
        return kind(translate("storage", words))
    if type(original).__module__.startswith("psycopg") and type(original).__name__ == "OperationalError":
        return CannotOpen(
            translate("storage", "The database server cannot be reached. Check the network and that the server runs.")
        )
    code = _sqlite_code(original)
    if code is None or code not in _BY_CODE:
        return None
    kind, words = _BY_CODE[code]
    return kind(translate("storage", words))


def _sqlite_code(error: BaseException | None) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code == _NO_ROOM_TO_SHARE:
        return sqlite3.SQLITE_FULL
    if isinstance(code, int):
        return code & 0xFF  # extended codes keep the kind in the low byte
    if error is None or not type(error).__module__.startswith(("sqlite3", "sqlcipher3")):
        return None
    return next((code for words, code in _WORDS_OF_SQLCIPHER.items() if words in str(error)), None)


def _driver_errors() -> tuple[type[Exception], ...]:
    """What drivers raise; SQLCipher's and PostgreSQL's own only where they have been loaded."""
    drivers = (sys.modules.get(name) for name in ("sqlcipher3.dbapi2", "psycopg"))
    own = (driver.DatabaseError for driver in drivers if driver is not None)
    return (DBAPIError, StaleDataError, sqlite3.DatabaseError, *own)


@contextmanager
def plain_words() -> Iterator[None]:
    """Turn known driver errors inside the block into faults; let everything else through."""
    try:
        yield
    except _driver_errors() as error:
        fault = known_fault(error)
        if fault is None:
            raise
        raise fault from error
