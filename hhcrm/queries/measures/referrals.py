"""Referrals: how many patients were sent to us.

Count of referrals that are not archived; belongs by the referral date (product.md, section 6). Says nothing of what
became of them: conversion does.
"""

from __future__ import annotations

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted, always
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_REFERRALS

SENT = Tally(RowKind.REFERRALS, r.referral_on)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.REFERRALS,
        translate("measures", "Referrals"),
        MeasureUnit.COUNT,
        MeasureShape.SUM,
        Better.MORE,
        formula=translate("measures", "The number of referrals."),
        belongs_by=translate("measures", "The day authorization came, or as long as it has not, the first hearing."),
        source=translate("measures", "Referrals as intake records them."),
        caveat=translate("measures", "Says nothing of what became of them; conversion does."),
        by=OF_REFERRALS,
    )


MEASURE = Counted(definition, always(SENT))
