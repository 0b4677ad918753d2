"""Minutes to first reply: how long a source waited for the first word from us.

Median (and 90th percentile) of the minutes from received to the first update given, of the referrals of the period;
those without any stand beside it; belongs by the referral date (domain.md (f): first response time). An answer before
the authorization lies below 0.
"""

from __future__ import annotations

from sqlalchemy import func, select

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import REFERRAL, instant_seconds, r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.hours_to_soc import RECEIVED
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import LOOP, OF_UPDATES

_TOLD = LOOP.alias("told").c
_FIRST = select(func.min(_TOLD.given_at)).where(_TOLD.referral_id == r.id).correlate(REFERRAL).scalar_subquery()


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.MINUTES_TO_FIRST_REPLY,
        translate("measures", "Minutes to first reply"),
        MeasureUnit.MINUTES,
        MeasureShape.MEDIAN,
        Better.FEWER,
        formula=translate(
            "measures", "The median of the minutes from received to the first update given to the source."
        ),
        belongs_by=translate("measures", "The day of the referral."),
        source=translate("measures", "Updates to sources as they are noted; the clock starts with authorization."),
        caveat=translate(
            "measures",
            "Below 0 where the source was answered before authorization came. Unanswered ones stand beside it.",
        ),
        by=OF_UPDATES,
    )


MEASURE = Counted(
    definition, always(Tally(RowKind.REFERRALS, r.referral_on, length=instant_seconds(_FIRST) - RECEIVED)), per=60
)
