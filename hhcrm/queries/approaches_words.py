"""What is said of approaches: in the window, on its charts and in their tables. No database library here."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.comparing import FEWEST_WEEKS, Few, Told, Way, false_alarm
from hhcrm.domain.days import say_year_day
from hhcrm.domain.measures import Better, Definition, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.approaches_models import ApproachItem, Compared, ComparedMeasure, Scope, Side

NOTHING = "\u2013"
_MINUS = "\u2212"
_EXACT_BELOW = 10


def way_words(way: Way) -> str:
    """What the weeks since the change are held against."""
    return {
        Way.BEFORE: translate("approaches", "before and after"),
        Way.SEASON: translate("approaches", "same season a year before"),
        Way.OTHERS: translate("approaches", "with and without"),
    }[way]


def scope_words(scope: Scope) -> str:
    """Whom it is about: Skilled nursing facility; North; Mercy, Grace. Or everybody."""
    chosen = [one.name for one in scope.chosen if one is not None]
    sources = ", ".join(source.name for source in scope.sources)
    return "; ".join([*chosen, *([sources] if sources else [])]) or translate("approaches", "everybody")


def days_words(item: ApproachItem, today: date) -> str:
    """Since when: since Mar 5, 2026; from Oct 2, 2025 to Jun 4, 2026; from Jan 4, 2027, still to come."""
    first = say_year_day(item.starts_on)
    if item.ends_on is not None:
        return translate("approaches", "{first} to {last}").format(first=first, last=say_year_day(item.ends_on))
    if not item.has_begun(today):
        return translate("approaches", "from {day}, still to come").format(day=first)
    return translate("approaches", "since {day}").format(day=first)


def amount(value: float, unit: MeasureUnit, *, signed: bool = False, points: bool = False) -> str:
    """A value in its unit: 2.7, 62 %, 31.5 h, $64; a difference with its sign, of shares in points."""
    sign = "" if value >= 0 and not signed else _sign(value)
    size = abs(value)
    if unit is MeasureUnit.SHARE:
        number = f"{100 * size:.0f}"
        words = translate("approaches", "{number} points") if points else "{number} %"
        return f"{sign}{words.format(number=number)}"
    if unit is MeasureUnit.DOLLARS:
        return f"{sign}${size:,.0f}"
    words = {
        MeasureUnit.HOURS: translate("approaches", "{number} h"),
        MeasureUnit.MINUTES: translate("approaches", "{number} min"),
        MeasureUnit.MILES: translate("approaches", "{number} mi"),
    }.get(unit, "{number}")
    number = f"{size:,.0f}" if size == round(size) or size >= 10 * _EXACT_BELOW else f"{size:,.1f}"
    return f"{sign}{words.format(number=number if size >= 1 or size == 0 else f'{size:.2f}')}"


def _sign(value: float) -> str:
    return "+" if value > 0 else _MINUS if value < 0 else "\u00b1"


def value_words(value: float | None, definition: Definition) -> str:
    """The value of a side: 2.7 a week, 62 %, a dash where there is none."""
    if value is None:
        return NOTHING
    return _weekly(amount(value, definition.unit), definition)


def side_words(side: Side, definition: Definition) -> str:
    """The value of a side with its cases: 2.7 a week (101)."""
    return f"{value_words(side.value, definition)} ({side.cases:,})"


def difference_words(value: float, definition: Definition) -> str:
    """A difference: +2.1 a week, -4 points."""
    return _weekly(amount(value, definition.unit, signed=True, points=True), definition)


def _weekly(words: str, definition: Definition) -> str:
    if definition.shape is not MeasureShape.SUM:
        return words
    return translate("approaches", "{amount} a week").format(amount=words)


def interval_words(one: ComparedMeasure) -> str:
    """The interval in which the difference lies: -1.1 to +0.4, -9 to +14 points; "" where there is none."""
    interval, unit = one.difference.interval, one.definition.unit
    if interval is None:
        return ""
    low, high = (amount(each, unit, signed=True, points=True) for each in (interval.low, interval.high))
    if unit is MeasureUnit.SHARE:  # said once: twice it is wider than the chart has room for
        low = f"{_sign(interval.low)}{100 * abs(interval.low):.0f}"
    return translate("approaches", "{low} to {high}").format(low=low, high=high)


def told_words(one: ComparedMeasure) -> str:
    """What it says, short: more, less, no difference can be told, too few to tell."""
    return {
        Told.MORE: translate("approaches", "more"),
        Told.LESS: translate("approaches", "less"),
        Told.NOT_TOLD: translate("approaches", "no difference can be told"),
        Told.TOO_FEW: translate("approaches", "too few to tell"),
    }[Told.TOO_FEW if one.refused else one.difference.told]


def why_words(one: ComparedMeasure, fewest: int) -> str:
    """Why nothing can be told; "" where something is."""
    if one.refused or one.lacks:
        return one.refused or one.lacks
    few = one.difference.few
    if few is None:
        return ""
    return {
        Few.WEEKS: translate("approaches", "fewer than {weeks} whole weeks on each side"),
        Few.CASES: translate("approaches", "fewer than {cases} cases"),
        Few.STILL: translate("approaches", "nothing varies from week to week or from case to case"),
        Few.EVERYBODY: translate("approaches", "it is for everybody: there is nobody without it"),
        Few.LACKS: one.lacks,
    }[few].format(weeks=FEWEST_WEEKS, cases=fewest)


def is_better(one: ComparedMeasure) -> bool | None:
    """Whether what is told is good; None where nothing is told or neither way is better."""
    told, better = one.difference.told, one.definition.better
    if told not in (Told.MORE, Told.LESS) or better is Better.NEITHER:
        return None
    return (told is Told.MORE) == (better is Better.MORE)


def measure_words(one: ComparedMeasure, compared: Compared) -> str:
    """One measure in a sentence: from what to what, how far apart, how surely."""
    title = one.definition.title
    why = why_words(one, compared.fewest_cases)
    if one.refused or one.before.value is None or one.after.value is None:
        return f"{title}: {told_words(one)}. {_sentence(why)}".strip()
    moved = translate("approaches", "from {before} to {after}").format(
        before=side_words(one.before, one.definition), after=side_words(one.after, one.definition)
    )
    parts = [f"{title}: {moved}"]
    if one.others is not None:
        parts.append(_others_words(one))
    parts.append(_apart_words(one, compared, why))
    return ". ".join(parts) + "."


def _others_words(one: ComparedMeasure) -> str:
    assert one.others is not None
    before, after = (side_words(side, one.definition) for side in one.others)
    return translate("approaches", "Those without it: from {before} to {after}").format(before=before, after=after)


def _apart_words(one: ComparedMeasure, compared: Compared, why: str) -> str:
    difference = one.difference
    if difference.interval is None or difference.value is None:
        words = translate("approaches", "Too few to tell: {why}")
        return words.format(why=why)
    words = (
        translate("approaches", "That is {difference} against moving as the others did ({interval}): {told}")
        if one.others is not None
        else translate("approaches", "That is {difference} ({interval}): {told}")
    )
    said = words.format(
        difference=difference_words(difference.value, one.definition), interval=interval_words(one),
        told=told_words(one),
    )  # fmt: skip
    if difference.for_all and len(compared.measures) > 1:
        return translate("approaches", "{said}, also with all {count} measures judged together").format(
            said=said, count=len(compared.measures)
        )
    return said


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.') else '.'}" if words else ""


def state_words(compared: Compared, today: date) -> str:
    """How an approach stands, in a sentence: 37 weeks before and after. Referrals: no difference can be told."""
    item, count = compared.approach, compared.sides.count
    if not item.has_begun(today):
        return translate("approaches", "It has not begun.")
    told = "; ".join(f"{one.definition.title}: {told_words(one)}" for one in compared.measures)
    if count < FEWEST_WEEKS:
        words = translate("approaches", "Too few to tell: {count} of {needed} whole weeks on each side.")
        return words.format(count=count, needed=FEWEST_WEEKS)
    words = translate("approaches", "{count} weeks on each side. {told}.")
    return words.format(count=count, told=told)


def chance_words(measures: int) -> str:
    """How likely one of the measures shows a difference though nothing changed."""
    if measures < 2:
        return translate(
            "approaches",
            "Each interval holds the true difference 95 times in 100: 1 time in 20 it shows one by chance.",
        )
    words = translate(
        "approaches",
        "{count} measures are looked at: though nothing changed, one of them shows a difference by chance about "
        "{percent} times in 100.",
    )
    return words.format(count=measures, percent=round(100 * false_alarm(measures)))


def method_words(way: Way) -> str:
    """How it is judged, for "what is this?"."""
    first = translate(
        "approaches",
        "Whole weeks from Monday to Sunday are held against as many others, at most a year; the week in which it "
        "began counts for neither side. The interval holds the true difference 95 times in 100. Where it holds 0, no "
        "difference can be told. Below 6 weeks or the fewest cases (Settings, Rules) it is too few to tell.",
    )
    second = translate(
        "approaches",
        "Counts and sums by Welch's interval of the weekly means; shares by Newcombe's hybrid of two Wilson intervals; "
        "ratios by Welch's interval of weekly residuals; middle values by the interval of Price and Bonett.",
    )
    third = {
        Way.BEFORE: translate("approaches", "Whatever else changed at that time is in the difference, too."),
        Way.SEASON: translate(
            "approaches", "The same weeks 52 weeks earlier take the season out, not the year's growth."
        ),
        Way.OTHERS: translate(
            "approaches",
            "Those outside show what would have come anyway: of counts and sums in proportion to their size, of the "
            "rest by as much as theirs changed. What is left is the difference in differences.",
        ),
    }[way]
    return f"{first} {second} {third}"
