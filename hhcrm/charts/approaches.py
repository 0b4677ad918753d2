"""What came of an approach as charts: how far each measure moved with its interval, and its weeks."""

from __future__ import annotations

from hhcrm.charts.chart import Cell, Chart, Column, Mark, NumbersBehind, Part, Row
from hhcrm.charts.words import period_words
from hhcrm.domain.comparing import Told, Way
from hhcrm.domain.days import say_month_day, say_year_day
from hhcrm.domain.measures import MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.approaches_models import Compared, ComparedMeasure, WeekValue
from hhcrm.queries.approaches_words import (
    amount,
    difference_words,
    interval_words,
    is_better,
    measure_words,
    method_words,
    side_words,
    told_words,
    value_words,
    way_words,
    why_words,
)

BETTER, WORSE, OTHER, UNTOLD, TOO_FEW = range(5)
"""The parts of the chart of intervals: what a measure's difference says."""

_NUMBERS = NumbersBehind()


def intervals(compared: Compared) -> Chart:
    """Each measure in a row: before and after, and the difference with its interval about the line of no change."""
    marks = [mark for row, one in enumerate(compared.measures) for mark in _marks(row, one, compared)]
    sides = compared.sides
    pairs = (sides.before, sides.after) if sides.count else ()
    period = " / ".join(period_words(side.first, side.last) for side in pairs)
    return Chart(
        name="approach-intervals",
        kind="intervals",
        title=compared.approach.name,
        beside=way_words(compared.way),
        period=period,
        value_title=translate("approaches", "difference with 95 % interval, each to its own scale; line: no change"),
        row_title=translate("approaches", "measure"),
        parts=_parts(),
        rows=tuple(_row(one, compared) for one in compared.measures),
        marks=tuple(marks),
        columns=_columns(),
        lines=tuple(_line(one, compared) for one in compared.measures),
        total=False,
        measures=tuple(one.definition.key for one in compared.measures),
        attributed=any(one.attributed for one in compared.measures),
        about=method_words(compared.way),
    )  # fmt: skip


def weekly(compared: Compared, one: ComparedMeasure) -> Chart:
    """One measure week by week, the weeks before the change and those since told apart by the kind of their line."""
    scale = 100 if one.definition.unit is MeasureUnit.SHARE else 1
    season = compared.way is Way.SEASON
    before, after = set(compared.sides.before.mondays), set(compared.sides.after.mondays)
    weeks = [week for week in one.weekly if week.monday in before | after]
    marks, names = [], []
    for place, week in enumerate(weeks):
        row = place % compared.sides.count if season else place
        if week.value is not None:
            part = 0 if week.monday in before else 1
            marks.append(Mark(row, part, scale * week.value, _week_words(week, one), week.behind))
        if not season or week.monday in after:
            names.append(Row(say_month_day(week.monday), group=str(week.monday.year)))
    began = translate("approaches", "since {day}").format(day=say_year_day(compared.approach.starts_on))
    first, since = _sides(compared)[0], translate("approaches", "since the change")
    return Chart(
        name="approach-weeks",
        kind="lines",
        title=translate("approaches", "{measure} by week").format(measure=one.definition.title),
        beside=f"{compared.approach.name}, {began}",
        period="" if not weeks else period_words(weeks[0].monday, compared.sides.after.last),
        value_title=_value_title(one),
        row_title=translate("approaches", "week from Monday"),
        parts=(Part(first, None, hollow=True), Part(since, 0)),
        rows=tuple(names),
        marks=tuple(marks),
        columns=(
            Column("week", translate("approaches", "Week from")),
            Column("value_before", f"{one.definition.title}, {first}", parts=(0,)),
            Column("value_since", f"{one.definition.title}, {since}", parts=(1,)),
            Column("cases", translate("approaches", "Cases")),
        ),
        lines=tuple(_week_line(week, week.monday in before, scale) for week in weeks),
        total=False,
        measures=(one.definition.key,),
        attributed=one.attributed,
        about=method_words(compared.way),
    )  # fmt: skip


def _week_line(week: WeekValue, before: bool, scale: int) -> tuple[Cell, ...]:
    value = None if week.value is None else round(scale * week.value, 2)
    return (f"{week.monday:%Y-%m-%d}", value if before else None, None if before else value, week.cases)


