"""Visits planned: how many visits still stand in the calendar.

Count of visits that are planned, of any kind, not archived; belongs by the visit's day (product.md, section 6). Once
logged a visit is completed, missed or cancelled. Says something of days to come.
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
        MeasureKey.VISITS_PLANNED,
        translate("measures", "Visits planned"),
        MeasureUnit.COUNT,
        MeasureShape.SUM,
        Better.NEITHER,
        formula=translate("measures", "The number of visits that are planned and not logged yet."),
        belongs_by=translate("measures", "The day of the visit."),
        source=translate("measures", "Visits as they are logged."),
        caveat=translate(
            "measures", "What was planned and then completed, missed or cancelled is no longer among them."
        ),
        by=OF_VISITS,
    )


MEASURE = Counted(
    definition, always(Tally(RowKind.VISITS, v.visit_on, which=(v.status == VisitStatus.PLANNED,))), ahead=True
)
