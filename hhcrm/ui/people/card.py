"""One person in full: the head, the tabs, and the form over them. Stands beside the table and in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import NotFound
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.queries.commitment_models import CommitmentFilter
from hhcrm.queries.people_models import PersonWhole
from hhcrm.services.commands import AddPerson, Archive, EditPerson, Restore
from hhcrm.ui.people import cells
from hhcrm.ui.people.kit import PeopleContext
from hhcrm.ui.people.places import PersonOverview
from hhcrm.ui.shared.alike import PersonWays, Watch, watch_person
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.commitments import CommitmentList
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.entries import EDGE, Entry, EntryList, act_button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms import person_blanks as blanks
from hhcrm.ui.shared.forms.blank import Blank, picked_id
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.history import HistoryView
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.tabs import Tabs
from hhcrm.ui.shared.tags import Tag
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

Command = Callable[["Actions"], ChangeSet]

DRAFT_KIND = "contact"
NEW = "new"


class PersonCard(Panel):
    """Shows the newest person asked for; what was shown stays until the answer comes."""

    saved = Signal(int)
    """A person was added, edited or restored."""

    left_form = Signal()
    open_asked = Signal(int)
    """Show somebody who is here already."""

    def __init__(self, context: PeopleContext, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, spacing=0, parent=parent)
        self.setObjectName("person_card")
        self._context = context
        self._asked = 0
        self._contact_id: int | None = None
        self._whole: PersonWhole | None = None
        self._form: Form | None = None
        self.watch: Watch | None = None
        self._after: Callable[[], None] | None = None
        self._make_parts()
        self._put_together()

    @property
    def contact_id(self) -> int | None:
        """The person asked for last."""
        return self._contact_id

    @property
    def whole(self) -> PersonWhole | None:
        """The person shown."""
        return self._whole

    @property
    def form(self) -> Form | None:
        """The form that is open over the card."""
        return self._form

    def is_typing(self) -> bool:
        """Whether something stands in the form that is not saved."""
        return self._form is not None and bool(self._form.changed())

    def show_person(self, contact_id: int | None, then: Callable[[], None] | None = None) -> None:
        """Show a person, and then do something; a form that is open is left, its draft kept."""
        self._after = then
        if contact_id != self._contact_id or then is not None:
            self._close_form()
        if contact_id != self._contact_id:
            self.ask.leave()
        self._contact_id = contact_id
        if contact_id is None:
            self._whole = None
            self._stack.setCurrentWidget(self._nothing)
            return
        self.refresh()

    def refresh(self) -> None:
        """Ask for the person again."""
        contact_id = self._contact_id
        if contact_id is None:
            return
        self._asked += 1
        mine = self._asked
        self._context.desk.read(
            lambda q: q.person_whole(contact_id),
            lambda whole: self._take(whole) if mine == self._asked else None,
            lambda error: self._on_missing(error) if mine == self._asked else None,
            owner=self,
        )

    def edit(self) -> None:
        """Open the form of the person shown."""
        whole = self._whole
        if whole is None or whole.archived_at is not None or self._form is not None:
            return
        fields = blanks.card_blanks(self._context.choices)
        form = self._open_form(str(whole.contact_id), fields, blanks.person_texts(whole.line), whole.name)
        contact_id = whole.contact_id
        Editing(
            form,
            self._context,
            partial(self._edit_order, contact_id),
            lambda: translate("people", "{person} saved").format(person=_typed_name(form)),
            lambda _changes: self._on_saved(contact_id),
            version=whole.line.version,
            reread=lambda q: _reread(q.person_whole(contact_id)),
        )
        self._watch(form, apart=contact_id)

    def add(self) -> None:
        """Open an empty form."""
        self._close_form()
        fields = blanks.new_card_blanks(self._context.choices)
        name = translate("people", "a new person")
        form = self._open_form(NEW, fields, blanks.new_person_texts(), name)
        Editing(
            form,
            self._context,
            self._add_order,
            lambda: translate("people", "{person} added").format(person=_typed_name(form)),
            lambda changes: self._on_saved(changes.subject),
        )
        self._watch(form, apart=None)

    def resume(self, kind: str, key: str) -> None:
        """Go on with a draft about the person shown (or about a new one)."""
        if kind == DRAFT_KIND:
            self.add() if key == NEW else self.edit()
            if self._form is not None:
                self._form.take_draft()
            return
        self.tabs.open("overview")
        page = self.tabs.page("overview")
        if isinstance(page, PersonOverview):
            page.resume(key)
        self._fill_tab()

    def archive(self) -> None:
        """Archive the person shown; a reason may be given."""
        whole = self._whole
        if whole is None or whole.archived_at is not None:
            return
        self.ask.ask(
            translate("people", "Why is {person} archived? (may be left blank)").format(person=whole.name),
            translate("people", "Archive"),
            lambda why: self._archive(whole, why),
        )

    def restore(self, contact_id: int | None = None) -> None:
        """Bring an archived person back, the one shown or another."""
        wanted = contact_id or self._contact_id
        if wanted is None:
            return
        command = Restore("contact", (wanted,))
        said = translate("people", "Restored")
        self._context.do(
            lambda actions: actions.restore(command), said, lambda _changes: self._on_saved(wanted), owner=self
        )

    # Making

    def _make_parts(self) -> None:
        self.name = Text("", "title", wrap=True)
        self.beside = Text("", "body", "muted", wrap=True)
        self.part = Tag()
        self.archived = Text("", "body", "due", wrap=True)
        self.edit_button = Button(translate("people", "Edit"), icon="pencil", size="small", name="person_edit")
        self.restore_button = Button(
            translate("people", "Restore"), icon="archive-restore", size="small", name="person_restore"
        )
        self.card_button = Button(
            translate("people", "vCard"), "bare", icon="download", size="small", name="person_vcard"
        )
        self.archive_button = Button(
            translate("people", "Archive"), "bare", icon="archive", size="small", name="person_archive"
        )
        self.edit_button.setToolTip(translate("people", "Edit this person (Enter in the table)"))
        self.card_button.setToolTip(translate("people", "Save this person as a vCard for a phone or another program"))
        self.edit_button.clicked.connect(self.edit)
        self.restore_button.clicked.connect(lambda: self.restore())
        self.archive_button.clicked.connect(self.archive)
        self.card_button.clicked.connect(self._export)
        self.ask = AskBar("person_ask", self._context)
        self.tabs = Tabs("person_tabs", translate("people", "Parts of this person"))
        for name, words, make in (
            ("overview", translate("people", "Overview"), self._make_overview),
            ("visits", translate("people", "Visits"), self._make_visits),
            ("referrals", translate("people", "Referrals"), self._make_referrals),
            ("commitments", translate("people", "Commitments"), self._make_commitments),
            ("history", translate("people", "History"), self._make_history),
        ):
            self.tabs.add(name, words, make)
        self.tabs.opened.connect(lambda _name: self._fill_tab())

    def _put_together(self) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(scaled(EDGE), scaled(14), scaled(EDGE), scaled(4))
        column.setSpacing(scaled(5))
        top = QHBoxLayout()
        top.setSpacing(scaled(8))
        top.addWidget(self.name, 1)
        top.addWidget(self.part, 0, Qt.AlignmentFlag.AlignTop)
        acts = QHBoxLayout()
        acts.setSpacing(scaled(4))
        for button in (self.edit_button, self.restore_button, self.card_button, self.archive_button):
            acts.addWidget(button)
        acts.addStretch(1)
        column.addLayout(top)
        column.addWidget(self.beside)
        column.addWidget(self.archived)
        column.addLayout(acts)
        column.addWidget(self.ask)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(head)
        bar = QHBoxLayout()
        bar.setContentsMargins(scaled(EDGE), 0, scaled(EDGE), 0)
        # The words of the tabs stand under the head's words, their pages reach from edge to edge.
        self.tabs.layout().removeWidget(self.tabs.bar)  # type: ignore[union-attr]  # it has one
        bar.addWidget(self.tabs.bar)
        whole.addLayout(bar)
        whole.addWidget(self.tabs, 1)
        self._page = page
        self._nothing = EmptyPlace(
            translate("people", "Nobody chosen"),
            translate("people", "Choose somebody in the table to see where they are and how to reach them."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(page)
        self.body.addWidget(self._stack)

    def _make_overview(self) -> QWidget:
        page = PersonOverview(self._context)
        page.changed.connect(self.refresh)
        return page

    def _make_visits(self) -> QWidget:
        return EntryList("person_visits", translate("people", "Not met at a visit yet."))

    def _make_referrals(self) -> QWidget:
        return EntryList("person_referrals", translate("people", "No referral came through this person yet."))

    def _make_commitments(self) -> QWidget:
        return CommitmentList(self._context, "person_commitments", with_source=True)

    def _make_history(self) -> QWidget:
        return HistoryView(self._context.desk, self._context.frame, "person_history")

    # Showing

    def _take(self, whole: PersonWhole) -> None:
        self._whole = whole
        line, today = whole.line, self._context.desk.today()
        self.name.setText(whole.name)
        self.beside.setText(cells.head_words(line, today))
        self.part.say(cells.part_words(line), "info")
        self.part.setVisible(bool(cells.part_words(line)))
        self.archived.setText(cells.archived_words(whole, today))
        gone = whole.archived_at is not None
        self.archived.setVisible(gone)
        self.restore_button.setVisible(gone)
        for button in (self.edit_button, self.archive_button):
            button.setVisible(not gone)
        self.card_button.setVisible(self._context.kit.export is not None)
        self._fill_tab()
        if self._form is None:
            self._stack.setCurrentWidget(self._page)
        after, self._after = self._after, None
        if after is not None:
            after()

    def _fill_tab(self) -> None:
        whole, page = self._whole, self.tabs.page(self.tabs.current)
        if whole is None:
            return
        if isinstance(page, PersonOverview):
            page.show_person(whole)
        elif isinstance(page, CommitmentList):
            now = cells.present_places(whole.line, self._context.desk.today())
            at = now[0].source_id if now else None
            about: dict[str, object] = {"source_id": at, "name": now[0].source if now else whole.name}
            page.show_filter(CommitmentFilter(contact_id=whole.contact_id), about, at)
        elif isinstance(page, HistoryView):
            page.show_record("contact", whole.contact_id)
        elif isinstance(page, EntryList):
            page.show_entries(self._visits(whole) if self.tabs.current == "visits" else self._referrals(whole))

    def _visits(self, whole: PersonWhole) -> Sequence[Entry]:
        today = self._context.desk.today()
        return [
            Entry(
                *cells.visit_words(visit, today),
                body=(visit.notes,),
                tag=cells.visit_tag(visit),
                acts=[self._opener("sources", visit.visit_id, source_id=visit.source_id, kind="visit")],
            )
            for visit in whole.visits
        ]

    def _referrals(self, whole: PersonWhole) -> Sequence[Entry]:
        today = self._context.desk.today()
        return [
            Entry(
                *cells.referral_words(referral, today),
                tag=(shown(str(referral.stage)), "info"),
                acts=[self._opener("referrals", referral.referral_id, referral_id=referral.referral_id)],
            )
            for referral in whole.referrals
        ]

    def _opener(self, place: str, row_id: int, **where: object) -> Button:
        words = translate("people", "Open")
        go = partial(self._context.go, place, **where)
        return act_button(words, f"person_{place}_{row_id}_open", go)

    def _on_missing(self, error: Exception) -> None:
        """The person is gone, for example because adding them was undone."""
        if isinstance(error, NotFound):
            self.show_person(None)
        else:
            self._context.frame.fault(error)

    # The form

    def _open_form(self, key: str, fields: tuple[Blank, ...], texts: dict[str, str], name: str) -> Form:
        context = self._context
        about = {"contact_id": None if key == NEW else int(key), "name": name}
        verb = translate("people", "Add person") if key == NEW else translate("people", "Save")
        form = Form(
            "person_form", fields, texts, context.desk, context.drafts, (DRAFT_KIND, key), about, verb=verb,
            find=lambda typed, found: context.find_sources(typed, found, self),
        )  # fmt: skip
        self._form = form
        form.left.connect(self._on_left)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.focus_first()
        return form

    def _watch(self, form: Form, apart: int | None) -> None:
        ways = PersonWays(open=self.open_asked.emit, restore=self._restore_other)
        self.watch = watch_person(form, self._context, ways, blanks.typed_person, apart=apart)

    def _restore_other(self, contact_id: int) -> None:
        if self._form is not None:
            self._form.saved()  # the person is here: what was typed of them is not kept as somebody new
        self.restore(contact_id)

    def _close_form(self) -> None:
        """Take the form away; what stands in it stays as a draft."""
        form, self._form, self.watch = self._form, None, None
        if form is None:
            return
        form.keep_draft()
        self._stack.removeWidget(form)
        form.hide()
        form.deleteLater()
        self._stack.setCurrentWidget(self._page if self._whole is not None else self._nothing)

    def _on_left(self) -> None:
        kept = self.is_typing()
        key = self._contact_id
        self._close_form()
        self.left_form.emit()
        if kept and self._context.drafts is not None:
            words = translate("people", "What you typed is kept as a draft")
            self._context.frame.toast(words, action=(translate("people", "Go on"), lambda: self._go_on(key)))

    def _go_on(self, contact_id: int | None) -> None:
        if contact_id is None:
            self.resume(DRAFT_KIND, NEW)
        else:
            self.show_person(contact_id, lambda: self.resume(DRAFT_KIND, str(contact_id)))

    def _add_order(self, form: Form, _version: int) -> Command:
        texts, today = form.texts(), self._context.desk.today()
        source_id = picked_id(texts["source_id"], "source_id")
        began = today if source_id is not None else None
        command = AddPerson(blanks.person_values(texts), source_id, texts.get("title", ""), began)
        return lambda actions: actions.add_person(command)

    def _edit_order(self, contact_id: int, form: Form, version: int) -> Command:
        command = EditPerson(contact_id, version, blanks.person_values(form.texts()))
        return lambda actions: actions.edit_person(command)

    def _on_saved(self, contact_id: int | None) -> None:
        self._close_form()
        if contact_id is not None:
            self._contact_id = contact_id
            self.refresh()
            self.saved.emit(contact_id)

    # Acts

    def _archive(self, whole: PersonWhole, why: str) -> None:
        command = Archive("contact", (whole.contact_id,), why)
        said = translate("people", "{person} archived").format(person=whole.name)
        self._context.do(lambda actions: actions.archive(command), said, lambda _changes: self.refresh(), owner=self)

    def _export(self) -> None:
        if self._context.kit.export is not None and self._contact_id is not None:
            self._context.kit.export((self._contact_id,))


def _typed_name(form: Form) -> str:
    texts = form.texts()
    return " ".join(f"{texts['first_name']} {texts['last_name']}".split())


def _reread(whole: PersonWhole) -> tuple[int, dict[str, str]]:
    return whole.line.version, blanks.person_texts(whole.line)
