"""Where the window keeps how a person left it: sizes, columns, the last place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol


class Memory(Protocol):
    """Small JSON-able values by name, kept between starts."""

    def get(self, key: str, default: Any = None) -> Any:
        """The value kept under `key`."""

    def set(self, key: str, value: Any) -> None:
        """Keep a value."""


class ShortMemory:
    """A memory that lasts as long as the program."""

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self._values: dict[str, Any] = dict(values or {})

    def get(self, key: str, default: Any = None) -> Any:
        """The value kept under `key`."""
        return self._values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Keep a value."""
        self._values[key] = value
