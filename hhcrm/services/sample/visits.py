"""The sample's visits: what was done, what is planned, who was met, what was left and promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from hhcrm.domain.cadence import VisitHistory, due_on
from hhcrm.domain.words import Advance, Ask, BusinessLine, SourceStage, VisitStatus
from hhcrm.models.visits import UID_DOMAIN, visit_search_text
from hhcrm.services.sample.life import Life
from hhcrm.services.sample.phrases import (
    CANCELLED_WHY,
    COMMITMENTS,
    ENDINGS,
    MATERIALS,
    MIDDLES,
    MISSED_WHY,
    NEXT_STEPS,
    OPENINGS_CALL,
    OPENINGS_FACILITY,
    OPENINGS_OFFICE,
    PURPOSES,
)
from hhcrm.services.sample.promises import Promise, add_promise
from hhcrm.services.sample.world import Account, Person, World

PLANNED_TODAY = (4, 3, 3, 2)
"""How many visits are planned for today, by liaison."""

WEEKS_AHEAD = 3
_DAY = timedelta(days=1)
_LATELY = 6
"""How many days ago a visit fell through that has not been made up for."""

_DAY_OFF_IN = 3
_LEFT_OPEN = 2
"""Visits of the last working day that the first liaison has not logged yet: Today asks what became of them."""

_COUNTING = ("visit", "drop_in", "meeting", "in_service")
_COUNTING_SHARES = (55, 22, 15, 8)
_OTHER = ("phone_call", "email", "video_call", "event")
_OTHER_SHARES = (60, 25, 8, 7)
_MINUTES = {
    "visit": (15, 20, 25, 30), "drop_in": (5, 10, 10), "meeting": (30, 45), "in_service": (45, 60),
    "phone_call": (5, 10), "email": (5,), "video_call": (20, 30), "event": (90, 120),
}  # fmt: skip
_OFFICES = ("physician_practice", "clinic", "wound_centre", "elder_law_attorney", "geriatric_care_manager")
_FIRST_START, _LAST_START = 8 * 60 + 30, 16 * 60 + 45


@dataclass(slots=True)
class Touch:
    """A visit in the making."""

    day: date
    account: Account
    kind: str
    status: VisitStatus
    start: int = _FIRST_START
    minutes: int = 20
    travel: int = 0


def add_visits(world: World, lives: Sequence[Life]) -> None:
    """Write all visits in the order of their days, with people, materials and promises."""
    dice = world.chance("visits")
    touches = [touch for life in lives for touch in _past(world, dice, life)]
    touches += _ahead(world, world.chance("plan"), lives)
    touches += _fell_through(world, lives)
    touches.sort(key=lambda touch: (touch.day, touch.account.owner, touch.account.id, touch.kind))
    _set_times(dice, touches)
    writer = _Writer(world, world.chance("words"))
    for touch in touches:
        writer.write(touch)
    _add_time_off(world, touches)


def _past(world: World, dice: Random, life: Life) -> Iterator[Touch]:
    account, before = life.account, None
    for day in life.visits:
        kind = dice.choices(_COUNTING, _COUNTING_SHARES)[0]
        yield Touch(day, account, kind, VisitStatus.COMPLETED)
        if before is not None and (day - before).days > 14:
            yield from _between(world, dice, account, before, day)
        before = day


def _between(world: World, dice: Random, account: Account, start: date, end: date) -> Iterator[Touch]:
    """Calls and e-mails between two visits, and visits that came to nothing."""
    if dice.random() < 0.3:
        day = world.working_before(start + timedelta(days=dice.randrange(4, (end - start).days)))
        if start < day < end:
            yield Touch(day, account, dice.choices(_OTHER, _OTHER_SHARES)[0], VisitStatus.COMPLETED)
    if dice.random() < 0.09:
        day = world.working_before(end - timedelta(days=dice.randrange(2, 9)))
        if start < day < end:
            status = dice.choice((VisitStatus.MISSED, VisitStatus.MISSED, VisitStatus.CANCELLED))
            yield Touch(day, account, "visit", status)


def _ahead(world: World, dice: Random, lives: Sequence[Life]) -> Iterator[Touch]:
    """What is planned: today's visits, those of the coming weeks, and two of yesterday that nobody logged."""
    last = world.today + timedelta(weeks=WEEKS_AHEAD)
    for owner in range(len(world.liaisons)):
        waiting = sorted(
            _waiting(world, lives, owner), key=lambda pair: (abs((pair[0] - world.today).days), pair[1].id)
        )
        count = PLANNED_TODAY[owner % len(PLANNED_TODAY)]
        for _, account in waiting[:count]:
            yield Touch(world.today, account, dice.choice(("visit", "visit", "meeting")), VisitStatus.PLANNED)
        rest = waiting[count:]
        if owner == 0:
            # In a small sample there are too few: then those of yesterday are planned for today again.
            for _, account in (rest + waiting[count - _LEFT_OPEN : count])[:_LEFT_OPEN]:
                yield Touch(world.yesterday, account, "visit", VisitStatus.PLANNED)
            rest = rest[_LEFT_OPEN:]
        for due, account in rest:
            if world.today < due <= last and dice.random() < 0.85:
                yield Touch(due, account, dice.choices(_COUNTING, _COUNTING_SHARES)[0], VisitStatus.PLANNED)


