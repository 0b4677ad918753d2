"""Which days a state has off, from the list that comes with the program; the federal ones where there is no list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hhcrm.domain.workdays import us_federal_holiday_names

_SATURDAY = 5

Lister = Callable[[str, tuple[int, ...]], Mapping[date, str]]


@dataclass(frozen=True, slots=True)
class HolidayList:
    """Days off and their names, in order. `state` is whose they are, "" when the federal ones stand in."""

    days: Mapping[date, str]
    state: str


def holiday_list(state: str, years: Iterable[int], lister: Lister | None = None) -> HolidayList:
    """The days off of a state in these years, without weekends, on which nobody works anyway.

    Where the list of the state is missing or cannot be read, the federal holidays are the answer.
    """
    wanted = tuple(sorted(set(years)))
    try:
        found = (lister or _listed)(state.strip().upper(), wanted) if state.strip() else {}
    except (ImportError, NotImplementedError, OSError, LookupError):
        # The package is not there, has no list for this state, or its data cannot be read or lacks an entry: said to
        # the person by the empty state of the answer, never a reason to have no holidays.
        found = {}
    if not found:
        return HolidayList({day: name for year in wanted for day, name in us_federal_holiday_names(year).items()}, "")
    days = {day: name for day, name in sorted(found.items()) if day.weekday() < _SATURDAY and day.year in wanted}
    return HolidayList(days, state.strip().upper())


def _listed(state: str, years: tuple[int, ...]) -> Mapping[date, str]:
    import holidays  # heavy: the world's holidays

    return dict(holidays.country_holidays("US", subdiv=state, years=years).items())
