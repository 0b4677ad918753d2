"""Holidays and time off by days."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from hhcrm.models.settings import Holiday
from hhcrm.models.users import TimeOff
from hhcrm.queries.ground import USER, not_archived, table, u
from hhcrm.queries.holiday_models import HolidayLine, TimeOffLine

_HOLIDAY, _OFF = table(Holiday), table(TimeOff)
_h, _o = _HOLIDAY.c, _OFF.c


def holidays(connection: Connection, first: date, last: date) -> tuple[HolidayLine, ...]:
    """The holidays from `first` to `last`, both included, in order."""
    rows = connection.execute(
        select(_h.id, _h.day, _h.name, _h.version).where(_h.day >= first, _h.day <= last).order_by(_h.day)
    )
    return tuple(HolidayLine(*row) for row in rows)


def holiday_years(connection: Connection) -> tuple[int, ...]:
    """The years that have any holiday, in order."""
    days = connection.execute(select(_h.day)).scalars()
    return tuple(sorted({day.year for day in days}))


def time_off(connection: Connection, first: date, last: date, user_id: int | None = None) -> tuple[TimeOffLine, ...]:
    """Time off that touches these days, of one person or of everybody who works here."""
    query = (
        select(_o.id, _o.user_id, u.name, _o.from_on, _o.until_on, func.coalesce(_o.why, ""), _o.version)
        .join_from(_OFF, USER, _o.user_id == u.id)
        .where(_o.from_on <= last, _o.until_on >= first, not_archived(USER))
        .order_by(_o.from_on, u.name, _o.id)
    )
    if user_id is not None:
        query = query.where(_o.user_id == user_id)
    return tuple(TimeOffLine(*row) for row in connection.execute(query))
