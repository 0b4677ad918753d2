"""The pane beside board and table: one referral with its facts, stages and history, or the form of a new one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hhcrm.domain.errors import NotFound
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.referral_models import ReferralDetail, ReferralGuess
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.referrals.form import ReferralForm
from hhcrm.ui.referrals.head import ReferralHead
from hhcrm.ui.referrals.loop_tab import LoopTab
from hhcrm.ui.referrals.path_tab import PathTab
from hhcrm.ui.referrals.promises_tab import PromisesTab
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.entries import EDGE, act_button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.history import HistoryView
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.tabs import Tabs
from hhcrm.ui.shared.text import Text


def _just_put_away(before: ReferralDetail, detail: ReferralDetail) -> bool:
    same = before.row.referral_id == detail.row.referral_id
    return same and detail.row.archived != before.row.archived


class FactsTab(QWidget):
    """The facts as a form in place: Save and Cancel come only once something differs."""

    refresh_asked = Signal()
    """Read the referral again."""

    left = Signal()
    """The form was saved or left: the keyboard has no place here any more."""

    def __init__(self, context: ReferralContext) -> None:
        super().__init__()
        self._context = context
        self._covered = False
        self._shown: ReferralDetail | None = None
        self.form: ReferralForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_detail(self, detail: ReferralDetail) -> None:
        """Show one referral's facts; what somebody is typing stays, and meets what others changed."""
        form = self.form
        same = form is not None and form.referral_id == detail.row.referral_id
        if form is not None and same and (form.is_typing() or self._fits(detail)):
            form.show_detail(detail)
        else:
            self.leave()
            self._open(detail)
        assert self.form is not None
        self.form.setEnabled(not detail.row.archived)

    def leave(self) -> None:
        """Take the form away; what stands in it stays as a draft."""
        form, self.form = self.form, None
        self._shown = None
        if form is not None:
            form.form.keep_draft()
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()

    def cover(self, covered: bool) -> None:
        """Cover who the patient is, or show it."""
        self._covered = covered
        if self.form is not None:
            self.form.cover(covered)

    def _fits(self, detail: ReferralDetail) -> bool:
        """Whether the form has the fields that this stage has."""
        return self._shown is not None and self._shown.row.stage is detail.row.stage

    def _open(self, detail: ReferralDetail) -> None:
        form = ReferralForm(self._context, detail)
        form.cover(self._covered)
        form.left.connect(self._again)
        form.saved.connect(lambda _id: self._again())
        self.form, self._shown = form, detail
        self._column.addWidget(form)

    def _again(self) -> None:
        """It was saved or left: a fresh form stands there once the referral is read anew."""
        self.leave()
        self.left.emit()
        self.refresh_asked.emit()


