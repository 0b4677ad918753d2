"""The four criteria that a decision notes: as a person typed them, or as the agency's capability fills them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from hhcrm.domain.criteria import Criteria, decides, read_criteria
from hhcrm.domain.words import ReferralStage
from hhcrm.models.referrals import Referral
from hhcrm.services.values import text_or_none
from hhcrm.storage.criteria import CriteriaReader
from hhcrm.storage.settings import agency_zone
from hhcrm.storage.work import Transaction


class Weighing:
    """What the entries of one move note; what is the same for all referrals moved is read once, if at all."""

    def __init__(self, tx: Transaction, typed: Criteria | None) -> None:
        self._tx = tx
        self._typed = None if typed is None else read_criteria(typed)
        self._reader: CriteriaReader | None = None

    def noted(self, referral: Referral, stage: ReferralStage) -> dict[str, Any]:
        """The columns of the entry of this stage; nothing where it is no decision."""
        if not decides(stage, referral.decided_at is not None):
            return {}
        criteria = self._typed or self._guess(referral)
        return {name: text_or_none(line) for name, line in asdict(criteria).items()}

    def _guess(self, referral: Referral) -> Criteria:
        if self._reader is None:
            connection, now = self._tx.session.connection(), self._tx.now
            today = now.astimezone(agency_zone(connection, date.max)).date()
            self._reader = CriteriaReader(connection, now, today)
        needed = {row.discipline_id for row in referral.disciplines}
        return self._reader.guess_of(referral.service_line_id, referral.clinical_group_id, needed)
