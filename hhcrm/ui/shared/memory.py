"""Where the window keeps how a person left it: sizes, columns, the last place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Memory(Protocol):
    """Small JSON-able values by name, kept between starts."""

    def get(self, name: str, default: T, /) -> T:
        """The value kept under `name`, the default where there is none."""

    def set(self, name: str, value: object, /) -> None:
        """Keep a value. FileFault when it cannot be written."""


class ShortMemory:
    """A memory that lasts as long as the program."""

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self._values: dict[str, Any] = dict(values or {})

    def get(self, name: str, default: T, /) -> T:
        """The value kept under `name`, the default where there is none."""
        value: T = self._values.get(name, default)
        return value

    def set(self, name: str, value: object, /) -> None:
        """Keep a value."""
        self._values[name] = value
