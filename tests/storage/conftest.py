"""Fixtures of the storage tests."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from hhcrm.storage.work import UnitOfWork
from tests.databases import address, empty_address, engine, filled, kind, work
from tests.storage.rows import Ground, lay_ground

__all__ = ["address", "empty_address", "engine", "filled", "ground", "kind", "small_disk", "work"]


@pytest.fixture
def ground(work: UnitOfWork) -> Ground:
    """The rows that others point at: one type of source, a kind of visit that counts and one that does not, a user."""
    return lay_ground(work)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for less than one of our databases. Needs root on Linux; without it the test is skipped."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(folder)]
    mount = shutil.which("mount")
    if mount is None or subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode:
        pytest.skip("a small disk can only be made by root on Linux")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)