def _fell_through(world: World, lives: Sequence[Life]) -> Iterator[Touch]:
    """Of each liaison's overdue sources one had its visit cancelled lately, and one was missed."""
    for owner in range(len(world.liaisons)):
        late = sorted(
            (due, account.id, account)
            for due, account in _waiting(world, lives, owner)
            if due < world.today - timedelta(days=_LATELY)
        )
        for (_, _, account), status, days in zip(
            late, (VisitStatus.MISSED, VisitStatus.CANCELLED), (_LATELY, _LATELY - 2), strict=False
        ):
            yield Touch(world.working_before(world.today - timedelta(days=days)), account, "visit", status)


def _add_time_off(world: World, touches: Sequence[Touch]) -> None:
    """A day off soon, some days later on, and some that have been; never where visits are planned."""
    for owner, liaison in enumerate(world.liaisons):
        busy = {touch.day for touch in touches if touch.account.owner == owner}
        soon = world.calendar.next_working(world.today + timedelta(days=_DAY_OFF_IN + 9 * owner))
        while soon in busy:
            soon = world.calendar.next_working(soon + _DAY)
        later = world.calendar.next_working(world.today + timedelta(weeks=WEEKS_AHEAD + 2 + owner))
        been = world.calendar.next_working(world.today - timedelta(weeks=20 + 3 * owner))
        for first, last, why in (
            (been, been + 2 * _DAY, None),
            (soon, soon, "Dentist"),
            (later, later + 4 * _DAY, None),
        ):
            world.batch.add("time_off", user_id=liaison.user_id, from_on=first, until_on=last, why=why or "Vacation")


def _waiting(world: World, lives: Iterable[Life], owner: int) -> Iterator[tuple[date, Account]]:
    for life in lives:
        account = life.account
        if account.owner != owner or account.stage is SourceStage.INACTIVE:
            continue
        cadence = account.cadence if account.stage is SourceStage.ACTIVE else 30
        seen = life.visits[-1] if life.visits else None
        month = None if life.left_on else life.cohort_month
        due = due_on(VisitHistory(account.stage, cadence, seen, account.stage_since, month), world.calendar)
        # Who was seen yesterday is not planned for today.
        if due is not None and (seen is None or (world.today - seen).days > 6):
            yield due, account


