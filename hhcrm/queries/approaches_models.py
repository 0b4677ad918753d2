"""What approaches are and what came of them; no database library here, the window and the charts import it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hhcrm.domain.comparing import Difference, Sides, Way, Weeks
from hhcrm.domain.measures import Definition, MeasureKey
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import ReadingBehind


@dataclass(frozen=True, slots=True)
class Named:
    """A row by its id and what it is called."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom an approach is about: what all of these say; with none of them, everybody."""

    liaison: Named | None = None
    team: Named | None = None
    territory: Named | None = None
    type: Named | None = None
    kind: Named | None = None
    material: Named | None = None
    sources: tuple[Named, ...] = ()

    @property
    def is_everybody(self) -> bool:
        """Whether it leaves nobody out."""
        return not self.sources and all(one is None for one in self.chosen)

    @property
    def chosen(self) -> tuple[Named | None, ...]:
        """All but the sources, in the order in which they are said."""
        return (self.type, self.territory, self.team, self.liaison, self.kind, self.material)

    @property
    def is_of_sources(self) -> bool:
        """Whether named sources alone say it, so that those outside can be asked for as well."""
        return bool(self.sources) and all(one is None for one in self.chosen)

    def asked(self, weeks: Weeks) -> MeasureFilter:
        """What lies in it, of these weeks."""
        return MeasureFilter(
            weeks.first,
            weeks.last,
            liaison_id=_id(self.liaison),
            type_id=_id(self.type),
            territory_id=_id(self.territory),
            team_id=_id(self.team),
            kind_id=_id(self.kind),
            material_id=_id(self.material),
            source_ids=tuple(source.id for source in self.sources),
        )


def _id(named: Named | None) -> int | None:
    return None if named is None else named.id


@dataclass(frozen=True, slots=True)
class ApproachItem:
    """A change in the way of working, as it was noted; `notes` is how often something was learned of it."""

    approach_id: int
    version: int
    name: str
    what: str
    starts_on: date
    ends_on: date | None
    scope: Scope
    measures: tuple[MeasureKey, ...]
    notes: int
    archived: bool

    def has_begun(self, today: date) -> bool:
        """Whether its first day has come."""
        return self.starts_on <= today

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.ends_on is not None and self.ends_on < today


@dataclass(frozen=True, slots=True)
class LearnedItem:
    """What was learned, when and by whom; of an approach, or of none."""

    note_id: int
    version: int
    approach_id: int | None
    approach: str
    on_day: date
    by_name: str
    text: str


@dataclass(frozen=True, slots=True)
class LearnedPage:
    """A page of the journal, the newest first."""

    offset: int
    total: int
    lines: tuple[LearnedItem, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its weeks, its value, and what it is made of.

    `value` is the mean week of a count or sum, else in the measure's unit. `whole` is the same over all its weeks: the
    sum itself, where it is one. `behind` are its rows, None where those outside cannot be asked for.
    """

    weeks: Weeks
    value: float | None
    whole: float | None
    cases: int
    pending: int = 0
    behind: ReadingBehind | None = None


@dataclass(frozen=True, slots=True)
class WeekValue:
    """The value of one week, None where there is nothing to say it from; `behind` are its rows."""

    monday: date
    value: float | None
    cases: int
    behind: ReadingBehind


@dataclass(frozen=True, slots=True)
class ComparedMeasure:
    """One measure of an approach: both sides, those outside beside them where asked, and how far they are apart.

    `refused` says in words why the measure cannot be told for this approach, "" where it can.
    """

    definition: Definition
    before: Side
    after: Side
    difference: Difference
    others: tuple[Side, Side] | None = None
    weekly: tuple[WeekValue, ...] = ()
    attributed: bool = False
    lacks: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of an approach, in one of the ways to look at it."""

    approach: ApproachItem
    way: Way
    sides: Sides
    measures: tuple[ComparedMeasure, ...]
    fewest_cases: int
    everybody: bool = False
    """Whether with and without was asked of an approach that leaves nobody out: there is nothing to hold it against."""
