"""People from vCards: one card, one person, at any number of places. What a card does not say clears nothing.

A card is the person with its X-HHCRM-ID and the same name, else with the NPI, an e-mail address and a part of the name,
the same name at the same source, or the same name and telephone number. The same name alone is unclear: somebody
chooses, or says that it is a new person (the answer `NEW`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import select

from hhcrm.domain.identifiers import normal_phone, npi_is_valid, phone_digits
from hhcrm.domain.wording import translate
from hhcrm.models.contacts import ContactPhone
from hhcrm.services.imports.contacts import ContactImport, _Plan
from hhcrm.services.imports.job import Job, differing, rows_of
from hhcrm.services.imports.matching import Wanted
from hhcrm.services.imports.people import Person, WantedPerson, full_key
from hhcrm.services.imports.rows import Block, CardVerdict, Refused

NEW = 0
"""The answer to an unclear card: a new person."""

_SAID = ("credentials", "npi", "preferred_channel", "needs", "notes")
_PLACE = ("title", "department", "from_on", "until_on")


class CardImport(ContactImport):
    """Takes cards; the rows of a block with one number are the places of one card."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self._phones: dict[str, set[int]] | None = None

    def take(self, block: Block) -> None:
        """Plan some cards."""
        job = self._job
        job.refuse_all(block.refused)
        for refusal in block.refused:
            job.tally.cards.append(CardVerdict(refusal.row, "refused", refusal.value, refusal.problem))
        for number, group in groupby(rows_of(block), key=lambda each: each[0]):
            rows = [row for _, row in group]
            try:
                job.tally.cards.append(self._take_card(number, rows))
            except Refused as refused:
                job.refuse(number, refused)
                state = "unclear" if refused.candidates else "refused"
                verdict = CardVerdict(number, state, _name(rows[0]), refused.problem, refused.candidates)
                job.tally.cards.append(verdict)

    def _take_card(self, number: int, rows: Sequence[Mapping[str, Any]]) -> CardVerdict:
        card = rows[0]
        sources = [self._place_of_card(row) for row in rows]
        key = self._whose(number, card, [source for source in sources if source is not None])
        values = self._said(card)
        if key is None:
            plan = self._make({}, values, set())
        else:
            if key not in self._plans:
                self._read([key])
            plan = self._plans[key]
        fresh = plan.new and plan.lines == 0
        moved = self._merge(plan, card, values)
        for row, source_id in zip(rows, sources, strict=True):
            if source_id is not None:
                moved |= self._put_at(plan, source_id, row)
        self._keep_unknown_places(plan, rows, sources)
        plan.lines += 1
        self._know(plan)
        self._know_phones(plan)
        return self._count(number, plan, fresh, moved, sources)

    def _count(self, number: int, plan: _Plan, fresh: bool, moved: bool, sources: Sequence[int | None]) -> CardVerdict:
        tally = self._job.tally
        known = self._job.sources.known
        at = ", ".join(known[source].name for source in dict.fromkeys(sources) if source is not None)
        name = f"{plan.values['first_name']} {plan.values['last_name']}".strip()
        if fresh:
            tally.created += 1
            tally.see(number, True, name, plan.values["credentials"], at)
            return CardVerdict(number, "new", name, at)
        if moved:
            tally.updated += 1
            tally.see(number, False, name, plan.values["credentials"], at)
            return CardVerdict(number, "changed", name, at)
        tally.unchanged += 1
        return CardVerdict(number, "unchanged", name, at)

    # Who it is

    def _whose(self, number: int, card: Mapping[str, Any], sources: Sequence[int]) -> int | None:
        first, last = card["first_name"], card["last_name"]
        if not first and not last:
            raise Refused("last_name", None, translate("vcards", "This card has no name."))
        found = self._known_key(card) or self._matched(number, card, sources)
        if found is not None and self._people.known[found].archived:
            words = translate("vcards", "This is an archived person. Restore them, then import again.")
            raise Refused("last_name", last or first, words)
        return found

    def _known_key(self, card: Mapping[str, Any]) -> int | None:
        """The person that our own card names, if it still is that person: keys of another agency mean others."""
        person = self._people.known.get(card["contact_id"] or 0)
        if person is None or full_key(person.first, person.last) != full_key(card["first_name"], card["last_name"]):
            return None
        return person.id

    def _matched(self, number: int, card: Mapping[str, Any], sources: Sequence[int]) -> int | None:
        first, last = card["first_name"], card["last_name"]
        addresses = tuple(address for _, address in card["emails"])
        try:
            for source_id in (*sources, None):
                wanted = WantedPerson(first, last, None, card["npi"], addresses, source_id)
                found = self._people.match(wanted)
                if found is not None:
                    return found
            return self._same_name(card)
        except Refused as unclear:
            candidates = (*unclear.candidates, (NEW, translate("vcards", "A new person")))
            problem = translate("vcards", "Several people could be meant. Choose whose card this is.")
            answer = self._job.answered(number, Refused(unclear.column, unclear.value, problem, candidates))
            return None if answer == NEW else answer

    def _same_name(self, card: Mapping[str, Any]) -> int | None:
        """Somebody of the same name: with the same number they are meant, without it is unclear."""
        named = self._people.of_name(card["first_name"], card["last_name"])
        if not named:
            return None
        digits = {phone_digits(number) for _, number in card["phones"]}
        reached = [key for key in named if any(key in self._by_phone().get(each, ()) for each in digits)]
        if len(reached) == 1:
            return reached[0]
        people = [self._people.known[key] for key in sorted(named)]
        known = self._job.sources.known
        candidates = tuple(
            (each.id, ", ".join([_full(each), *(known[at].name for at in sorted(each.sources))])) for each in people
        )
        raise Refused("last_name", card["last_name"], "", candidates)

    def _by_phone(self) -> dict[str, set[int]]:
        if self._phones is None:
            phone = ContactPhone.__table__.c
            self._phones = {}
            for key, number in self._job.connection.execute(select(phone.contact_id, phone.number)):
                self._phones.setdefault(phone_digits(number), set()).add(key)
        return self._phones

    def _know_phones(self, plan: _Plan) -> None:
        if self._phones is not None:
            for _, number in plan.phones:
                self._phones.setdefault(phone_digits(number), set()).add(plan.id)

    # What is said of them

    def _said(self, card: Mapping[str, Any]) -> dict[str, Any]:
        values = {name: card[name] for name in _SAID if card[name]}
        if "npi" in values and not npi_is_valid(values["npi"]):
            del values["npi"]
        values |= {"first_name": card["first_name"], "last_name": card["last_name"]}
        if card["buying_role"]:
            values["buying_role"] = card["buying_role"]
        role_id = self._role(card["own_role"])
        if role_id is not None:
            values["role_id"] = role_id
        return values

    def _role(self, text: str | None) -> int | None:
        try:
            return self._job.find("role", text or None)
        except Refused:
            return None  # other programs' words for what somebody does are many; the title holds them

    def _merge(self, plan: _Plan, card: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
        """Add what the card says; what somebody wrote down here stays where the card is not our own."""
        if not card["own"]:
            values = {name: value for name, value in values.items() if plan.values[name] in (None, "", "unknown")}
        changed = differing(plan.values, values)
        plan.values |= changed
        plan.moved |= changed.keys()
        if card["own_role"] and "role_id" in values:
            self._own_roles.add(plan.id)
        return self._add_ways(plan, card) or bool(changed)

    def _add_ways(self, plan: _Plan, card: Mapping[str, Any]) -> bool:
        known = {number for _, number in plan.phones}
        phones = [(kind, normal_phone(number)[0]) for kind, number in card["phones"]]
        more = [each for each in dict.fromkeys(phones) if each[1] not in known]
        addresses = {address.lower() for address in plan.emails}
        emails = [(kind, address) for kind, address in card["emails"] if address.lower() not in addresses]
        if more:
            plan.phones = [*plan.phones, *more]
            plan.moved.add("phones")
        if emails:
            plan.emails = [*plan.emails, *(address for _, address in emails)]
            plan.email_kinds |= {address: kind for kind, address in emails}
            plan.moved.add("emails")
        return bool(more or emails)

    # Where they are

    def _place_of_card(self, row: Mapping[str, Any]) -> int | None:
        name = row["source"]
        if not name:
            return None
        try:
            return self._job.sources.refer(Wanted(name, None, zip=row["source_zip"]))
        except Refused:
            words = translate(
                "vcards", 'No source, or more than one, is called "{name}": people come without that place.'
            )
            self._job.tally.note(words.format(name=name))
            return None

    def _put_at(self, plan: _Plan, source_id: int, row: Mapping[str, Any]) -> bool:
        values = {name: row[name] for name in _PLACE if row[name]}
        role_id = self._role(row["role"])
        if role_id is not None:
            values["role_id"] = role_id
        if not row["own"]:
            here = [place for place in plan.places if place.source_id == source_id]
            if here:
                return False  # where somebody is, and as what, is known here better than on a phone
        return self._set_place(plan, source_id, values)

    def _keep_unknown_places(
        self, plan: _Plan, rows: Sequence[Mapping[str, Any]], sources: Sequence[int | None]
    ) -> None:
        """Of a new person the name of a place that is no source here is kept in the notes."""
        if not plan.new or plan.lines:
            return
        lost = [row for row, source in zip(rows, sources, strict=True) if source is None and row["source"]]
        for row in lost:
            words = ", ".join(part for part in (row["source"], row["department"], row["title"]) if part)
            said = translate("vcards", "Works at {place}").format(place=words)
            plan.values["notes"] = "\n".join(part for part in (plan.values["notes"], said) if part)


def _full(person: Person) -> str:
    return f"{person.first} {person.last}".strip()


def _name(row: Mapping[str, Any]) -> str:
    return f"{row['first_name']} {row['last_name']}".strip()
