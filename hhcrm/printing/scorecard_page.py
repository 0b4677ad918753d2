"""The scorecard of a source on one page, Letter or A4: what one hands over. Nothing in it is about a patient."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hhcrm.charts.chart import Chart
from hhcrm.charts.look import PAPER
from hhcrm.charts.scorecard import months_chart, starts_chart
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.printing.letterhead import ACCENT, draw_letterhead
from hhcrm.printing.pdf import into_pdf
from hhcrm.printing.pilot_words import pilot_figures
from hhcrm.printing.scorecard_words import (
    Figure,
    care_figures,
    head_figures,
    notes,
    period_line,
    promise_figures,
    why_figures,
)
from hhcrm.printing.sheet import INK, MUTED, RULE, Device, Paper, Sheet, fitting, line_height, text_width, wrapped
from hhcrm.queries.scorecard_models import Scorecard
from hhcrm.queries.settings_models import Letterhead

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter

_DOTS_AN_INCH = 144
"""Letters and lines are lines at any; only what charts hatch is made of dots, of twice as many as a point."""

_GAP = 14.0
_TILE, _TILE_GROUND = 70.0, "#f1f5f9"
_CHART = (258.0, 158.0)
_CHART_LETTERS = 9.0
_ROW, _LETTERS, _SMALL, _LINES = 22.0, 9.0, 7.5, 3
_BAR, _WIDE = 56.0, 260.0
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class ScorecardPage:
    """All that is on the page; the charts are drawn already, as SVG."""

    card: Scorecard
    head: Letterhead
    months: bytes
    starts: bytes


def make_page(card: Scorecard, head: Letterhead, painter: Painter) -> ScorecardPage:
    """Draw the charts. On a worker."""
    look = replace(PAPER, text_px=_CHART_LETTERS)

    def drawn(chart: Chart) -> bytes:
        return painter.svg(chart, look, *_CHART)

    return ScorecardPage(card, head, drawn(months_chart(card)), drawn(starts_chart(card)))


def draw_scorecard(page: ScorecardPage, device: Device, paper: Paper = "letter") -> bool:
    """The page onto a device; whether it took it."""
    return Sheet(device, across=False, paper=paper).draw(lambda sheet: _page(sheet, page))


def write_scorecard(page: ScorecardPage, path: Path, paper: Paper = "letter") -> Path:
    """The page as a PDF file, whole or not at all. Raises FileFault."""
    return into_pdf(path, _title(page.card), lambda device: draw_scorecard(page, device, paper), _DOTS_AN_INCH)


def file_name(card: Scorecard) -> str:
    """What the file of a scorecard is called: of the source's name what every desktop can write, and the last day."""
    name = "-".join("".join(sign if sign.isalnum() else " " for sign in fold(card.source)).split())
    return f"scorecard-{name[:_LONGEST_NAME].strip('-') or card.source_id}-{card.until_on.isoformat()}.pdf"


def _title(card: Scorecard) -> str:
    return translate("scorecard", "Scorecard for {source}").format(source=card.source)


def _page(sheet: Sheet, page: ScorecardPage) -> None:
    card = page.card
    y = draw_letterhead(sheet, page.head)
    y += sheet.text(0, y, sheet.width, translate("scorecard", "Scorecard"), 10, ink=ACCENT, bold=True)
    y += sheet.text(0, y, sheet.width, card.source, 21, bold=True)
    y += sheet.text(0, y, sheet.width, period_line(card), 10, ink=MUTED) + _GAP
    y = _tiles(sheet, y, head_figures(card)) + _GAP
    y = _charts(sheet, y, page) + _GAP
    half = sheet.width * 0.61
    end = _list(sheet, 0, y, half - _GAP, translate("scorecard", "What we said, what we did"), promise_figures(card))
    _pilots(sheet, end + _GAP * 0.8, half - _GAP, _foot_top(sheet, notes(card)) - 4, pilot_figures(card.pilots))
    right, room = half + _GAP / 2, sheet.width - half - _GAP / 2
    low = _list(sheet, right, y, room, translate("scorecard", "Your patients with us"), care_figures(card))
    whys = why_figures(card)
    if whys:
        title = translate("scorecard", "Why {count} were not admitted").format(count=f"{card.outcomes.not_admitted:,}")
        _reasons(sheet, right, low + _GAP * 0.8, room, title, whys)
    _foot(sheet, notes(card))


def _tiles(sheet: Sheet, top: float, figures: Sequence[Figure]) -> float:
    across = (sheet.width - 10 * (len(figures) - 1)) / len(figures)
    for place, figure in enumerate(figures):
        left = place * (across + 10)
        sheet.fill(left, top, across, _TILE, _TILE_GROUND, 5)
        inner, room = left + 9, across - 18
        y = top + 8
        y += sheet.text(inner, y, room, figure.title, 9, ink=MUTED)
        size = fitting(figure.value, room, 13 if figure.few else 22, 9, bold=True)
        sheet.text(inner, y + (22 - size) * 0.55, room, figure.value, size, bold=True, ink=MUTED if figure.few else INK)
        sheet.block(inner, y + line_height(22) - 1, room, figure.beside, 7.5, ink=MUTED)
    return top + _TILE


