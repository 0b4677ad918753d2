"""Visits to first referral: how long it takes until a source sends its first patient.

Median of the completed counting visits before the day of a source's first referral, of the sources whose first referral
lies in the period; belongs by that day (product.md, section 6). Sources that never sent are left out.
"""

from __future__ import annotations

from sqlalchemy import func, select

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.ground import KIND, SOURCE, VISIT, s
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_SOURCES

_BEFORE, _KIND = VISIT.alias("before_referral"), KIND.alias("kind_before_referral")
_VISITS = (
    select(func.count())
    .select_from(_BEFORE.join(_KIND, _BEFORE.c.kind_id == _KIND.c.id))
    .where(
        _BEFORE.c.source_id == s.id,
        _BEFORE.c.visit_on < s.first_referral_on,
        _BEFORE.c.status == VisitStatus.COMPLETED,
        _BEFORE.c.archived_at.is_(None),
        _KIND.c.counts,
    )
    .correlate(SOURCE)
    .scalar_subquery()
)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.VISITS_TO_FIRST_REFERRAL,
        translate("measures", "Visits to first referral"),
        MeasureUnit.VISITS,
        MeasureShape.MEDIAN,
        Better.FEWER,
        formula=translate("measures", "The median number of visits that count before a source's first referral."),
        belongs_by=translate("measures", "The day of the source's first referral."),
        source=translate("measures", "Referrals and visits as they are recorded."),
        caveat=translate(
            "measures",
            "Sources that have not sent anybody yet are not in it. Visits before the program was used are not known.",
        ),
        by=OF_SOURCES,
    )


MEASURE = Counted(definition, always(Tally(RowKind.SOURCES, s.first_referral_on, length=_VISITS)))
