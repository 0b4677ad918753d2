"""Closes the window and lets what is under way come to its end, before something that needs the data to itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from hhcrm.app.traffic import Traffic
from hhcrm.ui.frame.waiting import WaitingPage
from hhcrm.ui.frame.window import MainWindow
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.drafting import DraftKeeper

_LOOK_AGAIN_MS = 50
"""How often to look whether all that was asked of the data has been answered."""


def page_instead_of(window: MainWindow, desk: Desk, words: str) -> WaitingPage:
    """What stands there meanwhile. Half-typed forms are kept, and no answer comes home to the window any more."""
    for keeper in window.findChildren(DraftKeeper):
        keeper.keep_at_once()
    desk.close()
    page = WaitingPage(words)
    page.resize(window.size())
    return page


def when_idle(traffic: Traffic, begin: Callable[[], object], parent: QObject) -> None:
    """Begin when nothing is on its way to the data any more, questions of charts included."""
    if traffic.waiting or traffic.following:
        QTimer.singleShot(_LOOK_AGAIN_MS, parent, lambda: when_idle(traffic, begin, parent))
    else:
        begin()
