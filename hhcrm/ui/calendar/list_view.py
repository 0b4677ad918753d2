"""The list: the visits of a month in a table, page by page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from hhcrm.compat import override
from hhcrm.domain.days import say_day, say_month, say_time
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.calendar_models import CalendarFilter, VisitListPage, VisitMark
from hhcrm.ui.calendar import lines
from hhcrm.ui.calendar.state import BoardState
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.table_model import WindowedTableModel

_TAGS = {VisitStatus.PLANNED: "info", VisitStatus.COMPLETED: "good", VisitStatus.MISSED: "overdue"}
_STEPS = {Qt.Key.Key_PageUp: "back", Qt.Key.Key_PageDown: "on"}
_KEYS = {Qt.Key.Key_1: "month", Qt.Key.Key_2: "week", Qt.Key.Key_3: "day", Qt.Key.Key_4: "list", Qt.Key.Key_T: "today"}
_ACTS = {Qt.Key.Key_L: "log", Qt.Key.Key_E: "edit", Qt.Key.Key_O: "source", Qt.Key.Key_Delete: "archive"}


def list_columns(today: Callable[[], date]) -> tuple[Column[VisitMark], ...]:
    """What the list shows of a visit."""
    return (
        Column("day", translate("calendar", "Day"), 104, lambda m: say_day(m.visit_on, today())),
        Column("time", translate("calendar", "Time"), 86, lambda m: say_time(m.start_time) if m.start_time else ""),
        Column("source", translate("calendar", "Source"), 190, lambda m: m.source, kind="strong", fills=True),
        Column(
            "status",
            translate("calendar", "Status"),
            96,
            lambda m: lines.status_word(m.status),
            kind="tag",
            tag=lambda m: _TAGS.get(m.status, "none"),
        ),
        Column("kind", translate("calendar", "Kind"), 120, lambda m: m.kind, kind="muted"),
        Column("number", translate("calendar", "Visit"), 56, lambda m: m.number, shown=False),
        Column("minutes", translate("calendar", "Minutes"), 70, lambda m: str(m.length), align="right"),
        Column("liaison", translate("calendar", "Liaison"), 120, lambda m: m.liaison, kind="muted"),
        Column("purpose", translate("calendar", "Purpose"), 180, lambda m: m.purpose, kind="muted", shown=False),
    )


class VisitRows(QObject):
    """Feeds the list."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = (CalendarFilter(), desk.today(), desk.today())
        self._shown = self._asked
        columns = list_columns(desk.today)
        self.model = WindowedTableModel(columns, self._fetch, lambda mark: mark.visit_id, parent=self)

    @property
    def shown(self) -> tuple[CalendarFilter, date, date]:
        """What the rows of the newest answer are: which visits, from when until when."""
        return self._shown

    def ask(self, asked: CalendarFilter, first: date, last: date) -> None:
        """Show these days; the same ones again keep scroll and selection."""
        if (asked, first, last) == self._asked:
            self.model.ask_again()
        else:
            self._asked = (asked, first, last)
            self.model.start_over()

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        question = asked, first, last = self._asked

        def done(page: VisitListPage) -> None:
            if question == self._asked:
                self._shown = question
            self.model.take(token, page.offset, page.lines, page.total)

        def failed(error: Exception) -> None:
            self.model.missed(token, offset)
            self._desk.faulted.emit(error)

        self._desk.read(lambda q: q.visit_list(asked, first, last, offset, limit), done, failed, owner=self)


class VisitTable(TableView[VisitMark]):
    """The list with the keys of the calendar."""

    def __init__(self, state: BoardState, rows: VisitRows) -> None:
        super().__init__(rows.model, "calendar_list", translate("calendar", "Visits of the month"))
        self._state = state
        self._rows = rows
        self._put_nothing()
        self.opened.connect(lambda _visit_id: self._open())
        rows.model.refreshed.connect(self._say_nothing)
        rows.model.total_changed.connect(lambda _total: self._say_nothing())
        state.filled.connect(self._on_filled)

    def mark_in_hand(self) -> VisitMark | None:
        """The visit of the current row."""
        return self.lines.line(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def show_plannable(self, plannable: bool) -> None:
        """Whether there is a source that a visit could be planned to."""
        self._plannable = plannable
        self._say_nothing()

    def _put_nothing(self) -> None:
        """What stands where rows would: the keyboard stays with the table, whose keys turn pages and views."""
        self._plannable = False
        self.plan_first = Button(translate("calendar", "Plan a visit"), name="calendar_list_plan")
        self.nothing = EmptyPlace("", "", self.plan_first, parent=self.viewport())
        QVBoxLayout(self.viewport()).addWidget(self.nothing)
        self.nothing.hide()
        self.plan_first.clicked.connect(lambda: self._state.new_wanted.emit(self._state.day, None))

    def _say_nothing(self) -> None:
        asked, first, last = self._rows.shown
        past = last < self._state.today
        month = say_month(first)
        title = (
            translate("calendar", "No visits in {month}")
            if past
            else translate("calendar", "Nothing planned in {month}")
        )
        title = title.format(month=month)
        narrowed = asked != CalendarFilter()
        sentence = (
            translate("calendar", "Only visits that go with what is chosen above are listed.") if narrowed else ""
        )
        self.nothing.say(title, sentence)
        self.nothing.setVisible(self._rows.model.total == 0)
        self.plan_first.setVisible(self._plannable and not past)
        self.setAccessibleDescription("" if self._rows.model.total else title)

    def _on_filled(self) -> None:
        """Whose a visit is needs no column where all are one person's."""
        keys = [column.key for column in self.lines.columns]
        self.setColumnHidden(keys.index("liaison"), not self._state.everybody)

    def _open(self) -> None:
        mark = self.mark_in_hand()
        if mark is not None:
            where = self.visualRect(self.currentIndex()).bottomLeft()
            self._state.opened.emit(mark, self.viewport().mapToGlobal(where))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mark = Qt.Key(event.key()), self.mark_in_hand()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not event.modifiers() and key in _KEYS:
            self._state.keyed.emit(_KEYS[key])
        elif control and key in _STEPS:
            self._state.keyed.emit(_STEPS[key])
        elif not event.modifiers() and key == Qt.Key.Key_N:
            self._state.new_wanted.emit(mark.visit_on if mark is not None else self._state.day, None)
        elif not event.modifiers() and mark is not None and key in _ACTS:
            self._state.acted.emit(_ACTS[key], mark)
        else:
            super().keyPressEvent(event)
