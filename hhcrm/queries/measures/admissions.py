"""Admissions: how many patients we started to care for.

Count of referrals with a start of care; belongs by the SOC day (product.md, section 6: in conversion admissions belong
by the referral date instead).
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_REFERRALS

BEGUN = Tally(RowKind.REFERRALS, r.soc_on)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.ADMISSIONS,
        translate("measures", "Admissions"),
        MeasureUnit.COUNT,
        MeasureShape.SUM,
        Better.MORE,
        formula=translate("measures", "The number of referrals with a start of care."),
        belongs_by=translate("measures", "The day of the start of care."),
        source=translate("measures", "Referrals as intake records them."),
        caveat=translate(
            "measures", "By the start of care, whenever the referral came: in conversion they count by the referral."
        ),
        by=OF_REFERRALS,
    )


MEASURE = Counted(definition, always(BEGUN))
