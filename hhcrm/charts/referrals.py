"""Referrals as charts: by source, by month, by type of source, and how many of those decided were admitted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hhcrm.charts.chart import Behind, Cell, Chart, Column, Mark, Part, Row
from hhcrm.charts.words import (
    counted_referrals,
    month_row,
    month_words,
    nothing_words,
    percent_cell,
    percent_words,
    period_of,
    period_words,
)
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import MeasuredReferrals, MeasureFilter, MonthOutcomes, Outcomes
from hhcrm.queries.referral_models import Outcome, ReferralFilter

_COUNTED = (MeasureKey.REFERRALS, MeasureKey.ADMISSIONS, MeasureKey.CONVERSION)
_OUTCOMES: tuple[Outcome, ...] = ("admitted", "not admitted", "open")
Find = Callable[[Outcome], Behind | None]


def by_source(found: MeasuredReferrals) -> Chart:
    """Who sent most, and the others together."""
    asked, others = found.asked, found.others
    rows, marks = [], []
    for place, source in enumerate(found.sources):
        which = replace(asked, source_id=source.key)
        rows.append(Row(source.name, _note(source.outcomes, found.fewest)))
        marks += _marks(place, source.name, source.outcomes, which.referrals)
    lines = [(one.name, *_cells(one.outcomes, found.fewest)) for one in found.sources]
    if others.referrals:
        count = found.source_count - len(found.sources)
        name = translate("charts", "1 other") if count == 1 else translate("charts", "{count} others")
        name = name.format(count=f"{count:,}")
        named = tuple(source.key for source in found.sources)
        rows.append(Row(name, _note(others, found.fewest), quiet=True))
        marks += _marks(
            len(found.sources), name, others, lambda part: replace(asked.referrals(part), not_source_ids=named)
        )
        lines.append((name, *_cells(others, found.fewest)))
    return Chart(
        name="referrals-by-source",
        kind="across",
        title=translate("charts", "Referrals by source"),
        beside=_top_words(found),
        period=period_of(asked),
        value_title=translate("charts", "referrals; share admitted of those decided"),
        row_title=translate("charts", "source"),
        parts=_parts(),
        rows=tuple(rows),
        marks=tuple(marks),
        columns=(Column("source", translate("charts", "Source")), *_columns()),
        lines=_with_total(lines, found.total, found.fewest),
        measures=_COUNTED,
        nothing=nothing_words(0, ahead=found.ahead),
    )


def by_month(found: MeasuredReferrals) -> Chart:
    """How many a month."""
    chart = _by_month(found.asked, found.months, found.total, found.fewest)
    return replace(chart, nothing=nothing_words(0, ahead=found.ahead))


def by_type(found: MeasuredReferrals) -> Chart:
    """Which types of source sent them; most first."""
    asked = found.asked
    types = sorted(found.types, key=lambda one: -one.outcomes.referrals)
    marks: list[Mark] = []
    for place, one in enumerate(types):
        marks += _marks(place, one.name, one.outcomes, replace(asked, type_id=one.key).referrals)
    return Chart(
        name="conversion",
        kind="across",
        title=translate("charts", "Referrals by source type"),
        beside=_n_words(found.total.referrals),
        period=period_of(asked),
        value_title=translate("charts", "referrals; share admitted of those decided"),
        row_title=translate("charts", "type of source"),
        parts=_parts(),
        rows=tuple(Row(one.name, _note(one.outcomes, found.fewest)) for one in types),
        marks=tuple(marks),
        columns=(Column("type", translate("charts", "Type")), *_columns()),
        lines=_with_total(
            [(one.name, *_cells(one.outcomes, found.fewest)) for one in types], found.total, found.fewest
        ),
        measures=_COUNTED,
        nothing=nothing_words(0, ahead=found.ahead),
    )


def conversion(found: MeasuredReferrals) -> Chart:
    """Admitted of those decided, by month of the referral; the still open ones beside it (product.md, section 6)."""
    asked = found.asked
    rows, marks = [], []
    for place, month in enumerate(found.months):
        outcomes, share = month.outcomes, _share(month.outcomes, found.fewest)
        rows.append(month_row(month.month, f"{outcomes.decided:,}" if outcomes.decided else ""))
        if share is not None:
            words = _conversion_words(month_words(month.month, asked), outcomes)
            marks.append(Mark(place, 0, share, words, asked.in_month(month.month).referrals()))
    return Chart(
        name="conversion-by-month",
        kind="percent",
        title=translate("charts", "Conversion"),
        beside=_decided_words(found.total, found.fewest),
        period=period_of(asked),
        value_title=translate("charts", "admitted, % of those decided"),
        row_title=translate("charts", "month of referral; below it, how many are decided"),
        parts=(Part(translate("charts", "admitted of those decided"), 0),),
        rows=tuple(rows),
        marks=tuple(marks),
        columns=(Column("month", translate("charts", "Month")), *_columns()),
        lines=_with_total(
            [(f"{m.month:%Y-%m}", *_cells(m.outcomes, found.fewest)) for m in found.months], found.total, found.fewest
        ),
        measures=(MeasureKey.CONVERSION,),
        nothing=nothing_words(found.total.decided, ahead=found.ahead),
    )


def source_months(months: Sequence[MonthOutcomes], asked: MeasureFilter) -> Chart:
    """One source's last months, small: what the pane of a source shows."""
    total = Outcomes()
    for month in months:
        total = total.and_also(month.outcomes)
    chart = _by_month(asked, months, total, DEFAULTS.fewest_cases)
    return replace(chart, name="source-months", small=True)


