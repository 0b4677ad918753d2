"""The week on one page, Letter or A4, for the Monday meeting. Nothing in it is about a patient."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hhcrm.charts.chart import Chart
from hhcrm.charts.look import PAPER
from hhcrm.charts.week_page import referrals_chart, visits_chart
from hhcrm.domain.days import say_full_day
from hhcrm.domain.wording import translate
from hhcrm.printing.letterhead import ACCENT, draw_letterhead
from hhcrm.printing.pdf import into_pdf
from hhcrm.printing.sheet import INK, MUTED, Device, Paper, Sheet, line_height, wrapped
from hhcrm.queries.settings_models import Letterhead
from hhcrm.queries.week_figure_words import MovedRow, beside_words, left_words, moved_rows, nothing_words
from hhcrm.queries.week_page_models import StandOut, WeekPage

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter

_DOTS_AN_INCH = 144
"""As on the scorecard: only what charts hatch is made of dots."""

_GAP = 12.0
_CHART = (258.0, 116.0)
_CHART_LETTERS = 8.5
_ROW, _LETTERS, _SMALL = 17.0, 9.0, 7.5
_BOX = 8.0
_LINES = 3
_GOOD, _WORSE = "#287045", "#b93c0a"
_FIRST_END = 0.46
"""Where the first column of figures ends, as a part of the width."""

_NOTES_ROOM = 44.0
"""Left at the foot for what the meeting decides, where there is room."""


@dataclass(frozen=True, slots=True)
class PaperWeek:
    """All that is on the page; the charts are drawn already, as SVG. `ticked` are the keys to talk about."""

    page: WeekPage
    head: Letterhead
    referrals: bytes
    visits: bytes
    ticked: frozenset[str] = frozenset()


def make_page(page: WeekPage, head: Letterhead, painter: Painter, ticked: Collection[str] = ()) -> PaperWeek:
    """Draw the charts. On a worker."""
    look = replace(PAPER, text_px=_CHART_LETTERS)

    def drawn(chart: Chart) -> bytes:
        return painter.svg(chart, look, *_CHART)

    return PaperWeek(page, head, drawn(referrals_chart(page)), drawn(visits_chart(page)), frozenset(ticked))


def draw_week(paper_week: PaperWeek, device: Device, paper: Paper = "letter") -> bool:
    """The page onto a device; whether it took it."""
    return Sheet(device, across=False, paper=paper).draw(lambda sheet: _page(sheet, paper_week))


def write_week(paper_week: PaperWeek, path: Path, paper: Paper = "letter") -> Path:
    """The page as a PDF file, whole or not at all. Raises FileFault."""
    title = _title(paper_week.page)
    return into_pdf(path, title, lambda device: draw_week(paper_week, device, paper), _DOTS_AN_INCH)


def file_name(page: WeekPage) -> str:
    """What the file of a week is called."""
    return f"week-{page.asked.monday.isoformat()}.pdf"


def _title(page: WeekPage) -> str:
    return translate("week", "Week of {day}").format(day=say_full_day(page.asked.monday))


def _page(sheet: Sheet, paper_week: PaperWeek) -> None:
    page = paper_week.page
    y = draw_letterhead(sheet, paper_week.head)
    y += sheet.text(0, y, sheet.width, translate("week", "The week on one page"), 10, ink=ACCENT, bold=True)
    y += sheet.text(0, y, sheet.width, _title(page), 19, bold=True)
    y += sheet.text(0, y, sheet.width, beside_words(page), 10, ink=MUTED) + _GAP * 0.7
    y = _moved(sheet, y, moved_rows(page)) + _GAP
    y = _charts(sheet, y, paper_week) + _GAP
    _standing(sheet, y, paper_week)
    _foot(sheet)


# --- what moved -------------------------------------------------------------------------------------------------------


def _columns(rows: Sequence[MovedRow]) -> list[tuple[str, float]]:
    """Heads of the columns at the right, each with the part of the width at which it ends."""
    heads = [
        translate("week", "The week"),
        translate("week", "Changed by"),
        translate("week", "Week before"),
        translate("week", "Usual week"),
    ]
    if any(row.running for row in rows):
        heads.append(translate("week", "So far this week"))
    step = (1 - _FIRST_END) / (len(heads) - 1)
    return [(words, _FIRST_END + place * step) for place, words in enumerate(heads)]


def _moved(sheet: Sheet, top: float, rows: Sequence[MovedRow]) -> float:
    columns = _columns(rows)
    room = sheet.width * 0.14
    title = translate("week", "What moved")
    sheet.text(0, top, sheet.width * 0.3, title, 11, bold=True)
    for words, end in columns:
        sheet.text(sheet.width * end - room, top + 3, room, words, _SMALL, right=True, ink=MUTED)
    y = top + line_height(11) + 3
    for row in rows:
        sheet.rule(0, y, sheet.width)
        line = y + (_ROW - line_height(_LETTERS)) / 2
        sheet.text(0, line, sheet.width * 0.32, f"{row.title}", _LETTERS)
        cells = [row.now, row.change, row.before, row.usual, row.running]
        inks = [INK, {"good": _GOOD, "overdue": _WORSE}.get(row.tone, MUTED), MUTED, MUTED, INK]
        for place, (_words, end) in enumerate(columns):
            right = sheet.width * end
            sheet.text(right - room, line, room, cells[place], _LETTERS, right=True, ink=inks[place], bold=place == 0)
        if row.of:
            sheet.text(sheet.width * 0.24, line + 1, sheet.width * 0.14, row.of, _SMALL, right=True, ink=MUTED)
        y += _ROW
    return y


# --- charts -----------------------------------------------------------------------------------------------------------


def _charts(sheet: Sheet, top: float, paper_week: PaperWeek) -> float:
    across = (sheet.width - _GAP) / 2
    high = _CHART[1] * across / _CHART[0]
    titles = translate("charts", "Referrals by week"), translate("charts", "Visits by week")
    for place, (title, svg) in enumerate(zip(titles, (paper_week.referrals, paper_week.visits), strict=True)):
        left = place * (across + _GAP)
        y = top + sheet.text(left, top, across, title, 11, bold=True) + 3
        sheet.drawing(left, y, across, high, svg)
    return top + line_height(11) + 3 + high


# --- what stands out --------------------------------------------------------------------------------------------------


def _standing(sheet: Sheet, top: float, paper_week: PaperWeek) -> None:
    page, low = paper_week.page, _foot_top(sheet) - 4
    title = translate("week", "What stands out, to talk about on Monday")
    y = top + sheet.text(0, top, sheet.width, title, 11, bold=True) + 3
    if not page.stands_out:
        y += sheet.text(0, y, sheet.width, nothing_words(page), _LETTERS, ink=MUTED)
    left = page.left
    for number, item in enumerate(page.stands_out):
        high = _item_height(sheet, item)
        if y + high > low:
            left += len(page.stands_out) - number
            break
        _item(sheet, y, item, ticked=item.key in paper_week.ticked)
        y += high
    if words := left_words(replace(page, left=left)):
        y += sheet.text(0, y, sheet.width, words, _SMALL, ink=MUTED)
    if low - y >= _NOTES_ROOM:
        y += _GAP * 0.7
        y += sheet.text(0, y, sheet.width, translate("week", "What we do about it"), 11, bold=True) + 12
        while y < low:
            sheet.rule(0, y, sheet.width)
            y += 20


def _title_lines(sheet: Sheet, item: StandOut) -> list[str]:
    """What stands out; with a long name what is said of it stands on the second line."""
    return wrapped(item.title, sheet.width - _BOX - 10, _LETTERS, 2, bold=True)


def _item_lines(sheet: Sheet, item: StandOut) -> list[str]:
    return wrapped(item.why, sheet.width - _BOX - 10, _SMALL + 0.5, _LINES)


def _item_height(sheet: Sheet, item: StandOut) -> float:
    titles, lines = len(_title_lines(sheet, item)), len(_item_lines(sheet, item))
    return titles * line_height(_LETTERS) + lines * line_height(_SMALL + 0.5) + 7


def _item(sheet: Sheet, top: float, item: StandOut, *, ticked: bool) -> None:
    sheet.rule(0, top, sheet.width)
    y, left = top + 3, _BOX + 8
    sheet.box(0, y + 2, _BOX)
    if ticked:
        sheet.shape(1.2, y + 3.2, _BOX - 2.4, "completed")
    for line in _title_lines(sheet, item):
        y += sheet.text(left, y, sheet.width - left, line, _LETTERS, bold=True, ink=_GOOD if item.good else INK)
    for line in _item_lines(sheet, item):
        y += sheet.text(left, y, sheet.width - left, line, _SMALL + 0.5, ink=MUTED)


# --- the foot ---------------------------------------------------------------------------------------------------------


def _notes() -> tuple[str, ...]:
    return (
        translate(
            "week",
            "Usual week: the mean of the eight weeks before; a share is that of all their cases. A source is quiet by "
            "its own gaps between referrals; a share has risen where chance alone would seldom make it so.",
        ),
    )


def _foot_lines(sheet: Sheet) -> list[str]:
    return [line for said in _notes() for line in wrapped(said, sheet.width, _SMALL, 3)]


def _foot_top(sheet: Sheet) -> float:
    return sheet.height - len(_foot_lines(sheet)) * line_height(_SMALL) - 6


def _foot(sheet: Sheet) -> None:
    y = _foot_top(sheet)
    sheet.rule(0, y, sheet.width)
    y += 5
    for line in _foot_lines(sheet):
        y += sheet.text(0, y, sheet.width, line, _SMALL, ink=MUTED)
