"""Where the window stands: as it was left, but never where no screen is."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

GRIP = 120
"""So many pixels of a window's top must be on a screen, for a mouse to move it by."""


def kept_geometry(window: QWidget) -> str:
    """The geometry as text to be kept."""
    return base64.b64encode(window.saveGeometry().data()).decode("ascii")


def restore_geometry(window: QWidget, kept: str) -> bool:
    """Take a kept geometry; False where it is none of ours. A screen that is gone is made up for."""
    try:
        done = window.restoreGeometry(QByteArray(base64.b64decode(kept, validate=True)))
    except (binascii.Error, ValueError):
        return False
    bring_back(window)
    return done


def bring_back(window: QWidget) -> None:
    """Move a window onto a screen, if it is on none."""
    if not window.isMaximized() and not window.isFullScreen():
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        window.setGeometry(on_screen(window.geometry(), screens))


def on_screen(window: QRect, screens: Sequence[QRect]) -> QRect:
    """The window where it is if its top can be seen and grasped on a screen, else in the middle of the first screen."""
    top = QRect(window.left(), window.top(), window.width(), GRIP // 4)
    if not screens or any(_can_be_grasped(top.intersected(screen)) for screen in screens):
        return window
    first = screens[0]
    found = QRect(0, 0, min(window.width(), first.width()), min(window.height(), first.height()))
    found.moveCenter(first.center())
    return found


def _can_be_grasped(part: QRect) -> bool:
    return part.width() >= GRIP and part.height() >= GRIP // 8


def bring_forward(window: QWidget) -> None:
    """Put a window before the others, also one that was made small."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
