"""Visits: log, plan, edit, close; what is promised at a visit, and the next one."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import or_, select, true
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.models.commitments import Commitment
from hhcrm.models.lookups import VisitKind
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit, VisitContact, VisitMaterial
from hhcrm.services.commands import CloseVisit, EditVisit, LogVisit, PlanVisit
from hhcrm.services.records import assign, fetch, moved_on
from hhcrm.services.values import VISIT_COLUMNS, read_values, text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork


def log_visit(work: UnitOfWork, command: LogVisit, today: date) -> ChangeSet:
    """Write down a visit that took place, what was promised at it, and plan the next one: one step.

    A planned visit is completed: the one named, else one planned for the same person, source and day. Raises RuleBroken
    naming the field.
    """
    if command.visit_on > today:
        raise RuleBroken(
            translate("services", "That day is still to come. Plan the visit instead, or log it on the day."),
            "visit_on",
        )
    promise = _promised(command)
    values = read_values(VISIT_COLUMNS, _outcome(command))

    def log(tx: Transaction) -> int | None:
        source = fetch(tx.session, ReferralSource, command.source_id, "source")
        fetch(tx.session, VisitKind, command.kind_id, "kind of visit")
        visit = _planned(tx, command) or Visit(source_id=source.id)
        liaison_id = command.liaison_id or visit.liaison_id or tx.actor.user_id or source.owner_id
        assign(visit, values | {"liaison_id": liaison_id, "logged_at": tx.now, "status_reason": None})
        _check_completed(visit, today)
        _set_contacts(visit, command.contact_ids)
        _set_materials(visit, command.material_ids)
        tx.session.add(visit)
        tx.session.flush()
        if promise is not None:
            _promise(tx, visit, command, promise, liaison_id)
        _plan_next(tx.session, visit, command)
        return visit.id

    return work.run("Log visit", log)


def plan_visit(work: UnitOfWork, command: PlanVisit) -> ChangeSet:
    """Plan a visit."""
    values = read_values(
        VISIT_COLUMNS,
        {
            "source_id": command.source_id,
            "kind_id": command.kind_id,
            "visit_on": command.visit_on,
            "start_time": command.start_time,
            "minutes": command.minutes,
            "purpose": command.purpose,
            "status": VisitStatus.PLANNED,
        },
    )

    def plan(tx: Transaction) -> int | None:
        source = fetch(tx.session, ReferralSource, command.source_id, "source")
        fetch(tx.session, VisitKind, command.kind_id, "kind of visit")
        visit = Visit(**values, liaison_id=command.liaison_id or tx.actor.user_id or source.owner_id)
        _set_contacts(visit, command.contact_ids)
        tx.session.add(visit)
        tx.session.flush()
        return visit.id

    return work.run("Plan visit", plan)


def edit_visit(work: UnitOfWork, command: EditVisit, today: date) -> ChangeSet:
    """Set columns of a visit; the source's due date follows. Raises Conflict, or RuleBroken naming the field."""
    values = read_values(VISIT_COLUMNS, command.values)

    def edit(tx: Transaction) -> int | None:
        visit = fetch(tx.session, Visit, command.visit_id, "visit", command.version)
        assign(visit, values)
        _check_completed(visit, today)
        if command.contact_ids is not None:
            _set_contacts(visit, command.contact_ids)
        return visit.id

    return work.run("Edit visit", edit)


def close_visit(work: UnitOfWork, command: CloseVisit) -> ChangeSet:
    """Say that a planned visit was missed or cancelled."""
    if command.status not in (VisitStatus.MISSED, VisitStatus.CANCELLED):
        raise RuleBroken(translate("services", "A visit that took place is logged."), "status")

    def close(tx: Transaction) -> int | None:
        visit = fetch(tx.session, Visit, command.visit_id, "visit", command.version)
        if visit.status != VisitStatus.PLANNED:
            raise RuleBroken(
                translate("services", "This visit is {status} already.").format(status=shown(visit.status)), "status"
            )
        assign(visit, {"status": command.status, "status_reason": text_or_none(command.why)})
        return visit.id

    return work.run(f"Mark visit {command.status.value}", close)


