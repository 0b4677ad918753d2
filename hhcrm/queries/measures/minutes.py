"""Minutes: how much time went into visits.

Sum of the minutes and travel minutes of completed visits of any kind; visits of which neither was noted stand beside
it; belongs by the visit's day (product.md, sections 5 and 6).
"""

from __future__ import annotations

from sqlalchemy import and_, func

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.visits import DONE

SPENT = func.coalesce(v.minutes, 0) + func.coalesce(v.travel_minutes, 0)
UNKNOWN = and_(v.minutes.is_(None), v.travel_minutes.is_(None))


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.MINUTES,
        translate("measures", "Minutes"),
        MeasureUnit.MINUTES,
        MeasureShape.SUM,
        Better.NEITHER,
        formula=translate("measures", "The minutes of completed visits, travel included."),
        belongs_by=translate("measures", "The day of the visit."),
        source=translate("measures", "Visits as they are logged."),
        caveat=translate("measures", "Visits of which no minutes were noted stand beside it."),
        by=OF_VISITS,
    )


MEASURE = Counted(
    definition,
    always(Tally(RowKind.VISITS, v.visit_on, which=(DONE,), case=~UNKNOWN, amount=SPENT)),
)
