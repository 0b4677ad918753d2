"""What the forecast starts from: how a pipeline stands and at which pace it moved (product.md, section 3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, literal, or_, select
from sqlalchemy.types import Date

from hhcrm.domain.capacity import WEEKS_AHEAD
from hhcrm.domain.forecast import (
    DAYS_A_MONTH,
    FOUND_MONTHS,
    Past,
    Stand,
    months_left,
    present_pace,
)
from hhcrm.domain.periods import monday_of, shifted
from hhcrm.domain.words import SourceStage
from hhcrm.models.sources import Cohort, CohortMember, SourceStageChange
from hhcrm.queries.capacity import capacity, in_cohort
from hhcrm.queries.capacity_models import PersonRoom, together
from hhcrm.queries.forecast_models import ForecastGround
from hhcrm.queries.ground import (
    KIND,
    SOURCE,
    TYPE,
    VISIT,
    counting_visit,
    days_between,
    k,
    living_source,
    not_archived,
    quarter_start,
    s,
    t,
    table,
    v,
    year_start,
)
from hhcrm.storage.settings import rules_on

_CHANGE, _COHORT, _MEMBER = table(SourceStageChange), table(Cohort), table(CohortMember)
_change, _cohort, _member = _CHANGE.c, _COHORT.c, _MEMBER.c
_A_YEAR = 12
_WEEK = 7


def forecast_ground(connection: Connection, liaison_id: int | None, today: date) -> ForecastGround:
    """How things stand and moved, for one liaison or for everybody who has sources."""
    rules = rules_on(connection, today)
    rooms = capacity(connection, liaison_id, monday_of(today), WEEKS_AHEAD, today)
    mine = s.owner_id.is_not(None) if liaison_id is None else s.owner_id == liaison_id
    past = _past(connection, mine, liaison_id, rooms, today)
    pace, guessed = present_pace(past, rules)
    waiting = connection.execute(
        select(s.stage_visits, t.visits_to_active)
        .select_from(SOURCE.join(TYPE, s.type_id == t.id))
        .where(living_source(), s.stage == SourceStage.PROSPECTIVE, in_cohort(), mine, _of(rooms))
        .order_by(s.id)
    )
    stand = Stand(past.active, tuple(months_left(visits, needed, pace) for visits, needed in waiting))
    name = rooms[0].name if liaison_id is not None and rooms else ""
    fits = together(rooms).fits
    return ForecastGround(liaison_id, name, today, stand, pace, guessed, past, fits, rules.fewest_cases)


def _of(rooms: Sequence[PersonRoom]) -> ColumnElement[bool]:
    """Sources of the people whose capacity is counted."""
    return s.owner_id.in_([room.user_id for room in rooms])


def _past(
    connection: Connection, mine: ColumnElement[bool], liaison_id: int | None, rooms: Sequence[PersonRoom], today: date
) -> Past:
    ours = and_(mine, _of(rooms))
    began = connection.execute(
        select(func.min(_change.on_day)).join_from(_CHANGE, SOURCE, _change.source_id == s.id).where(ours)
    ).scalar_one_or_none()
    months = 0 if began is None else max(_months_between(began, today), 0)
    moved = _moves(connection, ours, today)
    visits, days = _of_prospects(connection, ours, today)
    active = sum(room.active for room in rooms)
    a_week = sum(room.asked_by_active for room in rooms)
    return Past(
        liaisons=len(rooms),
        months=months,
        found=_found(connection, liaison_id, rooms, today),
        became=moved.became,
        dropped=moved.dropped,
        lost=moved.lost,
        gained=moved.gained,
        active=active,
        cadence=_WEEK * active / a_week if active else None,
        months_to_active=moved.days / moved.became / DAYS_A_MONTH if moved.became else None,
        visits_to_active=moved.visits / moved.became if moved.became else None,
        visits_of_prospects=visits,
        prospect_days=days,
    )


def _months_between(first: date, last: date) -> int:
    """Whole calendar months between the month of a day and that of another, the two not counted."""
    return (last.year - first.year) * _A_YEAR + last.month - first.month - (0 if first.day == 1 else 1)


def _found(connection: Connection, liaison_id: int | None, rooms: Sequence[PersonRoom], today: date) -> int:
    """The prospects of the cohorts of the last whole months; one who moved between them counts once."""
    this_month = today.replace(day=1)
    who = (
        _cohort.liaison_id.in_([room.user_id for room in rooms])
        if liaison_id is None
        else _cohort.liaison_id == liaison_id
    )
    return connection.execute(
        select(func.count(func.distinct(_member.source_id)))
        .select_from(_MEMBER.join(_COHORT, _member.cohort_id == _cohort.id).join(SOURCE, _member.source_id == s.id))
        .where(
            who, _cohort.month >= shifted(this_month, -FOUND_MONTHS), _cohort.month < this_month, not_archived(SOURCE)
        )
    ).scalar_one()


def _moves(connection: Connection, ours: ColumnElement[bool], today: date) -> Any:
    """Of 12 months: prospects that became active (in how many days and visits) or were dropped; active ones lost."""
    before = func.lag(_change.stage).over(partition_by=_change.source_id, order_by=(_change.on_day, _change.id))
    since = func.lag(_change.on_day).over(partition_by=_change.source_id, order_by=(_change.on_day, _change.id))
    steps = (
        select(_change.source_id, _change.stage, _change.on_day, before.label("before"), since.label("since"))
        .join_from(_CHANGE, SOURCE, _change.source_id == s.id)
        .where(ours, not_archived(SOURCE), _change.on_day <= today)
        .subquery()
        .c
    )
    became = and_(steps.before == SourceStage.PROSPECTIVE, steps.stage == SourceStage.ACTIVE)
    dropped = and_(steps.before == SourceStage.PROSPECTIVE, steps.stage == SourceStage.INACTIVE)
    lost = and_(steps.before == SourceStage.ACTIVE, steps.stage != SourceStage.ACTIVE)
    gained = and_(steps.stage == SourceStage.ACTIVE, or_(steps.before.is_(None), steps.before != SourceStage.ACTIVE))
    visits = (
        select(func.count())
        .select_from(VISIT.join(KIND, v.kind_id == k.id))
        .where(v.source_id == steps.source_id, counting_visit(), v.visit_on >= steps.since, v.visit_on <= steps.on_day)
        .scalar_subquery()
    )
    return connection.execute(
        select(
            _sum(became, 1).label("became"),
            _sum(dropped, 1).label("dropped"),
            _sum(lost, 1).label("lost"),
            _sum(gained, 1).label("gained"),
            _sum(became, days_between(steps.on_day, steps.since)).label("days"),
            _sum(became, visits).label("visits"),
        ).where(steps.on_day >= year_start(today))
    ).one()


def _sum(where: ColumnElement[bool], what: Any) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((where, what), else_=0)), 0)


def _of_prospects(connection: Connection, ours: ColumnElement[bool], today: date) -> tuple[int, int]:
    """Counting visits of the last 90 days to today's prospects of cohorts, and the days they were prospects."""
    start = quarter_start(today)
    prospects = and_(ours, living_source(), s.stage == SourceStage.PROSPECTIVE, in_cohort())
    visits = connection.execute(
        select(func.count())
        .select_from(VISIT.join(KIND, v.kind_id == k.id).join(SOURCE, v.source_id == s.id))
        .where(prospects, counting_visit(), v.visit_on >= start, v.visit_on >= s.stage_since, v.visit_on <= today)
    ).scalar_one()
    begins = case((s.stage_since > start, s.stage_since), else_=literal(start, Date()))
    days = connection.execute(
        select(func.coalesce(func.sum(days_between(literal(today, Date()), begins)), 0)).where(prospects)
    ).scalar_one()
    return visits, int(days)
