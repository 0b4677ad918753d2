"""What the parts of the room of people share, and what the program gives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hhcrm.queries.read_models import Choices
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.memory import Memory, ShortMemory

NO_CHOICES = Choices((), (), (), (), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class PeopleKit:
    """Given by the program. A door that is None is not shown.

    `export` writes people to a file that one chooses: those of ids in this order; `import_cards` opens the import.
    """

    drafts: DraftsLike | None = None
    memory: Memory = field(default_factory=ShortMemory)
    export: Callable[[tuple[int, ...]], None] | None = None
    import_cards: Callable[[], object] | None = None


class PeopleContext(FormContext):
    """Handed to all parts; `choices` are those last read, `leaving` is called before somebody goes elsewhere."""

    def __init__(self, desk: Desk, frame: Frame, kit: PeopleKit) -> None:
        super().__init__(desk, frame, kit.drafts)
        self.kit = kit
        self.choices = NO_CHOICES
        self.leaving: Callable[[], object] = _stay

    def go(self, place: str, **where: object) -> None:
        """Go to something in another place; a card over the window closes first."""
        self.leaving()
        self.frame.go(place, **where)


def _stay() -> None:
    """A card in the window stays where it is."""
