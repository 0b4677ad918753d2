"""Were sources told in time? By step, by liaison, by source, and the updates behind each count (product.md, section 4).

Everything here counts what fell due in the period and by now; what nobody was to be told is left out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from hhcrm.domain.text import name_key
from hhcrm.domain.words import LoopStep
from hhcrm.models.referrals import LoopUpdate
from hhcrm.queries.ground import USER, r, s, table, u
from hhcrm.queries.measure_models import LoopBy, LoopPage, LoopRow, LoopsBehind, LoopShare, MeasureFilter
from hhcrm.queries.referral_filter import REFERRAL_WITH_SOURCE, WHOSE, conditions
from hhcrm.queries.report_referrals import fell_due, loops_counted, loops_of
from hhcrm.storage.settings import agency_zone

_LOOP = table(LoopUpdate)
_LIAISON = USER.alias("whose")


def loop_shares(
    connection: Connection, asked: MeasureFilter, by: LoopBy, today: date, now: datetime
) -> tuple[LoopShare, ...]:
    """How many updates fell due and were told in time: steps in their order, else those with the most missed first."""
    days, zone = (asked.from_on, asked.until_on), agency_zone(connection, today)
    return _shares(connection, _whose(asked), days, by, now=now, zone=zone)


def loops_behind(
    connection: Connection, behind: LoopsBehind, offset: int, limit: int, today: date, now: datetime
) -> LoopPage:
    """A page of the updates that a count stands for, the latest due first."""
    asked, zone = behind.asked, agency_zone(connection, today)
    found = [_whose(asked), fell_due((asked.from_on, asked.until_on), now, zone), _LOOP.c.waived_why.is_(None)]
    if behind.step is not None:
        found.append(_LOOP.c.step == behind.step)
    if behind.nobody:
        found.append(WHOSE.is_(None))
    which, joined = and_(*found), loops_of(REFERRAL_WITH_SOURCE)
    rows = connection.execute(
        select(
            _LOOP.c.id, r.id, s.id, s.name, func.coalesce(_LIAISON.c.name, ""), _LOOP.c.step, _LOOP.c.due_at,
            _LOOP.c.given_at,
        )
        .select_from(joined.outerjoin(_LIAISON, _LIAISON.c.id == WHOSE))
        .where(which)
        .order_by(_LOOP.c.due_at.desc(), _LOOP.c.id)
        .offset(offset)
        .limit(limit)
    )  # fmt: skip
    lines = tuple(LoopRow(*row) for row in rows)
    total = connection.execute(select(func.count()).select_from(joined).where(which)).scalar_one()
    return LoopPage(offset, int(total), lines)


def _whose(asked: MeasureFilter) -> ColumnElement[bool]:
    """The referrals that are meant, of any day."""
    return conditions(replace(asked.referrals(), from_on=None, until_on=None))


def _shares(
    connection: Connection, which: ColumnElement[bool], days: tuple[date, date], by: str, *, now: datetime, zone: tzinfo
) -> tuple[LoopShare, ...]:
    column = {"step": _LOOP.c.step, "liaison": WHOSE, "source": r.source_id}[by]
    query = loops_counted((column,), days, now, zone).select_from(loops_of(REFERRAL_WITH_SOURCE)).where(which)
    rows = connection.execute(query).all()
    names = _names(connection, by, [row[0] for row in rows if row[0] is not None])
    found = [LoopShare(key, names.get(key, ""), int(due), int(on), int(late)) for key, due, on, late in rows]
    if by == "step":
        order = list(LoopStep)
        return tuple(sorted(found, key=lambda one: order.index(LoopStep(str(one.key)))))
    return tuple(sorted(found, key=lambda one: (one.on_time - one.due, name_key(one.name), one.key or 0)))


def _names(connection: Connection, by: str, keys: list[Any]) -> dict[Any, str]:
    if by == "step":
        return {key: str(key) for key in keys}
    columns = (u.id, u.name) if by == "liaison" else (s.id, s.name)
    wanted = set(keys)
    return {key: name for key, name in connection.execute(select(*columns)) if key in wanted}
