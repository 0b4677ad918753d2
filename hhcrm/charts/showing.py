"""A chart of which not all parts are shown: what the legend leaves, with the table and the totals of just that."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from hhcrm.charts.chart import Cell, Chart, Mark, Row
from hhcrm.charts.quadrants import QuadrantChart
from hhcrm.domain.wording import translate

_SUMMED = ("across", "stacked")
"""Kinds whose parts together are the length of a bar, so that what is written at its end is their sum."""


def showing(chart: Chart, hidden: Collection[int]) -> Chart:
    """The chart without these parts, by their places. Where nothing would be left all is shown."""
    left = [place for place in chart.drawn_parts if place not in hidden]
    if not left or len(left) == len(chart.drawn_parts):
        return chart
    marks = tuple(mark for mark in chart.marks if mark.part in left)
    if isinstance(chart, QuadrantChart):
        return _points_left(chart, left, marks)
    by_column = any(column.parts for column in chart.columns)
    chart = replace(
        chart,
        beside=f"{chart.beside}; {_left_words(chart, left)}",
        rows=_rows(chart, left) if chart.kind in _SUMMED else chart.rows,
        marks=marks,
        lines=chart.lines if by_column else _lines(chart, left),
        total=chart.total and by_column,
    )
    columns = [place for place, column in enumerate(chart.columns) if not set(column.parts) & set(hidden)]
    return replace(
        chart,
        columns=tuple(chart.columns[place] for place in columns),
        lines=tuple(tuple(line[place] for place in columns) for line in chart.lines),
    )


def _lines(chart: Chart, left: Collection[int]) -> tuple[tuple[Cell, ...], ...]:
    """Where parts have no columns of their own they have lines: one for each mark, or for each row.

    What all come to is not what is shown, and goes.
    """
    lines = chart.lines[: len(chart.lines) - int(chart.total)]
    if len(lines) == len(chart.marks):
        return tuple(line for line, mark in zip(lines, chart.marks, strict=True) if mark.part in left)
    rows = {mark.row for mark in chart.marks if mark.part in left}
    return tuple(line for row, line in enumerate(lines) if row in rows)


def _points_left(chart: QuadrantChart, left: Collection[int], marks: tuple[Mark, ...]) -> QuadrantChart:
    """Each part of points has lines of its own in the table."""
    kept = [line for line, part in zip(chart.lines, chart.line_parts, strict=True) if part is None or part in left]
    return replace(
        chart,
        beside=f"{chart.beside}; {_left_words(chart, left)}",
        marks=marks,
        lines=tuple(kept),
        line_parts=tuple(part for part in chart.line_parts if part is None or part in left),
        crowd=chart.crowd if chart.crowd_part in left else (),
    )


def _left_words(chart: Chart, left: Collection[int]) -> str:
    """Shown: admitted 104, still open 9. Counts are said, shares and rates are not added up."""
    names = []
    for place in left:
        words = chart.parts[place].words
        values = [mark.value for mark in chart.marks if mark.part == place]
        counted = chart.kind in (*_SUMMED, "beside") and all(value == int(value) for value in values)
        names.append(f"{words} {int(sum(values)):,}" if counted else words)
    return translate("charts", "shown: {parts}").format(parts=", ".join(names))


def _rows(chart: Chart, left: Collection[int]) -> tuple[Row, ...]:
    sums = [0.0] * len(chart.rows)
    for mark in chart.marks:
        if mark.part in left:
            sums[mark.row] += mark.value
    return tuple(
        replace(row, note=_sum_words(total) if row.note and total else "")
        for row, total in zip(chart.rows, sums, strict=True)
    )


def _sum_words(total: float) -> str:
    return f"{int(total):,}" if total == int(total) else f"{total:,.1f}"
