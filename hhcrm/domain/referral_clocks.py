"""The clocks of a referral, kept apart and named, and the one that matters now (product.md, section 4; domain.md (b)).

- *decision*: our answer is due by the end of the next working day (the loop's own due time).
- *48 hours*: the condition of participation, 42 CFR 484.55(a)(1), in hours: within 48 hours of the referral or of the
  return home, or on the ordered day, whichever allows more.
- *timely*: CMS's measure, in calendar days of the agency.
- *planned SOC*: the start of care that is planned; past it, it happened or has to be planned anew.
- *outcome*: the referrer is to be told how it went.
- *hold*: one on hold comes back.

Days and hours are those of the agency's zone, so a night on which the clock is changed has the hours it has.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from hhcrm.domain.referrals import as_instant, inpatient_stay, last_timely_day
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.words import ReferralStage

HOURS_48 = timedelta(hours=48)
_DAY = timedelta(days=1)
_NOON = time(12)

UNDECIDED = frozenset({ReferralStage.RECEIVED, ReferralStage.UNDER_REVIEW})
"""The stages in which a referral waits for our answer."""

BEFORE_CARE = UNDECIDED | {ReferralStage.ACCEPTED, ReferralStage.SCHEDULED}
"""The stages in which care is still to start."""


class ClockKind(StrEnum):
    """Which clock."""

    DECISION = "decision"
    HOURS_48 = "48 hours"
    TIMELY = "timely"
    PLANNED_SOC = "planned SOC"
    OUTCOME = "outcome"
    HOLD = "hold"


class ClockState(StrEnum):
    """How a clock stands. *Missed* can no longer be met; *overdue* is still to be done."""

    RUNNING = "running"
    SOON = "soon"
    LAST = "last hours"
    OVERDUE = "overdue"
    MISSED = "missed"


LATE = frozenset({ClockState.OVERDUE, ClockState.MISSED})
"""The states of a clock that has run out."""

WARNING = frozenset({ClockState.SOON, ClockState.LAST})
"""The states of a clock that still runs and warns."""


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """What the clocks of one referral follow from.

    `received` is the authorisation, else first hearing; `decision_due` when our answer is due; `outcome_due` when the
    referrer is to be told how it went, None once told. `inpatient` is whether the discharge ended an inpatient stay,
    as somebody said. What is not known is None.
    """

    stage: ReferralStage
    received: datetime
    referral_on: date
    ordered_soc: date | None = None
    discharged_on: date | None = None
    discharged_at: datetime | None = None
    planned_soc_on: date | None = None
    planned_soc_time: time | None = None
    hold_until: date | None = None
    decision_due: datetime | None = None
    outcome_due: datetime | None = None
    inpatient: bool | None = None

    @property
    def last_timely_day(self) -> date | None:
        """The last day on which a start of care is timely by CMS's measure, which knows only of inpatient stays."""
        _stay, discharged_on = inpatient_stay(self.inpatient, None, self.discharged_on)
        return last_timely_day(self.referral_on, self.ordered_soc, discharged_on)


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock: the instant (UTC) at which it runs out, and how it stands."""

    kind: ClockKind
    due: datetime
    state: ClockState

    @property
    def is_late(self) -> bool:
        """Whether it has run out."""
        return self.state in LATE


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, where the agency is. `warnings` are the hours of the 48 after which a start of care warns, twice."""

    now: datetime
    zone: tzinfo
    warnings: tuple[int, int] = DEFAULTS.clock_warnings_hours

    @property
    def today(self) -> date:
        """The day it is at the agency."""
        return self.now.astimezone(self.zone).date()

    @property
    def first_margin(self) -> timedelta:
        """With how much time left a start of care warns first."""
        return HOURS_48 - timedelta(hours=self.warnings[0])

    @property
    def last_margin(self) -> timedelta:
        """With how much time left the last hours begin."""
        return HOURS_48 - timedelta(hours=self.warnings[1])


def clocks(facts: ClockFacts, moment: Moment) -> tuple[Clock, ...]:
    """All clocks of a referral as it stands, the one that runs out first first."""
    found = [own for own in (_own(facts, moment),) if own is not None]
    if facts.stage in BEFORE_CARE:
        found += _care_clocks(facts, moment)
    return tuple(sorted(found, key=lambda clock: clock.due))


