"""When a source is due and how well visits keep its rhythm (product.md, section 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import overload

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CadenceBasis, DueState, RhythmStatus, SourceStage, Tier
from hhcrm.domain.workdays import Calendar

CADENCES = DEFAULTS.offered_cadences

TIER_CADENCES: Mapping[Tier, str] = {
    Tier.A: "tier_a_cadence_days",
    Tier.B: "tier_b_cadence_days",
    Tier.C: "tier_c_cadence_days",
}
"""The number of `Rules` that holds each tier's cadence; 0 there says nothing."""


@dataclass(frozen=True, slots=True)
class Cadence:
    """The days between visits to an active source, and where they come from."""

    days: int
    basis: CadenceBasis


def cadence_in_force(own: int | None, tier: Tier | None, of_type: int | None, rules: Rules = DEFAULTS) -> Cadence:
    """The source's own cadence, else its tier's, else its type's, else the agency's.

    `hhcrm.queries.ground.cadence_in_force` says the same in SQL.
    """
    of_tier = getattr(rules, TIER_CADENCES[tier]) if tier is not None else 0
    if own is not None:
        return Cadence(own, CadenceBasis.OWN)
    if of_tier:
        return Cadence(of_tier, CadenceBasis.TIER)
    if of_type is not None:
        return Cadence(of_type, CadenceBasis.TYPE)
    return Cadence(rules.default_cadence_days, CadenceBasis.AGENCY)


@dataclass(frozen=True, slots=True)
class VisitHistory:
    """What a due date follows from.

    `last_counting` is the day of the last completed counting visit, whatever the stage was then;
    `stage_since` the day the source entered its present stage; `cohort_month` any day of the month of its
    cohort.
    """

    stage: SourceStage
    cadence_days: int
    last_counting: date | None
    stage_since: date
    cohort_month: date | None = None


@dataclass(frozen=True, slots=True)
class RhythmKept:
    """How many of the gaps between visits were kept."""

    kept: int
    gaps: int

    @property
    def share(self) -> float | None:
        """Kept gaps among all, 0 to 1; None without a gap."""
        return self.kept / self.gaps if self.gaps else None


def due_on(history: VisitHistory, calendar: Calendar, rules: Rules = DEFAULTS) -> date | None:
    """The day of the next visit, always a working day; None for an inactive source, which has none."""
    if history.stage is SourceStage.INACTIVE:
        return None
    return calendar.next_working(_due_by_rule(history, calendar, rules))


def _due_by_rule(history: VisitHistory, calendar: Calendar, rules: Rules) -> date:
    if history.stage is SourceStage.ACTIVE:
        return (history.last_counting or history.stage_since) + timedelta(days=history.cadence_days)
    interval = timedelta(days=rules.prospect_interval_days)
    if history.last_counting is not None:
        return history.last_counting + interval
    if history.cohort_month is not None:
        return calendar.last_working_of_month(history.cohort_month.year, history.cohort_month.month)
    return history.stage_since + interval


@overload
def rhythm_status(due: date, last_counting: date | None, today: date, rules: Rules = DEFAULTS) -> RhythmStatus: ...
@overload
def rhythm_status(
    due: date | None, last_counting: date | None, today: date, rules: Rules = DEFAULTS
) -> RhythmStatus | None: ...
def rhythm_status(
    due: date | None, last_counting: date | None, today: date, rules: Rules = DEFAULTS
) -> RhythmStatus | None:
    """How a source stands today; *never visited* comes first. None without a due date (inactive)."""
    if due is None:
        return None
    if last_counting is None:
        return RhythmStatus.NEVER_VISITED
    return _STATUS_OF[due_state(due, today, rules)]


@overload
def due_state(due: date, today: date, rules: Rules = DEFAULTS) -> DueState: ...
@overload
def due_state(due: date | None, today: date, rules: Rules = DEFAULTS) -> DueState | None: ...
def due_state(due: date | None, today: date, rules: Rules = DEFAULTS) -> DueState | None:
    """Whether the due date lies ahead, is near, has passed, or has passed by more than a week; None without one."""
    if due is None:
        return None
    if is_late(due, today, rules):
        return DueState.LATE
    if today > due:
        return DueState.OVERDUE
    return DueState.DUE if today >= due - timedelta(days=rules.due_window_days) else DueState.AHEAD


