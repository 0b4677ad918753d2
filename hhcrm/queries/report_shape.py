"""What reports are asked with and come back as."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from sqlalchemy import ColumnElement, and_, func, true

from hhcrm.domain.settings import Rules
from hhcrm.queries.ground import VISIT, not_archived, s, v
from hhcrm.queries.read_models import ReportCell
from hhcrm.queries.referral_filter import conditions
from hhcrm.queries.referral_models import ReferralFilter

Rows = Iterable[Sequence[ReportCell]]


@dataclass(frozen=True, slots=True)
class Asked:
    """The period (both days included), one source or liaison, and what the rules need to know."""

    from_on: date
    until_on: date
    source_id: int | None
    liaison_id: int | None
    today: date
    now: datetime
    zone: tzinfo
    rules: Rules

    def of_source(self) -> ColumnElement[bool]:
        """Sources that are meant: the one, or the liaison's."""
        one = true() if self.source_id is None else s.id == self.source_id
        return and_(one, true() if self.liaison_id is None else s.owner_id == self.liaison_id)

    def of_referral(self) -> ColumnElement[bool]:
        """Referrals of the period that are meant; a referral without a liaison is its source's owner's."""
        return conditions(replace(self._referrals(), from_on=self.from_on, until_on=self.until_on))

    def whose_referral(self) -> ColumnElement[bool]:
        """Referrals that are meant, of any day."""
        return conditions(self._referrals())

    def _referrals(self) -> ReferralFilter:
        one = () if self.source_id is None else (self.source_id,)
        return ReferralFilter(source_ids=one, liaison_id=self.liaison_id)

    def of_visit(self) -> ColumnElement[bool]:
        """Visits of the period that are meant; a visit without a liaison is its source's owner's."""
        one = true() if self.source_id is None else v.source_id == self.source_id
        mine = true() if self.liaison_id is None else func.coalesce(v.liaison_id, s.owner_id) == self.liaison_id
        return and_(v.visit_on >= self.from_on, v.visit_on <= self.until_on, one, mine, not_archived(VISIT))


def percent(part: int, whole: int) -> float | None:
    """A share in per cent to one place; nothing where there is nothing to share."""
    return round(100 * part / whole, 1) if whole else None
