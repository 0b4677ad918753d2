"""Hours to SOC: how long it took from receiving a referral to the start of care.

Median of the hours from received (authorization, or first hearing as long as there is none) to the start of care, of
the starts of care of the period; belongs by the SOC day (product.md, section 6). A start of care of which only the day
is known counts as noon in the agency's zone; changes of the clock are hours that really passed.
"""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import func

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import instant_seconds, r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_UPDATES
from hhcrm.queries.measures.scene import Span, noon_of

RECEIVED = instant_seconds(func.coalesce(r.authorized_at, r.heard_at))
"""When every clock of a referral starts, in seconds."""


@lru_cache(maxsize=64)
def started(span: Span) -> Tally:
    """Starts of care by how long they took."""
    begun = func.coalesce(instant_seconds(r.soc_at), instant_seconds(r.soc_on) + noon_of(r.soc_on, span))
    return Tally(RowKind.REFERRALS, r.soc_on, length=begun - RECEIVED)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.HOURS_TO_SOC,
        translate("measures", "Hours to SOC"),
        MeasureUnit.HOURS,
        MeasureShape.MEDIAN,
        Better.FEWER,
        formula=translate("measures", "The median of the hours from received to the start of care."),
        belongs_by=translate("measures", "The day of the start of care."),
        source=translate("measures", "Referrals as intake records them; the clock starts with authorization."),
        caveat=translate("measures", "Half took longer. Where only the day is known it counts as noon."),
        by=OF_UPDATES,
    )


MEASURE = Counted(definition, started, per=3600)
