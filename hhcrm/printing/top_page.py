"""The first hundred sources on as many pages as they need, to share in the agency. No patient is on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hhcrm.domain.days import say_year_day
from hhcrm.domain.top_list import TopBy
from hhcrm.domain.wording import translate
from hhcrm.printing.letterhead import ACCENT, draw_letterhead
from hhcrm.printing.pdf import into_pdf
from hhcrm.printing.sheet import MUTED, Device, Paper, Sheet, line_height
from hhcrm.queries.settings_models import Letterhead
from hhcrm.queries.worth_models import WorthBoard, WorthLine
from hhcrm.queries.worth_words import basis_words

_SIZE, _SMALL = 9.0, 7.5
_ROW = 24.0
_FOOT = 24.0


@dataclass(frozen=True, slots=True)
class TopPage:
    """All that is on the pages."""

    board: WorthBoard
    lines: tuple[WorthLine, ...]
    by: TopBy
    head: Letterhead
    on: date


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its head, where it begins and how wide it is, as parts of the width."""

    title: str
    left: float
    width: float


def draw_top(page: TopPage, device: Device, paper: Paper = "letter") -> bool:
    """The pages onto a device; whether it took them."""
    return Sheet(device, across=False, paper=paper).draw(lambda sheet: _pages(sheet, page))


def write_top(page: TopPage, path: Path, paper: Paper = "letter") -> Path:
    """The pages as a PDF file. Raises FileFault."""
    return into_pdf(path, title(page), lambda device: draw_top(page, device, paper))


def title(page: TopPage) -> str:
    """Top 100 by expected referrals."""
    return title_words(page.by, len(page.lines))


def title_words(by: TopBy, count: int) -> str:
    """What the list is called."""
    words = (
        translate("worth", "Top {count} by expected referrals")
        if by is TopBy.EXPECTED
        else translate("worth", "Top {count} by potential")
    )
    return words.format(count=count)


def _columns() -> tuple[_Column, ...]:
    return (
        _Column(translate("worth", "Source"), 0.05, 0.37),
        _Column(translate("worth", "Owner"), 0.43, 0.15),
        _Column(translate("worth", "Potential"), 0.59, 0.10),
        _Column(translate("worth", "Received"), 0.70, 0.09),
        _Column(translate("worth", "Share"), 0.80, 0.07),
        _Column(translate("worth", "Expected"), 0.88, 0.12),
    )


def _pages(sheet: Sheet, page: TopPage) -> None:
    y = draw_letterhead(sheet, page.head)
    y += sheet.text(0, y, sheet.width, title(page), 18, bold=True)
    y += sheet.text(0, y, sheet.width, _about(page), _SIZE, ink=MUTED) + 10
    y = _heads(sheet, y)
    for place, line in enumerate(page.lines, 1):
        if y + _ROW > sheet.height - _FOOT:
            _foot(sheet, page)
            sheet.new_page()
            y = _heads(sheet, 0.0)
        _row(sheet, y, place, line, page)
        y += _ROW
    _foot(sheet, page)


def _about(page: TopPage) -> str:
    asked = page.board.ask.asked
    words = translate("worth", "Potential and expected: patients a month. Received: referrals, {first} to {last}.")
    return words.format(first=say_year_day(page.board.year_from), last=say_year_day(asked.until_on))


def _heads(sheet: Sheet, top: float) -> float:
    for at, column in enumerate(_columns()):
        sheet.text(
            column.left * sheet.width, top, column.width * sheet.width, column.title, _SMALL, ink=ACCENT, bold=True,
            right=at >= 2,
        )  # fmt: skip
    below = top + line_height(_SMALL) + 2
    sheet.rule(0, below, sheet.width)
    return below + 3


def _row(sheet: Sheet, top: float, place: int, line: WorthLine, page: TopPage) -> None:
    source, *others = _columns()
    sheet.text(0, top, 0.04 * sheet.width, f"{place}", _SIZE, ink=MUTED, right=True)
    high = sheet.text(source.left * sheet.width, top, source.width * sheet.width, line.name, _SIZE, bold=True)
    beside = "  \u00b7  ".join((line.type, basis_words(line, page.board.rates)))
    wide = (others[0].left + others[0].width - source.left) * sheet.width
    sheet.text(source.left * sheet.width, top + high, wide, beside, _SMALL, ink=MUTED)
    for at, (column, words) in enumerate(zip(others, _cells(line), strict=True)):
        sheet.text(column.left * sheet.width, top, column.width * sheet.width, words, _SIZE, right=at >= 1)


def _cells(line: WorthLine) -> Sequence[str]:
    dash = "\u2013"
    return (
        line.owner,
        dash if line.potential is None else f"{line.potential:,.1f}",
        f"{line.sent:,}",
        dash if line.share is None else f"{round(100 * line.share):,} %",
        f"{line.expected:,.1f}",
    )


def _foot(sheet: Sheet, page: TopPage) -> None:
    words = translate("worth", "{day}, page {number}").format(day=say_year_day(page.on), number=sheet.pages)
    sheet.text(0, sheet.height - line_height(_SMALL), sheet.width, words, _SMALL, ink=MUTED, right=True)
