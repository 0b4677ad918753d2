"""Seeded weeks of ten liaisons in the sample metropolis, and how people plan them without a solver.

A liaison has 240 sources, most of them near home; in a week about 120 of them are due or overdue, of which about 45
fit. What a visit is worth on a day is product.md, section 5. Offices keep a lunch hour, some are closed on a weekday;
of a third of the sources only the ZIP code is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from random import Random

from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.week_plan import (
    ITERATIONS,
    Candidate,
    Lunch,
    Place,
    PlanProblem,
    Travel,
    Window,
    WorkDay,
    miles_between,
)
from hhcrm.domain.worth import visit_worth
from hhcrm.services.sample.places import PLACES

LIAISONS, WEEKS = 10, 20
SOURCES = 240
MONDAY = date(2026, 3, 2)
TRAVEL = Travel(road_factor=1.3, miles_per_hour=32, unknown_minutes=25, park_minutes=4)
LUNCH = Lunch(11 * 60 + 30, 13 * 60 + 30, 30)
STARTS, ENDS = 8 * 60, 17 * 60
NOON, AFTER_NOON = 12 * 60, 13 * 60


@dataclass(frozen=True, slots=True)
class Source:
    """What stays the same of a source from week to week."""

    number: int
    place: Place
    minutes: int
    expected: float
    hours: tuple[tuple[Window, ...], ...]


def sources_of(liaison: int) -> tuple[Place, tuple[Source, ...]]:
    """Where a liaison lives, and the sources."""
    random = Random(f"liaison {liaison}")
    home = random.choice(PLACES)
    middle = Place(home.latitude, home.longitude)
    near = [exp(-miles_between(middle, Place(it.latitude, it.longitude)) / 12) for it in PLACES]
    return middle, tuple(_source(number, random, near) for number in range(1, SOURCES + 1))


def _source(number: int, random: Random, near: Sequence[float]) -> Source:
    zip_code = random.choices(PLACES, near)[0]
    scatter = 0.0 if random.random() < 1 / 3 else 0.03  # degrees: about two miles
    place = Place(zip_code.latitude + random.gauss(0, scatter), zip_code.longitude + random.gauss(0, scatter))
    return Source(
        number, place, random.choice((25, 30, 30, 40, 45, 45)), random.lognormvariate(-1.2, 0.8), _hours(random)
    )


def _hours(random: Random) -> tuple[tuple[Window, ...], ...]:
    opens, closes = random.choice(((8 * 60, 16 * 60 + 30), (8 * 60 + 30, 17 * 60), (9 * 60, 17 * 60)))
    office = random.random() < 0.7
    day = (Window(opens, NOON), Window(AFTER_NOON, closes)) if office else (Window(opens, closes),)
    closed = random.randrange(5) if office and random.random() < 0.4 else None
    return tuple(() if weekday == closed else day for weekday in range(5))


def week(liaison: int, number: int, iterations: int = ITERATIONS) -> PlanProblem:
    """One of a liaison's weeks as a problem."""
    days, candidates = _parts(liaison, number)
    return PlanProblem(days, candidates, (), (), TRAVEL, DEFAULTS.driven_minute_worth, seed=1, iterations=iterations)


def due_dates(liaison: int, number: int) -> dict[int, date]:
    """Who is due or overdue in that week, by source number: half of all, from the week's end to seven weeks ago."""
    random = Random(f"week {liaison} {number}")
    monday = MONDAY + timedelta(weeks=number)
    return {
        source: monday + timedelta(days=random.randint(-49, 6))
        for source in range(1, SOURCES + 1)
        if random.random() < 0.5
    }


def _parts(liaison: int, number: int) -> tuple[tuple[WorkDay, ...], tuple[Candidate, ...]]:
    home, sources = sources_of(liaison)
    due = due_dates(liaison, number)
    monday = MONDAY + timedelta(weeks=number)
    days = tuple(monday + timedelta(days=day) for day in range(5))
    candidates = tuple(
        Candidate(
            it.number, it.place, it.minutes,
            tuple(visit_worth(it.expected, due[it.number], day).value for day in days), it.hours,
        )
        for it in sources if it.number in due
    )  # fmt: skip
    return tuple(WorkDay(day, STARTS, ENDS, home, home, LUNCH) for day in days), candidates
