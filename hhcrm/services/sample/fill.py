"""Fills an empty database with a believable agency: the same seed and day give the same rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.setting_keys import SettingKey
from hhcrm.domain.words import SourceStage, UserRole
from hhcrm.domain.worth import expected_referrals, tiers
from hhcrm.models.all import metadata
from hhcrm.models.settings import Holiday, Setting
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import User
from hhcrm.services.founding import FoundAgency
from hhcrm.services.holiday_lists import holiday_list
from hhcrm.services.sample.approaches import add_approaches
from hhcrm.services.sample.batch import Batch
from hhcrm.services.sample.capability import add_capability, describe_lines
from hhcrm.services.sample.goals import add_goals
from hhcrm.services.sample.hours import set_hours
from hhcrm.services.sample.life import add_lives
from hhcrm.services.sample.names import AGENCY_ADDRESS, AGENCY_NAME, AGENCY_PHONE, AGENCY_ZIP, AGENCY_ZONE, USERS
from hhcrm.services.sample.people import add_people
from hhcrm.services.sample.phrases import MATERIALS
from hhcrm.services.sample.pilots import add_pilots
from hhcrm.services.sample.places import HOMES, SERVED, TERRITORIES, territory_of
from hhcrm.services.sample.referrals import add_referrals
from hhcrm.services.sample.sources import add_sources
from hhcrm.services.sample.visits import add_visits
from hhcrm.services.sample.world import Liaison, World
from hhcrm.services.settings import EARLIEST
from hhcrm.services.setup import add_starting_rows, is_founded
from hhcrm.services.zones import state_of_zip
from hhcrm.storage.derived import load_calendar
from hhcrm.storage.journal import Step
from hhcrm.storage.settings import agency_zone, setting
from hhcrm.storage.work import Transaction, UnitOfWork

LABEL = "Sample agency"
MOST_SOURCES, MOST_MONTHS = 5_000, 120

_LISTS = (
    "source_type", "contact_role", "visit_kind", "service_line", "payer", "discipline", "clinical_group",
    "decline_reason",
)  # fmt: skip


def fill_sample(work: UnitOfWork, *, seed: int = 1, sources: int = 200, months: int = 24, today: date) -> ChangeSet:
    """Fill a database that has no sources; sets the agency up first where that is not done yet.

    The rows are not journaled one by one: they can be made again from seed, day and size. Raises RuleBroken.
    """
    if not 1 <= sources <= MOST_SOURCES:
        raise RuleBroken(f"A sample has from 1 to {MOST_SOURCES} sources.", field="sources")
    if not 1 <= months <= MOST_MONTHS:
        raise RuleBroken(f"A sample has from 1 to {MOST_MONTHS} months.", field="months")
    changes = work.run(Step(LABEL, "note"), lambda tx: _fill(tx, seed, sources, months, today))
    return replace(changes, undoable=False)


def _fill(tx: Transaction, seed: int, sources: int, months: int, today: date) -> None:
    connection = tx.session.connection()
    if connection.execute(select(ReferralSource.__table__.c.id).limit(1)).first() is not None:
        raise RuleBroken("This agency has sources already. A sample goes into an empty data folder only.")
    if not is_founded(tx.session):
        people = tuple((name, UserRole(role)) for name, role in USERS)
        add_starting_rows(tx.session, FoundAgency(AGENCY_NAME, AGENCY_ZIP, AGENCY_ZONE, people, today))
        tx.session.add_all(_letterhead())
        tx.session.flush()
        _house(tx.session)
    batch = Batch(connection)
    _add_holidays(connection, batch, today, months)
    liaisons = _liaisons(connection, batch)
    batch.write()
    world = World(
        seed=seed, today=today, months=months,
        zone=agency_zone(connection, today), calendar=load_calendar(connection), batch=Batch(connection),
        lookups=_lookups(connection), liaisons=liaisons, intake=_name_of(connection, UserRole.INTAKE, liaisons),
    )  # fmt: skip
    _build(world, sources, _name_of(connection, UserRole.CLINICAL, liaisons))
    world.batch.write()
    set_hours(connection, world)
    describe_lines(connection)
    for table in ("service_line", "app_user", *batch.tables, *world.batch.tables):
        tx.recorder.touch(table)
    tx.refresh_sources = {account.id for account in world.accounts}


def _letterhead() -> Iterator[Setting]:
    for key, value in ((SettingKey.AGENCY_PHONE, AGENCY_PHONE), (SettingKey.AGENCY_ADDRESS, AGENCY_ADDRESS)):
        yield Setting(key=str(key), from_on=EARLIEST, value=json.dumps(value), came_from="set-up")


def _build(world: World, sources: int, clinical_manager: str) -> None:
    _add_territories(world)
    world.materials = [
        world.batch.add("material", name=name, kind=kind, edition=edition, attachment_id=None)
        for name, kind, edition in MATERIALS
    ]
    add_capability(world, world.begin, clinical_manager)
    add_sources(world, sources)
    add_people(world)
    add_visits(world, add_lives(world))
    sent = add_referrals(world)
    _set_tiers(world, sent)
    add_pilots(world, sent)
    add_approaches(world)
    add_goals(world)


def _add_holidays(connection: Connection, batch: Batch, today: date, months: int) -> None:
    """The years that the visits lie in have holidays too."""
    known = set(connection.execute(select(Holiday.__table__.c.day)).scalars())
    code = setting(connection, SettingKey.AGENCY_ZIP, today, "")
    years = range(today.year - months // 12 - 2, today.year + 2)
    for day, name in holiday_list(state_of_zip(str(code)) or "", years).days.items():
        if day not in known:
            batch.add("holiday", day=day, name=name)


def _house(session: Session) -> None:
    """Each liaison of the sample lives somewhere: a planned day starts and ends there."""
    liaisons = session.scalars(select(User).where(User.role == UserRole.LIAISON).order_by(User.id))
    for liaison, home in zip(liaisons, HOMES, strict=False):
        liaison.home_zip = home
    session.flush()


def _liaisons(connection: Connection, batch: Batch) -> tuple[Liaison, ...]:
    """The agency's own liaisons; the sample's where there are none."""
    user = User.__table__.c
    rows = connection.execute(
        select(user.id, user.name).where(user.role == UserRole.LIAISON, user.archived_at.is_(None)).order_by(user.id)
    ).all()
    found = [Liaison(row.id, row.name) for row in rows[: len(TERRITORIES)]]
    taken = set(connection.execute(select(user.name)).scalars())
    if not found:
        for name, role in USERS:
            if role == UserRole.LIAISON and name not in taken:
                found.append(Liaison(batch.add("app_user", name=name, role=UserRole.LIAISON), name))
    return tuple(found)


def _name_of(connection: Connection, role: UserRole, liaisons: Sequence[Liaison]) -> str:
    user = User.__table__.c
    found = connection.execute(select(user.name).where(user.role == role).order_by(user.id).limit(1)).scalar()
    return liaisons[0].name if found is None else str(found)


def _lookups(connection: Connection) -> dict[str, dict[str, int]]:
    return {
        name: {
            row.code: row.id
            for row in connection.execute(select(metadata.tables[name].c.code, metadata.tables[name].c.id))
        }
        for name in _LISTS
    }


def _add_territories(world: World) -> None:
    for place, name in enumerate(TERRITORIES):
        liaison = world.liaisons[place % len(world.liaisons)]
        world.territories.append(world.batch.add("territory", name=name, liaison_id=liaison.user_id))
    for zip_code in SERVED:
        territory = world.territories[territory_of(zip_code)]
        world.batch.add("territory_zip", zip=zip_code.zip, territory_id=territory)


def _set_tiers(world: World, sent: dict[int, int]) -> None:
    """Tiers by expected referrals among each liaison's sources (product.md, sections 2 and 5)."""
    rows = {row["id"]: row for row in world.batch.rows("referral_source")}
    for owner in range(len(world.liaisons)):
        worths = {
            account.id: expected_referrals(rows[account.id]["potential_per_month"], sent.get(account.id))
            for account in world.accounts
            if account.owner == owner and account.stage is not SourceStage.INACTIVE
        }
        for source_id, tier in tiers(worths).items():
            rows[source_id]["tier"] = tier
