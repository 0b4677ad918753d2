"""Opens the log and End of day over the window, one of them at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from hhcrm.ui.logvisit.dialog import LogVisitDialog
from hhcrm.ui.logvisit.end_of_day import EndOfDayDialog
from hhcrm.ui.logvisit.saving import Saver
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.one_dialog import OneDialog
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
        self._one = OneDialog(frame, over)
        self.shelf = Shelf(desk, drafts, DRAFT_KIND)
        self._end_shelf = Shelf(desk, drafts, END_OF_DAY_KIND)
        self._saver = Saver(desk, frame, self.shelf)

    def open(self, source_id: int | None = None, visit_id: int | None = None) -> QDialog:
        """Log a visit: for a source, for a planned visit, or the best guess."""
        return self._one.standing() or self._one.show(
            LogVisitDialog(
                self._desk,
                self._frame,
                source_id,
                visit_id,
                shelf=self.shelf,
                saver=self._saver,
                parent=self._one.over,
            )
        )

    def open_end_of_day(self) -> QDialog:
        """Log the day's planned visits one after another."""
        return self._one.standing() or self._one.show(
            EndOfDayDialog(self._desk, self._frame, shelf=self._end_shelf, parent=self._one.over)
        )
