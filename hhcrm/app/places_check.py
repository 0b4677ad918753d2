"""Whether a folder lies where an SQLite database can come to harm.

SQLite's write-ahead log needs memory shared between processes, which network file systems do not have, and
programs that copy files while they are written make copies that do not fit together.
https://www.sqlite.org/wal.html, https://www.sqlite.org/howtocorrupt.html
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from hhcrm.domain.wording import translate

NETWORK_KINDS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afpfs",
        "webdav",
        "davfs",
        "9p",
        "afs",
        "ceph",
        "glusterfs",
        "lustre",
        "gpfs",
        "beegfs",
        "ncpfs",
        "vboxsf",
        "vmhgfs",
        "prl_fs",
        "fuse.sshfs",
        "fuse.davfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.gcsfuse",
        "fuse.gvfsd-fuse",
        "fuse.ceph",
        "fuse.glusterfs",
        "fuse.vmhgfs-fuse",
        "fuse.google-drive-ocamlfuse",
        "fuse.onedriver",
        "fuse.smbnetfs",
        "sshfs",
        "macfuse",
        "osxfuse",
    }
)
"""Names of file systems that are not this computer's own disk, as Linux and macOS write them."""

_CLOUD_FOLDERS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"onedrive( - .*)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"dropbox( \(.*\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"google ?drive|my drive|drivefs", re.IGNORECASE), "Google Drive"),
    (re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs", re.IGNORECASE), "iCloud"),
    (re.compile(r"Box|Box Sync|Box-Box"), "Box"),
    (re.compile(r"nextcloud|owncloud", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"pcloud ?drive|pclouddrive", re.IGNORECASE), "pCloud"),
)
_CLOUD_STORAGE = re.compile(r"cloudstorage", re.IGNORECASE)
_MARKERS = {
    ".dropbox": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".stfolder": "Syncthing",
}
_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


@dataclass(frozen=True, slots=True)
class Mount:
    """A place in the file system and the kind of file system that begins there."""

    point: str
    kind: str


@dataclass(frozen=True, slots=True)
class Machine:
    """What is asked of the machine; tests give another one."""

    platform: str
    environ: Mapping[str, str]
    mounts: Callable[[], Sequence[Mount]]
    remote_drive: Callable[[str], bool]
    names_in: Callable[[PurePath], Iterable[str]]


def unsafe_place(path: PurePath, machine: Machine | None = None) -> str | None:
    """Why an agency's database should not lie in this folder, in words for the person; None when it may."""
    asked = this_machine() if machine is None else machine
    whole = path.resolve() if isinstance(path, Path) else path
    if (cloud := _cloud(whole, asked)) is not None:
        return translate(
            "app",
            "This folder is kept in step by {cloud}, which copies the database while it is written "
            "and can damage it. Choose a folder on this computer that is not synchronised; backups "
            "may lie there.",
        ).format(cloud=cloud)
    if (network := _network(whole, asked)) is not None:
        return translate(
            "app",
            "This folder lies on {network}, where the database can be damaged when the connection "
            "drops or two computers write. Choose a folder on this computer's own disk, or share a "
            "PostgreSQL server.",
        ).format(network=network)
    return None


def this_machine() -> Machine:
    """The machine the program runs on."""
    return Machine(sys.platform, os.environ, _mounts, _remote_drive, _names_in)


def linux_mounts(table: str) -> tuple[Mount, ...]:
    """The mounts in the words of /proc/mounts: device, point, kind, options; blanks are written as \\040."""
    fields = [line.split() for line in table.splitlines()]
    return tuple(Mount(_unescape(field[1]), field[2]) for field in fields if len(field) > 2)


def mac_mounts(listing: str) -> tuple[Mount, ...]:
    """The mounts in the words of macOS's `mount`: `device on point (kind, options)`."""
    found = re.finditer(r"^.*? on (?P<point>/.*) \((?P<kind>[^,)]+).*\)$", listing, re.MULTILINE)
    return tuple(Mount(match["point"], match["kind"]) for match in found)


def _cloud(path: PurePath, machine: Machine) -> str | None:
    for variable in _ONEDRIVE_VARIABLES:
        if (root := machine.environ.get(variable)) and path.is_relative_to(type(path)(root)):
            return "OneDrive"
    for part in path.parts:
        for pattern, name in _CLOUD_FOLDERS:
            if pattern.fullmatch(part):
                return name
    if any(_CLOUD_STORAGE.fullmatch(part) for part in path.parts):
        return translate("app", "a cloud drive")
    return _marked(path, machine)


def _marked(path: PurePath, machine: Machine) -> str | None:
    """The sync program that left its mark in this folder or above."""
    for folder in (path, *path.parents):
        for name in machine.names_in(folder):
            if name in _MARKERS:
                return _MARKERS[name]
    return None


def _network(path: PurePath, machine: Machine) -> str | None:
    if machine.platform == "win32":
        shared = path.drive.startswith("\\\\") or machine.remote_drive(path.anchor)
        return translate("app", "a network drive") if shared else None
    around = [mount for mount in machine.mounts() if path.is_relative_to(type(path)(mount.point))]
    # Of two mounts on the same point the later one covers the earlier.
    nearest = max(enumerate(around), key=lambda pair: (len(pair[1].point), pair[0]), default=None)
    if nearest is None or nearest[1].kind not in NETWORK_KINDS:
        return None
    return translate("app", "a network or shared drive ({kind})").format(kind=nearest[1].kind)


def _unescape(point: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), point)


def _mounts() -> Sequence[Mount]:
    """The mount table; empty where the system does not tell, because then there is nothing to warn of."""
    try:
        if sys.platform == "darwin":
            listing = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True)
            return mac_mounts(listing.stdout)
        else:
            return linux_mounts(Path("/proc/mounts").read_text(errors="surrogateescape"))
    except (OSError, subprocess.SubprocessError):
        return ()


def _remote_drive(anchor: str) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE_DRIVE)
    else:
        return False


def _names_in(folder: PurePath) -> Iterable[str]:
    """The marks that lie in a folder. The folder `~/.dropbox` is the client's own and marks nothing."""
    here = Path(folder)
    return [mark for mark in _MARKERS if (here / mark).exists() and not _is_client(here / mark)]


def _is_client(mark: Path) -> bool:
    return mark.name == ".dropbox" and mark.is_dir()
