"""A pilot on one page, Letter or A4: to hand over at its start, in the middle and at its end. No patient is on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hhcrm.domain.days import say_year_day
from hhcrm.domain.standards import Standing, Verdict
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.printing.letterhead import ACCENT, draw_letterhead
from hhcrm.printing.pdf import into_pdf
from hhcrm.printing.pilot_words import (
    Phase,
    about_words,
    days_words,
    figure_of,
    more_words,
    phase_of,
    phase_title,
    progress_words,
    standard_title,
    target_words,
    verdict_words,
)
from hhcrm.printing.sheet import INK, MUTED, RULE, Device, Paper, Sheet, line_height, wrapped
from hhcrm.queries.pilot_models import PilotProgress
from hhcrm.queries.settings_models import Letterhead

_GAP = 16.0
_LETTERS, _SMALL = 12.0, 8.0
_GROUND = "#f1f5f9"
_TARGET, _VALUE, _BAR, _VERDICT = 110.0, 86.0, 76.0, 78.0
_LONGEST_NAME = 60
_NOTE_LINES, _MOST_LINES = 2, 12
_ROW, _SIGNED = 66.0, 96.0
"""The highest a standard becomes, and what the two lines to sign on need."""


@dataclass(frozen=True, slots=True)
class PilotPage:
    """All that is on the page."""

    progress: PilotProgress
    head: Letterhead

    @property
    def phase(self) -> Phase:
        """What there is to hand over."""
        return phase_of(self.progress.pilot, self.progress.on)


def draw_pilot(page: PilotPage, device: Device, paper: Paper = "letter") -> bool:
    """The page onto a device; whether it took it."""
    return Sheet(device, across=False, paper=paper).draw(lambda sheet: _page(sheet, page))


def write_pilot(page: PilotPage, path: Path, paper: Paper = "letter") -> Path:
    """The page as a PDF file. Raises FileFault."""
    return into_pdf(path, page.progress.pilot.name, lambda device: draw_pilot(page, device, paper))


def file_name(progress: PilotProgress) -> str:
    """What the file is called: of the source's name what every desktop can write, when, and the day."""
    item = progress.pilot
    name = "-".join("".join(sign if sign.isalnum() else " " for sign in fold(item.source)).split())
    short = name[:_LONGEST_NAME].strip("-") or str(item.source_id)
    return f"pilot-{short}-{phase_of(item, progress.on)}-{progress.on.isoformat()}.pdf"


def _page(sheet: Sheet, page: PilotPage) -> None:
    item, phase, notes = page.progress.pilot, page.phase, _notes(page)
    low = sheet.height - _foot_height(sheet, notes)
    y = draw_letterhead(sheet, page.head)
    y += sheet.text(0, y, sheet.width, phase_title(phase), 10, ink=ACCENT, bold=True)
    y += sheet.block(0, y, sheet.width, item.name, 22, bold=True)
    y += sheet.block(0, y, sheet.width, item.source, 13) + 2
    y += sheet.text(0, y, sheet.width, days_words(item, page.progress.on), 10, ink=MUTED)
    if _whom(page):
        y += sheet.block(0, y, sheet.width, _whom(page), 10, ink=MUTED)
    y += sheet.block(0, y, sheet.width, _about(page), 10, ink=MUTED, most=3) + _GAP
    if item.promise:
        y = _box(sheet, y, low, translate("pilots", "What we promise"), item.promise)
    y = _standards(sheet, y, low, page)
    if phase is Phase.END:
        y = _box(sheet, y, low, translate("pilots", "What came of it"), item.result)
        if item.next_step:
            _box(sheet, y, low, translate("pilots", "What comes next"), item.next_step)
    if phase is Phase.START:
        _on(sheet, y, _SIGNED, sheet.height)
        _signatures(sheet, page)
    _foot(sheet, notes)


def _on(sheet: Sheet, top: float, high: float, low: float) -> float:
    """Where something so high stands: here, or at the top of the next page where it does not fit."""
    if top + high <= low:
        return top
    sheet.new_page()
    return 0.0


def _whom(page: PilotPage) -> str:
    item = page.progress.pilot
    contact = translate("pilots", "agreed with {name}").format(name=item.contact) if item.contact else ""
    owner = translate("pilots", "your contact with us: {name}").format(name=item.owner) if item.owner else ""
    return "  ·  ".join(part for part in (contact, owner) if part)


def _about(page: PilotPage) -> str:
    return translate("pilots", "About: {which}").format(which=about_words(page.progress.pilot))


def _box(sheet: Sheet, top: float, low: float, title: str, words: str) -> float:
    """Words on a tinted ground; where the page goes on comes back."""
    inner = sheet.width - 28
    lines = len(wrapped(words, inner, 12, _MOST_LINES))
    high = line_height(9) + lines * line_height(12) + 26
    top = _on(sheet, top, high, low)
    sheet.fill(0, top, sheet.width, high, _GROUND, 5)
    y = top + 10
    y += sheet.text(14, y, inner, title, 9, ink=MUTED) + 2
    sheet.block(14, y, inner, words, 12, most=_MOST_LINES)
    return top + high + _GAP


