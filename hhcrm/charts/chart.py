"""What a chart is before it is drawn: marks with what they say and what stands behind them, and the same as a table.

Without matplotlib, so that the window can hold charts, speak them and show them as tables before any is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hhcrm.domain.measures import MeasureKey, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import GapsBehind, VisitsBehind
from hhcrm.queries.measures.models import ReadingBehind
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.trend_models import ReasonsBehind, SpeedBehind

Kind = Literal[
    "across", "stacked", "beside", "percent", "lines", "quadrants", "trend", "spread", "named", "intervals"
]  # fmt: skip
"""Bars across, one row each; bars that stand, by month, stacked or beside each other; a line of shares by month; lines
of numbers by month, one for each part; points in four quadrants; lines with markers, in one or many small charts of one
scale; how many cases took how long, a strip for each group; bars across whose pieces have their names inside;
differences with their intervals, one row each."""


@dataclass(frozen=True, slots=True)
class NumbersBehind:
    """What is computed has no rows of its own: the chart's numbers stand behind it, as a table."""


@dataclass(frozen=True, slots=True)
class WeekBehind:
    """The week from this Monday, as the calendar shows it."""

    monday: date


Behind = ReferralFilter | VisitsBehind | GapsBehind | ReadingBehind | SpeedBehind | ReasonsBehind
"""The rows that a mark stands for."""

Ahead = NumbersBehind | WeekBehind
"""What a mark stands for that lies ahead."""

Shape = Literal["o", "D", "^", "s", "v"]
"""Round, a diamond, a triangle, a square, a triangle upside down."""

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that marks stand for, as the legend names it: told apart by hatch and outline, not by colour alone.

    `ink` is the place of its colour among the marks' colours, None the grey of the rest. A hollow line is dashed, one
    with a hatch is dotted. `begin` and `end` are written at both ends of a line. Points have a shape, as matplotlib
    names it.
    """

    words: str
    ink: int | None
    hatch: str = ""
    hollow: bool = False
    begin: str = ""
    end: str = ""
    shape: Shape = "o"


@dataclass(frozen=True, slots=True)
class Row:
    """A source, a type or a month: its name, and what is written beside its marks. `quiet` is drawn in grey.

    `group` is what several rows share, the year of months: said once for all of them.
    """

    label: str
    note: str = ""
    quiet: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its row and part by their places, its value (a share is 0 to 1), what it says, what is behind it.

    `panel` is the place of its small chart where there are several. `partial` stands for days that are not all of their
    month or week; `inside` is written into the mark. `low` and `high` are the ends of its interval, where there is one.
    """

    row: int
    part: int
    value: float
    words: str
    behind: Behind | Ahead | None = None
    panel: int = 0
    partial: bool = False
    inside: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """A line across a panel's strip at `at`, counted in rows from its left edge; `words` name it in the legend."""

    panel: int
    at: float
    words: str
    style: Literal["solid", "dashed", "dotted"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its name in files, its head on the screen.

    `parts` are the places of the parts that its numbers count: where one of them is not shown, neither is the column.
    """

    key: str
    title: str
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with everything that it must say: title, period, number of cases, axes with units, legend, table.

    `small` leaves out what stands around it anyway. Where there is a `total` it is the last line of the table.
    "What is this?" tells of its `measures`, of the convention of attribution where it rests on it (`attributed`), and
    of what no measure explains (`about`).
    `panels` names the small charts of one scale, where there are several. `backdrop` stands in grey
    behind each of them, a value for each row, as `backdrop_words` say; `partial_words` say what is hollow, and
    `nothing` why there is no mark.
    """

    name: str
    kind: Kind
    title: str
    beside: str
    period: str
    value_title: str
    row_title: str
    parts: tuple[Part, ...]
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    columns: tuple[Column, ...]
    lines: tuple[tuple[Cell, ...], ...]
    small: bool = False
    total: bool = True
    measures: tuple[MeasureKey, ...] = ()
    attributed: bool = False
    about: str = ""
    unit: MeasureUnit = MeasureUnit.COUNT
    panels: tuple[str, ...] = ()
    backdrop: tuple[float | None, ...] = ()
    backdrop_words: str = ""
    partial_words: str = ""
    nothing: str = ""
    guides: tuple[Guide, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.marks

    @property
    def alternative(self) -> str:
        """The chart for those who do not see it."""
        head = f"{self.title}. {self.period}. {self.beside}."
        if self.is_empty:
            return f"{head} {self.nothing_words}"
        return f"{head} {'; '.join(dict.fromkeys(mark.words for mark in self.marks))}."

    @property
    def nothing_words(self) -> str:
        """What stands where there is nothing to draw."""
        return self.nothing or translate("charts", "Nothing in this period.")

    @property
    def drawn_parts(self) -> tuple[int, ...]:
        """The places of the parts that have a mark."""
        return tuple(sorted({mark.part for mark in self.marks}))

    def value(self, row: int, part: int) -> float:
        """The value of a mark, 0 where there is none."""
        return next((mark.value for mark in self.marks if (mark.row, mark.part) == (row, part)), 0.0)
