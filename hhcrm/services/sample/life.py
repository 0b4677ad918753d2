"""The sample's lives: where each source stands, since when, and on which days it was seen.

A life is made backwards from how the source is to stand today, so that every standing is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random
from typing import Any

from hhcrm.domain.cadence import VisitHistory, due_on, offered_cadence, rank_share, rhythm_status
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.waterfall import cohort_of
from hhcrm.domain.words import RhythmStatus, SourceStage
from hhcrm.services.sample.phrases import ACTIVE_WHY, INACTIVE_WHY, NO_RESPONSE
from hhcrm.services.sample.world import Account, World

_DAY = timedelta(days=1)

# At which visit prospects stand, and how sources stand against their due dates, taken in turn.
_VISITS_OF_PROSPECTS = (0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 1, 0, 2, 5, 3, 1, 4, 2, 0)
_OVERDUE, _TODAY, _SOON, _LATER = "overdue", "today", "soon", "later"
_PROSPECT_STANDINGS = (_LATER, _SOON, _OVERDUE, _LATER, _TODAY, _LATER, _LATER, _SOON, _LATER, _LATER)
_ACTIVE_STANDINGS = tuple(
    {3: _OVERDUE, 8: _TODAY, 17: _OVERDUE}.get(place, _SOON if place % 5 == 1 else _LATER) for place in range(26)
)
_SHARES = {"prospect": 0.24, "converted": 0.2, "inactive": 0.08, "candidate": 0.03, "new": 0.015}
_SHORTEST_CONVERTED = 8
_DROPPED = 2
"""Every so many of the inactive were prospects that were given up."""

_FIVE = DEFAULTS.visits_to_active
_INTERVAL = DEFAULTS.prospect_interval_days


@dataclass(slots=True)
class Life:
    """What became of one source: its stages and the days of its completed counting visits."""

    account: Account
    created: date
    visits: list[date] = field(default_factory=list)
    stages: list[tuple[SourceStage, date, str | None]] = field(default_factory=list)
    cohort_month: date | None = None
    left_on: date | None = None
    inactive_reason: str | None = None


def add_lives(world: World) -> list[Life]:
    """Give each source its life; writes stages, cohorts and what the sources' own rows say of it."""
    dice = world.chance("lives")
    parts = _parts(world, dice)
    _tell_stories(world, parts["old"])
    _set_cadences(world, [account for kind in ("old", "converted", "new") for account in parts[kind]])
    lives = [
        *(_old(world, dice, a, _ACTIVE_STANDINGS[n % 26]) for n, a in enumerate(parts["old"])),
        *(_converted(world, dice, a, _ACTIVE_STANDINGS[(n + 11) % 26]) for n, a in enumerate(parts["converted"])),
        *(_prospect(world, dice, a, n) for n, a in enumerate(parts["prospect"])),
        *(_inactive(world, dice, a, n) for n, a in enumerate(parts["inactive"])),
        *(_candidate(world, dice, a) for a in parts["candidate"]),
        *(_new(world, dice, a) for a in parts["new"]),
    ]
    lives.sort(key=lambda life: life.account.id)
    _write(world, lives)
    return lives


def _parts(world: World, dice: Random) -> dict[str, list[Account]]:
    order = dice.sample(world.accounts, len(world.accounts))
    parts: dict[str, list[Account]] = {}
    for kind, share in _SHARES.items():
        count = max(round(len(world.accounts) * share), 1)
        if kind == "converted" and world.months < _SHORTEST_CONVERTED:
            count = 0
        parts[kind] = [order.pop() for _ in range(min(count, len(order)))]
    return parts | {"old": order}


def _tell_stories(world: World, old: Sequence[Account]) -> None:
    """The favourite who cannot send much, and the quiet practice with many providers (product.md, section 5)."""
    rows = {row["id"]: row for row in world.batch.rows("referral_source")}
    linked = {key for row in rows.values() if row["parent_id"] for key in (row["id"], row["parent_id"])}
    practices = [a for a in old if a.kind == "physician_practice" and rows[a.id]["providers"] and a.id not in linked]
    practices.sort(key=lambda a: (rows[a.id]["providers"], a.potential, a.id))
    if len(practices) > 1:
        favourite, quiet = practices[0], practices[-1]
        favourite.story, quiet.story = "favourite", "quiet"
        rows[favourite.id]["relationship_felt"], rows[quiet.id]["relationship_felt"] = 5, 2


