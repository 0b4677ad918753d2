"""Visits missed: how many planned visits did not take place.

Count of visits that are missed, of any kind, not archived; belongs by the visit's day (product.md, section 6).
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


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.VISITS_MISSED,
        translate("measures", "Visits missed"),
        MeasureUnit.COUNT,
        MeasureShape.SUM,
        Better.FEWER,
        formula=translate("measures", "The number of visits that were missed."),
        belongs_by=translate("measures", "The day of the visit."),
        source=translate("measures", "Visits as they are logged."),
        caveat=translate("measures", "Planned visits that nobody logged are not among them."),
        by=OF_VISITS,
    )


MEASURE = Counted(definition, always(Tally(RowKind.VISITS, v.visit_on, which=(v.status == VisitStatus.MISSED,))))
