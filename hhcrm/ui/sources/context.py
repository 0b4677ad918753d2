"""What every part of the place of sources shares: the desk, the frame, the kit, and the lists to choose from."""

from __future__ import annotations

from collections.abc import Callable

from hhcrm.queries.read_models import Choices
from hhcrm.ui.shared.charts.studio import ChartStudio
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.sources.kit import SourcesKit

NO_CHOICES = Choices((), (), (), (), (), (), (), (), ())


class Context(FormContext):
    """Handed from the place to its parts; `choices` are those last read.

    `promise` writes down a commitment that was made at a visit.
    """

    def __init__(self, desk: Desk, frame: Frame, kit: SourcesKit) -> None:
        super().__init__(desk, frame, kit.drafts)
        self.kit = kit
        self.choices = NO_CHOICES
        self.studio = ChartStudio(desk, kit.painter) if kit.painter is not None else None
        self.promise: Callable[[int], object] = _nothing


def _nothing(_visit_id: int) -> None:
    """Until a pane says how."""
