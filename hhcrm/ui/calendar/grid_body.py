"""The hours of the grid: visits as blocks that move, and stretch at their lower edge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from hhcrm.compat import override
from hhcrm.domain.days import say_time
from hhcrm.domain.slots import LONGEST, STEP, minute_of, time_of
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.ui.calendar import carry, lines
from hhcrm.ui.calendar.grid_port import Grid, drag_visit
from hhcrm.ui.calendar.marks import Kit, draw_broken_box, draw_ring, draw_shape, draw_words, ink_of, mark_height, small
from hhcrm.ui.calendar.state import BoardState
from hhcrm.ui.calendar.time_plan import Block, snapped
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box, draw_focus_ring

if TYPE_CHECKING:
    from hhcrm.ui.calendar.time_grid import TimeGrid

_HOUR = 46
_EDGE = 5
_NARROW = 100
_HALF_HOUR = 30


@dataclass(slots=True)
class _Stretch:
    """A visit whose lower edge is in hand."""

    mark: VisitMark
    minutes: int


class GridBody(QWidget):
    """Hours from the top down, a column a day."""

    def __init__(self, state: BoardState, clock: Callable[[], time], grid: TimeGrid) -> None:
        super().__init__()
        self._state = state
        self._clock = clock
        self._grid: Grid = grid
        self._pressed: tuple[QPoint, VisitMark] | None = None
        self._grabbed = 0
        self._stretch: _Stretch | None = None
        self._target: tuple[int, int] | None = None
        self._kit = Kit.now()
        self.setObjectName("calendar_grid_body")
        self.setAcceptDrops(True)
        self.setMouseTracking(True)

    def arrange(self) -> None:
        """Other hours, days or visits, or another look."""
        self._kit = Kit.now()
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def aim(self, column: int | None, minute: int | None) -> None:
        """Something would be let go there."""
        target = (column, minute) if column is not None and minute is not None else None
        if target != self._target:
            self._target = target
            self.update()

    def y_of(self, minute: int) -> int:
        """Where a minute of the day stands."""
        plan = self._grid.plan
        return round((minute - plan.first_hour * 60) * self.height() / plan.minutes)

    def minute_at(self, y: float) -> float:
        """The minute of the day at a height."""
        plan = self._grid.plan
        return plan.first_hour * 60 + y * plan.minutes / max(1, self.height())

    def rect_of(self, mark: VisitMark) -> QRect:
        """Where a visit stands."""
        found = (block for block in self._grid.plan.blocks if block.mark.visit_id == mark.visit_id)
        block = next(found, None)
        return self._rect(block) if block is not None else QRect(0, 0, self.width(), mark_height())

    def _rect(self, block: Block) -> QRect:
        kit = self._kit
        left, width = self._grid.day_rect(block.column, self.width())
        lane = (width - kit.px(8)) // block.lanes
        top = self.y_of(block.begin)
        height = max(kit.line, self.y_of(block.end) - top - 1)
        return QRect(left + kit.px(3) + block.lane * lane, top + 1, max(4, lane - 2), height)

    def _block_at(self, where: QPoint) -> Block | None:
        hits = [block for block in self._grid.plan.blocks if self._rect(block).contains(where)]
        return hits[-1] if hits else None

    def _on_edge(self, block: Block, where: QPoint) -> bool:
        room = self._rect(block)
        return (
            block.mark.status == VisitStatus.PLANNED
            and not block.mark.proposed
            and where.y() >= room.bottom() - scaled(_EDGE)
        )

    @override
    def sizeHint(self) -> QSize:
        hours = self._grid.plan.last_hour - self._grid.plan.first_hour
        return QSize(scaled(300), hours * max(scaled(_HOUR), 2 * mark_height()))

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        self._draw_days(painter, colors)
        self._draw_hours(painter, colors)
        focus = self._grid.hasFocus()
        for block in self._grid.plan.blocks:
            room = self._rect(block)
            if room.intersects(event.rect()):
                self._draw_block(painter, block, room, colors, focus)
        if self._target is not None:
            self._draw_target(painter, colors)
        self._draw_now(painter, colors)

    def _draw_days(self, painter: QPainter, colors: Colors) -> None:
        for column, day in enumerate(self._grid.plan.days):
            left, width = self._grid.day_rect(column, self.width())
            room = QRect(left, 0, width, self.height())
            carried = self._state.carried is not None and day == self._state.day
            if carried:
                painter.fillRect(room, QColor(colors.info_soft))
            elif self._state.span.holiday(day):
                painter.fillRect(room, QColor(colors.page))
            painter.setPen(QColor(colors.line))
            painter.drawLine(room.topLeft(), room.bottomLeft())

    def _draw_hours(self, painter: QPainter, colors: Colors) -> None:
        gutter, plan = self._grid.day_rect(0, self.width())[0], self._grid.plan
        painter.setFont(small())
        height = painter.fontMetrics().height()
        for hour in range(plan.first_hour, plan.last_hour):
            y = self.y_of(hour * 60)
            painter.setPen(QColor(colors.line))
            if hour > plan.first_hour:
                painter.drawLine(gutter, y, self.width(), y)
            painter.setPen(QColor(colors.muted))
            room = QRect(0, y + scaled(2), gutter - scaled(8), height)
            half = translate("days", "{clock} AM") if hour < 12 else translate("days", "{clock} PM")
            words = half.format(clock=hour % 12 or 12)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, words)

    def _draw_block(self, painter: QPainter, block: Block, room: QRect, colors: Colors, focus: bool) -> None:
        mark, kit = block.mark, self._kit
        if self._stretch is not None and self._stretch.mark.visit_id == mark.visit_id:
            room.setBottom(self.y_of(block.begin + self._stretch.minutes))
        held = mark.visit_id == self._state.visit_id and mark.visit_on == self._state.day
        lines_of = {VisitStatus.PLANNED: colors.accent, VisitStatus.MISSED: colors.overdue}
        fill = colors.selection if held else colors.panel
        if mark.proposed:
            draw_broken_box(painter, room, fill, colors.accent)
        else:
            draw_box(painter, room, fill, lines_of.get(mark.status, colors.line_strong), 4.0)
        if mark.status == VisitStatus.PLANNED and not mark.proposed:
            painter.fillRect(QRect(room.left(), room.top() + 3, kit.px(3), room.height() - 6), QColor(colors.accent))
        inside = room.adjusted(kit.px(6), 0, -kit.px(4), 0)
        first = QRect(inside.left(), inside.top(), inside.width(), min(kit.line, inside.height()))
        size = kit.px(13)
        shape = QRect(first.left(), first.top(), size, first.height())
        if mark.proposed:
            draw_ring(painter, shape, colors, broken=True)
        else:
            draw_shape(painter, shape, mark.status, colors)
        # In a narrow day the name counts; the time is said by where the block stands.
        words = lines.mark_text(mark, with_liaison=self._state.everybody, with_time=room.width() > kit.px(_NARROW))
        first = first.adjusted(size + kit.px(4), 0, 0, 0)
        draw_words(painter, first, mark.status, words, colors, kit)
        below = ", ".join(part for part in (lines.proposed_words(mark), mark.purpose) if part)
        if below:
            self._draw_purpose(painter, below, first, words, inside, colors)
        if held and focus:
            draw_focus_ring(painter, room, colors, 4.0)

    def _draw_purpose(
        self, painter: QPainter, purpose: str, first: QRect, words: str, inside: QRect, colors: Colors
    ) -> None:
        """Below the first line, or behind it in a wide day."""
        kit, muted = self._kit, VisitStatus.COMPLETED
        if inside.height() >= 2 * kit.line:
            draw_words(painter, first.translated(0, kit.line), muted, purpose, colors, kit)
        elif first.width() > kit.px(240):
            used = kit.metrics.horizontalAdvance(words) + kit.px(14)
            draw_words(painter, first.adjusted(used, 0, 0, 0), muted, purpose, colors, kit)

    def _draw_target(self, painter: QPainter, colors: Colors) -> None:
        assert self._target is not None
        column, minute = self._target
        left, width = self._grid.day_rect(column, self.width())
        room = QRect(left + scaled(3), self.y_of(minute), width - scaled(8), self.y_of(minute + 20) - self.y_of(minute))
        draw_box(painter, room, colors.info_soft, colors.accent, 4.0)
        painter.setFont(small())
        painter.setPen(QColor(ink_of(VisitStatus.PLANNED, colors)))
        painter.drawText(room.adjusted(scaled(6), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, say_time(time_of(minute)))

    def _draw_now(self, painter: QPainter, colors: Colors) -> None:
        if self._state.today not in self._grid.plan.days:
            return
        minute, plan = minute_of(self._clock()), self._grid.plan
        if plan.first_hour * 60 <= minute <= plan.last_hour * 60:
            left, width = self._grid.day_rect(plan.days.index(self._state.today), self.width())
            y = self.y_of(minute)
            painter.setPen(QPen(QColor(colors.overdue), 2))
            painter.drawLine(left, y, left + width, y)

    # The mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        column, block = self._grid.column_at(where.x(), self.width()), self._block_at(where)
        self._pressed = None
        if block is not None:
            self._state.point(block.mark.visit_on, block.mark.visit_id)
            if event.button() == Qt.MouseButton.LeftButton:
                if self._on_edge(block, where):
                    self._stretch = _Stretch(block.mark, block.mark.length)
                else:
                    self._pressed = (where, block.mark)
        elif column is not None:
            self._state.point(self._grid.plan.days[column])

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if self._stretch is not None:
            begin = minute_of(self._stretch.mark.start_time or time(0))
            self._stretch.minutes = max(STEP, min(snapped(self.minute_at(where.y())) - begin, LONGEST))
            self.update()
        elif self._pressed is not None:
            if (where - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
                pressed, mark = self._pressed
                self._pressed = None
                room = self.rect_of(mark)
                self._grabbed = pressed.y() - room.top()
                drag_visit(self, mark, room, pressed - room.topLeft())
                self._grabbed = 0
                self._grid.aim(None, None)
        else:
            block = self._block_at(where)
            edge = block is not None and self._on_edge(block, where)
            self.setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        stretch, self._stretch = self._stretch, None
        if stretch is not None:
            self.update()
            if stretch.minutes != stretch.mark.length:
                self._state.stretched.emit(stretch.mark, stretch.minutes)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        column, block = self._grid.column_at(where.x(), self.width()), self._block_at(where)
        if block is not None:
            self._grid.open_mark(block.mark, self.mapToGlobal(self._rect(block).bottomLeft()))
        elif column is not None:
            # The half hour that was clicked into, not the nearest one.
            minute = int(self.minute_at(where.y())) // _HALF_HOUR * _HALF_HOUR
            self._state.new_wanted.emit(self._grid.plan.days[column], time_of(minute))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        block = self._block_at(event.pos())
        if block is not None:
            self._grid.open_mark(block.mark, event.globalPos())
        else:
            self._grid.open_day(event.pos().x(), self.width(), event.globalPos())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(carry.VISIT) or event.mimeData().hasFormat(carry.SOURCE):
            event.acceptProposedAction()

    def _minute_of_drop(self, event: QDropEvent) -> int:
        return snapped(self.minute_at(event.position().y() - self._grabbed))

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        column = self._grid.column_at(event.position().toPoint().x(), self.width())
        self._grid.aim(column, self._minute_of_drop(event))
        if column is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._grid.aim(None, None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        column = self._grid.column_at(event.position().toPoint().x(), self.width())
        at = time_of(self._minute_of_drop(event))
        self._grid.aim(None, None)
        visit_id = carry.carried(event.mimeData(), carry.VISIT)
        source_id = carry.carried(event.mimeData(), carry.SOURCE)
        if column is not None and self._grid.take_drop(visit_id, source_id, self._grid.plan.days[column], at):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self._block_at(event.pos())
            QToolTip.showText(event.globalPos(), lines.mark_words(block.mark) if block is not None else "", self)
            return True
        return super().event(event)
