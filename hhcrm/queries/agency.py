"""What the frame says about the agency, and what forms and filters let one choose from."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, Select, Table, func, select

from hhcrm.domain.setting_keys import SettingKey
from hhcrm.domain.text import fold
from hhcrm.models.journal import JournalStep
from hhcrm.models.lookups import DeclineReason
from hhcrm.models.visits import Material
from hhcrm.queries.ground import (
    KIND,
    PAYER,
    ROLE,
    SERVICE_LINE,
    SOURCE,
    TERRITORY,
    TYPE,
    USER,
    k,
    not_archived,
    s,
    table,
    tag_list,
    u,
)
from hhcrm.queries.read_models import AgencyFacts, Choice, Choices, KindChoice
from hhcrm.storage.settings import setting

SAMPLE_LABEL = "Sample agency"
"""The label of the journal step that makes the sample."""

FIRST_STEPS = 20
"""A sample goes into an empty folder only: its step is among the first."""


def agency_facts(connection: Connection, today: date, user_id: int | None) -> AgencyFacts:
    """Name of the agency and of the person at the desk, and how many sources there are."""
    name = setting(connection, SettingKey.AGENCY_NAME, today)
    person = connection.execute(select(u.name, u.role).where(u.id == user_id)).one_or_none()
    sources = connection.execute(select(func.count()).select_from(SOURCE).where(not_archived(SOURCE))).scalar_one()
    return AgencyFacts(
        founded=name is not None,
        name=name or "",
        user_id=user_id if person else None,
        user_name=person.name if person else "",
        user_role=str(person.role) if person else "",
        sources=sources,
        is_sample=connection.execute(sample_steps()).first() is not None,
    )


def sample_steps() -> Select[int]:
    """The step that made this agency as a sample, if one did."""
    step = table(JournalStep).c
    return select(step.id).where(step.id <= FIRST_STEPS, step.kind == "note", step.label == SAMPLE_LABEL)


def choices(connection: Connection) -> Choices:
    """All lists to choose from, in the agency's order, and the tags in use."""
    return Choices(
        types=listed(connection, TYPE),
        roles=listed(connection, ROLE),
        kinds=_kinds(connection),
        service_lines=listed(connection, SERVICE_LINE),
        payers=listed(connection, PAYER),
        reasons=listed(connection, table(DeclineReason)),
        users=named(connection, USER),
        territories=named(connection, TERRITORY),
        materials=named(connection, table(Material)),
        tags=tags_in_use(connection),
    )


def tags_in_use(connection: Connection) -> tuple[str, ...]:
    """Every tag of sources that are not archived, once, by name."""
    texts = connection.execute(select(s.tags).where(s.tags != "", not_archived(SOURCE)).distinct()).scalars()
    return tuple(sorted({tag for text in texts for tag in tag_list(text)}, key=lambda tag: (fold(tag), tag)))


def listed(connection: Connection, of: Table) -> tuple[Choice, ...]:
    """The rows of a list in the agency's order."""
    rows = connection.execute(
        select(of.c.id, of.c.name, of.c.code).where(not_archived(of)).order_by(of.c.position, of.c.name, of.c.id)
    )
    return tuple(Choice(*row) for row in rows)


def named(connection: Connection, of: Table) -> tuple[Choice, ...]:
    """Rows by their names."""
    rows = connection.execute(select(of.c.id, of.c.name).where(not_archived(of))).all()
    return tuple(Choice(key, name) for key, name in sorted(rows, key=lambda row: (fold(row[1]), row[0])))


def _kinds(connection: Connection) -> tuple[KindChoice, ...]:
    rows = connection.execute(
        select(k.id, k.name, k.code, k.counts, k.minutes).where(not_archived(KIND)).order_by(k.position, k.name, k.id)
    )
    return tuple(KindChoice(*row) for row in rows)
