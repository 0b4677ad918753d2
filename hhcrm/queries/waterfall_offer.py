"""What is offered when a prospect is to be decided: a cadence with why, or to see it on until a later visit."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from hhcrm.domain.cadence import offered_cadence, rank_share
from hhcrm.domain.errors import NotFound
from hhcrm.domain.waterfall import cadence_band, field_contacts, see_on_until
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Advance, SourceStage
from hhcrm.queries.ground import (
    KIND,
    REFERRAL,
    SOURCE,
    TYPE,
    USER,
    VISIT,
    counting_visit,
    k,
    not_archived,
    r,
    s,
    t,
    u,
    v,
    visits_wanted,
)
from hhcrm.queries.ranks import Ranked, rank_among_active
from hhcrm.queries.waterfall_models import Offer
from hhcrm.storage.settings import rules_on


def waterfall_offer(connection: Connection, source_id: int, today: date) -> Offer:
    """What to do with a prospect. Raises NotFound."""
    row = _source(connection, source_id)
    rules = rules_on(connection, today)
    place, of = rank_among_active(connection, Ranked(row.id, row.owner_id, row.potential_per_month))
    share = rank_share(place - 1, of)
    visits, advances = row.stage_visits, _advances(connection, row)
    return Offer(
        source_id=row.id, version=row.version, source=row.name, type=row.type, liaison=row.owner, visits=visits,
        needed=row.needed, advances=advances, sent=_sent(connection, row), cadence=offered_cadence(share, rules),
        cadences=rules.offered_cadences, place=place, of=of, band=cadence_band(share, rules),
        see_on_until=see_on_until(row.code, max(visits, row.needed)), field_words=field_contacts(row.code),
        is_prospect=row.stage == SourceStage.PROSPECTIVE,
    )  # fmt: skip


def _source(connection: Connection, source_id: int) -> Any:
    row = connection.execute(
        select(
            s.id, s.version, s.name, s.stage, s.stage_since, s.stage_visits, s.owner_id, s.potential_per_month,
            t.name.label("type"), t.code, func.coalesce(u.name, "").label("owner"), visits_wanted().label("needed"),
        )
        .select_from(SOURCE.join(TYPE, s.type_id == t.id).outerjoin(USER, s.owner_id == u.id))
        .where(s.id == source_id, not_archived(SOURCE))
    ).one_or_none()  # fmt: skip
    if row is None:
        raise NotFound(translate("services", "That source is no longer there."))
    return row


def _advances(connection: Connection, row: Any) -> int:
    """Advances among the counting visits since it became prospective."""
    return connection.execute(
        select(func.count())
        .select_from(VISIT.join(KIND, v.kind_id == k.id))
        .where(v.source_id == row.id, counting_visit(), v.advance == Advance.ADVANCE, v.visit_on >= row.stage_since)
    ).scalar_one()


def _sent(connection: Connection, row: Any) -> int:
    """Referrals since it became prospective."""
    return connection.execute(
        select(func.count()).where(r.source_id == row.id, r.referral_on >= row.stage_since, not_archived(REFERRAL))
    ).scalar_one()
