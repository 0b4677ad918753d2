"""The head of a page that leaves the house: the agency's logo and name at the left, how to reach it at the right."""

from __future__ import annotations

from hhcrm.printing.sheet import INK, MUTED, Sheet, line_height
from hhcrm.queries.settings_models import Letterhead

ACCENT = "#0072b2"
_LOGO = (150.0, 34.0)
_HIGH = 38.0
_SMALL = 8.0


def draw_letterhead(sheet: Sheet, head: Letterhead) -> float:
    """Draw it at the top of the sheet; where the page goes on comes back."""
    half = sheet.width * 0.62
    left = sheet.image(0, 0, *_LOGO, head.logo) if head.logo else 0.0
    left += 12 if left else 0
    sheet.text(left, (_HIGH - line_height(16)) / 2, half - left, head.name, 16, bold=True, ink=INK)
    lines = [line for line in (*head.address, head.phone) if line]
    top = max(0.0, (_HIGH - len(lines) * line_height(_SMALL)) / 2)
    for line in lines:
        top += sheet.text(half, top, sheet.width - half, line, _SMALL, right=True, ink=MUTED)
    low = max(_HIGH, top) + 4
    sheet.fill(0, low, sheet.width, 2.2, ACCENT)
    return low + 12
