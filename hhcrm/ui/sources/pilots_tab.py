"""The Pilots tab of a source: what is tried with it, measured from its referrals, on any day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PilotStatus
from hhcrm.queries.pilot_models import PilotItem, PilotProgress
from hhcrm.queries.read_models import PersonLine, SourceDetail
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.services.commands import Archive
from hhcrm.services.pilot_commands import (
    DeclinePilot,
    EditPilot,
    FinishPilot,
    ProposeAgain,
    ProposePilot,
    StartPilot,
)
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.editors import LineEditor
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.history_dialog import show_history
from hhcrm.ui.sources import pilot_blanks as blanks
from hhcrm.ui.sources.context import Context
from hhcrm.ui.sources.pilot_entry import PilotEntry
from hhcrm.ui.sources.pilot_paper import PilotPaper

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

Command = Callable[["Actions"], ChangeSet]
Order = Callable[[Form, int], Command]

DRAFT_KIND = "pilot"
NEW = "new"
_NAME = "source_pilots"
_DAY_WIDE = 150


class PilotsTab(EntryList):
    """A source's pilots and those of its units."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            _NAME,
            translate(
                "pilots",
                "Nothing is tried here yet. A pilot is a promise for a time: say by which standards, and the referrals "
                "of these days tell how it stands.",
            ),
        )
        self._context = context
        self._detail: SourceDetail | None = None
        self._asked = 0
        self._on: date | None = None
        self._shown: tuple[PilotProgress, ...] = ()
        self._resume = ""
        self._takes_draft = False
        self.paper = PilotPaper(context, self)
        self._add = Button(translate("pilots", "Propose a pilot"), icon="plus", size="small", name=f"{_NAME}_add")
        self._add.clicked.connect(lambda: self.add())
        self.day = LineEditor()
        self.day.setPlaceholderText(translate("pilots", "today"))
        self.day.editingFinished.connect(self._on_day)
        self.day_field = Field(translate("pilots", "As it stood on"), self.day, name=f"{_NAME}_day", beside=92)
        self.day_field.setMaximumWidth(scaled(92 + _DAY_WIDE))
        self.add_top(self._add)
        self.add_top(self.day_field)

    @property
    def shown(self) -> tuple[PilotProgress, ...]:
        """The pilots shown, as they stood on the day asked for."""
        return self._shown

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source's pilots."""
        if self._detail is None or detail.source_id != self._detail.source_id:
            self._leave_form()
            self._shown, self._on = (), None
            self.day.put("")
            self.day_field.say_error("")
            self.show_entries(())
        self._detail = detail
        self._add.setEnabled(detail.archived_at is None)
        self._ask()

    def resume(self, key: str) -> None:
        """Go on with the draft kept under a key, as soon as the pilots are here."""
        self._resume = key

    # The day looked at

    def _on_day(self) -> None:
        text, today = self.day.text().strip(), self._context.desk.today()
        try:
            day = read_day(text, today) if text else None
        except RuleBroken as fault:
            self.day_field.say_error(str(fault))
            return
        if day is not None and day > today:
            self.day_field.say_error(translate("pilots", "That day is still to come."))
            return
        self.day_field.say_error("")
        if day != self._on:
            self._on = day
            self._ask()

    # Asking and showing

    def _ask(self) -> None:
        detail = self._detail
        if detail is None:
            return
        self._asked += 1
        mine, source_id, on = self._asked, detail.source_id, self._on or self._context.desk.today()
        self._context.desk.read(
            lambda q: q.pilots_at(source_id, on),
            lambda found: self._take(found) if mine == self._asked else None,
            owner=self,
        )

    def _take(self, found: tuple[PilotProgress, ...]) -> None:
        if self.editing is not None:
            return
        self._shown = found
        self.show_entries([self._entry(one) for one in found])
        key, self._resume = self._resume, ""
        if key:
            self._go_on(key)

    def _go_on(self, key: str) -> None:
        """Open the form that a draft is of; its key is source/new, or source/pilot/what."""
        number, _, what = key.partition("/")[2].partition("/")
        self._takes_draft = True
        if number == NEW:
            self.add()
            return
        item = next((one.pilot for one in self._shown if str(one.pilot.pilot_id) == number), None)
        if item is None:
            self._takes_draft = False
            return
        {"edit": self.edit, "finish": self.finish, "decline": self.decline}[what](item)

    def _entry(self, one: PilotProgress) -> Entry:
        name = f"{_NAME}_{one.pilot.pilot_id}"
        today = self._context.desk.today()
        unit = self._detail is not None and one.pilot.source_id != self._detail.source_id
        at = one.pilot.source if unit else ""
        return PilotEntry(one, today, name, self._acts(one), self._open_rows, at)

    def _open_rows(self, ids: Sequence[int]) -> None:
        self._context.frame.go("referrals", filter=ReferralFilter(only_ids=tuple(ids)))

    def _acts(self, one: PilotProgress) -> list[Button]:
        item = one.pilot
        page = self._act(item, "page", translate("pilots", "Page…"), lambda: None)
        page.clicked.connect(lambda: self._open_pages(one, page))
        edit = self._act(item, "edit", translate("pilots", "Edit"), lambda: self.edit(item))
        archive = self._act(item, "archive", translate("pilots", "Archive"), lambda: self._archive(item))
        past = self._act(item, "history", translate("pilots", "History"), lambda: self._history(item))
        pages = [] if item.status is PilotStatus.DECLINED else [page]  # there is nothing to hand over
        return [*self._steps(item), *pages, edit, archive, past]

    def _steps(self, item: PilotItem) -> list[Button]:
        """The ways on from where it stands."""
        finish = ("finish", translate("pilots", "Finish…"), lambda: self.finish(item))
        start = ("start", translate("pilots", "Start"), lambda: self._start(item))
        decline = ("decline", translate("pilots", "Declined…"), lambda: self.decline(item))
        again = ("again", translate("pilots", "Propose again"), lambda: self._again(item))
        rerun = ("start", translate("pilots", "Run again"), lambda: self._start(item))
        ways = {
            PilotStatus.PROPOSED: (start, decline),
            PilotStatus.RUNNING: (finish,) if item.has_begun(self._context.desk.today()) else (again,),
            PilotStatus.FINISHED: (rerun,),
            PilotStatus.DECLINED: (again,),
        }[item.status]
        return [self._act(item, what, words, act) for what, words, act in ways]

    def _act(self, item: PilotItem, what: str, words: str, act: Callable[[], object]) -> Button:
        return act_button(words, f"{_NAME}_{item.pilot_id}_{what}", act, f"{words.rstrip('…')}: {item.name}")

    def pages_menu(self, one: PilotProgress) -> QMenu:
        """How the page of a pilot is handed over."""
        menu = QMenu(self)
        menu.setObjectName("pilot_page_menu")
        menu.setAccessibleName(translate("pilots", "Page to hand over"))
        for name, words, act in self.paper.ways(one):
            action = menu.addAction(words)
            action.setObjectName(f"action_pilot_{name}")
            action.triggered.connect(lambda _checked=False, act=act: act())
        return menu

    def _open_pages(self, one: PilotProgress, button: Button) -> None:
        menu = self.pages_menu(one)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _history(self, item: PilotItem) -> None:
        context = self._context
        show_history(context.desk, context.frame, "pilot", item.pilot_id, item.name, self)

    # Forms

    def add(self) -> None:
        """Open the form of a new one."""
        detail = self._detail
        if detail is None or detail.archived_at is not None:
            return
        texts = blanks.new_texts(self._context.desk.today(), detail.owner_id)
        self._with_people(detail.source_id, lambda people: self._open_new(detail.source_id, texts, people))

    def edit(self, item: PilotItem) -> None:
        """Edit a pilot where it stands."""
        self._with_people(item.source_id, lambda people: self._open_edit(item, people))

    def finish(self, item: PilotItem) -> None:
        """Say what came of it."""
        texts = {"result": item.result, "next_step": item.next_step}
        form = self._form("finish", item, blanks.finish_blanks(), texts, translate("pilots", "Finish"))
        said = translate("pilots", "{name} is finished").format(name=item.name)
        self._edit_in(form, partial(_finish_order, item.pilot_id), said, item)

    def decline(self, item: PilotItem) -> None:
        """Say why they said no."""
        form = self._form("decline", item, blanks.decline_blanks(), {}, translate("pilots", "Declined"))
        said = translate("pilots", "{name} is declined").format(name=item.name)
        self._edit_in(form, partial(_decline_order, item.pilot_id), said, item)

    def _with_people(self, source_id: int, then: Callable[[tuple[PersonLine, ...]], None]) -> None:
        """Read them, then go on, unless another source is shown by then."""
        detail = self._detail
        shown = None if detail is None else detail.source_id

        def go_on(people: tuple[PersonLine, ...]) -> None:
            if self._detail is not None and self._detail.source_id == shown:
                then(people)

        self._context.desk.read(lambda q: q.people_of(source_id), go_on, owner=self)

    def _open_new(self, source_id: int, texts: dict[str, str], people: tuple[PersonLine, ...]) -> None:
        fields = blanks.pilot_blanks(self._context.choices, people)
        form = self._form("new", None, fields, texts, translate("pilots", "Propose"))
        said = translate("pilots", "Pilot proposed")
        self._edit_in(form, partial(self._propose_order, source_id), said, None)

    def _open_edit(self, item: PilotItem, people: tuple[PersonLine, ...]) -> None:
        fields = blanks.pilot_blanks(self._context.choices, people, item)
        form = self._form("edit", item, fields, blanks.pilot_texts(item), translate("pilots", "Save"))
        self._edit_in(form, partial(self._edit_order, item.pilot_id), translate("pilots", "Pilot saved"), item)

    def _form(
        self, what: str, item: PilotItem | None, fields: tuple[Blank, ...], texts: dict[str, str], verb: str
    ) -> Form:
        detail, context = self._detail, self._context
        assert detail is not None
        key = f"{detail.source_id}/{NEW}" if item is None else f"{detail.source_id}/{item.pilot_id}/{what}"
        about: dict[str, object] = {"source_id": detail.source_id, "name": detail.name}
        form = Form(
            f"{_NAME}_form_{what}", fields, texts, context.desk, context.drafts, (DRAFT_KIND, key), about,
            verb=verb, inset=True,
        )  # fmt: skip
        form.open_bar()
        form.left.connect(self._leave_form)
        return form

    def _edit_in(self, form: Form, order: Order, said: str, item: PilotItem | None) -> None:
        version = 0 if item is None else item.version
        reread = partial(_reread, item.pilot_id) if item is not None and form.has("name") else None
        Editing(
            form, self._context, order, lambda: said, lambda _changes: self._leave_form(),
            version=version, reread=reread,
        )  # fmt: skip
        self.begin_edit(form, self._entry_of(item))
        if self._takes_draft:
            self._takes_draft = False
            form.take_draft()
        form.focus_first()

    def _entry_of(self, item: PilotItem | None) -> Entry | None:
        ids = [one.pilot.pilot_id for one in self._shown]
        place = ids.index(item.pilot_id) if item is not None and item.pilot_id in ids else -1
        entries = self.entries()
        return entries[place] if 0 <= place < len(entries) else None

    def _propose_order(self, source_id: int, form: Form, _version: int) -> Command:
        texts = form.texts()
        values = blanks.pilot_values(texts, self._context.desk.today())
        command = ProposePilot({"source_id": source_id} | values, blanks.read_standards(texts[blanks.STANDARDS]))
        return lambda actions: actions.propose_pilot(command)

    def _edit_order(self, pilot_id: int, form: Form, version: int) -> Command:
        changed = form.changed()
        typed = changed.get(blanks.STANDARDS)
        standards = None if typed is None else blanks.read_standards(typed)
        command = EditPilot(pilot_id, version, blanks.pilot_values(changed, self._context.desk.today()), standards)
        return lambda actions: actions.edit_pilot(command)

    def _leave_form(self) -> None:
        was_open = self.editing is not None
        if isinstance(self.editing, Form):
            self.editing.keep_draft()
        self.end_edit()
        if was_open:
            self._ask()

    # Acts of one press

    def _start(self, item: PilotItem) -> None:
        command = StartPilot(item.pilot_id, item.version)
        words = translate("pilots", "{name} runs").format(name=item.name)
        self._context.do(lambda actions: actions.start_pilot(command), words, owner=self)

    def _again(self, item: PilotItem) -> None:
        command = ProposeAgain(item.pilot_id, item.version)
        words = translate("pilots", "{name} is proposed again").format(name=item.name)
        self._context.do(lambda actions: actions.propose_again(command), words, owner=self)

    def _archive(self, item: PilotItem) -> None:
        command = Archive("pilot", (item.pilot_id,))
        self._context.do(lambda actions: actions.archive(command), translate("pilots", "Pilot archived"), owner=self)


def _finish_order(pilot_id: int, form: Form, version: int) -> Command:
    texts = form.texts()
    command = FinishPilot(pilot_id, version, texts["result"], texts["next_step"])
    return lambda actions: actions.finish_pilot(command)


def _decline_order(pilot_id: int, form: Form, version: int) -> Command:
    command = DeclinePilot(pilot_id, version, form.texts()["why"])
    return lambda actions: actions.decline_pilot(command)


def _reread(pilot_id: int, questions: Questions) -> tuple[int, dict[str, str]]:
    item = questions.pilot(pilot_id)
    return item.version, blanks.pilot_texts(item)
