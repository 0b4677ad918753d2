"""All measures, in the order of their keys."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hhcrm.domain.measures import MeasureKey
from hhcrm.queries.measures import (
    conversion,
    counting_visits,
    hours_to_soc,
    loop_on_time,
    referrals,
    referrals_per_ten_visits,
    visits,
)
from hhcrm.queries.measures.measure import Measure

_BY_KEY: Mapping[MeasureKey, Measure] = {
    MeasureKey.REFERRALS: referrals.MEASURE,
    MeasureKey.CONVERSION: conversion.MEASURE,
    MeasureKey.HOURS_TO_SOC: hours_to_soc.MEASURE,
    MeasureKey.LOOP_ON_TIME: loop_on_time.MEASURE,
    MeasureKey.VISITS: visits.MEASURE,
    MeasureKey.COUNTING_VISITS: counting_visits.MEASURE,
    MeasureKey.REFERRALS_PER_TEN_VISITS: referrals_per_ten_visits.MEASURE,
}

MEASURES: Mapping[MeasureKey, Measure] = MappingProxyType({key: _BY_KEY[key] for key in MeasureKey if key in _BY_KEY})
"""Each measure by its key."""
