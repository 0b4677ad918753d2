"""A made-up market that answers to visits, and four ways of spending the same hours in it. All of it is assumption.

Trust and market rest on what product.md and domain.md say and, where they are silent, on guesses that are named here.

The market (`make_market`): 215 sources within 20 miles, of five types, each with a size that is drawn (providers or
beds) and the potential that the program guesses from it (`hhcrm.domain.worth`'s rates). What it truly has to send is
that times a log-normal error (sigma 0.4), and of that a source which trusts us sends us a part drawn from Beta(2, 4), a
third on average; the others send to it too.

Trust: each visit leaves 1, which fades by half in `HALF_LIFE` days. Of contacts c so left, trust is c^4 / (c^4 + k^4):
next to nothing after one or two, half at k. k follows from what the field reports (domain.md (f)): 5-8 contacts in 6.5
weeks at an office, about 26 in 26 weeks at a SNF or rehab, about 50 in a year at a hospital, faded alike, plus or minus
20 per cent from source to source. Those are contacts with one person; a visit reaches more than one, so k is divided by
1.5 people at an office or an assisted living community, 3 at a SNF or rehab, 4 at a hospital: without this scaling no
monthly visit would ever open a facility. A source sends on a weekday with the chance that its patients, part and trust
make; 70 per cent of referrals are admitted.

At the start 24 sources are known from before (those the liaison likes rather than others), with contacts left. The
liaison has `HOURS_A_WEEK` for visits and drives, is away as everybody is, takes two weeks in July and the last of
December off, and drives by the program's own guess (`Travel`). Days are put together in the same way for all three: the
visit next that brings most of what this policy wants for each minute it adds, until none fits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hhcrm.domain.cadence import VisitHistory, due_on, offered_cadence, rank_share
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.waterfall import cohort_of, next_visit_reaches_active, reaches_active
from hhcrm.domain.week_plan import Place, Travel
from hhcrm.domain.words import SourceStage
from hhcrm.domain.workdays import Calendar, us_calendar
from hhcrm.domain.worth import BED_RATES, PROVIDER_RATES, expected_referrals, visit_worth

Floats = NDArray[np.float64]

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
HALF_LIFE = 90.0
HOURS_A_WEEK = DEFAULTS.visit_hours_a_week
MINUTES_A_DAY = HOURS_A_WEEK * 60 / 5
VISIT_MINUTES = 20
ADMITTED = 0.7
KNOWN_FROM_BEFORE = 24
STEEP = 4
FEWEST_DAYS_BETWEEN = 7
"""Nobody is seen twice in a week, whatever a policy wants."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of source: how many, its size, patients a month for each of it, contacts that open it and in how long."""

    name: str
    count: int
    size: tuple[int, int]
    rate: float
    contacts: tuple[float, float]
    within_days: int
    people_a_visit: float


_PRACTICE = PROVIDER_RATES["primary care"]
KINDS = (
    Kind("physician practice", 120, (1, 9), _PRACTICE, (5, 8), 45, 1.5),
    Kind("assisted living", 40, (30, 130), BED_RATES["assisted_living"], (5, 8), 45, 1.5),
    Kind("skilled nursing facility", 40, (60, 180), BED_RATES["snf"], (26, 26), 182, 3),
    Kind("inpatient rehabilitation", 5, (20, 60), BED_RATES["irf"], (26, 26), 182, 3),
    Kind("hospital", 10, (80, 500), BED_RATES["hospital"], (50, 50), 365, 4),
)


@dataclass(frozen=True, slots=True)
class Market:
    """What is there: `a_day` is what each source sends on a weekday at full trust, `chance` the dice of each day."""

    days: tuple[date, ...]
    potential: Floats
    a_day: Floats
    opens_at: Floats
    contacts: Floats
    liking: Floats
    sent_before: NDArray[np.int64]
    drives: Floats
    chance: Floats
    admitted: NDArray[np.bool_]
    fade: float

    def trust(self, contacts: Floats) -> Floats:
        """How much of what it could each sends us, 0 to 1."""
        raised: Floats = contacts**STEEP
        trusted: Floats = raised / (raised + self.opens_at**STEEP)
        return trusted


