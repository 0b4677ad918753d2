"""Ask rate: at which share of the visits did we ask for referrals?

Completed counting visits with an ask (asked, agreed or declined) / completed counting visits; belongs by the visit's
day (product.md, section 6). Where nobody noted it nothing was asked.
"""

from __future__ import annotations

from sqlalchemy import and_

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Ask
from hhcrm.queries.ground import k, v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.visits import DONE

ASKED = and_(v.ask.is_not(None), v.ask != Ask.NOT_ASKED)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.ASK_RATE,
        translate("measures", "Ask rate"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.MORE,
        formula=translate("measures", "Visits at which referrals were asked for / completed visits that count."),
        belongs_by=translate("measures", "The day of the visit."),
        source=translate("measures", "Visits as they are logged."),
        caveat=translate("measures", "Visits of which nobody noted it count as not asked."),
        by=OF_VISITS,
    )


MEASURE = Counted(
    definition, always(Tally(RowKind.VISITS, v.visit_on, which=(DONE, k.counts), holds=ASKED, kinds=True))
)
