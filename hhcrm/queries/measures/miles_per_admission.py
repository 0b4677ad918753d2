"""Miles per admission: how far one drove for each patient admitted.

Miles of completed visits / referrals with a start of care, both of the period: by visit day and SOC day (product.md,
section 6). An admission may rest on miles of earlier months; by activity or material it rests on attribution.
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.measures.admissions import BEGUN
from hhcrm.queries.measures.measure import Ratio, always
from hhcrm.queries.measures.miles import DRIVEN
from hhcrm.queries.measures.rows import OF_VISITS


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.MILES_PER_ADMISSION,
        translate("measures", "Miles per admission"),
        MeasureUnit.RATE,
        MeasureShape.RATIO,
        Better.FEWER,
        formula=translate("measures", "Miles of completed visits / admissions, both of the period."),
        belongs_by=translate("measures", "Each its own: the day of the visit, the day of the start of care."),
        source=translate("measures", "Referrals and visits as they are recorded."),
        caveat=translate("measures", "Visits of which no miles were noted stand beside it."),
        by=OF_VISITS,
    )


MEASURE = Ratio(definition, always(DRIVEN), always(BEGUN), amounts=lambda: translate("measures", "Miles"))
