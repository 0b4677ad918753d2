"""The numbers that an agency may change, with the values it starts with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers behind the rules, each with where it comes from.

    Rhythm and waterfall (product.md, section 3):

    - `visits_to_active` 5: completed counting visits after which a prospect is offered as active; per source
      type.
    - `cohort_size` 5: new prospects of a liaison a month.
    - `prospect_interval_days` 30: days between visits to a prospective source.
    - `due_window_days` 7: a source is *due* from this many days before its due date.
    - `late_after_days` 7: more days past due than this are *late*; the same days are the grace of a kept gap.
    - `share_becomes_active` 0.6 and `loss_a_month` 0.01: what the forecast takes for the share of prospects that
      becomes active, and for the share of active sources lost a month, while there are too few cases; our guesses.
    - `stall_days` 45 and `stall_visits` 3: a prospect stalls after so many days without a counting visit, or
      so many visits without an advance.
    - `default_cadence_days` 30, `shortest_cadence_days` 7, `longest_cadence_days` 180: what a cadence may be.
    - `tier_a_cadence_days`, `tier_b_cadence_days`, `tier_c_cadence_days` 0: the cadence of a tier, before that of the
      type; 0 says nothing, so that nobody's due dates move until the agency wants it.
    - `top_percent` 20, `next_percent` 30: shares of a liaison's sources for cadences and tiers (also section
      2); `offered_cadences` 30, 45, 60: the days offered to the first share, the next, and the rest.

    Loop (section 4, times after receipt and after start of care):

    - `loop_received_hours` 1 working hour, `loop_decision_days` 1 working day, `loop_soc_days` 1 working day,
      `loop_outcome_days` 30 calendar days.
    - `workday_starts` 8 and `workday_ends` 17: hours of the working day; our choice, the usual office hours.
    - `clock_warnings_hours` 24 and 40: when the start-of-care clock warns.

    Worth (section 5):

    - `urgency_on_due_day` 1.0, `urgency_per_week` 0.5, `urgency_most` 2.5, `urgency_commitment` 1.0,
      `urgency_reaches_active` 0.5.
    - `share_without_history` 0.15: share of potential expected where its type has no history.
    - `high_potential_top` 1/3: the upper part of the agency's sources that counts as high potential.
    - `high_share` 0.25: the share of potential from which it is high.
    - `rethink_visits` 5 in `rethink_days` 180: visits without referral and advance that call for a rethink.
    - `favourite_visits` 12: visits in 12 months from which a source is seen much: one a month, the shortest cadence
      that is offered. `favourite_providers` 1 (section 5): providers up to which a practice cannot send much;
      `favourite_potential` 1.0: patients a month up to which a source cannot whose providers nobody counted, what one
      primary-care provider is taken for. Our choices.
    - `quiet_providers` 4: providers from which a practice has many. `quiet_visits` 8: visits in 12 months up to which a
      source is seen seldom: what 45 days come to, where it should have the shortest cadence. Our choices. A potential
      that is known bears it out: what so many providers of primary care could (4 a month) or more; a favourite's less.
    - `rate_primary_care` 1.0, `rate_geriatrician` 2.0, `rate_orthopaedic` 2.5, `rate_cardiac` 2.5,
      `rate_hospitalist` 4.0: patients a month that one provider could send; guesses to change.

    Capacity (section 3): how many visits fit beside everything else that a liaison does. Our choice, to be changed:

    - `visit_hours_a_week` 18: hours of a working week of five days that are left for visits and the drives to them.
    - `visit_with_drive_minutes` 45: a visit of 20 minutes with the drive to it.

    Travel and the planned week (section 3); a plan counts drives between ZIP codes or coordinates:

    - `road_factor` 1.3: miles on the road to a mile as the crow flies; what US road networks measure (1.2 to 1.4).
    - `miles_per_hour` 28: door to door in a town, lights and searching included. Our choice.
    - `park_minutes` 5: from the car to the door and back, at each place. Our choice.
    - `unknown_drive_minutes` 20: the drive to or from a place that is not known. Our choice.
    - `lunch_earliest` 11.5, `lunch_latest` 13.5: hours of the day between which lunch begins; `lunch_minutes` 30, 0 for
      none. Our choice.
    - `driven_minute_worth` 0.01: what a minute at the wheel must bring, in the worth of section 5 (expected referrals
      a month x urgency). Our choice: half an hour of driving for a visit that brings 0.3. On the seeded weeks of
      tests/bench less drives longer for the same worth in all, and more loses worth.

    Measures (sections 4 and 6):

    - `fewest_cases` 5: fewer cases than this are said instead of a percentage.
    - `attribution_days` 90: visits before a referral that it is attributed to.
    - `readmission_days` 30: returns to hospital that count.
    - `hourly_cost` 0 and `revenue_per_admission` 0, dollars: what an hour of a liaison costs, and what an admission
      brings on average; 0 is not set, and what needs them says so.

    The week on one page (`hhcrm.domain.standing_out`): what stands out. Our choice, the usual level of such tests:

    - `quiet_share` 0.95 of a source's own gaps between referrals; it is quiet beyond them. `quiet_history_days` 730:
      its gaps of two years, so that what it was long ago does not excuse it, and a season comes round twice.
    - `rising_chance` 0.05: a share has risen when chance alone would make so much of it no more often than this.
      `recent_weeks` 4 are held against the `weeks_before` 26 before them: a month against half a year.
    - `most_standing_out` 10: more is not talked about in one meeting.

    Privacy (ui.md, rule 13):

    - `hide_patient_minutes` 2: minutes out of sight after which the window covers who the patients are; our choice.
    """

    visits_to_active: int = 5
    cohort_size: int = 5
    prospect_interval_days: int = 30
    due_window_days: int = 7
    late_after_days: int = 7
    share_becomes_active: float = 0.6
    loss_a_month: float = 0.01
    stall_days: int = 45
    stall_visits: int = 3
    default_cadence_days: int = 30
    shortest_cadence_days: int = 7
    longest_cadence_days: int = 180
    tier_a_cadence_days: int = 0
    tier_b_cadence_days: int = 0
    tier_c_cadence_days: int = 0
    top_percent: int = 20
    next_percent: int = 30
    offered_cadences: tuple[int, int, int] = (30, 45, 60)
    loop_received_hours: int = 1
    loop_decision_days: int = 1
    loop_soc_days: int = 1
    loop_outcome_days: int = 30
    workday_starts: int = 8
    workday_ends: int = 17
    clock_warnings_hours: tuple[int, int] = (24, 40)
    urgency_on_due_day: float = 1.0
    urgency_per_week: float = 0.5
    urgency_most: float = 2.5
    urgency_commitment: float = 1.0
    urgency_reaches_active: float = 0.5
    share_without_history: float = 0.15
    high_potential_top: float = 1 / 3
    high_share: float = 0.25
    rethink_visits: int = 5
    rethink_days: int = 180
    favourite_visits: int = 12
    favourite_providers: int = 1
    favourite_potential: float = 1.0
    quiet_providers: int = 4
    quiet_visits: int = 8
    rate_primary_care: float = 1.0
    rate_geriatrician: float = 2.0
    rate_orthopaedic: float = 2.5
    rate_cardiac: float = 2.5
    rate_hospitalist: float = 4.0
    fewest_cases: int = 5
    attribution_days: int = 90
    readmission_days: int = 30
    hourly_cost: float = 0.0
    revenue_per_admission: float = 0.0
    quiet_share: float = 0.95
    quiet_history_days: int = 730
    rising_chance: float = 0.05
    recent_weeks: int = 4
    weeks_before: int = 26
    most_standing_out: int = 10
    hide_patient_minutes: int = 2
    visit_hours_a_week: float = 18.0
    visit_with_drive_minutes: int = 45
    road_factor: float = 1.3
    miles_per_hour: float = 28.0
    park_minutes: int = 5
    unknown_drive_minutes: int = 20
    lunch_earliest: float = 11.5
    lunch_latest: float = 13.5
    lunch_minutes: int = 30
    driven_minute_worth: float = 0.01


DEFAULTS = Rules()
