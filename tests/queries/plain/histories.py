"""Generated agencies with every edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from hhcrm.domain.words import (
    AdmissionSource,
    Advance,
    Ask,
    CommitmentStatus,
    ReasonOwner,
    ReferralStage,
    SourceStage,
    Tier,
    VisitStatus,
)

T = TypeVar("T")

FIRST, LAST, TODAY = date(2023, 11, 20), date(2024, 12, 20), date(2024, 11, 21)
NOW = datetime(2024, 11, 21, 15, 30, tzinfo=UTC)
ZONE = ZoneInfo("America/Chicago")
SPRING, AUTUMN, LEAP = date(2024, 3, 10), date(2024, 11, 3), date(2024, 2, 29)
"""The nights on which the clocks are changed, and the day that three years of four do not have."""

A_YEAR_AGO = date(2023, 11, 21)
"""The last day that is no more among the last 12 months."""

PEOPLE = (None, 1, 2, 3, 4)
"""Nobody, the liaison who founded the agency, one of the same team, one of another, one who left."""

KINDS = 8
DECIDING = (ReferralStage.ACCEPTED, ReferralStage.NOT_ADMITTED)

_EDGES = tuple(
    day + timedelta(days=step)
    for day in (SPRING, AUTUMN, LEAP, TODAY, A_YEAR_AGO, date(2024, 1, 1))
    for step in (-2, -1, 0, 1, 2)
)  # fmt: skip
_STEPS = tuple(date(2024, 1, 15) + timedelta(days=37 * step) for step in range(8))
"""Exactly cadence and grace apart."""

_HOURS = (time(0), time(0, 59), time(1, 30), time(3), time(12), time(17, 45), time(23, 59, 59))
_WAITS = (
    timedelta(0), timedelta(minutes=20), timedelta(hours=1), timedelta(hours=24), timedelta(hours=48),
    timedelta(hours=49), timedelta(days=9),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Account:
    """A source as it is drawn."""

    type_id: int
    owner_id: int | None
    territory_id: int | None
    path: tuple[SourceStage, ...]
    since: date
    between: int
    decided_at: int | None
    tier: Tier | None
    cadence: int | None
    potential: float | None
    providers: int | None
    beds: int | None
    archived: bool


@dataclass(frozen=True, slots=True)
class Touch:
    """A visit as it is drawn; `place` says to which source."""

    place: int
    liaison_id: int | None
    kind_id: int
    status: VisitStatus
    day: date
    minutes: int | None
    travel: int | None
    miles: float | None
    ask: Ask | None
    advance: Advance | None
    materials: tuple[int, ...]
    archived: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """What the source is told, due and given so long after receipt; or nobody is told."""

    due: timedelta
    given: timedelta | None
    waived: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A referral as it is drawn: its path and how long each step of it took."""

    place: int
    liaison_id: int | None
    heard: datetime
    authorized_after: timedelta | None
    payer_id: int | None
    line_id: int | None
    group_id: int | None
    came: AdmissionSource | None
    path: tuple[ReferralStage, ...]
    step: timedelta
    reason_id: int
    reason_owner: ReasonOwner | None
    ordered_in: int | None
    discharged_in: int | None
    discharge_known: bool
    inpatient: bool | None
    soc_in: int
    soc_clock: time | None
    telling: tuple[Telling, ...]
    archived: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A promise as it is drawn."""

    place: int
    owner_id: int | None
    due: date
    status: CommitmentStatus
    closed_in: int | None
    archived: bool


@dataclass(frozen=True, slots=True)
class History:
    """An agency's rows."""

    accounts: Sequence[Account] = ()
    touches: Sequence[Touch] = ()
    sent: Sequence[Sent] = ()
    words: Sequence[Word] = ()
    hourly_cost: tuple[tuple[date, float], ...] = ()
    revenue: tuple[tuple[date, float], ...] = ()


