"""The waterfall: fill a cohort, move it or one of its sources, take one out, decide what becomes of a prospect."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.cadence import check_cadence
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_month
from hhcrm.domain.errors import NotFound, RuleBroken
from hhcrm.domain.waterfall import MOST_PROSPECTS, MOST_VISITS, cohort_of
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage
from hhcrm.models.sources import Cohort, CohortMember, ReferralSource
from hhcrm.models.users import User
from hhcrm.services.commands import ChangeStage
from hhcrm.services.records import assign, counted, fetch
from hhcrm.services.sources import cohort_for, move_stage, places_taken
from hhcrm.services.values import text_or_none
from hhcrm.services.waterfall_commands import (
    FillCohort,
    MakeActive,
    MoveCohort,
    MoveMember,
    SeeOn,
    SizeCohort,
    StopProspect,
    TakeOut,
)
from hhcrm.storage.work import Transaction, UnitOfWork

FIRST_YEAR, LAST_YEAR = 1990, 2100


def fill_cohort(work: UnitOfWork, command: FillCohort) -> ChangeSet:
    """Take sources into a cohort, all or none.

    Raises RuleBroken in words: in a cohort already, somebody else's, active, archived, no place free; NotFound.
    """

    def fill(tx: Transaction) -> int | None:
        cohort = _cohort(tx.session, command.liaison_id, command.month, command.on_day)
        _check_room(tx.session, cohort, len(command.source_ids))
        for source_id in sorted(command.source_ids):  # on a server two people hold them in one order
            _join(tx, cohort, _held(tx.session, source_id), command.on_day)
        return command.source_ids[0] if len(command.source_ids) == 1 else None

    return work.run(f"Add {counted(len(command.source_ids), 'source')} to a cohort", fill)


def take_out(work: UnitOfWork, command: TakeOut) -> ChangeSet:
    """Take a source out of its cohort with a reason; it stays prospective. Raises Conflict, RuleBroken."""
    why = text_or_none(command.why)
    if why is None:
        raise RuleBroken(translate("services", "Say why it is taken out of the cohort."), "why")

    def leave(tx: Transaction) -> int | None:
        member = _open_member(tx.session, command.member_id, command.version)
        assign(member, {"left_on": command.on_day, "left_why": why})
        return member.source_id

    return work.run("Take a source out of its cohort", leave)


def move_member(work: UnitOfWork, command: MoveMember, today: date) -> ChangeSet:
    """Move a source to the cohort of another month of the same liaison. Raises Conflict, RuleBroken."""

    def move(tx: Transaction) -> int | None:
        member = _open_member(tx.session, command.member_id, command.version)
        cohort = _cohort(tx.session, member.cohort.liaison_id, command.month, today)
        if cohort.id != member.cohort_id:
            _check_room(tx.session, cohort, 1)
            assign(member, {"cohort_id": cohort.id})
        return member.source_id

    return work.run("Move a source to another cohort", move)


def move_cohort(work: UnitOfWork, command: MoveCohort) -> ChangeSet:
    """Give a cohort another month, with all its sources. Raises Conflict, RuleBroken where that month has one."""
    month = _checked(command.month)

    def move(tx: Transaction) -> int | None:
        cohort = fetch(tx.session, Cohort, command.cohort_id, "cohort", command.version)
        there = tx.session.scalar(select(Cohort).where(Cohort.liaison_id == cohort.liaison_id, Cohort.month == month))
        if there is not None and there is not cohort:
            if there.members:
                words = translate("services", "There is a cohort of {month} already. Move its sources one by one.")
                raise RuleBroken(words.format(month=say_month(month)), "month")
            tx.session.delete(there)
            tx.session.flush()
        assign(cohort, {"month": month})
        return cohort.id

    return work.run("Move a cohort to another month", move)


def size_cohort(work: UnitOfWork, command: SizeCohort, today: date) -> ChangeSet:
    """Set how many prospects a cohort has room for. Raises RuleBroken below those who are in it."""
    if not 1 <= command.size <= MOST_PROSPECTS:
        words = translate("services", "A cohort has room for 1 to {most} sources.")
        raise RuleBroken(words.format(most=MOST_PROSPECTS), "size")

    def resize(tx: Transaction) -> int | None:
        cohort = _cohort(tx.session, command.liaison_id, command.month, today)
        taken = places_taken(tx.session, cohort.id)
        if command.size < taken:
            words = translate("services", "{taken} places are taken already. Take sources out or move them first.")
            raise RuleBroken(words.format(taken=taken), "size")
        assign(cohort, {"size": command.size})
        return cohort.id

    return work.run("Change the size of a cohort", resize)


def make_active(work: UnitOfWork, command: MakeActive) -> ChangeSet:
    """A prospect becomes active; its place in the cohort is done. Raises Conflict, RuleBroken."""
    cadence = check_cadence(command.cadence_days)

    def make(tx: Transaction) -> int | None:
        source = _prospect(tx.session, command.source_id, command.version)
        stage = ChangeStage((source.id,), SourceStage.ACTIVE, command.on_day, cadence_days=cadence)
        move_stage(tx, source, stage, None)
        return source.id

    return work.run(f"Make {counted(1, 'source')} {SourceStage.ACTIVE.value}", make)


def see_on(work: UnitOfWork, command: SeeOn) -> ChangeSet:
    """A prospect stays one, to be decided at a later visit. Raises Conflict, RuleBroken."""

    def keep(tx: Transaction) -> int | None:
        source = _prospect(tx.session, command.source_id, command.version)
        if not source.stage_visits < command.until_visit <= MOST_VISITS:
            words = translate("services", "Give a visit from {first} to {last}.")
            raise RuleBroken(words.format(first=source.stage_visits + 1, last=MOST_VISITS), "until_visit")
        assign(source, {"see_on_until": command.until_visit})
        return source.id

    return work.run("See a prospect on", keep)


def stop_prospect(work: UnitOfWork, command: StopProspect) -> ChangeSet:
    """A prospect becomes inactive with a reason, and leaves its cohort. Raises Conflict, RuleBroken."""
    why = text_or_none(command.why)
    if why is None:
        raise RuleBroken(translate("services", "Say why: a reason is needed to make a source inactive."), "why")

    def stop(tx: Transaction) -> int | None:
        source = _prospect(tx.session, command.source_id, command.version)
        move_stage(tx, source, ChangeStage((source.id,), SourceStage.INACTIVE, command.on_day, why), why)
        return source.id

    return work.run(f"Make {counted(1, 'source')} {SourceStage.INACTIVE.value}", stop)


def _join(tx: Transaction, cohort: Cohort, source: ReferralSource, day: date) -> None:
    _check_free(tx.session, source)
    if source.owner_id not in (None, cohort.liaison_id):
        owner = tx.session.get(User, source.owner_id)
        words = translate("services", "{source} belongs to {owner}. Change its owner first.")
        raise RuleBroken(words.format(source=source.name, owner=owner.name if owner is not None else ""), "source_id")
    assign(source, {"owner_id": cohort.liaison_id})
    if source.stage is SourceStage.INACTIVE:
        move_stage(tx, source, ChangeStage((source.id,), SourceStage.PROSPECTIVE, day), None, cohort=False)
    cohort.members.append(CohortMember(source_id=source.id, joined_on=day))
    tx.session.flush()


def _check_free(session: Session, source: ReferralSource) -> None:
    """Refuse a source that is put away, active, or has a place already. Raises RuleBroken."""
    if source.archived_at is not None:
        raise RuleBroken(_of(source, translate("services", "{source} is archived. Restore it first.")), "source_id")
    if source.stage is SourceStage.ACTIVE:
        raise RuleBroken(_of(source, translate("services", "{source} is active already.")), "source_id")
    found = session.execute(
        select(User.name, Cohort.month)
        .join_from(CohortMember, Cohort, CohortMember.cohort_id == Cohort.id)
        .join(User, Cohort.liaison_id == User.id)
        .where(CohortMember.source_id == source.id, CohortMember.left_on.is_(None))
    ).first()
    if found is not None:
        words = translate("services", "{source} is in the cohort of {month} of {liaison} already.")
        said = words.format(source=source.name, month=say_month(found.month), liaison=found.name)
        raise RuleBroken(said, "source_id")


def _of(source: ReferralSource, words: str) -> str:
    return words.format(source=source.name)


def _held(session: Session, source_id: int) -> ReferralSource:
    """The source, held on a server until the step is through: of two people who take it one comes second."""
    source = session.get(ReferralSource, source_id, with_for_update={"key_share": True}, populate_existing=True)
    if source is None:
        raise NotFound(translate("services", "That source is no longer there."))
    return source


def _prospect(session: Session, source_id: int, version: int) -> ReferralSource:
    source = fetch(session, ReferralSource, source_id, "source", version)
    if source.stage is not SourceStage.PROSPECTIVE:
        raise RuleBroken(_of(source, translate("services", "{source} is no prospect any more.")), "source_id")
    return source


def _open_member(session: Session, member_id: int, version: int) -> CohortMember:
    member = fetch(session, CohortMember, member_id, "cohort member", version)
    if member.left_on is not None:
        raise RuleBroken(translate("services", "It has left its cohort already."), "member_id")
    return member


def _cohort(session: Session, liaison_id: int, month: date, day: date) -> Cohort:
    """The liaison's cohort of a month, begun where there is none."""
    if session.get(User, liaison_id) is None:
        raise NotFound(translate("services", "That person is no longer there."))
    return cohort_for(session, liaison_id, _checked(month), day)


def _checked(month: date) -> date:
    if not FIRST_YEAR <= month.year <= LAST_YEAR:
        words = translate("services", "A cohort lies in a year from {first} to {last}.")
        raise RuleBroken(words.format(first=FIRST_YEAR, last=LAST_YEAR), "month")
    return cohort_of(month)


def _check_room(session: Session, cohort: Cohort, wanted: int) -> None:
    session.refresh(cohort, with_for_update=True)  # on a server two people may take the last place at once
    free = cohort.size - places_taken(session, cohort.id)
    if wanted > free:
        words = translate(
            "services",
            "The cohort of {month} has room for {size}, and {free} of its places are free. Make it larger first.",
        )
        said = words.format(month=say_month(cohort.month), size=cohort.size, free=max(free, 0))
        raise RuleBroken(said, "month")
