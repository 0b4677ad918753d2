"""Plan my week: asks for a proposal, lets the person work on it, and puts it into the calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_month_day
from hhcrm.domain.errors import Conflict, KnownFault, RuleBroken
from hhcrm.domain.slots import minute_of
from hhcrm.domain.week_plan import Pin
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.ui.calendar import days
from hhcrm.ui.calendar.bar import Legend
from hhcrm.ui.calendar.lines import visits_words
from hhcrm.ui.calendar.plan_draft import KIND, draft_content, draft_key, draft_of, taken_up
from hhcrm.ui.calendar.plan_panel import PlanPanel
from hhcrm.ui.calendar.plan_rows import PlanRow
from hhcrm.ui.calendar.plan_search import Found, PlanSearch
from hhcrm.ui.calendar.proposal import Proposal
from hhcrm.ui.calendar.state import BoardState
from hhcrm.ui.calendar.tray import TrayPanel
from hhcrm.ui.shared.draft_offer import DraftOffer
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.drafting import DraftKeeper
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors

_WEEK = timedelta(days=7)
_FRIDAY = 4


_DRAFTS = {KIND: QT_TRANSLATE_NOOP("calendar", "A proposal was left that was not accepted ({name}), {when}.")}


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the days: the panel of the plan, or the tray in its place; and the legend."""

    panel: PlanPanel
    tray: TrayPanel
    legend: Legend

    def show_plan(self, shown: bool) -> None:
        """The panel, or the tray."""
        self.tray.setHidden(shown)
        self.panel.setVisible(shown)
        self.legend.show_proposed(shown)


class _Kept:
    """What is kept on disk of one week: also what was shown last before the panel was put away."""

    def __init__(self) -> None:
        self.proposal: Proposal | None = None

    def content(self) -> dict[str, object] | None:
        """As the draft has it."""
        return dict(draft_content(self.proposal)) if self.proposal is not None else None


