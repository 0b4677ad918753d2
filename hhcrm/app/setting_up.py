"""Setting an agency up from the first start: the questions, kept while they are answered, and what comes of them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from hhcrm.app.agency import Agency
from hhcrm.app.drafts import SET_UP, Drafts
from hhcrm.app.traffic import Bring, Traffic
from hhcrm.domain.errors import KnownFault
from hhcrm.services.founding import FoundAgency
from hhcrm.ui.frame.set_up import SetUpDialog
from hhcrm.ui.frame.set_up_steps import Answers

log = logging.getLogger(__name__)


class SettingUp:
    """One for a program: making its drafts anew would sweep away what is just being written."""

    def __init__(self, traffic: Traffic, bring: Bring, done: Callable[[Answers], None]) -> None:
        self._traffic = traffic
        self._bring = bring
        self._done = done
        self._drafts: Drafts | None = None

    def ask(self, agency: Agency, over: QWidget) -> None:
        """Show the questions, with what was answered before; at their end the agency is founded."""
        if self._drafts is None:
            self._drafts = Drafts(agency.folder.make().drafts, agency.now)
        drafts = self._drafts
        left = drafts.get(SET_UP, SET_UP)
        dialog = SetUpDialog(over, kept=None if left is None else left.content, keep=self._keep, look_up=self._look_up)

        def found(answers: Answers) -> None:
            command = FoundAgency(
                answers.name, answers.zip, "", answers.people, agency.clock.today(),
                answers.lines, answers.payers, answers.served,
            )  # fmt: skip
            self._traffic.write(
                lambda _steps: agency.found(command),
                self._bring(lambda _changes: founded(answers)),
                self._bring(failed),
            )

        def founded(answers: Answers) -> None:
            dialog.accept()
            self._traffic.read(lambda: drafts.drop(SET_UP, SET_UP), _nobody_waits, _log_unkept)
            self._done(answers)

        def failed(error: Exception) -> None:
            if not isinstance(error, KnownFault):
                raise error
            dialog.say_fault(str(error), getattr(error, "field", None))

        dialog.asked.connect(found)
        dialog.setModal(True)
        dialog.show()

    def _look_up(self, code: str, say: Callable[[str], None]) -> None:
        """Whether there is such a ZIP code: read on a worker, as it takes the list of the whole country."""

        def look() -> str:
            from hhcrm.services.zones import office_zone  # late: seen once in an agency's life

            return office_zone(code)

        def failed(error: Exception) -> None:
            if not isinstance(error, KnownFault):
                raise error
            say(str(error))

        self._traffic.read(look, self._bring(lambda _zone: say("")), self._bring(failed))

    def _keep(self, content: Mapping[str, Any]) -> None:
        """Half-answered questions survive a crash."""
        drafts, kept = self._drafts, dict(content)
        assert drafts is not None
        self._traffic.read(lambda: drafts.keep(SET_UP, SET_UP, kept), _nobody_waits, _log_unkept)


def _nobody_waits(_news: object) -> None:
    """A draft is there for later."""


def _log_unkept(error: Exception) -> None:
    log.warning("What was answered so far was not kept", exc_info=error)