def _set_cadences(world: World, active: Sequence[Account]) -> None:
    for owner in range(len(world.liaisons)):
        mine = sorted((a for a in active if a.owner == owner), key=lambda a: (-a.potential, a.id))
        for place, account in enumerate(mine):
            account.cadence = offered_cadence(rank_share(place, len(mine)))
            if account.story:
                account.cadence = 14 if account.story == "favourite" else 60


def _old(world: World, dice: Random, account: Account, standing: str) -> Life:
    created = world.begin - timedelta(days=dice.randrange(30, 1500))
    account.stage, account.stage_since = SourceStage.ACTIVE, created
    last = _last_visit(world, dice, account.cadence, standing, SourceStage.ACTIVE)
    account.sends_from = world.begin
    visits = _backwards(world, dice, last, account.cadence, world.begin)
    return Life(account, created, visits, [(SourceStage.ACTIVE, created, None)])


def _converted(world: World, dice: Random, account: Account, standing: str) -> Life:
    last = _last_visit(world, dice, account.cadence, standing, SourceStage.ACTIVE)
    room = max((last - world.begin).days - 160, 1)
    turned = world.working_before(last - timedelta(days=dice.randrange(1, room + 1)))
    later = [day for day in _backwards(world, dice, last, account.cadence, turned) if day > turned]
    before = _monthly(world, dice, turned, _FIVE)
    created = before[0] - timedelta(days=dice.randrange(2, 12))
    account.stage, account.stage_since, account.sends_from = SourceStage.ACTIVE, turned, turned
    stages = [(SourceStage.PROSPECTIVE, created, None), (SourceStage.ACTIVE, turned, dice.choice(ACTIVE_WHY))]
    return Life(account, created, before + later, stages, cohort_of(before[0]), turned)


def _prospect(world: World, dice: Random, account: Account, place: int) -> Life:
    count = min(_VISITS_OF_PROSPECTS[place % len(_VISITS_OF_PROSPECTS)], world.months)
    account.stage = SourceStage.PROSPECTIVE
    if not count:
        month = cohort_of(world.today) if place % 4 else cohort_of(cohort_of(world.today) - _DAY)
        created = min(month - timedelta(days=dice.randrange(0, 9)), world.today - _DAY)
        life = Life(account, created, [], [], month)
    else:
        standing = _LATER if count == _FIVE else _PROSPECT_STANDINGS[place % len(_PROSPECT_STANDINGS)]
        last = _last_visit(world, dice, _INTERVAL, standing, SourceStage.PROSPECTIVE)
        visits = _monthly(world, dice, last, count)
        created = visits[0] - timedelta(days=dice.randrange(2, 12))
        life = Life(account, created, visits, [], cohort_of(visits[0]))
        if count >= 3 and dice.random() < 0.15:
            account.sends_from = last
    account.stage_since = life.created
    life.stages = [(SourceStage.PROSPECTIVE, life.created, None)]
    return life


def _candidate(world: World, dice: Random, account: Account) -> Life:
    """Found lately, in no cohort yet."""
    created = world.today - timedelta(days=dice.randrange(2, 40))
    account.stage, account.stage_since = SourceStage.PROSPECTIVE, created
    return Life(account, created, [], [(SourceStage.PROSPECTIVE, created, None)])


def _new(world: World, dice: Random, account: Account) -> Life:
    """Active from the first day, not seen yet."""
    created = world.working_before(world.today - timedelta(days=dice.randrange(3, 25)))
    account.stage, account.stage_since = SourceStage.ACTIVE, created
    return Life(account, created, [], [(SourceStage.ACTIVE, created, "Asked us to come")])


def _inactive(world: World, dice: Random, account: Account, place: int) -> Life:
    created = world.begin - timedelta(days=dice.randrange(30, 1200))
    span = max((world.today - world.begin).days - 60, 1)
    last = world.working_before(world.today - timedelta(days=40 + dice.randrange(span)))
    ended = world.working_before(min(last + timedelta(days=dice.randrange(20, 70)), world.yesterday))
    account.stage, account.stage_since = SourceStage.INACTIVE, ended
    account.sends_from, account.sends_until = world.begin, last
    reason = dice.choice(INACTIVE_WHY)
    visits = _backwards(world, dice, last, 45, world.begin)
    if place % _DROPPED == _DROPPED - 1:
        return _dropped(world, account, last, ended)
    stages = [(SourceStage.ACTIVE, created, None), (SourceStage.INACTIVE, ended, reason)]
    return Life(account, created, visits, stages, inactive_reason=reason)


