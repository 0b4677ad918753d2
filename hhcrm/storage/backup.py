"""Whole, verified copies of an agency's database as one portable SQLite file each.

A copy of a live database by its file would lose commits: the backup interface is the only way. A backup is made under
another name, verified against what was copied, brought to the disk, and only then gets its own name, so that whatever
has the name of a backup is a whole one.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from hhcrm.domain.errors import Damaged, FileFault, FolderInUse, KnownFault, StorageFault, WrongKey
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.models.all import metadata
from hhcrm.storage.copying import copy_rows, count_rows
from hhcrm.storage.engine import Address, connect, make_engine, writing
from hhcrm.storage.faults import FULL, LOCKED, plain_words
from hhcrm.storage.folder_lock import alone
from hhcrm.storage.upgrade import schema_version, upgrade

PARTIAL = ".partial"
WAIT_FOR_ANOTHER_BACKUP = 120.0
ANOTHER_BACKUP = QT_TRANSLATE_NOOP("storage", "Another backup of this agency is being made. Try again when it is done.")
PLAIN_HEADER = b"SQLite format 3\0"
BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite may put beside a database file, and the file itself."""

_NAME = re.compile(r"agency-(\d{8}-\d{6})(?:-([a-z0-9-]+?))?(?:\.(\d+))?\.db")
_STAMP = "%Y%m%d-%H%M%S"
_PAGES_AT_A_TIME = 4_096


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file. `rows` (all tables together) is None and `verified` False where nobody has looked inside."""

    path: Path
    at: datetime
    why: str = ""
    rows: int | None = None
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file of ours holds: its schema step and rows by table."""

    version: str
    rows: dict[str, int]


def make_backup(address: Address, backups_folder: Path, now: Callable[[], datetime], why: str = "") -> Backup:
    """Copy the whole database into a new file of `backups_folder`, under the address's key where it has one.

    `why` becomes part of the name (small letters, digits, dashes). Raises StorageFault when it cannot be done; nothing
    half done is then left behind.
    """
    with file_words():
        backups_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    at = now().astimezone(UTC).replace(microsecond=0)
    with alone(backups_folder, WAIT_FOR_ANOTHER_BACKUP, ANOTHER_BACKUP):
        _sweep(backups_folder)  # we are the only one, so these were left by a process that was killed
        path = _free_name(backups_folder, f"agency-{at.strftime(_STAMP)}{'-' + why if why else ''}")
        rows = copy_to_file(address, path)
    return Backup(path, at, why, rows, verified=True)


def copy_to_file(address: Address, path: Path) -> int:
    """Write the verified copy to exactly this path, replacing what is there; returns the number of rows."""
    partial = path.with_name(path.name + PARTIAL)
    try:
        with plain_words(), file_words():
            remove(partial)
            copied = _copy_file(address, partial) if address.is_file else _copy_server(address, partial)
            verify(partial, address.key, copied)
            settle(partial, address.key)
            os.replace(partial, path)
            sync_folder(path.parent)
    finally:
        remove(partial)
    return sum(copied.rows.values())


def list_backups(folder: Path) -> list[Backup]:
    """The backups of a folder by their names, newest first; of one second's the one that was numbered last."""
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        if match := _NAME.fullmatch(path.name):
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append((at, int(match[3] or 0), path.name, Backup(path, at, match[2] or "")))
    return [backup for *_, backup in sorted(found, key=lambda each: each[:3], reverse=True)]


def newest_good_backup(folder: Path, key: bytes | None = None) -> Backup | None:
    """The newest backup that opens and is whole, under the key or plain; None where there is none."""
    for backup in list_backups(folder):
        try:
            contents = inspect_file(backup.path, key)
        except KnownFault:
            continue  # damaged, or under another key: an older one may be good
        return Backup(backup.path, backup.at, backup.why, sum(contents.rows.values()), verified=True)
    return None


