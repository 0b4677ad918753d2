"""Five ways of spending the same hours in a made-up market (`tests.bench.market`).

The liaison has `HOURS_A_WEEK` for visits and drives, is away as everybody is, takes two weeks in July and the last of
December off, and drives by the program's own guess (`Travel`). Days are put together in the same way for all: the visit
next that brings most of what this policy wants for each minute it adds, until none fits. Only `PLANNED` has its weeks
made by the program's solver first, and fills what that leaves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np

from hhcrm.domain.cadence import VisitHistory, due_on, offered_cadence, rank_share
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.waterfall import cohort_of, next_visit_reaches_active, reaches_active
from hhcrm.domain.week_plan import Candidate, PlanProblem, Window, WorkDay
from hhcrm.domain.words import SourceStage
from hhcrm.domain.workdays import Calendar, us_calendar
from hhcrm.domain.worth import expected_referrals, visit_worth
from hhcrm.planning.solve import solve
from tests.bench.market import FIRST, LAST, OFFICE, TRAVEL, Floats, Market

HOURS_A_WEEK = DEFAULTS.visit_hours_a_week
MINUTES_A_DAY = HOURS_A_WEEK * 60 / 5
VISIT_MINUTES = 20
FEWEST_DAYS_BETWEEN = 7
"""Nobody is seen twice in a week, whatever a policy wants."""

STARTS = 8 * 60
STEPS = 100
"""The solver's steps for a week: with some sixty candidates more find nothing better."""


@dataclass(slots=True)
class Book:
    """What a liaison can know while working: who was seen when, who sent what, and the program's own stages."""

    market: Market
    last: list[date | None]
    sent: list[list[date]]
    stage: list[SourceStage | None]
    since: list[date]
    visits: list[int]
    cadence: list[int]
    calendar: Calendar
    due: list[date | None]

    def note(self, source: int) -> None:
        """Find anew when a source is due, by the program's rule."""
        stage = self.stage[source]
        if stage is not None:
            since = self.since[source]
            history = VisitHistory(stage, self.cadence[source], self.last[source], since, since)
            self.due[source] = due_on(history, self.calendar)

    def sent_since(self, source: int, day: date) -> int:
        """Referrals of a source from a day on."""
        return len(self.sent[source]) - bisect_left(self.sent[source], day)


Wish = Callable[[Book, date, np.random.Generator], Floats]
"""How much a policy wants each source on a day, 0 for not at all."""


def the_program(book: Book, day: date, dice: np.random.Generator) -> Floats:
    """Who is due or overdue, by the worth of a visit that day; nothing else is a candidate (product.md, section 3)."""
    wanted = np.zeros(len(book.due))
    last = day + timedelta(DEFAULTS.due_window_days)
    for source, due in enumerate(book.due):
        if due is not None and due <= last:
            wanted[source] = _worth(book, source, due, day)
    return wanted


def favourites(book: Book, day: date, dice: np.random.Generator) -> Floats:
    """Whom one likes, the more the more they have sent in the last 90 days."""
    sent = [book.sent_since(source, day - timedelta(90)) for source in range(len(book.last))]
    wanted: Floats = book.market.liking * (1 + np.array(sent))
    return wanted


def anybody(book: Book, day: date, dice: np.random.Generator) -> Floats:
    """Everybody alike, by the dice of the day."""
    return dice.random(len(book.last))


@dataclass(frozen=True, slots=True)
class Policy:
    """A way of spending the hours. `by_minute` weighs what is wanted against the drive; `keeps_book` is the program's:
    new sources come in by the month, become active, and time that is left goes to whoever is due next; `plans` has the
    week solved."""

    name: str
    wish: Wish
    by_minute: bool = True
    keeps_book: bool = False
    plans: bool = False


PROGRAM = Policy("the program, day by day", the_program, keeps_book=True)
PLANNED = Policy("the program, weeks by its solver", the_program, keeps_book=True, plans=True)
FAVOURITES = Policy("favourites", favourites)
RANDOM = Policy("at random", anybody, by_minute=False)
NEAR = Policy("at random, the near ones first", anybody)
POLICIES = (PROGRAM, FAVOURITES, RANDOM, NEAR)


