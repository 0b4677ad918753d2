"""The month: a table of days with their visits, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.ui.calendar import carry, keys, lines
from hhcrm.ui.calendar.aloud import say_hand
from hhcrm.ui.calendar.marks import Kit, draw_line
from hhcrm.ui.calendar.month_model import CellRole, DayCell, Index, MonthModel
from hhcrm.ui.calendar.state import BoardState
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors, colors_for
from hhcrm.ui.shared.style import draw_box, draw_focus_ring
from hhcrm.ui.shared.table import TableHeader
from hhcrm.ui.shared.text import is_look_change

_LEAST_ROW = 84
_NARROW = 100


@dataclass(frozen=True, slots=True)
class CellPlan:
    """Where the parts of a cell are: visits that fit, the line that says how many do not."""

    visits: tuple[tuple[QRect, VisitMark], ...]
    more: QRect | None
    hidden: int
    add: QRect


def plan_cell(room: QRect, cell: DayCell, kit: Kit, held: int | None = None) -> CellPlan:
    """Lay the visits of a day out in its cell; the one in hand is always among those that are shown."""
    line = kit.line
    top = room.top() + _head_height(kit) + (bool(cell.holiday) + bool(cell.away)) * line
    fits = max(0, (room.bottom() - kit.px(2) - top) // line)
    shown = cell.count if cell.count <= fits else max(0, fits - 1)
    shown = min(shown, len(cell.marks))
    left, width = room.left() + kit.px(5), room.width() - kit.px(9)
    place = next((n for n, mark in enumerate(cell.marks) if mark.visit_id == held), 0)
    first = max(0, place - shown + 1) if shown else 0
    marks = cell.marks[first : first + shown]
    visits = tuple((QRect(left, top + n * line, width, line), mark) for n, mark in enumerate(marks))
    hidden = cell.count - shown
    more = QRect(left, top + shown * line, width, line) if hidden > 0 else None
    size = kit.px(18)
    add = QRect(room.right() - size - kit.px(4), room.top() + kit.px(4), size, size)
    return CellPlan(visits, more, hidden, add)


def _head_height(kit: Kit) -> int:
    return kit.metrics.height() + kit.px(8)


class DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, holiday, who is off, its visits."""

    def __init__(self, state: BoardState, view: MonthView) -> None:
        super().__init__(view)
        self._state = state
        self._view = view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CellRole)
        if not isinstance(cell, DayCell):
            return
        colors, kit = colors_for(option.palette), self._view.kit
        painter.save()
        self._draw_ground(painter, option.rect, cell, colors)
        self._draw_head(painter, option.rect, cell, colors, kit)
        plan = plan_cell(option.rect, cell, kit, self._state.visit_id)
        focus = self._view.hasFocus()
        for room, mark in plan.visits:
            held = cell.day == self._state.day and mark.visit_id == self._state.visit_id
            wide = room.width() > kit.px(_NARROW)
            words = lines.mark_text(mark, with_liaison=self._state.everybody, with_time=wide)
            draw_line(painter, room, mark.status, words, colors, kit, held=held, focus=focus and held)
        if plan.more is not None:
            painter.setFont(kit.strong)
            painter.setPen(QColor(colors.accent))
            room = plan.more.adjusted(kit.px(22), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, lines.more_words(plan.hidden))
        if cell.day == self._state.day and focus and self._state.mark is None:
            draw_focus_ring(painter, option.rect.adjusted(1, 1, -2, -2), colors, 3.0)
        if cell.day == self._view.hovered:
            self._draw_add(painter, plan.add, colors)
        painter.restore()

    def _draw_ground(self, painter: QPainter, room: QRect, cell: DayCell, colors: Colors) -> None:
        if (
            cell.day == self._view.target
            or (cell.day == self._state.day and self._state.carried is not None)
            or cell.is_today
        ):
            painter.fillRect(room, QColor(colors.info_soft))
        elif cell.holiday or not cell.in_month:
            painter.fillRect(room, QColor(colors.page))
        painter.setPen(QColor(colors.line))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.drawLine(room.topRight(), room.bottomRight())

    def _draw_head(self, painter: QPainter, room: QRect, cell: DayCell, colors: Colors, kit: Kit) -> None:
        height = _head_height(kit)
        head = QRect(room.left() + kit.px(8), room.top() + kit.px(2), room.width() - kit.px(12), height)
        chosen = cell.day == self._state.day
        painter.setFont(kit.bold if cell.is_today or chosen else kit.plain)
        painter.setPen(QColor(colors.accent if cell.is_today else colors.text if cell.in_month else colors.muted))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, cell.title)
        note = QRect(head.left(), room.top() + height, head.width(), kit.line)
        for words, ink in ((cell.holiday, colors.due), (cell.away, colors.muted)):
            if words:
                painter.setFont(kit.plain)
                painter.setPen(QColor(ink))
                shown = kit.metrics.elidedText(words, Qt.TextElideMode.ElideRight, note.width())
                painter.drawText(note, Qt.AlignmentFlag.AlignVCenter, shown)
                note.translate(0, kit.line)

    def _draw_add(self, painter: QPainter, room: QRect, colors: Colors) -> None:
        draw_box(painter, room, colors.panel, colors.line_strong, 4.0)
        painter.setFont(role_font("body"))
        painter.setPen(QColor(colors.accent))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "+")


