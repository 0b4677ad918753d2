"""What referrals ask of a person today: those on hold that come back. A row names the source and nobody's patient."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.ground import REFERRAL, SERVICE_LINE, SOURCE, not_archived, r, s
from hhcrm.queries.referral_filter import WHOSE
from hhcrm.queries.say import short_day
from hhcrm.queries.today_models import TodayNeed


def holds_back_count(connection: Connection, owner_id: int | None, today: date) -> int:
    """How many rows `holds_back` would give without a limit."""
    found = select(func.count()).join_from(REFERRAL, SOURCE, r.source_id == s.id)
    return connection.execute(found.where(_back(owner_id, today))).scalar_one()


def holds_back(connection: Connection, owner_id: int | None, limit: int, today: date) -> Iterable[TodayNeed]:
    """Referrals on hold whose day to come back is here or past, the earliest first; one person's, or all (None)."""
    rows = connection.execute(
        select(
            r.id, r.version, r.source_id, r.hold_until, r.referral_on, s.name,
            func.coalesce(SERVICE_LINE.c.name, "").label("line"),
        )
        .select_from(
            REFERRAL.join(SOURCE, r.source_id == s.id).outerjoin(SERVICE_LINE, r.service_line_id == SERVICE_LINE.c.id)
        )
        .where(_back(owner_id, today))
        .order_by(r.hold_until, r.id)
        .limit(limit)
    )  # fmt: skip
    for row in rows:
        tag = translate("today", "Back from hold")
        if row.hold_until < today:
            tag = translate("today", "Back since {day}").format(day=short_day(row.hold_until, today))
        hint = translate("today", "Referral of {day}").format(day=short_day(row.referral_on, today))
        hint = ", ".join(part for part in (hint, row.line) if part)
        yield TodayNeed(
            "hold", row.source_id, row.name, tag, hint, row.id, row.hold_until,
            version=row.version, referral_id=row.id,
        )  # fmt: skip


def _back(owner_id: int | None, today: date) -> ColumnElement[bool]:
    mine = true() if owner_id is None else WHOSE.is_not_distinct_from(owner_id)
    return and_(r.stage == ReferralStage.ON_HOLD, r.hold_until <= today, not_archived(REFERRAL), mine)
