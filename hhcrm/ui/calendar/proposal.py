"""A proposal for a week, and what a person makes of it: pinned, dropped, moved, replaced. No Qt; each change is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from hhcrm.domain.slots import time_of
from hhcrm.domain.week_plan import Pin, PlannedDay, PlannedStop, WeekPlan, WorkDay
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.queries.week_plan_models import WeekQuestion
from hhcrm.queries.week_plan_words import near_names, stop_reasons
from hhcrm.services.week_plan_commands import AcceptWeek, WeekVisit


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan with what it was made from. `touched` says that it was changed by hand since it was solved.

    `pins` and `dropped` are the person's wishes; solving again keeps them.
    """

    question: WeekQuestion
    plan: WeekPlan
    pins: tuple[Pin, ...] = ()
    dropped: frozenset[int] = frozenset()
    touched: bool = False

    @property
    def stops(self) -> tuple[PlannedStop, ...]:
        """The proposed visits, without the appointments that were there before."""
        return tuple(stop for stop in self.plan.stops if not stop.fixed)

    def stop(self, source_id: int) -> PlannedStop | None:
        """The proposed visit to a source."""
        return next((stop for stop in self.stops if stop.source_id == source_id), None)

    def pinned(self, source_id: int) -> bool:
        """Whether the person wants this one."""
        return any(pin.source_id == source_id for pin in self.pins)

    def overlaps(self) -> tuple[tuple[PlannedStop, PlannedStop], ...]:
        """Stops at the same time, as they come about by hand."""
        found: list[tuple[PlannedStop, PlannedStop]] = []
        for day in self.plan.days:
            ordered = sorted(day.stops, key=lambda stop: stop.starts)
            found.extend((one, other) for one, other in pairwise(ordered) if other.starts < one.ends)
        return tuple(found)

    # What a person does

    def pin(self, source_id: int) -> Proposal:
        """Keep a visit where it stands; one that is left out is wanted somewhere in the week."""
        stop = self.stop(source_id)
        pin = Pin(source_id) if stop is None else Pin(source_id, stop.day, stop.starts)
        made = replace(self, pins=(*self._other_pins(source_id), pin), dropped=self.dropped - {source_id})
        return replace(made, touched=True) if stop is None else made

    def unpin(self, source_id: int) -> Proposal:
        """Let solving again put it elsewhere."""
        return replace(self, pins=self._other_pins(source_id))

    def drop(self, source_id: int) -> Proposal:
        """Take a visit out; solving again leaves it out, too."""
        made = self._without(source_id)
        return replace(made, dropped=made.dropped | {source_id})

    def move(self, source_id: int, day: date, starts: int) -> Proposal:
        """Put a visit on another day or time of the week, and pin it there; elsewhere it stays where it is."""
        stop = self.stop(source_id)
        if stop is None or all(each.day != day for each in self.plan.days):
            return self
        made = self._without(source_id)._with(replace(stop, day=day, starts=starts, worth=self._worth(source_id, day)))
        return replace(made, pins=(*made.pins, Pin(source_id, day, starts)))

    def swap(self, source_id: int, other_id: int) -> Proposal:
        """See another source in the place of one, which is dropped."""
        stop, source = self.stop(source_id), self.question.sources.get(other_id)
        if stop is None or source is None:
            return self
        made = self.drop(source_id)._without(other_id)
        new = replace(
            stop, source_id=other_id, minutes=source.minutes, worth=self._worth(other_id, stop.day), pinned=True
        )
        made = made._with(new)
        pins = (*made.pins, Pin(other_id, stop.day, stop.starts))
        return replace(made, pins=pins, dropped=made.dropped - {other_id})

    # What comes of it

    def command(self) -> AcceptWeek:
        """The order that puts it into the calendar."""
        question = self.question
        visits = []
        for stop in self.stops:
            assert stop.source_id is not None
            source = question.sources[stop.source_id]
            visits.append(
                WeekVisit(
                    source.source_id, source.kind_id, stop.day, time_of(stop.starts), stop.minutes, source.due_on,
                    source.last_visit_on, source.visit_id, source.version,
                )
            )  # fmt: skip
        return AcceptWeek(question.liaison_id, question.monday, tuple(visits), question.planned)

    def marks(self) -> tuple[VisitMark, ...]:
        """The proposed visits as the calendar shows them; each has its source's number, negative, for its own."""
        return tuple(self._mark(stop, near) for stop, near in self._near() if not stop.fixed)

    def hidden(self) -> frozenset[int]:
        """Visits without a time that the proposal gives one: they are shown where it puts them."""
        sources = self.question.sources
        ids = {sources[stop.source_id].visit_id for stop in self.stops if stop.source_id is not None}
        return frozenset(visit_id for visit_id in ids if visit_id is not None)

    def _near(self) -> Iterable[tuple[PlannedStop, str]]:
        for day in self.plan.days:
            yield from zip(day.stops, near_names(self.question, day), strict=True)

    def _mark(self, stop: PlannedStop, near: str) -> VisitMark:
        question = self.question
        assert stop.source_id is not None
        return VisitMark(
            -stop.source_id, stop.source_id, question.name_of(stop.source_id), stop.day, time_of(stop.starts),
            stop.minutes, stop.minutes, VisitStatus.PLANNED, "", question.liaison_id, question.liaison,
            stop_reasons(question, stop, near), "", 1, proposed=True, pinned=self.pinned(stop.source_id),
        )  # fmt: skip

    # Inside

    def _other_pins(self, source_id: int) -> tuple[Pin, ...]:
        return tuple(pin for pin in self.pins if pin.source_id != source_id)

    def _worth(self, source_id: int, day: date) -> float:
        one = self.question.candidate(source_id)
        worths = (
            {} if one is None else dict(zip((each.day for each in self.question.problem.days), one.worth, strict=True))
        )
        return worths.get(day, 0.0)

    def _without(self, source_id: int) -> Proposal:
        days = tuple(
            self._timed(day, [stop for stop in day.stops if stop.fixed or stop.source_id != source_id])
            for day in self.plan.days
        )
        left = tuple(one for one in self.plan.left_out if one.source_id != source_id)
        plan = replace(self.plan, days=days, left_out=left)
        return replace(self, plan=plan, pins=self._other_pins(source_id), touched=True)

    def _with(self, stop: PlannedStop) -> Proposal:
        days = tuple(self._timed(day, [*day.stops, stop]) if day.day == stop.day else day for day in self.plan.days)
        return replace(self, plan=replace(self.plan, days=days), touched=True)

    def _timed(self, day: PlannedDay, stops: Sequence[PlannedStop]) -> PlannedDay:
        """A day with these stops in the order of their times, its drives anew."""
        if tuple(stops) == day.stops:
            return day
        work = next(each for each in self.question.problem.days if each.day == day.day)
        return driven(self.question, work, day, stops)


def driven(question: WeekQuestion, work: WorkDay, day: PlannedDay, stops: Sequence[PlannedStop]) -> PlannedDay:
    """A day with these stops in order, each with the drive that leads to it, and the drive at the end."""
    travel, here, done = question.problem.travel, work.start_place, []
    ordered = sorted(stops, key=lambda each: (each.starts, each.key, each.source_id or 0))
    places = question.places_of([(stop.source_id, stop.key) for stop in ordered])
    for stop, there in zip(ordered, places, strict=True):
        done.append(replace(stop, drive_minutes=travel.minutes(here, there)))
        here = there
    home = travel.minutes(here, work.end_place) if done else 0
    return PlannedDay(day.day, tuple(done), day.lunch_starts, home)
