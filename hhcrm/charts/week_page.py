"""The two small charts of the week on one page: referrals and visits, week by week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from hhcrm.charts.chart import Behind, Chart, Column, Mark, Part, Row
from hhcrm.charts.words import counted_referrals, counted_visits, period_of
from hhcrm.domain.days import say_month_day
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import MeasureFilter, VisitsBehind
from hhcrm.queries.week_page_models import WeekCount, WeekPage


def referrals_chart(page: WeekPage) -> Chart:
    """Referrals of the weeks up to this one; this one is filled, the others are lighter by their hatch."""
    return _chart(
        page,
        ("week-referrals", translate("charts", "Referrals by week"), translate("charts", "referrals a week")),
        Column("referrals", translate("charts", "Referrals")),
        lambda week: week.referrals,
        counted_referrals,
        lambda asked: asked.referrals(),
        0,
        MeasureKey.REFERRALS,
    )


def visits_chart(page: WeekPage) -> Chart:
    """Completed visits that count, of the same weeks."""
    return _chart(
        page,
        ("week-visits", translate("charts", "Visits by week"), translate("charts", "visits a week")),
        Column("visits", translate("charts", "Visits")),
        lambda week: week.visits,
        counted_visits,
        VisitsBehind,
        2,
        MeasureKey.COUNTING_VISITS,
    )


def _chart(
    page: WeekPage,
    titles: tuple[str, str, str],
    column: Column,
    count: Callable[[WeekCount], int],
    say: Callable[[int], str],
    behind: Callable[[MeasureFilter], Behind],
    ink: int,
    measure: MeasureKey,
) -> Chart:
    name, title, value_title = titles
    marks, rows = [], []
    for place, week in enumerate(page.weeks):
        number = count(week)
        note = f"{number:,}" if number else ""
        rows.append(Row(say_month_day(week.monday), note))
        if number:
            asked = page.asked.over(week.monday, week.monday + timedelta(days=6))
            words = translate("charts", "Week of {day}: {count}").format(
                day=say_month_day(week.monday), count=say(number)
            )
            is_shown = week.monday == page.asked.monday
            marks.append(Mark(place, 0 if is_shown else 1, number, words, behind(asked)))
    total = sum(count(week) for week in page.weeks)
    first = page.weeks[0].monday if page.weeks else page.asked.monday
    return Chart(
        name=name,
        kind="stacked",
        title=title,
        beside=say(total),
        period=period_of(page.asked.over(first, page.asked.sunday)),
        value_title=value_title,
        row_title=translate("charts", "week from Monday"),
        parts=(
            Part(translate("charts", "the week shown"), ink),
            Part(translate("charts", "the weeks before"), None, hatch="////"),
        ),
        rows=tuple(rows),
        marks=tuple(marks),
        columns=(Column("week_from", translate("charts", "Week of")), column),
        lines=tuple((week.monday.isoformat(), count(week)) for week in page.weeks) if marks else (),
        small=True,
        total=False,
        measures=(measure,),
    )