def _set_times(dice: Random, touches: Sequence[Touch]) -> None:
    """One visit after the other through each liaison's day, with the drive between them."""
    clock, before = _FIRST_START, None
    for touch in touches:
        if before != (touch.day, touch.account.owner):
            clock, before = _FIRST_START + 15 * dice.randrange(4), (touch.day, touch.account.owner)
        touch.minutes = dice.choice(_MINUTES[touch.kind])
        touch.travel = dice.randrange(6, 36) if touch.kind in _COUNTING or touch.kind == "event" else 0
        touch.start = min(clock, _LAST_START)
        clock += -(-(touch.minutes + touch.travel + dice.choice((5, 20, 45))) // 15) * 15


class _Writer:
    """Writes visits and what hangs on them."""

    def __init__(self, world: World, dice: Random) -> None:
        self._world, self._dice, self._batch = world, dice, world.batch
        self._kinds = world.lookups["visit_kind"]

    def write(self, touch: Touch) -> None:
        """One visit, the people met, what was left there, what was promised."""
        dice, done = self._dice, touch.status is VisitStatus.COMPLETED
        met = self._met(touch)
        advance = self._advance(touch) if done else None
        purpose = dice.choice(PURPOSES) if not done or dice.random() < 0.35 else None
        notes = self._notes(touch, met, advance) if advance and dice.random() < 0.88 else None
        next_step = dice.choice(NEXT_STEPS) if done and dice.random() < 0.3 else None
        start = time(touch.start // 60, touch.start % 60)
        key = self._batch.add(
            "visit",
            source_id=touch.account.id,
            liaison_id=self._world.liaisons[touch.account.owner].user_id,
            kind_id=self._kinds[touch.kind], status=touch.status, visit_on=touch.day, start_time=start,
            minutes=touch.minutes if done else None,
            travel_minutes=touch.travel if done else None,
            miles=round(touch.travel * 0.62, 1) if done and touch.travel else None,
            purpose=purpose,
            line=self._line(touch.account),
            ask=self._ask(touch) if done else None,
            advance=advance, notes=notes, next_step=next_step,
            status_reason=self._reason(touch.status),
            logged_at=self._logged(touch) if touch.status is not VisitStatus.PLANNED else None,
            uid=f"{len(self._batch.rows('visit')) + 1}.{self._world.seed}.sample{UID_DOMAIN}",
            find_text=visit_search_text(purpose, notes, next_step),
        )  # fmt: skip
        for person in met:
            self._batch.add("visit_contact", visit_id=key, contact_id=person.id)
        if done:
            self._leave(touch, key)
            if advance and touch.kind in _COUNTING and dice.random() < 0.18:
                self._promise(touch, key, met)

    def _met(self, touch: Touch) -> list[Person]:
        people = touch.account.people
        if touch.status in (VisitStatus.MISSED, VisitStatus.CANCELLED) or not people:
            return []
        if touch.status is VisitStatus.PLANNED:
            return people[:1] if self._dice.random() < 0.6 else []
        count = min(len(people), 3 if touch.kind == "in_service" else self._dice.choice((1, 1, 1, 2)))
        return self._dice.sample(people, count)

    def _advance(self, touch: Touch) -> Advance:
        if touch.account.story == "favourite":
            return Advance.CONTINUATION
        shares = (32, 61, 7) if touch.kind in _COUNTING else (12, 85, 3)
        return self._dice.choices((Advance.ADVANCE, Advance.CONTINUATION, Advance.SETBACK), shares)[0]

    def _ask(self, touch: Touch) -> Ask:
        shares = (42, 26, 24, 8) if touch.kind in _COUNTING else (80, 10, 8, 2)
        return self._dice.choices((Ask.NOT_ASKED, Ask.ASKED, Ask.AGREED, Ask.DECLINED), shares)[0]

    def _line(self, account: Account) -> BusinessLine:
        usual = 0.88 if account.is_medical else 0.2
        return BusinessLine.GOVERNMENT if self._dice.random() < usual else BusinessLine.PRIVATE_PAY

    def _notes(self, touch: Touch, met: Sequence[Person], advance: Advance) -> str:
        dice = self._dice
        openings: Sequence[str] = OPENINGS_OFFICE if touch.account.kind in _OFFICES else OPENINGS_FACILITY
        if touch.kind not in _COUNTING:
            openings = OPENINGS_CALL
        parts = [dice.choice(openings).format(who=met[0].first if met else "the front desk")]
        parts += dice.sample(MIDDLES, dice.choice((0, 1, 1, 1, 2)))
        parts.append(dice.choice(ENDINGS[advance]))
        return " ".join(part[0].upper() + part[1:] for part in parts)

    def _reason(self, status: VisitStatus) -> str | None:
        reasons = {VisitStatus.MISSED: MISSED_WHY, VisitStatus.CANCELLED: CANCELLED_WHY}.get(status)
        return self._dice.choice(reasons) if reasons else None

    def _logged(self, touch: Touch) -> datetime:
        at = self._world.at(touch.day, time(touch.start // 60, touch.start % 60))
        return min(at + timedelta(minutes=touch.minutes + self._dice.randrange(1, 240)), self._world.cutoff)

    def _leave(self, touch: Touch, visit_id: int) -> None:
        if touch.kind in _COUNTING and self._dice.random() < 0.4:
            for place in self._dice.sample(range(len(MATERIALS)), self._dice.choice((1, 1, 2))):
                self._batch.add("visit_material", visit_id=visit_id, material_id=self._world.materials[place])

    def _promise(self, touch: Touch, visit_id: int, met: Sequence[Person]) -> None:
        dice = self._dice
        text = dice.choice(COMMITMENTS)
        due = self._world.calendar.next_working(touch.day + timedelta(days=dice.choice((2, 3, 5, 7, 7, 10, 14, 21))))
        add_promise(
            self._world, dice, Promise(text, touch.day, due), touch.account,
            contact_id=met[0].id if met else None, visit_id=visit_id,
        )  # fmt: skip
