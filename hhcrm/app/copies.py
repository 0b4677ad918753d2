"""What outlives the window: a backup of a working day, and the first answers for the next start."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from hhcrm.app.agency import BACKUP_EVERY, Agency
from hhcrm.app.traffic import Bring, Traffic
from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.wording import translate

log = logging.getLogger(__name__)

KEEP_AFTER_MS = 20_000
"""How long after the last change the first answers are kept for the next start."""


class Copies(QObject):
    """Makes the copies after changes and at the end, beside the writer. Make one per program; `agency` is whose now.

    `told` says of the newest backup when it was made, `warned` what is not quite as it should be.
    """

    told = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, traffic: Traffic, agency: Callable[[], Agency], bring: Bring, parent: QObject) -> None:
        super().__init__(parent)
        self._traffic = traffic
        self._agency = agency
        self._bring = bring
        self._last_backup: datetime | None = None
        self._unsaved = False
        self._backing_up = False
        self._first_answers_old = True
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_AFTER_MS)
        self._keeping.timeout.connect(self._keep_first_answers)

    def follow_change(self) -> None:
        """Something was written: the first answers are old, and perhaps the last backup is."""
        self._first_answers_old = True
        self._keeping.start()
        self._unsaved = True
        agency = self._agency()
        old = self._last_backup is None or agency.now() - self._last_backup > BACKUP_EVERY
        if old and not self._backing_up:
            self._backing_up, self._unsaved = True, False  # what comes from now on may not be in it
            # Beside the writer: a backup reads one moment while others go on writing.
            self._traffic.read(
                lambda: agency.back_up("daily"), self._bring(self._on_backed_up), self._bring(self._on_no_backup)
            )

    def say_backup(self, at: datetime | None) -> None:
        """The newest backup was made then; None where there is none."""
        self._last_backup = at
        if at is None:
            self.told.emit(translate("app", "No backup yet"))
            return
        agency = self._agency()
        local = at.astimezone(agency.zone())
        said = f"{say_day(local.date(), agency.clock.today())} {say_time(local.time())}"
        self.told.emit(translate("app", "Last backup {said}").format(said=said))

    def leave(self) -> None:
        """The data are left for others: of these nothing more is copied."""
        self._backing_up = self._unsaved = self._first_answers_old = False
        self._keeping.stop()

    def finish(self, *, whole: bool, kept: bool) -> None:
        """Make at the end what is still to be made: where the data are `whole`, and they are to be `kept`."""
        self._keeping.stop()
        agency = self._agency()
        if self._first_answers_old and agency.is_open and whole and kept:
            self._first_answers_old = False
            self._traffic.write(lambda _steps: agency.keep_first_answers(), _nobody_waits, log_unkept)
        if self._unsaved and whole:
            self._unsaved = False
            self._traffic.write(lambda _steps: agency.back_up("daily"), _nobody_waits, _log_fault)

    def _keep_first_answers(self) -> None:
        self._first_answers_old = False
        self._traffic.read(self._agency().keep_first_answers, _nobody_waits, log_unkept)

    def _on_backed_up(self, _at: datetime) -> None:
        self._backing_up = False
        fault = self._agency().second_fault
        if fault:
            words = translate("app", "The backup is made, but not at the second place. {why}")
            self.warned.emit(words.format(why=fault))

    def _on_no_backup(self, error: Exception) -> None:
        self._backing_up, self._unsaved = False, True
        self.failed.emit(error)


def log_unkept(error: Exception) -> None:
    """The next start asks the database itself: nobody needs to hear of it."""
    log.warning("The first answers for the next start were not kept", exc_info=error)


def _nobody_waits(_news: object) -> None:
    """What is copied at the end is of no use to this run."""


def _log_fault(error: Exception) -> None:
    log.error("The backup at the end failed", exc_info=error)
