"""Visits that count: completed visits of the kinds that move cadence and waterfall.

Count of completed visits of counting kinds (visit, drop-in, meeting, in-service unless the agency says otherwise) that
are not archived; belongs by the visit's day (product.md, sections 2 and 6). What rates "per visit" are told from.
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import k, v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.visits import DONE

COUNTING = Tally(RowKind.VISITS, v.visit_on, which=(DONE, k.counts), kinds=True)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.COUNTING_VISITS,
        translate("measures", "Visits that count"),
        MeasureUnit.COUNT,
        MeasureShape.SUM,
        Better.MORE,
        formula=translate("measures", "The number of completed visits of the kinds that count towards the cadence."),
        belongs_by=translate("measures", "The day of the visit."),
        source=translate("measures", "Visits as they are logged; which kinds count is set in Settings."),
        caveat=translate("measures", "Calls and e-mails are not among them, unless the agency lets them count."),
        by=OF_VISITS,
    )


MEASURE = Counted(definition, always(COUNTING))
