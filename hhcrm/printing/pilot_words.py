"""What pilots and their standards say in words and figures: the same on the screen and on the page. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from hhcrm.domain.days import say_day, say_year_day
from hhcrm.domain.standards import UNITS, Standard, Standing, Unit, Verdict
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import Comparison, Measure, PilotStatus
from hhcrm.printing.scorecard_words import Figure
from hhcrm.queries.pilot_models import PilotItem, PilotProgress

_TITLES = {
    Measure.REFERRALS: QT_TRANSLATE_NOOP("pilots", "Referrals sent to us"),
    Measure.ADMISSIONS: QT_TRANSLATE_NOOP("pilots", "Patients admitted"),
    Measure.ACCEPTED_SHARE: QT_TRANSLATE_NOOP("pilots", "Referrals that we accept"),
    Measure.CONVERSION: QT_TRANSLATE_NOOP("pilots", "Referrals whose care starts"),
    Measure.DECIDED_WITHIN: QT_TRANSLATE_NOOP("pilots", "Our decision within {hours} hours"),
    Measure.STARTED_WITHIN: QT_TRANSLATE_NOOP("pilots", "Care starts within {hours} hours"),
    Measure.SAME_DAY_START: QT_TRANSLATE_NOOP("pilots", "Care starts on the day of the referral"),
    Measure.TIMELY: QT_TRANSLATE_NOOP("pilots", "Care starts in time as CMS measures it"),
    Measure.HOURS_TO_DECISION: QT_TRANSLATE_NOOP("pilots", "Time to our decision (median)"),
    Measure.HOURS_TO_SOC: QT_TRANSLATE_NOOP("pilots", "Time to the start of care (median)"),
    Measure.LOOP_ON_TIME: QT_TRANSLATE_NOOP("pilots", "Updates about patients told in time"),
    Measure.SATISFIED: QT_TRANSLATE_NOOP("pilots", "Patients who answer 9 or 10 of 10"),
    Measure.RETURNS_TO_HOSPITAL: QT_TRANSLATE_NOOP("pilots", "Patients back in hospital within 30 days"),
}


class Phase(StrEnum):
    """When a page about a pilot is handed over."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


def phase_of(item: PilotItem, on: date) -> Phase:
    """What there is to hand over on a day: the proposal, how it stands, or what came of it."""
    if item.status is PilotStatus.RUNNING and item.has_begun(on):
        return Phase.MIDDLE
    return Phase.END if item.status is PilotStatus.FINISHED else Phase.START


def number_words(value: float) -> str:
    """A number without a needless decimal: 90, 12.5, 1,200."""
    rounded = round(value, 1)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"


def measure_title(measure: Measure, within_hours: str = "…") -> str:
    """What a measure asks, in a few words."""
    return translate("pilots", _TITLES[measure]).format(hours=within_hours)


def standard_title(standard: Standard) -> str:
    """What a standard is about."""
    return measure_title(standard.measure, number_words(standard.within_hours or 0))


def target_words(standard: Standard) -> str:
    """What is promised: at least 90 %, at most 2 hours."""
    value = _in_unit(standard.measure, number_words(standard.target))
    least = standard.comparison is Comparison.AT_LEAST
    words = translate("pilots", "at least {value}") if least else translate("pilots", "at most {value}")
    return words.format(value=value)


def figure_of(standing: Standing) -> Figure:
    """How a standard stands in figures: the value, of how many, a bar for a share."""
    standard, read = standing.standard, standing.reading
    title, name = standard_title(standard), standard.measure.name.lower()
    unit = UNITS[standard.measure]
    if read.value is None or (standing.verdict is Verdict.TOO_FEW and unit is not Unit.COUNT):
        few = translate("pilots", "too few to tell ({count})").format(count=read.cases)
        return Figure(name, title, few if read.cases else translate("pilots", "none yet"), few=True)
    if unit is Unit.COUNT:
        return Figure(name, title, number_words(read.value))
    if unit is Unit.HOURS:
        beside = translate("pilots", "median of {count}").format(count=f"{read.cases:,}")
        return Figure(name, title, _in_unit(standard.measure, number_words(read.value)), beside)
    beside = translate("pilots", "{part} of {of}").format(part=f"{read.part:,}", of=f"{read.cases:,}")
    return Figure(name, title, _in_unit(standard.measure, number_words(read.value)), beside, read.value / 100)


