"""Holidays and time off by days."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, Integer, bindparam, func, select

from hhcrm.models.settings import Holiday
from hhcrm.models.users import TimeOff
from hhcrm.queries.ground import USER, not_archived, table, u
from hhcrm.queries.holiday_models import HolidayLine, TimeOffLine

_HOLIDAY, _OFF = table(Holiday), table(TimeOff)
_h, _o = _HOLIDAY.c, _OFF.c


_FIRST, _LAST = bindparam("first", type_=_h.day.type), bindparam("last", type_=_h.day.type)
_HOLIDAYS = select(_h.id, _h.day, _h.name, _h.version).where(_h.day >= _FIRST, _h.day <= _LAST).order_by(_h.day)
_EVERYBODY_OFF = (
    select(_o.id, _o.user_id, u.name, _o.from_on, _o.until_on, func.coalesce(_o.why, ""), _o.version)
    .join_from(_OFF, USER, _o.user_id == u.id)
    .where(_o.from_on <= _LAST, _o.until_on >= _FIRST, not_archived(USER))
    .order_by(_o.from_on, u.name, _o.id)
)
_ONE_OFF = _EVERYBODY_OFF.where(_o.user_id == bindparam("user", type_=Integer()))


def holidays(connection: Connection, first: date, last: date) -> tuple[HolidayLine, ...]:
    """The holidays from `first` to `last`, both included, in order."""
    return tuple(HolidayLine(*row) for row in connection.execute(_HOLIDAYS, {"first": first, "last": last}))


def holiday_years(connection: Connection) -> tuple[int, ...]:
    """The years that have any holiday, in order."""
    days = connection.execute(select(_h.day)).scalars()
    return tuple(sorted({day.year for day in days}))


def time_off(connection: Connection, first: date, last: date, user_id: int | None = None) -> tuple[TimeOffLine, ...]:
    """Time off that touches these days, of one person or of everybody who works here."""
    query = _EVERYBODY_OFF if user_id is None else _ONE_OFF
    bound = {"first": first, "last": last} | ({} if user_id is None else {"user": user_id})
    return tuple(TimeOffLine(*row) for row in connection.execute(query, bound))
