"""Scorecards of all active sources into a folder: the period, the paper, how far it is, and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.periods import Period
from hhcrm.domain.wording import translate
from hhcrm.jobs.progress import Cancelled, Progress
from hhcrm.printing.scorecard_files import ScorecardFiles
from hhcrm.printing.sheet import Paper
from hhcrm.queries.scorecard_models import AT_A_TIME
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.long_read import LongRead
from hhcrm.ui.shared.long_work import WorkBar
from hhcrm.ui.shared.period_chip import PeriodChip
from hhcrm.ui.shared.text import Text, set_ground
from hhcrm.ui.sources.context import Context
from hhcrm.ui.sources.scorecard_paper import PAPER_KEY, kept_paper, paper_choices

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter
    from hhcrm.queries.bound import Questions

PickFolder = Callable[[QWidget], str]
"""Ask for a folder, over whom; "" when the person thinks better of it."""


def pick_folder(parent: QWidget) -> str:
    """Ask with the desktop's own dialog."""
    return QFileDialog.getExistingDirectory(parent, translate("scorecard", "Where to put the scorecards"))


class ScorecardsDialog(QDialog):
    """Enter begins, Esc stops what runs or closes. What is written when it is stopped stays, and is counted."""

    def __init__(
        self, context: Context, painter: Painter, parent: QWidget | None = None, pick: PickFolder = pick_folder
    ) -> None:
        super().__init__(parent)
        title = translate("scorecard", "Scorecards of all active sources")
        self.setObjectName("dialog_scorecards")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._context, self._painter, self._pick = context, painter, pick
        self._files: ScorecardFiles | None = None
        self._long = LongRead(context.desk, self)
        self._make(title)
        self._long.reported.connect(self.work.show_report)
        self.work.cancelled.connect(self._long.cancel)
        context.desk.read(lambda q: len(q.scorecard_sources()), self._say_count, owner=self)

    # Making

    def _make(self, title: str) -> None:
        set_ground(self, "panel")
        self.period = PeriodChip("scorecards", self._context.desk.today)
        self.paper = FilterChip(translate("scorecard", "Paper"), paper_choices(), "scorecards_paper")
        self.paper.set_value(kept_paper(self._context))
        self.paper.chosen.connect(lambda value: self._context.kit.memory.set(PAPER_KEY, value))
        words = translate("scorecard", "One page for each source, with its units, in a new folder where you say.")
        self.said = Text("", "body", "overdue", wrap=True)
        self.said.setObjectName("scorecards_said")
        self.said.hide()
        self.work = WorkBar("scorecards_run", translate("scorecard", "Stop"))
        self.work.hide()
        self._close = Button(translate("scorecard", "Close"), "quiet", size="big", name="scorecards_close")
        self._close.clicked.connect(self.reject)
        save = translate("scorecard", "Save PDFs…")
        self.save = Button(save, "primary", size="big", name="scorecards_save")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda _on=False: self._on_save())
        chips, buttons, column = QWidget(), QHBoxLayout(), QVBoxLayout(self)
        row = FlowLayout(chips, scaled(8))
        for chip in (self.period, self.paper):
            row.addWidget(chip)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.save)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(14))
        column.addWidget(Text(title, "title"))
        column.addWidget(Text(words, "body", "muted", wrap=True))
        for widget in (chips, self.said, self.work):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)
        self.resize(scaled(470), scaled(280))

    # What happens

    def _say_count(self, count: int) -> None:
        if count:
            words = translate("scorecard", "Save {count} PDFs…") if count > 1 else translate("scorecard", "Save 1 PDF…")
            self.save.setText(words.format(count=f"{count:,}"))
            self.save.updateGeometry()
        else:
            self.save.setEnabled(False)
            self._say(translate("scorecard", "There are no active sources yet."))

    def _on_save(self) -> None:
        picked = "" if self._long.running else self._pick(self)
        if not picked:
            return
        self.said.hide()
        self.save.setEnabled(False)
        self._files = None
        self.work.begin(translate("scorecard", "Writing scorecards"))
        inside, period, paper = Path(picked), self.period.period, cast(Paper, self.paper.value)
        self._long.start(lambda q, steps: self._write(q, steps, inside, period, paper), self._on_written, self._on_left)

    def _write(self, ask: Questions, steps: Progress, inside: Path, period: Period, paper: Paper) -> ScorecardFiles:
        """On a worker: as many at a time as few statements read."""
        ids, head, painter = ask.scorecard_sources(), ask.letterhead(), self._painter
        files = self._files = ScorecardFiles(inside, period.end)

        def step(done: int) -> None:
            steps.check()
            steps.report(translate("scorecard", "Writing scorecards"), done, len(ids))

        for first in range(0, len(ids), AT_A_TIME):
            some = ids[first : first + AT_A_TIME]
            files.write(ask.scorecards(some, period.start, period.end), head, painter, paper, step)
        return files

    def _on_written(self, files: ScorecardFiles) -> None:
        self.work.hide()
        self.save.setEnabled(True)
        self.accept()
        words = _there(files)
        self._context.frame.toast(
            words, action=(translate("scorecard", "Open folder"), lambda: show_folder(files.folder))
        )

    def _on_left(self, error: Exception) -> None:
        """Stopped, or a fault: what is there is counted."""
        self.work.hide()
        self.save.setEnabled(True)
        words = "" if self._files is None else _there(self._files)
        if isinstance(error, Cancelled):
            self._say(" ".join((translate("scorecard", "Stopped."), words)))
        elif isinstance(error, KnownFault):
            self._say(" ".join((str(error), words)))
        else:
            self._context.frame.fault(error)

    def _say(self, words: str) -> None:
        self.said.setText(words.strip())
        self.said.show()

    @override
    def reject(self) -> None:
        """Stop what runs, else close."""
        if self._long.running:
            self.work.stop()
        else:
            super().reject()


def _there(files: ScorecardFiles) -> str:
    one = translate("scorecard", "1 scorecard is in {folder}.")
    many = translate("scorecard", "{count} scorecards are in {folder}.")
    return (one if files.written == 1 else many).format(count=f"{files.written:,}", folder=files.folder.name)


def show_folder(folder: Path) -> None:
    """Open a folder in the desktop's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