def _by_month(asked: MeasureFilter, months: Sequence[MonthOutcomes], total: Outcomes, fewest: int) -> Chart:
    marks: list[Mark] = []
    for place, month in enumerate(months):
        which = asked.in_month(month.month)
        marks += _marks(place, month_words(month.month, asked), month.outcomes, which.referrals)
    return Chart(
        name="referrals-by-month",
        kind="stacked",
        title=translate("charts", "Referrals by month"),
        beside=_n_words(total.referrals),
        period=period_words(asked.from_on, asked.until_on),
        value_title=translate("charts", "referrals"),
        row_title=translate("charts", "month of referral"),
        parts=_parts(),
        rows=tuple(
            month_row(month.month, f"{month.outcomes.referrals:,}" if month.outcomes.referrals else "")
            for month in months
        ),
        marks=tuple(marks),
        columns=(Column("month", translate("charts", "Month")), *_columns()),
        lines=_with_total(
            [(f"{month.month:%Y-%m}", *_cells(month.outcomes, fewest)) for month in months], total, fewest
        ),
        measures=_COUNTED,
    )


# --- pieces ----------------------------------------------------------------------------------------------------------


def _parts() -> tuple[Part, ...]:
    return (
        Part(translate("charts", "admitted"), 0),
        Part(translate("charts", "not admitted"), 1, hatch="////"),
        Part(translate("charts", "still open"), 4, hollow=True),
    )


def _marks(row: int, name: str, outcomes: Outcomes, find: Callable[[Outcome], ReferralFilter]) -> list[Mark]:
    """One mark for each outcome that there is."""
    counts = (outcomes.admitted, outcomes.not_admitted, outcomes.still_open)
    return [
        Mark(row, part, count, _mark_words(name, _OUTCOMES[part], count, outcomes), find(_OUTCOMES[part]))
        for part, count in enumerate(counts)
        if count
    ]


def _mark_words(name: str, outcome: Outcome, count: int, of: Outcomes) -> str:
    words = {
        "admitted": translate("charts", "{name}: {count} of {all} admitted"),
        "not admitted": translate("charts", "{name}: {count} of {all} not admitted"),
        "open": translate("charts", "{name}: {count} of {all} still open"),
    }
    return words[outcome].format(name=name, count=f"{count:,}", all=counted_referrals(of.referrals))


def _conversion_words(name: str, outcomes: Outcomes) -> str:
    words = translate("charts", "{name}: {share} admitted, {admitted} of {decided} decided; {open} still open")
    return words.format(
        name=name,
        share=percent_words(outcomes.conversion),
        admitted=f"{outcomes.admitted:,}",
        decided=f"{outcomes.decided:,}",
        open=f"{outcomes.still_open:,}",
    )


def _share(outcomes: Outcomes, fewest: int) -> float | None:
    """Admitted of those decided; None where too few are."""
    return outcomes.conversion if outcomes.decided >= fewest else None


def _note(outcomes: Outcomes, fewest: int) -> str:
    """How many, and the share admitted of those decided: 49, 78 %."""
    share = percent_words(_share(outcomes, fewest))
    return f"{outcomes.referrals:,}, {share}" if share else f"{outcomes.referrals:,}"


def _n_words(count: int) -> str:
    return translate("charts", "n = {count}").format(count=f"{count:,}")


def _top_words(found: MeasuredReferrals) -> str:
    if found.source_count > len(found.sources):
        words = translate("charts", "top {named} of {all}; n = {count}")
    else:
        words = translate("charts", "all {all}; n = {count}")
    return words.format(named=len(found.sources), all=f"{found.source_count:,}", count=f"{found.total.referrals:,}")


def _decided_words(total: Outcomes, fewest: int) -> str:
    share = percent_words(_share(total, fewest))
    if not total.decided:
        return translate("charts", "none decided, {open} still open").format(open=f"{total.still_open:,}")
    if not share:
        words = translate("charts", "{admitted} of {decided} decided; {open} still open")
        return words.format(admitted=total.admitted, decided=total.decided, open=f"{total.still_open:,}")
    words = translate("charts", "{share} of {decided} decided; {open} still open")
    return words.format(share=share, decided=f"{total.decided:,}", open=f"{total.still_open:,}")


def _columns() -> tuple[Column, ...]:
    return (
        Column("referrals", translate("charts", "Referrals"), (0, 1, 2)),
        Column("admissions", translate("charts", "Admitted"), (0,)),
        Column("not_admitted", translate("charts", "Not admitted"), (1,)),
        Column("still_open", translate("charts", "Open"), (2,)),
        Column("conversion_percent", translate("charts", "Conversion"), (0, 1)),
    )


def _cells(outcomes: Outcomes, fewest: int) -> tuple[Cell, ...]:
    return (
        outcomes.referrals, outcomes.admitted, outcomes.not_admitted, outcomes.still_open,
        percent_cell(_share(outcomes, fewest)),
    )  # fmt: skip


def _with_total(lines: Sequence[tuple[Cell, ...]], total: Outcomes, fewest: int) -> tuple[tuple[Cell, ...], ...]:
    if not total.referrals:
        return ()
    return (*lines, (translate("charts", "all"), *_cells(total, fewest)))
