"""Attribution of referrals to visits, a convention: evenly to the visits before (product.md, section 5).

To the completed visits to that source by its owner in the 90 days before the day of the referral, each the same part.
What a visit left as materials shares its part evenly.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Float, FromClause, Integer, Select, Subquery, and_, cast, func, null, select

from hhcrm.domain.words import VisitStatus
from hhcrm.queries.ground import VISIT, days_on, r, s, v
from hhcrm.queries.measures.rows import LEFT


def credited(rows: FromClause, which: ColumnElement[bool], days: int, *, materials: bool) -> Subquery:
    """Each of these referrals once for each visit that it is attributed to (once without where there is none).

    `rows` holds `REFERRAL` joined to `SOURCE`. Columns: referral_id, kind_id, material_id, weight; the weights of a
    referral sum to 1.
    """
    shared = _shared(rows, which, days).subquery("shared")
    evenly = 1.0 / func.coalesce(func.nullif(cast(shared.c.visits, Float), 0.0), 1.0)
    if not materials:
        columns = shared.c.referral_id, shared.c.kind_id, cast(null(), Integer).label("material_id")
        return select(*columns, evenly.label("weight")).subquery("credited")
    of_visit = func.count().over(partition_by=(shared.c.referral_id, shared.c.visit_id))
    return (
        select(
            shared.c.referral_id, shared.c.kind_id, LEFT.c.material_id, (evenly / cast(of_visit, Float)).label("weight")
        )
        .select_from(shared.outerjoin(LEFT, LEFT.c.visit_id == shared.c.visit_id))
        .subquery("credited")
    )  # fmt: skip


def _shared(rows: FromClause, which: ColumnElement[bool], days: int) -> Select[Any]:
    before = and_(
        v.source_id == r.source_id,
        v.visit_on >= days_on(r.referral_on, -days),
        v.visit_on < r.referral_on,
        v.status == VisitStatus.COMPLETED,
        v.archived_at.is_(None),
        func.coalesce(v.liaison_id, s.owner_id) == s.owner_id,
    )
    visits = func.count(v.id).over(partition_by=r.id)
    return (
        select(r.id.label("referral_id"), v.id.label("visit_id"), v.kind_id, visits.label("visits"))
        .select_from(rows.outerjoin(VISIT, before))
        .where(which)
    )
