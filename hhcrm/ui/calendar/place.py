"""Calendar: when do I see whom? Month, week, day and list, beside the tray of who is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.queries.calendar_models import (
    CalendarFilter,
    CalendarSpan,
    DueTray,
    WeekLoad,
)
from hhcrm.queries.read_models import Choices, VisitLine
from hhcrm.ui.calendar import days, lines
from hhcrm.ui.calendar.acting import Acting
from hhcrm.ui.calendar.bar import FilterRow, Legend, LoadLine, PagesBar
from hhcrm.ui.calendar.days import VIEWS, View
from hhcrm.ui.calendar.kit import CalendarKit
from hhcrm.ui.calendar.list_view import VisitRows, VisitTable
from hhcrm.ui.calendar.month_view import MonthView
from hhcrm.ui.calendar.more_menu import day_menu, more_menu
from hhcrm.ui.calendar.plan_panel import PlanPanel
from hhcrm.ui.calendar.planning import Beside, Planning
from hhcrm.ui.calendar.state import BoardState
from hhcrm.ui.calendar.time_grid import TimeGrid
from hhcrm.ui.calendar.tray import TrayPanel
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.in_sight import bring_into_sight
from hhcrm.ui.shared.panel import Panel, PlaceHead
from hhcrm.ui.shared.steady import Steady
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.ui.calendar.paper import Paper
    from hhcrm.ui.calendar.route_paper import RoutePaper

MOST_A_DAY = 60
"""Visits of one day that a month or week keeps; the day itself has all."""

MOST_OF_THE_DAY = 2_000
IN_THE_TRAY = 40

_VIEW_KEY, _WEEKENDS_KEY = "calendar.view", "calendar.weekends"
_NARROW = 760
_SHORT = 1000
_WEEKEND = 2
_TRAY, _PLAN = 236, 320


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the views show, read at one go."""

    choices: Choices
    whose: int | None
    span: CalendarSpan


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside the days; on a large agency it takes as long again, and the days do not wait for it."""

    tray: DueTray
    load: WeekLoad


class CalendarPlace(QWidget):
    """Holds what is asked, and carries out what the views want."""

    def __init__(self, desk: Desk, frame: Frame, kit: CalendarKit | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._frame = frame
        self._kit = kit or CalendarKit()
        self._context = FormContext(desk, frame, self._kit.drafts)
        self._asked = 0
        self._choices: Choices | None = None
        self._scope_known = False
        self._weekends = str(self._kit.memory.get(_WEEKENDS_KEY, "needed"))
        self.setAccessibleName(translate("calendar", "Calendar"))
        self.state = BoardState(desk.today(), self)
        self.state.view = _kept_view(self._kit.memory.get(_VIEW_KEY, "month"))
        self.anchor = desk.today()
        self._put_together()
        whose = self.filters.liaison_id
        self._acting = Acting(self._context, self.state, whose, self.planning, self)
        self._connect()
        self._show_view()

    # What the frame asks for

    def refresh(self) -> None:
        """Ask again; what is shown stays until the answer is there."""
        self._note_the_day()
        self._ask()
        if self.state.view == "list":
            self._ask_list()

    def show_where(
        self,
        day: date | None = None,
        visit_id: int | None = None,
        plan_source: int | None = None,
        *,
        new: bool = False,
        time_off: bool = False,
        plan_week: bool = False,
        draft: DraftLike | None = None,
    ) -> None:
        """Go to a day, to a visit; plan a visit to a source, or `new` one (a half-typed one is offered); time off.

        `plan_week` plans the week of the day; `draft` is a proposal to go on with.
        """
        if day is not None:
            self.anchor = days.within(day)
            self.state.point(self.anchor)
            self._ask()
        if visit_id is not None:
            self._desk.read(lambda q: q.visit(visit_id), self._on_visit_found, owner=self)
        if plan_source is not None:
            self._acting.plan_by_id(plan_source, self.state.day)
        if new:
            self._acting.plan_new(self.state.day, None)
        if time_off:
            self.open_time_off()
        if plan_week:
            self.planning.begin(day)
        if draft is not None:
            self.planning.take_up(draft)

    @property
    def kit(self) -> CalendarKit:
        """What the place was given."""
        return self._kit

    def source_in_sight(self) -> int | None:
        """The source of the visit in hand: Ctrl+L logs a visit there."""
        mark = self.state.mark
        return mark.source_id if mark is not None else None

    # Asking

    def _ask(self) -> None:
        self._asked += 1
        mine, state, known = self._asked, self.state, self._choices
        first, last = days.span_of(state.view, self.anchor)
        asked, scope_known = self.filters.asked(), self._scope_known
        most = MOST_OF_THE_DAY if state.view == "day" else MOST_A_DAY
        monday = self._week_in_sight()

        def question(ask: Questions) -> _Answer:
            whose = asked.liaison_id if scope_known else ask.calendar_scope()
            wanted = CalendarFilter(whose, asked.type_id, asked.territory_id)
            return _Answer(
                ask.choices() if known is None else known,
                whose,
                ask.calendar_span(wanted, first, last, most),
            )

        def done(answer: _Answer) -> None:
            if mine == self._asked:
                self._fill(answer)
                self._ask_beside(mine, CalendarFilter(answer.whose, asked.type_id, asked.territory_id), last, monday)

        self._desk.read(question, done, owner=self)

    def _ask_beside(self, mine: int, wanted: CalendarFilter, last: date, monday: date) -> None:
        def done(beside: _Beside) -> None:
            if mine == self._asked:
                self.tray.show_tray(beside.tray)
                self.list.show_plannable(beside.tray.any)
                self.load.show_parts(lines.load_parts(beside.load, self._desk.today()))

        self._desk.read(
            lambda q: _Beside(q.due_tray(wanted, last, IN_THE_TRAY), q.week_load(wanted, monday)), done, owner=self
        )

    def _ask_list(self) -> None:
        first, last = days.span_of("list", self.anchor)
        self._rows.ask(self.filters.asked(), first, last)

    def _week_in_sight(self) -> date:
        """The week that the line about what fits speaks of: this one where it is shown, else the first shown."""
        first, last = days.span_of(self.state.view, self.anchor)
        today = self._desk.today()
        return days.monday_of(today if first <= today <= last else max(first, self.anchor.replace(day=1)))

    def _fill(self, answer: _Answer) -> None:
        if self._choices is None:
            self._choices = answer.choices
            self.filters.show_choices(answer.choices)
        if not self._scope_known:
            self._scope_known = True
            self.filters.set_liaison(answer.whose)
        self.state.everybody = answer.whose is None
        self.state.weekends = self._shows_weekends(answer.span)
        self._say_title()
        self.state.fill(answer.span)
        self._say_unfilled(answer.span)
        if self.hasFocus():
            self._focus_view()

    def _say_title(self) -> None:
        self.head.title.setText(days.title(self.state.view, self.anchor))

    def _say_unfilled(self, span: CalendarSpan) -> None:
        words = translate("calendar", "No holidays are known for {years}: they can be filled in under Settings.")
        self.note.setText(words.format(years=", ".join(map(str, span.unfilled))) if span.unfilled else "")
        self.note.setVisible(bool(span.unfilled))

    def _shows_weekends(self, span: CalendarSpan) -> bool:
        wish = self._weekends
        busy = any(day.weekday() > 4 and span.first <= day <= span.last for day in span.counts)
        return wish == "always" or (wish == "needed" and busy)

    def _say_carrying(self) -> None:
        carried = self.state.carried
        words = translate("calendar", "Carrying {source}: arrows choose the day, Enter puts it down, Esc lets it go.")
        self.carrying.setText(words.format(source=carried.source) if carried is not None else "")
        self.legend.setVisible(carried is None)

    def _note_the_day(self) -> None:
        """Past midnight today is another day; who looked at today goes on looking at it."""
        today, before = self._desk.today(), self.state.today
        if today == before:
            return
        self.state.today = today
        # On a weekend that is not shown the day in hand is the one that stands in for it.
        if abs((self.state.day - before).days) <= _WEEKEND and self._was_today(before):
            self.anchor = today if self.anchor == before else self.anchor
            self.state.day = today
            self.state.visit_id = None

    def _was_today(self, before: date) -> bool:
        """Whether the day in hand stands for what was today."""
        hidden = before.weekday() > 4 and not self.state.weekends and self.state.view in ("month", "week")
        return hidden or self.state.day == before

    # Turning pages

    def _turn(self, step: int) -> None:
        self.anchor = days.turned(self.state.view, self.anchor, step)
        self.state.day, self.state.visit_id = self.anchor, None
        self._say_title()
        self.refresh()

    def _go_today(self) -> None:
        self.anchor = self._desk.today()
        self.state.day, self.state.visit_id = self.anchor, None
        self._say_title()
        self.refresh()

    def _on_turn_wanted(self, day: date) -> None:
        self.anchor = day
        self._say_title()
        self.refresh()

    def set_view(self, view: View) -> None:
        """Show month, week, day or list, around the day in hand."""
        if view == self.state.view:
            return
        self.state.view = view
        self.anchor = self.state.day
        self._keep(_VIEW_KEY, view)
        self._show_view()
        self.refresh()
        self._focus_view()

    def _show_view(self) -> None:
        shown = {"month": self.month, "list": self.list}.get(self.state.view, self.grid)
        self.pages.show_view(self.state.view)
        self._stack.setCurrentWidget(shown)
        self._say_title()

    def _focus_view(self) -> None:
        current = self._stack.currentWidget()
        if current is not None:
            current.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_weekends(self, wish: str) -> None:
        """Show Saturdays and Sundays always, never, or where something is on them ("needed")."""
        self._weekends = wish
        self._keep(_WEEKENDS_KEY, wish)
        self.refresh()

    def _keep(self, key: str, value: str) -> None:
        """A choice holds also when it cannot be kept for the next start."""
        try:
            self._kit.memory.set(key, value)
        except KnownFault as fault:
            self._frame.fault(fault)

    def _on_keyed(self, word: str) -> None:
        if word == "today":
            self._go_today()
        elif word == "plan":
            self.planning.begin()
        elif word in ("back", "on"):
            self._turn(-1 if word == "back" else 1)
        else:
            self.set_view(_kept_view(word))

    def _on_capacity_wanted(self) -> None:
        self._frame.go("waterfall", capacity=True, liaison_id=self.filters.asked().liaison_id)

    def _on_day_wanted(self, day: date) -> None:
        self.state.day, self.state.visit_id = day, None
        self.set_view("day")

    # Planning a week

    def _on_plan_opened(self, monday: date) -> None:
        """The panel stands beside the week it is about."""
        self.anchor = max(monday, self._desk.today())
        self.state.day, self.state.visit_id = self.anchor, None
        if self.state.view == "week":
            self._say_title()
            self.refresh()
        else:
            self.set_view("week")
        self.plan.list.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self.plan)

    # Going to a visit, and more

    def _on_visit_found(self, line: VisitLine) -> None:
        self.anchor = days.within(line.visit_on)
        self.state.day, self.state.visit_id = self.anchor, line.visit_id
        self._ask()
        self._focus_view()

    def _open_more(self) -> None:
        menu = more_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.pages.more.mapToGlobal(QPoint(0, self.pages.more.height() + 2)))

    def _open_route(self) -> None:
        menu = self._route().menu(self.state.day, self.filters.asked().liaison_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.pages.route.mapToGlobal(QPoint(0, self.pages.route.height() + 2)))

    def _open_day_menu(self, day: date, where: QPoint) -> None:
        self.state.point(day)
        menu = day_menu(self, day, lambda: self._acting.plan_new(day, None))
        self._route().fill(menu, day, self.filters.asked().liaison_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    # Paper, time off, keys

    def print_it(self, *, week: bool) -> None:
        """Print the week or the day in hand."""
        self._paper().print_it(self.filters.asked(), self.state.day, week=week)

    def save_pdf(self, *, week: bool) -> None:
        """Save the week or the day in hand as a PDF."""
        self._paper().save_pdf(self.filters.asked(), self.state.day, week=week)

    def open_time_off(self) -> None:
        """Who is away when: add, change, remove."""
        from hhcrm.ui.calendar.time_off_dialog import TimeOffDialog  # late: seldom seen

        liaison_id = self.filters.asked().liaison_id
        self._desk.read(
            lambda q: q.choices(),
            lambda choices: TimeOffDialog(self._context, choices, liaison_id, self.state.day, self.window()).show(),
            owner=self,
        )

    def show_keys(self) -> None:
        """What can be done by keys here."""
        from hhcrm.ui.calendar.keys_dialog import KeysDialog  # late: seldom seen

        KeysDialog(self.window()).show()

    def _paper(self) -> Paper:
        from hhcrm.ui.calendar.paper import Paper  # late: printing is not needed for seeing

        return Paper(self._desk, self._frame, self)

    def _route(self) -> RoutePaper:
        from hhcrm.ui.calendar.route_paper import RoutePaper  # late: as above

        return RoutePaper(self._desk, self._frame, self, self._kit.export_day)

    @property
    def weekends_wish(self) -> str:
        """always, never or needed."""
        return self._weekends

    # Making

    def _put_together(self) -> None:
        self.head = PlaceHead(days.title(self.state.view, self.anchor), translate("calendar", "When do I see whom?"))
        self.pages = PagesBar()
        self.filters = FilterRow()
        self.load = LoadLine()
        self.legend = Legend()
        self.carrying = Text("", "small", "accent")
        self.carrying.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note = Text("", "small", "due", wrap=True)
        self.note.hide()
        self.month = MonthView(self.state)
        self.grid = TimeGrid(self.state, self._clock)
        self._rows = VisitRows(self._desk, self)
        self.list = VisitTable(self.state, self._rows)
        self._stack = QStackedWidget()
        for view in (self.month, self.grid, self.list):
            self._stack.addWidget(view)
        self.tray, self.plan = TrayPanel(), PlanPanel()
        beside = Beside(self.plan, self.tray, self.legend)
        self.planning = Planning(self._context, self.state, beside, self.filters.liaison_id, self)
        self.head.add(self.pages.views)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setContentsMargins(0, 0, 0, 0)
        self._first.setSpacing(scaled(8))
        self._first.addWidget(self.head, 1)
        self._first.addWidget(self.pages)
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setContentsMargins(0, 0, 0, 0)
        self._second.setSpacing(scaled(16))
        self._second.addWidget(Steady(self.load, gap=0), 1)
        self._second.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(18), scaled(24), scaled(16))
        column.setSpacing(scaled(12))
        column.addLayout(self._first)
        column.addLayout(self._second)
        column.addWidget(self.note)
        column.addWidget(self.planning.drafts)
        column.addLayout(self._make_middle(), 1)

    def _make_middle(self) -> QBoxLayout:
        panel = Panel(margin=0, spacing=0)
        panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        panel.body.addWidget(self._stack)
        left = QVBoxLayout()
        left.setSpacing(scaled(6))
        left.addWidget(panel, 1)
        foot = QHBoxLayout()
        foot.setSpacing(scaled(16))
        foot.addWidget(self.legend)
        foot.addWidget(self.carrying, 1)
        left.addLayout(foot)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(scaled(16))
        self._both.addLayout(left, 1)
        self._both.addWidget(self.tray)
        self._both.addWidget(self.plan)
        return self._both

    def _connect(self) -> None:
        state, acting = self.state, self._acting
        acting.refused.connect(self.refresh)
        acting.planned.connect(self._focus_view)
        self.load.capacity_wanted.connect(self._on_capacity_wanted)
        state.turn_wanted.connect(self._on_turn_wanted)
        state.pointed.connect(self._say_carrying)
        state.new_wanted.connect(acting.plan_new)
        state.opened.connect(acting.open_menu)
        state.moved.connect(acting.move)
        state.stretched.connect(acting.stretch)
        state.dropped.connect(acting.drop)
        state.acted.connect(acting.act)
        state.day_wanted.connect(self._on_day_wanted)
        state.day_menu_wanted.connect(self._open_day_menu)
        state.keyed.connect(self._on_keyed)
        self.pages.turned.connect(self._turn)
        self.pages.today_wanted.connect(self._go_today)
        self.pages.view_wanted.connect(self._on_keyed)
        self.pages.more_wanted.connect(self._open_more)
        self.pages.route_wanted.connect(self._open_route)
        self.pages.new_wanted.connect(lambda: acting.plan_new(state.day, None))
        self.filters.changed.connect(self._on_filter)
        self.tray.list.planned.connect(acting.plan_due)
        self.tray.list.asked.connect(lambda line: acting.plan_new(state.day, None, (line.source_id, line.name)))
        self.tray.list.source_wanted.connect(lambda line: self._frame.go("sources", source_id=line.source_id))
        self.tray.plan.clicked.connect(lambda: self.planning.begin())
        self.planning.opened.connect(self._on_plan_opened)
        self.planning.closed.connect(self._focus_view)
        minute = QTimer(self)
        minute.setInterval(60_000)
        minute.timeout.connect(self.grid.body.update)
        minute.start()

    def _on_filter(self) -> None:
        if self._scope_known:
            self.planning.leave()
            self.refresh()

    def _clock(self) -> time:
        return self._desk.now().astimezone(self._desk.zone()).time()

    def _arrange(self) -> None:
        """The tray beside the days, or below them where there is little room."""
        narrow = self.width() < scaled(_NARROW)
        self.pages.shorten(self.width() < scaled(_SHORT))
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._both.direction() != way:
            for row in (self._first, self._second, self._both):
                row.setDirection(way)
            self.head.beside.setVisible(not narrow)
        for panel, width in ((self.tray, _TRAY), (self.plan, _PLAN)):
            panel.setMinimumWidth(0 if narrow else scaled(width))
            panel.setMaximumWidth(16_777_215 if narrow else scaled(width))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_view()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _kept_view(word: object) -> View:
    return next((view for view in VIEWS if view == word), "month")
