"""Small weeks for the planner: by hand, and any week at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from hhcrm.domain.week_plan import Appointment, Candidate, Lunch, Pin, Place, PlanProblem, Travel, Window, WorkDay

MONDAY = date(2026, 11, 23)
HOME = Place(36.16, -86.78)
TRAVEL = Travel(road_factor=1.3, miles_per_hour=30, unknown_minutes=20, park_minutes=4)
LUNCH = Lunch(11 * 60 + 30, 13 * 60, 30)
ALL_DAY = (Window(8 * 60, 17 * 60),)


def place(north: float, east: float = 0.0) -> Place:
    """A place so many hundredths of a degree from home."""
    return Place(HOME.latitude + north / 100, HOME.longitude + east / 100)


def days(count: int = 2, lunch: Lunch | None = LUNCH) -> tuple[WorkDay, ...]:
    """Working days from eight to five, at home at both ends."""
    return tuple(WorkDay(MONDAY + timedelta(days=n), 8 * 60, 17 * 60, HOME, HOME, lunch) for n in range(count))


def candidate(
    source_id: int, worth: float = 1.0, at: Place | None = HOME, minutes: int = 30,
    windows: Sequence[tuple[Window, ...]] = (ALL_DAY, ALL_DAY),
) -> Candidate:  # fmt: skip
    """A source with the same worth on each day."""
    return Candidate(source_id, at, minutes, (worth,) * len(windows), tuple(windows))


def problem(
    candidates: Sequence[Candidate] = (), appointments: Sequence[Appointment] = (), pins: Sequence[Pin] = (),
    work: tuple[WorkDay, ...] | None = None, iterations: int = 60,
) -> PlanProblem:  # fmt: skip
    """A problem whose minutes are worth a hundredth."""
    return PlanProblem(
        days() if work is None else work, tuple(candidates), tuple(appointments), tuple(pins), TRAVEL, 0.01,
        iterations=iterations,
    )  # fmt: skip


def appointment(key: str, starts: int, minutes: int = 30, day: int = 0, at: Place | None = HOME) -> Appointment:
    """A visit with a time, to somebody who is no candidate."""
    return Appointment(key, None, at, MONDAY + timedelta(days=day), starts, minutes)


_places = st.none() | st.builds(place, st.integers(-12, 12), st.integers(-12, 12))
_minutes = st.integers(1, 12).map(lambda fives: fives * 5)


@st.composite
def _windows(draw: st.DrawFn) -> tuple[Window, ...]:
    """Closed, open all day, or open in up to two stretches."""
    cuts = sorted(draw(st.lists(st.integers(14, 40), unique=True, min_size=0, max_size=4)))
    return tuple(Window(a * 30, b * 30) for a, b in zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def _work_days(draw: st.DrawFn) -> tuple[WorkDay, ...]:
    lunch = draw(st.none() | st.just(LUNCH) | st.just(Lunch(12 * 60, 12 * 60, 45)))
    return tuple(
        WorkDay(
            MONDAY + timedelta(days=n), draw(st.sampled_from((7, 8, 9))) * 60,
            draw(st.sampled_from((12, 15, 17))) * 60, draw(_places), draw(_places), lunch,
        )
        for n in range(draw(st.integers(1, 3)))
    )  # fmt: skip


@st.composite
def weeks(draw: st.DrawFn) -> PlanProblem:
    """Any small week whose appointments do not overlap and lie within their day."""
    work = draw(_work_days())
    candidates = [
        Candidate(
            number, draw(_places), draw(_minutes),
            tuple(draw(st.floats(0, 5)) for _ in work),
            tuple(draw(st.just(ALL_DAY) | _windows()) for _ in work),
        )
        for number in range(1, draw(st.integers(1, 12)) + 1)
    ]  # fmt: skip
    appointments: list[Appointment] = []
    for day in work:
        free = day.starts
        for number in range(draw(st.integers(0, 2))):
            starts, minutes = free + draw(st.integers(0, 24)) * 5, draw(_minutes)
            if starts + minutes <= day.ends:
                source_id = draw(st.none() | st.integers(1, 40))
                appointments.append(
                    Appointment(f"{day.day} {number}", source_id, draw(_places), day.day, starts, minutes)
                )
                free = starts + minutes
    pins = [
        Pin(source_id, draw(st.none() | st.sampled_from([day.day for day in work])), draw(st.none() | st.just(10 * 60)))
        for source_id in draw(st.lists(st.integers(1, len(candidates)), unique=True, max_size=2))
    ]
    minutes_worth = draw(st.sampled_from((0.0, 0.01, 0.1)))
    return PlanProblem(work, tuple(candidates), tuple(appointments), tuple(pins), TRAVEL, minutes_worth, iterations=60)