_R, _S = ReferralStage, SourceStage
PATHS = (
    (_R.RECEIVED,),
    (_R.RECEIVED, _R.UNDER_REVIEW),
    (_R.RECEIVED, _R.ON_HOLD),
    (_R.RECEIVED, _R.ACCEPTED),
    (_R.RECEIVED, _R.ACCEPTED, _R.ON_HOLD),
    (_R.RECEIVED, _R.ACCEPTED, _R.SCHEDULED),
    (_R.RECEIVED, _R.ACCEPTED, _R.SCHEDULED, _R.ADMITTED),
    (_R.RECEIVED, _R.UNDER_REVIEW, _R.ACCEPTED, _R.SCHEDULED, _R.ADMITTED),
    (_R.RECEIVED, _R.ON_HOLD, _R.ACCEPTED, _R.SCHEDULED, _R.ADMITTED),
    (_R.RECEIVED, _R.NOT_ADMITTED),
    (_R.RECEIVED, _R.ACCEPTED, _R.NOT_ADMITTED),
    (_R.RECEIVED, _R.ON_HOLD, _R.NOT_ADMITTED),
    (_R.RECEIVED, _R.NOT_ADMITTED, _R.UNDER_REVIEW),
    (_R.RECEIVED, _R.NOT_ADMITTED, _R.UNDER_REVIEW, _R.ACCEPTED, _R.SCHEDULED, _R.ADMITTED),
    (_R.RECEIVED, _R.ACCEPTED, _R.SCHEDULED, _R.ADMITTED, _R.NOT_ADMITTED),
)  # fmt: skip
"""Straight ways, holds, and mistakes that a correction took back."""

_LIVES = (
    (_S.PROSPECTIVE,),
    (_S.ACTIVE,),
    (_S.PROSPECTIVE, _S.ACTIVE),
    (_S.PROSPECTIVE, _S.ACTIVE, _S.INACTIVE),
    (_S.PROSPECTIVE, _S.INACTIVE, _S.PROSPECTIVE),
    (_S.ACTIVE, _S.PROSPECTIVE),
)


@dataclass(frozen=True, slots=True)
class Dice:
    """Draws one row; the same name, the same row, so that fewer rows leave the others as they were."""

    dice: Random

    @classmethod
    def of(cls, name: str) -> Dice:
        """The dice of one row."""
        return cls(Random(name))

    def one(self, *among: T) -> T:
        """One of these."""
        return self.dice.choice(among)

    def seldom(self) -> bool:
        """True one time in eight."""
        return self.dice.randrange(8) == 0

    def day(self) -> date:
        """A day: one at an edge, one of those that lie just as far apart as a gap may be, or any."""
        any_day = FIRST + timedelta(days=self.dice.randrange((LAST - FIRST).days))
        return self.one(self.one(*_EDGES), self.one(*_STEPS), any_day)

    def instant(self) -> datetime:
        """An instant, in the hour that is there twice too."""
        wall = datetime.combine(self.day(), self.one(*_HOURS).replace(fold=self.one(0, 1)), tzinfo=ZONE)
        return wall.astimezone(UTC)

    def account(self) -> Account:
        """A source."""
        return Account(
            type_id=self.one(1, 2, 3),
            owner_id=self.one(*PEOPLE),
            territory_id=self.one(None, 1, 2),
            path=self.one(*_LIVES),
            since=self.day(),
            between=self.one(0, 30, 120),
            decided_at=self.one(None, None, None, 4),
            tier=self.one(None, *Tier),
            cadence=self.one(None, None, 7, 14, 30, 45),
            potential=self.one(None, 0.0, 0.5, 2.0, 8.25),
            providers=self.one(None, 0, 3),
            beds=self.one(None, 40),
            archived=self.seldom(),
        )

    def touch(self) -> Touch:
        """A visit."""
        return Touch(
            place=self.one(0, 0, 1, 2, 3, 4, 5),
            liaison_id=self.one(None, *PEOPLE),
            kind_id=self.one(1, 1, 2, 4, 5, KINDS),
            status=self.one(*[VisitStatus.COMPLETED] * 6, *VisitStatus),
            day=self.day(),
            minutes=self.one(None, 0, 20, 45),
            travel=self.one(None, 15, 50),
            miles=self.one(None, 0.0, 4.5, 12.25),
            ask=self.one(None, *Ask),
            advance=self.one(None, *Advance),
            materials=self.one((), (), (1,), (2,), (1, 2)),
            archived=self.seldom(),
        )

    def sent(self) -> Sent:
        """A referral."""
        return Sent(
            place=self.one(0, 0, 1, 2, 3, 4, 5),
            liaison_id=self.one(None, *PEOPLE),
            heard=self.instant(),
            authorized_after=self.one(None, *_WAITS),
            payer_id=self.one(None, 1, 2),
            line_id=self.one(None, 1, 2),
            group_id=self.one(None, 1, 2),
            came=self.one(None, *AdmissionSource),
            path=self.one(*PATHS),
            step=self.one(*_WAITS),
            reason_id=self.one(1, 2, 3),
            reason_owner=self.one(None, *ReasonOwner),
            ordered_in=self.one(None, None, 0, 3),
            discharged_in=self.one(None, -3, 0, 1, 2),
            discharge_known=self.one(True, False),
            inpatient=self.one(None, True, False),
            soc_in=self.one(0, 1, 2, 3, 4, 40),
            soc_clock=self.one(None, *_HOURS),
            telling=tuple(self._telling() for _ in range(self.one(0, 1, 2, 3))),
            archived=self.seldom(),
        )

    def _telling(self) -> Telling:
        return Telling(self.one(*_WAITS), self.one(None, *_WAITS), self.seldom())

    def rates(self, *among: float) -> tuple[tuple[date, float], ...]:
        """An amount that is not set, holds from a day on, or is changed."""
        return tuple((day, self.one(*among)) for day in self.one((), (LEAP,), (LEAP, AUTUMN)))

    def word(self) -> Word:
        """A promise."""
        return Word(
            place=self.one(0, 1, 2, 3, 4, 5),
            owner_id=self.one(*PEOPLE),
            due=self.day(),
            status=self.one(*CommitmentStatus),
            closed_in=self.one(None, -2, 0, 1),
            archived=self.seldom(),
        )