def verdict_words(standing: Standing) -> str:
    """Met, not met, or too few to tell."""
    return {
        Verdict.MET: translate("pilots", "met"),
        Verdict.NOT_MET: translate("pilots", "not met"),
        Verdict.TOO_FEW: translate("pilots", "too few to tell"),
    }[standing.verdict]


def more_words(standing: Standing) -> str:
    """What would change the verdict; nothing where it is met."""
    more = standing.more
    if standing.verdict is Verdict.MET:
        return ""
    if more is None:
        return translate("pilots", "No further case can bring it to its target.")
    if standing.verdict is Verdict.TOO_FEW:
        one, many = (
            translate("pilots", "1 more case is needed to tell."),
            translate("pilots", "{count} more cases are needed to tell."),
        )
    elif UNITS[standing.standard.measure] is Unit.COUNT:
        one, many = (
            translate("pilots", "1 more would meet it."),
            translate("pilots", "{count} more would meet it."),
        )
    else:
        one, many = (
            translate("pilots", "1 more good case would meet it."),
            translate("pilots", "{count} more good cases in a row would meet it."),
        )
    return (one if more == 1 else many).format(count=f"{more:,}")


def progress_words(progress: PilotProgress) -> str:
    """How the standards stand together: 2 of 3 standards are met, 1 too few to tell."""
    met, few, all_ = progress.count(Verdict.MET), progress.count(Verdict.TOO_FEW), len(progress.standings)
    words = translate("pilots", "{met} of {all} standards met").format(met=met, all=all_)
    told = translate("pilots", "{count} with too few cases to tell").format(count=few) if few else ""
    return ", ".join(part for part in (words, told) if part)


def pilot_figures(pilots: Sequence[PilotProgress]) -> tuple[Figure, ...]:
    """How some pilots stand, one line each: its name, how many of its standards are met, and when it runs."""
    found = []
    for place, one in enumerate(pilots):
        few, all_ = one.count(Verdict.TOO_FEW), len(one.standings)
        words = translate("pilots", "{met} of {all} standards met").format(met=one.count(Verdict.MET), all=all_)
        unsure = translate("pilots", "{count} with too few cases to tell").format(count=few)
        value = words if few < all_ else translate("pilots", "too few to tell")
        beside = "  ·  ".join((days_words(one.pilot, one.on), *([unsure] if 0 < few < all_ else [])))
        found.append(Figure(f"pilot_{place}", one.pilot.name, value, beside, few=few == all_))
    return tuple(found)


def days_words(item: PilotItem, on: date) -> str:
    """From when to when, and which day it is."""
    span = translate("pilots", "{first} to {last}").format(
        first=say_year_day(item.starts_on), last=say_year_day(item.ends_on)
    )
    if item.status is PilotStatus.RUNNING and on >= item.starts_on and not item.is_over(on):
        day = translate("pilots", "day {day} of {days}").format(day=item.day_of(on), days=item.days)
    elif item.status is PilotStatus.RUNNING and item.is_over(on):
        day = translate("pilots", "over since {day}").format(day=say_day(item.ends_on, on))
    else:
        day = translate("pilots", "{days} days").format(days=item.days)
    return f"{span}  ·  {day}"


def about_words(item: PilotItem) -> str:
    """Which referrals it is about."""
    zips = ", ".join(item.zips)
    parts = (
        item.service_line,
        translate("pilots", "paid by {payer}").format(payer=item.payer) if item.payer else "",
        translate("pilots", "ZIP {zips}").format(zips=zips) if zips else "",
    )
    said = "  ·  ".join(part for part in parts if part)
    return said or translate("pilots", "all referrals of this source")


def phase_title(phase: Phase) -> str:
    """The line above the name of the pilot on its page."""
    return {
        Phase.START: translate("pilots", "Pilot: what we propose"),
        Phase.MIDDLE: translate("pilots", "Pilot: how it stands"),
        Phase.END: translate("pilots", "Pilot: what came of it"),
    }[phase]


def _in_unit(measure: Measure, number: str) -> str:
    unit = UNITS[measure]
    if unit is Unit.SHARE:
        return f"{number} %"
    return number if unit is Unit.COUNT else translate("pilots", "{hours} hours").format(hours=number)