def inspect_file(file: Path, key: bytes | None) -> Contents:
    """Look through a whole file of ours. Raises FileFault, WrongKey or Damaged."""
    if not file.is_file():
        raise FileFault(translate("storage", "There is no file {file}.").format(file=file))
    plain = is_plain(file)
    if not plain and key is None:
        raise WrongKey(
            translate(
                "storage", "{name} is protected by a key, or is no backup of hhcrm. Give the agency's key."
            ).format(name=file.name)
        )
    try:
        with plain_words():
            connection = connect(file, None if plain else key, mode="ro")
            try:
                return _contents(connection)
            finally:
                connection.close()
    except Damaged as fault:
        words = (
            translate("storage", "is damaged, or is no backup of hhcrm")
            if plain
            else translate("storage", "is damaged, or has another key")
        )
        raise (Damaged if plain else WrongKey)(
            translate("storage", "{name} {words}. Choose another backup.").format(name=file.name, words=words)
        ) from fault


def verify(file: Path, key: bytes | None, expected: Contents) -> None:
    """Hold a copy against what was copied. Raises StorageFault when it is not the same."""
    if inspect_file(file, key) != expected:
        raise StorageFault(
            translate("storage", "The backup does not hold what was copied. It was thrown away; check the disk.")
        )


def is_plain(file: Path) -> bool:
    """Whether the file is an SQLite file without a key. Never call it on a database that this process has open:
    closing a file drops the locks that the process holds on it (sqlite.org/howtocorrupt.html, 2.2).
    """
    with file_words(), file.open("rb") as opened:
        return opened.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def settle(file: Path, key: bytes | None) -> None:
    """Make a database one single file, without a log beside it, and bring it to the disk."""
    with plain_words():
        connection = connect(file, key)
        try:
            if connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
                raise FolderInUse(translate("storage", LOCKED))
        finally:
            connection.close()
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def remove(file: Path) -> None:
    """Delete a database file with all that SQLite put beside it."""
    for suffix in BESIDE:
        Path(f"{file}{suffix}").unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a new name last through a power cut. Windows neither can nor needs to."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_pages(source: Any, target_file: Path, key: bytes | None) -> None:
    """Copy an open SQLite database page by page into a new file under the same key."""
    target = connect(target_file, key, journal="DELETE")
    try:
        source.backup(target, pages=_PAGES_AT_A_TIME)
    finally:
        target.close()


def _copy_file(address: Address, partial: Path) -> Contents:
    assert address.file is not None
    source = connect(address.file, address.key, mode="rw")
    try:
        # One read transaction around counting and copying: both see the same moment, writers go on beside it.
        source.execute("BEGIN")
        expected = Contents(_version(source), _counts(source))
        copy_pages(source, partial, address.key)
        source.execute("ROLLBACK")
    finally:
        source.close()
    return expected


def _copy_server(address: Address, partial: Path) -> Contents:
    server, copy = make_engine(address), make_engine(Address(file=partial, key=address.key))
    try:
        version = schema_version(server)
        if version is None:
            raise StorageFault(
                translate("storage", "The database on the server is empty: there is nothing to back up.")
            )
        upgrade(copy, target=version)
        with (
            server.connect().execution_options(isolation_level="REPEATABLE READ") as source,
            writing(copy).begin() as target,
        ):
            source.execute(text("SET TRANSACTION READ ONLY"))
            copy_rows(source, target)
            return Contents(_version_of(source), count_rows(source))
    finally:
        server.dispose()
        copy.dispose()


def _version_of(connection: Connection) -> str:
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _contents(connection: Any) -> Contents:
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise Damaged("damaged")
    return Contents(_version(connection), _counts(connection))


def _version(connection: Any) -> str:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name='alembic_version'").fetchone():
        raise Damaged("no database of ours")
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise Damaged("no database of ours")
    return str(row[0])


def _counts(connection: Any) -> dict[str, int]:
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    return {
        table.name: connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]
        for table in metadata.sorted_tables
        if table.name in there
    }


def _free_name(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.db", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}.{number}.db"
    return path


def _sweep(folder: Path) -> None:
    for left in folder.glob(f"agency-*{PARTIAL}*"):
        left.unlink(missing_ok=True)


@contextmanager
def file_words() -> Iterator[None]:
    """Turn the system's errors about files into faults in words."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StorageFault(translate("storage", FULL)) from error
        raise StorageFault(
            translate("storage", "{file} cannot be used: {why}.").format(
                file=error.filename or translate("storage", "A file"), why=error.strerror
            )
        ) from error