_STATUS_OF = {
    DueState.AHEAD: RhythmStatus.ON_RHYTHM,
    DueState.DUE: RhythmStatus.DUE,
    DueState.OVERDUE: RhythmStatus.OVERDUE,
    DueState.LATE: RhythmStatus.OVERDUE,
}


@overload
def latest_on(due: date, rules: Rules = DEFAULTS) -> date: ...
@overload
def latest_on(due: date | None, rules: Rules = DEFAULTS) -> date | None: ...
def latest_on(due: date | None, rules: Rules = DEFAULTS) -> date | None:
    """The last day on which the visit is overdue and not yet late; None without a due date."""
    return due + timedelta(days=rules.late_after_days) if due is not None else None


def days_overdue(due: date | None, today: date) -> int:
    """Calendar days past the due date; 0 until it has passed, and without one."""
    return max((today - due).days, 0) if due is not None else 0


def is_late(due: date | None, today: date, rules: Rules = DEFAULTS) -> bool:
    """Whether the visit is more than a week past due."""
    return days_overdue(due, today) > rules.late_after_days


def stalls(
    last_counting: date | None,
    stage_since: date,
    visits_without_advance: int,
    today: date,
    rules: Rules = DEFAULTS,
) -> bool:
    """Whether a prospect has stalled: 45 days without a counting visit, or three visits without an advance.

    Without a visit since it became prospective the days run from that day. `visits_without_advance` are the
    completed counting visits since the last advance.
    """
    quiet_since = max(stage_since, last_counting) if last_counting is not None else stage_since
    quiet = (today - quiet_since).days >= rules.stall_days
    return quiet or visits_without_advance >= rules.stall_visits


def rhythm_kept(
    days: Sequence[date], cadence: int, start: date, end: date, today: date, rules: Rules = DEFAULTS
) -> RhythmKept:
    """The gaps between visits that end in the period, and how many were kept (<= cadence + 7 days).

    `days` are the days of completed counting visits in any order, also those before the period, which open
    its first gap. The gap that is still open at the end of the period (or today, when that is earlier)
    counts, as not kept, once it is too long. Two visits on one day leave no gap.
    """
    longest = cadence + rules.late_after_days
    until = min(end, today)
    visits = sorted({day for day in days if day <= until})
    gaps = [(later - earlier).days for earlier, later in pairwise(visits) if later >= start]
    if visits and until >= start and (until - visits[-1]).days > longest:
        gaps.append((until - visits[-1]).days)
    return RhythmKept(kept=sum(gap <= longest for gap in gaps), gaps=len(gaps))


def rank_share(position: int, count: int) -> float:
    """The share of sources that stand before the one at `position` (0 is the best of `count`)."""
    return position / count


def offered_cadence(share_before: float, rules: Rules = DEFAULTS) -> int:
    """The cadence offered to a new active source by its rank among the liaison's active sources by potential.

    `share_before` is the share of them that stand before it (`rank_share`): the first 20 % get 30 days, the
    next 30 % 45, the rest 60.
    """
    first, second, rest = rules.offered_cadences
    if share_before < rules.top_percent / 100:
        return first
    return second if share_before < (rules.top_percent + rules.next_percent) / 100 else rest


def check_cadence(days: int, rules: Rules = DEFAULTS) -> int:
    """The cadence itself, when it is allowed.

    Raises RuleBroken outside 7 to 180 days.
    """
    if rules.shortest_cadence_days <= days <= rules.longest_cadence_days:
        return days
    raise RuleBroken(
        translate(
            "rules",
            "A cadence of {days} days is not possible. Give from {shortest_cadence_days} to "
            "{longest_cadence_days} days; 30, 45 and 60 are usual.",
        ).format(
            days=days,
            shortest_cadence_days=rules.shortest_cadence_days,
            longest_cadence_days=rules.longest_cadence_days,
        ),
        field="cadence_days",
    )
