"""Visits due in the next weeks beside those that fit, as a chart (product.md, section 3)."""

from __future__ import annotations

from hhcrm.charts.chart import Chart, Column, Mark, Part, Row, WeekBehind
from hhcrm.domain.capacity import Load
from hhcrm.domain.days import say_month_day
from hhcrm.domain.wording import translate
from hhcrm.queries.capacity_models import CapacityView, WeekRoom

_DUE, _FIT = 0, 1


def capacity_weeks(view: CapacityView) -> Chart:
    """The weeks of one liaison, or of everybody together."""
    load = view.load
    rows, marks, lines = [], [], []
    for place, week in enumerate(view.weeks):
        fit = Load(load.asked, week.possible)
        words = _words(week, fit)
        behind = WeekBehind(week.monday)
        rows.append(Row(say_month_day(week.monday)))
        heights = ((_DUE, week.due), (_FIT, fit.fits))
        marks += [Mark(place, part, height, words, behind) for part, height in heights if height]
        lines.append((week.monday.isoformat(), week.working_days, week.due, fit.fits, load.asks, fit.over, fit.room))
    due = sum(week.due for week in view.weeks)
    return Chart(
        name="capacity",
        kind="beside",
        title=translate("charts", "Capacity"),
        beside=translate("charts", "{count} visits due").format(count=f"{due:,}"),
        period=translate("charts", "next 12 weeks"),
        value_title=translate("charts", "visits a week"),
        row_title=translate("charts", "week from Monday"),
        parts=(
            Part(translate("charts", "visits due"), 0),
            Part(translate("charts", "that fit"), 5, hollow=True),
        ),
        rows=tuple(rows),
        marks=tuple(marks),
        columns=(
            Column("week_from", translate("charts", "Week of")),
            Column("working_days", translate("charts", "Working days")),
            Column("visits_due", translate("charts", "Visits due")),
            Column("visits_possible", translate("charts", "Fit")),
            Column("visits_per_week_needed", translate("charts", "Rhythm asks for")),
            Column("visits_too_many", translate("charts", "Too many")),
            Column("visits_room", translate("charts", "Room for")),
        ),
        lines=tuple(lines),
        small=True,
        total=False,
    )


def _words(week: WeekRoom, fit: Load) -> str:
    if week.working_days == 1:
        words = translate("charts", "Week of {day}: {due} due, {fits} fit (1 working day)")
    else:
        words = translate("charts", "Week of {day}: {due} due, {fits} fit ({days} working days)")
    return words.format(day=say_month_day(week.monday), due=week.due, fits=fit.fits, days=week.working_days)
