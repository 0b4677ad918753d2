"""The sample's referrals: few sources send most, more in winter, some are declined, some are late."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from math import exp, log
from random import Random

from hhcrm.domain.words import ReferralStage
from hhcrm.services.sample.capability import ACCEPTED, REFUSED
from hhcrm.services.sample.cases import Case, Step
from hhcrm.services.sample.phrases import HOLD_NOTES
from hhcrm.services.sample.places import OUTSIDE, SERVED, territory_of
from hhcrm.services.sample.referral_rows import INSTITUTIONS, ReferralWriter
from hhcrm.services.sample.world import Account, World

SEASON = (1.36, 1.28, 1.13, 1.0, 0.91, 0.84, 0.79, 0.83, 0.93, 1.0, 1.09, 1.27)
"""Referrals of a month against the year's mean, January first."""

A_MONTH_PER_SOURCE = 0.29
_SKEW, _FLATTER = 1.5, 3
"""Rates fall with (rank + 3) to the power 1.5: Zipf's law with a head that one hospital does not fill alone."""

_RECENT = timedelta(days=9)
_LINGER = 0.45
_LINES = ("home_health", "palliative", "home_care")
_LINE_SHARES = {True: (88, 7, 5), False: (30, 5, 65)}
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)

_DECLINED_AT_ONCE = {
    "payer_not_accepted": 20, "no_capacity": 22, "outside_service_area": 9, "not_homebound": 9, "no_skilled_need": 7,
    "no_physician": 5, "physician_not_eligible": 3, "duplicate": 4, "sent_by_mistake": 2,
}  # fmt: skip
_LOST_LATER = {
    "chose_another_agency": 16, "declined": 13, "went_to_facility": 9, "readmitted": 9, "no_face_to_face": 7,
    "not_reached": 7, "deceased": 3, "other": 2,
}  # fmt: skip
_DECLINE, _LOSE, _HOLD = 0.13, 0.10, 0.07
_ON_THE_DESK = (
    ("before", time(15, 52), ReferralStage.UNDER_REVIEW), ("before", time(16, 20), ReferralStage.RECEIVED),
    ("today", time(6, 48), ReferralStage.UNDER_REVIEW), ("today", time(7, 12), ReferralStage.RECEIVED),
    ("today", time(7, 26), ReferralStage.RECEIVED),
)  # fmt: skip
_SCARCE = ("PT", "PT", "OT", "SN", "SLP", "aide")


def add_referrals(world: World) -> dict[int, int]:
    """Write all referrals; returns how many of the last 12 months each source has sent."""
    dice = world.chance("referrals")
    cases = [_case(world, dice, account, at) for account, at in _arrivals(world)]
    cases += _waiting(world)
    writer = ReferralWriter(world, dice)
    year_ago = world.today - timedelta(days=365)
    sent: dict[int, int] = {}
    for case in cases:
        if writer.write(case) > year_ago:
            sent[case.account.id] = sent.get(case.account.id, 0) + 1
    return sent


def _arrivals(world: World) -> list[tuple[Account, datetime]]:
    """Who sends on which instant, in the order of time."""
    dice = world.chance("arrivals")
    found = []
    for account, rate in _rates(world, dice):
        begin, end = account.sends_from or world.begin, account.sends_until or world.today
        day = world.begin
        while day <= world.today:
            next_month = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
            growth = 0.92 + 0.16 * (day - world.begin).days / max((world.today - world.begin).days, 1)
            share = ((min(next_month, world.today + _DAY) - day).days) / 30.4
            for _ in range(_about(dice, rate * SEASON[day.month - 1] * growth * share)):
                at = _instant_in(world, dice, account, day, min(next_month, world.today + _DAY))
                if begin <= at.astimezone(world.zone).date() <= end and at < world.cutoff:
                    found.append((account, at))
            day = next_month
    return sorted(found, key=lambda pair: (pair[1], pair[0].id))


