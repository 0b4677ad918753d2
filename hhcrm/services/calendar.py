"""What people do to visits on the calendar: move, make longer or shorter, plan again."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.slots import LONGEST, SHORTEST
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.services.calendar_commands import MoveVisit, ReopenVisit, SetVisitLength
from hhcrm.services.records import assign
from hhcrm.storage.work import Transaction, UnitOfWork

FIRST_YEAR, LAST_YEAR = 1990, 2100


def move_visit(work: UnitOfWork, command: MoveVisit, today: date) -> ChangeSet:
    """Put a planned visit on another day or time. Raises Conflict saying where it stands now, or RuleBroken."""
    if not FIRST_YEAR <= command.visit_on.year <= LAST_YEAR:
        words = translate("calendar", "A visit lies in a year from {first} to {last}.")
        raise RuleBroken(words.format(first=FIRST_YEAR, last=LAST_YEAR), "visit_on")

    def move(tx: Transaction) -> int | None:
        visit = planned_visit(tx.session, command.visit_id, command.version, today)
        assign(visit, {"visit_on": command.visit_on, "start_time": command.start_time})
        return visit.id

    return work.run("Move visit", move)


def set_visit_length(work: UnitOfWork, command: SetVisitLength, today: date) -> ChangeSet:
    """Let a planned visit take so many minutes. Raises Conflict, or RuleBroken."""
    if not SHORTEST <= command.minutes <= LONGEST:
        words = translate("calendar", "A visit takes from {first} to {last} minutes.")
        raise RuleBroken(words.format(first=SHORTEST, last=LONGEST), "minutes")

    def set_length(tx: Transaction) -> int | None:
        visit = planned_visit(tx.session, command.visit_id, command.version, today)
        assign(visit, {"minutes": command.minutes})
        return visit.id

    return work.run("Change length of visit", set_length)


def reopen_visit(work: UnitOfWork, command: ReopenVisit, today: date) -> ChangeSet:
    """A missed or cancelled visit is planned again, on its day. Raises Conflict, or RuleBroken."""

    def reopen(tx: Transaction) -> int | None:
        visit = unchanged_visit(tx.session, command.visit_id, command.version, today)
        if visit.status not in (VisitStatus.MISSED, VisitStatus.CANCELLED):
            raise RuleBroken(translate("calendar", "Only a missed or cancelled visit can be planned again."), "status")
        assign(visit, {"status": VisitStatus.PLANNED, "status_reason": None})
        return visit.id

    return work.run("Plan visit again", reopen)


def planned_visit(session: Session, visit_id: int, version: int, today: date) -> Visit:
    """The visit, still planned: what took place keeps its day until its log is changed."""
    visit = unchanged_visit(session, visit_id, version, today)
    if visit.status == VisitStatus.COMPLETED:
        words = translate("calendar", "This visit took place on {day}. Change its day in the log of the visit.")
        raise RuleBroken(words.format(day=say_day(visit.visit_on, today)), "status")
    if visit.status == VisitStatus.MISSED:
        raise RuleBroken(translate("calendar", "This visit was missed. Plan it again first."), "status")
    if visit.status == VisitStatus.CANCELLED:
        raise RuleBroken(translate("calendar", "This visit was cancelled. Plan it again first."), "status")
    return visit


def unchanged_visit(session: Session, visit_id: int, version: int, today: date) -> Visit:
    """The visit at the version that was read; the conflict says where it stands by now."""
    visit = session.get(Visit, visit_id)
    if visit is None or visit.archived_at is not None:
        raise NotFound(translate("calendar", "This visit has been taken off the calendar meanwhile."))
    if visit.version != version:
        source = session.get_one(ReferralSource, visit.source_id).name
        words = translate(
            "calendar",
            "Somebody changed the visit to {source} meanwhile: it is {status} for {when}. Nothing was changed by you.",
        )
        when = _when(visit.visit_on, visit.start_time, today)
        raise Conflict(words.format(source=source, status=_status(visit.status), when=when))
    return visit


def _when(day: date, at: time | None, today: date) -> str:
    return say_day(day, today) if at is None else f"{say_day(day, today)} {say_time(at)}"


def _status(status: VisitStatus) -> str:
    return {
        VisitStatus.PLANNED: translate("calendar", "planned"),
        VisitStatus.COMPLETED: translate("calendar", "completed"),
        VisitStatus.MISSED: translate("calendar", "missed"),
        VisitStatus.CANCELLED: translate("calendar", "cancelled"),
    }[status]