def _outcome(command: LogVisit) -> dict[str, Any]:
    names = (
        "source_id", "kind_id", "visit_on", "start_time", "minutes", "travel_minutes", "miles", "purpose", "line",
        "ask", "advance", "notes", "next_step",
    )  # fmt: skip
    return {name: getattr(command, name) for name in names} | {"status": VisitStatus.COMPLETED}


def _check_completed(visit: Visit, today: date) -> None:
    """A completed visit lies in the past and says what it changed. Raises RuleBroken."""
    if visit.status != VisitStatus.COMPLETED:
        return
    if visit.visit_on > today:
        raise RuleBroken(translate("services", "A completed visit cannot lie in the future."), "visit_on")
    if visit.advance is None:
        raise RuleBroken(translate("services", "Say what changed: advance, continuation or setback."), "advance")


def _planned(tx: Transaction, command: LogVisit) -> Visit | None:
    """The planned visit that is completed. One that was archived or belongs to another source stays as it is."""
    if command.visit_id is not None:
        visit = fetch(tx.session, Visit, command.visit_id, "planned visit")
        if visit.status == VisitStatus.COMPLETED:
            raise RuleBroken(
                translate(
                    "services", "This visit has been logged already. Open it under the source's visits to change it."
                )
            )
        if visit.source_id == command.source_id and visit.archived_at is None:
            return visit
    who = command.liaison_id or tx.actor.user_id
    return tx.session.scalar(
        select(Visit)
        .where(
            Visit.source_id == command.source_id,
            Visit.visit_on == command.visit_on,
            Visit.status == VisitStatus.PLANNED,
            Visit.archived_at.is_(None),
            # What a colleague has planned is the colleague's visit.
            true() if who is None else or_(Visit.liaison_id == who, Visit.liaison_id.is_(None)),
        )
        .order_by(Visit.liaison_id.is_(None), Visit.id)
        .limit(1)
    )


def _set_contacts(visit: Visit, contact_ids: tuple[int, ...]) -> None:
    wanted = dict.fromkeys(contact_ids)
    if [met.contact_id for met in visit.contacts] != list(wanted):
        visit.contacts[:] = [VisitContact(contact_id=contact_id) for contact_id in wanted]
        moved_on(visit, "status")


def _set_materials(visit: Visit, material_ids: tuple[int, ...]) -> None:
    wanted = dict.fromkeys(material_ids)
    if [left.material_id for left in visit.materials] != list(wanted):
        visit.materials[:] = [VisitMaterial(material_id=material_id) for material_id in wanted]
        moved_on(visit, "status")


def _promised(command: LogVisit) -> str | None:
    """What was promised, if anything. Raises RuleBroken when its day is missing or lies before the visit."""
    promise = text_or_none(command.promise)
    if promise is not None and command.promise_by is None:
        raise RuleBroken(translate("services", "Say by when."), "promise_by")
    if promise is not None and command.promise_by is not None and command.promise_by < command.visit_on:
        raise RuleBroken(translate("services", "It is due before it was promised."), "promise_by")
    return promise


def _promise(tx: Transaction, visit: Visit, command: LogVisit, promise: str, owner_id: int | None) -> None:
    tx.session.add(
        Commitment(
            source_id=visit.source_id,
            contact_id=command.contact_ids[0] if command.contact_ids else None,
            visit_id=visit.id,
            owner_id=owner_id,
            text=promise,
            made_on=command.visit_on,
            due_on=command.promise_by,
        )
    )


def _plan_next(session: Session, visit: Visit, command: LogVisit) -> None:
    """Plan the next visit: move the next one planned without a fixed hour, or make one. A fixed hour stays."""
    if command.next_on is None:
        return
    if command.next_on <= command.visit_on:
        raise RuleBroken(translate("services", "The next visit lies before this one."), "next_on")
    query = (
        select(Visit)
        .where(
            Visit.source_id == visit.source_id,
            Visit.status == VisitStatus.PLANNED,
            Visit.visit_on > command.visit_on,
            Visit.archived_at.is_(None),
        )
        .order_by(Visit.visit_on, Visit.id)
        .limit(1)
    )
    following = session.scalar(query)
    if following is None:
        session.add(
            Visit(
                source_id=visit.source_id,
                liaison_id=visit.liaison_id,
                kind_id=visit.kind_id,
                status=VisitStatus.PLANNED,
                visit_on=command.next_on,
            )
        )
    elif following.start_time is None:
        assign(following, {"visit_on": command.next_on})
