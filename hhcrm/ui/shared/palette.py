"""The colours, light, dark and two of high contrast: a role each, and the Qt palettes made of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

# Okabe-Ito, safe for colour-blind readers: https://jfly.uni-koeln.de/color/
OKABE_ITO = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00")


@dataclass(frozen=True, slots=True)
class Colors:
    """One colour a role, as `#rrggbb`. `faint` is for rules and marks, never for words one must read."""

    dark: bool
    page: str
    panel: str
    rail: str
    field: str
    hover: str
    line: str
    line_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    selection: str
    overdue: str
    overdue_soft: str
    due: str
    due_soft: str
    good: str
    good_soft: str
    info: str
    info_soft: str
    rest: str
    marks: tuple[str, ...] = OKABE_ITO
    contrast: bool = False
    """High contrast: words of 7:1 and more, rules and edges that stand out."""

    @staticmethod
    def of(widget: QWidget) -> Colors:
        """The colours in force where this widget stands."""
        return colors_for(widget.palette())

    def tag(self, kind: str) -> tuple[str, str]:
        """Text and ground of a tag: `overdue`, `due`, `good`, `info`; anything else is plain."""
        grounds = {
            "overdue": (self.overdue, self.overdue_soft),
            "due": (self.due, self.due_soft),
            "good": (self.good, self.good_soft),
            "info": (self.info, self.info_soft),
        }
        return grounds.get(kind, (self.muted, self.rail))


LIGHT = Colors(
    dark=False,
    page="#f6f7f9",
    panel="#ffffff",
    rail="#eef0f3",
    field="#f4f5f7",
    hover="#f1f4f7",
    line="#e3e6ea",
    line_strong="#c9d0d8",
    text="#1d2530",
    muted="#586372",
    faint="#98a2b0",
    accent="#0b6e99",
    on_accent="#ffffff",
    selection="#d9ebf3",
    overdue="#b93c0a",
    overdue_soft="#fdeee6",
    due="#8a5c00",
    due_soft="#fdf3d8",
    good="#287045",
    good_soft="#e5f3ea",
    info="#0a6289",
    info_soft="#dcedf5",
    rest="#b8c0ca",
)

DARK = Colors(
    dark=True,
    page="#15191f",
    panel="#1c2128",
    rail="#181c22",
    field="#181c22",
    hover="#242b34",
    line="#2f3741",
    line_strong="#46515e",
    text="#e6eaef",
    muted="#9aa5b3",
    faint="#6d7885",
    accent="#4db3de",
    on_accent="#0d1a22",
    selection="#173b4e",
    overdue="#ff9166",
    overdue_soft="#3a1e12",
    due="#e8b84a",
    due_soft="#352a10",
    good="#6cc48e",
    good_soft="#14301f",
    info="#63bde3",
    info_soft="#14303f",
    rest="#4b5561",
)

CONTRAST_LIGHT = Colors(
    dark=False,
    page="#ffffff",
    panel="#ffffff",
    rail="#f2f2f2",
    field="#ffffff",
    hover="#e6e6e6",
    line="#6b6b6b",
    line_strong="#000000",
    text="#000000",
    muted="#2b2b2b",
    faint="#595959",
    accent="#00395e",
    on_accent="#ffffff",
    selection="#b8dcff",
    overdue="#741c00",
    overdue_soft="#fff0e8",
    due="#4d3300",
    due_soft="#fff4cc",
    good="#0a401f",
    good_soft="#e2f7e8",
    info="#003a61",
    info_soft="#e0f1ff",
    rest="#6b6b6b",
    contrast=True,
)

CONTRAST_DARK = Colors(
    dark=True,
    page="#000000",
    panel="#000000",
    rail="#0d0d0d",
    field="#000000",
    hover="#262626",
    line="#949494",
    line_strong="#ffffff",
    text="#ffffff",
    muted="#e0e0e0",
    faint="#b0b0b0",
    accent="#7ad7ff",
    on_accent="#000000",
    selection="#003852",
    overdue="#ffb99c",
    overdue_soft="#2b0f00",
    due="#ffd866",
    due_soft="#2b2000",
    good="#90f0b5",
    good_soft="#00260f",
    info="#93ddff",
    info_soft="#00202e",
    rest="#949494",
    contrast=True,
)

_BY_ACCENT = {QColor(colors.accent).rgb(): colors for colors in (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)}


def colors_for(palette: QPalette) -> Colors:
    """The colours that go with a palette, told by its accent; a strange palette by how light its ground is."""
    known = _BY_ACCENT.get(palette.color(QPalette.ColorRole.Accent).rgb())
    if known is not None:
        return known
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def qt_palette(colors: Colors) -> QPalette:
    """The palette for all of Qt's own widgets."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(colors.panel), QColor(colors.page))
    for which, value in (
        (role.Window, colors.page),
        (role.WindowText, colors.text),
        (role.Base, colors.panel),
        (role.AlternateBase, colors.field),
        (role.Text, colors.text),
        (role.PlaceholderText, colors.muted),
        (role.Button, colors.panel),
        (role.ButtonText, colors.text),
        (role.BrightText, colors.overdue),
        (role.ToolTipBase, colors.panel),
        (role.ToolTipText, colors.text),
        (role.Highlight, colors.selection),
        (role.HighlightedText, colors.text),
        (role.Accent, colors.accent),
        (role.Link, colors.accent),
        (role.LinkVisited, colors.accent),
        (role.Light, colors.panel),
        (role.Midlight, colors.hover),
        (role.Mid, colors.line),
        (role.Dark, colors.line_strong),
        (role.Shadow, colors.line_strong),
    ):
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colors.faint))
    return palette


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _luminance(color: QColor) -> float:
    return 0.2126 * _linear(color.red()) + 0.7152 * _linear(color.green()) + 0.0722 * _linear(color.blue())


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 'contrast ratio')."""
    low, high = sorted((_luminance(QColor(first)), _luminance(QColor(second))))
    return (high + 0.05) / (low + 0.05)
