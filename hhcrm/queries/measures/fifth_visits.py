"""Fifth visits reached: how many prospects came to the visit that makes a source active.

Count of completed counting visits that are the n-th since the source became prospective, n being its type's number
(five unless the agency says otherwise), of sources that were prospective on that day; belongs by the visit's day
(product.md, sections 3 and 6).
"""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import ColumnElement, Date, and_, func, literal, or_, select

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.ground import KIND, SOURCE, TYPE, VISIT, s, v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.new_prospects import PROSPECT_SINCE, STEP, were_prospects
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.scene import Span

_UPTO, _KIND = VISIT.alias("up_to_it"), KIND.alias("kind_up_to_it")
_SOURCE, _TYPE = SOURCE.alias("of_step"), TYPE.alias("of_type")
_n, _of_type = _UPTO.c, _TYPE.c


_PLACE = (
    select(func.count())
    .select_from(_UPTO.join(_KIND, _n.kind_id == _KIND.c.id))
    .where(
        _n.source_id == v.source_id,
        _n.visit_on >= PROSPECT_SINCE,
        _n.visit_on <= v.visit_on,
        or_(_n.visit_on < v.visit_on, _n.id <= v.id),
        _n.status == VisitStatus.COMPLETED,
        _n.archived_at.is_(None),
        _KIND.c.counts,
    )
    .correlate(VISIT)
    .scalar_subquery()
)
_WANTED = select(_of_type.visits_to_active).where(_of_type.id == s.type_id).correlate(SOURCE).scalar_subquery()


def _nth_of_some_step(span: Span) -> ColumnElement[bool]:
    """Visits at that place since a source became prospective: few, of which alone the rest is asked."""
    since = STEP.c
    place = func.row_number().over(partition_by=since.id, order_by=(_n.visit_on, _n.id))
    placed = (
        select(_n.id, place.label("place"), _of_type.visits_to_active)
        .select_from(
            STEP.join(_SOURCE, _SOURCE.c.id == since.source_id)
            .join(_TYPE, _of_type.id == _SOURCE.c.type_id)
            .join(_UPTO, and_(_n.source_id == since.source_id, _n.visit_on >= since.on_day))
            .join(_KIND, _n.kind_id == _KIND.c.id)
        )
        .where(
            *were_prospects(span),
            _n.visit_on <= literal(span.last, Date()),
            _n.status == VisitStatus.COMPLETED,
            _n.archived_at.is_(None),
            _KIND.c.counts,
        )
        .subquery("placed")
    )
    return v.id.in_(select(placed.c.id).where(placed.c.place == placed.c.visits_to_active))


@lru_cache(maxsize=64)
def reached(span: Span) -> Tally:
    """Visits that were the one at which a prospect is decided."""
    which = _nth_of_some_step(span), PROSPECT_SINCE.is_not(None), _PLACE == _WANTED
    return Tally(RowKind.VISITS, v.visit_on, which=which, sources=True)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.FIFTH_VISITS,
        translate("measures", "Fifth visits reached"),
        MeasureUnit.COUNT,
        MeasureShape.SUM,
        Better.MORE,
        formula=translate(
            "measures",
            "The number of prospects that reached the visit at which a source of their type is decided: the fifth.",
        ),
        belongs_by=translate("measures", "The day of the visit."),
        source=translate("measures", "Visits as they are logged."),
        caveat=translate(
            "measures", "Types of sources may be decided at another visit than the fifth, as Settings says."
        ),
        by=OF_VISITS,
    )


MEASURE = Counted(definition, reached)
