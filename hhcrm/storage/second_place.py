"""A second place for backups, on another disk: each backup is copied there whole, and older ones of ours go."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from hhcrm.domain.errors import FileFault, StorageFault
from hhcrm.domain.wording import translate
from hhcrm.storage.backup import PARTIAL, file_words, inspect_file, list_backups, sync_folder
from hhcrm.storage.retention import kept


def check_second_place(folder: Path, own: Path) -> None:
    """Raise FileFault when backups cannot be copied there, or when it is the place where they lie already."""
    if not folder.is_dir():
        words = translate("storage", "{folder} is not there. Plug the disk in, or choose another folder.")
        raise FileFault(words.format(folder=folder))
    if own.exists() and folder.samefile(own):
        raise FileFault(translate("storage", "Backups lie in this folder already. Choose one on another disk."))
    probe = folder / f"hhcrm-probe{PARTIAL}"
    with file_words():
        probe.write_bytes(b"hhcrm")
        probe.unlink()


def copy_to_second_place(backup: Path, folder: Path, key: bytes | None, now: datetime) -> Path:
    """Copy a backup there, verify the copy, and take away those that need not stay. Raises KnownFault."""
    check_second_place(folder, backup.parent)
    target, partial = folder / backup.name, folder / f"{backup.name}{PARTIAL}"
    try:
        with file_words():
            shutil.copyfile(backup, partial)
            with partial.open("rb+") as copied:
                os.fsync(copied.fileno())
        if inspect_file(partial, key) != inspect_file(backup, key):
            raise StorageFault(translate("storage", "The copy at the second place is not whole. Check that disk."))
        with file_words():
            os.replace(partial, target)
            sync_folder(folder)
    finally:
        partial.unlink(missing_ok=True)
    _thin_out(folder, target, now)
    return target


def _thin_out(folder: Path, newest: Path, now: datetime) -> None:
    """The same ones stay as at home; the newest was verified just now, so there is always a good one."""
    backups = list_backups(folder)
    stay = kept(backups, now)
    for backup in backups:
        if backup not in stay and backup.path != newest:
            backup.path.unlink(missing_ok=True)
