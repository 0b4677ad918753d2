"""Referrals: record, edit, assign, move through the stages. Each entry of the path is kept with its time and person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session, selectinload

from hhcrm.domain.after_care import AfterCare, check_after_care
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_day
from hhcrm.domain.errors import Conflict, KnownFault, RuleBroken
from hhcrm.domain.instants import instant_of
from hhcrm.domain.loop import answer
from hhcrm.domain.referrals import (
    UNDECIDED,
    check_hold,
    check_move,
    check_reason,
    held_from,
    referral_date,
    stages_between,
)
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.models.contacts import Contact
from hhcrm.models.lookups import DeclineReason, Discipline
from hhcrm.models.referrals import Referral, ReferralDiscipline, ReferralPatient, ReferralStageEntry
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import User
from hhcrm.services.alerts import alert_liaison
from hhcrm.services.loop_rows import begin_loop, keep_loop, tell_again
from hhcrm.services.moving_words import say_left
from hhcrm.services.records import assign, counted, fetch, moved_on
from hhcrm.services.referral_commands import AssignReferrals, EditReferral, MoveReferrals, RecordReferral
from hhcrm.services.referral_values import PATIENT_COLUMNS, REFERRAL_COLUMNS
from hhcrm.services.values import read_values, text_or_none
from hhcrm.services.weighing import Weighing
from hhcrm.storage.settings import agency_zone
from hhcrm.storage.work import Transaction, UnitOfWork

CLOCKS_APART = timedelta(minutes=5)
"""By how much the clock of another desk may be ahead of this one."""

_AFTER_CARE = ("ended_on", "readmitted_on", "satisfaction")
_DECIDED = frozenset(
    {ReferralStage.ACCEPTED, ReferralStage.SCHEDULED, ReferralStage.ADMITTED, ReferralStage.NOT_ADMITTED}
)
"""A correction may lead straight to the later ones of them."""


def record_referral(work: UnitOfWork, command: RecordReferral) -> ChangeSet:
    """Write down a referral as received; source and service line alone are enough. Raises RuleBroken."""
    required = {"source_id": None, "service_line_id": None}
    values = read_values(REFERRAL_COLUMNS, required | dict(command.values))
    patient = read_values(PATIENT_COLUMNS, command.patient)

    def record(tx: Transaction) -> int | None:
        source = fetch(tx.session, ReferralSource, values["source_id"], "source")
        if source.archived_at is not None and not command.archived_too:
            words = translate("referrals", "{name} was archived. Save again to record it there all the same.")
            raise RuleBroken(words.format(name=source.name), "source_id")
        values.setdefault("heard_at", tx.now)
        if values.get("liaison_id") is None:
            values["liaison_id"] = source.owner_id
        referral = Referral(**values, stage=ReferralStage.RECEIVED)
        alert_liaison(tx, referral)
        _settle(tx, referral, values)
        referral.stages.append(_entry(tx, ReferralStage.RECEIVED, at=referral.heard_at))
        _set_patient(referral, patient)
        _set_disciplines(tx, referral, command.disciplines)
        begin_loop(tx, referral)
        tx.session.add(referral)
        tx.session.flush()
        return referral.id

    return work.run("Record referral", record)


def edit_referral(work: UnitOfWork, command: EditReferral) -> ChangeSet:
    """Set columns of one referral. Raises Conflict when it changed meanwhile, RuleBroken naming the field."""
    values = read_values(REFERRAL_COLUMNS, command.values)
    patient = read_values(PATIENT_COLUMNS, command.patient)

    def edit(tx: Transaction) -> int | None:
        referral = fetch(tx.session, Referral, command.referral_id, "referral", command.version)
        assign(referral, values)
        alert_liaison(tx, referral)
        _settle(tx, referral, values)
        _set_patient(referral, patient)
        if command.disciplines is not None:
            _set_disciplines(tx, referral, command.disciplines)
        keep_loop(tx, referral)
        return referral.id

    return work.run("Edit referral", edit)


def follow_revert(tx: Transaction, referral: Referral, field: str) -> None:
    """Let its alert, its day and what is due to be told follow a field that has its earlier value back."""
    alert_liaison(tx, referral)
    _settle(tx, referral, {field: getattr(referral, field)})
    keep_loop(tx, referral)


def assign_referrals(work: UnitOfWork, command: AssignReferrals) -> ChangeSet:
    """Make referrals one liaison's; one step, undone in one go."""

    def give(tx: Transaction) -> int | None:
        if command.liaison_id is not None:
            fetch(tx.session, User, command.liaison_id, "person")
        for referral in _referrals(tx.session, command.referral_ids):
            assign(referral, {"liaison_id": command.liaison_id})
            alert_liaison(tx, referral)
        return _one(command.referral_ids)

    return work.run(f"Assign {counted(len(command.referral_ids), 'referral')}", give)


