"""The head of a page that leaves the house: the agency's logo and name at the left, how to reach it at the right."""

from __future__ import annotations

from hhcrm.printing.sheet import INK, MUTED, Sheet, fitting, line_height, text_width, wrapped
from hhcrm.queries.settings_models import Letterhead

ACCENT = "#0072b2"
_LOGO = (150.0, 34.0)
_HIGH = 38.0
_SMALL = 8.0
_GAP = 12.0
_LARGEST, _TWO_LINES = 16, 12


def draw_letterhead(sheet: Sheet, head: Letterhead) -> float:
    """Draw it at the top of the sheet; where the page goes on comes back."""
    lines = [line for line in (*head.address, head.phone) if line]
    right = min(sheet.width * 0.38, max((text_width(line, _SMALL) for line in lines), default=0.0))
    left = sheet.image(0, 0, *_LOGO, head.logo) if head.logo else 0.0
    left += _GAP if left else 0
    _name(sheet, left, sheet.width - right - left - (_GAP if lines else 0), head.name)
    top = max(0.0, (_HIGH - len(lines) * line_height(_SMALL)) / 2)
    for line in lines:
        top += sheet.text(sheet.width - right, top, right, line, _SMALL, right=True, ink=MUTED)
    low = max(_HIGH, top) + 4
    sheet.fill(0, low, sheet.width, 2.2, ACCENT)
    return low + 12


def _name(sheet: Sheet, left: float, width: float, name: str) -> None:
    """The agency's name as large as there is room for; a very long one in two lines."""
    size = fitting(name, width, _LARGEST, _TWO_LINES, bold=True)
    most = 2 if size == _TWO_LINES else 1
    lines = wrapped(name, width, size, most, bold=True)
    y = (_HIGH - len(lines) * line_height(size)) / 2
    for line in lines:
        y += sheet.text(left, y, width, line, size, bold=True, ink=INK)
