"""Reports by the name of their question: the rows behind a screen or a chart (interfaces.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from sqlalchemy import Connection

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import in_english
from hhcrm.queries import decisions
from hhcrm.queries import pilots as about_pilots
from hhcrm.queries import report_approaches as about_approaches
from hhcrm.queries import report_capacity as about_capacity
from hhcrm.queries import report_goals as about_goals
from hhcrm.queries import report_referrals as about_referrals
from hhcrm.queries import report_visits as about_visits
from hhcrm.queries import report_week as about_week
from hhcrm.queries import report_worth as about_worth
from hhcrm.queries import scorecard as about_sources
from hhcrm.queries.ground import year_start
from hhcrm.queries.read_models import Report
from hhcrm.queries.report_shape import Asked, Rows
from hhcrm.queries.report_splits import split_reports
from hhcrm.storage.settings import agency_zone, rules_on

_Columns = tuple[str, ...]
_Question = Callable[[Connection, Asked], Rows]

_FIXED: Mapping[str, tuple[str, _Columns, _Question]] = {
    "today": ("What do I do now?", about_visits.TODAY, about_visits.today),
    "rhythm": ("How well do visits keep the cadence?", about_visits.RHYTHM, about_visits.rhythm),
    "referrals-by-source": ("Who sent us whom?", about_referrals.BY_SOURCE, about_referrals.by_source),
    "referrals-by-month": ("How many referrals a month?", about_referrals.BY_MONTH, about_referrals.by_month),
    "intake": ("What came in and what became of it?", about_referrals.INTAKE, about_referrals.intake),
    "timely": ("Was the start of care timely? By its day.", about_referrals.TIMELY, about_referrals.timely),
    "loop": ("Were referrers told in time?", about_referrals.LOOP, about_referrals.loop),
    "acceptance": ("What did we answer, and to all alike?", decisions.COLUMNS, decisions.acceptance),
    "conversion": ("How many referrals were admitted?", about_referrals.CONVERSION, about_referrals.conversion),
    "scorecard": ("How well did we do for each source?", about_sources.COLUMNS, about_sources.scorecard_rows),
    "approach": ("What came of what we do differently?", about_approaches.COLUMNS, about_approaches.approach_rows),
    "goals": ("Are we where we should be?", about_goals.COLUMNS, about_goals.goal_rows),
    "pilots": ("Do we keep what we promised for a time?", about_pilots.COLUMNS, about_pilots.pilot_rows),
    "effort": ("What went into each source, and what came of it?", about_visits.EFFORT, about_visits.effort),
    "worth": ("What could each source send, and what does it send?", about_worth.WORTH, about_worth.worth),
    **split_reports(),
}
_WATERFALL, _CAPACITY, WEEK = "waterfall", "capacity", "week"
_FITS = "Do the visits that the cadences imply fit?"
_MOVED = "What moved in the week, and what stands out?"
_NO_PERIOD = frozenset({"today"})
"""These say how things stand today."""


def report_names() -> tuple[str, ...]:
    """The reports whose data exist, by name."""
    return tuple(sorted((*_FIXED, _WATERFALL, _CAPACITY, WEEK)))


def report_period(from_on: date | None, until_on: date | None, today: date) -> tuple[date, date]:
    """First and last day of a report; without days the 12 months to today. Raises RuleBroken."""
    until = until_on or today
    start = from_on or year_start(until)
    if start > until:
        raise RuleBroken("The period ends before it begins.", field="from")
    return start, until


@in_english()
def report(
    connection: Connection,
    name: str,
    from_on: date | None,
    until_on: date | None,
    source_id: int | None,
    liaison_id: int | None,
    today: date,
    now: datetime,
) -> Report:
    """One report. Without days it covers the 12 months to today, `week` the last whole week; only with days `capacity`
    is week by week.

    Raises RuleBroken for an unknown name or period.
    """
    if name not in report_names():
        raise RuleBroken(f'There is no report "{name}". There are: {", ".join(report_names())}.', field="name")
    ahead = name == _CAPACITY
    period = {_CAPACITY: about_capacity.period, WEEK: about_week.period}.get(name, report_period)
    start, until = period(from_on, until_on, today)
    asked = Asked(
        start, until, source_id, liaison_id, today, now, agency_zone(connection, today), rules_on(connection, today)
    )
    if ahead and from_on is None and until_on is None:
        people = about_capacity.by_person(connection, asked)
        return Report(name, _FITS, None, today, about_capacity.PEOPLE, tuple(map(tuple, people)))
    columns: _Columns
    if ahead:
        title, columns, rows = _FITS, about_capacity.WEEKS, about_capacity.by_week(connection, asked)
    elif name == WEEK:
        title, columns, rows = _MOVED, about_week.COLUMNS, about_week.week(connection, asked)
    elif name == _WATERFALL:
        title, (columns, rows) = "Is the pipeline steady?", about_visits.waterfall(connection, asked)
    else:
        title, columns, question = _FIXED[name]
        rows = question(connection, asked)
    if name in _NO_PERIOD:
        return Report(name, title, None, today, columns, tuple(map(tuple, rows)))
    return Report(name, title, start, until, columns, tuple(map(tuple, rows)))
