"""Puts a backup back: into the agency's file, or into an empty database on a server."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hhcrm.domain.errors import Damaged, FileFault, StorageFault
from hhcrm.domain.wording import translate
from hhcrm.storage.backup import (
    Contents,
    copy_pages,
    file_words,
    inspect_file,
    is_plain,
    remove,
    settle,
    sync_folder,
)
from hhcrm.storage.copying import copy_rows, count_rows
from hhcrm.storage.engine import Address, connect, make_engine, writing
from hhcrm.storage.faults import plain_words
from hhcrm.storage.folder_lock import alone, alone_on_server
from hhcrm.storage.upgrade import refuse_newer, schema_version, upgrade

RESTORING = ".restoring"
LOGS = ("-wal", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it: rows in all tables together, and where the database that was there before lies now."""

    rows: int
    aside: Path | None


def restore(address: Address, file: Path, now: Callable[[], datetime], wait: float = 0.0) -> Restored:
    """Make the database what the backup holds, in this program's schema.

    Needs the data to itself. The backup is verified first and stays as it is; a present file is kept aside as
    `agency-before-restore-...`. Killed at any moment, the old database or the restored one is there, whole. Raises
    FolderInUse, FileFault, WrongKey, Damaged, NewerDatabase, StorageFault; then nothing was changed.
    """
    contents = inspect_file(file, address.key)
    refuse_newer(contents.version)
    if address.file is None:
        return _restore_to_server(address, file, contents, wait)
    with file_words():
        address.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if address.file.exists() and file.exists() and address.file.samefile(file):
            raise FileFault(translate("storage", "This file is the agency's database itself. Choose a backup."))
    with alone(address.file.parent, wait):
        ready = address.file.with_name(address.file.name + RESTORING)
        try:
            with plain_words(), file_words():
                rows = _make_ready(file, contents, ready, address.key, address.key)
                aside = _put_aside(address, now().astimezone(UTC))
                os.replace(ready, address.file)
                sync_folder(ready.parent)
        finally:
            remove(ready)
    return Restored(rows, aside)


def _make_ready(file: Path, contents: Contents, ready: Path, file_key: bytes | None, key: bytes | None) -> int:
    """Make a copy of the backup under `key`, in this program's schema, verified; returns its rows."""
    remove(ready)
    from_key = None if is_plain(file) else file_key
    if from_key == key:
        source = connect(file, key, mode="ro")
        try:
            copy_pages(source, ready, key)
        finally:
            source.close()
    else:
        _copy_across(Address(file=file, key=from_key), Address(file=ready, key=key), contents.version)
    engine = make_engine(Address(file=ready, key=key))
    try:
        upgrade(engine)
    finally:
        engine.dispose()
    settle(ready, key)
    made = inspect_file(ready, key)
    if any(made.rows.get(table) != count for table, count in contents.rows.items()):
        raise StorageFault(
            translate("storage", "The copy does not hold what the backup holds. Nothing was changed; check the disk.")
        )
    return sum(made.rows.values())


def _copy_across(source: Address, target: Address, version: str) -> None:
    """Copy row by row, where the keys differ."""
    read, write = make_engine(source), make_engine(target)
    try:
        upgrade(write, target=version)
        with read.connect() as rows, writing(write).begin() as into:
            copy_rows(rows, into)
    finally:
        read.dispose()
        write.dispose()


def _put_aside(address: Address, at: datetime) -> Path | None:
    """Give the present database a second name. Its own name stays, until the restored file takes it."""
    assert address.file is not None
    present = address.file
    aside = _free_aside(present, at)
    existed = present.exists()
    if existed:
        _keep_logs(present, aside)
        # One that is damaged or under another key is kept as it is, with its log.
        with suppress(Damaged):
            settle(present, address.key)
            _drop_logs(aside)
        try:
            os.link(present, aside)
        except OSError:  # a file system without second names
            shutil.copy2(present, aside)
    _drop_logs(present)  # a log of the old database would be taken for the restored one's
    return aside if existed else None


def _keep_logs(present: Path, aside: Path) -> None:
    """Copy what SQLite wrote beside the file: opening a damaged file may throw it away."""
    for suffix in LOGS:
        if (log := Path(f"{present}{suffix}")).exists():
            shutil.copy2(log, f"{aside}{suffix}")


def _drop_logs(file: Path) -> None:
    for suffix in (*LOGS, "-shm"):
        Path(f"{file}{suffix}").unlink(missing_ok=True)


def _free_aside(present: Path, at: datetime) -> Path:
    stem, number = f"{present.stem}-before-restore-{at:%Y%m%d-%H%M%S}", 1
    aside = present.with_name(f"{stem}{present.suffix}")
    while aside.exists():
        number += 1
        aside = present.with_name(f"{stem}.{number}{present.suffix}")
    return aside


def _restore_to_server(address: Address, file: Path, contents: Contents, wait: float) -> Restored:
    server = make_engine(address)
    try:
        with alone_on_server(server, wait), tempfile.TemporaryDirectory(prefix="hhcrm-") as folder:
            _refuse_filled(address)
            ready = Path(folder) / "agency.db"
            with plain_words(), file_words():
                key = None if is_plain(file) else address.key
                rows = _make_ready(file, contents, ready, key, key)
                upgrade(server)
                copy = make_engine(Address(file=ready, key=key))
                try:
                    with copy.connect() as source, server.begin() as target:
                        copy_rows(source, target)
                finally:
                    copy.dispose()
    finally:
        server.dispose()
    return Restored(rows, None)


def _refuse_filled(address: Address) -> None:
    server = make_engine(address)
    try:
        refuse_newer(schema_version(server))
        with plain_words(), server.connect() as connection:
            if any(count_rows(connection).values()):
                raise StorageFault(
                    translate(
                        "storage",
                        "The database on the server already holds records. A backup goes into an empty database only: "
                        "have its administrator make a new one.",
                    )
                )
    finally:
        server.dispose()
