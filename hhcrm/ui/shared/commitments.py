"""Commitments in a list: made, changed, kept, broken, withdrawn and opened again where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, cast

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import CommitmentStatus
from hhcrm.queries.commitment_models import CommitmentBalance, CommitmentFilter, CommitmentItem, CommitmentPage, Show
from hhcrm.services.commands import Archive, CloseCommitment, EditCommitment, MakeCommitment
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.forms import commitment_blanks as blanks
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.commitment_blanks import Whom
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.history_dialog import show_history
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

Command = Callable[["Actions"], ChangeSet]

DRAFT_KIND = "commitment"
NEW = "new"
_REFERRAL = "r"
PAGE = 30
_SHOWN: tuple[tuple[Show, str], ...] = (
    ("all", QT_TRANSLATE_NOOP("commitments", "all")),
    ("open", QT_TRANSLATE_NOOP("commitments", "open")),
    ("overdue", QT_TRANSLATE_NOOP("commitments", "overdue")),
    ("kept", QT_TRANSLATE_NOOP("commitments", "kept")),
    ("broken", QT_TRANSLATE_NOOP("commitments", "broken")),
    ("withdrawn", QT_TRANSLATE_NOOP("commitments", "withdrawn")),
)


@dataclass(frozen=True, slots=True)
class Made:
    """Where something is promised: at a visit, about a referral, or neither."""

    visit_id: int | None = None
    referral_id: int | None = None

    def key(self) -> str:
        """The end of the key of its draft: nothing, -visit, or -r and the referral."""
        if self.referral_id is not None:
            return f"-{_REFERRAL}{self.referral_id}"
        return "" if self.visit_id is None else f"-{self.visit_id}"

    @classmethod
    def of_key(cls, key: str) -> Made:
        """What such an end says."""
        said = key.removeprefix("-")
        if said.startswith(_REFERRAL):
            return cls(referral_id=int(said.removeprefix(_REFERRAL)))
        return cls(visit_id=int(said)) if said else cls()


class CommitmentList(EntryList):
    """The commitments that a filter leaves; new ones are made where the filter names a source.

    `name` is its object name and begins those of its parts.
    """

    def __init__(self, context: FormContext, name: str, *, with_source: bool = False) -> None:
        super().__init__(name, translate("commitments", "Nothing is promised here."))
        self._context = context
        self._with_source = with_source
        self._filter = CommitmentFilter(show="all")
        self._about: dict[str, object] = {}
        self._at: int | None = None
        self._contact: int | None = None
        self._asked = 0
        self._items: tuple[CommitmentItem, ...] = ()
        self._resume = ""
        self._takes_draft = False
        self.chip = FilterChip(
            translate("commitments", "Show"),
            [(value, translate("commitments", words)) for value, words in _SHOWN],
            f"{name}_show",
        )
        self.chip.chosen.connect(self._on_show)
        self._add = Button(translate("commitments", "Add commitment"), icon="plus", size="small", name=f"{name}_add")
        self._add.clicked.connect(lambda: self.add())
        self.add_top(self._add)
        self.add_top(self.chip)
        self.balance = Text("", "small", "muted", wrap=True)
        self.add_top(self.balance)
        self.more.clicked.connect(self._on_more)

    @property
    def items(self) -> tuple[CommitmentItem, ...]:
        """What is shown."""
        return self._items

    def show_filter(
        self, asked: CommitmentFilter, about: dict[str, object], at: int | None = None, contact_id: int | None = None
    ) -> None:
        """Show the commitments of a source, visit, referral or person; `about` is what drafts are told to be about.

        New ones are made to the source of the filter, else to the source `at`, and to the person `contact_id` there.
        """
        self._contact = contact_id
        self._at = asked.source_id or at
        if replace(asked, show="all") != replace(self._filter, show="all"):
            self._leave_form()
            self._items = ()
            self.show_entries(())
        self._filter, self._about = replace(asked, show=self._filter.show), about
        self._add.setVisible(self._at is not None)
        self._ask(0, max(PAGE, len(self._items)))

    def add(self, visit_id: int | None = None, referral_id: int | None = None) -> None:
        """Open an empty form; of what is promised at a visit or about a referral, else as the filter says."""
        if self._at is not None:
            made = Made(visit_id or self._filter.visit_id, referral_id or self._filter.referral_id)
            self._with_whom(self._at, lambda whom: self._open_new(whom, made))

    def edit(self, commitment_id: int) -> None:
        """Edit a commitment where it stands."""
        item = self._item(commitment_id)
        if item is not None:
            self._with_whom(item.source_id, lambda whom: self._open_edit(item, whom))

    def resume(self, key: str) -> None:
        """Go on with the draft kept under a key, as soon as the commitments are here."""
        self._resume = key

    # Forms

    def _with_whom(self, source_id: int, then: Callable[[Whom], None]) -> None:
        """Read whom one can name, then go on, unless other commitments are shown by then."""
        shown = self._what()

        def question(ask: Questions) -> Whom:
            return Whom(ask.people_of(source_id), ask.choices().users)

        self._context.desk.read(question, lambda whom: then(whom) if shown == self._what() else None, owner=self)

    def _what(self) -> tuple[CommitmentFilter, int | None]:
        return replace(self._filter, show="all"), self._at

    def _open_new(self, whom: Whom, made: Made) -> None:
        key = f"{self._at}/{NEW}{made.key()}"
        known = any(person.contact_id == self._contact and not person.left for person in whom.people)
        start = {"contact_id": str(self._filter.contact_id or (self._contact if known else "") or "")}
        verb = translate("commitments", "Add commitment")
        form = self._form("commitment", key, blanks.commitment_blanks(whom), start, verb)
        self._edit_in(form, lambda asked, _version: self._make_order(asked, made), _made, None)

    def _open_edit(self, item: CommitmentItem, whom: Whom) -> None:
        texts = blanks.commitment_texts(item)
        fields = blanks.commitment_blanks(whom)
        form = self._form(f"commitment_{item.commitment_id}", self._key(item, "edit"), fields, texts, _save())
        self._edit_in(form, partial(self._edit_order, item.commitment_id), _saved, item)

    def _open_move(self, item: CommitmentItem) -> None:
        texts = {"due_on": blanks.commitment_texts(item)["due_on"]}
        name = f"commitment_move_{item.commitment_id}"
        verb = translate("commitments", "Move the day")
        form = self._form(name, self._key(item, "move"), blanks.move_blanks(), texts, verb)
        self._edit_in(form, partial(self._edit_order, item.commitment_id), _saved, item)

    def _open_close(self, item: CommitmentItem, status: CommitmentStatus) -> None:
        verb = {
            CommitmentStatus.BROKEN: translate("commitments", "Mark broken"),
            CommitmentStatus.WITHDRAWN: translate("commitments", "Withdraw"),
        }.get(status, translate("commitments", "Mark kept"))
        name = f"commitment_close_{item.commitment_id}"
        day = f"{self._context.desk.today():%m/%d/%Y}"
        form = self._form(name, self._key(item, status.value), blanks.close_blanks(status), {"closed_on": day}, verb)
        # Whoever settled it meanwhile has said something else of it: no putting together, look at it again.
        self._edit_in(form, partial(self._close_order, item.commitment_id, status), _saved, item, again=False)

    def _key(self, item: CommitmentItem, what: str) -> str:
        return f"{item.source_id}/{item.commitment_id}/{what}"

    def _form(self, name: str, key: str, fields: tuple[Blank, ...], texts: dict[str, str], verb: str) -> Form:
        context = self._context
        own = f"{self.objectName()}_{name}"
        about = dict(self._about)
        form = Form(
            own, fields, texts, context.desk, context.drafts, (DRAFT_KIND, key), about, verb=verb, inset=True
        )  # fmt: skip
        form.left.connect(self._leave_form)
        return form

    def _edit_in(
        self,
        form: Form,
        order: Callable[[Form, int], Command],
        said: Callable[[], str],
        item: CommitmentItem | None,
        *,
        again: bool = True,
    ) -> None:
        reread = None if item is None or not again else lambda q: _reread(q.commitment(item.commitment_id))
        version = 0 if item is None else item.version
        Editing(form, self._context, order, said, lambda _changes: self._leave_form(), version=version, reread=reread)
        self.begin_edit(form, self._entry_of(item))
        if self._takes_draft:
            self._takes_draft = False
            form.take_draft()
        form.focus_first()

    def _make_order(self, form: Form, made: Made) -> Command:
        today = self._context.desk.today()
        values = blanks.commitment_values(form.texts(), today)
        source_id = self._at
        assert source_id is not None
        command = MakeCommitment(
            source_id,
            str(values["text"]),
            due_on=values["due_on"],  # type: ignore[arg-type]  # a day, or it was refused
            made_on=today,
            contact_id=values["contact_id"],  # type: ignore[arg-type]  # an id or None, as all ids of a form
            visit_id=made.visit_id,
            referral_id=made.referral_id,
            owner_id=values["owner_id"],  # type: ignore[arg-type]  # as above
        )
        return lambda actions: actions.make_commitment(command)

    def _edit_order(self, commitment_id: int, form: Form, version: int) -> Command:
        values = blanks.commitment_values(form.changed(), self._context.desk.today())
        command = EditCommitment(commitment_id, version, values)
        return lambda actions: actions.edit_commitment(command)

    def _close_order(self, commitment_id: int, status: CommitmentStatus, form: Form, version: int) -> Command:
        texts = form.texts()
        day = blanks.day_of(texts["closed_on"], "closed_on", self._context.desk.today())
        command = CloseCommitment(commitment_id, version, status, day, texts.get("why", ""))
        return lambda actions: actions.close_commitment(command)

    def _leave_form(self) -> None:
        was_open = self.editing is not None
        if isinstance(self.editing, Form):
            self.editing.keep_draft()
        self.end_edit()
        if was_open:
            self._ask(0, max(PAGE, len(self._items)))

    # Asking and showing

    def _ask(self, offset: int, limit: int) -> None:
        self._asked += 1
        mine, asked = self._asked, self._filter
        self._context.desk.read(
            lambda q: q.commitment_page(asked, offset, limit),
            lambda page: self._take(page) if mine == self._asked else None,
            owner=self,
        )

    def _take(self, page: CommitmentPage) -> None:
        if self.editing is not None:
            return
        self._items = (*self._items[: page.offset], *page.lines)
        words = balance_words(page.balance)
        self.balance.setText(words)
        self.balance.setVisible(bool(words))
        self.show_entries([self._entry(item) for item in self._items], more=len(self._items) < page.total)
        key, self._resume = self._resume, ""
        if key:
            self._go_on(key)

    def _go_on(self, key: str) -> None:
        """Open the form that a draft is of; its key is source/commitment/what, or source/new and where it was made."""
        _source, _, rest = key.partition("/")
        number, _, what = rest.partition("/")
        if number.startswith(NEW):
            self._takes_draft = True
            made = Made.of_key(number.removeprefix(NEW))
            self.add(made.visit_id, made.referral_id)
            return
        item = self._item(int(number))
        if item is None:
            return
        self._takes_draft = True
        if what == "edit":
            self.edit(item.commitment_id)
        elif what == "move":
            self._open_move(item)
        else:
            self._open_close(item, CommitmentStatus(what))

    def _on_more(self) -> None:
        self._ask(len(self._items), PAGE)

    def _on_show(self, value: str) -> None:
        self._leave_form()
        self._items = ()
        self._filter = replace(self._filter, show=cast(Show, value))
        self._ask(0, PAGE)

    def _item(self, commitment_id: int) -> CommitmentItem | None:
        return next((item for item in self._items if item.commitment_id == commitment_id), None)

    def _entry_of(self, item: CommitmentItem | None) -> Entry | None:
        place = self._items.index(item) if item in self._items else -1
        entries = self.entries()
        return entries[place] if 0 <= place < len(entries) else None

    def _entry(self, item: CommitmentItem) -> Entry:
        today = self._context.desk.today()
        beside = blanks.beside_words(item, today, with_source=self._with_source)
        why = translate("commitments", "Why: {why}").format(why=item.why) if item.why else ""
        return Entry(item.text, beside, (why,), blanks.tag_of(item, today), self._acts(item))

    def _acts(self, item: CommitmentItem) -> list[Button]:
        name = f"{self.objectName()}_{item.commitment_id}"
        edit = self._act(item, "edit", translate("commitments", "Edit"), lambda: self.edit(item.commitment_id))
        archive = self._act(item, "archive", translate("commitments", "Archive"), lambda: self._archive(item))
        past = self._act(item, "history", translate("commitments", "History"), lambda: self._history(item))
        if item.status is not CommitmentStatus.OPEN:
            again = self._act(item, "reopen", translate("commitments", "Open again"), lambda: self._reopen(item))
            return [again, edit, archive, past]
        kept = act_button(
            translate("commitments", "Kept"), f"{name}_kept", lambda: self._keep(item),
            translate("commitments", "Kept: {text}").format(text=item.text),
        )  # fmt: skip
        broken = self._act(
            item, "broken", translate("commitments", "Broken…"),
            lambda: self._open_close(item, CommitmentStatus.BROKEN),
        )  # fmt: skip
        move = self._act(item, "move", translate("commitments", "Move the day…"), lambda: self._open_move(item))
        withdraw = self._act(
            item, "withdraw", translate("commitments", "Withdraw…"),
            lambda: self._open_close(item, CommitmentStatus.WITHDRAWN),
        )  # fmt: skip
        return [kept, broken, move, edit, withdraw, archive, past]

    def _act(self, item: CommitmentItem, what: str, words: str, act: Callable[[], object]) -> Button:
        name = f"{self.objectName()}_{item.commitment_id}_{what}"
        return act_button(words, name, act, f"{words.rstrip('…')}: {item.text}")

    def _history(self, item: CommitmentItem) -> None:
        context = self._context
        show_history(context.desk, context.frame, "commitment", item.commitment_id, item.text, self)

    # Acts of one press

    def _keep(self, item: CommitmentItem) -> None:
        today = self._context.desk.today()
        command = CloseCommitment(item.commitment_id, item.version, CommitmentStatus.KEPT, today)
        self._context.do(
            lambda actions: actions.close_commitment(command), translate("commitments", "Commitment kept"), owner=self
        )

    def _reopen(self, item: CommitmentItem) -> None:
        today = self._context.desk.today()
        command = CloseCommitment(item.commitment_id, item.version, CommitmentStatus.OPEN, today)
        words = translate("commitments", "Commitment is open again")
        self._context.do(lambda actions: actions.close_commitment(command), words, owner=self)

    def _archive(self, item: CommitmentItem) -> None:
        command = Archive("commitment", (item.commitment_id,))
        words = translate("commitments", "Commitment archived")
        self._context.do(lambda actions: actions.archive(command), words, owner=self)


def balance_words(balance: CommitmentBalance) -> str:
    """How many stand how: 3 open, 1 of them overdue, 8 kept, 1 broken; nothing where nothing was promised."""
    parts = (
        (balance.open, translate("commitments", "{count} open")),
        (balance.overdue, translate("commitments", "{count} of them overdue")),
        (balance.kept, translate("commitments", "{count} kept")),
        (balance.broken, translate("commitments", "{count} broken")),
        (balance.withdrawn, translate("commitments", "{count} withdrawn")),
    )
    return ", ".join(words.format(count=f"{count:,}") for count, words in parts if count)


def _save() -> str:
    return translate("commitments", "Save")


def _saved() -> str:
    return translate("commitments", "Commitment saved")


def _made() -> str:
    return translate("commitments", "Commitment written down")


def _reread(item: CommitmentItem) -> tuple[int, dict[str, str]]:
    return item.version, blanks.commitment_texts(item)
