"""The head of the grid: the days, who is off, and the visits that have no time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from hhcrm.compat import override
from hhcrm.domain.days import short_weekday
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.ui.calendar import carry, days, lines
from hhcrm.ui.calendar.grid_port import Grid, drag_visit
from hhcrm.ui.calendar.marks import Kit, draw_line, mark_height, small
from hhcrm.ui.calendar.state import BoardState
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_focus_ring

if TYPE_CHECKING:
    from hhcrm.ui.calendar.time_grid import TimeGrid

_MOST_LINES = 5


class GridHead(QWidget):
    """A column a day. A click takes a day in hand, a double click plans there."""

    def __init__(self, state: BoardState, grid: TimeGrid) -> None:
        super().__init__(grid)
        self._state = state
        self._grid: Grid = grid
        self._target: int | None = None
        self._pressed: tuple[QPoint, VisitMark] | None = None
        self.setObjectName("calendar_grid_head")
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def arrange(self) -> None:
        """Other days, or other visits on them."""
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def aim(self, column: int | None) -> None:
        """Something would be let go on this day."""
        if column != self._target:
            self._target = column
            self.update()

    def rect_of(self, mark: VisitMark) -> QRect:
        """Where a visit without a time stands."""
        found = (room for column in range(len(self._grid.plan.days)) for room, each in self._lines(column)
                 if each.visit_id == mark.visit_id)  # fmt: skip
        return next(found, QRect(0, 0, self.width(), self.height()))

    @property
    def _width(self) -> int:
        return self.width() - self._grid.bar_width

    def _notes(self) -> int:
        """Lines below the names of the days: holidays, who is off."""
        span = self._state.span
        return max((bool(span.holiday(day)) + bool(span.away(day)) for day in self._grid.plan.days), default=0)

    def _top(self) -> int:
        return scaled(30) + self._notes() * mark_height()

    def _column(self, column: int) -> QRect:
        left, width = self._grid.day_rect(column, self._width)
        return QRect(left, 0, width, self.height())

    def _lines(self, column: int) -> list[tuple[QRect, VisitMark]]:
        room, marks = self._column(column), self._grid.plan.untimed[column]
        shown = marks if len(marks) <= _MOST_LINES else marks[: _MOST_LINES - 1]
        left, line = room.left() + scaled(4), mark_height()
        return [
            (QRect(left, self._top() + n * line, room.width() - scaled(7), line), mark) for n, mark in enumerate(shown)
        ]

    def _hidden(self, column: int) -> int:
        plan = self._grid.plan
        return len(plan.untimed[column]) - len(self._lines(column)) + plan.crowded[column]

    def _more(self, column: int) -> QRect:
        room, line = self._column(column), mark_height()
        top = self._top() + len(self._lines(column)) * line
        return QRect(room.left() + scaled(4), top, room.width() - scaled(7), line)

    def _mark_at(self, where: QPoint) -> VisitMark | None:
        column = self._grid.column_at(where.x(), self._width)
        if column is None:
            return None
        return next((mark for room, mark in self._lines(column) if room.contains(where)), None)

    @override
    def sizeHint(self) -> QSize:
        columns = range(len(self._grid.plan.days))
        most = max((len(self._lines(n)) + (self._hidden(n) > 0) for n in columns), default=0)
        return QSize(scaled(360), self._top() + max(1, most) * mark_height() + scaled(6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        for column in range(len(self._grid.plan.days)):
            self._draw_day(painter, column, colors)
        painter.setPen(QColor(colors.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _draw_day(self, painter: QPainter, column: int, colors: Colors) -> None:
        day, room, state = self._grid.plan.days[column], self._column(column), self._state
        if day == state.today or column == self._target:
            painter.fillRect(room, QColor(colors.info_soft))
        painter.setPen(QColor(colors.line))
        painter.drawLine(room.topLeft(), room.bottomLeft())
        self._draw_name(painter, column, colors)
        kit = Kit.now()
        focus = self._grid.hasFocus()
        for line, mark in self._lines(column):
            held = day == state.day and mark.visit_id == state.visit_id
            words = lines.mark_text(mark, with_liaison=state.everybody)
            draw_line(painter, line, mark.status, words, colors, kit, held=held, focus=focus and held)
        hidden = self._hidden(column)
        if hidden:
            painter.setFont(small(QFont.Weight.Medium))
            painter.setPen(QColor(colors.accent))
            more = self._more(column).adjusted(scaled(22), 0, 0, 0)
            painter.drawText(more, Qt.AlignmentFlag.AlignVCenter, lines.more_words(hidden))
        if day == state.day and focus and state.mark is None:
            draw_focus_ring(painter, room.adjusted(1, 1, -1, -2), colors, 3.0)

    def _draw_name(self, painter: QPainter, column: int, colors: Colors) -> None:
        day, room, state = self._grid.plan.days[column], self._column(column), self._state
        strong = day in (state.today, state.day)
        painter.setFont(small(QFont.Weight.Bold if strong else QFont.Weight.Normal))
        painter.setPen(QColor(colors.accent if day == state.today else colors.text if strong else colors.muted))
        inside = room.adjusted(scaled(8), 0, -scaled(4), 0)
        words = f"{short_weekday(day.weekday())} {days.cell_title(day, state.span.last.month)}"
        painter.drawText(QRect(inside.left(), 0, inside.width(), scaled(28)), Qt.AlignmentFlag.AlignVCenter, words)
        note = QRect(inside.left(), scaled(27), inside.width(), mark_height())
        for text, ink in (
            (state.span.holiday(day), colors.due),
            (lines.away_words(state.span.away(day)), colors.muted),
        ):
            if text:
                painter.setFont(small())
                painter.setPen(QColor(ink))
                shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, note.width())
                painter.drawText(note, Qt.AlignmentFlag.AlignVCenter, shown)
                note.translate(0, mark_height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        column, mark = self._grid.column_at(where.x(), self._width), self._mark_at(where)
        self._pressed = None
        if column is None:
            return
        day = self._grid.plan.days[column]
        self._state.point(day, mark.visit_id if mark is not None else None)
        if event.button() == Qt.MouseButton.LeftButton and mark is not None:
            self._pressed = (where, mark)
        elif self._hidden(column) and self._more(column).contains(where):
            self._state.keyed.emit("list" if self._state.view == "day" else "day")

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if self._pressed is None:
            return
        if (where - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
            mark, self._pressed = self._pressed[1], None
            drag_visit(self, mark, self.rect_of(mark), QPoint(0, 0))
            self._grid.aim(None, None)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        column, mark = self._grid.column_at(where.x(), self._width), self._mark_at(where)
        if mark is not None:
            self._grid.open_mark(mark, self.mapToGlobal(self.rect_of(mark).bottomLeft()))
        elif column is not None:
            self._state.new_wanted.emit(self._grid.plan.days[column], None)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mark = self._mark_at(event.pos())
        if mark is not None:
            self._grid.open_mark(mark, event.globalPos())
        else:
            self._grid.open_day(event.pos().x(), self._width, event.globalPos())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(carry.VISIT) or event.mimeData().hasFormat(carry.SOURCE):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        column = self._grid.column_at(event.position().toPoint().x(), self._width)
        self._grid.aim(column, None)
        if column is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._grid.aim(None, None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        column = self._grid.column_at(event.position().toPoint().x(), self._width)
        self._grid.aim(None, None)
        visit_id = carry.carried(event.mimeData(), carry.VISIT)
        source_id = carry.carried(event.mimeData(), carry.SOURCE)
        if column is not None and self._grid.take_drop(visit_id, source_id, self._grid.plan.days[column], None):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(event.pos())
            QToolTip.showText(event.globalPos(), lines.mark_words(mark) if mark is not None else "", self)
            return True
        return super().event(event)
