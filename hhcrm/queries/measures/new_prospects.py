"""New prospects met: how many prospects were visited for the first time.

Count of first completed counting visits of sources that were prospective on that day; belongs by the
day of that visit (product.md, sections 3 and 6).
"""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import ColumnElement, Date, and_, exists, func, literal, or_, select

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.models.sources import SourceStageChange
from hhcrm.queries.ground import KIND, VISIT, k, table, v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.scene import Span
from hhcrm.queries.measures.visits import DONE

_BEFORE, _KIND = VISIT.alias("before_it"), KIND.alias("kind_before_it")
_b = _BEFORE.c

_STEP, _NEXT = table(SourceStageChange).alias("since"), table(SourceStageChange).alias("later_step")
_SINCE, _LATER = _STEP.c, _NEXT.c

_LEFT_IT = exists(
    select(_LATER.id)
    .where(
        _LATER.source_id == _SINCE.source_id,
        or_(_LATER.on_day > _SINCE.on_day, and_(_LATER.on_day == _SINCE.on_day, _LATER.id > _SINCE.id)),
        _LATER.on_day < v.visit_on,
    )
    .correlate(VISIT, _STEP)
)
PROSPECT_SINCE = (
    select(func.max(_SINCE.on_day))
    .where(
        _SINCE.source_id == v.source_id,
        _SINCE.stage == SourceStage.PROSPECTIVE,
        _SINCE.on_day <= v.visit_on,
        ~_LEFT_IT,
    )
    .correlate(VISIT)
    .scalar_subquery()
)
"""Since which day the visit's source was prospective when the day of the visit began, or became it on that day."""


def prospects_of(span: Span) -> ColumnElement[bool]:
    """Whether the visit's source was prospective on any day of the period: what is looked at closely is far less."""
    left = exists(
        select(_LATER.id)
        .where(
            _LATER.source_id == _SINCE.source_id,
            or_(_LATER.on_day > _SINCE.on_day, and_(_LATER.on_day == _SINCE.on_day, _LATER.id > _SINCE.id)),
            _LATER.on_day < literal(span.first, Date()),
        )
        .correlate(_STEP)
    )
    were = select(_SINCE.source_id).where(
        _SINCE.stage == SourceStage.PROSPECTIVE, _SINCE.on_day <= literal(span.last, Date()), ~left
    )
    return v.source_id.in_(were)


_EARLIER = exists(
    select(_b.id)
    .select_from(_BEFORE.join(_KIND, _b.kind_id == _KIND.c.id))
    .where(
        _b.source_id == v.source_id,
        _b.visit_on <= v.visit_on,
        or_(_b.visit_on < v.visit_on, _b.id < v.id),
        _b.status == VisitStatus.COMPLETED,
        _b.archived_at.is_(None),
        _KIND.c.counts,
    )
)


@lru_cache(maxsize=64)
def first_visits(span: Span) -> Tally:
    """First visits of prospects."""
    which = DONE, k.counts, prospects_of(span), ~_EARLIER, PROSPECT_SINCE.is_not(None)
    return Tally(RowKind.VISITS, v.visit_on, which=which, kinds=True)


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
        caveat=translate("measures", "Sources that were not prospective on that day are not among them."),
        by=OF_VISITS,
    )


MEASURE = Counted(definition, first_visits)
