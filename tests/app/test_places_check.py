"""A folder where SQLite comes to harm is named, and an ordinary one is not."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from hhcrm.app.places_check import Machine, Mount, linux_mounts, mac_mounts, this_machine, unsafe_place

LINUX_TABLE = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /mnt/office nfs4 rw,vers=4.2 0 0
//nas/share /mnt/Our\\040Share cifs rw 0 0
/dev/sdb1 /mnt/office/disk ext4 rw 0 0
me@host: /home/ann/far fuse.sshfs rw 0 0
tmpfs /covered tmpfs rw 0 0
server:/x /covered nfs rw 0 0
"""
MAC_LISTING = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)
//ann@nas/share on /Volumes/Our Share (smbfs, nodev, nosuid, mounted by ann)
"""


def machine(
    platform: str = "linux",
    mounts: Iterable[Mount] = (),
    environ: Mapping[str, str] | None = None,
    marks: Mapping[str, str] | None = None,
    remote: str = "",
) -> Machine:
    found = tuple(mounts)
    marked = marks or {}

    def names_in(folder: PurePath) -> Iterable[str]:
        return [marked[str(folder)]] if str(folder) in marked else []

    return Machine(platform, environ or {}, lambda: found, lambda anchor: anchor == remote, names_in)


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/mnt/office/agency", "nfs4"),
        ("/mnt/Our Share/agency", "cifs"),
        ("/home/ann/far", "fuse.sshfs"),
        ("/covered/agency", "nfs"),
    ],
)
def test_a_network_mount_on_linux_is_named(place: str, kind: str) -> None:
    words = unsafe_place(PurePosixPath(place), machine(mounts=linux_mounts(LINUX_TABLE)))
    assert words is not None
    assert kind in words
    assert "damaged" in words


@pytest.mark.parametrize("place", ["/home/ann/agency", "/mnt/office/disk/agency", "/mnt/office2", "/home/ann/farm"])
def test_an_own_disk_on_linux_is_fine(place: str) -> None:
    assert unsafe_place(PurePosixPath(place), machine(mounts=linux_mounts(LINUX_TABLE))) is None


def test_a_share_on_a_mac_is_named_and_its_own_disk_is_fine() -> None:
    mac = machine("darwin", mac_mounts(MAC_LISTING))
    assert "smbfs" in (unsafe_place(PurePosixPath("/Volumes/Our Share/agency"), mac) or "")
    assert unsafe_place(PurePosixPath("/Users/ann/Library/Application Support/hhcrm"), mac) is None


def test_a_windows_share_and_a_mapped_drive_are_named_and_an_own_drive_is_fine() -> None:
    windows = machine("win32", remote="Z:\\")
    assert unsafe_place(PureWindowsPath(r"\\nas\share\agency"), windows) is not None
    assert unsafe_place(PureWindowsPath(r"Z:\agency"), windows) is not None
    assert unsafe_place(PureWindowsPath(r"C:\Users\ann\AppData\Local\hhcrm"), windows) is None


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (r"C:\Users\ann\OneDrive - Sunrise Home Health\agency", "OneDrive"),
        (r"C:\Users\ann\Dropbox (Sunrise)\agency", "Dropbox"),
        (r"G:\My Drive\agency", "Google Drive"),
        (r"C:\Users\ann\iCloudDrive\agency", "iCloud"),
        (r"C:\Users\ann\Box\agency", "Box"),
    ],
)
def test_a_synchronised_folder_on_windows_is_named(place: str, name: str) -> None:
    words = unsafe_place(PureWindowsPath(place), machine("win32"))
    assert words is not None
    assert name in words


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/agency", "iCloud"),
        ("/Users/ann/Library/CloudStorage/Box-Box/agency", "Box"),
        ("/Users/ann/Library/CloudStorage/SomethingElse/agency", "a cloud drive"),
        ("/home/ann/Nextcloud/agency", "Nextcloud"),
    ],
)
def test_a_synchronised_folder_on_mac_and_linux_is_named(place: str, name: str) -> None:
    words = unsafe_place(PurePosixPath(place), machine("darwin"))
    assert words is not None
    assert name in words


def test_onedrive_is_known_by_its_variable_whatever_the_folder_is_called() -> None:
    windows = machine("win32", environ={"OneDriveCommercial": r"D:\Work"})
    assert "OneDrive" in (unsafe_place(PureWindowsPath(r"D:\work\agency"), windows) or "")
    assert unsafe_place(PureWindowsPath(r"D:\Workshop\agency"), windows) is None


def test_a_mark_in_any_folder_above_is_enough() -> None:
    marked = machine(marks={"/data/team": ".stfolder"})
    assert "Syncthing" in (unsafe_place(PurePosixPath("/data/team/crm/agency"), marked) or "")
    assert unsafe_place(PurePosixPath("/data/other"), marked) is None


@pytest.mark.parametrize("place", ["/srv/mailbox/agency", "/home/box/agency", "/home/ann/My Drives/agency"])
def test_a_name_that_only_resembles_a_cloud_is_fine(place: str) -> None:
    assert unsafe_place(PurePosixPath(place), machine()) is None


def test_the_dropbox_programs_own_folder_in_the_home_marks_nothing_and_its_file_does(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / "Team").mkdir()
    names_in = this_machine().names_in
    assert list(names_in(tmp_path)) == []
    (tmp_path / "Team" / ".dropbox").write_text("")
    assert list(names_in(tmp_path / "Team")) == [".dropbox"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has drives")
def test_this_machines_mount_table_is_read() -> None:
    assert any(mount.point == "/" for mount in this_machine().mounts())


def test_a_link_is_followed_to_where_the_files_really_lie(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "near").symlink_to(tmp_path / "far")
    asked = machine(mounts=[Mount("/", "ext4"), Mount(str(tmp_path / "far"), "nfs")])
    assert unsafe_place(tmp_path / "near" / "agency", asked) is not None
    assert unsafe_place(tmp_path / "agency", asked) is None
