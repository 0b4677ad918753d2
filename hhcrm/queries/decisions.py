"""What the agency answered to referrals, what was known then, and where the same facts had different answers."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection

from hhcrm.domain.criteria import Criteria
from hhcrm.storage.criteria import CriteriaReader


def criteria_guess(connection: Connection, referral_id: int, now: datetime, today: date) -> Criteria:
    """What a decision on a referral would note by itself, to be shown before it is made."""
    return CriteriaReader(connection, now, today).guess(referral_id)
