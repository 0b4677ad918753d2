"""A sheet to draw on: one figure whose units are pixels from the top left, so that every mark's place is known."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from hhcrm.charts.chart import Shape
from hhcrm.charts.look import ChartLook

Across = Literal["left", "center", "right"]
Down = Literal["top", "center"]
LineStyle = Literal["solid", "dashed", "dotted"]

UNITS_AN_INCH = 72
"""At 72 dots an inch a point is a pixel: sizes of letters and of all else are in one unit."""

_SURE = "DejaVu Sans"
"""Comes with matplotlib, so that it is always there."""

_MISSING = "\u25a1"
_DOTS = "\u2026"

LINE = 1.45
"""From one line of words to the next, in heights of its letters."""

_MIDDLE, _ASCENT = 0.36, 0.85
"""How far below its middle, and below its upper edge, a line of words stands."""


def set_up() -> None:
    """Set what holds for all figures of this process; call once, after the import."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # a font that is missing is no news for anybody
    matplotlib.rcParams.update(
        {
            "text.parse_math": False,  # "$mith & $ons" is a name
            "svg.fonttype": "path",
            "svg.hashsalt": "hhcrm",
            "pdf.fonttype": 42,
            "hatch.linewidth": 1.1,
            "axes.unicode_minus": False,
        }
    )


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the top left."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2

    @property
    def center(self) -> float:
        """Half way across."""
        return self.left + self.width / 2


class Sheet:
    """A figure of a size in pixels, drawn on in pixels; `ratio` makes it sharp on dense screens."""

    def __init__(self, width: float, height: float, look: ChartLook, ratio: float = 1.0) -> None:
        self.look = look
        self.room = Box(0, 0, width, height)
        inches = (width / UNITS_AN_INCH, height / UNITS_AN_INCH)
        self.figure = Figure(figsize=inches, dpi=UNITS_AN_INCH * ratio, facecolor=look.ground, edgecolor="none")
        self.canvas = FigureCanvasAgg(self.figure)
        # Straight onto the figure: axes would only be looked after for limits and ticks that are known here.
        down = Affine2D().scale(1 / UNITS_AN_INCH, -1 / UNITS_AN_INCH).translate(0, height / UNITS_AN_INCH)
        self._pixels = down + self.figure.dpi_scale_trans
        self._families = fonts(look.families)
        self._ratio = ratio
        self._order = 1.0

    def box(
        self, box: Box, fill: str | None, edge: str | None = None, *, hatch: str = "", edge_width: float = 1.0
    ) -> None:
        """A rectangle; with a hatch its lines take the colour of the edge."""
        drawn = Rectangle(
            (box.left, box.top),
            box.width,
            box.height,
            facecolor=fill or "none",
            edgecolor=edge or "none",
            linewidth=edge_width if edge else 0,
            hatch=hatch or None,
        )
        drawn.set_snap(True)  # edges on whole pixels are sharp
        self._put(drawn)

    def line(
        self, points: Sequence[tuple[float, float]], color: str, width: float = 1.0, *, style: LineStyle = "solid"
    ) -> None:
        """A line through points."""
        across, down = [x for x, _ in points], [y for _, y in points]
        cap: Literal["butt", "round"] = "butt" if len(points) == 2 else "round"
        self._put(Line2D(across, down, color=color, linewidth=width, solid_capstyle=cap, linestyle=style))

    def dot(self, x: float, y: float, across: float, fill: str, edge: str, *, shape: Shape = "o") -> None:
        """A mark of a shape."""
        drawn = Line2D(
            [x], [y], marker=shape, markersize=across, markerfacecolor=fill, markeredgecolor=edge, markeredgewidth=1.5,
            linestyle="none",
        )  # fmt: skip
        self._put(drawn)

    def points(self, at: Sequence[tuple[float, float]], across: float, shape: Shape, fill: str, edge: str) -> None:
        """Marks of one size and shape, all at one go."""
        across_x, down_y = [x for x, _ in at], [y for _, y in at]
        drawn = Line2D(
            across_x, down_y, marker=shape, markersize=across, markerfacecolor=fill, markeredgecolor=edge,
            markeredgewidth=1.0, linestyle="none",
        )  # fmt: skip
        self._put(drawn)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        color: str,
        size: float,
        *,
        across: Across = "left",
        down: Down = "center",
        bold: bool = False,
    ) -> None:
        """Words at a point, in lines; `y` is the middle of the first one, or with `top` its upper edge."""
        font = self._font(size, bold)
        baseline = y + size * (_MIDDLE if down == "center" else _ASCENT)
        for place, line in enumerate(words.split("\n")):
            drawn = Text(
                x,
                baseline + place * size * LINE,
                self._drawable(line),
                color=color,
                fontproperties=font,
                horizontalalignment=across,
                verticalalignment="baseline",
            )
            self._put(drawn)

    def width(self, words: str, size: float, *, bold: bool = False) -> float:
        """How wide one line of words is."""
        return _width(self._families, self._drawable(words), size, bold, self._ratio) if words else 0.0

    def fitted(self, words: str, size: float, most: float) -> str:
        """The words, cut with an ellipsis where they are wider than `most`."""
        said = " ".join(words.split())
        if self.width(said, size) <= most:
            return said
        low, high = 0, len(said)
        while low < high:
            half = (low + high + 1) // 2
            low, high = (half, high) if self.width(said[:half].rstrip() + _DOTS, size) <= most else (low, half - 1)
        return said[:low].rstrip() + _DOTS

    def _put(self, drawn: Artist) -> None:
        """What is drawn later lies above."""
        self._order += 0.001
        drawn.set_zorder(self._order)
        drawn.set_transform(self._pixels)
        self.figure.add_artist(drawn)

    def _font(self, size: float, bold: bool) -> FontProperties:
        return _properties(self._families, size, bold)

    def _drawable(self, words: str) -> str:
        """A letter that no font has is drawn as a box; asking for it would only warn."""
        known = letters(self._families)
        return "".join(letter if ord(letter) in known else _MISSING for letter in words)


@lru_cache(maxsize=64)
def _properties(families: tuple[str, ...], size: float, bold: bool) -> FontProperties:
    return FontProperties(family=list(families), size=size, weight="semibold" if bold else "normal")


@lru_cache(maxsize=4096)
def _width(families: tuple[str, ...], words: str, size: float, bold: bool, ratio: float) -> float:
    """As dense as it will be drawn: letters are fitted to the dots, so that their width is not in proportion."""
    renderer = RendererAgg(1, 1, UNITS_AN_INCH * ratio)
    wide, _, _ = renderer.get_text_width_height_descent(words, _properties(families, size, bold), False)
    return float(wide) / ratio


@lru_cache(maxsize=8)
def fonts(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the fonts that are there, and one that always is."""
    there = set(fontManager.get_font_names())
    return (*(name for name in wanted if name in there and name != _SURE), _SURE)


@lru_cache(maxsize=8)
def letters(families: tuple[str, ...]) -> frozenset[int]:
    """The code points that these fonts can draw between them."""
    paths = (fontManager.findfont(FontProperties(family=name), fallback_to_default=True) for name in families)
    return frozenset(code for path in paths for code in get_font(path).get_charmap())
