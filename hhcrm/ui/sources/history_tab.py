"""The History tab: what changed, by whom, field by field, each with its way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hhcrm.queries.read_models import FieldChange, HistoryLine, HistoryPage, SourceDetail
from hhcrm.services.commands import RevertField
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text
from hhcrm.ui.sources import cells
from hhcrm.ui.sources.context import Context

PAGE = 20
_LONGEST = 160


class HistoryTab(EntryList):
    """A source's history, newest first."""

    def __init__(self, context: Context) -> None:
        super().__init__("source_history", "Nothing has happened yet.")
        self._context = context
        self._source_id = 0
        self._asked = 0
        self._lines: tuple[HistoryLine, ...] = ()
        self._steps = PAGE
        self.more.clicked.connect(self._on_more)

    @property
    def lines(self) -> tuple[HistoryLine, ...]:
        """What is shown."""
        return self._lines

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source's history, as far back as it was shown before."""
        if detail.source_id != self._source_id:
            self._source_id, self._lines, self._steps = detail.source_id, (), PAGE
            self.show_entries(())
        self._ask(None, self._steps)

    def _ask(self, before: int | None, limit: int) -> None:
        self._asked += 1
        mine, source_id = self._asked, self._source_id
        self._context.desk.read(
            lambda q: q.history_of(source_id, before, limit),
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
        desk = self._context.desk
        when = cells.moment_words(line.at, desk.now(), desk.zone())
        beside = "  ·  ".join(part for part in (line.what, line.by, when) if part)
        entry = Entry(line.label, beside)
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
        words.setToolTip(change_words(change, longest=2_000))
        inside.addWidget(words, 1)
        if line.can_revert:
            name = f"history_{line.step_id}_{line.table}_{line.row_id}_{change.field}_revert"
            tip = f"Revert {change.label} to {change.before or 'nothing'}"
            button = act_button("Revert", name, partial(self._revert, line, change), tip)
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _revert(self, line: HistoryLine, change: FieldChange) -> None:
        command = RevertField(line.step_id, line.table, line.row_id, change.field)
        self._context.do(lambda actions: actions.revert_field(command), f"{change.label} reverted", owner=self)


def change_words(change: FieldChange, longest: int = _LONGEST) -> str:
    """One field before and after."""
    before, after = (_short(text, longest) or "nothing" for text in (change.before, change.after))
    return f"{change.label}: {before} → {after}"


def _short(text: str, longest: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"