def move_referrals(work: UnitOfWork, command: MoveReferrals) -> ChangeSet:
    """Move referrals to a stage: all of them that stand as they were seen, or none.

    Raises RuleBroken naming the field, NotFound, and Conflict where none stands as it was seen.
    """

    def move(tx: Transaction) -> int | None:
        weighing = Weighing(tx, command.criteria)
        if len(command.referral_ids) == 1:
            referral = fetch(tx.session, Referral, command.referral_ids[0], "referral", command.version)
            _move(tx, referral, command, weighing)
        else:
            _move_all(tx, command, weighing)
        return _one(command.referral_ids)

    return work.run(_label(len(command.referral_ids), command.stage), move)


# --- moving ---------------------------------------------------------------------------------------------------------


def _move_all(tx: Transaction, command: MoveReferrals, weighing: Weighing) -> None:
    refused: list[KnownFault] = []
    for referral in _as_seen(tx, command):
        try:
            _move(tx, referral, command, weighing)
        except RuleBroken as fault:
            refused.append(fault)
    if refused:
        words = translate("referrals", "{refused} of these {all} cannot be moved, so none was. {why}")
        said = words.format(refused=f"{len(refused):,}", all=f"{len(command.referral_ids):,}", why=refused[0])
        raise RuleBroken(said, getattr(refused[0], "field", None))


def _as_seen(tx: Transaction, command: MoveReferrals) -> list[Referral]:
    """Those to move: not the ones that somebody moved meanwhile. Raises Conflict when that is all of them."""
    found = _referrals(tx.session, command.referral_ids)
    if not command.seen:
        return found
    there = [referral for referral in found if command.seen.get(referral.id, referral.stage) is referral.stage]
    others = [referral for referral in found if referral not in there]
    gone = len(command.referral_ids) - len(found)
    if not others and not gone:
        return there
    tx.told = say_left(len(there), command.stage, _seen_now(tx.session, others), gone)
    if not there:
        raise Conflict(tx.told)
    tx.label = _label(len(there), command.stage)
    return there


def _seen_now(session: Session, referrals: list[Referral]) -> list[tuple[str, ReferralStage]]:
    return [(fetch(session, ReferralSource, one.source_id, "source").name, one.stage) for one in referrals]


def _label(count: int, stage: ReferralStage) -> str:
    return f"Move {counted(count, 'referral')} to {stage.value}"


def _move(tx: Transaction, referral: Referral, command: MoveReferrals, weighing: Weighing) -> None:
    if referral.archived_at is not None:
        raise RuleBroken(translate("referrals", "An archived referral stays as it is. Restore it first."), "stage")
    before, said = referral.stage, answer(entry.stage for entry in referral.stages)
    way = _way(referral, command)
    ending = _ending(tx.session, command)
    until = _hold_until(tx, command)
    for stage in way[:-1]:
        referral.stages.append(_entry(tx, stage, **weighing.noted(referral, stage)))
    noted = weighing.noted(referral, way[-1])
    referral.stages.append(_entry(tx, way[-1], **ending, **noted, until_on=until, note=text_or_none(command.note)))
    ending.pop("discipline_id")
    assign(referral, {"stage": way[-1], "hold_until": until, **ending})
    assign(referral, {"decided_at": _decided(tx, referral, way)})
    _set_care(tx, referral, command, before)
    tell_again(tx, referral, said)
    keep_loop(tx, referral)
    if inspect(referral).persistent:
        moved_on(referral, "stage")


