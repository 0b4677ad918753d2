"""Already here? People and sources who may be the one being typed, archived ones too.

A few candidates come by index (the same number or address anywhere, names that begin alike); only these are compared
letter by letter, so that an offer stays quick however many people there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.identifiers import normal_ccn, npi_is_valid, phone_digits
from hhcrm.domain.text import fold, name_key
from hhcrm.models.contacts import ContactEmail, ContactPhone
from hhcrm.models.names import split_name
from hhcrm.queries.ground import AFFILIATION, CONTACT, SOURCE, TYPE, c, s, t, table
from hhcrm.queries.people import people_by_ids
from hhcrm.queries.people_models import AlikePerson, AlikeSource, Reason, Typed
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.search import SHORTEST, begins, contained, ids_containing

OFFERED = 3
MOST_CANDIDATES = 4_000
"""Names that are compared letter by letter."""

ALIKE = 86
"""From which score (0-100) on a name is alike: one or two letters apart in a name of usual length."""

_PHONE_DIGITS = 10
_LEAST = 2
_ORDER: tuple[Reason, ...] = ("npi", "ccn", "e-mail", "phone", "name", "like")
_SHORT = {
    "bob": "robert", "rob": "robert", "bill": "william", "will": "william", "liz": "elizabeth", "beth": "elizabeth",
    "kate": "katherine", "kathy": "katherine", "cathy": "catherine", "mike": "michael", "jim": "james",
    "joe": "joseph", "tom": "thomas", "dave": "david", "dan": "daniel", "sue": "susan", "suzy": "susan",
    "jen": "jennifer", "jenny": "jennifer", "peggy": "margaret", "maggie": "margaret", "meg": "margaret",
    "pat": "patricia", "patty": "patricia", "trish": "patricia", "chris": "christopher", "tony": "anthony",
    "steve": "steven", "ed": "edward", "dick": "richard", "rick": "richard", "nick": "nicholas", "greg": "gregory",
    "ben": "benjamin", "sam": "samuel", "andy": "andrew", "matt": "matthew", "becky": "rebecca", "debbie": "deborah",
    "deb": "deborah", "barb": "barbara", "vicky": "victoria", "sandy": "sandra", "cindy": "cynthia",
}  # fmt: skip
"""What people are called, and what stands on their badge."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A candidate that passed, and how well."""

    key: int
    reason: Reason
    score: float
    archived: bool
    here: bool = False

    def rank(self) -> tuple[Any, ...]:
        return (_ORDER.index(self.reason), not self.here, self.archived, -self.score, self.key)


def alike_people(
    connection: Connection, typed: Typed, today: date, source_id: int | None = None, apart: int | None = None
) -> tuple[AlikePerson, ...]:
    """People who may be the one typed, best first; `source_id` is where the form puts them, `apart` who is edited."""
    if typed.name and not typed.last_name:
        first, last, _ = split_name(typed.name)
        typed = replace(typed, first_name=first, last_name=last)
    hits: dict[int, _Hit] = {}
    here = _at(connection, source_id)
    for key, archived, reason, score in (*_same_ways(connection, typed), *_names(connection, typed, here)):
        hit = _Hit(key, reason, score, archived, key in here)
        if key != apart and (key not in hits or hit.rank() < hits[key].rank()):
            hits[key] = hit
    best = sorted(hits.values(), key=_Hit.rank)[:OFFERED]
    lines = {line.contact_id: line for line in people_by_ids(connection, [hit.key for hit in best], None, today)}
    return tuple(
        AlikePerson(hit.key, lines[hit.key].name, _where(lines[hit.key], today), hit.reason, hit.archived, hit.here)
        for hit in best
    )


def alike_sources(connection: Connection, typed: Typed, apart: int | None = None) -> tuple[AlikeSource, ...]:
    """Sources that may be the one typed, best first; archived ones too."""
    hits: dict[int, _Hit] = {}
    for hit in (*_same_numbers(connection, typed), *_source_names(connection, typed.name)):
        if hit.key != apart and (hit.key not in hits or hit.rank() < hits[hit.key].rank()):
            hits[hit.key] = hit
    best = sorted(hits.values(), key=_Hit.rank)[:OFFERED]
    rows = connection.execute(
        select(s.id, s.name, t.name, s.city, s.zip)
        .select_from(SOURCE.join(TYPE, s.type_id == t.id))
        .where(s.id.in_([hit.key for hit in best]))
    )
    found = {row[0]: (row[1], ", ".join(part for part in row[2:] if part)) for row in rows}
    return tuple(AlikeSource(hit.key, *found[hit.key], hit.reason, hit.archived) for hit in best)


# --- people --------------------------------------------------------------------------------------------------------

_Found = tuple[int, bool, Reason, float]


def _at(connection: Connection, source_id: int | None) -> set[int]:
    if source_id is None:
        return set()
    at = AFFILIATION.c
    return set(connection.execute(select(at.contact_id).where(at.source_id == source_id)).scalars())


def _same_ways(connection: Connection, typed: Typed) -> Iterator[_Found]:
    """People with the same NPI, e-mail address or telephone number."""
    sqlite = is_sqlite(connection)
    npi = typed.npi.strip()
    if npi_is_valid(npi):
        for key, archived in _rows(connection, c.npi == npi):
            yield key, archived, "npi", 100
    mail = table(ContactEmail).c
    for address in _addresses(typed.emails):
        found = ids_containing(CONTACT, contained(fold(address), sqlite), sqlite)
        same = select(mail.contact_id).where(mail.contact_id.in_(found), func.lower(mail.address) == address.lower())
        for key, archived in _rows(connection, c.id.in_(same)):
            yield key, archived, "e-mail", 100
    phone = table(ContactPhone).c
    for digits in _digits(typed.phones):
        found = ids_containing(CONTACT, contained(digits, sqlite), sqlite)
        rows = connection.execute(select(phone.contact_id, phone.number).where(phone.contact_id.in_(found)))
        keys = {key for key, number in rows if phone_digits(number) == digits}
        for key, archived in _rows(connection, c.id.in_(keys)) if keys else ():
            yield key, archived, "phone", 100


