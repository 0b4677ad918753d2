"""Pages without a window: what Qt needs for letters, where nobody has opened the program."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication


def letters_ready() -> QGuiApplication:
    """The application that letters are drawn by; keep it while pages are made. It opens nothing on the desktop."""
    if sys.platform == "linux":  # where there need not be a desktop at all
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    there = QGuiApplication.instance()
    return there if isinstance(there, QGuiApplication) else QGuiApplication([])
