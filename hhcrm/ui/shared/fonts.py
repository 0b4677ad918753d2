"""Letters: three sizes and two weights of the one font, all following the text size setting."""

from __future__ import annotations

import sys
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication

Role = Literal["head", "title", "section", "strong", "body", "small", "figure"]

# Body is 13 px: 9.75 pt at the 96 dots an inch that Windows and Linux count with, 13 pt at the Mac's 72.
BODY_POINTS = 13.0 if sys.platform == "darwin" else 9.75

_RATIOS: dict[str, float] = {"head": 19 / 13, "title": 16 / 13, "small": 12 / 13, "figure": 26 / 13}
_WEIGHTS: dict[str, QFont.Weight] = {
    "head": QFont.Weight.DemiBold,
    "title": QFont.Weight.DemiBold,
    "section": QFont.Weight.DemiBold,
    "strong": QFont.Weight.DemiBold,
    "figure": QFont.Weight.Bold,
}


def body_font(percent: int) -> QFont:
    """The program's font at a text size of 100, 125 or 150 per cent.

    The system's font on Windows and Mac; elsewhere Inter where it is installed, as widths are then alike.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if QGuiApplication.platformName() not in ("windows", "cocoa") and QFontDatabase.hasFamily("Inter"):
        font = QFont("Inter")
    font.setPointSizeF(BODY_POINTS * percent / 100)
    return font


def role_font(role: Role) -> QFont:
    """The font of a role, out of the program's present font."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * _RATIOS.get(role, 1.0))
    font.setWeight(_WEIGHTS.get(role, QFont.Weight.Normal))
    return font


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, so that numbers stand under each other."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def em(ratio: float = 1.0) -> int:
    """A length in pixels that follows the text size; `em(1)` is the 13 px of body text at 100 per cent."""
    height = QFontMetrics(QApplication.font()).height()
    return max(1, round(ratio * height * 13 / 16))


def scaled(pixels: float) -> int:
    """A length drawn for 100 per cent text, at the present text size."""
    return em(pixels / 13)
