"""What every part of the place of referrals shares: the desk, the frame, the kit, and the lists to choose from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hhcrm.domain.referral_clocks import Moment
from hhcrm.queries.referral_models import ReferralChoices, ReferralFilter
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.memory import Memory, ShortMemory

ExportDoor = Callable[[ReferralFilter, tuple[int, ...] | None], object]


@dataclass(frozen=True, slots=True)
class ReferralsKit:
    """Given by the program. A door that is None is not shown; without `drafts` nothing survives a crash.

    `export` gets the filter, and the ids when only some of what it leaves are wanted.
    """

    drafts: DraftsLike | None = None
    memory: Memory = field(default_factory=ShortMemory)
    import_list: Callable[[], object] | None = None
    export: ExportDoor | None = None


class ReferralContext(FormContext):
    """Handed from the place to its parts; `choices` are those last read."""

    def __init__(self, desk: Desk, frame: Frame, kit: ReferralsKit) -> None:
        super().__init__(desk, frame, kit.drafts)
        self.kit = kit
        self.choices = ReferralChoices()

    def moment(self) -> Moment:
        """Now, as the clocks of referrals go by it."""
        return Moment(self.desk.now(), self.desk.zone(), self.choices.clock_warnings_hours)
