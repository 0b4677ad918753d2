"""Settings > Data: where the agency's data are, their backups, restore, what goes in and out, and a check of all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout

from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.ui.settings.data_port import BackupLine, DataFacts, DataPort
from hhcrm.ui.settings.data_words import backup_words, where_words
from hhcrm.ui.settings.entry_row import Row
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Page, Section, forget
from hhcrm.ui.settings.restore_dialog import RestoreDialog
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.said import moment_words
from hhcrm.ui.shared.tags import TagKind
from hhcrm.ui.shared.text import Text

_SHOWN = 6


class DataPage(Page):
    """`show_item(backups=True)` scrolls to the backups."""

    def __init__(self, context: SettingsContext, port: DataPort) -> None:
        super().__init__(
            "data",
            translate("settings", "Data"),
            translate("settings", "Where everything lies, and how to get back what was."),
            context,
        )
        self._port = port
        self._facts = DataFacts("")
        self._all_shown = False
        self._verified: dict[Path, str] = {}
        self._busy = False
        self.dialog: RestoreDialog | None = None
        self._make_where()
        self._make_backups()
        self._make_doors()
        self._make_check()

    def refresh(self) -> None:
        """Look again at the folder."""
        self._run(self._port.facts, self._show)

    def show_item(self, **where: object) -> None:
        """Scroll to the backups."""
        if where.get("backups"):
            self.reveal(self.backups)

    @property
    def verified_words(self) -> list[str]:
        """What is said of the backups that were looked through."""
        return list(self._verified.values())

    @property
    def findings(self) -> str:
        """What the last check found, in words."""
        return self._findings.text()

    def back_up(self) -> None:
        """Make a verified backup now."""
        if self._busy:
            return
        self._set_busy(True, translate("settings", "A backup is being made and verified"))
        self._run(self._port.back_up, lambda _nothing: self._on_backed_up(), self._on_refused)

    def check(self) -> None:
        """Look through everything, beside whatever else is done."""
        if self._busy:
            return
        self._set_busy(True, translate("settings", "Everything is being looked through"))
        self._findings.hide()
        self._run(self._port.check, self._on_checked, self._on_refused)

    def restore(self, path: Path) -> None:
        """Show what a backup holds beside what is here, and offer to put it back."""
        self.dialog = RestoreDialog(path, self._moment, self.window())
        self.dialog.restore_asked.connect(lambda: self._port.restore(path))
        self.dialog.finished.connect(self._on_dialog_ended)
        self.dialog.setModal(True)
        self.dialog.show()
        dialog = self.dialog
        self.context.desk.read(
            lambda _questions: self._port.preview(path), dialog.show_preview, dialog.show_fault, owner=dialog
        )

    # What comes back

    def _show(self, facts: DataFacts) -> None:
        self._facts = facts
        self._path.setText(facts.where)
        self.where.say(where_words(facts))
        last = facts.backups[0] if facts.backups else None
        words = translate(
            "settings",
            "The last one was made {when}. Each is verified when it is made: each day, and before every import.",
        )
        nothing = translate("settings", "There is none yet. One is made after the first change of each day.")
        self.backups.say(words.format(when=self._moment(last.at)) if last else nothing)
        self._show_backups()
        self._show_second()

    def _show_backups(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            forget(item.widget())
        shown = self._facts.backups if self._all_shown else self._facts.backups[:_SHOWN]
        for place, backup in enumerate(shown, start=1):
            self._lines.addWidget(self._backup_row(place, backup))
        rest = len(self._facts.backups) - len(shown)
        self._more.setVisible(rest > 0)
        self._more.setText(translate("settings", "Show {n} more").format(n=rest))

    def _backup_row(self, place: int, backup: BackupLine) -> Row:
        said = self._verified.get(backup.path, "")
        kind: TagKind = "good" if said == _whole() else "overdue"
        row = Row(self._moment(backup.at), backup_words(backup), (said, kind) if said else None)
        verify = Button(translate("settings", "Verify"), "bare", size="small", name=f"settings_data_verify_{place}")
        verify.clicked.connect(partial(self._verify, backup.path))
        back = Button(translate("settings", "Restore…"), "bare", size="small", name=f"settings_data_restore_{place}")
        back.clicked.connect(partial(self.restore, backup.path))
        for button in (verify, back):
            words = translate("settings", "{act}: backup of {when}")
            button.setAccessibleName(words.format(act=button.text(), when=self._moment(backup.at)))
            row.add(button)
        return row

    def _show_second(self) -> None:
        facts = self._facts
        nowhere = translate("settings", "Backups lie on this disk only. Choose a folder on another one.")
        words = translate("settings", "Each backup is copied to {folder}, too.")
        self._second.setText(words.format(folder=facts.second) if facts.second else nowhere)
        self._second_fault.setText(facts.second_fault)
        self._second_fault.setVisible(bool(facts.second_fault))
        self._no_second.setVisible(bool(facts.second))

    def _verify(self, path: Path, _on: bool = False) -> None:
        self._verified[path] = translate("settings", "looking")
        self._show_backups()

        def whole(_rows: int) -> None:
            self._verified[path] = _whole()
            self._show_backups()

        def broken(error: Exception) -> None:
            if isinstance(error, KnownFault):
                self._verified[path] = translate("settings", "not whole")
                self._show_backups()
            self.context.frame.fault(error)

        self._run(lambda: self._port.verify(path), whole, broken)

    def _on_backed_up(self) -> None:
        self._set_busy(False)
        self.context.frame.toast(translate("settings", "The backup is made and verified."))
        self.refresh()

    def _on_checked(self, findings: tuple[str, ...]) -> None:
        self._set_busy(False)
        fine = translate("settings", "The database, its journal and the attachments are whole.")
        self._findings.setText("\n".join(findings) or fine)
        self._findings.set_tone("overdue" if findings else "good")
        self._findings.show()

    def _on_refused(self, error: Exception) -> None:
        self._set_busy(False)
        self.context.frame.fault(error)

    def _on_dialog_ended(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    # Second place, other files

    def _choose_second(self) -> None:
        dialog = QFileDialog(self, translate("settings", "A second place for backups"), self._facts.second)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open_dialog(dialog, self.set_second)

    def set_second(self, folder: str) -> None:
        """Copy backups to this folder from now on; "" for nowhere."""

        def done(_nothing: Any) -> None:
            words = (
                translate("settings", "Backups are copied to {folder} from now on.")
                if folder
                else translate("settings", "Backups are no longer copied to a second place.")
            )
            self.context.frame.toast(words.format(folder=folder))
            self.refresh()

        def failed(error: Exception) -> None:
            self.context.frame.fault(error)
            self.refresh()

        self._run(lambda: self._port.set_second(folder), done, failed)

    def _choose_file(self) -> None:
        start = self._facts.second or self._facts.where
        dialog = QFileDialog(self, translate("settings", "Choose a backup"), start)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(translate("settings", "Backups (*.db);;All files (*)"))
        self._open_dialog(dialog, lambda path: self.restore(Path(path)))

    def _open_dialog(self, dialog: QFileDialog, chosen: Callable[[str], object]) -> None:
        """Without a loop of its own: the window stays alive behind it."""
        dialog.setObjectName("dialog_choose_file")
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Pieces

    def _make_where(self) -> None:
        self.where = Section(translate("settings", "Where it lies"), " ")
        self._path = QLineEdit()
        self._path.setReadOnly(True)
        self._path.setObjectName("settings_data_where")
        self._path.setAccessibleName(translate("settings", "Where it lies"))
        row = QHBoxLayout()
        row.addWidget(self._path, 1)
        opened = Button(
            translate("settings", "Open folder"), icon="folder-open", size="small", name="settings_data_open"
        )
        opened.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self._facts.where)))
        row.addWidget(opened)
        self.where.body.addLayout(row)
        self.column.addWidget(self.where)

    def _make_backups(self) -> None:
        self.backups = Section(translate("settings", "Backups"), " ")
        self._now = Button(
            translate("settings", "Back up now"), icon="save", size="small", name="settings_data_back_up"
        )
        self._now.clicked.connect(self.back_up)
        other = Button(translate("settings", "Restore from a file…"), size="small", name="settings_data_restore_file")
        other.clicked.connect(self._choose_file)
        acts = FlowLayout(gap=scaled(8))
        acts.addWidget(self._now)
        acts.addWidget(other)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._more = Button("", "bare", size="small", name="settings_data_more")
        self._more.clicked.connect(self._show_all)
        self._busy_words = Text("", "small", "muted")
        self._bar = QProgressBar()
        self._bar.setObjectName("settings_data_busy")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(scaled(220))
        self._busy_words.hide()
        self._bar.hide()
        self._second = Text("", "body", wrap=True)
        self._second_fault = Text("", "small", "overdue", wrap=True)
        choose = Button(translate("settings", "Choose folder…"), size="small", name="settings_data_second")
        choose.clicked.connect(self._choose_second)
        self._no_second = Button(
            translate("settings", "No second place"), "bare", size="small", name="settings_data_no_second"
        )
        self._no_second.clicked.connect(lambda: self.set_second(""))
        second = FlowLayout(gap=scaled(8))
        second.addWidget(choose)
        second.addWidget(self._no_second)
        body = self.backups.body
        body.addLayout(acts)
        body.addWidget(self._busy_words)
        body.addWidget(self._bar)
        body.addLayout(self._lines)
        body.addWidget(self._more)
        body.addSpacing(scaled(8))
        body.addWidget(Text(translate("settings", "A second place"), "strong"))
        body.addWidget(self._second)
        body.addWidget(self._second_fault)
        body.addLayout(second)
        self.column.addWidget(self.backups)

    def _make_doors(self) -> None:
        kit = self.context.kit
        doors: list[tuple[str, str, str, Callable[[], object] | None]] = [
            ("import", translate("settings", "Import a list…"), "upload", kit.import_list),
            ("export", translate("settings", "Export…"), "download", kit.export),
        ]
        section = Section(
            translate("settings", "In and out"),
            translate("settings", "Lists come in from CSV and Excel files, and everything goes out again."),
        )
        acts = FlowLayout(gap=scaled(8))
        for name, words, icon, door in doors:
            if door is not None:
                button = Button(words, icon=icon, size="small", name=f"settings_data_{name}")
                button.clicked.connect(partial(_open, door))
                acts.addWidget(button)
        section.body.addLayout(acts)
        section.setVisible(any(door is not None for *_, door in doors))
        self.column.addWidget(section)

    def _make_check(self) -> None:
        section = Section(
            translate("settings", "Check"),
            translate("settings", "Looks through the database page by page, the chain of its journal, and the files."),
        )
        self._check = Button(
            translate("settings", "Check now"), icon="list-checks", size="small", name="settings_data_check"
        )
        self._check.clicked.connect(self.check)
        self._findings = Text("", "body", wrap=True)
        self._findings.setObjectName("settings_data_findings")
        self._findings.hide()
        section.body.addWidget(self._check)
        section.body.addWidget(self._findings)
        self.column.addWidget(section)

    def _show_all(self) -> None:
        self._all_shown = True
        self._show_backups()

    def _set_busy(self, busy: bool, words: str = "") -> None:
        self._busy = busy
        self._now.setEnabled(not busy)
        self._check.setEnabled(not busy)
        self._busy_words.setText(words)
        self._bar.setAccessibleName(words)
        self._busy_words.setVisible(busy)
        self._bar.setVisible(busy)

    def _moment(self, at: datetime) -> str:
        return moment_words(at, self.context.desk.now(), self.context.desk.zone())

    def _run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None] | None = None
    ) -> None:
        """On a reader thread: a backup or a check reads one moment while others go on writing."""
        self.context.desk.read(lambda _questions: work(), done, failed or self.context.frame.fault, owner=self)


def _whole() -> str:
    return translate("settings", "whole")


def _open(door: Callable[[], object], _on: bool = False) -> None:
    door()
