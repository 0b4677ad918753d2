"""Where a file is to be written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

from hhcrm.domain.wording import translate

PickTarget = Callable[[QWidget, str], str]
"""Asks where to write a file that is offered under a name; "" when the person thinks better of it."""


def pick_target_file(parent: QWidget, offered: str) -> str:
    """The system's own dialog for saving."""
    path, _ = QFileDialog.getSaveFileName(
        parent, translate("exchange", "Save as"), offered, translate("exchange", "CSV (*.csv);;Excel (*.xlsx)")
    )
    return path
