"""vCards out: version 3.0, which every phone and mail program reads. UTF-8, CRLF, lines folded at 75 octets.

What the standard has no word for (several places with dates, the part in the decision, needs) stands in fields of our
own that begin with X-HHCRM; other programs pass over them, and we read them back unchanged.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from hhcrm.domain.words import BuyingRole, EmailKind, PhoneKind
from hhcrm.exchange.writer import replacing
from hhcrm.queries.person_cards import CardPerson
from hhcrm.queries.read_models import AffiliationLine

_FOLD = 75
_TEL = {
    PhoneKind.WORK: "WORK,VOICE",
    PhoneKind.MOBILE: "CELL,VOICE",
    PhoneKind.HOME: "HOME,VOICE",
    PhoneKind.FAX: "WORK,FAX",
}
_EMAIL = {EmailKind.WORK: "INTERNET,WORK", EmailKind.HOME: "INTERNET,HOME"}


def write_cards(path: Path, people: Iterable[CardPerson]) -> int:
    """Write people as vCards, all of the file or nothing; gives how many. Raises FileFault."""
    count = 0
    with replacing(path) as part, part.open("wb") as file:
        for count, person in enumerate(people, start=1):  # noqa: B007  # the last count is what is asked for
            file.write(card_text(person).encode("utf-8", "replace"))
        file.flush()
        os.fsync(file.fileno())
    return count


def card_text(person: CardPerson) -> str:
    """One person as a card, lines folded and ended as the standard wants."""
    return "".join(f"{fold_line(line)}\r\n" for line in _lines(person))


def _lines(person: CardPerson) -> Iterator[str]:
    line = person.line
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield "PRODID:-//hhcrm//hhcrm//EN"
    yield f"N:{escaped(line.last_name)};{escaped(line.first_name)};;;{escaped(line.credentials)}"
    yield f"FN:{escaped(line.name)}"
    yield from _work(person)
    for phone in line.phones:
        yield f"TEL;TYPE={_TEL[phone.kind]}:{escaped(phone.number)}"
    for email in line.emails:
        yield f"EMAIL;TYPE={_EMAIL[email.kind]}:{escaped(email.address)}"
    if line.notes:
        yield f"NOTE:{escaped(line.notes)}"
    yield from _own(person)
    yield "END:VCARD"


def _work(person: CardPerson) -> Iterator[str]:
    """Where somebody works now, as other programs show it."""
    now = next(iter(person.present), None)
    if now is not None:
        yield f"ORG:{escaped(now.source)}" + (f";{escaped(now.department)}" if now.department else "")
        if now.title:
            yield f"TITLE:{escaped(now.title)}"
    role = (now.role if now is not None else "") or person.line.role
    if role:
        yield f"ROLE:{escaped(role)}"


def _own(person: CardPerson) -> Iterator[str]:
    line = person.line
    yield f"X-HHCRM-ID:{line.contact_id}"
    part = "" if line.buying_role is BuyingRole.UNKNOWN else line.buying_role.value
    channel = line.preferred_channel.value if line.preferred_channel is not None else ""
    for name, text in (
        ("ROLE", person.own_role), ("NPI", line.npi), ("PART", part), ("PREFERS", channel), ("NEEDS", line.needs),
    ):  # fmt: skip
        if text:
            yield f"X-HHCRM-{name}:{escaped(text)}"
    for place in line.affiliations:
        yield f"X-HHCRM-PLACE:{';'.join(_place(place, person.zips.get(place.source_id, '')))}"


def _place(place: AffiliationLine, zip_code: str) -> Iterator[str]:
    for text in (place.source, zip_code, place.role, place.title, place.department):
        yield escaped(text)
    for day in (place.from_on, place.until_on):
        yield day.isoformat() if day is not None else ""


def escaped(text: str) -> str:
    """A text as a value: backslash, comma, semicolon and line ends marked; no other sign that is no sign."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(sign for sign in plain if sign >= " " or sign in "\n\t")
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold_line(line: str) -> str:
    """A line in pieces of at most 75 octets, never parting a letter."""
    raw = line.encode("utf-8", "replace")
    if len(raw) <= _FOLD:
        return line
    pieces, start, room = [], 0, _FOLD
    while start < len(raw):
        end = min(start + room, len(raw))
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[start:end].decode("utf-8"))
        start, room = end, _FOLD - 1
    return "\r\n ".join(pieces)
