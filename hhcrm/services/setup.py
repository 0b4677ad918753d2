"""Sets an agency up: the rows that its own tables start with, its settings, its holidays, its people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.identifiers import normal_zip
from hhcrm.domain.setting_keys import RULE_NAMES, SettingKey, rule_key
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.starting_rows import (
    CLINICAL_GROUPS,
    CONTACT_ROLES,
    DECLINE_REASONS,
    DISCIPLINES,
    PAYERS,
    SERVICE_LINES,
    SOURCE_TYPES,
    VISIT_KINDS,
    ReasonRow,
    Row,
    SourceTypeRow,
    VisitKindRow,
)
from hhcrm.domain.wording import translate
from hhcrm.domain.words import UserRole
from hhcrm.domain.zip_lists import read_zips
from hhcrm.models.capability import PayerAcceptance, ServedZip
from hhcrm.models.lookups import (
    ClinicalGroup,
    ContactRole,
    DeclineReason,
    Discipline,
    Payer,
    ServiceLine,
    SourceType,
    VisitKind,
)
from hhcrm.models.settings import Holiday, Setting
from hhcrm.models.users import User
from hhcrm.services.founding import FoundAgency
from hhcrm.services.holiday_lists import holiday_list
from hhcrm.services.zones import state_of_zip
from hhcrm.storage.journal import Step
from hhcrm.storage.work import Transaction, UnitOfWork

__all__ = ["FoundAgency", "found_agency"]

ALWAYS = date(2000, 1, 1)
"""From when the starting values hold: before any visit that an agency brings along in its lists."""

YEARS_OF_HOLIDAYS = 3

VISIT_MINUTES = {"in_service": 60, "meeting": 30, "drop_in": 10, "phone_call": 10, "email": 5, "event": 120}
"""How long a kind of visit takes unless somebody says otherwise; 20 minutes where nothing is said here."""

# IRS standard mileage rates for business, cents a mile (domain.md (f)).
MILEAGE_CENTS = (
    (date(2022, 1, 1), 58.5),
    (date(2022, 7, 1), 62.5),
    (date(2023, 1, 1), 65.5),
    (date(2024, 1, 1), 67.0),
    (date(2025, 1, 1), 70.0),
    (date(2026, 1, 1), 72.5),
)

_TABLES: tuple[tuple[type[Any], Sequence[Row]], ...] = (
    (SourceType, SOURCE_TYPES),
    (ContactRole, CONTACT_ROLES),
    (VisitKind, VISIT_KINDS),
    (ServiceLine, SERVICE_LINES),
    (Payer, PAYERS),
    (Discipline, DISCIPLINES),
    (ClinicalGroup, CLINICAL_GROUPS),
    (DeclineReason, DECLINE_REASONS),
)


def found_agency(work: UnitOfWork, command: FoundAgency) -> ChangeSet:
    """Write what an agency starts with. Raises RuleBroken when it is set up already or a value cannot be."""
    command = _checked(command)
    # A "note" is no step of daily work: the first Ctrl+Z must not take the whole agency away.
    changes = work.run(Step("Set up the agency", "note"), lambda tx: _found(tx, command))
    return replace(changes, undoable=False)


def _checked(command: FoundAgency) -> FoundAgency:
    name = " ".join(command.name.split())
    if not name:
        raise RuleBroken(translate("services", "Give the agency's name."), field="name")
    try:
        ZoneInfo(command.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise RuleBroken(
            translate("services", '"{time_zone}" is not a time zone. Choose one such as America/Chicago.').format(
                time_zone=command.time_zone
            ),
            field="time_zone",
        ) from None
    return replace(
        command,
        name=name,
        zip=normal_zip(command.zip).text,
        people=_checked_people(command.people),
        served=read_zips(command.served),
    )


def _checked_people(people: Sequence[tuple[str, UserRole]]) -> tuple[tuple[str, UserRole], ...]:
    named = tuple((" ".join(name.split()), role) for name, role in people if name.strip())
    if not named:
        raise RuleBroken(translate("services", "Name at least one person who works with the program."), field="people")
    names = [name.casefold() for name, _ in named]
    for name, _ in named:
        if names.count(name.casefold()) > 1:
            raise RuleBroken(
                translate("services", "{name} is named twice. Give each person a name of their own.").format(name=name),
                field="people",
            )
    return named


def _found(tx: Transaction, command: FoundAgency) -> None:
    if is_founded(tx.session):
        raise RuleBroken(
            translate("services", "This agency is set up already. Its settings can be changed one by one.")
        )
    add_starting_rows(tx.session, command)


def add_starting_rows(session: Session, command: FoundAgency) -> None:
    """Put what an agency starts with into a session (the sample does it within its own step)."""
    for model, rows in _TABLES:
        session.add_all(model(position=place, **_columns(row)) for place, row in zip(count(1), rows))
    session.add_all(_settings(command))
    years = range(command.today.year, command.today.year + YEARS_OF_HOLIDAYS)
    days_off = holiday_list(state_of_zip(command.zip) or "", years).days
    session.add_all(Holiday(day=day, name=name) for day, name in days_off.items())
    session.add_all(User(name=name, role=UserRole(role)) for name, role in command.people)
    session.flush()
    _say_what_is_taken(session, command)


def _say_what_is_taken(session: Session, command: FoundAgency) -> None:
    lines = session.scalars(select(ServiceLine.id).where(ServiceLine.code.in_(command.lines))).all()
    payers = session.scalars(select(Payer.id).where(Payer.code.in_(command.payers))).all()
    session.add_all(
        PayerAcceptance(service_line_id=line, payer_id=payer, accepted=True, from_on=command.today)
        for line in lines
        for payer in payers
    )
    session.add_all(ServedZip(zip=code, service_line_id=None) for code in command.served)


def is_founded(session: Session) -> bool:
    """Whether the agency has been set up."""
    return any(session.scalar(select(model.id).limit(1)) is not None for model in (Setting, User, SourceType))


def _columns(row: Row) -> dict[str, Any]:
    common: dict[str, Any] = {"code": row.code, "name": row.name, "synonyms": "; ".join(row.synonyms)}
    if isinstance(row, SourceTypeRow):
        common |= {
            "visits_to_active": row.visits_to_active,
            "field_note": row.field_note or None,
            "bed_rate": row.rate_per_bed,
            "provider_rate": row.rate_per_provider,
        }
    elif isinstance(row, VisitKindRow):
        common |= {"counts": row.counts, "minutes": VISIT_MINUTES.get(row.code, 20)}
    elif isinstance(row, ReasonRow):
        common |= {
            "owner": row.owner,
            "needs_text": row.needs_text,
            "needs_discipline": row.needs_discipline,
        }
    return common


def _settings(command: FoundAgency) -> Iterator[Setting]:
    agency = {
        SettingKey.AGENCY_NAME: command.name,
        SettingKey.AGENCY_ZIP: command.zip,
        SettingKey.TIME_ZONE: command.time_zone,
        SettingKey.DATE_ORDER: "mdy",
    }
    for key, value in agency.items():
        yield _setting(key, ALWAYS, value, "set-up")
    for name in RULE_NAMES:
        yield _setting(rule_key(name), ALWAYS, getattr(DEFAULTS, name), "starting value")
    for from_on, cents in MILEAGE_CENTS:
        yield _setting(SettingKey.MILEAGE_CENTS, from_on, cents, "IRS standard mileage rate")


def _setting(key: str, from_on: date, value: object, came_from: str) -> Setting:
    return Setting(key=str(key), from_on=from_on, value=json.dumps(value), came_from=came_from)
