"""Week and day: days side by side with their hours; visits move, stretch and are made there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.ui.calendar import days, keys
from hhcrm.ui.calendar.aloud import say_hand
from hhcrm.ui.calendar.grid_body import GridBody
from hhcrm.ui.calendar.grid_head import GridHead
from hhcrm.ui.calendar.state import BoardState
from hhcrm.ui.calendar.time_plan import GridPlan, plan_grid
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import is_look_change

_LANE = 44
_GUTTER = 54
_OPENS = 8
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete)


class TimeGrid(QWidget):
    """The keyboard is here; head and body paint, and take the mouse. `clock` is the agency's present wall time."""

    def __init__(self, state: BoardState, clock: Callable[[], time], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.plan: GridPlan = plan_grid((), (), 1)
        self.setObjectName("calendar_grid")
        self.setAccessibleName(translate("calendar", "Days with hours"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.head = GridHead(state, self)
        self.body = GridBody(state, clock, self)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(self.body)
        self.body.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._area, 1)
        self._scrolled = False
        self._gutter = scaled(_GUTTER)
        state.filled.connect(self._on_filled)
        state.pointed.connect(self._on_pointed)

    def day_rect(self, column: int, width: int) -> tuple[int, int]:
        """Left edge and width of a day's column."""
        gutter = self._gutter
        count = max(1, len(self.plan.days))
        room = max(count, width - gutter)
        left = gutter + room * column // count
        return left, gutter + room * (column + 1) // count - left

    def column_at(self, x: int, width: int) -> int | None:
        """Which day stands there."""
        for column in range(len(self.plan.days)):
            left, across = self.day_rect(column, width)
            if left <= x < left + across:
                return column
        return None

    def open_mark(self, mark: VisitMark, where: QPoint) -> None:
        """Show what can be done with a visit."""
        self._state.opened.emit(mark, where)

    def open_day(self, x: int, width: int, where: QPoint) -> None:
        """Show what can be done with the day that stands there, or with the one in hand."""
        column = self.column_at(x, width)
        day = self.plan.days[column] if column is not None else self._state.day
        self._state.day_menu_wanted.emit(day, where)

    def take_drop(self, visit_id: int | None, source_id: int | None, day: date, at: time | None) -> bool:
        """Something was let go on a day; False when it is nothing of ours."""
        state = self._state
        mark = state.mark_of(visit_id) if visit_id is not None else None
        # After this drag is over: what follows may open a dialog.
        if mark is not None:
            QTimer.singleShot(0, self, lambda: state.want_move(mark, day, at))
        elif source_id is not None:
            QTimer.singleShot(0, self, lambda: state.dropped.emit(source_id, day, at))
        else:
            return False
        return True

    def aim(self, column: int | None, minute: int | None) -> None:
        """Show where something that is dragged would go."""
        self.head.aim(column if minute is None else None)
        self.body.aim(column if minute is not None else None, minute)

    def _on_filled(self) -> None:
        state = self._state
        if state.view not in ("week", "day"):
            return
        self._gutter = scaled(_GUTTER)
        shown = days.shown_days(state.span.first, state.span.last, state.weekends or state.view == "day")
        across = max(1, (self._area.viewport().width() - self._gutter) // max(1, len(shown)))
        most = max(1, across // scaled(_LANE))
        marks = [state.marks(day) for day in shown]
        beyond = [state.count(day) - len(of_day) for day, of_day in zip(shown, marks, strict=True)]
        self.plan = plan_grid(shown, marks, most, beyond)
        self.head.arrange()
        self.body.arrange()
        if not self._scrolled and self.isVisible():
            self._scrolled = True
            QTimer.singleShot(0, self, self._scroll_to_morning)

    def _scroll_to_morning(self) -> None:
        self._area.verticalScrollBar().setValue(self.body.y_of(_OPENS * 60) - scaled(8))

    def _on_pointed(self) -> None:
        if self._state.view not in ("week", "day"):
            return
        self.head.update()
        self.body.update()
        say_hand(self, self._state)
        mark = self._state.mark
        if mark is not None and mark.start_time is not None:
            room = self.body.rect_of(mark)
            self._area.ensureVisible(room.center().x(), room.top(), 0, scaled(24))
            self._area.ensureVisible(room.center().x(), room.bottom(), 0, scaled(24))

    def _open_in_hand(self) -> None:
        mark = self._state.mark
        if mark is None:
            return
        part = self.body if mark.start_time is not None else self.head
        self.open_mark(mark, part.mapToGlobal(part.rect_of(mark).bottomLeft()))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _ARROWS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.pressed(self._state, event, self._open_in_hand, grid=True):
            event.accept()
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._on_pointed()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.head.update()
        self.body.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_filled()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_area"):
            self._on_filled()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(360), scaled(330))

    @property
    def bar_width(self) -> int:
        """How wide the scroll bar is, which the head leaves free."""
        return self._area.verticalScrollBar().sizeHint().width()
