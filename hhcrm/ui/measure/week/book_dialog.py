"""The owner's workbook: of which period, as which kind of file; how far it is, and Stop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.charts.words import period_words
from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.owners_book import file_name, write_owners_book
from hhcrm.jobs.progress import Cancelled
from hhcrm.queries.book_models import BookAsked
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.panel import PickTarget
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.in_window import fit_in_window
from hhcrm.ui.shared.long_read import LongRead
from hhcrm.ui.shared.long_work import WorkBar
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.text import Text, set_ground

_KINDS = {"xlsx": "Excel (*.xlsx)", "zip": "ZIP (*.zip)"}


class BookDialog(QDialog):
    """Enter begins, Esc stops what runs or closes. Stopped, there is no file."""

    def __init__(
        self, desk: Desk, frame: Frame, asked: BookAsked, whose: str, pick: PickTarget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        title = translate("week", "Everything as a workbook")
        self.setObjectName("dialog_measure_book")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._frame, self._asked, self._whose, self._pick = frame, asked, whose, pick
        self._long = LongRead(desk, self)
        self._make(title)
        self._long.reported.connect(self.work.show_report)
        self.work.cancelled.connect(self._long.cancel)
        fit_in_window(self, parent, 480, 300)

    def _make(self, title: str) -> None:
        set_ground(self, "panel")
        period = period_words(self._asked.from_on, self._asked.until_on)
        about = Text("  \u00b7  ".join(part for part in (period, self._whose) if part), "body", "muted", wrap=True)
        words = translate(
            "week",
            "Every table behind Measure, each on its sheet, and what each measure means. No patient identifiers.",
        )
        choices = (
            ("xlsx", "X", translate("week", "One Excel file")),
            ("zip", "C", translate("week", "CSV files, zipped")),
        )
        self.kind = Segmented(choices, "measure_book_kind", translate("week", "Kind of file"), show_keys=False)
        self.kind.set_value("xlsx")
        self.said = Text("", "body", "overdue", wrap=True)
        self.said.setObjectName("measure_book_said")
        self.said.hide()
        self.work = WorkBar("measure_book_run", translate("scorecard", "Stop"))
        self.work.hide()
        self._close = Button(translate("scorecard", "Close"), "quiet", size="big", name="measure_book_close")
        self._close.clicked.connect(self.reject)
        self.save = Button(translate("week", "Save\u2026"), "primary", size="big", name="measure_book_save")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda _on=False: self._on_save())
        buttons, column = QHBoxLayout(), QVBoxLayout(self)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.save)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(14))
        column.addWidget(Text(title, "title"))
        for widget in (about, Text(words, "body", wrap=True), self.kind, self.said, self.work):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)

    def _on_save(self) -> None:
        kind = self.kind.value or "xlsx"
        picked = "" if self._long.running else self._pick(self, f"{file_name(self._asked)}.{kind}", _KINDS[kind])
        if not picked:
            return
        path = Path(picked)
        path = path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")
        self.said.hide()
        self.save.setEnabled(False)
        self.work.begin(translate("week", "Writing the workbook"))
        asked, whose = self._asked, self._whose
        self._long.start(
            lambda ask, steps: write_owners_book(ask, path, asked, whose, steps),
            lambda count: self._on_written(path, count),
            self._on_left,
        )

    def _on_written(self, path: Path, count: int) -> None:
        self.accept()
        words = translate("week", "{count} tables are in {name}.")
        self._frame.toast(words.format(count=count, name=path.name))

    def _on_left(self, error: Exception) -> None:
        """Stopped, or a fault: nothing was written."""
        self.work.hide()
        self.save.setEnabled(True)
        if isinstance(error, Cancelled):
            self._say(translate("week", "Stopped. Nothing was written."))
        elif isinstance(error, KnownFault):
            self._say(str(error))
        else:
            self._frame.fault(error)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()

    @override
    def reject(self) -> None:
        """Stop what runs, else close."""
        if self._long.running:
            self.work.stop()
        else:
            super().reject()