def _rates(world: World, dice: Random) -> list[tuple[Account, float]]:
    """Referrals a month by rank (Zipf's law), the rank by potential with much chance."""
    senders = [account for account in world.accounts if account.sends_from is not None]
    noisy = {a.id: a.potential * exp(dice.gauss(0, 0.7)) for a in senders}
    for account in senders:
        if account.story:
            noisy[account.id] = 0.0
    senders.sort(key=lambda account: (-noisy[account.id], account.id))
    weights = [1 / (rank + _FLATTER) ** _SKEW for rank in range(1, len(senders) + 1)]
    month = A_MONTH_PER_SOURCE * len(world.accounts)
    total = sum(weights) or 1.0
    return [(account, month * weight / total) for account, weight in zip(senders, weights, strict=True)]


def _about(dice: Random, mean: float) -> int:
    """A whole number whose mean is `mean`; it strays less than a Poisson draw, so that the seasons show."""
    whole = int(mean)
    spread = dice.choice((-1, 0, 1)) if whole >= 2 else 0
    return whole + spread + (dice.random() < mean - whole)


def _instant_in(world: World, dice: Random, account: Account, first: date, after: date) -> datetime:
    day = first + timedelta(days=dice.randrange((after - first).days))
    weekends = 0.15 if account.kind in INSTITUTIONS else 0.0
    if not world.calendar.is_working(day) and dice.random() >= weekends:
        day = world.working_before(day)
    hour = dice.choices(range(7, 20), (1, 5, 9, 11, 11, 7, 8, 11, 12, 10, 6, 2, 1))[0]
    return world.at(day, time(hour, dice.randrange(60)))


def _case(world: World, dice: Random, account: Account, heard: datetime) -> Case:
    line = dice.choices(_LINES, _LINE_SHARES[account.is_medical])[0]
    authorized = heard + _HOUR * _lognormal(dice, 3.0, 1.0, 40.0) if dice.random() < 0.6 else heard
    payer = _payer(dice, line)
    near = [place for place in SERVED if territory_of(place) == territory_of(account.place)]
    case = Case(account, heard, authorized, line, payer, dice.choice(near))
    if account.kind in INSTITUTIONS:
        home = authorized + timedelta(days=dice.choices((0, 1, 2, 3, 5), (46, 32, 14, 6, 2))[0])
        case.discharged = max(world.at(home.astimezone(world.zone).date(), time(dice.randrange(11, 17), 0)), heard)
    _walk(world, dice, case)
    return case


def _payer(dice: Random, line: str) -> str:
    accepted = ACCEPTED[line]
    return dice.choices(accepted, [8, 6, 3, 2, 2][: len(accepted)])[0]


def _lognormal(dice: Random, median: float, sigma: float, most: float) -> float:
    return min(exp(dice.gauss(log(median), sigma)), most)


def _walk(world: World, dice: Random, case: Case) -> None:
    """The path from received to its end, as working hours allow; somebody is on call for half of them."""
    on_call = dice.random() < 0.55
    after = _at_once if on_call else world.hours.after
    reviewed = after(case.heard, timedelta(minutes=_lognormal(dice, 15, 0.8, 240)))
    case.steps = [Step(ReferralStage.RECEIVED, case.heard), Step(ReferralStage.UNDER_REVIEW, reviewed)]
    if case.heard > world.cutoff - _RECENT and dice.random() < _LINGER:
        _linger(world, dice, case, reviewed)
        return
    now = max(reviewed, case.received)
    if dice.random() < _HOLD:
        now = _hold(world, dice, case, now)
    slow = 900 if dice.random() < 0.05 else 0
    decided = after(now, timedelta(minutes=_lognormal(dice, 95, 0.9, 700) + slow))
    if dice.random() < _DECLINE:
        reason = _decline(dice, case)
        discipline = dice.choice(_SCARCE) if reason == "no_capacity" else None
        case.steps.append(Step(ReferralStage.NOT_ADMITTED, decided, reason, discipline, criteria=True))
        return
    case.steps.append(Step(ReferralStage.ACCEPTED, decided, criteria=True))
    if dice.random() < _LOSE:
        lost = after(decided, timedelta(minutes=_lognormal(dice, 300, 0.8, 2400)))
        reason = dice.choices(tuple(_LOST_LATER), tuple(_LOST_LATER.values()))[0]
        case.steps.append(Step(ReferralStage.NOT_ADMITTED, lost, reason))
        if case.heard == case.authorized and dice.random() < 0.5:
            case.authorized = None
        return
    scheduled = after(decided, timedelta(minutes=_lognormal(dice, 70, 0.7, 480)))
    case.soc = case.planned = _start_of_care(world, dice, case, scheduled)
    case.steps.append(Step(ReferralStage.SCHEDULED, scheduled))
    case.steps.append(Step(ReferralStage.ADMITTED, case.soc + timedelta(minutes=dice.randrange(60, 180))))


