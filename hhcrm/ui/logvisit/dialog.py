"""Log visit: one dialog from anywhere, filled with the best guess, kept from the first key on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.errors import KnownFault, RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.queries.log_models import LogGuess, NextVisit
from hhcrm.queries.read_models import Choices
from hhcrm.ui.logvisit.form import LogForm
from hhcrm.ui.logvisit.saving import Saver
from hhcrm.ui.logvisit.typed import Typed, Unfit, from_draft, read_typed, to_draft
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.form_dialog import FormDialog
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.shelf import KeptDraft, Shelf
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

KEEP_AFTER_MS = 300
_WIDTH = 698
_FIELD_OF = {"visit_on": "when", "start_time": "when", "source_id": "source"}


class LogVisitDialog(FormDialog):
    """Enter moves on, Ctrl+Enter saves from anywhere, Esc closes and keeps the draft."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        source_id: int | None = None,
        visit_id: int | None = None,
        *,
        shelf: Shelf,
        saver: Saver | None = None,
        parent: QWidget | None = None,
    ) -> None:
        form = LogForm(desk)
        super().__init__("log_visit", translate("log", "Log visit"), form, _WIDTH, parent)
        self.form = form
        self._desk = desk
        self._frame = frame
        self._shelf = shelf
        self._saver = saver if saver is not None else Saver(desk, frame, shelf)
        self._choices: Choices | None = None
        self._asked = 0
        self._loading = False
        self._next_for: tuple[int | None, date | None, object] | None = None
        self._wanted: str = ""
        self._saving = False
        self._gave_up_draft = False
        self._draft: KeptDraft | None = None
        self._key = shelf.new_key()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(KEEP_AFTER_MS)
        self._clock.timeout.connect(self._keep)
        self._put_together()
        self._connect()
        self._request = (source_id, visit_id)
        self._begin(source_id, visit_id)

    @property
    def loading(self) -> bool:
        """Whether an answer that fills the fields is still on its way."""
        return self._loading

    # Beginning

    def _begin(self, source_id: int | None, visit_id: int | None) -> None:
        """Fill in a draft that waits for this source, or else the best guess."""
        draft = self._waiting_draft(source_id, visit_id)
        if draft is not None:
            self._continue(draft)
        else:
            self._load(source_id, visit_id)
        known = draft is None and (source_id is not None or visit_id is not None)
        (self.form.advance if known else self.form.source).setFocus(Qt.FocusReason.OtherFocusReason)

    def _waiting_draft(self, source_id: int | None, visit_id: int | None) -> KeptDraft | None:
        for draft in self._shelf.offered():
            about = draft.content
            named = (visit_id is not None and about.get("visit_id") == visit_id) or (
                source_id is not None and about.get("source_id") == source_id
            )
            if named or (source_id is None and visit_id is None):
                return draft
        return None

    def _continue(self, draft: KeptDraft) -> None:
        self._draft = draft
        self._key = draft.key
        self._shelf.hold(draft.key)
        typed = from_draft(draft.content, self._desk.today())
        self.form.show_typed(typed)
        self._load(typed.source_id, typed.visit_id, typed)
        self._say_draft(
            translate("log", "Draft from {said_at} continued.").format(said_at=self._said_at(draft.kept_at)),
            translate("log", "Start fresh"),
        )

    def _start_fresh(self) -> None:
        """The draft stays where it is until something new is typed over it."""
        assert self._draft is not None
        self._clock.stop()
        self.form.show_typed(Typed())
        self._load(*self._request)
        self._say_draft(
            translate("log", "Draft from {said_at} set aside.").format(said_at=self._said_at(self._draft.kept_at)),
            translate("log", "Continue it"),
        )
        self.form.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_draft_button(self) -> None:
        if self._draft is None:
            return
        if self.draft_button.text() == translate("log", "Start fresh"):
            self._start_fresh()
        else:
            self._continue(self._draft)

    def _load(self, source_id: int | None, visit_id: int | None, kept: Typed | None = None) -> None:
        self._asked += 1
        mine, known = self._asked, self._choices
        self._loading = True

        def question(ask: Questions) -> tuple[Choices, LogGuess]:
            return known or ask.choices(), ask.log_guess(source_id, visit_id)

        def done(answer: tuple[Choices, LogGuess]) -> None:
            if mine == self._asked:
                self._fill(*answer, kept)

        self._desk.read(question, done, self._failed(mine), owner=self)

    def _failed(self, mine: int) -> Callable[[Exception], None]:
        """What was asked cannot be answered: say so, and let the person save what stands there."""

        def failed(error: Exception) -> None:
            if mine == self._asked:
                self._loading = False
                self._wanted = ""
                self._say_fault(error)

        return failed

    def _fill(self, choices: Choices, guess: LogGuess, kept: Typed | None) -> None:
        self._loading = False
        if self._choices is None:
            self._choices = choices
            self.form.show_choices(choices)
            if kept is not None:
                self.form.show_typed(kept)
        self.form.show_guess(guess, kept)
        self._next_for = self._next_key()
        planned = guess.planned > 0 and guess.visit_id is not None
        self.place.setText(
            translate("log", "{position} of {planned} today").format(position=guess.position, planned=guess.planned)
            if planned
            else ""
        )
        self.next_button.setVisible(planned and guess.planned > 1)
        self.fit()
        self._go_on()

    # What the person does

    def save(self, mode: str = "close") -> None:
        """Save what stands in the fields; `mode` next goes on to the next planned visit."""
        if self._saving:
            return
        self.form.source.settle()
        self._ask_next()
        if self._loading or self.form.source.waiting:
            self._wanted = mode
            return
        typed = self.form.typed()
        try:
            command = read_typed(typed, self._desk.today())
        except Unfit as unfit:
            self.form.say_errors(unfit.words)
            self.fit()
            return
        self.form.say_errors({})
        self._clock.stop()
        if not self._keep_now():
            return
        self._saving = True
        self._say(translate("log", "Saving"))

        def done() -> None:
            self._on_saved(mode)

        if self._saver.save(command, typed.source, self._key, self, done, self._on_refused):
            self._frame.toast(
                translate(
                    "log",
                    "The visit to {source} is kept as a draft and waits. It is saved as soon as the import is done.",
                ).format(source=typed.source)
            )
            self._leave()

    def show_more(self) -> None:
        """Open or close the rarer fields."""
        self.form.show_more(not self.form.more_shown)
        self._say_more()
        if self.form.more_shown:
            self.form.travel_minutes.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def _on_edited(self, name: str) -> None:
        self._gave_up_draft = False
        self.fault.hide()
        if name == "source" and self.form.source.source_id is not None:
            self.form.fields["source"].say_error("")
        self._clock.start()

    def _on_source_chosen(self) -> None:
        source_id = self.form.source.source_id
        if source_id is None:
            self.form.clear_people()
            self._go_on()
        else:
            self._load(source_id, None)

    def _next_key(self) -> tuple[int | None, date | None, object]:
        return self.form.source.source_id, self.form.visit_on(), self.form.kind_id.currentData()

    def _ask_next(self) -> None:
        """The next visit follows the day and the kind, unless the person typed it."""
        wanted = self._next_key()
        source_id, day, kind_id = wanted
        if self._loading or wanted == self._next_for or "next_on" in self.form.touched:
            return
        if source_id is None or day is None or day > self._desk.today():
            return
        self._asked += 1
        mine, self._loading, self._next_for = self._asked, True, wanted
        visit_id = self.form.typed().visit_id
        kind = kind_id if isinstance(kind_id, int) else None

        def question(ask: Questions) -> NextVisit:
            return ask.next_visit(source_id, day, kind, visit_id)

        def done(following: NextVisit) -> None:
            if mine == self._asked:
                self._loading = False
                self.form.show_next(following)
                self._go_on()

        self._desk.read(question, done, self._failed(mine), owner=self)

    def _go_on(self) -> None:
        """Carry on with the save that waited for an answer."""
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.save(wanted)

    # The draft

    def _keep(self) -> None:
        self._shelf.keep(
            self._key,
            to_draft(self.form.typed(), self._desk.today()),
            lambda: self._say(translate("log", "draft kept")),
            self._say_not_kept,
            self,
        )

    def _keep_now(self) -> bool:
        """Put the draft on disk before going on; False, and said, where that cannot be done."""
        try:
            self._shelf.keep_now(self._key, to_draft(self.form.typed(), self._desk.today()))
        except KnownFault as fault:
            self._say_not_kept(fault)
            return False
        return True

    def _say_not_kept(self, error: Exception) -> None:
        self._say_fault(error, translate("log", "The draft could not be kept. "))

    # After the save

    def _on_saved(self, mode: str) -> None:
        self._saving = False
        self.form.touched.clear()
        if mode != "next":
            self._leave()
            return
        self._key = self._shelf.new_key()
        self._draft = None
        self._say_draft("", "")
        self._say("")
        self.form.say_errors({})
        self.form.show_typed(Typed())
        self.form.show_more(False)
        self._next_for = None
        self._load_next()

    def _load_next(self) -> None:
        self._asked += 1
        mine = self._asked
        self._loading = True

        def question(ask: Questions) -> LogGuess:
            return ask.log_guess(None, None)

        def done(guess: LogGuess) -> None:
            if mine != self._asked or self._choices is None:
                return
            if guess.visit_id is None:
                self._frame.toast(translate("log", "No planned visit is left today."))
                self._leave()
                return
            self._fill(self._choices, guess, None)
            self.form.advance.setFocus(Qt.FocusReason.OtherFocusReason)

        self._desk.read(question, done, self._failed(mine), owner=self)

    def _on_refused(self, error: Exception) -> None:
        self._saving = False
        name = error.field if isinstance(error, RuleBroken) else None
        name = _FIELD_OF.get(name or "", name)
        if name is not None and name in self.form.fields:
            self._say(translate("log", "draft kept"))
            self.form.say_errors({name: str(error)})
        else:
            self._say_fault(error)
        self.fit()

    def _leave(self) -> None:
        """Close without keeping: the draft is saved, dropped, or in the saver's hands."""
        self._clock.stop()
        super().reject()

    @override
    def reject(self) -> None:
        """Esc: close, and keep what was typed."""
        if self._saving:
            return
        self._clock.stop()
        if self.form.touched and not self._gave_up_draft and not self._keep_now():
            self._gave_up_draft = True  # said once; whoever closes again means it
            return
        self._shelf.release(self._key)
        if self.form.touched:
            self._frame.toast(translate("log", "Draft of the visit kept. It is offered when you log the next one."))
        super().reject()

    # Saying

    def _say(self, words: str) -> None:
        self.state.set_tone("muted")
        self.state.setText(words)

    def _say_fault(self, error: Exception, before: str = "") -> None:
        known = isinstance(error, KnownFault)
        self.fault.setText(
            before + (str(error) if known else translate("log", "The program made a mistake. What you typed is kept."))
        )
        self.fault.show()
        self._say("")
        self.fit()

    def _say_draft(self, words: str, button: str) -> None:
        self.draft_words.setText(words)
        self.draft_button.setText(button)
        self.draft_button.setAccessibleName(f"{words} {button}")
        self.draft_line.setVisible(bool(words))
        self.fit()

    def _said_at(self, at: datetime) -> str:
        local = at.astimezone(self._desk.zone())
        clock = say_time(local.time())
        return clock if local.date() == self._desk.today() else f"{say_day(local.date(), self._desk.today())} {clock}"

    def _say_more(self) -> None:
        self.more_button.setText(translate("log", "Less") if self.form.more_shown else translate("log", "More"))
        self.more_button.setAccessibleName(
            translate("log", "Fewer fields") if self.form.more_shown else translate("log", "More fields")
        )

    # Making

    def _put_together(self) -> None:
        column = self.column
        column.addLayout(self._head())
        column.addWidget(self._draft_line())
        self.fault = Text("", "small", "overdue", wrap=True)
        self.fault.setObjectName("log_fault")
        self.fault.hide()
        column.addWidget(self.fault)
        column.addWidget(self.area, 1)
        column.addLayout(self._foot())
        self._order_tabs()

    def _head(self) -> QHBoxLayout:
        self.place = Text("", "small", "muted")
        self.place.setObjectName("log_place")
        self.state = Text("", "small", "muted")
        self.state.setObjectName("log_state")
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        row.addWidget(Text(translate("log", "Log visit"), "head"))
        row.addStretch(1)
        row.addWidget(self.place)
        row.addWidget(self.state)
        return row

    def _draft_line(self) -> QWidget:
        self.draft_words = Text("", "small", "muted")
        self.draft_words.setObjectName("log_draft_words")
        self.draft_button = Button(translate("log", "Start fresh"), size="small", name="log_draft_button")
        self.draft_button.setAutoDefault(False)
        self.draft_line = QWidget()
        row = QHBoxLayout(self.draft_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self.draft_words)
        row.addWidget(self.draft_button)
        row.addStretch(1)
        self.draft_line.hide()
        return self.draft_line

    def _foot(self) -> QHBoxLayout:
        self.more_button = Button(translate("log", "More"), "bare", size="normal", name="log_more")
        self.more_button.setToolTip(translate("log", "Travel, miles, purpose, line, next step, materials (Alt+M)"))
        self.more_button.setAutoDefault(False)
        self.next_button = Button(translate("log", "Save and next"), name="log_save_next")
        self.next_button.setToolTip(translate("log", "Save, then log the next planned visit (Ctrl+Shift+Enter)"))
        self.next_button.setAutoDefault(False)
        self.next_button.hide()
        self.save_button = Button(
            translate("log", "Save visit"), "primary", hint=translate("log", "Ctrl Enter"), name="log_save"
        )
        self.save_button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(self.more_button)
        hint = Text(translate("log", "Enter moves on, Ctrl Enter saves"), "small", "muted", wrap=True)
        row.addWidget(hint, 1)
        row.addWidget(self.next_button)
        row.addWidget(self.save_button)
        return row

    def _order_tabs(self) -> None:
        form = self.form
        order: list[QWidget] = [
            form.source, form.kind_id, form.when, form.minutes, form.contact_ids, form.advance, form.ask, form.notes,
            form.promise, form.promise_by, form.next_on, form.travel_minutes, form.miles, form.line, form.purpose,
            form.next_step, form.material_ids, self.save_button, self.next_button, self.more_button,
            self.draft_button,
        ]  # fmt: skip
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        form = self.form
        form.edited.connect(self._on_edited)
        form.source_chosen.connect(self._on_source_chosen)
        form.settled.connect(self._ask_next)
        form.moved_on.connect(self.focusNextChild)
        form.new_person.said.connect(lambda words: self._frame.toast(words, undo=True))
        self.save_button.clicked.connect(lambda: self.save())
        self.next_button.clicked.connect(lambda: self.save("next"))
        self.more_button.clicked.connect(self.show_more)
        self.draft_button.clicked.connect(self._on_draft_button)
        self.on_keys(self.save, "Ctrl+Return", "Ctrl+Enter")
        self.on_keys(self._save_next, "Ctrl+Shift+Return", "Ctrl+Shift+Enter")
        self.on_keys(self.show_more, "Alt+M")

    def _save_next(self) -> None:
        self.save("next" if not self.next_button.isHidden() else "close")

    @override
    def arrange(self, width: int) -> None:
        self.form.arrange(width)
