"""Archived: what was put away, when, by whom and why, with its way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.step_models import ArchivedLine, ArchivedPage
from hhcrm.services.commands import Restore
from hhcrm.ui.history.window import ListDialog
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.filter_field import TYPING_MS
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.said import moment_words

PAGE = 30

KINDS = (
    ("referral_source", QT_TRANSLATE_NOOP("history", "Sources")),
    ("contact", QT_TRANSLATE_NOOP("history", "People")),
    ("visit", QT_TRANSLATE_NOOP("history", "Visits")),
    ("referral", QT_TRANSLATE_NOOP("history", "Referrals")),
    ("commitment", QT_TRANSLATE_NOOP("history", "Commitments")),
    ("pilot", QT_TRANSLATE_NOOP("history", "Pilots")),
    ("approach", QT_TRANSLATE_NOOP("history", "Approaches")),
    ("approach_note", QT_TRANSLATE_NOOP("history", "What was learned")),
    ("goal", QT_TRANSLATE_NOOP("history", "Goals")),
    ("attachment", QT_TRANSLATE_NOOP("history", "Files")),
)
"""What can be archived, in the order shown."""

_MOST_WIDE = 240


class ArchivedDialog(ListDialog):
    """Finds archived records by kind and name, and brings them back."""

    def __init__(self, desk: Desk, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(
            "archived",
            translate("history", "Archived"),
            translate("history", "What was put away, and shall it come back?"),
            EntryList("archived_list", translate("history", "Nothing of this kind is archived that fits.")),
            parent,
        )
        self._desk = desk
        self._frame = frame
        self._asked = 0
        self._shown = PAGE
        self._lines: tuple[ArchivedLine, ...] = ()
        self._counted = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._start_over)
        self.kind = QComboBox()
        for name, words in KINDS:
            self.kind.addItem(translate("history", words), name)
        field = Field(translate("history", "What"), self.kind, name="field_archived_kind")
        field.setMaximumWidth(scaled(_MOST_WIDE))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(translate("history", "filter as you type"))
        self.typed.setClearButtonEnabled(True)
        self.filter_row.addWidget(field)
        self.filter_row.addWidget(Field(translate("history", "Name"), self.typed, name="field_archived_name"))
        self.kind.currentIndexChanged.connect(self._start_over)
        self.typed.textChanged.connect(self._typing.start)
        self.listed.more.clicked.connect(self._on_more)
        desk.changed.connect(self._on_changed)
        self._count()
        self._ask()

    @property
    def lines(self) -> tuple[ArchivedLine, ...]:
        """What is shown."""
        return self._lines

    def _start_over(self) -> None:
        self._shown = PAGE
        self._ask()

    def _on_more(self) -> None:
        self._shown += PAGE
        self._ask()

    def _on_changed(self, _changes: ChangeSet) -> None:
        self._count()
        self._ask()

    def _count(self) -> None:
        self._desk.read(lambda questions: questions.archived_counts(), self._take_counts, owner=self)

    def _take_counts(self, counts: dict[str, int]) -> None:
        """How many there are of each kind; the first look opens the first kind that has any."""
        for place, (name, words) in enumerate(KINDS):
            said = translate("history", words)
            self.kind.setItemText(place, f"{said} ({counts[name]:,})" if counts[name] else said)
        if not self._counted:
            self._counted = True
            first = next((place for place, (name, _) in enumerate(KINDS) if counts[name]), 0)
            if self.kind.currentIndex() == 0:
                self.kind.setCurrentIndex(first)

    def _ask(self) -> None:
        self._asked += 1
        mine, table, typed, limit = self._asked, self.kind.currentData(), self.typed.text(), self._shown
        self._desk.read(
            lambda questions: questions.archived_page(table, typed, 0, limit),
            lambda page: self._take(page) if mine == self._asked else None,
            owner=self,
        )

    def _take(self, page: ArchivedPage) -> None:
        self._lines = page.lines
        self.listed.show_entries([self._entry(line) for line in page.lines], more=page.total > len(page.lines))

    def _entry(self, line: ArchivedLine) -> Entry:
        when = moment_words(line.at, self._desk.now(), self._desk.zone())
        by = translate("history", "archived {when} by {who}").format(when=when, who=line.by) if line.by else when
        restore = translate("history", "Restore")
        button = act_button(
            restore,
            f"archived_{line.table}_{line.row_id}_restore",
            partial(self._restore, line),
            f"{restore}: {line.name}",
        )
        return Entry(line.name, "  ·  ".join(part for part in (line.beside, by) if part), (line.why,), acts=[button])

    def _restore(self, line: ArchivedLine) -> None:
        self.say("")
        command = Restore(line.table, (line.row_id,))

        def tell(changes: ChangeSet) -> None:
            if changes.step_id is not None:
                words = translate("history", "{name} is back").format(name=line.name)
                self._frame.toast(words, undo=changes.undoable)

        self._desk.act(lambda actions: actions.restore(command), tell, lambda error: self.say(str(error)), owner=self)
