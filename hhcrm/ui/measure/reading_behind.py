"""The rows that a reading of a measure is made of, with the columns that the answer names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from hhcrm.domain.days import say_time, say_year_day
from hhcrm.domain.measures import Definition, MeasureShape
from hhcrm.domain.wording import translate
from hhcrm.queries.measures.models import BehindLine, BehindPage, ReadingBehind
from hhcrm.queries.read_models import ReportCell
from hhcrm.queries.trend_models import ReasonsBehind, SpeedBehind
from hhcrm.ui.measure.rows_dialog import RowsDialog
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.when import say_instant

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

_FIRST = 50
"""So many rows show how wide the columns are to be."""

_LETTER, _LEAST, _MOST = 7, 76, 190
"""A letter, the narrowest and the widest column, in pixels at 100 per cent text."""


Readings = ReadingBehind | SpeedBehind | ReasonsBehind
"""What this dialog shows the rows of: a figure, those of its cases that took so long, those lost for a reason."""


class ReadingDialog(RowsDialog):
    """What stands behind a figure of a measure; where it is a share, which rows count is said in a column."""

    def __init__(self, desk: Desk, frame: Frame, behind: Readings, parent: QWidget) -> None:
        super().__init__(desk, frame, behind.asked, "reading", translate("measure", "What is counted"), parent)
        self._behind = behind
        self._places: dict[int, int] = {}
        desk.read(
            lambda ask: (ask.definitions(), _page(ask, behind, 0, _FIRST)),
            self._on_first,
            frame.fault,
            owner=self,
        )

    def _on_first(self, found: tuple[Sequence[Definition], BehindPage]) -> None:
        definitions, page = found
        shares = False
        for one in definitions:
            if one.key == self._behind.measure:
                self.say_title(one.title)
                shares = one.shape is MeasureShape.SHARE
        to_referral = any(line.referral_id is not None for line in page.lines)
        hint = (
            translate("measure", "Enter or a double click goes to the referral.")
            if to_referral
            else translate("measure", "Enter or a double click goes to the source.")
        )
        self.put_table(_columns(page, self._desk, shares=shares), hint)

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        behind = self._behind
        self._desk.read(
            lambda ask: _page(ask, behind, offset, limit),
            partial(self._take, token, offset),
            self._frame.fault,
            owner=self,
        )

    def _take(self, token: int, offset: int, page: BehindPage) -> None:
        for place, line in enumerate(page.lines, offset):
            self._places[id(line)] = place
        self.table.lines.take(token, offset, page.lines, page.total)

    def _place_of(self, line: Any) -> int:
        """A row is known by its place."""
        return self._places.get(id(line), -1)

    def _go_on(self, line: Any) -> None:
        if line.referral_id is not None:
            self._frame.go("referrals", referral_id=line.referral_id)
        elif line.source_id is not None:
            self._frame.go("sources", source_id=line.source_id)


def _page(ask: Questions, behind: Readings, offset: int, limit: int) -> BehindPage:
    if isinstance(behind, ReadingBehind):
        return ask.reading_behind(behind, offset, limit)
    return ask.cases_behind(behind, offset, limit)


def _columns(page: BehindPage, desk: Desk, *, shares: bool) -> list[Column[Any]]:
    """The columns of the answer, as wide as their first rows ask; the source's name fills what is left."""
    today, zone = desk.today(), desk.zone()
    texts = [[cell_words(cell, today, zone) for cell in line.cells] for line in page.lines]
    name = translate("measures", "Source")
    fills = page.columns.index(name) if name in page.columns else 0
    made: list[Column[Any]] = []
    for place, title in enumerate(page.columns):
        cells = [line.cells[place] for line in page.lines]
        numbers = any(cells) and all(cell is None or isinstance(cell, int | float) for cell in cells)
        longest = max((len(row[place]) for row in texts), default=0)
        made.append(
            Column(
                f"c{place}",
                title,
                min(max(_LETTER * max(longest, len(title)) + 22, _LEAST), _MOST),
                partial(_cell, place, today, zone),
                kind="strong" if place == fills else "text",
                align="right" if numbers else "left",
                fills=place == fills,
            )
        )
    if shares:
        made.append(Column("counted", translate("measure", "Counts"), 84, _counted, tag=_counted_tag))
    return made


def _cell(place: int, today: date, zone: tzinfo, line: BehindLine) -> str:
    return cell_words(line.cells[place], today, zone)


def cell_words(cell: ReportCell, today: date, zone: tzinfo) -> str:
    """A cell as people read it; nothing where nothing is known."""
    if isinstance(cell, datetime):
        return say_instant(cell, today, zone)
    if isinstance(cell, date):
        return say_year_day(cell)
    if isinstance(cell, time):
        return say_time(cell)
    if isinstance(cell, float):
        return f"{cell:,.1f}"
    return f"{cell:,}" if isinstance(cell, int) else cell or ""


def _counted(line: BehindLine) -> str:
    return translate("measure", "yes") if line.counted else translate("measure", "no")


def _counted_tag(line: BehindLine) -> str:
    return "good" if line.counted else "none"
