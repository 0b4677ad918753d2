"""The data of an agency as the page in Settings sees them: where they are, backups, check, restore."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hhcrm.ui.settings.data_port import BackupLine, DataFacts, Holding, Preview
from hhcrm.ui.shared.memory import Memory

if TYPE_CHECKING:
    from hhcrm.app.agency import Agency
    from hhcrm.storage.previews import Inside

SECOND_PLACE = "backups.second_place"
"""Where the window remembers the second place: it belongs to this computer, not to the agency."""


class DataWork:
    """A `DataPort` over one agency's folder; `restore` is the program's own."""

    def __init__(self, agency: Agency, memory: Memory, restore: Callable[[Path], None]) -> None:
        self._agency = agency
        self._memory = memory
        self._restore = restore

    def facts(self) -> DataFacts:
        """Where and how much. Called on a worker thread, as all but `restore`."""
        from hhcrm.storage.backup import list_backups

        folder = self._agency.folder
        attached = list(_sizes(folder.attachments))
        backups = tuple(
            BackupLine(backup.path, backup.at, backup.why, _size(backup.path))
            for backup in list_backups(folder.backups)
        )
        return DataFacts(
            where=str(folder.root),
            database_bytes=sum(_size(Path(f"{folder.database}{suffix}")) for suffix in ("", "-wal")),
            attachments=len(attached),
            attachment_bytes=sum(attached),
            backups=backups,
            second=self._memory.get(SECOND_PLACE, ""),
            second_fault=self._agency.second_fault,
            is_file=self._agency.address.is_file,
        )

    def back_up(self) -> None:
        """Make a verified backup now."""
        self._agency.back_up("by hand")

    def verify(self, path: Path) -> int:
        """Look through a whole backup; its number of records."""
        from hhcrm.storage.backup import inspect_file

        return sum(inspect_file(path, self._agency.address.key).rows.values())

    def preview(self, path: Path) -> Preview:
        """What a backup holds, beside what is here."""
        from hhcrm.storage.previews import look_at, look_inside

        inside = look_inside(path, self._agency.address.key)
        return Preview(_holding(inside), _holding(look_at(self._agency.engine())))

    def check(self) -> tuple[str, ...]:
        """Look through everything, as `hhcrm check` does."""
        from hhcrm.storage.check import check

        return tuple(found.words for found in check(self._agency.engine(), self._agency.folder.attachments).findings)

    def set_second(self, folder: str) -> None:
        """From now on copy backups there, beginning with the newest."""
        from hhcrm.storage.second_place import check_second_place

        if folder:
            check_second_place(Path(folder), self._agency.folder.backups)
        self._memory.set(SECOND_PLACE, folder)
        self._agency.second_place = Path(folder) if folder else None
        self._agency.second_fault = ""
        if folder:
            self._agency.copy_newest_backup()

    def restore(self, path: Path) -> None:
        """On the interface thread: the window closes and opens again on what the backup holds."""
        self._restore(path)


def _holding(inside: Inside) -> Holding:
    return Holding(inside.rows, inside.newest_at, inside.newest_label, inside.newest_by, inside.agency)


def _sizes(folder: Path) -> Iterator[int]:
    if folder.is_dir():
        with os.scandir(folder) as found:
            yield from (entry.stat().st_size for entry in found if entry.is_file())


def _size(path: Path) -> int:
    """A file that goes away meanwhile has no size."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
