"""Any measure by month or week: beside the period before and a year ago, or its groups beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from hhcrm.charts.chart import Cell, Chart, Column, Mark, Part, Row
from hhcrm.charts.compared import by_group
from hhcrm.charts.readings import (
    cases_words,
    lacks_words,
    reading_words,
    tells,
    unit_words,
    value_words,
)
from hhcrm.charts.words import month_words, period_of
from hhcrm.domain.days import say_month_day, say_year_day, short_month
from hhcrm.domain.measure_words import by_words
from hhcrm.domain.measures import Definition, Grain, MeasureShape, MeasureUnit
from hhcrm.domain.trends import Piece, pieces_of
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import Group, Measured, Reading, ReadingBehind
from hhcrm.queries.trend_models import MOST_PANELS, Trend

TOGETHER = 3
"""So many groups are lines of one chart; of more each has a small one."""

_NONE = Reading()
_LOOKS = (
    Part("", 0),
    Part("", 5, hollow=True, shape="s"),
    Part("", 2, hatch="..", shape="^"),
)
"""Lines are told apart by dash and marker as well as by colour."""


def trend_chart(found: Trend) -> Chart:
    """The measure piece by piece."""
    chart = _unsplit(found) if found.groups is None else _split(found, found.groups)
    return replace(chart, beside=_beside(found, len(chart.panels)), nothing=_nothing(found))


def _nothing(found: Trend) -> str:
    """Why there is no mark: the period is still to come, or there are too few cases in each of its pieces."""
    if found.asked.asked.from_on > found.today:
        return translate("trends", "This period lies ahead.")
    whole = (found.whole_now or found.now).whole
    if whole.lacks:
        return whole.lacks
    if not whole.cases:
        return ""
    if found.asked.grain is Grain.WEEK:
        return translate("trends", "Too few cases in each week; the table below has the whole period.")
    return translate("trends", "Too few cases in each month; the table below has the whole period.")


# --- one line for each period ----------------------------------------------------------------------------------------


def _unsplit(found: Trend) -> Chart:
    """This period, the one before and that of a year ago as lines of one chart."""
    series = [
        (key, measured, words, look)
        for key, measured, words, look in (
            ("now", found.now, translate("trends", "this period"), _LOOKS[0]),
            ("before", found.before, translate("trends", "the period before"), _LOOKS[1]),
            ("year_ago", found.year_ago, translate("trends", "a year ago"), _LOOKS[2]),
        )
        if measured is not None
    ]
    pieces = _pieces(found.now, found)
    marks: list[Mark] = []
    cells: list[list[Cell]] = [[_piece_cell(piece, found.asked.grain)] for piece in pieces]
    columns = [_piece_column(found.asked.grain)]
    parts = []
    for number, (key, measured, words, look) in enumerate(series):
        parts.append(replace(look, words=words))
        columns += _value_columns(key, words, found.now.definition, (number,))
        readings, own = _readings(measured, None), _pieces(measured, found)
        for row, line in enumerate(cells):
            piece = own[row] if row < len(own) else None
            reading = readings.get(piece.begins) if piece is not None and _known(piece, found) else None
            line += _value_cells(reading, found)
            if piece is not None and reading is not None and tells(reading, measured.definition, found.fewest):
                marks.append(_mark(found, measured, (row, number), piece, reading))
    return _chart(found, parts, pieces, marks, columns, cells)


# --- one line for each group -----------------------------------------------------------------------------------------


def _split(found: Trend, groups: Measured) -> Chart:
    """Up to three groups as lines of one chart; of more a small chart each, all together in grey behind them.

    A group that has too few cases in every piece has no small chart.
    """
    ranked = _ranked(found)
    pieces = _pieces(groups, found)
    if len(ranked) <= TOGETHER:
        parts = [replace(look, words=group.name) for look, group in zip(_LOOKS, ranked, strict=False)]
        lines = [_line(found, groups, group, pieces, part) for part, group in enumerate(ranked)]
        columns, cells = _wide(found, groups, ranked, pieces)
        return _chart(found, parts, pieces, [mark for line in lines for mark in line], columns, cells)
    named = [(group, _line(found, groups, group, pieces, 0)) for group in ranked[:MOST_PANELS]]
    drawn = [(group, line) for group, line in named if line]
    marks = [replace(mark, panel=panel) for panel, (_, line) in enumerate(drawn) for mark in line]
    columns, cells = _long(found, groups, [group for group, _ in named], pieces)
    parts = [replace(_LOOKS[0], words=translate("trends", "the group"))]
    return replace(
        _chart(found, parts, pieces, marks, columns, cells),
        panels=tuple(group.name for group, _ in drawn),
        backdrop=_backdrop(found, pieces, len(ranked)),
        backdrop_words=_backdrop_words(groups.definition, len(ranked)),
    )


def _line(found: Trend, groups: Measured, group: Group, pieces: Sequence[Piece], part: int) -> list[Mark]:
    """The marks of one group."""
    readings = _readings(groups, group.key)
    marks = []
    for row, piece in enumerate(pieces):
        reading = readings.get(piece.begins, _NONE)
        if _known(piece, found) and tells(reading, groups.definition, found.fewest):
            marks.append(_mark(found, groups, (row, part), piece, reading, group))
    return marks


def _wide(
    found: Trend, groups: Measured, ranked: Sequence[Group], pieces: Sequence[Piece]
) -> tuple[list[Column], list[list[Cell]]]:
    """A line for each piece, with columns for each of the few groups."""
    columns = [_piece_column(found.asked.grain)]
    cells: list[list[Cell]] = [[_piece_cell(piece, found.asked.grain)] for piece in pieces]
    for number, group in enumerate(ranked):
        columns += _value_columns(f"group_{number + 1}", group.name, groups.definition, (number,))
        readings = _readings(groups, group.key)
        for piece, line in zip(pieces, cells, strict=True):
            line += _value_cells(readings.get(piece.begins) if _known(piece, found) else None, found)
    return columns, cells


def _long(
    found: Trend, groups: Measured, ranked: Sequence[Group], pieces: Sequence[Piece]
) -> tuple[list[Column], list[list[Cell]]]:
    """A line for each group and piece."""
    title = "" if groups.ask.by is None else by_words(groups.ask.by)
    columns = [
        Column("group", title[:1].upper() + title[1:]), _piece_column(found.asked.grain),
        *_value_columns("value", groups.definition.title, groups.definition),
    ]  # fmt: skip
    cells: list[list[Cell]] = []
    for group in ranked:
        readings = _readings(groups, group.key)
        cells += [
            [group.name, _piece_cell(piece, found.asked.grain), *_value_cells(readings.get(piece.begins), found)]
            for piece in pieces
            if _known(piece, found)
        ]
    return columns, cells


def _ranked(found: Trend) -> list[Group]:
    """The groups, those with most cases first; without any case they are left out."""
    there = [(group, reading.cases) for group, reading in by_group(found.whole_now).values() if reading.cases]
    return [group for group, _ in sorted(there, key=lambda each: (-each[1], each[0].name))]


def _backdrop(found: Trend, pieces: Sequence[Piece], groups: int) -> tuple[float | None, ...]:
    """All together; of what is counted the mean of the groups, which is of their size."""
    readings = _readings(found.now, None)
    share_out = groups if found.now.definition.shape is MeasureShape.SUM else 1
    values: list[float | None] = []
    for piece in pieces:
        reading = readings.get(piece.begins)
        known = _known(piece, found) and tells(reading, found.now.definition, found.fewest)
        values.append(reading.value / share_out if known and reading and reading.value is not None else None)
    return tuple(values)


def _backdrop_words(definition: Definition, groups: int) -> str:
    if definition.shape is MeasureShape.SUM:
        return translate("trends", "grey: the mean of all {count}").format(count=groups)
    return translate("trends", "grey: all together")


# --- pieces ----------------------------------------------------------------------------------------------------------


def _chart(
    found: Trend, parts: Sequence[Part], pieces: Sequence[Piece], marks: Sequence[Mark], columns: Sequence[Column],
    cells: Sequence[Sequence[Cell]],
) -> Chart:  # fmt: skip
    definition = found.now.definition
    title = _title(found)
    week = found.asked.grain is Grain.WEEK
    row_title = translate("trends", "week from Monday; {day}") if week else translate("trends", "month; {day}")
    unit = unit_words(definition.unit)
    value_title = definition.title if definition.unit is MeasureUnit.COUNT else f"{definition.title}, {unit}"
    return Chart(
        name="trends",
        kind="trend",
        title=title,
        beside="",
        period=period_of(found.asked.asked),
        value_title=value_title,
        row_title=row_title.format(day=_within(definition.belongs_by)),
        parts=tuple(parts),
        rows=tuple(_row(piece, found.asked.grain) for piece in pieces),
        marks=tuple(marks),
        columns=tuple(columns),
        lines=tuple(tuple(line) for line in cells),
        total=False,
        unit=definition.unit,
        partial_words=_partial_words(pieces, week),
        measures=(definition.key,),
        attributed=any(each is not None and each.attributed for each in (found.now, found.groups)),
    )


def _within(sentence: str) -> str:
    """A sentence as a part of another."""
    return (sentence[:1].lower() + sentence[1:]).rstrip(".")


def _partial_words(pieces: Sequence[Piece], week: bool) -> str:
    """Which days there are of what is not whole: hollow: part of a month (from Nov 24; to Nov 23)."""
    days = [
        words.format(day=say_month_day(day))
        for piece, words, day in (
            (pieces[0], translate("trends", "from {day} on"), pieces[0].begins),
            (pieces[-1], translate("trends", "to {day}"), pieces[-1].ends),
        )
        if piece.partial
    ]
    if len(pieces) == 1 or not pieces[0].partial or (pieces[0].begins.day == 1 and not week):
        days = days[-1:]
    words = translate("trends", "hollow: part of a week") if week else translate("trends", "hollow: part of a month")
    return f"{words} ({'; '.join(days)})" if days else words


def _title(found: Trend) -> str:
    title, by = found.now.definition.title, found.asked.by
    week = found.asked.grain is Grain.WEEK
    if by is None:
        words = translate("trends", "{measure} by week") if week else translate("trends", "{measure} by month")
        return words.format(measure=title)
    words = translate("trends", "{measure} by {by} and week") if week else translate("trends", "{measure} by {by}")
    return words.format(measure=title, by=by_words(by))


def _beside(found: Trend, drawn: int) -> str:
    """What all of it comes to and of how many; that it has not begun, and what it rests on."""
    if found.asked.asked.from_on > found.today:
        begins = say_year_day(found.asked.asked.from_on)
        return translate("trends", "This period lies ahead: it begins {day}").format(day=begins)
    whole, definition = (found.whole_now or found.now).whole, found.now.definition
    said = reading_words(whole, definition, found.fewest)
    why = lacks_words(whole, definition, found.fewest)
    parts = [f"{said} ({why})" if why else said]
    if not _is_count(whole, definition):
        parts.append(cases_words(whole, definition))
    if whole.pending:
        parts.append(translate("trends", "{count} still open").format(count=f"{whole.pending:,}"))
    groups = len(_ranked(found))
    if drawn and drawn < groups:
        words = translate("trends", "{named} of {all} groups drawn, all in the table below")
        parts.append(words.format(named=drawn, all=f"{groups:,}"))
    if found.groups is None:
        for each, words in (
            (found.asked.before, translate("trends", "the period before: {period}")),
            (found.asked.year_ago, translate("trends", "a year ago: {period}")),
        ):
            if each is not None:
                parts.append(words.format(period=period_of(each)))
    asked_from = min(each.from_on for each in (found.asked.before, found.asked.year_ago, found.asked.asked) if each)
    if found.records_from is not None and asked_from < found.records_from:
        day = say_year_day(found.records_from)
        parts.append(translate("trends", "records begin {day}").format(day=day))
    if any(each is not None and each.attributed for each in (found.now, found.groups, found.whole_now)):
        parts.append(translate("trends", "shared out over the visits before each referral"))
    return "; ".join(parts)


def _pieces(measured: Measured, found: Trend) -> tuple[Piece, ...]:
    asked = measured.ask.asked
    pieces, first = pieces_of(asked.from_on, asked.until_on, found.asked.grain, found.today), found.records_from
    if first is None:
        return pieces
    return tuple(replace(piece, partial=piece.partial or piece.begins < first <= piece.ends) for piece in pieces)


def _known(piece: Piece, found: Trend) -> bool:
    """Whether anything can be known of a piece: it has begun, and did not end before the agency's first record."""
    return piece.begins <= found.today and (found.records_from is None or piece.ends >= found.records_from)