def _dropped(world: World, account: Account, last: date, ended: date) -> Life:
    """A prospect that was given up after some visits, and never sent."""
    visits = _monthly(world, world.chance(f"dropped {account.id}"), last, 3)
    created = visits[0] - timedelta(days=5)
    account.sends_from = account.sends_until = None
    stages = [(SourceStage.PROSPECTIVE, created, None), (SourceStage.INACTIVE, ended, NO_RESPONSE)]
    return Life(account, created, visits, stages, cohort_of(visits[0]), ended, NO_RESPONSE)


def _last_visit(world: World, dice: Random, cadence: int, standing: str, stage: SourceStage) -> date:
    """A working day such that a source last seen then stands today as wished, where the calendar allows it."""
    wished = {_OVERDUE: RhythmStatus.OVERDUE, _LATER: RhythmStatus.ON_RHYTHM}.get(standing, RhythmStatus.DUE)
    back = {
        _OVERDUE: cadence + dice.choice((1, 2, 3, 4, 6, 9, 12, 18, 27)),
        _TODAY: cadence,
        _SOON: cadence - dice.randrange(1, 7),
        _LATER: dice.randrange(1, max(cadence - 9, 2)),
    }[standing]
    for step in (0, 1, -1, 2, -2, 3, -3, 4, -4):
        day = world.today - timedelta(days=max(back + step, 1))
        if not world.calendar.is_working(day):
            continue
        due = due_on(VisitHistory(stage, cadence, day, day), world.calendar)
        fits = rhythm_status(due, day, world.today) is wished
        if fits and (standing != _TODAY or due == world.today):
            return day
    return world.working_before(world.today - timedelta(days=back))


def _backwards(world: World, dice: Random, last: date, cadence: int, first: date) -> list[date]:
    """Days of visits in a rhythm that is mostly kept, the earliest first."""
    days = []
    day = last
    while day >= first:
        days.append(day)
        late = dice.choices((dice.randrange(-4, 7), dice.randrange(8, 17), dice.randrange(20, 46)), (80, 14, 6))[0]
        day = _some_working_day(world, dice, day - timedelta(days=max(cadence + late, 5)))
    return days[::-1]


def _some_working_day(world: World, dice: Random, day: date) -> date:
    """The day itself, or one of the working days before it: not all weekends' visits fall on Fridays."""
    if not world.calendar.is_working(day):
        day -= timedelta(days=dice.randrange(5))
    return world.working_before(day)


def _monthly(world: World, dice: Random, last: date, count: int) -> list[date]:
    days = [last]
    while len(days) < count:
        days.append(_some_working_day(world, dice, days[-1] - timedelta(days=dice.randrange(24, 36))))
    return days[::-1]


def _write(world: World, lives: Sequence[Life]) -> None:
    rows = {row["id"]: row for row in world.batch.rows("referral_source")}
    for life in lives:
        _write_source(rows[life.account.id], life)
        by = world.liaisons[life.account.owner].name
        for stage, day, reason in life.stages:
            world.batch.add(
                "source_stage_change",
                source_id=life.account.id, stage=stage, on_day=day,
                at=world.at(min(day, world.yesterday), time(16, 10)), by_name=by, reason=reason,
            )  # fmt: skip
    _write_cohorts(world, lives)


def _write_source(row: dict[str, Any], life: Life) -> None:
    account = life.account
    row |= {
        "stage": account.stage,
        "stage_since": account.stage_since,
        "inactive_reason": life.inactive_reason,
        "cadence_days": account.cadence if account.stage is SourceStage.ACTIVE else None,
        "created_on": life.created,
        "tier": None,
    }


def _write_cohorts(world: World, lives: Sequence[Life]) -> None:
    members: dict[tuple[date, int], list[Life]] = {}
    for life in lives:
        if life.cohort_month is not None:
            members.setdefault((life.cohort_month, life.account.owner), []).append(life)
    for month, owner in sorted(members):
        found = members[month, owner]
        cohort = world.batch.add(
            "cohort",
            liaison_id=world.liaisons[owner].user_id,
            month=month,
            size=max(DEFAULTS.cohort_size, len(found)),
        )
        for life in found:
            world.batch.add(
                "cohort_member",
                cohort_id=cohort,
                source_id=life.account.id,
                joined_on=min(max(life.created, month), world.today),
                left_on=life.left_on,
            )
