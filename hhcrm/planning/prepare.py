"""From a problem as the program states it to the ground the solvers work on; says what cannot be planned at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from hhcrm.domain.days import say_full_day, say_time
from hhcrm.domain.slots import time_of
from hhcrm.domain.week_plan import (
    Appointment,
    Candidate,
    CannotPlan,
    LeftOut,
    LeftOutWhy,
    Pin,
    Place,
    PlanProblem,
    WorkDay,
)
from hhcrm.domain.wording import translate
from hhcrm.planning.ground import Ground, Visit, drive_table, fits

MOST_CANDIDATES = 150
"""So many are weighed against each other: three times what five days hold. With 240, PyVRP's look for neighbours holds
the interpreter for 0.2 s in one go, which the window would feel."""

Windows = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The ground, and those who are left out before the search begins."""

    ground: Ground
    left_out: tuple[LeftOut, ...]


def prepare(problem: PlanProblem) -> Prepared:
    """Make the ground.

    Raises `CannotPlan`: no working day, nobody to see, appointments that overlap or lie outside their day, a pin that
    cannot be kept.
    """
    if not problem.days:
        raise CannotPlan(translate("planning", "This week has no working day to plan."))
    if not problem.candidates and not problem.appointments:
        raise CannotPlan(translate("planning", "Nobody is due this week: there is no visit to plan."))
    numbers = {work.day: number for number, work in enumerate(problem.days)}
    booked = [appointment for appointment in problem.appointments if appointment.day in numbers]
    _refuse_impossible(booked, problem.days, numbers)
    seen = {appointment.source_id for appointment in booked if appointment.source_id is not None}
    spots = _Spots()
    fixed = [_fixed(appointment, numbers, spots) for appointment in booked]
    pinned, free, left_out = _sorted_out(problem, seen)
    pins = [_pinned(candidate, pin, problem.days, numbers, spots) for candidate, pin in pinned]
    weighed, not_weighed = _most_promising(free, problem)
    visits = (*fixed, *pins, *(_optional(candidate, problem.days, spots) for candidate in weighed))
    return Prepared(_ground(problem, visits, spots), (*left_out, *not_weighed))


class _Spots:
    """Gives each place its line in the table of drives."""

    def __init__(self) -> None:
        self.places: list[Place | None] = []
        self._lines: dict[Place | None, int] = {}

    def line(self, place: Place | None) -> int:
        """The line of a place; equal places share one."""
        if place not in self._lines:
            self._lines[place] = len(self.places)
            self.places.append(place)
        return self._lines[place]


def _ground(problem: PlanProblem, visits: tuple[Visit, ...], spots: _Spots) -> Ground:
    starts = tuple(spots.line(work.start_place) for work in problem.days)
    ends = tuple(spots.line(work.end_place) for work in problem.days)
    ground = Ground(
        problem.days, visits, drive_table(spots.places, problem.travel), starts, ends,
        tuple(work.lunch for work in problem.days), problem.minutes_worth,
    )  # fmt: skip
    timed = timed_by_day(ground)
    _refuse_clashes(ground, timed)
    lunches = (lunch if fits(ground, day, timed[day]) else None for day, lunch in enumerate(ground.lunches))
    return replace(ground, lunches=tuple(lunches))


def timed_by_day(ground: Ground) -> list[list[int]]:
    """The visits with a set time of each day, in order."""
    timed = [
        [number for number, visit in enumerate(ground.visits) if visit.timed and visit.windows[day]]
        for day in range(len(ground.days))
    ]
    return [
        sorted(numbers, key=lambda number: ground.visits[number].windows[day][0]) for day, numbers in enumerate(timed)
    ]


def _fixed(appointment: Appointment, numbers: Mapping[date, int], spots: _Spots) -> Visit:
    windows: list[Windows] = [()] * len(numbers)
    windows[numbers[appointment.day]] = ((appointment.starts, appointment.ends),)
    return Visit(
        appointment.source_id, appointment.key, spots.line(appointment.place), appointment.minutes,
        (0.0,) * len(numbers), tuple(windows), timed=True, must=True, fixed=True,
    )  # fmt: skip


def _optional(candidate: Candidate, days: tuple[WorkDay, ...], spots: _Spots) -> Visit:
    return Visit(
        candidate.source_id, "", spots.line(candidate.place), candidate.minutes, candidate.worth,
        _open(candidate, days),
    )  # fmt: skip


def _open(candidate: Candidate, days: tuple[WorkDay, ...]) -> tuple[Windows, ...]:
    """Its windows within the working days, without those too short for the visit."""
    clipped = (
        ((max(window.opens, work.starts), min(window.closes, work.ends)) for window in windows)
        for work, windows in zip(days, candidate.windows, strict=True)
    )
    return tuple(
        tuple(sorted((opens, closes) for opens, closes in day if closes - opens >= candidate.minutes))
        for day in clipped
    )


