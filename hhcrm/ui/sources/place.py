"""The place of sources: a table over any number of them beside one source in full."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.read_models import Choices, SavedViewLine, SourceCounts, SourceDetail, SourceFilter
from hhcrm.services.commands import Restore
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.draft_offer import DraftOffer
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.list_place import (
    FOLLOW_MS,
    KEEP_MS,
    ListSplit,
    choose_columns,
    find_keys,
    forget_current,
    select_current_only,
    single_shot,
    step_into,
)
from hhcrm.ui.shared.panel import Panel, PlaceHead
from hhcrm.ui.shared.saved_views import SavedViews
from hhcrm.ui.shared.steady import Steady
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.sources import cells
from hhcrm.ui.sources.bulk import BulkBar
from hhcrm.ui.sources.context import Context
from hhcrm.ui.sources.detail import DetailPane
from hhcrm.ui.sources.filters import FilterBar, spec_of
from hhcrm.ui.sources.kit import SourcesKit
from hhcrm.ui.sources.model import SourceRows
from hhcrm.ui.sources.source_form import KIND, NEW
from hhcrm.ui.sources.switch import Switch

PLACE = "sources"
TABLE_KEY = "sources.table"
SPLIT_KEY = "sources.split"
SIDE_BY_SIDE = 640
"""From how many pixels at 100 per cent text the pane stands beside the table."""

_DRAFTS = {
    "source": QT_TRANSLATE_NOOP("sources", "Changes to {name}, left half-filled {when}."),
    "source/new": QT_TRANSLATE_NOOP("sources", "A new source, left half-filled {when}."),
    "visit": QT_TRANSLATE_NOOP("sources", "A visit to {name}, left half-filled {when}."),
    "person": QT_TRANSLATE_NOOP("sources", "A person at {name}, left half-filled {when}."),
    "place": QT_TRANSLATE_NOOP("sources", "A person at {name}, left half-filled {when}."),
    "affiliation": QT_TRANSLATE_NOOP("sources", "A person at {name}, left half-filled {when}."),
    "commitment": QT_TRANSLATE_NOOP("sources", "A commitment to {name}, left half-filled {when}."),
    "pilot": QT_TRANSLATE_NOOP("sources", "A pilot with {name}, left half-filled {when}."),
}


_LISTS = ("source_type", "contact_role", "visit_kind", "app_user", "territory", "saved_view")
_SHOWN = (
    "referral_source", "source_stage_change", "visit", "visit_contact", "referral", "contact", "contact_phone",
    "contact_email", "affiliation", "commitment", "attachment", "holiday", "setting", "loop_update", "pilot",
    "pilot_standard",
)  # fmt: skip


class SourcesPlace(QWidget):
    """Who are they and what is the relationship worth?"""

    title = QT_TRANSLATE_NOOP("sources", "Sources")
    question = QT_TRANSLATE_NOOP("sources", "Who are they and what is the relationship worth?")
    icon = "building-2"

    def __init__(self, desk: Desk, frame: Frame, kit: SourcesKit | None = None) -> None:
        super().__init__()
        self.setObjectName("place_sources")
        self.setAccessibleName(translate("sources", self.title))
        self._desk = desk
        self._frame = frame
        self._kit = kit or SourcesKit()
        self._context = Context(desk, frame, self._kit)
        self._counts: SourceCounts | None = None
        self._begun = False
        self._wanted: int | None = None
        self._put_away: int | None = None
        self._by_others = False
        self._filter_to_come: SourceFilter | None = None
        self._new_of_to_come: int | None = None
        self.rows = SourceRows(desk, self)
        self.table = TableView(self.rows.model, "sources_table", translate("sources", "Sources"))
        self.filters = FilterBar()
        self.ask = AskBar("sources_ask", self._context)
        self.saved_views = SavedViews(self._context, PLACE, self.filters, self.table.kept_state, self.ask, self)
        self.bulk = BulkBar(self._context, self.table, lambda: self.rows.asked, self.ask)
        self.drafts = DraftOffer(self._context, _DRAFTS, "sources", "sources_drafts")
        self.pane = DetailPane(self._context)
        self._follow = single_shot(self, FOLLOW_MS)
        self._again = single_shot(self, 0)
        self._keep = single_shot(self, KEEP_MS)
        self._put_together()
        self._connect()
        self._restore()

    # What the frame asks

    def refresh(self) -> None:
        """Ask again for what is shown; what is there stays until the answers come."""
        self._again.start()

    def show_where(
        self,
        source_id: int | None = None,
        kind: str = "",
        item_id: int | None = None,
        filter: SourceFilter | None = None,  # noqa: A002  # the word of whoever sends people here
        new_of: int | None = None,
    ) -> None:
        """Go to a source; to its people or visits when one of them was found. Or to the sources of a filter.

        A person who was found is shown among the people. `new_of` opens the form of a new source with that owner.
        """
        if new_of is not None:
            self._add_of(new_of)
            return
        if kind == "person" and item_id is not None and self.switch.show_person(item_id):
            return
        self.switch.show_sources()
        if filter is not None:
            self._show_filter(filter)
        if source_id is None:
            return
        self._wanted, self._put_away = source_id, None
        self._follow.stop()
        tab = {
            "person": "people",
            "visit": "visits",
            "referral": "referrals",
            "commitment": "commitments",
            "pilot": "pilots",
            "file": "files",
        }.get(kind, "overview")
        self.pane.show_part(source_id, tab)
        self.table.select_id(source_id)

    def _show_filter(self, asked: SourceFilter) -> None:
        if not self._context.choices.types:  # an owner or a type can only be shown once its name is known
            self._filter_to_come = asked
            return
        self._filter_to_come = None
        self.table.restore({"sort": [asked.sort, asked.descending]})
        self.filters.restore(spec_of(asked))

    def _add_of(self, owner_id: int) -> None:
        if not self._context.choices.types:  # as above
            self._new_of_to_come = owner_id
            return
        self._new_of_to_come = None
        self.add_source(owner_id)

    def source_in_sight(self) -> int | None:
        """The source in the pane, for what is done from anywhere about it; None for one that is put away."""
        detail = None if self.switch.shows_people else self.pane.detail
        return detail.source_id if detail is not None and detail.archived_at is None else None

    def add_source(self, owner_id: int | None = None) -> None:
        """Open an empty form in the pane, with an owner where one is given."""
        self.switch.show_sources()
        self.pane.show()
        self.pane.add(owner_id)

    # Making

    def _put_together(self) -> None:
        self.head = PlaceHead(translate("sources", self.title), translate("sources", self.question))
        self.import_button = Button(translate("sources", "Import"), size="small", name="sources_import")
        self.export_button = Button(translate("sources", "Export"), size="small", name="sources_export")
        self.add_button = Button(translate("sources", "Add source"), size="small", name="sources_add")
        self._split = ListSplit(
            "sources_split", self._make_table_panel(), self.pane, sizes=(592, 456), enough=SIDE_BY_SIDE
        )
        self.pane.setMinimumSize(scaled(250), scaled(330))
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(12))
        inside.addWidget(Steady(self.filters, self.drafts, self.bulk, self.ask, gap=scaled(12)))
        inside.addWidget(self._split, 1)
        buttons = [self.add_button]
        if self._kit.export is not None:
            buttons.insert(0, self.export_button)
        if self._kit.import_list is not None:
            buttons.insert(0, self.import_button)
        self.switch = Switch(self._kit.people, self.head, page, buttons)
        column = QVBoxLayout(self)
        edge = scaled(24)
        column.setContentsMargins(edge, scaled(18), edge, scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(self.head)
        column.addWidget(self.switch.stack, 1)

    def _make_table_panel(self) -> QWidget:
        panel = Panel(margin=0)
        panel.setMinimumSize(scaled(260), scaled(220))
        self._import_first = Button(translate("sources", "Import a list"), "primary", name="sources_import_first")
        self._add_first = Button(translate("sources", "Add one"), name="sources_add_first")
        self._clear_first = Button(translate("sources", "Clear filter"), name="sources_clear_first")
        self._empty = EmptyPlace(
            translate("sources", "No sources yet"),
            translate("sources", "Bring your list of referral sources, or add the first one."),
            self._import_first,
            self._add_first,
        )
        self._import_first.setHidden(self._kit.import_list is None)
        self._nothing = EmptyPlace(
            translate("sources", "Nothing found"),
            translate("sources", "No source goes with this filter."),
            self._clear_first,
        )
        self._stack = QStackedWidget()
        for widget in (self.table, self._empty, self._nothing):
            self._stack.addWidget(widget)
        panel.body.addWidget(self._stack)
        return panel

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filter_changed)
        self.filters.field.went_down.connect(partial(step_into, self.table))
        self.filters.columns_asked.connect(partial(choose_columns, self.table))
        self.filters.view_chosen.connect(self._on_view)
        self.rows.counted.connect(self._on_counted)
        self.rows.arrived.connect(self._on_arrived)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(self._on_opened)
        self.table.state_changed.connect(self._keep.start)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_bulk())
        self._split.splitterMoved.connect(lambda *_: self._keep.start())
        self._follow.timeout.connect(self._on_follow)
        self._again.timeout.connect(self._on_again)
        self._keep.timeout.connect(self._on_keep)
        self.bulk.none_asked.connect(partial(select_current_only, self.table))
        self.drafts.taken.connect(self._on_draft_taken)
        self.pane.saved.connect(self._on_saved)
        self.pane.put_away.connect(self._on_put_away)
        self.pane.form_opened.connect(self._on_form_opened)
        self.pane.left_form.connect(self.table.setFocus)
        self.pane.open_asked.connect(lambda source_id: self.show_where(source_id))
        self._desk.changed.connect(self._on_changed)
        for button in (self.add_button, self._add_first):
            button.clicked.connect(lambda: self.add_source())
        for button in (self.import_button, self._import_first):
            button.clicked.connect(lambda: self._kit.import_list and self._kit.import_list())
        self.export_button.clicked.connect(lambda: self._kit.export and self._kit.export(self.rows.asked, None))
        self._clear_first.clicked.connect(self._on_clear_first)
        find_keys(self, self.filters.field)

    def _restore(self) -> None:
        state: dict[str, Any] = self._kit.memory.get(TABLE_KEY, {})
        self.table.restore(state or {"sort": ["name", False]})
        self._split.put_back(self._kit.memory.get(SPLIT_KEY, []))

    # Asking

    def _on_filter(self) -> None:
        key, down = self.rows.model.sort_by
        self.rows.ask(self.filters.filter(key, down))

    def _on_filter_changed(self) -> None:
        self._wanted = None  # whoever filters looks for another source than the one gone to before
        self._on_filter()

    def _on_again(self) -> None:
        if self._begun:
            self.rows.ask_again()
        else:
            self._begun = True
            self._on_filter()
            self.drafts.look()
            self._ask_lists()
        self.pane.refresh()
        self.switch.refresh()

    def _ask_lists(self) -> None:
        self._desk.read(lambda q: q.choices(), self._on_choices, owner=self)
        self.saved_views.look()

    def _on_choices(self, choices: Choices) -> None:
        self._context.choices = choices
        self.filters.offer(choices)
        if self._filter_to_come is not None:
            self._show_filter(self._filter_to_come)
        if self._new_of_to_come is not None:
            self._add_of(self._new_of_to_come)

    def _on_changed(self, changes: ChangeSet) -> None:
        self._by_others = not changes.undoable
        if changes.touches(*_LISTS):
            self._ask_lists()
        if changes.touches(*_SHOWN):
            self.refresh()

    # Showing

    def _on_counted(self, counts: SourceCounts) -> None:
        self._counts = counts
        self.switch.say(cells.counts_words(counts.shown, counts.total, self.rows.asked.archived))
        if counts.shown:
            self._stack.setCurrentWidget(self.table)
        elif counts.total == 0 and self.filters.is_empty:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self._nothing)
        if not counts.shown and not self.pane.is_typing():
            self.pane.show_source(None)
        self._show_bulk()

    def _on_arrived(self) -> None:
        """Rows stand in the table: one of them is chosen, the same as before where it is still there."""
        self._leave_put_away()
        if self.rows.model.total == 0 or self.table.currentIndex().isValid() or self.pane.form is not None:
            return
        shown = self._wanted or self.pane.source_id
        if shown is not None and (self.table.select_id(shown) or self._wanted is not None):
            return
        self.table.selectRow(0)

    def _on_put_away(self) -> None:
        self._put_away, self._wanted = self.pane.source_id, None
        if self._by_others and self.pane.detail is not None:
            self._say_put_away(self.pane.detail)
        self._leave_put_away()

    def _say_put_away(self, detail: SourceDetail) -> None:
        """Somebody else archived what is open here: it is said, and what is typed stays where it is."""
        words = translate("sources", "{name} was archived by somebody else meanwhile.").format(name=detail.name)
        if self.pane.is_typing():
            self.pane.keep_draft()
            words = f"{words} {translate('sources', 'What you typed is kept.')}"
        command = Restore("referral_source", (detail.source_id,))
        said = translate("sources", "{name} is back").format(name=detail.name)

        def restore() -> None:
            self._context.do(lambda actions: actions.restore(command), said, owner=self)

        self._frame.toast(words, action=(translate("sources", "Restore"), restore))

    def _leave_put_away(self) -> None:
        """Go from a source just archived to the one whose row is marked, once its own row is gone."""
        if self._put_away is None or self.table.current_id() in (None, self._put_away):
            return
        if self._put_away == self.pane.source_id and self.pane.form is None:
            self.table.keep_marked()
            self._follow.start()
        self._put_away = None

    def _show_bulk(self) -> None:
        self.bulk.show_selection(self._counts.shown if self._counts is not None else self.rows.model.total)

    def _on_current(self, source_id: int | None) -> None:
        if source_id is not None:
            self._follow.start()

    def _on_follow(self) -> None:
        source_id = self.table.current_id()
        if source_id is None or source_id == self.pane.source_id:
            return
        self._wanted = None
        typing = self.pane.is_typing()
        name = self.pane.detail.name if self.pane.detail is not None else translate("sources", "a source")
        left = self.pane.form.source_id if self.pane.form is not None else None
        self.pane.show_source(source_id)
        if typing and self._kit.drafts is not None:
            words = (
                translate("sources", "The new source is kept as a draft")
                if left is None
                else translate("sources", "What you typed about {name} is kept as a draft").format(name=name)
            )
            self._frame.toast(
                words,
                action=(translate("sources", "Go back"), lambda: self._resume(KIND, left)),
            )

    def _on_opened(self, source_id: int) -> None:
        if source_id == self.pane.source_id and self.pane.detail is not None:
            self.pane.edit()
        else:
            self._follow.stop()
            self.pane.show_source(source_id, self.pane.edit)

    def _on_saved(self, source_id: int) -> None:
        self._wanted = source_id
        forget_current(self.table)

    def _on_clear_first(self) -> None:
        self.filters.clear_all()
        self.filters.field.setFocus()

    def _on_form_opened(self, key: str) -> None:
        self.drafts.forget(KIND, key)
        self._split.reveal()

    # Drafts

    def _on_draft_taken(self, draft: DraftLike) -> None:
        about = draft.content.get("about", {})
        source_id = about.get("source_id")
        if source_id is None or draft.key == NEW:
            self.pane.resume(KIND, NEW)
        else:
            self._wanted = int(source_id)
            self.pane.show_source(int(source_id), lambda: self.pane.resume(draft.kind, draft.key))

    def _resume(self, kind: str, source_id: int | None) -> None:
        if source_id is None:
            self.pane.resume(kind, NEW)
        else:
            self._wanted = source_id
            self.pane.show_source(source_id, lambda: self.pane.resume(kind, str(source_id)))
            self.table.select_id(source_id)

    # Views and columns

    def _on_view(self, view: SavedViewLine) -> None:
        state = view.spec.get("table")
        if isinstance(state, dict):
            self.table.restore(state)

    def _on_keep(self) -> None:
        """How the table is arranged, for the next start."""
        try:
            self._kit.memory.set(TABLE_KEY, self.table.kept_state())
            sizes = self._split.kept_sizes()
            if sizes is not None:
                self._kit.memory.set(SPLIT_KEY, sizes)
        except KnownFault as fault:
            self._frame.fault(fault)

    # Qt's side

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Who comes here can use the arrows at once."""
        super().showEvent(event)
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard belongs into the table, not on the ground around it."""
        super().focusInEvent(event)
        if self.table.isVisible():
            self.table.setFocus(event.reason())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for both, else the pane below the table."""
        super().resizeEvent(event)
        self._split.fit(self.width())
