"""Opens an agency's database for use: looks at it, makes it where there is none, brings it up to this program.

The look is a cheap one, so that the window need not wait: the whole list of tables is read, the schema step, and the
newest row of each main table. SQLite itself compares the length of the file with what its header says. `hhcrm check`
looks at every page.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, event, inspect, text

from hhcrm.domain.errors import CannotOpen, Damaged, FolderInUse, WrongKey
from hhcrm.domain.wording import translate
from hhcrm.storage.backup import (
    Backup,
    file_words,
    inspect_file,
    is_plain,
    list_backups,
    make_backup,
    newest_good_backup,
)
from hhcrm.storage.engine import WAIT_SECONDS, Address, make_engine
from hhcrm.storage.faults import plain_words
from hhcrm.storage.folder_lock import Lock, alone, alone_on_server, share, share_server
from hhcrm.storage.upgrade import needs_upgrade, upgrade

MAIN_TABLES = ("referral_source", "contact", "visit", "referral", "commitment", "journal_step", "journal_entry")

TRY_SECONDS = 0.5
"""How long to wait for the others to leave before looking again whether the upgrade is still needed."""

_LOOKS_RANDOM = 200
"""Different byte values in the first page, from which on a file is taken for an encrypted one (random: about 256)."""

_PAGE = 4_096


def open_agency(
    address: Address, backups_folder: Path, now: Callable[[], datetime], wait: float = WAIT_SECONDS
) -> Engine:
    """An engine on the agency's database in this program's schema, used beside others until it is disposed of.

    A database that is not there is made; an older one is backed up and upgraded, alone. Raises FolderInUse,
    NewerDatabase, WrongKey, Damaged (naming the newest good backup) or CannotOpen; then nothing was changed.
    """
    if address.file is not None:
        with file_words():
            address.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = make_engine(address)
    deadline = time.monotonic() + wait
    try:
        while True:
            lock = _share(address, engine, max(0.0, deadline - time.monotonic()))
            try:
                old = _is_old(address, engine, backups_folder)
            except BaseException:
                lock.release()
                raise
            if not old:
                _hold_until_disposed(lock, engine)
                return engine
            lock.release()
            _upgrade_alone(address, engine, backups_folder, now, deadline)
    except BaseException:
        engine.dispose()
        raise


def _hold_until_disposed(lock: Lock, engine: Engine) -> None:
    event.listen(engine, "engine_disposed", lambda _engine: lock.release())


def _upgrade_alone(
    address: Address, engine: Engine, backups_folder: Path, now: Callable[[], datetime], deadline: float
) -> None:
    """Upgrade, or come back without it to look again: somebody else may have done it and be at work already."""
    left = max(0.0, deadline - time.monotonic())
    try:
        lock = _alone(address, engine, min(left, TRY_SECONDS))
    except FolderInUse:
        if left > 0:
            return
        raise
    with lock:
        if _is_old(address, engine, backups_folder):
            upgrade(engine, backup=lambda: make_backup(address, backups_folder, now, "before-upgrade"))


def _share(address: Address, engine: Engine, wait: float) -> Lock:
    return share_server(engine, wait) if address.file is None else share(address.file.parent, wait)


def _alone(address: Address, engine: Engine, wait: float) -> Lock:
    return alone_on_server(engine, wait) if address.file is None else alone(address.file.parent, wait)


def _is_old(address: Address, engine: Engine, backups_folder: Path) -> bool:
    """Whether there is anything to make or upgrade; the cheap look happens here."""
    if address.file is not None and not _has_content(address.file):
        _refuse_lost(address, backups_folder)
        return True
    try:
        old = needs_upgrade(engine)
    except Damaged as fault:
        engine.dispose()
        raise _unreadable(address, backups_folder) from fault
    try:
        if not old:
            _look(engine)
    except Damaged as fault:
        raise _damaged(address, newest_good_backup(backups_folder, address.key)) from fault
    return old


def _has_content(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError as error:
        raise CannotOpen(
            translate("storage", "{file} cannot be read: {why}.").format(file=file, why=error.strerror)
        ) from error


def _refuse_lost(address: Address, backups_folder: Path) -> None:
    """A new, empty agency beside backups of a full one would hide that something was lost."""
    good = newest_good_backup(backups_folder, address.key)
    if good is not None:
        raise Damaged(
            translate(
                "storage", "The agency's database {file} is missing or empty, but there are backups of it. {offer}"
            ).format(file=address.file, offer=_offer(good)),
            str(good.path),
        )


def _look(engine: Engine) -> None:
    with plain_words(), engine.connect() as connection:
        there = set(inspect(connection).get_table_names())
        missing = [table for table in MAIN_TABLES if table not in there]
        if missing:
            raise Damaged(translate("storage", "The tables {tables} are missing.").format(tables=", ".join(missing)))
        for table in MAIN_TABLES:
            connection.execute(text(f"SELECT * FROM {table} ORDER BY id DESC LIMIT 1")).all()


def _unreadable(address: Address, backups_folder: Path) -> CannotOpen:
    """Say why a file cannot be read: damaged, or under another key."""
    if address.file is None:
        return _damaged(address, None)
    file, good = address.file, newest_good_backup(backups_folder, address.key)
    damaged = _damaged(address, good)
    if is_plain(file):
        if address.key is None or good is not None:
            return damaged
        return WrongKey(
            translate("storage", "The agency's database {file} is not protected by a key. Open it without one.").format(
                file=file
            )
        )
    if address.key is None:
        protected = _looks_encrypted(file) and good is None
        return (
            WrongKey(translate("storage", "The agency's database {file} is protected: give its key.").format(file=file))
            if protected
            else damaged
        )
    if _opens_newest(backups_folder, address.key):
        return damaged  # the key is the right one
    return WrongKey(
        translate("storage", "The key does not open the agency's database {file}. Nothing was changed.").format(
            file=file
        )
    )


def _damaged(address: Address, good: Backup | None) -> Damaged:
    if address.file is None:
        return Damaged(
            translate(
                "storage", "The database on the server is damaged or no database of hhcrm. Ask its administrator."
            )
        )
    words = translate("storage", "The agency's database {file} is damaged. {offer}").format(
        file=address.file, offer=_offer(good)
    )
    return Damaged(words, str(good.path) if good else None)


def _opens_newest(backups_folder: Path, key: bytes) -> bool:
    newest = list_backups(backups_folder)[:1]
    if not newest or is_plain(newest[0].path):
        return False
    try:
        inspect_file(newest[0].path, key)
    except CannotOpen:
        return False
    return True


def _offer(good: Backup | None) -> str:
    if good is None:
        return translate("storage", "There is no good backup of it.")
    return translate("storage", "The newest good backup is {path}: put it back with `hhcrm restore`.").format(
        path=good.path
    )


def _looks_encrypted(file: Path) -> bool:
    with file_words(), file.open("rb") as opened:
        page = opened.read(_PAGE)
    return len(page) == _PAGE and len(set(page)) > _LOOKS_RANDOM
