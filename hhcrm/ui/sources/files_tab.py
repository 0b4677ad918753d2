"""The Files tab: add (also by dragging in), open, archive."""

from __future__ import annotations

import shutil
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from hhcrm.compat import override
from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import FileLine, SourceDetail
from hhcrm.services.commands import AddFile, Archive
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.sources import cells
from hhcrm.ui.sources.context import Context


class FilesTab(EntryList):
    """Copies of files that belong to a source."""

    def __init__(self, context: Context) -> None:
        super().__init__("source_files", translate("sources", "No files yet. Add one, or drag it in here."))
        self._context = context
        self._source_id = 0
        self._asked = 0
        self._files: tuple[FileLine, ...] = ()
        self.setAcceptDrops(True)
        add = Button(translate("sources", "Add file"), icon="paperclip", size="small", name="files_add")
        add.clicked.connect(self._choose)
        self.add_top(add)

    @property
    def files(self) -> tuple[FileLine, ...]:
        """The files shown."""
        return self._files

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source's files."""
        if detail.source_id != self._source_id:
            self._source_id, self._files = detail.source_id, ()
            self.show_entries(())
        self._asked += 1
        mine, source_id = self._asked, self._source_id
        self._context.desk.read(
            lambda q: q.files_of(source_id),
            lambda files: self._take(files) if mine == self._asked else None,
            owner=self,
        )

    def add(self, path: Path) -> None:
        """Keep a copy of a file."""
        command = AddFile(self._source_id, path)
        self._context.do(
            lambda actions: actions.add_file(command),
            translate("sources", "{name} added").format(name=path.name),
            owner=self,
        )

    def _choose(self) -> None:
        dialog = QFileDialog(self, translate("sources", "Add a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, paths: list[str]) -> None:
        for path in paths:
            self.add(Path(path))

    def _take(self, files: tuple[FileLine, ...]) -> None:
        self._files = files
        self.show_entries([self._entry(file) for file in files])

    def _entry(self, file: FileLine) -> Entry:
        desk = self._context.desk
        added = cells.moment_words(file.added_at, desk.now(), desk.zone())
        beside = "  ·  ".join((cells.size_words(file.size), f"{file.added_by}, {added}"))
        name = f"file_{file.attachment_id}"
        acts = [
            act_button(
                translate("sources", "Archive"),
                f"{name}_archive",
                partial(self._archive, file),
                translate("sources", "Archive {name}").format(name=file.name),
            )
        ]
        if self._context.kit.attachments is not None:
            acts.insert(
                0,
                act_button(
                    translate("sources", "Open"),
                    f"{name}_open",
                    partial(self._open, file),
                    translate("sources", "Open {name}").format(name=file.name),
                ),
            )
        return Entry(file.name, beside, acts=acts)

    def _open(self, file: FileLine) -> None:
        """Open a copy under the file's own name: the kept one has none, and must not be edited."""
        folder = self._context.kit.attachments
        assert folder is not None
        self._context.desk.read(
            lambda _questions: copy_to_open(folder / file.path, file.name),
            _open_copy,
            self._context.frame.fault,
            owner=self,
        )

    def _archive(self, file: FileLine) -> None:
        command = Archive("attachment", (file.attachment_id,))
        self._context.do(
            lambda actions: actions.archive(command),
            translate("sources", "{name} archived").format(name=file.name),
            owner=self,
        )

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add(Path(url.toLocalFile()))
        event.acceptProposedAction()


def _open_copy(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def copy_to_open(kept: Path, name: str) -> Path:
    """A copy in a temporary folder under the name people know. Raises FileFault."""
    try:
        path = Path(tempfile.mkdtemp(prefix="hhcrm-")) / Path(name).name
        shutil.copyfile(kept, path)
    except OSError as error:
        raise FileFault(
            translate("sources", "{name} cannot be opened: {why}.").format(name=name, why=error.strerror or error)
        ) from error
    return path
