"""Accepted: which share of the referrals that were decided we took.

Accepted / decided, of the referrals of the period; accepted are those accepted, scheduled or admitted, or decided and
not lost; the undecided stand beside it; belongs by the referral date (domain.md (f): accept rate). The same reading as
a scorecard's: whoever was accepted and then not admitted counts as not admitted.
"""

from __future__ import annotations

from sqlalchemy import and_, or_

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.ground import r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_REFERRALS
from hhcrm.queries.referral_filter import ADMITTED, LOST

_TAKEN = (ReferralStage.ACCEPTED, ReferralStage.SCHEDULED, ReferralStage.ADMITTED)
ACCEPTED = and_(~LOST, or_(ADMITTED, r.stage.in_(_TAKEN), r.decided_at.is_not(None)))
DECIDED = LOST | ACCEPTED


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.ACCEPTED_SHARE,
        translate("measures", "Accepted"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.MORE,
        formula=translate("measures", "Accepted / (accepted + not admitted), of the referrals of the period."),
        belongs_by=translate("measures", "The day of the referral."),
        source=translate("measures", "Referrals as intake records them."),
        caveat=translate(
            "measures",
            "One that was accepted and then not admitted counts as not admitted. Undecided ones stand beside it.",
        ),
        by=OF_REFERRALS,
    )


MEASURE = Counted(definition, always(Tally(RowKind.REFERRALS, r.referral_on, case=DECIDED, holds=ACCEPTED)))
