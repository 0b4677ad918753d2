"""The sample's referrals: few sources send most, more in winter, some are declined, some are late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import exp, log
from random import Random
from typing import Any

from hhcrm.domain.loop import updates_due
from hhcrm.domain.starting_rows import DECLINE_REASONS
from hhcrm.domain.words import AdmissionSource, Channel, LoopStep, ReasonOwner, ReferralStage
from hhcrm.models.referrals import referral_search_text
from hhcrm.services.sample.capability import ACCEPTED, REFUSED
from hhcrm.services.sample.names import PATIENT_FIRST, PATIENT_LAST
from hhcrm.services.sample.people import phone_number
from hhcrm.services.sample.phrases import (
    CRITERIA,
    DIAGNOSES,
    HOLD_NOTES,
    OTHER_REASONS,
    REFERRAL_NOTES,
    SAID,
    WAIVED_WHY,
)
from hhcrm.services.sample.places import OUTSIDE, SERVED, Place, territory_of
from hhcrm.services.sample.world import Account, Person, World

SEASON = (1.36, 1.28, 1.13, 1.0, 0.91, 0.84, 0.79, 0.83, 0.93, 1.0, 1.09, 1.27)
"""Referrals of a month against the year's mean, January first."""

A_MONTH_PER_SOURCE = 0.29
_SKEW, _FLATTER = 1.5, 3
"""Rates fall with (rank + 3) to the power 1.5: Zipf's law with a head that one hospital does not fill alone."""

_RECENT = timedelta(days=9)
_LINGER = 0.45
_LOOPS_CLOSED = timedelta(days=14)
"""What was due longer ago has been told by now, late, or it was decided that nobody is told."""

_WAIVED, _FORGOTTEN = 0.3, 0.02
_INSTITUTIONS = ("hospital", "hospital_unit", "snf", "irf", "ltach")
_LINES = ("home_health", "palliative", "home_care")
_LINE_SHARES = {True: (88, 7, 5), False: (30, 5, 65)}
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)

_REASONS = {row.code: row for row in DECLINE_REASONS}
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


@dataclass(slots=True)
class Step:
    """One entry of a referral's path."""

    stage: ReferralStage
    at: datetime
    reason: str | None = None
    discipline: str | None = None
    note: str | None = None
    criteria: bool = False


@dataclass(slots=True)
class Case:
    """A referral in the making; what lies after the sample's instant is cut off at the end."""

    account: Account
    heard: datetime
    authorized: datetime | None
    line: str
    payer: str
    place: Place
    steps: list[Step] = field(default_factory=list)
    discharged: datetime | None = None
    soc: datetime | None = None
    planned: datetime | None = None

    @property
    def received(self) -> datetime:
        """What the clocks start from."""
        return self.authorized or self.heard


def add_referrals(world: World) -> dict[int, int]:
    """Write all referrals; returns how many of the last 12 months each source has sent."""
    dice = world.chance("referrals")
    cases = [_case(world, dice, account, at) for account, at in _arrivals(world)]
    cases += _waiting(world)
    writer = _Writer(world, dice)
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
    weekends = 0.15 if account.kind in _INSTITUTIONS else 0.0
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
    if account.kind in _INSTITUTIONS:
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


