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
from hhcrm.queries.ground import KIND, VISIT, table, v
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.scene import Span

_FIRST, _KIND = VISIT.alias("first_visit"), KIND.alias("kind_of_first_visit")
_f, _m = _FIRST.c, VISIT.alias("of_period").c

STEP, _NEXT = table(SourceStageChange).alias("since"), table(SourceStageChange).alias("later_step")
_SINCE, _LATER = STEP.c, _NEXT.c

_LEFT_IT = exists(
    select(_LATER.id)
    .where(
        _LATER.source_id == _SINCE.source_id,
        or_(_LATER.on_day > _SINCE.on_day, and_(_LATER.on_day == _SINCE.on_day, _LATER.id > _SINCE.id)),
        _LATER.on_day < v.visit_on,
    )
    .correlate(VISIT, STEP)
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


def were_prospects(span: Span) -> tuple[ColumnElement[bool], ...]:
    """The steps of sources that were prospective on any day of the period and visited in it: far less than all."""
    left = exists(
        select(_LATER.id)
        .where(
            _LATER.source_id == _SINCE.source_id,
            or_(_LATER.on_day > _SINCE.on_day, and_(_LATER.on_day == _SINCE.on_day, _LATER.id > _SINCE.id)),
            _LATER.on_day < literal(span.first, Date()),
        )
        .correlate(STEP)
    )
    # Most sources are not visited in a short period: their steps need no look.
    visited = exists(
        select(_m.id)
        .where(_m.source_id == _SINCE.source_id, _m.visit_on >= span.first, _m.visit_on <= span.last)
        .correlate(STEP)
    )
    return _SINCE.stage == SourceStage.PROSPECTIVE, _SINCE.on_day <= literal(span.last, Date()), visited, ~left


_FIRST_VISIT = (
    select(_f.id)
    .select_from(_FIRST.join(_KIND, _f.kind_id == _KIND.c.id))
    .where(
        _f.source_id == _SINCE.source_id,
        _f.status == VisitStatus.COMPLETED,
        _f.archived_at.is_(None),
        _KIND.c.counts,
    )
    .order_by(_f.visit_on, _f.id)
    .limit(1)
    .correlate(STEP)
    .scalar_subquery()
)


@lru_cache(maxsize=64)
def first_visits(span: Span) -> Tally:
    """First visits of prospects."""
    first = v.id.in_(select(_FIRST_VISIT).where(*were_prospects(span)))
    return Tally(RowKind.VISITS, v.visit_on, which=(first, PROSPECT_SINCE.is_not(None)))


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
