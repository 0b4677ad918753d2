"""People from a file, one line for each place at which a person works; planned whole, written at the end.

Several lines of one person (the same contact_id, NPI, e-mail, or name and source) are one person with several
affiliations. The first line says who the person is; a blank in a later line clears nothing that an earlier one said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from hhcrm.domain.text import name_key
from hhcrm.domain.wording import translate
from hhcrm.domain.words import BuyingRole, EmailKind, PhoneKind
from hhcrm.models.contacts import Affiliation, Contact, ContactEmail, ContactPhone, contact_search_text
from hhcrm.services.imports.job import Job, by_ids, differing, rows_of
from hhcrm.services.imports.matching import Wanted
from hhcrm.services.imports.people import PeopleIndex, Person, WantedPerson
from hhcrm.services.imports.rows import Block, Refused

_AS_IS = ("credentials", "preferred_channel", "npi", "needs", "notes")
_PERSON = ("first_name", "last_name", "role_id", "buying_role", *_AS_IS, "archived_at", "archived_by", "archived_why")
_PLACE = ("role_id", "title", "department", "from_on", "until_on")
_KINDS = {
    "phone": (PhoneKind.WORK, (PhoneKind.WORK, PhoneKind.HOME)),
    "mobile": (PhoneKind.MOBILE, (PhoneKind.MOBILE,)),
    "fax": (PhoneKind.FAX, (PhoneKind.FAX,)),
}
"""The kind that a column's new numbers are of, and the kinds that it shows."""


@dataclass(slots=True)
class _Place:
    """A person's place at a source; `id` is None for a new one."""

    id: int | None
    source_id: int
    values: dict[str, Any]


@dataclass(slots=True)
class _Plan:
    """A person as they will be after the import."""

    id: int
    new: bool
    values: dict[str, Any]
    phones: list[tuple[str, str]] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    email_kinds: dict[str, str] = field(default_factory=dict)
    places: list[_Place] = field(default_factory=list)
    lines: int = 0
    moved: set[str] = field(default_factory=set)
    moved_places: set[int] = field(default_factory=set)


