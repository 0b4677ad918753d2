"""An agency on a real database, a frame that remembers, and the wizard at a keyboard, for tests of lists in and out."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from hhcrm.jobs.runner import Runner
from hhcrm.models.sources import ReferralSource
from hhcrm.ui.exchange.export_dialog import ExportDialog, ExportKit, ExportScope
from hhcrm.ui.exchange.import_kit import ImportKit
from hhcrm.ui.exchange.wizard import COLUMNS, PREVIEW, RESULT, ImportWizard
from hhcrm.ui.exchange.work import AgencyListWork
from hhcrm.ui.shared.desk import Desk
from tests.ui.log_visit_kit import TODAY, Agency

DATA = Path(__file__).parents[1] / "data"
HOSPITALS = DATA / "cms_hospitals.csv"
ENTER, ESC, TAB, SPACE, DOWN = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Space,
    Qt.Key.Key_Down,
)
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class RememberingFrame:
    """A frame that remembers what was asked of it."""

    toasts: list[tuple[str, tuple[str, Callable[[], None]] | None]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)

    def toast(self, words: str, *, undo: bool = False, action: tuple[str, Callable[[], None]] | None = None) -> None:
        self.toasts.append((words, action))

    def go(self, place: str, **where: object) -> None:
        self.gone.append(place)

    def new_referral(self, source_id: int | None = None) -> None: ...

    def log_visit(self, source_id: int | None = None, visit_id: int | None = None) -> None: ...

    def badge(self, place: str, count: int) -> None: ...

    def fault(self, error: Exception) -> None:
        self.faults.append(error)


@dataclass
class Room:
    """All that a test of the wizard or the dialog needs."""

    qtbot: QtBot
    agency: Agency
    desk: Desk
    folder: Path
    frame: RememberingFrame = field(default_factory=RememberingFrame)
    backups: list[str] = field(default_factory=list)
    target: str = ""
    picked: str = ""
    offered: list[str] = field(default_factory=list)
    shown_folders: list[Path] = field(default_factory=list)
    before_import: Callable[[], object] = lambda: None

    def work(self) -> AgencyListWork:
        """The real work; backups are only counted."""

        def back_up(why: str) -> None:
            self.backups.append(why)
            self.before_import()

        return AgencyListWork(lambda: TODAY, lambda: UTC, back_up)

    def wizard(self) -> ImportWizard:
        """The wizard, shown."""
        kit = ImportKit(self.work(), lambda _parent: self.picked, self._pick_target, lambda: UTC)
        wizard = ImportWizard(self.desk, self.frame, kit)
        self._show(wizard)
        return wizard

    def export(self, scope: ExportScope | None = None) -> ExportDialog:
        """The export dialog, shown and counted."""
        kit = ExportKit(self.work(), self._pick_target, self.shown_folders.append)
        dialog = ExportDialog(self.desk, self.frame, kit, scope)
        self._show(dialog)
        return dialog

    def _pick_target(self, _parent: QWidget, offered: str) -> str:
        self.offered.append(offered)
        return self.target

    def _show(self, dialog: QWidget) -> None:
        self.qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        QTest.qWaitForWindowActive(dialog)

    # A person at the wizard

    def seen(self, wizard: ImportWizard, path: Path) -> None:
        """Type the path and wait until the file was looked at."""
        edit = wizard.file.path.editor
        edit.setFocus()
        QTest.keyClicks(edit, str(path))
        QTest.keyClick(edit, ENTER)
        self.qtbot.waitUntil(lambda: wizard.file.seen is not None and wizard.file.seen.path == path)

    def checked(self, wizard: ImportWizard) -> None:
        """From the file by Enter to the preview."""
        self.press(wizard, ENTER)
        assert wizard.step == COLUMNS
        self.press(wizard, ENTER)
        self.qtbot.waitUntil(lambda: wizard.step == PREVIEW and wizard.preview.preview is not None)

    def imported(self, wizard: ImportWizard) -> None:
        """From the preview by Enter to the result."""
        self.press(wizard, ENTER)
        self.qtbot.waitUntil(lambda: wizard.step == RESULT and wizard.outcome.imported is not None)

    def press(self, dialog: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, wherever the keyboard is."""
        QTest.keyClick(dialog.focusWidget() or dialog, key, held)

    def sources(self) -> int:
        """How many sources the database holds."""
        return int(self.agency.rows(select(func.count()).select_from(ReferralSource.__table__))[0][0])

    def file(self, name: str, *lines: str) -> Path:
        """A list as somebody keeps it."""
        path = self.folder / name
        path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")
        return path


@contextmanager
def open_room(qtbot: QtBot, runner: Runner, folder: Path) -> Iterator[Room]:
    """An agency in a folder of its own."""
    agency = Agency.found(folder)
    desk = agency.desk(runner)
    yield Room(qtbot, agency, desk, folder)
    desk.close()
    agency.engine.dispose()


def rows_of(path: Path) -> list[dict[str, str]]:
    """A CSV file's rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
