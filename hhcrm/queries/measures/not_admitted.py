"""Not admitted: how many referrals were lost, and by which reason.

Count of referrals that are not admitted and have no start of care; belongs by the referral date (product.md, sections 4
and 6). The one measure that is split by reason, and by whose the reason is.
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, By, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_REFERRALS
from hhcrm.queries.referral_filter import LOST


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.NOT_ADMITTED,
        translate("measures", "Not admitted"),
        MeasureUnit.COUNT,
        MeasureShape.SUM,
        Better.FEWER,
        formula=translate("measures", "The number of referrals that were not admitted."),
        belongs_by=translate("measures", "The day of the referral."),
        source=translate("measures", "Referrals as intake records them; each reason carries whose it is."),
        caveat=translate("measures", "A later start of care takes a referral out of it."),
        by=OF_REFERRALS | {By.REASON, By.REASON_OWNER},
    )


MEASURE = Counted(definition, always(Tally(RowKind.REFERRALS, r.referral_on, which=(LOST,))))
