"""Visits of a source, one visit, and when the next one is due."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, bindparam, func, select

from hhcrm.domain.cadence import VisitHistory, due_on
from hhcrm.domain.errors import NotFound
from hhcrm.domain.waterfall import next_visit_reaches_active, say_visit_number
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.models.sources import Cohort, CohortMember
from hhcrm.queries.ground import (
    CONTACT,
    KIND,
    LIST,
    MET,
    SOURCE,
    TYPE,
    USER,
    VISIT,
    c,
    cadence_in_force,
    counting_visit,
    full_name,
    k,
    not_archived,
    s,
    t,
    table,
    u,
    v,
    visits_wanted,
)
from hhcrm.queries.log_models import NextVisit
from hhcrm.queries.read_models import VisitLine, VisitPage
from hhcrm.storage.derived import load_calendar
from hhcrm.storage.settings import rules_on


def people_met() -> ColumnElement[str]:
    """Names of the people met at a visit, in the order in which they were put down, as one text."""
    names = (
        select(full_name().label("name"))
        .join_from(MET, CONTACT, MET.c.contact_id == c.id)
        .where(MET.c.visit_id == v.id)
        .order_by(MET.c.id)
        .correlate(VISIT)
        .subquery("met")
    )
    return func.coalesce(select(func.aggregate_strings(names.c.name, LIST)).scalar_subquery(), "")


def in_visiting_order() -> tuple[ColumnElement[Any], ...]:
    """The visits of a day as they are made: by their time, then those without one; as they were planned where alike."""
    return v.start_time.asc().nulls_last(), v.id


_JOINED = (
    VISIT.join(KIND, v.kind_id == k.id)
    .join(SOURCE, v.source_id == s.id)
    .outerjoin(USER, v.liaison_id == u.id)
)  # fmt: skip

_SHOWN = (
    v.id, v.source_id, s.name, v.visit_on, v.start_time, v.kind_id, k.name, k.counts, v.status,
    func.coalesce(u.name, ""), people_met(), v.minutes, v.advance, v.ask, func.coalesce(v.purpose, ""),
    func.coalesce(v.notes, ""), func.coalesce(v.next_step, ""), v.version,
)  # fmt: skip
"""The columns of `VisitLine` in its order."""


def _page() -> Select[Any]:
    page = (
        select(v.id.label("page_id"))
        .where(v.source_id == bindparam("source_id"), not_archived(VISIT))
        .order_by(v.visit_on.desc(), v.id.desc())
        .limit(bindparam("most", type_=Integer()))
        .offset(bindparam("first", type_=Integer()))
        .subquery("page")
    )
    joined = _JOINED.join(page, v.id == page.c.page_id)
    return select(*_SHOWN).select_from(joined).order_by(v.visit_on.desc(), v.id.desc())


_PAGE = _page()
_TOTAL = (
    select(func.count()).select_from(VISIT).where(v.source_id == bindparam("source_id"), not_archived(VISIT))
)  # fmt: skip
_ONE = select(*_SHOWN).select_from(_JOINED).where(v.id == bindparam("visit_id"))


def visit_page(connection: Connection, source_id: int, offset: int, limit: int) -> VisitPage:
    """A page of a source's visits, planned ones too, newest first."""
    rows = connection.execute(_PAGE, {"source_id": source_id, "first": offset, "most": limit})
    lines = tuple(_line(row) for row in rows)
    total = connection.execute(_TOTAL, {"source_id": source_id}).scalar_one()
    return VisitPage(offset, total, lines)


def page_where(connection: Connection, which: ColumnElement[bool], offset: int, limit: int) -> VisitPage:
    """A page of the visits that a condition over visits, their kinds and sources leaves, newest first."""
    rows = connection.execute(
        select(*_SHOWN)
        .select_from(_JOINED)
        .where(which)
        .order_by(v.visit_on.desc(), v.id.desc())
        .offset(offset)
        .limit(limit)
    )
    lines = tuple(_line(row) for row in rows)
    total = connection.execute(select(func.count()).select_from(_JOINED).where(which)).scalar_one()
    return VisitPage(offset, int(total), lines)


