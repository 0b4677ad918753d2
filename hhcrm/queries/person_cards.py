"""People as vCards need them: a few hundred at a time, each with the ZIPs of their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from hhcrm.queries.ground import CONTACT, ROLE, SOURCE, c, not_archived, s
from hhcrm.queries.people import has_left, people_by_ids
from hhcrm.queries.read_models import AffiliationLine, PersonLine

AT_A_TIME = 400


@dataclass(frozen=True, slots=True)
class CardPerson:
    """A person to be written as a card; `present` are the places they hold today, `zips` by source."""

    line: PersonLine
    own_role: str
    present: tuple[AffiliationLine, ...]
    zips: Mapping[int, str]


def card_people(connection: Connection, ids: Sequence[int] | None, today: date) -> Iterator[CardPerson]:
    """These people in this order; None: everybody who is not archived, by name."""
    if ids is None:
        ids = connection.execute(select(c.id).where(not_archived(CONTACT)).order_by(c.name_key, c.id)).scalars().all()
    roles = {row.id: row.name for row in connection.execute(select(ROLE.c.id, ROLE.c.name))}
    for start in range(0, len(ids), AT_A_TIME):
        lines = people_by_ids(connection, ids[start : start + AT_A_TIME], None, today)
        zips = _zips(connection, lines)
        for line in lines:
            present = tuple(at for at in line.affiliations if not has_left(at.until_on, today))
            yield CardPerson(line, roles.get(line.own_role_id or 0, ""), present, zips)


def _zips(connection: Connection, lines: Sequence[PersonLine]) -> dict[int, str]:
    keys = sorted({at.source_id for line in lines for at in line.affiliations})
    rows = connection.execute(select(s.id, func.coalesce(s.zip, "")).select_from(SOURCE).where(s.id.in_(keys)))
    return {row[0]: row[1] for row in rows}
