"""The report of a week: the figures and what stands out, as on the page (issue 6)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from sqlalchemy import Connection

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import MeasureUnit
from hhcrm.domain.periods import monday_of
from hhcrm.queries.measures.measured import measured
from hhcrm.queries.measures.models import Reading
from hhcrm.queries.report_shape import Asked, Rows
from hhcrm.queries.week_page import week_page
from hhcrm.queries.week_page_models import WeekAsk, WeekFigure, WeekPage

COLUMNS = ("part", "name", "unit", "week", "cases", "still_open", "week_before", "usual_week", "why")

_WEEK = timedelta(weeks=1)
_PLACES = 4


def period(from_on: date | None, until_on: date | None, today: date) -> tuple[date, date]:
    """The week of the day given, or the last whole one. Raises RuleBroken where the days lie in several weeks."""
    day = from_on or until_on or today - _WEEK
    monday = monday_of(day)
    if until_on is not None and monday_of(until_on) != monday:
        raise RuleBroken("The report is of one week. Give days of the same week.", field="to")
    return monday, monday + _WEEK - timedelta(days=1)


def week(connection: Connection, asked: Asked) -> Rows:
    """What moved, then what stands out, the most important first. Shares are 0 to 1. Raises RuleBroken."""
    if asked.source_id is not None:
        raise RuleBroken("A week is not of one source. Leave --source away.", field="source")
    measure = partial(measured, connection, today=asked.today, now=asked.now)
    page = week_page(connection, WeekAsk(asked.from_on, asked.liaison_id), measure, asked.today, asked.now)
    return rows_of(page)


def rows_of(page: WeekPage) -> Rows:
    """The page as rows."""
    moved = [
        (
            "moved", figure.title, str(figure.unit), _value(figure.now) if page.was_noted() else None,
            figure.now.cases, figure.now.pending, _value(figure.before) if page.was_noted(1) else None,
            _usual(figure), figure.now.lacks,
        )
        for figure in page.figures
    ]  # fmt: skip
    out = [
        ("stands out", item.title, str(MeasureUnit.COUNT) if item.cases is not None else "", item.cases, item.cases,
         None, None, None, item.why)
        for item in page.stands_out
    ]  # fmt: skip
    return [*moved, *out]


def _value(reading: Reading) -> float | None:
    return None if reading.value is None else round(reading.value, _PLACES)


def _usual(figure: WeekFigure) -> float | None:
    return None if figure.usual_value is None else round(figure.usual_value, _PLACES)
