"""Conversion: which share of the referrals of a period was admitted.

Admitted / (admitted + not admitted) of the referrals received in the period, the still open ones beside it; belongs by
the referral date (product.md, section 6; domain.md (f)). A start of care counts whenever it was, so that the newest
referrals change it for weeks.
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_REFERRALS
from hhcrm.queries.referral_filter import ADMITTED, DECIDED


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.CONVERSION,
        translate("measures", "Conversion"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.MORE,
        formula=translate("measures", "Admitted / (admitted + not admitted), of the referrals of the period."),
        belongs_by=translate("measures", "The day of the referral."),
        source=translate("measures", "The usual referral-to-admission rate, by the day the referrals came."),
        caveat=translate(
            "measures", "Open referrals stand beside it and are not counted yet: the newest weeks still change."
        ),
        by=OF_REFERRALS,
    )


MEASURE = Counted(
    definition,
    always(Tally(RowKind.REFERRALS, r.referral_on, case=DECIDED, holds=ADMITTED)),
)