def _readings(measured: Measured, key: int | str | None) -> Mapping[date, Reading]:
    """By the first day of the piece: of all together, or of one group."""
    split = measured.ask.by is not None
    return {
        line.begins: line.reading
        for line in measured.lines
        if line.begins is not None
        and ((line.group is not None and line.group.key == key) if split else line.group is None)
    }


def _mark(
    found: Trend, measured: Measured, at: tuple[int, int], piece: Piece, reading: Reading, group: Group | None = None
) -> Mark:
    assert reading.value is not None
    asked = replace(measured.ask.asked, from_on=piece.begins, until_on=piece.ends)
    by, key = (None, None) if group is None else (measured.ask.by, group.key)
    said = piece_words(piece, measured.ask.asked, found.asked.grain)
    name = f"{group.name}, {said}" if group is not None else said
    of = cases_words(reading, measured.definition)
    value = value_words(reading.value, measured.definition.unit)
    words = f"{name}: {value}" if _is_count(reading, measured.definition) else f"{name}: {value}, {of}"
    if reading.pending:
        words = translate("trends", "{words}; {count} still open").format(words=words, count=f"{reading.pending:,}")
    behind = ReadingBehind(found.asked.measure, asked, by, key)
    return Mark(at[0], at[1], reading.value, words, behind, partial=piece.partial)


