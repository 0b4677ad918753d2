"""What a use case changed: the only thing that comes back from a service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NOTHING: Mapping[str, frozenset[int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Which rows of which tables changed, under which label.

    `rows` maps table names to row ids; an empty set means "many, ask again". `step_id` is the journal step, None when
    nothing was written. `subject` is the row the command was about (the visit logged, the source added). `told` is what
    the person must hear of it in place of what they meant to do: not all of it could be done.
    """

    label: str
    rows: Mapping[str, frozenset[int]] = field(default_factory=lambda: _NOTHING)
    step_id: int | None = None
    undoable: bool = True
    subject: int | None = None
    told: str = ""

    @property
    def tables(self) -> frozenset[str]:
        """Names of the tables touched."""
        return frozenset(self.rows)

    def touches(self, *tables: str) -> bool:
        """Whether any of these tables changed."""
        return any(table in self.rows for table in tables)
