"""The fourth page: the import as it runs, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hhcrm.domain.wording import translate
from hhcrm.exchange.fields import RecordKind
from hhcrm.ui.exchange.pieces import Notes, row_of
from hhcrm.ui.exchange.port import Imported
from hhcrm.ui.exchange.preview_page import RefusedPanel, figures, show_counts
from hhcrm.ui.exchange.words import counted, of_rows
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.long_work import WorkBar
from hhcrm.ui.shared.text import Text, Tone


class ResultPage(QWidget):
    """Progress, then counts and the ways on."""

    cancelled = Signal()
    undo_wanted = Signal()
    refused_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_page_result")
        self._imported: Imported | None = None
        self.work = WorkBar("import_run")
        self.work.cancelled.connect(self.cancelled)
        self._meanwhile = Text(
            translate(
                "exchange",
                "The window stays alive. What you save meanwhile waits until the import is through. "
                "Cancel leaves nothing behind.",
            ),
            "small",
            "muted",
            wrap=True,
        )
        self.head = Text("", "title", wrap=True)
        self.head.setObjectName("import_result_head")
        self.said = Text("", "body", "muted", wrap=True)
        self.said.setObjectName("import_result_said")
        self.notes = Notes("import_result_notes", "due")
        self.figures = figures()
        self.figures[1].word.setText(translate("exchange", "updated"))
        self.refused = RefusedPanel("import_result_refused")
        self.refused.hide()
        self.save = Button(
            translate("exchange", "&Save refused rows…"), "quiet", icon="download", name="button_save_refused"
        )
        self.save.clicked.connect(self.refused_wanted)
        self.undo = Button(
            translate("exchange", "&Undo this import"), "quiet", icon="undo-2", name="button_undo_import"
        )
        self.undo.clicked.connect(self.undo_wanted)
        self._put_together()

    @property
    def imported(self) -> Imported | None:
        """What came of it; None while it runs."""
        return self._imported

    def begin(self, doing: str, *, can_stop: bool = True) -> None:
        """Something runs."""
        self._stack.setCurrentIndex(0)
        self._meanwhile.setVisible(can_stop)
        self.work.begin(doing, can_stop=can_stop)
        self.work.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_imported(self, imported: Imported, kind: RecordKind, file_name: str) -> None:
        """Say what came of it."""
        self._imported = imported
        counts = imported.counts
        brought = counts.created + counts.updated
        self.head.setText(
            translate("exchange", "{counted} imported from {file_name}").format(
                counted=counted(brought, kind), file_name=file_name
            )
            if brought
            else translate("exchange", "{file_name} changed nothing").format(file_name=file_name)
        )
        self.say(translate("exchange", "A backup from before the import is kept.") if imported.run is not None else "")
        show_counts(self.figures, counts)
        self.notes.say(imported.notes)
        self.refused.show_lines(imported.refused)
        self.refused.setVisible(bool(imported.refused))
        self.save.setVisible(bool(imported.refused))
        self.save.setText(
            translate("exchange", "&Save {of_rows} refused as a file…").format(of_rows=of_rows(counts.refused))
        )
        self.save.updateGeometry()
        self.undo.setVisible(imported.run is not None)
        self._stack.setCurrentIndex(1)

    def say_undone(self) -> None:
        """The import was taken back."""
        self.undo.setVisible(False)
        self.head.setText(translate("exchange", "The import was taken back"))
        self.say(translate("exchange", "Everything is as it was before."))
        self._stack.setCurrentIndex(1)

    def say(self, words: str, tone: Tone = "muted") -> None:
        """Say something under the head."""
        self.said.set_tone(tone)
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self._stack.setCurrentIndex(1)

    def _put_together(self) -> None:
        busy = QWidget()
        waiting = QVBoxLayout(busy)
        waiting.setContentsMargins(0, 0, 0, 0)
        waiting.setSpacing(scaled(12))
        waiting.addWidget(self.work)
        waiting.addWidget(self._meanwhile)
        waiting.addStretch(1)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        column.addWidget(self.head)
        column.addWidget(self.said)
        column.addLayout(row_of(*self.figures, gap=12))
        column.addLayout(row_of(self.save, self.undo, None))
        column.addWidget(self.notes)
        column.addWidget(self.refused, 1)
        column.addStretch(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(busy)
        self._stack.addWidget(shown)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
