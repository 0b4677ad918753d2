"""A liaison's week before it is planned, its sources in words. No SQLAlchemy: the window imports it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hhcrm.domain.week_plan import Candidate, Pin, Place, PlanProblem


@dataclass(frozen=True, slots=True)
class PlanSource:
    """A source that may be in the plan.

    `reasons` are ready words, the weightiest first; `tone` is overdue, due or none; `expected` is in referrals a month.
    `visit_id` and `version` are those of a visit that is planned on a day of the week without a time: the plan gives it
    one. `due_on` and `last_visit_on` are what the plan rests on: accepting it asks whether they still hold.
    """

    source_id: int
    name: str
    minutes: int
    kind_id: int
    due_on: date
    last_visit_on: date | None
    reasons: tuple[str, ...]
    tone: str
    expected: float
    place_known: bool
    visit_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class PlanAppointment:
    """A visit of the week that has a time already and keeps it."""

    visit_id: int
    source_id: int
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class WeekQuestion:
    """All that a plan of a week is made from, read at one moment.

    `planned` are the liaison's planned visits of that week with their versions: accepting asks whether they still are
    what they were. `notes` are sentences about what the plan has to live with.
    """

    liaison_id: int
    liaison: str
    monday: date
    problem: PlanProblem
    sources: Mapping[int, PlanSource]
    appointments: Mapping[str, PlanAppointment]
    planned: tuple[tuple[int, int], ...]
    notes: tuple[str, ...]

    def name_of(self, source_id: int | None, key: str = "") -> str:
        """What a stop of the plan is called."""
        if key in self.appointments:
            return self.appointments[key].name
        return self.sources[source_id].name if source_id is not None and source_id in self.sources else ""

    def places_of(self, stops: Sequence[tuple[int | None, str]]) -> tuple[Place | None, ...]:
        """Where stops of the plan are, each given as its source and the key of its appointment."""
        fixed = {one.key: one.place for one in self.problem.appointments}
        wanted = {source_id for source_id, _ in stops}
        free = {one.source_id: one.place for one in self.problem.candidates if one.source_id in wanted}
        return tuple(fixed.get(key) if key else free.get(source_id or 0) for source_id, key in stops)

    def candidate(self, source_id: int | None) -> Candidate | None:
        """A source of the problem."""
        return next((one for one in self.problem.candidates if one.source_id == source_id), None)

    def wished(self, pins: Sequence[Pin], dropped: Collection[int]) -> PlanProblem:
        """The problem with what the person wants: pinned sources are in the plan, dropped ones are not.

        A pin of the person goes before that of a visit planned without a time, and a dropped visit stays as it is.
        """
        own = {pin.source_id for pin in pins}
        kept = tuple(pin for pin in self.problem.pins if pin.source_id not in own and pin.source_id not in dropped)
        return replace(
            self.problem,
            candidates=tuple(one for one in self.problem.candidates if one.source_id not in dropped),
            pins=(*kept, *pins),
        )