def _way(referral: Referral, command: MoveReferrals) -> tuple[ReferralStage, ...]:
    """The stages entered; a correction enters the one that is meant."""
    held = held_from([entry.stage for entry in referral.stages])
    if referral.stage is command.stage is ReferralStage.ON_HOLD and command.hold_until != referral.hold_until:
        return (command.stage,)
    if command.correction:
        check_move(referral.stage, command.stage, command.reason_id, correction=True)
        return (command.stage,)
    way = stages_between(referral.stage, command.stage, held)
    check_move(way[-2] if len(way) > 1 else referral.stage, way[-1], command.reason_id, held_from=held)
    return way


def _ending(session: Session, command: MoveReferrals) -> dict[str, Any]:
    """Reason, its words, whose it is, and the discipline: all nothing but for *not admitted*."""
    if command.stage is not ReferralStage.NOT_ADMITTED:
        return {"reason_id": None, "reason_text": None, "reason_owner": None, "discipline_id": None}
    assert command.reason_id is not None  # check_move has seen to it
    reason = fetch(session, DeclineReason, command.reason_id, "reason")
    check_reason(reason.needs_text, reason.needs_discipline, command.reason_text, command.discipline_id)
    return {
        "reason_id": reason.id,
        "reason_text": text_or_none(command.reason_text),
        "reason_owner": command.reason_owner or reason.owner,
        "discipline_id": command.discipline_id if reason.needs_discipline else None,
    }


def _hold_until(tx: Transaction, command: MoveReferrals) -> date | None:
    """The day on which one put on hold comes back; nothing for any other stage."""
    if command.stage is not ReferralStage.ON_HOLD:
        return None
    check_hold(command.hold_until, tx.now.astimezone(_zone(tx)).date())
    return command.hold_until


def _decided(tx: Transaction, referral: Referral, way: tuple[ReferralStage, ...]) -> datetime | None:
    """When it was first accepted or not admitted; a correction to before that takes it back."""
    if referral.stage in UNDECIDED:
        return None
    return referral.decided_at or (tx.now if _DECIDED & {*way} else None)


def _set_care(tx: Transaction, referral: Referral, command: MoveReferrals, before: ReferralStage) -> None:
    """The planned start of care of one scheduled, the real one of one admitted; leaving admitted takes that back.

    Of many that are scheduled without a day each keeps its own: nobody was shown them.
    """
    if referral.stage is ReferralStage.ADMITTED:
        if command.soc_on is None:
            raise RuleBroken(translate("referrals", "Say on which day care started."), "soc_on")
        at = instant_of(command.soc_on, command.soc_time, _zone(tx)) if command.soc_time is not None else None
        assign(referral, {"soc_on": command.soc_on, "soc_at": at})
        _check_soc(tx, referral)
        return
    if before is ReferralStage.ADMITTED:
        assign(referral, dict.fromkeys(("soc_on", "soc_at", *_AFTER_CARE)))
    if referral.stage is ReferralStage.SCHEDULED and (command.soc_on is not None or len(command.referral_ids) == 1):
        assign(referral, {"planned_soc_on": command.soc_on, "planned_soc_time": command.soc_time})


# --- what follows from what was typed -------------------------------------------------------------------------------


