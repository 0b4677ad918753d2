"""The plain writing of each measure by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from hhcrm.domain.measures import MeasureKey
from tests.queries.plain import of_referrals, of_sources, of_visits
from tests.queries.plain.reading import Plain
from tests.queries.plain.rows import World
from tests.queries.plain.wanted import Wanted

PLAIN: Mapping[MeasureKey, Callable[[World, Wanted, date, date], Plain]] = {
    MeasureKey.REFERRALS: of_referrals.referrals,
    MeasureKey.ADMISSIONS: of_referrals.admissions,
    MeasureKey.CONVERSION: of_referrals.conversion,
    MeasureKey.ACCEPTED_SHARE: of_referrals.accepted_share,
    MeasureKey.NOT_ADMITTED: of_referrals.not_admitted,
    MeasureKey.HOURS_TO_DECISION: of_referrals.hours_to_decision,
    MeasureKey.HOURS_TO_SOC: of_referrals.hours_to_soc,
    MeasureKey.MINUTES_TO_FIRST_REPLY: of_referrals.minutes_to_first_reply,
    MeasureKey.TIMELY: of_referrals.timely,
    MeasureKey.WITHIN_48_HOURS: of_referrals.within_48_hours,
    MeasureKey.LOOP_ON_TIME: of_referrals.loop_on_time,
    MeasureKey.COMMITMENTS_KEPT: of_referrals.commitments_kept,
    MeasureKey.VISITS: of_visits.visits,
    MeasureKey.COUNTING_VISITS: of_visits.counting_visits,
    MeasureKey.VISITS_PLANNED: of_visits.visits_planned,
    MeasureKey.VISITS_MISSED: of_visits.visits_missed,
    MeasureKey.MINUTES: of_visits.minutes,
    MeasureKey.MILES: of_visits.miles,
    MeasureKey.NEW_PROSPECTS: of_visits.new_prospects,
    MeasureKey.FIFTH_VISITS: of_visits.fifth_visits,
    MeasureKey.ADVANCES_PER_VISIT: of_visits.advances_per_visit,
    MeasureKey.ASK_RATE: of_visits.ask_rate,
    MeasureKey.AGREED_ASKS: of_visits.agreed_asks,
    MeasureKey.REFERRALS_PER_TEN_VISITS: of_visits.referrals_per_ten_visits,
    MeasureKey.REFERRALS_PER_HOUR: of_visits.referrals_per_hour,
    MeasureKey.REFERRALS_PER_PRIOR_VISIT: of_visits.referrals_per_prior_visit,
    MeasureKey.RHYTHM_KEPT: of_sources.rhythm_kept,
    MeasureKey.CADENCE_COMPLIANCE: of_sources.cadence_compliance,
    MeasureKey.SHARE_OF_POTENTIAL: of_sources.share_of_potential,
    MeasureKey.VISITS_TO_FIRST_REFERRAL: of_sources.visits_to_first_referral,
    MeasureKey.CONCENTRATION: of_sources.concentration,
    MeasureKey.MILES_PER_ADMISSION: of_visits.miles_per_admission,
    MeasureKey.COST_PER_ADMISSION: of_visits.cost_per_admission,
    MeasureKey.SOURCE_VALUE: of_visits.source_value,
}


def plainly(key: MeasureKey, world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """A measure over a period; of days to come without a row nothing is said, which is not the same as 0.

    Only plans are made for days to come: there 0 says that there is none.
    """
    found = PLAIN[key](world, wanted, start, end)
    unknown = start > world.today and not found.cases and key is not MeasureKey.VISITS_PLANNED
    return replace(found, value=None) if unknown else found
