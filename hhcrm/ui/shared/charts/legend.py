"""The legend of a chart: a key for each part, which shows or hides it by click or by the space bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hhcrm.charts.chart import Chart, Kind, Part, Shape
from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_focus_ring
from hhcrm.ui.shared.text import is_look_change

_LINES = ("percent", "lines", "trend")
_DASHES = {"dashed": Qt.PenStyle.DashLine, "dotted": Qt.PenStyle.DotLine, "solid": Qt.PenStyle.SolidLine}


class LegendKey(QAbstractButton):
    """One part: its sign as the chart draws it, and its words; crossed out and empty where it is not shown.

    The only part of a chart is told and not pressed.
    """

    def __init__(self, part: Part, kind: Kind, name: str, *, alone: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._kind = kind
        self.setObjectName(name)
        self.setText(part.words)
        self.setAccessibleName(part.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(not alone)
        self.setEnabled(not alone)  # painted in the same ink: nothing about it is to be done
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if alone else Qt.FocusPolicy.StrongFocus)
        if not alone:
            self.setChecked(True)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
            self.toggled.connect(self._say)
            self._say(True)

    def _say(self, shown: bool) -> None:
        words = translate("charts", "Hide this part") if shown else translate("charts", "Show this part")
        self.setToolTip(f"{self.text()}. {words}")
        self.setAccessibleDescription(words)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(role_font("small"))
        width = self._sign_width() + scaled(6) + metrics.horizontalAdvance(self.text()) + scaled(12)
        return QSize(width, max(scaled(24), metrics.height() + scaled(6)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(40), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        if self.isCheckable() and self.underMouse():
            painter.fillRect(self.rect(), QColor(colors.hover))
        side = scaled(10)
        sign = QRect(scaled(6), (self.height() - side) // 2, self._sign_width(), side)
        off = self.isCheckable() and not self.isChecked()
        if off:
            painter.setPen(QPen(QColor(colors.line_strong), 1))
            painter.drawRect(sign.adjusted(0, 0, -1, -1))
        else:
            self._draw_sign(painter, colors, sign)
        font = role_font("small")
        font.setStrikeOut(off)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted))
        room = self.rect().adjusted(sign.right() + scaled(6), 0, -scaled(2), 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, 4.0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.updateGeometry()
            self.update()

    def _sign_width(self) -> int:
        return scaled(22) if self._kind in _LINES else scaled(10)

    def _draw_sign(self, painter: QPainter, colors: Colors, sign: QRect) -> None:
        """As `hhcrm.charts.drawing.pieces` draws it."""
        part = self._part
        ink = QColor(colors.rest if part.ink is None else colors.marks[part.ink % len(colors.marks)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._kind in _LINES:
            style = "dashed" if part.hollow else "dotted" if part.hatch else "solid"
            middle = sign.top() + sign.height() / 2
            painter.setPen(QPen(ink, 2.0, _DASHES[style]))
            painter.drawLine(QLineF(sign.left(), middle, sign.right(), middle))
            if self._kind in ("percent", "trend"):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                dot = sign.height() * 0.8
                _draw_shape(painter, QRectF(sign.center().x() - dot / 2, middle - dot / 2, dot, dot), part.shape)
        elif self._kind == "quadrants":
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(QColor(colors.panel) if part.hollow else ink)
            _draw_shape(painter, QRectF(sign), part.shape)
        elif part.hollow:
            painter.setPen(QPen(ink, 2.0))
            painter.drawRect(QRectF(sign).adjusted(1, 1, -1, -1))
        else:
            painter.fillRect(sign, ink)
            if part.hatch:
                painter.fillRect(sign, QBrush(QColor(colors.panel), _pattern(part.hatch)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class Legend(QWidget):
    """The keys of a chart's parts that have a mark. At least one stays: hiding the last shows all again."""

    changed = Signal()
    """Other parts are to be shown."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._row = FlowLayout(self, scaled(4))
        self._signs: tuple[object, ...] = ()
        self._places: tuple[int, ...] = ()
        self.keys: list[LegendKey] = []

    @property
    def hidden(self) -> frozenset[int]:
        """The places of the parts that are not to be shown."""
        pairs = zip(self._places, self.keys, strict=True)
        return frozenset(place for place, key in pairs if key.isCheckable() and not key.isChecked())

    def show_parts(self, chart: Chart) -> None:
        """Name the parts of a chart; what is hidden stays hidden as long as they are the same."""
        drawn = chart.drawn_parts
        signs = (chart.kind, *((place, chart.parts[place].words) for place in drawn))
        if signs == self._signs:
            return
        off = {key.text() for key in self.keys if key.isCheckable() and not key.isChecked()}
        self._signs, self._places = signs, drawn
        for key in self.keys:
            self._row.removeWidget(key)
            key.deleteLater()
        self.keys = []
        for place in drawn:
            name = f"{self.objectName()}_{place}"
            key = LegendKey(chart.parts[place], chart.kind, name, alone=len(drawn) == 1, parent=self)
            key.setChecked(chart.parts[place].words not in off)
            key.clicked.connect(self._on_clicked)
            self._row.addWidget(key)
            key.show()
            self.keys.append(key)
        self._keep_one()
        self.updateGeometry()

    def _on_clicked(self) -> None:
        self._keep_one()
        self.changed.emit()

    def _keep_one(self) -> None:
        checkable = [key for key in self.keys if key.isCheckable()]
        if checkable and not any(key.isChecked() for key in checkable):
            for key in checkable:
                key.setChecked(True)


def _draw_shape(painter: QPainter, box: QRectF, shape: Shape) -> None:
    """A point's shape with the pen and brush that are set."""
    if shape == "o":
        painter.drawEllipse(box)
        return
    middle, half = box.center(), box.height() / 2
    corners = {
        "D": ((0, -1), (1, 0), (0, 1), (-1, 0)),
        "^": ((0, -1), (1, 1), (-1, 1)),
        "v": ((-1, -1), (1, -1), (0, 1)),
        "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    }[shape]
    painter.drawPolygon([QPointF(middle.x() + x * half, middle.y() + y * half) for x, y in corners])


def _pattern(hatch: str) -> Qt.BrushStyle:
    """Qt's nearest pattern to matplotlib's hatch."""
    styles = {
        "/": Qt.BrushStyle.BDiagPattern,
        "\\": Qt.BrushStyle.FDiagPattern,
        "x": Qt.BrushStyle.DiagCrossPattern,
        "+": Qt.BrushStyle.CrossPattern,
        "-": Qt.BrushStyle.HorPattern,
        "|": Qt.BrushStyle.VerPattern,
        ".": Qt.BrushStyle.Dense5Pattern,
        "o": Qt.BrushStyle.Dense6Pattern,
    }
    return styles.get(hatch[:1], Qt.BrushStyle.Dense6Pattern)
