"""A sheet of paper in points: text that is cut where its room ends, rules, and the next page when one is full."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QByteArray, QLineF, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer

POINTS_AN_INCH = 72
MARGIN = 36.0
INK, MUTED, RULE = "#1d2530", "#586372", "#c9d0d8"

Device = QPrinter | QPdfWriter

Paper = Literal["letter", "a4"]
_SIZES = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}


class Sheet:
    """Paints pages onto a printer or into a PDF. Lengths are points, from the upper left of what can be printed on."""

    def __init__(self, device: Device, *, across: bool, paper: Paper = "letter") -> None:
        assert isinstance(device, QPagedPaintDevice)
        self._device = device
        size = QPageSize(_SIZES[paper])
        way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
        device.setPageLayout(QPageLayout(size, way, margins, QPageLayout.Unit.Point))
        room = device.pageLayout().paintRectPoints()
        self.width, self.height = float(room.width()), float(room.height())
        self.pages = 0
        self._painter = QPainter()

    def draw(self, draw: Callable[[Sheet], None]) -> bool:
        """Paint; whether the device took it."""
        if not self._painter.begin(self._device):
            return False
        scale = self._device.logicalDpiX() / POINTS_AN_INCH
        self._painter.scale(scale, scale)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.pages = 1
        draw(self)
        return self._painter.end()

    def new_page(self) -> None:
        """Go on with the next page."""
        self._device.newPage()
        self.pages += 1

    def text(
        self, left: float, top: float, width: float, words: str, size: float = 9.5,
        *, bold: bool = False, ink: str = INK, right: bool = False, struck: bool = False,
    ) -> float:  # fmt: skip
        """One line, cut at its width; its height comes back."""
        font = _font(size, bold, struck)
        metrics = QFontMetricsF(font)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        room = QRectF(left, top, width, metrics.height())
        self._painter.drawText(room, side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, shown)
        return metrics.height()

    def block(
        self, left: float, top: float, width: float, words: str, size: float = 9.5, *, most: int = 2, **look: Any
    ) -> float:
        """Up to so many lines, the last cut at its width; their height comes back."""
        y = top
        for line in wrapped(words, width, size, most, bold=bool(look.get("bold"))):
            y += self.text(left, y, width, line, size, **look)
        return y - top

    def rule(self, left: float, top: float, width: float, ink: str = RULE) -> None:
        """A line across."""
        self._painter.setPen(QPen(QColor(ink), 0.6))
        self._painter.drawLine(QLineF(left, top, left + width, top))

    def fill(self, left: float, top: float, width: float, height: float, ink: str, round_by: float = 0.0) -> None:
        """A filled rectangle."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(ink))
        self._painter.drawRoundedRect(QRectF(left, top, width, height), round_by, round_by)

    def drawing(self, left: float, top: float, width: float, height: float, svg: bytes) -> None:
        """An SVG drawing that fills the rectangle."""
        QSvgRenderer(QByteArray(svg)).render(self._painter, QRectF(left, top, width, height))

    def image(self, left: float, top: float, width: float, height: float, encoded: bytes) -> float:
        """A picture as large as fits the rectangle, at its left; its width comes back, 0 where it is no picture."""
        picture = QImage.fromData(encoded)
        if picture.isNull():
            return 0.0
        factor = min(width / picture.width(), height / picture.height())
        size = QSizeF(picture.width() * factor, picture.height() * factor)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawImage(QRectF(QPointF(left, top + (height - size.height()) / 2), size), picture)
        return size.width()

    def upright(self, left: float, top: float, height: float) -> None:
        """A line down."""
        self._painter.setPen(QPen(QColor(RULE), 0.6))
        self._painter.drawLine(QLineF(left, top, left, top + height))

    def box(self, left: float, top: float, size: float) -> None:
        """An empty box to tick."""
        self._painter.setPen(QPen(QColor(MUTED), 0.9))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(QRectF(left, top, size, size))

    def shape(self, left: float, top: float, size: float, kind: str) -> None:
        """The shape of a visit: a ring, a tick, a triangle or a cross."""
        painter = self._painter
        painter.setPen(QPen(QColor(INK), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        right, bottom, middle = left + size, top + size, top + size / 2
        if kind == "planned":
            painter.drawEllipse(QRectF(left, top, size, size))
        elif kind == "completed":
            painter.drawLine(QLineF(left, middle, left + size * 0.4, bottom))
            painter.drawLine(QLineF(left + size * 0.4, bottom, right, top))
        elif kind == "missed":
            peak = left + size / 2
            painter.drawLine(QLineF(left, bottom, right, bottom))
            painter.drawLine(QLineF(left, bottom, peak, top))
            painter.drawLine(QLineF(peak, top, right, bottom))
        else:
            painter.drawLine(QLineF(left, top, right, bottom))
            painter.drawLine(QLineF(left, bottom, right, top))


def wrapped(words: str, width: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """Words broken into lines that fit the width; what is left over stands in the last one."""
    metrics = QFontMetricsF(_font(size, bold, False))
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (len(lines) == most or metrics.horizontalAdvance(longer) <= width):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fitting(words: str, width: float, largest: int, smallest: int, *, bold: bool = False) -> int:
    """The largest size at which words fit on one line, the smallest where none does."""
    for size in range(largest, smallest, -1):
        if QFontMetricsF(_font(size, bold, False)).horizontalAdvance(words) <= width:
            return size
    return smallest


def text_width(words: str, size: float, *, bold: bool = False) -> float:
    """How wide words are on one line, with a hair to spare."""
    return QFontMetricsF(_font(size, bold, False)).horizontalAdvance(words) + 1


def line_height(size: float = 9.5) -> float:
    """How high a line of this size is."""
    return QFontMetricsF(_font(size, False, False)).height()


def _font(size: float, bold: bool, struck: bool) -> QFont:
    """A font of so many points on paper: the sheet is scaled to points, so that a pixel is one."""
    font = QFont()
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setStrikeOut(struck)
    return font
