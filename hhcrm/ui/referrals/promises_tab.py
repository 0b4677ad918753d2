"""The Commitments tab of a referral: what its source was promised about it."""

from __future__ import annotations

from hhcrm.domain.wording import translate
from hhcrm.queries.commitment_models import CommitmentFilter
from hhcrm.queries.referral_models import ReferralDetail
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.shared.commitments import CommitmentList


class PromisesTab(CommitmentList):
    """What was promised about a referral, to the one who sent it; its drafts go on at the source."""

    def __init__(self, context: ReferralContext) -> None:
        super().__init__(context, "referral_commitments")
        self.setAccessibleName(translate("commitments", "What the source was promised about this referral"))

    def show_detail(self, detail: ReferralDetail) -> None:
        """Show one referral's commitments."""
        row = detail.row
        about: dict[str, object] = {"source_id": row.source_id, "name": row.source}
        asked = CommitmentFilter(referral_id=row.referral_id)
        self.show_filter(asked, about, row.source_id, detail.contact_id)
