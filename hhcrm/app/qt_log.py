"""What Qt says of itself, for the log."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType

log = logging.getLogger(__name__)


def qt_to_log(kind: QtMsgType, context: QMessageLogContext, _words: str) -> None:
    """What Qt says goes to the log, by its place only: its words may hold what is on the screen."""
    log.info("Qt spoke: kind %d, line %d", kind.value, context.line)
