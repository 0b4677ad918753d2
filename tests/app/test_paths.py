"""The agency's folder and the program's resources are where they should be, and files are written whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from hhcrm.app.paths import Folder, data_folder, put_aside, resource_path, write_atomically
from hhcrm.domain.errors import CannotOpen, FileFault


def test_the_argument_comes_before_the_variable_and_the_variable_before_the_usual_place(
    tmp_path: Path,
) -> None:
    environ = {"HHCRM_DATA": str(tmp_path / "variable")}
    assert data_folder(tmp_path / "argument", environ) == tmp_path / "argument"
    assert data_folder(None, environ) == tmp_path / "variable"
    usual = data_folder(None, {})
    assert usual.is_absolute()
    assert usual.name == "hhcrm"
    assert data_folder("", {"HHCRM_DATA": ""}) == usual


def test_a_relative_folder_and_the_home_sign_are_made_absolute() -> None:
    assert data_folder("agency", {}) == Path.cwd() / "agency"
    assert data_folder("~/agency", {}) == Path.home() / "agency"


def test_making_a_folder_makes_its_rooms_and_making_it_again_changes_nothing(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "new" / "agency").make()
    folder.settings.write_text("kept")
    folder.make()
    rooms = {path.name for path in folder.root.iterdir() if path.is_dir()}
    assert rooms == {"backups", "attachments", "drafts", "logs", "cache"}
    assert folder.settings.read_text() == "kept"
    assert folder.database == folder.root / "agency.db"


def test_a_folder_that_cannot_be_made_is_a_known_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotOpen, match="--data"):
        Folder(tmp_path / "file" / "agency").make()


def test_resources_are_found_in_a_checkout() -> None:
    assert (resource_path("icons").parent / "help").is_dir()


def test_resources_are_found_in_a_frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("icons", "plus.svg") == tmp_path / "resources" / "icons" / "plus.svg"


def test_a_file_is_replaced_whole_and_no_spare_is_left(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_file_stays_when_the_new_one_cannot_be_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileFault, match="No space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_damaged_file_put_aside_covers_no_earlier_one(tmp_path: Path) -> None:
    kept = []
    for content in ("first", "second"):
        path = tmp_path / "file.json"
        path.write_text(content)
        kept.append(put_aside(path))
    assert [path.read_text() for path in kept] == ["first", "second"]
