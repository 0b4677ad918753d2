"""Visits beside referrals as a chart."""

from __future__ import annotations

from hhcrm.charts.chart import Chart, Column, Mark, Part
from hhcrm.charts.words import counted_referrals, counted_visits, month_row, month_words, nothing_words, period_of
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import MeasuredEffort, VisitsBehind


def visits_beside_referrals(found: MeasuredEffort) -> Chart:
    """Completed counting visits and referrals of each month, each by its own day."""
    asked = found.asked
    rows, marks, lines = [], [], []
    for place, month in enumerate(found.months):
        name, part = month_words(month.month, asked), asked.in_month(month.month)
        rows.append(month_row(month.month))
        beside = translate("charts", "{name}: {visits} beside {referrals}").format(
            name=name, visits=counted_visits(month.visits), referrals=counted_referrals(month.referrals)
        )
        if month.visits:
            marks.append(Mark(place, 0, month.visits, beside, VisitsBehind(part)))
        if month.referrals:
            marks.append(Mark(place, 1, month.referrals, beside, part.referrals()))
        lines.append((f"{month.month:%Y-%m}", month.visits, month.referrals, _per_ten(month.referrals, month.visits)))
    if marks:
        whole = _per_ten(found.referrals, found.visits)
        lines.append((translate("charts", "all"), found.visits, found.referrals, whole))
    return Chart(
        name="effort",
        kind="beside",
        title=translate("charts", "Visits beside referrals"),
        beside=translate("charts", "{visits}, {referrals}").format(
            visits=counted_visits(found.visits), referrals=counted_referrals(found.referrals)
        ),
        period=period_of(asked),
        value_title=translate("charts", "number a month"),
        row_title=translate("charts", "month of the visit, of the referral"),
        parts=(
            Part(translate("charts", "completed visits that count"), 2),
            Part(translate("charts", "referrals"), 0, hatch="...."),
        ),
        rows=tuple(rows),
        marks=tuple(marks),
        columns=(
            Column("month", translate("charts", "Month")),
            Column("counting_visits", translate("charts", "Visits"), (0,)),
            Column("referrals", translate("charts", "Referrals"), (1,)),
            Column("referrals_per_ten_visits", translate("charts", "Referrals per ten visits"), (0, 1)),
        ),
        lines=tuple(lines) if marks else (),
        measures=(MeasureKey.COUNTING_VISITS, MeasureKey.REFERRALS, MeasureKey.REFERRALS_PER_TEN_VISITS),
        nothing=nothing_words(0, ahead=found.ahead),
    )


def _per_ten(referrals: int, visits: int) -> float | None:
    return round(10 * referrals / visits, 1) if visits else None
