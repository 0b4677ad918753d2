"""What the head and the body of the grid need of the grid around them, and the dragging they share."""

from __future__ import annotations

from datetime import date, time
from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QDrag, Qt
from PySide6.QtWidgets import QWidget

from hhcrm.queries.calendar_models import VisitMark
from hhcrm.ui.calendar import carry
from hhcrm.ui.calendar.time_plan import GridPlan


class Grid(Protocol):
    """The grid as its parts know it."""

    plan: GridPlan

    @property
    def bar_width(self) -> int:
        """How wide the scroll bar is."""

    def hasFocus(self) -> bool:
        """Whether the keyboard is here."""

    def day_rect(self, column: int, width: int) -> tuple[int, int]:
        """Left edge and width of a day's column."""

    def column_at(self, x: int, width: int) -> int | None:
        """Which day stands there."""

    def open_mark(self, mark: VisitMark, where: QPoint) -> None:
        """Show what can be done with a visit."""

    def open_day(self, x: int, width: int, where: QPoint) -> None:
        """Show what can be done with the day that stands there, or with the one in hand."""

    def take_drop(self, visit_id: int | None, source_id: int | None, day: date, at: time | None) -> bool:
        """Something was let go on a day."""

    def aim(self, column: int | None, minute: int | None) -> None:
        """Show where something that is dragged would go."""


def drag_visit(part: QWidget, mark: VisitMark, room: QRect, hot: QPoint) -> None:
    """Drag a visit out of a part of the grid."""
    drag = QDrag(part)
    drag.setMimeData(carry.visit_mime(mark.visit_id))
    drag.setPixmap(part.grab(room))
    drag.setHotSpot(hot)
    drag.exec(Qt.DropAction.MoveAction)