def _charts(sheet: Sheet, top: float, page: ScorecardPage) -> float:
    across = (sheet.width - _GAP) / 2
    high = _CHART[1] * across / _CHART[0]
    titles = (
        translate("scorecard", "Referrals by month"),
        translate("scorecard", "How soon after the referral care started"),
    )
    for place, (title, svg) in enumerate(zip(titles, (page.months, page.starts), strict=True)):
        left = place * (across + _GAP)
        y = top + sheet.text(left, top, across, title, 11, bold=True) + 4
        sheet.drawing(left, y, across, high, svg)
    return top + line_height(11) + 4 + high


def _list(sheet: Sheet, left: float, top: float, width: float, title: str, figures: Sequence[Figure]) -> float:
    """Figures under each other: what it is, a bar for its share, the share, of how many."""
    y = top + sheet.text(left, top, width, title, 11, bold=True) + 4
    for figure in figures:
        sheet.rule(left, y, width)
        y += _line(sheet, left, y, width, figure)
    return y


def _line(sheet: Sheet, left: float, top: float, width: float, figure: Figure) -> float:
    """One of them; its height comes back."""
    value = 96.0 if figure.few else 80.0
    bar = _BAR if width > _WIDE and figure.share is not None else 0.0
    room = width - value - (bar + 10 if bar else 4)
    high = max(_ROW, len(wrapped(figure.title, room, _LETTERS, _LINES)) * line_height(_LETTERS) + 6)
    middle = top + high / 2
    _words(sheet, left, middle, room, figure.title)
    y = middle - line_height(_LETTERS) / 2
    if figure.few:
        sheet.text(left + width - value, y, value, figure.value, 8.5, right=True, ink=MUTED)
        return high
    sheet.text(left + width - 41, y + 0.5, 41, figure.beside, 8, right=True, ink=MUTED)
    sheet.text(left + width - value, y - 0.5, 36, figure.value, 10, right=True, bold=True)
    if bar and figure.share is not None:
        place = left + width - value - bar - 2
        sheet.fill(place, middle - 2.5, bar, 5, RULE, 2.5)
        sheet.fill(place, middle - 2.5, max(bar * figure.share, 0.1), 5, ACCENT, 2.5)
    return high


def _words(sheet: Sheet, left: float, middle: float, width: float, words: str) -> None:
    """One or two lines around a height."""
    lines = wrapped(words, width, _LETTERS, _LINES)
    sheet.block(left, middle - len(lines) * line_height(_LETTERS) / 2, width, words, _LETTERS, most=_LINES)


def _reasons(sheet: Sheet, left: float, top: float, width: float, title: str, figures: Sequence[Figure]) -> None:
    y = top + sheet.text(left, top, width, title, 11, bold=True) + 4
    for figure in figures:
        room = width - 74
        high = max(_ROW - 2, len(wrapped(figure.title, room, _LETTERS, _LINES)) * line_height(_LETTERS) + 6)
        middle = y + high / 2
        sheet.rule(left, y, width)
        _words(sheet, left, middle, room, figure.title)
        line = middle - line_height(_LETTERS) / 2
        sheet.text(left + width - 72, line + 0.5, 50, figure.beside, 8, right=True, ink=MUTED)
        sheet.text(left + width - 20, line - 0.5, 20, figure.value, 10, right=True, bold=True)
        y += high


def _pilots(sheet: Sheet, top: float, width: float, low: float, figures: Sequence[Figure]) -> None:
    """As many as there is room for, the newest; what does not fit is counted."""
    high = line_height(_LETTERS) + line_height(_SMALL) + 5
    room = int((low - top - line_height(11) - 4) / high)
    shown = figures if len(figures) <= room else figures[: max(0, room)]
    if not shown:
        return
    title = translate("scorecard", "Pilots, by their standards")
    if len(shown) < len(figures):
        title = translate("scorecard", "{shown} of {count} pilots, by their standards").format(
            shown=len(shown), count=len(figures)
        )
    y = top + sheet.text(0, top, width, title, 11, bold=True) + 4
    for figure in shown:
        sheet.rule(0, y, width)
        value = min(width / 2, text_width(figure.value, _LETTERS, bold=not figure.few))
        ink = MUTED if figure.few else INK
        sheet.text(width - value, y + 2, value, figure.value, _LETTERS, bold=not figure.few, ink=ink, right=True)
        line = y + 2 + sheet.text(0, y + 2, width - value - 10, figure.title, _LETTERS)
        sheet.text(0, line, width, figure.beside, _SMALL, ink=MUTED)
        y += high


def _foot_lines(sheet: Sheet, words: Sequence[str]) -> list[str]:
    return [line for said in words for line in wrapped(said, sheet.width, _SMALL, 3)]


def _foot_top(sheet: Sheet, words: Sequence[str]) -> float:
    return sheet.height - len(_foot_lines(sheet, words)) * line_height(_SMALL) - 6


def _foot(sheet: Sheet, words: Sequence[str]) -> None:
    y = _foot_top(sheet, words)
    sheet.rule(0, y, sheet.width)
    y += 5
    for line in _foot_lines(sheet, words):
        y += sheet.text(0, y, sheet.width, line, _SMALL, ink=MUTED)
