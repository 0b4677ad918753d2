"""The table of people: filtered, ordered, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from hhcrm.domain.text import fold, name_key
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.ground import AFFILIATION, CONTACT, MET, ROLE, SOURCE, VISIT, c, not_archived, s, v
from hhcrm.queries.people import people_by_ids
from hhcrm.queries.people_models import PeopleCounts, PeopleFilter, PeoplePage
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.search import SHORTEST, begins, contained, ids_containing

_at = AFFILIATION.c


def people_page(connection: Connection, asked: PeopleFilter, offset: int, limit: int, today: date) -> PeoplePage:
    """A page of people; role and place are those at the source of the filter, else the first they are at now."""
    query = select(c.id).where(and_(*_conditions(connection, asked, today))).order_by(*_order(asked, today))
    ids = connection.execute(query.offset(offset).limit(limit)).scalars().all()
    return PeoplePage(offset, people_by_ids(connection, ids, asked.source_id, today))


def people_counts(connection: Connection, asked: PeopleFilter, today: date) -> PeopleCounts:
    """How many people the filter leaves, of all that are not archived."""
    count = select(func.count()).select_from(CONTACT)
    shown = connection.execute(count.where(and_(*_conditions(connection, asked, today)))).scalar_one()
    total = connection.execute(count.where(not_archived(CONTACT))).scalar_one()
    return PeopleCounts(int(shown), int(total))


def people_ids(connection: Connection, asked: PeopleFilter, today: date) -> tuple[int, ...]:
    """Everybody whom the filter leaves, in its order."""
    query = select(c.id).where(and_(*_conditions(connection, asked, today))).order_by(*_order(asked, today))
    return tuple(connection.execute(query).scalars())


def _conditions(connection: Connection, asked: PeopleFilter, today: date) -> Iterator[ColumnElement[bool]]:
    yield c.archived_at.is_not(None) if asked.archived else not_archived(CONTACT)
    sqlite = is_sqlite(connection)
    for word in fold(asked.typed).split():
        yield _finds(word, sqlite)
    if asked.role_id is not None:
        own = and_(c.role_id == asked.role_id, ~_places(_now(today), _at.role_id.is_not(None)).exists())
        yield or_(own, _places(_now(today), _at.role_id == asked.role_id).exists())
    if asked.buying_role is not None:
        yield c.buying_role == asked.buying_role
    if asked.channel is not None:
        yield c.preferred_channel == asked.channel
    if asked.source_id is not None:
        yield c.id.in_(select(_at.contact_id).where(_at.source_id == asked.source_id))
    if asked.placeless:
        yield ~_places(_now(today)).exists()


def _finds(word: str, sqlite: bool) -> ColumnElement[bool]:
    """A word in a text of the person, or in the name of a place of theirs."""
    if len(word) < SHORTEST:
        key = name_key(word) or word
        return or_(begins(c.name_key, key), begins(c.first_key, key))
    text = contained(word, sqlite)
    places = select(_at.contact_id).where(_at.source_id.in_(_named(word, text, sqlite)))
    return or_(c.id.in_(ids_containing(CONTACT, text, sqlite)), c.id.in_(places))


def _named(word: str, text: str, sqlite: bool) -> Select[Any]:
    """Sources with the word in their name: found by the index, then looked at."""
    found = ids_containing(SOURCE, text, sqlite)
    return select(s.id).where(s.id.in_(found), s.name_key.contains(name_key(word) or word, autoescape=True))


def _now(today: date) -> ColumnElement[bool]:
    """Places that somebody holds today (or will)."""
    return or_(_at.until_on.is_(None), _at.until_on > today)


def _places(*conditions: ColumnElement[bool]) -> Select[Any]:
    return select(_at.id).where(_at.contact_id == c.id, *conditions).correlate(CONTACT)


def _order(asked: PeopleFilter, today: date) -> Sequence[ColumnElement[Any]]:
    key = _SORTS.get(asked.sort, _SORTS["name"])(today)
    missing = [] if asked.sort in ("name", "first", "buying_role") else [key.is_(None)]
    return [*missing, key.desc() if asked.descending else key, *([c.name_key] if asked.sort != "name" else []), c.id]


def _role(today: date) -> ColumnElement[Any]:
    at_place = (
        select(func.min(ROLE.c.name))
        .join_from(AFFILIATION, ROLE, _at.role_id == ROLE.c.id)
        .where(_at.contact_id == c.id, _now(today))
        .correlate(CONTACT)
        .scalar_subquery()
    )
    own = select(ROLE.c.name).where(ROLE.c.id == c.role_id).correlate(CONTACT).scalar_subquery()
    return func.coalesce(at_place, own)


def _place(today: date) -> ColumnElement[Any]:
    return (
        select(func.min(s.name_key))
        .join_from(AFFILIATION, SOURCE, _at.source_id == s.id)
        .where(_at.contact_id == c.id, _now(today))
        .correlate(CONTACT)
        .scalar_subquery()
    )


def _met(_today: date) -> ColumnElement[Any]:
    return (
        select(func.max(v.visit_on))
        .join_from(MET, VISIT, MET.c.visit_id == v.id)
        .where(MET.c.contact_id == c.id, v.status == VisitStatus.COMPLETED, not_archived(VISIT))
        .correlate(CONTACT)
        .scalar_subquery()
    )


_SORTS: Mapping[str, Callable[[date], ColumnElement[Any]]] = {
    "name": lambda _today: c.name_key,
    "first": lambda _today: c.first_key,
    "role": _role,
    "place": _place,
    "buying_role": lambda _today: c.buying_role,
    "channel": lambda _today: c.preferred_channel,
    "met": _met,
}
