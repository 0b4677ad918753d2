"""What the agency takes, on one page for the public: 42 CFR 484.105(i)(2). Nothing in it is about a patient."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hhcrm.domain.days import say_year_day
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.printing.letterhead import draw_letterhead
from hhcrm.printing.pdf import into_pdf
from hhcrm.printing.sheet import INK, MUTED, Device, Paper, Sheet, line_height, wrapped
from hhcrm.queries.capability_models import PublicLine, PublicPage
from hhcrm.queries.settings_models import Letterhead

_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
"""Letters in points, the largest first: the page is one page as long as it can be read."""

_TITLE = 20.0
_HEAD = 1.3
_LEFT = 112.0
_FOOT = 30.0
_SMALL = 7.5
_LONG = 10_000
_FEW = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph, with its label at the left of it or (`head`) a heading of its own."""

    words: str
    label: str = ""
    head: bool = False


def draw_public_page(page: PublicPage, head: Letterhead, device: Device, paper: Paper = "letter") -> bool:
    """The page onto a device; whether it took it."""
    return Sheet(device, across=False, paper=paper).draw(lambda sheet: _draw(sheet, page, head))


def write_public_page(page: PublicPage, head: Letterhead, path: Path, paper: Paper = "letter") -> Path:
    """The page as a PDF file. Raises FileFault."""
    return into_pdf(path, _title(), lambda device: draw_public_page(page, head, device, paper))


def file_name(page: PublicPage) -> str:
    """What the file is called at first."""
    name = "-".join("".join(sign if sign.isalnum() else " " for sign in fold(page.agency)).split())
    return f"{name or 'agency'}-public-information-{page.as_of.isoformat()}.pdf"


def zip_ranges(zips: Sequence[str]) -> str:
    """ZIP codes in order, three or more that follow each other as a range: 37201-37206, 37210."""
    runs: list[list[str]] = []
    for code in sorted(set(zips)):
        if runs and int(code) == int(runs[-1][-1]) + 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    said = [(f"{run[0]}-{run[-1]}",) if len(run) > _FEW else tuple(run) for run in runs]
    return ", ".join(part for parts in said for part in parts)


def _title() -> str:
    return translate("take", "What we offer, and its limits")


def _draw(sheet: Sheet, page: PublicPage, head: Letterhead) -> None:
    top = draw_letterhead(sheet, head)
    top += sheet.text(0, top, sheet.width, _title(), _TITLE, bold=True) + 6
    parts, low = list(_parts(page)), sheet.height - _FOOT
    size = next((one for one in _SIZES if top + _height(parts, one, sheet.width) <= low), _SIZES[-1])
    y = top
    for part in parts:
        for label, line in _lines(part, size, sheet.width):
            high = _high(part, size)
            if y + high > low:
                sheet.new_page()
                y = 0.0
            _line(sheet, y, part, label, line, size)
            y += high
        y += _gap(part, size)
    _foot(sheet, page)


def _parts(page: PublicPage) -> Iterator[_Part]:
    everywhere = _everywhere(page.lines)
    for line in page.lines:
        yield _Part(line.name, head=True)
        for label, said in _said(line, everywhere):
            for place, paragraph in enumerate(one for one in said.splitlines() if one.strip()):
                yield _Part(paragraph, "" if place else label)
    if page.disciplines or everywhere:
        yield _Part(translate("take", "Who comes, and where"), head=True)
    if page.disciplines:
        yield _Part(", ".join(page.disciplines), translate("take", "Disciplines"))
    if everywhere:
        yield _Part(zip_ranges(everywhere), translate("settings", "ZIP codes"))
    if not page.lines:
        yield _Part(translate("take", "Ask us what we can take: nothing has been written down yet."))


def _everywhere(lines: Sequence[PublicLine]) -> tuple[str, ...]:
    """ZIP codes that every line serves are said once."""
    return tuple(sorted(set.intersection(*(set(line.zips) for line in lines)))) if lines else ()


def _said(line: PublicLine, everywhere: Sequence[str]) -> Iterator[tuple[str, str]]:
    own = sorted(set(line.zips) - set(everywhere))
    yield translate("take", "What is offered"), line.offered
    yield translate("take", "Limits"), line.limits
    yield translate("take", "Payers"), ", ".join(line.payers)
    if own:
        words = translate("take", "ZIP codes, too") if everywhere else translate("settings", "ZIP codes")
        yield words, zip_ranges(own)


def _lines(part: _Part, size: float, width: float) -> list[tuple[str, str]]:
    """The lines of a paragraph, the label before the first."""
    if part.head:
        return [("", part.words)]
    found = wrapped(part.words, width - _LEFT, size, _LONG)
    return [("" if place else part.label, line) for place, line in enumerate(found)]


def _gap(part: _Part, size: float) -> float:
    return size * (0.35 if part.head else 0.5)


def _height(parts: Sequence[_Part], size: float, width: float) -> float:
    return sum(len(_lines(part, size, width)) * _high(part, size) + _gap(part, size) for part in parts)


def _high(part: _Part, size: float) -> float:
    """How high a line is; above a heading there is room, and a rule across."""
    return line_height(size * _HEAD) + size * 1.3 if part.head else line_height(size)


def _line(sheet: Sheet, y: float, part: _Part, label: str, words: str, size: float) -> None:
    if part.head:
        sheet.rule(0, y + size * 0.6, sheet.width)
        sheet.text(0, y + size * 1.2, sheet.width, words, size * _HEAD, bold=True, ink=INK)
        return
    if label:
        sheet.text(0, y, _LEFT - 8, label, size, ink=MUTED)
    sheet.text(_LEFT, y, sheet.width - _LEFT, words, size)


def _foot(sheet: Sheet, page: PublicPage) -> None:
    said = translate("take", "As of {day}.").format(day=say_year_day(page.as_of))
    if page.reviewed_on is not None:
        words = translate("take", "Last reviewed on {day}.")
        said = f"{said} {words.format(day=say_year_day(page.reviewed_on))}"
    ask = translate("take", "Room changes from day to day: call us before you count on it.")
    y = sheet.height - line_height(_SMALL) - 4
    sheet.rule(0, y - 4, sheet.width)
    sheet.text(0, y, sheet.width, f"{said} {ask}", _SMALL, ink=MUTED)
