"""A chart of points in four quadrants: what it adds to a chart. Without matplotlib, as all that the window holds."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from statistics import median

from hhcrm.charts.chart import Chart, Mark

_WIDE = 5.0
"""From so many times the median on the greatest would push all others into a corner of an even scale."""

MOST_TOLD = 60
"""So many points are said one after another to who does not see them; of more the table tells."""


@dataclass(frozen=True, slots=True)
class PointMark(Mark):
    """A point: how far along and up it lies, how much effort its size stands for, and its name where it is written."""

    along: float = 0.0
    up: float = 0.0
    size: float = 0.0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Corner:
    """The words of a quadrant, and the place of its colour among the marks' colours where its ground is tinted."""

    words: str
    tint: int | None = None


@dataclass(frozen=True, slots=True)
class QuadrantChart(Chart):
    """Points by two values. `corners` are those at the upper left, upper right, lower left and lower right.

    `along_from` and `up_from` part the quadrants, each said as `along_words` and `up_words`; without the first there
    is nothing to part. What is so many that nobody could point at one of them is a `crowd` of places and sizes.
    """

    along_from: float | None = None
    along_words: str = ""
    up_from: float = 0.0
    up_words: str = ""
    corners: tuple[Corner, Corner, Corner, Corner] = (Corner(""), Corner(""), Corner(""), Corner(""))
    crowd: tuple[tuple[float, float, float], ...] = ()
    crowd_part: int = 0
    line_parts: tuple[int | None, ...] = ()
    """The part of each line of the table; None stands in no quadrant and is always told."""

    @property
    def alternative(self) -> str:
        """The named points and as many others as one listens to; of the rest the table tells."""
        told = sorted(self.marks, key=lambda mark: not (isinstance(mark, PointMark) and mark.name))[:MOST_TOLD]
        return f"{self.title}. {self.period}. {self.beside}. {'; '.join(mark.words for mark in told)}."

    @property
    def points(self) -> tuple[PointMark, ...]:
        """The marks as what they are here."""
        return tuple(mark for mark in self.marks if isinstance(mark, PointMark))


@dataclass(frozen=True, slots=True)
class Scale:
    """Where values lie between 0 and 1; on a scale of powers what is not above 0 lies at its beginning."""

    least: float
    most: float
    powers: bool

    def at(self, value: float) -> float:
        """How far along a value lies; beyond the ends at the end."""
        if not self.powers:
            return min(max(value / self.most, 0.0), 1.0)
        if value <= self.least:
            return 0.0
        return min(log10(value / self.least) / log10(self.most / self.least), 1.0)

    def ticks(self) -> list[float]:
        """Round values within it."""
        if self.powers:
            powers = range(-3, 7)
            rounds = (step * 10.0**power for power in powers for step in (1, 2, 5))
            return [value for value in rounds if self.least <= value <= self.most]
        power = 10.0 ** int(log10(self.most)) if self.most >= 1 else 0.1
        step = next(power * factor for factor in (0.1, 0.2, 0.5, 1, 2) if self.most / (power * factor) <= 6)
        return [round(step * place, 6) for place in range(int(self.most / step) + 1)]


def scale_of(values: list[float]) -> Scale:
    """An even scale from 0, or one of powers where a few values are many times the others."""
    there = [value for value in values if value > 0]
    if not there:
        return Scale(0.0, 1.0, powers=False)
    if max(there) < _WIDE * median(there):
        return Scale(0.0, max(there) * 1.08, powers=False)
    return Scale(max(min(there), max(there) / 10_000) / 1.4, max(there) * 1.25, powers=True)
