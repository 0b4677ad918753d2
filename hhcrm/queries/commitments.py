"""What was promised to sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, select

from hhcrm.domain.errors import NotFound
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CommitmentStatus
from hhcrm.queries.commitment_models import CommitmentBalance, CommitmentFilter, CommitmentItem, CommitmentPage
from hhcrm.queries.ground import (
    COMMITMENT,
    CONTACT,
    REFERRAL,
    SOURCE,
    USER,
    VISIT,
    c,
    full_name,
    not_archived,
    r,
    s,
    u,
    v,
)
from hhcrm.queries.read_models import CommitmentLine

_c = COMMITMENT.c

_SHOWN = (_c.id, _c.source_id, s.name, _c.text, _c.made_on, _c.due_on, _c.status, _c.version)
"""The columns of `CommitmentLine` in its order."""


def _of_source() -> Select[Any]:
    return (
        select(*_SHOWN)
        .join_from(COMMITMENT, SOURCE, _c.source_id == s.id)
        .where(_c.source_id == bindparam("source_id"), not_archived(COMMITMENT))
        .order_by(_c.due_on, _c.id)
    )


_ALL = _of_source()
_OPEN = _of_source().where(_c.status == CommitmentStatus.OPEN)


def commitments_of(connection: Connection, source_id: int) -> tuple[CommitmentLine, ...]:
    """Everything promised to a source, open or not, by the day it is due."""
    return tuple(CommitmentLine(*row) for row in connection.execute(_ALL, {"source_id": source_id}))


def open_commitments(connection: Connection, source_id: int) -> tuple[CommitmentLine, ...]:
    """What a source is still waiting for, by the day it is due."""
    return tuple(CommitmentLine(*row) for row in connection.execute(_OPEN, {"source_id": source_id}))


_ITEM = (
    _c.id, _c.version, _c.source_id, s.name, _c.contact_id, func.coalesce(full_name(), ""), _c.visit_id, v.visit_on,
    _c.referral_id, r.referral_on, _c.owner_id, func.coalesce(u.name, ""), _c.text, _c.made_on, _c.due_on, _c.status,
    _c.closed_on, func.coalesce(_c.why, ""), _c.archived_at.is_not(None),
)  # fmt: skip
"""The columns of `CommitmentItem` in its order."""

_JOINED = (
    COMMITMENT.join(SOURCE, _c.source_id == s.id)
    .outerjoin(CONTACT, _c.contact_id == c.id)
    .outerjoin(VISIT, _c.visit_id == v.id)
    .outerjoin(REFERRAL, _c.referral_id == r.id)
    .outerjoin(USER, _c.owner_id == u.id)
)


def commitment_page(
    connection: Connection, asked: CommitmentFilter, offset: int, limit: int, today: date
) -> CommitmentPage:
    """A page of commitments: open ones first by the day they are due, then the others, newest first."""
    which = and_(*_conditions(asked, today))
    still_open = case((_c.status == CommitmentStatus.OPEN, 0), else_=1)
    rows = connection.execute(
        select(*_ITEM)
        .select_from(_JOINED)
        .where(which)
        .order_by(
            still_open,
            case((_c.status == CommitmentStatus.OPEN, _c.due_on)),
            func.coalesce(_c.closed_on, _c.due_on).desc(),
            _c.id,
        )
        .offset(offset)
        .limit(limit)
    )
    lines = tuple(CommitmentItem(*row) for row in rows)
    total = connection.execute(select(func.count()).select_from(COMMITMENT).where(which)).scalar_one()
    return CommitmentPage(offset, int(total), lines, _balance(connection, replace(asked, show="all"), today))


def _balance(connection: Connection, asked: CommitmentFilter, today: date) -> CommitmentBalance:
    is_late = case((and_(_c.status == CommitmentStatus.OPEN, _c.due_on < today), 1), else_=0)
    rows = connection.execute(
        select(_c.status, func.count(), func.coalesce(func.sum(is_late), 0))
        .where(*_conditions(asked, today))
        .group_by(_c.status)
    ).all()
    of = {status: int(count) for status, count, _late in rows}
    state = CommitmentStatus
    return CommitmentBalance(
        of.get(state.OPEN, 0), sum(int(late) for *_, late in rows), of.get(state.KEPT, 0), of.get(state.BROKEN, 0),
        of.get(state.WITHDRAWN, 0),
    )  # fmt: skip


def commitment(connection: Connection, commitment_id: int) -> CommitmentItem:
    """One commitment, archived or not. Raises NotFound."""
    row = connection.execute(select(*_ITEM).select_from(_JOINED).where(_c.id == commitment_id)).one_or_none()
    if row is None:
        raise NotFound(translate("commitments", "There is no such commitment any more."))
    return CommitmentItem(*row)


def _conditions(asked: CommitmentFilter, today: date) -> Iterator[ColumnElement[bool]]:
    yield not_archived(COMMITMENT)
    for name in ("source_id", "visit_id", "referral_id", "contact_id", "owner_id"):
        wanted = getattr(asked, name)
        if wanted is not None:
            yield _c[name] == wanted
    if asked.show == "overdue":
        yield and_(_c.status == CommitmentStatus.OPEN, _c.due_on < today)
    elif asked.show != "all":
        yield _c.status == CommitmentStatus(asked.show)
