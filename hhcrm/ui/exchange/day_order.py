"""Whether month or day comes first in a file's days: what the file proves, and what only a person can say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hhcrm.domain.days import say_full_day
from hhcrm.domain.wording import translate
from hhcrm.exchange.dates import DayOrder, NotRead, detect_day_order, read_day
from hhcrm.exchange.fields import field_of
from hhcrm.exchange.mapping import Mapping
from hhcrm.ui.exchange.words import TEMPORAL


def day_places(mapping: Mapping) -> tuple[int, ...]:
    """The columns that hold days."""
    return tuple(place for place, name in mapping.columns if field_of(mapping.kind, name).kind in TEMPORAL)


def day_cells(mapping: Mapping, rows: Iterable[Sequence[str]]) -> list[str]:
    """The filled cells of these columns, each text once."""
    places = day_places(mapping)
    return list(dict.fromkeys(cells[place] for cells in rows for place in places if cells[place].strip()))


def two_ways(cells: Iterable[str]) -> str | None:
    """The first cell that could be two days."""
    return next((cell for cell in cells if _is_two_days(cell)), None)


def with_order(mapping: Mapping, cells: Sequence[str]) -> Mapping:
    """The mapping with the order that the cells prove; else the one it has, where it is needed; else an open one."""
    order = detect_day_order(cells)
    if order == "ambiguous":
        order = _open_order(mapping, cells)
    return replace(mapping, day_order=order)


def both_readings(cell: str) -> str:
    """What a cell is with the month first, and with the day first."""
    month_first, day_first = read_day(cell, "mdy"), read_day(cell, "dmy")
    assert month_first is not None
    assert day_first is not None
    return translate("exchange", "{value} is {day} or {day2}").format(
        value=cell.strip(), day=say_full_day(month_first), day2=say_full_day(day_first)
    )


def _open_order(mapping: Mapping, cells: Sequence[str]) -> DayOrder:
    """Contradicting days, days that could be two, or days with words for months, which need no order."""
    proved = {detect_day_order([cell]) for cell in cells}
    if two_ways(cells) is None and not proved >= {"mdy", "dmy"}:
        return "ymd"
    return mapping.day_order if mapping.day_order in ("mdy", "dmy") else "ambiguous"


def _is_two_days(cell: str) -> bool:
    try:
        month_first, day_first = read_day(cell, "mdy"), read_day(cell, "dmy")
    except NotRead:
        return False
    return month_first != day_first
