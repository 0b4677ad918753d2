"""The pane beside the table: one source, its tabs, and its form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hhcrm.domain.errors import NotFound
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.read_models import SourceDetail
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.entries import EDGE
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.tabs import Tabs
from hhcrm.ui.sources.commitments_tab import CommitmentsTab
from hhcrm.ui.sources.context import Context
from hhcrm.ui.sources.files_tab import FilesTab
from hhcrm.ui.sources.head import SourceHead
from hhcrm.ui.sources.history_tab import HistoryTab
from hhcrm.ui.sources.overview import OverviewTab
from hhcrm.ui.sources.people_tab import PeopleTab
from hhcrm.ui.sources.pilots_tab import PilotsTab
from hhcrm.ui.sources.referrals_tab import ReferralsTab
from hhcrm.ui.sources.scorecard_tab import ScorecardTab
from hhcrm.ui.sources.source_form import KIND, NEW, SourceForm
from hhcrm.ui.sources.visits_tab import VisitsTab


class Shows(Protocol):
    """A tab."""

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source."""


_TABS: tuple[tuple[str, str, Callable[[Context], QWidget]], ...] = (
    ("overview", QT_TRANSLATE_NOOP("sources", "Overview"), OverviewTab),
    ("visits", QT_TRANSLATE_NOOP("sources", "Visits"), VisitsTab),
    ("referrals", QT_TRANSLATE_NOOP("sources", "Referrals"), ReferralsTab),
    ("people", QT_TRANSLATE_NOOP("sources", "People"), PeopleTab),
    ("commitments", QT_TRANSLATE_NOOP("sources", "Commitments"), CommitmentsTab),
    ("pilots", QT_TRANSLATE_NOOP("sources", "Pilots"), PilotsTab),
    ("scorecard", QT_TRANSLATE_NOOP("sources", "Scorecard"), ScorecardTab),
    ("files", QT_TRANSLATE_NOOP("sources", "Files"), FilesTab),
    ("history", QT_TRANSLATE_NOOP("sources", "History"), HistoryTab),
)


