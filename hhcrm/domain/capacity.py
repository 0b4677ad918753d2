"""Whether the visits that the cadences ask for fit into the working days (product.md, section 3, "Capacity")."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from heapq import heapify, heappop, heappush

from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.workdays import Calendar

WEEKS_AHEAD = 12
"""How far ahead capacity looks: a quarter holds its holidays, and every usual cadence comes round in it."""

_DAY, _WEEK = timedelta(days=1), 7
_DUST = 1e-9
"""What sums of floats leave over."""


@dataclass(frozen=True, slots=True)
class Away:
    """Days on which somebody sees nobody, both included."""

    from_on: date
    until_on: date

    def covers(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.from_on <= day <= self.until_on


@dataclass(frozen=True, slots=True)
class Means:
    """What a person has for visits: hours of a full working week, and minutes of a visit with the drive to it.

    `own_hours` tells whether the hours are the person's own; `measured` how many visits the minutes are the mean of, 0
    where the agency's rule stands in.
    """

    hours_a_week: float
    minutes_a_visit: float
    own_hours: bool = False
    measured: int = 0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """So many sources with one cadence and one due day."""

    cadence_days: int
    due_on: date | None
    sources: int = 1


@dataclass(frozen=True, slots=True)
class Load:
    """Visits a week asked for against those that fit, as measured; what is said is in whole visits.

    Both are rounded: more than fits is said only where more is asked for than fits.
    """

    asked: float
    possible: float

    @property
    def asks(self) -> int:
        """Whole visits a week that are asked for."""
        return _whole(self.asked)

    @property
    def fits(self) -> int:
        """Whole visits a week that fit."""
        return _whole(self.possible)

    @property
    def over(self) -> int:
        """How many visits a week more than fit."""
        return max(self.asks - self.fits, 0)

    @property
    def room(self) -> int:
        """How many visits a week more would fit."""
        return max(self.fits - self.asks, 0)


def _whole(visits: float) -> int:
    return int(visits + 0.5 + _DUST)


def means_of(own_hours: float | None, mean_minutes: float, measured: int, rules: Rules = DEFAULTS) -> Means:
    """A person's own hours and measured minutes, the agency's rules where there are none or too few visits to tell.

    A person without hours, 0, visits nobody.
    """
    known = mean_minutes > 0 and measured >= rules.fewest_cases
    return Means(
        rules.visit_hours_a_week if own_hours is None else own_hours,
        mean_minutes if known else float(rules.visit_with_drive_minutes),
        own_hours is not None,
        measured if known else 0,
    )


def free_days(calendar: Calendar, away: Collection[Away], monday: date) -> int:
    """Working days of the week from this Monday on which a person is there."""
    days = (monday + timedelta(days=n) for n in range(_WEEK))
    return sum(calendar.is_working(day) and not any(off.covers(day) for off in away) for day in days)


def visits_possible(days: float, means: Means, calendar: Calendar) -> float:
    """How many visits so many working days hold; a full week has as many as the agency works."""
    return days / len(calendar.weekdays) * means.hours_a_week * 60 / means.minutes_a_visit


def visits_asked(rhythms: Iterable[Rhythm]) -> float:
    """Visits a week that the cadences imply: the sum of 1/cadence."""
    return sum(_WEEK * each.sources / each.cadence_days for each in rhythms)


def visits_due(rhythms: Iterable[Rhythm], calendar: Calendar, monday: date, weeks: int, today: date) -> tuple[int, ...]:
    """Visits due in each of the weeks from this Monday on, if each is paid on its day.

    What is overdue is due at once; the next visit is due a cadence after the one before, on a working day.
    """
    found = [0] * weeks
    end = monday + timedelta(weeks=weeks)
    working: dict[date, date] = {}  # many sources meet on the same days
    for each in rhythms:
        if each.due_on is None:
            continue
        step = timedelta(days=each.cadence_days)
        day = _working(calendar, max(each.due_on, today), working)
        while day < end:
            if day >= monday:
                found[(day - monday).days // _WEEK] += each.sources
            day = _working(calendar, day + step, working)
    return tuple(found)


def _working(calendar: Calendar, day: date, known: dict[date, date]) -> date:
    found = known.get(day)
    if found is None:
        found = known[day] = calendar.next_working(day)
    return found


# --- what to change ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seen:
    """An active source as advice needs it: its cadence, and the referrals a month to expect from it."""

    source_id: int
    cadence_days: int
    expected: float

    @property
    def worth_a_visit(self) -> float:
        """Referrals to expect for each visit at this cadence."""
        return self.expected * self.cadence_days


@dataclass(frozen=True, slots=True)
class Change:
    """Another cadence for a source; `visits` is how many a week it spares, less than nothing where it costs some."""

    source_id: int
    from_days: int
    to_days: int
    expected: float

    @property
    def visits(self) -> float:
        """Visits a week spared."""
        return _WEEK / self.from_days - _WEEK / self.to_days


@dataclass(frozen=True, slots=True)
class Advice:
    """Which cadences to change, the one that matters least first, and how many visits a week stay too many."""

    changes: tuple[Change, ...] = ()
    left: float = 0.0

    @property
    def visits(self) -> float:
        """Visits a week spared in all."""
        return sum(change.visits for change in self.changes)


def stretch(seen: Iterable[Seen], too_many: float, rules: Rules = DEFAULTS) -> Advice:
    """Which cadences to stretch so that so many visits a week are spared, least worth a visit first.

    Each goes to the next of the cadences offered, beyond the last of them to half as long again. Only where that is not
    enough do they go further, never past the longest allowed.
    """
    ladder = _ladder(rules)
    start = {each.source_id: each for each in seen if each.cadence_days > 0}
    now = dict(start)
    usual = _next(ladder, max(rules.offered_cadences)) or ladder[-1]
    left = too_many
    for longest in sorted({min(usual, ladder[-1]), ladder[-1]}):
        left -= _climb(now, left, [step for step in ladder if step <= longest])
    changes = [_change(start[key], after) for key, after in now.items() if after != start[key]]
    needed = _needed(changes, too_many, ladder)
    return Advice(tuple(needed), max(too_many - sum(change.visits for change in needed), 0.0))


def _climb(now: dict[int, Seen], too_many: float, ladder: Sequence[int]) -> float:
    """Stretch step by step what is worth least a visit until enough is spared; how much that is comes back."""
    waiting = [(each.worth_a_visit, each.cadence_days, each.source_id) for each in now.values()]
    heapify(waiting)
    spared = 0.0
    while waiting and spared < too_many - _DUST:
        _, days, key = heappop(waiting)
        longer = _next(ladder, days)
        if longer is not None:
            spared += _WEEK / days - _WEEK / longer
            now[key] = Seen(key, longer, now[key].expected)
            heappush(waiting, (now[key].worth_a_visit, longer, key))
    return spared


def _needed(changes: Iterable[Change], too_many: float, ladder: Sequence[int]) -> list[Change]:
    """Each only as far as is needed beside the others, or not at all; the one worth most is let off first."""
    kept = sorted(changes, key=_least_first)
    spared = sum(change.visits for change in kept)
    for place in reversed(range(len(kept))):
        change = kept[place]
        for days in (change.from_days, *(step for step in ladder if change.from_days < step < change.to_days)):
            less = replace(change, to_days=days)
            if spared - change.visits + less.visits >= too_many - _DUST:
                kept[place] = less
                spared += less.visits - change.visits
                break
    return [change for change in kept if change.to_days != change.from_days]


def _least_first(change: Change) -> tuple[float, int]:
    return change.expected * change.from_days, change.source_id


def tighten(seen: Iterable[Seen], room: float, to_days: int) -> Advice:
    """Which of these sources to see so often as the best are seen, most worth a visit first, while there is room."""
    changes = []
    for each in sorted(seen, key=lambda one: (-one.worth_a_visit, one.source_id)):
        change = Change(each.source_id, each.cadence_days, to_days, each.expected)
        if each.cadence_days > to_days and -change.visits <= room + _DUST:
            room += change.visits
            changes.append(change)
    return Advice(tuple(changes))


def prospects_in(room: float, rules: Rules = DEFAULTS) -> int:
    """How many more prospects a month there is room for, each seen until it is decided about."""
    a_week = _WEEK / rules.prospect_interval_days * rules.visits_to_active
    return int(max(room, 0.0) / a_week + _DUST)


def _change(before: Seen, after: Seen) -> Change:
    return Change(before.source_id, before.cadence_days, after.cadence_days, before.expected)


def _ladder(rules: Rules) -> tuple[int, ...]:
    """The cadences that one goes up by."""
    steps = sorted({days for days in rules.offered_cadences if days <= rules.longest_cadence_days})
    while (longer := round(steps[-1] * 1.5)) <= rules.longest_cadence_days:
        steps.append(longer)
    if steps[-1] < rules.longest_cadence_days:
        steps.append(rules.longest_cadence_days)
    return tuple(steps)


def _next(ladder: Sequence[int], days: int) -> int | None:
    return next((step for step in ladder if step > days), None)


def grouped(changes: Iterable[Change]) -> Mapping[tuple[int, int], int]:
    """How many sources go from which cadence to which, the most first."""
    found: dict[tuple[int, int], int] = {}
    for change in changes:
        key = (change.from_days, change.to_days)
        found[key] = found.get(key, 0) + 1
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