class MonthView(QTableView):
    """Days move by arrows, visits by drag and by keys; a click on + or a double click plans one."""

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._pressed: tuple[QPoint, VisitMark] | None = None
        self._following = False
        self.hovered: date | None = None
        self.target: date | None = None
        self.kit = Kit.now()
        self.month = MonthModel(state, self)
        self.setObjectName("calendar_month")
        self.setAccessibleName(translate("calendar", "Month"))
        self.setModel(self.month)
        self.setItemDelegate(DayDelegate(state, self))
        self._set_manners()
        state.pointed.connect(self._on_pointed)
        self.month.modelReset.connect(self.updateGeometry)
        self._on_pointed()

    def cell_of(self, day: date) -> QRect:
        """Where a day stands."""
        return self.visualRect(self.month.index_of(day))

    def rect_of(self, mark: VisitMark) -> QRect:
        """Where a visit stands, its day where there is no room for it."""
        for room, each in self._plan(mark.visit_on).visits:
            if each.visit_id == mark.visit_id:
                return room
        return self.cell_of(mark.visit_on)

    def titles(self, day: date) -> list[str]:
        """What stands in a day, from the top."""
        plan = self._plan(day)
        shown = [lines.mark_text(mark) for _, mark in plan.visits]
        return [*shown, lines.more_words(plan.hidden)] if plan.more is not None else shown

    def _set_manners(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("draws_own_focus", True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setHighlightSections(False)
        head = TableHeader(self)
        head.setSectionsClickable(False)
        head.setSectionsMovable(False)
        head.setAccessibleName(translate("calendar", "Weekdays"))
        self.setHorizontalHeader(head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.show()
        self._lay_out()

    def _lay_out(self) -> None:
        self.kit = Kit.now()
        self.verticalHeader().setMinimumSectionSize(scaled(_LEAST_ROW))
        self.horizontalHeader().setFixedHeight(scaled(30))
        self.horizontalHeader().setMinimumSectionSize(scaled(40))
        self.viewport().update()

    def _plan(self, day: date) -> CellPlan:
        return plan_cell(self.cell_of(day), self.month.cell(day), self.kit, self._state.visit_id)

    def _day_at(self, where: QPoint) -> date | None:
        return self.month.day_at(self.indexAt(where))

    def _mark_at(self, where: QPoint) -> VisitMark | None:
        day = self._day_at(where)
        visits: Iterator[tuple[QRect, VisitMark]] = iter(self._plan(day).visits if day is not None else ())
        return next((mark for room, mark in visits if room.contains(where)), None)

    def _on_pointed(self) -> None:
        index = self.month.index_of(self._state.day)
        if index.isValid() and index != self.currentIndex():
            self._following = True
            self.setCurrentIndex(index)
            self._following = False
        self.viewport().update()
        say_hand(self, self._state)

    def _open_mark(self) -> None:
        mark = self._state.mark
        if mark is not None:
            self._state.opened.emit(mark, self.viewport().mapToGlobal(self.rect_of(mark).bottomLeft()))

    # Qt's side

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """A screen reader moves the current cell by itself."""
        super().currentChanged(current, previous)
        day = self.month.day_at(current)
        if day is not None and day != self._state.day and not self._following:
            self._state.point(day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.pressed(self._state, event, self._open_mark, grid=False):
            event.accept()
        else:
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        # Alt with an arrow and the like are keys of the calendar before they are anybody's shortcut.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        day, mark = self._day_at(where), self._mark_at(where)
        self._pressed = None
        if day is None:
            return
        plan = self._plan(day)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and plan.more is not None and plan.more.contains(where):
            self._state.point(day)
            self._state.day_wanted.emit(day)
        elif left and plan.add.contains(where):
            self._state.point(day)
            self._state.new_wanted.emit(day, None)
        else:
            self._state.point(day, mark.visit_id if mark is not None else None)
            if left and mark is not None:
                self._pressed = (where, mark)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        day, mark = self._day_at(where), self._mark_at(where)
        if mark is not None:
            self._open_mark()
        elif day is not None:
            self._state.new_wanted.emit(day, None)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        day = self._day_at(where)
        if day != self.hovered:
            self.hovered = day
            self.viewport().update()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (where - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
            mark, self._pressed = self._pressed[1], None
            self._drag(mark)

    def _drag(self, mark: VisitMark) -> None:
        drag = QDrag(self)
        drag.setMimeData(carry.visit_mime(mark.visit_id))
        drag.setPixmap(self.viewport().grab(self.rect_of(mark)))
        drag.exec(Qt.DropAction.MoveAction)
        self._aim(None)

    def _aim(self, day: date | None) -> None:
        if day != self.target:
            self.target = day
            self.viewport().update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered = None
        self.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mark = self._state.mark
        if mark is not None:
            self._state.opened.emit(mark, event.globalPos())
        else:
            self._state.day_menu_wanted.emit(self._day_at(event.pos()) or self._state.day, event.globalPos())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(carry.VISIT) or event.mimeData().hasFormat(carry.SOURCE):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        day = self._day_at(event.position().toPoint())
        self._aim(day)
        if day is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        day = self._day_at(event.position().toPoint())
        self._aim(None)
        visit_id = carry.carried(event.mimeData(), carry.VISIT)
        source_id = carry.carried(event.mimeData(), carry.SOURCE)
        mark = self._state.mark_of(visit_id) if visit_id is not None else None
        if day is None or (mark is None and source_id is None):
            event.ignore()
            return
        event.acceptProposedAction()
        # After this drag is over: what follows may open a dialog.
        if mark is not None:
            QTimer.singleShot(0, self, lambda: self._state.want_move(mark, day, mark.start_time))
        elif source_id is not None:
            QTimer.singleShot(0, self, lambda: self._state.dropped.emit(source_id, day, None))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(event.pos())
            QToolTip.showText(event.globalPos(), lines.mark_words(mark) if mark is not None else "", self)
            return True
        return super().viewportEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._following = True  # Qt takes the first cell in hand where none is, for example before the month is here
        super().focusInEvent(event)
        self._following = False
        self._on_pointed()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "month"):
            self._lay_out()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(360), scaled(30) + max(1, self.month.rowCount()) * scaled(_LEAST_ROW) + 2)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def _is_ours(event: QKeyEvent) -> bool:
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    return event.key() in arrows or event.key() == Qt.Key.Key_Delete
