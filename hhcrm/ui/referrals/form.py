"""The form of a referral: recording one, and the facts of one that is there, with what is wrong beside each field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.intake_facts import Intake
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.referral_models import ReferralDetail, ReferralGuess
from hhcrm.services.referral_commands import EditReferral, RecordReferral
from hhcrm.ui.referrals import blanks
from hhcrm.ui.referrals.check_lines import IntakeWatch
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.referrals.editors import (
    PatientEditor,
    PickEditor,
    SayingEditor,
    day_editor,
    day_time_editor,
    instant_editor,
)
from hhcrm.ui.referrals.intake_texts import read_intake
from hhcrm.ui.referrals.needs_editor import NeedsEditor
from hhcrm.ui.referrals.new_rows import NewPersonRow, NewSourceRow
from hhcrm.ui.shared.entries import EDGE
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import SEPARATOR, Blank
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.editors import Editor, LineEditor
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.person_picker import PersonPicker
from hhcrm.ui.shared.source_picker import SourcePicker
from hhcrm.ui.shared.when import say_instant

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

Command = Callable[["Actions"], ChangeSet]

KIND = "referral"
NEW = "new"
_ZIP = 5


class ReferralForm(QWidget):
    """Around a `Form`: picks, times and ZIP codes answer as soon as they are typed.

    `saved` gives the referral's id, `left` closes the form; what was typed stays as a draft.
    """

    saved = Signal(int)
    left = Signal()

    def __init__(
        self, context: ReferralContext, detail: ReferralDetail | None, guess: ReferralGuess | None = None
    ) -> None:
        super().__init__()
        self._context = context
        self._detail = detail
        self._wanted = False
        self._asked = 0
        self.form = self._make_form(guess)
        self.new_source = NewSourceRow(context)
        self.new_person = NewPersonRow(context, "new_person")
        self.new_physician = NewPersonRow(context, "new_physician")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.check = IntakeWatch(self.form, context, self._intake, all_answers=detail is None)
        column.addWidget(self._sum_row())
        column.addWidget(self.form)
        self._add_rows()
        self._connect()
        self._editing = self._make_editing()

    @property
    def referral_id(self) -> int | None:
        """Which referral is edited; None for a new one."""
        return self._detail.row.referral_id if self._detail is not None else None

    @property
    def source_id(self) -> int | None:
        """The source that is picked."""
        return self._source.picked

    def is_typing(self) -> bool:
        """Whether something stands in it that is not saved."""
        return bool(self.form.changed())

    def cover(self, covered: bool) -> None:
        """Cover what says who the patient is, or show it again."""
        for key in blanks.PATIENT:
            editor = self.form.editor(key)
            if isinstance(editor, PatientEditor):
                editor.cover(covered)

    def show_detail(self, detail: ReferralDetail) -> None:
        """The referral was read anew: what nobody is typing over follows it."""
        self._detail = detail
        if not self.form.undecided:
            desk = self._context.desk
            self.form.meet(blanks.detail_texts(detail, desk.today(), desk.zone()))
            self.check.look()

    def show_guess(self, guess: ReferralGuess) -> None:
        """Fill what nobody touched from what the source usually sends."""
        for key, text in blanks.guess_texts(guess).items():
            self.form.guess(key, text)
        if guess.archived:
            words = translate("referrals", "{name} is archived.").format(name=guess.source)
            self.form.field("source_id").say_hint(words)
        self.check.look()

    # Making

    def _make_form(self, guess: ReferralGuess | None) -> Form:
        context, detail, desk = self._context, self._detail, self._context.desk
        now = say_instant(desk.now(), desk.today(), desk.zone())
        if detail is not None:
            texts = blanks.detail_texts(detail, desk.today(), desk.zone())
        else:
            texts = {"heard_at": now} | (blanks.guess_texts(guess) if guess is not None else {})
            if guess is not None and guess.source_id is not None:
                texts["source_id"] = f"{guess.source_id}{SEPARATOR}{guess.source}"
        name = translate("referrals", "a new referral") if detail is None else detail.row.source
        lists = context.choices if detail is None else blanks.with_its_own(context.choices, detail)
        return Form(
            "new_referral" if detail is None else "referral",
            blanks.referral_blanks(lists, detail.row.stage if detail is not None else None),
            texts,
            desk,
            context.drafts,
            (KIND, NEW if detail is None else str(detail.row.referral_id)),
            {"referral_id": self.referral_id, "name": name},
            verb=translate("referrals", "Record referral") if detail is None else translate("referrals", "Save"),
            new=detail is None,
            beside=True,
            kept=("heard_at", "source_id") if detail is None else (),
            make=self._make_editor,
        )

    def _make_editor(self, blank: Blank, name: str) -> Editor | None:
        desk = self._context.desk
        here = (desk.today, desk.zone)
        if blank.key == "source_id":
            new_words = translate("referrals", "add as a new source")
            self._source = SourcePicker(desk, name, new_words=new_words)
            self._source.setPlaceholderText(translate("referrals", "Type a name"))
            return PickEditor(self._source)
        if blank.key in ("contact_id", "ordering_contact_id"):
            picker = PersonPicker(desk, name, new_words=translate("referrals", "add as a new person"))
            picker.setPlaceholderText(translate("referrals", "Not known"))
            return PickEditor(picker)
        if blank.key == "disciplines":
            there = {each.id: each for each in self._context.choices.disciplines}
            kept = self._detail.disciplines if self._detail is not None else ()
            return NeedsEditor((*there.values(), *(each for each in kept if each.id not in there)), name)
        if blank.key == "satisfaction":
            score = LineEditor()
            score.setPlaceholderText(translate("referrals", "0 to 10"))
            return score
        if blank.key in blanks.INSTANTS:
            return instant_editor(*here, translate("referrals", "e.g. today 8:04 am"))
        if blank.key in blanks.DAY_TIMES:
            return day_time_editor(*here, translate("referrals", "e.g. fri 2 pm"))
        if blank.key in blanks.PATIENT:
            return PatientEditor()
        if blank.key in blanks.DAYS:
            return day_editor(*here, translate("referrals", "e.g. 11/27"))
        return None

    def _add_rows(self) -> None:
        """Below each picker the row that adds what it does not find, in the order of the keyboard too."""
        for key, row in self._rows().items():
            self.form.add_below(key, row)
            chain = [self._picker(key), *row.chain()]
            for first, second in pairwise(chain):
                QWidget.setTabOrder(first, second)

    def _rows(self) -> dict[str, NewSourceRow | NewPersonRow]:
        return {
            "source_id": self.new_source,
            "contact_id": self.new_person,
            "ordering_contact_id": self.new_physician,
        }

    def _picker(self, key: str) -> SourcePicker | PersonPicker:
        editor = self.form.editor(key)
        assert isinstance(editor, PickEditor)
        assert isinstance(editor.picker, SourcePicker | PersonPicker)
        return editor.picker

    def _connect(self) -> None:
        self.form.left.connect(self.left)
        self.form.ready = self._ready
        for key, row in self._rows().items():
            picker = self._picker(key)
            picker.chosen.connect(partial(self._on_chosen, key))
            row.added.connect(partial(self._on_added, key))
            row.left.connect(partial(picker.setFocus, Qt.FocusReason.OtherFocusReason))
        for key in blanks.INSTANTS:
            editor = self.form.editor(key)
            assert isinstance(editor, SayingEditor)
            editor.left.connect(partial(self._check_time, key))
        zip_code = self.form.editor("zip")
        assert isinstance(zip_code, QLineEdit)
        zip_code.editingFinished.connect(self._check_zip)
        self._show_people()
        self.check.look()

    def _make_editing(self) -> Editing:
        context, detail = self._context, self._detail
        if detail is None:
            said = partial(self._said_of, translate("referrals", "Referral from {source} recorded"))
            return Editing(self.form, context, self._record_order, said, self._on_saved)
        referral_id = detail.row.referral_id
        return Editing(
            self.form,
            context,
            self._edit_order,
            partial(self._said_of, translate("referrals", "Referral from {source} saved")),
            self._on_saved,
            version=detail.row.version,
            reread=lambda q: self._reread(q, referral_id),
        )

    def _intake(self) -> Intake | None:
        """What stands there; of a referral that is closed nobody asks any more whether it can be taken.

        Once care has started, only its day is held against those of the referral and the discharge.
        """
        row = self._detail.row if self._detail is not None else None
        if row is not None and (row.stage is ReferralStage.NOT_ADMITTED or row.archived):
            return None
        desk = self._context.desk
        said = read_intake(self.form.texts(), desk.today(), desk.zone(), self.referral_id)
        if row is None or row.stage is not ReferralStage.ADMITTED:
            return said
        return Intake(said.referral_id, heard_at=said.heard_at, soc_on=said.soc_on, discharged_on=said.discharged_on)

    def _sum_row(self) -> QWidget:
        """All answers in one line, in sight however far the form is scrolled."""
        row = QWidget()
        inside = QVBoxLayout(row)
        inside.setContentsMargins(scaled(EDGE), scaled(6), scaled(EDGE), scaled(2))
        inside.addWidget(self.check.sum)
        return row

    # Saving

    def _said_of(self, words: str) -> str:
        return words.format(source=self._source.text().strip())

    def _ready(self) -> bool:
        """Take what is marked in the pickers; the answer that decides may still be on its way."""
        for key in self._rows():
            picker = self._picker(key)
            picker.settle()
            if picker.waiting:
                self._wanted = True
                return False
        return True

    def _stored(self, texts: dict[str, str]) -> tuple[dict[str, object], dict[str, object]]:
        desk = self._context.desk
        return blanks.stored(texts, desk.today(), desk.zone())

    def _record_order(self, form: Form, _version: int) -> Command:
        texts = {key: text for key, text in form.texts().items() if text.strip()}
        for key, words in (
            ("source_id", translate("referrals", "Say who sent the patient: type a name.")),
            ("service_line_id", translate("referrals", "Choose the service line.")),
        ):
            if key not in texts:
                raise RuleBroken(words, key)
        values, patient = self._stored(texts)
        # Saving again under the words that the source was archived records it there all the same.
        needs, again = _needs(values) or (), bool(form.field("source_id").error)
        command = RecordReferral(values, patient, needs, archived_too=again)
        return lambda actions: actions.record_referral(command)

    def _edit_order(self, form: Form, version: int) -> Command:
        assert self._detail is not None
        values, patient = self._stored(form.changed())
        needs = _needs(values)
        command = EditReferral(self._detail.row.referral_id, version, values, patient, needs)
        return lambda actions: actions.edit_referral(command)

    def _reread(self, questions: Questions, referral_id: int) -> tuple[int, dict[str, str]]:
        found, desk = questions.referral_detail(referral_id), self._context.desk
        return found.row.version, blanks.detail_texts(found, desk.today(), desk.zone())

    def _on_saved(self, changes: ChangeSet) -> None:
        self.saved.emit(self.referral_id or changes.subject or 0)

    # What happens

    def _on_chosen(self, key: str, picked: int, typed: str) -> None:
        row = self._rows()[key]
        if not picked:
            self._wanted = False
            row.begin(typed, self.source_id) if isinstance(row, NewPersonRow) else row.begin(typed)
            return
        row.hide()
        self.form.field(key).say_error("")
        if key == "source_id":
            self._show_people()
            self._ask_guess(picked)
        if self._wanted:
            self._wanted = False
            self.form.save.click()

    def _on_added(self, key: str, new_id: int, name: str) -> None:
        self.form.type_into(key, f"{new_id}{SEPARATOR}{name}")
        if key == "source_id":
            self._show_people()
            self._ask_guess(new_id)
        self._picker(key).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_people(self) -> None:
        """Those at the source come first when a person is picked."""
        for key in ("contact_id", "ordering_contact_id"):
            picker = self._picker(key)
            assert isinstance(picker, PersonPicker)
            picker.source_id = self.source_id

    def _ask_guess(self, source_id: int) -> None:
        if self._detail is not None:
            return
        self._asked += 1
        mine = self._asked
        self._context.desk.read(
            lambda q: q.referral_guess(source_id),
            lambda guess: self.show_guess(guess) if mine == self._asked else None,
            owner=self,
        )

    def _check_time(self, key: str) -> None:
        desk, text = self._context.desk, self.form.texts()[key]
        self.form.field(key).say_error(blanks.check_past(text, desk.now(), desk.today(), desk.zone()))
        self.check.show_again()

    def _check_zip(self) -> None:
        code = self.form.texts()["zip"].strip()
        if len(code) < _ZIP:
            self.form.field("zip").say_hint("")
            return
        self._context.desk.read(lambda q: q.zip_place(code), partial(self._say_place, code), owner=self)

    def _say_place(self, code: str, place: str | None) -> None:
        if self.form.texts()["zip"].strip() == code:
            unknown = translate("referrals", "There is no such ZIP code. Ask the caller again; it is kept as typed.")
            self.form.field("zip").say_hint(place or unknown)


def _needs(values: dict[str, object]) -> tuple[int, ...] | None:
    """The disciplines needed, taken out of the values; None where nobody touched them."""
    found = values.pop("disciplines", None)
    return found if isinstance(found, tuple) else None