class ReferralPane(Panel):
    """Shows the newest referral asked for; what was shown stays until the answer comes."""

    saved = Signal(int)
    """A new referral was recorded."""

    left_form = Signal()
    weigh_asked = Signal(int)
    move_asked = Signal(int, object)

    put_away = Signal()
    """The referral shown has just been archived or restored."""

    def __init__(self, context: ReferralContext, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, spacing=0, parent=parent)
        self.setObjectName("referral_pane")
        self._context = context
        self._asked = self._guesses = 0
        self._form_comes = False
        self._referral_id: int | None = None
        self._detail: ReferralDetail | None = None
        self._form: ReferralForm | None = None
        self._form_page: QWidget | None = None
        self._covered = False
        self._take_draft = False
        self.head = ReferralHead(context)
        self.tabs = Tabs("referral_tabs", translate("referrals", "Parts of this referral"))
        self._stack = QStackedWidget()
        self._nothing = EmptyPlace(
            translate("referrals", "Nothing chosen"),
            translate("referrals", "Choose a referral to see where it stands."),
        )
        self._cover_bar = self._make_cover_bar()
        self._page = self._make_page()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._page)
        self.body.addWidget(self._cover_bar)
        self.body.addWidget(self._stack, 1)
        self.head.move_asked.connect(self.move_asked)
        self.head.weigh_asked.connect(self.weigh_asked)
        self.tabs.opened.connect(lambda _name: self._fill_tab())

    @property
    def referral_id(self) -> int | None:
        """The referral asked for last."""
        return self._referral_id

    @property
    def detail(self) -> ReferralDetail | None:
        """The referral shown."""
        return self._detail

    @property
    def stage(self) -> ReferralStage | None:
        """Where the referral shown stands."""
        return self._detail.row.stage if self._detail is not None else None

    @property
    def is_recording(self) -> bool:
        """Whether the form of a new referral is open, or asked for and on its way."""
        return self._form is not None or self._form_comes

    @property
    def form(self) -> ReferralForm | None:
        """The form of a new referral, while it is open."""
        return self._form

    @property
    def facts(self) -> ReferralForm | None:
        """The form with the facts of the referral shown."""
        page = self.tabs.page("facts")
        return page.form if isinstance(page, FactsTab) else None

    def is_typing(self) -> bool:
        """Whether something stands in a form that is not saved."""
        forms = (self._form, self.facts)
        return any(form is not None and form.is_typing() for form in forms)

    def show_referral(self, referral_id: int | None) -> None:
        """Show a referral; the form of a new one is left, its draft kept."""
        self._form_comes = False
        self._leave_form()
        self._referral_id = referral_id
        if referral_id is None:
            self._detail = None
            self._leave_facts()
            self._stack.setCurrentWidget(self._nothing)
            return
        self.refresh()

    def refresh(self) -> None:
        """Ask for the referral again."""
        referral_id = self._referral_id
        if referral_id is None:
            return
        self._asked += 1
        mine = self._asked
        self._context.desk.read(
            lambda q: q.referral_detail(referral_id),
            lambda detail: self._take(detail) if mine == self._asked else None,
            lambda error: self._on_missing(error) if mine == self._asked else None,
            owner=self,
        )

    def record(self, source_id: int | None = None) -> None:
        """Open the form of a new referral; one that is open already stays."""
        if self._form is not None and (source_id is None or self._form.source_id == source_id):
            if self._take_draft:
                self._form.form.take_draft()
            self._take_draft = False
            self._form.form.focus_first()
            return
        self._guesses += 1
        mine = self._guesses
        self._form_comes = True
        self._context.desk.read(
            lambda q: q.referral_guess(source_id),
            lambda guess: self._open_form(guess) if self._form_comes and mine == self._guesses else None,
            self._on_no_guess,
            owner=self,
        )

    def resume(self) -> None:
        """Go on with the draft of a new referral."""
        self._take_draft = True
        self.record()

    def cover(self, covered: bool) -> None:
        """Cover who the patients are, or show it."""
        self._covered = covered
        self._cover_bar.setVisible(covered)
        if self._form is not None:
            self._form.cover(covered)
        page = self.tabs.page("facts")
        if isinstance(page, FactsTab):
            page.cover(covered)

    # Inside

    def _make_cover_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(scaled(EDGE), scaled(8), scaled(EDGE), scaled(4))
        words = translate("referrals", "Patients are covered, as the window was out of sight for a while.")
        row.addWidget(Text(words, "small", "due", wrap=True), 1)
        self.uncover = Button(translate("referrals", "Show patients"), size="small", name="referral_uncover")
        row.addWidget(self.uncover)
        bar.hide()
        return bar

    def _make_page(self) -> QWidget:
        context = self._context
        for name, words, make in (
            ("facts", translate("referrals", "Referral"), self._make_facts),
            ("path", translate("referrals", "Stages"), partial(PathTab, context)),
            ("loop", translate("referrals", "Loop"), partial(LoopTab, context)),
            ("commitments", translate("referrals", "Commitments"), partial(PromisesTab, context)),
            ("history", translate("referrals", "History"), self._make_history),
        ):
            self.tabs.add(name, words, make)
        page = QWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(scaled(EDGE), 0, scaled(EDGE), 0)
        column = QVBoxLayout(page)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(bar)
        layout = self.tabs.layout()
        assert layout is not None
        layout.removeWidget(self.tabs.bar)
        bar.addWidget(self.tabs.bar)
        column.addWidget(self.tabs, 1)
        return page

    def _make_facts(self) -> QWidget:
        facts = FactsTab(self._context)
        facts.cover(self._covered)
        facts.refresh_asked.connect(self.refresh)
        facts.left.connect(self.left_form)
        return facts

    def _make_history(self) -> QWidget:
        return HistoryView(self._context.desk, self._context.frame, "referral_history")

    def _take(self, detail: ReferralDetail) -> None:
        before, self._detail = self._detail, detail
        self.head.show_detail(detail)
        self._fill_tab()
        if self._form is None:
            self._stack.setCurrentWidget(self._page)
        if before is not None and _just_put_away(before, detail):
            self.put_away.emit()

    def _fill_tab(self) -> None:
        page, detail = self.tabs.page(self.tabs.current), self._detail
        if detail is None:
            return
        if isinstance(page, FactsTab | PathTab | LoopTab | PromisesTab):
            page.show_detail(detail)
        elif isinstance(page, HistoryView):
            page.show_record("referral", detail.row.referral_id)

    def _on_missing(self, error: Exception) -> None:
        """The referral is gone, for example because recording it was undone."""
        if isinstance(error, NotFound):
            self.show_referral(None)
        else:
            self._context.frame.fault(error)

    def _leave_facts(self) -> None:
        page = self.tabs.page("facts")
        if isinstance(page, FactsTab):
            page.leave()

    # The form of a new one

    def _on_no_guess(self, error: Exception) -> None:
        self._form_comes = False
        self._context.desk.faulted.emit(error)

    def _open_form(self, guess: ReferralGuess) -> None:
        self._form_comes = False
        self._close_form()
        form = ReferralForm(self._context, None, guess)
        form.cover(self._covered)
        form.saved.connect(self._on_saved)
        form.left.connect(self._on_left)
        self._form, self._form_page = form, self._framed(form)
        self._stack.addWidget(self._form_page)
        self._stack.setCurrentWidget(self._form_page)
        if self._take_draft:
            self._take_draft = False
            form.form.take_draft()
        known = "contact_id" if guess.source_id is not None else "source_id"
        form.form.field(known).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _framed(self, form: ReferralForm) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(scaled(EDGE), scaled(14), scaled(EDGE), scaled(4))
        head.addWidget(Text(translate("referrals", "New referral"), "title"), 1)
        words = translate("referrals", "Close")
        tip = translate("referrals", "Close the form; what you typed is kept (Esc)")
        head.addWidget(act_button(words, "new_referral_close", form.form.leave, tip))
        column = QVBoxLayout(page)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(form, 1)
        return page

    def _close_form(self) -> None:
        """Take the form away; what stands in it stays as a draft."""
        form, page = self._form, self._form_page
        self._form = self._form_page = None
        if form is None or page is None:
            return
        form.form.keep_draft()
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        self._stack.setCurrentWidget(self._page if self._detail is not None else self._nothing)

    def _on_saved(self, referral_id: int) -> None:
        self._close_form()
        self._referral_id = referral_id
        self.refresh()
        self.saved.emit(referral_id)

    def _on_left(self) -> None:
        self._leave_form()
        self.left_form.emit()

    def _leave_form(self) -> None:
        """Close the form of a new referral; where something is typed, say the way back to it."""
        kept = self._form is not None and self._form.is_typing() and self._context.drafts is not None
        self._close_form()
        if kept:
            words = translate("referrals", "The new referral is kept as a draft")
            self._context.frame.toast(words, action=(translate("referrals", "Go on"), self.resume))
