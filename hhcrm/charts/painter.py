"""The one painter of charts: loads matplotlib where the first chart is wanted, and draws one at a time.

Call it on worker threads: the import takes half a second, a chart some hundredths.
"""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from hhcrm.charts.chart import Chart
from hhcrm.charts.hatches import ruled
from hhcrm.charts.look import PAPER, ChartLook
from hhcrm.charts.room import panels_height
from hhcrm.domain.errors import FileFault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hhcrm.charts.drawing.sheet import Sheet

_FOLDER = "MPLCONFIGDIR"
FORMATS = ("png", "svg", "pdf")
_DENSE = {"png": 2.0, "print": 4.0}
"""A PNG has two pixels where the screen has one, for slides; what is printed on a page has four."""

_LINES = 4.0
"""Lines and letters that are not made of pixels are measured as on a page."""

_BLANK = re.compile(rb'<path id="([^"]+)" transform="[^"]*"/>')
"""A letter without lines, as the blank is."""

_FILE_WIDTH = 900.0
_ROW, _AROUND, _STANDING, _HEAD = 30.0, 190.0, 540.0, 110.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark lies, in pixels of the window from the picture's top left."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as pixels: `rgba` holds `rows` rows of `columns` pixels; `spots` the places of the chart's marks."""

    columns: int
    rows: int
    ratio: float
    rgba: bytes
    spots: tuple[Spot, ...]


class Painter:
    """Draws charts. matplotlib keeps what it finds out about fonts in `cache`, which may be deleted at will."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._one_at_a_time = Lock()
        self._ready = False

    def paint(
        self, chart: Chart, look: ChartLook, width: float, height: float, ratio: float, *, legend: bool = True
    ) -> Picture:
        """A chart as the window shows it: `width` times `height` of its pixels, `ratio` of the screen's to each.

        Without `legend` whoever shows it names its parts.
        """
        with self._one_at_a_time:
            sheet, boxes = self._draw(chart, look, width, height, ratio, legend=legend)
            sheet.canvas.draw()
            pixels = sheet.canvas.buffer_rgba()
            rows, columns = pixels.shape[0], pixels.shape[1]
            spots = tuple(Spot(box.left, box.top, box.width, box.height) for box in boxes)
            return Picture(columns, rows, ratio, bytes(pixels), spots)

    def encode(self, chart: Chart, form: str) -> bytes:
        """A chart as a file of one of `FORMATS`, with title and period, on white whatever the window looks like.

        `print` is a PNG as dense as a page wants it.
        """
        with self._one_at_a_time:
            ratio = _DENSE.get(form, _LINES)
            sheet, _ = self._draw(chart, PAPER, _FILE_WIDTH, file_height(chart), ratio, whole=True)
            return _encoded(sheet, form)

    def svg(self, chart: Chart, look: ChartLook, width: float, height: float) -> bytes:
        """A chart alone, without title and period, as lines and letters for a place on a page that says them."""
        with self._one_at_a_time:
            sheet, _ = self._draw(chart, look, width, height, _LINES)
            return ruled(_without_blanks(_encoded(sheet, "svg")))

    def save(self, chart: Chart, path: Path) -> None:
        """Write a chart to a .png, .svg or .pdf, all of it or nothing. Raises FileFault."""
        _write(path, self.encode(chart, path.suffix.lower().removeprefix(".")))

    def save_pages(self, charts: Sequence[Chart], path: Path) -> None:
        """Write charts as one PDF, a page each. Raises FileFault."""
        with self._one_at_a_time:
            self._load()
            from matplotlib.backends.backend_pdf import PdfPages  # late: seldom wanted

            out = io.BytesIO()
            with PdfPages(out, metadata={"CreationDate": None}) as pages:
                for chart in charts:
                    sheet, _ = self._draw(chart, PAPER, _FILE_WIDTH, file_height(chart), _LINES, whole=True)
                    pages.savefig(sheet.figure)
        _write(path, out.getvalue())

    def _draw(
        self,
        chart: Chart,
        look: ChartLook,
        width: float,
        height: float,
        ratio: float,
        *,
        whole: bool = False,
        legend: bool = True,
    ) -> tuple[Sheet, list[Spot]]:
        self._load()
        from hhcrm.charts.drawing.page import draw  # late: brings matplotlib

        sheet, boxes = draw(chart, look, width, height, ratio, whole=whole, legend=legend)
        return sheet, [Spot(box.left, box.top, box.width, box.height) for box in boxes]

    def _load(self) -> None:
        if self._ready:
            return
        # At the import: without a folder of its own a frozen program would look for fonts at each start.
        before = os.environ.get(_FOLDER)
        os.environ[_FOLDER] = str(self._cache)
        try:
            from hhcrm.charts.drawing.sheet import set_up  # late: brings matplotlib
        finally:  # what we start in turn finds the world as it was
            if before is None:
                del os.environ[_FOLDER]
            else:
                os.environ[_FOLDER] = before
        set_up()
        self._ready = True


def file_height(chart: Chart) -> float:
    """How high a chart is in a file: as high as its rows need."""
    if chart.kind == "across":
        return _AROUND + _ROW * max(len(chart.rows), 4)
    return max(_STANDING, panels_height(chart, _FILE_WIDTH) + _HEAD)


def _encoded(sheet: Sheet, form: str) -> bytes:
    out = io.BytesIO()
    # Without its date the same chart is the same file.
    metadata = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}.get(form)
    kind = "png" if form in _DENSE else form
    sheet.figure.savefig(out, format=kind, dpi=sheet.figure.dpi, metadata=metadata, facecolor=sheet.look.ground)
    return out.getvalue()


def _without_blanks(svg: bytes) -> bytes:
    """Letters without lines are left out: what is no browser stumbles over them."""
    for name in set(_BLANK.findall(svg)):
        svg = re.sub(rb'<(?:path id="|use xlink:href="#)' + re.escape(name) + rb'"[^>]*/>', b"", svg)
    return svg


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise FileFault(
            f"{path.name} could not be written ({error.strerror}). Choose another folder, or make room on the disk."
        ) from error
