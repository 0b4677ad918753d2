"""The table of people beside one of them in full. Stands in Sources, under its own switch."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.people_models import PeopleCounts
from hhcrm.queries.read_models import Choices
from hhcrm.ui.people import cells
from hhcrm.ui.people.card import DRAFT_KIND, NEW, PersonCard
from hhcrm.ui.people.filters import PeopleFilterBar
from hhcrm.ui.people.kit import PeopleContext
from hhcrm.ui.people.model import PeopleRows
from hhcrm.ui.people.places import DRAFT_KIND as PLACE_KIND
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.draft_offer import DraftOffer
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from hhcrm.ui.shared.list_place import (
    FOLLOW_MS,
    KEEP_MS,
    ListSplit,
    choose_columns,
    find_keys,
    forget_current,
    single_shot,
    step_into,
)
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.steady import Steady
from hhcrm.ui.shared.table import TableView

TABLE_KEY = "people.table"
SPLIT_KEY = "people.split"
SIDE_BY_SIDE = 640

_SHOWN = (
    "contact", "contact_phone", "contact_email", "affiliation", "referral_source", "visit", "visit_contact",
    "referral", "commitment",
)  # fmt: skip
_LISTS = ("contact_role", "app_user")
_DRAFTS = {
    DRAFT_KIND: QT_TRANSLATE_NOOP("people", "What you typed about {name}, left half-filled {when}."),
    f"{DRAFT_KIND}/new": QT_TRANSLATE_NOOP("people", "A new person, left half-filled {when}."),
    PLACE_KIND: QT_TRANSLATE_NOOP("people", "A place of {name}, left half-filled {when}."),
}


class PeopleView(QWidget):
    """Everybody, filtered and ordered. `said` tells what stands beside the place's title."""

    said = Signal(str)

    def __init__(self, context: PeopleContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("people_view")
        self.setAccessibleName(translate("people", "People"))
        self._context = context
        self._begun = False
        self._wanted: int | None = None
        self._counts: PeopleCounts | None = None
        self.rows = PeopleRows(context.desk, self)
        self.table = TableView(self.rows.model, "people_table", translate("people", "People"))
        self.filters = PeopleFilterBar()
        self.drafts = DraftOffer(context, _DRAFTS, "people", "people_drafts", prefix="people_drafts")
        self.card = PersonCard(context)
        self.buttons = self._make_buttons()
        self._follow = single_shot(self, FOLLOW_MS)
        self._keep = single_shot(self, KEEP_MS)
        self._put_together()
        self._connect()
        self._restore()

    def refresh(self) -> None:
        """Ask again for what is shown; what is there stays until the answers come."""
        if self._begun:
            self.rows.ask_again()
        else:
            self._begun = True
            self._on_filter()
            self.drafts.look()
            self._ask_lists()
        self.card.refresh()

    def show_person(self, contact_id: int) -> None:
        """Show one person, whatever is filtered."""
        self._wanted = contact_id
        self._follow.stop()
        self.card.show_person(contact_id)
        self.table.select_id(contact_id)

    def add_person(self) -> None:
        """Open an empty form in the card."""
        self.card.add()
        self._split.reveal()

    def words(self) -> str:
        """What stands beside the place's title."""
        return "" if self._counts is None else cells.counts_words(self._counts, self.rows.asked.archived)

    # Making

    def _make_buttons(self) -> tuple[Button, ...]:
        kit = self._context.kit
        self.import_button = Button(translate("people", "Import"), size="small", name="people_import")
        self.export_button = Button(translate("people", "Export"), size="small", name="people_export")
        self.add_button = Button(translate("people", "Add person"), size="small", name="people_new")
        self.import_button.setToolTip(translate("people", "Bring people in from vCards of a phone or another program"))
        self.export_button.setToolTip(translate("people", "Save the people shown as vCards, CSV or Excel"))
        found = [self.add_button]
        if kit.export is not None:
            found.insert(0, self.export_button)
        if kit.import_cards is not None:
            found.insert(0, self.import_button)
        return tuple(found)

    def _put_together(self) -> None:
        self._split = ListSplit(
            "people_split", self._make_table_panel(), self.card, sizes=(620, 428), enough=SIDE_BY_SIDE
        )
        self.card.setMinimumSize(scaled(250), scaled(330))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(Steady(self.filters, self.drafts, gap=scaled(12)))
        column.addWidget(self._split, 1)

    def _make_table_panel(self) -> QWidget:
        panel = Panel(margin=0)
        panel.setMinimumSize(scaled(260), scaled(220))
        add = Button(translate("people", "Add person"), name="people_add_first")
        add.clicked.connect(self.add_person)
        cards = Button(translate("people", "Import vCards"), "primary", name="people_import_first")
        cards.setHidden(self._context.kit.import_cards is None)
        cards.clicked.connect(self._import)
        clear = Button(translate("people", "Clear filter"), name="people_clear_first")
        clear.clicked.connect(self.filters.clear_all)
        self._empty = EmptyPlace(
            translate("people", "Nobody here yet"),
            translate("people", "Bring the people you know from a phone or another program, or add the first one."),
            cards,
            add,
        )
        self._none = EmptyPlace(
            translate("people", "Nobody found"), translate("people", "Nobody goes with this filter."), clear
        )
        self._stack = QStackedWidget()
        for widget in (self.table, self._empty, self._none):
            self._stack.addWidget(widget)
        panel.body.addWidget(self._stack)
        return panel

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filter_changed)
        self.filters.field.went_down.connect(partial(step_into, self.table))
        self.filters.columns_asked.connect(partial(choose_columns, self.table))
        self.rows.counted.connect(self._on_counted)
        self.rows.arrived.connect(self._on_arrived)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(self._on_opened)
        self.table.state_changed.connect(self._keep.start)
        self._split.splitterMoved.connect(lambda *_: self._keep.start())
        self._follow.timeout.connect(self._on_follow)
        self._keep.timeout.connect(self._on_keep)
        self.drafts.taken.connect(self._on_draft_taken)
        self.card.saved.connect(self._on_saved)
        self.card.left_form.connect(self.table.setFocus)
        self.card.open_asked.connect(self.show_person)
        self._context.desk.changed.connect(self._on_changed)
        self.add_button.clicked.connect(self.add_person)
        self.import_button.clicked.connect(self._import)
        self.export_button.clicked.connect(self._export)
        find_keys(self, self.filters.field)

    def _restore(self) -> None:
        memory = self._context.kit.memory
        state: dict[str, Any] = memory.get(TABLE_KEY, {})
        self.table.restore(state or {"sort": ["name", False]})
        self._split.put_back(memory.get(SPLIT_KEY, []))

    # Asking

    def _on_filter(self) -> None:
        key, down = self.rows.model.sort_by
        self.rows.ask(self.filters.filter(key, down))

    def _on_filter_changed(self) -> None:
        self._wanted = None
        self._on_filter()

    def _ask_lists(self) -> None:
        self._context.desk.read(lambda q: q.choices(), self._on_choices, owner=self)

    def _on_choices(self, choices: Choices) -> None:
        self._context.choices = choices
        self.filters.offer(choices)

    def _on_changed(self, changes: ChangeSet) -> None:
        if not self._begun:
            return
        if changes.touches(*_LISTS):
            self._ask_lists()
        if changes.touches(*_SHOWN):
            self.refresh()

    # Showing

    def _on_counted(self, counts: PeopleCounts) -> None:
        self._counts = counts
        self.said.emit(self.words())
        if counts.shown:
            self._stack.setCurrentWidget(self.table)
        else:
            self._stack.setCurrentWidget(
                self._empty if counts.total == 0 and self.filters.is_empty else self._none
            )  # fmt: skip
            if not self.card.is_typing() and self._wanted is None:
                self.card.show_person(None)

    def _on_arrived(self) -> None:
        if self.rows.model.total == 0 or self.table.currentIndex().isValid() or self.card.form is not None:
            return
        shown = self._wanted or self.card.contact_id
        if shown is not None and (self.table.select_id(shown) or self._wanted is not None):
            return
        self.table.selectRow(0)

    def _on_current(self, contact_id: int | None) -> None:
        if contact_id is not None:
            self._follow.start()

    def _on_follow(self) -> None:
        contact_id = self.table.current_id()
        if contact_id is None or contact_id == self.card.contact_id:
            return
        self._wanted = None
        typing = self.card.is_typing()
        self.card.show_person(contact_id)
        if typing and self._context.drafts is not None:
            self._context.frame.toast(translate("people", "What you typed is kept as a draft"))

    def _on_opened(self, contact_id: int) -> None:
        if contact_id == self.card.contact_id and self.card.whole is not None:
            self.card.edit()
        else:
            self._follow.stop()
            self.card.show_person(contact_id, self.card.edit)

    def _on_saved(self, contact_id: int) -> None:
        self._wanted = contact_id
        forget_current(self.table)

    def _on_draft_taken(self, draft: DraftLike) -> None:
        contact_id = draft.content.get("about", {}).get("contact_id")
        if contact_id is None or draft.key == NEW:
            self.card.resume(DRAFT_KIND, NEW)
        else:
            self._wanted = int(contact_id)
            self.card.show_person(int(contact_id), lambda: self.card.resume(draft.kind, draft.key))

    def _on_keep(self) -> None:
        memory = self._context.kit.memory
        try:
            memory.set(TABLE_KEY, self.table.kept_state())
            sizes = self._split.kept_sizes()
            if sizes is not None:
                memory.set(SPLIT_KEY, sizes)
        except KnownFault as fault:
            self._context.frame.fault(fault)

    # Files

    def _import(self) -> None:
        if self._context.kit.import_cards is not None:
            self._context.kit.import_cards()

    def _export(self) -> None:
        """Everybody who is shown, in this order; of several selected rows only these."""
        export = self._context.kit.export
        if export is None:
            return
        if len(self.table.selected_rows()) > 1:
            self.table.with_selected(lambda lines: export(tuple(line.contact_id for line in lines)))
        else:
            asked = self.rows.asked
            self._context.desk.read(lambda q: q.people_ids(asked), lambda ids: export(ids), owner=self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for both, else the card below the table."""
        super().resizeEvent(event)
        self._split.fit(self.width())
