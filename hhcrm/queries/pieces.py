"""The pieces of a period: how SQL names the piece of a day, and which day each begins with."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ColumnElement

from hhcrm.domain.measures import Grain
from hhcrm.domain.periods import monday_of, months_of
from hhcrm.queries.ground import month_of, week_of


def piece_of(day: ColumnElement[date], grain: Grain) -> ColumnElement[str]:
    """The month or the week (its Monday) of a day, as text."""
    return month_of(day) if grain is Grain.MONTH else week_of(day)


def piece_begins(text: str, first: date) -> date:
    """The first day of the piece that SQL names so; the first piece of a period begins with it."""
    return max(first, date.fromisoformat(text if len(text) > len("2026-11") else f"{text}-01"))


def pieces(first: date, last: date, grain: Grain) -> tuple[date, ...]:
    """The days that the pieces of a period begin with; none where it is not cut or ends before it begins."""
    if grain is Grain.WHOLE or last < first:
        return ()
    if grain is Grain.MONTH:
        begins = months_of(first, last)
    else:
        monday = monday_of(first)
        begins = tuple(monday + timedelta(weeks=week) for week in range((last - monday).days // 7 + 1))
    return (first, *begins[1:])


def ends(begins: tuple[date, ...], last: date) -> tuple[date, ...]:
    """The last day of each piece."""
    return (*(following - timedelta(days=1) for following in begins[1:]), *((last,) if begins else ()))
