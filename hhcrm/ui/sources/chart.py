"""Two small drawings: referrals by month as bars, and what a source sends of what it could."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hhcrm.compat import override
from hhcrm.domain.days import MONTHS, say_month
from hhcrm.queries.read_models import MonthCount
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box
from hhcrm.ui.sources.cells import chart_words

_EVERY = 4
"""Every so many months one is named below the bars."""


class MonthChart(QWidget):
    """Stacked bars of the last months: admitted below, the rest above in grey. Hover for the numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: tuple[MonthCount, ...] = ()
        self.setObjectName("source_months")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_months(self, months: tuple[MonthCount, ...]) -> None:
        """Show these months, oldest first."""
        self._months = months
        self.setAccessibleName(chart_words(months))
        self.update()

    def words_at(self, index: int) -> str:
        """What hovering over a bar says."""
        month = self._months[index]
        return f"{say_month(month.month)}: {month.referrals} referrals, {month.admitted} admitted"

    def _bar(self, index: int, room: QRect) -> QRect:
        step = min(room.width() / max(len(self._months), 1), scaled(34))
        return QRect(round(room.left() + index * step), room.top(), max(round(step * 0.66), 3), room.height())

    def _room(self) -> QRect:
        return self.rect().adjusted(0, scaled(14), 0, -scaled(40))

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(116))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(116))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        room = self._room()
        most = max((month.referrals for month in self._months), default=0)
        peak = max((i for i, month in enumerate(self._months) if month.referrals == most), default=-1)
        for index, month in enumerate(self._months):
            self._draw_month(painter, colors, self._bar(index, room), month, most, index == peak)
        painter.fillRect(room.left(), room.bottom() + 1, room.width(), 1, QColor(colors.line_strong))
        self._draw_names(painter, colors, room)
        self._draw_key(painter, colors, room)

    def _draw_month(
        self, painter: QPainter, colors: Colors, bar: QRect, month: MonthCount, most: int, named: bool
    ) -> None:
        if not most:
            return
        whole = round(bar.height() * month.referrals / most)
        admitted = round(bar.height() * month.admitted / most)
        bottom = bar.bottom() + 1
        painter.fillRect(bar.left(), bottom - whole, bar.width(), whole - admitted, QColor(colors.rest))
        painter.fillRect(bar.left(), bottom - admitted, bar.width(), admitted, QColor(colors.marks[0]))
        if named:
            painter.setFont(role_font("small"))
            painter.setPen(QColor(colors.muted))
            above = QRect(bar.left() - scaled(10), bottom - whole - scaled(15), bar.width() + scaled(20), scaled(14))
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(most))

    def _draw_names(self, painter: QPainter, colors: Colors, room: QRect) -> None:
        painter.setFont(role_font("small"))
        painter.setPen(QColor(colors.muted))
        last = len(self._months) - 1
        for index, month in enumerate(self._months):
            if index % _EVERY == 0 or index == last:
                bar = self._bar(index, room)
                where = QRect(bar.left(), room.bottom() + scaled(4), scaled(40), scaled(16))
                painter.drawText(where, Qt.AlignmentFlag.AlignLeft, MONTHS[month.month.month - 1][:3])

    def _draw_key(self, painter: QPainter, colors: Colors, room: QRect) -> None:
        top, left, side = room.bottom() + scaled(23), room.left(), scaled(9)
        for color, words in ((colors.marks[0], "admitted"), (colors.rest, "not admitted or open")):
            painter.fillRect(left, top + scaled(3), side, side, QColor(color))
            left += side + scaled(5)
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRect(left, top - scaled(1), width + 4, scaled(17)), Qt.AlignmentFlag.AlignVCenter, words)
            left += width + scaled(14)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            room = self._room()
            at = next((i for i in range(len(self._months)) if self._holds(i, room, event.pos().x())), None)
            QToolTip.showText(event.globalPos(), "" if at is None else self.words_at(at), self)
            return True
        return super().event(event)

    def _holds(self, index: int, room: QRect, x: int) -> bool:
        bar = self._bar(index, room)
        return bar.left() <= x <= bar.right()


class ShareBar(QWidget):
    """How much of what a source could send it sends, as a thin bar; words stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None, words: str) -> None:
        """Show a share of 0 to 1 (more is full); None hides the bar."""
        self._share = min(max(share or 0.0, 0.0), 1.0)
        self.setVisible(share is not None)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(16))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(48), scaled(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        height = scaled(6)
        track = QRect(0, (self.height() - height) // 2, self.width(), height)
        draw_box(painter, track, colors.line, None, height / 2)
        if self._share > 0:
            track.setWidth(max(height, round(track.width() * self._share)))
            draw_box(painter, track, colors.accent, None, height / 2)
