"""All measures, in the order of their keys."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hhcrm.domain.measures import MeasureKey
from hhcrm.queries.measures import (
    accepted_share,
    admissions,
    advances_per_visit,
    agreed_asks,
    ask_rate,
    cadence_compliance,
    commitments_kept,
    concentration,
    conversion,
    cost_per_admission,
    counting_visits,
    fifth_visits,
    hours_to_decision,
    hours_to_soc,
    loop_on_time,
    miles,
    miles_per_admission,
    minutes,
    minutes_to_first_reply,
    new_prospects,
    not_admitted,
    referrals,
    referrals_per_hour,
    referrals_per_prior_visit,
    referrals_per_ten_visits,
    rhythm_kept,
    share_of_potential,
    source_value,
    timely,
    visits,
    visits_missed,
    visits_planned,
    visits_to_first_referral,
    within_48_hours,
)
from hhcrm.queries.measures.measure import Measure

_BY_KEY: Mapping[MeasureKey, Measure] = {
    MeasureKey.REFERRALS: referrals.MEASURE,
    MeasureKey.ADMISSIONS: admissions.MEASURE,
    MeasureKey.CONVERSION: conversion.MEASURE,
    MeasureKey.ACCEPTED_SHARE: accepted_share.MEASURE,
    MeasureKey.NOT_ADMITTED: not_admitted.MEASURE,
    MeasureKey.HOURS_TO_DECISION: hours_to_decision.MEASURE,
    MeasureKey.HOURS_TO_SOC: hours_to_soc.MEASURE,
    MeasureKey.MINUTES_TO_FIRST_REPLY: minutes_to_first_reply.MEASURE,
    MeasureKey.TIMELY: timely.MEASURE,
    MeasureKey.WITHIN_48_HOURS: within_48_hours.MEASURE,
    MeasureKey.LOOP_ON_TIME: loop_on_time.MEASURE,
    MeasureKey.COMMITMENTS_KEPT: commitments_kept.MEASURE,
    MeasureKey.VISITS: visits.MEASURE,
    MeasureKey.COUNTING_VISITS: counting_visits.MEASURE,
    MeasureKey.VISITS_PLANNED: visits_planned.MEASURE,
    MeasureKey.VISITS_MISSED: visits_missed.MEASURE,
    MeasureKey.MINUTES: minutes.MEASURE,
    MeasureKey.MILES: miles.MEASURE,
    MeasureKey.NEW_PROSPECTS: new_prospects.MEASURE,
    MeasureKey.FIFTH_VISITS: fifth_visits.MEASURE,
    MeasureKey.ADVANCES_PER_VISIT: advances_per_visit.MEASURE,
    MeasureKey.ASK_RATE: ask_rate.MEASURE,
    MeasureKey.AGREED_ASKS: agreed_asks.MEASURE,
    MeasureKey.REFERRALS_PER_TEN_VISITS: referrals_per_ten_visits.MEASURE,
    MeasureKey.REFERRALS_PER_HOUR: referrals_per_hour.MEASURE,
    MeasureKey.REFERRALS_PER_PRIOR_VISIT: referrals_per_prior_visit.MEASURE,
    MeasureKey.RHYTHM_KEPT: rhythm_kept.MEASURE,
    MeasureKey.CADENCE_COMPLIANCE: cadence_compliance.MEASURE,
    MeasureKey.SHARE_OF_POTENTIAL: share_of_potential.MEASURE,
    MeasureKey.VISITS_TO_FIRST_REFERRAL: visits_to_first_referral.MEASURE,
    MeasureKey.CONCENTRATION: concentration.MEASURE,
    MeasureKey.MILES_PER_ADMISSION: miles_per_admission.MEASURE,
    MeasureKey.COST_PER_ADMISSION: cost_per_admission.MEASURE,
    MeasureKey.SOURCE_VALUE: source_value.MEASURE,
}

MEASURES: Mapping[MeasureKey, Measure] = MappingProxyType({key: _BY_KEY[key] for key in MeasureKey})
"""Each measure by its key."""
