"""The clock that matters now, told by the database as `domain.referral_clocks` tells it: to filter by and to sort by.

What a filter counts is decided exactly. The order, and which of two clocks that still run comes first, go by seconds
with the agency's present distance from UTC, so that around a night on which the clock is changed two that are less than
an hour apart may stand the other way round.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, and_, case, cast, func, literal, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import FunctionElement

from hhcrm.domain.referral_clocks import BEFORE_CARE, HOURS_48, UNDECIDED, Moment
from hhcrm.domain.referrals import OPEN_STAGES
from hhcrm.domain.words import LoopStep, ReferralStage
from hhcrm.models.referrals import LoopUpdate
from hhcrm.queries.ground import REFERRAL, r, table
from hhcrm.queries.referral_models import ClockFilter

_LOOP = table(LoopUpdate)
received = func.coalesce(r.authorized_at, r.heard_at, type_=r.heard_at.type)
"""The instant of authorisation, or of first hearing."""

_STAY_END = case((func.coalesce(r.inpatient, True), r.discharged_on))
"""The day on which an inpatient stay ended: nothing where somebody said that there was none."""

_DAY = 86_400
_TWO_DAYS = timedelta(days=2)
_NEVER = 253_402_300_800
"""A number of seconds after every day there is."""


def due_of(step: LoopStep) -> ColumnElement[Any]:
    """When a step of a referral's loop is due; for the outcome only as long as it is still to be told."""
    one = _LOOP.alias()
    found = select(one.c.due_at).where(one.c.referral_id == r.id, one.c.step == step)
    if step is LoopStep.OUTCOME:
        found = found.where(one.c.given_at.is_(None), one.c.waived_why.is_(None))
    return found.correlate(REFERRAL).scalar_subquery()


decision_due, outcome_due = due_of(LoopStep.DECISION), due_of(LoopStep.OUTCOME)


def clock_condition(wanted: ClockFilter, moment: Moment) -> ColumnElement[bool]:
    """Referrals whose clock that matters has run out (late) or still runs and warns (soon)."""
    overdue = _overdue(moment)
    if wanted == "late":
        missed = and_(_waiting(), ~_decision_ahead(moment), _missed(moment, moment.now))
        return or_(and_(r.stage.in_(OPEN_STAGES), or_(overdue, missed)), r.id.in_(_untold(moment)))
    decision = and_(_undecided(), decision_due <= moment.now + moment.last_margin)
    soon, shift = moment.now + moment.first_margin, _shift(moment)
    answer = case((_decision_ahead(moment), seconds(decision_due)), else_=_NEVER)  # where it comes first, it matters
    care = or_(
        and_(_hours_passed(moment, soon), ~_hours_passed(moment, moment.now), _hours_end(shift) < answer),
        and_(_day_passed(moment, soon), ~_day_passed(moment, moment.now), _day_end(shift) < answer),
    )
    return and_(_waiting(), ~overdue, or_(func.coalesce(decision, False), care))


def clock_order(moment: Moment) -> ColumnElement[Any]:
    """In seconds when the clock that matters runs out; nothing where there is none."""
    now = int(moment.now.timestamp())
    shift = _shift(moment)
    hours, day = _hours_end(shift), _day_end(shift)
    care = case((_least(hours, day) > now, _least(hours, day)), else_=_largest(hours, day))
    decision = func.coalesce(seconds(decision_due), _NEVER)
    asked = case((decision <= now, decision), (care > now, _least(decision, care)), (decision < _NEVER, decision))
    waiting = case((_undecided(), func.coalesce(asked, care)), else_=care)
    planned = seconds(r.planned_soc_on) - shift + func.coalesce(seconds(r.planned_soc_time) % _DAY, _DAY)
    return case(
        (_is_planned(), planned),
        (r.stage == ReferralStage.ON_HOLD, seconds(r.hold_until) - shift),
        (r.stage == ReferralStage.ADMITTED, seconds(outcome_due)),
        (r.stage.in_(BEFORE_CARE), waiting),
    )


# --- exactly --------------------------------------------------------------------------------------------------------


def _untold(moment: Moment) -> Select[Any]:
    """Those admitted whose outcome was to be told by now; found by the index of what is due, not by their stage."""
    admitted = REFERRAL.alias("admitted")
    return (
        select(_LOOP.c.referral_id)
        .join_from(_LOOP, admitted, admitted.c.id == _LOOP.c.referral_id)
        .where(_LOOP.c.given_at.is_(None), _LOOP.c.due_at <= moment.now, admitted.c.stage == ReferralStage.ADMITTED)
        .where(_LOOP.c.step == LoopStep.OUTCOME, _LOOP.c.waived_why.is_(None))
    )