def visit(connection: Connection, visit_id: int) -> VisitLine:
    """One visit, archived or not. Raises NotFound."""
    row = connection.execute(_ONE, {"visit_id": visit_id}).one_or_none()
    if row is None:
        raise NotFound(translate("visits", "There is no such visit any more."))
    return _line(row)


def last_completed(connection: Connection, source_id: int, today: date) -> VisitLine | None:
    """A source's newest completed visit of any kind up to today."""
    row = connection.execute(_LAST, {"source_id": source_id, "today": today}).one_or_none()
    return None if row is None else _line(row)


def _line(row: Any) -> VisitLine:
    return VisitLine(*row)


_LAST = (
    select(*_SHOWN)
    .select_from(_JOINED)
    .where(
        v.source_id == bindparam("source_id"),
        v.visit_on <= bindparam("today", type_=v.visit_on.type),
        v.status == VisitStatus.COMPLETED,
        not_archived(VISIT),
    )
    .order_by(v.visit_on.desc(), v.id.desc())
    .limit(1)
)


def next_visit(
    connection: Connection,
    source_id: int,
    visit_on: date,
    kind_id: int | None,
    today: date,
    visit_id: int | None = None,
) -> NextVisit:
    """When the next visit is due once one of this kind took place on `visit_on`, and why.

    `visit_id` is the visit that is being written down: as it stands in the database it does not count.
    """
    row = connection.execute(_PLACE, {"source_id": source_id}).one_or_none()
    if row is None:
        raise NotFound(translate("visits", "There is no such source any more."))
    if row.stage == SourceStage.INACTIVE:
        return NextVisit(None, translate("visits", "inactive: no next visit is planned"))
    last, in_stage = _counting_without(connection, source_id, row.stage_since, visit_id)
    counts = bool(connection.execute(select(k.counts).where(k.id == kind_id)).scalar_one_or_none())
    if counts:
        last = max(visit_on, last) if last else visit_on
        in_stage += visit_on >= row.stage_since
    rules = rules_on(connection, today)
    month = connection.execute(_COHORT, {"source_id": source_id}).scalar_one_or_none()
    history = VisitHistory(row.stage, row.cadence, last, row.stage_since, month)
    due = due_on(history, load_calendar(connection), rules)
    return NextVisit(due, _why(row, in_stage, counts))


_PLACE = (
    select(s.stage, s.stage_since, cadence_in_force().label("cadence"), visits_wanted().label("visits_to_active"))
    .join_from(SOURCE, TYPE, s.type_id == t.id)
    .where(s.id == bindparam("source_id"))
)
_MEMBER, _COHORTS = table(CohortMember), table(Cohort)
_COHORT = (
    select(func.max(_COHORTS.c.month))
    .join_from(_MEMBER, _COHORTS, _MEMBER.c.cohort_id == _COHORTS.c.id)
    .where(_MEMBER.c.source_id == bindparam("source_id"), _MEMBER.c.left_on.is_(None))
)


def _counting_without(
    connection: Connection, source_id: int, since: date, visit_id: int | None
) -> tuple[date | None, int]:
    """The last counting visit beside this one, and how many others fall into the stage."""
    row = connection.execute(
        select(
            func.max(v.visit_on),
            func.count().filter(v.visit_on >= since),
        )
        .join_from(VISIT, KIND, v.kind_id == k.id)
        .where(v.source_id == source_id, counting_visit(), v.id != (visit_id or 0))
    ).one()
    return row[0], row[1]


def _why(row: Any, visits: int, counts: bool) -> str:
    if row.stage == SourceStage.ACTIVE:
        words = translate("visits", "every {cadence} days").format(cadence=row.cadence)
        return words if counts else f"{words}; {translate('visits', 'this kind of visit does not move it')}"
    needed = row.visits_to_active
    if visits >= needed:
        return say_visit_number(visits, needed)
    if next_visit_reaches_active(visits, needed):
        words = translate("visits", "visit {number} of {needed}, then decide")
    else:
        words = translate("visits", "visit {number} of {needed}")
    return words.format(number=visits + 1, needed=needed)
