"""The month as a table: a row a week, a column a weekday, a cell a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hhcrm.compat import override
from hhcrm.domain.days import short_weekday, weekday_name
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.ui.calendar import days, lines
from hhcrm.ui.calendar.state import BoardState

Index = QModelIndex | QPersistentModelIndex
CellRole = Qt.ItemDataRole.UserRole

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the month."""

    day: date
    title: str
    marks: tuple[VisitMark, ...]
    count: int
    holiday: str
    away: str
    in_month: bool
    is_today: bool


class MonthModel(QAbstractTableModel):
    """Shows the state's span. Weeks and days change with the month; marks change in place."""

    def __init__(self, state: BoardState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._weeks: tuple[tuple[date, ...], ...] = ()
        state.filled.connect(self._on_filled)
        self._on_filled()

    def day_at(self, index: Index) -> date | None:
        """The day of a cell."""
        if not index.isValid() or index.row() >= len(self._weeks):
            return None
        return self._weeks[index.row()][index.column()]

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day, invalid when it is not shown."""
        for row, week in enumerate(self._weeks):
            if day in week:
                return self.index(row, week.index(day))
        return QModelIndex()

    def cell(self, day: date) -> DayCell:
        """What stands in the cell of a day."""
        state, month = self._state, self._month()
        return DayCell(
            day,
            days.cell_title(day, month.month),
            state.marks(day),
            state.count(day),
            state.span.holiday(day),
            lines.away_words(state.span.away(day)),
            (day.year, day.month) == (month.year, month.month),
            day == state.today,
        )

    def _month(self) -> date:
        """A day of the month that is shown: the Sunday of its first week."""
        return self._state.span.first + 6 * days.DAY

    def _on_filled(self) -> None:
        state = self._state
        if (state.span.last - state.span.first).days < 3 * days.WEEK:
            return  # a week or a day is shown elsewhere
        weeks = days.month_weeks(self._month(), state.weekends)
        if weeks != self._weeks:
            self.beginResetModel()
            self._weeks = weeks
            self.endResetModel()
        elif weeks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(weeks) - 1, len(weeks[0]) - 1))

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._weeks)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self._weeks else len(self._weeks[0])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day_at(index)
        if day is None:
            return None
        if role == CellRole:
            return self.cell(day)
        if role == Qt.ItemDataRole.DisplayRole:
            return days.cell_title(day, self._month().month)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return lines.day_words(day, self._state.span, self._state.today)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self._weeks or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._weeks[0]):
            name = short_weekday if role == Qt.ItemDataRole.DisplayRole else weekday_name
            return name(self._weeks[0][section].weekday())
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDropEnabled if index.isValid() else flag(0)
