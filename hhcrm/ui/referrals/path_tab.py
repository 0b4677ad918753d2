"""The Stages tab: each entry of a referral's path, the newest first."""

from __future__ import annotations

from hhcrm.domain.wording import translate
from hhcrm.queries.referral_models import ReferralDetail
from hhcrm.ui.referrals import cells
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.shared.entries import Entry, EntryList


class PathTab(EntryList):
    """A referral's path."""

    def __init__(self, context: ReferralContext) -> None:
        super().__init__("referral_path", translate("referrals", "No stage was entered yet."))
        self.setAccessibleName(translate("referrals", "Stages of this referral, the newest first"))
        self._context = context

    def show_detail(self, detail: ReferralDetail) -> None:
        """Show one referral's path."""
        desk = self._context.desk
        now, zone = desk.now(), desk.zone()
        self.show_entries(
            [
                Entry(cells.stage_words(line.stage), cells.entry_beside(line, now, zone), cells.entry_body(line))
                for line in reversed(detail.path)
            ]
        )
