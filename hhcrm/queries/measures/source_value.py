"""Source value: what the admissions of a source brought, as an estimate.

Admissions of the period x the average net revenue per admission (a setting, none at first) as it held on each SOC day,
in dollars; belongs by the SOC day (domain.md (f): an estimate, the owner's rate). Months still to come are not in it.
"""

from __future__ import annotations

from functools import lru_cache

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import r
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_REFERRALS
from hhcrm.queries.measures.scene import Rates, Scene, Span, rate_on


@lru_cache(maxsize=8)
def _worth(rates: Rates) -> Tally:
    return Tally(RowKind.REFERRALS, r.soc_on, amount=rate_on(r.soc_on, rates.admission))


def worth(span: Span) -> Tally:
    """Admissions by what each brings."""
    return _worth(span.scene.rates)


def lacking(scene: Scene) -> str:
    """What has to be set first."""
    return (
        "" if scene.rates.admission else translate("measures", "What an admission brings is not set: Settings > Rules.")
    )


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.SOURCE_VALUE,
        translate("measures", "Source value"),
        MeasureUnit.DOLLARS,
        MeasureShape.SUM,
        Better.MORE,
        formula=translate("measures", "Admissions x what an admission brings on average."),
        belongs_by=translate("measures", "The day of the start of care."),
        source=translate("measures", "An estimate from the average revenue per admission that is set in Settings."),
        caveat=translate(
            "measures",
            "What the period's admissions brought; nothing is foretold. The earliest rate holds before.",
        ),
        by=OF_REFERRALS,
    )


MEASURE = Counted(definition, worth, lacking=lacking)
