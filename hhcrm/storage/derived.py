"""Recomputes what follows from other rows: a source's due date, last visit, visit count, first and last referral.

Runs inside each unit of work for the sources it touched, and for all of them when a setting that the rules use
changes. The rules are `hhcrm.domain.cadence`'s; the set-wise part is SQL, so that an import of 100,000 visits costs
one pass.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, select, update

from hhcrm.domain.cadence import VisitHistory, cadence_in_force, due_on
from hhcrm.domain.settings import Rules
from hhcrm.domain.words import Advance, SourceStage, VisitStatus
from hhcrm.domain.workdays import Calendar
from hhcrm.models.lookups import SourceType, VisitKind
from hhcrm.models.referrals import Referral
from hhcrm.models.settings import Holiday
from hhcrm.models.sources import Cohort, CohortMember, ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.storage.settings import rules_on, working_week_on

SOURCES_AT_A_TIME = 500
"""Bound parameters per statement; SQLite's oldest limit is 999."""

_visit, _kind = Visit.__table__.c, VisitKind.__table__.c
_source, _type = ReferralSource.__table__.c, SourceType.__table__.c
_referral = Referral.__table__.c
_member, _cohort = CohortMember.__table__.c, Cohort.__table__.c


def touched_sources(
    touched: Mapping[str, Collection[int]], entries: Sequence[tuple[str, Mapping[str, Any]]]
) -> set[int]:
    """Ids of the sources whose derived columns may have moved.

    `entries` are (table, row image) pairs, before and after, of the rows that hang on a source.
    """
    found = set(touched.get("referral_source", ()))
    for table, row in entries:
        if table in ("visit", "referral", "cohort_member", "source_stage_change"):
            found.add(row["source_id"])
    return found


def sources_of_cohorts(connection: Connection, cohort_ids: Collection[int]) -> set[int]:
    """Ids of the sources in these cohorts: they are due by their cohort's month."""
    if not cohort_ids:
        return set()
    rows = connection.execute(select(_member.source_id).where(_member.cohort_id.in_(cohort_ids)))
    return set(rows.scalars())


def refresh(connection: Connection, source_ids: Collection[int] | None = None) -> None:
    """Recompute the derived columns of these sources; None means all."""
    for moved in _moved(connection, source_ids, hold=True):
        if moved:
            connection.execute(_UPDATE, moved)


def out_of_step(connection: Connection) -> list[int]:
    """Ids of the sources whose derived columns are not what a fresh computation gives."""
    return [row["b_id"] for moved in _moved(connection, None, hold=False) for row in moved]


def _moved(connection: Connection, source_ids: Collection[int] | None, *, hold: bool) -> Iterator[list[dict[str, Any]]]:
    calendar = load_calendar(connection)
    # The newest numbers hold: a due date lies ahead, and a rule with a later day is meant for it.
    rules = rules_on(connection, date.max)
    for part in _parts(connection, source_ids):
        # Held before anything is counted: on a server two people may log at one source at once, and whoever comes
        # second must count the first one's visit. On SQLite there is one writer anyway.
        sources = _sources(connection, part, hold=hold)
        visits = _visit_facts(connection, part)
        referrals = _referral_facts(connection, part)
        months = _cohort_months(connection, part)
        moved = []
        for row in sources:
            new = _derive(row, visits.get(row.id), referrals.get(row.id), months.get(row.id), calendar, rules)
            if any(getattr(row, name) != value for name, value in new.items()):
                moved.append({"b_id": row.id, **{f"b_{name}": value for name, value in new.items()}})
        yield moved


def load_calendar(connection: Connection) -> Calendar:
    """The agency's holidays and working days as the rules want them; its newest week holds, as its newest rules do."""
    holidays = frozenset(connection.execute(select(Holiday.__table__.c.day)).scalars())
    return Calendar(holidays, working_week_on(connection, date.max).weekdays)


_DERIVED = (
    "last_visit_on", "stage_visits", "visits_since_advance", "due_on", "first_referral_on", "last_referral_on",
)  # fmt: skip

_UPDATE = (
    update(ReferralSource.__table__)  # type: ignore[arg-type]  # the Core table: no version bump, no journal
    .where(_source.id == bindparam("b_id"))
    .values({name: bindparam(f"b_{name}") for name in _DERIVED})
)