def clock_now(facts: ClockFacts, moment: Moment) -> Clock | None:
    """The clock that matters now.

    What is to be done by now and still to do comes first; then what can still be met, the earliest; last what cannot
    be met any more. A start of care that is planned stands for itself.
    """
    own = _own(facts, moment)
    if facts.stage not in BEFORE_CARE or (own is not None and (own.is_late or own.kind is ClockKind.PLANNED_SOC)):
        return own
    all_of_them = clocks(facts, moment)
    to_be_met = (clock for clock in all_of_them if not clock.is_late)
    return next(to_be_met, all_of_them[-1])


def hours_48_until(
    received: datetime, ordered: date | None, discharged: date | datetime | None, zone: tzinfo
) -> datetime:
    """The instant (UTC) until which a first visit meets the condition of participation; a day alone counts as noon."""
    found = [received + HOURS_48]
    if discharged is not None:
        found.append(as_instant(discharged, zone) + HOURS_48)
    if ordered is not None:
        found.append(end_of_day(ordered, zone))
    return max(found).astimezone(UTC)


def end_of_day(day: date, zone: tzinfo) -> datetime:
    """The instant (UTC) at which a day is over."""
    return datetime.combine(day + _DAY, time(), tzinfo=zone).astimezone(UTC)


def planned_too_late(facts: ClockFacts) -> bool:
    """Whether the planned start of care would miss CMS's measure."""
    last = facts.last_timely_day
    return facts.planned_soc_on is not None and last is not None and facts.planned_soc_on > last


def _own(facts: ClockFacts, moment: Moment) -> Clock | None:
    """The clock of what is to be done at this stage."""
    if facts.stage in UNDECIDED and facts.decision_due is not None:
        left = facts.decision_due - moment.now
        state = ClockState.LAST if left <= moment.last_margin else ClockState.RUNNING
        return _to_do(ClockKind.DECISION, facts.decision_due, moment, state)
    if facts.stage is ReferralStage.SCHEDULED and facts.planned_soc_on is not None:
        return _to_do(ClockKind.PLANNED_SOC, _planned(facts, moment.zone), moment)
    if facts.stage is ReferralStage.ON_HOLD and facts.hold_until is not None:
        begins = datetime.combine(facts.hold_until, time(), tzinfo=moment.zone).astimezone(UTC)
        return _to_do(ClockKind.HOLD, begins, moment)
    if facts.stage is ReferralStage.ADMITTED and facts.outcome_due is not None:
        return _to_do(ClockKind.OUTCOME, facts.outcome_due, moment)
    return None


def _planned(facts: ClockFacts, zone: tzinfo) -> datetime:
    """When a planned start of care is past: at its time, or at the end of its day."""
    assert facts.planned_soc_on is not None
    if facts.planned_soc_time is None:
        return end_of_day(facts.planned_soc_on, zone)
    return datetime.combine(facts.planned_soc_on, facts.planned_soc_time, tzinfo=zone).astimezone(UTC)


def _to_do(kind: ClockKind, due: datetime, moment: Moment, ahead: ClockState = ClockState.RUNNING) -> Clock:
    return Clock(kind, due, ClockState.OVERDUE if due <= moment.now else ahead)


def _care_clocks(facts: ClockFacts, moment: Moment) -> list[Clock]:
    until = hours_48_until(facts.received, facts.ordered_soc, facts.discharged_at or facts.discharged_on, moment.zone)
    found = [_to_meet(ClockKind.HOURS_48, until, moment)]
    last = facts.last_timely_day
    if last is not None:
        found.append(_to_meet(ClockKind.TIMELY, end_of_day(last, moment.zone), moment))
    return found


def _to_meet(kind: ClockKind, due: datetime, moment: Moment) -> Clock:
    left = due - moment.now
    if left <= timedelta(0):
        return Clock(kind, due, ClockState.MISSED)
    if left <= moment.last_margin:
        return Clock(kind, due, ClockState.LAST)
    return Clock(kind, due, ClockState.SOON if left <= moment.first_margin else ClockState.RUNNING)
