"""Carries out what the person does in the calendar: moves visits, plans them, opens what can be done with one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.calendar_models import DueLine, Slot, VisitGuess, VisitMark
from hhcrm.queries.read_models import Choices, VisitLine
from hhcrm.ui.calendar import acts
from hhcrm.ui.calendar.acts import Act
from hhcrm.ui.calendar.planning import Planning
from hhcrm.ui.calendar.state import BoardState
from hhcrm.ui.calendar.visit_dialog import edit_visit, plan_visit
from hhcrm.ui.calendar.visit_menu import visit_menu
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.history_dialog import show_history


class Acting(QObject):
    """What is expected stands at once; `refused` says that it did not come to pass, `planned` that a form was saved.

    `liaison_id` tells for whom the calendar is filtered, `over` is the place that menus and dialogs stand over.
    """

    refused = Signal()
    planned = Signal()

    def __init__(
        self,
        context: FormContext,
        state: BoardState,
        liaison_id: Callable[[], int | None],
        planning: Planning,
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._context = context
        self._desk = context.desk
        self._frame = context.frame
        self._state = state
        self._liaison_id = liaison_id
        self._planning_week = planning
        self._over = over
        self._planning: set[int] = set()

    # With a visit

    def move(self, mark: VisitMark, day: date, at: time | None) -> None:
        """Put a visit on a day, at a time."""
        if mark.proposed:
            self._planning_week.move(mark, day, at)
            return
        act = acts.move(mark, day, at, self._desk.today())
        if mark.status == VisitStatus.PLANNED:
            self._state.expect(replace(mark, visit_on=day, start_time=at, version=mark.version + 1))
        self._carry_out(act, lambda _changes: self._point_later(day, mark.visit_id), mark.visit_id)

    def stretch(self, mark: VisitMark, minutes: int) -> None:
        """Let a visit take so long."""
        if mark.status == VisitStatus.PLANNED:
            self._state.expect(replace(mark, minutes=minutes, version=mark.version + 1))
        self._carry_out(acts.stretch(mark, minutes), visit_id=mark.visit_id)

    def act(self, name: str, mark: VisitMark) -> None:
        """Do with a visit what the menu or a key calls by this name."""
        if mark.proposed:
            self._planning_week.act_on_mark(name, mark)
        elif name == "log":
            self._frame.log_visit(mark.source_id, mark.visit_id)
        elif name == "source":
            self._frame.go("sources", source_id=mark.source_id, kind="visit", item_id=mark.visit_id)
        elif name == "history":
            show_history(self._desk, self._frame, "visit", mark.visit_id, mark.source, self._over)
        elif name == "edit":
            self._desk.read(
                lambda q: (q.choices(), q.visit(mark.visit_id)), lambda both: self._edit(mark, *both), owner=self
            )
        else:
            act = acts.act_on(name, mark)
            if act is not None:
                self._carry_out(act)

    def open_menu(self, mark: VisitMark, where: QPoint) -> None:
        """Show what can be done with a visit."""
        if mark.proposed:
            self._planning_week.open_menu(mark, where)
            return
        menu = visit_menu(self._state, mark, self._over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _edit(self, mark: VisitMark, choices: Choices, line: VisitLine) -> None:
        edit_visit(self._context, choices, mark, line, self._on_planned, self._over.window())

    # Planning

    def plan_new(self, day: date, at: time | None, source: tuple[int, str] | None = None) -> None:
        """Open the form of a new visit."""
        liaison_id = self._liaison_id()

        def opened(choices: Choices) -> None:
            plan_visit(self._context, choices, day, at, liaison_id, source, self._on_planned, self._over.window())

        self._desk.read(lambda q: q.choices(), opened, owner=self)

    def plan_by_id(self, source_id: int, day: date) -> None:
        """Open the form of a new visit, with this source in it."""
        self._desk.read(
            lambda q: q.source_detail(source_id).name,
            lambda name: self.plan_new(day, None, (source_id, name)),
            owner=self,
        )

    def drop(self, source_id: int, day: date, at: time | None) -> None:
        """A source out of the tray is planned at once, with the usual kind of visit."""
        liaison_id = self._liaison_id()

        def planned(guess: VisitGuess) -> None:
            act = acts.plan_on(guess, day, at, self._desk.today())
            self._carry_out(act, partial(self._on_dropped, day))

        self._desk.read(lambda q: q.usual_visit(source_id, liaison_id), planned, owner=self)

    def plan_due(self, line: DueLine) -> None:
        """Plan it where it fits; a second press before that is done plans nothing twice."""
        liaison_id = self._liaison_id()
        if line.source_id in self._planning:
            return
        self._planning.add(line.source_id)

        def found(slot: Slot) -> None:
            act = acts.plan_slot(slot, self._desk.today())
            self._carry_out(act, lambda _changes: self._planning.discard(line.source_id), failed=over)

        def over(error: Exception) -> None:
            self._planning.discard(line.source_id)
            self._frame.fault(error)

        self._desk.read(lambda q: q.next_free_slot(line.source_id, liaison_id), found, over, owner=self)

    # Inside

    def _carry_out(
        self,
        act: Act,
        done: Callable[[ChangeSet], None] | None = None,
        visit_id: int | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        def told(changes: ChangeSet) -> None:
            if changes.step_id is not None:
                self._frame.toast(act.words, undo=True)
            if done is not None:
                done(changes)

        def refused(error: Exception) -> None:
            (failed or self._frame.fault)(error)
            if visit_id is not None:
                self._state.forget(visit_id)
            self.refused.emit()  # somebody else was faster: what stands there now is asked for

        self._desk.act(act.order, told, refused, owner=self)

    def _on_planned(self, visit_id: int, day: date) -> None:
        self._point_later(day, visit_id)
        self.planned.emit()

    def _on_dropped(self, day: date, changes: ChangeSet) -> None:
        if changes.subject is not None:
            self._point_later(day, changes.subject)

    def _point_later(self, day: date, visit_id: int) -> None:
        """The visit stands on its new day as soon as the answer is here: it stays in hand."""
        self._state.point(day, visit_id)
