"""What happens after the last key: the save, its draft, its toast, and the offer to make a source active."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage
from hhcrm.queries.read_models import SourceDetail
from hhcrm.services.commands import ChangeStage, LogVisit
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.shelf import Shelf
from hhcrm.ui.shared.when import say_near

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

OFFER_KEY = "Ctrl+M"
_OFFER_STAYS_MS = 20_000


class Saver:
    """Saves logs; outlives the dialog, which may be closed while a save waits behind an import."""

    def __init__(self, desk: Desk, frame: Frame, shelf: Shelf) -> None:
        self._desk = desk
        self._frame = frame
        self._shelf = shelf
        self._offer: QShortcut | None = None

    def save(
        self,
        command: LogVisit,
        source: str,
        key: str,
        owner: QObject,
        done: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> bool:
        """Save; the draft `key` goes when that is done. True when the save waits behind something long.

        `done` and `failed` are told as long as `owner` lives; without it a fault is said by the frame, and the
        draft is offered again.
        """

        def saved(_changes: ChangeSet) -> None:
            self._shelf.drop(key)
            self._frame.toast(self._said(command, source), undo=True)
            self._look_for_offer(command.source_id)
            if shiboken6.isValid(owner):
                done()

        def broke(error: Exception) -> None:
            if shiboken6.isValid(owner):
                failed(error)
            else:
                self._shelf.release(key)
                self._frame.fault(error)

        self._shelf.hold(key)
        self._desk.act(lambda actions: actions.log_visit(command), saved, broke)
        return self._desk.state == "waiting"

    def _said(self, command: LogVisit, source: str) -> str:
        words = translate("log", "Visit to {source} logged.").format(source=source)
        return (
            translate("log", "{words} Next: {day}").format(
                words=words, day=say_near(command.next_on, self._desk.today())
            )
            if command.next_on
            else words
        )

    def _look_for_offer(self, source_id: int) -> None:
        def question(ask: Questions) -> SourceDetail:
            return ask.source_detail(source_id)

        self._desk.read(question, self._make_offer)

    def _make_offer(self, source: SourceDetail) -> None:
        """At the visits needed: make it active, by the toast's button or by one key."""
        if source.stage != SourceStage.PROSPECTIVE or source.visits < source.visits_needed:
            return
        words = translate("log", "{name}: visit {visits} of {visits_needed} done.").format(
            name=source.name, visits=source.visits, visits_needed=source.visits_needed
        )
        make = translate("log", "Make active, every {offered_cadence} days").format(
            offered_cadence=source.offered_cadence
        )
        command = ChangeStage(
            (source.source_id,), SourceStage.ACTIVE, self._desk.today(), cadence_days=source.offered_cadence
        )

        def accept() -> None:
            self._withdraw()
            self._make_active(command, source.name)

        self._frame.toast(
            translate("log", "{words} {key} accepts.").format(words=words, key=OFFER_KEY),
            action=(make, accept),
        )
        self._withdraw()
        if isinstance(self._frame, QWidget):
            self._offer = QShortcut(QKeySequence(OFFER_KEY), self._frame)
            self._offer.setObjectName("offer_make_active")
            self._offer.activated.connect(accept)
            QTimer.singleShot(_OFFER_STAYS_MS, self._offer, self._withdraw)

    def _withdraw(self) -> None:
        if self._offer is not None and shiboken6.isValid(self._offer):
            self._offer.setEnabled(False)
            self._offer.deleteLater()
        self._offer = None

    def _make_active(self, command: ChangeStage, name: str) -> None:
        def order(actions: Actions) -> ChangeSet:
            return actions.change_stage(command)

        words = translate("log", "{name} is active, every {cadence_days} days.").format(
            name=name, cadence_days=command.cadence_days
        )
        self._desk.act(order, lambda _changes: self._frame.toast(words, undo=True))
