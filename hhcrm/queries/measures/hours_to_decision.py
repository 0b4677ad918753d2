"""Hours to decision: how long a source waited for a yes or a no.

Median of the hours from received to the first accepted or not admitted, of the referrals of the period; those that are
undecided, or whose decision's time is not known, stand beside it; belongs by the referral date (product.md, section 6).
A decision that a correction took back was none.
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import instant_seconds, r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.hours_to_soc import RECEIVED
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_UPDATES
from hhcrm.queries.referrals import first_decision

_TOOK = instant_seconds(first_decision()) - RECEIVED


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.HOURS_TO_DECISION,
        translate("measures", "Hours to decision"),
        MeasureUnit.HOURS,
        MeasureShape.MEDIAN,
        Better.FEWER,
        formula=translate("measures", "The median of the hours from received to the first accepted or not admitted."),
        belongs_by=translate("measures", "The day of the referral."),
        source=translate("measures", "Referrals as intake records them; the clock starts with authorization."),
        caveat=translate(
            "measures", "Half took longer. Undecided ones stand beside it: the newest days look quicker than they are."
        ),
        by=OF_UPDATES,
    )


MEASURE = Counted(definition, always(Tally(RowKind.REFERRALS, r.referral_on, length=_TOOK)), per=3600)
