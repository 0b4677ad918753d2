"""People at sources: add, edit, put at a source, take away from one."""

from __future__ import annotations

from datetime import date
from typing import Any

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.identifiers import normal_phone
from hhcrm.domain.wording import translate
from hhcrm.models.contacts import Affiliation, Contact, ContactEmail, ContactPhone
from hhcrm.models.sources import ReferralSource
from hhcrm.services.commands import (
    AddPerson,
    Affiliate,
    EditAffiliation,
    EditPerson,
    EndAffiliation,
    MovePerson,
    PersonValues,
)
from hhcrm.services.records import assign, fetch, moved_on
from hhcrm.services.values import read_email, read_npi, text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork


def add_person(work: UnitOfWork, command: AddPerson) -> ChangeSet:
    """Add a person, at a source where one is given. Raises RuleBroken naming the field."""
    columns = _columns(command.values)

    def add(tx: Transaction) -> int | None:
        person = Contact(**columns)
        _set_ways(person, command.values)
        if command.source_id is not None:
            fetch(tx.session, ReferralSource, command.source_id, "source")
            person.affiliations.append(
                Affiliation(
                    source_id=command.source_id,
                    role_id=command.values.role_id,
                    title=text_or_none(command.title),
                    from_on=command.from_on,
                )
            )
        tx.session.add(person)
        tx.session.flush()
        return person.id

    return work.run(f"Add {_said(columns)}", add)


def edit_person(work: UnitOfWork, command: EditPerson) -> ChangeSet:
    """Set everything of a person. Raises Conflict when they changed meanwhile, RuleBroken naming the field."""
    columns = _columns(command.values)

    def edit(tx: Transaction) -> int | None:
        person = fetch(tx.session, Contact, command.contact_id, "person", command.version)
        assign(person, columns)
        _set_ways(person, command.values)
        return person.id

    return work.run(f"Edit {_said(columns)}", edit)


def affiliate(work: UnitOfWork, command: Affiliate) -> ChangeSet:
    """Put a person at a (further) source. Raises RuleBroken when they are there already."""

    def put(tx: Transaction) -> int | None:
        person = fetch(tx.session, Contact, command.contact_id, "person")
        _check_free(person, command.source_id, tx)
        affiliation = Affiliation(
            source_id=command.source_id,
            role_id=command.role_id,
            title=text_or_none(command.title),
            department=text_or_none(command.department),
            from_on=command.from_on,
        )
        person.affiliations.append(affiliation)
        tx.session.flush()
        return affiliation.id

    return work.run("Add a person to a source", put)


def edit_affiliation(work: UnitOfWork, command: EditAffiliation) -> ChangeSet:
    """Change role, title and dates of a person at a source; `until_on` says that they left.

    Raises Conflict when the place changed meanwhile, RuleBroken naming the field.
    """
    _check_days(command.from_on, command.until_on)

    def edit(tx: Transaction) -> int | None:
        affiliation = _place(tx, command.affiliation_id, command.version)
        values = {
            "role_id": command.role_id,
            "title": text_or_none(command.title),
            "department": text_or_none(command.department),
            "from_on": command.from_on,
            "until_on": command.until_on,
        }
        assign(affiliation, values)
        return affiliation.id

    return work.run("Edit a person at a source", edit)


def end_affiliation(work: UnitOfWork, command: EndAffiliation) -> ChangeSet:
    """Say that a person left a source on a day, or (no day) that they are back. Raises Conflict, RuleBroken."""

    def end(tx: Transaction) -> int | None:
        affiliation = _place(tx, command.affiliation_id, command.version)
        _check_days(affiliation.from_on, command.on_day)
        assign(affiliation, {"until_on": command.on_day})
        return affiliation.id

    return work.run("A person left a source" if command.on_day is not None else "A person is back at a source", end)


def move_person(work: UnitOfWork, command: MovePerson) -> ChangeSet:
    """End a person's place on a day and begin another at another source on the same day, in one step.

    Visits, referrals and commitments stay with the source where they happened. Raises Conflict when the place changed
    meanwhile, RuleBroken naming the field.
    """

    def move(tx: Transaction) -> int | None:
        old = _place(tx, command.affiliation_id, command.version)
        person = old.contact
        if old.until_on is not None and old.until_on < command.on_day:
            raise RuleBroken(translate("people", "They had left there before that day already."), "on_day")
        _check_days(old.from_on, command.on_day, "on_day")
        _check_free(person, command.source_id, tx)
        assign(old, {"until_on": command.on_day})
        new = Affiliation(
            source_id=command.source_id,
            role_id=command.role_id,
            title=text_or_none(command.title),
            department=text_or_none(command.department),
            from_on=command.on_day,
        )
        person.affiliations.append(new)
        tx.session.flush()
        return new.id

    return work.run("Move a person to another source", move)


def _place(tx: Transaction, affiliation_id: int, version: int) -> Affiliation:
    return fetch(tx.session, Affiliation, affiliation_id, "person's place at the source", version)


def _check_days(first: date | None, last: date | None, field: str = "until_on") -> None:
    if first is not None and last is not None and last < first:
        raise RuleBroken(translate("people", "The last day lies before the first."), field)


def _check_free(person: Contact, source_id: int, tx: Transaction) -> None:
    """Whether the person may begin at a source: it is there, and they are not at it already."""
    fetch(tx.session, ReferralSource, source_id, "source")
    if any(a.source_id == source_id and a.until_on is None for a in person.affiliations):
        words = translate("people", "{person} is at this source already.").format(person=person.full_name)
        raise RuleBroken(words, "source_id")


def _columns(values: PersonValues) -> dict[str, Any]:
    first, last = text_or_none(values.first_name) or "", text_or_none(values.last_name) or ""
    if not first and not last:
        raise RuleBroken(translate("people", "A name is needed."), "last_name")
    try:
        npi = read_npi(values.npi)
    except RuleBroken as fault:
        raise RuleBroken(str(fault), "npi") from fault
    return {
        "first_name": first,
        "last_name": last,
        "credentials": text_or_none(values.credentials),
        "role_id": values.role_id,
        "buying_role": values.buying_role,
        "preferred_channel": values.preferred_channel,
        "npi": npi,
        "needs": text_or_none(values.needs),
        "notes": text_or_none(values.notes),
    }


def _set_ways(person: Contact, values: PersonValues) -> None:
    """Make the person's numbers and addresses those of the form; what is the same stays the same row."""
    typed = [(kind, text_or_none(number)) for kind, number in values.phones]
    numbers = [(kind, normal_phone(number)[0]) for kind, number in typed if number is not None]
    if [(phone.kind, phone.number) for phone in person.phones] != numbers:
        person.phones[:] = [
            ContactPhone(kind=kind, number=number, position=place) for place, (kind, number) in enumerate(numbers)
        ]
        moved_on(person, "last_name")
    try:
        addresses = [(kind, read_email(address)) for kind, address in values.emails if address.strip()]
    except RuleBroken as fault:
        raise RuleBroken(str(fault), "emails") from fault
    if [(email.kind, email.address) for email in person.emails] != addresses:
        person.emails[:] = [
            ContactEmail(kind=kind, address=address, position=place) for place, (kind, address) in enumerate(addresses)
        ]
        moved_on(person, "last_name")


def _said(columns: dict[str, Any]) -> str:
    return f"{columns['first_name']} {columns['last_name']}".strip()