class ContactImport:
    """Takes people."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._people = PeopleIndex(job.connection)
        self._plans: dict[int, _Plan] = {}
        self._kept: set[int] = set()
        self._own_roles: set[int] = set()
        """People of whom the file says which role holds where a place says nothing else."""

    def take(self, block: Block) -> None:
        """Plan some lines."""
        self._job.refuse_all(block.refused)
        rows = list(rows_of(block))
        ids = {row["contact_id"] for _, row in rows if row.get("contact_id") is not None}
        free = self._job.keys.never_used("contact", ids - self._people.known.keys())
        self._load(rows)
        for number, row in rows:
            try:
                self._take_line(number, row, free)
            except Refused as refused:
                self._job.refuse(number, refused)

    def finish(self) -> None:
        """Write new people, change old ones."""
        self._write_new([plan for plan in self._plans.values() if plan.new])
        changed = {plan.id: plan.values for plan in self._plans.values() if not plan.new and plan.moved}
        self._job.update(Contact, changed, self._write_changed)

    def _take_line(self, number: int, row: dict[str, Any], free: set[int]) -> None:
        job = self._job
        source_id = self._source(number, row)
        key = self._match(number, row, source_id)
        values, place = self._values(row), self._place_values(row)
        if key is None:
            plan = self._make(row, values, free)
        else:
            if key not in self._plans:
                self._read([key])
            plan = self._plans[key]
        moved = self._set_person(plan, row, values, source_id)
        if source_id is not None:
            moved |= self._set_place(plan, source_id, place)
        plan.lines += 1
        self._know(plan)
        if key is None:
            job.tally.created += 1
        elif moved:
            job.tally.updated += 1
        else:
            job.tally.unchanged += 1
            return
        at = None if source_id is None else job.sources.known[source_id].name
        name = f"{plan.values['first_name']} {plan.values['last_name']}".strip()
        job.tally.see(number, key is None, name, plan.values["credentials"], at)

    def _source(self, number: int, row: Mapping[str, Any]) -> int | None:
        name, source_id = row.get("source"), row.get("source_id")
        if name is None and source_id is None:
            return None
        return self._job.source(number, Wanted(name, source_id, zip=row.get("source_zip")))

    def _load(self, rows: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        ids = set()
        for number, row in rows:
            with suppress(Refused):
                ids.add(self._match(number, row, self._source(number, row)))
        self._read({key for key in ids if key is not None} - self._plans.keys())

    def _match(self, number: int, row: Mapping[str, Any], source_id: int | None) -> int | None:
        first, last = row.get("first_name") or "", row.get("last_name") or ""
        if not first and not last:
            raise Refused("last_name", None, translate("imports", "A name is needed."))
        contact_id = row.get("contact_id")
        wanted = WantedPerson(first, last, contact_id, row.get("npi"), tuple(row.get("email", ())), source_id)
        try:
            found = self._people.match(wanted, self._kept if contact_id is not None else ())
        except Refused as unclear:
            found = self._job.answered(number, unclear)
        if found is None or found == contact_id or row.get("archived") is not None:
            return found
        if self._people.known[found].archived:
            raise Refused(
                "last_name",
                last or first,
                translate("imports", "The row matches an archived person. Restore them, import again."),
            )
        return found

    def _values(self, row: Mapping[str, Any]) -> dict[str, Any]:
        values = {name: row[name] for name in _AS_IS if name in row}
        values |= {name: row[name] or "" for name in ("first_name", "last_name") if name in row}
        if "buying_role" in row:
            values["buying_role"] = row["buying_role"] or BuyingRole.UNKNOWN
        return values

    def _place_values(self, row: Mapping[str, Any]) -> dict[str, Any]:
        values = {name: row[name] for name in ("title", "department", "from_on", "until_on") if name in row}
        if "role" in row:
            values["role_id"] = self._job.find("role", row["role"])
        first, last = values.get("from_on"), values.get("until_on")
        if first is not None and last is not None and last < first:
            raise Refused("until_on", last, translate("imports", "The last day lies before the first."))
        return values

    def _make(self, row: Mapping[str, Any], values: Mapping[str, Any], free: set[int]) -> _Plan:
        wanted = row.get("contact_id")
        if wanted is not None and wanted in free:
            free.discard(wanted)
            self._job.keys.keep("contact", wanted)
            self._kept.add(wanted)
            key = wanted
        else:
            key = self._job.keys.take("contact")
        empty = dict.fromkeys(_PERSON) | {"first_name": "", "last_name": "", "buying_role": BuyingRole.UNKNOWN}
        plan = self._plans[key] = _Plan(key, True, empty | dict(values))
        return plan

    def _set_person(self, plan: _Plan, row: Mapping[str, Any], values: dict[str, Any], source_id: int | None) -> bool:
        """Set what a line says of the person; whether that changed anything."""
        later = plan.lines > 0
        if later:
            values = {name: value for name, value in values.items() if value not in (None, "", BuyingRole.UNKNOWN)}
        if source_id is None and "role" in row:
            role_id = self._job.find("role", row["role"])
            if role_id is not None or not later:
                values["role_id"] = role_id
        archived = row.get("archived")
        if archived is not None and archived != (plan.values["archived_at"] is not None):
            values |= self._archive(archived)
        changed = differing(plan.values, values)
        plan.values |= changed
        plan.moved |= changed.keys()
        ways = self._set_phones(plan, row, later) | self._set_emails(plan, row, later)
        return bool(changed) or ways

    def _archive(self, archived: bool) -> dict[str, Any]:
        tx = self._job.tx
        why = f"Archived in {self._job.file_name}" if archived else None
        at, by = (tx.now, tx.actor.name) if archived else (None, None)
        return {"archived_at": at, "archived_by": by, "archived_why": why}

    def _set_phones(self, plan: _Plan, row: Mapping[str, Any], later: bool) -> bool:
        numbers = list(plan.phones)
        for column, (kind, shown) in _KINDS.items():
            if column not in row:
                continue
            given = row[column] if column != "fax" else tuple(filter(None, (row[column],)))
            there = [each for each in numbers if each[0] in shown]
            known = {number: own for own, number in there}
            wanted = [(known.get(number, kind), number) for number in given]
            if later:
                wanted = there + [each for each in wanted if each[1] not in known]
            numbers = _replaced(numbers, there, wanted)
        if numbers == plan.phones:
            return False
        plan.phones = numbers
        plan.moved.add("phones")
        return True

    def _set_emails(self, plan: _Plan, row: Mapping[str, Any], later: bool) -> bool:
        if "email" not in row:
            return False
        wanted = list(row["email"])
        if later:
            wanted = plan.emails + [each for each in wanted if each not in plan.emails]
        if wanted == plan.emails:
            return False
        plan.emails = wanted
        plan.moved.add("emails")
        return True

    def _set_place(self, plan: _Plan, source_id: int, values: dict[str, Any]) -> bool:
        """Put the person at the source, or correct the place that is there."""
        place = _place_of(plan, source_id, values)
        if place is None:
            plan.places.append(_Place(None, source_id, dict.fromkeys(_PLACE) | values))
            plan.moved.add("places")
            return True
        now = dict(place.values)
        if now["role_id"] is None:
            now["role_id"] = plan.values["role_id"]  # the person's own role holds where the place says nothing
        changed = differing(now, values)
        if not changed:
            return False
        place.values |= changed
        plan.moved.add("places")
        if place.id is not None:
            plan.moved_places.add(place.id)
        return True

    def _know(self, plan: _Plan) -> None:
        values = plan.values
        sources = {place.source_id for place in plan.places}
        archived = values["archived_at"] is not None
        self._people.put(
            Person(plan.id, values["first_name"], values["last_name"], values["npi"], archived, set(), sources)
        )
        for address in plan.emails:
            self._people.put_email(plan.id, address)

    def _read(self, ids: Iterable[int]) -> None:
        """Make plans of people who are there."""
        job, ids = self._job, list(ids)
        for row in by_ids(job, _table(Contact), "id", ids):
            self._plans[row.id] = _Plan(row.id, False, {name: getattr(row, name) for name in _PERSON})
        for phone in sorted(by_ids(job, _table(ContactPhone), "contact_id", ids), key=lambda p: (p.position, p.id)):
            self._plans[phone.contact_id].phones.append((phone.kind, phone.number))
        for email in sorted(by_ids(job, _table(ContactEmail), "contact_id", ids), key=lambda e: (e.position, e.id)):
            self._plans[email.contact_id].emails.append(email.address)
            self._plans[email.contact_id].email_kinds[email.address] = email.kind
        for at in by_ids(job, _table(Affiliation), "contact_id", ids):
            values = {name: getattr(at, name) for name in _PLACE}
            self._plans[at.contact_id].places.append(_Place(at.id, at.source_id, values))

    def _write_new(self, plans: list[_Plan]) -> None:
        job, take = self._job, self._job.keys.take
        for plan in plans:
            roles = {place.values["role_id"] for place in plan.places}
            if plan.places and len(roles) == 1 and plan.id not in self._own_roles:
                plan.values["role_id"] = roles.pop()
        job.insert("contact", [{"id": plan.id, **plan.values, **_search_columns(plan)} for plan in plans])
        job.insert(
            "contact_phone",
            [
                {"id": take("contact_phone"), "contact_id": plan.id, "kind": kind, "number": number, "position": place}
                for plan in plans
                for place, (kind, number) in enumerate(plan.phones)
            ],
        )
        job.insert(
            "contact_email",
            [
                {
                    "id": take("contact_email"),
                    "contact_id": plan.id,
                    "kind": plan.email_kinds.get(address, EmailKind.WORK),
                    "address": address,
                    "position": place,
                }
                for plan in plans
                for place, address in enumerate(plan.emails)
            ],
        )
        job.insert(
            "affiliation",
            [
                {"id": take("affiliation"), "contact_id": plan.id, "source_id": place.source_id, **place.values}
                for plan in plans
                for place in plan.places
            ],
        )

    def _write_changed(self, person: Any, _values: Mapping[str, Any]) -> None:
        """Change a person's numbers, addresses and places; what is the same stays the same row."""
        plan, tag = self._plans[person.id], {"import_run_id": self._job.run_id}
        if "phones" in plan.moved:
            person.phones[:] = [
                ContactPhone(kind=kind, number=number, position=at, **tag)
                for at, (kind, number) in enumerate(plan.phones)
            ]
        if "emails" in plan.moved:
            person.emails[:] = [
                ContactEmail(
                    kind=EmailKind(plan.email_kinds.get(address, EmailKind.WORK)), address=address, position=at, **tag
                )
                for at, address in enumerate(plan.emails)
            ]
        if "places" in plan.moved:
            there = {place.id: place for place in person.affiliations}
            for place in plan.places:
                if place.id is None:
                    person.affiliations.append(Affiliation(source_id=place.source_id, **place.values, **tag))
                elif place.id in plan.moved_places:
                    for name, value in place.values.items():
                        setattr(there[place.id], name, value)


