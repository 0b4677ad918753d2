"""The way into the room of people: their table for Sources, one of them over the window."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QDialog, QWidget

from hhcrm.ui.people.dialog import PersonDialog
from hhcrm.ui.people.kit import PeopleContext, PeopleKit
from hhcrm.ui.people.view import PeopleView
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame


class PeopleDoor:
    """Make one per window. `over` is the window that the card stands over."""

    def __init__(self, desk: Desk, frame: Frame, kit: PeopleKit, over: QWidget | None = None) -> None:
        self._desk = desk
        self._frame = frame
        self._kit = kit
        self._over = over if over is not None else frame if isinstance(frame, QWidget) else None
        self._open_one: QDialog | None = None

    def view(self) -> PeopleView:
        """A table of people."""
        return PeopleView(PeopleContext(self._desk, self._frame, self._kit))

    def open(self, contact_id: int) -> QDialog:
        """One person in full over the window; one dialog deep."""
        one = self._open_one
        if one is not None and shiboken6.isValid(one) and one.isVisible():
            one.raise_()
            return one
        dialog = PersonDialog(PeopleContext(self._desk, self._frame, self._kit), contact_id, self._over)
        dialog.setModal(True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        dialog.activateWindow()
        self._open_one = dialog
        return dialog
