"""The two charts of a scorecard: referrals by month and what became of them, and how soon care started."""

from __future__ import annotations

from dataclasses import replace

from hhcrm.charts.chart import Chart, Column, Mark, Part, Row
from hhcrm.charts.referrals import source_months
from hhcrm.charts.words import period_words
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.scorecard_models import START_HOURS, Scorecard

_SOON = 2
"""The first two of the times are within 48 hours."""


def months_chart(card: Scorecard) -> Chart:
    """Referrals by month, of the source and its units."""
    asked = MeasureFilter(card.from_on, card.until_on, source_id=card.source_id)
    chart = source_months(card.months, asked)
    marks = tuple(
        replace(mark, behind=replace(mark.behind, source_ids=card.members))
        if isinstance(mark.behind, ReferralFilter)
        else mark
        for mark in chart.marks
    )
    return replace(chart, name="scorecard-months", marks=marks)


def starts_chart(card: Scorecard) -> Chart:
    """How many starts of care came within a day, two, three, or later."""
    labels = start_labels()
    parts = (
        Part(translate("charts", "within 48 hours"), 0),
        Part(translate("charts", "later"), 1, hatch="////"),
    )
    marks = tuple(
        Mark(row, int(row >= _SOON), count, f"{labels[row]}: {count:,}")
        for row, count in enumerate(card.starts)
        if count
    )
    return Chart(
        name="scorecard-starts",
        kind="across",
        title=translate("charts", "How soon care started"),
        beside=translate("charts", "n = {count}").format(count=f"{card.soc.cases:,}"),
        period=period_words(card.from_on, card.until_on),
        value_title=translate("charts", "starts of care"),
        row_title=translate("charts", "after the referral"),
        parts=parts,
        rows=tuple(Row(label, f"{count:,}" if count else "") for label, count in zip(labels, card.starts, strict=True)),
        marks=marks,
        columns=(
            Column("after_referral", translate("charts", "After the referral")),
            Column("starts_of_care", translate("charts", "Starts of care")),
        ),
        lines=tuple(zip(labels, card.starts, strict=True)) if marks else (),
        small=True,
    )


def start_labels() -> tuple[str, ...]:
    """What the times after a referral are called."""
    first, second, third = START_HOURS
    between = translate("charts", "{first} to {last} hours")
    return (
        translate("charts", "within {hours} hours").format(hours=first),
        between.format(first=first, last=second),
        between.format(first=second, last=third),
        translate("charts", "later than {hours} hours").format(hours=third),
    )
