"""Approaches: what is done differently, whether it works, and what was learned."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hhcrm.charts.approaches import intervals, weekly
from hhcrm.charts.chart import Chart
from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.comparing import Told, Way
from hhcrm.domain.wording import translate
from hhcrm.queries.approaches_models import ApproachItem, Compared
from hhcrm.queries.approaches_words import (
    chance_words,
    days_words,
    is_better,
    measure_words,
    method_words,
    scope_words,
    state_words,
    way_words,
)
from hhcrm.services.approach_commands import EditApproach, NoteApproach
from hhcrm.services.commands import Archive
from hhcrm.ui.measure.approaches import blanks
from hhcrm.ui.measure.approaches.journal import DRAFT_KIND as LEARNED_DRAFT
from hhcrm.ui.measure.approaches.journal import Journal
from hhcrm.ui.measure.one_form import OneForm
from hhcrm.ui.measure.pages import MeasurePage, PageKit
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.panel import ChartPanel
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.entries import Entry, act_button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.history_dialog import show_history
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.said import joined
from hhcrm.ui.shared.tags import TagKind
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

DRAFT_KIND, NEW = "approach", "new"
_NAME = "measure_approaches"
_WIDE = 812
"""From this width on two charts stand beside each other."""


class ApproachesPage(MeasurePage):
    """The approaches, what came of the one that is shown, and the journal."""

    heeds = frozenset()

    def __init__(self, kit: PageKit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "approaches", translate("measure", "Approaches"), parent)
        self._context = FormContext(kit.desk, kit.frame, kit.drafts)
        self.items: tuple[ApproachItem, ...] = ()
        self.compared: dict[int, Compared] = {}
        self.shown: int | None = None
        self.entries: dict[int, Entry] = {}
        self._columns = 0
        self._takes_draft = False
        self.add_button = Button(
            translate("approaches", "Note an approach"), icon="plus", size="small", name=f"{_NAME}_add"
        )
        self.add_button.clicked.connect(self.add)
        self.way = FilterChip(
            translate("approaches", "Look at"),
            [(str(way), way_words(way)) for way in Way],
            f"{_NAME}_way",
            filters=False,
        )
        self.way.chosen.connect(lambda _value: self.ask())
        self.measure = FilterChip(
            translate("approaches", "Week by week"), [("", "")], f"{_NAME}_measure", filters=False
        )
        self.measure.chosen.connect(lambda _value: self._show_charts())
        self.intervals = ChartPanel(
            kit.studio, kit.frame, f"{_NAME}_intervals", translate("approaches", "What came of it"), kit.pick
        )
        self.weekly = ChartPanel(
            kit.studio, kit.frame, f"{_NAME}_weekly", translate("approaches", "Week by week"), kit.pick
        )
        for panel in (self.intervals, self.weekly):
            panel.opened.connect(kit.open_behind)
        self.journal = Journal(self._context)
        self._put_together()

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return self._one.form

    # What the place asks

    @override
    def ask(self) -> None:
        self.begin()
        self.compared = {}
        self.read(lambda ask: ask.approaches(), self._show_items)
        self.journal.ask()

    @override
    def charts(self) -> list[Chart]:
        return [panel.chart for panel in (self.intervals, self.weekly) if panel.chart is not None and panel.isVisible()]

    @override
    def show_where(self, **where: object) -> None:
        """Show the approach `approach_id`, or go on with the `draft` of a kind and key."""
        approach_id, draft = where.get("approach_id"), where.get("draft")
        if isinstance(approach_id, int):
            self.show_approach(approach_id)
        elif isinstance(draft, tuple):
            kind, key = draft
            self._takes_draft = kind == DRAFT_KIND
            if kind == LEARNED_DRAFT:
                self.journal.go_on(str(key))
            elif str(key).isdigit():
                self.kit.desk.read(lambda ask: ask.approach(int(key)), self.edit, owner=self)
            else:
                self.add()

    # Showing

    def _show_items(self, found: tuple[ApproachItem, ...]) -> None:
        self.items = found
        self.journal.show_approaches(found)
        if all(item.approach_id != self.shown for item in found):
            self.shown = found[0].approach_id if found else None
        self._show_entries()
        self._nothing.setVisible(not found)
        self._results.setVisible(bool(found))
        way = Way(self.way.value)
        for item in sorted(found, key=lambda item: item.approach_id != self.shown):
            self._compare(item.approach_id, way)

    def _compare(self, approach_id: int, way: Way) -> None:
        """The one shown first; the others follow, so that each says how it stands."""
        self.read(
            lambda ask: ask.approach_compared(approach_id, way), self._show_compared,
            follows=approach_id != self.shown,
        )  # fmt: skip

    def _show_compared(self, found: Compared) -> None:
        self.compared[found.approach.approach_id] = found
        self._show_entries()
        if found.approach.approach_id == self.shown:
            self._show_charts()

    def _show_entries(self) -> None:
        focused = self.focusWidget()
        held = next((key for key, entry in self.entries.items() if focused and entry.isAncestorOf(focused)), None)
        at = "" if focused is None else focused.objectName()
        for entry in self.entries.values():
            entry.hide()
            entry.deleteLater()
        self.entries = {item.approach_id: self._entry(item) for item in self.items}
        for entry in self.entries.values():
            self._list.addWidget(entry)
        if held is not None:
            again = self.findChild(Button, at) if held in self.entries else None
            (again or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self, item: ApproachItem) -> Entry:
        today, found = self.kit.desk.today(), self.compared.get(item.approach_id)
        beside = joined(days_words(item, today), scope_words(item.scope))
        state = translate("approaches", "Being compared…") if found is None else state_words(found, today)
        return Entry(item.name, beside, (item.what, state), _tag(item, found, today), self._acts(item))

    def _acts(self, item: ApproachItem) -> list[Button]:
        def act(what: str, words: str, do: Callable[[ApproachItem], object]) -> Button:
            name = f"{_NAME}_{item.approach_id}_{what}"
            return act_button(words, name, lambda: do(item), f"{words}: {item.name}")

        notes = translate("approaches", "Note what was learned")
        if item.notes:
            notes = translate("approaches", "Note what was learned ({count})").format(count=item.notes)
        shown = item.approach_id == self.shown
        first = act("show", translate("approaches", "Show"), lambda one: self.show_approach(one.approach_id))
        return [
            *([] if shown and len(self.items) == 1 else [first]),
            act("learned", notes, lambda one: self.journal.note(one.approach_id)),
            act("edit", translate("approaches", "Edit"), self.edit),
            act("archive", translate("approaches", "Archive"), self._archive),
            act("history", translate("approaches", "History"), self._history),
        ]

    def show_approach(self, approach_id: int) -> None:
        """Show what came of this one."""
        self.shown = approach_id
        if approach_id in self.compared:
            self._show_charts()
        elif self.items:
            self._compare(approach_id, Way(self.way.value))

    def _show_charts(self) -> None:
        found = None if self.shown is None else self.compared.get(self.shown)
        if found is None:
            return
        told = [one for one in found.measures if not one.refused]
        self.measure.set_choices([(str(one.definition.key), one.definition.title) for one in told] or [("", "")])
        self.measure.setVisible(len(told) > 1)
        self.intervals.show_chart(intervals(found))
        chosen = next((one for one in told if one.definition.key == self.measure.value), None)
        self.weekly.setVisible(chosen is not None and bool(chosen.weekly))
        if chosen is not None:
            self.weekly.show_chart(weekly(found, chosen))
        self.head.setText(found.approach.name)
        lines = [measure_words(one, found) for one in found.measures]
        self.sentences.setText("\n".join(lines))
        self.method.setText(f"{chance_words(len(found.measures))} {method_words(found.way)}")
        self._arrange(anew=True)

    # Forms

    def add(self) -> None:
        """Open the form of a new approach."""
        self._with_choices(self._open_new)

    def edit(self, item: ApproachItem) -> None:
        """Change an approach."""
        self._with_choices(lambda choices: self._open_edit(item, choices))

    def _with_choices(self, then: Callable[[blanks.ApproachChoices], None]) -> None:
        def question(ask: Questions) -> blanks.ApproachChoices:
            return blanks.approach_choices(ask.definitions(), ask.choices(), ask.staff_page().teams)

        self.kit.desk.read(question, then, owner=self)

    def _open_new(self, choices: blanks.ApproachChoices) -> None:
        today = self.kit.desk.today()
        form = self._form(
            "new", choices, blanks.new_texts(choices, today), None, translate("approaches", "Note the approach")
        )

        def order(asked: Form, _version: int) -> Callable[[Actions], ChangeSet]:
            texts = asked.texts()
            command = NoteApproach(
                blanks.approach_values(texts, today), blanks.measures_of(texts[blanks.MEASURES]),
                blanks.source_ids_of(texts[blanks.SOURCES]),
            )  # fmt: skip
            return lambda actions: actions.note_approach(command)

        Editing(form, self._context, order, lambda: translate("approaches", "Approach noted"), self._on_saved)
        self._show_form(form)

    def _open_edit(self, item: ApproachItem, choices: blanks.ApproachChoices) -> None:
        form = self._form(
            str(item.approach_id), choices, blanks.approach_texts(item), item, translate("approaches", "Save")
        )
        form.open_bar()
        today = self.kit.desk.today()

        def order(asked: Form, version: int) -> Callable[[Actions], ChangeSet]:
            changed = asked.changed()
            measures, sources = changed.get(blanks.MEASURES), changed.get(blanks.SOURCES)
            command = EditApproach(
                item.approach_id, version, blanks.approach_values(changed, today),
                None if measures is None else blanks.measures_of(measures),
                None if sources is None else blanks.source_ids_of(sources),
            )  # fmt: skip
            return lambda actions: actions.edit_approach(command)

        def reread(ask: Questions) -> tuple[int, dict[str, str]]:
            now = ask.approach(item.approach_id)
            return now.version, blanks.approach_texts(now)

        said = translate("approaches", "Approach changed")
        Editing(form, self._context, order, lambda: said, self._on_saved, version=item.version, reread=reread)
        self._show_form(form)

    def _form(
        self, key: str, choices: blanks.ApproachChoices, texts: dict[str, str], item: ApproachItem | None, verb: str
    ) -> Form:
        fields = blanks.approach_blanks(
            choices, lambda typed, done: self._context.find_sources(typed, done, self), item
        )
        about: dict[str, object] = {} if item is None else {"approach_id": item.approach_id}
        form = Form(
            f"{_NAME}_form", fields, texts, self.kit.desk, self.kit.drafts, (DRAFT_KIND, key), about,
            verb=verb, inset=True, new=item is None, kept=("starts_on",) if item is None else (),
        )  # fmt: skip
        form.left.connect(self._end_form)
        return form

    def _show_form(self, form: Form) -> None:
        taken, self._takes_draft = self._takes_draft, False
        self._one.show(form, with_draft=taken)

    def _end_form(self) -> None:
        self._one.end()

    def _on_saved(self, changes: ChangeSet) -> None:
        if changes.subject is not None:
            self.shown = changes.subject
        self._end_form()

    # Acts

    def _archive(self, item: ApproachItem) -> None:
        command = Archive("approach", (item.approach_id,))
        words = translate("approaches", "{name} is archived").format(name=item.name)
        self._context.do(lambda actions: actions.archive(command), words, owner=self)

    def _history(self, item: ApproachItem) -> None:
        kit = self.kit
        show_history(kit.desk, kit.frame, "approach", item.approach_id, item.name, self)

    # Making

    def _put_together(self) -> None:
        bar = QWidget()
        flow = FlowLayout(bar, scaled(8))
        flow.addWidget(self.add_button)
        flow.addWidget(self.way)
        flow.addWidget(self.measure)
        self.form_panel = Panel()
        self.form_panel.hide()
        self._one = OneForm(self.form_panel.body, self.add_button, self.form_panel)
        words = translate(
            "approaches",
            "Nothing is noted yet. An approach is a thing you do differently from a day on, such as in-services for "
            "skilled nursing facilities. Note it when it begins: later its weeks are held against those before, and "
            "those with it against those without.",
        )
        self._nothing = Text(words, "body", "muted", wrap=True)
        self._nothing.hide()
        listed = Panel()
        listed.setObjectName(f"{_NAME}_list")
        self._list = QVBoxLayout()
        self._list.setSpacing(scaled(9))
        listed.body.addWidget(self._nothing)
        listed.body.addLayout(self._list)
        self._results = QWidget()
        results = QVBoxLayout(self._results)
        results.setContentsMargins(0, 0, 0, 0)
        results.setSpacing(scaled(14))
        self._grid = QGridLayout()
        self._grid.setSpacing(scaled(16))
        results.addLayout(self._grid)
        results.addWidget(self._made_sentences())
        for part in (bar, self.form_panel, listed, self._results, self.journal):
            self.body.addWidget(part)
        self.body.addStretch()
        self._arrange()

    def _made_sentences(self) -> Panel:
        panel = Panel()
        panel.setObjectName(f"{_NAME}_said")
        self.head = Text("", "section", wrap=True)
        self.sentences = Text("", "body", wrap=True)
        self.method = Text("", "small", "muted", wrap=True)
        for text in (self.head, self.sentences, self.method):
            panel.body.addWidget(text)
        return panel

    def _arrange(self, *, anew: bool = False) -> None:
        """Two charts beside each other; where room is short one below the other."""
        columns = 2 if self.width() >= scaled(_WIDE) else 1
        if columns == self._columns and not anew:
            return
        self._columns = columns
        for place, panel in enumerate((self.intervals, self.weekly)):
            self._grid.addWidget(panel, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _tag(item: ApproachItem, found: Compared | None, today: object) -> tuple[str, TagKind]:
    """How it stands in a word or two."""
    if found is None:
        return "", "none"
    told = [one for one in found.measures if one.difference.told in (Told.MORE, Told.LESS)]
    better = [one for one in told if is_better(one)]
    worse = [one for one in told if is_better(one) is False]
    if better and not worse:
        return translate("approaches", "better"), "good"
    if worse and not better:
        return translate("approaches", "worse"), "due"
    if told:
        return translate("approaches", "mixed"), "info"
    if found.measures and all(one.difference.told is Told.TOO_FEW for one in found.measures):
        return translate("approaches", "too few to tell"), "none"
    return translate("approaches", "no difference can be told"), "none"
