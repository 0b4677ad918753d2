"""The history of one record: what changed, by whom, field by field, each with its way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.journal_words import label_shown
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import FieldChange, HistoryLine, HistoryPage
from hhcrm.services.commands import RevertField
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.said import moment_words
from hhcrm.ui.shared.text import Text

PAGE = 20
_LONGEST = 160
_READ_OUT = 2_000


class HistoryView(EntryList):
    """Lists the steps that touched one record, newest first. `show_record` is called again when data changed.

    `name` is its object name; its buttons are called after the step, the row and the field.
    """

    def __init__(self, desk: Desk, frame: Frame, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, translate("history", "Nothing has happened yet."), parent)
        self.setAccessibleName(translate("history", "History"))
        self._desk = desk
        self._frame = frame
        self._record: tuple[str, int] | None = None
        self._asked = 0
        self._lines: tuple[HistoryLine, ...] = ()
        self._steps = PAGE
        self.more.clicked.connect(self._on_more)

    @property
    def lines(self) -> tuple[HistoryLine, ...]:
        """What is shown."""
        return self._lines

    def show_record(self, table: str, row_id: int) -> None:
        """Show the history of a record by its table and id, as far back as it was shown before."""
        if self._record != (table, row_id):
            self._record, self._lines, self._steps = (table, row_id), (), PAGE
            self.show_entries(())
        self._ask(None, self._steps)

    def _ask(self, before: int | None, limit: int) -> None:
        if self._record is None:
            return
        self._asked += 1
        mine, (table, row_id) = self._asked, self._record
        self._desk.read(
            lambda q: q.history_of(table, row_id, before, limit),
            lambda page: self._take(page, before) if mine == self._asked else None,
            owner=self,
        )

    def _take(self, page: HistoryPage, before: int | None) -> None:
        self._lines = page.lines if before is None else (*self._lines, *page.lines)
        self.show_entries([self._entry(line) for line in self._lines], more=page.more)

    def _on_more(self) -> None:
        if self._lines:
            self._steps += PAGE
            self._ask(self._lines[-1].step_id, PAGE)

    def _entry(self, line: HistoryLine) -> Entry:
        when = moment_words(line.at, self._desk.now(), self._desk.zone())
        entry = Entry(label_shown(line.label), "  ·  ".join(part for part in (line.what, line.by, when) if part))
        layout = entry.layout()
        assert layout is not None
        for change in line.changes:
            layout.addWidget(self._change(line, change))
        return entry

    def _change(self, line: HistoryLine, change: FieldChange) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(8))
        words = Text(change_words(change), "body", wrap=True)
        words.setToolTip(change_words(change, longest=_READ_OUT))
        inside.addWidget(words, 1)
        if change.can_revert:
            name = f"history_{line.step_id}_{line.table}_{line.row_id}_{change.field}_revert"
            tip = translate("history", "Revert {field} to {value}").format(
                field=change.label, value=change.before or translate("history", "nothing")
            )
            button = act_button(translate("history", "Revert"), name, partial(self._revert, line, change), tip)
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _revert(self, line: HistoryLine, change: FieldChange) -> None:
        command = RevertField(line.step_id, line.table, line.row_id, change.field, line.version)

        def tell(changes: ChangeSet) -> None:
            if changes.step_id is not None:
                words = translate("history", "{field} reverted").format(field=change.label)
                self._frame.toast(words, undo=changes.undoable)

        self._desk.act(lambda actions: actions.revert_field(command), tell, self._frame.fault, owner=self)


def change_words(change: FieldChange, longest: int = _LONGEST) -> str:
    """One field before and after."""
    nothing = translate("history", "nothing")
    before, after = (_short(text, longest) or nothing for text in (change.before, change.after))
    return f"{change.label}: {before} → {after}"


def _short(text: str, longest: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"
