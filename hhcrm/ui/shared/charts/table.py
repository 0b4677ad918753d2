"""A chart's numbers as a table: sorted, chosen from and copied like any other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from hhcrm.charts.chart import Cell, Chart
from hhcrm.domain.days import say_month_day, short_month
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.table_model import WindowedTableModel

MONTH, WEEK = "month", "week_from"
_MONTH_WIDTH, _NAME_WIDTH = 84, 150
_MOST = 1000
"""A chart has fewer lines."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line of the table with its place."""

    place: int
    cells: tuple[Cell, ...]


class _Numbers:
    """The lines of the table in the order asked for."""

    def __init__(self, chart: Chart) -> None:
        self.model: WindowedTableModel[Numbered] = WindowedTableModel(
            _columns(chart), self._fetch, lambda line: line.place, page=_MOST
        )
        self.lines: tuple[Numbered, ...] = ()
        self._total = chart.total

    def take(self, chart: Chart) -> None:
        """Show the numbers of a chart with the same columns."""
        self.lines = tuple(Numbered(place, cells) for place, cells in enumerate(chart.lines))
        self.model.ask_again()

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        # The model wants its answer later, never from inside its own question.
        QTimer.singleShot(0, self.model, partial(self._answer, offset, limit, token))

    def _answer(self, offset: int, limit: int, token: int) -> None:
        lines = self._sorted()
        self.model.take(token, offset, lines[offset : offset + limit], len(lines))

    def _sorted(self) -> list[Numbered]:
        key, down = self.model.sort_by
        if not key or not self.lines:
            return list(self.lines)
        column = int(key)
        lines, total = (self.lines[:-1], self.lines[-1:]) if self._total else (self.lines, ())
        known = [line for line in lines if line.cells[column] is not None]
        unknown = [line for line in lines if line.cells[column] is None]
        known.sort(key=lambda line: _order(line.cells[column]), reverse=down)
        return [*known, *unknown, *total]


class ChartTable(TableView[Numbered]):
    """The same numbers as the chart. What all come to stays the last line, however it is sorted."""

    def __init__(self, chart: Chart, name: str, parent: QWidget | None = None) -> None:
        numbers = _Numbers(chart)
        self.columns = chart.columns
        super().__init__(numbers.model, name, chart.title, parent)
        numbers.model.setParent(self)
        self._numbers = numbers
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        """Show the numbers of a chart with the same columns."""
        self.setAccessibleName(f"{chart.title}. {chart.period}. {chart.beside}")
        self._numbers.take(chart)


def _order(cell: Cell) -> tuple[float, str]:
    return (0.0, cell.casefold()) if isinstance(cell, str) else (float(cell or 0), "")


def _columns(chart: Chart) -> list[Column[Numbered]]:
    return [_column(place, column.key, column.title) for place, column in enumerate(chart.columns)]


def _column(place: int, key: str, title: str) -> Column[Numbered]:
    if place == 0:
        width = _MONTH_WIDTH if key in (MONTH, WEEK) else _NAME_WIDTH
        return Column(key, title, width, partial(_text, place, key), sort="0", fills=True)
    # As wide as its head: a panel is narrow.
    head = QFontMetrics(role_font("small")).horizontalAdvance(title) * 100 / scaled(100)
    return Column(
        key, title, round(head) + 22, partial(_text, place, key), align="right", sort=str(place), sort_down_first=True
    )  # fmt: skip


def _text(place: int, key: str, line: Numbered) -> str:
    cell = line.cells[place]
    if isinstance(cell, int):
        return f"{cell:,}"
    if isinstance(cell, float):
        return f"{cell:,.1f} %" if key.endswith("_percent") else f"{cell:,.1f}"
    if key == WEEK:
        return say_month_day(date.fromisoformat(cell or ""))
    return _month(cell or "") if key == MONTH else cell or ""


def _month(cell: str) -> str:
    """A month of the files, as people say it; other words as they are."""
    try:
        day = date.fromisoformat(f"{cell}-01")
    except ValueError:
        return cell
    return f"{short_month(day.month)} {day.year}"
