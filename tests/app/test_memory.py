"""The window remembers, upgrades what it remembers, and starts afresh from a damaged file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hhcrm.app.memory import UPGRADES, Memory, Values


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_what_was_set_is_there_the_next_time(path: Path) -> None:
    memory = Memory(path)
    memory.set("theme", "dark")
    memory.set("columns.sources", [120, 80])
    again = Memory(path)
    assert again.get("theme", "system") == "dark"
    assert again.get("columns.sources", [0]) == [120, 80]
    assert again.damaged is None


def test_without_a_file_there_are_the_defaults_and_nothing_is_written(path: Path) -> None:
    assert Memory(path).get("theme", "system") == "system"
    assert not path.exists()


def test_a_forgotten_value_is_the_default_again(path: Path) -> None:
    Memory(path).set("text_size", 120)
    Memory(path).forget("text_size")
    assert Memory(path).get("text_size", 100) == 100


@pytest.mark.parametrize(("stored", "default"), [("big", 100), (True, 100), (1, False), (None, "x")])
def test_a_value_of_another_type_is_the_default(path: Path, stored: object, default: object) -> None:
    Memory(path).set("value", stored)
    assert Memory(path).get("value", default) is default


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"version": 99, "values": {}}', b"null"])
def test_a_damaged_or_newer_file_is_kept_aside_and_the_defaults_hold(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    memory = Memory(path)
    assert memory.get("theme", "system") == "system"
    assert memory.damaged is not None
    assert memory.damaged.read_bytes() == content
    memory.set("theme", "dark")
    assert Memory(path).get("theme", "system") == "dark"


def test_the_present_version_is_written(path: Path) -> None:
    Memory(path).set("theme", "dark")
    assert json.loads(path.read_text()) == {"version": len(UPGRADES) + 1, "values": {"theme": "dark"}}


def test_older_values_go_through_every_later_step_once(path: Path) -> None:
    def rename(values: Values) -> Values:
        return {"text_size": values["zoom"]}

    def scale(values: Values) -> Values:
        return {"text_size": values["text_size"] * 100}

    path.write_text('{"version": 1, "values": {"zoom": 2}}')
    memory = Memory(path, (rename, scale))
    assert memory.get("text_size", 100) == 200
    memory.set("theme", "dark")
    assert Memory(path, (rename, scale)).get("text_size", 100) == 200


def test_a_step_is_not_taken_by_values_that_are_past_it(path: Path) -> None:
    def never(_: Values) -> Values:
        raise AssertionError("taken again")

    path.write_text('{"version": 2, "values": {"zoom": 2}}')
    assert Memory(path, (never,)).get("zoom", 0) == 2
