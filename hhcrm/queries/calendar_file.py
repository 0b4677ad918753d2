"""The visits that go into a calendar file, in the order of their days.

Only what a calendar may show is read: source, kind, address, day and time. Notes, purposes, people and patients are not
among the columns, so that no later change can let them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from hhcrm.models.imports import ImportRun
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.queries.calendar_file_models import CalendarExtent, CalendarVisit, CalendarWanted
from hhcrm.queries.ground import KIND, SOURCE, VISIT, k, not_archived, s, table, v
from hhcrm.queries.visits import in_visiting_order

_step, _entry, _run = table(JournalStep), table(JournalEntry), table(ImportRun)
_AT_A_TIME = 2_000


def calendar_extent(connection: Connection, wanted: CalendarWanted) -> CalendarExtent:
    """How many visits a file holds, and over which days."""
    counted: Any = select(func.count(), func.min(v.visit_on), func.max(v.visit_on)).select_from(VISIT)
    count, first, last = connection.execute(_chosen(counted, wanted)).one()
    return CalendarExtent(count, first, last)


def calendar_visits(connection: Connection, wanted: CalendarWanted) -> Iterator[CalendarVisit]:
    """The visits, read as they are asked for while the connection stays open."""
    oldest = connection.execute(select(_step.c.at).order_by(_step.c.id).limit(1)).scalar()
    chosen = _chosen(select(*_COLUMNS).select_from(_JOINED), wanted).order_by(v.visit_on, *in_visiting_order())
    for row in connection.execution_options(yield_per=_AT_A_TIME).execute(chosen):
        yield _line(row, oldest or datetime.fromtimestamp(0, UTC))


def _chosen(statement: Select[Any], wanted: CalendarWanted) -> Select[Any]:
    statement = statement.where(not_archived(VISIT))
    if wanted.from_on is not None:
        statement = statement.where(v.visit_on >= wanted.from_on)
    if wanted.until_on is not None:
        statement = statement.where(v.visit_on <= wanted.until_on)
    if wanted.liaison_id is not None:
        statement = statement.where(func.coalesce(v.liaison_id, _owner) == wanted.liaison_id)
    return statement


_owner = select(s.owner_id).where(s.id == v.source_id).correlate(VISIT).scalar_subquery()
"""Whose a visit is that is nobody's: the source's owner's, as in the calendar."""

_last_step = (
    select(func.max(_entry.c.step_id))
    .where(_entry.c.table_name == VISIT.name, _entry.c.row_id == v.id)
    .correlate(VISIT)
    .scalar_subquery()
)
_changed_at = select(_step.c.at).where(_step.c.id == _last_step).correlate(VISIT).scalar_subquery()

_JOINED = (
    VISIT.join(SOURCE, v.source_id == s.id).join(KIND, v.kind_id == k.id).outerjoin(_run, v.import_run_id == _run.c.id)
)
_COLUMNS = (
    v.uid, v.recurrence, v.visit_on, v.start_time, v.minutes, v.status, v.version,
    s.name.label("source"), s.address, s.city, s.state, s.zip, k.name.label("kind"),
    func.coalesce(_changed_at, _run.c.at).label("changed_at"),
)  # fmt: skip


def _line(row: Any, oldest: datetime) -> CalendarVisit:
    state = " ".join(part for part in (row.state, row.zip) if part)
    return CalendarVisit(
        uid=row.uid,
        recurrence=row.recurrence,
        day=row.visit_on,
        start=row.start_time,
        minutes=row.minutes,
        source=row.source,
        kind=row.kind,
        address=", ".join(part for part in (row.address, row.city, state) if part),
        status=row.status,
        sequence=row.version - 1,
        changed_at=_instant(row.changed_at) or oldest,
    )


def _instant(value: datetime | None) -> datetime | None:
    return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value
