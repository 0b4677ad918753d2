"""The measures by which an agency sees whether its way of working works (product.md, section 6; domain.md (f)).

Their names, units and what they can be split by. What each counts is defined once, in a module of its own under
`hhcrm.queries.measures`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MeasureKey(StrEnum):
    """The measures; the values are what goals, approaches and files keep."""

    REFERRALS = "referrals"
    ADMISSIONS = "admissions"
    CONVERSION = "conversion"
    ACCEPTED_SHARE = "accepted_share"
    NOT_ADMITTED = "not_admitted"
    HOURS_TO_DECISION = "hours_to_decision"
    HOURS_TO_SOC = "hours_to_soc"
    MINUTES_TO_FIRST_REPLY = "minutes_to_first_reply"
    TIMELY = "timely"
    WITHIN_48_HOURS = "within_48_hours"
    LOOP_ON_TIME = "loop_on_time"
    COMMITMENTS_KEPT = "commitments_kept"
    VISITS = "visits"
    COUNTING_VISITS = "counting_visits"
    VISITS_PLANNED = "visits_planned"
    VISITS_MISSED = "visits_missed"
    MINUTES = "minutes"
    MILES = "miles"
    NEW_PROSPECTS = "new_prospects"
    FIFTH_VISITS = "fifth_visits"
    ADVANCES_PER_VISIT = "advances_per_visit"
    ASK_RATE = "ask_rate"
    AGREED_ASKS = "agreed_asks"
    REFERRALS_PER_TEN_VISITS = "referrals_per_ten_visits"
    REFERRALS_PER_HOUR = "referrals_per_hour"
    REFERRALS_PER_PRIOR_VISIT = "referrals_per_prior_visit"
    RHYTHM_KEPT = "rhythm_kept"
    CADENCE_COMPLIANCE = "cadence_compliance"
    SHARE_OF_POTENTIAL = "share_of_potential"
    VISITS_TO_FIRST_REFERRAL = "visits_to_first_referral"
    CONCENTRATION = "concentration"
    MILES_PER_ADMISSION = "miles_per_admission"
    COST_PER_ADMISSION = "cost_per_admission"
    SOURCE_VALUE = "source_value"


class MeasureUnit(StrEnum):
    """What the value of a measure is counted in; a share is 0 to 1, money is in dollars."""

    COUNT = "count"
    SHARE = "share"
    HOURS = "hours"
    MINUTES = "minutes"
    MILES = "miles"
    VISITS = "visits"
    COUNTING_VISITS = "counting_visits"
    RATE = "rate"
    DOLLARS = "dollars"


class Better(StrEnum):
    """Which way is better."""

    MORE = "more"
    FEWER = "fewer"
    NEITHER = "neither"


class MeasureShape(StrEnum):
    """How a value is made of cases: counted or summed, a part of them, one sum by another, or the middle of them."""

    SUM = "sum"
    SHARE = "share"
    RATIO = "ratio"
    MEDIAN = "median"


class By(StrEnum):
    """What a measure can be split by. Activity and material reach referrals by attribution (product.md, section 5)."""

    LIAISON = "liaison"
    TEAM = "team"
    TERRITORY = "territory"
    SOURCE_TYPE = "source type"
    SOURCE = "source"
    ACTIVITY = "activity"
    MATERIAL = "material"
    PAYER = "payer"
    SERVICE_LINE = "service line"
    CLINICAL_GROUP = "clinical group"
    REASON = "reason"
    REASON_OWNER = "reason owner"


class Grain(StrEnum):
    """How finely a period is cut."""

    WHOLE = "whole"
    MONTH = "month"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Definition:
    """What a measure means, in words for the person who asks "what is this?".

    `formula` says how it is counted, `belongs_by` by which day a case belongs to a period, `source` where the measure
    comes from, `caveat` what it does not say. `by` is what it can be split by.
    """

    key: MeasureKey
    title: str
    unit: MeasureUnit
    shape: MeasureShape
    better: Better
    formula: str
    belongs_by: str
    source: str
    caveat: str
    by: frozenset[By]
