"""Earlier imports, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.read_models import RunLine
from hhcrm.ui.exchange.pieces import KeyTable, ListModel, in_panel, row_of
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.long_work import WorkBar
from hhcrm.ui.shared.text import Text, Tone

NONE_YET = QT_TRANSLATE_NOOP("exchange", "Nothing was imported yet. Imports stand here with a way back.")
SOME = QT_TRANSLATE_NOOP("exchange", "An import is taken back whole, unless its rows have been changed since.")


class HistoryPage(QWidget):
    """The runs, the newest first; the current one can be undone."""

    undo_wanted = Signal(int)
    """The run to take back."""

    def __init__(self, today: Callable[[], date], zone: Callable[[], tzinfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_page_history")
        self._today = today
        self._zone = zone
        self._model: ListModel[RunLine] = ListModel(self._columns(), lambda line: line.run_id)
        self.table = KeyTable(self._model, "import_runs", translate("exchange", "Earlier imports"))
        self._model.setParent(self.table)
        self.table.current_changed.connect(self._on_current)
        self.said = Text("", "body", "muted", wrap=True)
        self.said.setObjectName("import_runs_said")
        self.undo = Button(translate("exchange", "&Undo this import"), "quiet", icon="undo-2", name="button_undo_run")
        self.undo.clicked.connect(self._on_undo)
        self.work = WorkBar("import_undo")
        self.work.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        column.addWidget(self.said)
        column.addWidget(in_panel(self.table), 1)
        column.addWidget(self.work)
        column.addLayout(row_of(self.undo, None))

    def show_runs(self, runs: tuple[RunLine, ...]) -> None:
        """Show them; the current one stays current."""
        current = self.table.current_id()
        self._model.show_lines(runs)
        self.say(translate("exchange", SOME) if runs else translate("exchange", NONE_YET))
        self.work.hide()
        if runs:
            at = next((row for row, run in enumerate(runs) if run.run_id == current), 0)
            self.table.selectRow(at)
        self._on_current(self.table.current_id())

    def say(self, words: str, tone: Tone = "muted") -> None:
        """Say something above the table."""
        self.said.set_tone(tone)
        self.said.setText(words)

    def begin_undo(self) -> None:
        """An import is being taken back."""
        self.undo.setEnabled(False)
        self.work.begin(translate("exchange", "Taking the import back"), can_stop=False)

    def end_undo(self) -> None:
        """It is over, however it went."""
        self.work.hide()
        self._on_current(self.table.current_id())

    def _columns(self) -> list[Column[RunLine]]:
        return [
            Column("at", translate("exchange", "When"), 164, lambda run: self._when(run.at)),
            Column("file", translate("exchange", "File"), 150, lambda run: run.file_name, kind="strong", fills=True),
            Column(
                "kind", translate("exchange", "Kind"), 78, lambda run: translate("exchange", run.kind), kind="muted"
            ),
            Column("by", translate("exchange", "By"), 110, lambda run: run.by, kind="muted"),
            Column("created", translate("exchange", "New"), 60, lambda run: f"{run.created:,}", align="right"),
            Column("updated", translate("exchange", "Updated"), 72, lambda run: f"{run.updated:,}", align="right"),
            Column("refused", translate("exchange", "Refused"), 72, lambda run: f"{run.refused:,}", align="right"),
            Column(
                "state",
                "",
                90,
                lambda run: translate("exchange", "taken back") if run.undone else "",
                tag=lambda run: "none" if run.undone else "",
                kind="tag",
            ),
        ]

    def _when(self, at: datetime) -> str:
        local = at.astimezone(self._zone())
        return f"{say_day(local.date(), self._today())}, {say_time(local.time())}"

    def _current(self) -> RunLine | None:
        return self._model.line(self.table.currentIndex().row())

    def _on_current(self, _run_id: object) -> None:
        run = self._current()
        self.undo.setEnabled(run is not None and not run.undone and self.work.isHidden())

    def _on_undo(self) -> None:
        run = self._current()
        if run is not None:
            self.undo_wanted.emit(run.run_id)
