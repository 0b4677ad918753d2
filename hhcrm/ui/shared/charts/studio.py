"""Where the charts of a window are drawn: one after another on one worker, so that questions are not held up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from hhcrm.charts.chart import Chart
from hhcrm.charts.look import ChartLook
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.palette import Colors

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter, Spot


PAUSE_MS = 40
"""So long the figures, which are asked for with the charts, have the machine to themselves."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A chart as somebody wants it: in pixels of the window, `ratio` of the screen's to each."""

    chart: Chart
    look: ChartLook
    width: int
    height: int
    ratio: float
    legend: bool = True
    """Whether the parts are named in the picture."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A drawn chart."""

    wish: Wish
    image: QImage
    spots: tuple[Spot, ...]


Taken = Callable[[Shot], None]
Failed = Callable[[Exception], None]


class ChartStudio(QObject):
    """Draws what views wish for. Of what one view wishes only the newest is drawn, whatever was waiting before it."""

    def __init__(self, desk: Desk, painter: Painter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.painter = painter
        self._waiting: dict[int, tuple[QObject, Wish, Taken, Failed]] = {}
        self._busy = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._next)

    def draw(self, owner: QObject, wish: Wish, taken: Taken, failed: Failed) -> None:
        """Draw a chart for a view; `taken` or `failed` is called on this thread, unless the view is gone by then."""
        self._waiting[id(owner)] = (owner, wish, taken, failed)
        if not self._busy and not self._pause.isActive():
            self._pause.start()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        owner, wish, taken, failed = self._waiting.pop(next(iter(self._waiting)))
        if not shiboken6.isValid(owner):
            self._next()
            return
        self._busy = True

        def done(shot: Shot) -> None:
            self._busy = False
            if shiboken6.isValid(owner):
                taken(shot)
            self._next()

        def broke(error: Exception) -> None:
            self._busy = False
            if shiboken6.isValid(owner):
                failed(error)
            self._next()

        painter = self.painter
        self.desk.follow(lambda: take(painter, wish), done, broke, owner=self)


def take(painter: Painter, wish: Wish) -> Shot:
    """Draw a chart; on a worker. The image comes in the screen's own order of bytes, ready to be put there."""
    picture = painter.paint(wish.chart, wish.look, wish.width, wish.height, wish.ratio, legend=wish.legend)
    pixels = QImage(
        picture.rgba, picture.columns, picture.rows, picture.columns * 4, QImage.Format.Format_RGBX8888
    )  # fmt: skip
    image = pixels.convertToFormat(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(wish.ratio)
    return Shot(wish, image, picture.spots)


def chart_look(widget: QWidget, text_px: float, family: str) -> ChartLook:
    """The look in force where a widget stands."""
    colors = Colors.of(widget)
    return ChartLook(
        ground=colors.panel,
        text=colors.text,
        muted=colors.muted,
        line=colors.line,
        line_strong=colors.line_strong,
        rest=colors.rest,
        marks=colors.marks,
        text_px=text_px,
        families=(family,),
    )