def _rows(connection: Connection, which: ColumnElement[bool]) -> Iterator[tuple[int, bool]]:
    for row in connection.execute(select(c.id, c.archived_at).where(which).limit(OFFERED * 10)):
        yield row.id, row.archived_at is not None


def _names(connection: Connection, typed: Typed, here: set[int]) -> Iterator[_Found]:
    """People whose names are the same or alike."""
    first, last = name_key(typed.first_name), name_key(typed.last_name)
    if len(last) < _LEAST:
        return
    near = [begins(c.name_key, last[:3])]
    if first:
        near += [begins(c.name_key, first[:3]), begins(c.first_key, first)]
    rows = connection.execute(
        select(c.id, c.first_name, c.last_name, c.archived_at).where(or_(*near)).limit(MOST_CANDIDATES)
    )
    for key, own_first, own_last, archived_at in rows:
        found = _compare(first, last, name_key(own_first), name_key(own_last), key in here)
        if found is not None:
            yield key, archived_at is not None, *found


def _compare(first: str, last: str, own_first: str, own_last: str, here: bool) -> tuple[Reason, float] | None:
    if (first, last) == (own_first, own_last):
        return "name", 100
    if not first or not own_first:
        return ("like", 90) if here and last == own_last else None
    if last == own_last and (first in own_first[:1] or own_first in first[:1] or _called(first, own_first)):
        return "like", 95
    from rapidfuzz import fuzz  # late: only where somebody types a name

    score = fuzz.ratio(f"{first} {last}", f"{own_first} {own_last}")
    score = max(score, fuzz.ratio(f"{last} {first}", f"{own_first} {own_last}"))
    return ("like", score) if score >= ALIKE else None


def _called(first: str, other: str) -> bool:
    """Whether two first names are one: Bob and Robert, Suzy and Suzanne."""
    if _SHORT.get(first, first) == _SHORT.get(other, other):
        return True
    shorter = min(first, other, key=len)
    return len(shorter) in (3, 4) and first[:3] == other[:3]


def _where(line: Any, today: date) -> str:
    """What a person is, and where: Case manager at St. Brendan Hospital."""
    now = [place for place in line.affiliations if place.until_on is None or place.until_on > today]
    place = next(iter(now), None) or (line.affiliations[-1] if line.affiliations else None)
    if place is None:
        return str(line.role)
    return ", ".join(part for part in (place.role or line.role, place.source) if part)


def _addresses(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        name, at, host = text.strip().partition("@")
        if name and at and "." in host.strip("."):
            yield text.strip()


def _digits(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        digits = phone_digits(text)
        if len(digits) >= _PHONE_DIGITS:
            yield digits


# --- sources -------------------------------------------------------------------------------------------------------


def _same_numbers(connection: Connection, typed: Typed) -> Iterator[_Hit]:
    sqlite = is_sqlite(connection)
    ways: list[tuple[Reason, ColumnElement[bool]]] = []
    if npi_is_valid(typed.npi.strip()):
        ways.append(("npi", s.npi == typed.npi.strip()))
    if ccn := _ccn(typed.ccn):
        ways.append(("ccn", s.ccn == ccn))
    for address in _addresses(typed.emails):
        found = ids_containing(SOURCE, contained(fold(address), sqlite), sqlite)
        ways.append(("e-mail", s.id.in_(found) & (func.lower(s.email) == address.lower())))
    for digits in _digits(typed.phones):
        ways.append(("phone", s.id.in_(ids_containing(SOURCE, contained(digits, sqlite), sqlite))))
    for reason, which in ways:
        for key, archived_at in connection.execute(select(s.id, s.archived_at).where(which).limit(OFFERED)):
            yield _Hit(key, reason, 100, archived_at is not None)


def _ccn(text: str) -> str:
    try:
        return normal_ccn(text) if text.strip() else ""
    except RuleBroken:
        return ""


def _source_names(connection: Connection, name: str) -> Iterator[_Hit]:
    typed = name_key(name)
    if len(typed) < SHORTEST:
        return
    longest = max(typed.split(), key=len)
    near = [begins(s.name_key, typed[:4])]
    if len(longest) >= SHORTEST:
        sqlite = is_sqlite(connection)
        near.append(s.id.in_(ids_containing(SOURCE, contained(longest, sqlite), sqlite)))
    rows = connection.execute(select(s.id, s.name_key, s.archived_at).where(or_(*near)).limit(MOST_CANDIDATES)).all()
    for key, own, archived_at in rows:
        score = _source_score(typed, own)
        if score is not None:
            yield _Hit(key, "name" if own == typed else "like", score, archived_at is not None)


def _source_score(typed: str, own: str) -> float | None:
    if own == typed:
        return 100
    from rapidfuzz import fuzz  # late: as above

    if own.startswith(typed) or typed.startswith(f"{own} "):
        return 90 + fuzz.ratio(typed, own) / 20
    score = max(fuzz.ratio(typed, own), fuzz.token_sort_ratio(typed, own))
    return score if score >= ALIKE else None
