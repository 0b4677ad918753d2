"""What waits in places that nobody has opened yet: a number on the rail, kept up as data change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from hhcrm.domain.changes import ChangeSet
from hhcrm.ui.shared.desk import Desk

REFERRALS = "referrals"


class Badges(QObject):
    """Counts the referrals that wait for our answer; asks nothing before `look` is first called."""

    def __init__(self, desk: Desk, badge: Callable[[str, int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._badge = badge
        self._asked = 0
        desk.changed.connect(self._on_changed)

    def look(self) -> None:
        """Count anew."""
        self._asked += 1
        mine = self._asked
        self._desk.read(
            lambda q: q.undecided_referrals(),
            lambda count: self._badge(REFERRALS, count) if mine == self._asked else None,
            owner=self,
        )

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._asked and changes.touches("referral"):
            self.look()
