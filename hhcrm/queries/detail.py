"""Everything that the head, the Overview and the editing form of one source show."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from hhcrm.domain.cadence import cadence_in_force, due_state, latest_on, rhythm_status
from hhcrm.domain.errors import NotFound
from hhcrm.domain.settings import Rules
from hhcrm.domain.wording import translate
from hhcrm.queries.commitments import open_commitments
from hhcrm.queries.ground import (
    REFERRAL,
    SOURCE,
    TERRITORY,
    TYPE,
    USER,
    month_of,
    months_back,
    not_archived,
    r,
    s,
    t,
    u,
    visits_wanted,
    year_start,
)
from hhcrm.queries.ranks import Ranked, offered_cadences
from hhcrm.queries.read_models import Choice, MonthCount, SourceDetail
from hhcrm.queries.report_referrals import declined
from hhcrm.queries.visits import last_completed
from hhcrm.storage.settings import rules_on

MONTHS_SHOWN = 12

_parent = SOURCE.alias("parent")

_PLAIN = (
    "id", "version", "name", "type_id", "parent_id", "stage", "stage_since", "owner_id", "territory_id", "tier",
    "cadence_days", "potential_per_month", "potential_basis", "potential_on", "providers", "beds", "tags", "created_on",
    "archived_at", "due_on", "last_visit_on",
)  # fmt: skip
_TEXTS = (
    "inactive_reason", "address", "city", "state", "zip", "phone", "fax", "email", "website", "npi", "ccn", "notes",
    "needs", "next_step", "archived_why",
)  # fmt: skip

_ONE = (
    select(
        *(s[name] for name in _PLAIN),
        *(func.coalesce(s[name], "").label(name) for name in _TEXTS),
        s.stage_visits.label("visits"),
        t.name.label("type"),
        visits_wanted().label("visits_needed"),
        func.coalesce(t.field_note, "").label("field_note"),
        func.coalesce(_parent.c.name, "").label("parent"),
        func.coalesce(u.name, "").label("owner"),
        func.coalesce(TERRITORY.c.name, "").label("territory"),
        t.cadence_days.label("type_cadence"),
    )
    .select_from(
        SOURCE.join(TYPE, s.type_id == t.id)
        .outerjoin(_parent, s.parent_id == _parent.c.id)
        .outerjoin(USER, s.owner_id == u.id)
        .outerjoin(TERRITORY, s.territory_id == TERRITORY.c.id)
    )
    .where(s.id == bindparam("source_id"))
)

_UNITS = (
    select(s.id, s.name)
    .where(s.parent_id == bindparam("source_id"), not_archived(SOURCE))
    .order_by(s.name_key, s.id)
)  # fmt: skip

_admitted = func.count(r.soc_on)
_of_source = (
    r.source_id == bindparam("source_id"),
    r.referral_on >= bindparam("since", type_=r.referral_on.type),
    r.referral_on <= bindparam("today", type_=r.referral_on.type),
    not_archived(REFERRAL),
)
_MONTHS = (
    select(month_of(r.referral_on).label("month"), func.count(), _admitted, declined)
    .where(*_of_source)
    .group_by("month")
)
_YEAR = select(func.count(), _admitted).where(*_of_source)


def source_detail(connection: Connection, source_id: int, today: date) -> SourceDetail:
    """One source with its figures. Raises NotFound."""
    row = connection.execute(_ONE, {"source_id": source_id}).one_or_none()
    if row is None:
        raise NotFound(translate("sources", "There is no such source any more."))
    rules = rules_on(connection, today)
    values: dict[str, Any] = dict(row._mapping)
    values["source_id"] = values.pop("id")
    # The newest numbers, by which the due date was computed.
    newest, of_type = rules_on(connection, date.max), values.pop("type_cadence")
    cadence = cadence_in_force(row.cadence_days, row.tier, of_type, newest)
    year = connection.execute(_YEAR, {"source_id": source_id, "since": year_start(today), "today": today}).one()
    return SourceDetail(
        **values,
        cadence_in_force=cadence.days,
        cadence_basis=cadence.basis,
        cadence_without_own=cadence_in_force(None, row.tier, of_type, newest),
        status=rhythm_status(row.due_on, row.last_visit_on, today, rules),
        due_state=due_state(row.due_on, today, rules),
        latest_on=latest_on(row.due_on, rules),
        offered_cadence=_offered(connection, row, rules),
        last_visit=last_completed(connection, source_id, today),
        referrals_12_months=year[0],
        admitted_12_months=year[1],
        months=_months(connection, source_id, today),
        open_commitments=open_commitments(connection, source_id),
        units=tuple(Choice(*unit) for unit in connection.execute(_UNITS, {"source_id": source_id})),
    )


def _offered(connection: Connection, row: Any, rules: Rules) -> int:
    ranked = Ranked(row.id, row.owner_id, row.potential_per_month)
    return offered_cadences(connection, [ranked], rules)[row.id]


def _months(connection: Connection, source_id: int, today: date) -> tuple[MonthCount, ...]:
    """The last twelve calendar months with this one, also those without referrals."""
    this_month = today.replace(day=1)
    months = [months_back(this_month, back) for back in reversed(range(MONTHS_SHOWN))]
    rows = connection.execute(_MONTHS, {"source_id": source_id, "since": months[0], "today": today})
    found = {month: tuple(map(int, counts)) for month, *counts in rows}
    return tuple(MonthCount(month, *found.get(f"{month:%Y-%m}", (0, 0, 0))) for month in months)
