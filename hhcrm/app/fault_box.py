"""What the person sees when the agency cannot be opened, with the way out that there is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox

from hhcrm.domain.errors import Damaged, KnownFault
from hhcrm.domain.wording import translate


class FaultBox(QMessageBox):
    """Says the fault; a damaged database offers its newest good backup. It does not wait: its signals tell."""

    restore_wanted = Signal(str)
    """The backup's path."""

    left = Signal()

    def __init__(self, fault: KnownFault) -> None:
        super().__init__()
        self.setObjectName("fault_box")
        self.setAccessibleName(translate("app", "The agency cannot be opened"))
        self.setWindowTitle("hhcrm")
        self.setIcon(QMessageBox.Icon.Warning)
        self.setText(translate("app", "The agency cannot be opened"))
        self.setInformativeText(str(fault))
        self._backup = fault.backup if isinstance(fault, Damaged) else None
        self._restore = None
        if self._backup is not None:
            self._restore = self.addButton(
                translate("app", "Restore the newest good backup"), QMessageBox.ButtonRole.AcceptRole
            )
            self._restore.setObjectName("button_restore_backup")
        leave = self.addButton(translate("app", "Quit"), QMessageBox.ButtonRole.RejectRole)
        leave.setObjectName("button_quit")
        self.setEscapeButton(leave)
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        if self._restore is not None and self.clickedButton() is self._restore:
            self.restore_wanted.emit(self._backup)
        else:
            self.left.emit()
