"""Rhythm kept as a chart (product.md, section 3)."""

from __future__ import annotations

from hhcrm.charts.chart import Chart, Column, Mark, Part
from hhcrm.charts.words import month_row, month_words, nothing_words, percent_cell, percent_words, period_of
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import GapsBehind, MeasuredRhythm


def rhythm_kept(found: MeasuredRhythm) -> Chart:
    """Of the gaps between visits that end in a month, or are too long by its end, the share that was kept."""
    asked = found.asked
    rows, marks, lines = [], [], []
    for place, month in enumerate(found.months):
        share = _share(month.kept, month.gaps, found.fewest)
        rows.append(month_row(month.month, f"{month.gaps:,}" if month.gaps else ""))
        lines.append((f"{month.month:%Y-%m}", month.kept, month.gaps, percent_cell(share)))
        if share is not None:
            words = translate("charts", "{name}: {share} kept, {kept} of {gaps} gaps").format(
                name=month_words(month.month, asked), share=percent_words(share), kept=month.kept, gaps=month.gaps
            )
            marks.append(Mark(place, 0, share, words, GapsBehind(asked.in_month(month.month))))
    whole = _share(found.kept, found.gaps, found.fewest)
    if found.gaps:
        lines.append((translate("charts", "all"), found.kept, found.gaps, percent_cell(whole)))
    return Chart(
        name="rhythm",
        kind="percent",
        title=translate("charts", "Rhythm kept"),
        beside=_beside(whole, found.kept, found.gaps),
        period=period_of(asked),
        value_title=translate("charts", "gaps kept, %"),
        row_title=translate("charts", "month in which the gap ends; below it, how many gaps"),
        parts=(Part(translate("charts", "gaps of at most the cadence and a week"), 2),),
        rows=tuple(rows),
        marks=tuple(marks),
        columns=(
            Column("month", translate("charts", "Month")),
            Column("gaps_kept", translate("charts", "Gaps kept")),
            Column("gaps", translate("charts", "Gaps")),
            Column("rhythm_kept_percent", translate("charts", "Rhythm kept")),
        ),
        lines=tuple(lines) if found.gaps else (),
        measures=(MeasureKey.RHYTHM_KEPT,),
        nothing=nothing_words(found.gaps, ahead=found.ahead),
    )


def _share(kept: int, gaps: int, fewest: int) -> float | None:
    """Kept of all gaps; None where there are too few."""
    return kept / gaps if gaps >= max(fewest, 1) else None


def _beside(share: float | None, kept: int, gaps: int) -> str:
    if not gaps:
        return translate("charts", "n = 0 gaps between visits")
    if share is None:
        return translate("charts", "{kept} of {gaps} gaps between visits").format(kept=kept, gaps=gaps)
    return translate("charts", "{share} of {gaps} gaps between visits").format(
        share=percent_words(share), gaps=f"{gaps:,}"
    )
