"""Rows for the storage tests, made as a use case would make them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Engine, select, update

from hhcrm.domain.words import PhoneKind, SourceStage, UserRole, VisitStatus
from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Affiliation, Contact, ContactEmail, ContactPhone
from hhcrm.models.lookups import SourceType, VisitKind
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import User
from hhcrm.models.visits import Visit
from hhcrm.storage.work import Transaction, UnitOfWork

STARTED = date(2026, 9, 1)


@dataclass(frozen=True, slots=True)
class Ground:
    """Ids of the rows that others point at."""

    type_id: int
    counting_id: int
    not_counting_id: int
    user_id: int


def lay_ground(work: UnitOfWork) -> Ground:
    """Make the rows that others point at."""
    ids: list[int] = []

    def make(tx: Transaction) -> None:
        rows = (
            SourceType(code="snf", name="Skilled nursing"),
            VisitKind(code="visit", name="In-person visit", counts=True),
            VisitKind(code="mail", name="Mailing", counts=False),
            User(name="Tess", role=UserRole.LIAISON),
        )
        for row in rows:
            tx.session.add(row)
            tx.session.flush()
            ids.append(row.id)

    work.run("Set up", make)
    return Ground(*ids)


def add_source(work: UnitOfWork, ground: Ground, name: str, **fields: Any) -> int:
    """One active source; returns its id."""
    values = {
        "stage": SourceStage.ACTIVE,
        "stage_since": STARTED,
        "created_on": STARTED,
        "type_id": ground.type_id,
    }

    def add(tx: Transaction) -> int:
        row = ReferralSource(name=name, **(values | fields))
        tx.session.add(row)
        tx.session.flush()
        return row.id

    subject = work.run("Add source", add).subject
    assert subject is not None
    return subject


def change_source(work: UnitOfWork, source_id: int, **fields: Any) -> int:
    """Change fields of a source; returns the step's id."""

    def change(tx: Transaction) -> int:
        row = tx.session.get_one(ReferralSource, source_id)
        for name, value in fields.items():
            setattr(row, name, value)
        return source_id

    step_id = work.run("Change source", change).step_id
    assert step_id is not None
    return step_id


def add_person(work: UnitOfWork, source_id: int, first: str, last: str, phone: str = "", email: str = "") -> int:
    """A person at a source; returns the id."""

    def add(tx: Transaction) -> int:
        person = Contact(first_name=first, last_name=last)
        if phone:
            person.phones.append(ContactPhone(number=phone, kind=PhoneKind.WORK))
        if email:
            person.emails.append(ContactEmail(address=email))
        person.affiliations.append(Affiliation(source_id=source_id))
        tx.session.add(person)
        tx.session.flush()
        return person.id

    subject = work.run("Add person", add).subject
    assert subject is not None
    return subject


def log_visit(work: UnitOfWork, ground: Ground, source_id: int, on: date, **fields: Any) -> int:
    """A completed counting visit; returns its id."""
    values = {"kind_id": ground.counting_id, "status": VisitStatus.COMPLETED}

    def log(tx: Transaction) -> int:
        row = Visit(source_id=source_id, visit_on=on, **(values | fields))
        tx.session.add(row)
        tx.session.flush()
        return row.id

    subject = work.run("Log visit", log).subject
    assert subject is not None
    return subject


def promise(work: UnitOfWork, source_id: int, text: str) -> int:
    """An open commitment; returns its id."""

    def add(tx: Transaction) -> int:
        row = Commitment(source_id=source_id, text=text, made_on=STARTED, due_on=STARTED)
        tx.session.add(row)
        tx.session.flush()
        return row.id

    subject = work.run("Promise", add).subject
    assert subject is not None
    return subject


def source_row(engine: Engine, source_id: int) -> Any:
    """A source's row as it is stored."""
    with engine.connect() as connection:
        table = ReferralSource.__table__
        return connection.execute(select(table).where(table.c.id == source_id)).one_or_none()


def edit_behind(engine: Engine, source_id: int, **fields: Any) -> None:
    """Change a source's row around the unit of work, as a faulty program would."""
    table = ReferralSource.__table__
    with engine.begin() as connection:
        connection.execute(update(table).where(table.c.id == source_id).values(fields))  # type: ignore[arg-type]