def _waiting(world: World) -> list[Case]:
    """What lies on the desk this morning: some just heard of, some looked at, all of working days just past."""
    dice = world.chance("waiting")
    senders = [account for account in world.accounts if account.sends_from is not None and account.people]
    if len(senders) < len(_ON_THE_DESK):
        return []
    today, before = world.today, world.yesterday
    cases = []
    for account, (day, clock, stage) in zip(dice.sample(senders, len(_ON_THE_DESK)), _ON_THE_DESK, strict=True):
        heard = world.at(today if day == "today" else before, clock)
        line = _LINES[0] if account.is_medical else _LINES[2]
        near = [place for place in SERVED if territory_of(place) == territory_of(account.place)]
        case = Case(account, heard, heard if dice.random() < 0.5 else None, line, _payer(dice, line), dice.choice(near))
        case.steps = [Step(ReferralStage.RECEIVED, heard)]
        if stage is ReferralStage.UNDER_REVIEW:
            case.steps.append(Step(stage, heard + timedelta(minutes=dice.randrange(6, 20))))
        cases.append(case)
    return cases


def _at_once(instant: datetime, minutes: timedelta) -> datetime:
    return instant + minutes


def _linger(world: World, dice: Random, case: Case, reviewed: datetime) -> None:
    """Still open today: on hold, waiting for a start of care that is planned, or waiting for us."""
    after, kind = world.hours.after, dice.choice(("hold", "planned", "planned", "review"))
    if kind == "hold":
        held = after(reviewed, timedelta(minutes=dice.randrange(30, 200)))
        case.steps.append(Step(ReferralStage.ON_HOLD, held, note=dice.choice(HOLD_NOTES)))
    elif kind == "planned":
        decided = after(max(reviewed, case.received), timedelta(minutes=_lognormal(dice, 80, 0.6, 400)))
        case.steps.append(Step(ReferralStage.ACCEPTED, decided, criteria=True))
        case.steps.append(Step(ReferralStage.SCHEDULED, after(decided, timedelta(minutes=dice.randrange(20, 120)))))
        begins = world.today + timedelta(days=dice.choice((0, 1, 1, 2, 3)))
        case.planned = world.at(begins, time(dice.randrange(9, 16), dice.choice((0, 30))))


def _hold(world: World, dice: Random, case: Case, now: datetime) -> datetime:
    held = world.hours.after(now, timedelta(minutes=30))
    back = world.hours.after(held, timedelta(hours=dice.choice((5, 9, 14, 20, 30, 60))))
    case.steps.append(Step(ReferralStage.ON_HOLD, held, note=dice.choice(HOLD_NOTES)))
    case.steps.append(Step(ReferralStage.UNDER_REVIEW, back))
    return back


def _decline(dice: Random, case: Case) -> str:
    reason = dice.choices(tuple(_DECLINED_AT_ONCE), tuple(_DECLINED_AT_ONCE.values()))[0]
    if reason == "payer_not_accepted":
        case.payer = dice.choice(REFUSED[case.line])
    elif reason == "outside_service_area":
        case.place = dice.choice(OUTSIDE)
    return reason


def _start_of_care(world: World, dice: Random, case: Case, scheduled: datetime) -> datetime:
    """Usually within two days of referral or return home; slower in winter, seldom on a Sunday."""
    winter = 1.12 if case.heard.month in (12, 1, 2) else 1.0
    if case.discharged is not None:
        wished = max(case.discharged, scheduled) + _HOUR * _lognormal(dice, 16 * winter, 0.5, 150)
    else:
        wished = max(case.received + _HOUR * _lognormal(dice, 25 * winter, 0.45, 190), scheduled)
    day = wished.astimezone(world.zone).date()
    if day.weekday() == 6 and dice.random() < 0.7:
        day += _DAY
    begun = world.at(day, time(dice.randrange(9, 17), dice.choice((0, 15, 30, 45))))
    return begun if begun > scheduled + _HOUR else world.at(day + _DAY, time(dice.randrange(9, 16), 0))
