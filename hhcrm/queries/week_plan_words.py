"""What a planned week says of its visits: why each is there, what it is near to, and why others are not in it."""

from __future__ import annotations

from hhcrm.domain.week_plan import LeftOutWhy, Place, PlannedDay, PlannedStop, miles_between
from hhcrm.domain.wording import translate
from hhcrm.queries.week_plan_models import WeekQuestion

NEAR_MILES = 3.0
"""As the crow flies: some ten minutes in a town."""


def near_names(question: WeekQuestion, day: PlannedDay) -> tuple[str, ...]:
    """For each stop of a day: which of the stops before and after it is near, by name; "" where none is."""
    places = question.places_of([(stop.source_id, stop.key) for stop in day.stops])
    names = []
    for number in range(len(places)):
        found = [
            (miles, other)
            for other in (number - 1, number + 1)
            if 0 <= other < len(places) and (miles := _miles(places[number], places[other])) is not None
        ]
        miles, other = min(found, default=(NEAR_MILES + 1, number))
        stop = day.stops[other]
        names.append(question.name_of(stop.source_id, stop.key) if miles <= NEAR_MILES else "")
    return tuple(names)


def stop_reasons(question: WeekQuestion, stop: PlannedStop, near: str = "") -> str:
    """Why a visit is in the plan: "overdue 12 days; near Mercy clinic"."""
    if stop.fixed or stop.source_id is None or stop.source_id not in question.sources:
        reasons: tuple[str, ...] = (translate("calendar", "planned, keeps its time"),)
    else:
        reasons = question.sources[stop.source_id].reasons
    if near:
        reasons = (*reasons, translate("calendar", "near {source}").format(source=near))
    return "; ".join(reasons)


def why_left_out(why: LeftOutWhy) -> str:
    """Why a source is not in the plan."""
    return {
        LeftOutWhy.CLOSED: translate("calendar", "closed on these days"),
        LeftOutWhy.NO_WORTH: translate("calendar", "not urgent yet"),
        LeftOutWhy.TOO_FAR: translate("calendar", "the drive costs more than the visit brings"),
        LeftOutWhy.NO_TIME: translate("calendar", "no time: others bring more"),
        LeftOutWhy.NOT_WEIGHED: translate("calendar", "not weighed: too many others bring more"),
        LeftOutWhy.HAS_APPOINTMENT: translate("calendar", "has an appointment this week"),
    }[why]


def by_words(by: str) -> str:
    """What solved it."""
    if by == "PyVRP":
        return translate("calendar", "Solved with PyVRP.")
    return translate("calendar", "Solved in the simple way: PyVRP is not there on this computer.")


def _miles(one: Place | None, other: Place | None) -> float | None:
    return None if one is None or other is None else miles_between(one, other)
