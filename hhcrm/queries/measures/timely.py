"""Timely (CMS): which share of the starts of care was timely by CMS's measure.

Yes / (yes + no), those whose dates are missing beside it; belongs by the SOC day (product.md, section 6; the logic
effective 13 Jan 2018, domain.md (b), as `hhcrm.domain.referrals.timely_cms` says of one referral).
"""

from __future__ import annotations

from sqlalchemy import and_, case, false, func, null, true

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import AdmissionSource
from hhcrm.queries.ground import days_on, r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_REFERRALS

_NO_STAY = and_(r.inpatient.is_not(None), ~r.inpatient)
_STAY = func.coalesce(r.inpatient, r.admission_source == AdmissionSource.INSTITUTIONAL, false())
_HOME_ON = case((_NO_STAY, null()), else_=r.discharged_on)
_IN_TWO_DAYS = r.soc_on <= days_on(r.referral_on, 2)

_YES = case(
    (r.ordered_soc.is_not(None), r.soc_on <= r.ordered_soc),
    (_IN_TWO_DAYS, true()),
    (_HOME_ON.is_(None), false()),
    else_=and_(r.referral_on < _HOME_ON, r.soc_on <= days_on(_HOME_ON, 2)),
)
_MISSING = and_(r.ordered_soc.is_(None), _HOME_ON.is_(None), _STAY, ~_IN_TWO_DAYS)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.TIMELY,
        translate("measures", "Timely (CMS)"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.MORE,
        formula=translate(
            "measures", "Timely / (timely + not timely) starts of care; those whose dates are missing stand beside it."
        ),
        belongs_by=translate("measures", "The day of the start of care."),
        source=translate("measures", "Timely initiation of care as CMS counts it since 2018, in calendar days."),
        caveat=translate("measures", "CMS tells it from OASIS; this is told from what intake recorded."),
        by=OF_REFERRALS,
    )


MEASURE = Counted(
    definition,
    always(Tally(RowKind.REFERRALS, r.soc_on, case=~_MISSING, holds=_YES)),
)
