"""The journal of what was learned: found by its words, noted, edited and archived where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_day
from hhcrm.domain.wording import translate
from hhcrm.queries.approaches_models import ApproachItem, LearnedItem, LearnedPage
from hhcrm.services.approach_commands import EditLearned, NoteLearned
from hhcrm.services.commands import Archive
from hhcrm.ui.measure.approaches import blanks
from hhcrm.ui.measure.one_form import OneForm
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Entry, act_button
from hhcrm.ui.shared.filter_field import TYPING_MS, FilterField
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.history_dialog import show_history
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.said import joined
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

DRAFT_KIND, NEW = "learned", "new"
_NAME = "measure_approaches_journal"
_PAGE = 12
_LONGEST = 60


class Journal(Panel):
    """Notes with day and person, the newest first; those of all approaches and of none."""

    def __init__(self, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName(_NAME)
        self._context = context
        self._asked = 0
        self._shown = _PAGE
        self._takes_draft = False
        self._approaches: tuple[ApproachItem, ...] = ()
        self.entries: list[Entry] = []
        self.items: tuple[LearnedItem, ...] = ()
        self.add = Button(
            translate("approaches", "Note what was learned"), icon="plus", size="small", name=f"{_NAME}_add"
        )
        self.add.clicked.connect(lambda: self.note())
        self.field = FilterField(
            f"{_NAME}_filter", translate("approaches", "Find in the journal"),
            translate("approaches", "Looks through the notes, their approaches and who wrote them"),
        )  # fmt: skip
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.ask)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.field.went_down.connect(self._go_down)
        self._nothing = Text("", "body", "muted", wrap=True)
        self.more = Button(translate("shared", "Show more"), size="small", name=f"{_NAME}_more")
        self.more.clicked.connect(self._on_more)
        self.more.hide()
        self._put_together()

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return self._one.form

    def show_approaches(self, approaches: Sequence[ApproachItem]) -> None:
        """What a note can be about."""
        self._approaches = tuple(approaches)

    def ask(self) -> None:
        """Ask again; what is shown stays until the answer is there."""
        self._asked += 1
        mine, typed, limit = self._asked, self.field.text(), self._shown
        self._context.desk.read(
            lambda ask: ask.learned_page(typed, None, 0, limit),
            lambda page: self._show(page) if mine == self._asked else None,
            owner=self,
        )

    def note(self, approach_id: int | None = None) -> None:
        """Open an empty form."""
        today = self._context.desk.today()
        texts = {"on_day": blanks.day_text(today), "approach_id": "" if approach_id is None else str(approach_id)}
        form = self._form(f"{_NAME}_form", None, texts, translate("approaches", "Keep the note"))

        def order(asked: Form, _version: int) -> Callable[[Actions], ChangeSet]:
            values = blanks.learned_values(asked.texts(), today)
            about, day = values["approach_id"], values["on_day"]
            on_day = day if isinstance(day, date) else today
            command = NoteLearned(str(values["text"]), int(str(about)) if about else None, on_day)
            return lambda actions: actions.note_learned(command)

        Editing(form, self._context, order, lambda: translate("approaches", "Noted"), lambda _changes: self._end_form())
        self._show_form(form)

    def edit(self, item: LearnedItem) -> None:
        """Change a note."""
        texts = blanks.learned_texts(item)
        form = self._form(f"{_NAME}_form_{item.note_id}", item, texts, translate("approaches", "Save"))
        form.open_bar()
        today = self._context.desk.today()

        def order(asked: Form, version: int) -> Callable[[Actions], ChangeSet]:
            command = EditLearned(item.note_id, version, blanks.learned_values(asked.changed(), today))
            return lambda actions: actions.edit_learned(command)

        def reread(ask: Questions) -> tuple[int, dict[str, str]]:
            now = ask.learned(item.note_id)
            return now.version, blanks.learned_texts(now)

        said = translate("approaches", "Note changed")
        Editing(
            form, self._context, order, lambda: said, lambda _changes: self._end_form(),
            version=item.version, reread=reread,
        )  # fmt: skip
        self._show_form(form)

    def go_on(self, key: str) -> None:
        """Go on with a draft: of a new note, or of one by its id."""
        self._takes_draft = True
        if key.isdigit():
            self._context.desk.read(lambda ask: ask.learned(int(key)), self.edit, owner=self)
        else:
            # The draft may be of an approach: they must be there to be chosen from, although the page has just opened.
            self._context.desk.read(lambda ask: ask.approaches(), self._note_with, owner=self)

    def _note_with(self, approaches: Sequence[ApproachItem]) -> None:
        self.show_approaches(approaches)
        self.note()

    # Showing

    def _show(self, page: LearnedPage) -> None:
        held = next(
            (place for place, entry in enumerate(self.entries) if entry.isAncestorOf(self.focusWidget() or self)), None
        )
        for entry in self.entries:
            entry.hide()
            entry.deleteLater()
        self.items = page.lines
        self.entries = [self._entry(item) for item in page.lines]
        for entry in self.entries:
            self._list.addWidget(entry)
        self.more.setVisible(len(page.lines) < page.total)
        words = (
            translate("approaches", "No note holds these words.")
            if self.field.text().strip()
            else translate("approaches", "Nothing is noted yet. What surprised you? Next year nobody will remember it.")
        )
        self._nothing.setText(words)
        self._nothing.setVisible(not page.lines)
        if held is not None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self, item: LearnedItem) -> Entry:
        beside = joined(say_day(item.on_day, self._context.desk.today()), item.by_name, item.approach)
        return Entry(item.text, beside, acts=self._acts(item))

    def _acts(self, item: LearnedItem) -> list[Button]:
        said = item.text if len(item.text) <= _LONGEST else f"{item.text[:_LONGEST]}…"

        def act(what: str, words: str, do: Callable[[LearnedItem], object]) -> Button:
            return act_button(words, f"{_NAME}_{item.note_id}_{what}", lambda: do(item), f"{words}: {said}")

        return [
            act("edit", translate("approaches", "Edit"), self.edit),
            act("archive", translate("approaches", "Archive"), self._archive),
            act("history", translate("approaches", "History"), self._history),
        ]

    def _archive(self, item: LearnedItem) -> None:
        command = Archive("approach_note", (item.note_id,))
        words = translate("approaches", "Note archived")
        self._context.do(lambda actions: actions.archive(command), words, owner=self)

    def _history(self, item: LearnedItem) -> None:
        context, title = self._context, item.text[:_LONGEST]
        show_history(context.desk, context.frame, "approach_note", item.note_id, title, self)

    def _on_more(self) -> None:
        self._shown += _PAGE
        self.ask()

    def _go_down(self) -> None:
        if self.entries:
            self.entries[0].findChildren(Button)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # The form

    def _form(self, name: str, item: LearnedItem | None, texts: dict[str, str], verb: str) -> Form:
        key = NEW if item is None else str(item.note_id)
        about: dict[str, object] = {} if item is None else {"note_id": item.note_id}
        fields = blanks.learned_blanks(self._approaches, item)
        context = self._context
        form = Form(
            name, fields, texts, context.desk, context.drafts, (DRAFT_KIND, key), about,
            verb=verb, inset=True, new=item is None, kept=("approach_id", "on_day") if item is None else (),
        )  # fmt: skip
        form.left.connect(self._end_form)
        return form

    def _show_form(self, form: Form) -> None:
        taken, self._takes_draft = self._takes_draft, False
        self._one.show(form, with_draft=taken)

    def _end_form(self) -> None:
        self._one.end()

    # Making

    def _put_together(self) -> None:
        bar = QWidget()
        flow = FlowLayout(bar, scaled(8))
        flow.addWidget(Text(translate("approaches", "What was learned"), "section"))
        flow.addWidget(self.add)
        flow.addWidget(self.field)
        place, self._list = QVBoxLayout(), QVBoxLayout()
        self._one = OneForm(place, self.add)
        self._list.setSpacing(scaled(9))
        self.body.addWidget(bar)
        self.body.addLayout(place)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._list)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
