"""Territories: named sets of ZIP codes. A ZIP belongs to one at most; sources whose place is not set by hand follow."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.domain.zip_lists import read_zips
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import Territory, TerritoryZip, User
from hhcrm.services.records import assign, fetch, moved_on, unarchive
from hhcrm.services.settings_commands import BringTerritoryBack, DropTerritory, SaveTerritory
from hhcrm.services.values import LONGEST_NAME
from hhcrm.storage.work import Transaction, UnitOfWork

_FIVE = 5
_AT_A_TIME = 500


def save_territory(work: UnitOfWork, command: SaveTerritory) -> ChangeSet:
    """Add or edit a territory. Raises RuleBroken naming the field (a ZIP of another territory), Conflict."""
    name, zips = _name(command.name), read_zips(command.zips)

    def save(tx: Transaction) -> int | None:
        session = tx.session
        _refuse_twice(session, command.territory_id, name)
        if command.liaison_id is not None:
            fetch(session, User, command.liaison_id, "person")
        if command.territory_id is None:
            row = Territory(name=name, liaison_id=command.liaison_id)
            session.add(row)
            session.flush()
        else:
            row = fetch(session, Territory, command.territory_id, "territory", command.version)
            assign(row, {"name": name, "liaison_id": command.liaison_id})
        _refuse_taken(session, row.id, zips)
        before = {each.zip for each in row.zips}
        if before != set(zips):
            moved_on(row, "name")
            row.zips = [each for each in row.zips if each.zip in zips]
            row.zips += [TerritoryZip(zip=code) for code in zips if code not in before]
            session.flush()
            _let_sources_follow(session, before ^ set(zips))
        return row.id

    return work.run("Add a territory" if command.territory_id is None else "Change a territory", save)


def drop_territory(work: UnitOfWork, command: DropTerritory) -> ChangeSet:
    """Archive a territory: its ZIP codes are free, or another's, and its sources are in that one or in none."""

    def drop(tx: Transaction) -> int | None:
        session = tx.session
        row = fetch(session, Territory, command.territory_id, "territory", command.version)
        if command.replacement_id == row.id:
            raise RuleBroken(translate("settings", "Choose another territory."), "replacement_id")
        heir = command.replacement_id
        if heir is not None and fetch(session, Territory, heir, "territory").archived_at is not None:
            raise RuleBroken(translate("settings", "Choose a territory that is in use."), "replacement_id")
        for each in list(row.zips):
            if heir is None:
                row.zips.remove(each)
            else:
                each.territory_id = heir
        for source in session.scalars(select(ReferralSource).where(ReferralSource.territory_id == row.id)):
            source.territory_id = heir
        row.archived_at, row.archived_by = tx.now, tx.actor.name
        return row.id

    return work.run("Archive a territory", drop)


def bring_territory_back(work: UnitOfWork, command: BringTerritoryBack) -> ChangeSet:
    """Restore an archived territory. Its ZIP codes are given anew: others may have them by now."""

    def bring_back(tx: Transaction) -> int | None:
        row = fetch(tx.session, Territory, command.territory_id, "territory")
        unarchive(row)
        return row.id

    return work.run("Restore a territory", bring_back)


def _let_sources_follow(session: Session, zips: Iterable[str]) -> None:
    """Sources of these ZIP codes are where their ZIP now is, unless somebody put them elsewhere by hand."""
    codes = sorted(zips)
    for start in range(0, len(codes), _AT_A_TIME):
        part = codes[start : start + _AT_A_TIME]
        owners = {
            row.zip: row.territory_id for row in session.scalars(select(TerritoryZip).where(TerritoryZip.zip.in_(part)))
        }
        five = func.substr(ReferralSource.zip, 1, _FIVE)
        wanted = select(ReferralSource).where(five.in_(part), ReferralSource.territory_by_hand.is_(False))
        for source in session.scalars(wanted).all():
            assign(source, {"territory_id": owners.get((source.zip or "")[:_FIVE])})


def _refuse_taken(session: Session, own_id: int, zips: tuple[str, ...]) -> None:
    for start in range(0, len(zips), _AT_A_TIME):
        part = zips[start : start + _AT_A_TIME]
        taken = session.execute(
            select(TerritoryZip.zip, Territory.name)
            .join(Territory, TerritoryZip.territory_id == Territory.id)
            .where(TerritoryZip.zip.in_(part), TerritoryZip.territory_id != own_id)
            .order_by(TerritoryZip.zip)
        ).first()
        if taken is not None:
            words = translate("settings", "{zip} is in {name} already. A ZIP code belongs to one territory.")
            raise RuleBroken(words.format(zip=taken[0], name=taken[1]), "zips")


def _refuse_twice(session: Session, own_id: int | None, name: str) -> None:
    for row in session.scalars(select(Territory)):
        if row.id != own_id and fold(row.name) == fold(name):
            words = (
                translate("settings", "{name} is there already.")
                if row.archived_at is None
                else translate("settings", "{name} is archived. Restore that one, or add something to the name.")
            )
            raise RuleBroken(words.format(name=row.name), "name")


def _name(value: str) -> str:
    name = " ".join(value.replace("\0", "").split())
    if not name:
        raise RuleBroken(translate("settings", "A name is needed."), "name")
    if len(name) > LONGEST_NAME:
        words = translate("settings", "A name can have up to {most} characters.")
        raise RuleBroken(words.format(most=LONGEST_NAME), "name")
    return name
