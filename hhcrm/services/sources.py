"""Referral sources: add, edit, move between stages, many at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import distinct, func, or_, select
from sqlalchemy.orm import Session

from hhcrm.domain.cadence import check_cadence
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.waterfall import cohort_of
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PotentialBasis, SourceStage
from hhcrm.models.sources import Cohort, CohortMember, ReferralSource, SourceStageChange
from hhcrm.models.users import TerritoryZip
from hhcrm.services.commands import AddSource, ChangeStage, EditSource, EditSources
from hhcrm.services.records import assign, counted, fetch, hold_people
from hhcrm.services.values import SOURCE_COLUMNS, read_values, text_or_none
from hhcrm.storage.settings import rules_on
from hhcrm.storage.work import Transaction, UnitOfWork

BULK_COLUMNS = frozenset({"owner_id", "cadence_days", "tier", "tier_pinned", "territory_id", "type_id"})
"""Columns that may be set on many sources at once."""


def add_source(work: UnitOfWork, command: AddSource) -> ChangeSet:
    """Add a source. A prospective one with an owner joins the owner's cohort of the month while it has places.

    Raises RuleBroken naming the field.
    """
    values = read_values(SOURCE_COLUMNS, command.values)
    if values.get("name") is None:
        raise RuleBroken(translate("services", "A name is needed."), "name")
    if values.get("type_id") is None:
        raise RuleBroken(translate("services", "A type is needed."), "type_id")

    def add(tx: Transaction) -> int | None:
        source = ReferralSource(
            **values, stage=command.stage, stage_since=command.found_on, created_on=command.found_on
        )
        _date_potential(source, values, command.found_on)
        _follow_zip(tx.session, source, values)
        tx.session.add(source)
        source.stages.append(_change(tx, command.stage, command.found_on, None))
        tx.session.flush()
        _join_cohort(tx.session, source, command.found_on)
        return source.id

    return work.run(f"Add {values['name']}", add)


def edit_source(work: UnitOfWork, command: EditSource, today: date) -> ChangeSet:
    """Set columns of one source. Raises Conflict when it changed meanwhile, RuleBroken naming the field."""
    values = read_values(SOURCE_COLUMNS, command.values)

    def edit(tx: Transaction) -> int | None:
        source = fetch(tx.session, ReferralSource, command.source_id, "source", command.version)
        check_parent(tx.session, source, values.get("parent_id"))
        _date_potential(source, values, today)
        assign(source, values)
        _follow_zip(tx.session, source, values)
        return source.id

    return work.run("Edit source", edit)


def edit_sources(work: UnitOfWork, command: EditSources) -> ChangeSet:
    """Set the same columns on many sources, or tag them; one step, undone in one go."""
    if not set(command.values) <= BULK_COLUMNS:
        raise RuleBroken(translate("services", "These fields cannot be changed for many sources at once."))
    values = read_values(SOURCE_COLUMNS, command.values)

    def edit(tx: Transaction) -> int | None:
        for source in _sources(tx.session, command.source_ids):
            assign(source, values)
            _follow_zip(tx.session, source, values)
            if command.add_tag.strip():
                tags = f"{source.tags}; {command.add_tag}"
                assign(source, read_values(SOURCE_COLUMNS, {"tags": tags}))
        return None

    return work.run(f"Edit {counted(len(command.source_ids), 'source')}", edit)


def change_stage(work: UnitOfWork, command: ChangeStage) -> ChangeSet:
    """Move sources to a stage, each change kept with day, person and reason. Inactive needs a reason."""
    reason = text_or_none(command.reason)
    if command.stage == SourceStage.INACTIVE and reason is None:
        raise RuleBroken(translate("services", "Say why: a reason is needed to make a source inactive."), "reason")
    if command.cadence_days is not None:
        check_cadence(command.cadence_days)

    def move(tx: Transaction) -> int | None:
        for source in _sources(tx.session, command.source_ids):
            move_stage(tx, source, command, reason)
        return command.source_ids[0] if len(command.source_ids) == 1 else None

    return work.run(f"Make {counted(len(command.source_ids), 'source')} {command.stage.value}", move)


def move_stage(
    tx: Transaction, source: ReferralSource, command: ChangeStage, reason: str | None, *, cohort: bool = True
) -> None:
    """Move one source to a stage within a step, with its cadence where one is given.

    A prospective one joins the month's cohort unless `cohort` says that the step sees to that; others leave theirs.
    """
    if command.cadence_days is not None:
        assign(source, {"cadence_days": command.cadence_days})
    if source.stage == command.stage:
        return
    source.stage, source.stage_since = command.stage, command.on_day
    source.inactive_reason = reason if command.stage == SourceStage.INACTIVE else None
    assign(source, {"see_on_until": None})
    source.stages.append(_change(tx, command.stage, command.on_day, reason))
    if command.stage == SourceStage.PROSPECTIVE:
        if cohort:
            _join_cohort(tx.session, source, command.on_day)
    else:
        _leave_cohort(tx.session, source.id, command.on_day)


def _change(tx: Transaction, stage: SourceStage, on_day: date, reason: str | None) -> SourceStageChange:
    return SourceStageChange(stage=stage, on_day=on_day, at=tx.now, by_name=tx.actor.name, reason=reason)


def _join_cohort(session: Session, source: ReferralSource, day: date) -> None:
    if source.stage != SourceStage.PROSPECTIVE or source.owner_id is None:
        return
    there = select(CohortMember.id).where(CohortMember.source_id == source.id, CohortMember.left_on.is_(None))
    if session.scalar(there) is not None:
        return
    cohort = cohort_for(session, source.owner_id, cohort_of(day), day)
    session.refresh(cohort, with_for_update=True)  # on a server two people may take the last place at once
    if places_taken(session, cohort.id) < cohort.size:
        cohort.members.append(CohortMember(source_id=source.id, joined_on=day))


def cohort_for(session: Session, liaison_id: int, month: date, day: date) -> Cohort:
    """A liaison's cohort of a month (its first day), begun where there is none, with the size that holds on `day`."""
    begun = select(Cohort).where(Cohort.liaison_id == liaison_id, Cohort.month == month)
    cohort = session.scalar(begun)
    if cohort is None:
        hold_people(session, [liaison_id])  # on a server two people may begin it at once
        cohort = session.scalar(begun)
    if cohort is None:
        size = rules_on(session.connection(), day).cohort_size
        cohort = Cohort(liaison_id=liaison_id, month=month, size=size)
        session.add(cohort)
        session.flush()
    return cohort


