"""The sample's pilots: some are over, some run, some are only proposed; results are told from the referrals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from hhcrm.domain.referrals import received_at
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.standards import Facts, Moment, Standard, Verdict, standing
from hhcrm.domain.words import Comparison, Measure, PilotStatus, ReferralStage, SourceStage
from hhcrm.services.sample.places import SERVED, territory_of
from hhcrm.services.sample.world import Account, World

_DAY = timedelta(days=1)
_LEAST_SENT = 2
_LINE = "home_health"


@dataclass(frozen=True, slots=True)
class _Plan:
    """One pilot: its days against today, what it promises, where and for whom."""

    status: PilotStatus
    begins: int
    ends: int
    name: str
    promise: str
    standards: tuple[Standard, ...]
    payer: str | None = None
    near: bool = False
    result: str = ""
    next_step: str = ""
    failed: str = ""


_FAST = (
    Standard(Measure.DECIDED_WITHIN, Comparison.AT_LEAST, 60, 24),
    Standard(Measure.TIMELY, Comparison.AT_LEAST, 80),
    Standard(Measure.LOOP_ON_TIME, Comparison.AT_LEAST, 75),
)
_HOME = (
    Standard(Measure.STARTED_WITHIN, Comparison.AT_LEAST, 65, 48),
    Standard(Measure.RETURNS_TO_HOSPITAL, Comparison.AT_MOST, 15),
    Standard(Measure.SATISFIED, Comparison.AT_LEAST, 70),
)
_WEEKEND = (
    Standard(Measure.ACCEPTED_SHARE, Comparison.AT_LEAST, 80),
    Standard(Measure.HOURS_TO_DECISION, Comparison.AT_MOST, 12),
    Standard(Measure.REFERRALS, Comparison.AT_LEAST, 12),
)
_QUICK = "An answer within a day, care within two, and a call after each start."
_PLANS = (
    _Plan(PilotStatus.FINISHED, -320, -230, "Starts within two days", _QUICK, _FAST,
          next_step="Go on for the whole building, look again after six months.",
          failed="Put a second person on intake first, then propose it again."),
    _Plan(PilotStatus.RUNNING, -52, 38, "Home from the unit without coming back",
          "Care on the day after discharge, and a call to the unit on day seven.", (*_FAST[1:2], *_HOME)),
    _Plan(PilotStatus.RUNNING, -55, 5, "Answers within a day", _QUICK, _FAST, near=True),
    _Plan(PilotStatus.FINISHED, -240, -120, "One answer, one call", "We answer on the day, and call after each start.",
          (*_WEEKEND[:2], *_FAST[2:]), next_step="Show the figures to their administrator, propose it for the year.",
          failed="Say so to their administrator, and what we change."),
    _Plan(PilotStatus.RUNNING, -9, 81, "Weekend starts", "We start on Saturdays and Sundays too.", _WEEKEND),
    _Plan(PilotStatus.PROPOSED, 12, 102, "Fewer returns to hospital", "Two visits and two calls in the first week.",
          _HOME, payer="medicare_advantage"),
    _Plan(PilotStatus.PROPOSED, 21, 81, "One number for everything", _QUICK, _FAST),
    _Plan(PilotStatus.DECLINED, -130, -70, "Starts within two days", _QUICK, _FAST,
          result="They keep to their own agency until its contract ends.", next_step="Ask again in the spring."),
)  # fmt: skip


def add_pilots(world: World, sent: dict[int, int]) -> None:
    """Pilots with those who send most, one each; `sent` is how many referrals each sent in the last 12 months."""
    sending = [a for a in world.accounts if a.people and a.stage is not SourceStage.INACTIVE]
    sending.sort(key=lambda account: (-sent.get(account.id, 0), account.id))
    for plan, account in zip(_PLANS, sending, strict=False):
        begins = world.today + timedelta(days=plan.begins)
        if sent.get(account.id, 0) >= _LEAST_SENT and begins >= world.begin:
            _write(world, plan, account, begins)


def _write(world: World, plan: _Plan, account: Account, begins: date) -> None:
    ends = world.today + timedelta(days=plan.ends)
    near = [place.zip for place in SERVED if territory_of(place) == territory_of(account.place)] if plan.near else []
    row: dict[str, Any] = {
        "source_id": account.id, "owner_id": world.liaisons[account.owner].user_id,
        "contact_id": account.people[0].id, "name": plan.name,
        "service_line_id": world.lookups["service_line"][_LINE],
        "payer_id": world.lookups["payer"][plan.payer] if plan.payer else None,
        "zips": " ".join(near), "proposed_on": world.working_before(min(begins, world.today) - timedelta(days=9)),
        "starts_on": begins, "ends_on": ends, "status": plan.status, "promise": plan.promise,
    }  # fmt: skip
    result, following = plan.result, plan.next_step
    if plan.status is PilotStatus.FINISHED:
        result, following = _ending(world, plan, _facts_of(world, row))
    key = world.batch.add("pilot", **row, result=result or None, next_step=following or None)
    for position, standard in enumerate(plan.standards):
        world.batch.add(
            "pilot_standard",
            pilot_id=key, position=position, measure=standard.measure, comparison=standard.comparison,
            target=float(standard.target), within_hours=standard.within_hours,
        )  # fmt: skip


def _ending(world: World, plan: _Plan, facts: Sequence[Facts]) -> tuple[str, str]:
    """What came of it, told from its referrals, and what comes next."""
    moment = Moment(world.cutoff, world.zone)
    found = [standing(standard, facts, moment, DEFAULTS.fewest_cases).verdict for standard in plan.standards]
    met, few = found.count(Verdict.MET), found.count(Verdict.TOO_FEW)
    said = f"{len(facts)} referrals: {met} of {len(found)} standards met"
    said += f", {few} with too few cases to tell." if few else "."
    return said, plan.next_step if 2 * met > len(found) else plan.failed


def _facts_of(world: World, pilot: dict[str, Any]) -> list[Facts]:
    loops: dict[int, list[dict[str, Any]]] = {}
    for update in world.batch.rows("loop_update"):
        loops.setdefault(update["referral_id"], []).append(update)
    senders = _with_units(world, pilot["source_id"])
    steps = world.batch.rows("referral_stage_entry")
    taken = {step["referral_id"] for step in steps if step["stage"] is ReferralStage.ACCEPTED}
    return [
        _fact(row, loops.get(row["id"], []), row["id"] in taken, world.cutoff)
        for row in world.batch.rows("referral")
        if row["source_id"] in senders and _fits(row, pilot)
    ]  # fmt: skip


def _with_units(world: World, source_id: int) -> set[int]:
    """A source with its units and theirs: what they send counts for it. Parents are made before their units."""
    found = {source_id}
    for row in world.batch.rows("referral_source"):
        if row["parent_id"] in found:
            found.add(row["id"])
    return found


def _fits(row: dict[str, Any], pilot: dict[str, Any]) -> bool:
    same = all(pilot[name] in (None, row[name]) for name in ("service_line_id", "payer_id"))
    return same and pilot["starts_on"] <= row["referral_on"] <= pilot["ends_on"]


def _fact(row: dict[str, Any], loops: Sequence[dict[str, Any]], accepted: bool, now: datetime) -> Facts:
    due = [update for update in loops if update["due_at"] <= now and update["waived_why"] is None]
    in_time = [update for update in due if update["given_at"] is not None and update["given_at"] <= update["due_at"]]
    return Facts(
        referral_id=row["id"], received=received_at(row["heard_at"], row["authorized_at"]),
        referral_on=row["referral_on"], decided_at=row["decided_at"],
        accepted=accepted, not_admitted=row["stage"] is ReferralStage.NOT_ADMITTED,
        ordered_soc=row["ordered_soc"], discharged_on=row["discharged_on"], inpatient=bool(row["inpatient"]),
        soc_on=row["soc_on"], soc_at=row["soc_at"], due_steps=len(due), on_time_steps=len(in_time),
        satisfaction=row["satisfaction"], readmitted_on=row["readmitted_on"],
    )  # fmt: skip