def _place_of(plan: _Plan, source_id: int, values: Mapping[str, Any]) -> _Place | None:
    """The place that a line is about: at this source, from the same day where both name one."""
    there = [place for place in plan.places if place.source_id == source_id]
    begun = values.get("from_on")
    same = [place for place in there if begun is not None and place.values["from_on"] == begun]
    open_ended = [place for place in there if begun is None or place.values["from_on"] is None]
    return next(iter(same or open_ended), None)


def _replaced(
    numbers: list[tuple[str, str]], there: list[tuple[str, str]], wanted: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The numbers with those of one column exchanged; the same ones stay where they stand."""
    if there == wanted:
        return numbers
    first = next((at for at, each in enumerate(numbers) if each in there), len(numbers))
    others = [each for each in numbers if each not in there]
    return [*others[:first], *wanted, *others[first:]]


def _search_columns(plan: _Plan) -> dict[str, str]:
    values = plan.values
    first, last = values["first_name"], values["last_name"]
    found = contact_search_text(
        first, last, values["credentials"], values["npi"], values["needs"], values["notes"],
        [number for _, number in plan.phones], plan.emails,
    )  # fmt: skip
    return {"name_key": name_key(f"{last} {first}"), "first_key": name_key(first), "find_text": found}


def _table(model: Any) -> Any:
    return model.__table__