def places_taken(session: Session, cohort_id: int) -> int:
    """Who became active keeps the place in the month's cohort; who was dropped or archived leaves it free."""
    stays = or_(CohortMember.left_on.is_(None), ReferralSource.stage == SourceStage.ACTIVE)
    taken = (
        select(func.count(distinct(CohortMember.source_id)))
        .join(ReferralSource, CohortMember.source_id == ReferralSource.id)
        .where(CohortMember.cohort_id == cohort_id, stays, ReferralSource.archived_at.is_(None))
    )
    return session.scalar(taken) or 0


def _leave_cohort(session: Session, source_id: int, day: date) -> None:
    members = select(CohortMember).where(CohortMember.source_id == source_id, CohortMember.left_on.is_(None))
    for member in session.scalars(members):
        member.left_on = day


def _follow_zip(session: Session, source: ReferralSource, values: dict[str, Any]) -> None:
    """A source's territory follows from its ZIP unless it was set by hand."""
    if "territory_id" in values:
        source.territory_by_hand = values["territory_id"] is not None
    if source.territory_by_hand or not {"zip", "territory_id"} & values.keys():
        return
    place = (source.zip or "")[:5]
    found = session.scalar(select(TerritoryZip.territory_id).where(TerritoryZip.zip == place))
    assign(source, {"territory_id": found})


def _date_potential(source: ReferralSource, values: dict[str, Any], today: date) -> None:
    """A potential carries the day on which it was learnt; a number somebody typed was told to us."""
    given = values.get("potential_per_month")
    if "potential_per_month" not in values or given == source.potential_per_month:
        return
    values.setdefault("potential_on", today if given is not None else None)
    if "potential_basis" not in values:
        values["potential_basis"] = PotentialBasis.TOLD_US if given is not None else PotentialBasis.UNKNOWN
    assign(source, {name: values[name] for name in ("potential_on", "potential_basis")})


def check_parent(session: Session, source: ReferralSource, parent_id: int | None) -> None:
    """Refuse a parent that is, through its own parents, part of this source. Raises RuleBroken."""
    seen: set[int] = set()
    # An undo can close a circle further up, out of which there would be no way.
    while parent_id is not None and parent_id not in seen:
        if parent_id == source.id:
            raise RuleBroken(translate("services", "A source cannot be part of itself."), "parent_id")
        seen.add(parent_id)
        parent_id = session.scalar(select(ReferralSource.parent_id).where(ReferralSource.id == parent_id))


def _sources(session: Session, ids: tuple[int, ...]) -> list[ReferralSource]:
    found: list[ReferralSource] = []
    for start in range(0, len(ids), 500):
        query = select(ReferralSource).where(ReferralSource.id.in_(ids[start : start + 500]))
        found += session.scalars(query.order_by(ReferralSource.id)).all()
    return found