def _parts(connection: Connection, source_ids: Collection[int] | None) -> Iterator[list[int]]:
    ids = sorted(source_ids) if source_ids is not None else list(connection.execute(select(_source.id)).scalars())
    for start in range(0, len(ids), SOURCES_AT_A_TIME):
        yield ids[start : start + SOURCES_AT_A_TIME]


def _sources(connection: Connection, ids: list[int], *, hold: bool) -> Sequence[Any]:
    columns = [_source[name] for name in ("id", "stage", "stage_since", "tier", "cadence_days", *_DERIVED)]
    rows = (
        select(*columns, _type.cadence_days.label("type_cadence"))
        .join_from(ReferralSource.__table__, SourceType.__table__, _source.type_id == _type.id)
        .where(_source.id.in_(ids))
        .order_by(_source.id)
    )
    return connection.execute(rows.with_for_update(key_share=True, of=_source.id) if hold else rows).all()


def _visit_facts(connection: Connection, ids: list[int]) -> dict[int, Any]:
    """Last counting visit, counting visits since the stage began, and those after the last advance, per source."""
    counting = (_visit.status == VisitStatus.COMPLETED) & _kind.counts & _visit.archived_at.is_(None)
    joined = (
        Visit.__table__.join(VisitKind.__table__, _visit.kind_id == _kind.id)
        .join(ReferralSource.__table__, _visit.source_id == _source.id)
    )  # fmt: skip
    advance = (
        select(_visit.source_id, func.max(_visit.visit_on).label("on_day"))
        .where(
            _visit.source_id.in_(ids),
            _visit.status == VisitStatus.COMPLETED,
            _visit.advance == Advance.ADVANCE,
            _visit.archived_at.is_(None),
        )
        .group_by(_visit.source_id)
        .subquery()
    )
    after_advance = advance.c.on_day.is_(None) | (_visit.visit_on > advance.c.on_day)
    rows = connection.execute(
        select(
            _visit.source_id,
            func.max(_visit.visit_on).label("last_on"),
            func.sum(case((_visit.visit_on >= _source.stage_since, 1), else_=0)).label("in_stage"),
            func.sum(case((after_advance, 1), else_=0)).label("since_advance"),
        )
        .select_from(joined.outerjoin(advance, advance.c.source_id == _visit.source_id))
        .where(_visit.source_id.in_(ids), counting)
        .group_by(_visit.source_id)
    )
    return {row.source_id: row for row in rows}


def _referral_facts(connection: Connection, ids: list[int]) -> dict[int, Any]:
    rows = connection.execute(
        select(
            _referral.source_id,
            func.min(_referral.referral_on).label("first_on"),
            func.max(_referral.referral_on).label("last_on"),
        )
        .where(_referral.source_id.in_(ids), _referral.archived_at.is_(None))
        .group_by(_referral.source_id)
    )
    return {row.source_id: row for row in rows}


def _cohort_months(connection: Connection, ids: list[int]) -> dict[int, date]:
    rows = connection.execute(
        select(_member.source_id, func.max(_cohort.month))
        .join_from(CohortMember.__table__, Cohort.__table__, _member.cohort_id == _cohort.id)
        .where(_member.source_id.in_(ids), _member.left_on.is_(None))
        .group_by(_member.source_id)
    )
    return {row[0]: row[1] for row in rows}


def _derive(
    row: Any, visits: Any, referrals: Any, month: date | None, calendar: Calendar, rules: Rules
) -> dict[str, Any]:
    last = visits.last_on if visits else None
    history = VisitHistory(
        stage=row.stage,
        cadence_days=cadence_in_force(row.cadence_days, row.tier, row.type_cadence, rules).days,
        last_counting=last,
        stage_since=row.stage_since,
        cohort_month=month,
    )
    return {
        "last_visit_on": last,
        "stage_visits": int(visits.in_stage) if visits and row.stage == SourceStage.PROSPECTIVE else 0,
        "visits_since_advance": int(visits.since_advance) if visits else 0,
        "due_on": due_on(history, calendar, rules),
        "first_referral_on": referrals.first_on if referrals else None,
        "last_referral_on": referrals.last_on if referrals else None,
    }
