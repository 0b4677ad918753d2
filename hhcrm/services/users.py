"""The people who work with the program: added, edited, sent off with what they have in hand, brought back; teams."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.identifiers import normal_phone, normal_zip
from hhcrm.domain.referrals import CLOSED_STAGES
from hhcrm.domain.setting_keys import HOME, OFFICE, DayEnd, day_end_key
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.domain.words import OPEN_PILOTS, CommitmentStatus, UserRole, VisitStatus
from hhcrm.models.commitments import Commitment
from hhcrm.models.pilots import Pilot
from hhcrm.models.referrals import Referral
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import Team, Territory, User
from hhcrm.models.visits import Visit
from hhcrm.services.alerts import alert_liaison
from hhcrm.services.records import assign, fetch, moved_on, unarchive
from hhcrm.services.settings import put_setting
from hhcrm.services.settings_commands import BringUserBack, DropTeam, LeaveUser, SaveTeam, SaveUser
from hhcrm.services.values import LONGEST_NAME, read_email, text_or_none
from hhcrm.storage.settings import agency_zone, setting
from hhcrm.storage.work import Transaction, UnitOfWork

_MOST_HOURS = 80.0


def save_user(work: UnitOfWork, command: SaveUser) -> ChangeSet:
    """Add or edit a person. Raises RuleBroken naming the field, Conflict."""
    values = _read(command.values)

    def save(tx: Transaction) -> int | None:
        if command.user_id is None:
            row = User(name=values.get("name", ""), role=values.get("role", UserRole.LIAISON))
            _refuse_twice(tx.session, User, None, _needed(values))
            tx.session.add(row)
        else:
            row = fetch(tx.session, User, command.user_id, "person", command.version)
            if "name" in values:
                _refuse_twice(tx.session, User, row.id, values["name"])
        ends = {end: values.pop(f"day_{end}") for end in DayEnd if f"day_{end}" in values}
        assign(row, values)
        tx.session.flush()
        _set_day_ends(tx, row, ends)
        return row.id

    return work.run("Add a person to the agency" if command.user_id is None else "Change a person of the agency", save)


def _set_day_ends(tx: Transaction, row: User, ends: Mapping[DayEnd, str]) -> None:
    """Where the person's days start and end from today on; at home until something else is said."""
    connection = tx.session.connection()
    today = tx.now.astimezone(agency_zone(connection, date.max)).date()
    for end, where in ends.items():
        key = day_end_key(row.id, end)
        if where != setting(connection, key, today, HOME):
            put_setting(tx, key, today, where)
            moved_on(row, "name")


def leave_user(work: UnitOfWork, command: LeaveUser) -> ChangeSet:
    """Archive a person; what `heirs` names gets somebody else's hands. Raises RuleBroken, Conflict."""
    unknown = set(command.heirs) - set(HANDS)
    if unknown:
        raise RuleBroken(
            translate("settings", "There is nothing called {name} to hand over.").format(name=min(unknown))
        )

    def leave(tx: Transaction) -> int | None:
        row = fetch(tx.session, User, command.user_id, "person", command.version)
        if row.id == tx.actor.user_id:
            raise RuleBroken(
                translate("settings", "{name} is the person at this desk, who signs what is done here.").format(
                    name=row.name
                )
            )
        for what, heir_id in command.heirs.items():
            if heir_id is not None and fetch(tx.session, User, heir_id, "person").archived_at is not None:
                raise RuleBroken(translate("settings", "Choose somebody who is still here."), what)
            if heir_id == row.id:
                raise RuleBroken(translate("settings", "Choose somebody else."), what)
            for record, column in HANDS[what](tx.session, row.id):
                setattr(record, column, heir_id)
                if isinstance(record, Referral):
                    alert_liaison(tx, record)
        row.archived_at, row.archived_by = tx.now, tx.actor.name
        return row.id

    return work.run("Archive a person of the agency", leave)


def bring_user_back(work: UnitOfWork, command: BringUserBack) -> ChangeSet:
    """Restore an archived person."""

    def bring_back(tx: Transaction) -> int | None:
        row = fetch(tx.session, User, command.user_id, "person")
        unarchive(row)
        return row.id

    return work.run("Restore a person of the agency", bring_back)


def save_team(work: UnitOfWork, command: SaveTeam) -> ChangeSet:
    """Add or rename a team. Raises RuleBroken, Conflict."""
    name = _name(command.name)

    def save(tx: Transaction) -> int | None:
        same = _same_name(tx.session, Team, command.team_id, name)
        if same is not None and same.archived_at is not None and command.team_id is None:
            same.archived_at = same.archived_by = None
            return int(same.id)
        _refuse_twice(tx.session, Team, command.team_id, name)
        if command.team_id is None:
            row = Team(name=name)
            tx.session.add(row)
        else:
            row = fetch(tx.session, Team, command.team_id, "team", command.version)
            assign(row, {"name": name})
        tx.session.flush()
        return row.id

    return work.run("Add a team" if command.team_id is None else "Rename a team", save)