def _settle(tx: Transaction, referral: Referral, values: Mapping[str, Any]) -> None:
    """Check times and people, and let the referral's day and the days of instants follow from them."""
    zone = _zone(tx)
    for name in ("heard_at", "authorized_at"):
        if values.get(name) is not None and values[name] > tx.now + CLOCKS_APART:
            raise RuleBroken(translate("referrals", "This is still to come. Type when it was."), name)
    for name, what in (("contact_id", "person"), ("ordering_contact_id", "physician")):
        if values.get(name) is not None:
            fetch(tx.session, Contact, values[name], what)
    assign(referral, {"referral_on": referral_date(referral.heard_at, referral.authorized_at, zone)})
    for day, instant in (("discharged_on", "discharged_at"), ("soc_on", "soc_at")):
        _agree(referral, values, day, instant, zone)
    if {"soc_on", "soc_at"} & values.keys():
        if (referral.soc_on is not None) != (referral.stage is ReferralStage.ADMITTED):
            words = translate("referrals", "The start of care comes and goes with the stage: move the referral.")
            raise RuleBroken(words, "soc_on")
        _check_soc(tx, referral)
    elif "heard_at" in values:
        _check_soc(tx, referral, "heard_at")
    if {"soc_on", "soc_at", *_AFTER_CARE} & values.keys():
        known = AfterCare(referral.soc_on, referral.ended_on, referral.readmitted_on, referral.satisfaction)
        check_after_care(known, tx.now.astimezone(zone).date())


def _agree(referral: Referral, values: Mapping[str, Any], day: str, instant: str, zone: tzinfo) -> None:
    """A day and the instant beside it say the same; whichever was given leads."""
    at: datetime | None = getattr(referral, instant)
    if values.get(instant) is not None and at is not None:
        assign(referral, {day: at.astimezone(zone).date()})
    elif at is not None and at.astimezone(zone).date() != getattr(referral, day):
        assign(referral, {instant: None})


def _check_soc(tx: Transaction, referral: Referral, field: str = "soc_on") -> None:
    soc, today = referral.soc_on, tx.now.astimezone(_zone(tx)).date()
    if soc is None:
        return
    if soc > today:
        words = translate("referrals", "Care cannot have started on a day still to come. Move it to scheduled instead.")
        raise RuleBroken(words, field)
    heard = referral.heard_at.astimezone(_zone(tx)).date()
    if soc < heard:
        words = translate("referrals", "The referral was first heard of on {day}: care cannot have started before.")
        raise RuleBroken(words.format(day=say_day(heard, today)), field)


def _zone(tx: Transaction) -> tzinfo:
    return agency_zone(tx.session.connection(), date.max)


def _set_patient(referral: Referral, values: Mapping[str, Any]) -> None:
    """Who the patient is, in a row of its own; the referral moves on with it, so that others see the change."""
    patient = referral.patient
    if patient is None:
        if any(value is not None for value in values.values()):
            referral.patient = ReferralPatient(**values)
        else:
            return
    elif all(getattr(patient, name) == value for name, value in values.items()):
        return
    else:
        assign(patient, dict(values))
    moved_on(referral, "stage")


def _set_disciplines(tx: Transaction, referral: Referral, wanted: tuple[int, ...]) -> None:
    """The disciplines needed, each in a row of its own; those that stay keep theirs."""
    there = {row.discipline_id: row for row in referral.disciplines}
    if set(wanted) == there.keys():
        return
    for key in dict.fromkeys(wanted):
        if key not in there:
            fetch(tx.session, Discipline, key, "discipline")
            referral.disciplines.append(ReferralDiscipline(discipline_id=key))
    for key, row in there.items():
        if key not in wanted:
            referral.disciplines.remove(row)
    moved_on(referral, "stage")


def _entry(tx: Transaction, stage: ReferralStage, *, at: datetime | None = None, **said: Any) -> ReferralStageEntry:
    return ReferralStageEntry(stage=stage, at=at or tx.now, by_name=tx.actor.name, **said)


def _referrals(session: Session, ids: tuple[int, ...]) -> list[Referral]:
    hanging = (selectinload(Referral.stages), selectinload(Referral.loops), selectinload(Referral.disciplines))
    found: list[Referral] = []
    for start in range(0, len(ids), 500):
        query = select(Referral).where(Referral.id.in_(ids[start : start + 500]))
        found += session.scalars(query.options(*hanging).order_by(Referral.id)).all()
    return found


def _one(ids: tuple[int, ...]) -> int | None:
    return ids[0] if len(ids) == 1 else None
