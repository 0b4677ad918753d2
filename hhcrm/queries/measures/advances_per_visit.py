"""Advances per visit: which share of the visits moved a source forward.

Completed counting visits with an advance / completed counting visits; belongs by the visit's day (product.md, section
6). Where nobody noted what a visit changed it counts as without.
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Advance
from hhcrm.queries.ground import k, v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.visits import DONE


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.ADVANCES_PER_VISIT,
        translate("measures", "Advances per visit"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.MORE,
        formula=translate("measures", "Visits with an advance / completed visits that count."),
        belongs_by=translate("measures", "The day of the visit."),
        source=translate("measures", "Visits as they are logged."),
        caveat=translate("measures", "Visits of which nobody noted what they changed count as without."),
        by=OF_VISITS,
    )


MEASURE = Counted(
    definition,
    always(Tally(RowKind.VISITS, v.visit_on, which=(DONE, k.counts), holds=v.advance == Advance.ADVANCE, kinds=True)),
)
