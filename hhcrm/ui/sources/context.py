"""What every part of the place of sources shares: the desk, the frame, the kit, and the lists to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hhcrm.domain.changes import ChangeSet
from hhcrm.queries.read_models import Choices, PickLine
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.sources.kit import SourcesKit

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

NO_CHOICES = Choices((), (), (), (), (), (), (), (), ())
_FOUND = 8


class Context:
    """Handed from the place to its parts; `choices` are those last read."""

    def __init__(self, desk: Desk, frame: Frame, kit: SourcesKit) -> None:
        self.desk = desk
        self.frame = frame
        self.kit = kit
        self.choices = NO_CHOICES

    def do(
        self,
        command: Callable[[Actions], ChangeSet],
        said: str,
        done: Callable[[ChangeSet], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        owner: QObject,
    ) -> None:
        """Carry something out and say so with Undo; what changed nothing is not talked about."""

        def tell(changes: ChangeSet) -> None:
            if changes.step_id is not None:
                self.frame.toast(said, undo=changes.undoable)
            if done is not None:
                done(changes)

        self.desk.act(command, tell, failed or self.frame.fault, owner=owner)

    def find_sources(self, typed: str, found: Callable[[Sequence[PickLine]], None], owner: QObject) -> None:
        """Sources whose names go with what was typed."""
        if typed.strip():
            self.desk.read(lambda q: q.pick_sources(typed, _FOUND), found, owner=owner)
        else:
            found(())
