"""The rows of the sample's referrals: the referral, its path, its patient, its loop, what it needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from hhcrm.domain.loop import updates_due
from hhcrm.domain.starting_rows import DECLINE_REASONS, DISCIPLINES
from hhcrm.domain.words import AdmissionSource, Channel, LoopStep, ReasonOwner, ReferralStage
from hhcrm.models.referrals import referral_search_text
from hhcrm.services.sample.cases import Case, Step
from hhcrm.services.sample.names import PATIENT_FIRST, PATIENT_LAST
from hhcrm.services.sample.needs import alert_seen, code_of, disciplines_of, held_until, inpatient_of
from hhcrm.services.sample.people import phone_number
from hhcrm.services.sample.phrases import CRITERIA, DIAGNOSES, OTHER_REASONS, REFERRAL_NOTES, SAID, WAIVED_WHY
from hhcrm.services.sample.promises import promise_on_referral
from hhcrm.services.sample.world import Person, World

INSTITUTIONS = ("hospital", "hospital_unit", "snf", "irf", "ltach")
_LOOPS_CLOSED = timedelta(days=14)
"""What was due longer ago has been told by now, late, or it was decided that nobody is told."""

_WAIVED, _FORGOTTEN = 0.3, 0.02
_REASONS = {row.code: row for row in DECLINE_REASONS}
_DISCIPLINE_NAMES = {row.code: row.name for row in DISCIPLINES}


class ReferralWriter:
    """Writes referrals and what hangs on them."""

    def __init__(self, world: World, dice: Random) -> None:
        self._world, self._dice, self._batch = world, dice, world.batch
        self._local = world.zone
        self._late = world.chance("late loops")
        self._needing, self._promising = world.chance("needs"), world.chance("promises")
        self._held = 0

    def write(self, case: Case) -> date:
        """One referral with its path, its patient and its loop; returns its date."""
        steps = [step for step in case.steps if step.at <= self._world.cutoff]
        soc = case.soc if steps[-1].stage is ReferralStage.ADMITTED else None
        if case.authorized is not None and case.authorized > self._world.cutoff:
            case.authorized = None
        contact = self._sender(case)
        row, needed = self._facts(case, contact) | self._ending(case, steps, soc), self._needed(case, steps)
        row |= self._intake(case, steps, row)
        row["find_text"] = referral_search_text(row["diagnosis"], row["notes"], row["reason_text"])
        key = self._batch.add("referral", **row)
        for code in needed:
            discipline = self._world.lookups["discipline"][code]
            self._batch.add("referral_discipline", referral_id=key, discipline_id=discipline)
        for step in steps:
            self._write_step(key, step, row, needed)
        self._write_patient(key)
        self._write_loop(key, case, soc, contact)
        promise_on_referral(self._world, self._promising, case, key, contact)
        day: date = row["referral_on"]
        return day

    def _sender(self, case: Case) -> Person | None:
        people = case.account.people
        return self._dice.choice(people[:3]) if people and self._dice.random() < 0.92 else None

    def _needed(self, case: Case, steps: Sequence[Step]) -> tuple[str, ...]:
        scarce = next((step.discipline for step in steps if step.discipline), None)
        return disciplines_of(self._needing, case.group, case.line, scarce)

    def _intake(self, case: Case, steps: Sequence[Step], row: dict[str, Any]) -> dict[str, Any]:
        """What the intake form asks beside the facts, the day of coming back from hold, and the alert."""
        dice, world = self._needing, self._world
        for step, following in pairwise(steps):
            if step.stage is ReferralStage.ON_HOLD and dice.random() < 0.8:
                step.until = following.at.astimezone(self._local).date()
        if steps[-1].stage is ReferralStage.ON_HOLD:
            steps[-1].until = held_until(world, self._held, steps[-1].at.astimezone(self._local).date())
            self._held += 1
        seen = alert_seen(world, dice, case.heard)
        return {
            "diagnosis_code": code_of(dice, row["diagnosis"]),
            "hold_until": steps[-1].until if steps[-1].stage is ReferralStage.ON_HOLD else None,
            "alert_at": case.heard, "acknowledged_at": seen,
            "acknowledged_by": None if seen is None else world.liaisons[case.account.owner].name,
        } | inpatient_of(dice, row)  # fmt: skip

    def _facts(self, case: Case, contact: Person | None) -> dict[str, Any]:
        dice, world = self._dice, self._world
        case.group = group = dice.choice(tuple(DIAGNOSES))
        institutional = case.account.kind in INSTITUTIONS
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

    def _write_step(self, referral_id: int, step: Step, row: dict[str, Any], needed: Sequence[str]) -> None:
        lookups = self._world.lookups
        said = {name: self._dice.choice(lines) if step.criteria else None for name, lines in CRITERIA.items()}
        if step.criteria and needed:
            said["needs"] = ", ".join(_DISCIPLINE_NAMES[code] for code in needed)
        self._batch.add(
            "referral_stage_entry",
            referral_id=referral_id, stage=step.stage, at=step.at, by_name=self._world.intake,
            reason_id=lookups["decline_reason"][step.reason] if step.reason else None,
            reason_text=row["reason_text"] if step.reason else None,
            reason_owner=row["reason_owner"] if step.reason else None,
            discipline_id=lookups["discipline"][step.discipline] if step.discipline else None,
            until_on=step.until, note=step.note, **said,
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
