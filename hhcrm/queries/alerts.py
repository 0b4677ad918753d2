"""Questions about alerts: referrals that somebody else recorded or gave away, and that nobody has seen yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from hhcrm.domain.days import say_time
from hhcrm.domain.wording import translate
from hhcrm.models.referrals import ReferralStageEntry
from hhcrm.queries.alert_models import Alert
from hhcrm.queries.ground import (
    CONTACT,
    REFERRAL,
    SERVICE_LINE,
    SOURCE,
    USER,
    c,
    not_archived,
    person_name,
    r,
    s,
    table,
    u,
)
from hhcrm.queries.referral_filter import WHOSE
from hhcrm.queries.say import short_day
from hhcrm.queries.today_models import TodayNeed
from hhcrm.storage.settings import agency_zone

_ENTRY = table(ReferralStageEntry).c


def open_alerts(connection: Connection, owner_id: int | None, limit: int) -> tuple[Alert, ...]:
    """Alerts that nobody has answered with "seen", the newest first; one liaison's, or all (None)."""
    recorded_by = (
        select(_ENTRY.by_name).where(_ENTRY.referral_id == r.id).order_by(_ENTRY.id).limit(1).scalar_subquery()
    )
    line, whose = func.coalesce(SERVICE_LINE.c.name, ""), func.coalesce(u.name, "")
    rows = connection.execute(
        select(
            r.id, r.version, r.source_id, s.name, line, func.coalesce(recorded_by, ""), whose, r.alert_at,
            c.first_name, c.last_name, c.credentials,
        )
        .select_from(
            REFERRAL.join(SOURCE, r.source_id == s.id)
            .outerjoin(SERVICE_LINE, r.service_line_id == SERVICE_LINE.c.id)
            .outerjoin(CONTACT, r.contact_id == c.id)
            .outerjoin(USER, u.id == WHOSE)
        )
        .where(_waits(owner_id))
        .order_by(r.alert_at.desc(), r.id.desc())
        .limit(limit)
    )  # fmt: skip
    return tuple(_alert(*row) for row in rows)


def open_alerts_count(connection: Connection, owner_id: int | None) -> int:
    """How many `open_alerts` would give without a limit."""
    found = select(func.count()).join_from(REFERRAL, SOURCE, r.source_id == s.id)
    return connection.execute(found.where(_waits(owner_id))).scalar_one()


def alert_needs(connection: Connection, owner_id: int | None, limit: int, today: date) -> Iterable[TodayNeed]:
    """The same as rows of Today; where they are everybody's, each says for whom it is."""
    zone = agency_zone(connection, today)
    for alert in open_alerts(connection, owner_id, limit):
        parts = [alert.line, translate("alerts", "recorded by {who}").format(who=alert.by) if alert.by else ""]
        if owner_id is None and alert.whose:
            parts.append(translate("alerts", "for {who}").format(who=alert.whose))
        parts.append(_since(alert.at, today, zone))
        hint = ", ".join(part for part in parts if part)
        hint = f"{alert.contact}: {hint}" if alert.contact else f"{hint[0].upper()}{hint[1:]}"
        yield TodayNeed(
            "alert", alert.source_id, alert.source, translate("today", "New referral"), hint,
            alert.referral_id, alert.at.astimezone(zone).date(), version=alert.version, referral_id=alert.referral_id,
        )  # fmt: skip


def _alert(*row: Any) -> Alert:
    """The last three of a row are the name of who sent it, if anybody."""
    key, version, source_id, source, line, by, whose, at, first, last, credentials = row
    return Alert(
        key,
        version,
        source_id,
        source,
        line,
        by,
        whose,
        at,
        person_name(first, last, credentials) if first is not None else "",
    )


def _since(at: datetime, today: date, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return say_time(local.time()) if local.date() == today else short_day(local.date(), today)


def _waits(owner_id: int | None) -> ColumnElement[bool]:
    mine = true() if owner_id is None else WHOSE.is_not_distinct_from(owner_id)
    return and_(r.alert_at.is_not(None), r.acknowledged_at.is_(None), not_archived(REFERRAL), mine)