def _value_title(one: ComparedMeasure) -> str:
    title = one.definition.title
    units = {
        MeasureUnit.SHARE: "%",
        MeasureUnit.HOURS: translate("approaches", "hours"),
        MeasureUnit.MINUTES: translate("approaches", "minutes"),
        MeasureUnit.MILES: translate("approaches", "miles"),
        MeasureUnit.DOLLARS: translate("approaches", "dollars"),
    }
    unit = units.get(one.definition.unit)
    if one.definition.shape is MeasureShape.SUM:
        return translate("approaches", "{measure} a week").format(measure=title if unit is None else f"{title}, {unit}")
    return title if unit is None else f"{title}, {unit}"


def _week_words(week: WeekValue, one: ComparedMeasure) -> str:
    value = amount(week.value or 0, one.definition.unit)
    words = translate("approaches", "Week from {day}: {value}, {count} cases")
    return words.format(day=say_year_day(week.monday), value=value, count=f"{week.cases:,}")


def _parts() -> tuple[Part, ...]:
    return (
        Part(translate("approaches", "better"), 2),
        Part(translate("approaches", "worse"), 5, hatch="////"),
        Part(translate("approaches", "changed"), 0, hatch=".."),
        Part(translate("approaches", "no difference can be told"), None, hollow=True),
        Part(translate("approaches", "too few to tell"), None, hatch="xx"),
    )


def _row(one: ComparedMeasure, compared: Compared) -> Row:
    """Its name, and what stands beside the interval: the difference, or why there is none."""
    difference = one.difference
    if difference.interval is None or difference.value is None:
        why = why_words(one, compared.fewest_cases)
        return Row(one.definition.title, f"{told_words(one)}: {why}" if why else told_words(one), quiet=True)
    words = f"{difference_words(difference.value, one.definition)} ({interval_words(one)})"
    better = is_better(one)
    if better is not None:
        verdict = translate("approaches", "better") if better else translate("approaches", "worse")
        words = f"{verdict}: {words}"
    return Row(one.definition.title, words, quiet=difference.told is Told.NOT_TOLD)


def _marks(row: int, one: ComparedMeasure, compared: Compared) -> list[Mark]:
    """Both values, and the difference where there is an interval: all of them of the part of what it says."""
    title, part = one.definition.title, _part_of(one)
    found = [
        Mark(row, part, side.value, f"{title}, {words}: {side_words(side, one.definition)}", side.behind)
        for side, words in zip((one.before, one.after), _sides(compared), strict=True)
        if side.value is not None
    ]
    difference = one.difference
    if difference.interval is not None and difference.value is not None:
        low, high = difference.interval.low, difference.interval.high
        found.append(Mark(row, part, difference.value, measure_words(one, compared), _NUMBERS, low=low, high=high))
    return found


def _part_of(one: ComparedMeasure) -> int:
    if one.difference.interval is None:
        return TOO_FEW
    if one.difference.told is Told.NOT_TOLD:
        return UNTOLD
    return {None: OTHER, True: BETTER, False: WORSE}[is_better(one)]


def _sides(compared: Compared) -> tuple[str, str]:
    season = compared.way is Way.SEASON
    before = translate("approaches", "a year before") if season else translate("approaches", "before")
    return before, translate("approaches", "after")


def _columns() -> tuple[Column, ...]:
    return (
        Column("measure", translate("approaches", "Measure")),
        Column("before", translate("approaches", "Before")),
        Column("before_cases", translate("approaches", "Cases before")),
        Column("after", translate("approaches", "After")),
        Column("after_cases", translate("approaches", "Cases after")),
        Column("still_open", translate("approaches", "Still open")),
        Column("others_before", translate("approaches", "Without it, before")),
        Column("others_after", translate("approaches", "Without it, after")),
        Column("difference", translate("approaches", "Difference")),
        Column("interval", translate("approaches", "95 % interval")),
        Column("says", translate("approaches", "Says")),
    )


def _line(one: ComparedMeasure, compared: Compared) -> tuple[Cell, ...]:
    definition, others, difference = one.definition, one.others, one.difference
    why = why_words(one, compared.fewest_cases)
    return (
        definition.title, value_words(one.before.value, definition), one.before.cases,
        value_words(one.after.value, definition), one.after.cases, one.before.pending + one.after.pending,
        None if others is None else value_words(others[0].value, definition),
        None if others is None else value_words(others[1].value, definition),
        None if difference.value is None else difference_words(difference.value, definition),
        interval_words(one), f"{told_words(one)}: {why}" if why else told_words(one),
    )  # fmt: skip
