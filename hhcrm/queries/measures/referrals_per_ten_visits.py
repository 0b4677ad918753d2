"""Referrals per ten visits: what came in for what went out.

10 x referrals / completed counting visits, both of the period, each by its own day (product.md, section 6). A referral
may rest on visits before the period, or on none; by activity or material it rests on attribution (section 5).
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.measures.counting_visits import COUNTING
from hhcrm.queries.measures.measure import Ratio, always
from hhcrm.queries.measures.referrals import SENT
from hhcrm.queries.measures.rows import OF_VISITS


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.REFERRALS_PER_TEN_VISITS,
        translate("measures", "Referrals per ten visits"),
        MeasureUnit.RATE,
        MeasureShape.RATIO,
        Better.MORE,
        formula=translate("measures", "10 x referrals / completed visits that count, both of the period."),
        belongs_by=translate("measures", "Each its own: the day of the referral, the day of the visit."),
        source=translate("measures", "Referrals and visits as they are recorded."),
        caveat=translate("measures", "A referral may come of visits before the period, or of none at all."),
        by=OF_VISITS,
    )


MEASURE = Ratio(definition, always(SENT), always(COUNTING), scale=10)
