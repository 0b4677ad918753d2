"""Opens the windows of history over the main window, one at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from hhcrm.ui.history.archived import ArchivedDialog
from hhcrm.ui.history.drafts import DraftsDialog, EveryDraft
from hhcrm.ui.history.recent import RecentChanges
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.one_dialog import OneDialog


class HistoryDoor:
    """The one door to what was done and what was put away. Make one per window."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        drafts: EveryDraft,
        go_on: Callable[[DraftLike], object],
        over: QWidget | None = None,
    ) -> None:
        self._desk = desk
        self._frame = frame
        self._drafts = drafts
        self._go_on = go_on
        self._one = OneDialog(frame, over)

    def recent_changes(self) -> QDialog:
        """What was done lately."""
        return self._one.standing() or self._one.show(RecentChanges(self._desk, self._frame, self._one.over))

    def archived(self) -> QDialog:
        """What was put away."""
        return self._one.standing() or self._one.show(ArchivedDialog(self._desk, self._frame, self._one.over))

    def drafts(self) -> QDialog:
        """What was left half-typed."""
        return self._one.standing() or self._one.show(
            DraftsDialog(self._desk, self._frame, self._drafts, self._go_on, self._one.over)
        )