def _standards(sheet: Sheet, top: float, low: float, page: PilotPage) -> float:
    progress, told = page.progress, page.phase is not Phase.START
    title = translate("pilots", "What we said, what we did") if told else translate("pilots", "How it is measured")
    top = _on(sheet, top, 2 * _ROW, low)
    y = top + sheet.text(0, top, sheet.width, title, 14, bold=True) + 4
    if told:
        count = len(progress.referral_ids)
        one, many = translate("pilots", "{count} referral"), translate("pilots", "{count} referrals")
        said = f"{(one if count == 1 else many).format(count=f'{count:,}')}: {progress_words(progress)}"
        y += sheet.text(0, y, sheet.width, said, 10, ink=MUTED) + 4
    for standing in progress.standings:
        y = _on(sheet, y, _ROW, low)
        sheet.rule(0, y, sheet.width)
        y += _told(sheet, y, standing) if told else _promised(sheet, y, standing)
    sheet.rule(0, y, sheet.width)
    return y + _GAP


def _promised(sheet: Sheet, top: float, standing: Standing) -> float:
    room = sheet.width - _TARGET - 20
    lines = wrapped(standard_title(standing.standard), room, _LETTERS, 2)
    high = len(lines) * line_height(_LETTERS) + 22
    sheet.block(0, top + 11, room, standard_title(standing.standard), _LETTERS)
    target = target_words(standing.standard)
    sheet.text(sheet.width - _TARGET - 20, top + 10, _TARGET + 20, target, 13, bold=True, right=True)
    return high


def _told(sheet: Sheet, top: float, standing: Standing) -> float:
    """What it is, what was promised below it, the figure with its bar, and the verdict."""
    figure, right = figure_of(standing), sheet.width
    room = right - _VALUE - _BAR - _VERDICT - 30
    lines = len(wrapped(figure.title, room, _LETTERS, 2))
    high = lines * line_height(_LETTERS) + line_height(9) + 22
    y = top + 10
    y += sheet.block(0, y, room, figure.title, _LETTERS)
    said = translate("pilots", "promised: {target}").format(target=target_words(standing.standard))
    sheet.text(0, y + 1, room, said, 9, ink=MUTED)
    left, middle = room + 10, top + high / 2
    if figure.few:
        sheet.text(left, middle - line_height(9) / 2, _BAR + _VALUE, figure.value, 9, ink=MUTED)
        return high
    if figure.share is not None:
        sheet.fill(left, middle - 3, _BAR, 6, RULE, 3)
        sheet.fill(left, middle - 3, max(_BAR * figure.share, 0.1), 6, ACCENT, 3)
        sheet.fill(left + _BAR * standing.standard.target / 100 - 0.6, middle - 7, 1.2, 14, INK)
    _figure(sheet, left + _BAR + 8, middle, figure.value, figure.beside)
    _verdict(sheet, right - _VERDICT, middle, standing)
    return high


def _figure(sheet: Sheet, left: float, middle: float, value: str, beside: str) -> None:
    high = line_height(14) + (line_height(8.5) if beside else 0)
    y = middle - high / 2
    y += sheet.text(left, y, _VALUE, value, 14, bold=True)
    if beside:
        sheet.text(left, y, _VALUE, beside, 8.5, ink=MUTED)


def _verdict(sheet: Sheet, left: float, middle: float, standing: Standing) -> None:
    met = standing.verdict is Verdict.MET
    if met:
        sheet.shape(left, middle - 4, 8, "completed")
    ink = ACCENT if met else MUTED
    sheet.text(left + 14, middle - line_height(10) / 2, _VERDICT - 14, verdict_words(standing), 10, bold=met, ink=ink)


def _signatures(sheet: Sheet, page: PilotPage) -> None:
    """Two lines to sign on, low on the page."""
    half = (sheet.width - 40) / 2
    y = sheet.height - _SIGNED
    for left, who in ((0.0, page.progress.pilot.source), (half + 40, page.head.name)):
        sheet.rule(left, y, half, MUTED)
        words = translate("pilots", "For {who}, date").format(who=who)
        sheet.text(left, y + 3, half, words, 8.5, ink=MUTED)


def _notes(page: PilotPage) -> list[str]:
    said = [
        translate(
            "pilots",
            "Measured from every referral of these days, none left out. Where there are too few cases a share or a "
            "median would mislead; the page says so.",
        )
    ]
    if page.phase is not Phase.START:
        said.append(translate("pilots", "The line across a bar is what was promised."))
    if page.phase is Phase.MIDDLE:
        said += [
            f"{standard_title(one.standard)}: {more_words(one)}" for one in page.progress.standings if more_words(one)
        ]
    day = say_year_day(page.progress.on)
    said.append(translate("pilots", "As of {day}. No patient is named on this page.").format(day=day))
    return said


def _foot(sheet: Sheet, words: Sequence[str]) -> None:
    y = sheet.height - _foot_height(sheet, words)
    sheet.rule(0, y, sheet.width)
    y += 5
    for line in _foot_lines(sheet, words):
        y += sheet.text(0, y, sheet.width, line, _SMALL, ink=MUTED)


def _foot_height(sheet: Sheet, words: Sequence[str]) -> float:
    return len(_foot_lines(sheet, words)) * line_height(_SMALL) + 6


def _foot_lines(sheet: Sheet, words: Sequence[str]) -> list[str]:
    return [line for said in words for line in wrapped(said, sheet.width, _SMALL, _NOTE_LINES)]