def _worth(book: Book, source: int, due: date, day: date) -> float:
    sent = book.sent_since(source, day - timedelta(365)) if book.sent[source] else None
    expected = expected_referrals(float(book.market.potential[source]), sent)
    decides = book.stage[source] is SourceStage.PROSPECTIVE and next_visit_reaches_active(book.visits[source])
    return visit_worth(expected, due, day, reaches_active=decides).value


def take_new(book: Book, day: date) -> None:
    """The month's cohort: the five best by expected referrals, more while visits to spare would fit, none when full."""
    asks = sum(
        7 / (book.cadence[source] if stage is SourceStage.ACTIVE else DEFAULTS.prospect_interval_days)
        for source, stage in enumerate(book.stage)
        if stage is not None
    )
    fits = HOURS_A_WEEK * 60 / DEFAULTS.visit_with_drive_minutes
    spare = int((fits - asks) * DEFAULTS.prospect_interval_days / 7)
    if spare <= 0:
        return
    free = [source for source, stage in enumerate(book.stage) if stage is None]
    best = sorted(free, key=lambda source: -book.market.potential[source])[: max(spare, DEFAULTS.cohort_size)]
    for source in best:
        book.stage[source], book.since[source], book.visits[source] = SourceStage.PROSPECTIVE, day, 0
        book.note(source)


def settle(book: Book, source: int, day: date) -> None:
    """A prospect with its fifth visit, or a first referral, becomes active with the cadence that is offered."""
    if book.stage[source] is not SourceStage.PROSPECTIVE:
        return
    if not (reaches_active(book.visits[source]) or book.sent_since(source, book.since[source])):
        return
    book.stage[source], book.since[source] = SourceStage.ACTIVE, day
    active = [one for one, stage in enumerate(book.stage) if stage is SourceStage.ACTIVE]
    ahead = sum(book.market.potential[one] > book.market.potential[source] for one in active)
    book.cadence[source] = offered_cadence(rank_share(int(ahead), len(active)))
    book.note(source)


@dataclass(slots=True)
class Outcome:
    """What two years brought. Minutes are those of visits and drives; `months` admissions by month."""

    months: dict[date, int] = field(default_factory=dict)
    visits: int = 0
    minutes: float = 0.0
    most_a_day: float = 0.0
    seen: set[int] = field(default_factory=set)
    senders: set[int] = field(default_factory=set)

    @property
    def admissions(self) -> int:
        """Of both years."""
        return sum(self.months.values())

    @property
    def swing(self) -> float:
        """Coefficient of variation of the monthly admissions in the second year (0: every month alike)."""
        second = np.array([count for month, count in self.months.items() if month.year == LAST.year], float)
        return float(second.std(ddof=1) / second.mean()) if second.mean() else float("nan")


def live(market: Market, policy: Policy, seed: int, until: date = LAST) -> Outcome:
    """Two years, or less, of one policy in a market."""
    book, dice, outcome = _open_book(market), np.random.default_rng([seed, 1]), Outcome()
    contacts = market.contacts.copy()
    months: set[date] = set()
    plan: Mapping[date, list[int]] = {}
    for number, day in enumerate(market.days):
        if day > until:
            break
        contacts *= market.fade
        month = cohort_of(day)
        outcome.months.setdefault(month, 0)
        if book.calendar.is_working(day) and not _away(day):
            if policy.keeps_book and month not in months:
                take_new(book, day)
            months.add(month)
            if policy.plans and (day.weekday() == 0 or day not in plan):
                plan = plan_week(book, day)
            for source in _a_day(book, policy, day, plan.get(day, []), dice, outcome):
                contacts[source] += 1
                _visit(book, source, day)
        if day.weekday() < 5:
            for sends in np.flatnonzero(market.chance[number] < market.a_day * market.trust(contacts)).tolist():
                book.sent[sends].append(day)
                outcome.senders.add(sends)
                outcome.months[month] += int(market.admitted[number, sends])
                settle(book, sends, day)
    return outcome


