"""One dialog deep: what a door opens stands alone until it is closed."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QDialog, QWidget

from hhcrm.ui.shared.frame_port import Frame


class OneDialog:
    """Keeps the one dialog that a door has opened. Make one per door.

    `over` is the window that the dialogs stand over: the one given, else the frame itself where it is one.
    """

    def __init__(self, frame: Frame, over: QWidget | None = None) -> None:
        self.over = over if over is not None else frame if isinstance(frame, QWidget) else None
        self._open: QDialog | None = None

    def standing(self) -> QDialog | None:
        """What is open already, brought to the front."""
        one = self._open
        if one is None or not shiboken6.isValid(one) or not one.isVisible():
            return None
        one.raise_()
        one.activateWindow()
        return one

    def show(self, dialog: QDialog) -> QDialog:
        """Show a dialog; it goes away when it is closed."""
        self._open = dialog
        dialog.setModal(True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        dialog.activateWindow()
        return dialog