def make_market(seed: int, half_life: float = HALF_LIFE) -> Market:
    """A market by its seed; the first place of `drives` is the office, source n stands at n + 1."""
    dice = np.random.default_rng(seed)
    kinds = [kind for kind in KINDS for _ in range(kind.count)]
    size = np.array([dice.integers(*kind.size, endpoint=True) for kind in kinds])
    potential: Floats = size * np.array([kind.rate for kind in kinds])
    true: Floats = potential * dice.lognormal(0, 0.4, len(kinds)) * dice.beta(2, 4, len(kinds))
    fade = 0.5 ** (1 / half_life)
    opens = np.array([_opens_at(kind, dice, fade) for kind in kinds])
    liking = dice.random(len(kinds))
    known = dice.choice(len(kinds), KNOWN_FROM_BEFORE, replace=False, p=liking / liking.sum())
    contacts = np.zeros(len(kinds))
    contacts[known] = opens[known] * dice.uniform(0.5, 1.2, KNOWN_FROM_BEFORE)
    days = tuple(FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1))
    a_day = true * 12 / 260
    before = np.where(contacts > 0, contacts**STEEP / (contacts**STEEP + opens**STEEP), 0)
    return Market(
        days,
        potential,
        a_day,
        opens,
        contacts,
        liking,
        dice.poisson(true * 12 * before),
        _drives(dice, len(kinds)),
        dice.random((len(days), len(kinds))),
        dice.random((len(days), len(kinds))) < ADMITTED,
        fade,
    )


def _opens_at(kind: Kind, dice: np.random.Generator, fade: float) -> float:
    """The contacts left after the field's own contacts at an even pace, for the people that one visit reaches."""
    contacts = dice.uniform(*kind.contacts)
    pace = kind.within_days / contacts
    left = (1 - fade ** (pace * contacts)) / (1 - fade**pace)
    return float(left / kind.people_a_visit * dice.uniform(0.8, 1.2))


def _drives(dice: np.random.Generator, count: int) -> Floats:
    """Minutes between all places: an office in the middle, and sources the denser the nearer."""
    travel = Travel(DEFAULTS.road_factor, DEFAULTS.miles_per_hour, 20, 5)
    miles, angle = 20 * dice.random(count), 2 * np.pi * dice.random(count)
    north, east = miles * np.sin(angle) / 69.0, miles * np.cos(angle) / 56.0
    places = [Place(36.16, -86.78), *(Place(36.16 + up, -86.78 + right) for up, right in zip(north, east, strict=True))]
    table = np.zeros((count + 1, count + 1))
    for one, place in enumerate(places):
        for other in range(one):
            table[one, other] = table[other, one] = travel.minutes(place, places[other])
    return table


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
    new sources come in by the month, become active, and time that is left goes to whoever is due next."""

    name: str
    wish: Wish
    by_minute: bool = True
    keeps_book: bool = False


PROGRAM = Policy("the program's rhythm, waterfall and plan", the_program, keeps_book=True)
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


def live(market: Market, policy: Policy, seed: int) -> Outcome:
    """Two years of one policy in a market."""
    book, dice, outcome = _open_book(market), np.random.default_rng([seed, 1]), Outcome()
    contacts = market.contacts.copy()
    months: set[date] = set()
    for number, day in enumerate(market.days):
        contacts *= market.fade
        month = cohort_of(day)
        outcome.months.setdefault(month, 0)
        if book.calendar.is_working(day) and not _away(day):
            if policy.keeps_book and month not in months:
                take_new(book, day)
            months.add(month)
            for source in _a_day(book, policy, day, dice, outcome):
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


def _a_day(book: Book, policy: Policy, day: date, dice: np.random.Generator, outcome: Outcome) -> list[int]:
    """The day's visits: what is wanted first, and with the time that is left whoever is due next."""
    rested = np.array([last is None or (day - last).days >= FEWEST_DAYS_BETWEEN for last in book.last])
    route = [0, 0]
    wanted = np.where(rested, policy.wish(book, day, dice), 0)
    used = _fill(book.market.drives, route, wanted, 0.0, policy.by_minute)
    if policy.keeps_book:
        ahead = [1 / max((due - day).days, 1) if due is not None else 0.0 for due in book.due]
        used = _fill(book.market.drives, route, np.where(rested, np.array(ahead), 0), used, policy.by_minute)
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
