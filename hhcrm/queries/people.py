"""People at a source, and one person with all numbers, addresses and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, func, select

from hhcrm.domain.errors import NotFound
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.models.contacts import ContactEmail, ContactPhone
from hhcrm.queries.ground import AFFILIATION, CONTACT, MET, ROLE, SOURCE, VISIT, c, not_archived, s, table, v
from hhcrm.queries.read_models import AffiliationLine, EmailLine, PersonLine, PhoneLine

PHONE, EMAIL = table(ContactPhone), table(ContactEmail)
_at = AFFILIATION.c


def people_of(connection: Connection, source_id: int, today: date) -> tuple[PersonLine, ...]:
    """Everybody at a source: those there now first, then those who left, by name."""
    ids = (
        connection.execute(
            select(_at.contact_id)
            .join_from(AFFILIATION, CONTACT, _at.contact_id == c.id)
            .where(_at.source_id == source_id, not_archived(CONTACT))
            .order_by(c.name_key, c.id)
        )
        .scalars()
        .all()
    )
    people = people_by_ids(connection, tuple(dict.fromkeys(ids)), source_id, today)
    return tuple(sorted(people, key=lambda person: person.left))


def person(connection: Connection, contact_id: int, today: date, source_id: int | None = None) -> PersonLine:
    """One person, archived or not; role and title at `source_id` where one is given. Raises NotFound."""
    found = people_by_ids(connection, (contact_id,), source_id, today)
    if not found:
        raise NotFound(translate("sources", "There is no such person any more."))
    return found[0]


def people_by_ids(
    connection: Connection, ids: Sequence[int], source_id: int | None, today: date
) -> tuple[PersonLine, ...]:
    """These people in this order; role and title at a source where one is given."""
    rows = connection.execute(
        select(
            c.id, c.version, c.first_name, c.last_name, func.coalesce(c.credentials, "").label("credentials"),
            c.role_id, func.coalesce(ROLE.c.name, "").label("role"), c.buying_role, c.preferred_channel,
            func.coalesce(c.npi, "").label("npi"), func.coalesce(c.needs, "").label("needs"),
            func.coalesce(c.notes, "").label("notes"),
        )
        .join_from(CONTACT, ROLE, c.role_id == ROLE.c.id, isouter=True)
        .where(c.id.in_(ids))
    )  # fmt: skip
    found = {row.id: row for row in rows}
    parts = _Parts(connection, ids)
    return tuple(_line(found[key], parts, source_id, today) for key in ids if key in found)


class _Parts:
    """What hangs on these people, read in four statements however many they are."""

    def __init__(self, connection: Connection, ids: Sequence[int]) -> None:
        phones = _children(connection, PHONE, (PHONE.c.kind, PHONE.c.number), ids)
        emails = _children(connection, EMAIL, (EMAIL.c.kind, EMAIL.c.address), ids)
        self.phones = {key: tuple(PhoneLine(*row) for row in rows) for key, rows in phones.items()}
        self.emails = {key: tuple(EmailLine(*row) for row in rows) for key, rows in emails.items()}
        self.places = _places(connection, ids)
        self.met = _last_met(connection, ids)


def _children(connection: Connection, of: Table, columns: Iterable[Any], ids: Sequence[int]) -> dict[int, list[Any]]:
    rows = connection.execute(
        select(of.c.contact_id, *columns).where(of.c.contact_id.in_(ids)).order_by(of.c.position, of.c.id)
    )
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row[1:])
    return found


def _places(connection: Connection, ids: Sequence[int]) -> dict[int, list[AffiliationLine]]:
    rows = connection.execute(
        select(
            _at.contact_id, _at.id, _at.source_id, s.name, _at.role_id, func.coalesce(ROLE.c.name, ""),
            func.coalesce(_at.title, ""), func.coalesce(_at.department, ""), _at.from_on, _at.until_on,
            _at.version,
        )
        .select_from(
            AFFILIATION.join(SOURCE, _at.source_id == s.id).outerjoin(ROLE, _at.role_id == ROLE.c.id)
        )
        .where(_at.contact_id.in_(ids))
        .order_by(_at.id)
    )  # fmt: skip
    found: dict[int, list[AffiliationLine]] = defaultdict(list)
    for contact_id, *values in rows:
        found[contact_id].append(AffiliationLine(*values))
    return found


def _last_met(connection: Connection, ids: Sequence[int]) -> dict[int, date]:
    rows = connection.execute(
        select(MET.c.contact_id, func.max(v.visit_on))
        .join_from(MET, VISIT, MET.c.visit_id == v.id)
        .where(MET.c.contact_id.in_(ids), v.status == VisitStatus.COMPLETED, not_archived(VISIT))
        .group_by(MET.c.contact_id)
    )
    return dict(rows.all())


def has_left(until: date | None, today: date) -> bool:
    """Whether a place that was held until this day is past."""
    return until is not None and until <= today


def _line(row: Any, parts: _Parts, source_id: int | None, today: date) -> PersonLine:
    places = parts.places.get(row.id, [])
    here = [place for place in places if source_id in (None, place.source_id)]
    present = [place for place in here if not has_left(place.until_on, today)]
    place = next(iter(present or reversed(here)), None)
    return PersonLine(
        contact_id=row.id,
        version=row.version,
        first_name=row.first_name,
        last_name=row.last_name,
        credentials=row.credentials,
        own_role_id=row.role_id,
        role_id=(place.role_id if place else None) or row.role_id,
        role=(place.role if place else "") or row.role,
        title=place.title if place else "",
        buying_role=row.buying_role,
        preferred_channel=row.preferred_channel,
        npi=row.npi,
        needs=row.needs,
        notes=row.notes,
        phones=parts.phones.get(row.id, ()),
        emails=parts.emails.get(row.id, ()),
        affiliations=tuple(places),
        left=bool(here) and not present,
        last_met_on=parts.met.get(row.id),
    )
