"""A chart on the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontInfo,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from hhcrm.charts.chart import Chart
from hhcrm.charts.room import panels_height
from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.charts.studio import ChartStudio, Shot, Wish, chart_look
from hhcrm.ui.shared.charts.walk import Step, mark_at, step
from hhcrm.ui.shared.columns import spreadsheet_range
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box, draw_focus_ring
from hhcrm.ui.shared.text import is_look_change

SETTLE_MS = 80
"""How long after the last change of its size a chart is drawn anew."""

_KEYS: dict[int, Step] = {
    Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home", Qt.Key.Key_End: "end",
}  # fmt: skip


class ChartView(QWidget):
    """Shows a chart; the last good picture stays until the next is drawn.

    A mark says what it is when it is pointed at or walked to with the arrow keys; a click or Enter opens what stands
    behind it. The accessible name is the chart's head, the description its marks, or the one walked to.
    """

    opened = Signal(object)
    """What stands behind a mark (`hhcrm.charts.chart.Behind`)."""

    drawn = Signal()
    """The picture is that of the chart shown."""

    def __init__(self, studio: ChartStudio, name: str, parent: QWidget | None = None, *, legend: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._legend = legend
        self._studio = studio
        self._chart: Chart | None = None
        self._shot: Shot | None = None
        self._wanted: Wish | None = None
        self._failed = False
        self._walked: int | None = None
        self._pointed: int | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._ask)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def chart(self) -> Chart | None:
        """What is to be shown."""
        return self._chart

    @property
    def is_drawn(self) -> bool:
        """Whether the picture is that of the chart to be shown."""
        return self._shot is not None and self._shot.wish.chart == self._chart

    @property
    def current(self) -> int | None:
        """The mark walked to, or pointed at."""
        return self._walked if self._pointed is None else self._pointed

    def show_chart(self, chart: Chart) -> None:
        """Show a chart as soon as it is drawn; the same one is not drawn again."""
        if chart == self._chart:
            return
        self._chart = chart
        self._walked = self._pointed = None
        self.updateGeometry()
        self._say()
        self._ask()

    def spot(self, mark: int) -> QRect:
        """Where a mark is drawn."""
        assert self._shot is not None
        spot = self._shot.spots[mark]
        return QRectF(spot.left, spot.top, spot.width, spot.height).toAlignedRect()

    def copy(self) -> None:
        """Copy the picture, and the numbers for whatever takes words."""
        if self._chart is None or self._shot is None:
            return
        found = QMimeData()
        found.setImageData(self._shot.image)
        rows = [[column.title for column in self._chart.columns]]
        rows += [["" if cell is None else str(cell) for cell in line] for line in self._chart.lines]
        found.setText(spreadsheet_range(rows))
        QGuiApplication.clipboard().setMimeData(found)

    # Drawing

    def _ask(self) -> None:
        if self._chart is None or not self.isVisible() or self.width() < 1 or self.height() < 1:
            return
        font = QApplication.font()
        info = QFontInfo(font)
        look = chart_look(self, scaled(13), info.family())
        wish = Wish(self._chart, look, self.width(), self.height(), self.devicePixelRatioF(), self._legend)
        if wish == self._wanted:
            return
        self._wanted = wish
        self._studio.draw(self, wish, self._on_drawn, self._on_failed)

    def _on_drawn(self, shot: Shot) -> None:
        if shot.wish != self._wanted:  # something newer is on its way
            return
        self._shot, self._failed = shot, False
        self.update()
        self.drawn.emit()

    def _on_failed(self, error: Exception) -> None:
        self._failed, self._wanted = True, None
        self.update()
        self._studio.desk.faulted.emit(error)

    # Saying

    def _say(self) -> None:
        chart = self._chart
        if chart is None:
            return
        self.setAccessibleName(f"{chart.title}. {chart.period}. {chart.beside}")
        at = self._walked
        self.setAccessibleDescription(chart.alternative if at is None else chart.marks[at].words)

    def _walk(self, key: Step) -> None:
        assert self._chart is not None
        self._pointed = None
        self._walked = step(self._chart, self._walked, key)
        self._say()
        self.update()

    def _open(self, mark: int | None) -> None:
        if self._chart is not None and mark is not None and self._chart.marks[mark].behind is not None:
            self.opened.emit(self._chart.marks[mark].behind)

    def _mark_under(self, at: QPoint) -> int | None:
        return mark_at(self._shot.spots, at.x(), at.y()) if self._shot is not None and self.is_drawn else None

    # Qt's side

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        chart = self._chart
        if chart is None:
            return QSize(scaled(180), scaled(130))
        if chart.small:
            return QSize(scaled(160), scaled(136))
        rows = scaled(21) * len(chart.rows) + scaled(80) if chart.kind == "across" else 0
        panels = scaled(round(panels_height(chart, self.width() * 100 / scaled(100))))
        usual = scaled(330) if chart.kind == "quadrants" else scaled(276)
        return QSize(scaled(280), max(rows, panels, usual))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        if self._shot is None:
            painter.setFont(role_font("body"))
            painter.setPen(QColor(colors.muted))
            failed = translate("charts", "The chart could not be drawn. It can be shown as a table.")
            words = failed if self._failed else translate("charts", "Drawing…")
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(flags), words)
        elif (self._shot.wish.width, self._shot.wish.height) == (self.width(), self.height()):
            painter.drawImage(QPoint(0, 0), self._shot.image)
        else:
            painter.drawImage(self.rect(), self._shot.image)
        if self._shot is not None and self.is_drawn and self.current is not None:
            self._draw_current(painter, colors, self.current)
        elif self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, 4.0)

    def _draw_current(self, painter: QPainter, colors: Colors, mark: int) -> None:
        assert self._chart is not None
        spot = self.spot(mark)
        draw_box(painter, spot.adjusted(-2, -2, 2, 2), "", colors.text, 3.0, 2.0)
        painter.setFont(role_font("small"))
        words = self._chart.marks[mark].words
        most = QRect(0, 0, max(self.width() - scaled(24), 40), self.height())
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
        text = painter.fontMetrics().boundingRect(most, flags, words)
        bubble = text.adjusted(0, 0, scaled(18), scaled(10))
        bubble.moveTopLeft(self._beside(spot, bubble.size()))
        draw_box(painter, bubble, colors.panel, colors.line_strong, 5.0)
        painter.setPen(QColor(colors.text))
        painter.drawText(bubble.adjusted(scaled(9), scaled(5), -scaled(5), -scaled(5)), flags, words)

    def _beside(self, spot: QRect, size: QSize) -> QPoint:
        """Above the mark, below it where there is no room, and never over the edge."""
        gap = scaled(6)
        top = spot.top() - size.height() - gap
        if top < 0:
            top = min(spot.bottom() + gap, self.height() - size.height())
        left = min(max(spot.center().x() - size.width() // 2, 0), max(self.width() - size.width(), 0))
        return QPoint(left, max(top, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._chart is not None and self._chart.panels and event.oldSize().width() != event.size().width():
            self.updateGeometry()  # fewer beside each other are more below each other
        if self._shot is None:
            self._ask()
        else:
            self._settling.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settling.start()
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_settling"):
            self.updateGeometry()
            self._settling.start()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._mark_under(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def _point(self, mark: int | None) -> None:
        if mark != self._pointed:
            self._pointed = mark
            self.setCursor(Qt.CursorShape.ArrowCursor if mark is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_under(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and mark is not None:
            self._walked = mark
            self._say()
            self._open(mark)
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEYS.get(event.key())
        if key is not None and self._chart is not None and not event.modifiers() & ~_KEYPAD:
            self._walk(key)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self._walked)
        elif event.key() == Qt.Key.Key_Escape and self._walked is not None:
            self._walked = None
            self._say()
            self.update()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._walked = None
        self._say()
        self.update()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
