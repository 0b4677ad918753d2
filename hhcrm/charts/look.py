"""How charts look: colours by their role and the size of letters, handed down by whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Colours as `#rrggbb`; `text_px` is the height of body text in pixels, `families` the fonts, best first."""

    ground: str
    text: str
    muted: str
    line: str
    line_strong: str
    rest: str
    marks: tuple[str, ...]
    text_px: float = 13.0
    families: tuple[str, ...] = ()

    def scaled(self, pixels: float) -> float:
        """A length drawn for body text of 13 pixels, at this text size."""
        return pixels * self.text_px / 13

    @property
    def small_px(self) -> float:
        """The height of the smaller of the two text sizes."""
        return self.text_px * 12 / 13


PAPER = ChartLook(
    ground="#ffffff",
    text="#1d2530",
    muted="#586372",
    line="#e3e6ea",
    line_strong="#98a2b0",
    rest="#b8c0ca",
    marks=("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"),
    families=("Inter", "Segoe UI", "Helvetica Neue"),
)
"""For files and paper, whatever the window looks like (ui.md: Okabe-Ito)."""