class DetailPane(Panel):
    """Shows the newest source asked for; what was shown stays until the answer comes."""

    saved = Signal(int)
    """A source was added or edited in the form."""

    put_away = Signal()
    """The source shown has just been archived."""

    left_form = Signal()
    form_opened = Signal(str)
    """The key under which its draft is kept: the form offers it itself."""

    open_asked = Signal(int)
    """Go to a source that is here already."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, spacing=0, parent=parent)
        self.setObjectName("source_pane")
        self._context = context
        self._asked = 0
        self._source_id: int | None = None
        self._detail: SourceDetail | None = None
        self._form: SourceForm | None = None
        self._after: Callable[[], None] | None = None
        self.head = SourceHead(context)
        self.tabs = Tabs("source_tabs", translate("sources", "Parts of this source"))
        self._stack = QStackedWidget()
        self._nothing = EmptyPlace(
            translate("sources", "Nothing chosen"),
            translate("sources", "Choose a source in the table to see what it is worth."),
        )
        self._page = self._make_page()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._page)
        self.body.addWidget(self._stack)
        self.head.edit_asked.connect(self.edit)
        self.head.plan_asked.connect(self.plan)
        self.tabs.opened.connect(lambda _name: self._fill_tab())
        context.promise = self._promise

    @property
    def source_id(self) -> int | None:
        """The source asked for last."""
        return self._source_id

    @property
    def detail(self) -> SourceDetail | None:
        """The source shown."""
        return self._detail

    @property
    def form(self) -> SourceForm | None:
        """The form that is open."""
        return self._form

    def is_typing(self) -> bool:
        """Whether something stands in a form that is not saved."""
        return self._form is not None and bool(self._form.form.changed())

    def keep_draft(self) -> None:
        """Bring what is typed in the form to disk now."""
        if self._form is not None:
            self._form.form.keep_draft()

    def show_source(self, source_id: int | None, then: Callable[[], None] | None = None) -> None:
        """Show a source, and then do something with it; a form that is open is left, its draft kept."""
        self._after = then
        if source_id != self._source_id or then is not None:
            self._close_form()
        self._source_id = source_id
        if source_id is None:
            self._detail = None
            self._stack.setCurrentWidget(self._nothing)
            return
        self.refresh()

    def show_part(self, source_id: int, tab: str) -> None:
        """Show one of a source's tabs: at once where the source stands there already, else with the source."""
        if self._detail is None or not self._detail.source_id == source_id == self._source_id:
            self.show_source(source_id, lambda: self.tabs.open(tab))
            return
        self._after = None
        self._close_form()
        self.tabs.open(tab)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the source again."""
        source_id = self._source_id
        if source_id is None:
            return
        self._asked += 1
        mine = self._asked
        self._context.desk.read(
            lambda q: q.source_detail(source_id),
            lambda detail: self._take(detail) if mine == self._asked else None,
            lambda error: self._on_missing(error) if mine == self._asked else None,
            owner=self,
        )

    def edit(self) -> None:
        """Open the form of the source shown."""
        if self._detail is not None and self._detail.archived_at is None and self._form is None:
            self._open_form(SourceForm(self._context, self._detail))

    def add(self, owner_id: int | None = None) -> None:
        """Open an empty form, with an owner where one is given."""
        self._close_form()
        self._open_form(SourceForm(self._context, None, owner_id))

    def plan(self) -> None:
        """Plan a visit to the source shown."""
        self.tabs.open("visits")
        page = self.tabs.page("visits")
        if isinstance(page, VisitsTab):
            page.plan()

    def resume(self, kind: str, key: str) -> None:
        """Go on with a draft about the source shown (or about a new one)."""
        if kind == KIND:
            self.add() if key == NEW else self.edit()
            if self._form is not None:
                self._form.form.take_draft()
            return
        name = {"visit": "visits", "commitment": "commitments", "pilot": "pilots"}.get(kind, "people")
        self.tabs.open(name)
        page = self.tabs.page(name)
        if isinstance(page, VisitsTab | CommitmentsTab | PilotsTab):
            page.resume(key)
        elif isinstance(page, PeopleTab):
            page.resume(kind, key)
        self._fill_tab()

    # Inside

    def _make_page(self) -> QWidget:
        for name, words, make in _TABS:
            self.tabs.add(name, translate("sources", words), partial(make, self._context))
        page = QWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(scaled(EDGE), 0, scaled(EDGE), 0)
        column = QVBoxLayout(page)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(bar)
        # The words of the tabs stand under the head's words, their pages reach from edge to edge.
        self.tabs.layout().removeWidget(self.tabs.bar)  # type: ignore[union-attr]
        bar.addWidget(self.tabs.bar)
        column.addWidget(self.tabs, 1)
        return page

    def _take(self, detail: SourceDetail) -> None:
        before, self._detail = self._detail, detail
        self.head.show_source(detail)
        self._fill_tab()
        if self._form is None:
            self._stack.setCurrentWidget(self._page)
        after, self._after = self._after, None
        if after is not None:
            after()
        was_there = before is not None and before.source_id == detail.source_id and before.archived_at is None
        if was_there and detail.archived_at is not None:
            self.put_away.emit()

    def _promise(self, visit_id: int) -> None:
        """Write down what was promised at a visit, where commitments stand."""
        self.tabs.open("commitments")
        page = self.tabs.page("commitments")
        if isinstance(page, CommitmentsTab):
            page.add(visit_id)

    def _fill_tab(self) -> None:
        page = self.tabs.page(self.tabs.current)
        if page is not None and self._detail is not None:
            cast(Shows, page).show_source(self._detail)

    def _on_missing(self, error: Exception) -> None:
        """The source is gone, for example because adding it was undone."""
        if isinstance(error, NotFound):
            self.show_source(None)
        else:
            self._context.frame.fault(error)

    def _open_form(self, form: SourceForm) -> None:
        self._form = form
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.saved.connect(self._on_saved)
        form.left.connect(self._on_left)
        form.open_asked.connect(self.open_asked)
        form.form.focus_first()
        self.form_opened.emit(NEW if form.source_id is None else str(form.source_id))

    def _close_form(self) -> None:
        """Take the form away; what stands in it stays as a draft."""
        form, self._form = self._form, None
        if form is None:
            return
        form.form.keep_draft()
        self._stack.removeWidget(form)
        form.hide()
        form.deleteLater()
        self._stack.setCurrentWidget(self._page if self._detail is not None else self._nothing)

    def _on_saved(self, source_id: int) -> None:
        self._close_form()
        self._source_id = source_id
        self.refresh()
        self.saved.emit(source_id)

    def _on_left(self) -> None:
        kept = self.is_typing()
        form = self._form
        self._close_form()
        self.left_form.emit()
        if kept and form is not None and self._context.kit.drafts is not None:
            source_id = form.source_id
            self._context.frame.toast(
                translate("sources", "What you typed is kept as a draft"),
                action=(translate("sources", "Go on"), lambda: self._go_on(source_id)),
            )

    def _go_on(self, source_id: int | None) -> None:
        if source_id is None:
            self.resume(KIND, NEW)
        else:
            self.show_source(source_id, lambda: self.resume(KIND, str(source_id)))
