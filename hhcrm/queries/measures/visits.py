"""Visits: how many touches with sources were completed.

Count of completed visits of any kind that are not archived; belongs by the visit's day (product.md, section 6). Calls
and e-mails are among them; `counting_visits` has only those that move cadence and waterfall.
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.ground import v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS

DONE = v.status == VisitStatus.COMPLETED


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.VISITS,
        translate("measures", "Visits"),
        MeasureUnit.COUNT,
        MeasureShape.SUM,
        Better.MORE,
        formula=translate("measures", "The number of completed visits of every kind, calls too."),
        belongs_by=translate("measures", "The day of the visit."),
        source=translate("measures", "Visits as they are logged."),
        caveat=translate("measures", "More visits are not better by themselves: see what came of them."),
        by=OF_VISITS,
    )


MEASURE = Counted(definition, always(Tally(RowKind.VISITS, v.visit_on, which=(DONE,))))
