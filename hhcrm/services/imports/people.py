"""Which person a row means: by id, NPI, e-mail, name at a source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from hhcrm.domain.text import name_key
from hhcrm.domain.wording import translate
from hhcrm.models.contacts import Affiliation, Contact, ContactEmail
from hhcrm.services.imports.rows import Refused


@dataclass(slots=True)
class Person:
    """A person as matching needs one."""

    id: int
    first: str
    last: str
    npi: str | None
    archived: bool
    emails: set[str] = field(default_factory=set)
    sources: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class WantedPerson:
    """What a row says of the person it means."""

    first: str
    last: str
    contact_id: int | None = None
    npi: str | None = None
    emails: tuple[str, ...] = ()
    source_id: int | None = None


class PeopleIndex:
    """All people by everything they are found by."""

    def __init__(self, connection: Connection) -> None:
        self.known: dict[int, Person] = {}
        self._by_npi: dict[str, list[int]] = {}
        self._by_email: dict[str, list[int]] = {}
        self._by_name: dict[str, list[int]] = {}
        c, mail, at = Contact.__table__.c, ContactEmail.__table__.c, Affiliation.__table__.c
        for row in connection.execute(select(c.id, c.first_name, c.last_name, c.npi, c.archived_at).order_by(c.id)):
            self.put(Person(row.id, row.first_name, row.last_name, row.npi, row.archived_at is not None))
        for key, address in connection.execute(select(mail.contact_id, mail.address)):
            self.put_email(key, address)
        for key, source_id in connection.execute(select(at.contact_id, at.source_id)):
            self.known[key].sources.add(source_id)

    def put(self, person: Person) -> None:
        """Take a person in."""
        self.known[person.id] = person
        _append(self._by_name, full_key(person.first, person.last), person.id)
        if person.npi:
            _append(self._by_npi, person.npi, person.id)

    def put_email(self, key: int, address: str) -> None:
        """A person's e-mail address."""
        self.known[key].emails.add(address.lower())
        _append(self._by_email, address.lower(), key)

    def of_name(self, first: str, last: str) -> tuple[int, ...]:
        """Everybody of a whole name."""
        return tuple(dict.fromkeys(self._by_name.get(full_key(first, last), ())))

    def match(self, wanted: WantedPerson, apart: Iterable[int] = ()) -> int | None:
        """The person that a row is about, None for a new one. Raises Refused where it is unclear."""
        if wanted.contact_id in self.known:
            return wanted.contact_id
        without = set(apart)
        if wanted.npi and (found := set(self._by_npi.get(wanted.npi, ())) - without):
            return self._only(found, wanted, "npi")
        # A front desk's address is shared: it names a person only together with a part of their name.
        mailed = {key for address in wanted.emails for key in self._by_email.get(address.lower(), ())} - without
        if found := {key for key in mailed if self._may_be(key, wanted)}:
            exact = {key for key in found if self._key_of(key) == full_key(wanted.first, wanted.last)}
            return self._only(exact or found, wanted, "email")
        named = {
            key for key in self._by_name.get(full_key(wanted.first, wanted.last), ())
            if key not in without and not self._contradicts(key, wanted)
        }  # fmt: skip
        at = {key for key in named if self._is_at(key, wanted.source_id)}
        return self._only(at, wanted, "last_name") if at else None

    def named(self, text: str, source_id: int) -> int:
        """The person of a visit or referral: by name at the source, by e-mail, else by a name that only one has.

        Raises Refused where there is none, or several.
        """
        ids = set(self._by_email.get(text.lower(), ())) if "@" in text else set(self._by_name.get(name_key(text), ()))
        ids = {key for key in ids if source_id in self.known[key].sources} or ids
        ids = {key for key in ids if not self.known[key].archived} or ids
        if len(ids) == 1:
            return next(iter(ids))
        if ids:
            raise Refused(
                "contacts",
                text,
                translate("imports", "{count} people have this name. Give an e-mail address instead.").format(
                    count=len(ids)
                ),
            )
        raise Refused(
            "contacts",
            text,
            translate("imports", "There is no such person. Import the contacts first, or correct the name."),
        )

    def _only(self, ids: set[int], wanted: WantedPerson, column: str) -> int:
        active = {key for key in ids if not self.known[key].archived} or ids
        if len(active) == 1:
            return next(iter(active))
        value: Any = {"npi": wanted.npi, "email": "; ".join(wanted.emails)}.get(column, wanted.last)
        people = [self.known[key] for key in sorted(active)]
        candidates = tuple(
            (
                each.id,
                translate("imports", "{first} {last} (contact_id {id})").format(
                    first=each.first, last=each.last, id=each.id
                ),
            )
            for each in people
        )
        said = "; ".join(words for _, words in candidates)
        raise Refused(
            column,
            value,
            translate("imports", "{count} people could be meant: {said}. Give the contact_id.").format(
                count=len(active), said=said
            ),
            candidates,
        )

    def _key_of(self, key: int) -> str:
        return full_key(self.known[key].first, self.known[key].last)

    def _may_be(self, key: int, wanted: WantedPerson) -> bool:
        person = self.known[key]
        if person.npi and wanted.npi:
            return False  # they differ, or the NPI would have found the person
        pairs = ((person.first, wanted.first), (person.last, wanted.last))
        return any(name_key(a) == name_key(b) != "" for a, b in pairs)

    def _contradicts(self, key: int, wanted: WantedPerson) -> bool:
        return bool(self.known[key].npi and wanted.npi)

    def _is_at(self, key: int, source_id: int | None) -> bool:
        sources = self.known[key].sources
        return source_id in sources if source_id is not None else not sources


def full_key(first: str, last: str) -> str:
    """A person's whole name for comparing."""
    return name_key(f"{first} {last}")


def _append(index: dict[str, list[int]], key: str, value: int) -> None:
    ids = index.setdefault(key, [])
    if value not in ids:
        ids.append(value)
