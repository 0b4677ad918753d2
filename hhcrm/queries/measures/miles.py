"""Miles: how far one drove for visits.

Sum of the miles of completed visits of any kind; visits of which none were noted stand beside it; belongs by the
visit's day (product.md, section 6).
"""

from __future__ import annotations

from sqlalchemy import func

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.visits import DONE

DRIVEN = Tally(
    RowKind.VISITS,
    v.visit_on,
    which=(DONE,),
    case=v.miles.is_not(None),
    amount=func.coalesce(v.miles, 0.0),
)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.MILES,
        translate("measures", "Miles"),
        MeasureUnit.MILES,
        MeasureShape.SUM,
        Better.NEITHER,
        formula=translate("measures", "The miles of completed visits."),
        belongs_by=translate("measures", "The day of the visit."),
        source=translate("measures", "Visits as they are logged."),
        caveat=translate("measures", "Visits of which no miles were noted stand beside it."),
        by=OF_VISITS,
    )


MEASURE = Counted(definition, always(DRIVEN))
