"""Agreed asks: how often did a source say yes?

Count of completed counting visits at which the ask was agreed to; belongs by the visit's day (product.md, section 6).
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Ask
from hhcrm.queries.ground import k, v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.visits import DONE


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.AGREED_ASKS,
        translate("measures", "Agreed asks"),
        MeasureUnit.COUNT,
        MeasureShape.SUM,
        Better.MORE,
        formula=translate("measures", "The number of visits that count at which a source agreed to send referrals."),
        belongs_by=translate("measures", "The day of the visit."),
        source=translate("measures", "Visits as they are logged."),
        caveat=translate("measures", "A yes is no referral yet."),
        by=OF_VISITS,
    )


MEASURE = Counted(
    definition, always(Tally(RowKind.VISITS, v.visit_on, which=(DONE, k.counts, v.ask == Ask.AGREED), kinds=True))
)