def _is_count(reading: Reading, definition: Definition) -> bool:
    return definition.shape is MeasureShape.SUM and reading.value == reading.cases


def piece_words(piece: Piece, asked: MeasureFilter, grain: Grain) -> str:
    """A month or week, and which part of it: November 2026 (to Nov 23)."""
    if grain is not Grain.WEEK:
        part = replace(asked, from_on=piece.begins, until_on=piece.ends)
        return month_words(piece.begins, part)
    words = translate("trends", "week of {day}").format(day=say_year_day(piece.begins))
    if not piece.partial:
        return words
    return translate("trends", "{week} (to {day})").format(week=words, day=say_month_day(piece.ends))


def _row(piece: Piece, grain: Grain) -> Row:
    label = say_month_day(piece.begins) if grain is Grain.WEEK else short_month(piece.begins.month)
    return Row(label, group=str(piece.begins.year))


def _piece_column(grain: Grain) -> Column:
    if grain is Grain.WEEK:
        return Column("week_from", translate("trends", "Week from"))
    return Column("month", translate("charts", "Month"))


def _piece_cell(piece: Piece, grain: Grain) -> str:
    return piece.begins.isoformat() if grain is Grain.WEEK else f"{piece.begins:%Y-%m}"


def _value_columns(key: str, words: str, definition: Definition, parts: tuple[int, ...] = ()) -> tuple[Column, Column]:
    percent = "_percent" if definition.unit is MeasureUnit.SHARE else ""
    title = words[:1].upper() + words[1:]
    return Column(f"{key}{percent}", title, parts), Column(f"{key}_cases", translate("trends", "Cases"), parts)


def _value_cells(reading: Reading | None, found: Trend) -> tuple[Cell, Cell]:
    definition = found.now.definition
    if reading is None:
        return None, None
    if not tells(reading, definition, found.fewest):
        return (None if reading.value is None else reading_words(reading, definition, found.fewest)), reading.cases
    assert reading.value is not None
    value = 100 * reading.value if definition.unit is MeasureUnit.SHARE else reading.value
    exact = definition.unit is MeasureUnit.COUNT and value == round(value)
    return (round(value) if exact else round(value, 2)), reading.cases
