"""Whether a plan keeps what a week's problem asks: nothing lost, nothing overlapping, nobody seen who is closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from hhcrm.domain.week_plan import (
    Appointment,
    Candidate,
    Lunch,
    Pin,
    Place,
    PlannedDay,
    PlannedStop,
    PlanProblem,
    WeekPlan,
    WorkDay,
)


def faults(problem: PlanProblem, plan: WeekPlan) -> tuple[str, ...]:
    """Everything that is wrong with a plan, each with its day; none for a plan that may be shown.

    A drive between two visits that the person gave a time, or between one and the end of the working day, may be longer
    than the time for it: they stay where they are.
    """
    return tuple(_of_the_whole(problem, plan)) + tuple(
        f"{work.day}: {words}"
        for work, planned in zip(problem.days, plan.days, strict=False)
        for words in _Day(problem, work, planned).faults()
    )


def _of_the_whole(problem: PlanProblem, plan: WeekPlan) -> Iterator[str]:
    if [day.day for day in plan.days] != [work.day for work in problem.days]:
        yield "other days than those asked for"
    stops = plan.stops
    planned = Counter(stop.source_id for stop in stops if not stop.fixed)
    left_out = Counter(it.source_id for it in plan.left_out)
    if planned + left_out != Counter({candidate.source_id: 1 for candidate in problem.candidates}):
        yield "a candidate is lost or there twice"
    kept = Counter((stop.key, stop.source_id, stop.day, stop.starts, stop.minutes) for stop in stops if stop.fixed)
    days = {work.day for work in problem.days}
    asked = [it for it in problem.appointments if it.day in days]
    if kept != Counter((it.key, it.source_id, it.day, it.starts, it.minutes) for it in asked):
        yield "an appointment is lost or moved"
    seen = {it.source_id for it in asked}
    if not all(pin.source_id in seen or any(_keeps(stop, pin) for stop in stops) for pin in problem.pins):
        yield "a pin is lost or moved"


def _keeps(stop: PlannedStop, pin: Pin) -> bool:
    same = stop.source_id == pin.source_id and stop.pinned
    return same and pin.day in (None, stop.day) and pin.starts in (None, stop.starts)


class _Day:
    """One planned day beside what was asked of it."""

    def __init__(self, problem: PlanProblem, work: WorkDay, planned: PlannedDay) -> None:
        self._travel = problem.travel
        self._work = work
        self._planned = planned
        self._number = problem.days.index(work)
        self._candidates = {it.source_id: it for it in problem.candidates}
        self._appointments = {it.key: it for it in problem.appointments}
        self._timed = {pin.source_id for pin in problem.pins if pin.day is not None and pin.starts is not None}

    def faults(self) -> Iterator[str]:
        """What is wrong with this day."""
        for stop in self._planned.stops:
            yield from self._of_a_stop(stop)
        yield from self._of_times()
        yield from self._of_lunch()

    def _of_a_stop(self, stop: PlannedStop) -> Iterator[str]:
        if stop.day != self._work.day:
            yield "a stop of another day"
        if stop.starts < self._work.starts or stop.ends > self._work.ends:
            yield f"{stop.source_id} is outside the working day"
        if stop.fixed:
            return
        candidate = self._candidates[stop.source_id or 0]
        if not any(it.opens <= stop.starts and stop.ends <= it.closes for it in candidate.windows[self._number]):
            yield f"{stop.source_id} is closed"
        if (stop.minutes, stop.worth) != (candidate.minutes, candidate.worth[self._number]):
            yield f"{stop.source_id} has other minutes or worth than the candidate"

    def _of_times(self) -> Iterator[str]:
        stops = self._planned.stops
        if not stops:
            if self._planned.drive_home_minutes or self._planned.lunch_starts is not None:
                yield "a drive or lunch on an empty day"
            return
        places = [self._work.start_place, *map(self._place, stops), self._work.end_place]
        drives = [*(stop.drive_minutes for stop in stops), self._planned.drive_home_minutes]
        if drives != [self._travel.minutes(origin, target) for origin, target in pairwise(places)]:
            yield "other drives than the travel gives"
        begins = [self._work.starts, *(stop.ends for stop in stops)]
        ends = [*(stop.starts for stop in stops), self._work.ends]
        timed = [True, *map(self._is_timed, stops), True]
        for (free, needed), drive, both in zip(
            zip(begins, ends, strict=True), drives, map(all, pairwise(timed)), strict=True
        ):
            lunch = self._lunch_between(free, needed)
            if needed < free or (needed - free < drive + lunch and (lunch or not both)):
                yield f"{drive} minutes of driving do not fit between {free} and {needed}"

    def _of_lunch(self) -> Iterator[str]:
        lunch, begins, stops = self._work.lunch, self._planned.lunch_starts, self._planned.stops
        if begins is not None:
            if lunch is None or not lunch.earliest <= begins <= lunch.latest:
                yield f"lunch at {begins}"
            elif any(stop.starts < begins + lunch.minutes and begins < stop.ends for stop in stops):
                yield "a visit during lunch"
        elif lunch is not None and stops and not self._home_before(lunch, stops[-1]) and self._has_place_for(lunch):
            yield "no lunch"

    def _home_before(self, lunch: Lunch, last: PlannedStop) -> bool:
        """Whether one is home before lunch must begin."""
        home = last.ends + self._travel.minutes(self._place(last), self._work.end_place)
        return (min(home, self._work.ends) if self._is_timed(last) else home) <= lunch.latest

    def _has_place_for(self, lunch: Lunch) -> bool:
        """Whether the visits with a time leave room for lunch."""
        timed = [stop for stop in self._planned.stops if self._is_timed(stop)]
        if timed and self._home_before(lunch, timed[-1]):
            return True
        frees = [(self._work.starts, self._work.start_place), *((it.ends, self._place(it)) for it in timed)]
        nexts = [*((it.starts, self._place(it)) for it in timed), (self._work.ends, self._work.end_place)]
        return any(
            free <= lunch.latest
            and max(free + self._travel.minutes(here, there), lunch.earliest) + lunch.minutes <= needed
            for (free, here), (needed, there) in zip(frees, nexts, strict=True)
        )

    def _lunch_between(self, free: int, needed: int) -> int:
        begins, lunch = self._planned.lunch_starts, self._work.lunch
        return lunch.minutes if lunch is not None and begins is not None and free <= begins < needed else 0

    def _is_timed(self, stop: PlannedStop) -> bool:
        return stop.fixed or stop.source_id in self._timed

    def _place(self, stop: PlannedStop) -> Place | None:
        found: Appointment | Candidate = (
            self._appointments[stop.key] if stop.fixed else self._candidates[stop.source_id or 0]
        )
        return found.place