def history(seed: int, accounts: int, touches: int, sent: int, words: int) -> History:
    """So many rows of each kind."""
    found = tuple(Dice.of(f"{seed} source {place}").account() for place in range(accounts))
    came = tuple(Dice.of(f"{seed} referral {place}").sent() for place in range(sent))
    seen: list[Touch] = []
    for place in range(touches):
        seen.append(_beside(Dice.of(f"{seed} visit {place}"), found, came, seen))
    return History(
        found,
        seen,
        came,
        tuple(Dice.of(f"{seed} promise {place}").word() for place in range(words)),
        Dice.of(f"{seed} hour").rates(0.5, 31.25, 60.0),
        Dice.of(f"{seed} admission").rates(1.0, 2038.25),
    )


def _beside(dice: Dice, found: Sequence[Account], came: Sequence[Sent], seen: Sequence[Touch]) -> Touch:
    """Of any day; by the owner at the ends of the days that count for a referral; or just so long after another.

    Just so long is as long as a gap may be, or a day more.
    """
    touch, way = dice.touch(), dice.one("any", "any", "before", "before", "after")
    if way == "before" and came:
        of = dice.one(*came)
        referred = (of.heard + (of.authorized_after or timedelta(0))).astimezone(ZONE).date()
        day = referred - timedelta(days=dice.one(0, 0, 1, 30, 89, 90, 91))
        return replace(touch, place=of.place, liaison_id=None, status=VisitStatus.COMPLETED, day=day)
    if way == "after" and seen:
        last = dice.one(*seen)
        longest = (found[last.place % len(found)].cadence or 30) + 7
        day = last.day + timedelta(days=dice.one(longest, longest, longest + 1))
        return replace(last, day=day, materials=(), archived=False)
    return touch


histories = st.builds(
    history,
    st.integers(0, 1_000_000),
    st.sampled_from([6, 4, 3, 1]),
    st.sampled_from([40, 25, 12, 3, 1, 0]),
    st.sampled_from([24, 12, 5, 1, 0]),
    st.sampled_from([8, 2, 1, 0]),
)
"""Large and small ones, down to no cases and one case."""
