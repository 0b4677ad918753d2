"""What the window remembers from one day to the next: geometry, columns, text size, theme.

One small JSON file. Nothing of a record is in it, and nothing is lost when it is: every value has a default.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from hhcrm.app.paths import put_aside, write_atomically

T = TypeVar("T")
Values = Mapping[str, Any]
Step = Callable[[Values], Values]

UPGRADES: Sequence[Step] = ()
"""Step number n (from 1) turns the values of version n into those of version n + 1."""


class Memory:
    """Remembered values by name. `damaged` is where an unreadable file was put aside, else None."""

    def __init__(self, path: Path, upgrades: Sequence[Step] = UPGRADES) -> None:
        self._path = path
        self._version = len(upgrades) + 1
        self.damaged: Path | None = None
        self._values = dict(self._load(upgrades))

    def get(self, name: str, default: T) -> T:
        """The remembered value, or the default where there is none or it is of another type."""
        value = self._values.get(name, default)
        fits = isinstance(value, type(default)) and isinstance(value, bool) == isinstance(default, bool)
        return value if fits else default

    def set(self, name: str, value: object) -> None:
        """Remember a JSON value, on disk when this returns. FileFault when it cannot be written."""
        if name in self._values and self._values[name] == value:
            return
        self._save({**self._values, name: value})

    def forget(self, name: str) -> None:
        """Go back to the default."""
        if name in self._values:
            self._save({key: value for key, value in self._values.items() if key != name})

    def _save(self, values: dict[str, Any]) -> None:
        document = {"version": self._version, "values": values}
        write_atomically(self._path, json.dumps(document, indent=1, sort_keys=True).encode())
        self._values = values

    def _load(self, upgrades: Sequence[Step]) -> Values:
        if not self._path.exists():
            return MappingProxyType({})
        try:
            version, values = _read(self._path.read_bytes())
            if not 1 <= version <= self._version:
                raise ValueError(version)  # of a newer program: we cannot know what its values mean
        except ValueError:
            self.damaged = put_aside(self._path)
            return MappingProxyType({})
        for step in upgrades[version - 1 :]:
            values = step(values)
        return values


def _read(content: bytes) -> tuple[int, Values]:
    """Version and values of a file. ValueError, as JSON and encoding errors are, when not ours."""
    match json.loads(content):
        case {"version": int(version), "values": dict(values)}:
            return version, values
    raise ValueError("not a settings file")
