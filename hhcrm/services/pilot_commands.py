"""What people order about pilots: one frozen command per use case. No SQLAlchemy here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hhcrm.domain.standards import Standard


@dataclass(frozen=True, slots=True)
class ProposePilot:
    """A new pilot. `values` holds columns of `Pilot`: source_id, name, starts_on, ends_on are required.

    Without `proposed_on` it was proposed today, or on the day it starts where that lies before; without `owner_id` it
    is its source's owner's.
    """

    values: Mapping[str, object]
    standards: tuple[Standard, ...]


@dataclass(frozen=True, slots=True)
class EditPilot:
    """Set columns of a pilot that was read at `version`; `standards`, where given, take the place of all it has."""

    pilot_id: int
    version: int
    values: Mapping[str, object]
    standards: tuple[Standard, ...] | None = None


@dataclass(frozen=True, slots=True)
class StartPilot:
    """The source said yes: a proposed pilot runs. A finished one runs again, its result kept."""

    pilot_id: int
    version: int


@dataclass(frozen=True, slots=True)
class FinishPilot:
    """A running pilot is over: what came of it and what comes next. Before its last day it ends today."""

    pilot_id: int
    version: int
    result: str
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class DeclinePilot:
    """The source said no to a proposed pilot; why."""

    pilot_id: int
    version: int
    why: str


@dataclass(frozen=True, slots=True)
class ProposeAgain:
    """A declined pilot, or one that was started by mistake, is proposed again."""

    pilot_id: int
    version: int
