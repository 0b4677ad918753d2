"""The fax that tells a referrer what became of a referral: one page, nothing on it about the patient."""

from __future__ import annotations

from pathlib import Path

from hhcrm.domain.days import say_full_day
from hhcrm.domain.wording import translate
from hhcrm.printing.letterhead import draw_letterhead
from hhcrm.printing.pdf import into_pdf
from hhcrm.printing.sheet import INK, Device, Paper, Sheet, line_height, wrapped
from hhcrm.queries.loop_models import FaxSheet

_LABEL, _HEAD, _SMALL = 11.0, 26, 10.0
_WORDS = (15, 12, 10)
"""The sizes of the sentence, the first at which all of it fits. A fax blurs, so that nothing is smaller or grey."""
_BESIDE = 92.0
_FOOT = 108.0


def draw_fax(fax: FaxSheet, device: Device, paper: Paper = "letter") -> bool:
    """The page on paper; whether the device took it."""
    return Sheet(device, across=False, paper=paper).draw(lambda sheet: _page(sheet, fax))


def write_fax(fax: FaxSheet, path: Path, paper: Paper = "letter") -> Path:
    """The page as a PDF file. Raises FileFault."""
    title = translate("loop", "Fax to {name}").format(name=fax.place or fax.to)
    return into_pdf(path, title, lambda device: draw_fax(fax, device, paper))


def _page(sheet: Sheet, fax: FaxSheet) -> None:
    top = draw_letterhead(sheet, fax.head)
    y = top + sheet.text(0, top, sheet.width, translate("loop", "Fax"), _HEAD, bold=True) + 6
    sheet.rule(0, y, sheet.width, INK)
    y = _whom(sheet, y + 18, fax)
    sheet.rule(0, y, sheet.width, INK)
    y += 34
    y += sheet.text(0, y, sheet.width, fax.subject, _WORDS[0], bold=True) + 14
    _sentence(sheet, y, sheet.height - _FOOT - 12 - y, fax.words)
    _receipt(sheet, fax)


def _sentence(sheet: Sheet, top: float, room: float, words: str) -> None:
    """The words, as large as they fit the room."""
    for size in _WORDS:
        most = int(room // line_height(size))
        if len(wrapped(words, sheet.width, size, most + 1)) <= most:
            break
    sheet.block(0, top, sheet.width, words, size, most=most)


def _whom(sheet: Sheet, top: float, fax: FaxSheet) -> float:
    """To and from whom, in two columns; where they end."""
    left = (
        (translate("loop", "To"), fax.to),
        ("", fax.role),
        ("", fax.place if fax.place != fax.to else ""),
        (translate("loop", "Fax number"), fax.number),
    )
    right = (
        (translate("loop", "From"), fax.person or fax.head.name),
        (translate("loop", "Phone"), fax.phone),
        (translate("loop", "Date"), say_full_day(fax.day)),
        (translate("loop", "Pages"), "1"),
    )
    half = sheet.width / 2
    return max(_column(sheet, 0, top, half - 14, left), _column(sheet, half + 14, top, half - 14, right)) + 10


def _column(sheet: Sheet, left: float, top: float, width: float, lines: tuple[tuple[str, str], ...]) -> float:
    y = top
    for label, said in lines:
        if said:
            sheet.text(left, y + 2, _BESIDE - 8, label, _LABEL)
            y += sheet.block(left + _BESIDE, y, width - _BESIDE, said, 12, most=3) + 8
    return y


def _receipt(sheet: Sheet, fax: FaxSheet) -> None:
    """At the foot: a line to confirm that it arrived, and what to do where it went astray."""
    y = sheet.height - _FOOT
    sheet.rule(0, y, sheet.width, INK)
    asked = translate("loop", "Please confirm that this arrived: sign here and fax the page back.")
    if fax.phone:
        words = translate("loop", "Please confirm that this arrived: sign here and fax the page back, or call {phone}.")
        asked = words.format(phone=fax.phone)
    y += 10 + sheet.text(0, y + 10, sheet.width, asked, _LABEL) + 26
    third = sheet.width / 3
    for place, label in enumerate((translate("loop", "Received on"), translate("loop", "by"))):
        left = place * third
        sheet.rule(left, y, third * (2 if place else 1) - (0 if place else 18), INK)
        sheet.text(left, y + 3, third - 20, label, _SMALL)
    y += line_height(_SMALL) + 8
    note = translate(
        "loop",
        "Confidential: health information, meant only for the one named above. If it came to you by mistake, do not "
        "copy it or pass it on: tell us at once and shred it.",
    )
    sheet.block(0, y, sheet.width, note, _SMALL, most=3)
