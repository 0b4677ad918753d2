"""The composition root of the window: here the desk, the places and the frame are put together."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

import hhcrm
from hhcrm.app.agency import BACKUP_EVERY, Agency
from hhcrm.app.crash_log import CrashLog
from hhcrm.app.drafts import Drafts
from hhcrm.app.fault_box import FaultBox
from hhcrm.app.interrupts import Interrupts
from hhcrm.app.memory import Memory
from hhcrm.app.paths import Folder, resource_path
from hhcrm.app.places_check import unsafe_place
from hhcrm.app.rooms import Rooms
from hhcrm.app.single import Claim
from hhcrm.app.smoke import Smoke
from hhcrm.app.stillness import Stillness
from hhcrm.app.throwaway import MARK, make_sample, throwaway_folder
from hhcrm.app.traffic import Traffic
from hhcrm.cli import Console
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault, StorageFault
from hhcrm.queries.read_models import AgencyFacts
from hhcrm.services.founding import FoundAgency
from hhcrm.ui.frame.window import MainWindow
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.icons import Icons
from hhcrm.ui.shared.look import Look

T = TypeVar("T")

log = logging.getLogger(__name__)

AGENCY_NAME = "agency.name"
"""Where the window remembers the agency's name, so that the first paint has it."""


class Program(QObject):
    """The running window, from the first paint to the last backup. Make one per process."""

    _home = Signal(object)
    _bug = Signal()

    def __init__(self, agency: Agency, traffic: Traffic, claim: Claim, crash_log: CrashLog) -> None:
        qInstallMessageHandler(_to_log)
        self._app = QApplication.instance() or QApplication([hhcrm.__name__])
        assert isinstance(self._app, QApplication)
        super().__init__()
        self._app.setApplicationName(hhcrm.__name__)
        self._app.setApplicationVersion(hhcrm.__version__)
        self._agency = agency
        self._traffic = traffic
        self._claim = claim
        self._memory = Memory(agency.folder.settings)
        Icons(resource_path("icons")).install(self._app)
        self._look = Look(self._app, self._memory)
        self._stillness = Stillness(traffic, self)
        self._shown: QWidget | None = None
        self._window: MainWindow | None = None
        self._desk: Desk | None = None
        self._mark = ""
        self._smoke: Smoke | None = None
        self._fault: KnownFault | None = None
        self._last_backup: datetime | None = None
        self._unsaved_copies = False
        self._backing_up = False
        self._until_the_end = ExitStack()
        self._home.connect(lambda arrive: arrive(), Qt.ConnectionType.QueuedConnection)
        self._bug.connect(self._on_bug, Qt.ConnectionType.QueuedConnection)
        crash_log.on_bug(lambda _kind: self._bug.emit())

    def run(self, there: bool) -> int:
        """Show the agency, or the first start where there is none; until the window is closed. Raises KnownFault."""
        if there:
            self._open_window()
        else:
            self._show_first_start()
        return self._loop()

    def run_sample(self) -> int:
        """Make a sample agency in our folder, which goes away afterwards, and show it."""
        self._make_sample(self._agency)
        return self._loop()

    def smoke(self, console: Console) -> int:
        """Show every place once and print how long each took; 1 when anything went wrong."""
        outcome: list[dict[str, object] | str] = []

        def done(document: dict[str, object] | str) -> None:
            outcome.append(document)
            self._app.quit()

        self._smoke = Smoke(self._traffic, self._stillness, done)
        self._open_window()
        self._loop()
        if isinstance(outcome[0], str):
            raise StorageFault(outcome[0])
        console.as_json = True
        console.answer(outcome[0], "")
        return 0
