"""Import a list: one window, four pages, and the earlier imports beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import FileFault, KnownFault
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.exchange.fields import RecordKind
from hhcrm.jobs.progress import Cancelled, Report
from hhcrm.ui.exchange.columns_page import ColumnsPage
from hhcrm.ui.exchange.file_page import FilePage
from hhcrm.ui.exchange.history_page import HistoryPage
from hhcrm.ui.exchange.import_kit import ImportKit
from hhcrm.ui.exchange.left_list import DRAFT, as_left, draft_content
from hhcrm.ui.exchange.pieces import fit_dialog, scrolling
from hhcrm.ui.exchange.port import Imported, ImportWish, Preview, SeenFile
from hhcrm.ui.exchange.preview_page import PreviewPage
from hhcrm.ui.exchange.result_page import ResultPage
from hhcrm.ui.exchange.steps import StepLine
from hhcrm.ui.exchange.words import counted, of_rows
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.drafting import DraftKeeper
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.long_work import LongWork
from hhcrm.ui.shared.text import Text, set_ground

FILE, COLUMNS, PREVIEW, RESULT, HISTORY = range(5)
STEPS = (
    QT_TRANSLATE_NOOP("exchange", "File"),
    QT_TRANSLATE_NOOP("exchange", "Columns"),
    QT_TRANSLATE_NOOP("exchange", "Preview"),
    QT_TRANSLATE_NOOP("exchange", "Import"),
)
_SIZE = (960, 680)


class ImportWizard(QDialog):
    """Enter or Alt+N goes on, Alt+B goes back, Esc cancels what runs or closes."""

    def __init__(self, desk: Desk, frame: Frame, kit: ImportKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_wizard")
        self.setAccessibleName(translate("exchange", "Import a list"))
        self.setWindowTitle(translate("exchange", "Import a list"))
        self._desk = desk
        self._frame = frame
        self._kit = kit
        self._asked = 0
        self._imported: Imported | None = None
        self._previewed: ImportWish | None = None
        self._long = LongWork(desk, self)
        self._resumed: DraftLike | None = None
        self._draft = DraftKeeper(desk, kit.drafts, *DRAFT, self._draft_content, self)
        self.file = FilePage(kit.pick_file)
        self.columns = ColumnsPage()
        self.preview = PreviewPage()
        self.outcome = ResultPage()
        self.history = HistoryPage(desk.today, kit.zone)
        self._put_together()
        self._connect()
        self._go(FILE)

    @property
    def step(self) -> int:
        """Which page is open."""
        return self._stack.currentIndex()

    def open_path(self, path: Path) -> None:
        """Begin with a file."""
        self.file.open_path(path)

    def resume(self, draft: DraftLike) -> None:
        """Go on with a list whose columns were being matched when it was left."""
        self._resumed = draft
        self.file.open_path(Path(str(draft.content.get("path", ""))))

    # Drafts

    def _draft_content(self) -> dict[str, object] | None:
        seen, mapping = self.file.seen, self.columns.mapping
        if seen is None or mapping is None or self._imported is not None:
            return None
        return draft_content(seen, mapping, self.preview.answers)

    def _as_left(self, seen: SeenFile) -> SeenFile | None:
        """The file with its columns as they were left; None while it is looked at once more as the right kind."""
        draft, self._resumed = self._resumed, None
        if draft is None:
            return seen
        kind = str(draft.content.get("kind", ""))
        if seen.kind != kind and kind in tuple(RecordKind):
            self._resumed = draft
            self._look(seen.path, RecordKind(kind), draft.content.get("sheet"))
            return None
        try:
            return as_left(seen, draft)
        except FileFault as fault:  # the file is another one by now
            self._say_problem(str(fault))
            return seen

    # Making

    def _put_together(self) -> None:
        set_ground(self, "panel")
        self._title = Text(translate("exchange", "Import a list"), "head")
        self.steps = StepLine([translate("exchange", step) for step in STEPS])
        self._stack = QStackedWidget()
        pages = (self.file, self.columns, self.preview, self.outcome, self.history)
        for page in pages:
            self._stack.addWidget(scrolling(page, f"{page.objectName()}_area"))
        self.problem = Text("", "body", "overdue", wrap=True)
        self.problem.setObjectName("import_problem")
        self.problem.hide()
        self._hint = Text("", "small", "muted")
        self._close = Button(translate("exchange", "Cancel"), "quiet", size="big", name="button_import_close")
        self._back = Button(translate("exchange", "&Back"), "quiet", size="big", name="button_import_back")
        self._next = Button(translate("exchange", "&Next"), "primary", size="big", name="button_import_next")
        self._next.setDefault(True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.steps)
        foot = QHBoxLayout()
        foot.setSpacing(scaled(8))
        foot.addWidget(self._hint, 1)
        for button in (self._close, self._back, self._next):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(14))
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.problem)
        column.addLayout(foot)
        fit_dialog(self, *_SIZE)

    def _connect(self) -> None:
        self._next.clicked.connect(self._on_next)
        self._back.clicked.connect(self._on_back)
        self._close.clicked.connect(self.reject)
        self.file.wanted.connect(self._look)
        self.file.history_wanted.connect(self._show_history)
        self.columns.changed.connect(self._clear_problem)
        self.columns.changed.connect(self._draft.touch)
        self.preview.answered.connect(self._draft.touch)
        self.preview.answered.connect(lambda: self._check(forget=False))
        self.preview.cancelled.connect(self._long.cancel)
        self.outcome.cancelled.connect(self._long.cancel)
        self.outcome.undo_wanted.connect(self._undo_this)
        self.outcome.refused_wanted.connect(self._save_refused)
        self.history.undo_wanted.connect(self._undo_run)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_next)

    # Going from page to page

    def _go(self, page: int) -> None:
        self._clear_problem()
        self._stack.setCurrentIndex(page)
        self._title.setText(
            translate("exchange", "Earlier imports") if page == HISTORY else translate("exchange", "Import a list")
        )
        self.steps.setVisible(page != HISTORY)
        self.steps.show_step(min(page, RESULT))
        self._say_buttons()
        if page == FILE:
            self.file.path.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page == COLUMNS:
            self.columns.take_focus()

    def _say_buttons(self) -> None:
        page, busy = self.step, self._long.running
        ended = page == RESULT and not busy
        self._back.setVisible(page in (COLUMNS, PREVIEW, HISTORY) and not busy)
        self._close.setText(
            translate("exchange", "Close") if page in (HISTORY, RESULT) else translate("exchange", "Cancel")
        )
        self._close.setVisible(not busy)
        self._close.updateGeometry()
        see = ended and self._imported is not None
        self._next.setText(
            {PREVIEW: self._import_words(), RESULT: translate("exchange", "See &them")}.get(
                page, translate("exchange", "&Next")
            )
        )
        self._next.setVisible(not busy and (page < PREVIEW or (page == PREVIEW and self._can_import()) or see))
        self._next.updateGeometry()
        self._hint.setText(
            {
                FILE: translate("exchange", "Enter goes on, Esc cancels"),
                COLUMNS: translate("exchange", "Enter goes on, Esc cancels"),
            }.get(page, "")
        )

    def _import_words(self) -> str:
        preview = self.preview.preview
        rows = preview.counts.created + preview.counts.updated if preview is not None else 0
        return translate("exchange", "&Import {of_rows}").format(of_rows=of_rows(rows))

    def _can_import(self) -> bool:
        preview = self.preview.preview
        return preview is not None and preview.counts.created + preview.counts.updated > 0

    def _on_next(self) -> None:
        if self._next.isHidden():
            return
        if self.step == FILE:
            self._leave_file()
        elif self.step == COLUMNS:
            self._leave_columns()
        elif self.step == PREVIEW:
            self._bring_in()
        elif self.step == RESULT:
            self._see_them()

    def _on_back(self) -> None:
        if not self._back.isHidden():
            self._go({PREVIEW: COLUMNS}.get(self.step, FILE))

    def _leave_file(self) -> None:
        if not self.file.problem():
            self._go(COLUMNS)

    def _leave_columns(self) -> None:
        if self.columns.problem():
            self.columns.take_focus()  # the page says it, where it is put right
        else:
            self._check(forget=True)

    def _say_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()

    def _clear_problem(self) -> None:
        self.problem.hide()

    # The file

    def _look(self, path: Path, kind: RecordKind | None, sheet: str | None) -> None:
        self._asked += 1
        mine, work = self._asked, self._kit.work

        def done(seen: SeenFile) -> None:
            if mine == self._asked:
                self._on_seen(seen)

        def failed(error: Exception) -> None:
            if mine == self._asked:
                self._on_unseen(error)

        self._desk.read(lambda questions: work.see(questions, path, kind, sheet), done, failed, owner=self)

    def _on_seen(self, found: SeenFile) -> None:
        seen = self._as_left(found)
        if seen is None:
            return
        self._draft.begin_again()
        self.file.show_seen(found)
        self.columns.show_file(seen)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_unseen(self, error: Exception) -> None:
        if isinstance(error, KnownFault):
            self.file.say_fault(str(error))
        else:
            self.file.say_fault(translate("exchange", "The file could not be read. A report was written to the log."))

    # Preview

    def _wish(self) -> ImportWish:
        seen, mapping = self.file.seen, self.columns.mapping
        assert seen is not None
        assert mapping is not None
        return ImportWish(seen.path, mapping, seen.sheet, dict(self.preview.answers), self.columns.remembers)

    def _check(self, *, forget: bool) -> None:
        self.preview.begin(forget=forget)
        wish, work = self._wish(), self._kit.work

        def done(preview: Preview) -> None:
            self._previewed = wish
            self.preview.show_preview(preview, wish.mapping.kind)
            self._say_buttons()
            if not self.preview.take_focus():
                self._next.setFocus(Qt.FocusReason.OtherFocusReason)

        self._long.start(
            lambda actions, steps: work.preview(actions, wish, steps),
            done,
            self._on_unchecked,
            self.preview.work.show_report,
            label=translate("exchange", "Checking a list"),
        )
        self._go(PREVIEW)

    def _on_unchecked(self, error: Exception) -> None:
        self._go(COLUMNS)
        if isinstance(error, KnownFault):
            self._say_problem(str(error))
        elif not isinstance(error, Cancelled):
            self._say_problem(
                translate(
                    "exchange", "The list could not be checked. A report was written to the log; nothing was changed."
                )
            )

    # Import

    def _bring_in(self) -> None:
        wish, work = self._previewed, self._kit.work
        assert wish is not None
        self.outcome.begin(translate("exchange", "Making a backup first"))
        self._long.start(
            lambda actions, steps: work.bring_in(actions, wish, steps),
            self._on_imported,
            self._on_not_imported,
            self.outcome.work.show_report,
            label=translate("exchange", "Importing a list"),
        )
        self._go(RESULT)

    def _on_imported(self, imported: Imported) -> None:
        assert self._previewed is not None
        self._imported = imported
        self._draft.drop()
        self.outcome.show_imported(imported, self._previewed.mapping.kind, self._previewed.path.name)
        self._say_buttons()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_imported(self, error: Exception) -> None:
        self._go(PREVIEW)
        if isinstance(error, KnownFault | Cancelled):
            stopped = translate("exchange", "The import was stopped. Nothing was changed.")
            self._say_problem(str(error) if isinstance(error, KnownFault) else stopped)
        else:
            self._say_problem(
                translate("exchange", "The import failed. A report was written to the log; nothing was changed.")
            )

    def _see_them(self) -> None:
        self.accept()
        self._frame.go("sources")

    def _undo_this(self) -> None:
        assert self._imported is not None
        assert self._imported.run is not None
        self.outcome.begin(translate("exchange", "Taking the import back"), can_stop=False)

        def done(_changes: ChangeSet) -> None:
            self._imported = None
            self.outcome.say_undone()
            self._say_buttons()
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

        def failed(error: Exception) -> None:
            self.outcome.say(_undo_fault(error), "overdue")
            self._say_buttons()

        self._undo(self._imported.run, done, failed, self.outcome.work.show_report)

    def _undo(
        self,
        run: int,
        done: Callable[[ChangeSet], None],
        failed: Callable[[Exception], None],
        report: Callable[[Report], None],
    ) -> None:
        work = self._kit.work
        self._long.start(
            lambda actions, steps: work.undo(actions, run, steps),
            done,
            failed,
            report,
            label=translate("exchange", "Taking an import back"),
        )
        self._say_buttons()

    def _save_refused(self) -> None:
        wish, imported, work = self._previewed, self.outcome.imported, self._kit.work
        assert wish is not None
        assert imported is not None
        target = self._kit.pick_target(self, str(wish.path.with_name(f"{wish.path.stem} refused.csv")))
        if not target:
            return
        path = Path(target) if Path(target).suffix else Path(f"{target}.csv")

        def done(count: int) -> None:
            self.outcome.say(
                translate("exchange", "{of_rows} saved in {name}. Correct them there and import that file.").format(
                    of_rows=of_rows(count), name=path.name
                )
            )

        def failed(error: Exception) -> None:
            self.outcome.say(str(error) if isinstance(error, KnownFault) else _undo_fault(error), "overdue")

        self._desk.read(lambda _q: work.save_refused(wish, imported.refused, path), done, failed, owner=self)

    # Earlier imports

    def _show_history(self) -> None:
        self._go(HISTORY)
        self._read_runs()
        self.history.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_runs(self) -> None:
        work = self._kit.work
        self._desk.read(lambda questions: work.runs(questions), self.history.show_runs, owner=self)

    def _undo_run(self, run: int) -> None:
        self.history.begin_undo()

        def done(_changes: ChangeSet) -> None:
            self.history.end_undo()
            self._say_buttons()
            self._read_runs()

        def failed(error: Exception) -> None:
            self.history.end_undo()
            self.history.say(_undo_fault(error), "overdue")
            self._say_buttons()

        self._undo(run, done, failed, self.history.work.show_report)

    # Ending

    @override
    def reject(self) -> None:
        """Esc: stop what runs; with nothing running close."""
        if self._long.running:
            {PREVIEW: self.preview.work, RESULT: self.outcome.work}.get(self.step, self.history.work).stop()
            return
        self._say_goodbye()
        super().reject()

    @override
    def accept(self) -> None:
        self._say_goodbye()
        super().accept()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._long.running:
            self.reject()
            event.ignore()
        else:
            super().closeEvent(event)

    def _say_goodbye(self) -> None:
        self._draft.keep()
        """What was imported can still be taken back from the window."""
        imported = self._imported
        if imported is None or imported.run is None:
            return
        self._imported = None
        run, work, desk, frame = imported.run, self._kit.work, self._desk, self._frame
        assert self._previewed is not None
        counts = imported.counts

        def undo() -> None:
            desk.run(
                lambda actions, steps: work.undo(actions, run, steps),
                lambda _changes: frame.toast(translate("exchange", "The import was taken back.")),
                frame.fault,
                label=translate("exchange", "Taking an import back"),
            )

        words = translate("exchange", "{counted} imported").format(
            counted=counted(counts.created + counts.updated, self._previewed.mapping.kind)
        )
        frame.toast(
            translate("exchange", "{words} from {name}.").format(words=words, name=self._previewed.path.name),
            action=(translate("exchange", "Undo import"), undo),
        )


def _undo_fault(error: Exception) -> str:
    if isinstance(error, KnownFault):
        return str(error)
    if isinstance(error, Cancelled):
        return translate("exchange", "Stopped. Nothing was changed.")
    return translate("exchange", "It did not work. A report was written to the log; nothing was changed.")
