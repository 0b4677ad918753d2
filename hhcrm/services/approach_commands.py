"""What people order about approaches and what was learned: one frozen command per use case. No SQLAlchemy here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hhcrm.domain.measures import MeasureKey


@dataclass(frozen=True, slots=True)
class NoteApproach:
    """A change in the way of working. `values` holds columns of `Approach`: name and starts_on are required.

    `measures` are those it is to be judged by, one at least; `source_ids` the sources it is about, none for whoever
    else the values say.
    """

    values: Mapping[str, object]
    measures: tuple[MeasureKey, ...]
    source_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EditApproach:
    """Set columns of an approach that was read at `version`; measures and sources, where given, take the old ones'
    place."""

    approach_id: int
    version: int
    values: Mapping[str, object]
    measures: tuple[MeasureKey, ...] | None = None
    source_ids: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class NoteLearned:
    """What was learned, of an approach or of none; without a day today."""

    text: str
    approach_id: int | None = None
    on_day: date | None = None


@dataclass(frozen=True, slots=True)
class EditLearned:
    """Set the text, the day or the approach of a note that was read at `version`."""

    note_id: int
    version: int
    values: Mapping[str, object]
