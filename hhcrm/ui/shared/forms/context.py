"""What every form and the parts around it share: the desk, the frame, the drafts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hhcrm.domain.changes import ChangeSet
from hhcrm.queries.log_models import PickLine
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.frame_port import Frame

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

_FOUND = 8


class FormContext:
    """The ways out of a form: ask, act and say so with Undo."""

    def __init__(self, desk: Desk, frame: Frame, drafts: DraftsLike | None = None) -> None:
        self.desk = desk
        self.frame = frame
        self.drafts = drafts

    def do(
        self,
        command: Callable[[Actions], ChangeSet],
        said: str,
        done: Callable[[ChangeSet], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        owner: QObject,
    ) -> None:
        """Carry something out and say so with Undo; what changed nothing is not talked about.

        Where not all could be done, what was done is said in place of `said`.
        """

        def tell(changes: ChangeSet) -> None:
            if changes.step_id is not None:
                self.frame.toast(changes.told or said, undo=changes.undoable)
            if done is not None:
                done(changes)

        self.desk.act(command, tell, failed or self.frame.fault, owner=owner)

    def find_sources(self, typed: str, found: Callable[[Sequence[PickLine]], None], owner: QObject) -> None:
        """Sources whose names go with what was typed."""
        if typed.strip():
            self.desk.read(lambda q: q.pick_sources(typed, _FOUND), found, owner=owner)
        else:
            found(())
