"""Referrals of one source by month, as the same small chart that Measure shows large."""

from __future__ import annotations

from datetime import date

from hhcrm.charts.chart import Chart
from hhcrm.charts.referrals import source_months
from hhcrm.queries.measure_models import MeasureFilter, MonthOutcomes, Outcomes
from hhcrm.queries.read_models import MonthCount


def months_chart(source_id: int, months: tuple[MonthCount, ...], today: date) -> Chart:
    """The chart of a source's last months, this one to today."""
    first = months[0].month if months else today.replace(day=1)
    outcomes = (MonthOutcomes(m.month, Outcomes(m.referrals, m.admitted, m.not_admitted)) for m in months)
    return source_months(tuple(outcomes), MeasureFilter(first, today, source_id=source_id))
