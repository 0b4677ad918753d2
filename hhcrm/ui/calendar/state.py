"""What the views of the calendar share: the span, the day and visit in hand, and what a person wants done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QObject, QPoint, Signal

from hhcrm.domain.words import VisitStatus
from hhcrm.queries.calendar_models import CalendarSpan, VisitMark
from hhcrm.ui.calendar import days
from hhcrm.ui.calendar.days import View

_SATURDAY = 5


class BoardState(QObject):
    """One per place. Views show it and tell it what the person does; the place carries that out.

    `day` is the day in hand, `visit_id` the visit in hand on it; `carried` is one that was picked up by key.
    """

    filled = Signal()
    """Another span, or the same one anew."""

    pointed = Signal()
    """Another day or visit is in hand."""

    turn_wanted = Signal(object)
    """A day outside the span, as a date."""

    new_wanted = Signal(object, object)
    """A new visit on a day, at a time or None."""

    opened = Signal(object, QPoint)
    """The menu of a visit, at a place on the screen."""

    moved = Signal(object, object, object)
    """A visit to a day and a time or None."""

    stretched = Signal(object, int)
    """A visit to so many minutes."""

    dropped = Signal(int, object, object)
    """A source out of the tray onto a day and a time or None."""

    acted = Signal(str, object)
    """log, source, edit, missed, cancel, reopen, archive: for a visit."""

    day_wanted = Signal(object)
    """Show this day in full."""

    day_menu_wanted = Signal(object, QPoint)
    """The menu of a day, at a place on the screen."""

    keyed = Signal(str)
    """today, back, on, or one of the views."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.day = today
        self.visit_id: int | None = None
        self.carried: VisitMark | None = None
        self.view: View = "month"
        self.weekends = False
        self.everybody = False
        self.span = CalendarSpan(today, today)
        self._asked_span = self.span
        self._proposed: tuple[VisitMark, ...] = ()
        self._hidden: frozenset[int] = frozenset()
        self._by_day: dict[date, tuple[VisitMark, ...]] = {}
        self._expected: dict[int, VisitMark] = {}

    # What there is

    @property
    def mark(self) -> VisitMark | None:
        """The visit in hand."""
        return next((mark for mark in self.marks(self.day) if mark.visit_id == self.visit_id), None)

    def marks(self, day: date) -> tuple[VisitMark, ...]:
        """The visits of a day, as far as they are here."""
        return self._by_day.get(day, ())

    def mark_of(self, visit_id: int) -> VisitMark | None:
        """A visit of the span."""
        return next((mark for mark in self.span.visits if mark.visit_id == visit_id), None)

    def count(self, day: date) -> int:
        """How many visits a day has."""
        return self.span.counts.get(day, 0)

    # What changes

    def fill(self, span: CalendarSpan) -> None:
        """Show these days; a visit in hand stays so, also when it stands on another day now."""
        self._asked_span = self._as_expected(span)
        span = self._with_proposal(self._asked_span)
        by_day: dict[date, list[VisitMark]] = {}
        for mark in span.visits:
            by_day.setdefault(mark.visit_on, []).append(mark)
        self.span = span
        self._by_day = {day: tuple(marks) for day, marks in by_day.items()}
        held = self.mark_of(self.visit_id) if self.visit_id is not None else None
        if held is not None:
            self.day = held.visit_on
        elif self.visit_id not in self._expected:
            self.visit_id = None
        self.day = self._in_sight(self.day)
        if self.carried is not None:
            self.carried = self.mark_of(self.carried.visit_id)
        self.filled.emit()
        self.pointed.emit()

    def expect(self, mark: VisitMark) -> None:
        """Show a visit as it will be once the act under way is done: the next key builds on that."""
        self._expected[mark.visit_id] = mark
        self.fill(self._asked_span)

    def propose(self, marks: tuple[VisitMark, ...], hidden: frozenset[int] = frozenset()) -> None:
        """Show these proposed visits among those of week and day; `hidden` ones are shown where they are proposed."""
        if (marks, hidden) != (self._proposed, self._hidden):
            self._proposed, self._hidden = marks, hidden
            self.fill(self._asked_span)

    def forget(self, visit_id: int) -> None:
        """The act was refused: show what stands in the database."""
        self._expected.pop(visit_id, None)

    def _as_expected(self, span: CalendarSpan) -> CalendarSpan:
        """Answers from before the acts under way are put right; what has arrived is no longer expected."""
        for mark in span.visits:
            expected = self._expected.get(mark.visit_id)
            if expected is not None and mark.version >= expected.version:
                del self._expected[mark.visit_id]
        if not self._expected:
            return span
        counts = dict(span.counts)
        visits = []
        for mark in span.visits:
            now = self._expected.get(mark.visit_id, mark)
            visits.append(now)
            if now.visit_on != mark.visit_on:
                counts[mark.visit_on] -= 1
                counts[now.visit_on] = counts.get(now.visit_on, 0) + 1
        visits.sort(key=_in_order)
        return replace(span, visits=tuple(visits), counts=counts)

    def _with_proposal(self, span: CalendarSpan) -> CalendarSpan:
        """The span with what is proposed for it, where the view has hours."""
        proposed = [mark for mark in self._proposed if span.first <= mark.visit_on <= span.last]
        if self.view not in ("week", "day") or not proposed:
            return span
        kept = [mark for mark in span.visits if mark.visit_id not in self._hidden]
        counts = dict(span.counts)
        for mark in span.visits:
            counts[mark.visit_on] -= mark.visit_id in self._hidden
        for mark in proposed:
            counts[mark.visit_on] = counts.get(mark.visit_on, 0) + 1
        return replace(span, visits=tuple(sorted([*kept, *proposed], key=_in_order)), counts=counts)

    def point(self, day: date, visit_id: int | None = None) -> None:
        """Take a day in hand, and a visit on it."""
        day = days.onto_shown(days.within(day), self.weekends) if self.view in ("month", "week") else days.within(day)
        if (day, visit_id) == (self.day, self.visit_id):
            return
        self.day, self.visit_id = day, visit_id
        if not self.shows(day):
            self.turn_wanted.emit(day)
        self.pointed.emit()

    def _in_sight(self, day: date) -> date:
        """A Saturday or Sunday that is not shown gives way to the Friday before, or else to the Monday after."""
        if self.view not in ("month", "week") or self.weekends or day.weekday() < _SATURDAY:
            return day
        friday = days.onto_shown(day, self.weekends)
        return friday if self.shows(friday) else days.next_shown(day, 1, self.weekends)

    def shows(self, day: date) -> bool:
        """Whether the view shows this day at present."""
        if self.view == "month":
            return any(day in week for week in days.month_weeks(self.span.first + 6 * days.DAY, self.weekends))
        return self.span.first <= day <= self.span.last

    def step_day(self, step: int) -> None:
        """So many days on."""
        self.point(days.next_shown(self.day, step, self.weekends or self.view == "day"))

    def step_week(self, step: int) -> None:
        """So many weeks on."""
        self.point(days.within(self.day + days.WEEK * step * days.DAY))

    def step_visit(self, step: int) -> bool:
        """To the next visit of the day, or from the first back to the day itself; False at the end."""
        ids: list[int | None] = [None, *(mark.visit_id for mark in self.marks(self.day))]
        place = ids.index(self.visit_id) if self.visit_id in ids else 0
        if not 0 <= place + step < len(ids):
            return False
        self.point(self.day, ids[place + step])
        return True

    # What is wanted

    def want_move(self, mark: VisitMark, day: date, at: time | None) -> None:
        """Move a visit, if that is somewhere else; it stays in hand."""
        self.carried = None
        if (day, at) == (mark.visit_on, mark.start_time):
            self.pointed.emit()
            return
        self.moved.emit(mark, days.within(day), at)

    def pick_up(self) -> None:
        """Take the planned visit in hand along with the arrows."""
        mark = self.mark
        if mark is not None and mark.status == VisitStatus.PLANNED:
            self.carried = mark
            self.pointed.emit()
        elif mark is not None:
            self.moved.emit(mark, mark.visit_on, mark.start_time)  # the refusal is said in words

    def put_down(self) -> None:
        """The carried visit goes to the day in hand, at its time."""
        carried = self.carried
        if carried is not None:
            self.visit_id = carried.visit_id
            self.want_move(carried, self.day, carried.start_time)

    def let_go(self) -> None:
        """The carried visit stays where it was."""
        carried, self.carried = self.carried, None
        if carried is not None:
            self.point(carried.visit_on, carried.visit_id)
            self.pointed.emit()


def _in_order(mark: VisitMark) -> tuple[date, time, int]:
    return mark.visit_on, mark.start_time or time.min, mark.visit_id
