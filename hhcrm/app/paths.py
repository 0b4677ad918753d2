"""Where things lie: the program's own resources, and the folder that holds everything of one agency."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hhcrm.domain.errors import CannotOpen, FileFault
from hhcrm.domain.wording import translate

PROGRAM = "hhcrm"
DATA_VARIABLE = "HHCRM_DATA"


def resource_path(*parts: str) -> Path:
    """A file of the program's own resources, by its place under `resources/`.

    Frozen they are unpacked beside the code; in a checkout they lie at its top; an installed wheel has them
    under the environment's `share/hhcrm`.
    """
    return _resources().joinpath(*parts)


def data_folder(argument: str | os.PathLike[str] | None, environ: Mapping[str, str]) -> Path:
    """The agency's folder: `--data`, else HHCRM_DATA, else the desktop's usual place for application data."""
    named = argument or environ.get(DATA_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs  # late: a start whose folder is named does without

    return platformdirs.user_data_path(PROGRAM, appauthor=False).absolute()


@dataclass(frozen=True, slots=True)
class Folder:
    """Everything of one agency, under one roof."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "agency.db"

    @property
    def backups(self) -> Path:
        """Whole, verified copies of the database."""
        return self.root / "backups"

    @property
    def attachments(self) -> Path:
        """Files that people attached to records."""
        return self.root / "attachments"

    @property
    def drafts(self) -> Path:
        """Half-filled forms (drafts.py)."""
        return self.root / "drafts"

    @property
    def logs(self) -> Path:
        """The local log (crash_log.py)."""
        return self.root / "logs"

    @property
    def cache(self) -> Path:
        """What can be made again: fonts of the charts, directories that were read."""
        return self.root / "cache"

    @property
    def settings(self) -> Path:
        """What the window remembers (memory.py)."""
        return self.root / "settings.json"

    @property
    def window_lock(self) -> Path:
        """Held by the window that has this folder open (single.py)."""
        return self.root / "window.lock"

    def make(self) -> Folder:
        """Make the folder and its rooms, for this person only, where missing. CannotOpen when it cannot."""
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
            for room in (self.backups, self.attachments, self.drafts, self.logs, self.cache):
                room.mkdir(exist_ok=True, mode=0o700)
        except OSError as error:
            raise CannotOpen(
                translate("app", "The folder {root} cannot be used ({why}). Choose another one with --data.").format(
                    root=self.root, why=error.strerror
                )
            ) from error
        return self


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` there so that a kill or a power cut leaves the old file or the new one, never a part.

    FileFault when it cannot be written; the old file is then untouched.
    """
    import tempfile  # late: a start reads and writes nothing

    spare: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".tmp")
        spare = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        if spare is not None:
            spare.unlink(missing_ok=True)
        raise FileFault(
            translate(
                "app",
                "{name} could not be written ({why}). Make room on the disk or check the folder's "
                "permissions, then try again.",
            ).format(name=path.name, why=error.strerror)
        ) from error


def put_aside(path: Path) -> Path:
    """Rename a damaged file out of the way, under a name that is free, and return that name."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return path.replace(aside)


def _resources() -> Path:
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen) / "resources"
    checkout = Path(__file__).resolve().parents[2] / "resources"
    if (checkout / "icons").is_dir():
        return checkout
    return Path(sys.prefix) / "share" / PROGRAM / "resources"


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut. Windows neither can nor needs to."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