class Planning(QObject):
    """Holds the proposal in hand. `over` is the place that menus and dialogs stand over."""

    opened = Signal(object)
    """The panel is wanted, for the week of this Monday."""

    closed = Signal()
    """The panel is no longer wanted."""

    accepted = Signal()

    def __init__(
        self,
        context: FormContext,
        state: BoardState,
        beside: Beside,
        liaison_id: Callable[[], int | None],
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._context, self._desk, self._frame = context, context.desk, context.frame
        self._state, self._beside, self._panel, self._over = state, beside, beside.panel, over
        self._liaison_id = liaison_id
        self._search = PlanSearch(self._desk, self)
        self._who: int | None = None
        self._monday = days.monday_of(self._desk.today())
        self.proposal: Proposal | None = None
        self._kept = _Kept()
        self._keeper: DraftKeeper | None = None
        self.drafts = DraftOffer(context, _DRAFTS, "calendar", "calendar_drafts", prefix="calendar_drafts")
        beside.show_plan(False)
        self._connect()
        self.drafts.look()

    @property
    def active(self) -> bool:
        """Whether the panel shows a week that is being planned."""
        return self._who is not None

    # Beginning and ending

    def begin(self, day: date | None = None) -> None:
        """Plan the week of a day for the liaison of the filter; without a day the one in hand, this or the next."""
        wanted = self._monday_for(day if day is not None else self._state.day)
        liaison_id = self._liaison_id()
        if liaison_id is not None:
            self._open(liaison_id, wanted)
            return

        def found(people: Sequence[tuple[int, str]]) -> None:
            if len(people) == 1:
                self._open(people[0][0], wanted)
            elif people:
                self._frame.toast(translate("calendar", "A week is planned for one person: choose the liaison above."))
            else:
                self._frame.toast(translate("calendar", "There is nobody with sources whose week could be planned."))

        self._desk.read(lambda q: q.plan_liaisons(), found, owner=self)

    def leave(self) -> None:
        """Put the panel away; a proposal stays on disk and is offered again."""
        if not self.active:
            return
        self._search.leave()
        if self._keeper is not None:
            self._keeper.keep()
        self._put_away()

    def discard(self) -> None:
        """Throw the proposal away; the toast brings it back."""
        proposal, self.proposal = self.proposal, None
        self._search.leave()
        if self._keeper is not None:
            self._keeper.drop()
        self._put_away()
        if proposal is not None:
            back = partial(self._bring_back, proposal)
            words = translate("calendar", "The proposal is discarded. The calendar is as it was.")
            self._frame.toast(words, action=(translate("calendar", "Bring it back"), back))

    def take_up(self, draft: DraftLike) -> None:
        """Go on with a proposal that was left."""
        found = draft_of(draft.content)
        if found is None:
            return
        self.drafts.forget(draft.kind, draft.key)
        drafts = self._context.drafts
        newest = drafts.get(draft.kind, draft.key) if drafts is not None else None  # what is offered may be older
        content = (newest or draft).content
        liaison_id, monday = found
        if monday + _WEEK <= self._desk.today():
            words = translate("calendar", "The week of that proposal is over.")
            self._frame.toast(words)
            if drafts is not None:
                drafts.drop(draft.kind, draft.key)
            return
        self._open(liaison_id, monday, search=False)
        self._panel.set_working(True)
        self._panel.work.begin(translate("calendar", "Looking at the week as it is now"), can_stop=False)

        def asked(proposal: Proposal) -> None:
            self._panel.set_working(False)
            self._show(proposal)

        self._desk.read(
            lambda q: taken_up(content, q.week_question(liaison_id, monday)), asked, self._on_failed, owner=self
        )

    def _bring_back(self, proposal: Proposal) -> None:
        self._open(proposal.question.liaison_id, proposal.question.monday, search=False)
        self._show(proposal)
        self._keep()

    def _open(self, liaison_id: int, monday: date, *, search: bool = True) -> None:
        if self.active and (liaison_id, monday) != (self._who, self._monday):
            self.leave()
        fresh = not self.active
        self._who, self._monday = liaison_id, monday
        key = draft_key(liaison_id, monday)
        self._kept = _Kept()
        self._keeper = DraftKeeper(self._desk, self._context.drafts, KIND, key, self._kept.content, self)
        self._panel.show_week(monday, self._desk.today())
        if fresh:
            self.proposal = None
            self._panel.say_fault("")
            self._panel.show_nothing()
        self._beside.show_plan(True)
        self.opened.emit(monday)
        if search:
            self.solve()

    def _put_away(self) -> None:
        self.proposal = self._who = self._keeper = None
        self._panel.set_working(False)
        self._state.propose(())
        self._beside.show_plan(False)
        self.closed.emit()
        self.drafts.look()

    def _monday_for(self, day: date) -> date:
        """The week of a day, if it is this or the next; this one where it has working days left."""
        today = self._desk.today()
        this = days.monday_of(today)
        if days.monday_of(day) == this + _WEEK or (days.monday_of(day) != this and today.weekday() > _FRIDAY):
            return this + _WEEK
        return this + _WEEK if today.weekday() > _FRIDAY else this

    # Solving

    def solve(self) -> None:
        """Look for a plan that keeps what the person wants."""
        if self._who is None:
            return
        pins, dropped = (self.proposal.pins, self.proposal.dropped) if self.proposal else ((), frozenset[int]())
        self._panel.say_fault("")
        self._panel.set_working(True)
        self._panel.work.begin(translate("calendar", "Looking who could be seen"))
        found = partial(self._on_found, pins, dropped, False)
        self._search.start(self._who, max(self._monday, self._desk.today()), pins, dropped, found, self._on_failed)

    def _on_first(self, found: Found) -> None:
        pins, dropped = (self.proposal.pins, self.proposal.dropped) if self.proposal else ((), frozenset[int]())
        self._on_found(pins, dropped, True, found)

    def _on_found(self, pins: tuple[Pin, ...], dropped: frozenset[int], first: bool, found: Found) -> None:
        plan = replace(found.plan, done=True) if first else found.plan
        self._panel.set_working(first)
        self._show(Proposal(found.question, plan, pins, dropped))
        self._panel.set_working(first)
        self._keep()

    def _on_failed(self, error: Exception) -> None:
        """Why there is no plan stands in the panel; the calendar is as it was."""
        self._panel.set_working(False)
        if isinstance(error, KnownFault):
            self._panel.say_fault(str(error))
        else:
            self._frame.fault(error)

    def _on_week(self, which: str) -> None:
        this = days.monday_of(self._desk.today())
        monday = this if which == "this" else this + _WEEK
        if self._who is not None and monday != self._monday:
            self._open(self._who, monday)

    # Working on it

    def act(self, name: str, row: PlanRow) -> None:
        """Do with a row of the list what a key or button calls by this name."""
        if row.source_id is None:
            return
        if name == "show" and row.day is not None and not row.fixed:
            self._state.point(row.day, -row.source_id)
        else:
            self._act_on(name, row.source_id, proposed=row.kind == "stop" and not row.fixed)

    def act_on_mark(self, name: str, mark: VisitMark) -> None:
        """Do with a proposed visit among the days what a key or the menu calls by this name."""
        names = {"archive": "drop", "edit": "replace"}
        self._act_on(names.get(name, name), mark.source_id, proposed=True)

    def move(self, mark: VisitMark, day: date, at: time | None) -> None:
        """A proposed visit was put elsewhere: it is pinned there."""
        starts = minute_of(at if at is not None else mark.start_time or time(8))
        self._change(lambda proposal: proposal.move(mark.source_id, day, starts))
        self._state.point(day, mark.visit_id)

    def open_menu(self, mark: VisitMark, where: QPoint) -> None:
        """What can be done with a proposed visit."""
        menu = QMenu(self._over)
        menu.setObjectName("calendar_proposed_menu")
        menu.setAccessibleName(mark.source)
        pin = translate("calendar", "Un&pin") if mark.pinned else translate("calendar", "&Pin it here")
        for name, icon, words, key in (
            ("pin", "map-pin", pin, "P"),
            ("drop", "x", translate("calendar", "&Drop"), "Del"),
            ("replace", "repeat", translate("calendar", "&Replace…"), "R"),
            ("source", "building-2", translate("calendar", "&Open the source"), "O"),
        ):
            action = menu.addAction(words, partial(self.act_on_mark, name, mark))
            action.setObjectName(f"calendar_proposed_{name}")
            action.setIcon(app_icons().icon(icon, Colors.of(menu).muted))
            action.setShortcut(key)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _act_on(self, name: str, source_id: int, *, proposed: bool) -> None:
        if name == "source":
            self._frame.go("sources", source_id=source_id)
        elif name == "pin":
            self._change(lambda each: each.unpin(source_id) if each.pinned(source_id) else each.pin(source_id))
        elif name == "drop" and proposed:
            self._change(lambda proposal: proposal.drop(source_id))
        elif name == "replace" and proposed:
            self._ask_whom_else(source_id)

    def _ask_whom_else(self, source_id: int) -> None:
        from hhcrm.ui.calendar.plan_swap import SwapDialog, choices_for  # late: seldom seen

        proposal = self.proposal
        stop = proposal.stop(source_id) if proposal is not None else None
        if proposal is None or stop is None:
            return
        name = proposal.question.name_of(source_id)
        dialog = SwapDialog(name, stop, choices_for(proposal, stop), self._over.window())
        dialog.chosen.connect(lambda other: self._change(lambda each: each.swap(source_id, other)))
        dialog.show()

    def _change(self, change: Callable[[Proposal], Proposal]) -> None:
        """What is changed by hand stands at once; a search under way is over with the plan it has shown."""
        if self.proposal is None:
            return
        if self._search.running:
            self._search.leave()
            self._panel.set_working(False)
        self._show(change(self.proposal))
        self._keep()

    def _show(self, proposal: Proposal) -> None:
        self.proposal = self._kept.proposal = proposal
        self._panel.say_fault("")
        self._panel.show_proposal(proposal)
        self._state.propose(proposal.marks(), proposal.hidden())

    def _keep(self) -> None:
        if self._keeper is not None:
            self._keeper.touch()

    # Accepting

    def accept(self) -> None:
        """Put it into the calendar, as one step."""
        proposal = self.proposal
        if proposal is None or self._search.running or not proposal.stops:
            return
        command = proposal.command()
        self._panel.accept.setEnabled(False)
        self._desk.act(
            lambda actions: actions.accept_week(command),
            partial(self._on_accepted, len(command.visits)),
            self._on_refused,
            owner=self,
        )

    def _on_accepted(self, count: int, _changes: ChangeSet) -> None:
        words = translate("calendar", "Plan week of {day}: {visits}")
        said = words.format(day=say_month_day(self._monday), visits=visits_words(count))
        if self._keeper is not None:
            self._keeper.drop()
        self._put_away()
        self.accepted.emit()
        self._frame.toast(said, undo=True)

    def _on_refused(self, error: Exception) -> None:
        """What changed meanwhile is named; solving again plans with it."""
        self._panel.accept.setEnabled(True)
        if isinstance(error, Conflict | RuleBroken):
            self._panel.say_fault(str(error))
            self._panel.again.setFocus()
        else:
            self._frame.fault(error)

    def _connect(self) -> None:
        panel = self._panel
        self.drafts.taken.connect(self.take_up)
        panel.acted.connect(self.act)
        panel.week_wanted.connect(self._on_week)
        panel.solve_wanted.connect(self.solve)
        panel.accept_wanted.connect(self.accept)
        panel.discard_wanted.connect(self.discard)
        panel.stop_wanted.connect(self._search.stop)
        self._search.first.connect(self._on_first)
        self._search.reported.connect(panel.say_progress)
