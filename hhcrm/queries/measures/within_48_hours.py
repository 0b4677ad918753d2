"""Within 48 hours: which share of the starts of care met the condition of participation.

Starts of care within 48 hours of the referral, or within 48 hours of the return home, or on the ordered day / starts of
care; belongs by the SOC day (42 CFR 484.55(a)(1); `hhcrm.domain.referrals.within_48_hours` says the same of one).
"""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import and_, func, literal, or_

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import day_at, instant_seconds, r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.hours_to_soc import RECEIVED
from hhcrm.queries.measures.measure import Counted
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_REFERRALS
from hhcrm.queries.measures.scene import Span, noon_of, seconds_ahead

_TWO_DAYS = 48 * 3600
_AROUND = 4
"""Days before the period in which a return home may still be within 48 hours of a start of care in it."""


@lru_cache(maxsize=64)
def starts(span: Span) -> Tally:
    """Starts of care; those in time hold."""
    begun = func.coalesce(instant_seconds(r.soc_at), instant_seconds(r.soc_on) + noon_of(r.soc_on, span))
    home = func.coalesce(
        instant_seconds(r.discharged_at),
        instant_seconds(r.discharged_on) + noon_of(r.discharged_on, span, _AROUND),
    )
    on_day = func.coalesce(day_at(r.soc_at, seconds_ahead(r.soc_at, span)), r.soc_on)
    in_time = or_(
        and_(r.ordered_soc.is_not(None), on_day == r.ordered_soc),
        begun - RECEIVED <= literal(_TWO_DAYS),
        and_(home.is_not(None), (begun - home).between(0, _TWO_DAYS)),
    )
    return Tally(RowKind.REFERRALS, r.soc_on, holds=in_time)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.WITHIN_48_HOURS,
        translate("measures", "Within 48 hours"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.MORE,
        formula=translate(
            "measures",
            "Starts of care within 48 hours of received or of the return home, or on the ordered day / all of them.",
        ),
        belongs_by=translate("measures", "The day of the start of care."),
        source=translate("measures", "The condition of participation of home health agencies, 42 CFR 484.55(a)(1)."),
        caveat=translate("measures", "Where only the day is known it counts as noon."),
        by=OF_REFERRALS,
    )


MEASURE = Counted(definition, starts)
