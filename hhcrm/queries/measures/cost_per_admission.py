"""Cost per admission: what one spent on visits for each patient admitted.

(Minutes with travel x hourly cost + miles x mileage rate) of completed visits / referrals with a start of care, both of
the period, by visit day and SOC day, in dollars (product.md, section 6). Each visit by the rates of its day: the hourly
cost is a setting (none at first), the mileage rate starts as the IRS table (domain.md (f)). Expenses are part of the
formula, but none are recorded yet. Visits without minutes stand beside it.
"""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Float, cast, func

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.ground import v
from hhcrm.queries.measures.admissions import BEGUN
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Ratio, always
from hhcrm.queries.measures.minutes import SPENT, UNKNOWN
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_VISITS
from hhcrm.queries.measures.scene import Rates, Scene, Span, rate_on
from hhcrm.queries.measures.visits import DONE


@lru_cache(maxsize=8)
def _spent(rates: Rates) -> Tally:
    hours = cast(SPENT, Float) / 60.0
    dollars = hours * rate_on(v.visit_on, rates.hour) + func.coalesce(v.miles, 0.0) * rate_on(v.visit_on, rates.mile)
    return Tally(RowKind.VISITS, v.visit_on, which=(DONE,), amount=dollars, pending=UNKNOWN)


def spent(span: Span) -> Tally:
    """Completed visits by what each cost."""
    return _spent(span.scene.rates)


def lacking(scene: Scene) -> str:
    """What has to be set first."""
    if not scene.rates.hour:
        return translate("measures", "What an hour costs is not set: Settings > Rules.")
    return "" if scene.rates.mile else translate("measures", "What a mile costs is not set: Settings > Agency.")


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.COST_PER_ADMISSION,
        translate("measures", "Cost per admission"),
        MeasureUnit.DOLLARS,
        MeasureShape.RATIO,
        Better.FEWER,
        formula=translate(
            "measures", "(minutes x hourly cost + miles x mileage rate) / admissions, both of the period."
        ),
        belongs_by=translate("measures", "Each its own: the day of the visit, the day of the start of care."),
        source=translate(
            "measures",
            "Visits as they are logged; hourly cost and the mileage rate of each day from Settings.",
        ),
        caveat=translate(
            "measures",
            "Expenses are not recorded yet. Visits without minutes stand beside it. The earliest rates hold before.",
        ),
        by=OF_VISITS,
    )


MEASURE = Ratio(
    definition, spent, always(BEGUN), amounts=lambda: translate("measures", "Cost, dollars"), lacking=lacking
)
