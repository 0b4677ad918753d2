"""The groups of a measure over the whole period, each beside what it was before and a year ago."""

from __future__ import annotations

from dataclasses import dataclass

from hhcrm.charts.chart import Cell
from hhcrm.charts.readings import change_of, tells
from hhcrm.domain.measures import Definition, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.measures.models import Group, Measured, Reading
from hhcrm.queries.trend_models import Trend


@dataclass(frozen=True, slots=True)
class Compared:
    """A group (None: all together) over the whole period, and over those it is held against, with the differences."""

    group: Group | None
    now: Reading
    before: Reading | None
    year_ago: Reading | None
    change: float | None = None
    year_change: float | None = None

    @property
    def name(self) -> str:
        """Its name."""
        return translate("trends", "all together") if self.group is None else self.group.name


def compared(found: Trend) -> tuple[Compared, ...]:
    """Every group beside what it was, the greatest change first, all together last.

    The change is that from the period before, or from a year ago where that is the only one.
    """
    whole = found.whole_now or found.now
    before, year_ago = (_recorded(each, found) for each in (found.before, found.year_ago))
    all_lines = _held(None, whole.whole, (_whole(before), _whole(year_ago)), found)
    if found.groups is None:
        return (all_lines,)
    nothing = _nobody(found.now.definition)
    sides = [by_group(each) for each in (found.whole_now, before, year_ago)]
    there = [True, before is not None, year_ago is not None]
    lines = []
    for key in dict.fromkeys(key for side in sides for key in side):
        group = next(side[key][0] for side in sides if key in side)
        readings = [
            side[key][1] if key in side else nothing if is_there else None
            for side, is_there in zip(sides, there, strict=True)
        ]
        lines.append(_held(group, readings[0] or nothing, (readings[1], readings[2]), found))
    lines.sort(key=lambda line: (-_size(line, found), line.name.casefold()))
    return (*lines, all_lines)


def _held(group: Group | None, now: Reading, then: tuple[Reading | None, Reading | None], found: Trend) -> Compared:
    changes = (change_of(now, each, found.now.definition, found.fewest) for each in then)
    return Compared(group, now, *then, *changes)


def _nobody(definition: Definition) -> Reading:
    """The reading of a group that has no rows: nothing was counted, which is 0 of a sum."""
    return Reading(0.0) if definition.shape is MeasureShape.SUM else Reading()


def _recorded(measured: Measured | None, found: Trend) -> Measured | None:
    """A period that ended before the agency's first record is nothing to be held against."""
    first = found.records_from
    return measured if measured is None or first is None or measured.ask.asked.until_on >= first else None


def _whole(measured: Measured | None) -> Reading | None:
    return None if measured is None else measured.whole


def by_group(measured: Measured | None) -> dict[int | str | None, tuple[Group, Reading]]:
    """The groups and their readings by key."""
    lines = () if measured is None else measured.lines
    return {line.group.key: (line.group, line.reading) for line in lines if line.group is not None}


def _size(line: Compared, found: Trend) -> float:
    change = line.year_change if found.before is None else line.change
    return -1.0 if change is None else abs(change)


def compared_cells(line: Compared, found: Trend) -> tuple[Cell, ...]:
    """A line of the comparison as the file has it: now, before, change, a year ago, change, with their cases."""
    definition, fewest = found.now.definition, found.fewest
    scale = 100 if definition.unit is MeasureUnit.SHARE else 1

    def value(reading: Reading | None) -> Cell:
        if reading is None or reading.value is None or not tells(reading, definition, fewest):
            return None
        return round(scale * reading.value, 2)

    def change(by: float | None) -> Cell:
        return None if by is None else round(scale * by, 2)

    def cases(reading: Reading | None) -> Cell:
        return None if reading is None else reading.cases

    return (
        line.name, value(line.now), line.now.cases,
        value(line.before), cases(line.before), change(line.change),
        value(line.year_ago), cases(line.year_ago), change(line.year_change),
    )  # fmt: skip


COMPARED_COLUMNS = (
    "group", "now", "now_cases", "before", "before_cases", "change", "year_ago", "year_ago_cases",
    "change_from_year_ago",
)  # fmt: skip
"""The names of `compared_cells` in files."""
