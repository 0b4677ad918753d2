"""Referrals per hour: what came in for the time that went out.

Referrals / hours (minutes with travel of completed visits), both of the period, each by its own day (product.md,
section 6). Visits without minutes stand beside it; by activity or material referrals rest on attribution (section 5).
"""

from __future__ import annotations

from sqlalchemy import Float, cast

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Ratio, always
from hhcrm.queries.measures.minutes import SPENT, UNKNOWN
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.referrals import SENT
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.visits import DONE

_HOURS = Tally(RowKind.VISITS, v.visit_on, which=(DONE,), case=~UNKNOWN, amount=cast(SPENT, Float) / 60.0)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.REFERRALS_PER_HOUR,
        translate("measures", "Referrals per hour"),
        MeasureUnit.RATE,
        MeasureShape.RATIO,
        Better.MORE,
        formula=translate("measures", "Referrals / hours of completed visits, travel included, both of the period."),
        belongs_by=translate("measures", "Each its own: the day of the referral, the day of the visit."),
        source=translate("measures", "Referrals and visits as they are recorded."),
        caveat=translate("measures", "Visits of which no minutes were noted stand beside it and are not in the hours."),
        by=OF_VISITS,
    )


MEASURE = Ratio(definition, always(SENT), always(_HOURS), amounts=lambda: translate("measures", "Hours"))
