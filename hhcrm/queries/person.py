"""One person whole: who they are, every place they had, and what happened with them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from hhcrm.domain.errors import NotFound
from hhcrm.domain.wording import translate
from hhcrm.queries.commitment_models import CommitmentFilter
from hhcrm.queries.commitments import commitment_page
from hhcrm.queries.ground import MET, VISIT, c, not_archived, r, v
from hhcrm.queries.people import people_by_ids
from hhcrm.queries.people_models import PersonWhole
from hhcrm.queries.referrals import referrals_where
from hhcrm.queries.visits import page_where

NEWEST = 30
"""Visits and referrals that a card shows."""

MOST_PROMISES = 100


def person_whole(connection: Connection, contact_id: int, today: date, newest: int = NEWEST) -> PersonWhole:
    """One person, archived or not. Raises NotFound."""
    found = people_by_ids(connection, (contact_id,), None, today)
    if not found:
        raise NotFound(translate("people", "There is no such person any more."))
    archived = connection.execute(
        select(c.archived_at, func.coalesce(c.archived_by, ""), func.coalesce(c.archived_why, "")).where(
            c.id == contact_id
        )
    ).one()
    met = select(MET.c.visit_id).where(MET.c.contact_id == contact_id)
    visits = page_where(connection, v.id.in_(met) & not_archived(VISIT), 0, newest)
    referrals = referrals_where(connection, r.contact_id == contact_id, 0, newest, today)
    promises = commitment_page(connection, CommitmentFilter(contact_id=contact_id), 0, MOST_PROMISES, today)
    return PersonWhole(
        line=found[0],
        archived_at=archived[0],
        archived_by=archived[1],
        archived_why=archived[2],
        visits=visits.lines,
        visit_total=visits.total,
        referrals=referrals.lines,
        referral_total=referrals.total,
        commitments=promises.lines,
    )
