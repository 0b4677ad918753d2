"""Opens the log and End of day over the window, one of them at a time."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QDialog, QWidget

from hhcrm.ui.logvisit.dialog import LogVisitDialog
from hhcrm.ui.logvisit.end_of_day import EndOfDayDialog
from hhcrm.ui.logvisit.saving import Saver
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.shelf import DraftStore, Shelf

DRAFT_KIND = "log_visit"
END_OF_DAY_KIND = "end_of_day"


class LogDoor:
    """The one door to both forms, with the drafts they share. Make one per window.

    `over` is the window they stand over; the frame itself where it is one.
    """

    def __init__(self, desk: Desk, frame: Frame, drafts: DraftStore, over: QWidget | None = None) -> None:
        self._desk = desk
        self._frame = frame
        self._over = over if over is not None else frame if isinstance(frame, QWidget) else None
        self.shelf = Shelf(desk, drafts, DRAFT_KIND)
        self._end_shelf = Shelf(desk, drafts, END_OF_DAY_KIND)
        self._saver = Saver(desk, frame, self.shelf)
        self._open_one: QDialog | None = None

    def open(self, source_id: int | None = None, visit_id: int | None = None) -> QDialog:
        """Log a visit: for a source, for a planned visit, or the best guess."""
        return self._standing() or self._show(
            LogVisitDialog(
                self._desk,
                self._frame,
                source_id,
                visit_id,
                shelf=self.shelf,
                saver=self._saver,
                parent=self._over,
            )
        )

    def open_end_of_day(self) -> QDialog:
        """Log the day's planned visits one after another."""
        return self._standing() or self._show(
            EndOfDayDialog(self._desk, self._frame, shelf=self._end_shelf, parent=self._over)
        )

    def _standing(self) -> QDialog | None:
        """What is open already: one dialog deep."""
        one = self._open_one
        if one is None or not shiboken6.isValid(one) or not one.isVisible():
            return None
        one.raise_()
        one.activateWindow()
        return one

    def _show(self, dialog: QDialog) -> QDialog:
        self._open_one = dialog
        dialog.setModal(True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        dialog.activateWindow()
        return dialog
