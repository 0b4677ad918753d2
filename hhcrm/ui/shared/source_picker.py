"""The Source field: a picker of sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import translate
from hhcrm.queries.log_models import PickLine
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.picker import LINES, Picker

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions


class SourcePicker(Picker[PickLine]):
    """Holds one source."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None, *, new_words: str = "") -> None:
        words = translate("shared", "Sources found")
        super().__init__(desk, name, words, _sources, lambda line: line.source_id, parent, new_words=new_words)

    @property
    def source_id(self) -> int | None:
        """The source chosen; None while the text is not one."""
        return self.picked

    def set_source(self, source_id: int | None, name: str) -> None:
        """Hold this one."""
        self.pick(source_id, name)


def _sources(typed: str) -> Callable[[Questions], Sequence[PickLine]]:
    return lambda ask: ask.pick_sources(typed, LINES)
