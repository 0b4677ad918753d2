"""Today: what do I do now? One list, each row with its one action."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.days import read_day, say_month_day, weekday_name
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.today_models import FIRST_NEEDS, TodayList, TodayNeed
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.one_dialog import OneDialog
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.panel import Panel, PlaceHead
from hhcrm.ui.shared.text import is_look_change
from hhcrm.ui.today.board import Board
from hhcrm.ui.today.lines import goals_section, next_workday, planned_left, sections, waiting
from hhcrm.ui.today.row import TodayRow
from hhcrm.ui.today.side import Side

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.queries.referral_models import ReferralFilter
    from hhcrm.ui.shared.ask_bar import AskBar
    from hhcrm.ui.shared.forms.drafts_port import DraftsLike
    from hhcrm.ui.today.acts import Act
    from hhcrm.ui.today.answering import Answering

_NARROW = 760
_SIDE = 286
_GOALS_AFTER_MS = 1_500
"""So long after the first list the goals are asked for: the window stands by then, and its database is open."""

_OF_REFERRALS = ("alert", "hold", "loop")


class TodayPlace(QWidget):
    """Visits today in time order, then what else needs the person. `end_of_day` opens the form of that name."""

    title = QT_TRANSLATE_NOOP("today", "Today")
    question = QT_TRANSLATE_NOOP("today", "What do I do now?")
    icon = "clock"

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        end_of_day: Callable[[], object] | None = None,
        drafts: DraftsLike | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("place_today")
        self.setAccessibleName(translate("today", "Today"))
        self._desk = desk
        self._frame = frame
        self._end_of_day = end_of_day
        self._drafts = drafts
        self._asked = 0
        self._next_workday = desk.today()
        self._shown: tuple[TodayList, int] | None = None
        self._goals: tuple[TodayNeed, ...] = ()
        self._goals_due = QTimer(self)
        self._goals_due.setSingleShot(True)
        self._goals_due.setInterval(_GOALS_AFTER_MS)
        self._goals_due.timeout.connect(self._ask_goals)
        self._asking: AskBar | None = None
        self._answers: Answering | None = None
        self._passed = OneDialog(frame)
        self._put_together()
        self._say_day(desk.today())

    def refresh(self) -> None:
        """Ask again; what is shown stays until the answer is there."""
        self._asked += 1
        mine = self._asked

        # Only these two are kept from one start to the next: anything else here would wait for the database.
        def question(ask: Questions) -> tuple[TodayList, int]:
            return ask.today(FIRST_NEEDS), ask.agency_facts().sources

        def done(answer: tuple[TodayList, int]) -> None:
            if mine == self._asked:
                self._fill(*answer)

        self._desk.read(question, done, owner=self)

    # What is shown

    def _fill(self, today: TodayList, sources: int) -> None:
        self._say_day(today.day)
        self._next_workday = next_workday(today)
        self._shown = (today, sources)
        self._show_sections()
        self.side.show_today(today)
        if self.hasFocus():  # the window gave it before there was a row
            self.board.focus_first()
        left = planned_left(today)
        self.end_button.setVisible(self._end_of_day is not None and left > 0)
        self._frame.badge("today", waiting(today))
        self._goals_due.start()

    def _show_sections(self) -> None:
        """The list, and below it the goals as they were last told."""
        if self._shown is None:
            return
        today, sources = self._shown
        goals = goals_section(self._goals)
        found = (*sections(today), *(() if goals is None else (goals,)))
        self.board.show_sections(found)
        self._say_empty(bool(found), sources, today.done_today)
        if self.board.rows:  # made last, seen before the figures beside them
            QWidget.setTabOrder(self.end_button, self.board.rows[0])
            self.board.order_tabs()

    def _ask_goals(self) -> None:
        """Behind the list and everything that stands at once: of the first window nothing waits for the goals."""
        mine = self._asked
        self._goals_due.setInterval(0)

        def done(found: tuple[TodayNeed, ...]) -> None:
            if mine == self._asked and found != self._goals:
                self._goals = found
                self._show_sections()

        self._desk.read(lambda ask: ask.goals_today(), done, owner=self, follows=True)

    def _say_day(self, day: date) -> None:
        words = translate("today", "{weekday}, {day}").format(
            weekday=weekday_name(day.weekday()), day=say_month_day(day)
        )
        self.head.say(f"{words[0].upper()}{words[1:]}   {translate('today', self.question)}")

    def _say_empty(self, has_rows: bool, sources: int, done: int) -> None:
        if sources == 0:
            self.empty.say(
                translate("today", "Nothing to do yet"),
                translate("today", "Today shows whom to see, once there are sources: add one or import your list."),
            )
        else:
            nobody = translate("today", "Nobody is due and nothing is promised for today.")
            logged = (
                translate("today", "{count} visit logged today.")
                if done == 1
                else translate("today", "{count} visits logged today.")
            )
            self.empty.say(translate("today", "All done"), f"{logged.format(count=done)} {nobody}" if done else nobody)
        self.empty_panel.setVisible(not has_rows)
        self.board.setVisible(has_rows)

    # What the person does

    def _on_acted(self, row: TodayRow) -> None:
        line = row.line
        if line.act in ("log", "passed"):
            self._log(row)
        elif line.act == "open":
            self._on_opened(row)
        elif line.act == "more" and line.need is not None:
            self._show_sources(line.need.kind)
        elif line.act == "all_passed":
            self._answer_all()
        elif line.act in ("look", "show", "goal", "goals_set"):
            self._on_opened(row)
        elif line.need is not None:
            row.set_busy(True)
            self._act(row, line.act, line.need)

    def _act(self, row: TodayRow, act: str, need: TodayNeed) -> None:
        from hhcrm.ui.today import acts  # late: what the buttons do is not needed for showing them

        today = self._desk.today()
        if act == "keep":
            self._carry_out(row, acts.keep(need, today))
        elif act == "seen":
            self._carry_out(row, acts.seen(need))
        elif act == "tell":
            self._desk.read(
                lambda ask: acts.tell(need, ask, today),
                lambda found: self._carry_out(row, found),
                lambda error: self._on_refused(row, error),
                owner=row,
            )
        elif act == "decide":
            self._carry_out(row, acts.make_active(need, today))
        elif act == "plan":
            day = self._next_workday
            self._desk.read(
                acts.usual_kind,
                lambda kind: self._carry_out(row, acts.plan(need, kind, day, today)),
                lambda error: self._on_refused(row, error),
                owner=row,
            )

    def _on_settled(self, row: TodayRow, what: str) -> None:
        """A commitment becomes broken, or due on another day, a visit was moved or missed: asked for in one line."""
        from hhcrm.ui.today import acts  # late: as above

        need, today = row.line.need, self._desk.today()
        if need is None:
            return
        if what in ("moved", "missed"):
            self._answering().begin(row, what)
            return
        ask = self._ask_bar()
        if what == "broken":
            ask.ask(
                translate("today", "Why was the promise to {source} not kept?").format(source=need.source),
                translate("today", "Mark broken"),
                lambda why: self._settle(row, acts.broken(need, today, why)),
                needed=translate("today", "Say why: it is part of what is learned from it."),
            )
        else:
            ask.ask(
                translate("today", "By which day is the promise to {source} due instead?").format(source=need.source),
                translate("today", "Move the day"),
                lambda text: self._settle(row, acts.move(need, read_day(text, today), today)),
                needed=translate("today", "Say a day, such as Friday or 12/4."),
                check=lambda text: acts.wrong_day(text, today),
            )

    def _settle(self, row: TodayRow, act: Act) -> None:
        if shiboken6.isValid(row):
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            row.set_busy(True)
            self._carry_out(row, act)

    def _ask_bar(self) -> AskBar:
        """Made when first something is asked: it stands above the list."""
        from hhcrm.ui.shared.ask_bar import AskBar  # late: as above
        from hhcrm.ui.shared.forms.context import FormContext

        if self._asking is None:
            self._asking = AskBar("today_ask", FormContext(self._desk, self._frame, self._drafts))
            self._column.insertWidget(1, self._asking)
        return self._asking

    def _answering(self) -> Answering:
        from hhcrm.ui.today.answering import Answering  # late: as above

        if self._answers is None:
            self._answers = Answering(self._desk, self._frame, self._ask_bar(), self)
        return self._answers

    def _answer_all(self) -> None:
        from hhcrm.ui.today.passed_dialog import PassedDialog  # late: as above

        if self._passed.standing() is None:
            self._passed.show(PassedDialog(self._desk, self._frame, self._passed.over or self.window()))

    def _carry_out(self, row: TodayRow, act: Act) -> None:
        self._desk.act(
            act.order,
            lambda _changes: self._frame.toast(act.words, undo=True),
            lambda error: self._on_refused(row, error),
            owner=row,
        )

    def _on_refused(self, row: TodayRow, error: Exception) -> None:
        row.set_busy(False)
        self._frame.fault(error)

    def _log(self, row: TodayRow) -> None:
        line = row.line
        visit_id = line.visit.visit_id if line.act == "log" and line.visit is not None else None
        if line.act == "passed" and line.need is not None:
            visit_id = line.need.row_id
        if row.line.source_id:
            self._frame.log_visit(row.line.source_id, visit_id)

    def _on_opened(self, row: TodayRow) -> None:
        need = row.line.need
        if need is not None and need.referral_id:
            self._frame.go("referrals", referral_id=need.referral_id, tab="loop" if need.kind == "loop" else "")
        elif need is not None and need.kind == "goals_set":
            self._frame.go("measure", page="goals", new=True)
        elif need is not None and need.kind.startswith("goal"):
            self._frame.go("measure", page="goals", goal_id=need.row_id)
        elif need is not None and need.kind == "pilot":
            self._frame.go("sources", source_id=need.source_id, kind="pilot", item_id=need.row_id)
        elif need is not None and need.kind == "decide":  # with the reason, and what else could become of it
            self._frame.go("waterfall", decide=need.source_id)
        elif row.line.source_id:
            self._frame.go("sources", source_id=row.line.source_id)
        else:
            self._on_acted(row)

    def _show_sources(self, kind: str) -> None:
        from hhcrm.ui.today import acts  # late: as above

        if kind in _OF_REFERRALS:
            self._desk.read(lambda ask: acts.referrals_behind(kind, ask), self._show_referrals, owner=self)
        else:
            self._frame.go("sources", filter=acts.filter_of(kind))

    def _show_referrals(self, found: ReferralFilter) -> None:
        """Those behind a count; where somebody has done them meanwhile, the count goes."""
        if found.only_ids:
            self._frame.go("referrals", filter=found)
        else:
            self.refresh()

    # Making

    def _put_together(self) -> None:
        self.head = PlaceHead(translate("today", self.title), translate("today", self.question))
        self.end_button = Button(translate("today", "End of day"), icon="list-checks", name="today_end_of_day")
        self.end_button.setToolTip(translate("today", "Log the visits still planned for today, one after another"))
        self.end_button.hide()
        self.end_button.clicked.connect(lambda: self._end_of_day() if self._end_of_day is not None else None)
        self.head.add(self.end_button)
        self.board = Board()
        self.board.hide()
        self.board.acted.connect(self._on_acted)
        self.board.logged.connect(self._log)
        self.board.opened.connect(self._on_opened)
        self.board.settled.connect(self._on_settled)
        self.side = Side()
        self.side.hide()
        self.side.wanted.connect(self._show_sources)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(18), scaled(24), scaled(20))
        column.setSpacing(scaled(16))
        column.addWidget(self.head)
        column.addWidget(self._scrolled(), 1)

    def _scrolled(self) -> QScrollArea:
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(scaled(16))
        self._both.addWidget(self.board, 1)
        self._both.addWidget(self._empty_panel(), 1)
        self._both.addWidget(self.side)
        inside = QWidget()
        inside.setLayout(self._both)
        inside.setAutoFillBackground(False)
        self._area = QScrollArea()
        self._area.setObjectName("today_scroll")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.viewport().setAutoFillBackground(False)
        self._arrange()
        self._quiet_bar()
        return self._area

    def _empty_panel(self) -> Panel:
        go = Button(translate("today", "Go to Sources"), "quiet", name="today_go_sources")
        go.clicked.connect(lambda: self._frame.go("sources"))
        self.empty = EmptyPlace("", "", go)
        self.empty_panel = Panel()
        self.empty_panel.setObjectName("today_empty")
        self.empty_panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.empty_panel.body.addWidget(self.empty)
        self.empty_panel.hide()
        return self.empty_panel

    def _arrange(self) -> None:
        """The figures beside the list, or below it where there is little room."""
        narrow = self.width() < scaled(_NARROW)
        side = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._both.direction() != side:
            self._both.setDirection(side)
        self.side.setMinimumWidth(0 if narrow else scaled(_SIDE))
        self.side.setMaximumWidth(16_777_215 if narrow else scaled(_SIDE))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here can use the arrows and Enter at once."""
        super().focusInEvent(event)
        self.board.focus_first()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_both"):
            self._arrange()
            self._quiet_bar()

    def _quiet_bar(self) -> None:
        """The scroll bar stands on the page here, not on a white panel."""
        bar = self._area.verticalScrollBar()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(Colors.of(self).page))
        if bar.palette().color(QPalette.ColorRole.Base) != palette.color(QPalette.ColorRole.Base):
            bar.setPalette(palette)