class _Writer:
    """Writes referrals and what hangs on them."""

    def __init__(self, world: World, dice: Random) -> None:
        self._world, self._dice, self._batch = world, dice, world.batch
        self._local = world.zone
        self._late = world.chance("late loops")

    def write(self, case: Case) -> date:
        """One referral with its path, its patient and its loop; returns its date."""
        steps = [step for step in case.steps if step.at <= self._world.cutoff]
        soc = case.soc if steps[-1].stage is ReferralStage.ADMITTED else None
        if case.authorized is not None and case.authorized > self._world.cutoff:
            case.authorized = None
        contact = self._sender(case)
        row = self._facts(case, contact) | self._ending(case, steps, soc)
        row["find_text"] = referral_search_text(row["diagnosis"], row["notes"], row["reason_text"])
        key = self._batch.add("referral", **row)
        for step in steps:
            self._write_step(key, step, row)
        self._write_patient(key)
        self._write_loop(key, case, soc, contact)
        day: date = row["referral_on"]
        return day

    def _sender(self, case: Case) -> Person | None:
        people = case.account.people
        return self._dice.choice(people[:3]) if people and self._dice.random() < 0.92 else None

    def _facts(self, case: Case, contact: Person | None) -> dict[str, Any]:
        dice, world = self._dice, self._world
        group = dice.choice(tuple(DIAGNOSES))
        institutional = case.account.kind in _INSTITUTIONS
        doctors = [person for person in case.account.people if person.npi]
        doctor = dice.choice(doctors) if doctors and dice.random() < 0.85 else None
        heard_on = case.heard.astimezone(self._local).date()
        seen = heard_on - timedelta(days=dice.randrange(0, 60))
        home_health = case.line == "home_health"
        gone = case.discharged if case.discharged is not None and case.discharged <= world.cutoff else None
        return {
            "source_id": case.account.id, "contact_id": contact.id if contact else None,
            "liaison_id": world.liaisons[case.account.owner].user_id,
            "heard_at": case.heard, "authorized_at": case.authorized,
            "referral_on": case.received.astimezone(self._local).date(),
            "service_line_id": world.lookups["service_line"][case.line],
            "payer_id": world.lookups["payer"][case.payer],
            "zip": case.place.zip,
            "clinical_group_id": world.lookups["clinical_group"][group] if home_health else None,
            "admission_source": AdmissionSource.INSTITUTIONAL if institutional else AdmissionSource.COMMUNITY,
            "diagnosis": dice.choice(DIAGNOSES[group]),
            "ordering_contact_id": doctor.id if doctor else None,
            "ordering_npi": doctor.npi if doctor else None,
            "face_to_face_on": seen if home_health and dice.random() < 0.78 else None,
            "discharged_on": gone.astimezone(self._local).date() if gone else None,
            "discharged_at": gone if gone and dice.random() < 0.6 else None,
            "notes": dice.choice(REFERRAL_NOTES) if dice.random() < 0.3 else None,
        }  # fmt: skip

    def _ending(self, case: Case, steps: Sequence[Step], soc: datetime | None) -> dict[str, Any]:
        dice, last = self._dice, steps[-1]
        deciding = (ReferralStage.ACCEPTED, ReferralStage.NOT_ADMITTED)
        ordered = None
        if case.soc is not None and dice.random() < 0.07:
            ordered = case.soc.astimezone(self._local).date() + timedelta(days=dice.choice((0, 0, 1, -1)))
        row: dict[str, Any] = {
            "stage": last.stage,
            "reason_id": self._world.lookups["decline_reason"][last.reason] if last.reason else None,
            "reason_text": dice.choice(OTHER_REASONS) if last.reason == "other" else None,
            "reason_owner": self._owner(last.reason),
            "decided_at": next((step.at for step in steps if step.stage in deciding), None),
            "ordered_soc": ordered, "planned_soc_on": None, "planned_soc_time": None,
            "soc_on": None, "soc_at": None, "ended_on": None, "satisfaction": None,
            "readmitted_on": None,
        }  # fmt: skip
        if case.planned is not None and any(step.stage is ReferralStage.SCHEDULED for step in steps):
            local = case.planned.astimezone(self._local)
            row |= {"planned_soc_on": local.date(), "planned_soc_time": local.time()}
        if soc is not None:
            row |= self._care(soc)
        return row

    def _owner(self, reason: str | None) -> ReasonOwner | None:
        if reason is None:
            return None
        # Lost because we were slow is ours, whatever the list says of the reason.
        ours = reason == "chose_another_agency" and self._dice.random() < 0.25
        return ReasonOwner.OURS if ours else _REASONS[reason].owner

    def _care(self, soc: datetime) -> dict[str, Any]:
        """What became of a patient: end, return to hospital, satisfaction; nothing of it before it has happened."""
        dice, today = self._dice, self._world.today
        begun = soc.astimezone(self._local).date()
        ended = begun + timedelta(days=dice.randrange(18, 80))
        returned = begun + timedelta(days=dice.randrange(2, 50)) if dice.random() < 0.16 else None
        over = ended < today
        score = dice.choices(range(4, 11), (1, 1, 2, 5, 16, 30, 45))[0]
        return {
            "soc_on": begun,
            "soc_at": soc if dice.random() < 0.85 else None,
            "ended_on": ended if over else None,
            "satisfaction": score if over and dice.random() < 0.4 else None,
            "readmitted_on": returned if returned is not None and returned < min(ended, today) else None,
        }

    def _write_step(self, referral_id: int, step: Step, row: dict[str, Any]) -> None:
        lookups = self._world.lookups
        said = {name: self._dice.choice(lines) if step.criteria else None for name, lines in CRITERIA.items()}
        self._batch.add(
            "referral_stage_entry",
            referral_id=referral_id, stage=step.stage, at=step.at, by_name=self._world.intake,
            reason_id=lookups["decline_reason"][step.reason] if step.reason else None,
            reason_text=row["reason_text"] if step.reason else None,
            reason_owner=row["reason_owner"] if step.reason else None,
            discipline_id=lookups["discipline"][step.discipline] if step.discipline else None,
            note=step.note, **said,
        )  # fmt: skip

    def _write_patient(self, referral_id: int) -> None:
        dice = self._dice
        self._batch.add(
            "referral_patient",
            referral_id=referral_id,
            patient_name=f"{dice.choice(PATIENT_FIRST)} {dice.choice(PATIENT_LAST)}",
            date_of_birth=date(dice.randrange(1930, 1962), 1, 1) + timedelta(days=dice.randrange(365)),
            phone=phone_number(dice) if dice.random() < 0.8 else None,
        )

    def _write_loop(self, referral_id: int, case: Case, soc: datetime | None, contact: Person | None) -> None:
        begun = None if soc is None else soc.astimezone(self._local).date()
        for step, due in updates_due(case.received, begun, self._world.hours).items():
            given = self._given(step, case, due, soc)
            given, waived = (given, None) if given else self._closed_late(step, due)
            channel = self._dice.choice((Channel.PHONE, Channel.PHONE, Channel.TEXT, Channel.FAX, Channel.EMAIL))
            self._batch.add(
                "loop_update",
                referral_id=referral_id, step=step, due_at=due, given_at=given,
                by_name=self._world.intake if given or waived else None,
                contact_id=contact.id if contact and given else None,
                channel=channel if given else None,
                said=self._dice.choice(SAID[step]) if given else None,
                waived_why=waived,
            )  # fmt: skip

    def _closed_late(self, step: LoopStep, due: datetime) -> tuple[datetime | None, str | None]:
        """When one that was forgotten was given after all, or why nobody is told; neither of what is lately due."""
        world, dice = self._world, self._late
        if due > world.cutoff - _LOOPS_CLOSED or dice.random() < _FORGOTTEN:
            return None, None
        if dice.random() < _WAIVED:
            return None, dice.choice(WAIVED_WHY[step])
        at = world.hours.after(due, world.hours.length * dice.choice((1, 1, 2, 3, 5)))
        return min(at, world.cutoff - _LOOPS_CLOSED / 2).replace(microsecond=0), None

    def _given(self, step: LoopStep, case: Case, due: datetime, soc: datetime | None) -> datetime | None:
        """Mostly in time, sometimes late, a few never; not before there is something to tell."""
        dice, cutoff = self._dice, self._world.cutoff
        known = {LoopStep.RECEIVED: case.heard, LoopStep.DECISION: _decided(case)}.get(step, soc or case.heard)
        if known is None or dice.random() < 0.035:
            return None
        begin = max(known, due - timedelta(days=2)) if step is LoopStep.OUTCOME else known
        if begin < due and dice.random() < 0.86:
            at = begin + (due - begin) * dice.uniform(0.1, 0.95)
        else:
            at = self._world.hours.after(max(begin, due), timedelta(hours=dice.choice((1, 2, 4, 9, 15))))
        at = at.replace(microsecond=0)
        return at if at <= cutoff else None


def _decided(case: Case) -> datetime | None:
    deciding = (ReferralStage.ACCEPTED, ReferralStage.NOT_ADMITTED)
    return next((step.at for step in case.steps if step.stage in deciding), None)
