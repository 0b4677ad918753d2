"""Referrals of a source, without anything that says who the patients are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Integer, and_, bindparam, case, func, select

from hhcrm.domain.referrals import OPEN_STAGES, UNDECIDED, hours_to_decision, hours_to_soc, received_at
from hhcrm.domain.words import ReferralStage
from hhcrm.models.lookups import DeclineReason
from hhcrm.models.referrals import ReferralStageEntry
from hhcrm.queries.ground import (
    CONTACT,
    PAYER,
    REFERRAL,
    SERVICE_LINE,
    SOURCE,
    c,
    full_name,
    not_archived,
    r,
    s,
    table,
)
from hhcrm.queries.read_models import ReferralLine, ReferralPage
from hhcrm.storage.settings import agency_zone

REASON = table(DeclineReason)
ENTRY = table(ReferralStageEntry)
_AT_ONCE = 500  # ids in a statement


def first_decision() -> ColumnElement[Any]:
    """The instant at which a referral was first accepted or not admitted; lists that are imported may only know it.

    A decision that a correction took back was none.
    """
    first = (
        select(func.min(ENTRY.c.at))
        .where(ENTRY.c.referral_id == r.id, ENTRY.c.stage.in_((ReferralStage.ACCEPTED, ReferralStage.NOT_ADMITTED)))
        .where(ENTRY.c.at >= func.coalesce(r.decided_at, ENTRY.c.at))
        .correlate(REFERRAL)
        .scalar_subquery()
    )
    waits = and_(r.decided_at.is_(None), r.stage.in_((*UNDECIDED, ReferralStage.ON_HOLD)))
    return case((~waits, func.coalesce(first, r.decided_at, type_=r.decided_at.type)))


_SHOWN = (
    r.id, r.source_id, s.name, r.referral_on, func.coalesce(full_name(), ""),
    func.coalesce(SERVICE_LINE.c.name, ""), func.coalesce(PAYER.c.name, ""), func.coalesce(r.zip, ""), r.stage,
    func.coalesce(REASON.c.name, ""), r.soc_on,
)  # fmt: skip
"""The first columns of `ReferralLine` in its order."""

_CLOCKS = (r.heard_at, r.authorized_at, r.soc_at, first_decision(), r.version)

_PAGE_IDS = (
    select(r.id.label("page_id"))
    .where(r.source_id == bindparam("source_id"), not_archived(REFERRAL))
    .order_by(r.referral_on.desc(), r.id.desc())
    .limit(bindparam("most", type_=Integer()))
    .offset(bindparam("first", type_=Integer()))
    .subquery("page")
)


def _joined(of: FromClause) -> FromClause:
    """Referrals with what their lines say."""
    return (
        of.join(SOURCE, r.source_id == s.id)
        .outerjoin(CONTACT, r.contact_id == c.id)
        .outerjoin(SERVICE_LINE, r.service_line_id == SERVICE_LINE.c.id)
        .outerjoin(PAYER, r.payer_id == PAYER.c.id)
        .outerjoin(REASON, r.reason_id == REASON.c.id)
    )


_PAGE = (
    select(*_SHOWN, *_CLOCKS)
    .select_from(_joined(_PAGE_IDS.join(REFERRAL, r.id == _PAGE_IDS.c.page_id)))
    .order_by(r.referral_on.desc(), r.id.desc())
)
_TOTAL = (
    select(func.count())
    .select_from(REFERRAL)
    .where(r.source_id == bindparam("source_id"), not_archived(REFERRAL))
)  # fmt: skip


def referral_page(connection: Connection, source_id: int, offset: int, limit: int, today: date) -> ReferralPage:
    """A page of a source's referrals, newest first."""
    zone = agency_zone(connection, today)
    rows = connection.execute(_PAGE, {"source_id": source_id, "first": offset, "most": limit})
    lines = tuple(_line(row, zone) for row in rows)
    total = connection.execute(_TOTAL, {"source_id": source_id}).scalar_one()
    return ReferralPage(offset, total, lines)


def open_referrals_of(connection: Connection, source_ids: Sequence[int]) -> int:
    """How many referrals of these sources are neither admitted nor not admitted yet."""
    found = 0
    for start in range(0, len(source_ids), _AT_ONCE):
        some = r.source_id.in_(source_ids[start : start + _AT_ONCE])
        count = select(func.count()).select_from(REFERRAL).where(some, r.stage.in_(OPEN_STAGES), not_archived(REFERRAL))
        found += int(connection.execute(count).scalar_one())
    return found


def referrals_where(
    connection: Connection, which: ColumnElement[bool], offset: int, limit: int, today: date
) -> ReferralPage:
    """A page of the referrals that a condition over them leaves, newest first."""
    zone = agency_zone(connection, today)
    rows = connection.execute(
        select(*_SHOWN, *_CLOCKS)
        .select_from(_joined(REFERRAL))
        .where(which, not_archived(REFERRAL))
        .order_by(r.referral_on.desc(), r.id.desc())
        .offset(offset)
        .limit(limit)
    )
    lines = tuple(_line(row, zone) for row in rows)
    count = select(func.count()).select_from(REFERRAL).where(which, not_archived(REFERRAL))
    return ReferralPage(offset, int(connection.execute(count).scalar_one()), lines)


def _line(row: Any, zone: tzinfo) -> ReferralLine:
    heard, authorized, soc_at, decided, version = row[-len(_CLOCKS) :]
    shown = row[: len(_SHOWN)]
    received = received_at(heard, authorized)
    soc = soc_at or shown[-1]
    decision_hours = None if decided is None else hours_to_decision(received, decided, zone)
    soc_hours = None if soc is None else hours_to_soc(received, soc, zone)
    values: list[Any] = [*shown, decision_hours, soc_hours, version]
    return ReferralLine(*values)