def _undecided() -> ColumnElement[bool]:
    return r.stage.in_(UNDECIDED)


def _is_planned() -> ColumnElement[bool]:
    return and_(r.stage == ReferralStage.SCHEDULED, r.planned_soc_on.is_not(None))


def _waiting() -> ColumnElement[bool]:
    """Care is still to start, and no day is planned for it."""
    return and_(r.stage.in_(BEFORE_CARE), ~_is_planned())


def _overdue(moment: Moment) -> ColumnElement[bool]:
    """What is to be done at this stage was to be done by now."""
    local = moment.now.astimezone(moment.zone)
    at_time = and_(r.planned_soc_on == moment.today, r.planned_soc_time <= local.time().replace(tzinfo=None))
    found = or_(
        and_(_undecided(), decision_due <= moment.now),
        and_(_is_planned(), or_(r.planned_soc_on < moment.today, at_time)),
        and_(r.stage == ReferralStage.ON_HOLD, r.hold_until <= moment.today),
    )
    return func.coalesce(found, False)


def _decision_ahead(moment: Moment) -> ColumnElement[bool]:
    return func.coalesce(and_(_undecided(), decision_due > moment.now), False)


def _missed(moment: Moment, at: datetime) -> ColumnElement[bool]:
    return and_(_hours_passed(moment, at), _day_passed(moment, at))


def _hours_passed(moment: Moment, at: datetime) -> ColumnElement[bool]:
    """The 48 hours are over at an instant: after the referral, after the return home, and with the ordered day."""
    before = at - HOURS_48
    local = before.astimezone(moment.zone)
    home_by = local.date() if _is_afternoon(local) else local.date() - timedelta(days=1)
    home = func.coalesce(r.discharged_at <= before, r.discharged_on <= home_by, literal(True))
    return and_(received <= before, home, _before(r.ordered_soc, at.astimezone(moment.zone).date()))


def _day_passed(moment: Moment, at: datetime) -> ColumnElement[bool]:
    """CMS's last timely day is over at an instant."""
    day = at.astimezone(moment.zone).date()
    by_referral = and_(r.referral_on < day - _TWO_DAYS, _before(_STAY_END, day - _TWO_DAYS))
    return case((r.ordered_soc.is_not(None), r.ordered_soc < day), else_=by_referral)


def _before(column: ColumnElement[Any], day: date) -> ColumnElement[bool]:
    """Before a day, or not known."""
    return or_(column.is_(None), column < day)


def _is_afternoon(local: datetime) -> bool:
    return local >= local.replace(hour=12, minute=0, second=0, microsecond=0)


# --- in seconds -----------------------------------------------------------------------------------------------------


class seconds(FunctionElement[int]):  # noqa: N801  # named as SQL names its functions
    """Seconds since 1970 of an instant, a day or a time."""

    type = BigInteger()
    inherit_cache = True
    name = "seconds"


@compiles(seconds)
def _epoch(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST(EXTRACT(EPOCH FROM {compiler.process(element.clauses, **kw)}) AS BIGINT)"


@compiles(seconds, "sqlite")
def _strftime(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST(strftime('%s', {compiler.process(element.clauses, **kw)}) AS INTEGER)"


class _Extreme(FunctionElement[int]):
    """The least or largest of several numbers, none of them empty."""

    type = BigInteger()


class _least(_Extreme):  # noqa: N801  # as above
    inherit_cache = True
    name = "least"


class _largest(_Extreme):  # noqa: N801  # as above
    inherit_cache = True
    name = "greatest"


@compiles(_least)
@compiles(_largest)
def _by_name(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"{element.name}({compiler.process(element.clauses, **kw)})"


@compiles(_least, "sqlite")
def _min(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"min({compiler.process(element.clauses, **kw)})"


@compiles(_largest, "sqlite")
def _max(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"max({compiler.process(element.clauses, **kw)})"


def _shift(moment: Moment) -> int:
    """The agency's present distance from UTC."""
    return int((moment.now.astimezone(moment.zone).utcoffset() or timedelta()).total_seconds())


def _hours_end(shift: int) -> ColumnElement[Any]:
    two_days = 2 * _DAY
    noon = seconds(r.discharged_on) + _DAY // 2 - shift
    home = func.coalesce(func.coalesce(seconds(r.discharged_at), noon) + two_days, 0)
    ordered = func.coalesce(seconds(r.ordered_soc) + _DAY - shift, 0)
    return _largest(seconds(received) + two_days, home, ordered)


def _day_end(shift: int) -> ColumnElement[Any]:
    home = func.coalesce(seconds(_STAY_END), 0)
    last = func.coalesce(seconds(r.ordered_soc), _largest(seconds(r.referral_on), home) + 2 * _DAY)
    return cast(last + _DAY - shift, BigInteger)
