"""Opens the windows of history over the main window, one at a time."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtWidgets import QDialog, QWidget

from hhcrm.ui.history.archived import ArchivedDialog
from hhcrm.ui.history.drafts import DraftsDialog, EveryDraft
from hhcrm.ui.history.recent import RecentChanges
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from hhcrm.ui.shared.frame_port import Frame


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
        self._over = over if over is not None else frame if isinstance(frame, QWidget) else None
        self._open_one: QDialog | None = None

    def recent_changes(self) -> QDialog:
        """What was done lately."""
        return self._standing() or self._show(RecentChanges(self._desk, self._frame, self._over))

    def archived(self) -> QDialog:
        """What was put away."""
        return self._standing() or self._show(ArchivedDialog(self._desk, self._frame, self._over))

    def drafts(self) -> QDialog:
        """What was left half-typed."""
        return self._standing() or self._show(
            DraftsDialog(self._desk, self._frame, self._drafts, self._go_on, self._over)
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
