"""Ends a program in a process that goes on."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent

from hhcrm.app.bootstrap import Program


def take_apart(program: Program) -> None:
    """Finish it and take its window away: what is left of a window is dressed anew with each one that follows it."""
    program.finish()
    if program.shown is not None and shiboken6.isValid(program.shown):
        program.shown.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
