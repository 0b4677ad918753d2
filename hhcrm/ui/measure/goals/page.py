"""Goals: are we where we should be? Those that run, those to come, and those of the period chosen that are over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhcrm.charts.chart import Chart
from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.queries.goal_models import GoalDetail, GoalFilter, GoalProposal, GoalsFound, GoalStanding
from hhcrm.queries.goal_words import period_words
from hhcrm.services.commands import Archive
from hhcrm.services.goal_commands import EditGoal, SetGoal
from hhcrm.ui.measure.choosing import Choice
from hhcrm.ui.measure.goals import blanks
from hhcrm.ui.measure.goals.pane import GoalPane
from hhcrm.ui.measure.goals.row import GoalRow, title_words
from hhcrm.ui.measure.one_form import OneForm
from hhcrm.ui.measure.pages import MeasurePage, PageKit
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import act_button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.history_dialog import show_history
from hhcrm.ui.shared.in_sight import bring_into_sight
from hhcrm.ui.shared.one_dialog import OneDialog
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

DRAFT_KIND, NEW = "goal", "new"
MOST_OVER = 24
"""Goals that are over which the list shows; each goal's own history has the rest."""


class GoalsPage(MeasurePage):
    """A list of goals over their form, or one goal opened in the place of the list."""

    heeds = frozenset({Choice.PERIOD, Choice.LIAISON})

    def __init__(self, kit: PageKit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "goals", translate("measure", "Goals"), parent)
        self._context = FormContext(kit.desk, kit.frame, kit.drafts)
        self._dialogs = OneDialog(kit.frame, self.window())
        self._choices: blanks.GoalChoices | None = None
        self._running: tuple[GoalStanding, ...] = ()
        self._over: tuple[GoalStanding, ...] = ()
        self._listed: tuple[tuple[GoalStanding, ...], tuple[GoalStanding, ...]] | None = None
        self._opened: int | None = None
        self._focus: int | None = None
        self.rows: list[GoalRow] = []
        self.add_button = Button(translate("goals", "Set a goal"), icon="plus", size="small", name="measure_goals_add")
        self.add_button.clicked.connect(self.add)
        self.new_button = Button("", size="small", name="measure_goals_new")
        self.new_button.clicked.connect(self.set_new_period)
        self.new_button.hide()
        self.list = QWidget()
        self.pane = GoalPane(kit, self._acts)
        self.pane.left.connect(self.close_goal)
        self.pane.hide()
        self._put_together()

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return self._one.form

    # What the place asks

    @override
    def ask(self) -> None:
        self.begin()
        today, asked = self.kit.desk.today(), self.kit.choosing.asked()
        whose = asked.liaison_id
        running = GoalFilter(from_on=today, user_id=whose)
        over = GoalFilter(asked.from_on, min(asked.until_on, today), user_id=whose)
        if self._listed is None:  # how they stand comes first; a list that is there keeps its forecasts meanwhile
            self.read(lambda ask: ask.goals_found(running, ahead=False), self._show_running)
        self.read(lambda ask: ask.goals_found(running), self._show_running, follows=True)
        self.read(lambda ask: ask.goals_over(over, MOST_OVER), self._show_over, follows=True)
        if self._opened is not None:
            self._ask_goal(self._opened)

    @override
    def charts(self) -> list[Chart]:
        return self.pane.charts

    @override
    def show_where(self, **where: object) -> None:
        """Open the goal `goal_id`, or with `new` the goals of a period that has begun."""
        goal_id = where.get("goal_id")
        if isinstance(goal_id, int):
            self.open_goal(goal_id)
        elif where.get("new"):
            self.set_new_period()
        elif where.get("draft"):
            self.go_on(str(where["draft"]))

    # Showing

    def _show_running(self, found: GoalsFound) -> None:
        self._running = found.standings
        words = (
            translate("goals", "Set {count} goal of the new period…")
            if found.to_set == 1
            else translate("goals", "Set {count} goals of the new period…")
        )
        self.new_button.setText(words.format(count=found.to_set))
        self.new_button.setVisible(found.to_set > 0)
        self._show_rows()

    def _show_over(self, found: tuple[GoalStanding, ...]) -> None:
        self._over = found
        self._show_rows()

    def _show_rows(self) -> None:
        """Rows are made anew only where something else is to be said; the keyboard stays where it was.

        Where its row is gone, it goes to the one that came into its place.
        """
        if (self._running, self._over) == self._listed:
            return
        self._listed = (self._running, self._over)
        at = self.window().focusWidget()  # also while a dialog stands over the window
        held = next(
            (n for n, row in enumerate(self.rows) if at is not None and (row is at or row.isAncestorOf(at))), None
        )
        focused = self._focus if held is None else self.rows[held].goal_id
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        begun = [one for one in self._running if one.has_begun]
        coming = [one for one in self._running if not one.has_begun]
        for panel, goals in ((self.running, begun), (self.coming, coming), (self.over, self._over)):
            panel.setVisible(bool(goals))
            for standing in goals:
                row = GoalRow(standing, self._acts(standing, f"measure_goals_{standing.goal.goal_id}"))
                row.opened.connect(self.open_goal)
                row.moved.connect(self._on_moved)
                panel.body.addWidget(row)
                row.show()  # now, not with the next layout: the keyboard may come back to it
                self.rows.append(row)
        self.nothing.setVisible(not self._running)
        if held is not None and self.rows and all(row.goal_id != focused for row in self.rows):
            focused = self.rows[min(held, len(self.rows) - 1)].goal_id
        if focused is not None:
            self._focus_row(focused)

    def _acts(self, standing: GoalStanding, name: str) -> Sequence[Button]:
        said = title_words(standing)

        def act(what: str, words: str, do: Callable[[GoalStanding], object]) -> Button:
            return act_button(words, f"{name}_{what}", lambda: do(standing), f"{words}: {said}")

        return (
            act("edit", translate("goals", "Edit"), self.edit),
            act("archive", translate("goals", "Archive"), self._archive),
            act("history", translate("goals", "History"), self._history),
        )

    # One goal

    def open_goal(self, goal_id: int) -> None:
        """Show one goal in the place of the list."""
        self._opened = self._focus = goal_id
        self._ask_goal(goal_id)

    def close_goal(self) -> None:
        """Back to the list, to the goal that was open."""
        self._opened = None
        self.pane.hide()
        self.list.show()
        if self._focus is not None:
            self._focus_row(self._focus)

    def _ask_goal(self, goal_id: int) -> None:
        def done(detail: GoalDetail) -> None:
            if self._opened == goal_id:
                fresh = self.pane.isHidden()
                self.pane.show_detail(detail)
                self.list.hide()
                self.pane.show()
                if fresh:
                    self.pane.back.setFocus(Qt.FocusReason.OtherFocusReason)
                    bring_into_sight(self.pane.back)

        def failed(error: Exception) -> None:
            self._opened = None
            self.close_goal()
            self.kit.frame.fault(error)

        self.kit.desk.read(lambda ask: ask.goal_detail(goal_id), done, failed, owner=self)

    # Forms

    def add(self) -> None:
        """Open the form of a new goal."""
        self._with_choices(self._open_new)

    def edit(self, standing: GoalStanding) -> None:
        """Change a goal."""
        self._with_choices(lambda choices: self._open_edit(standing, choices))

    def go_on(self, key: str) -> None:
        """Go on with a draft: of a new goal, or of one by its id."""
        if key.isdigit():
            self.kit.desk.read(lambda ask: ask.goal_detail(int(key)), lambda one: self.edit(one.standing), owner=self)
        else:
            self.add()

    def set_new_period(self) -> None:
        """Open the goals of a period that has begun."""
        whose = GoalFilter(user_id=self.kit.choosing.asked().liaison_id)
        self.kit.desk.read(lambda ask: ask.goal_proposals(whose), self._open_new_period, owner=self)

    def _open_new_period(self, proposals: tuple[GoalProposal, ...]) -> None:
        from hhcrm.ui.measure.goals.new_period import NewPeriodDialog  # late: once a month

        if not proposals:
            self.kit.frame.toast(translate("goals", "The goals of this period are set."))
        elif self._dialogs.standing() is None:
            self._dialogs.show(NewPeriodDialog(self._context, proposals, self.window()))

    def _with_choices(self, then: Callable[[blanks.GoalChoices], None]) -> None:
        def question(ask: Questions) -> blanks.GoalChoices:
            return blanks.goal_choices(ask.definitions(), ask.choices(), ask.staff_page().teams)

        self.kit.desk.read(question, then, owner=self)

    def _open_new(self, choices: blanks.GoalChoices) -> None:
        texts = blanks.new_texts(choices, self.kit.desk.today())
        form = self._form("measure_goals_form", choices, texts, NEW, translate("goals", "Set the goal"), None)

        def order(asked: Form, _version: int) -> Callable[[Actions], ChangeSet]:
            command = SetGoal(blanks.goal_values(asked.texts(), choices))
            return lambda actions: actions.set_goal(command)

        Editing(form, self._context, order, lambda: translate("goals", "Goal set"), self._on_saved)
        self._show_form(form)

    def _open_edit(self, standing: GoalStanding, choices: blanks.GoalChoices) -> None:
        goal = standing.goal
        texts = blanks.goal_texts(goal, standing.definition)
        name, verb = f"measure_goals_form_{goal.goal_id}", translate("goals", "Save")
        form = self._form(name, choices, texts, str(goal.goal_id), verb, standing)
        form.open_bar()

        def order(asked: Form, version: int) -> Callable[[Actions], ChangeSet]:
            command = EditGoal(goal.goal_id, version, blanks.goal_values(asked.texts(), choices))
            return lambda actions: actions.edit_goal(command)

        def reread(ask: Questions) -> tuple[int, dict[str, str]]:
            now = ask.goal_detail(goal.goal_id).standing
            return now.goal.version, blanks.goal_texts(now.goal, now.definition)

        said = translate("goals", "Goal changed")
        Editing(form, self._context, order, lambda: said, self._on_saved, version=goal.version, reread=reread)
        self._show_form(form)

    def _form(
        self,
        name: str,
        choices: blanks.GoalChoices,
        texts: dict[str, str],
        key: str,
        verb: str,
        standing: GoalStanding | None,
    ) -> Form:
        fields = blanks.goal_blanks(choices, self.kit.desk.today(), None if standing is None else standing.goal)
        about = {} if standing is None else {"goal_id": standing.goal.goal_id}
        form = Form(
            name, fields, texts, self.kit.desk, self.kit.drafts, (DRAFT_KIND, key), about,
            verb=verb, inset=True, new=standing is None,
        )  # fmt: skip
        form.left.connect(self._end_form)
        form.typed_into.connect(partial(self._on_typed, form, choices))
        form.field("target").say_hint(blanks.unit_hint(choices.definition(texts["measure"])))
        return form

    def _on_typed(self, form: Form, choices: blanks.GoalChoices, field: str) -> None:
        """Another measure has another unit, and perhaps another side that is good."""
        if field == "measure":
            definition = choices.definition(form.texts()["measure"])
            form.field("target").say_hint(blanks.unit_hint(definition))
            form.guess("comparison", blanks.side_of(definition))

    def _show_form(self, form: Form) -> None:
        self._one.show(form)
        bring_into_sight(self.form_panel)

    def _end_form(self) -> None:
        self._one.end()

    def _on_saved(self, changes: ChangeSet) -> None:
        self._focus = changes.subject
        self._end_form()

    # Acts

    def _archive(self, standing: GoalStanding) -> None:
        goal = standing.goal
        said = translate("goals", "Goal archived: {what}, {period}").format(
            what=title_words(standing), period=period_words(goal.span, goal.from_on)
        )
        if self._opened == goal.goal_id:
            self.close_goal()
        self._context.do(lambda actions: actions.archive(Archive("goal", (goal.goal_id,))), said, owner=self)

    def _history(self, standing: GoalStanding) -> None:
        kit = self.kit
        show_history(kit.desk, kit.frame, "goal", standing.goal.goal_id, title_words(standing), self)

    # The keyboard

    def _on_moved(self, row: GoalRow, step: int) -> None:
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(self.rows[place])

    def _focus_row(self, goal_id: int) -> None:
        row = next((row for row in self.rows if row.goal_id == goal_id), None)
        if row is not None and self.form is None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(row)

    # Making

    def _put_together(self) -> None:
        bar = QWidget()
        flow = FlowLayout(bar, scaled(8))
        flow.addWidget(self.add_button)
        flow.addWidget(self.new_button)
        self.form_panel = Panel()
        self.form_panel.hide()
        self._one = OneForm(self.form_panel.body, self.add_button, self.form_panel)
        self.running = _group("running", translate("goals", "Running"))
        self.coming = _group("coming", translate("goals", "To come"))
        self.over = _group("over", translate("goals", "Over, in the period chosen above"))
        words = translate(
            "goals",
            "No goal runs. Set one for the agency, a team or a person: a measure, a target and a month, quarter or "
            "year. Here and on Today it says where the pace should be.",
        )
        self.nothing = Text(words, "body", "muted", wrap=True)
        self.nothing.hide()
        inside = QVBoxLayout(self.list)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(14))
        inside.addWidget(self.nothing)
        for panel in (self.running, self.coming, self.over):
            inside.addWidget(panel)
        for part in (bar, self.form_panel, self.list, self.pane):
            self.body.addWidget(part)
        self.body.addStretch()


def _group(name: str, title: str) -> Panel:
    panel = Panel(margin=8, spacing=0)
    panel.setObjectName(f"measure_goals_{name}")
    head = Text(title, "section")
    head.setContentsMargins(scaled(10), scaled(4), scaled(10), scaled(4))
    panel.body.addWidget(head)
    panel.hide()
    return panel
