"""New prospects met: how many prospects were visited for the first time.

Count of first completed counting visits of sources that were prospective and not active before that day; belongs by the
day of that visit (product.md, sections 3 and 6).
"""

from __future__ import annotations

from sqlalchemy import and_, exists, or_, select

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.models.sources import SourceStageChange
from hhcrm.queries.ground import KIND, VISIT, k, table, v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.visits import DONE

_STEP = table(SourceStageChange)
_BEFORE, _KIND = VISIT.alias("before_it"), KIND.alias("kind_before_it")
_b = _BEFORE.c

WAS_PROSPECT = exists(
    select(_STEP.c.id).where(
        _STEP.c.source_id == v.source_id, _STEP.c.stage == SourceStage.PROSPECTIVE, _STEP.c.on_day <= v.visit_on
    )
)
WAS_ACTIVE = exists(
    select(_STEP.c.id).where(
        _STEP.c.source_id == v.source_id, _STEP.c.stage == SourceStage.ACTIVE, _STEP.c.on_day < v.visit_on
    )
)
_EARLIER = exists(
    select(_b.id)
    .select_from(_BEFORE.join(_KIND, _b.kind_id == _KIND.c.id))
    .where(
        _b.source_id == v.source_id,
        or_(_b.visit_on < v.visit_on, and_(_b.visit_on == v.visit_on, _b.id < v.id)),
        _b.status == VisitStatus.COMPLETED,
        _b.archived_at.is_(None),
        _KIND.c.counts,
    )
)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.NEW_PROSPECTS,
        translate("measures", "New prospects met"),
        MeasureUnit.COUNT,
        MeasureShape.SUM,
        Better.MORE,
        formula=translate("measures", "The number of prospects whose first visit that counts lies in the period."),
        belongs_by=translate("measures", "The day of the first visit."),
        source=translate("measures", "Visits as they are logged."),
        caveat=translate("measures", "Sources that were active when they were first visited are not among them."),
        by=OF_VISITS,
    )


MEASURE = Counted(
    definition,
    always(Tally(RowKind.VISITS, v.visit_on, which=(DONE, k.counts, ~_EARLIER, WAS_PROSPECT, ~WAS_ACTIVE), kinds=True)),
)