def _pinned(
    candidate: Candidate, pin: Pin, days: tuple[WorkDay, ...], numbers: Mapping[date, int], spots: _Spots
) -> Visit:
    visit = replace(_optional(candidate, days, spots), must=True)
    windows = visit.windows
    if pin.day is not None:
        number = numbers.get(pin.day)
        windows = tuple(found if day == number else () for day, found in enumerate(windows))
    if pin.starts is not None:
        begins, ends = pin.starts, pin.starts + candidate.minutes
        windows = tuple(
            ((begins, ends),) if any(opens <= begins and ends <= closes for opens, closes in found) else ()
            for found in windows
        )
    if not any(windows):
        words = translate(
            "planning", "A pinned visit falls on a time when it is closed or nobody works. Unpin it, or move it."
        )
        raise CannotPlan(words, source_ids=(candidate.source_id,))
    timed = pin.day is not None and pin.starts is not None
    return replace(visit, windows=windows, timed=timed)


def _sorted_out(
    problem: PlanProblem, seen: set[int]
) -> tuple[list[tuple[Candidate, Pin]], list[Candidate], list[LeftOut]]:
    """The pinned, those who may be seen, and those for whom there is a reason not to."""
    pins = {pin.source_id: pin for pin in problem.pins if pin.source_id not in seen}
    pinned: list[tuple[Candidate, Pin]] = []
    free: list[Candidate] = []
    left_out: list[LeftOut] = []
    for candidate in {candidate.source_id: candidate for candidate in problem.candidates}.values():
        if (pin := pins.pop(candidate.source_id, None)) is not None:
            pinned.append((candidate, pin))
        elif (why := _why_not(candidate, problem.days, seen)) is not None:
            left_out.append(LeftOut(candidate.source_id, why))
        else:
            free.append(candidate)
    if pins:
        words = translate("planning", "A pinned visit is to a source that cannot be planned this week. Unpin it.")
        raise CannotPlan(words, source_ids=sorted(pins))
    return pinned, free, left_out


def _why_not(candidate: Candidate, days: tuple[WorkDay, ...], seen: set[int]) -> LeftOutWhy | None:
    if candidate.source_id in seen:
        return LeftOutWhy.HAS_APPOINTMENT
    worth = [worth for worth, windows in zip(candidate.worth, _open(candidate, days), strict=True) if windows]
    if not worth:
        return LeftOutWhy.CLOSED
    return LeftOutWhy.NO_WORTH if max(worth) <= 0 else None


def _most_promising(free: list[Candidate], problem: PlanProblem) -> tuple[list[Candidate], list[LeftOut]]:
    """The candidates that are weighed: of too many, those with the most worth less a drive there.

    The drive is that from the nearest place where a day begins or ends or an appointment is. Equal ones keep the
    order of their ids.
    """
    if len(free) <= MOST_CANDIDATES:
        return free, []
    anchors = {place for work in problem.days for place in (work.start_place, work.end_place)}
    anchors |= {appointment.place for appointment in problem.appointments}

    def promise(candidate: Candidate) -> tuple[float, int]:
        drive = min(problem.travel.minutes(anchor, candidate.place) for anchor in anchors)
        return problem.minutes_worth * drive - max(candidate.worth), candidate.source_id

    chosen = {candidate.source_id for candidate in sorted(free, key=promise)[:MOST_CANDIDATES]}
    return (
        [candidate for candidate in free if candidate.source_id in chosen],
        [LeftOut(it.source_id, LeftOutWhy.NOT_WEIGHED) for it in free if it.source_id not in chosen],
    )


def _refuse_impossible(booked: Iterable[Appointment], days: tuple[WorkDay, ...], numbers: Mapping[date, int]) -> None:
    for it in booked:
        work = days[numbers[it.day]]
        if it.starts < work.starts or it.ends > work.ends:
            words = translate(
                "planning",
                "The visit at {time} on {day} is outside the working day ({starts} to {ends}). Move one of them.",
            ).format(
                time=_clock(it.starts), day=say_full_day(it.day), starts=_clock(work.starts), ends=_clock(work.ends)
            )
            raise CannotPlan(words, _ids(it.source_id), (it.key,))


def _refuse_clashes(ground: Ground, timed: list[list[int]]) -> None:
    for day, numbers in enumerate(timed):
        for one, other in pairwise(ground.visits[number] for number in numbers):
            if one.windows[day][0][1] > other.windows[day][0][0]:
                words = translate(
                    "planning",
                    "Two visits on {day} overlap: the one at {one} and the one at {other}. Move one of them.",
                ).format(
                    day=say_full_day(ground.days[day].day),
                    one=_clock(one.windows[day][0][0]),
                    other=_clock(other.windows[day][0][0]),
                )
                raise CannotPlan(
                    words, _ids(one.source_id, other.source_id), tuple(it.key for it in (one, other) if it.key)
                )


def _ids(*found: int | None) -> tuple[int, ...]:
    return tuple(source_id for source_id in found if source_id is not None)


def _clock(minute: int) -> str:
    return say_time(time_of(minute))
