"""A field that holds a person: those at a source first, then anybody whose name begins so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import translate
from hhcrm.queries.referral_models import PersonPick
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.picker import LINES, Picker

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions


class PersonPicker(Picker[PersonPick]):
    """Holds one person; `source_id` is the source whose people come first."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None, *, new_words: str = "") -> None:
        words = translate("shared", "People found")
        super().__init__(desk, name, words, self._people, lambda line: line.contact_id, parent, new_words=new_words)
        self.source_id: int | None = None

    def _people(self, typed: str) -> Callable[[Questions], Sequence[PersonPick]]:
        source_id = self.source_id
        return lambda ask: ask.pick_people(typed, source_id, LINES)