def drop_team(work: UnitOfWork, command: DropTeam) -> ChangeSet:
    """Archive a team; its people are in another, or in none."""

    def drop(tx: Transaction) -> int | None:
        row = fetch(tx.session, Team, command.team_id, "team", command.version)
        if command.replacement_id is not None:
            fetch(tx.session, Team, command.replacement_id, "team")
        for user in tx.session.scalars(select(User).where(User.team_id == row.id)):
            user.team_id = command.replacement_id
        row.archived_at, row.archived_by = tx.now, tx.actor.name
        return row.id

    return work.run("Archive a team", drop)


# --- what a person has in hand


Hands = Callable[[Session, int], Iterator[tuple[Any, str]]]


def _rows(model: type[Any], column: str, *wanted: ColumnElement[bool]) -> Hands:
    def ask(session: Session, user_id: int) -> Iterator[tuple[Any, str]]:
        own = getattr(model, column) == user_id
        yield from ((row, column) for row in session.scalars(select(model).where(own, *wanted)).all())

    return ask


HANDS: Mapping[str, Hands] = {
    "sources": _rows(ReferralSource, "owner_id"),
    "planned_visits": _rows(Visit, "liaison_id", Visit.status == VisitStatus.PLANNED, Visit.archived_at.is_(None)),
    "open_referrals": _rows(
        Referral, "liaison_id", Referral.stage.not_in(CLOSED_STAGES), Referral.archived_at.is_(None)
    ),
    "open_commitments": _rows(
        Commitment, "owner_id", Commitment.status == CommitmentStatus.OPEN, Commitment.archived_at.is_(None)
    ),
    "open_pilots": _rows(Pilot, "owner_id", Pilot.status.in_(OPEN_PILOTS), Pilot.archived_at.is_(None)),
    "territories": _rows(Territory, "liaison_id"),
}
"""What is handed over, by the names of `UserHands`. What was done stays with whoever did it."""


# --- what is typed


def _read(values: Mapping[str, object]) -> dict[str, Any]:
    stored = {}
    for name, value in values.items():
        if name not in _READERS:
            raise RuleBroken(translate("settings", "{column} cannot be set.").format(column=name), name)
        try:
            stored[name] = _READERS[name](value)
        except RuleBroken as fault:
            raise RuleBroken(str(fault), name) from fault
    return stored


def _needed(values: Mapping[str, Any]) -> str:
    if not values.get("name"):
        raise RuleBroken(translate("settings", "Give the person's name."), "name")
    return str(values["name"])


def _name(value: object) -> str:
    name = " ".join(str(value or "").replace("\0", "").split())
    if not name:
        raise RuleBroken(translate("settings", "A name is needed."), "name")
    if len(name) > LONGEST_NAME:
        words = translate("settings", "A name can have up to {most} characters.")
        raise RuleBroken(words.format(most=LONGEST_NAME), "name")
    return name


def _role(value: object) -> UserRole:
    try:
        return UserRole(str(value))
    except ValueError:
        raise RuleBroken(translate("settings", "Choose what the person does.")) from None


def _email(value: object) -> str | None:
    text = text_or_none(value)
    return None if text is None else read_email(text)


def _phone(value: object) -> str | None:
    text = text_or_none(value)
    return None if text is None else normal_phone(text)[0]


def _zip(value: object) -> str | None:
    text = text_or_none(value)
    return None if text is None else normal_zip(text)[0]


def _end(value: object) -> str:
    if value not in (HOME, OFFICE):
        raise RuleBroken(translate("settings", "Choose home or office."))
    return str(value)


def _hours(value: object) -> float | None:
    text = text_or_none(value)
    if text is None:
        return None
    try:
        hours = float(text)
    except ValueError:
        hours = -1.0
    if not 0 <= hours <= _MOST_HOURS:
        words = translate("settings", "Give hours a week from 0 to {most}.")
        raise RuleBroken(words.format(most=f"{_MOST_HOURS:g}"))
    return hours


def _id(value: object) -> int | None:
    return int(str(value)) if value not in (None, "") else None


_READERS: Mapping[str, Callable[[object], Any]] = {
    "name": _name,
    "role": _role,
    "email": _email,
    "phone": _phone,
    "team_id": _id,
    "weekly_visit_hours": _hours,
    "home_zip": _zip,
    "day_starts": _end,
    "day_ends": _end,
}


def _same_name(session: Session, model: type[Any], own_id: int | None, name: str) -> Any:
    others = session.scalars(select(model)).all()
    return next((row for row in others if row.id != own_id and fold(row.name) == fold(name)), None)


def _refuse_twice(session: Session, model: type[Any], own_id: int | None, name: str) -> None:
    same = _same_name(session, model, own_id, name)
    if same is None:
        return
    words = (
        translate("settings", "{name} is there already.")
        if same.archived_at is None
        else translate("settings", "{name} is archived. Restore that one, or add something to the name.")
    )
    raise RuleBroken(words.format(name=same.name), "name")