def _open_book(market: Market) -> Book:
    count = len(market.potential)
    known = market.contacts > 0
    sent: list[list[date]] = [
        [FIRST - timedelta(1 + round(365 * n / (total + 1))) for n in range(total, 0, -1)]
        for total in map(int, market.sent_before)
    ]
    book = Book(
        market,
        [FIRST - timedelta(30) if known[source] else None for source in range(count)],
        sent,
        [SourceStage.ACTIVE if known[source] else None for source in range(count)],
        [FIRST - timedelta(365)] * count,
        [0] * count,
        [DEFAULTS.default_cadence_days] * count,
        us_calendar(range(FIRST.year, LAST.year + 2)),
        [None] * count,
    )
    for source in np.flatnonzero(known):
        book.note(int(source))
    return book


def _away(day: date) -> bool:
    return (day.month, day.day) >= (12, 25) or (day.month == 7 and 6 <= day.day <= 17)


def _visit(book: Book, source: int, day: date) -> None:
    book.last[source] = day
    book.visits[source] += 1
    book.note(source)
    settle(book, source, day)


def plan_week(book: Book, first: date) -> dict[date, list[int]]:
    """The rest of a week by the program's solver: whom to see on which day, in which order; the day's hours in one."""
    week = (first + timedelta(n) for n in range(5 - first.weekday()))
    days = [day for day in week if book.calendar.is_working(day) and not _away(day)]
    ends = STARTS + int(MINUTES_A_DAY)
    candidates = [
        Candidate(
            source,
            book.market.places[source],
            VISIT_MINUTES,
            tuple(_worth(book, source, due, day) for day in days),
            tuple((Window(STARTS, ends),) if _rested(book, source, day) else () for day in days),
        )
        for source, due in enumerate(book.due)
        if due is not None and due <= days[-1] + timedelta(DEFAULTS.due_window_days)
    ]
    found: dict[date, list[int]] = {day: [] for day in days}
    if candidates:
        working = tuple(WorkDay(day, STARTS, ends, OFFICE, OFFICE) for day in days)
        worth = DEFAULTS.driven_minute_worth
        problem = PlanProblem(working, tuple(candidates), (), (), TRAVEL, worth, iterations=STEPS)
        for stop in solve(problem).stops:
            assert stop.source_id is not None
            found[stop.day].append(stop.source_id)
    return found


def _rested(book: Book, source: int, day: date) -> bool:
    last = book.last[source]
    return last is None or (day - last).days >= FEWEST_DAYS_BETWEEN


def _a_day(
    book: Book, policy: Policy, day: date, planned: list[int], dice: np.random.Generator, outcome: Outcome
) -> list[int]:
    """The day's visits: what is planned, then what is wanted, and with the time that is left whoever is due next."""
    drives = book.market.drives
    rested = np.array([_rested(book, source, day) for source in range(len(book.last))])
    route = [0, *(source + 1 for source in planned), 0]
    used = float(drives[route[:-1], route[1:]].sum()) + VISIT_MINUTES * len(planned)
    used = _fill(drives, route, np.where(rested, policy.wish(book, day, dice), 0), used, policy.by_minute)
    if policy.keeps_book:
        ahead = [1 / max((due - day).days, 1) if due is not None else 0.0 for due in book.due]
        used = _fill(drives, route, np.where(rested, np.array(ahead), 0), used, policy.by_minute)
    stops = [place - 1 for place in route[1:-1]]
    outcome.visits += len(stops)
    outcome.minutes += used
    outcome.most_a_day = max(outcome.most_a_day, used)
    outcome.seen.update(stops)
    return stops


def _fill(drives: Floats, route: list[int], wanted: Floats, used: float, by_minute: bool) -> float:
    """Put into the route, again and again, the source with most of what is wanted (for each minute it adds)."""
    wanted = wanted.copy()
    wanted[[place - 1 for place in route if place]] = 0
    while True:
        ends: Any = np.array(route)
        legs = drives[ends[:-1], 1:] + drives[ends[1:], 1:] - drives[ends[:-1], ends[1:]][:, None]
        adds = legs.min(axis=0) + VISIT_MINUTES
        rate = np.where((wanted > 0) & (used + adds <= MINUTES_A_DAY), wanted / (adds if by_minute else 1), 0)
        best = int(rate.argmax())
        if rate[best] <= 0:
            return used
        route.insert(int(legs[:, best].argmin()) + 1, best + 1)
        wanted[best] = 0
        used += float(adds[best])
